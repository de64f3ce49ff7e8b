"""A ledger whose claims are linked from nothing by each command -> one with room for what linking holds."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, empty: it fills itself when claims are next linked."""
    op.execute(
        """
        CREATE TABLE linked (
        name TEXT NOT NULL,
        piece INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        CONSTRAINT linked_key PRIMARY KEY (name, piece)
        )
        STRICT
        """
    )
