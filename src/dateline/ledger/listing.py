"""A ledger's incident view and a question -> lists of claims and of reports, a part at a time, and words found.

What a list orders and counts stands in the view; only the rows that are given are read in full.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, func, select, true, tuple_

from dateline.ledger import filters, queries
from dateline.ledger.filters import EVERY, SOUGHT, ClaimFilter, kept_conditions
from dateline.ledger.incident_tables import INCIDENT_CLAIM, REPORT_WORDS
from dateline.ledger.schema import CLAIM, REPORT, REPORT_READ
from dateline.records import IncidentId, ReportId, Told

if TYPE_CHECKING:
    from dateline.ledger.store import Ledger

_C = INCIDENT_CLAIM.c
MOST = 1000  # reports that are weighed against each other by how much they say of some words
AROUND = 90  # code points of a report that are shown before and after a word that was found


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A claim with its report, and the incident that it tells of."""

    told: Told
    incident: IncidentId


@dataclass(frozen=True, slots=True)
class ClaimSlice:
    """Some of the claims that a question has, and how many it has in all."""

    claims: tuple[ListedClaim, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ListedReport:
    """A report with how many claims of the question it makes, and of how many incidents.

    `excerpt` are words around the first of those that were looked for, and `found` where in it they stand.
    """

    id: ReportId
    headline: str | None
    publisher: str | None
    published: date | None
    claims: int
    incidents: int
    excerpt: str = ""
    found: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ReportSlice:
    """Some of the reports that a question has, and how many it has in all."""

    reports: tuple[ListedReport, ...]
    total: int


def claims(ledger: Ledger, asked: ClaimFilter = EVERY, *, start: int = 0, count: int = 50) -> ClaimSlice:
    """Claims of a filter, those that were published last first, and of one report in the order of its text."""
    chosen = _passing(asked)
    with ledger.reading() as connection:
        total = connection.execute(
            select(func.count()).select_from(INCIDENT_CLAIM).where(chosen)
        ).scalar_one()
        return ClaimSlice(_claims(connection, chosen, start, count), total)


def claims_that_say(
    ledger: Ledger, words: str, reports: Collection[ReportId], *, count: int = 10
) -> tuple[ListedClaim, ...]:
    """Claims of some reports in whose own words all of the words stand."""
    said = [func.lower(CLAIM.c.quote).contains(word, autoescape=True) for word in sought(words)]
    quoted = select(CLAIM.c.id).where(CLAIM.c.report.in_(reports), *said)
    with ledger.reading() as connection:
        return _claims(connection, _C.report.in_(reports) & _C.claim.in_(quoted), 0, count)


def reports(ledger: Ledger, asked: ClaimFilter = EVERY, *, start: int = 0, count: int = 50) -> ReportSlice:
    """Reports that make a claim of a filter, those published last first; of no filter, also those without any."""
    passing = kept_conditions(asked)
    with ledger.reading() as connection:
        if passing is None:
            each = select(REPORT_READ.c.report).group_by(REPORT_READ.c.report).subquery()
            total = connection.execute(select(func.count()).select_from(each)).scalar_one()
            order = (REPORT.c.published.desc(), REPORT.c.id.desc(), REPORT.c.revision.desc())
            wanted = select(REPORT.c.id, REPORT.c.revision).where(
                _is_standing(REPORT.c.id, REPORT.c.revision)
            )
        else:
            total = connection.execute(select(func.count(_C.report.distinct())).where(passing)).scalar_one()
            order = (_C.said.desc(), _C.report.desc(), _C.report_revision.desc())
            wanted = select(_C.report, _C.report_revision).distinct().where(passing)
        keys = [tuple(row) for row in connection.execute(wanted.order_by(*order).limit(count).offset(start))]
        return ReportSlice(_reports(connection, keys, passing), total)


def reports_that_say(ledger: Ledger, words: str, *, start: int = 0, count: int = 20) -> ReportSlice:
    """Reports with all of the words in text or headline, those first that say them most.

    Where more than MOST have them, those that were read last come first, and the total is MOST + 1: to weigh them
    all against each other takes long, and helps nobody.
    """
    matching = REPORT_WORDS.c.report_words.op("MATCH")(filters.sought(words))
    read = REPORT_READ.c
    hits = select(read.report, read.revision).join(REPORT_WORDS, REPORT_WORDS.c.rowid == read.id)
    hits = hits.where(matching, _is_standing(read.report, read.revision))
    with ledger.reading() as connection:
        counted = select(func.count()).select_from(hits.limit(MOST + 1).subquery())
        total = connection.execute(counted).scalar_one()
        is_common = total > MOST
        order = (read.id.desc(),) if is_common else (func.bm25(REPORT_WORDS.c.report_words), read.report)
        keys = [tuple(row) for row in connection.execute(hits.order_by(*order).limit(count).offset(start))]
        return ReportSlice(_reports(connection, keys, None, words), total)


def sought(words: str) -> tuple[str, ...]:
    """The words and phrases that are looked for, in small letters.

    >>> sought('Clinic* "Lantern market"')
    ('clinic', 'lantern market')
    """
    said = ((found["phrase"] or found["word"] or "").rstrip("*").lower() for found in SOUGHT.finditer(words))
    return tuple(dict.fromkeys(one for one in said if any(letter.isalnum() for letter in one)))


def _passing(asked: ClaimFilter) -> ColumnElement[bool]:
    passing = kept_conditions(asked)
    return true() if passing is None else passing


def _is_standing(report: ColumnElement[str], revision: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether a revision is the one that was read last of its report."""
    last = REPORT_READ.alias("last")
    read = select(last.c.revision).where(last.c.report == report).order_by(last.c.id.desc()).limit(1)
    return revision == read.scalar_subquery()


def _claims(
    connection: Connection, chosen: ColumnElement[bool], start: int, count: int
) -> tuple[ListedClaim, ...]:
    order = (_C.said.desc(), _C.report.desc(), _C.claim.desc())
    wanted = select(_C.claim, _C.revision, _C.incident, _C.report).where(chosen).order_by(*order)
    rows = connection.execute(wanted.limit(count).offset(start)).all()
    home = {row.claim: IncidentId(row.incident) for row in rows}
    place = {row.report: k for k, row in reversed(list(enumerate(rows)))}
    keys = [(row.claim, row.revision) for row in rows]
    # The ids alone as well: SQLite finds pairs from a list by going through the whole table.
    chosen = CLAIM.c.id.in_(list(home)) & tuple_(CLAIM.c.id, CLAIM.c.revision).in_(keys)
    told = queries.told_where(connection, chosen)
    found = sorted(told, key=lambda one: (place[one.report.id], one.claim.evidence.start, one.claim.id))
    return tuple(ListedClaim(one, home[one.claim.id]) for one in found)


def _reports(
    connection: Connection,
    keys: Sequence[tuple[Any, ...]],
    passing: ColumnElement[bool] | None,
    words: str | None = None,
) -> tuple[ListedReport, ...]:
    """The reports of some keys, in their order, with what is counted of each."""
    columns = [REPORT.c.id, REPORT.c.revision, REPORT.c.headline, REPORT.c.publisher, REPORT.c.published]
    wanted = select(*columns, *([REPORT.c.text] if words else []))
    rows = {
        (row.id, row.revision): row
        for row in connection.execute(wanted.where(REPORT.c.id.in_([id_ for id_, _ in keys])))
    }
    counts = _counts(connection, [id_ for id_, _ in keys], passing)
    return tuple(_listed(rows[id_, revision], counts, words) for id_, revision in keys)


def _counts(
    connection: Connection, ids: Iterable[str], passing: ColumnElement[bool] | None
) -> Mapping[str, Any]:
    """How many claims and incidents each report tells of."""
    counted = select(
        _C.report, func.count().label("claims"), func.count(_C.incident.distinct()).label("incidents")
    ).where(_C.report.in_(list(ids)))
    if passing is not None:
        counted = counted.where(passing)
    return {row.report: row for row in connection.execute(counted.group_by(_C.report))}


def _listed(row: Any, counts: Mapping[str, Any], words: str | None = None) -> ListedReport:
    of = counts.get(row.id)
    excerpt, found = _excerpt(row.text, words) if words else ("", ())
    return ListedReport(
        ReportId(row.id),
        row.headline,
        row.publisher,
        row.published,
        of.claims if of else 0,
        of.incidents if of else 0,
        excerpt,
        found,
    )


def _excerpt(text: str, words: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Words around the first of those that are looked for, on one line, and where in them each is."""
    asked = sought(words)
    # Letters whose small form is longer would shift all that follows; such a text is searched as it stands.
    small = text.lower() if len(text.lower()) == len(text) else text
    first = min((at for word in asked if (at := small.find(word)) >= 0), default=0)
    start, end = max(0, first - AROUND), min(len(text), first + 2 * AROUND)
    shown = " ".join(text[start:end].split())
    small = shown.lower() if len(shown.lower()) == len(shown) else shown
    return shown, tuple(sorted((at, at + len(word)) for word in asked if (at := small.find(word)) >= 0))
