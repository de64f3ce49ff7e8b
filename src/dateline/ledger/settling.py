"""A connection and a report -> its standing claims brought to what people's judgements make of dateline's.

Dateline's own revisions of a claim stay: one that a judgement replaces or strikes is withdrawn and says so
(`outranked`), and comes back as a further revision when the judgement is taken back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from dateline.ledger import judgements, queries, recording
from dateline.ledger.entries import ABOUT_CLAIMS
from dateline.ledger.recording import Stamp
from dateline.ledger.reviewed import Outcome, Standing, apply
from dateline.ledger.rounds import Round, counting, rounds
from dateline.ledger.schema import CLAIM, JUDGED, JUDGEMENT, REPORT, RUN
from dateline.ledger.translate import ClaimRows, claim_from, claim_rows, report_from
from dateline.records import Claim, ClaimId, Report

# What a run of people's judgements has for a model.
PEOPLE = "person"
# The claims that dateline makes of its reports, whether they stand or a person's judgement stands for them.
MADE = CLAIM.c.judgement.is_(None) & (CLAIM.c.withdrawn_run.is_(None) | CLAIM.c.outranked.is_not(None))
_ABOUT = JUDGEMENT.c.verdict.in_([verdict.value for verdict in ABOUT_CLAIMS])


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to change so that a report's standing claims are those that judgements make of dateline's."""

    report: Report
    revision: int
    outcome: Outcome
    gone: tuple[Mapping[str, Any], ...]
    new: tuple[ClaimRows, ...]


def is_judged(connection: Connection, report: str) -> bool:
    """Whether anybody has ever judged a claim of a report."""
    asked = select(JUDGEMENT.c.id).where(JUDGEMENT.c.report == report, _ABOUT).limit(1)
    return connection.execute(asked).first() is not None


def settle(connection: Connection, report: str, stamp: Stamp) -> None:
    """Bring a report's standing claims to what judgements make of them; nothing happens where they are."""
    made = planned(connection, report)
    if made is None:
        return
    struck = made.outcome.outranked
    for row in made.gone:
        values: dict[str, Any] = {"withdrawn_run": stamp.run, "withdrawn_at": stamp.at}
        if row["judgement"] is None:
            values["outranked"] = struck.get(row["id"])
        connection.execute(update(CLAIM).where(_is(row)).values(values))
    _give_back(connection, report, made)
    recording.add_claims(connection, made.new, made.revision, stamp)
    _remember(connection, report, made.outcome)


def _is(row: Mapping[str, Any]) -> Any:
    return (CLAIM.c.id == row["id"]) & (CLAIM.c.revision == row["revision"])


def _give_back(connection: Connection, report: str, made: Plan) -> None:
    """Claims that no judgement stands for any more stand by themselves again, in a further revision."""
    held = (CLAIM.c.report == report) & CLAIM.c.outranked.is_not(None)
    free = held & CLAIM.c.id.not_in(list(made.outcome.outranked))
    connection.execute(update(CLAIM).where(free).values(outranked=None))


def _remember(connection: Connection, report: str, outcome: Outcome) -> None:
    here = select(JUDGEMENT.c.id).where(JUDGEMENT.c.report == report)
    connection.execute(delete(JUDGED).where(JUDGED.c.judgement.in_(here)))
    rows = [
        {"judgement": number, "claim": claim, "state": state.value}
        for number, (state, claim) in outcome.judged.items()
    ]
    if rows:
        connection.execute(insert(JUDGED), rows)


def planned(connection: Connection, report: str) -> Plan | None:
    """What would have to change; None for a report that the ledger does not hold."""
    found = connection.execute(queries.standing_report(report)).one_or_none()
    if found is None:
        return None
    row = found._asdict()
    of = report_from(row)
    outcome = outcome_of(connection, of)
    standing = _standing(connection, report)
    wanted = {id_: _rows_of(one, of) for id_, one in outcome.claims.items()}
    stays = {
        id_
        for id_, have in standing.items()
        if id_ in wanted and wanted[id_].claim["content"] == have["content"] and have["text"] == row["sha256"]
    }
    gone = tuple(have for id_, have in standing.items() if id_ not in stays)
    new = tuple(rows for id_, rows in sorted(wanted.items()) if id_ not in stays)
    return Plan(of, row["revision"], outcome, gone, new)


def outcome_of(connection: Connection, of: Report, coder: tuple[Round, str] | None = None) -> Outcome:
    """What judgements make of a report's claims; with a round and its coder, what that coder sees while at it."""
    judged = judgements.about(connection, of.id)
    known = rounds(judgements.about_rounds(connection))
    counted = counting(judged, known)
    if coder is not None:
        held, name = coder
        own = {e.number for e in judged if e.round == held.number and held.coder(e.by) == name}
        counts = {e.number for e in counted if e.round is None or e.round < held.number} | own
        counted = tuple(e for e in judged if e.number in counts)
    asked = select(REPORT.c.revision, REPORT.c.text).where(REPORT.c.id == of.id)
    texts: dict[int, str] = {row.revision: row.text for row in connection.execute(asked)}
    return apply(of, tuple(made(connection, of.id)), counted, texts)


def made(connection: Connection, report: str) -> Iterator[Claim]:
    """The claims that dateline makes of a report, each as it last read it."""
    chosen = MADE & (CLAIM.c.report == report)
    children = queries.children(connection, chosen)
    for row in connection.execute(select(CLAIM).where(chosen).order_by(CLAIM.c.id, CLAIM.c.revision)):
        yield claim_from(row._asdict(), children[row.id, row.revision])


def _standing(connection: Connection, report: str) -> dict[ClaimId, dict[str, Any]]:
    c = CLAIM.c
    asked = (
        select(c.id, c.revision, c.content, c.judgement, REPORT.c.sha256.label("text"))
        .join(REPORT, (REPORT.c.id == c.report) & (REPORT.c.revision == c.report_revision))
        .where(c.report == report, c.withdrawn_run.is_(None))
    )
    return {row.id: row._asdict() for row in connection.execute(asked)}


def _rows_of(one: Standing, of: Report) -> ClaimRows:
    rows = claim_rows(one.claim, of)
    return ClaimRows(rows.claim | {"judgement": one.judgement}, rows.children)


def people_run(connection: Connection, version: str, at: datetime) -> int:
    """The run that people's judgements are written under: one for each version of dateline."""
    asked = select(RUN.c.id).where(RUN.c.model == PEOPLE, RUN.c.version == version).limit(1)
    run = connection.execute(asked).scalar()
    if run is not None:
        return int(run)
    values = {"version": version, "model": PEOPLE, "started": at, "arguments": "judgements"}
    run = recording.begin(connection, values)
    recording.finish(connection, Stamp(run, at))
    return run
