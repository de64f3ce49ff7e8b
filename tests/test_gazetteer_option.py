"""--gazetteer FILE: what is read is placed by it, what was read with another is read again, a wrong one is told."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest

import dateline
from dateline.cli import main
from dateline.errors import UsageError
from dateline.ledger import Ledger
from dateline.lexicons import gazetteer_rows as rows
from dateline.lexicons import gazetteer_tables as tables
from dateline.pipeline import Reading, read_files, read_reports

# Two towns that no map has, of one name, so that the file alone decides where it is.
LINE = "{ident}\tVarnholm\tISL\t\t{lat}\t-20\tc\t900000\t\t\t"
TEXT = "Published: 2024-03-14\n\nGunmen killed two men in Varnholm on Monday, police said.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "monday.txt"
    path.write_text(TEXT)
    return path


def index(folder: Path, ident: int, lat: float) -> Path:
    path = folder / f"{ident}.sqlite"
    data = gzip.compress(LINE.format(ident=ident, lat=lat).encode())
    tables.fill(path, rows.all_rows(data), {"mark": f"mark{ident}", "reviewed": "0"})
    return path


def places_in(book: Ledger) -> list[str | None]:
    return [claim.where.place_id if claim.where else None for claim in book.claims()]


def test_another_gazetteer_reads_again_and_the_same_does_not(tmp_path: Path, report: Path) -> None:
    one, two = index(tmp_path, 1, 64.0), index(tmp_path, 2, 65.0)
    with Ledger(tmp_path / "x.ledger") as book:
        assert read_reports([report], book, gazetteer=one).reports == 1
        assert places_in(book) == ["gn:1"]
        assert read_reports([report], book, gazetteer=one).skipped == 1
        again = read_reports([report], book, gazetteer=two)
        assert (again.reports, again.withdrawn) == (1, 1)
        assert places_in(book) == ["gn:2"]
        assert [run.version for run in book.runs()][-1] == f"{dateline.__version__}+gazetteer.mark2"


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_are_read_with_it(tmp_path: Path, report: Path, jobs: int) -> None:
    other = tmp_path / "tuesday.txt"
    other.write_text(TEXT.replace("Monday", "Tuesday"))
    readings = list(read_files([report, other], jobs=jobs, gazetteer=index(tmp_path, 1, 64.0)))
    found = [c.where.place_id for r in readings if isinstance(r, Reading) for c in r.claims if c.where]
    assert found == ["gn:1", "gn:1"]


def test_the_api_takes_it(tmp_path: Path, report: Path) -> None:
    path = index(tmp_path, 1, 64.0)
    for claims in (
        dateline.claims(TEXT.partition("\n\n")[2], published="2024-03-14", gazetteer=str(path)),
        [c for r in dateline.read(report, gazetteer=str(path)) if isinstance(r, Reading) for c in r.claims],
    ):
        assert [c.where.place_id for c in claims if c.where] == ["gn:1"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_wrong_one_is_told_before_anything_is_read(tmp_path: Path, report: Path, jobs: int) -> None:
    with pytest.raises(UsageError, match="there is no gazetteer"):
        list(read_files([report, report], jobs=jobs, gazetteer=tmp_path / "none.sqlite"))


@pytest.mark.parametrize("words", [["read"], ["claims"], ["figures"]])
def test_the_commands_take_it_and_refuse_a_wrong_one(
    tmp_path: Path,
    report: Path,
    words: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for path, status in ((index(tmp_path, 1, 64.0), 0), (tmp_path / "monday.txt", 2)):
        monkeypatch.setattr(sys, "argv", ["dateline", *words, str(report), "--gazetteer", str(path)])
        with pytest.raises(SystemExit) as left:
            main()
        assert (left.value.code or 0) == status
    assert "is no gazetteer" in capsys.readouterr().err
