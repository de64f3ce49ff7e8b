"""What had been said by a day, what the ledger knew at a moment, and what people decided about two claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from ledger_builders import TEXT, claims, clock, read, report, shelling

from dateline.errors import UsageError
from dateline.ledger import ClaimFilter, Ledger, check
from dateline.records import Verdict

START = datetime(2031, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "two.ledger", clock=clock(START).__next__) as opened:
        yield opened


def test_only_what_had_been_published_is_said(ledger: Ledger) -> None:
    early, late = report("early"), report("late", published=date(2031, 5, 9))
    undated = report("undated", published=None)
    for of in (late, early, undated):
        read(ledger, of, claims(of))
    asked = ClaimFilter(said_by=date(2031, 5, 8))
    assert {claim.report for claim in ledger.claims(asked)} == {"early"}
    assert [of.id for of in ledger.reports(asked)] == ["early"]
    assert {claim.report for claim, _ in ledger.figures(asked)} == {"early"}
    assert len(ledger.claims(ClaimFilter(said_by=date(2031, 5, 9)))) == 6


def test_what_was_known_then_stays_what_was_known_then(ledger: Ledger) -> None:
    of = report()
    read(ledger, of, claims(of))
    moment = max(row["recorded_at"] for row in ledger.claims().to_dicts())
    asked = ClaimFilter(known_at=moment)
    before = ledger.claims(asked), ledger.reports(asked), ledger.told(asked)
    changed = report(text=TEXT.replace("at least 28", "at least 31"))
    ledger.record(ledger.begin_run("0.2.0", "hand 1"), changed, [])
    read(ledger, other := report("other", published=date(2031, 5, 1)), claims(other))
    assert (ledger.claims(asked), ledger.reports(asked), ledger.told(asked)) == before
    assert [told.report.text for told in ledger.told(asked)] == [TEXT] * 3
    assert {claim.report for claim in ledger.claims()} == {"other"}
    assert ledger.claims(ClaimFilter(known_at=moment - timedelta(days=1))) == ()


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(UsageError, match="time zone"):
        ClaimFilter(known_at=datetime(2031, 5, 4))  # noqa: DTZ001 (that is the test)


def test_a_judgement_is_kept_and_can_be_taken_back(ledger: Ledger) -> None:
    one, other = report("one"), report("other")
    read(ledger, one, claims(one))
    read(ledger, other, claims(other))
    number = ledger.judge(Verdict.SAME, shelling(one), shelling(other), by="Ada Brook", why="same market")
    (judged,) = ledger.judgements()
    assert (judged.verdict, judged.by, judged.why) == (Verdict.SAME, "Ada Brook", "same market")
    assert judged.one.quote == shelling(one).evidence.of(one.text)
    assert (judged.other.report, judged.other.start) == ("other", shelling(other).evidence.start)
    stood = judged.at
    ledger.unjudge(number, by="Bo Vale")
    assert ledger.judgements() == ()
    assert ledger.judgements(stood) == (judged,)
    assert ledger.judgements(stood - timedelta(seconds=1)) == ()
    with pytest.raises(UsageError, match="no judgement 1 stands"):
        ledger.unjudge(number, by="Bo Vale")
    assert check(ledger) == ()


def test_a_judgement_outlives_a_new_reading(ledger: Ledger) -> None:
    one, other = report("one"), report("other")
    read(ledger, one, claims(one))
    read(ledger, other, claims(other))
    ledger.judge(Verdict.DIFFERENT, shelling(one), shelling(other), by="Ada Brook")
    ledger.record(ledger.begin_run("0.2.0", "hand 1"), one, [])
    assert [judged.verdict for judged in ledger.judgements()] == [Verdict.DIFFERENT]


@pytest.mark.parametrize(("by", "wrong"), [("", "name of who judged"), ("Ada Brook", "against itself")])
def test_a_judgement_that_means_nothing_is_refused(ledger: Ledger, by: str, wrong: str) -> None:
    one = report("one")
    read(ledger, one, claims(one))
    with pytest.raises(UsageError, match=wrong):
        ledger.judge(Verdict.SAME, shelling(one), shelling(one), by=by)


def test_a_claim_that_is_not_held_cannot_be_judged(ledger: Ledger) -> None:
    one, other = report("one"), report("other")
    read(ledger, one, claims(one))
    stranger = replace(shelling(other))
    with pytest.raises(UsageError, match="holds no claim"):
        ledger.judge(Verdict.SAME, shelling(one), stranger, by="Ada Brook")
