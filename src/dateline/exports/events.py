"""A publication -> those of its incidents that a data set of events could hold, and what all such data sets ask.

An incident that nobody says happened is no event: what was only denied, planned, feared, or is a number that
stands, is left out, and so is what lacks a day or a place that the data set needs. Each is named in the loss report.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from dateline import lexicons
from dateline.exports.losses import Losses
from dateline.exports.notebook import counted
from dateline.exports.publication import IncidentRow, Publication, Toll
from dateline.incidents.statements import UNASSERTED
from dateline.lexicons.gazetteer import Gazetteer, Place, open_gazetteer
from dateline.mentions.actors.rows import by_id
from dateline.records import Actor, IncidentId, Report, Scope, Status, Told, When, Where

KILLED = "killed"
ASSERTED = (Status.HAPPENED, Status.ONGOING)
STATE, REBEL, CIVILIANS, FOREIGN = 1, 2, 7, 8  # ACLED's kinds of actors, which our table bears
GROUPS = frozenset({2, 3, 4})
ARMED = frozenset({STATE, FOREIGN}) | GROUPS
# What a person is to a data set, whoever speaks: our types without a kind of their own.
PRIVATE = frozenset({"person", "ngo", "media", "monitor"})
ID = re.compile(r"[0-9a-f]{16,}")  # an id of the ledger, or what stands for it
DIGITS = 13  # hexadecimal digits of an id that make its number: 52 bits, which every program reads exactly


@dataclass(frozen=True, slots=True)
class Event:
    """An incident that happened, with its claims, its day and its place."""

    row: IncidentRow
    told: tuple[Told, ...]
    when: When
    where: Where | None

    @property
    def days(self) -> int:
        """How many days it may have been on, or lasted."""
        return (self.when.end - self.when.start).days + 1

    @property
    def country(self) -> str | None:
        """ISO 3166 alpha-3."""
        return self.where.country if self.where else None

    @property
    def doers(self) -> tuple[Actor, ...]:
        """Who did it: people and bodies, no things."""
        return people(self.row.actors)

    @property
    def victims(self) -> tuple[Actor, ...]:
        """To whom it was done: people and bodies, no things."""
        return people(self.row.targets)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of all its claims that assert something."""
        return frozenset(str(one.claim.kind) for one in self.told if one.claim.status in ASSERTED)


def events(publication: Publication, losses: Losses, *, needs_place: bool) -> list[Event]:
    """The incidents that could be events, in their order; the others are noted in the losses."""
    found = []
    for row in publication.incidents:
        why = _unfit(row, needs_place=needs_place)
        if why is not None:
            losses.leave_out(row.id, why)
        elif row.when is not None:
            found.append(Event(row, publication.told_of(row), row.when, row.where))
    return found


def _unfit(row: IncidentRow, *, needs_place: bool) -> str | None:
    if not set(row.statuses) & set(ASSERTED):
        return f"nobody says that it happened: {row.statuses[0]}"
    if row.when is None:
        return "no day is told"
    if needs_place and (row.where is None or row.where.country is None):
        return "no place is told, or not in which country"
    return None


