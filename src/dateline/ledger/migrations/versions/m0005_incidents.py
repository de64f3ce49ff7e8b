"""A ledger without incidents -> one with the tables of the incident view, empty, and an index of reports' words.

The view fills itself when the ledger is next opened to write; words are put into the index here.
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = (
    """
    CREATE TABLE incident (
    id TEXT NOT NULL,
    place TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    statuses TEXT NOT NULL,
    when_start TEXT,
    when_end TEXT,
    when_precision TEXT,
    where_name TEXT,
    where_place_id TEXT,
    where_country TEXT,
    where_lat REAL,
    where_lon REAL,
    where_precision TEXT,
    where_radius_km REAL,
    headline TEXT NOT NULL,
    claims INTEGER NOT NULL,
    reports INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    party_origins INTEGER NOT NULL,
    part_of TEXT,
    nested INTEGER NOT NULL,
    CONSTRAINT incident_key PRIMARY KEY (id),
    CONSTRAINT incident_claims CHECK (claims > 0)
    )
    STRICT
    """,
    "CREATE INDEX incident_nested ON incident (nested, part_of)",
    "CREATE INDEX incident_place ON incident (place)",
    "CREATE INDEX incident_when_start ON incident (when_start)",
    """
    CREATE TABLE incident_claim (
    claim TEXT NOT NULL,
    revision INTEGER NOT NULL,
    incident TEXT NOT NULL,
    position INTEGER NOT NULL,
    report TEXT NOT NULL,
    report_revision INTEGER NOT NULL,
    said TEXT,
    recorded_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    when_start TEXT,
    when_end TEXT,
    country TEXT,
    place TEXT,
    place_part TEXT,
    source_type TEXT NOT NULL,
    source_part TEXT NOT NULL,
    actor_part TEXT NOT NULL,
    target_part TEXT NOT NULL,
    measures TEXT NOT NULL,
    goes_with TEXT NOT NULL,
    origin TEXT NOT NULL,
    origin_name TEXT NOT NULL,
    origin_type TEXT NOT NULL,
    origin_party INTEGER NOT NULL,
    since TEXT,
    CONSTRAINT incident_claim_key PRIMARY KEY (claim),
    CONSTRAINT incident_claim_claim_revision_known FOREIGN KEY(claim, revision) REFERENCES claim (id, revision)
    )
    STRICT
    """,
    "CREATE INDEX incident_claim_incident_position ON incident_claim (incident, position)",
    "CREATE INDEX incident_claim_kind_incident ON incident_claim (kind, incident)",
    "CREATE INDEX incident_claim_place_incident ON incident_claim (place, incident)",
    "CREATE INDEX incident_claim_report ON incident_claim (report)",
    "CREATE INDEX incident_claim_source_type_incident ON incident_claim (source_type, incident)",
    "CREATE INDEX incident_claim_status_incident ON incident_claim (status, incident)",
    """
    CREATE TABLE incident_toll (
    rule TEXT NOT NULL,
    measure TEXT NOT NULL,
    victim TEXT NOT NULL,
    incident TEXT NOT NULL,
    low INTEGER,
    best INTEGER,
    high INTEGER,
    used INTEGER NOT NULL,
    CONSTRAINT incident_toll_key PRIMARY KEY (rule, measure, victim, incident)
    )
    WITHOUT ROWID,
    STRICT
    """,
    "CREATE INDEX incident_toll_incident ON incident_toll (incident)",
    """
    CREATE TABLE incident_actor (
    incident TEXT NOT NULL,
    role TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    actor_id TEXT,
    type TEXT NOT NULL,
    country TEXT,
    CONSTRAINT incident_actor_key PRIMARY KEY (incident, role, position),
    CONSTRAINT incident_actor_role CHECK (role IN ('actor', 'target'))
    )
    STRICT
    """,
    """
    CREATE TABLE kept (
    id INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "of" TEXT NOT NULL,
    CONSTRAINT kept_key PRIMARY KEY (id),
    CONSTRAINT kept_id CHECK (id = 1)
    )
    STRICT
    """,
)
WORDS = "CREATE VIRTUAL TABLE report_words USING fts5 (headline, text, content='', tokenize='unicode61')"
# A revision of a report goes by the number of its first reading, which no rebuilding of the file changes.
FILL = """
    INSERT INTO report_words (rowid, headline, text)
    SELECT (SELECT min(r.id) FROM report_read AS r WHERE r.report = report.id AND r.revision = report.revision),
        headline, text
    FROM report
    WHERE EXISTS (SELECT 1 FROM report_read AS r WHERE r.report = report.id AND r.revision = report.revision)
"""


def upgrade() -> None:
    """Make the tables and the index; nothing that was there is touched."""
    for statement in (*TABLES, WORDS, FILL):
        op.execute(statement)
