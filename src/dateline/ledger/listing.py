"""A ledger's incident view and a question -> lists of claims and of reports, a part at a time, and words found.

What a list orders and counts stands in the view; only the rows that are given are read in full.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, func, select

from dateline.ledger import filters, finding, gathering, queries, sums
from dateline.ledger.filters import EVERY, SOUGHT, ClaimFilter
from dateline.ledger.incident_tables import INCIDENT_CLAIM
from dateline.ledger.schema import CLAIM, REPORT, REPORT_READ
from dateline.records import ClaimId, IncidentId, ReportId, Told

if TYPE_CHECKING:
    from dateline.ledger.arrays import Numbers, Table
    from dateline.ledger.columns import Retell
    from dateline.ledger.store import Ledger

_C = INCIDENT_CLAIM.c
MOST = 1000  # reports that are weighed against each other by how much they say of some words
# A report's id and the revision of its text.
ReportKey = tuple[str, int]
AROUND = 90  # code points of a report that are shown before and after a word that was found


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A claim with its report, the incident that it tells of, and whether a person has judged it to be right."""

    told: Told
    incident: IncidentId
    reviewed: bool


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


def claims(
    ledger: Ledger,
    asked: ClaimFilter = EVERY,
    *,
    start: int = 0,
    count: int = 50,
    retell: Retell | None = None,
) -> ClaimSlice:
    """Claims of a filter, those that were published last first, and of one report in the order of its text.

    Args:     retell: as a board has it; without, no moment can be asked for.
    """
    with ledger.reading() as connection:
        found = sums.ask(connection, ledger.path, asked, retell)
        places = found.claims_of()
        chosen = found.view.claims.picked(places[start : start + count])
        ids = found.view.incidents.texts["id"][found.view.incident[places[start : start + count]]]
        rows = zip(chosen.texts["claim"], chosen.numbers["revision"].tolist(), ids, strict=True)
        return ClaimSlice(_claims(connection, list(rows)), len(places))


def claims_that_say(
    ledger: Ledger, words: str, reports: Collection[ReportId], *, count: int = 10
) -> tuple[ListedClaim, ...]:
    """Claims of some reports in whose own words all of the words stand."""
    said = [func.lower(CLAIM.c.quote).contains(word, autoescape=True) for word in sought(words)]
    chosen = (
        select(_C.claim, _C.revision, _C.incident)
        .join(CLAIM, (CLAIM.c.id == _C.claim) & (CLAIM.c.revision == _C.revision))
        .where(_C.report.in_(reports), *said)
        .order_by(_C.said.desc(), _C.report.desc(), _C.claim.desc())
    )
    with ledger.reading() as connection:
        return _claims(connection, [tuple(row) for row in connection.execute(chosen.limit(count))])


def reports(
    ledger: Ledger,
    asked: ClaimFilter = EVERY,
    *,
    start: int = 0,
    count: int = 50,
    retell: Retell | None = None,
) -> ReportSlice:
    """Reports that make a claim of a filter, those published last first; of no filter, also those without any.

    Args:     retell: as a board has it; without, no moment can be asked for.
    """
    with ledger.reading() as connection:
        if asked == EVERY:
            return _every_report(connection, start, count)
        found = sums.ask(connection, ledger.path, asked, retell)
        codes = found.view.claims.coded["report"].codes[found.claims_of()]
        _, first = np.unique(codes, return_index=True)
        at = found.claims_of()[np.sort(first)]
        shown = found.view.claims.picked(at[start : start + count])
        keys = _report_keys(shown)
        return ReportSlice(_reports(connection, keys, found.by_report(shown.coded["report"].codes)), len(at))


def _report_keys(claims: Table) -> list[ReportKey]:
    """The report of each claim, in the revision that it was read from."""
    report = claims.coded["report"]
    revisions = claims.numbers["report_revision"].tolist()
    return [(report.words[code], revision) for code, revision in zip(report.codes, revisions, strict=True)]


def _every_report(connection: Connection, start: int, count: int) -> ReportSlice:
    each = select(REPORT_READ.c.report).group_by(REPORT_READ.c.report).subquery()
    total = connection.execute(select(func.count()).select_from(each)).scalar_one()
    order = (REPORT.c.published.desc(), REPORT.c.id.desc(), REPORT.c.revision.desc())
    wanted = select(REPORT.c.id, REPORT.c.revision).where(_is_standing(REPORT.c.id, REPORT.c.revision))
    rows = connection.execute(wanted.order_by(*order).limit(count).offset(start))
    keys = [(row.id, row.revision) for row in rows]
    return ReportSlice(_reports(connection, keys, _counts(connection, keys)), total)


