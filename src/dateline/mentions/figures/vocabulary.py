"""The lexicons of numbers and counted nouns -> one frozen vocabulary. It reads no report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from dateline.lexicons import load

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First (or last) word of a phrase -> its (words, what it does), longest first."""


class Noun(NamedTuple):
    """What the lexicon knows of a word form that can be counted; `plural` is None where it can be either."""

    lemma: str
    unit: str
    victim: str | None
    plural: bool | None


class Vague(NamedTuple):
    """A phrase that stands for a range of numbers."""

    words: tuple[str, ...]
    low: int
    high: int
    scales: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words that the finders look at, by what they are for."""

    cardinals: Mapping[str, int]
    multipliers: Mapping[str, int]
    vague: Mapping[str, tuple[Vague, ...]]
    pairs: frozenset[str]
    before: Phrases  # keyed by the last word
    place: frozenset[str]
    after: Phrases  # keyed by the first word
    perhaps: Phrases
    hyphens: frozenset[str]
    changes: frozenset[str]
    months: frozenset[str]
    days: frozenset[str]
    currency: frozenset[str]
    labels: frozenset[str]
    clock: frozenset[str]
    hours: frozenset[str]
    streets: frozenset[str]
    compass: frozenset[str]
    ordinals: Mapping[str, int]
    running: Phrases
    spans: frozenset[str]
    totals: frozenset[str]
    brings: frozenset[str]
    passes: frozenset[str]
    revises: frozenset[str]
    moved: frozenset[str]
    earlier_words: frozenset[str]
    retold: frozenset[str]
    parts: Phrases  # keyed by the last word
    heads: frozenset[str]
    wholes: frozenset[str]
    fractions: Mapping[str, int]
    denominators: Mapping[str, int]
    scores: frozenset[str]
    ends: frozenset[str]
    idioms: frozenset[tuple[str, ...]]
    up: frozenset[str]
    down: frozenset[str]
    averages: frozenset[str]
    nouns: Mapping[str, Noun]
    never: Mapping[str, str]
    modifiers: Mapping[str, str]
    measures: Mapping[str, str]
    states: Mapping[str, str]
    alone: frozenset[str]
    leaves: frozenset[str]
    collective: frozenset[str]
    bodies: frozenset[str]
    tolls: Mapping[str, str]
    harms: Mapping[str, str]
    qualified: frozenset[str]
    verbs: frozenset[str]
    harm_verbs: frozenset[str]
    holds: frozenset[str]
    objects: frozenset[str]
    parents: frozenset[str]
    blows: frozenset[str]
    body: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the shipped lexicons, built once."""
    numbers, counted = load("numbers"), load("counted")
    ranges, running, parts = numbers["ranges"], numbers["running"], numbers["parts"]
    before = [(words, entry["moves"]) for entry in numbers["before"] for words in entry["words"]]
    after = [(words, entry["moves"]) for entry in numbers["after"] for words in entry["words"]]
    place = [words for entry in numbers["before"] if entry.get("place") for words in entry["words"]]
    return Vocabulary(
        cardinals=numbers["cardinals"],
        multipliers=numbers["multipliers"],
        vague=_vague(numbers["vague"]),
        pairs=frozenset(numbers["pairs"]["words"]),
        before=_phrases(before, last=True),
        place=frozenset(place),
        after=_phrases(after, last=False),
        perhaps=_phrases(((words, "") for words in ranges["perhaps"]), last=False),
        hyphens=frozenset(ranges["hyphens"]),
        changes=frozenset(ranges["changes"]),
        months=frozenset(numbers["months"]["words"]),
        days=frozenset(numbers["days"]["words"]),
        currency=frozenset(numbers["signs"]["words"]) | _marks(load("units")),
        labels=frozenset(numbers["labels"]["words"]),
        clock=frozenset(numbers["clock"]["words"]),
        hours=frozenset(numbers["clock"]["hours"]),
        streets=frozenset(numbers["addresses"]["streets"]),
        compass=frozenset(numbers["addresses"]["compass"]),
        ordinals=numbers["ordinals"],
        running=_phrases(((words, "") for words in running["words"]), last=False),
        spans=frozenset(running["spans"]),
        totals=frozenset(running["totals"]),
        brings=frozenset(running["brings"]),
        passes=frozenset(running["passes"]),
        revises=frozenset(numbers["corrections"]["revises"]),
        moved=frozenset(numbers["corrections"]["moved"]),
        earlier_words=frozenset(numbers["corrections"]["earlier"]),
        retold=frozenset(numbers["corrections"]["retold"]),
        parts=_phrases(((words, "") for words in parts["words"]), last=True),
        heads=frozenset(parts["heads"]),
        wholes=frozenset(parts["wholes"]),
        fractions=parts["fractions"],
        denominators=numbers["denominators"],
        scores=frozenset(numbers["scores"]["verbs"]),
        ends=frozenset(numbers["scores"]["ends"]),
        idioms=frozenset(tuple(phrase.split()) for phrase in numbers["idioms"]["phrases"]),
        up=frozenset(numbers["directions"]["up"]),
        down=frozenset(numbers["directions"]["down"]),
        averages=frozenset(numbers["directions"]["averages"]),
        nouns=_nouns(counted),
        never={
            form: entry["why"]
            for entry in counted["never"]
            for form in _both(entry["words"], counted["plurals"])
        }
        | _measured(load("units")),
        modifiers=_turn(counted["modifiers"]),
        measures=_turn(counted["measures"], plurals=counted["plurals"]),
        states=_turn({k: v for k, v in counted["states"].items() if k not in {"alone", "leaves"}}),
        alone=frozenset(counted["states"]["alone"]),
        leaves=frozenset(counted["states"]["leaves"]),
        collective=frozenset(counted["collective"]["words"]),
        bodies=frozenset(load("people")["suffixes"]["bodies"]),
        tolls=_turn(counted["tolls"]),
        harms=_turn({k: v for k, v in counted["harms"].items() if k != "qualified"}),
        qualified=frozenset(counted["harms"]["qualified"]),
        verbs=frozenset(counted["verbs"]["words"]),
        harm_verbs=frozenset(counted["verbs"]["harm"]),
        holds=frozenset(counted["verbs"]["holds"]),
        objects=frozenset(counted["verbs"]["objects"]),
        parents=frozenset(counted["parents"]["words"]),
        blows=frozenset(counted["blows"]["verbs"]),
        body=frozenset(counted["blows"]["body"]),
    )


