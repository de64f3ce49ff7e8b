"""A publication -> events in the shape of UCDP GED's CSV: 49 columns, in its order and with its codes.

Only what GED would hold: an incident on told days in a told country, with somebody dead, between sides that are
named. Deaths are low, best and high by the rule; a bound that nobody states stays empty. What only UCDP can say (its
own numbers of conflicts and dyads, whether a dyad was active) stays empty too.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor
from pathlib import Path
from types import MappingProxyType

from dateline import lexicons
from dateline.exports.cells import Cell, Column, written
from dateline.exports.events import (
    FOREIGN,
    GROUPS,
    KILLED,
    STATE,
    Event,
    country_name,
    country_of,
    division,
    events,
    is_civilian,
    kind_of,
    listed,
    lose_voices,
    number,
    place_of,
    reports_of,
    wholes,
)
from dateline.exports.losses import Losses
from dateline.exports.publication import Loss, Publication, Toll
from dateline.mentions.actors.rows import by_id
from dateline.records import Actor, Precision, Report

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
CIVILIANS = "Civilians"
WEEK, MONTH = 7, 31
# Where we know how closely a place is known, but not which division it is, the coarser code is the sound one.
CLOSENESS = MappingProxyType(
    {Precision.EXACT: 1, Precision.NEAR: 2, Precision.ADMIN: 4, Precision.COUNTRY: 6}
)
SECOND_ORDER = 3  # where_prec of a second-order division
UNNAMED = "unidentified"
_REGIONS = lexicons.load("projections")["ged"]["regions"]


@dataclass(frozen=True, slots=True)
class Deaths:
    """How many died, on which side; None is not told."""

    a: int | None
    b: int | None
    civilians: int | None
    unknown: int | None


@dataclass(frozen=True, slots=True)
class Coded:
    """An event as GED codes it; `side_b` is None where civilians are the target."""

    event: Event
    violence: int
    side_a: Actor
    side_b: Actor | None
    toll: Toll
    deaths: Deaths


def write(publication: Publication, path: Path) -> Loss:
    """Write one CSV file."""
    losses = Losses()
    coded = code(publication, losses)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow([column.name for column in COLUMNS])
        rows.writerows([written(column.of(one)) for column in COLUMNS] for one in coded)
    return losses.loss("ucdp-ged", len(coded))


def code(publication: Publication, losses: Losses) -> list[Coded]:
    """The incidents that GED would hold, as it codes them."""
    fit = [
        event
        for event in events(publication, losses, needs_place=True)
        if _is_deadly(event, publication, losses)
    ]
    inside = wholes(fit, publication)
    coded = []
    for event in fit:
        if event.row.id in inside:
            losses.leave_out(event.row.id, "part of a larger incident, whose deaths hold these")
            continue
        one = _coded(event, publication)
        if isinstance(one, str):
            losses.leave_out(event.row.id, one)
        else:
            coded.append(one)
    _lose(coded, publication, losses)
    return coded


def _is_deadly(event: Event, publication: Publication, losses: Losses) -> bool:
    """Whether somebody is told to have died, as GED asks."""
    toll = event.row.toll(KILLED, publication.rule)
    why = None
    if not lexicons.load("codebook")["kind"][event.row.kind]["ged"]:
        why = f"GED has no such event: {event.row.kind}"
    elif toll is None:
        why = "nobody says how many died"
    elif not any(n for t in _of_rule(event, publication.rule) for n in (t.low, t.best, t.high)):
        why = "nobody is said to have died"
    if why is not None:
        losses.leave_out(event.row.id, why)
    return why is None


def _of_rule(event: Event, rule: str) -> list[Toll]:
    """What the rule makes of the dead: all of them, and each group."""
    return [toll for toll in event.row.tolls if (toll.rule, toll.measure) == (rule, KILLED)]


def _coded(event: Event, publication: Publication) -> Coded | str:
    """The event, or why GED would not hold it."""
    toll = event.row.toll(KILLED, publication.rule)
    if toll is None:
        return "nobody says how many died"
    named = [a for a in event.doers if not _is_unnamed(a)]
    against = [a for a in event.victims if not _is_unnamed(a)]
    if named and against and named[0].name == against[0].name:
        return "both sides bear one name"
    violence = _violence(event, named, against)
    if violence is None:
        return "between whom it was is not told, or a side is not named"
    one, other = named[0], None if violence == ONE_SIDED else against[0]
    if other is not None and _is_state(other, event) and not _is_state(one, event):
        one, other = other, one  # a state-based event has the government as side A
    return Coded(event, violence, one, other, toll, _deaths(event, toll, (one, other), violence))


def _is_unnamed(actor: Actor) -> bool:
    return actor.name.startswith(UNNAMED)


def _is_state(actor: Actor, event: Event) -> bool:
    return kind_of(actor, event.country) in {STATE, FOREIGN}


def _violence(event: Event, doers: Sequence[Actor], victims: Sequence[Actor]) -> int | None:
    """The type of violence that the parties make it, of those that the crosswalk allows for the kind."""
    allowed = lexicons.load("codebook")["kind"][event.row.kind]["ged"]
    if not doers or not event.victims:
        return None
    first = doers[0]
    is_party = _is_state(first, event) or kind_of(first, event.country) in GROUPS
    if not is_party:
        return None
    if all(is_civilian(actor, event.country) for actor in event.victims):
        return ONE_SIDED if ONE_SIDED in allowed else None
    if not victims:
        return None
    second = victims[0]
    states = _is_state(first, event) + _is_state(second, event)
    groups = sum(kind_of(actor, event.country) in GROUPS for actor in (first, second))
    made = STATE_BASED if states and states + groups == 2 else NON_STATE if groups == 2 else None
    return made if made in allowed else None


def _deaths(event: Event, toll: Toll, sides: tuple[Actor, Actor | None], violence: int) -> Deaths:
    """Of the best number: how many of each side, as far as it is told exactly; the rest are of an unknown side."""
    if toll.best is None:
        return Deaths(None, None, None, None)
    told = {t.victim: t.best for t in _of_rule(event, toll.rule)}
    one, other = sides
    a, b, civilians = told.get(one.name), told.get(other.name) if other else None, told.get("civilian")
    if violence == STATE_BASED and other is not None and not _is_state(other, event):
        a = told.get("security forces") if a is None else a
        b = told.get("combatant") if b is None else b
    rest = toll.best - sum(n for n in (a, b, civilians) if n is not None)
    if rest < 0:  # the groups were told by others than the whole
        return Deaths(None, None, None, toll.best)
    if violence == ONE_SIDED and civilians is None and a is None:
        return Deaths(None, None, toll.best, None)
    return Deaths(a, b, civilians, rest)


# ------------------------------------------------------------------------------------------------ the 49 columns


def _number_of(actor: Actor | None) -> int | None:
    """UCDP's number of an actor that our table has from it."""
    row = by_id().get(actor.actor_id or "") if actor else None
    return row.ucdp[0] if row and row.ucdp else None


