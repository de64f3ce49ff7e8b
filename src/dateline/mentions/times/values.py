"""Intervals of days and counts of units -> the values that TIMEX3 writes for them. It knows no words."""

from __future__ import annotations

from datetime import date

from dateline.records import When

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_SEASON_OF_MONTH = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
# The letter of a unit in a length, and whether it stands in the part for hours ("PT").
UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}


def of_when(when: When) -> str:
    """The value of a calendar unit; a span of days has none of its own and gives its first day."""
    day = when.start
    if when.precision == "week":
        return week(day)
    if when.precision == "month":
        return month(day.year, day.month)
    if when.precision == "season":
        return f"{day.year:04}-{_SEASON_OF_MONTH[day.month]}"
    if when.precision == "year":
        return f"{day.year:04}"
    return f"{day.year:04}"[:3] if when.precision == "decade" else day.isoformat()


def week(day: date) -> str:
    """The week of a day, Monday to Sunday."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def month(year: int, number: int) -> str:
    """A month of a year."""
    return f"{year_of(year)}-{number:02}"


def year_of(year: int) -> str:
    """A year; years before our era are below 0."""
    return f"{year:04}" if year > 0 else f"BC{-year:04}"


def length(count: float | None, unit: str) -> str:
    """So many units; None is some number that is not said."""
    letter = UNITS[unit]
    said = "X" if count is None else f"{count:g}"
    return f"PT{said}{letter[1]}" if letter[0] == "T" else f"P{said}{letter}"
