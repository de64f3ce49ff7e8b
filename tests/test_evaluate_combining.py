"""`evaluate rules`: the count of equal figures, on a small file worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.evaluate import combining
from dateline.evaluate.running import evaluate


def row(id_: str, day: str, outlet: str, *deaths: int) -> dict[str, Any]:
    figures = dict(zip(("low", "best", "high"), deaths, strict=True))
    none = {"low": 0, "best": 0, "high": 0}
    return {"id": id_, "published": day, "outlet": outlet, "wire": None, "deaths": figures, "injuries": none}


ROWS = [
    row("a", "2031-05-04", "The Gull", 0, 0, 0),
    row("b", "2031-05-04", "Radio Esja", 3, 4, 9),
    row("c", "2031-05-05", "Fjord Wire", 5, 5, 5),
    row("d", "2031-05-06", "The Gull", 5, 5, 5),
    row("e", "2031-05-06", "The Gull", 2, 2, 2),
]


def rules(**answers: tuple[int, int, int]) -> dict[str, dict[str, int]]:
    return {name: dict(zip(("low", "best", "high"), values, strict=True)) for name, values in answers.items()}


NONE = rules(**dict.fromkeys((*combining.THEIRS, "range"), (0, 0, 0)))
INCIDENTS = [
    {
        "gold": "i1",
        "ids": ["a", "b", "c", "d"],
        "rules": {
            "deaths": rules(
                con=(0, 0, 0),
                rep=(5, 5, 5),
                inf=(5, 5, 9),
                find_min=(0, 0, 0),
                find_mode_numeric=(5, 5, 5),
                find_max=(5, 5, 8),  # a wrong answer: 9 is the most
                range=(0, 0, 9),
            ),
            "injuries": NONE,
        },
    },
    {
        "gold": "i2",
        "ids": ["e"],
        "rules": {
            "deaths": rules(**dict.fromkeys((*combining.THEIRS, "range"), (2, 2, 2))),
            "injuries": NONE,
        },
    },
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "coded.jsonl").write_text("".join(json.dumps(r) + "\n" for r in ROWS))
    path = tmp_path / "coded_incidents.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in INCIDENTS))
    return path


def test_equal_figures_are_counted_where_reports_differ(gold: Path) -> None:
    got = combining.measure(gold)
    assert got.reports == 2
    assert (got.con.hit, got.con.gold) == (3, 3)
    assert (got.find_max.hit, got.find_max.gold) == (2, 3)
    assert got.headline == {"contested_exact": pytest.approx(17 / 18)}
    assert (got.everywhere.hit, got.everywhere.gold) == (71, 72)
    # ours takes the 0 for unknown: 3 to 9, not 0 to 9
    assert (got.range_low.hit, got.range_high.hit, got.low_by_zero.hit, got.low_by_zero.gold) == (0, 1, 1, 1)


def test_answers_are_one_row_an_incident_and_rule(gold: Path) -> None:
    found = {(r["gold"], r["rule"]): r for r in combining.answers(gold)}
    assert len(found) == 12
    assert found["i1", "inf"]["deaths"] == {"low": 5, "best": 5, "high": 9}
    assert found["i1", "rep"]["injuries"] == {"low": 0, "best": 0, "high": 0}


def test_the_command_finds_both_files(gold: Path) -> None:
    got = evaluate("rules", gold)
    assert got.to_object()["headline"] == {"contested_exact": pytest.approx(17 / 18)}
    assert got.to_object()["con"]["hit"] == 3
    with pytest.raises(UsageError, match="beside it"):
        evaluate("rules", gold.with_name("coded.jsonl"))
