"""The question in the address -> the list of incidents, a part of it at a time."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from dateline.ledger.lines import Line
from dateline.workbench.asking import Asked, Question
from dateline.workbench.desk import At
from dateline.workbench.overview import Facet, facets
from dateline.workbench.scales import figure, highest
from dateline.workbench.twins import page

router = APIRouter()
COUNT = 50
BESIDE = "injured"  # the second measure of the list; "killed" where that is the first


@dataclass(frozen=True, slots=True)
class Incidents:
    """Some incidents of a question, how many there are in all, and the highest number that their bars are drawn to."""

    asked: Question
    lines: tuple[Line, ...]
    total: int
    count: int
    measures: tuple[str, str]
    top: int
    facets: tuple[Facet, ...]


@page(router, "/incidents", "incidents.html")
def incidents(at: At, asked: Asked) -> Incidents:
    """Incidents, each once: when, where, what, who to whom, how many, and how many tell of it."""
    board = at.board
    order = asked.order or "when"
    found = board.lines(
        asked.filter, asked.rule, order=order, measure=asked.measure, start=asked.start, count=COUNT
    )
    given = [it for line in found.lines if (it := figure(line, asked.measure))]
    second = BESIDE if asked.measure != BESIDE else "killed"
    return Incidents(
        asked, found.lines, found.total, COUNT, (asked.measure, second), highest(given), facets(board, asked)
    )