def _state_number(actor: Actor | None, one: Coded) -> int | None:
    """Gleditsch and Ward's number of a side that is a state."""
    if actor is None or not _is_state(actor, one.event):
        return None
    number_: int | None = country_of(actor.country).get("gw")
    return number_


def _side_b(one: Coded) -> str:
    return CIVILIANS if one.side_b is None else one.side_b.name


def _where_precision(one: Coded) -> int | None:
    where = one.event.where
    if where is None:
        return None
    place = place_of(where) if where.precision is Precision.ADMIN else None
    return SECOND_ORDER if place and place.kind == "admin2" else CLOSENESS[where.precision]


def _day_precision(one: Coded) -> int:
    """1 the day, 2 up to six days, 3 a week, 4 a month, 5 a year or more than a month."""
    days = one.event.days
    if days <= 1:
        return 1
    if days < WEEK:
        return 2
    return 3 if days == WEEK else 4 if days <= MONTH else 5


def _clarity(one: Coded) -> int:
    """1 where the reports single the event out by day and place, 2 where they lump."""
    is_placed = one.event.where is not None and one.event.where.precision is not Precision.COUNTRY
    return 1 if is_placed and _day_precision(one) <= 2 else 2


def cell_of_grid(lat: float | None, lon: float | None) -> int | None:
    """PRIO-GRID's number of the half-degree cell that a point lies in.

    >>> cell_of_grid(34.53, 69.17)
    179779
    """
    if lat is None or lon is None:
        return None
    row, column = min(floor((lat + 90) * 2), 359), min(floor((lon + 180) * 2), 719)
    return row * 720 + column + 1


