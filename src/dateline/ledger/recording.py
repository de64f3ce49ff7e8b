"""A connection in a transaction, and what was read of one report -> rows added, older ones withdrawn.

Nothing is edited: a claim that is made no more gets the run and the time of its withdrawal, a claim that now
says something else is withdrawn and added anew under the same id. A claim that says the same stays as it is,
also when only the report's headline or date was corrected. All SQL that writes stands here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Table,
    bindparam,
    func,
    insert,
    select,
    update,
)

from dateline.errors import LedgerError
from dateline.ledger import queries
from dateline.ledger.incident_tables import REPORT_WORDS
from dateline.ledger.schema import (
    ALSO,
    CLAIM,
    CLAIM_ACTOR,
    DECISION,
    FAULT,
    FIGURE,
    REPORT,
    REPORT_READ,
    RUN,
    SCORE,
)
from dateline.ledger.translate import ClaimRows, Row, claim_rows, fault_row, report_row
from dateline.records import Claim, Fault, Report, ReportId

# Asked and added for every report, and built once: to build a statement costs as much as to run it.
_ASKED: BindParameter[Any] = bindparam("asked")
_KNOWN_RUN = select(RUN.c.version, RUN.c.model).where(RUN.c.id == _ASKED)
_STANDING = (
    select(
        CLAIM.c.id,
        CLAIM.c.revision,
        CLAIM.c.content,
        CLAIM.c.judgement,
        CLAIM.c.outranked,
        REPORT.c.sha256,
    )
    .join(REPORT, (REPORT.c.id == CLAIM.c.report) & (REPORT.c.revision == CLAIM.c.report_revision))
    .where(CLAIM.c.report == _ASKED, CLAIM.c.withdrawn_run.is_(None) | CLAIM.c.outranked.is_not(None))
)
_LAST_REPORT = select(func.max(REPORT.c.revision)).where(REPORT.c.id == _ASKED)
_LAST_CLAIMS = (
    select(CLAIM.c.id, func.max(CLAIM.c.revision).label("last"))
    .where(CLAIM.c.report == _ASKED)
    .group_by(CLAIM.c.id)
)
_STANDING_FAULTS = select(FAULT).where(
    FAULT.c.report.is_not_distinct_from(_ASKED), FAULT.c.withdrawn_run.is_(None)
)
_INSERT = {
    t: insert(t) for t in (RUN, REPORT, REPORT_READ, CLAIM, CLAIM_ACTOR, FIGURE, ALSO, DECISION, SCORE, FAULT)
}
# The index of words goes by the first reading of a revision: SQLite may number the rows of other tables anew.
_ADD_WORDS = insert(REPORT_WORDS)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording a report did to its claims: how many were added, stayed as they were, were withdrawn."""

    new: int
    kept: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which run writes, and when."""

    run: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """What is to be recorded of one report, as rows."""

    report: Row
    claims: Mapping[str, ClaimRows]
    faults: Sequence[Row]


def reading_of(report: Report, claims: Iterable[Claim], faults: Iterable[Fault]) -> Reading:
    """What was read of a report, as rows; a claim made twice in the same words counts once.

    Raises:   LedgerError, when two claims bear one id or a claim is not of this report.
    """
    rows: dict[str, ClaimRows] = {}
    for claim in claims:
        made = claim_rows(claim, report)
        if rows.setdefault(claim.id, made).claim["content"] != made.claim["content"]:
            msg = f"two claims of report {report.id} that differ bear the id {claim.id}; each needs its own"
            raise LedgerError(msg)
    return Reading(report_row(report), rows, [fault_row(fault, report.id) for fault in faults])


def begin(connection: Connection, run: Row) -> int:
    """Add a run; its number."""
    key = connection.execute(_INSERT[RUN], run).inserted_primary_key
    if key is None:  # pragma: no cover (no database that we use leaves it out)
        msg = "the database gave the run no number"
        raise LedgerError(msg)
    return int(key[0])


def finish(connection: Connection, stamp: Stamp) -> None:
    """Say that a run has ended."""
    _known_run(connection, stamp.run)
    connection.execute(update(RUN).where(RUN.c.id == stamp.run).values(finished=stamp.at))


def record(connection: Connection, reading: Reading, stamp: Stamp) -> Recorded:
    """Record one reading of one report, unless this version and model were the last to read the same."""
    report, reader = reading.report, _known_run(connection, stamp.run)
    last = queries.last_reading(connection, report["id"], report["digest"])
    standing, judged = _standing(connection, report["id"])
    if last and last[1:] == reader:
        return Recorded(new=0, kept=len(standing), withdrawn=0)
    revision = last[0] if last else _add_report(connection, report, stamp)
    reading_number = _add_reading(connection, report["id"], revision, stamp)
    if last is None:
        words = {"rowid": reading_number, "headline": report["headline"], "text": report["text"]}
        connection.execute(_ADD_WORDS, words)
    kept = {id_ for id_, row in standing.items() if _is_same(reading, id_, row.content, row.sha256)}
    _withdraw_claims(connection, [standing[id_] for id_ in sorted(standing.keys() - kept)], stamp)
    gone = standing.keys() - kept
    new = [rows for id_, rows in sorted(reading.claims.items()) if id_ not in kept]
    add_claims(connection, [rows for rows in new if rows.claim["id"] not in judged], revision, stamp)
    _add_outranked(connection, [rows for rows in new if rows.claim["id"] in judged], revision, stamp, judged)
    _exchange_faults(connection, report["id"], reading.faults, stamp)
    return Recorded(new=len(new), kept=len(kept), withdrawn=len(gone))


def _known_run(connection: Connection, run: int) -> tuple[str, str]:
    row = connection.execute(_KNOWN_RUN, {"asked": run}).one_or_none()
    if row is None:
        msg = f"the ledger knows no run {run}; begin one with begin_run and hand on the number that it gives"
        raise LedgerError(msg)
    return row.version, row.model


def _standing(connection: Connection, report: str) -> tuple[dict[str, Any], dict[str, int]]:
    """The claims that dateline makes of a report, and those that stand as a person judged, with the judgement."""
    rows = list(connection.execute(_STANDING, {"asked": report}))
    made = {row.id: row for row in rows if row.judgement is None}
    return made, {row.id: row.judgement for row in rows if row.judgement is not None}


def _is_same(reading: Reading, id_: str, content: str, text: str) -> bool:
    made = reading.claims.get(id_)
    return made is not None and made.claim["content"] == content and text == reading.report["sha256"]


def _add_report(connection: Connection, report: Row, stamp: Stamp) -> int:
    before = connection.execute(_LAST_REPORT, {"asked": report["id"]}).scalar()
    revision = 1 + (before or 0)
    stamped = {"revision": revision, "recorded_run": stamp.run, "recorded_at": stamp.at}
    connection.execute(_INSERT[REPORT], report | stamped)
    return revision


def _add_reading(connection: Connection, report: str, revision: int, stamp: Stamp) -> int:
    values = {"report": report, "revision": revision, "run": stamp.run, "recorded_at": stamp.at}
    key = connection.execute(_INSERT[REPORT_READ], values).inserted_primary_key
    return int(key[0]) if key else 0


def _withdraw_claims(connection: Connection, rows: Sequence[Any], stamp: Stamp) -> None:
    """Say that dateline makes claims no more; what a judgement stands for has been withdrawn before."""
    for row in rows:
        values: Row = {"withdrawn_run": stamp.run, "withdrawn_at": stamp.at}
        if row.outranked is not None:
            values = {"outranked": None}
        connection.execute(
            update(CLAIM).where(CLAIM.c.id == row.id, CLAIM.c.revision == row.revision).values(values)
        )


def _add_outranked(
    connection: Connection,
    claims: Sequence[ClaimRows],
    revision: int,
    stamp: Stamp,
    judged: Mapping[str, int],
) -> None:
    """Add claims that a person's judgement stands for: kept beside it, withdrawn from the start."""
    struck = {"withdrawn_run": stamp.run, "withdrawn_at": stamp.at}
    rows = [
        ClaimRows(rows.claim | struck | {"outranked": judged[rows.claim["id"]]}, rows.children)
        for rows in claims
    ]
    add_claims(connection, rows, revision, stamp)


