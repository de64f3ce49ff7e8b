"""A ledger's incident view -> its tables in memory: all of it, some incidents' rows, or what is asked for later."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from sqlalchemy import Connection, select

from dateline import lexicons
from dateline.ledger import arrays
from dateline.ledger.arrays import Table, coded
from dateline.ledger.incident_tables import INCIDENT_CLAIM
from dateline.ledger.schema import JUDGED, JUDGEMENT
from dateline.records import Verdict

if TYPE_CHECKING:
    from dateline.ledger.arrays import Column, Mask, Numbers

Row = Mapping[str, Any]
Lists = Mapping[str, Sequence[Any]]
# Rows by incident and table.
Retold = Mapping[str, Mapping[str, Sequence[Row]]]
BOUNDS = ("low", "best", "high")
NO_BOUND = -1
# Ids in one question: SQLite takes some 32,000 values.
AT_ONCE = 5_000
# What a person says that a claim was looked at by; a note, or a standard of proof, is no review.
FIRM = tuple(verdict.value for verdict in (Verdict.ACCEPT, Verdict.CORRECT, Verdict.ADD))

_PLACE = ("where_lat", "where_lon", "where_precision", "where_name")
_COUNTS = ("nested", "claims", "reports", "origins")
INCIDENT_COLUMNS = ("id", "place", "part_of", "when_start", "when_end", "where_radius_km", *_COUNTS, *_PLACE)
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
_GIVEN = ("claim", "incident", "revision", "report_revision", "when_start", "when_end", "said", "recorded_at")
# The first reading of the text that a claim was read from bears the number by which its words are found.
_READING = (
    "(SELECT min(r.id) FROM report_read r WHERE r.report = c.report AND r.revision = c.report_revision)"
)
# Who did it as said, one name a line: the view has the names in small letters only.
_ACTORS = (
    "(SELECT group_concat(a.name, char(10)) FROM claim_actor a"
    " WHERE a.claim = c.claim AND a.revision = c.revision AND a.role = 'actor')"
)
CLAIM_COLUMNS = (*_GIVEN, *_CODED, "reading", "actor")
_CLAIMS = (
    f"SELECT {', '.join((*_GIVEN, *_CODED))}, {_READING} AS reading, {_ACTORS} AS actor FROM incident_claim c"  # noqa: S608  # our own words
)
# Last published first, and of one report those first that its text has first: as lists have them.
_ORDER = " ORDER BY said DESC, report DESC, claim DESC"

# Each time that rows of incidents are read, they bear the next number: what is made of them can be kept beside it.
_BIRTHS = count(1)


@dataclass(frozen=True, slots=True)
class Tolls:
    """What one rule makes of one measure of each incident: bounds, NO_BOUND where there is none."""

    bounds: Mapping[str, Numbers]
    used: Numbers

    def has(self, bound: str) -> Mask:
        """The incidents that have a bound."""
        return cast("Mask", self.bounds[bound] != NO_BOUND)

    @property
    def told(self) -> Mask:
        """The incidents that give a figure, or for which the rule writes a number nonetheless."""
        return (self.used > 0) | self.has("low")


def incidents(connection: Connection, ids: Sequence[str] | None = None) -> Table:
    """Incidents of the view in order: all of them, or some."""
    asked = f"SELECT {', '.join(INCIDENT_COLUMNS)} FROM incident"  # noqa: S608  # our own words
    lists = _lists(connection, asked, "id", INCIDENT_COLUMNS, ids, " ORDER BY place")
    return incident_table(lists)


def incident_table(lists: Lists) -> Table:
    """Incidents from the values of each column, in the order of `place`."""
    order = sorted(range(len(lists["id"])), key=lists["place"].__getitem__)
    of = {name: [values[k] for k in order] for name, values in lists.items()}
    spots = [None if spot[0] is None else spot for spot in zip(*(of[name] for name in _PLACE), strict=True)]
    numbers: dict[str, Column] = {name: np.array(of[name], np.int64) for name in _COUNTS}
    numbers |= {name: arrays.days(of[name]) for name in ("when_start", "when_end")}
    numbers["born"] = np.full(len(order), next(_BIRTHS), np.int64)
    numbers["where_radius_km"] = np.array(of["where_radius_km"], np.float64)
    return Table(
        numbers,
        {"part_of": coded(of["part_of"]), "spot": coded(spots)},
        {name: arrays.texts(of[name]) for name in ("id", "place")},
    )


def claims(connection: Connection, incidents_: Sequence[str] | None = None) -> Table:
    """The claims of the view, or of some of its incidents, those last published first."""
    of = _lists(connection, _CLAIMS, "incident", CLAIM_COLUMNS, incidents_, _ORDER)
    numbers: dict[str, Column] = {name: arrays.days(of[name]) for name in ("when_start", "when_end", "said")}
    numbers |= {name: np.array(of[name], np.int64) for name in ("revision", "report_revision")}
    numbers["reading"] = np.array([number or 0 for number in of["reading"]], np.int64)
    # Texts of one width, in UTC; what follows the seconds' fraction is the time zone.
    numbers["recorded_at"] = np.array([said[:26] for said in of["recorded_at"]], "datetime64[us]").astype(
        np.int64
    )
    return Table(
        numbers,
        {name: coded(of[name]) for name in ("incident", *_CODED, "actor")},
        {"claim": arrays.texts(of["claim"])},
    )


def moment(at: datetime) -> int:
    """A moment as `recorded_at` has it."""
    return int(np.datetime64(at.astimezone(UTC).replace(tzinfo=None), "us").astype(np.int64))


def _lists(
    connection: Connection, asked: str, key: str, names: Sequence[str], ids: Sequence[str] | None, order: str
) -> Lists:
    """The values of a question, column by column; with ids, only of the rows that have one of them."""
    rows: list[Any] = []
    with _uncollected():
        if ids is None:
            rows = list(connection.exec_driver_sql(asked + order).fetchall())
        for start in range(0, len(ids or ()), AT_ONCE):
            some = tuple(ids or ())[start : start + AT_ONCE]
            held = f"{asked} WHERE {key} IN ({', '.join('?' * len(some))}){order}"
            rows += connection.exec_driver_sql(held, some).fetchall()
        return dict(zip(names, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(names, ())


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage: among so many new rows there is none, and looking takes longer than reading them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def tolls(
    connection: Connection,
    of: Table,
    asked: tuple[str, str],
    *,
    some: bool = False,
    retold: Retold | None = None,
) -> Tolls:
    """What a rule makes of a measure of incidents; kept with them.

    Args:     some: ask for these incidents' rows alone; retold: rows that go before those of the ledger.
    """
    names = _toll_names(asked)
    if names["used"] not in of.numbers:
        rows = _some_tolls(connection, asked, list(of.texts["id"])) if some else _all_tolls(connection, asked)
        if retold:
            rows = [*(row for row in rows if row[0] not in retold), *_retold_tolls(retold, asked)]
        of.numbers.update({names[name]: column for name, column in toll_columns(of, rows, asked).items()})
    return Tolls({name: of.numbers[names[name]] for name in BOUNDS}, of.numbers[names["used"]])


def _toll_names(asked: tuple[str, str]) -> dict[str, str]:
    return {name: f"toll {' '.join(asked)} {name}" for name in (*BOUNDS, "used")}


def toll_columns(of: Table, rows: Sequence[Sequence[Any]], asked: tuple[str, str]) -> dict[str, Column]:
    """Rows of incident, low, best, high, used -> these as columns beside the incidents, of a rule and a measure."""
    rule, measure = asked
    # What a rule writes where nobody says anything (ACLED's 0 dead); by all others that is no number.
    nothing = lexicons.load("rules").get(rule, {}).get("nothing", {}).get(measure, NO_BOUND)
    place, many = of.places("id"), len(of.texts["id"])
    kept = [(place[row[0]], *row[1:]) for row in rows if row[0] in place]
    at = np.array([row[0] for row in kept], np.int64)
    found: dict[str, Column] = {}
    for number, name in enumerate((*BOUNDS, "used"), 1):
        found[name] = np.full(many, 0 if name == "used" else nothing, np.int64)
        found[name][at] = [NO_BOUND if row[number] is None else row[number] for row in kept]
    return found


_TOLLS = (
    "SELECT incident, low, best, high, used FROM incident_toll WHERE {} = ? AND measure = ? AND victim = ''"
)


def _all_tolls(connection: Connection, asked: tuple[str, str]) -> Sequence[Any]:
    with _uncollected():
        return connection.exec_driver_sql(_TOLLS.format("rule"), asked).fetchall()


def _some_tolls(connection: Connection, asked: tuple[str, str], ids: Sequence[str]) -> Sequence[Any]:
    found: list[Any] = []
    # The plus keeps SQLite from going through all of the rule's rows.
    by_incident = _TOLLS.format("+rule") + " AND incident IN ({})"
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        marks = ", ".join("?" * len(some))
        found += connection.exec_driver_sql(by_incident.format(marks), (*asked, *some)).fetchall()
    return found


def retold(base: Table, rows: Retold) -> Table:
    """Incidents as they were told by a moment, with all tolls that have been asked of the others."""
    told = [row for of in rows.values() for row in of["incident"]]
    found = incident_table({name: [row[name] for row in told] for name in INCIDENT_COLUMNS})
    for asked in _asked_tolls(base):
        columns = toll_columns(found, _retold_tolls(rows, asked), asked)
        found.numbers.update({name: columns[key] for key, name in _toll_names(asked).items()})
    return found


def _retold_tolls(rows: Retold, asked: tuple[str, str]) -> list[tuple[Any, ...]]:
    return [
        tuple(row[name] for name in ("incident", *BOUNDS, "used"))
        for of in rows.values()
        for row in of["incident_toll"]
        if (row["rule"], row["measure"], row["victim"]) == (*asked, "")
    ]


def _asked_tolls(table: Table) -> list[tuple[str, str]]:
    """The rules and measures that were asked for since a table was read."""
    names = [name.split(" ") for name in tuple(table.numbers) if name.startswith("toll ")]
    return [(rule, measure) for _, rule, measure, bound in names if bound == "used"]


def sureness(connection: Connection, of: Table, field: str, *, some: bool = False) -> Column:
    """How sure a field of each claim is, nan where nothing is said of it; kept with them."""
    name = f"sure {field}"
    if name not in of.numbers:
        ids, place = of.texts["claim"], of.places("claim")
        found = np.full(len(ids), np.nan)
        for claim, revision, value in _scores(connection, field, list(ids) if some else None):
            at = place.get(claim)
            if at is not None and of.numbers["revision"][at] == revision:
                found[at] = value
        of.numbers[name] = found
    return of.numbers[name]


def _scores(connection: Connection, field: str, ids: Sequence[str] | None) -> Sequence[Any]:
    asked = "SELECT claim, revision, value FROM score WHERE field = ?"
    if ids is None:
        with _uncollected():
            return connection.exec_driver_sql(asked, (field,)).fetchall()
    found: list[Any] = []
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        held = f"{asked} AND claim IN ({', '.join('?' * len(some))})"
        found += connection.exec_driver_sql(held, (field, *some)).fetchall()
    return found


def missing(connection: Connection, old: Table, new: Table) -> None:
    """Ask of some rows all that has been asked of the others since these were read."""
    for asked in _asked_tolls(old):
        tolls(connection, new, asked, some=True)
    for name in tuple(old.numbers):
        what, _, field = name.partition(" ")
        if what == "sure":
            sureness(connection, new, field, some=True)


def reviewed(connection: Connection, among: Sequence[str] | None = None) -> set[str]:
    """The claims of the view, or of some of it, that a person has accepted, corrected or added."""
    asked = (
        select(INCIDENT_CLAIM.c.claim)
        .join(JUDGED, JUDGED.c.claim == INCIDENT_CLAIM.c.claim)
        .join(JUDGEMENT, JUDGEMENT.c.id == JUDGED.c.judgement)
        .where(JUDGEMENT.c.verdict.in_(FIRM))
    )
    asked = asked if among is None else asked.where(INCIDENT_CLAIM.c.claim.in_(among))
    return set(connection.execute(asked).scalars())
