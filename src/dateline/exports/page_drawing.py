"""Incidents -> drawings as SVG: a map of them, a timeline, and bars of ranges to scale. No library draws them."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any, NamedTuple

from dateline.exports.page_words import label, places, span_of, toll_words
from dateline.exports.publication import IncidentRow, Toll

WIDTH, HEIGHT = 960, 460  # units of the map's drawing
LEAST = 3.0  # degrees that the map shows at least, so that one point has its surroundings
MARGIN = 0.15  # share of the map left around the outermost points
FINE = 0.35  # units that two points of a line are apart at least
KM = 111.2  # kilometres of one degree of latitude
BARS, TALL = 960, 120  # units of the timeline
MOST_BARS = 120  # bars of the timeline; of a longer time a bar is a month, then a year
UNITS = {10: "day", 7: "month", 4: "year"}  # by how many letters of a written day they take
OPEN = 6  # units of the arrow of a range without an upper bound


class View(NamedTuple):
    """The part of the world that is shown: west, south, and the units of a degree in each direction."""

    west: float
    north: float
    across: float
    down: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point lies in the drawing."""
        return (lon - self.west) * self.across, (self.north - lat) * self.down


def map_of(rows: Sequence[IncidentRow], rule: str) -> str:
    """The incidents that have a place, on a map: a dot as large as its toll, a ring as wide as it is uncertain."""
    found = places(rows)
    if not found:
        return ""
    view = _view([(lat, lon) for _, lat, lon in found])
    dots: dict[tuple[float, float], list[IncidentRow]] = defaultdict(list)
    for row, lat, lon in found:
        dots[lat, lon].append(row)
    marks = "".join(_dot(at, here, view, rule) for at, here in sorted(dots.items()))
    away = len(rows) - len(found)
    note = f"{len(found):,} incidents at {len(dots):,} places; {away:,} without a place are not shown. "
    return (
        '<section aria-labelledby="m"><h2 id="m">Map</h2>'
        f'<svg class="map" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="{escape(note)}">'
        f'<rect class="sea" width="{WIDTH}" height="{HEIGHT}"/><path class="land" d="{_land(view)}"/>'
        f'<path class="border" d="{_borders(view)}"/>{marks}</svg>'
        f'<p class="note">{note}A ring is how closely the place is known.</p></section>'
    )


def _view(points: Sequence[tuple[float, float]]) -> View:
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    middle = (max(lats) + min(lats)) / 2
    squeeze = max(0.2, math.cos(math.radians(middle)))
    high = max(max(lats) - min(lats), LEAST) * (1 + 2 * MARGIN)
    wide = max(max(lons) - min(lons), LEAST / squeeze) * (1 + 2 * MARGIN)
    down = min(HEIGHT / high, WIDTH / (wide * squeeze))
    across = down * squeeze
    west = (max(lons) + min(lons)) / 2 - WIDTH / across / 2
    return View(west, middle + HEIGHT / down / 2, across, down)


def _dot(at: tuple[float, float], here: Sequence[IncidentRow], view: View, rule: str) -> str:
    lat, lon = at
    x, y = view.at(lon, lat)
    most = max((toll.low or toll.best or 0 for row in here if (toll := row.toll("killed", rule))), default=0)
    size = 4 + 2.2 * math.log1p(most)
    radius = max((row.where.radius_km or 0 for row in here if row.where), default=0) / KM * view.down
    ring = f'<circle class="ring" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>' if radius > size else ""
    name = here[0].where.name if here[0].where else ""
    told = f"{name}: {len(here)} {'incident' if len(here) == 1 else 'incidents'}"
    return (
        f'{ring}<a href="#i-{escape(here[0].id)}"><circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}">'
        f"<title>{escape(told)}</title></circle></a>"
    )


@cache
def _world() -> dict[str, Any]:
    """The shapes of land and borders that dateline ships: Natural Earth, 1:50 million."""
    shapes = (files("dateline") / "workbench" / "assets" / "world.json").read_text("utf-8")
    return dict(json.loads(shapes))


def _land(view: View) -> str:
    rings = (ring for shape in _world()["land"]["geometry"]["coordinates"] for ring in shape)
    return "".join(f"{line}Z" for ring in rings if (line := _line(ring, view)))


def _borders(view: View) -> str:
    return "".join(
        filter(None, (_line(line, view) for line in _world()["borders"]["geometry"]["coordinates"]))
    )


