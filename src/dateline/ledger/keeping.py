"""Rows of the incident view -> the view replaced in the ledger; and what the view was last made of.

The rows are made where incidents are known (`dateline.casebook`); here they are only put in place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, Text, bindparam, delete, func, insert, select, type_coerce

from dateline.ledger.incident_tables import INCIDENT, INCIDENT_ACTOR, INCIDENT_CLAIM, INCIDENT_TOLL, KEPT
from dateline.ledger.schema import CLAIM, JUDGEMENT, REPORT_READ
from dateline.records import ClaimId

Row = Mapping[str, Any]
# The moment stands as the ledger writes it: to make something of it takes long for many.
Standing = tuple[int, int, str]
# By the key that ties the rows of a table to an incident.
TABLES: Mapping[str, Table] = {
    table.name: table for table in (INCIDENT, INCIDENT_CLAIM, INCIDENT_TOLL, INCIDENT_ACTOR)
}


def made_of(connection: Connection) -> str:
    """How far readings and decisions have come: whatever changes what linking would make changes this."""
    counts = select(
        select(func.coalesce(func.max(REPORT_READ.c.id), 0)).scalar_subquery(),
        select(func.coalesce(func.max(JUDGEMENT.c.id), 0)).scalar_subquery(),
    )
    return " ".join(map(str, connection.execute(counts).one()))


def kept(connection: Connection) -> tuple[str, str] | None:
    """What the view was made by, and of; None where there is none yet."""
    row = connection.execute(select(KEPT.c.by, KEPT.c.of)).one_or_none()
    return None if row is None else (row.by, row.of)


def standing(connection: Connection) -> dict[ClaimId, Standing]:
    """Of each claim that stands: its revision, that of the report it was read from, and when it was recorded."""
    c = CLAIM.c
    rows = connection.execute(
        select(c.id, c.revision, c.report_revision, type_coerce(c.recorded_at, Text)).where(
            c.withdrawn_run.is_(None)
        )
    )
    return {ClaimId(id_): (revision, text, str(moment)) for id_, revision, text, moment in rows}


def keep(connection: Connection, signed: tuple[str, str], rows: Mapping[str, Iterable[Row]]) -> None:
    """Put a whole view in place of the one that there is.

    Args:     signed: what it was made by, and of: what `made_of` gave when the claims were read, not later.
    """
    for table in TABLES.values():
        connection.execute(delete(table))
    add(connection, rows)
    sign(connection, signed)


def sign(connection: Connection, signed: tuple[str, str]) -> None:
    """Say what the view is now made by and of."""
    connection.execute(delete(KEPT))
    connection.execute(insert(KEPT), {"id": 1, "by": signed[0], "of": signed[1]})


def add(connection: Connection, rows: Mapping[str, Iterable[Row]]) -> None:
    """Put rows into the view."""
    for name, table in TABLES.items():
        values = list(rows.get(name, ()))
        if values:
            connection.execute(insert(table), values)


def drop(connection: Connection, incidents: Collection[str]) -> None:
    """Take incidents out of the view, with all their rows."""
    if not incidents:
        return
    for table in TABLES.values():
        key = table.c.id if table is INCIDENT else table.c.incident
        connection.execute(
            delete(table).where(key == bindparam("gone")), [{"gone": id_} for id_ in incidents]
        )
