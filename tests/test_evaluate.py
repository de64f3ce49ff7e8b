"""`evaluate`: every report is read first, then the gold is opened, then the two are compared."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ledger_builders as build
import pytest

from dateline.errors import UsageError
from dateline.evaluate import codings, running
from dateline.exports.claims import to_object
from dateline.pipeline import Reading
from dateline.records import Fault

REPORT = build.report()
CLAIMS = build.claims(REPORT)
GOLD = {"id": "vardo-1", "claims": [to_object(claim, REPORT.text) for claim in CLAIMS]}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold set of one report, in the places where the gold and its texts usually stand."""
    folder = tmp_path / "bench" / "ledger" / "dev"
    folder.mkdir(parents=True)
    (folder / "vardo-1.json").write_text(json.dumps(GOLD))
    (tmp_path / "reports").mkdir()
    for name in ("vardo-1", "of-another-set"):
        (tmp_path / "reports" / f"{name}.json").write_text(json.dumps({"id": name, "text": REPORT.text}))
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Stands in for the reader; gives the claims above, and keeps which files were to be read."""
    asked: list[Path] = []

    def read_files(paths: list[Path], **_: Any) -> Iterator[Reading | Fault]:
        asked.extend(paths)
        yield Reading(REPORT, CLAIMS[:2], ())

    monkeypatch.setattr(running, "read_files", read_files)
    return asked


def test_figures_of_a_set(gold: Path, read: list[Path]) -> None:
    got = running.evaluate("ledger", gold).to_object()
    assert [path.name for path in read] == ["vardo-1.json"]
    assert (got["set"], got["part"]) == ("dev", "ledger")
    assert (got["claim"]["hit"], got["claim"]["gold"], got["claim"]["p"]) == (2, 3, 1.0)
    assert set(got["headline"]) == {"figure", "sourced", "row"}
    assert got["headline"]["figure"] == pytest.approx(0.8)


@pytest.mark.usefixtures("read")
def test_the_gold_is_opened_last(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    load, read_files = codings.load, vars(running)["read_files"]

    def watched(*arguments: Any, **options: Any) -> Iterator[Any]:
        yield from read_files(*arguments, **options)
        order.append("all is read")

    def opened(path: Path) -> Any:
        order.append("the gold is opened")
        return load(path)

    monkeypatch.setattr(running, "read_files", watched)
    monkeypatch.setattr(codings, "load", opened)
    running.evaluate("ledger", gold)
    assert order == ["all is read", "the gold is opened"]


@pytest.mark.usefixtures("gold")
def test_a_gold_file_reads_all_texts(read: list[Path], tmp_path: Path) -> None:
    lines = tmp_path / "gold.jsonl"
    lines.write_text(json.dumps(GOLD) + "\n")
    running.evaluate("ledger", lines, reports=tmp_path / "reports")
    assert read == [tmp_path / "reports"]


@pytest.mark.usefixtures("read")
def test_a_report_without_a_text_is_a_fault(gold: Path) -> None:
    (gold / "nowhere.json").write_text(json.dumps(GOLD | {"id": "nowhere"}))
    got = running.evaluate("ledger", gold)
    assert [fault.code for fault in got.faults] == ["evaluate.no_text"]
    assert got.to_object()["claim"]["gold"] == 6


@pytest.mark.parametrize(
    ("part", "path", "says"),
    [
        ("poems", "dev", "there are: ledger"),
        ("ledger", "none", "no gold"),
        ("ledger", "bare", "--reports DIR"),
    ],
)
def test_misuse(tmp_path: Path, gold: Path, part: str, path: str, says: str) -> None:
    (tmp_path / "bare").mkdir()
    where = gold if path == "dev" else tmp_path / path
    with pytest.raises(UsageError, match=says):
        running.evaluate(part, where)
