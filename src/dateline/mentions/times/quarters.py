"""Quarters of the business year, and the times told against them -> readings and TIMEX3 tags.

A report of results is told from one quarter: "a year earlier" is the same quarter of the year before.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.mentions.times import days, lengths, relative, values
from dateline.mentions.times.outright import read
from dateline.mentions.times.parts import Parts
from dateline.mentions.times.story import Reading, Story
from dateline.mentions.times.tags import Tag, tag, whole
from dateline.mentions.times.words import letters
from dateline.records import When

# A quarter told of may be taken up ("the quarter", "a year earlier") this many sentences on.
REACH = 12
ALL = 1000  # "the quarter" itself is that quarter to the end of the report

Quarter = tuple[int, int]


def quarter(parts: Parts, story: Story) -> Reading | None:
    """Read "the third quarter", "this year's first quarter"; which days a fiscal one has, nobody says."""
    known = _told(parts, story)
    return _reading(known) if known and not _is_fiscal(parts) else None


def tagged(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """A quarter with its days, or a fiscal one without."""
    known = _told(parts, story) if _is_fiscal(parts) else None
    return (tag(parts, *parts.match.span(), _value(known)),) if known else whole(parts, story, reading)


def fiscal_year(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "fiscal 2019": a year of business, with days that each business sets for itself."""
    del story, reading
    return (tag(parts, *parts.match.span(), values.year_of(parts.value("year"))),)


def _is_fiscal(parts: Parts) -> bool:
    return any(word.letter == letters()["FISCAL"] for word in parts.words[slice(*parts.match.span())])


def _told(parts: Parts, story: Story) -> Quarter | None:
    """The year and number of a quarter; the story keeps it if it is over."""
    nth = parts.value("nth")
    nth = 4 if nth == -1 else nth
    year = _year(parts, story, nth)
    if year is None:
        return None
    told = story.reference(parts.start)
    if told is None or (year, nth) < _running(told):  # a quarter that still runs has no results to compare
        story.quarter = (parts.sentence.index, year, nth)
    return year, nth


def _year(parts: Parts, story: Story, nth: int) -> int | None:
    """The year of a quarter: as said, or that of the last one that had begun."""
    told = story.reference(parts.start)
    if (said := parts.value("year")) is not None:
        return int(said)
    if told is None or not 1 <= nth <= 4:
        return None
    if parts.word("back"):
        return _running(told)[0] - 1
    if parts.word("which"):
        return told.year - parts.is_a("which", "LAST") + parts.is_a("which", "NEXT")
    return told.year - ((told.year, nth) > _running(told))


def _running(day: date) -> Quarter:
    return day.year, (day.month + 2) // 3


def _before(known: Quarter) -> Quarter:
    return (known[0], known[1] - 1) if known[1] > 1 else (known[0] - 1, 4)


def _reading(known: Quarter) -> Reading | None:
    return read(days.share(*known, parts=4), value=_value(known))


def _value(known: Quarter) -> str:
    return f"{values.year_of(known[0])}-Q{known[1]}"


def known_quarter(parts: Parts, story: Story) -> Quarter | None:
    """The quarter told of last, while it is near enough to be meant."""
    if story.quarter is None or parts.sentence.index - story.quarter[0] > (
        ALL if parts.word("quarter") else REACH
    ):
        return None
    return story.quarter[1], story.quarter[2]


def same_quarter(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "the quarter", "the latest period", "the year-ago quarter", "the 1988 period"."""
    del reading
    known, told = known_quarter(parts, story), story.reference(parts.start)
    if known is None and parts.word("latest") and parts.word("quarter") and told:
        known = _before(_running(told))
    if parts.word("current"):
        known = _running(told) if told else None
    if known is None:
        return _plain_year(parts, story)
    if parts.word("back"):
        known = known[0] - 1, known[1]
    elif (said := parts.value("year")) is not None:
        known = int(said), known[1]
    when = days.share(*known, parts=4)
    return (tag(parts, *parts.match.span(), _value(known), when),)


def this_unit(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "the current year", "the current fiscal year": that of the telling."""
    del reading
    told = story.reference(parts.start)
    when = days.unit_around(told, parts.value("unit")) if told else None
    if when is None:
        return ()
    return (tag(parts, *parts.match.span(), values.of_when(when), None if _is_fiscal(parts) else when),)


def the_year(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "for the year": that of the telling; "the year ended March 31" is a length."""
    if parts.value("unit") not in {"year", "week"} or parts.word("unit") is None:
        return ()
    if parts.after is not None and parts.after.lower in {"ended", "ending"}:
        return (tag(parts, *parts.match.span(), values.length(1, parts.value("unit"))),)
    word = parts.word("unit")
    return () if word is None or word.lower.endswith("s") else this_unit(parts, story, reading)


def _plain_year(parts: Parts, story: Story) -> Sequence[Tag]:
    """Without a quarter: the year before that of the telling ("the year-ago period"), or the year said."""
    told = story.reference(parts.start)
    year = parts.value("year") or (told.year - 1 if told and parts.word("back") else None)
    when = days.whole_year(year) if year else None
    return (tag(parts, *parts.match.span(), values.of_when(when), when),) if when else ()


def a_year_back(parts: Parts, story: Story, reading: Reading | None) -> Sequence[Tag]:
    """Read "a year earlier", "a year ago": of the quarter told of, where one was; else as it was read."""
    known = known_quarter(parts, story)
    if known is None or parts.count != (1, 1) or parts.value("unit") != "year":
        seen = whole(parts, story, reading)
        if not seen and parts.words[parts.match.end() - 1].letter == letters()["AGO"]:
            seen = lengths.of_the_story(relative.ago)(parts, story, reading)
        return seen or lengths.vague_step(parts, story, reading)
    before = known[0] - 1, known[1]
    when: When | None = days.share(*before, parts=4)
    return (tag(parts, *parts.match.span(), _value(before), when),)