def _line(points: Sequence[Sequence[float]], view: View) -> str:
    """A line as a path, where any of it is in sight; points too close to tell apart are left out."""
    drawn = [view.at(lon, lat) for lon, lat in points]
    if max(x for x, _ in drawn) < 0 or min(x for x, _ in drawn) > WIDTH:
        return ""
    if max(y for _, y in drawn) < 0 or min(y for _, y in drawn) > HEIGHT:
        return ""
    kept = list(_thinned(drawn))
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) if len(kept) > 1 else ""


def _thinned(points: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Points that differ in the drawing; what is out of sight is pulled to just outside its edge."""
    last: tuple[float, float] | None = None
    for x, y in points:
        at = min(max(x, -WIDTH), 2 * WIDTH), min(max(y, -HEIGHT), 2 * HEIGHT)
        if last is None or abs(at[0] - last[0]) > FINE or abs(at[1] - last[1]) > FINE:
            yield at
            last = at


def timeline(rows: Sequence[IncidentRow], rule: str) -> str:
    """How many incidents began in each day, month or year, whichever keeps the bars few enough to see."""
    dated = [row for row in rows if row.when]
    if not dated:
        return ""
    by = _unit([span_of(row.when) for row in dated if row.when])
    counts: dict[str, list[IncidentRow]] = defaultdict(list)
    for row in dated:
        if row.when:
            counts[row.when.start.isoformat()[:by]].append(row)
    most = max(len(here) for here in counts.values())
    step = BARS / len(counts)
    bars = "".join(
        _column(k * step, max(step - 2, 1), (key, here), most, rule)
        for k, (key, here) in enumerate(sorted(counts.items()))
    )
    first, last = min(counts), max(counts)
    unit = UNITS[by]
    undated = f"{len(rows) - len(dated):,} have no day."
    note = f"Incidents by the {unit} they began; {unit}s without any are left out. {undated}"
    return (
        '<section aria-labelledby="l"><h2 id="l">Timeline</h2>'
        f'<svg class="time" viewBox="0 0 {BARS} {TALL}" role="group" aria-label="{escape(note)}">{bars}</svg>'
        # Beside the drawing, which is made smaller on a phone: its words are not.
        f'<p class="ends"><span>{first}</span><span>most: {most:,}</span><span>{last}</span></p>'
        f'<p class="note">{escape(note)}</p></section>'
    )


def _unit(days: Sequence[str]) -> int:
    """How many letters of a day make the unit of which there are few enough."""
    return next((size for size in UNITS if len({day[:size] for day in days}) <= MOST_BARS), min(UNITS))


def _column(x: float, width: float, told: tuple[str, Sequence[IncidentRow]], most: int, rule: str) -> str:
    key, here = told
    height = len(here) / most * TALL
    lows = [toll.low for row in here if (toll := row.toll("killed", rule)) and toll.low is not None]
    killed = f", at least {sum(lows):,} killed" if lows else ""
    title = f"{key}: {len(here)} {'incident' if len(here) == 1 else 'incidents'}{killed}"
    return (
        f'<a href="#i-{escape(here[0].id)}"><rect class="col" x="{x:.1f}" y="{TALL - height:.1f}" '
        f'width="{min(width, 40):.1f}" height="{height:.1f}"><title>{escape(title)}</title></rect></a>'
    )


def scale_of(rows: Iterable[IncidentRow], rule: str) -> int:
    """The largest number of any incident: where the scale of all bars ends."""
    tolls = (toll for row in rows for toll in row.tolls if toll.rule == rule)
    return (
        max((n for toll in tolls for n in (toll.low, toll.best, toll.high) if n is not None), default=1) or 1
    )


def bar(toll: Toll, top: int) -> str:
    """A range drawn to scale; an arrow where nobody states its end.

    The scale is that of square roots, so that 3 shows beside 300.
    """
    wide = 200
    start, end = _x(toll.low or 0, top, wide), _x(toll.high if toll.high is not None else top, top, wide)
    if toll.high is None and toll.low is not None:
        end = min(start + 40, wide)
    arrow = f'<path d="M{end:.1f} 3l{OPEN} 4l-{OPEN} 4z"/>' if toll.high is None else ""
    open_ = ' class="open"' if toll.low is None else ""
    said = escape(f"{label(toll.measure, 'measure')}: {toll_words(toll.low, toll.best, toll.high)}")
    best = f'<circle cx="{_x(toll.best, top, wide):.1f}" cy="7" r="3.5"/>' if toll.best is not None else ""
    return (
        f'<svg class="bar" viewBox="-4 0 {wide + 14} 14" role="img" aria-label="{said}">'
        f'<rect{open_} x="{start:.1f}" y="4.5" width="{max(end - start, 1.5):.1f}" height="5"/>{arrow}{best}</svg>'
    )


def _x(number: int, top: int, wide: int) -> float:
    return math.sqrt(number / top) * wide
