"""The columns of a view and a filter -> orders, totals, periods, points and facets of the incidents that it leaves.

A sum counts nobody twice: a part of a larger incident adds nothing where that has a figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

import numpy as np

from dateline.ledger.arrays import NO_DAY
from dateline.ledger.columns import Columns, Retell, columns
from dateline.ledger.gathering import BOUNDS, Tolls
from dateline.ledger.lines import BoardTotal, Bound, Period, Point
from dateline.ledger.periods import days_of
from dateline.records import Precision

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from dateline.ledger.arrays import Mask, Numbers
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

    def ordered(self, connection: Connection, order: str, rule: str, measure: str) -> Numbers:
        """The incidents in an order, by their places in the view; of equals, those told first come first."""
        numbers = self.view.incidents.numbers
        at = np.flatnonzero(self.incidents)
        keys: list[Numbers] = []
        if order == "when":
            keys = [-numbers["when_start"][at]]  # NO_DAY is below all days
        elif order == "toll":
            keys = [-self._most(self.view.toll(connection, rule, measure))[at]]
        elif order != "told":
            keys = [-numbers["reports"][at], -numbers[order][at]]
        return at[np.lexsort(keys)] if keys else at

    @staticmethod
    def _most(tolls: Tolls) -> Numbers:
        """The one number to put incidents in order by: best, else low, else high; -1 where there is none."""
        found = np.full(len(tolls.used), -1, np.int64)
        for name in ("high", "low", "best"):
            has = tolls.has(name)
            found[has] = tolls.bounds[name][has]
        return found

    def total(self, connection: Connection, rule: str, measure: str) -> BoardTotal:
        """The sum over all incidents."""
        tolls = self.view.toll(connection, rule, measure)
        counted = self.counted(tolls)
        groups = np.zeros(int(counted.sum()), np.int64)
        used = int((counted & (tolls.used > 0)).sum())
        (bounds,) = _sums(tolls, counted, groups, 1)
        return BoardTotal(measure, *bounds, used, len(groups) - used)

    def periods(self, connection: Connection, rule: str, measure: str, by: str) -> tuple[Period, ...]:
        """Sums by the days, months or years that incidents lie in."""
        tolls = self.view.toll(connection, rule, measure)
        counted = self.counted(tolls)
        numbers = self.view.incidents.numbers
        first, last = (_units(numbers[name][counted], by) for name in ("when_start", "when_end"))
        keys, groups, counts = np.unique(first * WIDE + last, return_inverse=True, return_counts=True)
        sums = _sums(tolls, counted, groups, len(keys))
        found = [
            Period(*days, count, *bounds)
            for days, count, bounds in zip(_days_of(keys, by), counts.tolist(), sums, strict=True)
        ]
        return tuple([one for one in found if one.start] + [one for one in found if not one.start])

    def points(
        self, connection: Connection, rule: str, measure: str, *, start: int = 0, count: int | None = None
    ) -> tuple[tuple[Point, ...], int, int]:
        """Sums by some of the places on the map; how many places there are, and incidents at them."""
        tolls = self.view.toll(connection, rule, measure)
        spots = self.view.incidents.coded["spot"]
        counted = self.counted(tolls) & (spots.codes >= 0)
        keys, groups, counts = np.unique(spots.codes[counted], return_inverse=True, return_counts=True)
        order = sorted(
            range(len(keys)), key=lambda k: (-counts[k], spots.words[keys[k]][3], spots.words[keys[k]][:2])
        )
        radius = np.full(len(keys), -1.0)
        wide = np.nan_to_num(self.view.incidents.numbers["where_radius_km"][counted], nan=-1.0)
        np.maximum.at(radius, groups, wide)
        sums = _sums(tolls, counted, groups, len(keys))
        found = []
        for k in order[start : None if count is None else start + count]:
            lat, lon, precision, name = spots.words[keys[k]]
            reach = None if radius[k] < 0 else float(radius[k])
            found.append(Point(lat, lon, reach, Precision(precision), name, int(counts[k]), *sums[k]))
        return tuple(found), len(keys), int(counts.sum())

    def facet(self, name: str) -> tuple[tuple[str, int], ...]:
        """The words of a column of claims, each with how many incidents have a passing claim that says so."""
        words, counts = self.view.words(name, self.claims)
        found = [(words[k], int(counts[k])) for k in np.flatnonzero(counts)]
        return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))

    def reviewed(self, connection: Connection) -> Numbers:
        """Of each incident of the view, how many of its claims a person has accepted, corrected or added."""
        of = self.view.incident[self.view.reviewed(connection)]
        return np.bincount(of, minlength=len(self.view.whole))

    def counted(self, tolls: Tolls) -> Mask:
        """The incidents that a sum is taken over: a part stands in only where nothing above it has a figure."""
        nested = np.flatnonzero(self.incidents & (self.view.incidents.numbers["nested"] > 0)).tolist()
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

    def claims_of(self) -> Numbers:
        """The claims that pass, by their places in the view: those last published first."""
        return np.arange(len(self.view.incident)) if self.claims is None else np.flatnonzero(self.claims)

    def by_report(self, codes: Numbers) -> dict[str, tuple[int, int]]:
        """Of some reports, by their numbers in the view: how many claims pass, and of how many incidents."""
        report = self.view.claims.coded["report"]
        at = self.claims_of()
        at = at[np.isin(report.codes[at], codes)]
        many = max(1, len(self.view.whole))
        pairs = np.unique(report.codes[at] * many + self.view.incident[at]) // many
        claims, incidents = (np.bincount(of, minlength=len(report.words)) for of in (report.codes[at], pairs))
        return {report.words[code]: (int(claims[code]), int(incidents[code])) for code in codes}


def ask(connection: Connection, path: Path, asked: ClaimFilter, retell: Retell | None = None) -> Asked:
    """The view of a ledger, and what a filter leaves of it."""
    view = columns(connection, path).at(connection, asked, retell)
    claims = view.passing(connection, asked)
    if claims is None:
        return Asked(view, None, np.ones(len(view.whole), np.bool_))
    incidents = np.zeros(len(view.whole), np.bool_)
    incidents[view.incident[claims]] = True
    return Asked(view, claims, incidents)


def _sums(tolls: Tolls, counted: Mask, groups: Numbers, many: int) -> list[tuple[Bound, Bound, Bound]]:
    """Low, best and high of each group of the counted incidents.

    No best or high where an incident that gives a figure has none, and none of anything where nobody gives one.
    """
    told = np.bincount(groups[tolls.told[counted]], minlength=many)
    found: list[list[Bound]] = []
    for name in BOUNDS:
        has = tolls.has(name)[counted]
        total = np.zeros(many, np.int64)
        np.add.at(total, groups[has], tolls.bounds[name][counted][has])
        having = np.bincount(groups[has], minlength=many)
        is_sum = (having > 0) & ((having == told) | (name == "low"))
        pairs = zip(total.tolist(), is_sum.tolist(), strict=True)
        found.append([bound if stands else None for bound, stands in pairs])
    return list(zip(*found, strict=True))


def _units(days: Numbers, by: str) -> Numbers:
    """Days as counts of days, months or years; 0 for no day."""
    since = (days - EPOCH).astype("datetime64[D]").astype(f"datetime64[{UNITS[by]}]").astype(np.int64)
    return cast("Numbers", np.where(days == NO_DAY, 0, since + FIRST))


def _days_of(keys: Numbers, by: str) -> list[tuple[date | None, date | None]]:
    ends = np.stack(np.divmod(keys, WIDE)) - FIRST
    words = ends.astype(f"datetime64[{UNITS[by]}]").astype(str)
    return [
        days_of(first, last) if key >= WIDE else (None, None)
        for key, first, last in zip(keys.tolist(), *words.tolist(), strict=True)
    ]
