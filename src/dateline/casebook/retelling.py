"""Incidents of the view and a moment -> the rows that the view would have, had it been made of what was known by then.

Which claims go together is as linking has it today; what they tell, and how many they are, is as of that moment.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import select

from dateline.casebook import rows
from dateline.casebook.book import Casebook
from dateline.ledger import board
from dateline.ledger.incident_tables import INCIDENT

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dateline.ledger.columns import Rows
    from dateline.ledger.filters import ClaimFilter

AT_ONCE = 5_000  # ids in one question: SQLite takes some 32,000 values


def retell(connection: Connection, ids: Collection[str], asked: ClaimFilter) -> Mapping[str, Rows]:
    """The rows of incidents as they were told by the moment that a filter asks for; `ledger.columns.Retell`."""
    chosen = sorted(ids)
    found: dict[str, Rows] = {}
    for start in range(0, len(chosen), AT_ONCE):
        found |= _some(connection, chosen[start : start + AT_ONCE], asked)
    return found


def _some(connection: Connection, ids: Collection[str], asked: ClaimFilter) -> Mapping[str, Rows]:
    asked_for = select(INCIDENT.c.id, INCIDENT.c.part_of, INCIDENT.c.nested).where(INCIDENT.c.id.in_(ids))
    family = {row.id: (row.part_of, row.nested) for row in connection.execute(asked_for)}
    view = board.as_of(connection, {id_: whole for id_, (whole, _) in family.items()}, asked)
    book = Casebook.kept(view)
    return {
        case.incident.id: rows.told(book, case, nested=family[case.incident.id][1])
        for case in book.cases.values()
    }
