"""Pieces of a sentence -> the value that stands at one of them: digits, number words, vague words, fractions.

Number words and vague words are those of the reader of figures; this adds decimals, fractions, signs and scales.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.mentions.figures.numbers import read_one
from dateline.mentions.figures.vocabulary import Vocabulary
from dateline.mentions.quantities.line import Line
from dateline.mentions.quantities.units import mark_before, unit_at

HYPHENS = frozenset({"-", "–", "—", "‒", "−"})
# Beyond these stand account numbers and nonsense, not quantities.
LARGEST, LONGEST = 1e18, 18
RATIOS = frozenset({"ratio", "ratios", "odds"})
RATIO_REACH = 6  # pieces from "ratio" to its numbers: "the ratio of guards to guests was 3:1"
# Multipliers in letters that also stand apart from their digits: "5 bn".
LONG_SCALES = frozenset({"bn", "mn", "mln", "tn", "trn"})
TRILLION = frozenset({"trillion", "trillions", "tn"})
# Words before "half", "third" or "quarter" that make it one of a row: "the second half".
ORDERED = frozenset(
    {"first", "second", "third", "fourth", "last", "next", "other", "better", "latter", "early", "final"}
    | {"this", "each", "every", "per", "opening", "closing", "previous", "earlier", "later"}
)
# What follows a half that is a share of something.
WHOLES = frozenset({"of", "the", "its", "their", "his", "her", "our", "a", "an", "that", "those", "these"})
YEARS = range(1400, 2200)
ROUND = frozenset({10, 100, 1000, 10_000, 100_000})  # wholes of odds: "3 in 100"
LARGEST_SHARE = 16  # the largest denominator written with a slash: "9/16 inch"; beyond stand dates and scores


class Value(NamedTuple):
    """A value and its pieces (half-open). `kind`: digits, words, vague, fraction or ratio; `scale` multiplied it."""

    start: int
    end: int
    low: float
    high: float
    kind: str
    scale: float = 1.0


def read_value(line: Line, i: int, words: Vocabulary) -> Value | None:
    """The value that starts at a piece, or None."""
    against = _against(line, i) if line.is_number(i) else None
    if against is not None:
        return against
    value = _digits(line, i, words) if line.is_number(i) else _spelled(line, i, words)
    if value is None:
        return None
    value = _scaled(line, value, words)
    if value.high > LARGEST:
        return None
    value = _ratio(line, value, words) or value
    return _signed(line, value)


def _against(line: Line, i: int) -> Value | None:
    """As in "a ratio of 3:1", "odds of 10 to 1": the one through the other; elsewhere they are a score or an hour."""
    if not any(line.lower(k) in RATIOS for k in range(max(0, i - RATIO_REACH), i)):
        return None
    first, colon, second = line.text(i).partition(":")
    end = i + 1
    if not colon and (line.lower(end) == "to" or line.lower(end) in HYPHENS):
        second, end = line.text(i + 2), i + 3
    one, two = number_of(first), number_of(second)
    return Value(i, end, one / two, one / two, "ratio") if one is not None and two else None


def _digits(line: Line, i: int, words: Vocabulary) -> Value | None:
    """A number in digits, a fraction with a slash, a number with a fraction after it."""
    text = line.text(i)
    if text in line.units.signs:
        return Value(i, i + 1, line.units.signs[text], line.units.signs[text], "fraction")
    number = number_of(text)
    if number is None:
        return None
    over = (
        number_of(line.text(i + 2))
        if line.text(i + 1) == "/" and line.glued(i + 1) and line.glued(i + 2)
        else None
    )
    if over is not None:
        share = _share(number, over)
        return None if share is None else Value(i, i + 3, share, share, "fraction")
    end, more = _rest(line, i + 1, words)
    return Value(i, end, number + more, number + more, "digits")


def number_of(text: str) -> float | None:
    """The number that digits write, or None.

    >>> number_of("1,200.5"), number_of(".5"), number_of("4th")
    (1200.5, 0.5, None)
    """
    plain = text.replace(",", "")
    if not plain or len(plain) > LONGEST or not plain.isascii() or not plain.replace(".", "", 1).isdigit():
        return None
    return float(plain)


def _share(number: float, over: float) -> float | None:
    """A fraction below one with a small denominator."""
    if not 0 < number < over <= LARGEST_SHARE or over % 1 or number % 1:
        return None
    return number / over


def _rest(line: Line, i: int, words: Vocabulary) -> tuple[int, float]:
    """The fraction after a whole number: "1 1/2", "3½", "three and a half"."""
    if line.text(i) in line.units.signs:
        return i + 1, line.units.signs[line.text(i)]
    if line.is_number(i) and line.text(i + 1) == "/" and line.glued(i + 1):
        one, over = number_of(line.text(i)), number_of(line.text(i + 2))
        share = _share(one, over) if one and over else None
        return (i + 3, share) if share is not None else (i, 0.0)
    joined = [line.lower(k) for k in range(i, i + 6) if line.lower(k) not in HYPHENS]
    if joined[:2] == ["and", "a"] and joined[2:3] and joined[2] in {"half", "quarter", "third"}:
        end = next(k for k in range(i, len(line.pieces)) if line.lower(k) == joined[2]) + 1
        return end, 1 / words.denominators[joined[2]]
    return i, 0.0


def _spelled(line: Line, i: int, words: Vocabulary) -> Value | None:
    """A fraction in words, else a number word or a vague word."""
    fraction = _fraction(line, i, words)
    if fraction is not None:
        return fraction
    number = read_one(line.pieces, i, words)
    if number is None:
        return None
    if number.kind == "vague" and number.low != number.high:
        return Value(i, number.end, float(number.low), float(number.high), "vague")
    end, more = _rest(line, number.end, words)
    scale = float(words.multipliers.get(line.lower(number.end - 1), 1))
    return Value(i, end, number.low + more, number.high + more, "words", scale)


def _fraction(line: Line, i: int, words: Vocabulary) -> Value | None:
    """As in "two-thirds", "a third of", "half the"."""
    word = line.lower(i)
    if word == "half" or (word == "a" and line.lower(i + 1) == "half"):
        end = i + 1 if word == "half" else i + 2
        return Value(i, end, 0.5, 0.5, "fraction") if _is_share(line, i, end) else None
    above = 1 if word in {"a", "an"} else words.cardinals.get(word)
    if above is None:
        return None
    hyphen = line.lower(i + 1) in HYPHENS
    k = i + 2 if hyphen else i + 1
    below = words.denominators.get(line.lower(k)) or (
        words.denominators.get(line.lower(k).removesuffix("s")) if above > 1 else None
    )
    if below is None or above >= below or (below == 2 and above != 1):
        return None
    many = line.lower(k).endswith("s") and above > 1
    of = line.lower(k + 1) == "of"
    if not (
        of
        or (many and line.lower(k) != "quarters")
        or (hyphen and above > 1)
        or (above == 1 and _closes(line, k + 1))
    ):
        return None
    return Value(i, k + 1, above / below, above / below, "fraction")


def _is_share(line: Line, i: int, end: int) -> bool:
    """Whether a half is a share of something, no half-time and no second half."""
    before, after = line.lower(i - 1), line.lower(end)
    if before in ORDERED or before in HYPHENS or (before == "the" and after != "of"):
        return False
    return (after in WHOLES and after != "a") or _closes(line, end)


def _closes(line: Line, i: int) -> bool:
    """Whether nothing that a number could count stands at a piece."""
    return line.pos(i) in {"", "PUNCT"} and line.lower(i) not in HYPHENS


def _scaled(line: Line, value: Value, words: Vocabulary) -> Value:
    """Times what follows: "4.2 million", "$4.2b", "2 lakh crore", "five trillion"."""
    if value.kind == "vague":
        return value
    i, factor = value.end, 1.0
    while factor < LARGEST and (step := _multiplier(line, i, words)) is not None:
        i, factor = step[0], factor * step[1]
    if factor == 1.0:
        i, factor = _letter(line, value)
    # Rounded, so that 1.1 times a million is no 1100000.0000000002.
    low, high = round(value.low * factor, 6), round(value.high * factor, 6)
    return value if factor == 1.0 else value._replace(end=i, low=low, high=high, scale=factor)


def _multiplier(line: Line, i: int, words: Vocabulary) -> tuple[int, float] | None:
    """The multiplier at a piece, past a hyphen that glues it on ("a $40-million contract")."""
    if line.lower(i) in HYPHENS and line.glued(i) and line.glued(i + 1):
        i += 1
    if line.lower(i) in TRILLION:
        return i + 1, 1e12
    factor = words.multipliers.get(line.lower(i))
    return None if factor is None else (i + 1, float(factor))


def _letter(line: Line, value: Value) -> tuple[int, float]:
    """The multiplier that a letter behind digits is, where it is one."""
    i, table = value.end, line.units
    text = line.text(i).removesuffix(".")
    if value.kind != "digits" or not text:
        return i, 1.0
    near, plain = line.glued(i), text.lower()
    if (near and text in table.sure) or plain in LONG_SCALES:
        return i + 1, float(table.sure[text if text in table.sure else plain])
    if not near and mark_before(line.pieces, value.start, table) is None:
        return i, 1.0
    if text in table.money and _is_money(line, value):
        return i + 1, float(table.money[text])
    if text in table.counted and (line.lower(i + 1) == "of" or _leads_plural(line, i + 1)):
        return i + 1, float(table.counted[text])
    return i, 1.0


def _is_money(line: Line, value: Value) -> bool:
    """Whether digits and a letter are an amount of money: "$5m", "5m euros"."""
    if mark_before(line.pieces, value.start, line.units) is not None:
        return True
    after = unit_at(line.pieces, value.end + 1, line.units)
    return after is not None and after.unit.kind == "money"


def _leads_plural(line: Line, i: int) -> bool:
    """Whether adjectives and then a plural stand from a piece on."""
    while line.pos(i) == "ADJ":
        i += 1
    return line.tag(i) in {"NNS", "NNPS"}


def _ratio(line: Line, value: Value, words: Vocabulary) -> Value | None:
    """As in "one in five", "two out of three", "one of four": the share that it is."""
    if value.kind not in {"words", "digits"} or value.low % 1 or value.low < 1:
        return None
    join, i = line.lower(value.end), value.end + 1
    if join == "out" and line.lower(i) == "of":
        i += 1
    elif join not in {"in", "of"}:
        return None
    every = line.lower(i) == "every"
    whole = _whole(line, i + every, words)
    if whole is None or value.high >= whole.low:
        return None
    if join == "in" and not _is_odds(line, value, whole, every=every):
        return None
    if join != "out" and unit_at(line.pieces, whole.end, line.units) is not None:
        return None  # "three of 12 kg", "one in five minutes"
    return Value(value.start, whole.end, value.low / whole.low, value.low / whole.low, "ratio")


def _whole(line: Line, i: int, words: Vocabulary) -> Value | None:
    """The plain number at a piece."""
    if line.is_number(i):
        number = number_of(line.text(i))
        return None if number is None else Value(i, i + 1, number, number, "digits")
    found = read_one(line.pieces, i, words)
    if found is None or found.kind == "vague":
        return None
    return Value(i, found.end, float(found.low), float(found.high), "words")


def _is_odds(line: Line, value: Value, whole: Value, *, every: bool) -> bool:
    """Whether "in" makes a share: "one in five", "3 in 100"; not "killed one in 2015"."""
    if line.pos(value.start - 1) == "VERB" or (whole.kind == "digits" and whole.low in YEARS):
        return False
    return every or value.high == 1 or whole.low in ROUND


def _signed(line: Line, value: Value) -> Value:
    """Below zero after "minus" or a sign that stands right before the digits and apart from the word before."""
    i = value.start - 1
    if i < 0 or value.kind not in {"digits", "words"}:
        return value
    if line.lower(i) == "minus":
        return value._replace(start=i, low=-value.low, high=-value.high)
    hyphen = line.text(i) in {"-", "−", "–"} and line.glued(i + 1)
    if hyphen and line.lower(i - 1) == "minus" and line.glued(i):
        return value._replace(start=i - 1, low=-value.low, high=-value.high)
    if hyphen and value.kind == "digits" and (i == 0 or (not line.glued(i) and not line.is_number(i - 1))):
        return value._replace(start=i, low=-value.low, high=-value.high)
    return value
