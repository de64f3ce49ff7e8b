"""The ledger's tables, each with the meaning of every column.

A report is kept in revisions and a claim in revisions: a row is added, never edited, but for the two columns
that say by which run and when it was withdrawn. The file's tables are made by the migrations; a test holds
the two to each other. All offsets are code points of the report's text, half-open.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from dateline.ledger.types import Count, Day, Degree, Flag, Json, Moment
from dateline.records import Precision, Scope, Status, Verdict

# The migration that makes these tables; a ledger whose last migration is another one is older or newer.
HEAD = "0008"
# "dtln" in ASCII, in the SQLite header: how a ledger is told from any other SQLite file.
APPLICATION_ID = 0x64746C6E

METADATA = MetaData(
    naming_convention={
        "ix": "%(table_name)s_%(column_0_N_name)s",
        "uq": "%(table_name)s_%(column_0_N_name)s_once",
        "ck": "%(table_name)s_%(constraint_name)s",
        "fk": "%(table_name)s_%(column_0_N_name)s_known",
        "pk": "%(table_name)s_key",
    }
)


def _one_of(column: str, words: type[Status | Scope | Precision | Verdict]) -> str:
    return f"{column} IN ({', '.join(repr(str(word.value)) for word in words)})"


def _run_known(column: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint([column], ["run.id"])


def _claim_known() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["claim", "revision"], ["claim.id", "claim.revision"])


def _forward(start: str, end: str, name: str) -> CheckConstraint:
    """A span, where there is one, runs forward and is not empty."""
    return CheckConstraint(f"({start} IS NULL) = ({end} IS NULL) AND {start} >= 0 AND {start} < {end}", name)


def _both(first: str, second: str, name: str) -> CheckConstraint:
    return CheckConstraint(f"({first} IS NULL) = ({second} IS NULL)", name)


RUN = Table(
    "run",
    METADATA,
    Column("id", Integer, nullable=False, comment="Number of the run, in the order in which runs began."),
    Column("version", Text, nullable=False, comment="Version of dateline that ran."),
    Column(
        "model", Text, nullable=False, comment="Language model, with its version, that parsed the reports."
    ),
    Column("started", Moment, nullable=False, comment="When the run began, in UTC."),
    Column(
        "finished", Moment, comment="When the run ended, in UTC; empty while it runs or if it was cut off."
    ),
    Column("arguments", Json, nullable=False, comment="What the run was asked to do, as JSON."),
    PrimaryKeyConstraint("id"),
    comment="One call of dateline that wrote to the ledger.",
    sqlite_strict=True,
)

REPORT = Table(
    "report",
    METADATA,
    Column("id", Text, nullable=False, comment="Id of the report, the same in all its revisions."),
    Column(
        "revision", Integer, nullable=False, comment="1 for the report as first recorded, 2 for the next."
    ),
    Column("text", Text, nullable=False, comment="The text exactly as read; every offset points into it."),
    Column("sha256", Text, nullable=False, comment="SHA-256 of the text in UTF-8, in hexadecimal."),
    Column(
        "digest", Text, nullable=False, comment="SHA-256 of all that was read of the report, text included."
    ),
    Column("headline", Text, comment="Headline, if the report has one."),
    Column("publisher", Text, comment="Who published the report."),
    Column("byline", Text, comment="Who wrote the report."),
    Column("dateline", Text, comment="Place and day that stand before the first sentence."),
    Column("published", Day, comment="Day of publication."),
    Column("published_at", Text, comment="Moment of publication in ISO 8601, if the report gives the hour."),
    Column("updated", Day, comment="Day of the last change that the publisher states."),
    Column("updated_at", Text, comment="Moment of that change in ISO 8601, if the report gives the hour."),
    Column("url", Text, comment="Address from which the report can be had."),
    Column("language", Text, nullable=False, comment="Language of the text, a BCP 47 tag."),
    Column("sections", Json, nullable=False, comment="Stretches of the text: kind, start, end; as JSON."),
    Column("recorded_run", Integer, nullable=False, comment="Run that first recorded this revision."),
    Column("recorded_at", Moment, nullable=False, comment="When this revision was first recorded, in UTC."),
    PrimaryKeyConstraint("id", "revision"),
    UniqueConstraint("id", "digest"),
    _run_known("recorded_run"),
    Index(None, "published", "id", "revision"),
    CheckConstraint("revision >= 1", "revision"),
    CheckConstraint("length(sha256) = 64 AND length(digest) = 64", "sha256"),
    comment="One document as published; a changed text or a corrected date is a further revision.",
    sqlite_strict=True,
)

REPORT_READ = Table(
    "report_read",
    METADATA,
    Column("id", Integer, nullable=False, comment="Number of the reading; the highest of a report stands."),
    Column("report", Text, nullable=False, comment="Report that was read."),
    Column("revision", Integer, nullable=False, comment="Revision of the report that was read."),
    Column(
        "run", Integer, nullable=False, comment="Run that read it, which gives the version and the model."
    ),
    Column("recorded_at", Moment, nullable=False, comment="When the reading was recorded, in UTC."),
    PrimaryKeyConstraint("id"),
    ForeignKeyConstraint(["report", "revision"], ["report.id", "report.revision"]),
    _run_known("run"),
    Index(None, "report", "revision"),
    comment="One reading of one revision of a report, recorded whole or not at all.",
    sqlite_strict=True,
)

CLAIM = Table(
    "claim",
    METADATA,
    Column(
        "id", Text, nullable=False, comment="Id of the claim: a hash of report, kind, evidence and source."
    ),
    Column(
        "revision", Integer, nullable=False, comment="1 for the first telling of the claim, 2 for the next."
    ),
    Column("report", Text, nullable=False, comment="Report that makes the claim."),
    Column(
        "report_revision", Integer, nullable=False, comment="Revision of the report the claim was read from."
    ),
    Column("kind", Text, nullable=False, comment="Kind of event, a word of the codebook."),
    Column("status", Text, nullable=False, comment="How the source puts it: happened, planned, denied, ..."),
    Column("when_start", Day, comment="First day on which it happened; empty if the report does not say."),
    Column("when_end", Day, comment="Last day on which it happened, inclusive."),
    Column(
        "when_precision", Text, comment="How closely the time was said: day, week, month, year, span, ..."
    ),
    Column("where_name", Text, comment="Plain English name of the place; empty if the report does not say."),
    Column("where_place_id", Text, comment="Id of the place in our gazetteer; empty if it was not resolved."),
    Column("where_country", Text, comment="Country of the place, ISO 3166 alpha-3."),
    Column("where_lat", Degree, comment="Latitude in degrees, WGS 84."),
    Column("where_lon", Degree, comment="Longitude in degrees, WGS 84."),
    Column("where_precision", Text, comment="How closely the place is known: exact, near, admin, country."),
    Column("where_radius_km", Degree, comment="Distance from the point within which the place lies, in km."),
    Column(
        "where_words_start", Count, comment="Offset at which the words for the place start, if they stand."
    ),
    Column("where_words_end", Count, comment="Offset at which the words for the place end."),
    Column("source_name", Text, nullable=False, comment="Who says so."),
    Column("source_type", Text, nullable=False, comment="Type of the source, a word of the codebook."),
    Column("source_via", Json, comment="Who passed it on, and through whom in turn, as JSON."),
    Column("speaker_start", Count, comment="Offset at which the words for the source start, if they stand."),
    Column("speaker_end", Count, comment="Offset at which the words for the source end."),
    Column("evidence_start", Count, nullable=False, comment="Offset at which the words of the claim start."),
    Column("evidence_end", Count, nullable=False, comment="Offset at which the words of the claim end."),
    Column("quote", Text, nullable=False, comment="The words that make the claim."),
    Column(
        "prefix", Text, nullable=False, comment="The 32 code points before the quote, fewer at the start."
    ),
    Column("suffix", Text, nullable=False, comment="The 32 code points after the quote, fewer at the end."),
    Column("content", Text, nullable=False, comment="SHA-256 of all that the claim says and why."),
    Column("recorded_run", Integer, nullable=False, comment="Run that recorded the claim."),
    Column("recorded_at", Moment, nullable=False, comment="When the claim was recorded, in UTC."),
    Column("withdrawn_run", Integer, comment="Run that no longer made the claim; empty while it stands."),
    Column("withdrawn_at", Moment, comment="When the claim was withdrawn, in UTC; empty while it stands."),
    Column("judgement", Count, comment="Last judgement that is in this revision; empty for dateline's own."),
    Column(
        "outranked",
        Count,
        comment="Judgement that stands for this claim, which dateline makes as before; empty for all others.",
    ),
    PrimaryKeyConstraint("id", "revision"),
    ForeignKeyConstraint(["report", "report_revision"], ["report.id", "report.revision"]),
    _run_known("recorded_run"),
    _run_known("withdrawn_run"),
    CheckConstraint("revision >= 1", "revision"),
    CheckConstraint(_one_of("status", Status), "status"),
    CheckConstraint(
        "(when_start IS NULL) = (when_end IS NULL) AND (when_start IS NULL) = (when_precision IS NULL)"
        " AND when_start <= when_end",
        "when",
    ),
    CheckConstraint(
        "(where_name IS NULL) = (where_precision IS NULL) AND (where_name IS NOT NULL OR"
        " (where_place_id IS NULL AND where_country IS NULL AND where_lat IS NULL"
        " AND where_radius_km IS NULL))",
        "where",
    ),
    CheckConstraint(_one_of("where_precision", Precision), "where_precision"),
    CheckConstraint(
        "(where_lat IS NULL) = (where_lon IS NULL) AND where_lat BETWEEN -90 AND 90"
        " AND where_lon BETWEEN -180 AND 180",
        "where_point",
    ),
    CheckConstraint("where_radius_km >= 0", "where_radius_km"),
    _forward("where_words_start", "where_words_end", "where_words"),
    _forward("speaker_start", "speaker_end", "speaker"),
    _forward("evidence_start", "evidence_end", "evidence"),
    CheckConstraint("quote <> ''", "quote"),
    CheckConstraint("length(content) = 64", "content"),
    _both("withdrawn_run", "withdrawn_at", "withdrawn"),
    Index(
        "claim_stands_once",
        "id",
        unique=True,
        sqlite_where=text("withdrawn_run IS NULL"),
        postgresql_where=text("withdrawn_run IS NULL"),
    ),
    Index(None, "report"),
    Index(None, "kind"),
    Index(None, "when_start"),
    comment="What one source asserts of one event in one report.",
    sqlite_strict=True,
)

CLAIM_ACTOR = Table(
    "claim_actor",
    METADATA,
    Column("claim", Text, nullable=False, comment="Claim that names the actor."),
    Column("revision", Integer, nullable=False, comment="Revision of the claim."),
    Column("role", Text, nullable=False, comment="actor, who did it; or target, to whom it was done."),
    Column("position", Integer, nullable=False, comment="Place among those of the same role, from 0."),
    Column("name", Text, nullable=False, comment="Canonical English name."),
    Column("actor_id", Text, comment="Our id of the actor; empty if it was not resolved."),
    Column("type", Text, nullable=False, comment="Type of the actor, a word of the codebook."),
    Column("country", Text, comment="Country of the actor, ISO 3166 alpha-3."),
    PrimaryKeyConstraint("claim", "revision", "role", "position"),
    _claim_known(),
    CheckConstraint("role IN ('actor', 'target')", "role"),
    CheckConstraint("position >= 0", "position"),
    comment="Who did it, or to whom it was done, as one claim has it.",
    sqlite_strict=True,
)

FIGURE = Table(
    "figure",
    METADATA,
    Column("claim", Text, nullable=False, comment="Claim that gives the figure."),
    Column("revision", Integer, nullable=False, comment="Revision of the claim."),
    Column("position", Integer, nullable=False, comment="Place among the claim's figures, from 0."),
    Column("measure", Text, nullable=False, comment="What is counted, a word of the codebook."),
    Column("of", Text, nullable=False, comment="Who or what is counted, in the report's words."),
    Column("low", Count, comment="Lower bound, inclusive; empty if none is stated, which is not 0."),
    Column("high", Count, comment="Upper bound, inclusive; empty if none is stated."),
    Column("approx", Flag, nullable=False, comment="1 if the words say about, nearly, dozens; else 0."),
    Column(
        "scope",
        Text,
        nullable=False,
        comment="new, cumulative (a running total), part of another figure, or superseded by another.",
    ),
    Column(
        "victim", Text, comment="Class of the people counted, where said: civilian, combatant, child, ..."
    ),
    Column("unit", Text, nullable=False, comment="people, things or attacks."),
    Column("start", Count, nullable=False, comment="Offset at which the words of the figure start."),
    Column("end", Count, nullable=False, comment="Offset at which the words of the figure end."),
    Column("words", Text, nullable=False, comment="The words of the figure."),
    Column(
        "part_of_start",
        Count,
        comment="Offset at which the words of its whole start: of another figure, or of a list without a sum.",
    ),
    Column("part_of_end", Count, comment="Offset at which the words of its whole end."),
    Column(
        "replaced_by_start",
        Count,
        comment="Offset at which the words of the figure that replaces it start, if superseded.",
    ),
    Column("replaced_by_end", Count, comment="Offset at which the words of that figure end."),
    PrimaryKeyConstraint("claim", "revision", "position"),
    _claim_known(),
    CheckConstraint("position >= 0", "position"),
    CheckConstraint("low >= 0", "low"),
    CheckConstraint("high >= coalesce(low, 0)", "high"),
    CheckConstraint("approx IN (false, true)", "approx"),
    CheckConstraint(_one_of("scope", Scope), "scope"),
    CheckConstraint('start >= 0 AND start < "end"', "words"),
    _forward("part_of_start", "part_of_end", "part_of"),
    _forward("replaced_by_start", "replaced_by_end", "replaced_by"),
    CheckConstraint("replaced_by_start IS NULL OR scope = 'superseded'", "superseded"),
    Index(None, "measure"),
    comment="A count of people, things or attacks with its range, as one claim gives it.",
    sqlite_strict=True,
)

ALSO = Table(
    "also",
    METADATA,
    Column("claim", Text, nullable=False, comment="Claim that is repeated or completed."),
    Column("revision", Integer, nullable=False, comment="Revision of the claim."),
    Column("position", Integer, nullable=False, comment="Place among the claim's further passages, from 0."),
    Column("start", Count, nullable=False, comment="Offset at which the passage starts."),
    Column("end", Count, nullable=False, comment="Offset at which the passage ends."),
    PrimaryKeyConstraint("claim", "revision", "position"),
    _claim_known(),
    CheckConstraint("position >= 0", "position"),
    CheckConstraint('start >= 0 AND start < "end"', "words"),
    comment="A further passage of the report that repeats or completes a claim.",
    sqlite_strict=True,
)

DECISION = Table(
    "decision",
    METADATA,
    Column("claim", Text, nullable=False, comment="Claim that the decision is about."),
    Column("revision", Integer, nullable=False, comment="Revision of the claim."),
    Column("position", Integer, nullable=False, comment="Place among the claim's decisions, from 0."),
    Column("field", Text, nullable=False, comment="Field of the claim that the rule set."),
    Column("rule", Text, nullable=False, comment="Name of the rule."),
    Column("start", Count, comment="Offset at which the words that the rule went by start, if any."),
    Column("end", Count, comment="Offset at which those words end."),
    Column("note", Text, nullable=False, comment="Why, in a few words; may be empty."),
    PrimaryKeyConstraint("claim", "revision", "position"),
    _claim_known(),
    CheckConstraint("position >= 0", "position"),
    _forward("start", '"end"', "words"),
    comment="Which rule set a field of a claim, and the words it went by.",
    sqlite_strict=True,
)

SCORE = Table(
    "score",
    METADATA,
    Column("claim", Text, nullable=False, comment="Claim that is scored."),
    Column("revision", Integer, nullable=False, comment="Revision of the claim."),
    Column("position", Integer, nullable=False, comment="Place among the claim's scores, from 0."),
    Column(
        "field", Text, nullable=False, comment="kind, status, when, where, actor, target, figures or source."
    ),
    Column(
        "value", Degree, nullable=False, comment="Share of values decided likewise that were right, 0 to 1."
    ),
    Column("basis", Text, nullable=False, comment="Rule, and what else of it counted; or the field's mean."),
    Column("judged", Integer, nullable=False, comment="How many such values people have judged; 0 for none."),
    Column("right", Integer, nullable=False, comment="How many of those were right."),
    PrimaryKeyConstraint("claim", "revision", "position"),
    _claim_known(),
    UniqueConstraint("claim", "revision", "field"),
    CheckConstraint("position >= 0", "position"),
    CheckConstraint("value BETWEEN 0 AND 1", "value"),
    CheckConstraint('"right" BETWEEN 0 AND judged', "judged"),
    comment="How sure a field of a claim is, by what people judged of values that were decided likewise.",
    sqlite_strict=True,
)

FAULT = Table(
    "fault",
    METADATA,
    Column("id", Integer, nullable=False, comment="Number of the fault, in the order recorded."),
    Column("run", Integer, nullable=False, comment="Run that met the fault."),
    Column("stage", Text, nullable=False, comment="Stage that could not read something."),
    Column("code", Text, nullable=False, comment="Kind of fault, a word that programs can test."),
    Column("report", Text, comment="Report that was being read, where there was one."),
    Column("start", Count, comment="Offset in that report at which the trouble starts, where known."),
    Column("end", Count, comment="Offset in that report at which the trouble ends."),
    Column("about", Text, comment="What else the fault is about: a report id, a file, an address."),
    Column("message", Text, nullable=False, comment="What was found, for a person to read."),
    Column("recorded_at", Moment, nullable=False, comment="When the fault was recorded, in UTC."),
    Column(
        "withdrawn_run",
        Integer,
        comment="Run that read the report without this fault; empty while it stands.",
    ),
    Column("withdrawn_at", Moment, comment="When the fault was withdrawn, in UTC; empty while it stands."),
    PrimaryKeyConstraint("id"),
    _run_known("run"),
    _run_known("withdrawn_run"),
    _forward("start", '"end"', "words"),
    CheckConstraint("start IS NULL OR report IS NOT NULL", "report"),
    _both("withdrawn_run", "withdrawn_at", "withdrawn"),
    Index(None, "report"),
    comment="Something that could not be read; kept so that silence is not taken for nothing.",
    sqlite_strict=True,
)


JUDGEMENT = Table(
    "judgement",
    METADATA,
    Column("id", Integer, nullable=False, comment="Number of the entry: from 1, without a gap."),
    Column(
        "verdict",
        Text,
        nullable=False,
        comment="same, different; accept, correct, reject, add, note, proof; round, finish; undo.",
    ),
    Column("claim", Text, comment="Claim that is judged, by the id that it had then."),
    Column("report", Text, comment="Report of the claim."),
    Column("revision", Integer, comment="Revision of the report that the offsets count in, where known."),
    Column("start", Count, comment="Offset at which the words of the claim start."),
    Column("end", Count, comment="Offset at which the words of the claim end."),
    Column("quote", Text, comment="The words of the claim."),
    Column("other_claim", Text, comment="Other claim, where two are judged, by the id that it had then."),
    Column("other_report", Text, comment="Report of the other claim."),
    Column("other_start", Count, comment="Offset at which the words of the other claim start."),
    Column("other_end", Count, comment="Offset at which the words of the other claim end."),
    Column("other_quote", Text, comment="The words of the other claim."),
    Column("field", Text, comment="Field of the claim that is corrected, or what is noted."),
    Column("words_start", Count, comment="Offset at which the words for the corrected field start."),
    Column("words_end", Count, comment="Offset at which the words for the corrected field end."),
    Column("old", Json, comment="Value before, as JSON; empty if there was none."),
    Column("new", Json, comment="Value now, as JSON; empty if there is none."),
    Column("shown", Json, comment="The claim as it stood before the person, as JSON."),
    Column("round", Count, comment="Entry that opened the round in which this was judged, if it was in one."),
    Column("undoes", Count, comment="Entry that this one takes back."),
    Column("by", Text, nullable=False, comment="Who judged."),
    Column("why", Text, nullable=False, comment="Why, in their own words; may be empty."),
    Column("recorded_at", Moment, nullable=False, comment="When the judgement was recorded, in UTC."),
    Column("previous", Text, nullable=False, comment="Hash of the entry before; 64 zeros for the first."),
    Column("hash", Text, nullable=False, comment="SHA-256 of all of the entry's other columns."),
    PrimaryKeyConstraint("id"),
    UniqueConstraint("undoes"),
    CheckConstraint(_one_of("verdict", Verdict), "verdict"),
    CheckConstraint("id >= 1", "number"),
    _forward("start", '"end"', "about"),
    _forward("other_start", "other_end", "other"),
    _forward("words_start", "words_end", "words"),
    CheckConstraint("start IS NULL OR (report IS NOT NULL AND quote <> '')", "quote"),
    CheckConstraint("other_start IS NULL OR (other_report IS NOT NULL AND other_quote <> '')", "other_quote"),
    CheckConstraint("(verdict = 'undo') = (undoes IS NOT NULL)", "undoes"),
    CheckConstraint("verdict IN ('round', 'undo', 'finish') OR start IS NOT NULL", "has_words"),
    CheckConstraint("\"by\" <> ''", "by"),
    CheckConstraint("length(previous) = 64 AND length(hash) = 64", "hash"),
    Index(None, "report"),
    comment="The log of what people decided, each entry tied to the one before by its hash; only added to.",
    sqlite_strict=True,
)

JUDGED = Table(
    "judged",
    METADATA,
    Column("judgement", Integer, nullable=False, comment="Standing judgement about a claim, that counts."),
    Column("claim", Text, comment="Claim that it is about now; empty if there is none."),
    Column(
        "state",
        Text,
        nullable=False,
        comment="held, there is such a claim; idle, nobody makes one of its words; lost, the words are gone.",
    ),
    PrimaryKeyConstraint("judgement"),
    ForeignKeyConstraint(["judgement"], ["judgement.id"]),
    CheckConstraint("state IN ('held', 'idle', 'lost')", "state"),
    CheckConstraint("(state = 'held') = (claim IS NOT NULL)", "claim"),
    Index(None, "claim"),
    comment="What each judgement about a claim has come to: made anew when its report is read or judged.",
    sqlite_strict=True,
)


def describe() -> dict[str, dict[str, str]]:
    """What every column of the ledger means, by table and column, in the order of the schema."""
    return {name: {column.name: column.comment or "" for column in table.c} for name, table in _named()}


def describe_tables() -> dict[str, str]:
    """What every table of the ledger means."""
    return {name: table.comment or "" for name, table in _named()}


def _named() -> list[tuple[str, Table]]:
    return list(METADATA.tables.items())
