"""The figures of an incident in the order in which they were said -> how a toll grew, and what moved it.

Each row is one figure as one origin gave it, with what the rule makes of all that had been said by then. A
repetition is a row that moves nothing; a figure whose day nobody tells comes last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateline.incidents import origins as origins_of
from dateline.incidents.counts import Bound
from dateline.incidents.groups import group_of
from dateline.incidents.origins import Origin
from dateline.incidents.rules import DEFAULT, Combined, Given
from dateline.incidents.statements import given_by
from dateline.incidents.tolls import named
from dateline.records import ClaimId, Incident, Measure, ReportId, Scope, Told

Numbers = tuple[Bound, Bound, Bound]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a history.

    low, high:     as said; None is a bound that was not stated.
    whom:          whom it counts, in the report's words; empty where it counts everybody.
    before, after: low, best and high by the rule without this figure and with it, of all that was said by then.
    aside:         why the rule goes by another figure, where it does; empty where it goes by this one.
    """

    said: date | None
    origin: Origin
    measure: Measure
    whom: str
    low: Bound
    high: Bound
    approx: bool
    claim: ClaimId
    report: ReportId
    before: Numbers
    after: Numbers
    aside: str

    @property
    def moved(self) -> bool:
        """Whether this figure changed what the rule makes of them all."""
        return self.before != self.after


def of_incident(
    incident: Incident,
    told: Mapping[ClaimId, Told],
    rule: str = DEFAULT,
    origins: Mapping[ClaimId, Origin] | None = None,
    *,
    measure: str = "killed",
    victim: str | None = None,
) -> tuple[Row, ...]:
    """The history of one measure of an incident, and of one group or of everybody.

    Raises:  UsageError, when there is no such rule.
    """
    found = origins or origins_of.of(tuple(told.values()))
    given = [
        one
        for one in given_by((told[id_] for id_ in incident.claims), found)
        if one.figure.measure == measure and victim in {None, group_of(one.claim, one.figure)}
    ]
    rows: list[Row] = []
    before: Numbers = (None, None, None)
    for k, one in enumerate(ordered := sorted(given, key=_order)):
        combined = named(rule)(ordered[: k + 1], victim, measure)
        rows.append(_row(one, combined, before))
        before = (combined.low, combined.best, combined.high)
    return tuple(rows)


def _row(one: Given, combined: Combined, before: Numbers) -> Row:
    figure = one.figure
    return Row(
        said=one.said,
        origin=one.origin,
        measure=combined.measure,
        whom="" if group_of(one.claim, figure) is None and figure.scope is not Scope.PART else figure.of,
        low=figure.low,
        high=figure.high,
        approx=figure.approx,
        claim=one.claim.id,
        report=one.claim.report,
        before=before,
        after=(combined.low, combined.best, combined.high),
        aside=next((why for it, why in combined.aside if it is one), ""),
    )


def _order(one: Given) -> tuple[bool, date, ReportId, int, ClaimId]:
    return one.said is None, one.said or date.max, one.claim.report, one.figure.span.start, one.claim.id
