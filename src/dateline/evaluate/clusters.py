"""Two ways to group the same items -> how far they agree: MUC, B-cubed, CEAF-e, their mean, and pairs.

Conventions are those of the CoNLL-2012 reference scorer (v8.01) for given mentions: no group scores by being
single in MUC, and CEAF-e uses phi-4. The best pairing of groups is exact, part by part.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from dateline.evaluate.assignment import best_pairs

Groups = Mapping[str, Hashable]  # item -> its group


@dataclass(frozen=True, slots=True)
class Ratio:
    """Precision and recall, each as a share of its own total."""

    p: float
    r: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.p * self.r / (self.p + self.r) if self.p + self.r else 0.0


@dataclass(frozen=True, slots=True)
class Grouping:
    """How far a grouping agrees with the gold. Source: CoNLL-2012 shared task, Pradhan et al. 2014, P14-2006."""

    muc: Ratio
    b3: Ratio
    ceafe: Ratio
    pair: Ratio

    @property
    def conll(self) -> float:
        """The mean of the F1 of MUC, B-cubed and CEAF-e."""
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3


def compare(gold: Groups, ours: Groups) -> Grouping:
    """Compare two groupings of the gold's items; an item that ours lacks is a group by itself."""
    placed = {item: ours.get(item, ("alone", item)) for item in gold}
    both = Counter((gold[item], placed[item]) for item in gold)
    return Grouping(
        *(measure(both, Counter(gold.values()), Counter(placed.values())) for measure in MEASURES)
    )


Table = Counter[tuple[Hashable, Hashable]]  # how many items two groups share
Sizes = Counter[Hashable]


def _muc(both: Table, gold: Sizes, ours: Sizes) -> Ratio:
    kept = sum(gold.values()) - len(both)  # items but one for each piece that a group falls into
    return Ratio(_share(kept, sum(ours.values()) - len(ours)), _share(kept, sum(gold.values()) - len(gold)))


def _b3(both: Table, gold: Sizes, ours: Sizes) -> Ratio:
    items = sum(gold.values())
    precise = sum(n * n / ours[b] for (_, b), n in both.items())
    return Ratio(_share(precise, items), _share(sum(n * n / gold[a] for (a, _), n in both.items()), items))


def _pair(both: Table, gold: Sizes, ours: Sizes) -> Ratio:
    pairs = sum(n * (n - 1) for n in both.values())
    return Ratio(*(_share(pairs, sum(n * (n - 1) for n in sizes.values())) for sizes in (ours, gold)))


def _ceafe(both: Table, gold: Sizes, ours: Sizes) -> Ratio:
    total = Fraction(0)
    for part in _parts(both):
        rows, columns = (
            {group: i for i, group in enumerate(dict.fromkeys(side))} for side in zip(*part, strict=True)
        )
        weights = [[0.0] * len(columns) for _ in rows]
        for a, b in part:
            weights[rows[a]][columns[b]] = 2 * both[a, b] / (gold[a] + ours[b])
        total += sum((Fraction(weights[i][j]) for i, j in best_pairs(weights)), Fraction(0))
    return Ratio(_share(float(total), len(ours)), _share(float(total), len(gold)))


MEASURES = (_muc, _b3, _ceafe, _pair)


def _parts(both: Table) -> Iterator[list[tuple[Hashable, Hashable]]]:
    """The pairs of groups that share items, by connected part."""
    rows, columns = defaultdict(list), defaultdict(list)
    for a, b in both:
        rows[a].append(b)
        columns[b].append(a)
    seen: set[Hashable] = set()
    for first in rows:
        if first in seen:
            continue
        todo, part = [first], []
        seen.add(first)
        while todo:
            a = todo.pop()
            part += [(a, b) for b in rows[a]]
            fresh = {c for b in rows[a] for c in columns[b]} - seen
            seen |= fresh
            todo += sorted(fresh, key=repr)
        yield part


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
