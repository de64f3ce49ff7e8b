"""Laws of the kept view: whatever came in whatever order, it is what linking all of it anew gives."""

from __future__ import annotations

import random
import tempfile
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from incident_builders import judged, ledgers

from dateline.casebook import Casebook, Keeper, keep, open_casebook, open_kept
from dateline.incidents import tolls
from dateline.ledger import Board, Ledger
from dateline.records import Judgement, Told, Verdict

START = datetime(2031, 6, 1, tzinfo=UTC)


def _record(book: Ledger, told: list[Told]) -> None:
    run = book.begin_run("0", "none")
    for report, claims in groupby(sorted(told, key=lambda one: one.report.id), key=lambda one: one.report):
        book.record(run, report, [one.claim for one in claims])
    book.finish_run(run)


def _told_of(made: Casebook) -> list[object]:
    return [
        (c.incident.id, c.incident.claims, c.incident.part_of, c.summary, c.spread)
        for c in made.cases.values()
    ]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ledgers())
def test_the_view_is_what_linking_anew_gives_however_the_reports_came(told: list[Told]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        views = []
        for name, order in (("one", told), ("other", [*reversed(told)])):
            with Ledger(Path(folder) / f"{name}.ledger") as book:
                first = order[0].report.id
                _record(book, [one for one in order if one.report.id == first])
                keep(book)
                _record(book, [one for one in order if one.report.id != first])
                keep(book)
                kept, anew = open_kept(book), open_casebook(book)
                assert _told_of(kept) == _told_of(anew)
                assert kept.origins == anew.origins
                (total,) = Board(book).totals(measures=("killed",))
                rows = tolls.totals(anew.incidents, anew.told, origins=anew.origins)
                assert [(row.low, row.best, row.high) for row in rows] == [
                    (total.low, total.best, total.high)
                ]
                views.append(_told_of(kept))
        assert views[0] == views[1]


def _rows_of(book: Ledger) -> list[list[str]]:
    """All rows of the view, whatever the order in which they were put there."""
    with book.reading() as connection:
        return [
            sorted(map(repr, connection.exec_driver_sql(f"SELECT * FROM {table}")))  # noqa: S608  # our own names
            for table in ("incident", "incident_claim", "incident_toll", "incident_actor", "kept")
        ]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(judged(), st.randoms(use_true_random=False))
def test_a_keeper_makes_the_same_view_step_by_step(
    made: tuple[list[Told], list[Judgement]], draw: random.Random
) -> None:
    told, said = made
    moment = iter(START + timedelta(seconds=second) for second in range(10_000))
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger(Path(folder) / "x.ledger", clock=lambda: next(moment)) as book,
    ):
        keeper, reports = Keeper(book), sorted({one.report.id for one in told})
        steps: list[str | Judgement] = [*reports, *said]
        draw.shuffle(steps)
        for step in steps:
            if isinstance(step, Judgement):
                held = {claim.id: claim for claim in book.claims()}
                pair = [
                    claim for claim in held.values() if claim.report in {step.one.report, step.other.report}
                ]
                if len(pair) > 1 and step.verdict in {Verdict.SAME, Verdict.DIFFERENT}:
                    book.judge(step.verdict, pair[0], pair[-1], by="A. Reader")
            else:
                _record(book, [one for one in told if one.report.id == step])
            keeper.keep()
        again = [one for one in told if one.report.id == reports[0]][1:]
        if again:  # a reading by another version, which makes fewer claims
            run = book.begin_run("1", "none")
            book.record(run, again[0].report, [one.claim for one in again])
            keeper.keep()
        assert not keeper.keep()
        step_by_step = _rows_of(book)
        with book.writing() as connection:
            connection.exec_driver_sql("DELETE FROM kept")
        assert keep(book)
        assert _rows_of(book) == step_by_step
