"""Ranges that stand in one list -> the scale that their bars share, so that one can be compared with another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from dateline.ledger.lines import Line, LineFigure


class Ranged(Protocol):
    """Whatever has low, best and high."""

    @property
    def low(self) -> int | None:
        """The lower bound."""

    @property
    def best(self) -> int | None:
        """The best number."""

    @property
    def high(self) -> int | None:
        """The upper bound."""


def highest(ranges: Iterable[Ranged]) -> int:
    """The highest number that any of them names; 0 where none does."""
    return max((n for one in ranges for n in (one.low, one.best, one.high) if n is not None), default=0)


def figure(line: Line, measure: str) -> LineFigure | None:
    """What a line has of a measure; None where nobody gives a figure."""
    return next((one for one in line.figures if one.measure == measure), None)
