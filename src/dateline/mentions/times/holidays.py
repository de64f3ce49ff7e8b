"""Names of feasts and holidays, and a year -> their days.

The Islamic months are reckoned by the tabular calendar; where the moon is sighted they begin up to a day
earlier or later, so their feasts keep a day of room at each end.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from dateline import lexicons
from dateline.mentions.times import days, values
from dateline.mentions.times.outright import read
from dateline.mentions.times.parts import Parts
from dateline.mentions.times.story import BACKWARD_DAYS, Reading, Story, is_future
from dateline.records import When

# Between the years of the Islamic and the Gregorian calendar: 33 of one are 32 of the other, from 622 on.
ISLAMIC_FROM, ISLAMIC_PER_YEAR = 622, 33 / 32
# The day number (date.toordinal) of the day before 1 Muharram of the year 1, by the civil reckoning.
ISLAMIC_EPOCH = 227014
SIGHTING_DAYS = 1
ONE_DAY = timedelta(days=1)


def holiday(parts: Parts, story: Story) -> Reading | None:
    """Read "Christmas", "last Thanksgiving", "Eid al-Fitr 2015": of the year said, else the one meant."""
    name, said = parts.value("holiday"), parts.value("year")
    entry = lexicons.load("times")["holidays"][name]
    if _is_name(parts, entry):
        return None
    found = _in_year(entry, said) if said else _meant(entry, parts, story)
    if found is None:
        return None
    line = story.line_day if story.in_line(parts.start) else None
    if line and found.start <= line <= found.end:  # a chronology's own day is the surer one
        found = When(line, line, "day")
    return read(found, name, "" if found.start == found.end else _value(entry, found))


def _is_name(parts: Parts, entry: dict[str, Any]) -> bool:
    """Whether the word is part of another name ("Ramadan Idris", "White Christmas")."""
    before = parts.token(parts.before)
    if before is None or parts.word("which") is not None:
        named = False
    else:
        named = before.pos in {"PROPN", "ADJ"} and before.text[0].isupper()
    return named or (entry.get("person", False) and parts.follows("PROPN"))


def _value(entry: dict[str, Any], found: When) -> str:
    """The value of what is no single day: its month where one is sure, else its year."""
    year = found.start.year
    return values.month(year, entry["month"]) if "until" in entry else values.year_of(year)


def _meant(entry: dict[str, Any], parts: Parts, story: Story) -> When | None:
    """The feast that a story comes to, or the one nearest to the telling on the side that the words say."""
    told = story.reference(parts.start) or story.stand
    if told is None:
        return None
    near = [w for y in (told.year - 1, told.year, told.year + 1) if (w := _in_year(entry, y))]
    if story.history:
        since = told - timedelta(days=BACKWARD_DAYS)
        return next((w for w in near if w.start >= since), None)
    if parts.is_a("which", "NEXT") or is_future(parts):
        return next((w for w in near if w.end >= told), None)
    return next((w for w in reversed(near) if w.start <= told), None)


def _in_year(entry: dict[str, Any], year: int) -> When | None:
    """The days of a holiday in a year of our calendar."""
    if "islamic" in entry:
        return _islamic(entry, year)
    if "easter" in entry:
        day = easter(year) + timedelta(days=entry["easter"])
        return days.one_day(day)
    if "weekday" in entry:
        first = days.weekday_after(date(year, entry["month"], 1), entry["weekday"], or_same=True)
        return days.one_day(first + timedelta(weeks=entry["nth"] - 1))
    start = days.calendar_day(year, entry["month"], entry["day"])
    if start is None:
        return None
    return When(start, start.replace(day=entry["until"]), "span") if "until" in entry else days.one_day(start)


def easter(year: int) -> date:
    """Easter Sunday of the western churches. Source: the anonymous Gregorian computus (Meeus 1991, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def islamic_day(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar. Source: Reingold and Dershowitz, Calendrical Calculations, ch. 7."""
    months = 29 * (month - 1) + month // 2
    return date.fromordinal(ISLAMIC_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + months + day)


def _islamic(entry: dict[str, Any], year: int) -> When | None:
    """The feast that begins in a year of our calendar, with a day of room at each end."""
    month, day, length = entry["islamic"]
    about = int((year - ISLAMIC_FROM) * ISLAMIC_PER_YEAR)
    starts = [islamic_day(y, month, day) for y in range(about - 1, about + 3)] if about > 1 else []
    start = next((s for s in starts if s.year == year), None)
    if start is None:
        return None
    room = SIGHTING_DAYS * ONE_DAY
    return When(start - room, start + timedelta(days=length - 1) + room, "span")
