"""Numbers of years, months and days -> intervals of days. It knows the calendar and no words.

Every function gives None for what the calendar does not hold (30 February, the year 0).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateline.records import When

SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
# Years: early January to April, mid May to August, late September to December.
YEAR_THIRDS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
MONTH_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
DECADE_THIRDS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
MONTHS_OF = {"month": 1, "year": 12, "decade": 120}
# Longer steps than any report means, and days that no report means.
MOST_STEPS = 3000
FIRST_DAY, LAST_DAY = date(1000, 1, 1), date(3000, 1, 1)


def one_day(day: date | None) -> When | None:
    """The day itself."""
    return When(day, day, "day") if day else None


def calendar_day(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def whole_month(year: int, month: int) -> When | None:
    """All days of a month."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):
        return None
    return When(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def whole_year(year: int) -> When | None:
    """All days of a year."""
    return years(year, year, "year")


def years(first: int, last: int, precision: str = "span") -> When | None:
    """From 1 January of one year to 31 December of another."""
    if not MINYEAR <= first <= last <= MAXYEAR:
        return None
    return When(date(first, 1, 1), date(last, 12, 31), precision)


def months(first: When | None, last: When | None) -> When | None:
    """From the start of one interval to the end of another."""
    if first is None or last is None or last.end < first.start:
        return None
    return When(first.start, last.end, "span")


def season(year: int, name: str) -> When | None:
    """Three whole months; a winter runs on into the next year."""
    first = whole_month(year, SEASON_STARTS[name])
    last = whole_month(year + 1, 2) if name == "winter" else whole_month(year, SEASON_STARTS[name] + 2)
    return When(first.start, last.end, "season") if first and last else None


def week_of(day: date) -> When:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return When(monday, monday + timedelta(days=6), "week")


def weekend_of(day: date) -> When:
    """Saturday and Sunday of the week of a day."""
    monday = day - timedelta(days=day.weekday())
    return When(monday + timedelta(days=5), monday + timedelta(days=6), "span")


def weekday_before(day: date, weekday: int, *, or_same: bool) -> date:
    """The last such weekday before a day, or that day itself if it is one and `or_same`."""
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=back if back or or_same else 7)


def weekday_after(day: date, weekday: int, *, or_same: bool) -> date:
    """The first such weekday after a day, or that day itself if it is one and `or_same`."""
    on = (weekday - day.weekday()) % 7
    return day + timedelta(days=on if on or or_same else 7)


def unit_around(day: date, unit: str) -> When | None:
    """The calendar day, week, month or year that holds a day."""
    if unit == "day":
        return one_day(day)
    if unit in {"week", "fortnight"}:
        return week_of(day)
    if unit == "month":
        return whole_month(day.year, day.month)
    return whole_year(day.year) if unit == "year" else None


def step(day: date, unit: str, count: int) -> date | None:
    """The day so many units on (or back, where the count is negative), kept inside its month."""
    if abs(count) > MOST_STEPS:
        return None
    if unit in DAYS_OF:
        found = day + timedelta(days=count * DAYS_OF[unit])
    elif unit == "hour":
        found = day + timedelta(days=-(-count // 24) if count > 0 else count // 24)
    elif unit in MONTHS_OF:
        year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS_OF[unit], 12)
        if not FIRST_DAY.year <= year < LAST_DAY.year:
            return None
        found = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    else:
        return None
    return found if FIRST_DAY <= found < LAST_DAY else None


def third(when: When | None, edge: str) -> When | None:
    """The first, middle or last part of a month, year or decade; other intervals stay whole."""
    if when is None:
        return None
    if when.precision == "month":
        first, last = MONTH_THIRDS[edge]
        return When(when.start.replace(day=first), when.start.replace(day=min(last, when.end.day)), "span")
    if when.precision == "year":
        first, last = YEAR_THIRDS[edge]
        return months(whole_month(when.start.year, first), whole_month(when.start.year, last))
    if when.precision == "decade":
        first, last = DECADE_THIRDS[edge]
        return years(when.start.year + first, when.start.year + last)
    return when


def week_in(month: When | None, number: int) -> When | None:
    """The first, second, ... week of a month in sevens of days; -1 is its last seven days."""
    if month is None or number > 4:
        return None
    if number == -1:
        return When(month.end - timedelta(days=6), month.end, "week")
    start = month.start + timedelta(days=7 * (number - 1))
    return When(start, start + timedelta(days=6), "week")


def share(year: int, number: int, *, parts: int) -> When | None:
    """The half (of 2 parts) or quarter (of 4) of a year; -1 is the last."""
    number = parts if number == -1 else number
    if not 1 <= number <= parts:
        return None
    long = 12 // parts
    return months(whole_month(year, long * (number - 1) + 1), whole_month(year, long * number))
