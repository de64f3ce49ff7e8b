"""Periods with their counts -> where their columns stand in a drawing of time, and which lie outside it.

An incident whose days are known only as a span is no column, as it would look closer known than it is: it is a
line over all the days on which it may lie.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING, Literal

from dateline.workbench.phrases import days

if TYPE_CHECKING:
    from dateline.ledger.lines import Period

Unit = Literal["day", "month", "year"]
DAYS_AT_MOST = 70  # columns of a drawing: more are too narrow to be pointed at
MONTHS_AT_MOST = 120
LANES = 4  # spans that are drawn one below the other
LABELS = 8
FEW = 0.1  # share of the incidents that may lie before the drawing, so that the others have room in it


@dataclass(frozen=True, slots=True)
class Column:
    """The days of one unit. Units: `x` and `width` in percent of the drawing, the others in percent of its height."""

    start: date
    end: date
    label: str
    incidents: int
    low: int | None
    high: int | None
    x: float
    width: float
    count: float
    sure: float
    reach: float
    is_open: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of several units, in which incidents lie that are not known more closely."""

    start: date
    end: date
    label: str
    incidents: int
    low: int | None
    high: int | None
    x: float
    width: float
    lane: int


@dataclass(frozen=True, slots=True)
class Label:
    """Words below the drawing, and where they stand in percent of its width."""

    words: str
    x: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing of time: columns, spans below them, the days' names, and what it leaves out.

    most: the incidents of the highest column; top: the highest number that is drawn of the measure.
    earlier: incidents that lie before the drawing; cut: its first day, where there are any.
    hidden: spans for which there was no room. undated: incidents of which no day is told.
    """

    unit: Unit
    columns: tuple[Column, ...]
    stretches: tuple[Stretch, ...]
    labels: tuple[Label, ...]
    most: int
    top: int
    earlier: int
    cut: date | None
    hidden: int
    undated: int


def unit_for(months: Sequence[Period]) -> Unit:
    """The unit in which a time is drawn, by its months."""
    known = [p.start for p in _window(months)[0]]
    if not known:
        return "month"
    span = (max(known) - min(known)).days
    if span < DAYS_AT_MOST:
        return "day"
    return "month" if span < MONTHS_AT_MOST * 30 else "year"


def draw(periods: Sequence[Period], unit: Unit) -> Timeline:
    """The drawing of periods that were counted by a unit."""
    kept, cut = _window(periods)
    undated = sum(p.incidents for p in periods if p.start is None)
    if not kept:
        return Timeline(unit, (), (), (), 0, 0, 0, None, 0, undated)
    first = min(p.start for p in kept)
    last = max(p.end for p in kept)
    ground = _Ground(first, last)
    units = [p for p in kept if _is_unit(p, unit)]
    spans = [p for p in kept if not _is_unit(p, unit)]
    most = max((p.incidents for p in units), default=0)
    top = max((n for p in units for n in (p.low, p.high) if n is not None), default=0)
    stretches, hidden = _stretches(spans, ground)
    earlier = sum(p.incidents for p in periods if p.start is not None and cut is not None and p.start < cut)
    return Timeline(
        unit,
        tuple(_column(p, ground, most, top) for p in units),
        stretches,
        tuple(_labels(first, last, unit, ground)),
        most,
        top,
        earlier,
        cut,
        hidden,
        undated,
    )


@dataclass(frozen=True, slots=True)
class _Dated:
    """A period of which the days are told."""

    start: date
    end: date
    incidents: int
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class _Ground:
    """The days that a drawing takes in."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day begins, in percent of the width."""
        return 100 * (day - self.first).days / ((self.last - self.first).days + 1)

    def place(self, start: date, end: date) -> tuple[float, float]:
        """Where days begin, and how wide they are."""
        x = self.at(start)
        return round(x, 3), round(self.at(end + timedelta(days=1)) - x, 3)


def _window(periods: Iterable[Period]) -> tuple[list[_Dated], date | None]:
    """The periods to draw: all that have days, without a few far earlier ones that would leave the rest no room."""
    dated = sorted(
        (_Dated(p.start, p.end, p.incidents, p.low, p.high) for p in periods if p.start and p.end),
        key=lambda p: (p.start, p.end),
    )
    if len(dated) < 2:
        return dated, None
    spare = max(2, int(FEW * sum(p.incidents for p in dated)))
    last = max(p.end for p in dated)
    whole = (last - dated[0].start).days + 1
    before = 0
    for k, period in enumerate(dated):
        if before > spare:
            break
        if (
            k
            and 2 * ((last - period.start).days + 1) < whole
            and 4 * before <= sum(p.incidents for p in dated)
        ):
            return dated[k:], period.start
        before += period.incidents
    return dated, None


def _is_unit(period: _Dated, unit: Unit) -> bool:
    letters = {"day": 10, "month": 7, "year": 4}[unit]
    return period.start.isoformat()[:letters] == period.end.isoformat()[:letters]


def _column(period: _Dated, ground: _Ground, most: int, top: int) -> Column:
    x, width = ground.place(period.start, period.end)
    low, high = period.low or 0, period.high
    reach = max(low, high or 0)
    return Column(
        period.start,
        period.end,
        days(period.start, period.end),
        period.incidents,
        period.low,
        high,
        x,
        width,
        _part(period.incidents, most),
        _part(low, top),
        _part(reach, top),
        is_open=high is None and period.low is not None,
    )


def _part(value: int, whole: int) -> float:
    return round(100 * value / whole, 1) if whole else 0.0


def _stretches(spans: Sequence[_Dated], ground: _Ground) -> tuple[tuple[Stretch, ...], int]:
    """Spans in lanes in which none lies over another; those of most incidents first."""
    ends: list[list[tuple[date, date]]] = [[] for _ in range(LANES)]
    placed: list[Stretch] = []
    hidden = 0
    for span in sorted(spans, key=lambda p: (-p.incidents, p.start, p.end)):
        free = (k for k, lane in enumerate(ends) if all(span.end < a or b < span.start for a, b in lane))
        lane = next(free, None)
        if lane is None:
            hidden += span.incidents
            continue
        ends[lane].append((span.start, span.end))
        words = days(span.start, span.end)
        place = ground.place(span.start, span.end)
        placed.append(Stretch(span.start, span.end, words, span.incidents, span.low, span.high, *place, lane))
    return tuple(placed), hidden


def _labels(first: date, last: date, unit: Unit, ground: _Ground) -> Iterable[Label]:
    """Evenly spaced days, months or years, each where it begins."""
    starts = list(_starts(first, last, unit))
    step = max(1, ceil(len(starts) / LABELS))
    for start in starts[::step]:
        yield Label(_name(start, unit), round(ground.at(start), 3))


def _starts(first: date, last: date, unit: Unit) -> Iterable[date]:
    if unit == "day":
        yield from (first + timedelta(days=k) for k in range((last - first).days + 1))
    elif unit == "month":
        for number in range(12 * first.year + first.month - 1, 12 * last.year + last.month):
            yield date(number // 12, number % 12 + 1, 1)
    else:
        yield from (date(year, 1, 1) for year in range(first.year, last.year + 1))


def _name(start: date, unit: Unit) -> str:
    if unit == "day":
        return days(start, start).rpartition(" ")[0]
    if unit == "month":
        return days(start, start).partition(" ")[2]
    return str(start.year)
