"""A ledger's incident view and a question -> lines, totals, periods, points and facets, without linking anything.

A filter chooses incidents, of which at least one claim passes; it never takes one apart. What a view knows is
what was linked when it was made: `is_stale` says whether readings or decisions have come since. Of a past day or
moment a board shows today's links with what had been said or was known by then: counts, headings and figures are those
of that day.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    literal_column,
    select,
    tuple_,
)

from dateline.errors import UsageError
from dateline.ledger import keeping, queries
from dateline.ledger.filters import EVERY, ClaimFilter
from dateline.ledger.incident_tables import INCIDENT, INCIDENT_ACTOR, INCIDENT_CLAIM, INCIDENT_TOLL
from dateline.ledger.lines import (
    BoardTotal,
    Kept,
    KeptOrigin,
    Line,
    LineFigure,
    Period,
    Point,
    PointSlice,
    Slice,
    View,
)
from dateline.ledger.schema import CLAIM
from dateline.ledger.translate import actor_from, when_from, where_from
from dateline.records import (
    ClaimId,
    Incident,
    IncidentId,
    Kind,
    Link,
    SourceType,
    Status,
    Verdict,
)

if TYPE_CHECKING:
    from dateline.ledger import sums
    from dateline.ledger.columns import Retell
    from dateline.ledger.store import Ledger

RULE = "range"
EVERYBODY = ""
AT_ONCE = 5_000  # ids in one question: SQLite takes some 32,000 values
ORDERS = ("when", "toll", "origins", "claims", "told")
UNITS = ("day", "month", "year")
FACETS = ("kind", "status", "source_type", "actor", "place")
_I, _C, _T = INCIDENT.c, INCIDENT_CLAIM.c, INCIDENT_TOLL.c
Chosen = ColumnElement[bool]


class Board:
    """Questions to the incident view of one ledger; cheap to make, one for each request."""

    def __init__(self, ledger: Ledger, retell: Retell | None = None) -> None:
        """A board on a ledger.

        Args:     retell: what tells incidents as of a moment (`dateline.casebook.retell`); without, none can be asked.
        """
        self._ledger = ledger
        self._retell = retell

    def _open(self, connection: Connection, asked: ClaimFilter) -> sums.Asked:
        """A question to the view's columns as this connection sees the view, which may have gone on since the last."""
        from dateline.ledger import sums  # noqa: PLC0415  # takes numpy along, which most commands do without

        return sums.ask(connection, self._ledger.path, asked, self._retell)

    def is_stale(self, by: str | None = None) -> bool:
        """Whether the view lacks readings or decisions of the ledger, or was made by another edition than `by`."""
        with self._ledger.reading() as connection:
            kept = keeping.kept(connection)
            return kept is None or kept != (by or kept[0], keeping.made_of(connection))

    def lines(
        self,
        asked: ClaimFilter = EVERY,
        rule: str = RULE,
        *,
        order: str = "when",
        measure: str = "killed",
        start: int = 0,
        count: int | None = 50,
    ) -> Slice:
        """Some of the incidents of a filter.

        Args:     order: `when` (latest first, undated last), `toll`, `origins`, `claims` (most first), or `told`, the
                  order of their first claims, as a casebook has them; count: None for all.
        Raises:   UsageError, for another order.
        """
        if order not in ORDERS:
            msg = f"incidents go by {', '.join(ORDERS)}, not by {order!r}"
            raise UsageError(msg)
        with self._ledger.reading() as connection:
            found = self._open(connection, asked)
            places = found.ordered(connection, order, rule, measure)
            wanted = places[start : None if count is None else start + count]
            lines = [
                line
                for at in range(0, len(wanted), AT_ONCE)
                for line in _lines(connection, found, wanted[at : at + AT_ONCE].tolist(), rule)
            ]
            return Slice(tuple(lines), len(places))

    def totals(
        self, asked: ClaimFilter = EVERY, rule: str = RULE, measures: Sequence[str] = ("killed", "injured")
    ) -> tuple[BoardTotal, ...]:
        """The sum of each measure over the incidents of a filter; a part adds nothing where its whole has a figure."""
        with self._ledger.reading() as connection:
            found = self._open(connection, asked)
            return tuple(found.total(connection, rule, measure) for measure in measures)

    def periods(
        self, asked: ClaimFilter = EVERY, rule: str = RULE, *, measure: str = "killed", by: str = "month"
    ) -> tuple[Period, ...]:
        """The same by day, month or year, in order; last, with no days, the incidents of which no day is told.

        Raises:   UsageError, for another length of time.
        """
        if by not in UNITS:
            msg = f"periods go by {', '.join(UNITS)}, not by {by!r}"
            raise UsageError(msg)
        with self._ledger.reading() as connection:
            return self._open(connection, asked).periods(connection, rule, measure, by)

    def points(
        self, asked: ClaimFilter = EVERY, rule: str = RULE, *, measure: str = "killed"
    ) -> tuple[Point, ...]:
        """The same by the places that have a point, those of most incidents first."""
        return self.places(asked, rule, measure=measure, count=None).points

    def places(
        self,
        asked: ClaimFilter = EVERY,
        rule: str = RULE,
        *,
        measure: str = "killed",
        start: int = 0,
        count: int | None = 50,
    ) -> PointSlice:
        """Some of these places, how many there are, and how many incidents are at them."""
        with self._ledger.reading() as connection:
            found = self._open(connection, asked)
            return PointSlice(*found.points(connection, rule, measure, start=start, count=count))

    def facets(self, asked: ClaimFilter = EVERY) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """For each of FACETS, its words with how many incidents would be left if the filter asked for it too."""
        with self._ledger.reading() as connection:
            found = self._open(connection, asked)
            return {name: found.facet(name) for name in FACETS}

    def all(self) -> View:
        """All incidents of the view, with all claims and their origins."""
        with self._ledger.reading() as connection:
            rows = connection.execute(select(_I.id, _I.part_of).order_by(_I.place)).all()
            return _view(connection, {row.id: row.part_of for row in rows}, whole=True)

    def incident(self, prefix: str, asked: ClaimFilter = EVERY) -> Kept:
        """One incident of the view, by its id, that of one of its claims, or the start of either.

        Args:     asked: of a filter, only the clocks count: with what had been said, or read, by then.
        Raises:   UsageError, when there is none or more than one, or nothing was known of it by then.
        """
        with self._ledger.reading() as connection:
            id_ = _found(connection, prefix)
            view = as_of(connection, _family(connection, id_), asked)
        chosen = next((one for one in view.family if one.id == id_), None)
        if chosen is None:
            msg = f"nothing was known of incident {id_} by then; ask for a later day, or for today"
            raise UsageError(msg)
        return Kept(view.family, view.told, view.origins, chosen)

    def homes(self, claims: Collection[str]) -> Mapping[ClaimId, IncidentId]:
        """The incidents that claims tell of; those that are in none are left out."""
        asked = select(_C.claim, _C.incident).where(_C.claim.in_(claims))
        with self._ledger.reading() as connection:
            return {ClaimId(row.claim): IncidentId(row.incident) for row in connection.execute(asked)}


