"""`evaluate places`: what is counted, on a gold small enough to count by hand."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline.cli.app import app
from dateline.errors import UsageError
from dateline.evaluate import places, running
from dateline.evaluate.places import Point, Row
from dateline.records import Report, ReportId

TEXT = "Rebels took Gharyan in Libya. Residents of Tripoli fled."
GHARYAN, LIBYA, TRIPOLI = (12, 19), (23, 28), (43, 50)


def _rows() -> list[Row]:
    names = (Point(*GHARYAN, 32.17, 13.02), Point(*LIBYA, 28.0, 17.0), Point(*TRIPOLI, None, None))
    return [Row(Report(ReportId("r"), TEXT), names)]


def _told(*points: Point) -> dict[str, list[Point]]:
    return {"r": list(points)}


@pytest.mark.parametrize(
    ("told", "right", "exact", "placed"),
    [
        ((), (0, 0, 2), (0, 0, 3), (0, 0, 2)),
        ((Point(*GHARYAN, 32.2, 13.0),), (1, 1, 2), (1, 1, 3), (1, 1, 2)),
        # too far off; another span over the name; a name that the gold leaves without a point costs nothing
        ((Point(*GHARYAN, 36.0, 13.0),), (0, 1, 2), (1, 1, 3), (0, 1, 2)),
        ((Point(10, 19, 32.2, 13.0),), (1, 1, 2), (0, 1, 3), (0, 1, 2)),
        ((Point(*TRIPOLI, 1.0, 1.0),), (0, 0, 2), (1, 1, 3), (0, 0, 2)),
        # an answer without a point is none
        ((Point(*GHARYAN, None, None),), (0, 0, 2), (1, 1, 3), (0, 1, 2)),
        # found where nothing is
        ((Point(0, 6, 1.0, 1.0), Point(*LIBYA, 28.0, 17.0)), (1, 1, 2), (1, 2, 3), (1, 2, 2)),
    ],
)
def test_what_is_counted(
    told: tuple[Point, ...], right: tuple[int, ...], exact: tuple[int, ...], placed: tuple[int, ...]
) -> None:
    got = places.score(_rows(), _told(*told))
    for share, expected in ((got.right, right), (got.exact, exact), (got.placed, placed)):
        assert (share.hit, share.system, share.gold) == expected


def test_errors_and_their_area() -> None:
    got = places.score(_rows(), _told(Point(*GHARYAN, 32.17, 13.02), Point(*LIBYA, 29.0, 17.0)))
    km = math.pi * 6371 / 180
    assert got.mean_km == pytest.approx(km / 2)
    assert got.median_km == pytest.approx(km)
    assert got.auc_all == pytest.approx(math.log(1 + km) / 2 / math.log(20039))
    none = places.score(_rows(), {})
    assert none.auc_all == pytest.approx(1.0)
    assert math.isnan(none.auc_answered)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A file in the form of the sets, with one report."""
    names = [
        {"start": 12, "end": 19, "lat": 32.17, "lon": 13.02},
        {"start": 23, "end": 28, "lat": 28.0, "lon": 17.0},
    ]
    row = {
        "id": "r",
        "title": "Gharyan falls",
        "source": "web",
        "date": "9:27 AM",
        "text": TEXT,
        "toponyms": names,
    }
    path = tmp_path / "dev.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def test_the_command(gold: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate", "places", str(gold), "--json"])
    assert result.exit_code == 0, result.output
    got: dict[str, Any] = json.loads(result.output)
    assert got["headline"] == {"acc161_all": 1.0, "e2e161_f1": 0.8, "prior_acc161_all": 1.0}
    assert set(got["runs"]) == set(places.RUNS)
    assert got["runs"]["gold_spans"]["gold_with_coords"] == 2
    shown = CliRunner().invoke(app, ["evaluate", "places", str(gold)])
    assert "prior_resolved" in shown.output


def test_a_folder_holds_its_files(gold: Path) -> None:
    got = running.evaluate("places", gold.parent)
    assert got.agreement.reports == 1


@pytest.mark.parametrize("line", ["{", '{"id": "r"}', '{"id": "r", "text": "x", "toponyms": [{"start": 1}]}'])
def test_a_malformed_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 1"):
        list(places.load(path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no gold"):
        list(places.load(tmp_path / "none.jsonl"))
