"""Laws of the kept view: whatever came in whatever order, it is what linking all of it anew gives."""

from __future__ import annotations

import tempfile
from itertools import groupby
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from incident_builders import ledgers

from dateline.casebook import Casebook, keep, open_casebook, open_kept
from dateline.incidents import tolls
from dateline.ledger import Board, Ledger
from dateline.records import Told


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