def as_of(connection: Connection, family: Mapping[str, str | None], asked: ClaimFilter) -> View:
    """Incidents with those of their claims that had been said, or read, by a moment; those without any are left out.

    Args:     family: each incident with what it is part of, in order; asked: of a filter, only the clocks count.
    """
    return _view(connection, family, asked=asked)


def _lines(connection: Connection, found: sums.Asked, places: Sequence[int], rule: str) -> tuple[Line, ...]:
    ids = [str(found.view.incidents.texts["id"][at]) for at in places]
    rows = _rows(connection, found, INCIDENT, ids)
    heads = {row["id"]: row for row in rows}
    tolls: dict[str, list[LineFigure]] = {id_: [] for id_ in ids}
    wanted = (literal_column("+incident_toll.rule") == rule) & (_T.victim == EVERYBODY) & (_T.used > 0)
    for row in _rows(connection, found, INCIDENT_TOLL, ids, wanted):
        if row["rule"] == rule and row["victim"] == EVERYBODY and row["used"]:
            tolls[row["incident"]].append(LineFigure(*(row[k] for k in ("measure", "low", "best", "high"))))
    sides: dict[tuple[str, str], list[Any]] = {}
    actors = _rows(connection, found, INCIDENT_ACTOR, ids)
    for row in sorted(actors, key=lambda row: int(row["position"])):
        sides.setdefault((row["incident"], row["role"]), []).append(actor_from(row))
    reviewed = found.reviewed(connection)
    return tuple(
        _line(heads[id_], sorted(tolls[id_]), sides, int(reviewed[at]))
        for id_, at in zip(ids, places, strict=True)
    )


def _rows(
    connection: Connection,
    found: sums.Asked,
    table: Table,
    ids: Sequence[str],
    wanted: Chosen | None = None,
) -> list[Mapping[str, Any]]:
    """The rows of incidents, as they were told by the moment that is asked for."""
    key = "id" if table is INCIDENT else "incident"
    anew = found.view.retold
    others = [id_ for id_ in ids if id_ not in anew]
    asked = select(table).where(table.c[key].in_(others), *([] if wanted is None else [wanted]))
    rows: list[Mapping[str, Any]] = [row._asdict() for row in connection.execute(asked)] if others else []
    return rows + [row for id_ in ids if id_ in anew for row in anew[id_][table.name]]


