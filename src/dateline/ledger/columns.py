"""A ledger's incident view -> its columns as arrays, in which a question is a few sums; made once for each state.

A page asks six things of the same hundred thousand claims: to go through their rows in SQL six times takes a
second, through arrays of numbers some milliseconds. Words are numbered, and compared once each.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from sqlalchemy import Connection, func, select

from dateline import lexicons
from dateline.ledger import keeping
from dateline.ledger.filters import ClaimFilter, kept_conditions
from dateline.ledger.incident_tables import INCIDENT, INCIDENT_CLAIM

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Mask = NDArray[np.bool_]

NO_DAY = -1
# States of views that are held at a time: a server has one ledger, which is read into now and then.
STATES = 2
BOUNDS = ("low", "best", "high")


@dataclass(frozen=True, slots=True)
class Coded:
    """A column of words: the number of each row's word, -1 for none, and the words by number."""

    codes: Numbers
    words: tuple[str, ...]

    def having(self, passes: Callable[[str], bool]) -> Mask:
        """The rows whose word passes."""
        good = np.fromiter((passes(word) for word in self.words), np.bool_, len(self.words))
        return cast("Mask", np.append(good, False)[self.codes])  # the last, -1, is no word


@dataclass(frozen=True, slots=True)
class Tolls:
    """What one rule makes of one measure of each incident: bounds, 0 where there is none, and which there are."""

    bounds: Mapping[str, Numbers]
    has: Mapping[str, Mask]
    used: Numbers

    @property
    def told(self) -> Mask:
        """The incidents that give a figure, or for which the rule writes a number nonetheless."""
        return (self.used > 0) | self.has["low"]


@dataclass(frozen=True, slots=True)
class Columns:
    """The view: incidents in the order of their first claims, and their claims; days are ordinals, NO_DAY for none.

    whole:   of each incident, the one that it is part of, -1 for none; `nested`: those in such a relation.
    spots:   of each incident, its place on the map, by its number in `places`: lat, lon, precision, name.
    claim:   the place of each claim in the columns of claims; `incident`: the incident of each claim.
    """

    ids: tuple[str, ...]
    whole: Numbers
    nested: Numbers
    days: tuple[Numbers, Numbers]
    counts: Mapping[str, Numbers]
    spots: Numbers
    places: tuple[tuple[float, float, str, str], ...]
    radius: NDArray[np.float64]
    claim: Mapping[str, int]
    incident: Numbers
    coded: Mapping[str, Coded]
    claim_days: tuple[Numbers, Numbers]
    said: Numbers
    tolls: dict[tuple[str, str], Tolls] = field(default_factory=dict)
    named: dict[str, tuple[Numbers, Coded]] = field(default_factory=dict)

    def passing(self, connection: Connection, asked: ClaimFilter) -> Mask | None:
        """The claims that pass a filter; None for all of them."""
        masks = [
            self.coded[column].having(partial(passes, value))
            for name, (column, passes) in TESTS.items()
            if (value := getattr(asked, name)) is not None
        ]
        if asked.place is not None:
            masks.append(
                self.coded["place_part"].having(partial(_has, asked.place))
                | self.coded["country"].having(partial(_is, asked.place.upper()))
            )
        masks += self._by_days(asked)
        if any(getattr(asked, name) is not None for name in BY_SQL):
            masks.append(self._by_sql(connection, asked))
        return cast("Mask", np.logical_and.reduce(masks)) if masks else None

    def _by_days(self, asked: ClaimFilter) -> list[Mask]:
        first, last = self.claim_days
        masks = []
        if asked.since is not None:
            masks.append(last >= asked.since.toordinal())
        if asked.until is not None:
            masks.append((first <= asked.until.toordinal()) & (first != NO_DAY))
        if asked.said_by is not None:
            masks.append((self.said <= asked.said_by.toordinal()) & (self.said != NO_DAY))
        return masks

    def _by_sql(self, connection: Connection, asked: ClaimFilter) -> Mask:
        condition = kept_conditions(asked)
        wanted = select(INCIDENT_CLAIM.c.claim)
        found = connection.execute(wanted if condition is None else wanted.where(condition)).scalars()
        mask = np.zeros(len(self.claim), np.bool_)
        mask[[self.claim[claim] for claim in found]] = True
        return mask

    def toll(self, connection: Connection, rule: str, measure: str) -> Tolls:
        """What a rule makes of a measure."""
        if (rule, measure) not in self.tolls:
            self.tolls[rule, measure] = _tolls(connection, self.ids, rule, measure)
        return self.tolls[rule, measure]

    def actors(self, connection: Connection) -> tuple[Numbers, Coded]:
        """Who did it, a row for each name of each claim: the claim, and the name."""
        if "actor" not in self.named:
            self.named["actor"] = _actors(connection, self.claim)
        return self.named["actor"]


def _is(asked: str, word: str) -> bool:
    return word == asked


def _has(asked: str, word: str) -> bool:
    return asked.lower() in word


def _lists(asked: str, words: str) -> bool:
    return f"\n{asked}\n" in words


# A field of a filter -> the column that it asks, and whether a word of that column passes.
TESTS: Mapping[str, tuple[str, Callable[[str, str], bool]]] = {
    "kind": ("kind", _is),
    "status": ("status", _is),
    "source_type": ("source_type", _is),
    "report": ("report", _is),
    "source": ("source_part", _has),
    "actor": ("actor_part", _has),
    "target": ("target_part", _has),
    "measure": ("measures", _lists),
}
# Fields that the arrays do not answer: SQL does, with indices.
BY_SQL = ("words", "known_at", "min_confidence")

