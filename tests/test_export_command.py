"""`dateline export` writes every form, replaces nothing unasked, and says what is lost."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from ledger_builders import claims, clock, report
from typer.testing import CliRunner, Result

from dateline.cli import app
from dateline.errors import UsageError
from dateline.exports.cells import plain
from dateline.exports.forms import FORMS
from dateline.ledger import Ledger

NAMES = ("csv", "xlsx", "parquet", "jsonl", "geojson", "gpkg", "acled", "ucdp-ged", "plover", "polecat")


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "vardo.ledger"
    ticks = clock()
    with Ledger(path, clock=lambda: next(ticks)) as ledger:
        number = ledger.begin_run("0", "hand")
        ledger.record(number, report(), claims(report()))
        ledger.finish_run(number)
    return path


@pytest.mark.parametrize("name", NAMES)
def test_every_form_is_written_for_the_public_with_its_manifest(
    name: str, book: Path, tmp_path: Path
) -> None:
    if name in {"parquet", "gpkg"}:
        pytest.importorskip("pyarrow" if name == "parquet" else "pyogrio")
    out = tmp_path / f"out{FORMS[name].suffix}"
    got = run("export", "--as", name, "--out", out, "--ledger", book)
    assert got.exit_code == 0, got.output
    assert "for public" in got.stdout
    assert out.is_dir() == (FORMS[name].suffix == "")
    whole = json.loads(out.with_name(out.name + ".manifest.json").read_text("utf-8"))
    assert (whole["form"], whole["audience"], whole["rule"]) == (name, "public", "range")
    assert whole["ledger_at"].startswith("2031-05-04")
    beside = {path.name for path in tmp_path.iterdir()} - {out.name, f"{out.name}.manifest.json"}
    coded = {f"{out.name}.loss.txt", f"{out.name}.loss.json"}
    assert beside == (coded if FORMS[name].coded else set())


def test_nothing_is_replaced_unasked(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    words = ("export", "--as", "acled", "--out", out, "--ledger", book, "--audience", "internal")
    assert run(*words).exit_code == 0
    first = out.read_bytes()
    with pytest.raises(UsageError, match="is there already; give --force"):
        run(*words)
    assert run(*words, "--force", "--rule", "acled").exit_code == 0
    assert out.read_bytes() != first
    assert {path.name for path in tmp_path.iterdir()} == {
        "events.csv",
        "events.csv.manifest.json",
        "events.csv.loss.txt",
        "events.csv.loss.json",
    }


def test_a_manifest_that_stands_alone_is_not_replaced_either(book: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.manifest.json").write_text("{}")
    with pytest.raises(UsageError, match="is there already"):
        run("export", "--as", "jsonl", "--out", tmp_path / "a.jsonl", "--ledger", book)
    assert {path.name for path in tmp_path.iterdir()} == {"a.jsonl.manifest.json"}


def test_what_is_lost_is_told_in_short(book: Path, tmp_path: Path) -> None:
    got = run("export", "--as", "acled", "--out", tmp_path / "e.csv", "--ledger", book)
    assert "dateline: acled cannot say row: incident left out:" in got.stderr
    assert "more things that acled cannot say: see" in got.stderr
    assert "What it cannot say:" in (tmp_path / "e.csv.loss.txt").read_text("utf-8")
    assert json.loads((tmp_path / "e.csv.loss.json").read_text("utf-8"))["form"] == "acled"


def test_filters_choose_whole_incidents_and_are_told(book: Path, tmp_path: Path) -> None:
    words = ("export", "--as", "csv", "--ledger", book, "--audience", "internal")
    run(*words, "--out", tmp_path / "all")
    run(*words, "--out", tmp_path / "some", "--kind", "displacement", "--since", "2031-01-01")
    with (tmp_path / "some" / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["kind"] for row in rows} == {"displacement"}
    with (tmp_path / "some" / "codebook.csv").open(encoding="utf-8-sig", newline="") as file:
        facts = {row["word"]: row["definition"] for row in csv.DictReader(file) if row["field"] == "export"}
    assert plain(facts["asked"]) == "--kind displacement --since 2031-01-01"
    assert facts["audience"] == "internal"
    assert datetime.fromisoformat(facts["as of"]).astimezone(UTC).date() == date(2031, 5, 4)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--as", "sas", "--out", "x"), "there is no form 'sas'; there are: csv, xlsx"),
        (("--as", "jsonl", "--out", "x", "--rule", "mean"), "no rule 'mean'"),
        (("--as", "jsonl", "--out", "x", "--kind", "atack"), "did you mean attack"),
        (("--as", "jsonl", "--out", "vardo.ledger/x"), "nothing can be written to"),
    ],
)
def test_misuse_is_told_and_leaves_nothing(
    words: tuple[str, ...], why: str, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(book.parent)
    before = {path.name for path in book.parent.iterdir()}
    with pytest.raises(UsageError, match=why):
        run("export", *words, "--ledger", book, "--audience", "internal")
    assert {path.name for path in book.parent.iterdir()} <= {*before, f"{book.name}-shm", f"{book.name}-wal"}