def _line(
    row: Mapping[str, Any],
    figures: Sequence[LineFigure],
    sides: Mapping[tuple[str, str], list[Any]],
    reviewed: int,
) -> Line:
    return Line(
        id=IncidentId(row["id"]),
        heading=row["headline"],
        kind=Kind(row["kind"]),
        status=Status(row["status"]),
        when=when_from(row),
        where=where_from(row),
        claims=row["claims"],
        reports=row["reports"],
        origins=row["origins"],
        party_origins=row["party_origins"],
        figures=tuple(figures),
        actors=tuple(sides.get((row["id"], "actor"), ())),
        targets=tuple(sides.get((row["id"], "target"), ())),
        reviewed=reviewed,
        part_of=row["part_of"] and IncidentId(row["part_of"]),
    )


def _found(connection: Connection, prefix: str) -> str:
    """The one incident that a prefix names."""
    ids = _with_prefix(connection, _I.id, prefix, _I.id) or _with_prefix(
        connection, _C.claim, prefix, _C.incident
    )
    if len(ids) == 1:
        return ids[0]
    if ids:
        msg = (
            f"{len(ids)} incidents begin with {prefix!r}, such as {ids[0]} and {ids[1]}; give more of the id"
        )
        raise UsageError(msg)
    msg = f"there is no incident or claim {prefix!r}; `incidents` lists those there are"
    raise UsageError(msg)


def _with_prefix(
    connection: Connection, key: ColumnElement[str], prefix: str, wanted: ColumnElement[str]
) -> list[str]:
    if not prefix:
        return []
    # A range and not substr(), so that the key's index serves; no id has a letter above the last one there is.
    asked = select(wanted).distinct().where(key >= prefix, key < prefix + chr(0x10FFFF)).order_by(wanted)
    return list(connection.execute(asked).scalars())


def _view(
    connection: Connection,
    family: Mapping[str, str | None],
    *,
    whole: bool = False,
    asked: ClaimFilter = EVERY,
) -> View:
    """Incidents by id, each with what it is part of; `whole` where these are all that there are."""
    every = select(INCIDENT_CLAIM).order_by(_C.incident, _C.position)
    rows = connection.execute(every if whole else every.where(_C.incident.in_(family))).all()
    claims: dict[str, list[Any]] = {one: [] for one in family}
    for row in rows:
        if _was_known(row, asked):
            claims[row.incident].append(row)
    known = {row.claim for of in claims.values() for row in of}
    incidents = tuple(
        Incident(
            IncidentId(one),
            tuple(ClaimId(row.claim) for row in claims[one]),
            IncidentId(larger) if larger else None,
            tuple(link for row in claims[one] for link in _links(row) if link.one in known),
        )
        for one, larger in family.items()
        if claims[one]
    )
    linked = tuple_(CLAIM.c.id, CLAIM.c.revision).in_(select(_C.claim, _C.revision))
    keys = [(row.claim, row.revision) for row in rows if row.claim in known]
    told = queries.told_where(connection, linked if whole else queries.among(keys))
    return View(incidents, told, {ClaimId(row.claim): origin_of(row) for row in rows if row.claim in known})


def _was_known(row: Any, asked: ClaimFilter) -> bool:
    """Whether a claim had been said, and read, by the moment that is asked for."""
    if asked.said_by is not None and (row.said is None or row.said > asked.said_by):
        return False
    return asked.known_at is None or row.recorded_at <= asked.known_at


def _family(connection: Connection, id_: str) -> dict[str, str | None]:
    """The whole that an incident belongs to and all parts of it, each with what it is part of, in order."""
    top, seen = id_, {id_}
    while (
        whole := connection.execute(select(_I.part_of).where(_I.id == top)).scalar()
    ) and whole not in seen:
        top = whole
        seen.add(whole)
    inside, todo = {top}, [top]
    while todo:
        asked = select(_I.id).where(_I.nested, _I.part_of.in_(todo))
        todo = [one for one in connection.execute(asked).scalars() if one not in inside]
        inside.update(todo)
    rows = connection.execute(select(_I.id, _I.part_of).where(_I.id.in_(inside)).order_by(_I.place))
    return {row.id: row.part_of for row in rows}


def _links(row: Any) -> list[Link]:
    return [
        Link(ClaimId(one), ClaimId(row.claim), (), verdict and Verdict(verdict))
        for one, verdict in row.goes_with
    ]


def origin_of(row: Any) -> KeptOrigin:
    """The origin of a claim, from its row of the view."""
    return KeptOrigin(row.origin, row.origin_name, SourceType(row.origin_type), row.origin_party, row.since)
