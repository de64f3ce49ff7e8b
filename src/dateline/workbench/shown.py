"""Claims with their reports -> what pages and their twins show of them, as plain frozen records.

Everything is as said: a bound that nobody stated is None, a field that nobody filled is None or empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.records import (
    BY_PERSON,
    Actor,
    Claim,
    ClaimId,
    Figure,
    Kind,
    Measure,
    Report,
    ReportId,
    Scope,
    Score,
    Source,
    SourceType,
    Span,
    Status,
    When,
    Where,
)
from dateline.totals import Basis, totals

OWN_VOICE = "report"


@dataclass(frozen=True, slots=True)
class Words:
    """Where words stand, in code points of the report's text, and what they are."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class ShownSource:
    """Who says so: `name` is the publisher where a report speaks for itself; `via` passed it on, nearest first."""

    name: str
    type: SourceType
    via: tuple[str, ...]
    is_own_voice: bool


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure as a claim gives it; `at` is its place among the claim's figures. None is a bound not stated."""

    at: int
    measure: Measure
    of: str
    victim: str | None
    low: int | None
    high: int | None
    approx: bool
    scope: Scope
    unit: str
    words: Words


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A sum that the claim's report does not give itself: the members of one list, added up."""

    measure: Measure
    low: int | None
    high: int | None
    approx: bool


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim: what it says, in which words, and how sure each field is.

    `words` are those that make it; `confidence` the lower of the scores of kind and status; `by_person` the
    fields that a person has set.
    """

    id: ClaimId
    report: ReportId
    kind: Kind
    status: Status
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    when: When | None
    where: Where | None
    figures: tuple[ShownFigure, ...]
    worked_out: tuple[WorkedOut, ...]
    source: ShownSource
    published: date | None
    publisher: str | None
    headline: str | None
    words: Words
    also: tuple[Words, ...]
    confidence: float | None
    by_person: tuple[str, ...]


def claim(told: Claim, report: Report) -> ShownClaim:
    """What is shown of a claim."""
    return ShownClaim(
        id=told.id,
        report=report.id,
        kind=told.kind,
        status=told.status,
        actors=names(told.actors),
        targets=names(told.targets),
        when=told.when,
        where=told.where,
        figures=tuple(figure(one, k, report.text) for k, one in enumerate(told.figures)),
        worked_out=tuple(_worked_out(told)),
        source=source(told.source, report.publisher),
        published=report.published_day,
        publisher=report.publisher,
        headline=report.headline,
        words=words(told.evidence, report.text),
        also=tuple(words(span, report.text) for span in told.also),
        confidence=told.confidence,
        by_person=tuple(dict.fromkeys(d.field for d in told.decisions if d.rule == BY_PERSON)),
    )


def names(actors: tuple[Actor, ...]) -> tuple[str, ...]:
    """The names of actors."""
    return tuple(actor.name for actor in actors)


def figure(said: Figure, at: int, text: str) -> ShownFigure:
    """What is shown of a figure."""
    return ShownFigure(
        at=at,
        measure=said.measure or Measure(""),
        of=said.of,
        victim=said.victim,
        low=said.low,
        high=said.high,
        approx=bool(said.approx),
        scope=said.scope,
        unit=said.unit,
        words=words(said.span, text),
    )


def source(said: Source, publisher: str | None) -> ShownSource:
    """Who says so, and through whom it came."""
    is_own = said.type == OWN_VOICE
    name = publisher or said.name if is_own else said.name
    return ShownSource(name, said.type, tuple(_relays(said)), is_own)


def _relays(said: Source) -> Iterator[str]:
    while said.via is not None:
        said = said.via
        yield said.name


def words(span: Span, text: str) -> Words:
    """The words of a span, with their place."""
    return Words(span.start, span.end, span.of(text))


def _worked_out(told: Claim) -> Iterator[WorkedOut]:
    for total in totals(told.figures):
        if total.basis is Basis.SUM:
            yield WorkedOut(total.measure, total.low, total.high, total.approx)


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure a field is, 0 to 1: the share of values decided likewise that people judged right.

    `judged` and `right` are those it rests on; `judged` is 0 where none was judged and the field's mean stands.
    """

    field: str
    value: float
    basis: str
    judged: int
    right: int
    by_person: bool


def sureness(score: Score) -> Sureness:
    """What is shown of a score."""
    return Sureness(
        score.field, score.value, score.basis, score.judged, score.right, score.basis == BY_PERSON
    )
