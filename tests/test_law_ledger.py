"""Laws of the ledger: what goes in comes out, order makes no difference, a second time changes nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.ledger import ClaimFilter, Ledger, check, dump
from dateline.ledger.translate import claim_from, claim_rows, fault_from, fault_row, report_from, report_row
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
    Score,
    Section,
    SectionKind,
    Source,
    SourceType,
    Span,
    Status,
    When,
    Where,
)

T = TypeVar("T")
# Text as reports.read lets it through: any characters, no half surrogate pairs.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
zones = st.builds(timezone, st.integers(-14 * 60, 14 * 60).map(lambda minutes: timedelta(minutes=minutes)))
moments = st.datetimes(timezones=zones | st.just(UTC))
said_days = st.none() | st.dates() | moments


def maybe(values: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | values


def few(values: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(values, max_size=3).map(tuple)


@st.composite
def reports(draw: st.DrawFn, id_: str | None = None) -> Report:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=5)))
    kinds = st.sampled_from(SectionKind)
    return Report(
        id=ReportId(id_ or draw(words)),
        text=text,
        headline=draw(maybe(texts)),
        publisher=draw(maybe(texts)),
        byline=draw(maybe(texts)),
        dateline=draw(maybe(texts)),
        published=draw(said_days),
        updated=draw(said_days),
        url=draw(maybe(texts)),
        language=draw(st.sampled_from(["en", "ar", "zh-Hant"])),
        sections=tuple(Section(draw(kinds), start, end) for start, end in pairwise(cuts)),
    )


@st.composite
def spans(draw: st.DrawFn, of: Report) -> Span:
    start = draw(st.integers(0, len(of.text) - 1))
    return of.span(start, draw(st.integers(start + 1, len(of.text))))


def bounds() -> st.SearchStrategy[tuple[int | None, int | None]]:
    counts = maybe(st.integers(0, 2**63 - 1))
    return st.tuples(counts, counts).map(lambda pair: pair if None in pair else tuple(sorted(pair)))  # type: ignore[type-var,arg-type,return-value]


@st.composite
def figures(draw: st.DrawFn, of: Report) -> Figure:
    low, high = draw(bounds())
    scope, span = draw(st.sampled_from(Scope)), draw(spans(of))
    others = maybe(spans(of)).filter(lambda other: other != span)
    return Figure(
        measure=Measure(draw(words)),
        of=draw(texts),
        low=low,
        high=high,
        approx=draw(st.booleans()),
        scope=scope,
        span=span,
        victim=draw(maybe(texts)),
        unit=draw(st.sampled_from(["people", "things", "attacks"])),
        part_of=draw(others),
        replaced_by=draw(others) if scope is Scope.SUPERSEDED else None,
    )


@st.composite
def sources(draw: st.DrawFn, of: Report, depth: int = 2) -> Source:
    via = draw(maybe(sources(of, depth - 1))) if depth else None
    return Source(draw(texts), SourceType(draw(words)), draw(maybe(spans(of))), via)


@st.composite
def places(draw: st.DrawFn) -> Where:
    point = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
    lat, lon = draw(point | st.just((None, None)))
    return Where(
        name=draw(texts),
        place_id=draw(maybe(texts)),
        country=draw(maybe(texts)),
        lat=lat,
        lon=lon,
        precision=draw(st.sampled_from(Precision)),
        radius_km=draw(maybe(st.floats(0, 20_000))),
    )


@st.composite
def times(draw: st.DrawFn) -> When:
    start, end = sorted((draw(st.dates()), draw(st.dates())))
    return When(start, end, draw(st.sampled_from(["day", "week", "month", "year", "span"])))


@st.composite
def scores(draw: st.DrawFn) -> tuple[Score, ...]:
    fields = draw(st.sets(st.sampled_from(["kind", "status", "when", "where"])))
    counts = st.lists(st.integers(0, 10**6), min_size=2, max_size=2).map(sorted)
    return tuple(
        Score(field, draw(st.floats(0, 1)), draw(texts), judged, right)
        for field in sorted(fields)
        for right, judged in (draw(counts),)
    )


@st.composite
def claims(draw: st.DrawFn, of: Report, id_: str = "c") -> Claim:
    actors = st.builds(Actor, texts, maybe(texts), texts, maybe(texts))
    fields = st.sampled_from(["where", "when", "status", "figures"])
    return Claim(
        id=ClaimId(id_),
        report=of.id,
        kind=Kind(draw(words)),
        status=draw(st.sampled_from(Status)),
        source=draw(sources(of)),
        evidence=draw(spans(of)),
        actors=draw(few(actors)),
        targets=draw(few(actors)),
        when=draw(maybe(times())),
        where=draw(maybe(places())),
        figures=draw(few(figures(of))),
        also=draw(few(spans(of))),
        decisions=draw(few(st.builds(Decision, fields, words, maybe(spans(of)), texts))),
        scores=draw(scores()),
    )


@st.composite
def readings(draw: st.DrawFn, id_: str) -> tuple[Report, tuple[Claim, ...], tuple[Fault, ...]]:
    of = draw(reports(id_))
    made = tuple(draw(claims(of, f"{id_}-{number}")) for number in range(draw(st.integers(0, 3))))
    about = maybe(spans(of) | texts)
    return of, made, draw(few(st.builds(Fault, words, words, about, texts)))


@given(reports())
def test_a_report_comes_back_from_its_row(of: Report) -> None:
    again = report_from(report_row(of))
    assert again == of
    for before, after in ((of.published, again.published), (of.updated, again.updated)):
        assert type(before) is type(after)
        if isinstance(before, datetime) and isinstance(after, datetime):
            assert before.utcoffset() == after.utcoffset()


@given(st.data())
def test_a_claim_comes_back_from_its_rows(data: st.DataObject) -> None:
    of = data.draw(reports())
    claim = data.draw(claims(of))
    rows = claim_rows(claim, of)
    assert claim_from(rows.claim, rows.children) == claim
    assert rows.claim["quote"] == claim.evidence.of(of.text)
    around = rows.claim["prefix"] + rows.claim["quote"] + rows.claim["suffix"]
    assert around in of.text


@given(st.data())
def test_claims_that_differ_differ_in_their_hash(data: st.DataObject) -> None:
    of = data.draw(reports())
    one, two = data.draw(claims(of)), data.draw(claims(of))
    same = claim_rows(one, of).claim["content"] == claim_rows(two, of).claim["content"]
    assert same == (one == two)


@given(reports(), st.data())
def test_a_fault_comes_back_from_its_row(of: Report, data: st.DataObject) -> None:
    fault = data.draw(st.builds(Fault, words, words, maybe(spans(of) | texts), texts))
    assert fault_from(fault_row(fault, of.id)) == fault


def in_a_ledger(do: Callable[[Ledger], None]) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "x.ledger") as ledger:
        do(ledger)


few_slow = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few_slow
@given(st.tuples(readings("r0"), readings("r1")))
def test_write_then_read_gives_the_same_records(
    read: tuple[tuple[Report, tuple[Claim, ...], tuple[Fault, ...]], ...],
) -> None:
    def do(ledger: Ledger) -> None:
        run = ledger.begin_run("1", "m")
        for of, made, faults in read:
            ledger.record(run, of, made, faults)
        assert {of.id: of for of in ledger.reports()} == {of.id: of for of, _, _ in read}
        assert sorted(ledger.claims(), key=lambda claim: claim.id) == [c for _, made, _ in read for c in made]
        assert set(ledger.faults()) == {fault for _, _, faults in read for fault in faults}
        for _, made, _ in read:
            assert all(ledger.claim(claim.id) == claim for claim in made)
        assert [line for line in check(ledger) if not line.startswith("warning:")] == []

    in_a_ledger(do)


@few_slow
@given(readings("r0"), st.data())
def test_a_second_reading_changes_nothing_and_a_newer_one_says_what_it_says(
    read: tuple[Report, tuple[Claim, ...], tuple[Fault, ...]], data: st.DataObject
) -> None:
    of, made, faults = read
    newer = data.draw(st.lists(claims(of), max_size=3))
    renamed = tuple(replace(claim, id=ClaimId(f"r0-{number}")) for number, claim in enumerate(newer))

    def do(ledger: Ledger) -> None:
        run = ledger.begin_run("1", "m")
        ledger.record(run, of, made, faults)
        before = dump(ledger)
        ledger.record(run, of, data.draw(st.permutations(made)), data.draw(st.permutations(faults)))
        assert dump(ledger) == before
        recorded = ledger.record(ledger.begin_run("2", "m"), of, renamed, faults)
        assert sorted(ledger.claims(), key=lambda claim: claim.id) == list(renamed)
        assert recorded.new + recorded.kept == len(renamed)
        assert recorded.kept + recorded.withdrawn == len(made)
        assert recorded.kept == len(set(made) & set(renamed))
        assert len(ledger.claims(ClaimFilter(include_withdrawn=True))) == len(made) + recorded.new
        assert [line for line in check(ledger) if not line.startswith("warning:")] == []

    in_a_ledger(do)


def test_days_at_the_ends_of_the_calendar_are_kept() -> None:
    def do(ledger: Ledger) -> None:
        of = Report(ReportId("r"), "long ago", published=date.min, updated=date.max)
        ledger.record(ledger.begin_run("1", "m"), of, ())
        assert ledger.reports() == (of,)
        assert str(ledger.reports().to_pandas()["published"].iloc[0]) == "0001-01-01 00:00:00"

    in_a_ledger(do)
