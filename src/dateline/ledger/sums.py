"""The columns of a view and a filter -> orders, totals, periods, points and facets of the incidents that it leaves.

A sum counts nobody twice: a part of a larger incident adds nothing where that has a figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

import numpy as np

from dateline.ledger.columns import BOUNDS, NO_DAY, Columns, Tolls, columns
from dateline.ledger.lines import BoardTotal, Bound, Period, Point
from dateline.ledger.periods import days_of
from dateline.records import Precision

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from dateline.ledger.columns import Mask, Numbers
    from dateline.ledger.filters import ClaimFilter

EPOCH = date(1970, 1, 1).toordinal()
# A length of time in numpy's letter.
UNITS = {"day": "D", "month": "M", "year": "Y"}
WIDE = 10**7  # more than there are days, months or years: two of them make one number
FIRST = 10**6  # where counts begin, so that those before 1970 are above 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A view with the claims that pass a filter, None for all, and the incidents that these leave."""

    view: Columns
    claims: Mask | None
    incidents: Mask

    def ordered(self, connection: Connection, order: str, rule: str, measure: str) -> list[str]:
        """The ids of the incidents in an order; of equals, those told first come first."""
        at = np.flatnonzero(self.incidents)
        keys: list[Numbers] = []
        if order == "when":
            keys = [-self.view.days[0][at]]  # NO_DAY is below all days
        elif order == "toll":
            keys = [-self._most(self.view.toll(connection, rule, measure))[at]]
        elif order != "told":
            keys = [-self.view.counts["reports"][at], -self.view.counts[order][at]]
        chosen = at[np.lexsort(keys)] if keys else at
        return [self.view.ids[k] for k in chosen]

    @staticmethod
    def _most(tolls: Tolls) -> Numbers:
        """The one number to put incidents in order by: best, else low, else high; -1 where there is none."""
        found = np.full(len(tolls.used), -1, np.int64)
        for name in ("high", "low", "best"):
            found[tolls.has[name]] = tolls.bounds[name][tolls.has[name]]
        return found

    def total(self, connection: Connection, rule: str, measure: str) -> BoardTotal:
        """The sum over all incidents."""
        tolls = self.view.toll(connection, rule, measure)
        counted = self._counted(tolls)
        groups = np.zeros(int(counted.sum()), np.int64)
        used = int((counted & (tolls.used > 0)).sum())
        (bounds,) = _sums(tolls, counted, groups, 1)
        return BoardTotal(measure, *bounds, used, len(groups) - used)

    def periods(self, connection: Connection, rule: str, measure: str, by: str) -> tuple[Period, ...]:
        """Sums by the days, months or years that incidents lie in."""
        tolls = self.view.toll(connection, rule, measure)
        counted = self._counted(tolls)
        first, last = (_units(days[counted], by) for days in self.view.days)
        keys, groups, counts = np.unique(first * WIDE + last, return_inverse=True, return_counts=True)
        sums = _sums(tolls, counted, groups, len(keys))
        found = [
            Period(*_days_of(int(key), by), int(count), *bounds)
            for key, count, bounds in zip(keys, counts, sums, strict=True)
        ]
        return tuple([one for one in found if one.start] + [one for one in found if not one.start])

    def points(self, connection: Connection, rule: str, measure: str) -> tuple[Point, ...]:
        """Sums by the places on the map."""
        tolls = self.view.toll(connection, rule, measure)
        counted = self._counted(tolls) & (self.view.spots >= 0)
        keys, groups, counts = np.unique(self.view.spots[counted], return_inverse=True, return_counts=True)
        radius = np.full(len(keys), -1.0)
        np.maximum.at(radius, groups, np.nan_to_num(self.view.radius[counted], nan=-1.0))
        sums = _sums(tolls, counted, groups, len(keys))
        found = []
        for key, count, wide, bounds in zip(keys, counts, radius, sums, strict=True):
            lat, lon, precision, name = self.view.places[key]
            reach = None if wide < 0 else float(wide)
            found.append(Point(lat, lon, reach, Precision(precision), name, int(count), *bounds))
        return tuple(sorted(found, key=lambda p: (-p.incidents, p.name, p.lat, p.lon)))

    def facet(self, connection: Connection, name: str) -> tuple[tuple[str, int], ...]:
        """The words of a column of claims, each with how many incidents have a passing claim that says so."""
        if name == "actor":
            claims, coded = self.view.actors(connection)
        else:
            coded = self.view.coded[name]
            claims = np.arange(len(coded.codes))
        good = coded.codes >= 0
        if self.claims is not None:
            good = good & self.claims[claims]
        many = len(self.view.ids) + 1
        pairs = np.unique(coded.codes[good] * many + self.view.incident[claims[good]])
        counts = np.bincount(pairs // many, minlength=len(coded.words))
        found = [(word, int(count)) for word, count in zip(coded.words, counts, strict=True) if count]
        return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))

    def _counted(self, tolls: Tolls) -> Mask:
        """The incidents that a sum is taken over: a part stands in only where nothing above it has a figure."""
        nested = [int(one) for one in self.view.nested if self.incidents[one]]
        if not nested:
            return self.incidents
        inside = set(nested)
        above = {one: self._above(one, inside) for one in nested}
        told = {one for one in nested if tolls.used[one]}
        taken = {one for one in told if not told & set(above[one])}
        stood_in_for = {larger for one in taken for larger in above[one]}
        left_out = [one for one in nested if one not in taken and (above[one] or one in stood_in_for)]
        counted = self.incidents.copy()
        counted[left_out] = False
        return counted

    def _above(self, one: int, inside: set[int]) -> list[int]:
        """The larger incidents that one belongs to, nearest first; none, where they run in a circle."""
        chain: list[int] = []
        larger = int(self.view.whole[one])
        while larger in inside:
            if larger in chain:
                return []
            chain.append(larger)
            larger = int(self.view.whole[larger])
        return chain


