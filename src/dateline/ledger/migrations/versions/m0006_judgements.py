"""A ledger whose judgements are about pairs of claims -> one with a log of all that people decide, tied by hashes.

The judgements that there were become the first entries of the log, in the order in which they were made and
taken back.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from dateline.ledger.entries import FIRST, chained
from dateline.ledger.types import Json, Moment

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

COUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
VERDICTS = (
    "verdict IN ('same', 'different', 'accept', 'correct', 'reject', 'add', 'note', 'proof', 'round',"
    " 'finish', 'undo')"
)


def upgrade() -> None:
    """Make the log and carry over what was judged."""
    before = _before()
    op.drop_table("judgement")
    op.add_column("claim", sa.Column("judgement", COUNT))
    op.add_column("claim", sa.Column("outranked", COUNT))
    log = op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text()),
        sa.Column("report", sa.Text()),
        sa.Column("revision", sa.Integer()),
        *_words(""),
        sa.Column("other_claim", sa.Text()),
        sa.Column("other_report", sa.Text()),
        *_words("other_"),
        sa.Column("field", sa.Text()),
        sa.Column("words_start", COUNT),
        sa.Column("words_end", COUNT),
        *(sa.Column(name, Json()) for name in ("old", "new", "shown")),
        sa.Column("round", COUNT),
        sa.Column("undoes", COUNT),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("recorded_at", Moment(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("judgement_key")),
        sa.UniqueConstraint("undoes", name=op.f("judgement_undoes_once")),
        *(sa.CheckConstraint(rule, name=op.f(f"judgement_{name}")) for name, rule in _rules().items()),
        sqlite_strict=True,
    )
    op.create_index("judgement_report", "judgement", ["report"])
    _carry_over(log, before)
    _make_judged()


def _words(prefix: str) -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column(f"{prefix}start", COUNT),
        sa.Column(f"{prefix}end", COUNT),
        sa.Column(f"{prefix}quote", sa.Text()),
    )


def _rules() -> dict[str, str]:
    return {
        "verdict": VERDICTS,
        "number": "id >= 1",
        "about": _forward("start", '"end"'),
        "other": _forward("other_start", "other_end"),
        "words": _forward("words_start", "words_end"),
        "quote": "start IS NULL OR (report IS NOT NULL AND quote <> '')",
        "other_quote": "other_start IS NULL OR (other_report IS NOT NULL AND other_quote <> '')",
        "undoes": "(verdict = 'undo') = (undoes IS NOT NULL)",
        "has_words": "verdict IN ('round', 'undo', 'finish') OR start IS NOT NULL",
        "by": "\"by\" <> ''",
        "hash": "length(previous) = 64 AND length(hash) = 64",
    }


def _forward(start: str, end: str) -> str:
    return f"({start} IS NULL) = ({end} IS NULL) AND {start} >= 0 AND {start} < {end}"


def _make_judged() -> None:
    op.create_table(
        "judged",
        sa.Column("judgement", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("judgement", name=op.f("judged_key")),
        sa.ForeignKeyConstraint(["judgement"], ["judgement.id"], name=op.f("judged_judgement_known")),
        sa.CheckConstraint("state IN ('held', 'idle', 'lost')", name=op.f("judged_state")),
        sa.CheckConstraint("(state = 'held') = (claim IS NOT NULL)", name=op.f("judged_claim")),
        sqlite_strict=True,
    )
    op.create_index("judged_claim", "judged", ["claim"])


def _before() -> list[dict[str, Any]]:
    typed = [sa.column("recorded_at", Moment()), sa.column("withdrawn_at", Moment())]
    plain: list[sa.ColumnClause[Any]] = [
        sa.column(name) for name in ("id", "verdict", "by", "why", "withdrawn_by")
    ]
    plain += [
        sa.column(f"{side}_{name}")
        for side in ("one", "other")
        for name in ("report", "start", "end", "quote")
    ]
    asked = sa.select(*plain, *typed).select_from(sa.table("judgement")).order_by(sa.column("id"))
    return [row._asdict() for row in op.get_bind().execute(asked)]


def _carry_over(log: sa.Table, before: list[dict[str, Any]]) -> None:
    """Judgements and withdrawals, in the order of time, as entries that follow each other."""
    acts = [(row["recorded_at"], 0, row["id"], row) for row in before]
    acts += [(row["withdrawn_at"], 1, row["id"], row) for row in before if row["withdrawn_at"] is not None]
    numbers: dict[int, int] = {}
    previous = FIRST
    for number, (at, is_undo, id_, row) in enumerate(sorted(acts, key=lambda act: act[:3]), 1):
        said = {column.name: None for column in log.c} | {"id": number, "recorded_at": at, "why": ""}
        if is_undo:
            said |= {"verdict": "undo", "by": row["withdrawn_by"], "undoes": numbers[id_]}
        else:
            numbers[id_] = number
            said |= {"verdict": row["verdict"], "by": row["by"], "why": row["why"]}
            for name in ("report", "start", "end", "quote"):
                said |= {name: row[f"one_{name}"], f"other_{name}": row[f"other_{name}"]}
        said = chained(said, previous)
        previous = said["hash"]
        op.get_bind().execute(sa.insert(log), said)
