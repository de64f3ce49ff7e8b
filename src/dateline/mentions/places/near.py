"""The candidates of all names of a report -> the same, weighed by how near those of other names lie.

Places named in one report lie near each other more often than not. Each name's candidates are given a share of
belief by their score; what another name's believed candidates lie near, gains.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field

from dateline.lexicons.earth import distance_km
from dateline.lexicons.gazetteer import Place

# What a neighbour as far off as this in km is worth, of a neighbour at the door.
REACH = ((50.0, 1.0), (150.0, 0.6), (400.0, 0.25))
CELL = 4.0  # degrees a side: neighbours lie in the cell of a place or beside it
BELIEVED = 0.05  # a candidate with a smaller share of its name's belief is no neighbour
COMPANY = 1.0  # points for the first neighbour; each doubling of them adds as much again
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

    def best(self) -> Scored:
        """The one with the most points; the first of equals."""
        return max(self.places, key=lambda s: s.total)

    def shares(self) -> list[tuple[float, Place]]:
        """The candidates that are believed in at all, each with its share."""
        top = max(s.total for s in self.places)
        odds = [math.exp(s.total - top) for s in self.places]
        total = sum(odds)
        return [(o / total, s.place) for o, s in zip(odds, self.places, strict=True) if o > BELIEVED * total]


def support(names: list[Candidates], base: Place | None) -> None:
    """Set what each candidate gains by the company of the others, as they are believed now."""
    grid: dict[tuple[int, int], list[tuple[str, float, Place]]] = defaultdict(list)
    for candidates in names:
        for share, place in candidates.shares():
            if place.kind != "country":
                grid[_cell(place)].append((candidates.key, share, place))
    if base:
        grid[_cell(base)].append(("", BASE, base))
    for candidates in names:
        if len(candidates.places) > 1:
            for scored in candidates.places:
                scored.near = COMPANY * math.log2(1.0 + _company(scored.place, candidates.key, grid))


def _cell(place: Place) -> tuple[int, int]:
    return int(place.lat // CELL), int(place.lon // CELL)


def _company(place: Place, key: str, grid: dict[tuple[int, int], list[tuple[str, float, Place]]]) -> float:
    """How many other names lie near a place, each counted by belief and distance."""
    if place.kind == "country":
        return 0.0
    row, column = _cell(place)
    most: dict[str, float] = {}
    for i in (row - 1, row, row + 1):
        for j in (column - 1, column, column + 1):
            for other, share, neighbour in grid.get((i, j), ()):
                if other != key and share > most.get(other, 0.0):
                    worth = share * _nearness(place, neighbour)
                    if worth > most.get(other, 0.0):
                        most[other] = worth
    return sum(most.values())


def _nearness(one: Place, other: Place) -> float:
    gap = distance_km((one.lat, one.lon), (other.lat, other.lon))
    return next((worth for km, worth in REACH if gap < km), 0.0)
