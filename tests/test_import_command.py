"""`dateline import` records what was judged in a workbook, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ledger_builders import claims, clock, report
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from dateline.cli import app
from dateline.exports import workbook
from dateline.ledger import Ledger
from dateline.publishing import build

OF = report()


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "vardo.ledger"
    ticks = clock()
    with Ledger(path, clock=lambda: next(ticks)) as ledger:
        number = ledger.begin_run("0", "hand")
        ledger.record(number, OF, claims(OF))
        ledger.finish_run(number)
    return path


@pytest.fixture
def sheet(book: Path, tmp_path: Path) -> Callable[..., Path]:
    """A workbook of the ledger in which a person has filled cells: sheet, row, column, value."""

    def fill(*puts: tuple[str, int, str, Any]) -> Path:
        path = tmp_path / "judged.xlsx"
        with Ledger(book, read_only=True) as ledger:
            workbook.write(build(ledger), path)
        made = load_workbook(path)
        for name, row, column, value in puts:
            heads = [cell.value for cell in made[name][1]]
            made[name].cell(row + 1, heads.index(column) + 1).value = value
        made.save(path)
        return path

    return fill


JUDGED = (
    ("claims", 1, "verdict", "correct"),
    ("claims", 1, "correct_status", "possible"),
    ("claims", 1, "why", "the nurse was not sure"),
    ("figures", 1, "verdict", "correct"),
    ("figures", 1, "correct_high", 30),
    ("claims", 2, "verdict", "reject"),
    ("claims", 3, "verdict", "accept"),
)


def test_judgements_reach_the_ledger(book: Path, sheet: Callable[..., Path]) -> None:
    path = sheet(*JUDGED)
    got = run("import", path, "--ledger", book, "--by", "A. Reader")
    assert got.exit_code == 0, got.output
    assert "3 judgements recorded: 1 accept, 1 reject, 1 correct (2 fields)." in got.stdout
    with Ledger(book, read_only=True) as ledger:
        left = ledger.claims()
        log = ledger.log()
    assert len(left) == 2
    assert left[0].status == "possible"
    assert (left[0].figures[0].low, left[0].figures[0].high) == (28, 30)
    assert {entry.by for entry in log} == {"A. Reader"}
    assert log[0].why == "the nurse was not sure"
    again = run("import", path, "--ledger", book, "--by", "A. Reader")
    assert again.exit_code == 0, again.output
    assert "0 judgements recorded: none." in again.stdout
    with Ledger(book, read_only=True) as ledger:
        assert len(ledger.log()) == len(log)


def test_a_dry_run_records_nothing(book: Path, sheet: Callable[..., Path]) -> None:
    got = run("import", sheet(*JUDGED), "--ledger", book, "--by", "A. Reader", "--dry-run")
    assert got.exit_code == 0
    assert "3 judgements not recorded" in got.stdout
    with Ledger(book, read_only=True) as ledger:
        assert len(ledger.log()) == 0


def test_one_row_that_does_not_match_stops_all_but_for_keep_going(
    book: Path, sheet: Callable[..., Path]
) -> None:
    path = sheet(("claims", 2, "kind", "attack"), ("claims", 3, "verdict", "accept"))
    got = run("import", path, "--ledger", book, "--by", "A. Reader")
    assert got.exit_code == 1
    assert "(kind): it reads 'attack', the ledger says" in got.stderr
    assert "1 judgements not recorded" in got.stdout
    with Ledger(book, read_only=True) as ledger:
        assert len(ledger.log()) == 0
    kept = run("import", path, "--ledger", book, "--by", "A. Reader", "--keep-going")
    assert kept.exit_code == 1
    with Ledger(book, read_only=True) as ledger:
        assert [entry.verdict for entry in ledger.log()] == ["accept"]


def test_a_place_is_looked_up(book: Path, sheet: Callable[..., Path]) -> None:
    path = sheet(
        ("claims", 1, "verdict", "correct"),
        ("claims", 1, "correct_where", "Kirkenes"),
        ("claims", 1, "correct_actors", "Hill Brigade; police"),
    )
    assert run("import", path, "--ledger", book, "--by", "A. Reader").exit_code == 0
    with Ledger(book, read_only=True) as ledger:
        claim = ledger.claims()[0]
    assert claim.where is not None
    assert (claim.where.name, claim.where.country, round(claim.where.lat or 0)) == ("Kirkenes", "NOR", 70)
    assert [actor.name for actor in claim.actors] == ["Hill Brigade", "police"]
