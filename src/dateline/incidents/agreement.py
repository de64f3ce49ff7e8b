"""Scores of pairs of claims -> groups that grow by merging, each two with how well their tellers agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]


class Groups:
    """Groups of claims, each called by its first claim, and how well each two agree.

    A slot is what one teller has in one group, called by a claim of it. Of two slots count their best pair, the
    sum of all and how many there are; of two groups the total over their slots, and over how many pairs of tellers.
    Where two tellers have slots in both groups, the two pairs of slots that cross are one pair of tellers: what
    that changes of total and pairs is kept beside them.
    """

    def __init__(self, scores: Numbers, tellers: Sequence[Hashable]) -> None:
        """Make each claim a group."""
        count = len(scores)
        self.members = {claim: [claim] for claim in range(count)}
        self._slots: dict[int, dict[Hashable, int]] = {k: {teller: k} for k, teller in enumerate(tellers)}
        self._home = np.arange(count)  # of each slot; -1 where it is none any more
        self._best = scores.astype(np.int64)
        self._sum, self._size = self._best.copy(), np.ones(count, dtype=np.int64)
        self._total, self._pairs = 2 * self._best, np.ones((count, count), dtype=np.int64)
        self._apart = np.eye(count, dtype=bool)
        often = {teller for teller, number in Counter(tellers).items() if number > 1}
        self._groups_of = {teller: {k for k, t in enumerate(tellers) if t == teller} for teller in often}
        # Total and pairs that are to be added for slots that cross.
        self._crossing = np.zeros((2, count, count) if often else (2, 1, 1), dtype=np.int64)

    def hold_apart(self, one: int, other: int) -> None:
        """Never merge two groups."""
        self._apart[one, other] = self._apart[other, one] = True

    def merge(self, a: int, b: int) -> None:
        """Put group b into group a, the earlier one."""
        for table in (self._total, self._pairs):
            table[a] += table[b]
        self._apart[a] |= self._apart[b]
        self._apart[:, a] = self._apart[a]
        self._apart[b] = self._apart[:, b] = True
        self.members[a] += self.members.pop(b)
        ours = self._slots[a]
        for teller, slot in self._slots.pop(b).items():
            if teller in ours:
                self._join(a, ours[teller], slot)
            else:
                ours[teller], self._home[slot] = slot, a
        for table in (self._total, self._pairs):
            table[:, a] = table[a]
        if self._groups_of:
            self._cross_anew(a, b)

    def _join(self, a: int, slot: int, other: int) -> None:
        """Put two slots of one teller together, both in group a."""
        self._home[other] = -1
        there = np.flatnonzero(self._home >= 0)
        before = self._worth(slot, there) + self._worth(other, there)
        self._best[slot] = self._best[:, slot] = np.maximum(self._best[slot], self._best[other])
        self._sum[slot] += self._sum[other]
        self._sum[:, slot] = self._sum[slot]
        self._size[slot] += self._size[other]
        home, count = self._home[there], len(self._home)
        change = np.bincount(home, self._worth(slot, there) - before, minlength=count)
        self._total[a] += change.astype(np.int64)
        self._pairs[a] -= np.bincount(home, minlength=count)

    def _worth(self, slot: int, others: Numbers) -> Numbers:
        """What a slot and each of some others count: twice as much as the mean of best pair and mean."""
        mean: Numbers = self._sum[slot, others] // (self._size[slot] * self._size[others])
        mean += self._best[slot, others]
        return mean

    def _cross_anew(self, a: int, gone: int) -> None:
        ours = self._slots[a]
        shared: Counter[int] = Counter()
        for teller in ours.keys() & self._groups_of.keys():
            groups = self._groups_of[teller]
            groups.discard(gone)
            groups.add(a)
            shared.update(groups)
        self._crossing[:, a] = self._crossing[:, :, a] = 0
        for c, tellers in shared.items():
            if tellers > 1 and c != a:
                self._crossing[:, a, c] = self._crossing[:, c, a] = self._crossed(ours, self._slots[c])

    def _crossed(self, ours: dict[Hashable, int], theirs: dict[Hashable, int]) -> tuple[int, int]:
        """What it changes of total and pairs that the slots of two tellers cross."""
        tellers = list(ours.keys() & theirs.keys())
        at = np.ix_([ours[teller] for teller in tellers], [theirs[teller] for teller in tellers])
        best, added, size = self._best[at], self._sum[at], np.outer(self._size[at[0]], self._size[at[1]])
        apart = best + added // size
        together = np.maximum(best, best.T) + (added + added.T) // (size + size.T)
        change = np.triu(together - apart - apart.T, 1)
        return int(change.sum()), -len(tellers) * (len(tellers) - 1) // 2

    def means(self, a: int | slice) -> Numbers:
        """How well a group agrees with each other on average; minus infinity where they had better stay apart."""
        total, pairs = self._total[a], self._pairs[a]
        if self._groups_of:
            total, pairs = total + self._crossing[0, a], pairs + self._crossing[1, a]
        is_better = (total > 0) & ~self._apart[a]
        return np.where(is_better, total / np.where(is_better, 2 * pairs, 1), -np.inf)


def merge_while_better(groups: Groups) -> None:
    """Merge the two groups that agree best, as long as any two do; of equals the earliest."""
    means = groups.means(slice(None))
    means[np.tril_indices(len(means))] = -np.inf
    best, partner = means.max(axis=1, initial=-np.inf), means.argmax(axis=1)
    while best.max(initial=-np.inf) > -np.inf:
        a = int(best.argmax())
        b = int(partner[a])
        groups.merge(a, b)
        row = groups.means(a)
        means[b] = means[:, b] = -np.inf
        means[a, a + 1 :], means[:a, a] = row[a + 1 :], row[:a]
        stale = ((partner == a) | (partner == b)) & (best > -np.inf)
        stale[a] = stale[b] = True
        stale[:a] |= (row[:a] > best[:a]) | ((row[:a] == best[:a]) & (partner[:a] > a))
        at = np.flatnonzero(stale)
        best[at], partner[at] = means[at].max(axis=1), means[at].argmax(axis=1)