def people(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Those that can be a party; a thing that was hit is none."""
    return tuple(actor for actor in actors if actor.type != "object")


def number(row: IncidentRow) -> int:
    """The incident's id as a number, which stays when what is told of it changes."""
    digits = row.id.removeprefix("i")
    if not ID.fullmatch(digits):
        digits = sha256(row.id.encode()).hexdigest()
    return int(digits[:DIGITS], 16)


def one_number(toll: Toll | None) -> int | None:
    """The one number of a data set without ranges: best, else the least that is told; None where nobody says.

    "At least 0" and "0 to 74" say of nobody that he lived: they make no 0.
    """
    if toll is None:
        return None
    if toll.best is not None:
        return toll.best
    return None if toll.low == 0 and toll.high != 0 else toll.low


def wholes(
    found: Iterable[Event], publication: Publication, measure: str = KILLED
) -> Mapping[IncidentId, IncidentId]:
    """Of each event that is part of a larger one which gives a figure: that one, as nobody is counted twice."""
    written = {event.row.id for event in found}
    rows = {row.id: row for row in publication.incidents}
    asked = (publication.rule, measure)
    given = [id_ for id_ in sorted(written) if _is_given(rows[id_].toll(measure, publication.rule))]
    return {id_: whole for id_ in given if (whole := _above(rows[id_], rows, written, asked))}


def _is_given(toll: Toll | None) -> bool:
    return toll is not None and (toll.low, toll.best, toll.high) != (None, None, None)


def _above(
    row: IncidentRow,
    rows: Mapping[IncidentId, IncidentRow],
    written: Collection[IncidentId],
    asked: tuple[str, str],
) -> IncidentId | None:
    rule, measure = asked
    seen = {row.id}
    while row.part_of is not None and row.part_of in rows and row.part_of not in seen:
        row = rows[row.part_of]
        seen.add(row.id)
        if row.id in written and _is_given(row.toll(measure, rule)):
            return row.id
    return None


def kind_of(actor: Actor, country: str | None) -> int | None:
    """ACLED's kind of an actor; a state's forces abroad are External/Other forces. None where it is not known."""
    row = by_id().get(actor.actor_id or "")
    listed = lexicons.load("projections")["acled"]["people"].get(actor.name)
    if listed is not None:
        return int(listed["code"])
    type_code = lexicons.load("actor_columns")["type"].get(actor.type, {}).get("acled")
    code = row.acled if row is not None and row.acled is not None else type_code
    if code == STATE and actor.country and country and actor.country != country:
        return FOREIGN
    return int(code) if code is not None else None


def is_civilian(actor: Actor, country: str | None) -> bool:
    """Whether somebody is no party to the fighting."""
    return actor.type in PRIVATE or kind_of(actor, country) == CIVILIANS


@cache
def country_of(code: str | None) -> Mapping[str, Any]:
    """A country as data sets number and name it; empty where none of them knows it."""
    known: Mapping[str, Any] = lexicons.load("country_codes")["country"].get(code or "", {})
    return known


def country_name(code: str | None, data_set: str) -> str:
    """A country's name as a data set writes it: "acled" or "ucdp"."""
    entry = country_of(code)
    return str(entry.get(data_set) or entry.get("name") or code or "")


@cache
def _gazetteer() -> Gazetteer:
    """Opened once: to find its file takes longer than a thousand look-ups."""
    return open_gazetteer()


def place_of(where: Where | None) -> Place | None:
    """The place in the gazetteer, where it is listed there."""
    return None if where is None or where.place_id is None else _gazetteer().place(where.place_id)


def division(where: Where | None) -> str | None:
    """The first-order division that a place lies in, or is."""
    place = place_of(where)
    if place is None:
        return None
    if place.kind == "admin1":
        return place.name
    above = _gazetteer().place(place.admin1) if place.admin1 else None
    return above.name if above else None


def reports_of(event: Event) -> tuple[Report, ...]:
    """The reports that tell of an event, each once, in the order of its claims."""
    return tuple({one.report.id: one.report for one in event.told}.values())


def said_of(event: Event, measure: str) -> list[str]:
    """Every figure of a measure that somebody stands by, in words, with who says so; each once."""
    said = [
        f"{counted(figure)} says {_voice(told)}"
        for told in event.told
        for figure in told.claim.figures
        if figure.measure == measure
        and figure.scope is not Scope.SUPERSEDED
        and told.claim.status not in UNASSERTED
    ]
    return list(dict.fromkeys(said))


def _voice(told: Told) -> str:
    """Who says so: of a report in its own voice, its publisher."""
    own = told.claim.source.type == "report"
    return (told.report.publisher if own else None) or told.claim.source.name


def listed(names: Iterable[str | None]) -> str:
    """Names as one cell, each once."""
    return "; ".join(dict.fromkeys(name for name in names if name))


def lose_ranges(found: Iterable[Event], publication: Publication, losses: Losses, column: str) -> None:
    """Count what one number for the dead leaves unsaid."""
    for event in found:
        toll = event.row.toll(KILLED, publication.rule)
        if toll is None:
            losses.lose(column, "how many died is not told: the cell is empty, or 0 by the rule acled")
        elif toll.low != toll.high:
            losses.lose(column, "a range, or a bound that is open")
        if any(t.measure == KILLED and t.victim and t.rule == publication.rule for t in event.row.tolls):
            losses.lose(column, "who they were: groups of victims")


def lose_voices(found: Iterable[Event], losses: Losses) -> None:
    """Count what a row without sources for each value leaves unsaid."""
    for event in found:
        if len(event.told) > 1:
            losses.lose("row", "who says what: several claims in one row", len(event.told))
        if any(one.claim.status is Status.DENIED for one in event.told):
            losses.lose("row", "that somebody denies it")
        if any(one.claim.status is Status.POSSIBLE for one in event.told):
            losses.lose("row", "that a source only holds it possible")
        if any(one.claim.source.type == "other" for one in event.told):
            losses.lose("row", "that it is alleged, with nobody behind it")
        if event.row.party_origins:
            losses.lose("row", "that a party to the conflict says so")
