"""A board after a judgement, and of a past day: what is carried over is what reading all anew would give."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from math import isnan
from pathlib import Path

import ledger_builders as build
import numpy as np
import pytest
import workbench_samples

from dateline.casebook import Casebook, Keeper, keep, open_board, open_case, open_casebook, retell
from dateline.errors import UsageError
from dateline.incidents import tolls
from dateline.ledger import Board, Change, ClaimFilter, Ledger, columns, gathering, listing
from dateline.ledger.arrays import Table
from dateline.records import ReportId, Status, Verdict


@pytest.fixture(scope="module", name="samples")
def shared() -> Path:
    return workbench_samples.samples()


@pytest.fixture
def ledger(samples: Path, tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(Path(shutil.copy(samples, tmp_path / "copy.ledger"))) as book:
        yield book


def days(path: Path) -> list[date]:
    with Ledger(path, read_only=True) as book:
        return sorted({report.published_day for report in book.reports() if report.published_day})


def told(table: Table) -> dict[str, list[object]]:
    """The columns with their words, so that two tables can be compared that number words otherwise."""
    found: dict[str, list[object]] = {
        name: [None if isinstance(value, float) and isnan(value) else value for value in column.tolist()]
        for name, column in table.numbers.items()
        if name != "born"
    }
    for name, coded in table.coded.items():
        found[name] = [None if code < 0 else coded.words[code] for code in coded.codes]
    return found | {name: list(column) for name, column in table.texts.items()}


def test_columns_carried_over_a_judgement_are_those_read_anew(ledger: Ledger) -> None:
    keeper = Keeper(ledger)
    with ledger.writing() as connection:
        connection.exec_driver_sql("DELETE FROM kept")
    keeper.keep()
    sure, killed = ClaimFilter(min_confidence=0.5), "killed"
    claims = ledger.claims()
    for number, claim in enumerate((claims[0], claims[7], claims[-1])):
        board = open_board(ledger)
        board.facets(sure)
        board.totals(measures=(killed, "injured"))
        if number == 1:
            ledger.review(Verdict.REJECT, claim, by="A. Reader")
        else:
            change = Change("status", Status.DENIED if claim.status != Status.DENIED else Status.POSSIBLE)
            ledger.review(Verdict.CORRECT, claim, [change], by="A. Reader")
        assert keeper.keep()
        with ledger.reading() as connection:
            followed = columns._STATES[columns.state_of(connection, ledger.path)]
            anew = columns._read(connection)
            for rule_measure in (("range", killed), ("range", "injured")):
                gathering.tolls(connection, anew.incidents, rule_measure)
            for name in ("kind", "status"):
                gathering.sureness(connection, anew.claims, name)
        assert set(told(followed.claims)) == set(told(anew.claims))
        assert {name for name in told(followed.incidents) if name.startswith("toll")}
        assert told(followed.claims) == told(anew.claims)
        assert told(followed.incidents) == told(anew.incidents)
        assert np.array_equal(followed.incident, anew.incident)
        assert np.array_equal(followed.whole, anew.whole)


def test_a_board_of_a_day_tells_what_had_been_said_by_then(samples: Path) -> None:
    """Lines, tolls and lists are those of a casebook that holds the claims of that day under today's links."""
    changed = 0
    with Ledger(samples, read_only=True) as book:
        board = open_board(book)
        today = {line.id: line for line in board.lines(count=None).lines}
        said = {id_: [t.report.published_day for t in open_case(book, id_)[1].told] for id_ in today}
        for day in days(samples):
            asked = ClaimFilter(said_by=day)
            lines = board.lines(asked, count=None).lines
            assert {line.id for line in lines} == {
                id_ for id_, tellings in said.items() if any(d is not None and d <= day for d in tellings)
            }
            for line in lines:
                casebook, case = open_case(book, line.id, asked)
                assert line.claims == len(case.told) <= today[line.id].claims
                assert (line.origins, line.reports) == (case.spread.origins, case.spread.reports)
                assert (line.kind, line.status, line.when) == (
                    case.summary.kind,
                    case.summary.statuses[0],
                    case.summary.when,
                )
                made = [
                    one
                    for one in tolls.by_all_rules(case.incident, casebook.told, casebook.origins)
                    if one.rule == "range" and one.victim is None and one.used
                ]
                assert {tuple(f) for f in line.figures} == {(m.measure, m.low, m.best, m.high) for m in made}
                changed += line.figures != today[line.id].figures
            total = sum(line.claims for line in lines)
            assert listing.claims(book, asked, retell=retell).total == total
    assert changed > 3


