"""Lists of claims and reports, and search: what stands in them, in which order, and how many there are in all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import ledger_builders as build
import pytest

from dateline.casebook import keep, retell
from dateline.ledger import ClaimFilter, Ledger, listing
from dateline.records import ReportId

# The same report under four ids: two days, and one without a day; the last one makes no claim.
DAYS = {
    "vardo-1": date(2031, 5, 4),
    "vardo-2": date(2031, 5, 6),
    "vardo-3": None,
    "vardo-4": date(2031, 5, 5),
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("listing") / "war.ledger") as book:
        for id_, day in DAYS.items():
            report = replace(build.report(), id=ReportId(id_), published=day)
            build.read(book, report, () if id_ == "vardo-4" else build.claims(report))
        keep(book)
        yield book


def test_claims_come_latest_first_and_within_a_report_in_its_order(ledger: Ledger) -> None:
    found = listing.claims(ledger)
    assert found.total == 9
    reports = [one.told.report.id for one in found.claims]
    assert list(dict.fromkeys(reports)) == ["vardo-2", "vardo-1", "vardo-3"]
    for id_ in dict.fromkeys(reports):
        starts = [one.told.claim.evidence.start for one in found.claims if one.told.report.id == id_]
        assert starts == sorted(starts)
    assert {one.told.claim.id for one in found.claims} == {claim.id for claim in ledger.claims()}


def test_parts_of_a_list_make_up_the_whole(ledger: Ledger) -> None:
    whole = {one.told.claim.id for one in listing.claims(ledger).claims}
    parts = [listing.claims(ledger, start=start, count=2).claims for start in range(0, 10, 2)]
    assert [len(part) for part in parts] == [2, 2, 2, 2, 1]
    assert {one.told.claim.id for part in parts for one in part} == whole


@pytest.mark.parametrize(
    "asked",
    [ClaimFilter(kind="shelling"), ClaimFilter(place="vard"), ClaimFilter(said_by=date(2031, 5, 4))],
    ids=str,
)
def test_a_filter_gives_the_claims_that_the_ledger_gives(ledger: Ledger, asked: ClaimFilter) -> None:
    found = listing.claims(ledger, asked, retell=retell)
    assert {one.told.claim.id for one in found.claims} == {claim.id for claim in ledger.claims(asked)}
    assert found.total == len(found.claims) > 0


def test_every_report_is_listed_also_one_without_a_claim(ledger: Ledger) -> None:
    found = listing.reports(ledger)
    assert found.total == 4
    assert [(one.id, one.claims) for one in found.reports] == [
        ("vardo-2", 3),
        ("vardo-4", 0),
        ("vardo-1", 3),
        ("vardo-3", 3),
    ]


def test_of_a_filter_only_reports_with_such_claims_are_listed(ledger: Ledger) -> None:
    found = listing.reports(ledger, ClaimFilter(kind="shelling"))
    assert found.total == 3
    assert [(one.id, one.claims) for one in found.reports] == [("vardo-2", 1), ("vardo-1", 1), ("vardo-3", 1)]


def test_a_report_that_was_read_anew_stands_once(tmp_path: Path) -> None:
    with Ledger(tmp_path / "twice.ledger") as book:
        build.read(book, build.report(), build.claims(build.report()))
        later = build.report(text=build.TEXT + " The market was closed.")
        build.read(book, later, build.claims(later))
        keep(book)
        assert listing.reports(book).total == 1
        assert listing.reports_that_say(book, "closed").total == 1
        assert len(listing.reports(book).reports) == 1


def test_words_are_found_with_what_stands_around_them(ledger: Ledger) -> None:
    found = listing.reports_that_say(ledger, "market")
    assert found.total == 4
    for one in found.reports:
        start, end = one.found[0]
        assert one.excerpt[start:end].lower() == "market"
    claims = listing.claims_that_say(ledger, "market", [ReportId("vardo-1")])
    assert {one.told.report.id for one in claims} == {"vardo-1"}
    assert all("market" in one.told.claim.evidence.of(one.told.report.text).lower() for one in claims)


@pytest.mark.parametrize(
    "words", ['"', "AND", "market AND NOT", "* -", "NEAR(market)", "text:market", "'; DROP"]
)
def test_nothing_that_is_typed_is_an_operator(ledger: Ledger, words: str) -> None:
    if any(letter.isalnum() for letter in words):
        assert listing.reports_that_say(ledger, words).total in {0, 4}