def plural(word: str, irregular: Mapping[str, str]) -> str:
    """The plural of an English noun; a compound's last part decides.

    >>> plural("gunman", {"man": "men"}), plural("fly", {}), plural("bus", {})
    ('gunmen', 'flies', 'buses')
    """
    if word in irregular:
        return irregular[word]
    for stem in ("woman", "man", "child", "person"):
        if word.endswith(stem) and stem in irregular and word not in {"human", "german", "roman", "ottoman"}:
            return word[: -len(stem)] + irregular[stem]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _both(words: Iterable[str], irregular: Mapping[str, str]) -> Iterable[str]:
    """Each word in the singular and in the plural."""
    for word in words:
        yield word
        yield plural(word, irregular)


def _measured(book: Mapping[str, Any]) -> dict[str, str]:
    """Each written-out unit of measure or money -> why it is never a count."""
    why = {"time": "time", "share": "share"}
    never = {}
    for entry in (*book["units"], *book["money"]):
        reason = why.get(entry.get("kind", ""), "length or another measure") if "kind" in entry else "money"
        for word in () if "also" in entry else entry["words"]:
            if " " not in word:
                never[word] = never[book["plurals"].get(word) or plural(word, {})] = reason
    return never


def _marks(book: Mapping[str, Any]) -> frozenset[str]:
    """Signs and codes of money."""
    return frozenset(mark for entry in book["money"] for mark in entry.get("marks", ()))


def _nouns(counted: Mapping[str, Any]) -> dict[str, Noun]:
    """Every form of every counted noun; the first entry that lists a form has it."""
    invariant, irregular = frozenset(counted["invariant"]["words"]), counted["plurals"]
    nouns: dict[str, Noun] = {}
    for unit in ("people", "things", "attacks"):
        for entry in counted[unit]:
            for word in entry["words"]:
                many = None if word in invariant else False
                nouns.setdefault(word, Noun(word, unit, entry.get("victim"), many))
                if many is False:
                    nouns.setdefault(plural(word, irregular), Noun(word, unit, entry.get("victim"), True))
    for word in invariant - nouns.keys():
        nouns[word] = Noun(word, "people", None, None)
    for word in counted["plural_only"]["words"]:
        nouns[word] = nouns[word]._replace(plural=True)
    return nouns


def _turn(groups: Mapping[str, list[str]], plurals: Mapping[str, str] | None = None) -> dict[str, str]:
    """Groups of words -> word to group, with plurals where asked for."""
    if plurals is None:
        return {word: group for group, words in groups.items() for word in words}
    return {form: group for group, words in groups.items() for form in _both(words, plurals)}


def _vague(entries: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Vague, ...]]:
    """Vague phrases by their first word, longest first."""
    table: dict[str, list[Vague]] = {}
    for entry in entries:
        for phrase in entry["words"]:
            words = tuple(phrase.split())
            scales, exact = entry.get("scales", False), entry.get("exact", False)
            table.setdefault(words[0], []).append(Vague(words, entry["low"], entry["high"], scales, exact))
    return {first: tuple(sorted(found, key=lambda v: -len(v.words))) for first, found in table.items()}


def _phrases(pairs: Iterable[tuple[str, str]], *, last: bool) -> Phrases:
    """Phrases by their first or last word, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in pairs:
        words = tuple(phrase.split())
        table.setdefault(words[-1 if last else 0], []).append((words, meaning))
    return {key: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for key, found in table.items()}