def _grid(one: Coded) -> int | None:
    where = one.event.where
    return cell_of_grid(where.lat, where.lon) if where else None


def _point(one: Coded) -> str | None:
    where = one.event.where
    return None if where is None or where.lat is None else f"POINT ({where.lon} {where.lat})"


def _region(one: Coded) -> str | None:
    gw = country_of(one.event.country).get("gw")
    return next((name for first, last, name in _REGIONS if gw is not None and first <= gw <= last), None)


def _moment(day: date) -> str:
    return f"{day.isoformat()} 00:00:00.000"


def _articles(one: Coded) -> str:
    """Every report as GED lists an article: who, when, what it is called."""
    return ";".join(f'"{_article(report)}"' for report in reports_of(one.event))


def _article(report: Report) -> str:
    parts = (report.publisher, str(report.published_day or ""), report.headline)
    return ",".join(part.replace('"', "'") for part in parts if part)


def _originals(one: Coded) -> str:
    """Whom the reports quote."""
    return listed(told.claim.source.name for told in one.event.told if told.claim.source.type != "report")


def _empty(_: Coded) -> None:
    return None


def _of_where(name: str) -> Callable[[Coded], Cell]:
    return lambda one: getattr(one.event.where, name, None)


def _of_reports(of: Callable[[Report], str | None]) -> Callable[[Coded], Cell]:
    return lambda one: ";".join(dict.fromkeys(v for v in map(of, reports_of(one.event)) if v))


