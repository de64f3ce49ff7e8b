"""Invented claims of invented reports, as linking is handed them, for tests of incidents."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from dateline.records import (
    Actor,
    Claim,
    ClaimId,
    Figure,
    Handle,
    Judgement,
    Kind,
    Measure,
    Precision,
    Report,
    ReportId,
    Scope,
    Source,
    SourceType,
    Span,
    Status,
    Told,
    Verdict,
    When,
    Where,
)

TOWNS = {
    "Vardo": (70.37, 31.11),
    "Brekkhus": (60.72, 6.45),
    "Olderdalen": (69.6, 20.53),
    "Kirkhaugen": (70.4, 31.0),
}
SENTENCES = (
    "Shells hit the market of {town}, killing {killed} people, the Lantern Watch said. ",
    "Gunmen opened fire near the ferry landing in {town}; {killed} people died. ",
    "The Hill Brigade shelled {town} for a second night. ",
    "A nurse, Ragnhild Tveitane, counted {killed} bodies at the clinic on Storgata. ",
)
START = date(2031, 5, 1)


def told(  # noqa: PLR0913  # each option is one thing that a test varies
    name: str = "a",
    *,
    kind: str = "attack",
    day: date | None = START,
    town: str | None = "Vardo",
    killed: int | None = 4,
    actor: str | None = "hill-brigade",
    said: date | None = START + timedelta(1),
    text: str | None = None,
    at: int = 0,
    place: Where | None = None,
    length: int = 0,
) -> Told:
    """A claim in a report of its own; `at` is where its words start."""
    text = text or SENTENCES[0].format(town=town or "the town", killed=killed or "some")
    report = Report(ReportId(name), text, published=said)
    span = Span(report.id, at, min(at + 20, len(text)))
    point = TOWNS.get(town or "")
    where = place or (Where(town, town.lower(), "NOR", *point, Precision.EXACT) if town and point else None)
    figures = () if killed is None else (_figure(killed, span),)
    claim = Claim(
        ClaimId(f"{name}-{kind}-{at}"),
        report.id,
        Kind(kind),
        Status.HAPPENED,
        Source("the report", SourceType("report")),
        span,
        actors=(Actor("Hill Brigade", actor, "rebel"),) if actor else (),
        when=When(day, day + timedelta(length), "day") if day else None,
        where=where,
        figures=figures,
    )
    return Told(claim, report)


def _figure(killed: int, span: Span) -> Figure:
    return Figure(Measure("killed"), "people", killed, killed, False, Scope.NEW, span)


def handle(item: Told) -> Handle:
    span = item.claim.evidence
    return Handle(item.report.id, span.start, span.end, span.of(item.report.text))


def judgement(verdict: Verdict, one: Told, other: Told, *, hour: int = 0) -> Judgement:
    moment = datetime(2031, 6, 1, tzinfo=UTC) + timedelta(hours=hour)
    return Judgement(verdict, handle(one), handle(other), "A. Reader", moment)


@st.composite
def ledgers(draw: st.DrawFn, most: int = 14) -> list[Told]:
    """Claims of a few reports about a few days and towns, several to a report."""
    made: list[Told] = []
    for number in range(draw(st.integers(1, most))):
        day = draw(st.none() | st.integers(0, 5))
        town = draw(st.sampled_from([None, *TOWNS]))
        killed = draw(st.none() | st.integers(1, 30))
        text = draw(st.sampled_from(SENTENCES)).format(town=town or "the town", killed=killed or "some") * 2
        report = f"r{draw(st.integers(0, 9))}"
        said = START + timedelta(int(report[1:]))
        item = told(
            report,
            kind=draw(st.sampled_from(["attack", "shelling", "armed_clash", "execution", "arrest"])),
            day=None if day is None else START + timedelta(day),
            town=town,
            killed=killed,
            said=said,
            text=next((m.report.text for m in made if m.report.id == report), text),
            at=number,
        )
        made.append(item)
    return made


@st.composite
def judged(draw: st.DrawFn) -> tuple[list[Told], list[Judgement]]:
    """A ledger with some judgements on its claims, that may contradict each other."""
    claims = draw(ledgers())
    pick = st.sampled_from(claims)
    found = [
        judgement(draw(st.sampled_from(list(Verdict))), draw(pick), draw(pick), hour=draw(st.integers(0, 3)))
        for _ in range(draw(st.integers(0, 6)))
    ]
    return claims, found
