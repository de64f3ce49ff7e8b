"""Reports and claims built by hand, about invented happenings, for tests of the ledger and the exports."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from dateline.ledger import Ledger, Recorded
from dateline.records import (
    Actor,
    Claim,
    ClaimId,
    Decision,
    Fault,
    Figure,
    Kind,
    Measure,
    Precision,
    Report,
    ReportId,
    Scope,
    Section,
    SectionKind,
    Source,
    SourceType,
    Span,
    Status,
    When,
    Where,
)

VERSION, MODEL = "0.1.0", "hand 1"

TEXT = (
    "Shells fall on Vardo market\n"
    "Shells hit the market of Vardo on 3 May, killing at least 28 people and wounding dozens, "
    "the Lantern Watch said, citing a nurse at the clinic. "
    "The Hill Brigade denied that it had fired. "
    "“About 400 families” <have> left & gone to Östby since."
)


def clock(start: datetime = datetime(2031, 5, 4, 12, tzinfo=UTC)) -> Iterator[datetime]:
    """A clock that goes on by a second at each look."""
    while True:
        yield start
        start += timedelta(seconds=1)


def report(id_: str = "vardo-1", text: str = TEXT, published: date | None = date(2031, 5, 4)) -> Report:
    headline = text.partition("\n")[0]
    body = Section(SectionKind.BODY, len(headline) + 1, len(text)) if "\n" in text else None
    return Report(
        id=ReportId(id_),
        text=text,
        headline=headline,
        publisher="The Vardo Post",
        byline="A. Writer",
        dateline="VARDO",
        published=published,
        url=f"https://post.example/{id_}",
        sections=(Section(SectionKind.HEADLINE, 0, len(headline)), body) if body else (),
    )


def span(of: Report, words: str) -> Span:
    start = of.text.index(words)
    return of.span(start, start + len(words))


def claim_id(of: Report, kind: str, evidence: Span, source: str) -> ClaimId:
    key = f"{of.id}|{kind}|{evidence.start}|{evidence.end}|{source}"
    return ClaimId(hashlib.sha256(key.encode()).hexdigest()[:24])


def figure(of: Report, words: str, measure: str, low: int | None, high: int | None) -> Figure:
    approx = low != high and None not in (low, high)
    return Figure(Measure(measure), "people", low, high, approx, Scope.NEW, span(of, words), "civilian")


def shelling(of: Report) -> Claim:
    evidence = span(of, of.text[of.text.index("Shells hit") : of.text.index("The Hill")].strip())
    watch = Source("Lantern Watch", SourceType("monitor"), span(of, "Lantern Watch"))
    nurse = Source("nurse", SourceType("medical"), span(of, "a nurse at the clinic"), watch)
    return Claim(
        id=claim_id(of, "shelling", evidence, nurse.name),
        report=of.id,
        kind=Kind("shelling"),
        status=Status.HAPPENED,
        source=nurse,
        evidence=evidence,
        actors=(Actor("Hill Brigade", "hill-brigade", "armed_group", "NOR"),),
        targets=(Actor("civilians"), Actor("traders")),
        when=When(date(2031, 5, 3), date(2031, 5, 3), "day"),
        where=Where("Vardo", "p:77", "NOR", 70.37, 31, Precision.NEAR, 2.5),
        figures=(figure(of, "at least 28", "killed", 28, None), figure(of, "dozens", "injured", 24, 99)),
        also=(span(of, "Shells fall on Vardo market"),),
        decisions=(
            Decision("where", "place.nearest", span(of, "Vardo"), "only place named"),
            Decision("status", "status.plain"),
        ),
    )


def denial(of: Report) -> Claim:
    evidence = span(of, "The Hill Brigade denied that it had fired.")
    brigade = Source("Hill Brigade", SourceType("party"))
    return Claim(
        id=claim_id(of, "denial", evidence, brigade.name),
        report=of.id,
        kind=Kind("denial"),
        status=Status.DENIED,
        source=brigade,
        evidence=evidence,
        actors=(Actor("Hill Brigade"),),
    )


def displacement(of: Report) -> Claim:
    evidence = span(of, "“About 400 families” <have> left & gone to Östby since.")
    families = Figure(
        Measure("displaced"),
        "families",
        400,
        400,
        approx=True,
        scope=Scope.CUMULATIVE,
        span=span(of, "About 400"),
    )
    return Claim(
        id=claim_id(of, "displacement", evidence, "report"),
        report=of.id,
        kind=Kind("displacement"),
        status=Status.ONGOING,
        source=Source("report", SourceType("report")),
        evidence=evidence,
        when=When(date(2031, 5, 1), date(2031, 5, 31), "month"),
        where=Where("Östby", country="SWE", precision=Precision.ADMIN),
        figures=(families,),
    )


def claims(of: Report) -> tuple[Claim, ...]:
    return shelling(of), denial(of), displacement(of)


def faults(of: Report) -> tuple[Fault, ...]:
    return (
        Fault("mentions", "mentions.date_unclear", span(of, "since"), "no day can be told for 'since'"),
        Fault("language", "language.long", of.id, "a sentence was cut"),
        Fault("claims", "claims.odd", None, "nothing to show"),
    )


def changed(claim: Claim) -> Claim:
    """The same claim, one value better read."""
    return replace(claim, status=Status.POSSIBLE)


def read(ledger: Ledger, of: Report, made: tuple[Claim, ...], version: str = VERSION) -> Recorded:
    """Record a report in a run of its own."""
    run = ledger.begin_run(version, MODEL, {"files": 1})
    recorded = ledger.record(run, of, made, faults(of))
    ledger.finish_run(run)
    return recorded