def add_claims(connection: Connection, claims: Sequence[ClaimRows], revision: int, stamp: Stamp) -> None:
    """Add claims that were read from, or judged in, a revision of one report, each as its next revision."""
    if not claims:
        return
    before = _last_revisions(connection, claims[0].claim["report"])
    stamped = {"report_revision": revision, "recorded_run": stamp.run, "recorded_at": stamp.at}
    parents: list[Row] = []
    children: dict[str, list[Row]] = {}
    for rows in claims:
        id_ = rows.claim["id"]
        number = 1 + before.get(id_, 0)
        parents.append(rows.claim | stamped | {"revision": number})
        for name, hanging in rows.children.items():
            children.setdefault(name, []).extend({**row, "claim": id_, "revision": number} for row in hanging)
    connection.execute(_INSERT[CLAIM], parents)
    for table in (CLAIM_ACTOR, FIGURE, ALSO, DECISION, SCORE):
        _add_rows(connection, table, children.get(table.name, ()))


def _last_revisions(connection: Connection, report: str) -> dict[str, int]:
    rows = connection.execute(_LAST_CLAIMS, {"asked": report})
    return {row.id: row.last for row in rows}


def _add_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(_INSERT[table], rows)


def _exchange_faults(connection: Connection, report: ReportId, faults: Sequence[Row], stamp: Stamp) -> None:
    """Withdraw a report's faults that were not met again, and add those that are new."""
    standing = _standing_faults(connection, report)
    met = {_sign(fault) for fault in faults}
    for sign, id_ in standing:
        if sign not in met:
            _withdraw_fault(connection, id_, stamp)
    _add_faults(connection, faults, {sign for sign, _ in standing}, stamp)


