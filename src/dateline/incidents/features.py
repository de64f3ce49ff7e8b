"""A told claim -> its traits: what linking compares of it, taken from the claim and from its report's words.

The words that reports share (names of people and streets, rare words, headlines) are compared and forgotten:
traits live in memory only, and a term says how much is shared, never what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from sys import intern

from dateline import lexicons
from dateline.lexicons.rarity import UNLISTED, rarity
from dateline.records import Actor, Claim, ClaimId, Precision, Report, ReportId, SectionKind, Told

Order = tuple[bool, object, ReportId, int, ClaimId]
Days = tuple[int, int]


TABLE = lexicons.load("linking")
READING = TABLE["reading"]
NEAR: int = READING["near"]
NAME_RARITY: int = READING["name_rarity"]
WORD_RARITY: int = READING["word_rarity"]
TITLE_RARITY: int = READING["title_rarity"]
# "Mosul's", "O'Brien", "34-year-old": a hyphen parts words, an apostrophe does not.
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
POSSESSIVE = re.compile(r"['’]s?$")

# Parts of a report that hold the outlet's words, not the story's.
ASIDE = frozenset((SectionKind.FURNITURE, SectionKind.BYLINE))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a claim puts its event, as far as it is compared. Units: WGS84 degrees, km."""

    words: frozenset[str]
    place_id: str | None
    country: str | None
    point: tuple[float, float] | None
    precision: Precision
    reach_km: float
    rare: bool


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of one claim.

    days:     first and last day of the event, as ordinals; None where the claim does not say.
    told:     the day of publication, as an ordinal.
    actors:   ids or names of those who did it, only where they tell somebody apart; `targets` likewise.
    actor_sorts: what sort of actor did it; `target_sorts` to whom.
    names:    rare capitalised words and numbers near its words; `far` those of the whole report.
    words:    rare small words near its words; `title` the rare words of the headline.
    far_nats, word_nats: how much all of `far` and of `words` tell, added up once.
    """

    claim: ClaimId
    order: Order
    report: ReportId
    start: int
    source: str
    kind: str
    status: str
    days: Days | None
    told: int | None
    spot: Spot | None
    actors: frozenset[str]
    targets: frozenset[str]
    actor_sorts: frozenset[str]
    target_sorts: frozenset[str]
    figures: tuple[tuple[str, int | None, int | None], ...]
    names: frozenset[str]
    far: frozenset[str]
    words: frozenset[str]
    title: frozenset[str]
    far_nats: int
    word_nats: int


@dataclass(frozen=True, slots=True)
class Wording:
    """A report's rare words with where each starts, and those of its headline."""

    names: tuple[tuple[int, str], ...]
    words: tuple[tuple[int, str], ...]
    far: frozenset[str]
    title: frozenset[str]
    far_nats: int


def traits(told: Told, wording: Wording) -> Traits:
    """What is compared of a claim, given what `read_words` made of its report."""
    claim, report = told.claim, told.report
    first, last = claim.evidence.start - NEAR, claim.evidence.end + NEAR
    day, when = report.published_day, claim.when
    own = _own_words(claim)
    words = frozenset(w for at, w in wording.words if first <= at < last)
    return Traits(
        claim=claim.id,
        order=told.order,
        report=report.id,
        start=claim.evidence.start,
        source=intern(f"{claim.source.type}|{claim.source.name}"),
        kind=intern(str(claim.kind)),
        status=claim.status,
        days=(when.start.toordinal(), when.end.toordinal()) if when else None,
        told=day.toordinal() if day else None,
        spot=_spot(claim),
        actors=frozenset(filter(None, map(_party, claim.actors))),
        targets=frozenset(filter(None, map(_party, claim.targets))),
        actor_sorts=frozenset(intern(a.type) for a in claim.actors),
        target_sorts=frozenset(intern(a.type) for a in claim.targets),
        figures=tuple((str(f.measure), f.low, f.high) for f in claim.figures),
        names=frozenset(w for at, w in wording.names if first <= at < last and w not in own),
        far=wording.far,
        words=words,
        title=wording.title,
        far_nats=wording.far_nats,
        word_nats=nats(words),
    )


