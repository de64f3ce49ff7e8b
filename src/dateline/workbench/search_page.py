"""Words that are looked for -> the reports that have them, and the claims in whose own words they stand."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from dateline.ledger import listing
from dateline.workbench.asking import Asked, Question
from dateline.workbench.claims_page import Row, row
from dateline.workbench.desk import At
from dateline.workbench.twins import page

router = APIRouter()
COUNT = 20
CLAIMS = 10


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: some of the reports and how many there are in all, and claims of those; `words` in small letters.

    `is_more` says that there are more reports than are counted.
    """

    asked: Question
    words: tuple[str, ...]
    reports: tuple[listing.ListedReport, ...]
    all_reports: int
    is_more: bool
    claims: tuple[Row, ...]
    count: int


@page(router, "/search", "search.html")
def search(at: At, asked: Asked) -> Found:
    """Reports and claims with all of the words; a phrase stands in double quotes, the start of a word before a star."""
    words = asked.filter.words
    if words is None:
        return Found(asked, (), (), 0, is_more=False, claims=(), count=COUNT)
    found = listing.reports_that_say(at.ledger, words, start=asked.start, count=COUNT)
    claims = listing.claims_that_say(at.ledger, words, [one.id for one in found.reports], count=CLAIMS)
    total = min(found.total, listing.MOST)
    return Found(
        asked,
        listing.sought(words),
        found.reports,
        total,
        is_more=found.total > listing.MOST,
        claims=tuple(map(row, claims)),
        count=COUNT,
    )
