"""The lexicon of units -> one frozen table, and the unit that stands before or after a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dateline import lexicons
from dateline.mentions.figures.vocabulary import plural
from dateline.records import Token


class Unit(NamedTuple):
    """A unit: its name and what it is a unit of ("length", "money", "share")."""

    name: str
    kind: str


class Meant(NamedTuple):
    """A unit found among pieces: which, and the piece after it."""

    unit: Unit
    end: int


@dataclass(frozen=True, slots=True)
class Units:
    """All units by their forms; words are tuples of lower-case pieces, keyed by the first, longest first."""

    words: Mapping[str, tuple[tuple[tuple[str, ...], Unit], ...]]
    symbols: Mapping[str, Unit]
    marks: Mapping[str, Unit]
    codes: Mapping[str, Unit]
    powers_before: Mapping[str, str]
    powers_after: Mapping[str, str]
    rates: frozenset[str]
    articles: frozenset[str]
    sure: Mapping[str, int]
    money: Mapping[str, int]
    counted: Mapping[str, int]
    signs: Mapping[str, float]
    age: Unit
    aged: frozenset[str]
    old: frozenset[str]

    def is_mark(self, text: str) -> bool:
        """Whether a word is a sign or code of money."""
        return text.lower() in self.marks or text in self.codes

    def is_suffix(self, text: str) -> bool:
        """Whether letters behind digits are a unit, a sign of money or a multiplier."""
        return (
            text in self.symbols
            or self.is_mark(text)
            or text in self.sure
            or text.lower() in self.sure
            or text in self.money
            or any(words == (text.lower(),) for words, _ in self.words.get(text.lower(), ()))
        )


@cache
def units() -> Units:
    """The table of the shipped lexicon, built once."""
    book = lexicons.load("units")
    words: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    symbols: dict[str, Unit] = {}
    marks: dict[str, Unit] = {}
    codes: dict[str, Unit] = {}
    for entry in (*book["units"], *book["money"]):
        unit = Unit(entry["name"], entry.get("kind", "money"))
        for form in _forms(entry["words"], book["plurals"]):
            words.setdefault(form[0], []).append((form, unit))
        symbols.update(dict.fromkeys(entry.get("symbols", ()), unit))
        marks.update(dict.fromkeys(entry.get("marks", ()), unit))
        codes.update(dict.fromkeys(entry.get("codes", ()), unit))
    scales, ages = book["scales"], book["ages"]
    return Units(
        words={key: tuple(sorted(forms, key=lambda f: -len(f[0]))) for key, forms in words.items()},
        symbols=symbols,
        marks=marks,
        codes=codes,
        powers_before=book["powers"]["before"],
        powers_after=book["powers"]["after"],
        rates=frozenset(book["rates"]["joins"]),
        articles=frozenset(book["rates"]["articles"]),
        sure=scales["sure"],
        money=scales["money"],
        counted=scales["counted"],
        signs=book["signs"],
        age=Unit(ages["name"], "age"),
        aged=frozenset(ages["units"]),
        old=frozenset(ages["old"]),
    )


def _forms(words: Sequence[str], irregular: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Each phrase in the singular and the plural, as pieces."""
    found: list[tuple[str, ...]] = []
    for phrase in words:
        *before, last = phrase.split()
        found.append((*before, last))
        found.append((*before, irregular.get(last) or plural(last, irregular)))
    return list(dict.fromkeys(found))


def mark_before(pieces: Sequence[Token], start: int, table: Units) -> tuple[int, Unit] | None:
    """The sign or code of money right before a piece, and where it starts: "$", "US $", "AU $", "Rs."."""
    for size in (2, 1):
        if size > start:
            continue
        run = pieces[start - size : start]
        if size > 1 and run[0].space and not _is_country(run[0]):
            continue
        text = "".join(piece.text for piece in run)
        unit = table.marks.get(text.lower()) or table.codes.get(text)
        if unit is None and size == 2 and run[1].text == "." and run[0].lower in table.marks:
            unit = table.marks[run[0].lower]
        if unit is not None and not (size == 1 and _is_word(run[0])):
            return start - size, unit
    return None


def _is_country(piece: Token) -> bool:
    """Whether a piece may be a country's letters before a sign of money ("AU $5"), and no article."""
    return len(piece.text) > 1 and piece.text.isupper()


