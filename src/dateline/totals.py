"""A claim's figures -> what they come to, measure by measure: as said, as a sum worked out, or only as bounds.

Nobody is counted twice: a part adds nothing to its whole, a superseded figure nothing at all, and a figure told
on the way to a running total is in it. What is worked out says so; it is never what a source said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dateline.records import Figure, Measure, Scope, Span


class Basis(StrEnum):
    """How a total is known."""

    SAID = "said"  # the source gives it
    SUM = "sum"  # worked out: the members of one list, who are other people or things each
    BOUNDS = "bounds"  # worked out: figures that may or may not overlap


@dataclass(frozen=True, slots=True)
class Total:
    """What a claim's figures of one measure come to, and the words of the figures that it rests on.

    Units: inclusive; None is a bound that nobody stated and that does not follow.
    """

    measure: Measure
    low: int | None
    high: int | None
    approx: bool
    basis: Basis
    spans: tuple[Span, ...]


def totals(figures: Sequence[Figure]) -> tuple[Total, ...]:
    """The total of every measure that a claim's figures tell of, in the order in which they do."""
    measures = dict.fromkeys(f.measure for f in figures if f.measure is not None)
    return tuple(t for measure in measures if (t := total(figures, measure)) is not None)


def total(figures: Iterable[Figure], measure: str) -> Total | None:
    """What a claim's figures of one measure come to; None where none holds.

    One whole is the total as said. The members of one list are added up. Wholes that may overlap come to at
    least the largest lower bound and at most the sum of the upper ones. Parts alone leave the total open above.
    """
    asked = [f for f in figures if f.measure == measure and f.scope is not Scope.SUPERSEDED]
    if not asked:
        return None
    told = {f.span for f in asked}
    tops = [f for f in asked if f.scope is not Scope.PART and f.part_of not in told]
    lists: dict[Span | None, list[Figure]] = {}
    for figure in tops:
        lists.setdefault(figure.part_of or figure.span, []).append(figure)
    sums = [_sum(members) for members in lists.values()]
    highs = [high for _, high in sums]
    least = [low for low, _ in sums] + [f.low for f in asked]
    basis = Basis.SAID if len(tops) == 1 else Basis.SUM if len(lists) == 1 else Basis.BOUNDS
    return Total(
        Measure(measure),
        max((low for low in least if low is not None), default=None),
        None if None in highs or not highs else sum(high for high in highs if high is not None),
        any(f.approx for f in tops or asked),
        basis,
        tuple(sorted({f.span for f in tops or asked})),
    )


def _sum(members: Sequence[Figure]) -> tuple[int | None, int | None]:
    """Bounds of the sum of figures that share nobody; a lower bound that is not stated adds nothing."""
    lows, highs = [f.low for f in members], [f.high for f in members]
    low = None if all(n is None for n in lows) else sum(n for n in lows if n is not None)
    return low, None if None in highs else sum(n for n in highs if n is not None)
