"""A run of tokens -> the number or range that it states, from digits, number words and vague words.

It does not ask what is counted, nor whether anything is; the words around the number are in `hedges`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.mentions.figures.vocabulary import Vocabulary
from dateline.records import Token

# No count of a report on a conflict is larger; beyond it stand account numbers and the like.
LARGEST = 10_000_000_000
GROUP = 3  # digits between thousands separators; two in the Indian style ("1,00,000")


class Number(NamedTuple):
    """A stated number: token indices (half-open), bounds, and how it was told.

    `kind` is "digits", "words", "vague" or "range".
    """

    start: int
    end: int
    low: int
    high: int
    approx: bool
    kind: str


LONG = 5  # digits of an ordinal that counts nobody


def read_number(tokens: Sequence[Token], start: int, vocabulary: Vocabulary) -> Number | None:
    """The longest number or range of numbers that starts at a token, or None."""
    first = read_one(tokens, start, vocabulary)
    if first is None:
        return _dashed(tokens, start, vocabulary)
    return _range(tokens, first, vocabulary) or first


def read_one(tokens: Sequence[Token], start: int, vocabulary: Vocabulary) -> Number | None:
    """The single number that starts at a token: a vague phrase, digits, or words."""
    if start >= len(tokens):
        return None
    word = tokens[start].lower
    if word in vocabulary.vague:
        vague = _vague(tokens, start, vocabulary)
        if vague:
            return vague
    if word[0].isdigit():
        return _digits(tokens, start, vocabulary)
    if word in vocabulary.cardinals or word in vocabulary.multipliers or word in {"a", "an"}:
        return _words(tokens, start, vocabulary)
    return None


def whole(text: str) -> int | None:
    """The integer that digits write, with thousands separators or without; None for anything else.

    >>> whole("1,100"), whole("1,00,000"), whole("1,2"), whole("007")
    (1100, 100000, None, None)
    """
    groups = text.split(",")
    if not all(group.isascii() and group.isdigit() for group in groups):
        return None
    if len(groups) > 1:
        inner = {len(group) for group in groups[1:-1]}
        if len(groups[-1]) != GROUP or len(groups[0]) > GROUP or not inner <= {GROUP - 1, GROUP}:
            return None
    if text[0] == "0" and text != "0":
        return None
    value = int("".join(groups)) if len(text) < len(str(LARGEST)) + 4 else LARGEST + 1
    return value if value <= LARGEST else None


def _digits(tokens: Sequence[Token], start: int, vocabulary: Vocabulary) -> Number | None:
    """Digits, and the multipliers after them: "1.2 million", "3 lakh", "374"."""
    text = tokens[start].lower
    end, factor = _multipliers(tokens, start + 1, vocabulary)
    value = whole(text)
    if value is None:
        value = _decimal(text, factor)
        return Number(start, end, value, value, False, "digits") if value else None
    value *= factor
    return Number(start, end, value, value, False, "digits") if value <= LARGEST else None


def _decimal(text: str, factor: int) -> int | None:
    """A decimal before a multiplier, when they come out whole: "1.09" million."""
    before, point, after = text.partition(".")
    if not point or not (before + after).isdigit() or not (before + after).isascii():
        return None
    if factor == 1 or len(text) > len(str(LARGEST)):
        return None
    value, rest = divmod(int(before + after) * factor, 10 ** len(after))
    return value if rest == 0 and value <= LARGEST else None


def _multipliers(tokens: Sequence[Token], i: int, vocabulary: Vocabulary) -> tuple[int, int]:
    """Where the multipliers from token `i` on end, and their product."""
    factor = 1
    while i < len(tokens) and tokens[i].lower in vocabulary.multipliers and factor < LARGEST:
        factor *= vocabulary.multipliers[tokens[i].lower]
        i += 1
    return i, factor


def _words(tokens: Sequence[Token], start: int, vocabulary: Vocabulary) -> Number | None:
    """Number words: "twenty-one", "two hundred and five", "a dozen", "thousand"."""
    total, part, i, floor = 0, 0, start, 100
    if tokens[start].lower in {"a", "an"}:
        i = start + 1
        if i >= len(tokens) or tokens[i].lower not in vocabulary.multipliers:
            return None
    begun = i
    while i < len(tokens):
        word = tokens[i].lower
        if word in vocabulary.multipliers:
            factor = vocabulary.multipliers[word]
            part = (part or 1) * factor
            if factor > 100:
                total, part = total + part, 0
            floor = 100
        elif word in vocabulary.cardinals and vocabulary.cardinals[word] < floor:
            value = vocabulary.cardinals[word]
            part += value
            floor = 10 if value >= 20 else 0  # after "twenty" a unit may follow, after "twelve" nothing
        else:
            break
        i = _glue(tokens, i + 1, vocabulary, floor=floor)
    if i == begun or total + part > LARGEST:
        return None
    return Number(start, _unglue(tokens, i), total + part, total + part, False, "words")


def _glue(tokens: Sequence[Token], i: int, vocabulary: Vocabulary, *, floor: int) -> int:
    """Past a hyphen or an "and" inside a number word, where a smaller number follows; else where it was."""
    if i + 1 >= len(tokens):
        return i
    word, after = tokens[i].lower, tokens[i + 1].lower
    if (
        word in vocabulary.hyphens
        and after in vocabulary.cardinals
        and vocabulary.cardinals[after] < floor <= 10
    ):
        return i + 1
    last = tokens[i - 1].lower
    if word == "and" and last in vocabulary.multipliers and last != "dozen" and after in vocabulary.cardinals:
        return i + 1
    return i


def _unglue(tokens: Sequence[Token], end: int) -> int:
    """Back over an "and" or a hyphen that no number followed."""
    return end - 1 if tokens[end - 1].lower in {"and", "-"} else end


def _vague(tokens: Sequence[Token], start: int, vocabulary: Vocabulary) -> Number | None:
    """A vague phrase, scaled where a multiplier follows: "several hundred", "dozens"."""
    for vague in vocabulary.vague[tokens[start].lower]:
        end = start + len(vague.words)
        if tuple(t.lower for t in tokens[start:end]) != vague.words:
            continue
        factor = 1
        if vague.scales and vague.words[-1] not in vocabulary.multipliers:
            end, factor = _multipliers(tokens, end, vocabulary)
        elif vague.scales:
            factor = vocabulary.multipliers[vague.words[-1]]
        return Number(start, end, vague.low * factor, vague.high * factor, not vague.exact, "vague")
    return None


def _range(tokens: Sequence[Token], first: Number, vocabulary: Vocabulary) -> Number | None:
    """Both ends of a range whose first end was read: "3,500 to 5,000", "five or six", "10-15"."""
    joint = first.end
    if joint + 1 >= len(tokens) or first.kind == "vague":
        return None
    word = tokens[joint].lower
    if word == "and":
        if first.start == 0 or "between" not in _words_before(tokens, first.start, 4):
            return None
    elif word not in {"to", "or"} and word not in vocabulary.hyphens:
        return None
    second = read_one(tokens, joint + 1, vocabulary)
    if second is None or second.kind == "vague":
        return None
    if len(tokens[first.start].text) == 4 and first.kind == "digits" and second.high > 100 * first.low:
        return None  # "in 2018 to 3.9 million": a year, then a count
    low = _shared(tokens, first, second, vocabulary)
    if low >= second.high:
        return None
    return Number(first.start, second.end, low, second.high, False, "range")


def _words_before(tokens: Sequence[Token], start: int, count: int) -> list[str]:
    """The last words before a token, in lower case."""
    return [t.lower for t in tokens[max(0, start - count) : start]]


def _shared(tokens: Sequence[Token], first: Number, second: Number, vocabulary: Vocabulary) -> int:
    """The low end, with the second end's multiplier where the first has none: "two to three million"."""
    last = vocabulary.multipliers.get(tokens[second.end - 1].lower)
    own = tokens[first.end - 1].lower in vocabulary.multipliers
    if last is None or own or first.low * last >= second.high:
        return first.low
    return first.low * last


