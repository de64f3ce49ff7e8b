"""A template and a record -> HTML: the one Jinja environment, with what every template can call.

Everything is escaped; a name that a template spells wrongly is an error, not an empty place.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.workbench import drawing, phrases
from dateline.workbench.assets import address
from dateline.workbench.words import find, say

FILTERS = {
    "number": phrases.number,
    "day": phrases.day,
    "when": phrases.when,
    "label": phrases.label,
    "definition": phrases.definition,
}
CALLS = {
    "t": say,
    "words": find,
    "asset": address,
    "amount": phrases.amount,
    "spoken": phrases.spoken,
    "span": drawing.span,
    "share": drawing.share,
}


@cache
def templates() -> Environment:
    """The environment of all templates."""
    made = Environment(
        loader=PackageLoader("dateline.workbench"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(FILTERS)
    made.globals.update(CALLS)
    return made


def render(template: str, **values: Any) -> str:
    """A template filled in."""
    return templates().get_template(template).render(**values)
