"""A ledger of before -> the same with a table of scores, empty for the claims that it holds.

They get theirs when their reports are read again.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

DEGREE: TypeEngine[float] = sa.Double().with_variant(sa.REAL(), "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "score",
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", DEGREE, nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("judged", sa.Integer(), nullable=False),
        sa.Column("right", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("claim", "revision", "position", name=op.f("score_key")),
        sa.ForeignKeyConstraint(
            ["claim", "revision"], ["claim.id", "claim.revision"], name=op.f("score_claim_revision_known")
        ),
        sa.UniqueConstraint("claim", "revision", "field", name=op.f("score_claim_revision_field_once")),
        sa.CheckConstraint("position >= 0", name=op.f("score_position")),
        sa.CheckConstraint("value BETWEEN 0 AND 1", name=op.f("score_value")),
        sa.CheckConstraint('"right" BETWEEN 0 AND judged', name=op.f("score_judged")),
        sqlite_strict=True,
    )
