"""A template and a record -> HTML: the one Jinja environment, with what every template can call.

Everything is escaped, and marks that turn letters around are made visible. A name that a template spells
wrongly is an error, not an empty place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from dateline import lexicons
from dateline.incidents.rules import RULES
from dateline.workbench import drawing, letters, phrases, segments
from dateline.workbench.assets import address
from dateline.workbench.scales import figure
from dateline.workbench.words import find, say


def rules() -> tuple[str, ...]:
    """The rules that can be chosen; those that copy another tool, report by report, are for the command line."""
    return tuple(rule.name for rule in RULES.values() if not rule.each)


def rule_words(name: str) -> str:
    """What a rule does, in a few words."""
    return RULES[name].words


def emphasise(text: str, marked: Sequence[str]) -> Markup:
    """A text, escaped, with every place at which one of the words stands marked; they are in small letters.

    >>> str(emphasise("Clinic & clinics", ["clinic"]))
    '<mark>Clinic</mark> &amp; <mark>clinic</mark>s'
    """
    if not marked:
        return escape(text)
    pattern = re.compile(
        "|".join(re.escape(word) for word in sorted(marked, key=len, reverse=True)), re.IGNORECASE
    )
    pieces, last = [], 0
    for found in pattern.finditer(text):
        pieces += [escape(text[last : found.start()]), Markup("<mark>{}</mark>").format(found[0])]
        last = found.end()
    return Markup().join([*pieces, escape(text[last:])])


def measures() -> tuple[str, ...]:
    """What can be counted, in the codebook's order."""
    return tuple(lexicons.load("codebook")["measure"])


FILTERS = {
    "number": phrases.number,
    "day": phrases.day,
    "when": phrases.when,
    "label": phrases.label,
    "begin": phrases.begin,
    "iso": date.fromisoformat,
    "definition": phrases.definition,
    "drawing": Markup,  # only for what dateline has drawn and escaped itself
}
CALLS = {
    "t": say,
    "words": find,
    "asset": address,
    "amount": phrases.amount,
    "spoken": phrases.spoken,
    "codes": phrases.codes,
    "span": drawing.span,
    "share": drawing.share,
    "figure_of": figure,
    "emphasise": emphasise,
    "rules": rules,
    "rule_words": rule_words,
    "measures": measures,
    "one_day": timedelta(days=1),
    "anchors_of": segments.anchors,
}


@cache
def templates() -> Environment:
    """The environment of all templates."""
    made = Environment(
        loader=PackageLoader("dateline.workbench"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=letters.shown_value,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(FILTERS)
    made.globals.update(CALLS)
    made.globals["marks"] = made.get_template("parts/marks.html").module
    return made


def render(template: str, **values: Any) -> str:
    """A template filled in."""
    return templates().get_template(template).render(**values)
