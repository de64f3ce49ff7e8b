"""A publication -> events in the 40 columns of POLECAT's weekly files, separated by tabs, one row an incident.

What an event is, is PLOVER's manual's to say; the columns say less than its records: no dead or injured, no words and
no address. Several actors of one side stand in one cell. People who are only named in a report are never listed.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline import __version__, lexicons
from dateline.exports.cells import Cell, Column, guarded, written
from dateline.exports.events import (
    Event,
    country_name,
    country_of,
    division,
    listed,
    lose_voices,
    place_of,
)
from dateline.exports.losses import Losses
from dateline.exports.plover import SIZES, Object, coded, head_of
from dateline.exports.publication import Loss, Publication
from dateline.records import Actor

_BOOK = lexicons.load("projections")["polecat"]


@dataclass(frozen=True, slots=True)
class Row:
    """An event, and its record by PLOVER's manual."""

    event: Event
    record: Object


def write(publication: Publication, path: Path) -> Loss:
    """Write one file of tab-separated values, with a line of names and without quotes."""
    losses = Losses()
    made = [Row(event, record) for event, record in coded(publication, losses)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
        writer.writerow(column.name for column in COLUMNS)
        writer.writerows([_plain(column.of(row)) for column in COLUMNS] for row in made)
    lose_voices([row.event for row in made], losses)
    for row in made:
        _lose(row, publication.rule, losses)
    return losses.loss("polecat", len(made))


def _plain(cell: Cell) -> str:
    """A cell on one line and without tabs, as nothing is quoted."""
    return guarded(" ".join(cell.split())) if isinstance(cell, str) else written(cell)


def _sides(row: Row, side: str, take: Callable[[Object], Any]) -> str:
    """What is taken of each entity of a side; the same is said once."""
    return listed(str(value) for entity in row.record[side] if (value := take(entity)) is not None)


def _entities(side: str, name: str) -> Callable[[Row], Cell]:
    return lambda row: _sides(row, side, lambda entity: entity.get(name)) or None


def _first(side: str, name: str) -> Callable[[Row], Cell]:
    return lambda row: row.record[side][0].get(name) if row.record[side] else None


def _numbers(side: str) -> Callable[[Row], Cell]:
    return lambda row: _sides(row, side, lambda entity: _cow(entity.get("code"))) or None


def _cow(code: str | None) -> int | None:
    number: int | None = _BOOK["cow"].get(code, country_of(code).get("gw"))
    return number


def _place(name: str) -> Callable[[Row], Cell]:
    return lambda row: (row.record.get("event_loc") or {}).get(name)


def _kind_of_place(row: Row) -> str | None:
    place = place_of(row.event.where)
    return place.kind if place is not None else None


def _city(row: Row) -> str | None:
    place = place_of(row.event.where)
    return place.name if place is not None and place.kind == "city" else None


def _bodies(row: Row) -> str | None:
    """Groups and bodies of the event that the table of actors has; people are not listed."""
    actors: Sequence[Actor] = (*row.event.row.actors, *row.event.row.targets)
    return listed(actor.name for actor in actors if actor.actor_id and actor.type != "person") or None


def _country(row: Row) -> str | None:
    return country_name(row.event.country, "acled") if row.event.country else None


def _nothing(_: Row) -> None:
    return None


COLUMNS: tuple[Column[Row], ...] = (
    Column("Event ID", "text", "the incident's id", lambda r: str(r.event.row.id)),
    Column("Event Date", "day", "its first day", lambda r: r.event.when.start),
    Column("Event Type", "text", "one of PLOVER's 16, by the codebook's crosswalk", lambda r: r.record["event"][0]),
    Column("Event Mode", "text", "PLOVER's mode", lambda r: listed(r.record["mode"]) or None),
    Column("Intensity", "degree", "the manual's score of type and mode", lambda r: r.record.get("event_scale")),
    Column("Quad Code", "text", "quadrant in words", lambda r: _BOOK["quads"][r.record["quad_code"] - 1]),
    Column("Contexts", "text", "always empty: the ledger has none", _nothing),
    Column("Actor Name", "text", "who did it", _entities("actor", "entity_text")),
    Column("Actor Country", "text", "ISO 3166 alpha-3, or a code for bodies of no state", _entities("actor", "code")),
    Column("Actor COW", "text", "the country's number by the Correlates of War", _numbers("actor")),
    Column("Primary Actor Sector", "text", "PLOVER's sector of the first", _first("actor", "sector")),
    Column("Actor Sectors", "text", "PLOVER's sectors of all", _entities("actor", "sector")),
    Column("Actor Title", "text", "always empty: titles can tell who somebody is", _nothing),
    Column("Actor Name Raw", "text", "as Actor Name: the ledger keeps one name", _entities("actor", "entity_text")),
    Column("Wikipedia Actor ID", "text", "always empty: actors have ids of our own", _nothing),
    Column("Recipient Name", "text", "to whom", _entities("recipient", "entity_text")),
    Column("Recipient Country", "text", "as for the actor", _entities("recipient", "code")),
    Column("Recipient COW", "text", "as for the actor", _numbers("recipient")),
    Column("Primary Recipient Sector", "text", "as for the actor", _first("recipient", "sector")),
    Column("Recipient Sectors", "text", "as for the actor", _entities("recipient", "sector")),
    Column("Recipient Title", "text", "always empty", _nothing),
    Column("Recipient Name Raw", "text", "as Recipient Name", _entities("recipient", "entity_text")),
    Column("Wikipedia Recipient ID", "text", "always empty", _nothing),
    Column("Placename", "text", "the place as the gazetteer names it", _place("resolved_place")),
    Column("City", "text", "the same, where it is a city", _city),
    Column("District", "text", "always empty", _nothing),
    Column("Province", "text", "first-order division, from the gazetteer", lambda r: division(r.event.where)),
    Column("Country", "text", "the country's name", _country),
    Column("Latitude", "degree", "WGS 84", _place("lat")),
    Column("Longitude", "degree", "WGS 84", _place("lon")),
    Column("GeoNames ID", "count", "where the place is one of GeoNames'", _place("geonameid")),
    Column("Raw Placename", "text", "the place as the ledger has it", _place("extracted_place")),
    Column("Feature Type", "text", "what the place is in the gazetteer", _kind_of_place),
    Column("Source", "text", "publisher of the first report", lambda r: head_of(r.event).report.publisher),
    Column("Publication Date", "day", "its day", lambda r: head_of(r.event).report.published_day),
    Column("Story People", "text", "always empty: who is only named is not listed", _nothing),
    Column("Story Organizations", "text", "groups and bodies of the event", _bodies),
    Column("Story Locations", "text", "the place of the event", _place("extracted_place")),
    Column("Language", "text", "of the first report", lambda r: head_of(r.event).report.language),
    Column("Version", "text", "what coded it", lambda _: f"dateline {__version__}"),
)  # fmt: skip


def _lose(row: Row, rule: str, losses: Losses) -> None:
    event = row.event
    measures = {toll.measure for toll in event.row.tolls if toll.rule == rule}
    losses.lose("row", "how many died, were injured or arrested", len(measures & set(SIZES.values())))
    losses.lose("row", "figures of other measures", len(measures - set(SIZES.values())))
    losses.lose("row", "the words of its claims", len(event.told))
    losses.lose("Source", "the address of the report", head_of(event).report.url is not None)
    losses.lose("Source", "who says so, behind the publisher", head_of(event).claim.source.type != "report")
    losses.lose("Event Date", "that it was, or may have been, on several days", event.days > 1)
    losses.lose("Event Date", "how closely the days were told", event.when.precision != "day")
    losses.lose(
        "Latitude", "the radius within which it may have been", bool(event.where and event.where.radius_km)
    )
    losses.lose("Intensity", "a score: the manual's own is in doubt", "event_scale" not in row.record)
    losses.lose("Recipient Name", "things that were hit", sum(a.type == "object" for a in event.row.targets))
    losses.lose("row", "the larger incident that it is part of", event.row.part_of is not None)
