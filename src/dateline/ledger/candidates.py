"""A ledger -> incidents and claims that are worth a person's look: not judged yet, and with much resting on them.

It goes by the incident view, and reads only the incidents that it gives.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import case, func, select, true, tuple_

from dateline.ledger import board, queries
from dateline.ledger.incident_tables import INCIDENT, INCIDENT_CLAIM, INCIDENT_TOLL
from dateline.ledger.lines import KeptOrigin
from dateline.ledger.schema import CLAIM, FIGURE, SCORE
from dateline.records import ClaimId, IncidentId, Told

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dateline.ledger.store import Ledger

# Also where the view does not know of a judgement yet: what was judged stands in another revision, or not at all.
_UNJUDGED = CLAIM.c.judgement.is_(None) & CLAIM.c.withdrawn_run.is_(None)
_I, _C, _T = INCIDENT.c, INCIDENT_CLAIM.c, INCIDENT_TOLL.c


ALL = 2**31 - 1  # more incidents than any ledger has


@dataclass(frozen=True, slots=True)
class Candidate:
    """An incident with its claims and their origins; `judged` are those of its claims that a person has judged.

    most: the largest bound of its toll.
    """

    incident: IncidentId
    heading: str
    told: tuple[Told, ...]
    origins: Mapping[ClaimId, KeptOrigin]
    judged: frozenset[ClaimId]
    most: int


def candidates(ledger: Ledger, rule: str, measure: str, *, start: int, count: int) -> tuple[Candidate, ...]:
    """Incidents with the largest tolls that a sum takes in and of which a figure is not judged yet."""
    most = func.max(
        func.coalesce(_T.low, 0), func.coalesce(_T.best, 0), func.coalesce(_T.high, 0), type_=_T.low.type
    )
    of = (_T.rule == rule) & (_T.measure == measure) & (_T.victim == board.EVERYBODY) & (_T.incident == _I.id)
    with ledger.reading() as connection:
        inside = board.inside(connection, true(), of)
        # All by their tolls first, so that only those are looked into that come before enough are found: the limit
        # keeps the two steps apart, as SQLite would otherwise look into every incident before it puts them in order,
        # and the rows come in the order of the first step.
        ranked = (
            select(_I.id, _I.headline, most.label("most"))
            .select_from(INCIDENT.join(INCIDENT_TOLL, of))
            .where(_T.used > 0, _I.id.not_in(inside))
            .order_by(most.desc(), _I.id)
            .limit(ALL)
            .subquery()
        )
        # A claim's few figures are read by the claim; by the index of measures all of the ledger's would be.
        of_measure = func.coalesce(FIGURE.c.measure, "") == measure
        is_open = (
            select(_C.incident)
            .join(CLAIM, (CLAIM.c.id == _C.claim) & (CLAIM.c.revision == _C.revision))
            .join(FIGURE, (FIGURE.c.claim == _C.claim) & (FIGURE.c.revision == _C.revision))
            .where(_C.incident == ranked.c.id, _UNJUDGED, of_measure)
        )
        asked = select(ranked).where(is_open.exists())
        rows = connection.execute(asked.limit(count).offset(start)).all()
        return _read(connection, {row.id: (row.headline, row.most) for row in rows})


def _read(connection: Connection, chosen: Mapping[str, tuple[str, int]]) -> tuple[Candidate, ...]:
    claims = connection.execute(
        select(INCIDENT_CLAIM, case((_UNJUDGED, 0), else_=1).label("judged"))
        .join(CLAIM, (CLAIM.c.id == _C.claim) & (CLAIM.c.revision == _C.revision))
        .where(_C.incident.in_(chosen))
        .order_by(_C.incident, _C.position)
    ).all()
    keys = queries.among([(row.claim, row.revision) for row in claims])
    told = {one.claim.id: one for one in queries.told_where(connection, keys)}
    by_incident: dict[str, list[ClaimId]] = {id_: [] for id_ in chosen}
    for row in claims:
        by_incident[row.incident].append(ClaimId(row.claim))
    origins = {ClaimId(row.claim): board.origin_of(row) for row in claims}
    judged = frozenset(ClaimId(row.claim) for row in claims if row.judged)
    return tuple(
        Candidate(
            IncidentId(id_),
            heading,
            tuple(told[claim] for claim in by_incident[id_]),
            {claim: origins[claim] for claim in by_incident[id_]},
            judged,
            most,
        )
        for id_, (heading, most) in chosen.items()
    )


def unjudged(ledger: Ledger, *, count: int, without: Collection[ClaimId] = ()) -> tuple[Told, ...]:
    """Standing claims that nobody has judged, the least sure of kind or status first."""
    c = CLAIM.c
    sure = (
        select(SCORE.c.claim, SCORE.c.revision, func.min(SCORE.c.value).label("value"))
        .where(SCORE.c.field.in_(["kind", "status"]))
        .group_by(SCORE.c.claim, SCORE.c.revision)
        .subquery()
    )
    asked = (
        select(c.id, c.revision)
        .outerjoin(sure, (sure.c.claim == c.id) & (sure.c.revision == c.revision))
        .where(c.withdrawn_run.is_(None), c.judgement.is_(None))
        .order_by(sure.c.value.is_not(None), sure.c.value, c.id)
        .limit(count + len(without))
    )
    with ledger.reading() as connection:
        rows = [(row.id, row.revision) for row in connection.execute(asked) if row.id not in without][:count]
        told = {
            one.claim.id: one for one in queries.told_where(connection, tuple_(c.id, c.revision).in_(rows))
        }
    return tuple(told[id_] for id_, _ in rows)
