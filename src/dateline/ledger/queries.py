"""A connection and a question -> records of the ledger, in a stable order. All asking SQL stands here.

Claims are ordered by the day their report was published (those without a day last), the report's id, the
start of their evidence and their own id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    bindparam,
    func,
    select,
    tuple_,
)

from dateline.errors import UsageError
from dateline.ledger.filters import EVERY, SCORED, ClaimFilter, conditions
from dateline.ledger.rows import Rows
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
from dateline.ledger.translate import claim_from, fault_from, report_from
from dateline.ledger.types import Day, Flag, Json, Moment
from dateline.records import Claim, Fault, Figure, Report, ReportId, Told

ClaimKey = tuple[str, int]
ReportKey = tuple[ReportId, int]
Children = dict[ClaimKey, dict[str, list[Mapping[str, Any]]]]


@dataclass(frozen=True, slots=True)
class Run:
    """One call of dateline that wrote to the ledger; `finished` is None while it runs or after a crash."""

    id: int
    version: str
    model: str
    started: datetime
    finished: datetime | None
    arguments: Mapping[str, Any] | str


# Columns of the tables of claims and figures that are put together from other rows, with their meaning.
GATHERED = {
    "actors": "Who did it, names joined by a semicolon.",
    "targets": "To whom or what it was done, names joined by a semicolon.",
    "confidence": "How sure the claim is, 0 to 1: the lower of its kind's and its status's score.",
    **{f"confidence_{field}": f"How sure its {field} is, 0 to 1; empty without a value." for field in SCORED},
}
_GATHERED_COLUMNS = {name: "degree" if name.startswith("confidence") else "text" for name in GATHERED}
# What a table of figures says of the claim that each figure belongs to.
_OF_CLAIM = (
    "report",
    "kind",
    "status",
    "when_start",
    "when_end",
    "when_precision",
    "where_name",
    "where_country",
    "where_lat",
    "where_lon",
    "where_precision",
    "source_name",
    "source_type",
    "quote",
)


def runs(connection: Connection) -> Rows[Run]:
    """All runs, in the order in which they began."""
    rows = _found(connection, select(RUN).order_by(RUN.c.id))
    return Rows([Run(**row) for row in rows], rows, _columns(RUN.c))


def reports(connection: Connection, asked: ClaimFilter = EVERY) -> Rows[Report]:
    """The standing revision of every report, by day of publication and id; of a filter, only the clocks count."""
    order = (REPORT.c.published.is_(None), REPORT.c.published, REPORT.c.id)
    standing = _standing_reports(asked.known_at)
    if asked.said_by is not None:
        standing = standing.where(REPORT.c.published <= asked.said_by)
    rows = _found(connection, standing.order_by(*order))
    return Rows([report_from(row) for row in rows], rows, _columns(REPORT.c))


def report(connection: Connection, report_id: str, revision: int | None = None) -> Report:
    """One report, in its standing revision or in the one that is asked for.

    Raises:   UsageError, when the ledger holds no such report or revision.
    """
    if revision is None:
        asked = standing_report(report_id)
    else:
        asked = select(REPORT).where(REPORT.c.id == report_id, REPORT.c.revision == revision)
    rows = _found(connection, asked)
    if not rows:
        which = "" if revision is None else f" in revision {revision}"
        msg = f"the ledger holds no report {report_id!r}{which}; `reports` lists those it holds"
        raise UsageError(msg)
    return report_from(rows[0])


def standing_report(report_id: str) -> Select[Any]:
    """The revision of one report that was read last."""
    read = REPORT_READ.c
    # By its own readings: to find the last ones of all reports first takes half a second where there are many.
    last = select(read.revision).where(read.report == report_id).order_by(read.id.desc()).limit(1)
    return select(REPORT).where(REPORT.c.id == report_id, REPORT.c.revision == last.scalar_subquery())


def _standing_reports(known_at: datetime | None = None) -> Select[Any]:
    """Each report in the revision that was read last, or that had been read last at a moment."""
    last = select(func.max(REPORT_READ.c.id)).group_by(REPORT_READ.c.report)
    if known_at is not None:
        last = last.where(REPORT_READ.c.recorded_at <= known_at)
    standing = select(REPORT_READ.c.report, REPORT_READ.c.revision).where(REPORT_READ.c.id.in_(last))
    return select(REPORT).where(tuple_(REPORT.c.id, REPORT.c.revision).in_(standing))


# Built once: it is asked for every report that is read.
_LAST_READING = (
    select(REPORT.c.revision, RUN.c.version, RUN.c.model)
    .join(REPORT_READ, (REPORT_READ.c.report == REPORT.c.id) & (REPORT_READ.c.revision == REPORT.c.revision))
    .join(RUN, RUN.c.id == REPORT_READ.c.run)
    .where(REPORT.c.id == bindparam("asked"), REPORT.c.digest == bindparam("asked_digest"))
    .order_by(REPORT_READ.c.id.desc())
    .limit(1)
)


def last_reading(connection: Connection, report_id: str, digest: str) -> tuple[int, str, str] | None:
    """Of the revision with this digest: its number, and the version and model that read it last."""
    row = connection.execute(_LAST_READING, {"asked": report_id, "asked_digest": digest}).one_or_none()
    return None if row is None else (row.revision, row.version, row.model)


def claims(connection: Connection, asked: ClaimFilter) -> Rows[Claim]:
    """The claims that pass a filter, standing ones only unless it says otherwise."""
    rows, hanging = claim_rows(connection, asked)
    columns = _columns(CLAIM.c) | _GATHERED_COLUMNS
    return Rows([claim_from(row, hanging[_key(row)]) for row in rows], rows, columns)


def told(connection: Connection, asked: ClaimFilter) -> tuple[Told, ...]:
    """The claims that pass a filter, each with its report in the revision that it was read from."""
    return told_where(connection, conditions(asked))


def among(keys: Collection[ClaimKey]) -> ColumnElement[bool]:
    """The claims of some ids and revisions, as a condition on their table.

    The ids are asked for on their own as well: for pairs in a list SQLite goes through the whole table.
    """
    return CLAIM.c.id.in_({id_ for id_, _ in keys}) & tuple_(CLAIM.c.id, CLAIM.c.revision).in_(list(keys))


def told_where(connection: Connection, chosen: ColumnElement[bool]) -> tuple[Told, ...]:
    """The claims of a condition on their table, each with its report in the revision that it was read from."""
    rows, hanging = _claim_rows(connection, chosen)
    keys = select(CLAIM.c.report, CLAIM.c.report_revision).where(chosen)
    texts = select(REPORT).where(tuple_(REPORT.c.id, REPORT.c.revision).in_(keys))
    read = {(row["id"], row["revision"]): report_from(row) for row in _found(connection, texts)}
    return tuple(
        Told(claim_from(row, hanging[_key(row)]), read[row["report"], row["report_revision"]]) for row in rows
    )


def some_told(connection: Connection, keys: Collection[ClaimKey]) -> list[Told]:
    """Some claims by id and revision, each with its report, in no order."""
    return [one for some in _lots(keys) for one in told_where(connection, among(some))]


def texts(connection: Connection, keys: Collection[ReportKey]) -> dict[ReportKey, Report]:
    """Reports by id and revision."""
    found = {}
    for some in _lots(keys):
        ids = {id_ for id_, _ in some}
        asked = select(REPORT).where(REPORT.c.id.in_(ids), tuple_(REPORT.c.id, REPORT.c.revision).in_(some))
        for row in _found(connection, asked):
            found[ReportId(row["id"]), int(row["revision"])] = report_from(row)
    return found


def _lots(keys: Collection[Any]) -> Iterator[list[Any]]:
    chosen = list(keys)
    for at in range(0, len(chosen), AT_ONCE):
        yield chosen[at : at + AT_ONCE]


AT_ONCE = 2_000  # SQLite takes some 32,000 values in a question, and a claim is asked for by three


def figures(connection: Connection, asked: ClaimFilter) -> Rows[tuple[Claim, Figure]]:
    """The figures of the claims that pass a filter, each with its claim; of one measure, if that is asked.

    A least confidence holds for the figures as well.
    """
    if asked.min_confidence is not None:
        asked = replace(asked, sure_of=(*asked.sure_of, "figures"))
    rows, hanging = claim_rows(connection, asked)
    pairs, table = [], []
    for row in rows:
        claim = claim_from(row, hanging[_key(row)])
        for figure, figure_row in zip(claim.figures, hanging[_key(row)]["figure"], strict=True):
            if asked.measure in (None, figure.measure):
                pairs.append((claim, figure))
                table.append({**{name: row[name] for name in (*_OF_CLAIM, *_GATHERED_COLUMNS)}, **figure_row})
    columns = _columns(FIGURE.c) | _columns(CLAIM.c[name] for name in _OF_CLAIM)
    return Rows(pairs, table, columns | _GATHERED_COLUMNS)


def claim(connection: Connection, prefix: str, *, include_withdrawn: bool = False) -> Claim:
    """The one claim whose id is, or begins with, `prefix`; a withdrawn one in its latest revision.

    Raises:   UsageError, when there is none or more than one.
    """
    ids = _ids_with(connection, prefix, include_withdrawn=include_withdrawn)
    if not prefix or not ids:
        withdrawn = not include_withdrawn and prefix and _ids_with(connection, prefix, include_withdrawn=True)
        why = "it was withdrawn" if withdrawn else "`claims` lists those it holds"
        msg = f"the ledger holds no claim {prefix!r}; {why}"
        raise UsageError(msg)
    if len(ids) > 1:
        msg = f"{len(ids)} claims begin with {prefix!r}, such as {ids[0]} and {ids[1]}; give more of the id"
        raise UsageError(msg)
    # The one that stands, which need not be the last: dateline's own may have come after a person's.
    order = (CLAIM.c.withdrawn_run.is_not(None), CLAIM.c.revision.desc())
    asked = select(CLAIM.c.revision).where(CLAIM.c.id == ids[0]).order_by(*order).limit(1)
    chosen = (CLAIM.c.id == ids[0]) & (CLAIM.c.revision == asked.scalar_subquery())
    (row,) = _found(connection, select(CLAIM).where(chosen))
    return claim_from(row, children(connection, chosen)[_key(row)])


def _ids_with(connection: Connection, prefix: str, *, include_withdrawn: bool) -> list[str]:
    """The ids that begin with a prefix; only the one that equals it, if there is such a one."""
    # A range and not substr(), so that the key's index serves; no id has a letter above the last one there is.
    asked = select(CLAIM.c.id).distinct().where(CLAIM.c.id >= prefix, CLAIM.c.id < prefix + chr(0x10FFFF))
    if not include_withdrawn:
        asked = asked.where(CLAIM.c.withdrawn_run.is_(None))
    ids = list(connection.execute(asked.order_by(CLAIM.c.id)).scalars())
    return [prefix] if prefix in ids else ids


def standing_ids(connection: Connection, report_id: str) -> frozenset[str]:
    """The ids of the claims of a report that stand."""
    asked = select(CLAIM.c.id).where(CLAIM.c.report == report_id, CLAIM.c.withdrawn_run.is_(None))
    return frozenset(connection.execute(asked).scalars())


def faults(connection: Connection, *, include_withdrawn: bool = False) -> Rows[Fault]:
    """What could not be read, by report, place in it, and stage; faults about no report last."""
    order = [FAULT.c.report.is_(None), FAULT.c.report, FAULT.c.start, FAULT.c.stage, FAULT.c.code]
    asked = select(FAULT).order_by(*order, FAULT.c.about, FAULT.c.message, FAULT.c.id)
    if not include_withdrawn:
        asked = asked.where(FAULT.c.withdrawn_run.is_(None))
    rows = _found(connection, asked)
    return Rows([fault_from(row) for row in rows], rows, _columns(FAULT.c))


def claim_rows(connection: Connection, asked: ClaimFilter) -> tuple[list[dict[str, Any]], Children]:
    """The rows of the claims that pass a filter, in order, and all rows that hang on them, by table."""
    return _claim_rows(connection, conditions(asked))


def _claim_rows(connection: Connection, chosen: ColumnElement[bool]) -> tuple[list[dict[str, Any]], Children]:
    published = REPORT.c.published
    asked_rows = (
        select(CLAIM)
        .join(REPORT, (REPORT.c.id == CLAIM.c.report) & (REPORT.c.revision == CLAIM.c.report_revision))
        .where(chosen)
        .order_by(published.is_(None), published, CLAIM.c.report, CLAIM.c.evidence_start)
        .order_by(CLAIM.c.id, CLAIM.c.revision)
    )
    hanging = children(connection, chosen)
    rows = []
    for row in _found(connection, asked_rows):
        actors = hanging[_key(row)]["claim_actor"]
        names = {f"{role}s": _names(actors, role) for role in ("actor", "target")}
        rows.append({**row, **names, **_sureness(hanging[_key(row)]["score"])})
    return rows, hanging


def _sureness(scores: Iterable[Mapping[str, Any]]) -> dict[str, float | None]:
    """A claim's scores under their names in GATHERED."""
    by_field = {score["field"]: score["value"] for score in scores}
    lowest = min((by_field[f] for f in ("kind", "status") if f in by_field), default=None)
    return {"confidence": lowest, **{f"confidence_{field}": by_field.get(field) for field in SCORED}}


