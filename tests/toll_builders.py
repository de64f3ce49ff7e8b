"""Told claims with figures, about invented happenings, for tests of origins, rules, tolls and the balance."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from dateline.incidents.origins import Origin
from dateline.incidents.statements import Given
from dateline.records import (
    Actor,
    Claim,
    ClaimId,
    Figure,
    Incident,
    IncidentId,
    Kind,
    Measure,
    Report,
    ReportId,
    Scope,
    Source,
    SourceType,
    Span,
    Status,
    Told,
    When,
    Where,
)

NUMBERS = count(1)
Bounds = tuple[int | None, int | None]


def source(text: str) -> Source:
    """Who says so, written "type: name"; "type: name < type: relay" came through a relay."""
    said, _, relay = text.partition(" < ")
    type_, _, name = said.partition(": ")
    return Source(name or type_, SourceType(type_), via=source(relay) if relay else None)


def figure(at: Span, bounds: Bounds, *, of: str = "people", **more: Any) -> Figure:
    low, high = bounds
    fixed = {"measure": Measure("killed"), "approx": False, "scope": Scope.NEW, "span": at}
    return Figure(of=of, low=low, high=high, **{**fixed, **more})


def report(id_: str, day: str | None = "2031-05-04", publisher: str | None = None, text: str = "") -> Report:
    body = text or f"{id_} tells of what befell the town, in words of its own. " * 2
    return Report(
        ReportId(id_),
        body,
        publisher=publisher or id_.title(),
        published=date.fromisoformat(day) if day else None,
    )


def told(  # noqa: PLR0913 - a claim has many fields
    by: str = "report: report",
    *bounds: Bounds,
    of: str = "people",
    inside: Report | None = None,
    day: str = "2031-05-04",
    kind: str = "attack",
    status: Status = Status.HAPPENED,
    targets: tuple[Actor, ...] = (),
    actors: tuple[Actor, ...] = (),
    where: str | None = None,
    when: str | None = None,
    **more: Any,
) -> Told:
    """A claim with one figure for each pair of bounds; it stands in a report of its own unless one is given."""
    number = next(NUMBERS)
    whole = inside or report(f"r{number:05}", day)
    spans = [Span(whole.id, (7 * number + k) % 40, (7 * number + k) % 40 + 5) for k in range(len(bounds))]
    claim = Claim(
        ClaimId(f"c{number:05}"),
        whole.id,
        Kind(kind),
        status,
        source(by),
        Span(whole.id, 0, 10),
        actors=actors,
        targets=targets,
        figures=tuple(figure(at, pair, of=of, **more) for at, pair in zip(spans, bounds, strict=True)),
        where=Where(where) if where else None,
        when=When(date.fromisoformat(when), date.fromisoformat(when), "day") if when else None,
    )
    return Told(claim, whole)


def given(by: str, bounds: Bounds, day: str | None = "2031-05-04", **more: Any) -> Given:
    """One attributed figure; its origin is the source by name."""
    one = told(by, bounds, day=day or "2031-05-04", **more)
    said = one.claim.source
    origin = Origin(f"name:{said.name.casefold()}", said.name, said.type, said.type == "party")
    return Given(one.claim, one.claim.figures[0], date.fromisoformat(day) if day else None, origin)


def incident(*members: Told, part_of: Incident | None = None) -> Incident:
    ids = tuple(one.claim.id for one in sorted(members, key=lambda one: one.order))
    return Incident(IncidentId(f"i{ids[0]}"), ids, part_of=part_of.id if part_of else None)


def by_id(*members: Told) -> dict[ClaimId, Told]:
    return {one.claim.id: one for one in members}
