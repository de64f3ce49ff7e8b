"""A publication -> events in the shape of ACLED's CSV: 31 columns, in its order and with its words.

One row an incident on one day; of several days the middle one, with ACLED's precision. Fatalities are one number:
the rule's best, else the least that is told. Unknown fatalities stay empty, as ACLED's 0 for them would be read as
"nobody died"; only the rule `acled`, asked for by name, writes that 0.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

from dateline import lexicons
from dateline.exports.cells import Cell, Column, written
from dateline.exports.events import (
    ARMED,
    CIVILIANS,
    FOREIGN,
    GROUPS,
    KILLED,
    STATE,
    Event,
    country_name,
    country_of,
    division,
    events,
    kind_of,
    listed,
    lose_ranges,
    lose_voices,
    number,
    one_number,
    reports_of,
    said_of,
    wholes,
)
from dateline.exports.losses import Losses
from dateline.exports.publication import Loss, Publication
from dateline.records import Actor, IncidentId, Precision

RULE = "acled"
WEEK, MONTH = 7, 31  # days that time precision 2 and 3 reach over
FIGHTS = frozenset({"armed_clash", "attack", "shelling", "air_strike", "bombing", "suicide_bombing"})
DECIMALS = 4  # of a degree: ten metres
CROWDS = ("Protests", "Riots")
UNHARMED = frozenset({"Peaceful protest", "Protest with intervention"})
CLOSENESS = MappingProxyType({Precision.EXACT: 1, Precision.NEAR: 2, Precision.ADMIN: 3})
_BOOK = lexicons.load("projections")["acled"]
INTER: Mapping[int, str] = {int(code): word for code, word in _BOOK["inter"].items()}
REVERSED = frozenset(map(tuple, _BOOK["reversed"]["pairs"]))


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event: its actor, others of the side, and the actor's kind by ACLED's code."""

    name: str
    others: tuple[str, ...]
    code: int | None


