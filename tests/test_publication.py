"""What of a ledger is handed on, before anything is withheld."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from dateline.casebook import open_casebook
from dateline.errors import UsageError
from dateline.exports.publication import Audience, Wording, words
from dateline.ledger import ClaimFilter, Ledger
from dateline.pipeline import read_reports
from dateline.publishing import Asked, build

SAMPLES = Path(str(files("dateline") / "lexicons/samples"))


@pytest.fixture(scope="module")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("publication") / "samples.ledger"
    with Ledger(path) as book:
        read_reports([SAMPLES], book)
    return path


def test_a_publication_holds_every_claim_once_with_its_words(sample_ledger: Path) -> None:
    with Ledger(sample_ledger, read_only=True) as book:
        made = build(book)
        assert [one.claim for one in made.told] == [
            one.claim for one in sorted(book.told(), key=lambda one: one.order)
        ]
        assert made.audience is Audience.INTERNAL
        assert made.wording is Wording.WHOLE
        for one in made.told:
            assert words(one.claim, one.report) in book.report(one.report.id).text


def test_every_claim_has_one_incident_and_its_tolls_by_each_rule(sample_ledger: Path) -> None:
    with Ledger(sample_ledger, read_only=True) as book:
        made = build(book, Asked(rules=("acled", "ucdp")))
        casebook = open_casebook(book)
    assert set(made.by_claim) == set(made.claims)
    for row in made.incidents:
        case = casebook.cases[row.id]
        assert tuple(one.claim.id for one in made.told_of(row)) == case.incident.claims
        for rule in ("range", "acled", "ucdp"):
            for combined in casebook.combined(case, rule):
                toll = row.toll(combined.measure, rule, combined.victim)
                assert toll is not None
                assert (toll.low, toll.best, toll.high) == (combined.low, combined.best, combined.high)
    assert any(row.toll("killed", "range") for row in made.incidents)
    assert made.incidents[0].toll("killed", "latest") is None


def test_a_filter_chooses_incidents_whole(sample_ledger: Path) -> None:
    with Ledger(sample_ledger, read_only=True) as book:
        every, some = build(book), build(book, Asked(ClaimFilter(kind="curfew")))
    assert 0 < len(some.incidents) < len(every.incidents)
    assert all(row in every.incidents or row.part_of is None for row in some.incidents)
    assert {one.claim.id for one in some.told} == {claim for row in some.incidents for claim in row.claims}
    assert {one.report.id for one in some.told} == {report.id for report in some.reports}


def test_the_moment_is_the_ledgers_not_the_clocks(sample_ledger: Path) -> None:
    with Ledger(sample_ledger, read_only=True) as book:
        one, other = build(book), build(book)
        last = max(run.finished or run.started for run in book.runs())
    assert one == other
    assert one.made_at == last


def test_an_unknown_rule_is_told(sample_ledger: Path) -> None:
    with Ledger(sample_ledger, read_only=True) as book, pytest.raises(UsageError, match="no rule 'mean'"):
        build(book, Asked(rule="mean"))
