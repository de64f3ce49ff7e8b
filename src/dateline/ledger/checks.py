"""A finished ledger -> what is wrong with it, in sentences; nothing, if every invariant holds.

It believes no writer: words are cut from the text again, hashes made again, records built again. What is odd
but breaks no rule begins with "warning:".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from dateline.errors import LedgerError, UsageError
from dateline.ledger import queries, settling
from dateline.ledger.entries import broken
from dateline.ledger.filters import ClaimFilter
from dateline.ledger.reviewed import State
from dateline.ledger.schema import JUDGED, JUDGEMENT, REPORT, REPORT_READ
from dateline.ledger.store import Ledger
from dateline.ledger.translate import ClaimRows, claim_from, claim_rows, report_from, report_row, sha256
from dateline.records import Claim, Report

UNITS = frozenset(("people", "things", "attacks"))
PRECISIONS = frozenset(("day", "week", "month", "season", "year", "decade", "span"))


def check(ledger: Ledger) -> tuple[str, ...]:
    """Prove a ledger's invariants anew.

    Returns:  one sentence for each thing that is wrong, warnings last; empty, if the ledger is sound.
    Raises:   LedgerError, when the file cannot be read at all.
    """
    with ledger.reading() as connection:
        found = list(_check_file(connection))
        if not found:  # a damaged file would only repeat itself in every row
            found = [*_check_reports(connection), *_check_readings(connection), *_check_claims(connection)]
            found += [*_check_judgements(connection)]
    return tuple(sorted(found, key=lambda line: line.startswith("warning:")))


def _check_file(connection: Connection) -> Iterator[str]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield f"the file is damaged: {said}"
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} points to a row of {parent} that is not there"


def _check_reports(connection: Connection) -> Iterator[str]:
    asked = select(REPORT).order_by(REPORT.c.id, REPORT.c.revision)
    for row in (found._asdict() for found in connection.execute(asked)):
        name = f"report {row['id']} in revision {row['revision']}"
        if sha256(row["text"]) != row["sha256"]:
            yield f"{name}: the text is not the one that was recorded (its hash differs)"
            continue
        try:
            report = report_from(row)
        except ValueError as error:
            yield f"{name}: {error}"
            continue
        if report_row(report)["digest"] != row["digest"]:
            yield f"{name}: what is told of it is not what was recorded (its digest differs)"


def _check_readings(connection: Connection) -> Iterator[str]:
    read = select(REPORT_READ.c.report, REPORT_READ.c.revision)
    for id_, revision in connection.execute(select(REPORT.c.id, REPORT.c.revision).except_(read)):
        yield f"report {id_} in revision {revision}: no reading of it was recorded"


def _check_claims(connection: Connection) -> Iterator[str]:
    asked = select(REPORT.c.id, REPORT.c.revision, REPORT.c.text)
    texts = {(id_, revision): text for id_, revision, text in connection.execute(asked)}
    standing = {report.id: report.text for report in queries.reports(connection)}
    rows, children = queries.claim_rows(connection, ClaimFilter(include_withdrawn=True))
    for row in rows:
        name = f"claim {row['id']} in revision {row['revision']}"
        text = texts[row["report"], row["report_revision"]]
        if row["withdrawn_run"] is None and standing.get(row["report"]) != text:
            yield f"{name}: it stands, but was read from a text that does not"
        try:
            hanging = children[row["id"], row["revision"]]
            claim = claim_from(row, hanging)
            again = claim_rows(claim, Report(claim.report, text))
        except (ValueError, LedgerError) as error:
            yield f"{name}: {error}"
            continue
        yield from (f"{name}: {problem}" for problem in _differences(again, row, hanging))
        yield from (f"warning: {name}: {oddity}" for oddity in _oddities(claim, text))


def _check_judgements(connection: Connection) -> Iterator[str]:
    """The log is whole, and every claim is what dateline and the log together make of it."""
    asked = select(JUDGEMENT).order_by(JUDGEMENT.c.id)
    torn = list(broken(row._asdict() for row in connection.execute(asked)))
    if torn:
        yield from torn
        return
    judged = select(JUDGEMENT.c.report).where(JUDGEMENT.c.report.is_not(None)).distinct()
    for report in connection.execute(judged.order_by(JUDGEMENT.c.report)).scalars():
        try:
            made = settling.planned(connection, report)
        except (ValueError, LedgerError, UsageError) as error:
            yield f"report {report}: its judgements cannot be heard: {error}"
            continue
        if made is not None and made.outcome.judged != _remembered(connection, report):
            yield f"report {report}: people's judgements are not held by the claims that they are about"
        for row in () if made is None else made.gone:
            yield f"claim {row['id']} in revision {row['revision']}: it is not what people judged it to be"
        for rows in () if made is None else made.new:
            yield f"claim {rows.claim['id']}: people's judgements make it another than the ledger has"
    yield from _lost(connection)


def _remembered(connection: Connection, report: str) -> dict[int, tuple[State, str | None]]:
    asked = select(JUDGED).join(JUDGEMENT, JUDGEMENT.c.id == JUDGED.c.judgement)
    rows = connection.execute(asked.where(JUDGEMENT.c.report == report))
    return {row.judgement: (State(row.state), row.claim) for row in rows}


def _lost(connection: Connection) -> Iterator[str]:
    asked = (
        select(JUDGEMENT.c.id, JUDGEMENT.c.verdict, JUDGEMENT.c.by, JUDGEMENT.c.report)
        .join(JUDGED, JUDGED.c.judgement == JUDGEMENT.c.id)
        .where(JUDGED.c.state == State.LOST.value)
    )
    for row in connection.execute(asked.order_by(JUDGEMENT.c.id)):
        yield (
            f"warning: judgement {row.id} ({row.verdict}, by {row.by}) has lost its words in report {row.report};"
            " it is kept, without effect"
        )


def _differences(again: ClaimRows, row: Mapping[str, Any], hanging: Mapping[str, Any]) -> Iterator[str]:
    """Where a claim that was built again from its rows and its report does not give the same rows."""
    for column, value in again.claim.items():
        if row[column] != value:
            yield f"its {column} is {row[column]!r}, but what it was read from gives {value!r}"
    for figure, kept in zip(again.children["figure"], hanging.get("figure", ()), strict=True):
        if figure["words"] != kept["words"]:
            yield f"a figure's words are {kept['words']!r}, but the text says {figure['words']!r}"


def _oddities(claim: Claim, text: str) -> Iterator[str]:
    if claim.when and claim.when.precision not in PRECISIONS:
        yield f"its time has the precision {claim.when.precision!r}, which is not one of ours"
    for figure in claim.figures:
        if figure.unit not in UNITS:
            yield f"its figure {figure.span.of(text)!r} counts in {figure.unit!r}, which is not one of ours"
        if not any(words.covers(figure.span) for words in (claim.evidence, *claim.also)):
            yield f"its figure {figure.span.of(text)!r} lies outside the words that it stands on"