def test_totals_of_a_day_are_those_of_linking_what_was_said_by_then(samples: Path) -> None:
    """Where linking anew makes the same incidents, the sums are the same to the last one."""
    same = 0
    for day in days(samples):
        asked = ClaimFilter(said_by=day)
        with Ledger(samples, read_only=True) as book:
            linked: Casebook = open_casebook(book, asked)
            (total,) = open_board(book).totals(asked, measures=("killed",))
            lines = open_board(book).lines(asked, count=None).lines
        if {line.id for line in lines} != set(linked.cases):
            continue
        incidents = [case.incident for case in linked.cases.values()]
        rows = tolls.totals(incidents, linked.told, "range", measure="killed", origins=linked.origins)
        if rows:
            assert (total.low, total.best, total.high) == (rows[0].low, rows[0].best, rows[0].high)
            same += 1
    assert same


def test_what_was_learned_by_a_moment_is_told_as_of_then(tmp_path: Path) -> None:
    start = datetime(2031, 5, 4, 12, tzinfo=UTC)
    ticks = build.clock(start)
    with Ledger(tmp_path / "war.ledger", clock=lambda: next(ticks)) as book:
        for id_ in ("vardo-1", "vardo-2"):
            report = build.report(id_)
            build.read(book, report, build.claims(report))
            between = book.now()
        keep(book)
        first = book.report("vardo-1")
        moment = start + timedelta(seconds=1)
        while not book.claims(ClaimFilter(known_at=moment)) and moment < between:
            moment += timedelta(seconds=1)
        asked = ClaimFilter(known_at=moment)
        board = open_board(book)
        lines = board.lines(asked).lines
        assert {t.report.id for line in lines for t in board.incident(line.id, asked).told} == {first.id}
        assert all(line.reports == 1 for line in lines)
        assert {line.reports for line in board.lines().lines} == {2}
        with pytest.raises(UsageError, match="nothing was known"):
            board.incident(lines[0].id, ClaimFilter(known_at=start - timedelta(days=1)))


def test_a_board_that_cannot_tell_the_past_says_so(ledger: Ledger) -> None:
    board = Board(ledger)
    between = days(ledger.path)[len(days(ledger.path)) // 2]
    with pytest.raises(ValueError, match="open_board"):
        board.lines(ClaimFilter(said_by=between))


def test_reviewed_claims_are_counted_and_asked_for(ledger: Ledger) -> None:
    some = open_board(ledger).lines(order="claims").lines[0]
    assert not any(line.reviewed for line in open_board(ledger).lines(count=None).lines)
    mine = open_board(ledger).incident(some.id).told
    ledger.review(Verdict.ACCEPT, mine[0].claim, by="A. Reader")
    ledger.review(Verdict.CORRECT, mine[1].claim, [Change("status", Status.POSSIBLE)], by="A. Reader")
    ledger.review(Verdict.NOTE, mine[2].claim, [Change("note", "ask the desk")], by="A. Reader")
    board = open_board(ledger)
    reviewed = ClaimFilter(reviewed=True)
    lines = board.lines(reviewed).lines
    assert sum(line.reviewed for line in lines) == 2
    ids = {mine[0].claim.id, mine[1].claim.id}
    assert {one.told.claim.id for one in listing.claims(ledger, reviewed).claims} == ids
    assert {claim.id for claim in ledger.claims(reviewed)} == ids
    left = ClaimFilter(reviewed=False)
    total = len(ledger.claims())
    assert listing.claims(ledger, left).total == len(ledger.claims(left)) == total - 2
    assert {c.incident.id for c in open_casebook(ledger).asked(reviewed)} == {line.id for line in lines}


def test_a_report_is_listed_once_with_its_counts(samples: Path) -> None:
    with Ledger(samples, read_only=True) as book:
        asked = ClaimFilter(measure="killed")
        listed = listing.reports(book, asked).reports
        claims = book.claims(asked)
        assert [one.id for one in listed] == list(dict.fromkeys(one.id for one in listed))
        assert {one.id: one.claims for one in listed} == {
            ReportId(id_): sum(claim.report == id_ for claim in claims) for id_ in {c.report for c in claims}
        }
