"""A publication -> JSON lines: everything that it holds, nested, one object a line.

The first line tells of the export itself; then come the codebook, the reports with their text, the claims and
the incidents. `type` says which. Offsets are code points of the text of the report as it stands in this file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dateline.exports.cells import moment
from dateline.exports.claims import to_object
from dateline.exports.losses import Losses
from dateline.exports.publication import IncidentRow, Loss, Publication, words
from dateline.records import Actor, Report, Source, Told, When, Where

Object = Mapping[str, Any]


def write(publication: Publication, path: Path) -> Loss:
    """Write one file of JSON lines."""
    rows = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines(publication):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            rows += 1
    return Losses().loss("jsonl", rows)


def lines(publication: Publication) -> Iterator[Object]:
    """The objects, one a line."""
    yield {"type": "export", **about(publication)}
    for entry in publication.codebook:
        yield {"type": "word", **asdict(entry)}
    for report in publication.reports:
        yield {"type": "report", **of_report(report)}
    for one in publication.told:
        yield {"type": "claim", **of_claim(one, publication)}
    for row in publication.incidents:
        yield {"type": "incident", **of_incident(row)}


def about(publication: Publication) -> Object:
    """What the export is: for whom, by which rule, as of when, and what it withholds."""
    return {
        "audience": publication.audience,
        "text": publication.wording,
        "rule": publication.rule,
        "rules": list(publication.rules),
        "as_of": publication.made_at and moment(publication.made_at),
        "asked": publication.asked,
        "withheld": [asdict(one) for one in publication.withheld],
    }


def of_report(report: Report) -> Object:
    """A report with its text as it is handed on."""
    return {
        "id": report.id,
        "publisher": report.publisher,
        "headline": report.headline,
        "byline": report.byline,
        "dateline": report.dateline,
        "published": report.published and report.published.isoformat(),
        "updated": report.updated and report.updated.isoformat(),
        "url": report.url,
        "language": report.language,
        "text": report.text,
        "sections": [[section.kind, section.start, section.end] for section in report.sections],
    }


def of_claim(one: Told, publication: Publication) -> Object:
    """A claim with all that it says: names as `dateline claims --format jsonl` has them, and actors in full."""
    claim, row = one.claim, publication.by_claim.get(one.claim.id)
    return {
        **to_object(claim, one.report.text),
        "report": one.report.id,
        "incident": row and row.id,
        "quote": words(claim, one.report),
        "when": when(claim.when),
        "where": where(claim.where),
        "actor": [asdict(actor) for actor in claim.actors],
        "target": [asdict(actor) for actor in claim.targets],
        "source": _source(claim.source),
    }


def of_incident(row: IncidentRow) -> Object:
    """An incident with its tolls by every rule that was asked for."""
    return {
        "id": row.id,
        "kind": row.kind,
        "statuses": list(row.statuses),
        "when": when(row.when),
        "where": where(row.where),
        "actors": [actor(one) for one in row.actors],
        "targets": [actor(one) for one in row.targets],
        "part_of": row.part_of,
        "claims": list(row.claims),
        "reports": list(row.reports),
        "origins": row.origins,
        "party_origins": row.party_origins,
        "tolls": [asdict(toll) for toll in row.tolls],
    }


def when(value: When | None) -> Object | None:
    """A time; null where nothing is said."""
    if value is None:
        return None
    return {"start": value.start.isoformat(), "end": value.end.isoformat(), "precision": value.precision}


def where(value: Where | None) -> Object | None:
    """A place; null where nothing is said."""
    return None if value is None else {**asdict(value), "precision": value.precision.value}


def actor(value: Actor) -> Object:
    """An actor with its id, type and country."""
    return asdict(value)


def _source(source: Source) -> Object:
    via = _source(source.via) if source.via else None
    speaker = source.speaker and [source.speaker.start, source.speaker.end]
    return {"name": source.name, "type": source.type, "speaker": speaker, "via": via}
