"""The question in the address -> the places of its incidents: as a list, and as points for the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter

from dateline.ledger.lines import Point
from dateline.workbench.asking import Asked, Question
from dateline.workbench.desk import At
from dateline.workbench.phrases import amount, label
from dateline.workbench.points import map_point
from dateline.workbench.scales import highest
from dateline.workbench.twins import page
from dateline.workbench.words import say

router = APIRouter()
COUNT = 100


@dataclass(frozen=True, slots=True)
class Places:
    """Some of the places of a question, and how many there are in all."""

    asked: Question
    points: tuple[Point, ...]
    total: int
    count: int
    top: int


@page(router, "/places", "places.html")
def places(at: At, asked: Asked) -> Places:
    """Places with their incidents and figures, those of most incidents first."""
    found = at.board.places(asked.filter, asked.rule, measure=asked.measure, start=asked.start, count=COUNT)
    return Places(asked, found.points, found.total, COUNT, highest(found.points))


@router.get("/points.json", summary="Places as GeoJSON, with the words that the map says.")
def points(at: At, asked: Asked) -> dict[str, Any]:
    """The same places as GeoJSON, with the words that the map says."""
    found = at.board.points(asked.filter, asked.rule, measure=asked.measure)
    return {"type": "FeatureCollection", "features": [_feature(point, asked) for point in found]}


def _feature(point: Point, asked: Question) -> dict[str, Any]:
    is_counted = (point.low, point.high) != (None, None)
    toll = f"{label(asked.measure, 'measure')}: {amount(point.low, point.high)}" if is_counted else ""
    said, link = say("common.incidents", n=point.incidents), asked.link("/", place=point.name)
    return map_point(point, said=said, link=link, toll=toll, incidents=point.incidents)