def _is_word(piece: Token) -> bool:
    """Whether a mark here is more likely a word: "re", "sr" in small letters."""
    return piece.text.isalpha() and piece.text.islower() and len(piece.text) < 3


def unit_at(pieces: Sequence[Token], start: int, table: Units) -> Meant | None:
    """The unit that starts at a piece, with a power before it and a rate after it, or None."""
    if start >= len(pieces):
        return None
    meant = _unrated(pieces, start, table)
    return None if meant is None else rated(pieces, meant, table)


def _unrated(pieces: Sequence[Token], start: int, table: Units) -> Meant | None:
    """The unit that starts at a piece, with a power before it and no rate after it."""
    power = table.powers_before.get(pieces[start].lower) if start < len(pieces) else None
    if power:
        meant = _plain(pieces, start + 1, table)
        if meant is not None and meant.unit.kind == "length":
            return Meant(Unit(f"{power} {meant.unit.name}", "area"), meant.end)
    return _plain(pieces, start, table)


def _plain(pieces: Sequence[Token], i: int, table: Units) -> Meant | None:
    """A unit without a rate: the longest written-out one, else a symbol or code as it is written."""
    if i >= len(pieces):
        return None
    for words, unit in table.words.get(pieces[i].lower, ()):
        if tuple(piece.lower for piece in pieces[i : i + len(words)]) == words:
            return Meant(unit, i + len(words))
    text = pieces[i].text
    for size in (2, 1):
        joined = "".join(piece.text for piece in pieces[i : i + size])
        found = table.symbols.get(joined) or table.codes.get(joined) or table.marks.get(joined.lower())
        if found is not None and (size == 1 or not pieces[i].space) and i + size <= len(pieces):
            return _raised(pieces, Meant(found, i + size), table)
    if text.endswith(".") and i + 1 == len(pieces):  # the full stop of the sentence
        found = table.symbols.get(text[:-1]) or table.codes.get(text[:-1])
        return None if found is None else Meant(found, i + 1)
    power = table.powers_after.get(text[-1:])
    found = table.symbols.get(text[:-1]) if power else None
    if power and found is not None and found.kind == "length":
        return Meant(Unit(f"{power} {found.name}", "area"), i + 1)
    return None


def _raised(pieces: Sequence[Token], meant: Meant, table: Units) -> Meant:
    """With a power that is a piece of its own: "m", "²"."""
    power = table.powers_after.get(pieces[meant.end].text) if meant.end < len(pieces) else None
    if power is None or pieces[meant.end].text.isascii():
        return meant
    return Meant(Unit(f"{power} {meant.unit.name}", "area"), meant.end + 1)


def rated(pieces: Sequence[Token], meant: Meant, table: Units) -> Meant:
    """With what it is a rate of: "per barrel", "/h", "a year"."""
    i = _past_hyphen(pieces, meant.end)
    if i + 1 >= len(pieces) or pieces[i].lower not in table.rates:
        return meant
    join, j = pieces[i].lower, _past_hyphen(pieces, i + 1)
    other = _unrated(pieces, j, table)
    if join in table.articles:
        other = other if other is not None and _is_period(pieces, j, other) else None
    elif other is None and join == "per" and j < len(pieces) and pieces[j].pos in {"NOUN", "PROPN"}:
        other = Meant(Unit(pieces[j].lemma.lower(), "count"), j + 1)
    if other is None:
        return meant
    kind = "speed" if (meant.unit.kind, other.unit.kind) == ("length", "time") else meant.unit.kind
    return Meant(Unit(f"{meant.unit.name} per {other.unit.name}", kind), other.end)


def _is_period(pieces: Sequence[Token], i: int, meant: Meant) -> bool:
    """Whether "a year" says how often and not when: "$5 a year"; not "$5 a year earlier"."""
    if meant.unit.kind != "time" or pieces[i].tag in {"NNS", "NNPS"}:
        return False
    return meant.end >= len(pieces) or pieces[meant.end].lower not in {
        "ago",
        "earlier",
        "later",
        "before",
        "after",
    }


def _past_hyphen(pieces: Sequence[Token], i: int) -> int:
    """Past a hyphen that is glued to what follows: "barrel-a-day"."""
    return i + 1 if i < len(pieces) and pieces[i].lower == "-" and not pieces[i].space else i