def ask(connection: Connection, path: Path, asked: ClaimFilter) -> Asked:
    """The view of a ledger, and what a filter leaves of it."""
    view = columns(connection, path)
    claims = view.passing(connection, asked)
    if claims is None:
        return Asked(view, None, np.ones(len(view.ids), np.bool_))
    incidents = np.zeros(len(view.ids), np.bool_)
    incidents[view.incident[claims]] = True
    return Asked(view, claims, incidents)


def _sums(tolls: Tolls, counted: Mask, groups: Numbers, many: int) -> list[tuple[Bound, Bound, Bound]]:
    """Low, best and high of each group of the counted incidents.

    No best or high where an incident that gives a figure has none, and none of anything where nobody gives one.
    """
    told = np.bincount(groups[tolls.told[counted]], minlength=many)
    found: list[list[Bound]] = [[] for _ in range(many)]
    for name in BOUNDS:
        has = tolls.has[name][counted]
        total = np.zeros(many, np.int64)
        np.add.at(total, groups[has], tolls.bounds[name][counted][has])
        having = np.bincount(groups[has], minlength=many)
        for group in range(many):
            is_sum = having[group] > 0 and (name == "low" or having[group] == told[group])
            found[group].append(int(total[group]) if is_sum else None)
    return [cast("tuple[Bound, Bound, Bound]", tuple(bounds)) for bounds in found]


def _units(days: Numbers, by: str) -> Numbers:
    """Days as counts of days, months or years; 0 for no day."""
    since = (days - EPOCH).astype("datetime64[D]").astype(f"datetime64[{UNITS[by]}]").astype(np.int64)
    return cast("Numbers", np.where(days == NO_DAY, 0, since + FIRST))


def _days_of(key: int, by: str) -> tuple[date | None, date | None]:
    first, last = divmod(key, WIDE)
    if not first:
        return None, None
    ends = np.array([first - FIRST, last - FIRST]).astype(f"datetime64[{UNITS[by]}]")
    return days_of(str(ends[0]), str(ends[1]))
