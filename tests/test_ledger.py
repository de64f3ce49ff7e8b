"""The ledger keeps what was read, once, and overwrites nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from ledger_builders import (
    MODEL,
    TEXT,
    VERSION,
    changed,
    claims,
    clock,
    denial,
    displacement,
    faults,
    read,
    report,
    shelling,
)

from dateline.errors import LedgerError, UsageError
from dateline.ledger import ClaimFilter, Ledger, Recorded, check, dump
from dateline.records import Actor, Claim, Fault, Figure, Report, Source, SourceType, Where

EVERY = ClaimFilter(include_withdrawn=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a place" / "100% war?.ledger"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    path.parent.mkdir()
    with Ledger(path, clock=clock().__next__) as opened:
        yield opened


def test_reading_twice_changes_nothing(ledger: Ledger) -> None:
    of = report()
    assert not ledger.is_read(of, VERSION, MODEL)
    assert read(ledger, of, claims(of)) == Recorded(new=3, kept=0, withdrawn=0)
    before = dump(ledger)
    assert ledger.is_read(of, VERSION, MODEL)
    assert read(ledger, of, claims(of)[::-1]) == Recorded(new=0, kept=3, withdrawn=0)
    assert dump(ledger) == before
    assert check(ledger) == ()


def test_a_run_of_the_same_reports_elsewhere_gives_the_same_dump(ledger: Ledger, tmp_path: Path) -> None:
    first, second = report("a"), report("b")
    read(ledger, first, claims(first))
    read(ledger, second, claims(second))
    with Ledger(tmp_path / "other.ledger") as other:
        run = other.begin_run(VERSION, MODEL)
        for of in (second, first):
            other.record(run, of, claims(of), faults(of)[::-1])
        assert dump(other) == dump(ledger)


def test_a_new_version_withdraws_and_replaces(ledger: Ledger) -> None:
    of = report()
    read(ledger, of, claims(of))
    assert not ledger.is_read(of, "0.2.0", MODEL)
    again = (changed(shelling(of)), denial(of))
    assert read(ledger, of, again, "0.2.0") == Recorded(new=1, kept=1, withdrawn=2)
    assert tuple(ledger.claims()) == again
    rows = ledger.claims(EVERY).to_dicts()
    assert [(row["kind"], row["status"], row["withdrawn_run"]) for row in rows] == [
        ("shelling", "happened", 2),
        ("shelling", "possible", None),
        ("denial", "denied", None),
        ("displacement", "ongoing", 2),
    ]
    assert all((row["withdrawn_at"] is None) == (row["withdrawn_run"] is None) for row in rows)
    assert check(ledger) == ()


def test_an_older_version_that_reads_again_is_heard_again(ledger: Ledger) -> None:
    of = report()
    read(ledger, of, claims(of))
    read(ledger, of, (denial(of),), "0.2.0")
    assert not ledger.is_read(of, VERSION, MODEL)
    assert read(ledger, of, claims(of)) == Recorded(new=2, kept=1, withdrawn=0)
    assert set(ledger.claims()) == set(claims(of))
    assert len(ledger.claims(EVERY)) == 5
    assert check(ledger) == ()


def test_another_text_under_the_same_id_is_kept_beside_the_first(ledger: Ledger) -> None:
    first = report()
    second = report(text=TEXT.replace("at least 28", "at least 31"))
    after = replace(shelling(report()), figures=())
    read(ledger, first, claims(first))
    assert read(ledger, second, (after,)) == Recorded(new=1, kept=0, withdrawn=3)
    assert ledger.report(first.id) == second
    assert ledger.report(first.id, revision=1) == first
    assert ledger.reports() == (second,)
    assert "at least 31" in ledger.claims().to_dicts()[0]["quote"]
    before = dump(ledger)
    assert ledger.is_read(first, VERSION, MODEL)
    assert ledger.is_read(second, VERSION, MODEL)
    for of, made in ((first, claims(first)), (second, (after,))):
        read(ledger, of, made)
    assert dump(ledger) == before
    assert check(ledger) == ()


def test_a_corrected_date_keeps_the_claims_that_say_the_same(ledger: Ledger) -> None:
    first, second = report(), report(published=date(2031, 5, 5))
    read(ledger, first, claims(first))
    assert not ledger.is_read(second, VERSION, MODEL)
    assert read(ledger, second, claims(second)) == Recorded(new=0, kept=3, withdrawn=0)
    assert ledger.reports() == (second,)
    assert ledger.report("vardo-1", revision=1).published == date(2031, 5, 4)
    assert check(ledger) == ()


def test_faults_stand_until_a_reading_without_them(ledger: Ledger) -> None:
    of = report()
    read(ledger, of, claims(of))
    run = ledger.begin_run("0.2.0", MODEL)
    ledger.record(run, of, claims(of), faults(of)[:1])
    unread = Fault("reports", "reports.not_text", "odd \udcff name.txt", "the file is no text")
    for _ in range(2):
        ledger.record_faults(run, [unread, unread])
    spelled = replace(unread, about="odd \\udcff name.txt")
    assert tuple(ledger.faults()) == (*faults(of)[:1], spelled)
    assert set(ledger.faults(include_withdrawn=True)) == {*faults(of), spelled}


def test_runs_tell_when_they_ran_and_whether_they_ended(ledger: Ledger) -> None:
    read(ledger, report(), ())
    ledger.begin_run(VERSION, MODEL, {"paths": ["a", "b"]})
    ledger.begin_run(VERSION, MODEL, "a b")
    ended, cut_off, third = ledger.runs()
    assert (ended.id, ended.version, ended.model, ended.arguments) == (1, VERSION, MODEL, {"files": 1})
    assert ended.finished is not None
    assert ended.finished > ended.started
    assert cut_off.finished is None
    assert (cut_off.arguments, third.arguments) == ({"paths": ["a", "b"]}, "a b")


def _outside(of: Report) -> Claim:
    return replace(denial(of), evidence=replace(denial(of).evidence, end=len(of.text) + 1))


def _elsewhere(of: Report) -> Claim:
    return replace(denial(of), source=Source("x", SourceType("other"), denial(report("other")).evidence))


def _of_another(_: Report) -> Claim:
    return denial(report("other"))


def _endless(of: Report) -> Claim:
    return replace(shelling(of), where=Where("Vardo", lat=float("nan"), lon=0.0))


def _off_the_globe(of: Report) -> Claim:
    return replace(shelling(of), where=Where("Vardo", lat=91.0, lon=0.0))


def _too_many(of: Report) -> Claim:
    many: Figure = replace(shelling(of).figures[0], low=2**63)
    return replace(shelling(of), figures=(many,))


def _half_a_letter(of: Report) -> Claim:
    return replace(denial(of), actors=(Actor("Hill \ud800 Brigade"),))


def _same_id(of: Report) -> Claim:
    return replace(denial(of), id=displacement(of).id)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (_outside, "code points"),
        (_elsewhere, "was read from report vardo-1"),
        (_of_another, "was read from report vardo-1"),
        (_endless, "finite"),
        (_off_the_globe, "claim_where_point"),
        (_too_many, "larger count"),
        (_half_a_letter, "no character"),
        (_same_id, "bear the id"),
    ],
)
def test_a_wrong_claim_is_refused_and_nothing_is_written(
    ledger: Ledger, wrong: Callable[[Report], Claim], says: str
) -> None:
    of = report()
    run = ledger.begin_run(VERSION, MODEL)
    with pytest.raises(LedgerError, match=says):
        ledger.record(run, of, [displacement(of), wrong(of)])
    assert ledger.reports() == ()
    assert not ledger.is_read(of, VERSION, MODEL)
    assert len(ledger.claims(EVERY)) == 0


def test_the_same_claim_made_twice_counts_once(ledger: Ledger) -> None:
    of = report()
    assert read(ledger, of, (denial(of), denial(of))).new == 1


def test_an_unknown_run_is_refused(ledger: Ledger) -> None:
    for write in (
        lambda: ledger.record(7, report(), ()),
        lambda: ledger.record_faults(7, ()),
        lambda: ledger.finish_run(7),
    ):
        with pytest.raises(LedgerError, match="knows no run 7"):
            write()


def test_half_a_transaction_is_dropped(ledger: Ledger) -> None:
    def half() -> None:
        with ledger.writing() as connection:
            connection.exec_driver_sql("INSERT INTO run VALUES (9, 'v', 'm', 'now', NULL, '{}')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert ledger.runs() == ()


def test_unknown_reports_are_told(ledger: Ledger) -> None:
    read(ledger, report(), ())
    with pytest.raises(UsageError, match="no report 'nope'"):
        ledger.report("nope")
    with pytest.raises(UsageError, match="in revision 2"):
        ledger.report("vardo-1", revision=2)
