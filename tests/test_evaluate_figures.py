"""`evaluate figures` on quantities: the counts worked out by hand; and the form of its files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.evaluate import running
from dateline.evaluate.figures import measure
from dateline.evaluate.quantities import Stated, agreement


def _stated(*value: float, unit: str = "-", change: str = "=", concept: str = "-") -> Stated:
    return Stated(value, unit, change, frozenset(concept.split()))


def test_what_is_counted() -> None:
    gold = [
        (_stated(12, unit="lorry", concept="convoy"), _stated(12, unit="day"), _stated(3, 5, unit="km")),
        (_stated(7),),
    ]
    ours = [
        (
            _stated(12.0001, unit="day", change="~"),
            _stated(12, unit="lorry", concept="big convoy"),
            _stated(5, 3),
            _stated(9),
        ),
        (),
    ]
    got = agreement(gold, ours)
    assert (got.reports, got.value.hit, got.value.system, got.value.gold) == (2, 2, 4, 4)
    assert got.unit.hit == 2  # paired so that both fit, whatever their order
    assert got.change.hit == 1
    assert got.concept.hit == 2  # a word in common; and none on either side
    assert got.headline == {"value": 0.5, "value_unit": 0.5}


def _file(folder: Path, *entries: object) -> Path:
    path = folder / "made_up.jsonl"
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries))
    return path


QUANTITIES: list[dict[str, Any]] = [
    {"value": 40.0, "normalized_unit": "Kilometre", "change": "~", "concept": "the shell"},
    {"value": [3, 5], "normalized_unit": "metre", "change": "=", "concept": None},
]


def test_a_file_is_read_and_compared(tmp_path: Path) -> None:
    text = "The shell flew about 40 km over a wall of 3 to 5 metres, and dozens saw it."
    path = _file(tmp_path, {"id": "a", "text": text, "quantities": QUANTITIES})
    got = running.evaluate("figures", path).to_object()
    assert (got["set"], got["part"], got["reports"]) == ("made_up", "figures", 1)
    assert (got["value"]["hit"], got["value"]["system"], got["value"]["gold"]) == (2, 2, 2)
    assert (got["unit"]["f1"], got["change"]["f1"], got["concept"]["hit"]) == (1.0, 1.0, 1)
    assert got["headline"] == {"value": 1.0, "value_unit": 1.0}
    assert measure(tmp_path).reports == 1


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"id": "a", "quantities": []}, "not of the form"),
        ({"id": "a", "text": "now"}, "holds none of: quantities"),
        ({"id": "a", "text": "now", "quantities": 3}, "holds none of: quantities"),
        ({"id": "a", "text": "now", "quantities": [{"value": "3"}]}, "a quantity wants"),
        ({"id": "a", "text": "now", "quantities": [{"value": [1, 2, 3]}]}, "a quantity wants"),
        ([], "not of the form"),
    ],
)
def test_another_form_is_refused(tmp_path: Path, entry: object, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        measure(_file(tmp_path, entry))


def test_no_file_and_no_rows_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no \.jsonl file"):
        measure(tmp_path)
    with pytest.raises(UsageError, match="has no rows"):
        measure(_file(tmp_path))
