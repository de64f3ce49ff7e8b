"""A paragraph -> whether it is page furniture or a caption, by the patterns of the lexicon `furniture`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dateline import lexicons

# Longer lines are text, whatever they begin with.
LONGEST_LINE = 400
SHORTEST_HEADLINE = 10  # letters and spaces: "Two killed"


class Pattern(NamedTuple):
    """A pattern of the lexicon; `opens_list` tells that the lines after it are its list."""

    id: str
    form: re.Pattern[str]
    opens_list: bool


@cache
def patterns(group: str) -> tuple[Pattern, ...]:
    """The patterns of a group: "line", "tail", "title" or "caption"."""
    entries = lexicons.load("furniture")[group]
    return tuple(
        Pattern(e["id"], re.compile(e["pattern"], re.IGNORECASE), e.get("opens_list", False)) for e in entries
    )


def line(paragraph: str) -> Pattern | None:
    """The pattern that makes a paragraph furniture, or None."""
    if len(paragraph) > LONGEST_LINE:
        return None
    return next((pattern for pattern in patterns("line") if pattern.form.match(paragraph)), None)


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph says that it belongs to a picture."""
    if len(paragraph) > LONGEST_LINE:
        return False
    return any(pattern.form.match(paragraph) for pattern in patterns("caption"))


def tail(paragraph: str) -> int | None:
    """Where the furniture at a paragraph's end begins, or None; it never takes the first third."""
    return _end(paragraph, "tail", len(paragraph) // 3)


def site(headline: str) -> int | None:
    """Where the name of the site at a headline's end begins, or None; it never takes the first words."""
    return _end(headline, "title", SHORTEST_HEADLINE)


def _end(paragraph: str, group: str, first: int) -> int | None:
    starts = (m.start() for p in patterns(group) if (m := p.form.search(paragraph, first)))
    return min(starts, default=None)
