"""What a claim's figures come to: nobody is counted twice, and what is worked out says so."""

from __future__ import annotations

import pytest

from dateline.records import Figure, Measure, Report, ReportId, Scope, Span
from dateline.totals import Basis, Total, total, totals

OF = Report(ReportId("r"), "13 soldiers, a guard and two civilians; 34 in all, revised from 20")


def words(said: str) -> Span:
    start = OF.text.index(said)
    return OF.span(start, start + len(said))


LIST, ALL = words("13 soldiers, a guard and two civilians"), words("34 in all")
SOLDIERS, GUARD, CIVILIANS, EARLIER = (
    words("13 soldiers"),
    words("a guard"),
    words("two civilians"),
    words("20"),
)


def figure(
    span: Span, low: int | None, high: int | None, scope: Scope = Scope.NEW, part_of: Span | None = None
) -> Figure:
    return Figure(Measure("killed"), "people", low, high, low is None, scope, span, part_of=part_of)


MEMBERS = [figure(SOLDIERS, 13, 13, part_of=LIST), figure(GUARD, 1, 1, part_of=LIST)]
HUNG = figure(CIVILIANS, 2, 2, Scope.PART, SOLDIERS)


@pytest.mark.parametrize(
    ("given", "low", "high", "basis"),
    [
        ([figure(ALL, 34, 34)], 34, 34, Basis.SAID),
        ([figure(ALL, 0, 0)], 0, 0, Basis.SAID),
        ([figure(ALL, 28, None)], 28, None, Basis.SAID),
        ([figure(ALL, None, 30)], None, 30, Basis.SAID),
        (MEMBERS, 14, 14, Basis.SUM),
        ([*MEMBERS, figure(CIVILIANS, 2, None, part_of=LIST)], 16, None, Basis.SUM),
        ([*MEMBERS, figure(CIVILIANS, None, None, part_of=LIST)], 14, None, Basis.SUM),
        ([figure(SOLDIERS, 13, 13), HUNG], 13, 13, Basis.SAID),
        ([figure(SOLDIERS, None, 13), HUNG], 2, 13, Basis.SAID),
        ([HUNG], 2, None, Basis.BOUNDS),
        ([figure(SOLDIERS, 13, 13), figure(CIVILIANS, 5, 5)], 13, 18, Basis.BOUNDS),
        ([figure(SOLDIERS, 13, 13), figure(CIVILIANS, 5, None)], 13, None, Basis.BOUNDS),
        ([*MEMBERS, figure(CIVILIANS, 2, 2)], 14, 16, Basis.BOUNDS),
        ([figure(ALL, 34, 34, Scope.CUMULATIVE), figure(CIVILIANS, 2, 2, part_of=ALL)], 34, 34, Basis.SAID),
        ([figure(ALL, 34, 34), figure(EARLIER, 20, 20, Scope.SUPERSEDED)], 34, 34, Basis.SAID),
    ],
)
def test_what_figures_come_to(given: list[Figure], low: int | None, high: int | None, basis: Basis) -> None:
    found = total(given, "killed")
    assert found is not None
    assert (found.low, found.high, found.basis) == (low, high, basis)
    assert total(given, "injured") is None


def test_order_changes_nothing() -> None:
    given = [*MEMBERS, figure(CIVILIANS, 2, 2), HUNG]
    assert total(given, "killed") == total(given[::-1], "killed")


def test_a_superseded_figure_alone_comes_to_nothing() -> None:
    assert totals([figure(EARLIER, 20, 20, Scope.SUPERSEDED)]) == ()


def test_a_total_shows_what_it_rests_on() -> None:
    expected = Total(Measure("killed"), 14, 14, approx=False, basis=Basis.SUM, spans=(SOLDIERS, GUARD))
    assert totals(MEMBERS) == (expected,)


@pytest.mark.parametrize(
    "made",
    [
        lambda: figure(SOLDIERS, 13, 13, part_of=SOLDIERS),
        lambda: figure(SOLDIERS, 13, 13, part_of=Span(ReportId("other"), 0, 4)),
        lambda: Figure(
            Measure("killed"), "people", 20, 20, approx=False, scope=Scope.NEW, span=EARLIER, replaced_by=ALL
        ),
    ],
)
def test_a_figure_that_is_tied_wrongly_cannot_be_built(made: object) -> None:
    assert callable(made)
    with pytest.raises(ValueError, match="figure"):
        made()
