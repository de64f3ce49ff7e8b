"""Cases -> rows of the incident view, every value in words that SQL can ask about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dateline.incidents import tolls
from dateline.records import Actor, ClaimId, Status, Told

if TYPE_CHECKING:
    from dateline.casebook.book import Case, Casebook
    from dateline.incidents.summaries import Summary

Row = dict[str, Any]
Recorded = Mapping[ClaimId, tuple[int, int, str]]


def of(book: Casebook, cases: Iterable[Case], recorded: Recorded) -> Mapping[str, list[Row]]:
    """The rows of some cases, by table.

    Args:    recorded: of each claim, the revision that stands, that of its report, and the moment it was recorded at.
    """
    found: dict[str, list[Row]] = {name: [] for name in _BY_TABLE}
    for case in cases:
        for name, rows in _BY_TABLE.items():
            found[name] += rows(book, case, recorded)
    return found


def told(book: Casebook, case: Case, *, nested: bool) -> Mapping[str, list[Row]]:
    """The rows of one case but for those of its claims; `nested`: whether it is part of another or has parts."""
    found = {
        name: list(_BY_TABLE[name](book, case, {}))
        for name in ("incident", "incident_toll", "incident_actor")
    }
    found["incident"] = [row | {"nested": nested} for row in found["incident"]]
    return found


def heading(summary: Summary) -> str:
    """An incident's heading on one line: what, when, where, who to whom."""
    kind = summary.kind.replace("_", " ")
    what = kind if Status.HAPPENED in summary.statuses else f"{kind} ({summary.statuses[0]})"
    where = summary.where
    place = ", ".join(p for p in (where.name, where.country) if p) if where else "no place told"
    when = summary.when.words if summary.when else "no day told"
    doers, victims = (", ".join(a.name for a in side) for side in (summary.actors, summary.targets))
    sides = f"{doers or '?'} → {victims}" if victims else doers
    return " ".join(" · ".join(part for part in (what, when, place, sides) if part).split())


def _incident(book: Casebook, case: Case, recorded: Recorded) -> Iterator[Row]:
    del book, recorded
    summary = case.summary
    when, where = summary.when, summary.where
    yield {
        "id": case.incident.id,
        "place": _place(case.told[0]),
        "kind": summary.kind,
        "status": summary.statuses[0],
        "statuses": list(summary.statuses),
        "when_start": when and when.start,
        "when_end": when and when.end,
        "when_precision": when and when.precision,
        "where_name": where and where.name,
        "where_place_id": where and where.place_id,
        "where_country": where and where.country,
        "where_lat": where and where.lat,
        "where_lon": where and where.lon,
        "where_precision": where and where.precision.value,
        "where_radius_km": where and where.radius_km,
        "headline": heading(summary),
        "claims": len(case.told),
        "reports": case.spread.reports,
        "origins": case.spread.origins,
        "party_origins": case.spread.parties,
        "part_of": case.incident.part_of,
        "nested": bool(case.incident.part_of or case.parts),
    }


def _place(told: Told) -> str:
    """`Told.order` as text that sorts alike."""
    day = told.report.published_day
    return f"{day or '~'}|{told.report.id}|{told.claim.evidence.start:012}|{told.claim.id}"


def _claims(book: Casebook, case: Case, recorded: Recorded) -> Iterator[Row]:
    linked: dict[ClaimId, list[tuple[ClaimId, str | None]]] = defaultdict(list)
    for link in case.incident.links:
        linked[link.other].append((link.one, link.verdict))
    for position, told in enumerate(case.told):
        claim, origin = told.claim, book.origins[told.claim.id]
        revision, text, moment = recorded[claim.id]
        yield {
            "claim": claim.id,
            "revision": revision,
            "incident": case.incident.id,
            "position": position,
            "report": claim.report,
            "report_revision": text,
            "said": told.report.published_day,
            "recorded_at": datetime.fromisoformat(moment),
            "kind": claim.kind,
            "status": claim.status.value,
            "when_start": claim.when and claim.when.start,
            "when_end": claim.when and claim.when.end,
            "country": claim.where and claim.where.country,
            "place": claim.where and claim.where.name,
            "place_part": claim.where and claim.where.name.lower(),
            "source_type": claim.source.type,
            "source_part": claim.source.name.lower(),
            "actor_part": _names(claim.actors),
            "target_part": _names(claim.targets),
            "measures": "".join(f"\n{measure}" for measure in sorted({str(f.measure) for f in claim.figures}))
            + "\n",
            "goes_with": linked[claim.id],
            "origin": origin.id,
            "origin_name": origin.name,
            "origin_type": origin.type,
            "origin_party": origin.party,
            "since": origin.since,
        }


def _names(actors: Sequence[Actor]) -> str:
    return "\n".join(actor.name.lower() for actor in actors)


def _tolls(book: Casebook, case: Case, recorded: Recorded) -> Iterator[Row]:
    del recorded
    if not any(told.claim.figures for told in case.told):
        return
    for made in tolls.by_all_rules(case.incident, book.told, book.origins):
        yield {
            "rule": made.rule,
            "measure": made.measure,
            "victim": made.victim or "",
            "incident": case.incident.id,
            "low": made.low,
            "best": made.best,
            "high": made.high,
            "used": len(made.used),
        }


def _actors(book: Casebook, case: Case, recorded: Recorded) -> Iterator[Row]:
    del book, recorded
    for role, actors in (("actor", case.summary.actors), ("target", case.summary.targets)):
        for position, actor in enumerate(actors):
            yield {
                "incident": case.incident.id,
                "role": role,
                "position": position,
                "name": actor.name,
                "actor_id": actor.actor_id,
                "type": actor.type,
                "country": actor.country,
            }


_BY_TABLE: Mapping[str, Callable[[Casebook, Case, Recorded], Iterator[Row]]] = {
    "incident": _incident,
    "incident_claim": _claims,
    "incident_toll": _tolls,
    "incident_actor": _actors,
}
