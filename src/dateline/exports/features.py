"""A publication -> GeoJSON: one feature an incident, as RFC 7946 has it.

An incident without a place is a feature without a geometry. The point is no more than the middle of a circle: how
large that is stands in `radius_km`, and what is known of the place in `where_precision`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dateline.exports.cells import Cell
from dateline.exports.losses import Losses
from dateline.exports.publication import IncidentRow, Loss, Publication
from dateline.exports.tables import incidents

DECIMALS = 6  # a tenth of a metre; RFC 7946 advises no more


def write(publication: Publication, path: Path) -> Loss:
    """Write one FeatureCollection."""
    losses = Losses()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        json.dump(collection(publication), file, ensure_ascii=False, allow_nan=False)
        file.write("\n")
    lost(publication, losses, has_claims=False)
    return losses.loss("geojson", len(publication.incidents))


def collection(publication: Publication) -> dict[str, Any]:
    """The incidents as a FeatureCollection; its properties are the columns of the table of incidents."""
    made = incidents(publication)
    names = [head.name for head in made.columns]
    features = [
        {
            "type": "Feature",
            "id": row.id,
            "geometry": geometry(row),
            "properties": {name: _plain(value) for name, value in zip(names, cells, strict=True)},
        }
        for row, cells in zip(publication.incidents, made.rows, strict=True)
    ]
    return {"type": "FeatureCollection", "features": features}


def geometry(row: IncidentRow) -> dict[str, Any] | None:
    """The point of an incident, longitude first; None where it has none."""
    where = row.where
    if where is None or where.lat is None or where.lon is None:
        return None
    return {"type": "Point", "coordinates": [round(where.lon, DECIMALS), round(where.lat, DECIMALS)]}


def lost(publication: Publication, losses: Losses, *, has_claims: bool) -> None:
    """What a map says nothing of."""
    unplaced = sum(geometry(row) is None for row in publication.incidents)
    losses.lose("geometry", "where it was: no point is known", unplaced)
    if not has_claims:
        losses.lose("claims", "who says so, and in which words", len(publication.told))
    figures = sum(len(one.claim.figures) for one in publication.told)
    losses.lose("figures", "each figure by itself: only what the rule makes of them", figures)
    losses.lose("reports", "what they are, and their text", len(publication.reports))


def _plain(value: Cell) -> Any:
    return value if value is None or isinstance(value, bool | int | float | str) else value.isoformat()
