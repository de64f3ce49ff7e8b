"""A sentence -> its words with a class letter each, so that patterns can be written over classes.

A token that holds two numbers ("18–24", "mid-1990s") becomes several words. No word has a meaning
here beyond its class and value; what a run of classes means stands in `expressions`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from dateline import lexicons
from dateline.records import Sentence, Token

OTHER = "~"
MOST_NAME_WORDS = 6
# Words that open the name of a holiday and are too common to look closer for.
COMMON_OPENINGS = frozenset({"new", "good", "day", "d"})
# Years that a bare number of four digits may be: a bare one of three digits is a count.
FIRST_YEAR, LAST_YEAR = 1000, 2100
# Classes that the shape of a number gives, besides those of the lexicon.
SHAPES = ("HOLIDAY", "DAY", "ORD", "SHORT", "NUM", "YEAR", "CLOCK", "NUMERIC")
# A sentence without any of these has no date in it, and is left at once.
TRIGGERS = (
    *("MONTH", "MAYISH", "WEEKDAY", "PART", "UNIT", "SEASON", "DECADE"),
    *("CENTURY", "LASTING", "FORMER", "PERIOD", "TIME", "LATEST"),
    *("NOW", "RECENT", "RECENTLY", "FUTURE", "PAST", "DAILY"),
    *("TODAY", "OVERNIGHT", "WEEKEND", "HALF", "QUARTER", "AGO"),
)

# Source: ISO 8601 and the usual printed forms. Takes "11/03/2002", "28.02.2014"; not "1.75", "9/11".
_NUMERIC = re.compile(r"(\d{4}|\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})")
# Source: our own. Takes "18", "3rd", "1980s", "2011"; not "10:30", "7.00", "1,200".
_NUMBER = re.compile(r"(\d{1,18})(st|nd|rd|th|s)?")
# Source: our own. Takes "10:30", "7.00", "9am"; not "18".
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}|\d{1,2}(?:[:.]\d{2})?(?:am|pm|hrs)|\d{3,4}hrs")
# Source: how the parser leaves numbers joined. Takes "18–24", "mid-1990s", "apr-2012"; not "f-16s".
_JOINED = re.compile(r"(?:(?:mid|[a-z]{3,9}\.?|['’]?\d+[a-z]{0,2})[-–—/])+['’]?\d+[a-z]{0,2}")
_PIECE = re.compile(r"[-–—/]|[^-–—/]+")


class Word(NamedTuple):
    """A word or piece of one: its class letter, its value, and the token it belongs to."""

    lower: str
    start: int
    end: int
    token: int
    letter: str
    value: Any


@cache
def letters() -> dict[str, str]:
    """Each class name -> the one letter that stands for it in patterns."""
    names = [*lexicons.load("times")["classes"], *SHAPES]
    return {name: chr(0x100 + k) for k, name in enumerate(names)}


@cache
def _vocabulary() -> dict[str, tuple[str, Any]]:
    """Each word -> its class letter and value."""
    classes = lexicons.load("times")["classes"]
    return {
        word: (letters()[name], value)
        for name, entry in classes.items()
        for word, value in entry["words"].items()
    }


@cache
def _triggers() -> frozenset[str]:
    classes = lexicons.load("times")["classes"]
    words = {word for name in TRIGGERS for word in classes[name]["words"]}
    words |= set(lexicons.load("times")["spelled"]["openings"])
    return frozenset(words | (_holiday_names()[1] - COMMON_OPENINGS))


def has_trigger(sentence: Sentence) -> bool:
    """Whether any word of a sentence could belong to a date."""
    triggers = _triggers()
    return any(t.lower in triggers or t.lower[-1].isdigit() or t.lower[0].isdigit() for t in sentence.tokens)


def words_of(sentence: Sentence) -> tuple[Word, ...]:
    """The words of a sentence with their classes, in text order."""
    found: list[Word] = []
    for k, token in enumerate(sentence.tokens):
        lower = token.lower
        if len(lower) > 2 and lower[-1] in "0123456789shdt" and _JOINED.fullmatch(lower):
            found.extend(_pieces(token, k))
        else:
            letter, value = _classify(lower)
            found.append(Word(lower, token.start, token.end, k, letter, value))
    return tuple(_settle(_named(found), sentence))


def _named(found: list[Word]) -> list[Word]:
    """Words of which those that make up the name of a holiday are one."""
    names, openings = _holiday_names()
    for k in range(len(found) - 1, -1, -1):
        if found[k].lower not in openings:
            continue
        for stop in range(min(len(found), k + MOST_NAME_WORDS), k, -1):
            name = names.get(_bare("".join(word.lower for word in found[k:stop])))
            if name:
                last = found[stop - 1]
                whole = Word(name, found[k].start, last.end, last.token, letters()["HOLIDAY"], name)
                found[k:stop] = [whole]
                break
    return found


def _bare(name: str) -> str:
    return name.replace(" ", "").replace("-", "").replace("’", "'")


@cache
def _holiday_names() -> tuple[dict[str, str], frozenset[str]]:
    """Each name of a holiday, without blanks and hyphens -> its entry; and the words that names open with."""
    entries = lexicons.load("times")["holidays"].items()
    names = {_bare(name): key for key, entry in entries for name in entry["names"]}
    openings = {re.split("[ -]", name)[0] for _, entry in entries for name in entry["names"]}
    return names, frozenset(opening.removesuffix("'s") for opening in openings) | openings


def _pieces(token: Token, k: int) -> list[Word]:
    numeric = _NUMERIC.fullmatch(token.lower)
    if numeric:
        return [Word(token.lower, token.start, token.end, k, *_classify(token.lower))]
    return [
        Word(piece[0], token.start + piece.start(), token.start + piece.end(), k, *_classify(piece[0]))
        for piece in _PIECE.finditer(token.lower)
    ]


@lru_cache(maxsize=4096)
def _classify(lower: str) -> tuple[str, Any]:
    known = _vocabulary().get(lower)
    if known:
        return known
    if not any("0" <= c <= "9" for c in lower):
        return OTHER, None
    return _shape(lower)


def _shape(lower: str) -> tuple[str, Any]:
    """The class of a word with digits."""
    if numeric := _NUMERIC.fullmatch(lower):
        return letters()["NUMERIC"], numeric.group(1, 2, 3, 4)
    number = _NUMBER.fullmatch(lower.lstrip("'’"))
    if number:
        return _number(int(number[1]), len(number[1]), number[2])
    return (letters()["CLOCK"], None) if _CLOCK.fullmatch(lower) else (OTHER, None)


def _number(value: int, digits: int, tail: str | None) -> tuple[str, Any]:
    of = letters()
    if tail == "s":
        if value % 10 or digits not in (2, 4):
            return OTHER, None
        return of["DECADE"], value if digits == 4 else 1900 + value
    if tail:
        return (of["ORD"], value) if 1 <= value <= 31 else (OTHER, None)
    if digits <= 2 and 1 <= value <= 31:
        return of["DAY"], value
    if digits == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        return of["YEAR"], value
    return (of["SHORT"], value) if digits == 2 else (of["NUM"], value)


def _settle(found: list[Word], sentence: Sentence) -> list[Word]:
    """Take back the class of words that are something else here: "may" the verb, "'s" that is "is"."""
    of = letters()
    numbers = {of["DAY"], of["ORD"], of["YEAR"]}
    for k, word in enumerate(found):
        if word.letter != of["MAYISH"]:
            continue
        beside = {found[j].letter for j in (k - 1, k + 1) if 0 <= j < len(found)}
        token = sentence.tokens[word.token]
        if not beside & numbers and not (token.text[0].isupper() and token.pos not in {"AUX", "VERB"}):
            found[k] = word._replace(letter=OTHER)
    return found
