"""Figures that are tied to each other: a part to its whole, a superseded figure to the one that replaces it.

SQLite cannot change a check in place, so the table is made anew and its rows move over.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

COUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SCOPES = "scope IN ('new', 'cumulative', 'part', 'superseded')"


def upgrade() -> None:
    """Add the spans of a figure's whole and of its successor."""
    with op.batch_alter_table("figure", recreate="always", table_kwargs={"sqlite_strict": True}) as figure:
        for name in ("part_of", "replaced_by"):
            figure.add_column(sa.Column(f"{name}_start", COUNT))
            figure.add_column(sa.Column(f"{name}_end", COUNT))
            figure.create_check_constraint(op.f(f"figure_{name}"), _forward(f"{name}_start", f"{name}_end"))
        figure.drop_constraint(op.f("figure_scope"), type_="check")
        figure.create_check_constraint(op.f("figure_scope"), SCOPES)
        figure.create_check_constraint(
            op.f("figure_superseded"), "replaced_by_start IS NULL OR scope = 'superseded'"
        )


def _forward(start: str, end: str) -> str:
    return f"({start} IS NULL) = ({end} IS NULL) AND {start} >= 0 AND {start} < {end}"
