"""A ledger without judgements -> one that keeps what people decide about pairs of claims."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from dateline.ledger.types import Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

COUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table; nothing that was there is touched."""
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        *_handle("one"),
        *_handle("other"),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("recorded_at", Moment(), nullable=False),
        sa.Column("withdrawn_by", sa.Text()),
        sa.Column("withdrawn_at", Moment()),
        sa.PrimaryKeyConstraint("id", name=op.f("judgement_key")),
        sa.CheckConstraint("verdict IN ('same', 'different')", name=op.f("judgement_verdict")),
        *(_forward(side) for side in ("one", "other")),
        sa.CheckConstraint("one_quote <> '' AND other_quote <> ''", name=op.f("judgement_quote")),
        sa.CheckConstraint("\"by\" <> ''", name=op.f("judgement_by")),
        sa.CheckConstraint(
            "(withdrawn_by IS NULL) = (withdrawn_at IS NULL)", name=op.f("judgement_withdrawn")
        ),
        sqlite_strict=True,
    )


def _handle(side: str) -> tuple[sa.Column[Any], ...]:
    """How one claim of the pair is held on to: its report, where its words stand, and the words."""
    return (
        sa.Column(f"{side}_report", sa.Text(), nullable=False),
        sa.Column(f"{side}_start", COUNT, nullable=False),
        sa.Column(f"{side}_end", COUNT, nullable=False),
        sa.Column(f"{side}_quote", sa.Text(), nullable=False),
    )


def _forward(side: str) -> sa.CheckConstraint:
    start, end = f"{side}_start", f"{side}_end"
    return sa.CheckConstraint(
        f"({start} IS NULL) = ({end} IS NULL) AND {start} >= 0 AND {start} < {end}",
        name=op.f(f"judgement_{side}"),
    )