def _names(actors: Iterable[Mapping[str, Any]], role: str) -> str:
    return "; ".join(actor["name"] for actor in actors if actor["role"] == role)


def children(connection: Connection, chosen: ColumnElement[bool]) -> Children:
    """All rows that hang on the chosen claims, by claim, then by table, in order."""
    keys = select(CLAIM.c.id, CLAIM.c.revision).where(chosen)
    found: Children = defaultdict(lambda: defaultdict(list))
    for table in (CLAIM_ACTOR, FIGURE, ALSO, DECISION, SCORE):
        asked = select(table).where(tuple_(table.c.claim, table.c.revision).in_(keys))
        for row in _found(connection, asked.order_by(*table.primary_key.columns)):
            found[row["claim"], row["revision"]][table.name].append(row)
    return found


def _key(row: Mapping[str, Any]) -> ClaimKey:
    return row["id"], row["revision"]


def _found(connection: Connection, asked: Select[Any]) -> list[dict[str, Any]]:
    return [row._asdict() for row in connection.execute(asked)]


def _columns(columns: Iterable[Column[Any]]) -> dict[str, str]:
    """What each column holds, in the words of `rows`."""
    return {column.name: _holds(column) for column in columns}


def _holds(column: Column[Any]) -> str:
    for type_, holds in ((Day, "day"), (Moment, "moment"), (Flag, "flag"), (Json, "json")):
        if isinstance(column.type, type_):
            return holds
    return {"int": "count", "float": "degree", "str": "text"}[column.type.python_type.__name__]
