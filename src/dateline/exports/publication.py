"""What of a ledger is handed on -> the records that every form of export writes from.

A form writes what stands here and nothing else: it is handed no ledger. What an audience may not see is gone
already, so that no form can let it slip.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from dateline.records import (
    Actor,
    Claim,
    ClaimId,
    IncidentId,
    Kind,
    Report,
    ReportId,
    Status,
    Told,
    When,
    Where,
)


class Audience(StrEnum):
    """For whom an export is made: the project itself, partners bound to it, or anybody."""

    INTERNAL = "internal"
    PARTNER = "partner"
    PUBLIC = "public"


class Wording(StrEnum):
    """What the text of a published report is: all of it, all with names masked, or its claims' words alone."""

    WHOLE = "whole"
    MASKED = "masked"
    CLAIMS = "claims"


@dataclass(frozen=True, slots=True)
class Toll:
    """What a rule makes of an incident's figures of one measure and group; `victim` None is everybody.

    Units: inclusive; None is a bound that nobody states, never 0.
    """

    rule: str
    measure: str
    victim: str | None
    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident as it is handed on: its heading, its claims and reports, its tolls by rule.

    `origins` counts who says so, copies and relays once; `party_origins` those of them that are party to the
    conflict. `statuses` are all that its claims have, the firmest first.
    """

    id: IncidentId
    kind: Kind
    statuses: tuple[Status, ...]
    when: When | None
    where: Where | None
    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    part_of: IncidentId | None
    claims: tuple[ClaimId, ...]
    reports: tuple[ReportId, ...]
    origins: int
    party_origins: int
    tolls: tuple[Toll, ...] = ()

    def toll(self, measure: str, rule: str, victim: str | None = None) -> Toll | None:
        """What a rule makes of one measure and group; None, where no figure of it is told."""
        asked = (rule, measure, victim)
        return next((toll for toll in self.tolls if (toll.rule, toll.measure, toll.victim) == asked), None)


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of the codebook: the field that it may stand in, its label and what it means."""

    field: str
    word: str
    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """How many things of one kind an audience does not get to see, and why. It never holds what they are."""

    kind: str
    why: str
    count: int


@dataclass(frozen=True, slots=True)
class Lost:
    """What a form cannot say of the ledger: of which column, what, and how many cells that touched."""

    column: str
    what: str
    cells: int


@dataclass(frozen=True, slots=True)
class Loss:
    """A form's loss report; `rows` is how many rows or features it wrote."""

    form: str
    rows: int
    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True)
class Publication:
    """All that an export may say. Spans point into the texts given here, not into those of the ledger.

    reports: the reports of the claims, sorted by id. `Report.text` is what may be read of it, as `wording`
             says; headline, byline, url and publisher are None where withheld.
    told:    the claims, each with its report as it stands in `reports`, sorted by `Told.order`.
    made_at: the last moment that the ledger recorded anything; None of an empty one. Never the clock's.
    rule:    the rule that was asked for; incidents have its tolls and those of `rules`.
    asked:   what was chosen, in words, as on the command line; empty where all was.
    """

    audience: Audience
    wording: Wording
    rule: str
    rules: tuple[str, ...]
    made_at: datetime | None
    reports: tuple[Report, ...]
    told: tuple[Told, ...]
    incidents: tuple[IncidentRow, ...]
    codebook: tuple[Entry, ...]
    withheld: tuple[Withheld, ...] = ()
    asked: str = ""

    @cached_property
    def by_claim(self) -> Mapping[ClaimId, IncidentRow]:
        """The incident that each claim belongs to."""
        return {claim: row for row in self.incidents for claim in row.claims}

    @cached_property
    def claims(self) -> Mapping[ClaimId, Told]:
        """The claims by id."""
        return {one.claim.id: one for one in self.told}

    def told_of(self, row: IncidentRow) -> tuple[Told, ...]:
        """The claims of an incident that are handed on, in order."""
        return tuple(self.claims[claim] for claim in row.claims if claim in self.claims)


def words(claim: Claim, report: Report) -> str:
    """The words that a claim is made in, as far as this publication shows them."""
    return claim.evidence.of(report.text)
