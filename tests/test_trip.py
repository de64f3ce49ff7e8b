"""The whole trip on the shipped sample reports: files in, ledger out, through the command line."""

import json
import os
import re
from importlib.resources import files
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline import reports
from dateline.cli import app
from dateline.ledger import Ledger, check, dump
from dateline.records import Report, SectionKind

SAMPLES = Path(str(files("dateline") / "lexicons" / "samples"))
SNAPSHOT = Path(__file__).parent / "snapshots" / "samples.sql"
NOTE = "sample report written for dateline; outlet, people and events are invented."


def run(*words: object, given: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=given, catch_exceptions=False)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    folder = tmp_path_factory.mktemp("demo")
    return folder / "demo.ledger", run("demo", "--out", folder)


def read_all() -> list[Report]:
    found, faults = reports.find([SAMPLES])
    assert faults == ()
    items = [item for path in found for item in reports.read(path)]
    assert all(isinstance(item, Report) for item in items)
    return [item for item in items if isinstance(item, Report)]


def test_samples_are_read_whole() -> None:
    items = read_all()
    assert len(items) == 9
    assert {path.suffix for path in SAMPLES.iterdir()} == {".txt", ".html", ".json"}
    assert all(item.headline and item.publisher and item.published for item in items)


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_every_sample_says_that_it_is_invented(path: Path) -> None:
    assert NOTE in path.read_text("utf-8").lower()


def test_no_furniture_is_body() -> None:
    for item in read_all():
        body = [item.text[s.start : s.end] for s in item.sections if s.kind is SectionKind.BODY]
        words = ("invented", "©", "edition", "@", "Media contact", "editing by")
        assert [text for text in body if any(word in text for word in words)] == []


def test_demo_explains_itself(demo: tuple[Path, Result]) -> None:
    path, got = demo
    assert got.exit_code == 0
    assert [
        w for w in ("THE LEDGER", "The columns:", "HOW MANY DIED?", "TRY NEXT") if w not in got.stdout
    ] == []
    for line in re.findall(r"^ {2}dateline (?:why|show|claims) .*", got.stdout, re.MULTILINE):
        tried = run(*line.split()[1:])
        assert tried.exit_code == 0
        assert tried.stdout.strip()
    with Ledger(path, read_only=True) as book:
        assert list(check(book)) == []


def test_the_demo_can_be_run_again(demo: tuple[Path, Result]) -> None:
    path, first = demo
    assert run("demo", "--out", path.parent).stdout == first.stdout


def test_snapshot(demo: tuple[Path, Result]) -> None:
    """What is read of the samples changes only on purpose; DATELINE_UPDATE=1 writes the file anew."""
    with Ledger(demo[0], read_only=True) as book:
        got = dump(book)
    if os.environ.get("DATELINE_UPDATE"):
        SNAPSHOT.write_text(got, "utf-8")
    assert got == SNAPSHOT.read_text("utf-8"), "look at the difference, then DATELINE_UPDATE=1 make test"


def test_files_and_ledger_give_the_same_claims(demo: tuple[Path, Result]) -> None:
    direct = run("claims", "--format", "jsonl", SAMPLES)
    assert (direct.exit_code, direct.stderr) == (0, "")
    held = run("claims", "--format", "jsonl", "--ledger", demo[0])
    assert sorted(direct.stdout.splitlines()) == sorted(held.stdout.splitlines())


def test_read_tells_what_it_did_and_what_it_skips(tmp_path: Path) -> None:
    ledger = tmp_path / "one.ledger"
    first = run("read", SAMPLES / "01-fjord-wire.txt", "--ledger", ledger)
    assert (first.exit_code, first.stderr) == (0, "")
    assert ": 1 report read, 0 already there" in first.stdout
    assert (
        ": 0 reports read, 1 already there"
        in run("read", SAMPLES / "01-fjord-wire.txt", "--ledger", ledger).stdout
    )


def test_what_cannot_be_read_is_told_and_kept(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_text("")
    (folder / "good.txt").write_text(
        "Published: 2024-03-14\n\nGunmen killed two men in Akureyri on Monday.\n"
    )
    ledger = tmp_path / "one.ledger"
    got = run("read", folder, "--ledger", ledger)
    assert got.exit_code == 1
    assert ": 1 report read" in got.stdout
    assert "1 fault" in got.stdout
    assert "reports.empty" in run("faults", "--ledger", ledger).stdout


def test_standard_input() -> None:
    text = (SAMPLES / "01-fjord-wire.txt").read_bytes()
    got = run("claims", "--format", "jsonl", "-", given=text)
    assert got.exit_code == 0
    assert json.loads(got.stdout)["claims"]