def _dashed(tokens: Sequence[Token], start: int, vocabulary: Vocabulary) -> Number | None:
    """A range in one token ("20–30"), or with a decimal low end ("1.5 to 2 million")."""
    text = tokens[start].lower
    if not text[0].isdigit():
        return None
    for hyphen in vocabulary.hyphens:
        low_text, found, high_text = text.partition(hyphen)
        if found and high_text:
            return _ends(tokens, start, (low_text, high_text), vocabulary)
    return _decimal_range(tokens, start, vocabulary)


def _ends(
    tokens: Sequence[Token], start: int, texts: tuple[str, str], vocabulary: Vocabulary
) -> Number | None:
    """The range that two written ends make, times what follows."""
    low, high = whole(texts[0]), whole(texts[1])
    end, factor = _multipliers(tokens, start + 1, vocabulary)
    if low is None or high is None or low >= high:
        return None
    return Number(start, end, low * factor, high * factor, False, "range")


def _decimal_range(tokens: Sequence[Token], start: int, vocabulary: Vocabulary) -> Number | None:
    """As in "1.5 to 2 million": the multiplier of the second end makes the first one whole."""
    if start + 2 >= len(tokens) or tokens[start + 1].lower not in {"to", "or", "and", *vocabulary.hyphens}:
        return None
    second = read_one(tokens, start + 2, vocabulary)
    factor = second and vocabulary.multipliers.get(tokens[second.end - 1].lower)
    low = _decimal(tokens[start].lower, factor or 1)
    if second is None or low is None or low >= second.high:
        return None
    return Number(start, second.end, low, second.high, False, "range")


def read_ordinal(word: str, vocabulary: Vocabulary) -> int | None:
    """The number of an ordinal, "third", "28th"; None for "first" and for what is none."""
    stem, ending = word[:-2], word[-2:]
    told = stem.isdecimal() and ending in {"st", "nd", "rd", "th"} and len(stem) < LONG
    return vocabulary.ordinals.get(word) or (int(stem) if told and int(stem) > 1 else None)
