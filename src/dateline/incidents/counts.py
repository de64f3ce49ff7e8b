"""Figures of one statement, each with the group it counts -> bounds of their sum that count nobody twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from math import inf
from types import MappingProxyType
from typing import NamedTuple

from dateline.incidents.groups import are_apart
from dateline.records import Figure, Scope, Span

Bound = int | None
MOST = 12  # counts of one statement among which the largest sum without overlap is sought
REST = "the rest of a list"


class Count(NamedTuple):
    """A number of people of one group: None is everybody. `list` are the words of the list it stands in.

    Counts of one list share nobody. `vague` is a word for a range, `total` a running total.
    """

    label: str | None
    list: Span | None
    low: Bound
    high: Bound
    vague: bool
    total: bool


def counts_of(
    figures: Sequence[tuple[str | None, Figure]], again: Mapping[Span, Span] = MappingProxyType({})
) -> list[Count]:
    """The counts that figures with their groups make; members of a list who are of one group are added up.

    Args: again: the words of a figure -> those of an earlier one that counts the same people.
    """
    first: dict[Span, tuple[str | None, Figure]] = {}
    for label, figure in figures:
        first.setdefault(again.get(figure.span, figure.span), (label, figure))  # the same words count once
    lists: dict[tuple[Span, str | None], list[Figure]] = defaultdict(list)
    labels: dict[Span, set[str | None]] = defaultdict(set)
    for label, figure in first.values():
        key = _list_of(figure, first.keys()) or figure.span
        lists[key, label].append(figure)
        labels[key].add(label)
    return [
        _count(REST if label is None and len(labels[key]) > 1 else label, members, first.keys())
        for (key, label), members in lists.items()
    ]


def _list_of(figure: Figure, told: Collection[Span]) -> Span | None:
    """The list whose member a figure is, where nobody states its sum."""
    is_listed = figure.scope is not Scope.PART and figure.part_of not in told
    return figure.part_of if is_listed else None


def _count(label: str | None, members: Sequence[Figure], told: Collection[Span]) -> Count:
    lows = [figure.low for figure in members if figure.low is not None]
    highs = [figure.high for figure in members if figure.high is not None]
    return Count(
        label,
        _list_of(members[0], told),
        sum(lows) if lows else None,
        sum(highs) if len(highs) == len(members) else None,
        vague=any(figure.approx and figure.low != figure.high for figure in members),
        total=any(figure.scope is Scope.CUMULATIVE for figure in members),
    )


def running(wholes: Sequence[Count]) -> list[Count]:
    """Without the counts that a running total beside them takes in: a toll of 34 takes in the 17 of before."""
    totals = [count for count in wholes if count.total]
    most = max(map(_number, totals), default=None)
    return [
        count
        for count in wholes
        if most is None or _number(count) > most or (count.total and _number(count) == most)
    ]


def together(wholes: Sequence[Count]) -> tuple[Bound, Bound]:
    """What several counts of everybody come to: the closest, where it lies in all the others.

    Else they may count people of their own or the same ones: at least the most, at most all together.
    """
    pairs = {(count.low, count.high) for count in wholes}
    for pair in pairs:
        if all(holds(ends(*other), ends(*pair)) for other in pairs):
            return pair
    highs = [high for _, high in pairs]
    low = max((low for low, _ in pairs if low is not None), default=None)
    return low, None if None in highs else sum(high or 0 for high in highs)


def sum_apart(groups: Sequence[Count]) -> tuple[int, Bound]:
    """What counts of groups come to: the largest sum over those that share nobody, and the sum of them all.

    At least so many there must be, and more than all together nobody has told of; None where a count is open.
    """
    highs = [count.high for count in groups]
    most = None if None in highs else sum(high or 0 for high in highs)
    return _largest([(count, count.low or 0) for count in groups]), most or None


def _largest(weighed: Sequence[tuple[Count, int]]) -> int:
    rest = sorted(weighed, key=lambda pair: (-pair[1], pair[0].label or ""))[:MOST]

    def best(at: int, taken: tuple[Count, ...]) -> int:
        if at == len(rest):
            return 0
        count, number = rest[at]
        without = best(at + 1, taken)
        if all(_share_nobody(count, other) for other in taken):
            return max(without, number + best(at + 1, (*taken, count)))
        return without

    return best(0, ())


def _share_nobody(one: Count, other: Count) -> bool:
    in_one_list = one.list is not None and one.list == other.list
    return in_one_list or are_apart(one.label or "", other.label or "")


def _number(count: Count) -> int:
    return count.low if count.low is not None else count.high or 0


def ends(low: Bound, high: Bound) -> tuple[float, float]:
    """The bounds as numbers to compare: a lower one that is not stated is 0, an upper one without end."""
    return 0 if low is None else low, inf if high is None else high


def holds(outer: tuple[float, float], inner: tuple[float, float]) -> bool:
    """Whether one range lies within the other."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
