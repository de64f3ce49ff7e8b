"""A match of a pattern and its reading -> TIMEX3 tags: which words, which type, which value.

A tag may stand without days ("for three days", "recently"), and a range of days has a tag at each end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dateline.mentions.times import values
from dateline.mentions.times.days import unit_around
from dateline.mentions.times.parts import Parts
from dateline.mentions.times.story import Reading, Story
from dateline.mentions.times.words import letters
from dateline.records import When

# Words that may open or close a match without being part of the expression.
OUTSIDE = ("FROM", "BETWEEN", "COMMA", "OPEN", "SHUT", "FOR", "ON")
# What parts the two ends of a range.
JOINS = ("DASH", "TO", "BY", "UNTIL", "THROUGH", "AND")


class Tag(NamedTuple):
    """A tag over half-open word indices of its sentence."""

    start: int
    end: int
    value: str
    kind: str
    when: When | None = None


Tagger = Callable[[Parts, Story, Reading | None], Sequence[Tag]]


def tag(parts: Parts, start: int, end: int, value: str, when: When | None = None) -> Tag:
    """A tag whose type is that of its value, without the joining words at its ends."""
    outside = {letters()[name] for name in OUTSIDE}
    while start < end - 1 and parts.words[start].letter in outside:
        start += 1
    while end > start + 1 and parts.words[end - 1].letter in outside:
        end -= 1
    start += _article_of_another(parts, start, end)
    return Tag(start, end, value, kind_of(value), when)


def _article_of_another(parts: Parts, start: int, end: int) -> int:
    """How many words at the start are an article of the noun behind ("the spring offensive")."""
    words = parts.words[start:end]
    articles = {letters()["THE"], letters()["AN"]}
    if len(words) < 2 or words[0].letter not in articles or letters()["OF"] in {w.letter for w in words}:
        return 0
    head = parts.sentence.tokens[words[0].token].head
    return int(head > words[-1].token and parts.follows("NOUN", "PROPN", "ADJ"))


def kind_of(value: str) -> str:
    """The type of a value: a length, an hour or part of a day, or a date."""
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if "T" in value.removesuffix("_REF") and not value.endswith("_REF") else "DATE"


def whole(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """One tag over all of the match."""
    if reading is None:
        return carried(parts, story)
    value = reading.value or (values.of_when(reading.when) if reading.when.precision != "span" else "")
    if not value:
        return ()
    return (tag(parts, *parts.match.span(), value + _part_of_day(parts, value), reading.when),)


def inside_year(parts: Parts) -> str:
    """What a month or a season adds to the value of its year."""
    if parts.word("month"):
        return f"-{parts.value('month'):02}"
    return f"-{values.SEASONS[parts.value('season')]}" if parts.word("season") else ""


def carried(parts: Parts, story: Story) -> Sequence[Tag]:
    """A month or season without a year, in a story that stands before our era."""
    inside = inside_year(parts)
    if story.before_era is None or parts.word("year") or not inside:
        return ()
    if parts.value("season") == "winter":  # a winter is named by its end, and the story goes on from there
        story.before_era -= 1
    return (tag(parts, *parts.match.span(), values.year_of(-story.before_era) + inside),)


def _part_of_day(parts: Parts, value: str) -> str:
    """What a part of the day ("Friday evening") adds to the value of a day."""
    if len(value) != len("2000-01-01"):
        return ""
    words = parts.words[slice(*parts.match.span())]
    said = [w.value for w in words if w.letter == letters()["PART"]]
    if not said and any(w.lower == "hours" for w in words):  # "the early hours of Friday"
        said = ["MO"]
    return f"T{said[-1]}" if said else ""


def both_ends(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """A tag at each end of a range."""
    del story
    if reading is None:
        return ()
    start, end = parts.match.span()
    join = _join(parts)
    said = next((p for p in ("day", "weekday", "today", "month", "year") if parts.word(p)), "year")
    first, last = (
        unit_around(day, "day" if said in {"weekday", "today"} else said)
        for day in (reading.when.start, reading.when.end)
    )
    if first is None or last is None:
        return ()
    return _end(parts, start, join, first), _end(parts, join + 1, end, last)


def _end(parts: Parts, start: int, end: int, when: When) -> Tag:
    """The tag of one end of a range."""
    part = next((f"T{w.value}" for w in parts.words[start:end] if w.letter == letters()["PART"]), "")
    return tag(parts, start, end, values.of_when(when) + part, when)


def _join(parts: Parts) -> int:
    """The word between the two ends."""
    lasts = ("last_day", "last_month", "last_year", "last_weekday", "last_today", "last_part")
    return join_of(parts, min((name for name in lasts if parts.word(name)), key=parts.match.start))


def join_of(parts: Parts, last: str) -> int:
    """The joining word before a part."""
    joins, stop = {letters()[name] for name in JOINS}, parts.match.start(last)
    return next(k for k in range(stop - 1, parts.match.start(), -1) if parts.words[k].letter in joins)


def nothing(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Words that look like a time and are none."""
    del parts, story, reading
    return ()
