"""Scores of pairs, and what people decided -> groups of claims: average link inside connected parts.

Connected parts alone would merge everything on one bad pair; the average over all pairs of two groups does not.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from dateline.incidents.agreement import Groups, merge_while_better

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

# The most claims that are grouped at once: all their pairs are scored. A larger part is cut where it holds
# least; no happening of the size has been met whose reports do not hang together far more closely.
MOST = 500

AT_ONCE = 1 << 13  # pairs of a large part that are looked at before the rest are sifted

Pair = tuple[int, int]


class Sets:
    """Disjoint sets of numbers (union-find); `most` bounds a union, where it is given."""

    def __init__(self, items: Iterable[int]) -> None:
        self._parent = {item: item for item in items}
        self._size = dict.fromkeys(self._parent, 1)

    def find(self, item: int) -> int:
        """The number that stands for the item's set."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def union(self, one: int, other: int, most: int | None = None) -> bool:
        """Put two sets together, unless that makes one with more than `most`."""
        a, b = self.find(one), self.find(other)
        if a == b or (most is not None and self._size[a] + self._size[b] > most):
            return a == b
        low, high = min(a, b), max(a, b)
        self._parent[high] = low
        self._size[low] += self._size[high]
        return True

    def groups(self) -> list[list[int]]:
        """The sets, each in the order of its numbers, in the order of their first ones."""
        found: dict[int, list[int]] = {}
        for item in sorted(self._parent):
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())


def edges_inside(part: Sequence[int], edges: Mapping[int, Mapping[int, int]]) -> Numbers:
    """The scored pairs of a connected part, by their places in it: the lower ones, the others, the scores."""
    near = [edges[number] for number in part]
    place = np.zeros(max(part) + 1, dtype=np.int64)
    place[part] = np.arange(len(part))
    ones = np.repeat(np.arange(len(part)), [len(others) for others in near])
    others = place[np.fromiter(chain.from_iterable(near), np.int64, len(ones))]
    scores = np.fromiter(chain.from_iterable(known.values() for known in near), np.int64, len(ones))
    return np.stack((ones, others, scores))[:, ones < others]


def cut(count: int, edges: Numbers, same: Iterable[Pair], most: int = MOST) -> list[list[int]]:
    """Part what is too large to be grouped at once, keeping the strongest pairs together.

    Args: numbers 0 to count - 1 stand for claims in their order; `edges` are pairs of them in three rows: the lower
          ones, the others, and the scores.
    """
    sets = Sets(range(count))
    for one, other in same:
        sets.union(one, other)
    ones, others, scores = edges
    order = np.lexsort((others, ones, -scores))
    pairs = np.stack((ones[order], others[order]))
    while pairs.size:
        for one, other in pairs[:, :AT_ONCE].T.tolist():
            sets.union(one, other, most)
        # Of the rest most are together by now, or too large together, and stay so.
        home = np.array([sets.find(item) for item in range(count)])
        size = np.bincount(home, minlength=count)
        a, b = home[pairs[:, AT_ONCE:]]
        pairs = pairs[:, AT_ONCE:][:, (a != b) & (size[a] + size[b] <= most)]
    return sets.groups()


def average_link(
    scores: Numbers,
    same: Sequence[Pair] = (),
    different: Sequence[Pair] = (),
    *,
    tellers: Sequence[Hashable] | None = None,
) -> list[list[int]]:
    """Merge the two groups whose tellers agree best on average, while that average is above 0.

    A report that tells of a happening in several claims is one teller: between two tellers half of what counts is
    their best pair and half the mean, for a report's other claims often say less of the same. Without tellers each
    claim is its own.

    Args:    scores: of each two claims, as a symmetric table whose order is that of the claims, which breaks ties;
             `same` are together from the start; of `different` no two ever are;
             `tellers` gives the report of each.
    Returns: the groups, in the order of their first claims.
    """
    groups = Groups(scores, range(len(scores)) if tellers is None else tellers)
    sets = Sets(range(len(scores)))
    for one, other in same:
        a, b = sorted((sets.find(one), sets.find(other)))
        if a != b:
            sets.union(a, b)
            groups.merge(a, b)
    for one, other in different:
        groups.hold_apart(sets.find(one), sets.find(other))
    merge_while_better(groups)
    return [sorted(groups.members[first]) for first in sorted(groups.members)]


def likest(group: Sequence[int], scores: Numbers) -> dict[int, int]:
    """For each claim of a group but the first: the earlier one that it scores best with, by place in the group."""
    table = scores[np.ix_(group, group)]
    return {at: int(table[at, :at].argmax()) for at in range(1, len(group))}  # of equals the first