@dataclass(frozen=True, slots=True)
class Coded:
    """An event as ACLED codes it."""

    event: Event
    type: str
    sub_type: str
    sides: tuple[Side | None, Side | None]
    fatalities: int | None
    whole: IncidentId | None
    rule: str
    uploaded: int | None

    @property
    def day(self) -> date:
        """The one day: of several, the middle."""
        return self.event.when.start + timedelta((self.event.days - 1) // 2)


def write(publication: Publication, path: Path) -> Loss:
    """Write one CSV file."""
    losses = Losses()
    coded = code(publication, losses)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow([column.name for column in COLUMNS])
        rows.writerows([written(column.of(one)) for column in COLUMNS] for one in coded)
    return losses.loss("acled", len(coded))


def code(publication: Publication, losses: Losses) -> list[Coded]:
    """The incidents that ACLED would hold, as it codes them."""
    fit = [event for event in events(publication, losses, needs_place=True) if _fits(event, losses)]
    inside = wholes(fit, publication)
    coded = [_coded(event, publication, inside.get(event.row.id)) for event in fit]
    _lose(coded, publication, losses)
    return coded


def _fits(event: Event, losses: Losses) -> bool:
    """Whether ACLED has a place for it."""
    why = None
    if not lexicons.load("codebook")["kind"][event.row.kind]["acled"]:
        why = f"ACLED has no such event: {event.row.kind}"
    elif event.days > MONTH:
        why = "its day is known only to more than a month"
    elif event.where is None or event.where.precision is Precision.COUNTRY:
        why = "its place is known only to the country"
    elif event.where.lat is None:
        why = "its place has no coordinates"
    if why is not None:
        losses.leave_out(event.row.id, why)
    return why is None


def _coded(event: Event, publication: Publication, whole: IncidentId | None) -> Coded:
    main, sub = _type(event, publication.rule)
    toll = event.row.toll(KILLED, publication.rule)
    dead = None if whole else one_number(toll)
    if dead is None and publication.rule == RULE:
        dead = 0
    moment = publication.made_at
    uploaded = None if moment is None else int(moment.timestamp())
    return Coded(event, main, sub, _sides(event, main), dead, whole, publication.rule, uploaded)


# ------------------------------------------------------------------------------------------ which type of event


def _type(event: Event, rule: str) -> tuple[str, str]:
    """ACLED's event type and sub-event type: of those that the crosswalk names, the first that fits."""
    for choice in _BOOK["choice"]:
        if choice["kind"] == event.row.kind and all(_holds(word, event, rule) for word in choice["when"]):
            return choice["take"][0], choice["take"][1]
    first = lexicons.load("codebook")["kind"][event.row.kind]["acled"][0]
    return first[0], first[1]


def _holds(condition: str, event: Event, rule: str) -> bool:
    if condition.startswith("with "):
        return condition.removeprefix("with ") in event.kinds
    return CONDITIONS[condition](event, rule)


def _codes(actors: Sequence[Actor], event: Event) -> list[int | None]:
    return [kind_of(actor, event.country) for actor in actors]


def _told(event: Event, rule: str, measure: str) -> bool:
    """Whether somebody is told to have come to harm."""
    return (one_number(event.row.toll(measure, rule)) or 0) > 0


CONDITIONS: Mapping[str, Callable[[Event, str], bool]] = MappingProxyType(
    {
        "target_armed": lambda e, _: bool(e.victims) and all(c in ARMED for c in _codes(e.victims, e)),
        "fatal": lambda e, rule: _told(e, rule, KILLED),
        "harmful": lambda e, rule: _told(e, rule, KILLED) or _told(e, rule, "injured"),
        "fought": lambda e, rule: _told(e, rule, KILLED) or bool(e.kinds & FIGHTS),
        "doer_state": lambda e, _: any(c in {STATE, FOREIGN} for c in _codes(e.doers, e)),
        "doer_group": lambda e, _: any(c in GROUPS for c in _codes(e.doers, e)),
    }
)


# --------------------------------------------------------------------------------------------------- who it was


def _sides(event: Event, main: str) -> tuple[Side | None, Side | None]:
    """Actor 1 and actor 2: who did it and to whom; of a crowd, the crowd first."""
    doers, victims = event.doers, event.victims
    if main in CROWDS:
        return _crowd_first(event, main)
    if not doers and main == "Strategic developments" and victims:
        doers, victims = victims, ()
    one = _side(doers, event) or _nobody(event, main)
    return one, _apart(one, _side(victims, event))


def _apart(one: Side, other: Side | None) -> Side | None:
    """The other side, unless it is the same: two nameless groups, or a man told of as both."""
    return None if other is None or other.name == one.name else other


def _crowd_first(event: Event, main: str) -> tuple[Side | None, Side | None]:
    crowd = _nobody(event, main)
    ours, theirs = (
        (event.victims, event.doers) if event.row.kind == "crackdown" else (event.doers, event.victims)
    )
    others = [actor for actor in ours if kind_of(actor, event.country) != CIVILIANS]  # the crowd itself
    named = [name for name in (_name(actor, event) for actor in others) if name != crowd.name]
    one = Side(crowd.name, tuple(dict.fromkeys(named)), crowd.code)
    return one, _apart(one, _side(theirs, event))


def _side(actors: Sequence[Actor], event: Event) -> Side | None:
    if not actors:
        return None
    first, *others = actors
    name = _name(first, event)
    rest = dict.fromkeys(n for n in (_name(actor, event) for actor in others) if n != name)
    return Side(name, tuple(rest), kind_of(first, event.country))


def _nobody(event: Event, main: str) -> Side:
    """Whom ACLED names where no report does."""
    word = _BOOK["nobody"].get(main, _BOOK["nobody"][""])
    return Side(_listed_name(word, event), (), int(_BOOK["people"][word]["code"]))


def _name(actor: Actor, event: Event) -> str:
    return _listed_name(actor.name, event) if actor.name in _BOOK["people"] else actor.name


def _listed_name(word: str, event: Event) -> str:
    return str(_BOOK["people"][word]["name"]).format(country=country_name(event.country, "acled"))


def _interaction(one: Coded) -> str | None:
    """Both kinds of actors as ACLED pairs them; None where a kind is not known."""
    first, second = one.sides
    if first is None or first.code is None:
        return None
    if second is None:
        return f"{INTER[first.code]} only"
    if second.code is None:
        return None
    pair = tuple(sorted((first.code, second.code)))
    low, high = reversed(pair) if pair in REVERSED else pair
    return f"{INTER[low]}-{INTER[high]}"


def _targeting(one: Coded) -> str | None:
    """Whether civilians alone were hit; those killed in a battle are not meant."""
    codes = _codes(one.event.victims, one.event)
    if one.type in {"Battles", "Strategic developments"} or one.sub_type in UNHARMED or not codes:
        return None
    return "Civilians targeted" if all(c == CIVILIANS for c in codes) else None


# ------------------------------------------------------------------------------------------------ the 31 columns


def _notes(one: Coded) -> str:
    """What the row cannot say in its columns: every figure of the dead with who says so, and of what it is part."""
    said = said_of(one.event, KILLED)
    parts = [
        f"{one.event.row.kind.replace('_', ' ')}, {one.event.when.start} to {one.event.when.end}.",
        f"By the rule {one.rule}; as told: {'; '.join(dict.fromkeys(said))}." if said else "",
        f"Part of incident {one.whole}, whose fatalities hold these." if one.whole else "",
    ]
    return " ".join(part for part in parts if part)


def _crowd_size(one: Coded) -> str | None:
    """ACLED's tag for how many took part in a demonstration."""
    if one.type not in CROWDS:
        return None
    toll = one.event.row.toll("participants", one.rule)
    if toll is None or (toll.low is None and toll.high is None):
        return "crowd size=no report"
    if toll.low == toll.high:
        return f"crowd size={toll.low}"
    return f"crowd size={_bounds(toll.low, toll.high)}"


def _bounds(low: int | None, high: int | None) -> str:
    if high is None:
        return f"at least {low}"
    return f"up to {high}" if low is None else f"between {low} and {high}"


def _side_of(place: int, of: Callable[[Side], Cell]) -> Callable[[Coded], Cell]:
    return lambda one: None if (side := one.sides[place]) is None else of(side)


def _inter(side: Side) -> str | None:
    return None if side.code is None else INTER[side.code]


def _degree(name: str) -> Callable[[Coded], Cell]:
    def of(one: Coded) -> Cell:
        value = getattr(one.event.where, name, None)
        return None if value is None else round(float(value), DECIMALS)

    return of


def _location(one: Coded) -> str | None:
    return one.event.where.name if one.event.where else None


def _closeness(one: Coded) -> int | None:
    return CLOSENESS[one.event.where.precision] if one.event.where else None


def _publishers(one: Coded) -> str:
    return listed(report.publisher for report in reports_of(one.event))


COLUMNS: tuple[Column[Coded], ...] = (
    Column(
        "event_id_cnty",
        "text",
        "country and a number made of the incident's id; it stays",
        lambda c: f"{c.event.country}{number(c.event.row)}",
    ),
    Column("event_date", "day", "the day; of several the middle one", lambda c: c.day),
    Column("year", "count", "its year", lambda c: c.day.year),
    Column(
        "time_precision",
        "count",
        "1 the day, 2 up to a week, 3 up to a month",
        lambda c: 1 if c.event.days == 1 else 2 if c.event.days <= WEEK else 3,
    ),
    Column(
        "disorder_type", "text", "follows from the sub-event type", lambda c: _BOOK["disorder"][c.sub_type]
    ),
    Column("event_type", "text", "one of ACLED's six, by the crosswalk of the codebook", lambda c: c.type),
    Column("sub_event_type", "text", "one of ACLED's 25", lambda c: c.sub_type),
    Column("actor1", "text", "who did it; of a demonstration the crowd", _side_of(0, lambda s: s.name)),
    Column("assoc_actor_1", "text", "others of that side", _side_of(0, lambda s: listed(s.others))),
    Column("inter1", "text", "the kind of actor 1; empty where not known", _side_of(0, _inter)),
    Column("actor2", "text", "to whom", _side_of(1, lambda s: s.name)),
    Column("assoc_actor_2", "text", "others of that side", _side_of(1, lambda s: listed(s.others))),
    Column("inter2", "text", "the kind of actor 2; empty where not known", _side_of(1, _inter)),
    Column("interaction", "text", "both kinds, the lower code first", _interaction),
    Column("civilian_targeting", "text", "`Civilians targeted`, or empty", _targeting),
    Column("iso", "count", "ISO 3166 numeric", lambda c: country_of(c.event.country).get("iso")),
    Column("region", "text", "ACLED's region", lambda c: country_of(c.event.country).get("region")),
    Column("country", "text", "as ACLED names it", lambda c: country_name(c.event.country, "acled")),
    Column("admin1", "text", "first-order division, from the gazetteer", lambda c: division(c.event.where)),
    Column("admin2", "text", "always empty", lambda _: None),
    Column("admin3", "text", "always empty", lambda _: None),
    Column("location", "text", "the place's name", _location),
    Column("latitude", "degree", "WGS 84, four decimals", _degree("lat")),
    Column("longitude", "degree", "WGS 84, four decimals", _degree("lon")),
    Column(
        "geo_precision",
        "count",
        "1 the town, 2 near it, 3 a larger region",
        _closeness,
    ),
    Column("source", "text", "the publishers of the reports", _publishers),
    Column("source_scale", "text", "always empty: the ledger does not say", lambda _: None),
    Column("notes", "text", "what was told of the dead, with who says so", _notes),
    Column("fatalities", "count", "best, else low; empty where nobody says", lambda c: c.fatalities),
    Column("tags", "text", "the size of a crowd", _crowd_size),
    Column("timestamp", "count", "the ledger's last moment, as Unix time", lambda c: c.uploaded),
)


def _lose(coded: Sequence[Coded], publication: Publication, losses: Losses) -> None:
    found = [one.event for one in coded]
    lose_ranges(found, publication, losses, "fatalities")
    lose_voices(found, losses)
    for one in coded:
        _lose_row(one, losses)


def _lose_row(one: Coded, losses: Losses) -> None:
    row, sides = one.event.row, one.sides
    losses.lose("event_date", "that it was, or may have been, on several days", one.event.days > 1)
    losses.lose("fatalities", "counted in the larger incident that it is part of", one.whole is not None)
    losses.lose("actor1", "that nobody says who did it", not one.event.doers)
    losses.lose("actor2", "things that were hit", sum(actor.type == "object" for actor in row.targets))
    same = bool(one.event.victims) and sides[1] is None and bool(one.event.doers)
    losses.lose("actor2", "that who did it and to whom bear one name", same)
    for place, side in enumerate(sides, 1):
        if side is not None:
            losses.lose(
                f"inter{place}", "the kind of an actor that is not in the table of actors", side.code is None
            )
    others = {
        t.measure for t in row.tolls if t.rule == one.rule and t.measure not in {KILLED, "participants"}
    }
    losses.lose("fatalities", "figures of the injured, captured, displaced and others", len(others))
    losses.lose("source_scale", "the reach of the sources", 1)
