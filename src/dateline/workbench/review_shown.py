"""Claims, items of the queue and entries of the log -> what the review pages show of them, as plain records."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dateline.ledger import Entry
from dateline.ledger.rounds import Round, is_same
from dateline.records import BY_PERSON, Claim, Figure, Report, Span, Verdict
from dateline.reviewing import values
from dateline.reviewing.queue import Item, Move

AROUND = 160  # letters before and after a claim's words: enough to see who speaks


@dataclass(frozen=True, slots=True)
class FormFigure:
    """A figure as a form holds it; `number` is its place among the claim's, from 1."""

    number: int
    measure: str
    low: int | None
    high: int | None
    approx: bool
    scope: str
    of: str
    victim: str | None
    words: str
    start: int
    end: int
    by_person: bool


@dataclass(frozen=True, slots=True)
class FormClaim:
    """A claim as a form holds it: every field in the words that would be typed for it, and its words in the report.

    by_person: the fields that a person has set, with who did.
    """

    id: str
    report: str
    headline: str | None
    publisher: str | None
    published: date | None
    kind: str
    status: str
    when: str
    where: str
    precision: str
    actors: str
    targets: str
    source: str
    source_type: str
    figures: tuple[FormFigure, ...]
    before: str
    quote: str
    after: str
    start: int
    end: int
    confidence: float | None
    by_person: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownMove:
    """What judging a claim could do to the toll of its incident: low, best and high before and after."""

    act: str
    before: tuple[int | None, int | None, int | None]
    after: tuple[int | None, int | None, int | None]
    size: int
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class QueueItem:
    """A claim that nobody has judged, with what judging it could change; see `dateline.reviewing.queue`."""

    claim: FormClaim
    incident: str | None
    heading: str
    move: ShownMove | None
    chance: float
    weight: float


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An entry of the log. state: stands, undone, lost (its words are gone) or idle (nobody makes such a claim)."""

    number: int
    at: datetime
    by: str
    verdict: str
    claim: str | None
    report: str | None
    quote: str | None
    other: str | None
    field: str | None
    old: str
    new: str
    why: str
    round: int | None
    undoes: int | None
    state: str
    hash: str


def claim(of: Claim, report: Report) -> FormClaim:
    """A claim as a form holds it."""
    text, span = report.text, of.evidence
    people = {d.field: d.note.partition(":")[0] for d in of.decisions if d.rule == BY_PERSON}
    spans = {d.span for d in of.decisions if d.rule == BY_PERSON and d.field == "figure"}
    return FormClaim(
        id=of.id,
        report=of.report,
        headline=report.headline,
        publisher=report.publisher,
        published=report.published_day,
        kind=of.kind,
        status=of.status.value,
        when=values.when_words(of.when),
        where=values.where_words(of.where),
        precision=of.where.precision.value if of.where else "",
        actors=values.party_words(of.actors),
        targets=values.party_words(of.targets),
        source=of.source.name,
        source_type=of.source.type,
        figures=tuple(figure(n, f, text, spans) for n, f in enumerate(of.figures, 1)),
        before=text[max(0, span.start - AROUND) : span.start],
        quote=span.of(text),
        after=text[span.end : span.end + AROUND],
        start=span.start,
        end=span.end,
        confidence=of.confidence,
        by_person=tuple(sorted(people.items())),
    )


def figure(number: int, of: Figure, text: str, by_person: Collection[Span | None] = ()) -> FormFigure:
    """A figure as a form holds it."""
    return FormFigure(
        number=number,
        measure=str(of.measure),
        low=of.low,
        high=of.high,
        approx=of.approx,
        scope=of.scope.value,
        of=of.of,
        victim=of.victim,
        words=of.span.of(text),
        start=of.span.start,
        end=of.span.end,
        by_person=of.span in by_person,
    )


def item(of: Item) -> QueueItem:
    """An item of the queue."""
    return QueueItem(
        claim(of.claim, of.report),
        of.incident,
        of.heading,
        None if of.move is None else _move(of.move),
        of.chance,
        of.weight,
    )


def _move(of: Move) -> ShownMove:
    low, high = of.to or (None, None)
    return ShownMove(of.act, of.before, of.after, of.size, low, high)


def entries(
    log: Iterable[Entry], states: dict[int, str], known: Iterable[Round], viewer: str | None
) -> tuple[ShownEntry, ...]:
    """Entries of the log that somebody may see: what another codes in a round that is not over is not among them."""
    held = list(log)
    open_ = {one.number: one for one in known if not one.is_over}
    undone = {entry.undoes for entry in held}
    return tuple(
        _entry(e, "undone" if e.number in undone else states.get(e.number, "stands"))
        for e in held
        if not _is_hidden(e, open_, viewer)
    )


def _is_hidden(entry: Entry, open_: dict[int, Round], viewer: str | None) -> bool:
    of_round = open_.get(entry.round or 0)
    if of_round is None or of_round.coder(entry.by) is None or entry.verdict is Verdict.FINISH:
        return False
    return viewer is None or not is_same(entry.by, viewer)


def _entry(entry: Entry, state: str) -> ShownEntry:
    return ShownEntry(
        number=entry.number,
        at=entry.at,
        by=entry.by,
        verdict=entry.verdict.value,
        claim=entry.claim,
        report=entry.about.report if entry.about else None,
        quote=entry.about.quote if entry.about else None,
        other=entry.other.quote if entry.other else None,
        field=entry.field,
        old=value(entry.old),
        new=value(entry.new),
        why=entry.why,
        round=entry.round,
        undoes=entry.undoes,
        state=state,
        hash=entry.hash,
    )


def value(said: Any) -> str:
    """A value of the log in few words; nothing for none."""
    if said is None or said == []:
        return ""
    if isinstance(said, list):
        return "; ".join(str(one["name"]) for one in said)
    if not isinstance(said, dict):
        return str(said)
    if "measure" in said:
        return f"{said['measure']} {_bound(said['low'])}–{_bound(said['high'])}"
    if "coders" in said:
        return f"{' + '.join(said['coders'])}: {', '.join(said['reports'])}"
    if "start" in said:
        return str(said["start"]) if said["start"] == said["end"] else f"{said['start']} – {said['end']}"
    return f"{said['name']}, {said['country']}" if said.get("country") else str(said.get("name", ""))


def _bound(number: int | None) -> str:
    return "…" if number is None else f"{number:,}"
