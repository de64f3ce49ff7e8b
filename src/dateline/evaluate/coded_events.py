"""Rows that people coded, one event as told by one report -> told claims with those fields, as linking takes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import combinations
from typing import Any

from dateline.records import (
    Actor,
    Claim,
    ClaimId,
    Figure,
    Handle,
    Judgement,
    Kind,
    Measure,
    Precision,
    Report,
    ReportId,
    Scope,
    Source,
    SourceType,
    Span,
    Status,
    Told,
    Verdict,
    When,
    Where,
)

Row = Mapping[str, Any]
# The coders' circumstances of an event that are kinds of ours; all their events are violent.
KINDS = {
    "Clash": "armed_clash",
    "Security force crack-down on protest": "crackdown",
    "Protest": "riot",
    "Riot": "riot",
    "Military operation": "raid",
    "Arrest or raid": "raid",
}
# Their steps of how closely an event is placed: 1 the country, 2 a district or province, from 3 on a town.
PRECISIONS = {1: Precision.COUNTRY, 2: Precision.ADMIN}
MEASURES = {"killed": "deaths", "injured": "injuries"}
UNKNOWN = "Unknown"
NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)


def told(rows: Sequence[Row]) -> list[Told]:
    """Each row as a claim; a row has its own words in its report: its place in the list of the report's rows."""
    of_doc: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        of_doc[row["doc"]].append(row)
    return [
        Told(_claim(row, at), _report(row, len(group)))
        for group in of_doc.values()
        for at, row in enumerate(group)
    ]


def held_apart(claims: Sequence[Told]) -> list[Judgement]:
    """The form's own rule: rows of one report are different events."""
    of_report: dict[ReportId, list[Handle]] = defaultdict(list)
    for item in claims:
        span = item.claim.evidence
        of_report[item.report.id].append(
            Handle(item.report.id, span.start, span.end, span.of(item.report.text))
        )
    return [
        Judgement(
            Verdict.DIFFERENT, one, other, "the coders", NO_MOMENT, "one report's rows are different events"
        )
        for handles in of_report.values()
        for one, other in combinations(handles, 2)
    ]


def _report(row: Row, rows: int) -> Report:
    published = date.fromisoformat(row["published"]) if row.get("published") else None
    return Report(ReportId(row["doc"]), "." * rows, headline=row.get("headline"), published=published)


def _claim(row: Row, at: int) -> Claim:
    report = ReportId(row["doc"])
    span = Span(report, at, at + 1)
    return Claim(
        ClaimId(row["id"]),
        report,
        Kind(KINDS.get(row.get("context") or "", "other_violence")),
        Status.HAPPENED,
        Source(row.get("outlet") or "", SourceType("media")),
        span,
        actors=tuple(map(_actor, row.get("actors") or ())),
        targets=(Actor(row["target"], None, row["target"]),) if row.get("target") else (),
        when=_when(row),
        where=_where(row),
        figures=tuple(_figures(row, span)),
    )


def _actor(actor: Row) -> Actor:
    named = not actor["name"].startswith(UNKNOWN)
    return Actor(actor["name"], actor["name"] if named else None, actor.get("type") or "other")


def _when(row: Row) -> When | None:
    days = sorted(date.fromisoformat(row[end]) for end in ("date_start", "date_end") if row.get(end))
    return When(days[0], days[-1], "day") if days else None


def _where(row: Row) -> Where | None:
    names = dict.fromkeys(name for name in (row.get("location"), row.get("city")) if name)
    if not names:
        return None
    precision = PRECISIONS.get(int(row.get("geo_precision") or 0), Precision.EXACT)
    return Where(", ".join(names), None, row.get("country"), row.get("lat"), row.get("lon"), precision)


def _figures(row: Row, span: Span) -> Iterator[Figure]:
    """Figures above 0; in these codings 0 is none or not mentioned, so it says nothing."""
    for measure, field in MEASURES.items():
        low, high = (row.get(field) or {}).get("low") or 0, (row.get(field) or {}).get("high") or 0
        if 0 < high >= low:
            yield Figure(Measure(measure), "people", low, high, low != high, Scope.NEW, span)
