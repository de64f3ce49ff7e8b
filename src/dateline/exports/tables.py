"""A publication -> its five tables: incidents, claims, figures, reports and the codebook that explains them.

Every form of tables (csv, xlsx, parquet, gpkg) writes these, and their meanings make the reference of the docs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dateline.exports.cells import Cell, Column, Head, Table, moment, table
from dateline.exports.claims import CLAIM_COLUMNS, COUNTED, names, when_columns, where_columns
from dateline.exports.publication import Audience, IncidentRow, Publication, Toll
from dateline.exports.sheets import JUDGED, SEAL, seal
from dateline.records import Claim, Figure, Report, Told
from dateline.records import Span as Words

MEANINGS = {
    "incidents": "What the claims of all reports together tell of, each once, with its figures by one rule.",
    "claims": "What one source says of one event in one report, with the words that say it.",
    "figures": "Every number of every claim with its range, who says so and in which words.",
    "reports": "The documents that the claims were read from.",
    "codebook": "What each word and each column means, and how the export was made.",
}


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with the claim and the report that give it, its place among them, and the claim's incident."""

    told: Told
    figure: Figure
    number: int
    incident: str

    @property
    def claim(self) -> Claim:
        """The claim that gives it."""
        return self.told.claim


def tables(publication: Publication) -> tuple[Table, ...]:
    """All five, in the order in which a reader wants them; rows in the publication's order."""
    made = (incidents(publication), claims(publication), figures(publication), reports(publication))
    return (*made, codebook(publication, made))


def incidents(publication: Publication) -> Table:
    """One row an incident; low, best and high are those of the publication's rule."""
    return table(
        "incidents", MEANINGS["incidents"], incident_columns(publication.rule), publication.incidents
    )


def incident_columns(rule: str) -> tuple[Column[IncidentRow], ...]:
    """The columns of an incident, its figures by one rule."""
    return (
        Column("incident", "text", "the incident's id", lambda i: i.id),
        Column("kind", "text", "kind of event, as most of its claims have it", lambda i: i.kind),
        Column("status", "text", "the firmest way in which a source puts it", lambda i: i.statuses[0]),
        Column("statuses", "text", "all ways in which sources put it", lambda i: "; ".join(i.statuses)),
        *when_columns(lambda i: i.when),
        *where_columns(lambda i: i.where),
        Column("actors", "text", "who did it, as most claims have it", lambda i: names(i.actors)),
        Column("targets", "text", "to whom, as most claims have it", lambda i: names(i.targets)),
        Column("rule", "text", "the rule by which figures that differ become one range", lambda _: rule),
        *(column for measure in COUNTED for column in _toll_columns(measure, rule)),
        Column(
            "other_tolls",
            "text",
            "low, best and high of all other measures and groups: `captured 60/60/60; killed children 6/6/6`",
            lambda i: _others(i, rule),
        ),
        Column("claims", "count", "how many claims tell of it", lambda i: len(i.claims)),
        Column("reports", "count", "how many reports tell of it", lambda i: len(i.reports)),
        Column("origins", "count", "who says so: copies and relays counted once", lambda i: i.origins),
        Column(
            "party_origins", "count", "how many of these are party to the conflict", lambda i: i.party_origins
        ),
        Column(
            "part_of",
            "text",
            "the larger incident it belongs to: its figures are in that one's",
            lambda i: i.part_of,
        ),
    )


_BOUNDS = {
    "low": "at least; empty where nobody states a lower bound, never 0 for that",
    "best": "the one number, where the rule names one",
    "high": "at most; empty where nobody states an upper bound",
}


def _toll_columns(measure: str, rule: str) -> Iterator[Column[IncidentRow]]:
    def bound(end: str) -> Callable[[IncidentRow], Cell]:
        return lambda i: None if (toll := i.toll(measure, rule)) is None else getattr(toll, end)

    for end, meaning in _BOUNDS.items():
        yield Column(f"{measure}_{end}", "count", f"{measure}: {meaning}", bound(end))


def _others(incident: IncidentRow, rule: str) -> str:
    return "; ".join(
        three(toll)
        for toll in incident.tolls
        if toll.rule == rule and (toll.measure not in COUNTED or toll.victim is not None)
    )


def three(toll: Toll) -> str:
    """A toll on one line: "killed 17//118", "killed civilian 6/6/6"; what nobody states is left out."""
    bounds = ("" if n is None else str(n) for n in (toll.low, toll.best, toll.high))
    return " ".join(part for part in (toll.measure, toll.victim or "", "/".join(bounds)) if part)


def claims(publication: Publication) -> Table:
    """One row a claim; for the project itself with the columns in which to judge it."""
    incident: Column[Told] = Column(
        "incident", "text", "the incident that the claim is held to tell of", lambda t: _home(publication, t)
    )
    made = table("claims", MEANINGS["claims"], (*CLAIM_COLUMNS, incident), publication.told)
    return _to_judge(made, publication)


def _home(publication: Publication, told: Told) -> str | None:
    row = publication.by_claim.get(told.claim.id)
    return None if row is None else row.id


