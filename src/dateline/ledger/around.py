"""A ledger and some places in a stretch of days -> the claims there that tell of people who were held.

A person's account of a prison break needs them wherever else they are told: in another incident, another report.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, or_, select

from dateline.ledger.schema import CLAIM, CLAIM_ACTOR, FIGURE
from dateline.records import ClaimId

if TYPE_CHECKING:
    from dateline.ledger.store import Ledger


def claims_with(
    ledger: Ledger, *, places: Collection[str], since: date, until: date, measures: Collection[str]
) -> tuple[ClaimId, ...]:
    """Standing claims at places, in days that meet others or on no day that is told, with a figure of a measure.

    Args:    places, the ids of the gazetteer or, of a place without one, its name.
    """
    counted = select(FIGURE.c.claim).where(
        FIGURE.c.claim == CLAIM.c.id, FIGURE.c.revision == CLAIM.c.revision, FIGURE.c.measure.in_(measures)
    )
    return _found(ledger, places, (since, until), counted.exists())


def claims_against(
    ledger: Ledger, *, places: Collection[str], since: date, until: date, words: Collection[str]
) -> tuple[ClaimId, ...]:
    """The same of claims whose target's name holds one of some words, such as "prison"."""
    a = CLAIM_ACTOR.c
    named = or_(*(func.lower(a.name).contains(word, autoescape=True) for word in words))
    hit = select(a.claim).where(
        a.claim == CLAIM.c.id, a.revision == CLAIM.c.revision, a.role == "target", named
    )
    return _found(ledger, places, (since, until), or_(CLAIM.c.kind == "prison_break", hit.exists()))


def _found(
    ledger: Ledger, places: Collection[str], days: tuple[date, date], also: object
) -> tuple[ClaimId, ...]:
    c = CLAIM.c
    asked = select(c.id).where(
        c.withdrawn_run.is_(None),
        or_(c.where_place_id.in_(places), and_(c.where_place_id.is_(None), c.where_name.in_(places))),
        or_(c.when_start.is_(None), and_(c.when_end >= days[0], c.when_start <= days[1])),
        also,  # type: ignore[arg-type]
    )
    with ledger.reading() as connection:
        return tuple(ClaimId(id_) for id_ in connection.execute(asked.order_by(c.id)).scalars())