def reports_that_say(ledger: Ledger, words: str, *, start: int = 0, count: int = 20) -> ReportSlice:
    """Reports with all of the words in text or headline, those first that say them most.

    Where more than MOST have them, those that were read last come first, and the total is MOST + 1: to weigh them
    all against each other takes long, and helps nobody.
    """
    asked = filters.sought(words)
    with ledger.reading() as connection:
        found = _standing_of(connection, finding.readings_with(connection, asked)[::-1])
        if len(found) <= MOST:
            order = finding.weighed(connection, asked)
            found = {number: found[number] for number in order if number in found}
        keys = list(found.values())[start : start + count]
        return ReportSlice(_reports(connection, keys, _counts(connection, keys), words), len(found))


def _standing_of(connection: Connection, readings: Numbers) -> dict[int, ReportKey]:
    """Of first readings those whose text is the one that was read last of its report; no more than MOST + 1."""
    read, found = REPORT_READ.c, dict[int, ReportKey]()
    for at in range(0, len(readings), MOST):
        some = readings[at : at + MOST].tolist()
        asked = select(read.id, read.report, read.revision).where(
            read.id.in_(some), _is_standing(read.report, read.revision)
        )
        found |= {
            row.id: (row.report, row.revision) for row in connection.execute(asked.order_by(read.id.desc()))
        }
        if len(found) > MOST:
            return dict(list(found.items())[: MOST + 1])
    return found


def sought(words: str) -> tuple[str, ...]:
    """The words and phrases that are looked for, in small letters.

    >>> sought('Clinic* "Lantern market"')
    ('clinic', 'lantern market')
    """
    said = ((found["phrase"] or found["word"] or "").rstrip("*").lower() for found in SOUGHT.finditer(words))
    return tuple(dict.fromkeys(one for one in said if any(letter.isalnum() for letter in one)))


def _is_standing(report: ColumnElement[str], revision: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether a revision is the one that was read last of its report."""
    last = REPORT_READ.alias("last")
    read = select(last.c.revision).where(last.c.report == report).order_by(last.c.id.desc()).limit(1)
    return revision == read.scalar_subquery()


def _claims(connection: Connection, rows: Sequence[tuple[str, int, str]]) -> tuple[ListedClaim, ...]:
    """Claims by id, revision and incident: reports in their order, and claims in the order of their report's text."""
    home = {claim: IncidentId(incident) for claim, _, incident in rows}
    told = {one.claim.id: one for one in _told(connection, rows)}
    place: dict[str, int] = {}
    for claim, _, _ in rows:
        place.setdefault(told[ClaimId(claim)].report.id, len(place))
    found = sorted(
        told.values(), key=lambda one: (place[one.report.id], one.claim.evidence.start, one.claim.id)
    )
    judged = gathering.reviewed(connection, list(home))
    return tuple(ListedClaim(one, home[one.claim.id], one.claim.id in judged) for one in found)


def _told(connection: Connection, rows: Sequence[tuple[str, int, str]]) -> tuple[Told, ...]:
    return queries.told_where(
        connection, queries.among([(ClaimId(claim), number) for claim, number, _ in rows])
    )


def _reports(
    connection: Connection,
    keys: Sequence[ReportKey],
    counts: Mapping[str, tuple[int, int]],
    words: str | None = None,
) -> tuple[ListedReport, ...]:
    """The reports of some keys, in their order, with how many claims and incidents each tells of."""
    columns = [REPORT.c.id, REPORT.c.revision, REPORT.c.headline, REPORT.c.publisher, REPORT.c.published]
    wanted = select(*columns, *([REPORT.c.text] if words else []))
    rows = {
        (row.id, row.revision): row
        for row in connection.execute(wanted.where(REPORT.c.id.in_([id_ for id_, _ in keys])))
    }
    return tuple(_listed(rows[id_, revision], counts.get(id_, (0, 0)), words) for id_, revision in keys)


def _counts(connection: Connection, keys: Sequence[ReportKey]) -> Mapping[str, tuple[int, int]]:
    """How many claims and incidents each report tells of."""
    counted = (
        select(_C.report, func.count().label("claims"), func.count(_C.incident.distinct()).label("incidents"))
        .where(_C.report.in_([id_ for id_, _ in keys]))
        .group_by(_C.report)
    )
    return {row.report: (row.claims, row.incidents) for row in connection.execute(counted)}


def _listed(row: Any, counts: tuple[int, int], words: str | None = None) -> ListedReport:
    excerpt, found = _excerpt(row.text, words) if words else ("", ())
    return ListedReport(
        ReportId(row.id),
        row.headline,
        row.publisher,
        row.published,
        *counts,
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