def figures(publication: Publication) -> Table:
    """One row a figure; for the project itself with the columns in which to judge it."""
    items = [
        Counted(told, figure, number, _home(publication, told) or "")
        for told in publication.told
        for number, figure in enumerate(told.claim.figures, 1)
    ]
    return _to_judge(table("figures", MEANINGS["figures"], FIGURE_COLUMNS, items), publication)


def _place(span: Words | None) -> str | None:
    return None if span is None else f"{span.start}-{span.end}"


FIGURE_COLUMNS: tuple[Column[Counted], ...] = (
    Column("claim", "text", "the claim's id", lambda f: f.claim.id),
    Column("number", "count", "which of the claim's figures it is, from 1", lambda f: f.number),
    Column("measure", "text", "what is counted", lambda f: f.figure.measure),
    Column("low", "count", "at least; empty where not stated", lambda f: f.figure.low),
    Column("high", "count", "at most; empty where not stated", lambda f: f.figure.high),
    Column("approx", "flag", "whether the words say about", lambda f: f.figure.approx),
    Column("of", "text", "who or what is counted, in the report's words", lambda f: f.figure.of),
    Column("victim", "text", "their class, where it is said", lambda f: f.figure.victim),
    Column("unit", "text", "people, things or attacks", lambda f: f.figure.unit),
    Column(
        "scope", "text", "new, cumulative, part (of a larger one) or superseded", lambda f: f.figure.scope
    ),
    Column("words", "text", "the words of the figure", lambda f: f.figure.span.of(f.told.report.text)),
    Column("start", "count", "where they start in the report's text", lambda f: f.figure.span.start),
    Column("end", "count", "where they end, exclusive", lambda f: f.figure.span.end),
    Column("part_of", "text", "where the words of its whole stand", lambda f: _place(f.figure.part_of)),
    Column(
        "replaced_by",
        "text",
        "where the words of the figure that holds now stand",
        lambda f: _place(f.figure.replaced_by),
    ),
    Column("kind", "text", "kind of event of the claim", lambda f: f.claim.kind),
    Column("status", "text", "how the source puts it", lambda f: f.claim.status),
    Column("source", "text", "who says so", lambda f: f.claim.source.name),
    Column("source_type", "text", "a source type of the codebook", lambda f: f.claim.source.type),
    Column("report", "text", "the report's id", lambda f: f.told.report.id),
    Column("published", "day", "day of publication", lambda f: f.told.report.published_day),
    Column("incident", "text", "the incident that the claim is held to tell of", lambda f: f.incident),
)


def _to_judge(made: Table, publication: Publication) -> Table:
    if publication.audience is Audience.PUBLIC:
        return made
    more = (*(asked.head for asked in JUDGED[made.name]), SEAL)
    empty = (None,) * len(JUDGED[made.name])
    rows = tuple((*row, *empty, seal(made.columns, row)) for row in made.rows)
    return replace(made, columns=made.columns + more, rows=rows)


def reports(publication: Publication) -> Table:
    """One row a report, without its text."""
    return table("reports", MEANINGS["reports"], REPORT_COLUMNS, publication.reports)


REPORT_COLUMNS: tuple[Column[Report], ...] = (
    Column("report", "text", "the report's id", lambda r: r.id),
    Column("publisher", "text", "who published it", lambda r: r.publisher),
    Column("headline", "text", "its headline", lambda r: r.headline),
    Column("byline", "text", "who wrote it", lambda r: r.byline),
    Column("dateline", "text", "where it was filed", lambda r: r.dateline),
    Column("published", "day", "day of publication", lambda r: r.published_day),
    Column("url", "text", "where it was published", lambda r: r.url),
    Column("language", "text", "BCP 47", lambda r: r.language),
    Column("length", "count", "code points of its text as it is handed on", lambda r: len(r.text)),
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word of the codebook, a column of a table or a fact about the export."""

    field: str
    word: str
    label: str
    definition: str


CODEBOOK_COLUMNS: tuple[Column[Meaning], ...] = (
    Column("field", "text", "where the word stands; `export` for facts about this export", lambda m: m.field),
    Column("word", "text", "the word or the column", lambda m: m.word),
    Column("label", "text", "the same to be read", lambda m: m.label),
    Column("definition", "text", "what it means", lambda m: m.definition),
)


def codebook(publication: Publication, made: tuple[Table, ...]) -> Table:
    """What every word and column means, and what the export was asked for."""
    words = [Meaning(e.field, e.word, e.label, e.definition) for e in publication.codebook]
    columns = [_column(one, head) for one in made for head in one.columns]
    return table("codebook", MEANINGS["codebook"], CODEBOOK_COLUMNS, [*_about(publication), *words, *columns])


def _about(publication: Publication) -> Iterator[Meaning]:
    made_at = publication.made_at
    yield Meaning("export", "audience", "for whom", publication.audience)
    yield Meaning("export", "rule", "rule of the figures", publication.rule)
    yield Meaning("export", "as of", "the ledger's last moment", moment(made_at) if made_at else "")
    yield Meaning("export", "asked", "what was asked for", publication.asked or "all")
    for one in publication.withheld:
        yield Meaning("export", "withheld", f"{one.count:,} {one.kind}", one.why)


def _column(one: Table, head: Head) -> Meaning:
    return Meaning(one.name, head.name, head.name.replace("_", " "), head.meaning)
