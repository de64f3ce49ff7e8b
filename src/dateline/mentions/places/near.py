"""The candidates of all names of a report -> the same, weighed by how near those of other names lie.

Places named in one report lie near each other more often than not. Each name's candidates are given a share of
belief by their score; what another name's believed candidates lie near, gains.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field

from dateline.lexicons.gazetteer import Place

# What a neighbour as far off as this is worth (in km), of a neighbour at the door.
REACH = ((50.0, 1.0), (150.0, 0.6), (400.0, 0.25))
INNER = 0.5  # share of a division's reach that counts as its middle
KM_A_DEGREE = 111.2  # so near to each other, the earth is flat enough
CELL = 4.0  # degrees a side: neighbours lie in the cell of a place or beside it
BELIEVED = 0.05  # a candidate with a smaller share of its name's belief is no neighbour
COMPANY = 1.4  # points for the first neighbour; each doubling of them adds as much again
HOMELY = (
    0.8  # of the points for a power of ten of people, how many do not count for the home of a local paper
)
BASE = 1.0  # the dateline's town counts as one neighbour more


@dataclass(slots=True)
class Scored:
    """A place that a name may mean, with its points; `near` are those that its distance to others gives."""

    place: Place
    points: float
    how: str
    near: float = 0.0

    @property
    def total(self) -> float:
        """All its points."""
        return self.points + self.near


@dataclass(slots=True)
class Candidates:
    """What one spelling may mean; `key` tells the spellings apart."""

    key: str
    places: list[Scored] = field(default_factory=list)

    def best(self, *, local: bool = False) -> Scored:
        """The one with the most points; the first of equals. A local paper's home need not be a large town."""
        less = HOMELY if local else 0.0
        return max(self.places, key=lambda s: s.total - less * math.log10(s.place.population + 100))

    def shares(self) -> list[tuple[float, Place]]:
        """The candidates that are believed in at all, each with its share."""
        top = max(s.total for s in self.places)
        odds = [math.exp(s.total - top) for s in self.places]
        total = sum(odds)
        return [(o / total, s.place) for o, s in zip(odds, self.places, strict=True) if o > BELIEVED * total]


def support(names: list[Candidates], base: Place | None) -> None:
    """Set what each candidate gains by the company of the others, as they are believed now."""
    grid: Grid = defaultdict(list)
    for candidates in names:
        for share, place in candidates.shares():
            if place.kind != "country":
                grid[_cell(place.lat, place.lon)].append((candidates.key, share, place.lat, place.lon))
    if base:
        grid[_cell(base.lat, base.lon)].append(("", BASE, base.lat, base.lon))
    most = COMPANY * math.log2(1.0 + len(names) + (base is not None))
    for candidates in names:
        hopeless = max((s.points for s in candidates.places if s.place.kind != "country"), default=0.0) - most
        for scored in candidates.places if len(candidates.places) > 1 else ():
            if scored.points >= hopeless and scored.place.kind != "country":
                scored.near = COMPANY * math.log2(1.0 + _company(scored.place, candidates.key, grid))


# A cell of the map -> the candidates in it: whose they are, how far they are believed, where.
Grid = dict[tuple[int, int], list[tuple[str, float, float, float]]]


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return int(lat // CELL), int(lon // CELL)


def _company(place: Place, key: str, grid: Grid) -> float:
    """How many other names lie near a place, each counted by belief and distance."""
    lat, lon = place.lat, place.lon
    shrink = KM_A_DEGREE * math.cos(math.radians(lat))
    slack = INNER * place.radius_km if place.kind == "admin1" else 0.0
    row, column = _cell(lat, lon)
    most: dict[str, float] = {}
    for cell in (
        (row, column), (row, column - 1), (row, column + 1), (row - 1, column), (row + 1, column),
        (row - 1, column - 1), (row - 1, column + 1), (row + 1, column - 1), (row + 1, column + 1),
    ):  # fmt: skip
        for other, share, north, east in grid.get(cell, ()):
            if share <= most.get(other, 0.0) or other == key:
                continue
            gap = math.hypot((north - lat) * KM_A_DEGREE, (east - lon) * shrink) - slack
            for reach, worth in REACH:
                if gap < reach:
                    most[other] = max(most.get(other, 0.0), share * worth)
                    break
    return sum(most.values())