_STATES: OrderedDict[tuple[object, ...], Columns] = OrderedDict()


def columns(connection: Connection, path: Path) -> Columns:
    """The columns of the view that a ledger holds now: those that were made before, where nothing has changed."""
    file = path.stat()
    count = connection.execute(select(func.count()).select_from(INCIDENT)).scalar_one()
    state = (path, file.st_dev, file.st_ino, keeping.kept(connection), count)
    found = _STATES.get(state)
    if found is None:
        found = _STATES[state] = _read(connection)
        while len(_STATES) > STATES:
            _STATES.popitem(last=False)
    return found


def _read(connection: Connection) -> Columns:
    names = (*_OF_INCIDENT, *_OF_PLACE)
    rows = _rows(connection, f"SELECT {', '.join(names)} FROM incident ORDER BY place", names)  # noqa: S608  # our own words
    place = {id_: at for at, id_ in enumerate(rows["id"])}
    spots = coded(
        [None if spot[0] is None else spot for spot in zip(*(rows[n] for n in _OF_PLACE), strict=True)]
    )
    claims = _rows(connection, f"SELECT {', '.join(_OF_CLAIM)} FROM incident_claim", _OF_CLAIM)  # noqa: S608  # our own words
    return Columns(
        ids=tuple(rows["id"]),
        whole=np.array([place.get(whole, -1) for whole in rows["part_of"]], np.int64),
        nested=np.flatnonzero(np.array(rows["nested"], np.int64)),
        days=(_days(rows["when_start"]), _days(rows["when_end"])),
        counts={name: np.array(rows[name], np.int64) for name in ("claims", "reports", "origins")},
        spots=spots.codes,
        places=cast("tuple[tuple[float, float, str, str], ...]", spots.words),
        radius=np.array(rows["where_radius_km"], np.float64),
        claim={claim: at for at, claim in enumerate(claims["claim"])},
        incident=np.array([place[incident] for incident in claims["incident"]], np.int64),
        coded={name: coded(claims[name]) for name in _CODED},
        claim_days=(_days(claims["when_start"]), _days(claims["when_end"])),
        said=_days(claims["said"]),
    )


_OF_INCIDENT = (
    "id",
    "part_of",
    "nested",
    "when_start",
    "when_end",
    "claims",
    "reports",
    "origins",
    "where_radius_km",
)
_OF_PLACE = ("where_lat", "where_lon", "where_precision", "where_name")
_CODED = (
    "kind",
    "status",
    "source_type",
    "report",
    "place",
    "place_part",
    "country",
    "source_part",
    "actor_part",
    "target_part",
    "measures",
)
_OF_CLAIM = ("claim", "incident", "when_start", "when_end", "said", *_CODED)


def _rows(
    connection: Connection, asked: str, names: Sequence[str], values: tuple[Any, ...] = ()
) -> dict[str, Sequence[Any]]:
    """The rows of a question, column by column."""
    rows = connection.exec_driver_sql(asked, values).fetchall()
    return dict(zip(names, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(names, ())


def coded(values: Sequence[Any]) -> Coded:
    """A column of words as numbers, in the order in which the words first come."""
    index: dict[Any, int] = {}
    codes = [-1 if value is None else index.setdefault(value, len(index)) for value in values]
    return Coded(np.array(codes, np.int64), tuple(index))


def _days(values: Sequence[str | None]) -> Numbers:
    found = coded(values)
    ordinals = [date.fromisoformat(word).toordinal() for word in found.words]
    return np.array([*ordinals, NO_DAY], np.int64)[found.codes]


def _tolls(connection: Connection, ids: Sequence[str], rule: str, measure: str) -> Tolls:
    asked = "SELECT incident, low, best, high, used FROM incident_toll WHERE rule = ? AND measure = ? AND victim = ''"
    names = ("incident", *BOUNDS, "used")
    rows = _rows(connection, asked, names, (rule, measure))
    place = {id_: at for at, id_ in enumerate(ids)}
    at = np.array([place[incident] for incident in rows["incident"]], np.int64)
    bounds, has = {}, {}
    # What a rule writes where nobody says anything (ACLED's 0 dead); by all others that is no number.
    nothing = lexicons.load("rules").get(rule, {}).get("nothing", {}).get(measure)
    for name in BOUNDS:
        bounds[name] = np.full(len(ids), nothing or 0, np.int64)
        has[name] = np.full(len(ids), nothing is not None, np.bool_)
        bounds[name][at] = [value or 0 for value in rows[name]]
        has[name][at] = [value is not None for value in rows[name]]
    used = np.zeros(len(ids), np.int64)
    used[at] = rows["used"]
    return Tolls(bounds, has, used)


def _actors(connection: Connection, claim: Mapping[str, int]) -> tuple[Numbers, Coded]:
    asked = (
        "SELECT a.claim, a.name FROM incident_claim AS c JOIN claim_actor AS a"
        " ON a.claim = c.claim AND a.revision = c.revision WHERE a.role = 'actor'"
    )
    rows = _rows(connection, asked, ("claim", "name"))
    return np.array([claim[one] for one in rows["claim"]], np.int64), coded(rows["name"])
