"""A told claim -> its traits: what linking compares of it, taken from the claim and from its report's words.

The words that reports share (names of people and streets, rare words, headlines) are compared and never shown: a term
says how much is shared, not what. Traits stand nowhere but in memory and in the ledger, beside the reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from sys import intern
from typing import NamedTuple

from dateline import lexicons
from dateline.incidents import telling
from dateline.incidents.again import told_again
from dateline.incidents.people import people
from dateline.incidents.telling import Story
from dateline.lexicons.rarity import UNLISTED, rarity
from dateline.records import Actor, Claim, ClaimId, Precision, Report, ReportId, SectionKind, Span, Told

Order = tuple[bool, object, ReportId, int, ClaimId]
Days = tuple[int, int]
Figures = tuple[tuple[str, int | None, int | None], ...]


TABLE = lexicons.load("linking")
READING = TABLE["reading"]
NEAR: int = READING["near"]
NAME_RARITY: int = READING["name_rarity"]
WORD_RARITY: int = READING["word_rarity"]
TITLE_RARITY: int = READING["title_rarity"]
# "Mosul's", "O'Brien", "34-year-old": a hyphen parts words, an apostrophe does not.
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
POSSESSIVE = re.compile(r"['’]s?$")

# The family of the kinds by which people come to harm: an arrest for it counts the same victims, and is not it.
FORCE = "force"

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


class Setting(NamedTuple):
    """What a claim tells of when and where its event was, and of what kind; and the report that tells it."""

    report: ReportId
    kind: str
    days: Days | None
    spot: Spot | None


class Sides(NamedTuple):
    """Whom a claim names: ids or names only where they tell somebody apart, and what sorts of party they are."""

    actors: frozenset[str]
    targets: frozenset[str]
    actor_sorts: frozenset[str]
    target_sorts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of one claim.

    order:    where it stands among others; its last parts are the report, where its words start, and its id.
    days:     first and last day of the event, as ordinals; None where the claim does not say.
    told:     the day of publication, as an ordinal.
    sides:    who did it, and to whom.
    is_long:  whether its report may tell of many events.
    names:    rare capitalised words and numbers near its words; `far` those of the whole report.
    words:    rare small words near its words; `title` the rare words of the headline.
    victims:  the words that count whom an act of force hit here, by where they stand in the report; `again` those
              other words by which the same people were counted first.
    people:   whoever its report names in full; `present` those of them who are named near its words.
    far_nats, word_nats: how much all of `far` and of `words` tell, added up once.
    story:    of a claim told by a word, not by a kind of the codebook: what its report is about, in place of the names
              and words; `beside` what stands beside the word.
    """

    order: Order
    kind: str
    days: Days | None
    told: int | None
    spot: Spot | None
    sides: Sides
    figures: Figures
    is_long: bool
    names: frozenset[str]
    far: frozenset[str]
    words: frozenset[str]
    title: frozenset[str]
    victims: frozenset[str]
    again: frozenset[str]
    people: frozenset[str]
    present: frozenset[str]
    far_nats: int
    word_nats: int
    story: Story | None
    beside: frozenset[str] | None

    @property
    def claim(self) -> ClaimId:
        """The claim whose traits these are."""
        return self.order[4]

    @property
    def report(self) -> ReportId:
        """The report that it was read from."""
        return self.order[2]


@dataclass(frozen=True, slots=True)
class Wording:
    """A report's rare words and its people with where each starts, and the rare words of its headline."""

    names: tuple[tuple[int, str], ...]
    words: tuple[tuple[int, str], ...]
    far: frozenset[str]
    title: frozenset[str]
    people: Mapping[str, Sequence[int]]
    far_nats: int


SILENT = Wording((), (), frozenset(), frozenset(), {}, 0)


def traits(told: Told, wording: Wording) -> Traits:
    """What is compared of a claim, given what `read_words` made of its report."""
    claim, report = told.claim, told.report
    is_word = telling.is_word(claim.kind)
    story = telling.story_of(report.text, wording.far) if is_word else None
    if is_word:
        wording = SILENT
    first, last = claim.evidence.start - NEAR, claim.evidence.end + NEAR
    day, when = report.published_day, claim.when
    own = _own_words(claim)
    has_victims = FORCE in lexicons.load("codebook")["kind"].get(claim.kind, {}).get("family", ())
    words = frozenset(w for at, w in wording.words if first <= at < last)
    return Traits(
        order=told.order,
        kind=intern(str(claim.kind)),
        days=(when.start.toordinal(), when.end.toordinal()) if when else None,
        told=day.toordinal() if day else None,
        spot=_spot(claim),
        sides=Sides(
            frozenset(filter(None, map(_party, claim.actors))),
            frozenset(filter(None, map(_party, claim.targets))),
            frozenset(intern(a.type) for a in claim.actors),
            frozenset(intern(a.type) for a in claim.targets),
        ),
        figures=tuple((str(f.measure), f.low, f.high) for f in claim.figures),
        is_long=len(report.text) >= READING["long"],
        names=frozenset(w for at, w in wording.names if first <= at < last and w not in own),
        far=wording.far,
        words=words,
        title=wording.title,
        victims=_places(f.span for f in claim.figures) if has_victims else frozenset(),
        again=_places(told_again(claim).values()) if has_victims else frozenset(),
        people=frozenset(wording.people),
        present=frozenset(
            n for n, found in wording.people.items() if any(first <= at < last for at in found)
        ),
        far_nats=wording.far_nats,
        word_nats=nats(words),
        story=story,
        beside=telling.beside(report.text, claim.evidence.start, claim.evidence.end) if is_word else None,
    )