OURS = "always empty: UCDP's own"
COLUMNS: tuple[Column[Coded], ...] = (
    Column("id", "count", "a number made of the incident's id", lambda c: number(c.event.row)),
    Column("relid", "text", "the incident's id", lambda c: c.event.row.id),
    Column("year", "count", "year of the first day", lambda c: c.event.when.start.year),
    Column("active_year", "flag", OURS, _empty),
    Column("code_status", "text", OURS, _empty),
    Column("type_of_violence", "count", "1 state-based, 2 non-state, 3 one-sided", lambda c: c.violence),
    Column("conflict_dset_id", "text", OURS, _empty),
    Column("conflict_new_id", "count", OURS, _empty),
    Column("conflict_name", "text", OURS, _empty),
    Column("dyad_dset_id", "text", OURS, _empty),
    Column("dyad_new_id", "count", OURS, _empty),
    Column("dyad_name", "text", "side A - side B", lambda c: f"{c.side_a.name} - {_side_b(c)}"),
    Column("side_a_dset_id", "text", "as side_a_new_id", lambda c: _number_of(c.side_a)),
    Column(
        "side_a_new_id",
        "count",
        "UCDP's number, where the table of actors has it",
        lambda c: _number_of(c.side_a),
    ),
    Column("side_a", "text", "the state, or who did it", lambda c: c.side_a.name),
    Column("side_b_dset_id", "text", "as side_b_new_id", lambda c: _number_of(c.side_b)),
    Column(
        "side_b_new_id",
        "count",
        "UCDP's number, where the table of actors has it",
        lambda c: _number_of(c.side_b),
    ),
    Column("side_b", "text", "the other side; `Civilians` in one-sided violence", _side_b),
    Column("number_of_sources", "count", "how many reports tell of it", lambda c: len(reports_of(c.event))),
    Column("source_article", "text", "the reports: publisher, day, headline", _articles),
    Column("source_office", "text", "their publishers", _of_reports(lambda r: r.publisher)),
    Column("source_date", "text", "their days", _of_reports(lambda r: str(r.published_day or "") or None)),
    Column("source_headline", "text", "their headlines", _of_reports(lambda r: r.headline)),
    Column("source_original", "text", "whom they quote", _originals),
    Column("where_prec", "count", "1 exact, 2 near, 3 and 4 division, 6 country", _where_precision),
    Column("where_coordinates", "text", "the place's name", _of_where("name")),
    Column("where_description", "text", "the place's name", _of_where("name")),
    Column("adm_1", "text", "first-order division, from the gazetteer", lambda c: division(c.event.where)),
    Column("adm_2", "text", "always empty", _empty),
    Column("latitude", "degree", "WGS 84", _of_where("lat")),
    Column("longitude", "degree", "WGS 84", _of_where("lon")),
    Column("geom_wkt", "text", "the point", _point),
    Column(
        "priogrid_gid",
        "count",
        "the cell of PRIO-GRID",
        _grid,
    ),
    Column("country", "text", "as UCDP names it", lambda c: country_name(c.event.country, "ucdp")),
    Column(
        "country_id", "count", "Gleditsch and Ward's number", lambda c: country_of(c.event.country).get("gw")
    ),
    Column("region", "text", "UCDP's region", _region),
    Column("event_clarity", "count", "1 singled out by day and place, 2 lumped", _clarity),
    Column("date_prec", "count", "1 day, 2 up to six days, 3 week, 4 month, 5 longer", _day_precision),
    Column("date_start", "text", "first day", lambda c: _moment(c.event.when.start)),
    Column("date_end", "text", "last day", lambda c: _moment(c.event.when.end)),
    Column("deaths_a", "count", "of side A; empty where not told", lambda c: c.deaths.a),
    Column("deaths_b", "count", "of side B; empty where not told", lambda c: c.deaths.b),
    Column("deaths_civilians", "count", "civilians; empty where not told", lambda c: c.deaths.civilians),
    Column("deaths_unknown", "count", "the rest of best", lambda c: c.deaths.unknown),
    Column("best", "count", "best by the rule; empty where it names none", lambda c: c.toll.best),
    Column("high", "count", "high by the rule; empty where nobody states one", lambda c: c.toll.high),
    Column("low", "count", "low by the rule; empty where nobody states one", lambda c: c.toll.low),
    Column("gwnoa", "text", "the number of a state that is side A", lambda c: _state_number(c.side_a, c)),
    Column("gwnob", "text", "the number of a state that is side B", lambda c: _state_number(c.side_b, c)),
)


def _lose(coded: Sequence[Coded], publication: Publication, losses: Losses) -> None:
    lose_voices([one.event for one in coded], losses)
    for one in coded:
        row = one.event.row
        losses.lose("side_a, side_b", "further actors of a side", max(len(one.event.doers) - 1, 0))
        losses.lose("side_a, side_b", "further actors of a side", max(len(one.event.victims) - 1, 0))
        for name in ("best", "high", "low"):
            losses.lose(
                name, "a bound that nobody states: the cell is empty", getattr(one.toll, name) is None
            )
        losses.lose("deaths_unknown", "on which side they were", bool(one.deaths.unknown))
        others = {t.measure for t in row.tolls if t.rule == publication.rule and t.measure != KILLED}
        losses.lose("best", "figures of the injured, captured, displaced and others", len(others))
        losses.lose("active_year", "whether the dyad reached 25 deaths in the year")
        losses.lose("conflict_new_id, dyad_new_id", "UCDP's numbers of conflict and dyad")
