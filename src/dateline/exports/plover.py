"""A publication -> events as PLOVER's JSON records, one a line, one an incident.

The words and their place in the report are those of the claim that heads the incident. PLOVER codes nothing without
an actor; its marks for what is planned, possible or denied were never put to use, so such claims make no record.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline import __version__, lexicons
from dateline.exports.cells import moment
from dateline.exports.events import (
    KILLED,
    Event,
    division,
    events,
    kind_of,
    lose_ranges,
    lose_voices,
    one_number,
    place_of,
    wholes,
)
from dateline.exports.losses import Losses
from dateline.exports.publication import Loss, Publication, words
from dateline.mentions.actors.rows import by_id
from dateline.records import Actor, Told, Where

CODEBOOK = "plover-0.8"
SIZES = {"dead": KILLED, "injured": "injured", "arrested": "captured"}
FORCE = "ASSAULT"
# Actors that are no state's: the manual's codes for them, by our type.
TOP = {"international_organisation": "IGO", "ngo": "NGO", "monitor": "NGO"}
_BOOK = lexicons.load("projections")["plover"]
Object = dict[str, Any]


def write(publication: Publication, path: Path) -> Loss:
    """Write one file of JSON lines."""
    losses = Losses()
    made = records(publication, losses)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in made)
    return losses.loss("plover", len(made))


def records(publication: Publication, losses: Losses) -> list[Object]:
    """The incidents that PLOVER would hold, as it codes them."""
    made = coded(publication, losses)
    fit = [event for event, _ in made]
    lose_ranges(fit, publication, losses, "size.dead")
    lose_voices(fit, losses)
    for event, record in made:
        _lose(event, record, losses)
    return [record for _, record in made]


def coded(publication: Publication, losses: Losses) -> list[tuple[Event, Object]]:
    """The incidents that PLOVER would hold, each with its record; the others are noted in the losses."""
    found = events(publication, losses, needs_place=False)
    fit = [event for event in found if _fits(event, losses)]
    inside = wholes(fit, publication)
    return [(event, _record(event, publication, inside.get(event.row.id))) for event in fit]


def _fits(event: Event, losses: Losses) -> bool:
    """Whether PLOVER has a type for it, and those whom the type asks for."""
    type_ = lexicons.load("codebook")["kind"][event.row.kind]["plover"][0]
    why = None
    if not type_:
        why = f"PLOVER has no such event: {event.row.kind}"
    elif not event.doers:
        why = "nobody says who did it, and PLOVER codes nothing without an actor"
    elif _BOOK["type"][type_].get("recipient") and not event.victims:
        why = f"{type_} asks for a recipient, and none is told"
    if why is not None:
        losses.leave_out(event.row.id, why)
    return why is None


def _record(event: Event, publication: Publication, whole: str | None) -> Object:
    type_, mode = lexicons.load("codebook")["kind"][event.row.kind]["plover"]
    head = head_of(event)
    actors, recipients = _sides(event, type_)
    entry = _BOOK["type"][type_]
    record: Object = {
        "id": event.row.id,
        "has_event": True,
        "date": event.when.start.isoformat(),
        "enddate": event.when.end.isoformat() if event.days > 1 else None,
        "actor": [_entity(actor, event) for actor in actors],
        "recipient": [_entity(actor, event) for actor in recipients],
        "event": [type_],
        "event_loc": _location(event.where),
        "event_text": [words(head.claim, head.report)],
        "quad_code": entry["quad"],
        "event_scale": entry.get("modes", {}).get(mode, entry.get("score")),
        "mode": [mode] if mode else [],
        "context": [],
        "link": event.row.part_of,
        "text_info": {"start": head.claim.evidence.start, "end": head.claim.evidence.end},
        "cite_info": _citation(head),
        "size": _size(event, publication.rule, whole),
        "coder": f"dateline {__version__}",
        "coded_date": publication.made_at and moment(publication.made_at)[:10],
        "coded_time": publication.made_at and moment(publication.made_at)[11:],
        "comment": f"The dead are counted in {whole}, of which this is a part." if whole else None,
    }
    return {name: value for name, value in record.items() if value is not None}


def head_of(event: Event) -> Told:
    """The first claim of the incident's kind that somebody stands by."""
    firm = [
        one
        for one in event.told
        if one.claim.kind == event.row.kind and one.claim.status in ("happened", "ongoing")
    ]
    return (firm or list(event.told))[0]


