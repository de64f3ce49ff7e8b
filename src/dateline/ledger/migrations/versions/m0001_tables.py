"""An empty file -> runs, reports in revisions, readings, claims with all that hangs on them, faults.

What stands here is frozen: later changes of the schema are further migrations. A function is as long as its
table is wide.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

from dateline.ledger.types import Day, Flag, Json, Moment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

COUNT = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
DEGREE: TypeEngine[float] = sa.Double().with_variant(sa.REAL(), "sqlite")


def upgrade() -> None:
    """Make the tables, parents first."""
    _run()
    _fault()
    _report()
    _claim()
    _report_read()
    _also()
    _claim_actor()
    _decision()
    _figure()


def _run() -> None:
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("started", Moment(), nullable=False),
        sa.Column("finished", Moment()),
        sa.Column("arguments", Json(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("run_key")),
        sqlite_strict=True,
    )


def _fault() -> None:
    op.create_table(
        "fault",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("report", sa.Text()),
        sa.Column("start", COUNT),
        sa.Column("end", COUNT),
        sa.Column("about", sa.Text()),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("recorded_at", Moment(), nullable=False),
        sa.Column("withdrawn_run", sa.Integer()),
        sa.Column("withdrawn_at", Moment()),
        sa.CheckConstraint(
            '(start IS NULL) = ("end" IS NULL) AND start >= 0 AND start < "end"', name=op.f("fault_words")
        ),
        sa.CheckConstraint("(withdrawn_run IS NULL) = (withdrawn_at IS NULL)", name=op.f("fault_withdrawn")),
        sa.CheckConstraint("start IS NULL OR report IS NOT NULL", name=op.f("fault_report")),
        sa.ForeignKeyConstraint(["run"], ["run.id"], name=op.f("fault_run_known")),
        sa.ForeignKeyConstraint(["withdrawn_run"], ["run.id"], name=op.f("fault_withdrawn_run_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("fault_key")),
        sqlite_strict=True,
    )
    op.create_index(op.f("fault_report"), "fault", ["report"])


def _report() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text()),
        sa.Column("publisher", sa.Text()),
        sa.Column("byline", sa.Text()),
        sa.Column("dateline", sa.Text()),
        sa.Column("published", Day()),
        sa.Column("published_at", sa.Text()),
        sa.Column("updated", Day()),
        sa.Column("updated_at", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("sections", Json(), nullable=False),
        sa.Column("recorded_run", sa.Integer(), nullable=False),
        sa.Column("recorded_at", Moment(), nullable=False),
        sa.CheckConstraint("length(sha256) = 64 AND length(digest) = 64", name=op.f("report_sha256")),
        sa.CheckConstraint("revision >= 1", name=op.f("report_revision")),
        sa.ForeignKeyConstraint(["recorded_run"], ["run.id"], name=op.f("report_recorded_run_known")),
        sa.PrimaryKeyConstraint("id", "revision", name=op.f("report_key")),
        sa.UniqueConstraint("id", "digest", name=op.f("report_id_digest_once")),
        sqlite_strict=True,
    )


def _claim() -> None:
    op.create_table(
        "claim",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("report_revision", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("when_start", Day()),
        sa.Column("when_end", Day()),
        sa.Column("when_precision", sa.Text()),
        sa.Column("where_name", sa.Text()),
        sa.Column("where_place_id", sa.Text()),
        sa.Column("where_country", sa.Text()),
        sa.Column("where_lat", DEGREE),
        sa.Column("where_lon", DEGREE),
        sa.Column("where_precision", sa.Text()),
        sa.Column("where_radius_km", DEGREE),
        sa.Column("where_words_start", COUNT),
        sa.Column("where_words_end", COUNT),
        sa.Column("source_name", sa.Text(), nullable=False),
        sa.Column("source_type", sa.Text(), nullable=False),
        sa.Column("source_via", Json()),
        sa.Column("speaker_start", COUNT),
        sa.Column("speaker_end", COUNT),
        sa.Column("evidence_start", COUNT, nullable=False),
        sa.Column("evidence_end", COUNT, nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("recorded_run", sa.Integer(), nullable=False),
        sa.Column("recorded_at", Moment(), nullable=False),
        sa.Column("withdrawn_run", sa.Integer()),
        sa.Column("withdrawn_at", Moment()),
        sa.CheckConstraint("quote <> ''", name=op.f("claim_quote")),
        sa.CheckConstraint(
            "status IN ('happened', 'ongoing', 'planned', 'possible', 'denied', 'stock')",
            name=op.f("claim_status"),
        ),
        sa.CheckConstraint(
            "where_precision IN ('exact', 'near', 'admin', 'country')", name=op.f("claim_where_precision")
        ),
        sa.CheckConstraint(
            "(evidence_start IS NULL) = (evidence_end IS NULL) AND evidence_start >= 0"
            " AND evidence_start < evidence_end",
            name=op.f("claim_evidence"),
        ),
        sa.CheckConstraint(
            "(speaker_start IS NULL) = (speaker_end IS NULL) AND speaker_start >= 0"
            " AND speaker_start < speaker_end",
            name=op.f("claim_speaker"),
        ),
        sa.CheckConstraint(
            "(when_start IS NULL) = (when_end IS NULL)"
            " AND (when_start IS NULL) = (when_precision IS NULL) AND when_start <= when_end",
            name=op.f("claim_when"),
        ),
        sa.CheckConstraint(
            "(where_lat IS NULL) = (where_lon IS NULL) AND where_lat BETWEEN -90 AND 90"
            " AND where_lon BETWEEN -180 AND 180",
            name=op.f("claim_where_point"),
        ),
        sa.CheckConstraint(
            "(where_name IS NULL) = (where_precision IS NULL) AND (where_name IS NOT NULL"
            " OR (where_place_id IS NULL AND where_country IS NULL AND where_lat IS NULL"
            " AND where_radius_km IS NULL))",
            name=op.f("claim_where"),
        ),
        sa.CheckConstraint(
            "(where_words_start IS NULL) = (where_words_end IS NULL) AND where_words_start >= 0"
            " AND where_words_start < where_words_end",
            name=op.f("claim_where_words"),
        ),
        sa.CheckConstraint("(withdrawn_run IS NULL) = (withdrawn_at IS NULL)", name=op.f("claim_withdrawn")),
        sa.CheckConstraint("length(content) = 64", name=op.f("claim_content")),
        sa.CheckConstraint("revision >= 1", name=op.f("claim_revision")),
        sa.CheckConstraint("where_radius_km >= 0", name=op.f("claim_where_radius_km")),
        sa.ForeignKeyConstraint(["recorded_run"], ["run.id"], name=op.f("claim_recorded_run_known")),
        sa.ForeignKeyConstraint(
            ["report", "report_revision"],
            ["report.id", "report.revision"],
            name=op.f("claim_report_report_revision_known"),
        ),
        sa.ForeignKeyConstraint(["withdrawn_run"], ["run.id"], name=op.f("claim_withdrawn_run_known")),
        sa.PrimaryKeyConstraint("id", "revision", name=op.f("claim_key")),
        sqlite_strict=True,
    )
    op.create_index(op.f("claim_kind"), "claim", ["kind"])
    op.create_index(op.f("claim_report"), "claim", ["report"])
    op.create_index(
        "claim_stands_once",
        "claim",
        ["id"],
        unique=True,
        sqlite_where=sa.text("withdrawn_run IS NULL"),
        postgresql_where=sa.text("withdrawn_run IS NULL"),
    )
    op.create_index(op.f("claim_when_start"), "claim", ["when_start"])


def _report_read() -> None:
    op.create_table(
        "report_read",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("recorded_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report", "revision"],
            ["report.id", "report.revision"],
            name=op.f("report_read_report_revision_known"),
        ),
        sa.ForeignKeyConstraint(["run"], ["run.id"], name=op.f("report_read_run_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("report_read_key")),
        sqlite_strict=True,
    )
    op.create_index(op.f("report_read_report_revision"), "report_read", ["report", "revision"])


def _also() -> None:
    op.create_table(
        "also",
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", COUNT, nullable=False),
        sa.Column("end", COUNT, nullable=False),
        sa.CheckConstraint("position >= 0", name=op.f("also_position")),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("also_words")),
        sa.ForeignKeyConstraint(
            ["claim", "revision"], ["claim.id", "claim.revision"], name=op.f("also_claim_revision_known")
        ),
        sa.PrimaryKeyConstraint("claim", "revision", "position", name=op.f("also_key")),
        sqlite_strict=True,
    )


def _claim_actor() -> None:
    op.create_table(
        "claim_actor",
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Text()),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.CheckConstraint("role IN ('actor', 'target')", name=op.f("claim_actor_role")),
        sa.CheckConstraint("position >= 0", name=op.f("claim_actor_position")),
        sa.ForeignKeyConstraint(
            ["claim", "revision"],
            ["claim.id", "claim.revision"],
            name=op.f("claim_actor_claim_revision_known"),
        ),
        sa.PrimaryKeyConstraint("claim", "revision", "role", "position", name=op.f("claim_actor_key")),
        sqlite_strict=True,
    )


def _decision() -> None:
    op.create_table(
        "decision",
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("start", COUNT),
        sa.Column("end", COUNT),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint(
            '(start IS NULL) = ("end" IS NULL) AND start >= 0 AND start < "end"', name=op.f("decision_words")
        ),
        sa.CheckConstraint("position >= 0", name=op.f("decision_position")),
        sa.ForeignKeyConstraint(
            ["claim", "revision"], ["claim.id", "claim.revision"], name=op.f("decision_claim_revision_known")
        ),
        sa.PrimaryKeyConstraint("claim", "revision", "position", name=op.f("decision_key")),
        sqlite_strict=True,
    )


def _figure() -> None:
    op.create_table(
        "figure",
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("low", COUNT),
        sa.Column("high", COUNT),
        sa.Column("approx", Flag(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("victim", sa.Text()),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("start", COUNT, nullable=False),
        sa.Column("end", COUNT, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.CheckConstraint("scope IN ('new', 'cumulative', 'part')", name=op.f("figure_scope")),
        sa.CheckConstraint("approx IN (false, true)", name=op.f("figure_approx")),
        sa.CheckConstraint("high >= coalesce(low, 0)", name=op.f("figure_high")),
        sa.CheckConstraint("low >= 0", name=op.f("figure_low")),
        sa.CheckConstraint("position >= 0", name=op.f("figure_position")),
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("figure_words")),
        sa.ForeignKeyConstraint(
            ["claim", "revision"], ["claim.id", "claim.revision"], name=op.f("figure_claim_revision_known")
        ),
        sa.PrimaryKeyConstraint("claim", "revision", "position", name=op.f("figure_key")),
        sqlite_strict=True,
    )
    op.create_index(op.f("figure_measure"), "figure", ["measure"])
