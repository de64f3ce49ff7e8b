"""The first letters of two days in ISO 8601 -> the days, inclusive, that they stand for."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def days_of(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    """The first day of the first period and the last day of the last one; None for no day.

    >>> days_of("2031-02", "2031-02")
    (datetime.date(2031, 2, 1), datetime.date(2031, 2, 28))
    """
    if first is None or last is None:
        return None, None
    start = [int(part) for part in first.split("-")]
    end = [int(part) for part in last.split("-")]
    year, month, day = (*start, 1, 1)[:3]
    last_month = end[1] if len(end) > 1 else 12
    last_day = end[2] if len(end) > 2 else monthrange(end[0], last_month)[1]
    return date(year, month, day), date(end[0], last_month, last_day)
