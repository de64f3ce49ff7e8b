"""A place and what is said of it -> a point of a map, as GeoJSON: longitude first, WGS84 degrees."""

from __future__ import annotations

from typing import Any

from dateline.ledger.lines import Point
from dateline.records import Where
from dateline.workbench.words import say


def map_point(
    place: Where | Point, *, said: str, link: str, toll: str = "", incidents: int = 1
) -> dict[str, Any]:
    """A feature of the map.

    Args: said: how much was told of it; link: where one reads it; toll: a measure and its range, where there is one.
    """
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "name": place.name,
            "incidents": incidents,
            "radius_km": place.radius_km,
            "precision": place.precision,
            "said": said,
            "how": say(f"common.precision.{place.precision}"),
            "toll": toll,
            "link": link,
        },
    }
