"""A date or time as pages, files and agencies write it -> a date, or an aware datetime if the zone is known.

It reads what is stated and never looks at a clock; a time whose zone is not known keeps its day alone.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from dateline import lexicons

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Agencies wrote years with two digits until the nineties, "9 JAN 90"; from here on of the last century.
CENTURY_FROM = 50
# The rule for summer time in the United States changed in 2007; before, "ET" gives the day alone.
SUMMER_TIME_SINCE = 2007
# Longer stretches are sentences that hold a date, not dates.
LONGEST = 120

MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
# "2022-02-07", "Feb. 7, 2022", "7th February 2022", "9 JAN 90"; not "07/02/2022", which may be two days.
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?=T|\b)",
        rf"\b{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{MONTH},?[\s-]+(?P<year>\d{{4}}|\d{{2}})\b",
    )
)
# "1:20 pm ET", "14.05 GMT", "1320 GMT", "T13:20:05Z", "13:20 +0300"
CLOCK = re.compile(
    r"""(?:\bT|\b)(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?)?
        \s*(?P<half>[ap]\.?m\b\.?)?\s*\(?(?P<zone>[A-Z]{1,4}\b|[+-]\d{2}:?\d{2})?\)?""",
    re.VERBOSE | re.IGNORECASE,
)
# What may stand beside a date without making the line a sentence.
FILLER = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|at\b|on\b|[\W_]|time\b|local\b|hrs?\b|h\b",
    re.IGNORECASE,
)


def read(text: str) -> date | None:
    """Read a string that is a date or a time and nothing else.

    Returns:  an aware datetime, or a date where no hour or no known zone is given; None for anything else.
    """
    stripped = text.strip()
    if not stripped or len(stripped) > LONGEST:
        return None
    for form in FORMS:
        m = form.search(stripped)
        day = _day(m) if m else None
        if m and day:
            return _with_clock(day, f"{stripped[: m.start()]} {stripped[m.end() :]}")
    return None


def _day(m: re.Match[str]) -> date | None:
    """The day of a match, or None where the calendar has no such day."""
    parts = m.groupdict()
    number = int(parts["number"]) if parts.get("number") else MONTHS.index(parts["month"][:3].lower()) + 1
    year = int(parts["year"])
    if len(parts["year"]) == 2:
        year += 1900 if year >= CENTURY_FROM else 2000
    try:
        return date(year, number, int(parts["day"]))
    except ValueError:
        return None


def _with_clock(day: date, rest: str) -> date | None:
    """The day with the hour that stands beside it; None where other words stand there too."""
    if not FILLER.sub("", rest):
        return day
    m = CLOCK.search(rest)
    if not m or FILLER.sub("", rest[: m.start()] + rest[m.end() :]):
        return None
    hour, minute, second = (int(m[name] or 0) for name in ("hour", "minute", "second"))
    if m["half"]:
        hour = hour % 12 + (12 if m["half"][0].lower() == "p" else 0)
    try:
        clock = datetime.combine(day, time(hour, minute, second))
    except ValueError:
        return None
    zone = _zone(m["zone"] or "", clock)
    return clock.replace(tzinfo=zone) if zone else day


def _zone(name: str, clock: datetime) -> timezone | None:
    """The zone that a name or an offset means at that time, or None."""
    zones = lexicons.load("furniture")["zones"]
    if m := re.fullmatch(r"([+-])(\d{2}):?(\d{2})", name):
        minutes = int(m[2]) * 60 + int(m[3])
        return _offset(-minutes if m[1] == "-" else minutes)
    winter = zones["american"].get(name.lower())
    if winter is not None:
        summer = _is_american_summer(clock)
        return None if summer is None else _offset(winter + 60 * summer)
    minutes = zones.get(name.lower())
    return _offset(minutes) if isinstance(minutes, int) else None


def _offset(minutes: int) -> timezone | None:
    """A zone so many minutes east of Greenwich."""
    if abs(minutes) >= 24 * 60:
        return None
    return UTC if minutes == 0 else timezone(timedelta(minutes=minutes))


def _is_american_summer(clock: datetime) -> bool | None:
    """Whether summer time holds in the United States: second Sunday of March to first Sunday of November."""
    if clock.year < SUMMER_TIME_SINCE:
        return None
    march, november = datetime(clock.year, 3, 8, 2), datetime(clock.year, 11, 1, 2)  # noqa: DTZ001 - local time
    start = march + timedelta(days=(6 - march.weekday()) % 7)
    end = november + timedelta(days=(6 - november.weekday()) % 7)
    return start <= clock < end
