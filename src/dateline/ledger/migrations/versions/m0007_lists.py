"""A ledger whose lists of reports and claims are sorted anew for each page -> one with an index for each."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two indexes."""
    op.create_index("report_published_id_revision", "report", ["published", "id", "revision"])
    op.create_index("incident_claim_said_report_claim", "incident_claim", ["said", "report", "claim"])
