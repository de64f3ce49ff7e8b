"""Natural Earth's countries, as the npm package world-atlas has them -> the shapes of the workbench's map.

    python tools/build_shapes.py world-atlas/countries-50m.json src/dateline/workbench/assets/world.json

Land as one shape, borders each drawn once, and a point for each country's name. Coordinates to two decimals,
about a kilometre: the map says where a town lies, not where a street runs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = list[Point]
DIGITS = 2
# Square degrees: a smaller country's name would cover its neighbours before it is near enough to be looked for.
NAMED_FROM = 0.3


def main(source: str, target: str) -> None:
    """Build the shapes."""
    atlas = json.loads(Path(source).read_text("utf-8"))
    arcs = [_placed(arc, atlas["transform"]) for arc in atlas["arcs"]]
    countries = atlas["objects"]["countries"]["geometries"]
    shapes = {
        "land": _feature("MultiPolygon", list(_polygons(atlas["objects"]["land"], arcs))),
        "borders": _feature("MultiLineString", [arcs[k] for k in _shared(countries)]),
        "names": {"type": "FeatureCollection", "features": list(_names(countries, arcs))},
    }
    text = json.dumps(shapes, separators=(",", ":"), ensure_ascii=False)
    Path(target).write_text(text + "\n", "utf-8")
    print(f"{target}: {len(text):,} characters")


def _placed(arc: list[list[int]], transform: dict[str, Any]) -> Ring:
    """A run of steps on TopoJSON's grid as degrees, without points that fall together."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    found: Ring = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        point = (round(x * kx + dx, DIGITS), round(y * ky + dy, DIGITS))
        if not found or found[-1] != point:
            found.append(point)
    return found if len(found) > 1 else found * 2


def _ring(indices: list[int], arcs: list[Ring]) -> Ring:
    """Arcs joined end to end; a negative index is an arc walked backwards."""
    ring: Ring = []
    for k in indices:
        points = arcs[k] if k >= 0 else arcs[~k][::-1]
        ring += points[1:] if ring else points
    return ring


def _polygons(node: dict[str, Any], arcs: list[Ring]) -> Iterator[list[Ring]]:
    for one in node.get("geometries", [node]):
        many = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
        for polygon in many:
            rings = [_ring(indices, arcs) for indices in polygon]
            for west in (-180.0, 180.0, -540.0):
                cut = [_within(_unrolled(ring), west) for ring in rings]
                if len(cut[0]) > 3:  # an islet that fell together to a point is none
                    yield [ring for ring in cut if len(ring) > 3]


def _unrolled(ring: Ring) -> Ring:
    """A ring that never leaps from one edge of the map to the other: it runs on past 180 degrees instead."""
    found = [ring[0]]
    for (before, _), (x, y) in pairwise(ring):
        leap = 360 * round((before - x) / 360)
        found.append((x + leap + 360 * round((found[-1][0] - before) / 360), y))
    if found[0] != found[-1]:  # around the pole: closed along it
        found += [(found[-1][0], -90.0), (found[0][0], -90.0), found[0]]
    return found


def _within(ring: Ring, west: float) -> Ring:
    """The part of a ring in the 360 degrees east of a meridian, put onto the map from -180 to 180."""
    for edge, sign in ((west, 1), (west + 360, -1)):
        kept: Ring = []
        for (x1, y1), (x2, y2) in pairwise(ring):
            if sign * (x1 - edge) >= 0:
                kept.append((x1, y1))
            if (x1 - edge) * (x2 - edge) < 0:
                kept.append((edge, round(y1 + (y2 - y1) * (edge - x1) / (x2 - x1), DIGITS)))
        ring = [*kept, kept[0]] if kept else []
    shift = -180 - west
    return [(round(x + shift, DIGITS), y) for x, y in ring]


def _shared(countries: list[dict[str, Any]]) -> list[int]:
    """The arcs that two countries have in common: the borders, without the coasts."""
    users: dict[int, set[int]] = {}
    for number, country in enumerate(countries):
        many = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for k in (k for polygon in many for ring in polygon for k in ring):
            users.setdefault(k if k >= 0 else ~k, set()).add(number)
    return sorted(k for k, by in users.items() if len(by) > 1)


def _names(countries: list[dict[str, Any]], arcs: list[Ring]) -> Iterator[dict[str, Any]]:
    """Each country's name at the middle of its largest piece, and how large that is."""
    for country in countries:
        polygons = list(_polygons(country, arcs))
        if not polygons:
            continue
        ring = max((polygon[0] for polygon in polygons), key=lambda it: abs(_area(it)))
        area = abs(_area(ring))
        if area >= NAMED_FROM:
            name = country["properties"]["name"]
            yield {
                **_feature("Point", _middle(ring)),
                "properties": {"name": name, "rank": -round(area, 1)},
            }


def _area(ring: Ring) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def _middle(ring: Ring) -> Point:
    """The centre of gravity of a ring."""
    twice = 2 * _area(ring)
    sums = [
        sum((a[axis] + b[axis]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(ring)) for axis in (0, 1)
    ]
    return round(sums[0] / (3 * twice), DIGITS), round(sums[1] / (3 * twice), DIGITS)


def _feature(kind: str, coordinates: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {}, "geometry": {"type": kind, "coordinates": coordinates}}


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
