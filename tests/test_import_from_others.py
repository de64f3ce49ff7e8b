"""Judgements made in an export for partners or the public come back to the claims that its rows stand for.

All people, outlets and events are invented.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from dateline.cli import app
from dateline.ledger import Ledger
from dateline.pipeline import open_reader
from dateline.records import Report, ReportId

TEXT = (
    "DALVIK, Iceland, March 13 (Fjord Wire) - Shells fell on the market of Dalvik on Tuesday, "
    "killing nine people, said Maria Holm, a nurse.\n\n"
    "Yousef al-Khatib was arrested by the Coast Guard in Dalvik on Wednesday.\n\n"
    "Interior Minister Runa Halls said on Wednesday that 12 people had been killed in Selfoss."
)


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "dalvik.ledger"
    one = Report(ReportId("one"), TEXT, publisher="Fjord Wire", published=date(2024, 3, 13))
    with Ledger(path) as book:
        number = book.begin_run("0", "m")
        reading = open_reader().read(one)
        book.record(number, one, reading.claims, reading.faults)
        book.finish_run(number)
    return path


@pytest.fixture
def export(ledger: Path, tmp_path: Path) -> Callable[..., Path]:
    def go(audience: str, form: str = "xlsx") -> Path:
        path = tmp_path / f"{audience}.{form}"
        done = run("export", "--ledger", ledger, "--as", form, "--audience", audience, "--out", path)
        assert done.exit_code == 0, done.output
        return path

    return go


def fill(path: Path, *puts: tuple[str, int, str, Any]) -> None:
    """Fill cells of a workbook: sheet, row, column, value; a column that is not there is added."""
    book = load_workbook(path)
    for name, row, column, value in puts:
        heads = [cell.value for cell in book[name][1]]
        if column not in heads:
            book[name].cell(1, len(heads) + 1).value = column
            heads.append(column)
        book[name].cell(row + 1, heads.index(column) + 1).value = value
    book.save(path)


def row_of(path: Path, sheet: str, column: str, value: object) -> int:
    rows = list(load_workbook(path)[sheet].iter_rows(values_only=True))
    return next(k for k, row in enumerate(rows[1:], 1) if str(row[rows[0].index(column)]) == str(value))


def said(ledger: Path) -> list[tuple[str, str, str]]:
    with Ledger(ledger, read_only=True) as book:
        return sorted((e.verdict, e.by, e.why) for one in book.reviewed().values() for e in one.entries)


def test_a_partners_judgements_reach_the_claims_behind_the_rows(
    ledger: Path, export: Callable[..., Path]
) -> None:
    path = export("partner")
    twelve = row_of(path, "figures", "low", 12)
    arrest = row_of(path, "claims", "kind", "arrest")
    fill(
        path,
        ("claims", arrest, "verdict", "correct"),
        ("claims", arrest, "correct_status", "possible"),
        ("claims", arrest, "why", "not confirmed"),
        ("figures", twelve, "verdict", "correct"),
        ("figures", twelve, "correct_high", 14),
    )
    assert "Holm" not in str([cell.value for row in load_workbook(path)["claims"] for cell in row])
    done = run("import", path, "--ledger", ledger, "--by", "B. Partner")
    assert done.exit_code == 0, done.output
    with Ledger(ledger, read_only=True) as book:
        told = [one.claim for one in book.told()]
    assert [c.status for c in told if c.kind == "arrest"] == ["possible"]
    # What was masked for the partner is as it was: nobody's name was made a number.
    assert "Maria Holm" in {c.source.name.partition(" (")[0] for c in told}
    assert (12, 14) in {(f.low, f.high) for c in told for f in c.figures}
    again = run("import", path, "--ledger", ledger, "--by", "B. Partner")
    assert "0 judgements recorded" in again.output


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_partners_workbook_may_be_saved_by_libreoffice(
    ledger: Path, export: Callable[..., Path], tmp_path: Path
) -> None:
    path = export("partner")
    fill(path, ("claims", 1, "verdict", "accept"), ("claims", 2, "verdict", "reject"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", tmp_path / "saved", path]
    subprocess.run([str(word) for word in command], capture_output=True, timeout=120, check=True)  # noqa: S603
    done = run("import", tmp_path / "saved" / path.name, "--ledger", ledger, "--by", "B. Partner")
    assert done.exit_code == 0, done.output
    assert [verdict for verdict, _, _ in said(ledger)] == ["accept", "reject"]


def test_an_export_for_the_public_takes_a_column_that_is_added(
    ledger: Path, export: Callable[..., Path]
) -> None:
    path = export("public")
    assert "lacks verdict" in _message(path, ledger)
    row = row_of(path, "claims", "kind", "arrest")
    fill(path, ("claims", row, "verdict", "reject"), ("claims", row, "why", "another town"))
    done = run("import", path, "--ledger", ledger, "--by", "C. Reader", "--audience", "public")
    assert done.exit_code == 0, done.output
    assert said(ledger) == [("reject", "C. Reader", "another town")]


def test_csv_of_partners_comes_back_too(ledger: Path, export: Callable[..., Path]) -> None:
    path = export("partner", "csv")
    table = path / "claims.csv"
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["verdict"] = "accept"
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    done = run("import", path, "--ledger", ledger, "--by", "B. Partner")
    assert done.exit_code == 0, done.output
    assert len(said(ledger)) == len(rows)


def _message(path: Path, ledger: Path, *more: str) -> str:
    try:
        return run("import", path, "--ledger", ledger, "--by", "B. Partner", *more).output
    except Exception as error:  # noqa: BLE001 - the message of a misuse, whatever its class
        return str(error)


@pytest.mark.parametrize(
    ("puts", "where", "why"),
    [
        ((("verdict", "correct"), ("correct_actors", "person 3")), "correct_actors", "in this export alone"),
        ((("verdict", "correct"), ("correct_source", "[name withheld]")), "correct_source", "in this export alone"),
        ((("verdict", "accept"), ("kind", "attack")), "kind", "put it back"),
        ((("verdict", "accept"), ("id", "0000000000000000abcd")), "id", "export anew"),
        ((("verdict", "perhaps"),), "verdict", "a verdict is one of"),
    ],
)  # fmt: skip
def test_what_does_not_match_is_refused_with_its_cell(
    ledger: Path, export: Callable[..., Path], puts: tuple[tuple[str, str], ...], where: str, why: str
) -> None:
    path = export("partner")
    row = row_of(path, "claims", "kind", "arrest")
    fill(path, *(("claims", row, column, value) for column, value in puts))
    said_ = _message(path, ledger)
    assert f"{row + 1} ({where})" in said_
    assert why in said_
    assert said(ledger) == []


def test_a_place_that_was_told_less_closely_is_not_moved_by_half(
    ledger: Path, export: Callable[..., Path]
) -> None:
    path = export("public")
    row = 1  # what the nurse says of Dalvik
    fill(path, ("claims", row, "verdict", "correct"), ("claims", row, "correct_lat", 65.9))
    message = _message(path, ledger, "--audience", "public")
    assert "(correct_lat)" in message
    assert "name the place" in message
    assert said(ledger) == []


def test_without_the_salt_no_row_matches(ledger: Path, export: Callable[..., Path]) -> None:
    path = export("partner")
    fill(path, ("claims", 1, "verdict", "accept"))
    ledger.with_name(ledger.name + ".salt").write_text("another salt, which is long enough\n")
    assert "another ledger" in _message(path, ledger)
    assert said(ledger) == []