def _sides(event: Event, type_: str) -> tuple[Sequence[Actor], Sequence[Actor]]:
    """Actors and recipients; in a fight of two armed sides all are actors, as the manual has it."""
    if type_ == FORCE and event.row.kind == "armed_clash":
        both = dict.fromkeys((*event.doers, *event.victims))
        return tuple(both), ()
    return event.doers, event.victims


def _entity(actor: Actor, event: Event) -> Object:
    """An actor as PLOVER's entity: a state or a kind of body, a sector, and its name."""
    row = by_id().get(actor.actor_id or "")
    sector = _BOOK["people"].get(actor.name) or (row.plover if row else _sector(actor))
    code = TOP.get(actor.type) or actor.country or (event.country if kind_of(actor, None) == 7 else None)
    entity = {
        "code": code,
        "sector": sector,
        "entity_text": actor.name,
        "identifier_id": actor.actor_id,
        "identifier_text": actor.name if actor.actor_id else None,
    }
    return {name: value for name, value in entity.items() if value is not None}


def _sector(actor: Actor) -> str:
    return str(lexicons.load("actor_columns")["type"].get(actor.type, {}).get("plover", "UNK"))


def _location(where: Where | None) -> Object | None:
    if where is None:
        return None
    place = place_of(where)
    is_geoname = place is not None and place.id.startswith("gn:")
    location = {
        "extracted_place": where.name,
        "resolved_place": place.name if place else None,
        "geonameid": int(place.id.removeprefix("gn:")) if place and is_geoname else None,
        "lat": where.lat,
        "lon": where.lon,
        "province": division(where),
        "country_code": where.country,
        "resolution": where.precision.value,
    }
    return {name: value for name, value in location.items() if value is not None}


def _citation(head: Told) -> Mapping[str, Any]:
    report = head.report
    cited = {
        "citation": report.id,
        "url": report.url,
        "title": report.headline,
        "language": report.language,
        "publication": report.publisher,
        "coder": f"dateline {__version__}",
        "codebook": CODEBOOK,
    }
    return {name: value for name, value in cited.items() if value is not None}


def _size(event: Event, rule: str, whole: str | None) -> Object | None:
    """How many, as one number each; what nobody says is left out, never 0."""
    size = {name: one_number(event.row.toll(measure, rule)) for name, measure in SIZES.items()}
    if whole:
        size["dead"] = None
    told = {name: value for name, value in size.items() if value is not None}
    return told or None


def _lose(event: Event, record: Object, losses: Losses) -> None:
    losses.lose("date", "how closely the days were told", event.when.precision != "day")
    losses.lose(
        "event_loc", "the radius within which it may have been", bool(event.where and event.where.radius_km)
    )
    losses.lose("event_text", "the words of the other claims", max(len(event.told) - 1, 0))
    losses.lose("event_scale", "a score: the manual's own is in doubt", "event_scale" not in record)
    nowhere = sum("code" not in one for one in (*record["actor"], *record["recipient"]))
    losses.lose("actor.code, recipient.code", "a country: none is told", nowhere)
    objects = sum(actor.type == "object" for actor in event.row.targets)
    losses.lose("recipient", "things that were hit", objects)
    others = {t.measure for t in event.row.tolls} - set(SIZES.values())
    losses.lose("size", "figures of other measures than the dead, injured and arrested", len(others))
