"""Scores of pairs, and what people decided -> groups of claims: average link inside connected parts.

Connected parts alone would merge everything on one bad pair; the average over all pairs of two groups does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

# The most claims that are grouped at once: all their pairs are scored. A larger part is cut where it holds
# least; no happening of the size has been met whose reports do not hang together far more closely.
MOST = 500

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


def cut(count: int, edges: Mapping[Pair, int], same: Iterable[Pair], most: int = MOST) -> list[list[int]]:
    """Part what is too large to be grouped at once, keeping the strongest pairs together.

    Args: numbers 0 to count - 1 stand for claims in their order; `edges` are scored pairs.
    """
    sets = Sets(range(count))
    for one, other in same:
        sets.union(one, other)
    for one, other in sorted(edges, key=lambda pair: (-edges[pair], pair)):
        sets.union(one, other, most)
    return sets.groups()


def average_link(
    count: int,
    score: Callable[[int, int], int],
    same: Sequence[Pair] = (),
    different: Sequence[Pair] = (),
    *,
    tellers: Sequence[str] | None = None,
) -> list[list[int]]:
    """Merge the two groups whose tellers agree best on average, while that average is above 0.

    A report that tells of a happening in several claims is one teller: between two tellers half of what counts is
    their best pair and half the mean, for a report's other claims often say less of the same. Without tellers each
    claim is its own.

    Args:    numbers 0 to count - 1 stand for claims in their order, which breaks ties;
             `same` are together from the start; of `different` no two ever are;
             `tellers` gives the report of each.
    Returns: the groups, in the order of their first claims.
    """
    sets = Sets(range(count))
    for one, other in same:
        sets.union(one, other)
    groups = {group[0]: group for group in sets.groups()}
    sums = _sums(groups, score, [str(i) for i in range(count)] if tellers is None else tellers)
    for one, other in different:
        a, b = sorted((sets.find(one), sets.find(other)))
        sums[b][a] = sums[a][b] = None
    _merge(groups, sums)
    return [sorted(groups[first]) for first in sorted(groups)]


# Of each two tellers, in either order: their best score, the sum of all, and how many; between a group and each
# other one. None where the groups must stay apart.
Best = dict[tuple[str, str], tuple[int, int, int]]
Sums = dict[int, dict[int, Best | None]]


def _sums(
    groups: Mapping[int, Sequence[int]], score: Callable[[int, int], int], tellers: Sequence[str]
) -> Sums:
    sums: Sums = {first: {} for first in groups}
    firsts = sorted(groups)
    for i, a in enumerate(firsts):
        for b in firsts[i + 1 :]:
            best: Best = {}
            for x in groups[a]:
                for y in groups[b]:
                    key = (tellers[x], tellers[y]) if tellers[x] <= tellers[y] else (tellers[y], tellers[x])
                    top, total, number = best.get(key, (-(10**9), 0, 0))
                    value = score(x, y)
                    best[key] = (max(top, value), total + value, number + 1)
            sums[a][b] = sums[b][a] = best
    return sums


def _merge(groups: dict[int, list[int]], sums: Sums) -> None:
    heap = [entry for a in groups for b in sums[a] if a < b and (entry := _entry(a, b, groups, sums))]
    heapify(heap)
    while heap:
        _, a, b, sizes = heappop(heap)
        if a not in groups or b not in groups or (len(groups[a]), len(groups[b])) != sizes:
            continue
        groups[a] += groups.pop(b)
        gone = sums.pop(b)
        del sums[a][b]
        for c, part in gone.items():
            if c == a:
                continue
            del sums[c][b]
            whole = sums[a][c]
            sums[a][c] = sums[c][a] = None if whole is None or part is None else _joined(whole, part)
            if entry := _entry(min(a, c), max(a, c), groups, sums):
                heappush(heap, entry)


def _joined(one: Best, other: Best) -> Best:
    """What two groups have with a third, teller by teller."""
    small, large = sorted((one, other), key=len)
    found = dict(large)
    for key, value in small.items():
        known = found.get(key)
        found[key] = (
            value if known is None else (max(known[0], value[0]), known[1] + value[1], known[2] + value[2])
        )
    return found


def _entry(
    a: int, b: int, groups: Mapping[int, Sequence[int]], sums: Sums
) -> tuple[float, int, int, tuple[int, int]] | None:
    """A possible merge, the best first when sorted; none where the groups had better stay apart."""
    best, sizes = sums[a][b], (len(groups[a]), len(groups[b]))
    if best is None:
        return None
    total = sum(top + all_ // n for top, all_, n in best.values())
    return None if total <= 0 else (-total / (2 * len(best)), a, b, sizes)