def read_words(report: Report) -> Wording:
    """The rare words of a report: a capitalised word that is never written small is taken for a name."""
    title = _headline(report)
    aside = [(s.start, s.end) for s in report.sections if s.kind in ASIDE]
    found = [w for w in _words(report.text, 0) if not any(a <= w[0] < b for a, b in aside)]
    found += _words(title, -len(title) - NEAR)
    small = {word for _, word, capital in found if not capital}
    names = tuple((at, w) for at, w, capital in found if worth(w) and _is_name(w, capital, small))
    words = tuple((at, w) for at, w, _ in found if _is_rare_word(w, small))
    heading = frozenset(w for at, w, _ in found if at < 0 and w not in trade() and rarity(w) >= TITLE_RARITY)
    far = frozenset(w for _, w in names)
    return Wording(names, words, far, heading, sum(map(worth, far)))


def nats(words: Iterable[str]) -> int:
    """How much it tells that two reports share these words of the language."""
    return sum(map(_word_nats, words))


@cache
def _word_nats(word: str) -> int:
    return rarity(word) - COMMON


# Nats of a word that is in nearly every report.
COMMON = 9


@cache
def trade() -> frozenset[str]:
    """Words that are not compared: those of any report of violence, and those of listed states and parties."""
    lists = (*READING["trade"].values(), *_listed())
    return frozenset(w for w in re.findall(r"[^\W_]+", " ".join(lists).lower()) if not w.isdigit())


def _listed() -> Iterator[str]:
    """Words of listed states and parties, and their acronyms: they are compared as places and parties."""
    for state in lexicons.load("states")["state"]:
        yield from (state["name"], *state.get("adjectives", ()), *state.get("people", ()))
    for table in ("actors", "actors_groups", "actors_bodies"):
        for rows in lexicons.load(table).values():
            for row in rows:
                yield from (row["name"], *row.get("aliases", ()), *row.get("local", ()))


@cache
def worth(word: str) -> int:
    """How much it tells that two reports share this name or number. Units: nats, 0 for nothing."""
    if word.isdigit():
        # A year or a small number is anywhere; the number of a house or a road is not.
        is_year = len(word) == 4 and word[:2] in ("19", "20")
        return 0 if is_year else (0, 0, 2, 4, 6)[min(len(word), 4)]
    if word in trade():
        return 0
    return max(0, rarity(word) - NAME_RARITY + 1)


def _words(text: str, shift: int) -> Iterator[tuple[int, str, bool]]:
    """Each word of a text in small letters, where it starts, and whether it is written with a capital."""
    for found in WORD.finditer(text):
        word = POSSESSIVE.sub("", found.group())
        yield found.start() + shift, intern(word.lower()), not word[0].islower()


def _is_name(word: str, capital: bool, small: set[str]) -> bool:
    return word.isdigit() or (capital and word not in small and word.isalpha())


def _is_rare_word(word: str, small: set[str]) -> bool:
    return word in small and word not in trade() and rarity(word) >= WORD_RARITY


def _headline(report: Report) -> str:
    """The headline, unless it is already part of the text."""
    if not report.headline or any(s.kind is SectionKind.HEADLINE for s in report.sections):
        return ""
    return report.headline


def _own_words(claim: Claim) -> frozenset[str]:
    """Words of the claim's own place, country and listed parties: they are compared as such."""
    names = [claim.where.name] if claim.where else []
    names += [a.name for a in (*claim.actors, *claim.targets) if a.actor_id]
    return frozenset(word for name in names for _, word, _ in _words(name, 0))


def _spot(claim: Claim) -> Spot | None:
    where = claim.where
    if where is None:
        return None
    point = None if where.lat is None or where.lon is None else (where.lat, where.lon)
    least = READING["reach_km"][where.precision]
    words = frozenset(w for _, w, _ in _words(where.name, 0))
    rare = max(map(rarity, words), default=UNLISTED) >= READING["rare_place"]
    reach = max(least, where.radius_km or 0.0)
    words = words - trade() or words
    return Spot(words, where.place_id, where.country, point, where.precision, reach, rare)


def _party(actor: Actor) -> str | None:
    """What tells an actor apart: an id, or a name that is no description ("gunmen", "the police")."""
    if actor.actor_id:
        return intern(actor.actor_id)
    capitals = [w for _, w, capital in _words(actor.name, 0) if capital and w not in trade()]
    return intern("~" + " ".join(sorted(capitals))) if capitals else None
