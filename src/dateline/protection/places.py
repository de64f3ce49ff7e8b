"""A place tied to a private person -> the city or area it lies in, so that nobody is found by it."""

from __future__ import annotations

from dataclasses import replace

from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.lexicons.gazetteer_search import above
from dateline.records import Precision, Where

# People of a town in which one person is not found by it; smaller places give way to the area they lie in.
CITY = 10_000
# Kilometres around the point of a city, of an area, and of what no table knows.
AROUND_CITY, AROUND_AREA, AROUND_UNKNOWN = 15.0, 40.0, 60.0
GRID = 0.5  # degrees to which a point is rounded where no area is known


def coarsen(where: Where, gazetteer: Gazetteer) -> Where:
    """The same place, told no closer than a city or an area; one that is told so already stays."""
    if where.precision is Precision.COUNTRY:
        return where
    place = gazetteer.place(where.place_id) if where.place_id else None
    if where.precision is Precision.ADMIN and (place is None or _is_wide(place)):
        return where if place is not None or where.lat is None else _rounded(where)
    if place is None:
        place = _named(where, gazetteer)
    if place is None:
        return _rounded(where)
    wide = next((p for p in (place, *above(place, gazetteer)) if _is_wide(p)), None)
    if wide is None:
        return _rounded(where)
    return _of(wide, where)


def _named(where: Where, gazetteer: Gazetteer) -> Place | None:
    """The place that a site's name ends in: Akureyri, of "Birch Street, Akureyri"."""
    _, comma, last = where.name.rpartition(", ")
    bearers = gazetteer.lookup(last) if comma else ()
    return next((place for place in bearers if place.country == where.country), None)


def _is_wide(place: Place) -> bool:
    return place.kind in {"admin1", "admin2", "country"} or (
        place.kind == "city" and place.population >= CITY
    )


def _of(place: Place, where: Where) -> Where:
    around = AROUND_CITY if place.kind == "city" else AROUND_AREA
    precision = Precision.COUNTRY if place.kind == "country" else Precision.ADMIN
    return Where(
        name=place.name,
        place_id=place.id,
        country=place.country or where.country,
        lat=place.lat,
        lon=place.lon,
        precision=precision,
        radius_km=max(place.radius_km, around, where.radius_km or 0.0),
    )


def _rounded(where: Where) -> Where:
    """A place that no table knows: an area named after its country, its point on a coarse grid."""
    name = f"area in {where.country}" if where.country else "place withheld"
    if where.lat is None or where.lon is None:
        return Where(name=name, country=where.country, precision=Precision.ADMIN)
    lat, lon = (round(degrees / GRID) * GRID for degrees in (where.lat, where.lon))
    radius = max(AROUND_UNKNOWN, where.radius_km or 0.0)
    return replace(
        where, name=name, place_id=None, lat=lat, lon=lon, precision=Precision.ADMIN, radius_km=radius
    )