def _withdraw_fault(connection: Connection, id_: int, stamp: Stamp) -> None:
    connection.execute(
        update(FAULT).where(FAULT.c.id == id_).values(withdrawn_run=stamp.run, withdrawn_at=stamp.at)
    )


def add_faults(connection: Connection, faults: Iterable[Fault], stamp: Stamp) -> None:
    """Add faults that no report was recorded with, such as a file that could not be read; each once."""
    _known_run(connection, stamp.run)
    rows = [fault_row(fault) for fault in faults]
    known: set[tuple[Any, ...]] = set()
    for report in {row["report"] for row in rows}:
        known |= {sign for sign, _ in _standing_faults(connection, report)}
    _add_faults(connection, rows, known, stamp)


def settle_faults(connection: Connection, places: Iterable[str], met: Iterable[Fault], stamp: Stamp) -> None:
    """Withdraw the faults about files and folders that were read to their end and did not show them again."""
    _known_run(connection, stamp.run)
    again = {_sign(fault_row(fault)) for fault in met}
    asked = tuple(places)
    for sign, id_ in _standing_faults(connection, None):
        about = sign[-2]
        if sign not in again and about is not None and any(_lies_in(about, place) for place in asked):
            _withdraw_fault(connection, id_, stamp)


def _lies_in(about: str, place: str) -> bool:
    """Whether a fault is about a place, a line of it (a.jsonl:7) or a file below it."""
    rest = about.removeprefix(place.rstrip("/\\"))
    return rest != about and rest[:1] in {"", ":", "/", "\\"}


def _add_faults(
    connection: Connection, faults: Iterable[Row], known: set[tuple[Any, ...]], stamp: Stamp
) -> None:
    fresh = {_sign(fault): fault for fault in faults if _sign(fault) not in known}
    rows = [{**fault, "run": stamp.run, "recorded_at": stamp.at} for fault in fresh.values()]
    _add_rows(connection, FAULT, rows)


def _standing_faults(connection: Connection, report: str | None) -> list[tuple[tuple[Any, ...], int]]:
    rows = connection.execute(_STANDING_FAULTS, {"asked": report})
    return [(_sign(row._asdict()), row.id) for row in rows]


def _sign(fault: Mapping[str, Any]) -> tuple[Any, ...]:
    """What makes two faults one."""
    return tuple(fault[name] for name in ("stage", "code", "report", "start", "end", "about", "message"))