def read_words(report: Report) -> Wording:
    """The rare words of a report: a capitalised word that is never written small is taken for a name."""
    headline, is_in_text = _headline(report)
    aside = [(s.start, s.end) for s in report.sections if s.kind in ASIDE]
    found = _tokens(report.text, 0)
    if aside:
        found = [token for token in found if not any(a <= token[0] < b for a, b in aside)]
    heading = _tokens(headline, -len(headline) - NEAR)
    named = people(report.text, ((at, token.word) for at, token in found if not token.is_small))
    found += () if is_in_text else heading
    small = {token.word for _, token in found if token.is_small}
    names = tuple((at, t.word) for at, t in found if t.may_name and (t.is_number or t.word not in small))
    words = tuple((at, t.word) for at, t in found if t.is_rare and t.word in small)
    title_words = frozenset(
        t.word for _, t in heading if t.word not in trade() and rarity(t.word) >= TITLE_RARITY
    )
    far = frozenset(w for _, w in names)
    return Wording(names, words, far, title_words, named, sum(map(worth, far)))


def nats(words: Iterable[str]) -> int:
    """How much it tells that two reports share these words of the language."""
    return sum(map(_word_nats, words))


@lru_cache(maxsize=1 << 15)
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


@lru_cache(maxsize=1 << 15)
def worth(word: str) -> int:
    """How much it tells that two reports share this name or number. Units: nats, 0 for nothing."""
    if word.isdigit():
        # A year or a small number is anywhere; the number of a house or a road is not.
        is_year = len(word) == 4 and word[:2] in ("19", "20")
        return 0 if is_year else (0, 0, 2, 4, 6)[min(len(word), 4)]
    if word in trade():
        return 0
    return max(0, rarity(word) - NAME_RARITY + 1)


class _Token(NamedTuple):
    """A word as it is written: in small letters, and what can be said of it alone."""

    word: str
    is_small: bool
    is_number: bool
    may_name: bool  # a number, or in capitals and no everyday word
    is_rare: bool


# Reports use few words most of the time; names of one report are not worth keeping for the next.
@lru_cache(maxsize=1 << 15)
def _token(written: str) -> _Token:
    plain = POSSESSIVE.sub("", written)
    word, is_small = intern(plain.lower()), plain[0].islower()
    is_number = word.isdigit()
    may_name = (is_number or (word.isalpha() and not is_small)) and worth(word) > 0
    is_rare = word not in trade() and rarity(word) >= WORD_RARITY
    return _Token(word, is_small, is_number, may_name, is_rare)


def _tokens(text: str, shift: int) -> list[tuple[int, _Token]]:
    """Each word of a text, and where it starts."""
    return [(found.start() + shift, _token(found[0])) for found in WORD.finditer(text)]


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """Each word of a text in small letters, and whether it is written with a capital."""
    for _, token in _tokens(text, 0):
        yield token.word, not token.is_small


def _headline(report: Report) -> tuple[str, bool]:
    """The headline, without the outlet's name behind it where that is told apart; and whether the text holds it."""
    headed = next((s for s in report.sections if s.kind is SectionKind.HEADLINE), None)
    if headed:
        return report.text[headed.start : headed.end], True
    return report.headline or "", False


def _own_words(claim: Claim) -> frozenset[str]:
    """Words of the claim's own place, country and listed parties: they are compared as such."""
    names = [claim.where.name] if claim.where else []
    names += [a.name for a in (*claim.actors, *claim.targets) if a.actor_id]
    return frozenset(word for name in names for word, _ in _words(name))


def _places(spans: Iterable[Span]) -> frozenset[str]:
    return frozenset(f"{span.start}-{span.end}" for span in spans)


def _spot(claim: Claim) -> Spot | None:
    where = claim.where
    if where is None:
        return None
    point = None if where.lat is None or where.lon is None else (where.lat, where.lon)
    least = READING["reach_km"][where.precision]
    words = frozenset(word for word, _ in _words(where.name))
    rare = max(map(rarity, words), default=UNLISTED) >= READING["rare_place"]
    reach = max(least, where.radius_km or 0.0)
    words = words - trade() or words
    return Spot(words, where.place_id, where.country, point, where.precision, reach, rare)


def _party(actor: Actor) -> str | None:
    """What tells an actor apart: an id, or a name that is no description ("gunmen", "the police")."""
    if actor.actor_id:
        return intern(actor.actor_id)
    capitals = [w for w, capital in _words(actor.name) if capital and w not in trade()]
    return intern("~" + " ".join(sorted(capitals))) if capitals else None
