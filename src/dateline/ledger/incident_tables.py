"""The tables of the incident view, each with the meaning of every column.

A view: what linking last made of the claims and judgements, kept so that pages and totals need not link anew. It
can be made again at any time and is never the truth; rows are replaced, not withdrawn. Everything in it follows
from the other tables, so a dump leaves it out.
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    column,
    event,
    table,
)

from dateline.ledger.schema import METADATA
from dateline.ledger.types import Count, Day, Degree, Flag, Json, Moment

INCIDENT = Table(
    "incident",
    METADATA,
    Column("id", Text, nullable=False, comment="Id of the incident: i and the id of its first claim."),
    Column("place", Text, nullable=False, comment="Text that sorts incidents by their first claims."),
    Column("kind", Text, nullable=False, comment="Kind that heads it, a word of the codebook."),
    Column("status", Text, nullable=False, comment="The firmest status that its claims have."),
    Column("statuses", Json, nullable=False, comment="All statuses of its claims, firmest first, as JSON."),
    Column("when_start", Day, comment="First day that heads it; empty if no claim says."),
    Column("when_end", Day, comment="Last day that heads it, inclusive."),
    Column("when_precision", Text, comment="How closely that time was said."),
    Column("where_name", Text, comment="Place that heads it; empty if no claim says."),
    Column("where_place_id", Text, comment="Id of that place in our gazetteer."),
    Column("where_country", Text, comment="Country of that place, ISO 3166 alpha-3."),
    Column("where_lat", Degree, comment="Latitude of that place in degrees, WGS 84."),
    Column("where_lon", Degree, comment="Longitude of that place in degrees, WGS 84."),
    Column("where_precision", Text, comment="How closely that place is known."),
    Column("where_radius_km", Degree, comment="Distance within which that place lies, in km."),
    Column("headline", Text, nullable=False, comment="What, when, where, who to whom, on one line."),
    Column("claims", Integer, nullable=False, comment="How many claims tell of it."),
    Column("reports", Integer, nullable=False, comment="How many reports tell of it."),
    Column("origins", Integer, nullable=False, comment="How many origins these go back to."),
    Column("party_origins", Integer, nullable=False, comment="How many of those are party to the conflict."),
    Column("part_of", Text, comment="Larger incident that it belongs to; empty if none."),
    Column("nested", Flag, nullable=False, comment="1 if it is part of another or has parts; else 0."),
    PrimaryKeyConstraint("id"),
    CheckConstraint("claims > 0", "claims"),
    Index(None, "place"),
    Index(None, "when_start"),
    Index("incident_nested", "nested", "part_of"),
    comment="What we think happened once: a view over claims, as linking last made it.",
    sqlite_strict=True,
)

INCIDENT_CLAIM = Table(
    "incident_claim",
    METADATA,
    Column("claim", Text, nullable=False, comment="Claim, which is in one incident only."),
    Column("revision", Integer, nullable=False, comment="Revision of the claim that was linked."),
    Column("incident", Text, nullable=False, comment="Incident that it tells of."),
    Column("position", Integer, nullable=False, comment="Place among the incident's claims, from 0."),
    Column("report", Text, nullable=False, comment="Report that makes the claim."),
    Column("report_revision", Integer, nullable=False, comment="Revision of the report it was read from."),
    Column("said", Day, comment="Day on which that report was published."),
    Column("recorded_at", Moment, nullable=False, comment="When the claim was recorded, in UTC."),
    Column("kind", Text, nullable=False, comment="Kind of event, as the claim has it."),
    Column("status", Text, nullable=False, comment="Status, as the claim has it."),
    Column("when_start", Day, comment="First day, as the claim has it."),
    Column("when_end", Day, comment="Last day, as the claim has it."),
    Column("country", Text, comment="Country of the claim's place, ISO 3166 alpha-3."),
    Column("place", Text, comment="Name of the claim's place."),
    Column("place_part", Text, comment="The same in small letters, to look for parts of it."),
    Column("source_type", Text, nullable=False, comment="Type of the claim's source."),
    Column("source_part", Text, nullable=False, comment="Name of the claim's source in small letters."),
    Column("actor_part", Text, nullable=False, comment="Names of who did it in small letters, one a line."),
    Column("target_part", Text, nullable=False, comment="Names of to whom in small letters, one a line."),
    Column(
        "measures", Text, nullable=False, comment="Measures of its figures, one a line, line ends around."
    ),
    Column(
        "goes_with",
        Json,
        nullable=False,
        comment="Earlier claims of the incident that it is linked to, with a person's verdict if any, as JSON.",
    ),
    Column("origin", Text, nullable=False, comment="Id of the origin that the claim goes back to."),
    Column("origin_name", Text, nullable=False, comment="Name of that origin."),
    Column("origin_type", Text, nullable=False, comment="Type of that origin, a source type."),
    Column(
        "origin_party", Flag, nullable=False, comment="1 if that origin is party to the conflict; else 0."
    ),
    Column("since", Day, comment="Day on which what the claim tells was first in print."),
    PrimaryKeyConstraint("claim"),
    ForeignKeyConstraint(["claim", "revision"], ["claim.id", "claim.revision"]),
    Index(None, "incident", "position"),
    Index(None, "kind", "incident"),
    Index(None, "status", "incident"),
    Index(None, "source_type", "incident"),
    Index(None, "place", "incident"),
    Index(None, "report"),
    Index(None, "said", "report", "claim"),
    comment="Which incident a claim tells of, with what filters ask of the claim, and its origin.",
    sqlite_strict=True,
)

INCIDENT_TOLL = Table(
    "incident_toll",
    METADATA,
    Column("rule", Text, nullable=False, comment="Named rule that combined the figures."),
    Column("measure", Text, nullable=False, comment="What is counted, a word of the codebook."),
    Column("victim", Text, nullable=False, comment="Group that is counted; the empty text is everybody."),
    Column("incident", Text, nullable=False, comment="Incident whose figures were combined."),
    Column("low", Count, comment="Lower bound, inclusive; empty if there is none, which is not 0."),
    Column("best", Count, comment="The one number, where the rule comes to one."),
    Column("high", Count, comment="Upper bound, inclusive; empty if there is none."),
    Column("used", Integer, nullable=False, comment="How many figures it rests on; 0 if all were set aside."),
    PrimaryKeyConstraint("rule", "measure", "victim", "incident"),
    Index(None, "incident"),
    comment="What each rule makes of an incident's figures, by measure and group.",
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

INCIDENT_ACTOR = Table(
    "incident_actor",
    METADATA,
    Column("incident", Text, nullable=False, comment="Incident that the actor heads."),
    Column("role", Text, nullable=False, comment="actor, who did it; or target, to whom it was done."),
    Column("position", Integer, nullable=False, comment="Place among those of the same role, from 0."),
    Column("name", Text, nullable=False, comment="Canonical English name."),
    Column("actor_id", Text, comment="Our id of the actor; empty if it was not resolved."),
    Column("type", Text, nullable=False, comment="Type of the actor, a word of the codebook."),
    Column("country", Text, comment="Country of the actor, ISO 3166 alpha-3."),
    PrimaryKeyConstraint("incident", "role", "position"),
    CheckConstraint("role IN ('actor', 'target')", "role"),
    comment="Who did it, or to whom it was done, in an incident's heading.",
    sqlite_strict=True,
)

KEPT = Table(
    "kept",
    METADATA,
    Column("id", Integer, nullable=False, comment="1: there is one row."),
    Column("by", Text, nullable=False, comment="Hash of the code's version and lexicons that made the view."),
    Column("of", Text, nullable=False, comment="How many readings and decisions of people the view knows."),
    PrimaryKeyConstraint("id"),
    CheckConstraint("id = 1", "id"),
    comment="What the incident view was made by and made of, by which a stale one is known.",
    sqlite_strict=True,
)

LINKED = Table(
    "linked",
    METADATA,
    Column("name", Text, nullable=False, comment="What the bytes are: a part of what linking holds."),
    Column("piece", Integer, nullable=False, comment="Place among the pieces of that part, from 0."),
    Column("bytes", LargeBinary, nullable=False, comment="Numbers as arrays, or words as JSON."),
    PrimaryKeyConstraint("name", "piece"),
    comment="What linking held when it last put it down, so that what comes later need not be linked from nothing.",
    sqlite_strict=True,
)

# Parents before children.
VIEW = (INCIDENT, INCIDENT_CLAIM, INCIDENT_TOLL, INCIDENT_ACTOR, KEPT, LINKED)

# The words of each revision of a report, by the number of its first reading: what is needed to find them, not the
# words again.
WORDS = "CREATE VIRTUAL TABLE report_words USING fts5 (headline, text, content='', tokenize='unicode61')"
# SQLAlchemy knows no such kind of table; the column of the table's own name is what a question is matched with.
REPORT_WORDS = table(
    "report_words", column("rowid"), column("headline"), column("text"), column("report_words")
)
event.listen(METADATA, "after_create", DDL(WORDS))  # type: ignore[no-untyped-call]
