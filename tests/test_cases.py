"""Golden cases: one readable file a case in cases/, each with one idea."""

from pathlib import Path

import case_notes
import pytest

from dateline import reports
from dateline.pipeline import Reader, open_reader

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def _parameters() -> list[object]:
    """Every case; one with a known miss must fail, so that a lucky fix is noticed."""
    out: list[object] = []
    for path in CASES:
        miss = case_notes.read(path).header.get("known miss")
        marks = [pytest.mark.xfail(strict=True, reason=miss)] if miss else []
        out.append(pytest.param(path, id=path.stem, marks=marks))
    return out


@pytest.fixture(scope="module")
def reader() -> Reader:
    return open_reader()


@pytest.mark.parametrize("path", _parameters())
def test_case(path: Path, reader: Reader) -> None:
    case = case_notes.read(path)
    publisher = case.header.get("publisher")
    report = reports.from_text(case.text, published=case.published, publisher=publisher)
    reading = reader.read(report)
    crashes = [fault.message for fault in reading.faults if fault.code == "pipeline.crash"]
    wrong = case_notes.differences(case, reading.claims)
    if crashes or wrong:
        pytest.fail("\n".join([*crashes, case.text, wrong]), pytrace=False)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60


def test_every_kind_has_a_case() -> None:
    from dateline import lexicons

    notes = "\n".join(path.read_text("utf-8").split(case_notes.MARK)[1] for path in CASES)
    heads = {line.split(" ")[0] for line in notes.splitlines() if line}
    assert set(lexicons.load("codebook")["kind"]) <= heads
