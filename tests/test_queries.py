"""Questions to the ledger: what passes a filter, in which order, and as a table."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from ledger_builders import (
    MODEL,
    TEXT,
    VERSION,
    changed,
    claims,
    denial,
    displacement,
    faults,
    report,
    shelling,
)

from dateline.errors import InstallError, UsageError
from dateline.ledger import GATHERED, ClaimFilter, Ledger, describe
from dateline.ledger.rows import Rows
from dateline.records import Claim, ClaimId

LATE = report("a-late", TEXT.replace("Hill", "Dale"), date(2031, 6, 1))
EARLY = report("b-early")
UNDATED = report("c-undated", TEXT, None)


def dale(of: Any) -> tuple[Claim, ...]:
    evidence_of = denial(report("a-late"))
    return (replace(evidence_of, actors=(), report=of.id),)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("queries") / "x.ledger") as made:
        run = made.begin_run(VERSION, MODEL)
        made.record(run, UNDATED, (denial(UNDATED),))
        made.record(run, LATE, dale(LATE))
        made.record(run, EARLY, claims(EARLY), faults(EARLY))
        again = made.begin_run("0.2.0", MODEL)
        made.record(
            again, EARLY, (changed(shelling(EARLY)), denial(EARLY), displacement(EARLY)), faults(EARLY)
        )
        yield made


ALL = ["b-early shelling", "b-early denial", "b-early displacement", "a-late denial", "c-undated denial"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (ClaimFilter(), ALL),
        (ClaimFilter(kind="denial"), ["b-early denial", "a-late denial", "c-undated denial"]),
        (ClaimFilter(kind="shell"), []),
        (ClaimFilter(report="b-early"), ALL[:3]),
        (ClaimFilter(status="possible"), ALL[:1]),
        (ClaimFilter(status="happened"), []),
        (ClaimFilter(status="happened", include_withdrawn=True), ALL[:1]),
        (ClaimFilter(place="vARD"), ALL[:1]),
        (ClaimFilter(place="östby"), ALL[2:3]),
        (ClaimFilter(place="ÖST"), ALL[2:3]),
        (ClaimFilter(place="swe"), ALL[2:3]),
        (ClaimFilter(place="sw"), []),
        (ClaimFilter(place="%"), []),
        (ClaimFilter(place="_stby"), []),
        (ClaimFilter(source="brigade"), ["b-early denial", "a-late denial", "c-undated denial"]),
        (ClaimFilter(source="NURSE"), ALL[:1]),
        (ClaimFilter(source="Lantern"), []),
        (ClaimFilter(actor="hill"), ["b-early shelling", "b-early denial", "c-undated denial"]),
        (ClaimFilter(actor="civil"), []),
        (ClaimFilter(target="civil"), ALL[:1]),
        (ClaimFilter(measure="injured"), ALL[:1]),
        (ClaimFilter(measure="displaced", kind="displacement"), ALL[2:3]),
        (ClaimFilter(measure="displaced", kind="shelling"), []),
        (ClaimFilter(since=date(2031, 5, 3)), ["b-early shelling", "b-early displacement"]),
        (ClaimFilter(since=date(2031, 5, 4)), ["b-early displacement"]),
        (ClaimFilter(since=date(2031, 5, 31), until=date(2031, 5, 31)), ["b-early displacement"]),
        (ClaimFilter(since=date(2031, 6, 1)), []),
        (ClaimFilter(until=date(2031, 5, 1)), ["b-early displacement"]),
        (ClaimFilter(until=date(2031, 4, 30)), []),
    ],
)
def test_a_filter_lets_through_what_it_says(ledger: Ledger, asked: ClaimFilter, expected: list[str]) -> None:
    assert [f"{claim.report} {claim.kind}" for claim in ledger.claims(asked)] == expected


def test_no_day_lies_in_an_interval_that_runs_backwards() -> None:
    with pytest.raises(UsageError, match="swap them"):
        ClaimFilter(since=date(2031, 5, 2), until=date(2031, 5, 1))


def test_figures_come_with_their_claims(ledger: Ledger) -> None:
    pairs = ledger.figures()
    assert [(claim.kind, figure.measure) for claim, figure in pairs] == [
        ("shelling", "killed"),
        ("shelling", "injured"),
        ("displacement", "displaced"),
    ]
    assert pairs[0] == (changed(shelling(EARLY)), shelling(EARLY).figures[0])
    ((claim, figure),) = ledger.figures(ClaimFilter(measure="injured"))
    assert (claim.kind, figure.low, figure.high) == ("shelling", 24, 99)
    assert len(ledger.figures(ClaimFilter(measure="injured", include_withdrawn=True))) == 2


def test_reports_come_by_day_those_without_last(ledger: Ledger) -> None:
    assert tuple(ledger.reports()) == (EARLY, LATE, UNDATED)


def test_a_claim_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    for claim in ledger.claims():
        assert ledger.claim(claim.id) == claim
        assert ledger.claim(claim.id[:8]) == claim
    with pytest.raises(UsageError, match="no claim 'zz'"):
        ledger.claim("zz")
    with pytest.raises(UsageError, match="no claim ''"):
        ledger.claim("")


def test_an_ambiguous_or_withdrawn_id_is_told(tmp_path: Path) -> None:
    of = report()
    one, two, three = (
        replace(claim, id=ClaimId(id_)) for claim, id_ in zip(claims(of), ("ab", "abc", "abd"), strict=True)
    )
    with Ledger(tmp_path / "x.ledger") as ledger:
        ledger.record(ledger.begin_run(VERSION, MODEL), of, (one, two, three))
        assert ledger.claim("ab") == one
        with pytest.raises(UsageError, match="3 claims begin with 'a', such as ab and abc"):
            ledger.claim("a")
        ledger.record(ledger.begin_run("0.2.0", MODEL), of, (one, changed(two)))
        with pytest.raises(UsageError, match="'abd'; it was withdrawn"):
            ledger.claim("abd")
        assert ledger.claim("abd", include_withdrawn=True) == three
        assert ledger.claim("abc", include_withdrawn=True) == changed(two)
        with pytest.raises(UsageError, match="no claim 'AB'"):
            ledger.claim("AB")


def test_rows_behave_like_a_tuple_of_records(ledger: Ledger) -> None:
    found = ledger.claims()
    assert len(found) == 5
    assert found[0].kind == "shelling"
    assert found[-1] in found
    assert isinstance(found[1:3], Rows)
    assert found[1:3] == tuple(found)[1:3]
    assert [row["kind"] for row in found[1:3].to_dicts()] == ["denial", "displacement"]
    assert found == ledger.claims()
    assert hash(found) == hash(tuple(found))
    assert found != ledger.claims(ClaimFilter(kind="denial"))
    assert repr(ledger.claims(ClaimFilter(kind="x"))) == "Rows([])"


def test_every_column_of_a_table_is_documented(ledger: Ledger) -> None:
    columns = describe()
    assert list(ledger.claims().to_pandas()) == [*columns["claim"], *GATHERED]
    assert list(ledger.reports().to_pandas()) == list(columns["report"])
    assert list(ledger.faults().to_pandas()) == list(columns["fault"])
    assert list(ledger.runs().to_pandas()) == list(columns["run"])
    assert set(ledger.figures().columns) == {*columns["figure"], *ledger.figures().columns} & {
        *columns["figure"],
        *columns["claim"],
        *GATHERED,
    }


def test_a_table_has_days_counts_and_gaps(ledger: Ledger) -> None:
    table = ledger.figures().to_pandas()
    assert list(table["measure"]) == ["killed", "injured", "displaced"]
    assert str(table["low"].dtype) == "Int64"
    assert list(table["high"].isna()) == [True, False, False]
    assert table["when_start"].iloc[0] == pd.Timestamp(2031, 5, 3)
    assert list(table["approx"]) == [False, True, True]
    claims_table = ledger.claims().to_pandas()
    assert list(claims_table["when_start"].isna()) == [False, True, False, True, True]
    assert list(claims_table["where_lat"].isna()) == [False, True, True, True, True]
    assert claims_table["targets"].iloc[0] == "civilians; traders"
    assert str(claims_table["recorded_at"].dtype) == "datetime64[us, UTC]"
    assert claims_table["source_via"].iloc[0]["name"] == "Lantern Watch"


def test_an_empty_table_has_its_columns(ledger: Ledger) -> None:
    table = ledger.claims(ClaimFilter(kind="none")).to_pandas()
    assert len(table) == 0
    assert str(table["when_start"].dtype) == "datetime64[s]"


def test_a_missing_pandas_is_told(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_pandas(name: str, *arguments: Any, **options: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", without_pandas)
    with pytest.raises(InstallError, match=r"pip install 'dateline\[pandas\]'"):
        ledger.claims().to_pandas()
