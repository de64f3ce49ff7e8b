"""A claim that no ledger holds, and a filter -> whether it passes, by the rules of `queries`."""

from __future__ import annotations

from dateline.ledger.filters import ClaimFilter
from dateline.records import Actor, Claim, Report


def was_said(report: Report, asked: ClaimFilter) -> bool:
    """Whether a report had been published by the day that is asked for."""
    day = report.published_day
    return asked.said_by is None or (day is not None and day <= asked.said_by)


def passes(claim: Claim, asked: ClaimFilter) -> bool:
    """Whether a claim is one of those that are asked for; the clocks are its report's (`was_said`)."""
    return (
        asked.kind in {None, claim.kind}
        and asked.status in {None, claim.status}
        and asked.report in {None, claim.report}
        and asked.source_type in {None, claim.source.type}
        and (asked.measure is None or any(f.measure == asked.measure for f in claim.figures))
        and (asked.source is None or _has_part(claim.source.name, asked.source))
        and (asked.actor is None or _has_actor(claim.actors, asked.actor))
        and (asked.target is None or _has_actor(claim.targets, asked.target))
        and (asked.place is None or _is_at(claim, asked.place))
        and _is_within(claim, asked)
        and _is_sure(claim, asked)
    )


def _is_sure(claim: Claim, asked: ClaimFilter) -> bool:
    if asked.min_confidence is None:
        return True
    values = [claim.sureness(field) for field in asked.needed]
    if "all" in asked.sure_of:
        values += [score.value for score in claim.scores]
    return all(value is not None and value >= asked.min_confidence for value in values)


def _has_part(text: str, part: str) -> bool:
    return part.lower() in text.lower()


def _has_actor(actors: tuple[Actor, ...], part: str) -> bool:
    return any(_has_part(actor.name, part) for actor in actors)


def _is_at(claim: Claim, place: str) -> bool:
    return claim.where is not None and (
        _has_part(claim.where.name, place) or claim.where.country == place.upper()
    )


def _is_within(claim: Claim, asked: ClaimFilter) -> bool:
    if asked.since is None and asked.until is None:
        return True
    if claim.when is None:
        return False
    return (asked.since is None or claim.when.end >= asked.since) and (
        asked.until is None or claim.when.start <= asked.until
    )
