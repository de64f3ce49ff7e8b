"""An incident's claims and a rule -> its figures side by side, what rules make of them, and how they grew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline import lexicons
from dateline.casebook import Case, Casebook
from dateline.incidents import tolls
from dateline.incidents.origins import Origin
from dateline.incidents.rules import RULES, Combined
from dateline.records import ClaimId, Figure, Measure, ReportId, Status, Told
from dateline.workbench import shown
from dateline.workbench.shown import ShownFigure, ShownSource

Aside = dict[int, str]


@dataclass(frozen=True, slots=True)
class RangeShown:
    """What the chosen rule makes of one measure and group (`victim` None is everybody); None: not stated.

    used, aside: how many figures it rests on, and how many it passed over.
    """

    victim: str | None
    low: int | None
    best: int | None
    high: int | None
    used: int
    aside: int


@dataclass(frozen=True, slots=True)
class GivenShown:
    """One figure with who says so.

    said:  since when it has been in print; a copy is as old as what it copies.
    party: whether its origin is party to the conflict. aside: why the rule does not go by it; empty where it does.
    """

    claim: ClaimId
    report: ReportId
    status: Status
    figure: ShownFigure
    source: ShownSource
    origin: str
    party: bool
    publisher: str | None
    published: date | None
    said: date | None
    aside: str


@dataclass(frozen=True, slots=True)
class MeasureShown:
    """One measure: its ranges, everybody first, and every figure of it. `top` is the end of their common scale."""

    measure: Measure
    top: int
    ranges: tuple[RangeShown, ...]
    given: tuple[GivenShown, ...]


@dataclass(frozen=True, slots=True)
class RuleShown:
    """What one rule makes of the measure that is looked at; `words` say what the rule does."""

    rule: str
    words: str
    low: int | None
    best: int | None
    high: int | None


def measures(case: Case, casebook: Casebook, rule: str) -> tuple[MeasureShown, ...]:
    """Every measure of an incident, in the codebook's order.

    Raises:   UsageError, when there is no such rule.
    """
    combined = casebook.combined(case, rule)
    found = sorted({str(figure.measure) for _, figure, _ in _figures(case)}, key=_place)
    return tuple(_measure(case, casebook, measure, combined) for measure in found)


def _figures(case: Case) -> Iterator[tuple[Told, Figure, int]]:
    for told in case.told:
        for at, figure in enumerate(told.claim.figures):
            yield told, figure, at


def _measure(case: Case, casebook: Casebook, measure: str, combined: Iterable[Combined]) -> MeasureShown:
    rows = [one for one in combined if one.measure == measure]
    ranges = tuple(
        RangeShown(one.victim, one.low, one.best, one.high, len(one.used), len(one.aside)) for one in rows
    )
    aside = _aside(rows)
    given = tuple(
        _given(told, (figure, at), casebook.origins[told.claim.id], aside)
        for told, figure, at in _figures(case)
        if figure.measure == measure
    )
    ends = [n for one in given for n in (one.figure.low, one.figure.high)]
    ends += [n for one in ranges for n in (one.low, one.best, one.high)]
    ordered = sorted(given, key=lambda one: (one.said is None, one.said or date.max))
    top = max((n for n in ends if n is not None), default=0)
    return MeasureShown(Measure(measure), top, ranges, tuple(ordered))


def _aside(rows: Sequence[Combined]) -> Aside:
    """Why figures were passed over; of everybody where people are counted, else by the group that is theirs."""
    of_all = [one for one in rows if one.victim is None] or rows
    used = {id(given.figure) for one in of_all for given in one.used}
    return {id(it.figure): why for one in of_all for it, why in one.aside if id(it.figure) not in used}


def _given(told: Told, figure: tuple[Figure, int], origin: Origin, aside: Aside) -> GivenShown:
    claim, report = told.claim, told.report
    return GivenShown(
        claim=claim.id,
        report=report.id,
        status=claim.status,
        figure=shown.figure(*figure, report.text),
        source=shown.source(claim.source, report.publisher),
        origin=origin.name,
        party=origin.party,
        publisher=report.publisher,
        published=report.published_day,
        said=origin.since or report.published_day,
        aside=aside.get(id(figure[0]), ""),
    )


def sensitivity(case: Case, casebook: Casebook, measure: str) -> tuple[RuleShown, ...]:
    """What every rule that is for a measure makes of the incident."""
    given = [
        one
        for one in tolls.givens(case.incident, casebook.told, casebook.origins)
        if one.figure.measure == measure
    ]
    asked = [rule for rule in RULES.values() if not rule.each and measure in (rule.measures or {measure})]
    made = [(rule, rule(given, None, measure)) for rule in asked]
    return tuple(RuleShown(rule.name, rule.words, one.low, one.best, one.high) for rule, one in made)


def _place(measure: str) -> int:
    """Where a measure stands in the codebook: the dead before the damage."""
    known = list(lexicons.load("codebook")["measure"])
    return known.index(measure) if measure in known else len(known)
