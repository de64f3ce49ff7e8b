"""The question in the address -> the list of claims: what each source says, in its words."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from dateline.casebook import retell
from dateline.ledger import listing
from dateline.records import Claim, IncidentId, Report, ReportId, Told
from dateline.workbench.asking import Asked, Question
from dateline.workbench.desk import At
from dateline.workbench.overview import Facet, facets
from dateline.workbench.twins import page

router = APIRouter()
COUNT = 50


@dataclass(frozen=True, slots=True)
class Head:
    """What a list shows of a report: not its text."""

    id: ReportId
    headline: str | None
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with its words, the head of its report, and the incident that it tells of.

    reviewed: whether a person has accepted, corrected or added it.
    """

    claim: Claim
    quote: str
    report: Head
    incident: IncidentId
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Claims:
    """Some of the claims of a question, and how many there are in all."""

    asked: Question
    rows: tuple[Row, ...]
    total: int
    count: int
    facets: tuple[Facet, ...]


@page(router, "/claims", "claims.html")
def claims(at: At, asked: Asked) -> Claims:
    """Claims, each what one source says of one event in one report; those that were published last first."""
    found = listing.claims(at.ledger, asked.filter, start=asked.start, count=COUNT, retell=retell)
    return Claims(asked, tuple(map(row, found.claims)), found.total, COUNT, facets(at.board, asked))


def row(listed: listing.ListedClaim) -> Row:
    """A claim as a list shows it."""
    told = listed.told
    return Row(told.claim, quote(told), head(told.report), listed.incident, listed.reviewed)


def quote(told: Told) -> str:
    """The words of a claim, on one line."""
    return " ".join(told.claim.evidence.of(told.report.text).split())


def head(report: Report) -> Head:
    """What a list shows of a report."""
    day = report.published_day
    return Head(report.id, report.headline, report.publisher, day.isoformat() if day else None)
