"""A ledger's incident view -> its columns in memory, in which a question is a few sums; made once for each state.

A page asks six things of the same hundred thousand claims: to go through their rows in SQL six times takes a
second, through arrays of numbers some milliseconds. Words are numbered, and compared once each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from sqlalchemy import Connection, func, select

from dateline.ledger import filters, finding, gathering, keeping
from dateline.ledger.arrays import NO_DAY
from dateline.ledger.filters import SCORED, ClaimFilter
from dateline.ledger.incident_tables import INCIDENT

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.ledger.arrays import Coded, Mask, Numbers, Table
    from dateline.ledger.gathering import Tolls

    State = tuple[object, ...]

# States of views that are held at a time: a server has one ledger, which is read into now and then.
STATES = 2
# Questions of a state whose answers are kept, and moments of the past: people ask of each several times in a row.
QUESTIONS, MOMENTS = 64, 8
# Where more of the incidents have changed, to read all of them anew is as quick; few are always carried over.
MANY, FEW = 0.2, 50

# Rows of the view, by table.
Rows = Mapping[str, Sequence[Mapping[str, Any]]]
# Incidents by id, and the moment that a filter asks for -> the rows of each, as told by then.
Retell = Callable[[Connection, Collection[str], ClaimFilter], Mapping[str, Rows]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The view: incidents in the order of their first claims, and their claims, those last published first.

    incident: the incident of each claim, by its place among the incidents.
    whole:    of each incident, the one that it is part of, -1 for none.
    retold:   the rows of incidents that were told otherwise by a moment than today; none in the view of today.
    today:    of a view as of a moment, that of today, and where its claims stand there.
    """

    incidents: Table
    claims: Table
    incident: Numbers
    whole: Numbers
    retold: Mapping[str, Rows] = field(default_factory=dict)
    today: tuple[Columns, Numbers] | None = field(default=None, repr=False)
    _passing: OrderedDict[ClaimFilter, tuple[Mask | None]] = field(default_factory=OrderedDict, repr=False)
    _moments: OrderedDict[object, Columns] = field(default_factory=OrderedDict, repr=False)
    _pairs: dict[str, Pairs] = field(default_factory=dict, repr=False)
    _reviewed: list[Mask] = field(default_factory=list, repr=False)

    def passing(self, connection: Connection, asked: ClaimFilter) -> Mask | None:
        """The claims that pass a filter, its clocks left out; None for all of them."""
        kept = self._passing.get(asked)  # asked once: another thread may take it away
        if kept is not None:
            return kept[0]
        masks = [*self._by_words(asked), *self._by_days(asked), *self._by_readings(connection, asked)]
        found = cast("Mask", np.logical_and.reduce(masks)) if masks else None
        _keep(self._passing, asked, (found,), QUESTIONS)
        return found

    def _by_words(self, asked: ClaimFilter) -> list[Mask]:
        coded = self.claims.coded
        masks = [
            coded[column].having(partial(passes, value))
            for name, (column, passes) in TESTS.items()
            if (value := getattr(asked, name)) is not None
        ]
        if asked.place is not None:
            masks.append(
                coded["place_part"].having(partial(_has, asked.place))
                | coded["country"].having(partial(_is, asked.place.upper()))
            )
        return masks

    def _by_days(self, asked: ClaimFilter) -> list[Mask]:
        first, last = self.claims.numbers["when_start"], self.claims.numbers["when_end"]
        masks = []
        if asked.since is not None:
            masks.append(last >= asked.since.toordinal())
        if asked.until is not None:
            masks.append((first <= asked.until.toordinal()) & (first != NO_DAY))
        return masks

    def _by_readings(self, connection: Connection, asked: ClaimFilter) -> list[Mask]:
        """What the view itself does not tell: words of reports, how sure fields are, what people looked at."""
        masks: list[Mask] = []
        if asked.words is not None:
            found = finding.readings_with(connection, filters.sought(asked.words))
            masks.append(np.isin(self.claims.numbers["reading"], found))
        if asked.min_confidence is not None:
            least = asked.min_confidence
            masks += [self._sure(connection, name) >= least for name in asked.needed]
            if "all" in asked.sure_of:
                masks += [~(self._sure(connection, name) < least) for name in SCORED]
        if asked.reviewed is not None:
            masks.append(self.reviewed(connection) == asked.reviewed)
        return masks

    def _sure(self, connection: Connection, name: str) -> Any:
        return gathering.sureness(connection, self.claims, name)

    def sureness(self, connection: Connection) -> Any:
        """How sure each claim is: of its kind or its status, whichever is less; nan where neither was scored."""
        return np.fmin(self._sure(connection, "kind"), self._sure(connection, "status"))

    def reviewed(self, connection: Connection) -> Mask:
        """The claims that a person has accepted, corrected or added."""
        if not self._reviewed:
            found = gathering.reviewed(connection)
            ids = self.claims.texts["claim"]
            self._reviewed.append(np.fromiter((id_ in found for id_ in ids), np.bool_, len(ids)))
        return self._reviewed[0]

    def pairs(self, name: str) -> Pairs:
        """Which word of a column goes with which incident."""
        if name not in self._pairs:
            found = self.claims.coded[name]
            rows, codes, words = _names(found) if name == "actor" else _words(found)
            many = max(1, len(self.whole))
            keys, pair = np.unique(codes * many + self.incident[rows], return_inverse=True)
            self._pairs[name] = Pairs(rows, pair, keys // many, words)
        return self._pairs[name]

    def words(self, name: str, claims: Mask | None) -> tuple[tuple[str, ...], Numbers]:
        """The words of a column, and with how many incidents each goes, by claims that pass."""
        if self.today is None:
            pairs = self.pairs(name)
            return pairs.words, pairs.counts(claims)
        view, at = self.today
        passing = np.zeros(len(view.incident), np.bool_)
        passing[at if claims is None else at[claims]] = True
        return view.words(name, passing)

    def toll(self, connection: Connection, rule: str, measure: str) -> Tolls:
        """What a rule makes of a measure."""
        return gathering.tolls(connection, self.incidents, (rule, measure), retold=self.retold)

    def at(self, connection: Connection, asked: ClaimFilter, retell: Retell | None) -> Columns:
        """The view with what had been said, or read, by the moment that a filter asks for; itself for no moment."""
        moment = (asked.said_by, asked.known_at)
        if moment == (None, None):
            return self
        found = self._moments.get(moment)
        if found is None:
            found = _told_by(connection, self, asked, retell)
            _keep(self._moments, moment, found, MOMENTS)
        return found


@dataclass(frozen=True, slots=True)
class Pairs:
    """Words and incidents that go together, once each.

    rows: the claim of each row; pair: the pair of each row; word: the word of each pair, by its number in `words`.
    """

    rows: Numbers
    pair: Numbers
    word: Numbers
    words: tuple[str, ...]

    def counts(self, claims: Mask | None) -> Numbers:
        """With how many incidents each word goes, by claims that pass."""
        if claims is None:
            return np.bincount(self.word, minlength=len(self.words))
        hit = np.zeros(len(self.word), np.bool_)
        hit[self.pair[claims[self.rows]]] = True
        return np.bincount(self.word[hit], minlength=len(self.words))


def _words(column: Coded) -> tuple[Numbers, Numbers, tuple[str, ...]]:
    """The rows of a column that have a word, the code of each, and the words."""
    rows = np.flatnonzero(column.codes >= 0)
    return rows, column.codes[rows], column.words


def _names(column: Coded) -> tuple[Numbers, Numbers, tuple[str, ...]]:
    """Of a column of names, one a line: the row and the code of each name, and the names."""
    lines = [text.split("\n") for text in column.words]
    number: dict[str, int] = {}
    codes = [np.array([number.setdefault(one, len(number)) for one in names], np.int64) for names in lines]
    rows, of, _ = _words(column)
    lengths = np.array([len(one) for one in codes], np.int64)
    if not len(rows):
        return rows, rows, ()
    flat, first = np.concatenate(codes), np.append(0, np.cumsum(lengths))
    many = lengths[of]
    # Of each row the first of its names, and then as many as it has.
    start = np.repeat(first[of], many)
    step = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
    return np.repeat(rows, many), flat[start + step], tuple(number)


def _keep(kept: OrderedDict[Any, Any], key: object, value: object, most: int) -> None:
    kept[key] = value
    while len(kept) > most:
        kept.popitem(last=False)


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

_STATES: OrderedDict[State, Columns] = OrderedDict()
_READING = Lock()


def columns(connection: Connection, path: Path) -> Columns:
    """The columns of the view that a ledger holds now: those that were made before, where nothing has changed."""
    state = state_of(connection, path)
    found = _STATES.get(state)
    if found is None:
        with _READING:  # who comes meanwhile waits for the same, instead of making it as well
            found = _STATES.get(state) or _read(connection)
            _keep(_STATES, state, found, STATES)
    return found


def state_of(connection: Connection, path: Path) -> State:
    """What tells one state of a ledger's view from another."""
    file = path.stat()
    count = connection.execute(select(func.count()).select_from(INCIDENT)).scalar_one()
    return (path, file.st_dev, file.st_ino, keeping.kept(connection), count)


def follow(connection: Connection, path: Path, before: State, changed: Collection[str]) -> None:
    """Make the columns of a view of which some incidents have changed, from those of before, where there are any.

    Args:     changed: incidents that are new, have other rows, or are there no longer.
    """
    base = _STATES.get(before)
    if base is None or len(changed) > max(FEW, MANY * len(base.whole)):
        return
    ids = list(changed)
    touched = np.isin(base.incidents.texts["id"], np.array(ids, np.object_))
    fresh, added = gathering.incidents(connection, ids), gathering.claims(connection, ids)
    gathering.missing(connection, base.incidents, fresh)
    gathering.missing(connection, base.claims, added)
    kept = np.flatnonzero(~touched)
    incidents = base.incidents.merged(kept, fresh, _places(base.incidents, kept, fresh))
    stay = np.flatnonzero(~touched[base.incident])
    claims = base.claims.merged(stay, added, _turns(base.claims, stay, added))
    _keep(_STATES, state_of(connection, path), _columns(incidents, claims), STATES)


def _places(old: Table, kept: Numbers, new: Table) -> Numbers:
    """Before which of the kept incidents each of the new ones comes."""
    return np.searchsorted(old.texts["place"][kept], new.texts["place"])


def _turns(old: Table, kept: Numbers, new: Table) -> Numbers:
    """Before which of the kept claims each of the new ones comes: the list runs from the last to the first."""
    key = _turn(old, kept[::-1])
    own = _turn(new, np.arange(len(new.texts["claim"])))
    found = [
        len(kept) - bisect_left(range(len(kept)), own(k), key=key) for k in range(len(new.texts["claim"]))
    ]
    return np.array(found, np.int64)


def _turn(table: Table, rows: Numbers) -> Callable[[int], tuple[int, str, str]]:
    report = table.coded["report"]

    def key(at: int) -> tuple[int, str, str]:
        row = rows[at]
        return (
            int(table.numbers["said"][row]),
            report.words[report.codes[row]],
            str(table.texts["claim"][row]),
        )

    return key


def _read(connection: Connection) -> Columns:
    return _columns(gathering.incidents(connection), gathering.claims(connection))


def _columns(incidents: Table, claims: Table) -> Columns:
    """Tables of incidents and claims, tied to each other by the incidents' ids."""
    place = {id_: at for at, id_ in enumerate(incidents.texts["id"])}

    def places(column: Coded) -> Numbers:
        return np.array([*(place.get(id_, -1) for id_ in column.words), -1], np.int64)[column.codes]

    return Columns(incidents, claims, places(claims.coded["incident"]), places(incidents.coded["part_of"]))


def _told_by(connection: Connection, base: Columns, asked: ClaimFilter, retell: Retell | None) -> Columns:
    """A view as of a moment: today's links, with the claims that were there by then and what they tell.

    Incidents of which some claims were there and others not are told anew; `retell` does that.
    """
    known = _known(base, asked)
    there = np.bincount(base.incident[known], minlength=len(base.whole))
    whole = np.bincount(base.incident, minlength=len(base.whole))
    at = np.flatnonzero(known)
    claims = base.claims.picked(at)
    between = np.flatnonzero((there > 0) & (there < whole))
    if not len(between):
        return replace(_columns(base.incidents.picked(np.flatnonzero(there)), claims), today=(base, at))
    if retell is None:
        msg = "this board was opened without what tells incidents as of a moment; open it with `casebook.open_board`"
        raise ValueError(msg)
    rows = retell(connection, list(base.incidents.texts["id"][between]), asked)
    fresh = gathering.retold(base.incidents, rows)
    kept = np.flatnonzero((there > 0) & (there == whole))
    merged = base.incidents.merged(kept, fresh, _places(base.incidents, kept, fresh))
    return replace(_columns(merged, claims), retold=rows, today=(base, at))


def _known(base: Columns, asked: ClaimFilter) -> Mask:
    """The claims that had been said, or read, by a moment."""
    numbers = base.claims.numbers
    known = np.ones(len(base.incident), np.bool_)
    if asked.said_by is not None:
        known &= (numbers["said"] <= asked.said_by.toordinal()) & (numbers["said"] != NO_DAY)
    if asked.known_at is not None:
        known &= numbers["recorded_at"] <= gathering.moment(asked.known_at)
    return known
