"""A connection and a person's decision about two claims -> rows of judgements, and back again.

A judgement is added, never edited: to take it back is to say who did so and when.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from dateline.errors import UsageError
from dateline.ledger.rows import Rows
from dateline.ledger.schema import CLAIM, JUDGEMENT
from dateline.records import Claim, Handle, Judgement, ReportId, Verdict


def handle(connection: Connection, claim: Claim) -> Handle:
    """What a judgement holds on to: a claim's words in its report.

    Raises:   UsageError, when the ledger does not hold the claim.
    """
    asked = select(CLAIM.c.quote).where(CLAIM.c.id == claim.id).order_by(CLAIM.c.revision.desc()).limit(1)
    quote = connection.execute(asked).scalar()
    if quote is None:
        msg = f"the ledger holds no claim {claim.id!r}; `claims` lists those it holds"
        raise UsageError(msg)
    return Handle(claim.report, claim.evidence.start, claim.evidence.end, quote)


def add(connection: Connection, judged: Judgement) -> int:
    """Record a judgement; its number.

    Raises:   UsageError, when nobody judged or a claim is judged against itself.
    """
    if not judged.by.strip():
        msg = "a judgement needs the name of who judged; give it with --by"
        raise UsageError(msg)
    if judged.one == judged.other:
        msg = "a claim cannot be judged against itself; name two claims"
        raise UsageError(msg)
    row = {
        "verdict": judged.verdict.value,
        **_sides(judged),
        "by": judged.by,
        "why": judged.why,
        "recorded_at": judged.at,
    }
    key = connection.execute(insert(JUDGEMENT), row).inserted_primary_key
    return int(key[0]) if key else 0


def withdraw(connection: Connection, number: int, by: str, at: datetime) -> None:
    """Take a judgement back.

    Raises:   UsageError, when there is no standing judgement of that number.
    """
    standing = (JUDGEMENT.c.id == number) & JUDGEMENT.c.withdrawn_at.is_(None)
    changed = connection.execute(update(JUDGEMENT).where(standing).values(withdrawn_by=by, withdrawn_at=at))
    if not changed.rowcount:
        msg = f"no judgement {number} stands; `judgements` lists those that do"
        raise UsageError(msg)


def standing(connection: Connection, known_at: datetime | None = None) -> Rows[Judgement]:
    """The judgements that stand, or stood at a moment, in the order in which they were made."""
    c = JUDGEMENT.c
    asked = select(JUDGEMENT).order_by(c.id)
    if known_at is None:
        asked = asked.where(c.withdrawn_at.is_(None))
    else:
        asked = asked.where(c.recorded_at <= known_at, (c.withdrawn_at > known_at) | c.withdrawn_at.is_(None))
    rows = [row._asdict() for row in connection.execute(asked)]
    holds = dict.fromkeys(c.keys(), "text") | {
        "id": "count",
        "recorded_at": "moment",
        "withdrawn_at": "moment",
    }
    return Rows([_judgement(row) for row in rows], rows, holds)


def _sides(judged: Judgement) -> dict[str, Any]:
    return {
        f"{side}_{name}": getattr(held, name)
        for side, held in (("one", judged.one), ("other", judged.other))
        for name in ("report", "start", "end", "quote")
    }


def _judgement(row: Mapping[str, Any]) -> Judgement:
    one, other = (
        Handle(
            ReportId(row[f"{side}_report"]), row[f"{side}_start"], row[f"{side}_end"], row[f"{side}_quote"]
        )
        for side in ("one", "other")
    )
    return Judgement(Verdict(row["verdict"]), one, other, row["by"], row["recorded_at"], row["why"])
