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
# By these a party takes part; the coders also name victims and bystanders there.
DOERS = frozenset(("perpetrator", "initiator"))
# So much text stands for a row: two or three paragraphs. Which reports are long is compared.
LETTERS = 1500
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
    text = "." * (rows * LETTERS)
    return Report(ReportId(row["doc"]), text, headline=row.get("headline"), published=published)


def _claim(row: Row, at: int) -> Claim:
    report = ReportId(row["doc"])
    span = Span(report, at * LETTERS, at * LETTERS + 1)
    return Claim(
        ClaimId(row["id"]),
        report,
        Kind(KINDS.get(row.get("context") or "", "other_violence")),
        Status.HAPPENED,
        Source(row.get("outlet") or "", SourceType("media")),
        span,
        actors=tuple(_actor(actor) for actor in row.get("actors") or () if _is_doer(actor)),
        targets=tuple(_target(row.get("target") or UNKNOWN)),
        when=_when(row),
        where=_where(row),
        figures=tuple(_figures(row, span)),
    )


def _is_doer(actor: Row) -> bool:
    roles = actor.get("roles")
    return not roles or not DOERS.isdisjoint(roles)


def _actor(actor: Row) -> Actor:
    """A party by its name, which the coders write alike; of an unknown one only its sort is said."""
    name, sort = actor["name"], actor.get("type") or "other"
    return Actor(name.lower(), None, sort) if name.startswith(UNKNOWN) else Actor(name, name, sort)


def _target(target: str) -> Iterator[Actor]:
    """Whom it hit, by the coders' classes."""
    if target != UNKNOWN:
        yield Actor(target, target, target)


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
