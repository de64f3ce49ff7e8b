"""A connection -> what people have decided of each claim, and what their judgements no longer fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from dateline.ledger import judgements, queries, settling
from dateline.ledger.entries import Entry, from_row
from dateline.ledger.reviewed import State
from dateline.ledger.rounds import Round, is_same
from dateline.ledger.schema import JUDGED, JUDGEMENT
from dateline.records import Claim, ClaimId, Verdict

BESIDE = frozenset((Verdict.NOTE, Verdict.PROOF))


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What people have decided of one claim.

    verdict:  accept, correct, reject or add: the last that stands; None where there are only notes.
    by, at:   who decided last, and when.
    fields:   the fields that a person has set; all of them where the claim was accepted or added.
    proof:    the standard of proof that a person says it meets, and who does.
    notes:    what was noted, in order. entries: all of the standing judgements, in order.
    """

    claim: ClaimId
    verdict: Verdict | None
    by: str
    at: datetime
    fields: frozenset[str]
    proof: str | None
    proof_by: str | None
    notes: tuple[Entry, ...]
    entries: tuple[Entry, ...]


def reviewed(connection: Connection, report: str | None = None) -> Mapping[ClaimId, Reviewed]:
    """What people have decided, by the claim that it is about now; rejected claims included."""
    asked = select(JUDGEMENT, JUDGED.c.claim.label("now")).join(JUDGED, JUDGED.c.judgement == JUDGEMENT.c.id)
    asked = asked.where(JUDGED.c.claim.is_not(None)).order_by(JUDGEMENT.c.id)
    if report is not None:
        asked = asked.where(JUDGEMENT.c.report == report)
    by_claim: dict[ClaimId, list[Entry]] = {}
    for row in connection.execute(asked):
        by_claim.setdefault(ClaimId(row.now), []).append(from_row(row._asdict()))
    return {claim: _summed(claim, tuple(entries)) for claim, entries in by_claim.items()}


def _summed(claim: ClaimId, entries: tuple[Entry, ...]) -> Reviewed:
    firm = [entry for entry in entries if entry.verdict not in BESIDE]
    proof = next((entry for entry in reversed(entries) if entry.verdict is Verdict.PROOF), None)
    whole = any(entry.verdict in {Verdict.ACCEPT, Verdict.ADD} for entry in firm)
    last = (firm or entries)[-1]
    return Reviewed(
        claim=claim,
        verdict=firm[-1].verdict if firm else None,
        by=last.by,
        at=last.at,
        fields=frozenset({"all"} if whole else {entry.field for entry in firm if entry.field}),
        proof=None if proof is None else str(proof.new),
        proof_by=None if proof is None else proof.by,
        notes=tuple(entry for entry in entries if entry.verdict is Verdict.NOTE),
        entries=entries,
    )


def seen(connection: Connection, report: str, coder: tuple[Round, str]) -> tuple[Claim, ...]:
    """The claims of a report as a coder of a round sees them, in the order of their words."""
    of = queries.report(connection, report)
    claims = [one.claim for one in settling.outcome_of(connection, of, coder).claims.values()]
    return tuple(sorted(claims, key=lambda claim: (claim.evidence.start, claim.id)))


def coding(connection: Connection, held: Round, coder: str) -> Mapping[ClaimId, Claim | None]:
    """What a coder left of each claim that they judged in a round; None for one that they rejected."""
    found: dict[ClaimId, Claim | None] = {}
    for report in held.reports:
        outcome = settling.outcome_of(connection, queries.report(connection, report), (held, coder))
        for entry in judgements.about(connection, report):
            if entry.round != held.number or not is_same(entry.by, coder) or entry.verdict in BESIDE:
                continue
            now = outcome.judged.get(entry.number, (State.LOST, None))[1] or entry.claim
            if now is not None:
                found[now] = outcome.claims[now].claim if now in outcome.claims else None
    return found


def judged(connection: Connection) -> int:
    """How many claims people have judged; noting something about one is no judging."""
    beside = [verdict.value for verdict in BESIDE]
    asked = (
        select(func.count(JUDGED.c.claim.distinct()))
        .join(JUDGEMENT, JUDGEMENT.c.id == JUDGED.c.judgement)
        .where(JUDGEMENT.c.verdict.not_in(beside))
    )
    return int(connection.execute(asked).scalar_one())


def unattached(connection: Connection) -> tuple[Entry, ...]:
    """The standing judgements whose words are gone, or of whose words nobody makes a claim any more.

    A rejection that nothing is left to reject of is at rest, and not told.
    """
    asked = (
        select(JUDGEMENT)
        .join(JUDGED, JUDGED.c.judgement == JUDGEMENT.c.id)
        .where(
            (JUDGED.c.state == State.LOST.value)
            | ((JUDGED.c.state == State.IDLE.value) & (JUDGEMENT.c.verdict != Verdict.REJECT.value))
        )
    )
    return tuple(from_row(row._asdict()) for row in connection.execute(asked.order_by(JUDGEMENT.c.id)))
