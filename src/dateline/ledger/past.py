"""A ledger and a report or claim -> what it held of it before: revisions, readings, withdrawals, faults."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, select

from dateline.errors import UsageError
from dateline.ledger.schema import CLAIM, FAULT, REPORT, REPORT_READ, RUN
from dateline.ledger.translate import fault_from
from dateline.records import ClaimId, Fault, ReportId

if TYPE_CHECKING:
    from dateline.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class ReportRevision:
    """One text or date of a report as it was first recorded; `stands` says that it is the one read last."""

    revision: int
    recorded_at: datetime
    published: date | None
    sha256: str
    version: str
    model: str
    stands: bool


@dataclass(frozen=True, slots=True)
class ClaimRevision:
    """One telling of a claim: when it was recorded, from which revision of its report, and when withdrawn."""

    revision: int
    report_revision: int
    recorded_at: datetime
    version: str
    withdrawn_at: datetime | None


def report_id(ledger: Ledger, prefix: str) -> ReportId:
    """The one report whose id is, or begins with, `prefix`.

    Raises:   UsageError, when there is none or more than one.
    """
    id_ = REPORT.c.id
    with ledger.reading() as connection:
        if connection.execute(select(id_).where(id_ == prefix).limit(1)).scalar() is not None:
            return ReportId(prefix)
        # A range and not substr(), so that the key's index serves; no id has a letter above the last one there is.
        begun = select(id_).distinct().where(id_ >= prefix, id_ < prefix + chr(0x10FFFF)).limit(2)
        ids = list(connection.execute(begun.order_by(id_)).scalars()) if prefix else []
    if len(ids) == 1:
        return ReportId(ids[0])
    if ids:
        msg = f"several reports begin with {prefix!r}, such as {ids[0]} and {ids[1]}; give more of the id"
        raise UsageError(msg)
    msg = f"the ledger holds no report {prefix!r}; `reports` lists those it holds"
    raise UsageError(msg)


def report_revisions(ledger: Ledger, report: ReportId) -> tuple[ReportRevision, ...]:
    """All revisions of a report, the first recorded first."""
    c, read = REPORT.c, REPORT_READ.c
    asked = (
        select(c.revision, c.recorded_at, c.published, c.sha256, RUN.c.version, RUN.c.model)
        .join(RUN, RUN.c.id == c.recorded_run)
        .where(c.id == report)
        .order_by(c.revision)
    )
    # By the key of what was read, so that the index on report and revision serves.
    last = select(read.revision).where(read.report == report).order_by(read.id.desc()).limit(1)
    with ledger.reading() as connection:
        standing = connection.execute(last).scalar()
        rows = connection.execute(asked).all()
    return tuple(ReportRevision(*row, stands=row.revision == standing) for row in rows)


def claim_revisions(ledger: Ledger, claim: ClaimId) -> tuple[ClaimRevision, ...]:
    """All tellings of a claim, the first recorded first."""
    c = CLAIM.c
    asked = (
        select(c.revision, c.report_revision, c.recorded_at, RUN.c.version, c.withdrawn_at)
        .join(RUN, RUN.c.id == c.recorded_run)
        .where(c.id == claim)
        .order_by(c.revision)
    )
    with ledger.reading() as connection:
        return tuple(ClaimRevision(*row) for row in connection.execute(asked))


def report_faults(ledger: Ledger, report: ReportId) -> tuple[Fault, ...]:
    """What could not be read of a report, by place in it."""
    c = FAULT.c
    of = ((c.report == report) | (c.about == report)) & c.withdrawn_run.is_(None)
    with ledger.reading() as connection:
        return tuple(_faults(connection, of))


def _faults(connection: Connection, of: ColumnElement[bool]) -> list[Fault]:
    c = FAULT.c
    rows: Any = connection.execute(select(FAULT).where(of).order_by(c.start, c.stage, c.code, c.id))
    return [fault_from(row._asdict()) for row in rows]
