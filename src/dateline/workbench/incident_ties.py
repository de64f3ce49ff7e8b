"""An incident and its claims -> who they go back to, why they belong together, and what lies near."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from dateline.casebook import Case, Casebook
from dateline.incidents import linking
from dateline.ledger import Board, ClaimFilter
from dateline.ledger.filters import EVERY
from dateline.records import (
    ClaimId,
    IncidentId,
    Kind,
    ReportId,
    SourceType,
    Status,
    Term,
    Told,
    Verdict,
    When,
    Where,
)
from dateline.workbench import shown

NEAR = 20  # incidents near one that a page names


@dataclass(frozen=True, slots=True)
class Telling:
    """A report that tells what an origin says; `repeats` where it prints what had been in print before."""

    report: ReportId
    headline: str | None
    publisher: str | None
    published: date | None
    claims: int
    repeats: bool


@dataclass(frozen=True, slots=True)
class OriginShown:
    """Who claims go back to: an outlet or a source, whether it is party to the conflict, and where it is told."""

    name: str
    type: SourceType
    party: bool
    since: date | None
    claims: int
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A claim in a few words."""

    id: ClaimId
    kind: Kind
    status: Status
    report: ReportId
    publisher: str | None
    published: date | None
    words: str


@dataclass(frozen=True, slots=True)
class LinkShown:
    """Two claims held to tell of one thing: what each compared field adds, in natural log-odds, and their sum."""

    one: Brief
    other: Brief
    terms: tuple[Term, ...]
    score: float
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another incident in a few words."""

    id: IncidentId
    kind: Kind
    status: Status
    when: When | None
    where: Where | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    claims: int
    origins: int


def origins(case: Case, casebook: Casebook) -> tuple[OriginShown, ...]:
    """The origins of an incident's claims, those that tell most first."""
    groups: dict[str, list[Told]] = defaultdict(list)
    for told in case.told:
        groups[casebook.origins[told.claim.id].id].append(told)
    found = [_origin(group, casebook) for group in groups.values()]
    return tuple(sorted(found, key=lambda one: (-one.claims, one.since or date.max, one.name)))


def _origin(group: list[Told], casebook: Casebook) -> OriginShown:
    origin = casebook.origins[group[0].claim.id]
    since = [day for told in group if (day := casebook.origins[told.claim.id].since) is not None]
    reports: dict[ReportId, list[Told]] = defaultdict(list)
    for told in group:
        reports[told.report.id].append(told)
    tellings = [_telling(told, casebook) for told in reports.values()]
    tellings.sort(key=lambda one: (one.repeats, one.published or date.max, one.report))
    return OriginShown(
        origin.name, origin.type, origin.party, min(since, default=None), len(group), tuple(tellings)
    )


def _telling(told: list[Told], casebook: Casebook) -> Telling:
    report = told[0].report
    day = report.published_day
    origins_ = [casebook.origins[one.claim.id] for one in told]
    repeats = any(
        (one.claim.source.type == shown.OWN_VOICE and origin.name != (report.publisher or report.id))
        or (day is not None and origin.since is not None and origin.since < day)
        for one, origin in zip(told, origins_, strict=True)
    )
    return Telling(report.id, report.headline, report.publisher, day, len(told), repeats)


def links(case: Case, casebook: Casebook, most: int | None = None) -> tuple[LinkShown, ...]:
    """Why the claims of an incident belong together: each with the earlier one that it is likest to."""
    made = linking.explained(case.incident.links[:most], casebook.told)
    return tuple(
        LinkShown(
            _brief(casebook.told[link.one]),
            _brief(casebook.told[link.other]),
            link.terms,
            link.score,
            link.verdict,
        )
        for link in made
    )


def _brief(told: Told) -> Brief:
    claim, report = told.claim, told.report
    return Brief(
        claim.id,
        claim.kind,
        claim.status,
        report.id,
        report.publisher,
        report.published_day,
        claim.evidence.of(report.text),
    )


def neighbour(case: Case) -> Neighbour:
    """A case of the same family in a few words."""
    head = case.summary
    return Neighbour(
        case.incident.id,
        head.kind,
        head.statuses[0],
        head.when,
        head.where,
        shown.names(head.actors),
        shown.names(head.targets),
        len(case.told),
        case.spread.origins,
    )


def near(case: Case, casebook: Casebook, board: Board, moment: ClaimFilter = EVERY) -> tuple[Neighbour, ...]:
    """Incidents headed by the same place and by days that overlap: they may be one, told apart."""
    when, where = case.summary.when, case.summary.where
    if when is None or where is None:
        return ()
    asked = replace(moment, place=where.name, since=when.start, until=when.end)
    found = board.lines(asked, order="claims", count=10 * NEAR).lines
    return tuple(
        Neighbour(
            line.id,
            line.kind,
            line.status,
            line.when,
            line.where,
            shown.names(line.actors),
            shown.names(line.targets),
            line.claims,
            line.origins,
        )
        for line in found
        if line.id not in casebook.cases
        and line.where is not None
        and (line.where.name, line.where.country) == (where.name, where.country)
        and line.when is not None
        and line.when.start <= when.end
        and when.start <= line.when.end
    )[:NEAR]
