"""A ledger -> its rows as SQL text that is the same for the same contents, whoever wrote it and when.

Clocks, what is hashed of them, and the numbers of runs, readings and faults are left out; that a row was
withdrawn is told. It is for comparing ledgers, not for loading them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, case, select

from dateline.ledger.schema import (
    ALSO,
    CLAIM,
    CLAIM_ACTOR,
    DECISION,
    FAULT,
    FIGURE,
    JUDGED,
    JUDGEMENT,
    REPORT,
    REPORT_READ,
    RUN,
    SCORE,
)
from dateline.ledger.store import Ledger
from dateline.ledger.types import canonical

_CLOCKS = frozenset(
    ("recorded_run", "recorded_at", "withdrawn_run", "withdrawn_at", "run", "previous", "hash")
)


def dump(ledger: Ledger) -> str:
    """The rows of a ledger as sorted INSERT statements, one a row."""
    with ledger.reading() as connection:
        return "".join(_statements(connection))


def _statements(connection: Connection) -> Iterator[str]:
    for table in (
        REPORT,
        REPORT_READ,
        CLAIM,
        CLAIM_ACTOR,
        FIGURE,
        ALSO,
        DECISION,
        SCORE,
        FAULT,
        JUDGEMENT,
        JUDGED,
    ):
        asked = _rows_of(table)
        names = ", ".join(f'"{name}"' for name in asked.selected_columns.keys())  # noqa: SIM118 (no dict)
        rows = ("(" + ", ".join(map(_literal, row)) + ")" for row in connection.execute(asked))
        head = f"INSERT INTO {table.name} ({names}) VALUES "  # noqa: S608 (for the eye; nothing runs it)
        yield from (f"{head}{row};\n" for row in sorted(rows))


def _rows_of(table: Table) -> Select[Any]:
    if table is REPORT_READ:
        return (
            select(table.c.report, table.c.revision, RUN.c.version, RUN.c.model)
            .join(RUN, RUN.c.id == table.c.run)
            .distinct()
        )
    columns: list[Any] = [column for column in table.c if not _is_clock(table, column)]
    if "withdrawn_run" in table.c:
        columns.append(case((table.c.withdrawn_run.is_(None), 0), else_=1).label("withdrawn"))
    return select(*columns)


def _is_clock(table: Table, column: Column[Any]) -> bool:
    return column.name in _CLOCKS or (table is FAULT and column.name == "id")


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool | int | float):
        return repr(int(value) if isinstance(value, bool) else value)
    if isinstance(value, dict | list):
        value = canonical(value)
    return "'" + str(value).replace("'", "''") + "'"
