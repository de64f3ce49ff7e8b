"""Incidents that share a report -> which one is part of a larger one: an execution within a siege.

It is told only where one report tells of both, at one place, in fitting days, and the lexicon allows the two
kinds: a part adds nothing to the toll of its whole, so a doubtful one stays on its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dateline import lexicons
from dateline.incidents import scoring
from dateline.incidents.features import Days, Setting, Spot
from dateline.records import IncidentId, ReportId

TABLE = lexicons.load("linking")["part"]
RANKS: Mapping[str, int] = TABLE["rank"]
HELD: Mapping[str, frozenset[str]] = {
    whole: frozenset(kinds.split()) for whole, kinds in TABLE["kinds"].items()
}
AFTER = frozenset(TABLE["after"].split())
AFTER_DAYS: int = TABLE["after_days"]
# Levels at which two places count as one here.
TOGETHER = frozenset(TABLE["places"])


@dataclass(frozen=True, slots=True)
class Outline:
    """What is asked of an incident here: its commonest kind, the days told of it, its places and its reports."""

    id: IncidentId
    kind: str
    days: Days | None
    spots: tuple[Spot, ...]
    reports: frozenset[ReportId]
    claims: int


def outline(id_: IncidentId, claims: Sequence[Setting]) -> Outline:
    """An incident's outline; a kind told as often as another is the one told first."""
    kinds = Counter(claim.kind for claim in claims)
    days = [claim.days for claim in claims if claim.days]
    return Outline(
        id=id_,
        kind=kinds.most_common(1)[0][0],
        days=(min(first for first, _ in days), max(last for _, last in days)) if days else None,
        spots=tuple(dict.fromkeys(claim.spot for claim in claims if claim.spot)),
        reports=frozenset(claim.report for claim in claims),
        claims=len(claims),
    )


def whole_of(part: Outline, others: Collection[Outline]) -> IncidentId | None:
    """The incident that this one is part of; of several the one that shares most reports, then the most told."""
    wholes = [other for other in others if _holds(other, part)]
    best = min(wholes, key=lambda w: (-len(w.reports & part.reports), -w.claims, w.id), default=None)
    return None if best is None else best.id


def _holds(whole: Outline, part: Outline) -> bool:
    if RANKS.get(whole.kind, 0) <= RANKS.get(part.kind, 0) or part.kind not in HELD.get(
        whole.kind, frozenset()
    ):
        return False
    return bool(whole.reports & part.reports) and _in_time(whole, part) and _in_place(whole, part)


def _in_time(whole: Outline, part: Outline) -> bool:
    if whole.days is None or part.days is None:
        return False
    late = AFTER_DAYS if part.kind in AFTER else 0
    return whole.days[0] <= part.days[0] and part.days[1] <= whole.days[1] + late


def _in_place(whole: Outline, part: Outline) -> bool:
    return any(scoring.place(a, b) in TOGETHER for a in whole.spots for b in part.spots)
