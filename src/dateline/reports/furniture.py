"""A paragraph -> whether it is page furniture or a caption, by the patterns of the lexicon `furniture`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dateline import lexicons

# Longer lines are text, whatever they begin with.
LONGEST_LINE = 400


class Pattern(NamedTuple):
    """A pattern of the lexicon; `opens_list` tells that the lines after it are its list."""

    id: str
    form: re.Pattern[str]
    opens_list: bool


@cache
def patterns(group: str) -> tuple[Pattern, ...]:
    """The patterns of a group: "line", "tail" or "caption"."""
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
    third = len(paragraph) // 3
    starts = (m.start() for p in patterns("tail") if (m := p.form.search(paragraph, third)))
    return min(starts, default=None)
