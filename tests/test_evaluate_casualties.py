"""`evaluate figures` on a register's killed and injured: the shares worked out by hand; and the form of its files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.claims.toll import Count, Toll
from dateline.errors import UsageError
from dateline.evaluate import running
from dateline.evaluate.casualties import agreement, as_register, report_of


def test_what_is_counted() -> None:
    gold = [(1, 0), (0, 4), (2, 2), (5, 0), (7, 1)]
    ours = [(1, 0), (0, 3), (2, 2), (4, 0), (7, 0)]
    got = agreement(gold, ours, incidents=4)
    assert (got.reports, got.incidents, got.both) == (5, 4, 2 / 5)
    assert (got.killed, got.killed_nonzero) == (4 / 5, 3 / 4)
    assert got.killed_macro == (1 + 1 + 1 + 1 / 2) / 4  # classes 1, 0, 2, and 4 or more
    assert (got.injured, got.injured_nonzero) == (3 / 5, 1 / 3)
    assert got.injured_macro == (1 + 0 + 1 + 0) / 4  # classes 0, 4, 2 and 1
    assert got.headline == {"exact_both": 2 / 5}


@pytest.mark.parametrize(
    ("killed", "injured", "numbers"),
    [
        (Count(), Count(), (0, 0)),
        (Count(2, 2), Count(), (2, 0)),
        (Count(None, 5), Count(15, None), (5, 15)),
    ],
)
def test_what_is_not_known_is_0_in_a_register(
    killed: Count, injured: Count, numbers: tuple[int, int]
) -> None:
    assert as_register(Toll(killed, injured)) == numbers


def test_a_title_is_set_before_the_text() -> None:
    report = report_of({"id": "a", "text": "Police came.", "title": "Two hurt in Varda", "dct": "2031-03-09"})
    assert (report.headline, report.text) == ("Two hurt in Varda", "Two hurt in Varda\n\nPolice came.")
    assert str(report.published) == "2031-03-09"


def _file(folder: Path, *entries: dict[str, Any]) -> Path:
    path = folder / "made_up.jsonl"
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries))
    return path


def test_a_file_is_read_and_compared(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        {"id": "a", "incident": "x", "text": "Two men were killed in Varda.", "killed": 2, "injured": 0},
        {
            "id": "b",
            "incident": "x",
            "text": "A man was shot in the leg in Varda.",
            "killed": 1,
            "injured": 0,
        },
    )
    got = running.evaluate("figures", path).to_object()
    assert (got["part"], got["reports"], got["incidents"]) == ("figures", 2, 1)
    assert (got["both"], got["killed"], got["injured"]) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"id": "a", "text": "x", "killed": 1}, "two whole numbers"),
        ({"id": "a", "text": "x", "killed": "1", "injured": 0}, "two whole numbers"),
        ({"id": "a", "text": "x", "killed": 1, "injured": 0, "dct": "May"}, "not a day"),
        ({"id": "a", "killed": 1, "injured": 0}, "not of the form"),
        ({"id": "a", "text": "x"}, "holds none of"),
    ],
)
def test_a_wrong_row_is_refused(tmp_path: Path, row: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        running.evaluate("figures", _file(tmp_path, row))
