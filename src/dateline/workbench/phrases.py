"""Values -> the few words that a page says them with; the words themselves stand in `words`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline import lexicons
from dateline.workbench.words import find, say

if TYPE_CHECKING:
    from dateline.records import When


def number(value: int | None) -> str:
    """A count with its thousands set apart; the sign for nothing where there is none.

    >>> number(12500), number(None)
    ('12,500', '–')
    """
    return say("common.none_short") if value is None else f"{value:,}"


def amount(low: int | None, high: int | None, *, approx: bool = False, short: bool = False) -> str:
    """A range as it was said: a bound that nobody stated stays unstated.

    >>> amount(17, None), amount(17, None, short=True), amount(None, 120, approx=True), amount(24, 99)
    ('at least 17', '≥ 17', 'nearly 120', '24 to 99')
    """
    if low is None and high is None:
        return say("common.none_short" if short else "common.unknown_number")
    words = "common.amount_short" if short else "common.amount"
    if low == 0 and high is None:
        return say(f"{words}.from_none")
    if low is None:
        return say(f"{words}.{'nearly' if approx else 'up_to'}", high=high)
    said = say(
        f"{words}.{'exact' if low == high else 'at_least' if high is None else 'range'}", low=low, high=high
    )
    return say(f"{words}.about", said=said) if approx else said


def spoken(low: int | None, best: int | None, high: int | None) -> str:
    """What a bar draws, for those who do not see it.

    >>> spoken(6, None, 23), spoken(6, 10, None)
    ('from 6 to 23', 'from 6, no upper bound stated, best 10')
    """
    if low is None and high is None:
        return say("common.bar.unknown") if best is None else number(best)
    shape = "up_to" if low is None else "exact" if low == high else "at_least" if high is None else "range"
    said = say(f"common.bar.{shape}", low=low, high=high)
    return said if best is None or low == high else said + say("common.bar.best", best=best)


def day(value: date | None) -> str:
    """A day as it is read aloud.

    >>> day(date(2024, 3, 12))
    '12 Mar 2024'
    """
    return say("common.none_short") if value is None else f"{value.day} {_month(value)} {value.year}"


def when(value: When | None) -> str:
    """A day, a month or a year where it is just that, else the first and the last day.

    >>> from dateline.records import When
    >>> when(When(date(2024, 3, 12), date(2024, 3, 17), "span"))
    '12–17 Mar 2024'
    >>> when(When(date(2015, 6, 1), date(2015, 6, 30), "month"))
    'Jun 2015'
    """
    return say("common.none_short") if value is None else days(value.start, value.end)


def days(start: date, end: date) -> str:
    """The days from one to another, said as shortly as they can be."""
    if start == end:
        return day(start)
    after = end + timedelta(days=1) if end < date.max else end
    if start.day == 1 and after.day == 1:
        if (start.year, start.month) == (end.year, end.month):
            return f"{_month(start)} {start.year}"
        if start.month == 1 and end.month == 12:
            return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
        if start.year == end.year:
            return f"{_month(start)}–{_month(end)} {start.year}"
    if start.year != end.year:
        return f"{day(start)} – {day(end)}"
    if start.month != end.month:
        return f"{start.day} {_month(start)} – {day(end)}"
    return f"{start.day}–{day(end)}"


def _month(value: date) -> str:
    return str(find("common.months")[value.month - 1])


def label(word: str, group: str = "kind") -> str:
    """A codebook's word as people say it: its label, else the word without underscores.

    >>> label("air_strike"), label("official_unnamed", "source_type")
    ('air strike', 'unnamed official')
    """
    entry = lexicons.load("codebook")[group].get(str(word))
    return str(entry["label"]) if entry else str(word).replace("_", " ")


def definition(word: str, group: str = "kind") -> str:
    """What a codebook's word means; nothing for a word that it does not know."""
    entry = lexicons.load("codebook")[group].get(str(word))
    return str(entry["definition"]) if entry else ""


def begin(words: str) -> str:
    """Words as they begin a line: the first letter large, the others as they are.

    >>> begin("killed by UNMISS")
    'Killed by UNMISS'
    """
    return words[:1].upper() + words[1:]


def codes(group: str) -> tuple[tuple[str, str], ...]:
    """The words of a part of the codebook with their labels, in its order: for a list to choose from.

    >>> codes("status")[0]
    ('happened', 'happened')
    """
    return tuple((word, label(word, group)) for word in lexicons.load("codebook")[group])
