"""Years before our era and centuries -> TIMEX3 tags. The calendar of days does not reach them: no days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.mentions.times import days, values
from dateline.mentions.times.outright import read
from dateline.mentions.times.parts import Parts
from dateline.mentions.times.story import Reading, Story
from dateline.mentions.times.tags import Tag, inside_year, join_of, tag


def before_era(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "490 BC", "early 480 BC", "August 480 BC", "the 470s BC", "499-493 BC"."""
    del reading
    year, last = _said(parts, "year"), _said(parts, "last_year")
    if year is None:
        return ()
    if parts.word("century") is None and parts.word("decade") is None:
        story.before_era = last or year
    start, end = parts.match.span()
    if last is None:
        return (tag(parts, start, end, _dated(parts, year)),)
    join = join_of(parts, "last_year")
    return (
        tag(parts, start, join, values.year_of(-year)),
        tag(parts, join + 1, end, values.year_of(-last)),
    )


def _said(parts: Parts, name: str) -> int | None:
    value: Any = parts.value(name)
    return int(value) if value is not None else None


def _dated(parts: Parts, year: int) -> str:
    """The value of a year before our era, or of a month, season or decade in one."""
    if parts.word("century"):
        return f"BC{year - 1:02}"
    if parts.word("decade"):
        return f"BC{year:04}"[:-1]
    return values.year_of(-year) + inside_year(parts)


def century(parts: Parts, story: Story) -> Reading | None:
    """Read "the 20th century": a hundred years, from the one that ends in 00."""
    del story
    nth = parts.value("nth")
    if not nth or nth < 11:
        return None
    first = (nth - 1) * 100
    return read(days.years(first, first + 99), value=f"{nth - 1:02}")
