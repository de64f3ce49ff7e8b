"""A quantity on a line -> the range that it opens, where a second end follows: "3 to 5", "from 75 to 46"."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dateline.mentions.figures.vocabulary import Vocabulary
from dateline.mentions.quantities.line import Line
from dateline.mentions.quantities.told import Told, tell
from dateline.mentions.quantities.values import HYPHENS, read_value

GAP = 6  # pieces between the ends of "from 20 miles per gallon in 2008 to 29"
LONGEST_MARK = 2  # pieces of a sign of money before the second end: "AU $"
HEDGES = frozenset(
    {
        "about",
        "around",
        "some",
        "nearly",
        "almost",
        "roughly",
        "approximately",
        "over",
        "up",
        "as",
        "high",
        "~",
    }
)
OPENERS = frozenset({"from", "between"})
BREAKS = frozenset({",", ";", ":", "(", ")", "—", "–", "and", "but", "or", "while"})
ALONE = frozenset({"vague", "ratio", "fraction"})  # kinds of value that open and close no range
TENFOLD = 10  # a lent multiplier may lift the low end so far over the high one: "from 9 to 3 million"
THOUSAND = 1000  # an end this large was written out and takes no multiplier over: "$500,000 to $1 million"


class Pair(NamedTuple):
    """The two ends of a range, or one quantity twice; `shares` says that its unit was lent by the next one."""

    start: int
    end: int
    first: Told
    last: Told
    shares: bool = False


def pair_of(line: Line, told: Told, words: Vocabulary, stands: Callable[[Told], bool]) -> Pair:
    """The range that a quantity opens; the quantity itself, twice, where it opens none.

    Args: stands, whether a value is a quantity (a date is no second end).
    """
    alone = Pair(told.start, told.end, told, told)
    if told.value.kind in ALONE and told.unit.kind != "share":
        return alone
    opener = _opener(line, told)
    for end in dict.fromkeys((told.value.end, told.end)):
        found = _after(line, told, end, opener, words)
        if found is not None and stands(found) and _fit(line, told, found, opener, words):
            start = told.start if opener is None else opener
            return Pair(start, found.end, _scaled(told, found), _named(told, found))
    return alone


def lent(line: Line, told: Told, words: Vocabulary) -> Told:
    """A bare number with the unit that is measured right behind it: "2000 - 2500 km", "1950 or 2000 tons"."""
    if told.unit.kind != "number" or line.lower(told.end) not in HYPHENS | {"to", "or", "and"}:
        return told
    second = _second(line, told.end + 1, words)
    if second is None or second.unit.kind in {"number", "count", "time"}:
        return told
    return told._replace(unit=second.unit, words=second.words)


def _opener(line: Line, told: Told) -> int | None:
    """Where "from" or "between" stands before a quantity, past a hedge."""
    i = told.start - 1
    while i > 0 and line.lower(i) in HEDGES:
        i -= 1
    return i if line.lower(i) in OPENERS else None


def _after(line: Line, told: Told, end: int, opener: int | None, words: Vocabulary) -> Told | None:
    """The quantity behind the word that joins two ends, right after the first or, after "from", a little on."""
    word = line.lower(opener) if opener is not None else ""
    reach = GAP if word == "from" and end == told.end else 1
    for k in range(end, min(end + reach, len(line.pieces))):
        if _joins(line, k, word):
            return _second(line, k + 1, words)
        if k == end and line.lower(k) == "up" and line.lower(k + 1) == "to":
            return _second(line, k + 2, words)
        if line.lower(k) in BREAKS or line.pos(k) == "AUX":
            return None
    return None


def _joins(line: Line, k: int, opener: str) -> bool:
    """Whether a piece joins the ends of a range."""
    word = line.lower(k)
    if word in HYPHENS:
        return line.glued(k) or line.pieces[k].space
    return word in {"to", "or"} or (word == "and" and opener == "between")


def _second(line: Line, i: int, words: Vocabulary) -> Told | None:
    """The quantity that starts at a piece, past a hedge and a sign of money."""
    while line.lower(i) in HEDGES:
        i += 1
    for k in range(i, min(i + LONGEST_MARK + 1, len(line.pieces))):
        value = read_value(line, k, words)
        if value is not None:
            told = tell(line, value)
            return told if told.start <= i else None
    return None


def _fit(line: Line, one: Told, two: Told, opener: int | None, words: Vocabulary) -> bool:
    """Whether two quantities are the ends of one range: the same unit, or one lent by the other."""
    if two.value.kind in ALONE or not _alike(one, two):
        return False
    if opener is not None and line.lower(opener) == "from":
        return True
    if two.unit.kind == "number" and one.unit.kind != "number" and opener is None:
        return False
    rising = _scaled(one, two).value.low < two.value.high
    join = line.lower(two.start - 1)
    if join == "or":
        return rising and one.unit.kind == "number"
    if join == "to" and one.unit.kind != "number" and opener is None:
        return one.unit.kind == two.unit.kind and not _is_changed(line, one, words)
    return rising


def _alike(one: Told, two: Told) -> bool:
    """Whether two units may be those of one range."""
    if "number" in {one.unit.kind, two.unit.kind} or one.unit.kind == two.unit.kind == "count":
        return True
    return one.unit.name.startswith(two.unit.name) or two.unit.name.startswith(one.unit.name)


def _is_changed(line: Line, one: Told, words: Vocabulary) -> bool:
    """As in "rose 5 points to 50 points": the first is by how much, the second where it ended."""
    return one.start > 0 and line.pieces[one.start - 1].lemma in words.up | words.down


def _scaled(one: Told, two: Told) -> Told:
    """The first end, with the second one's multiplier where it has none: "between 3 and 5 million"."""
    low, factor = one.value.low, two.value.scale
    if one.value.scale != 1.0 or low >= THOUSAND or low * factor > two.value.high * TENFOLD:
        return one
    return one._replace(value=one.value._replace(low=low * factor, high=one.value.high * factor))


def _named(one: Told, two: Told) -> Told:
    """The second end, with the first one's unit where that says more: "$75 per barrel to $46"."""
    if two.unit.kind == "number" or (one.unit.kind != "count" and len(one.unit.name) > len(two.unit.name)):
        return two._replace(unit=one.unit, words=one.words)
    return two
