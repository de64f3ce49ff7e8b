"""A report's claims -> the one that its news is about: force used, counted, recent, placed, and told early."""

from __future__ import annotations

from collections.abc import Sequence

from dateline import lexicons
from dateline.records import Claim, Precision, Report, Status

# Families of kinds in which somebody comes to harm, as against what police, courts and parties do about it.
HARM = frozenset({"force"})
FRESH_DAYS, RECENT_DAYS, OLD_DAYS = 10, 60, 500
LETTERS = 1500  # so much text later weighs as much as one sign


def main_claim(report: Report, claims: Sequence[Claim]) -> Claim | None:
    """The claim that a reader would say the report is about; None where there are no claims."""
    return max(
        claims, key=lambda claim: (_weight(report, claim), -claim.evidence.start, claim.id), default=None
    )


def _weight(report: Report, claim: Claim) -> float:
    families = lexicons.load("codebook")["kind"].get(claim.kind, {}).get("family", ())
    weight = 3.0 if HARM & set(families) else 0.0
    weight += claim.status in {Status.HAPPENED, Status.ONGOING}
    weight += 1.5 * any(f.measure in {"killed", "injured"} and (f.low or 0) > 0 for f in claim.figures)
    weight += _recent(report, claim)
    weight += 0.7 * (claim.where is not None and claim.where.precision is not Precision.COUNTRY)
    return weight - claim.evidence.start / LETTERS


def _recent(report: Report, claim: Claim) -> float:
    """More for an event of the days before the report, less for one told as background."""
    day, when = report.published_day, claim.when
    if when is None or day is None:
        return 0.0
    exact = 1.0 if (when.end - when.start).days <= 3 else -1.0
    age = (day - when.start).days
    if 0 <= age <= FRESH_DAYS:
        return exact + 1.5
    if age <= RECENT_DAYS:
        return exact + 0.7
    return exact - (1.5 if age > OLD_DAYS else 0.0)
