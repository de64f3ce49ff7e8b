"""What a board gives: lines of incidents, totals, periods, points on a map, and one incident as it is kept.

In all of them a bound that is None is not said, which is never 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dateline.records import (
    Actor,
    ClaimId,
    Incident,
    IncidentId,
    Kind,
    Precision,
    SourceType,
    Status,
    Told,
    When,
    Where,
)

Bound = int | None


class LineFigure(NamedTuple):
    """What a rule makes of one measure of an incident, of everybody: low, best and high."""

    measure: str
    low: Bound
    best: Bound
    high: Bound


@dataclass(frozen=True, slots=True)
class Line:
    """An incident as a list shows it.

    figures: those measures of which the rule knows any bound; reviewed: how many of its claims a person has accepted,
    corrected or added.
    """

    id: IncidentId
    heading: str
    kind: Kind
    status: Status
    when: When | None
    where: Where | None
    claims: int
    reports: int
    origins: int
    party_origins: int
    figures: tuple[LineFigure, ...]
    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    reviewed: int
    part_of: IncidentId | None = None


@dataclass(frozen=True, slots=True)
class Slice:
    """Some of the lines that a question has, and how many it has in all."""

    lines: tuple[Line, ...]
    total: int


@dataclass(frozen=True, slots=True)
class BoardTotal:
    """A sum over incidents that counts nobody twice, and how many incidents give a figure, and none.

    `high` is None where any of them is open above, `best` where any has none: the sum would say too little.
    """

    measure: str
    low: Bound
    best: Bound
    high: Bound
    with_figure: int
    without_figure: int


@dataclass(frozen=True, slots=True)
class Period:
    """Days, inclusive, with the incidents that lie in them and the sum of their figures.

    An incident that may lie in several days, months or years is in a period of its own that takes in all of
    them. `start` is None for the incidents of which no day is told.
    """

    start: date | None
    end: date | None
    incidents: int
    low: Bound
    best: Bound
    high: Bound


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map with the incidents there and the sum of their figures. Units: degrees (WGS84), km."""

    lat: float
    lon: float
    radius_km: float | None
    precision: Precision
    name: str
    incidents: int
    low: Bound
    best: Bound
    high: Bound


@dataclass(frozen=True, slots=True)
class PointSlice:
    """Some of the places that a question has, how many it has in all, and how many incidents are at any of them."""

    points: tuple[Point, ...]
    total: int
    incidents: int


@dataclass(frozen=True, slots=True)
class KeptOrigin:
    """The origin of a claim as the view keeps it; the fields are those of `incidents.origins.Origin`."""

    id: str
    name: str
    type: SourceType
    party: bool
    since: date | None


@dataclass(frozen=True, slots=True)
class View:
    """Incidents of the view, in order, with all their claims and the origins of these.

    The links tell which claims go together and what people said of it; their terms are not kept, as they follow
    from the claims.
    """

    family: tuple[Incident, ...]
    told: tuple[Told, ...]
    origins: Mapping[ClaimId, KeptOrigin]


@dataclass(frozen=True, slots=True)
class Kept(View):
    """One incident of the view, and with it its whole and all parts of that (`family`, itself among them)."""

    incident: Incident
