"""The question in the address -> the list of reports, with how much each of them tells."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from dateline.casebook import retell
from dateline.ledger import listing
from dateline.workbench.asking import Asked, Question
from dateline.workbench.desk import At
from dateline.workbench.overview import Facet, facets
from dateline.workbench.twins import page

router = APIRouter()
COUNT = 50


@dataclass(frozen=True, slots=True)
class Reports:
    """Some of the reports of a question, how many there are in all, and the most claims that one of these makes."""

    asked: Question
    reports: tuple[listing.ListedReport, ...]
    total: int
    count: int
    most: int
    facets: tuple[Facet, ...]


@page(router, "/reports", "reports.html")
def reports(at: At, asked: Asked) -> Reports:
    """Reports that make such claims, those that were published last first."""
    found = listing.reports(at.ledger, asked.filter, start=asked.start, count=COUNT, retell=retell)
    most = max((one.claims for one in found.reports), default=0)
    return Reports(asked, found.reports, found.total, COUNT, most, facets(at.board, asked))
