"""The question in the address -> the overview: what there is, where, when, and how many.

Map, timeline, totals and lists of words filter each other: each of them is a link to the same page that asks more.
"""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from dateline.ledger import Board
from dateline.ledger.lines import BoardTotal, Line, Point
from dateline.workbench.asking import Asked, Question
from dateline.workbench.desk import MEASURES, At
from dateline.workbench.scales import figure, highest
from dateline.workbench.timeline import Timeline, draw, unit_for
from dateline.workbench.twins import page

router = APIRouter()
ALWAYS = ("killed", "injured")
SHOWN = 6  # sums that have room beside each other
PLACES = 12
LARGEST = 8


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a facet and how many incidents it leaves."""

    word: str
    incidents: int


@dataclass(frozen=True, slots=True)
class Facet:
    """What can be asked of one field: its words, those of most incidents first."""

    field: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What the overview shows.

    incidents: how many pass the filter; placed: of those that are counted, how many have a point on the map.
    top: the highest number of the measure among `largest`, to which their bars are drawn.
    """

    asked: Question
    incidents: int
    counted: int
    totals: tuple[BoardTotal, ...]
    timeline: Timeline
    places: tuple[Point, ...]
    all_places: int
    placed: int
    place_top: int
    facets: tuple[Facet, ...]
    largest: tuple[Line, ...]
    top: int


@page(router, "/", "overview.html")
def overview(at: At, asked: Asked) -> Overview:
    """What there is, where, when, and how many: totals, timeline, places, and the words to filter by."""
    board, chosen = at.board, asked.filter
    shown = board.lines(chosen, asked.rule, order="toll", measure=asked.measure, count=LARGEST)
    totals = board.totals(chosen, asked.rule, tuple(dict.fromkeys((*MEASURES, asked.measure))))
    points = board.places(chosen, asked.rule, measure=asked.measure, count=PLACES)
    largest = tuple(line for line in shown.lines if figure(line, asked.measure))
    return Overview(
        asked,
        shown.total,
        max((one.with_figure + one.without_figure for one in totals), default=0),
        _shown(totals, asked.measure),
        _timeline(board, asked),
        points.points,
        points.total,
        points.incidents,
        highest(points.points),
        facets(board, asked),
        largest,
        highest([it for line in largest if (it := figure(line, asked.measure))]),
    )


def _shown(totals: tuple[BoardTotal, ...], drawn: str) -> tuple[BoardTotal, ...]:
    """The sums to show: of the dead and the injured, the one that is drawn, and those that most incidents give."""
    always = {*ALWAYS, drawn}
    others = [one for one in totals if one.measure not in always and one.with_figure]
    most = sorted(others, key=lambda one: -one.with_figure)[: SHOWN - len(always)]
    return tuple(one for one in totals if one.measure in always or one in most)


def facets(board: Board, asked: Question) -> tuple[Facet, ...]:
    """The words that can be asked for, with the incidents that each leaves."""
    return tuple(
        Facet(field, tuple(Word(word, count) for word, count in words))
        for field, words in board.facets(asked.filter).items()
    )


def _timeline(board: Board, asked: Question) -> Timeline:
    """The same by days, months or years, whichever shows most and is wide enough to be pointed at."""
    months = board.periods(asked.filter, asked.rule, measure=asked.measure, by="month")
    unit = unit_for(months)
    if unit == "month":
        return draw(months, unit)
    return draw(board.periods(asked.filter, asked.rule, measure=asked.measure, by=unit), unit)
