"""A ledger -> incidents and claims that are worth a person's look: not judged yet, and with much resting on them.

It goes by the incident view, and reads only the incidents that it gives.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import select

from dateline.ledger import board, queries, sums
from dateline.ledger.filters import EVERY
from dateline.ledger.gathering import BOUNDS
from dateline.ledger.incident_tables import INCIDENT, INCIDENT_CLAIM
from dateline.ledger.schema import CLAIM
from dateline.records import ClaimId, IncidentId, Told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from dateline.ledger.lines import KeptOrigin

# Also where the view does not know of a judgement yet: what was judged stands in another revision, or not at all.
_UNJUDGED = CLAIM.c.judgement.is_(None) & CLAIM.c.withdrawn_run.is_(None)
_C = INCIDENT_CLAIM.c
AT_ONCE = 500  # claims that are looked up in one question


@dataclass(frozen=True, slots=True)
class Ranked:
    """An incident with the largest bound of its toll; `born` is another number whenever its rows are others."""

    incident: IncidentId
    most: int
    born: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """An incident with its claims and their origins; `judged` are those of its claims that a person has judged."""

    incident: IncidentId
    heading: str
    told: tuple[Told, ...]
    origins: Mapping[ClaimId, KeptOrigin]
    judged: frozenset[ClaimId]


def ranked(connection: Connection, path: Any, rule: str, measure: str) -> list[Ranked]:
    """The incidents that a sum takes in and that give a figure, those with the largest tolls first."""
    asked = sums.ask(connection, path, EVERY)
    tolls = asked.view.toll(connection, rule, measure)
    most = np.max([tolls.bounds[name] for name in BOUNDS], axis=0)
    at = np.flatnonzero(asked.counted(tolls) & (tolls.used > 0))
    order = at[np.argsort(-most[at], kind="stable")]
    ids, born = asked.view.incidents.texts["id"], asked.view.incidents.numbers["born"]
    return [Ranked(IncidentId(ids[k]), int(most[k]), int(born[k])) for k in order]


def candidates(connection: Connection, ids: Sequence[IncidentId]) -> tuple[Candidate, ...]:
    """Incidents with all that their toll rests on."""
    headings = dict(
        connection.execute(select(INCIDENT.c.id, INCIDENT.c.headline).where(INCIDENT.c.id.in_(ids))).all()
    )
    rows = connection.execute(
        select(INCIDENT_CLAIM, CLAIM.c.judgement)
        .join(CLAIM, (CLAIM.c.id == _C.claim) & (CLAIM.c.revision == _C.revision))
        .where(_C.incident.in_(ids))
        .order_by(_C.incident, _C.position)
    ).all()
    told = {
        one.claim.id: one
        for one in queries.told_where(connection, queries.among([(row.claim, row.revision) for row in rows]))
    }
    of: dict[str, list[Any]] = {id_: [] for id_ in ids}
    for row in rows:
        of[row.incident].append(row)
    return tuple(
        Candidate(
            id_,
            headings[id_],
            tuple(told[row.claim] for row in of[id_]),
            {ClaimId(row.claim): board.origin_of(row) for row in of[id_]},
            frozenset(ClaimId(row.claim) for row in of[id_] if row.judgement is not None),
        )
        for id_ in ids
    )


def unsure(connection: Connection, path: Any) -> Iterable[ClaimId]:
    """The claims of the view, the least sure of kind or status first, and before them those never scored."""
    view = sums.ask(connection, path, EVERY).view
    least = view.sureness(connection)
    for at in np.argsort(np.nan_to_num(least, nan=-1.0), kind="stable"):
        yield ClaimId(view.claims.texts["claim"][at])


def unjudged(
    connection: Connection, ids: Iterable[ClaimId], count: int, *, without: Collection[ClaimId] = ()
) -> tuple[Told, ...]:
    """The first of some claims that stand and that nobody has judged, in their order."""
    chosen: dict[ClaimId, int] = {}
    pending: list[ClaimId] = []

    def look() -> None:
        asked = select(CLAIM.c.id, CLAIM.c.revision).where(CLAIM.c.id.in_(pending), _UNJUDGED)
        revisions = dict(connection.execute(asked).all())
        chosen.update({id_: revisions[id_] for id_ in pending if id_ in revisions})
        pending.clear()

    for id_ in ids:
        if len(chosen) >= count:
            break
        if id_ not in without:
            pending.append(id_)
        if len(pending) >= min(AT_ONCE, 2 * count):
            look()
    if pending and len(chosen) < count:
        look()
    keys = list(chosen.items())[:count]
    told = {one.claim.id: one for one in queries.told_where(connection, queries.among(keys))} if keys else {}
    return tuple(told[id_] for id_, _ in keys)
