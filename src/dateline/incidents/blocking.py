"""Traits -> keys that claims of one incident tend to share, and a join that says which claims to compare.

A key that few claims bear joins them all. A key that many bear (a capital's name in a month of war) joins each
only with its neighbours in time, so that the pairs grow with the claims and not with their square.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import numpy as np

from dateline import lexicons
from dateline.incidents import telling
from dateline.incidents.columns import spread
from dateline.incidents.features import Order, Traits, worth
from dateline.incidents.stowing import Parts, filled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

TABLE = lexicons.load("linking")["blocking"]
CAP: int = TABLE["cap"]
WINDOW: int = TABLE["window"]
ENOUGH: int = TABLE["enough"]
LONGEST_DAYS: int = TABLE["longest_days"]
AT_ONCE = 1 << 21  # bearers of keys that are met at one time when many claims are joined

Entry = tuple[int, Order, int]  # day, place among others, number in the join
Key = str
Pair = tuple[int, int]


def keys(traits: Traits) -> dict[Key, int]:
    """The keys of a claim with the strength of each: pairs that share ENOUGH in all are compared."""
    found: dict[Key, int] = {"r" + traits.report: ENOUGH}
    for word in traits.names:
        if (nats := worth(word)) >= TABLE["name_nats"]:
            found["n" + word] = 2 if nats >= TABLE["rare_name_nats"] else 1
    for word in traits.title:
        found[f"h{word}"] = 1
    if traits.story is not None:
        # A kind that is a word of the report: reports of one story use it, or one like it, and have names in common.
        for root in telling.roots(traits.kind):
            found[f"w{root}"] = ENOUGH
            found.update((f"w{root} {name}", ENOUGH) for name in traits.story.chief)
    days = traits.days or (None if traits.told is None else (traits.told, traits.told))
    if days is not None:
        found.update(_dated(traits, days))
    return found


def _dated(traits: Traits, days: tuple[int, int]) -> Iterator[tuple[Key, int]]:
    """Keys of a stretch of time with whatever else is known; neighbouring stretches share one."""
    words = traits.spot.words if traits.spot else ()
    for week in {days[0] // 7, (days[0] + 3) // 7 + 1_000_000, (days[1] + 3) // 7 + 1_000_000}:
        for measure, low, high in traits.figures:
            if (low or 0) > 2:
                yield f"f{measure}{low}-{high}w{week}", 1
    for month in {days[0] // 30, days[1] // 30}:
        for word in words:
            yield f"m{month}{word}", 1
    if days[1] - days[0] > LONGEST_DAYS:
        return
    for day in range(days[0] - 1, days[1] + 1):
        for word in words:
            yield f"d{day}{word}", 2
        for party in traits.sides.actors | traits.sides.targets:
            yield f"p{day}{party}", 1
        if traits.spot is not None:
            yield f"c{day}{traits.spot.country}", 1
            yield from ((f"g{day}{cell}", 1) for cell in _cells(traits.spot.point))
        else:
            yield f"k{day}{traits.kind}", 1
            # Where no place was said, one of the names near the words may be it.
            yield from ((f"d{day}{word}", 2) for word in traits.names if not word.isdigit())


def _cells(point: tuple[float, float] | None) -> Iterator[str]:
    """Squares of half a degree in two grids, shifted so that near points share one of them."""
    if point is not None:
        yield f"{point[0] * 2 // 1:.0f},{point[1] * 2 // 1:.0f}"
        yield f"{(point[0] * 2 + 0.5) // 1:.0f};{(point[1] * 2 + 0.5) // 1:.0f}"


class KeyLists:
    """The keys of many claims as numbers, with their strengths: those of claim k stand from `starts[k]` on."""

    def __init__(self) -> None:
        """Hold no claim yet."""
        self.starts, self.keys, self.strengths = array("q", [0]), array("q"), array("b")

    def append(self, traits: Traits) -> None:
        """Take in the keys of one more claim.

        A key is kept as eight bytes of its hash: of ten million keys two are taken for one in one case of 400,000, and
        then some pairs more are compared.
        """
        found = keys(traits)
        self.keys.frombytes(b"".join(blake2b(key.encode(), digest_size=8).digest() for key in found))
        self.strengths.extend(found.values())
        self.starts.append(len(self.keys))

    def put(self, found: Mapping[int, int]) -> None:
        """Take in one more claim, whose keys are known."""
        self.keys.extend(found)
        self.strengths.extend(found.values())
        self.starts.append(len(self.keys))

    def extend(self, other: KeyLists) -> None:
        """Take in the claims of other lists, in their order."""
        shift = len(self.keys)
        self.starts.extend(start + shift for start in other.starts[1:])
        self.keys.extend(other.keys)
        self.strengths.extend(other.strengths)

    def stow(self) -> dict[str, bytes]:
        """All that is held, as named parts."""
        return {name: getattr(self, name).tobytes() for name in LISTS}

    def restore(self, parts: Parts) -> None:
        """Hold what others held when they were stowed."""
        self.starts, self.keys, self.strengths = (filled(code, parts[name]) for name, code in LISTS.items())

    def of(self, number: int) -> dict[int, int]:
        """The keys of a claim with their strengths."""
        span = slice(self.starts[number], self.starts[number + 1])
        return dict(zip(self.keys[span], self.strengths[span], strict=True))


# The arrays of such lists, with the codes of their numbers.
LISTS = {"starts": "q", "keys": "q", "strengths": "b"}


class Join:
    """Who shares keys with whom; what it answers depends on what it holds, not on how that came in.

    Claims that came in at once are held in arrays, sorted by key; the bearers of a key that changes after that are
    held in a list of their own.
    """

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._lists = KeyLists()
        self._entries: list[Entry] = []
        self._changed: dict[int, list[Entry]] = {}
        self._keys, self._starts, self._bearers = (np.zeros(0, dtype=np.int64) for _ in range(3))

    def fill(self, lists: KeyLists, entries: Sequence[Entry]) -> Meetings:
        """Take in all claims at once, where there were none before; gives those to compare each with."""
        self._lists, self._entries = lists, list(entries)
        claims, at = spread(np.frombuffer(lists.starts, np.int64), np.arange(len(entries)))
        order = self._sort(claims, at)
        return Meetings(lists, self._starts, order, self._bearers)

    def _sort(self, claims: Numbers, at: Numbers) -> Numbers:
        """Hold the bearers of each key in their order, given the keys' places and whose they are; gives their order."""
        rank = np.empty(len(self._entries), dtype=np.int64)
        rank[[entry[2] for entry in sorted(self._entries)]] = np.arange(len(rank))
        all_keys = np.frombuffer(self._lists.keys, np.int64)[at]
        order = np.lexsort((rank[claims], all_keys))
        self._keys, starts = np.unique(all_keys[order], return_index=True)
        self._starts = np.append(starts, len(order))
        self._bearers = claims[order].astype(np.int32)
        return order

    def stow(self, among: Sequence[int]) -> dict[str, bytes]:
        """All that is held, as named parts, given which claims have not been removed."""
        if self._changed:
            numbers = np.array(among, dtype=np.int64)
            owner, at = spread(np.frombuffer(self._lists.starts, np.int64), numbers)
            self._sort(numbers[owner], at)
            self._changed = {}
        arrays = {"sorted": self._keys, "bounds": self._starts, "bearers": self._bearers}
        return self._lists.stow() | {name: values.tobytes() for name, values in arrays.items()}

    def restore(self, parts: Parts, entries: Sequence[Entry]) -> None:
        """Hold what another held when it was stowed.

        Args:   entries: of all claims that ever came in, by their numbers.
        """
        self._lists, self._entries, self._changed = KeyLists(), list(entries), {}
        self._lists.restore(parts)
        self._keys, self._starts = (np.frombuffer(parts[name], np.int64) for name in ("sorted", "bounds"))
        self._bearers = np.frombuffer(parts["bearers"], np.int32)

    def add(self, entry: Entry, found: Mapping[int, int]) -> set[Pair]:
        """Take a claim with its keys in, whose number is the next one.

        Returns: pairs that may no longer be joined, to be asked about again.
        """
        self._lists.put(found)
        self._entries.append(entry)
        loose: set[Pair] = set()
        for key in found:
            members = self._members(key)
            insort(members, entry)
            loose.update(_loosened(members, entry))
        return loose

    def remove(self, number: int) -> set[Pair]:
        """Let a claim go; gives pairs that may be joined from now on."""
        entry = self._entries[number]
        gained: set[Pair] = set()
        for key in self._lists.of(number):
            members = self._members(key)
            gained.update(_loosened(members, entry))
            del members[bisect_left(members, entry)]
        return gained

    def _members(self, key: int) -> list[Entry]:
        """The bearers of a key, in their order, as a list that may be changed."""
        if key not in self._changed:
            at = int(np.searchsorted(self._keys, key))
            known = at < len(self._keys) and self._keys[at] == key
            bearers = self._bearers[self._starts[at] : self._starts[at + 1]].tolist() if known else []
            self._changed[key] = [self._entries[number] for number in bearers]
        return self._changed[key]

    def is_joined(self, one: int, other: int) -> bool:
        """Whether two claims are to be compared."""
        ours, theirs = self._lists.of(one), self._lists.of(other)
        shared = ours.keys() & theirs.keys()
        return sum(ours[key] for key in shared if self._holds(key, one, other)) >= ENOUGH

    def partners(self, number: int) -> list[int]:
        """Those to compare a claim with."""
        met: Counter[int] = Counter()
        entry = self._entries[number]
        for key, strength in self._lists.of(number).items():
            members = self._members(key)
            if len(members) > CAP:
                at = bisect_left(members, entry)
                members = members[max(0, at - WINDOW) : at + WINDOW + 1]
            for _, _, other in members:
                met[other] += strength
        return [other for other, strength in met.items() if strength >= ENOUGH and other != number]

    def _holds(self, key: int, one: int, other: int) -> bool:
        members = self._members(key)
        if len(members) <= CAP:
            return True
        places = [bisect_left(members, self._entries[number]) for number in (one, other)]
        return abs(places[0] - places[1]) <= WINDOW


class Meetings:
    """Of claims that came in at once: whom each shares keys with that came before it."""

    def __init__(self, lists: KeyLists, starts: Numbers, order: Numbers, bearers: Numbers) -> None:
        """Hold for each key of each claim where those stand that it joins the claim with."""
        self._of_claim = np.frombuffer(lists.starts, np.int64)
        self._strengths = np.frombuffer(lists.strengths, np.int8)
        self._bearers = bearers
        sizes = np.diff(starts)
        first, size = np.repeat(starts[:-1], sizes), np.repeat(sizes, sizes)
        place = np.arange(len(order))
        near = size > CAP
        low = np.where(near, np.maximum(first, place - WINDOW), first)
        high = np.where(near, np.minimum(first + size, place + WINDOW + 1), first + size)
        self._low, self._high = np.empty_like(bearers), np.empty_like(bearers)
        self._low[order], self._high[order] = low, high

    def pairs(self, claims: Numbers) -> Iterator[tuple[Numbers, Numbers]]:
        """The pairs to compare of each of some claims with earlier ones, some claims at a time."""
        bounds = self._of_claim
        met = np.append(0, np.cumsum(self._high.astype(np.int64) - self._low))
        most = np.cumsum(met[bounds[claims + 1]] - met[bounds[claims]])
        at = 0
        while at < len(claims):
            done = most[at - 1] if at else 0
            end = max(at + 1, int(np.searchsorted(most, done + AT_ONCE)))
            yield self._met(claims[at:end])
            at = end

    def _met(self, claims: Numbers) -> tuple[Numbers, Numbers]:
        owner, key = spread(self._of_claim, claims)
        lengths = np.append(0, np.cumsum(self._high[key].astype(np.int64) - self._low[key]))
        borne, at = spread(lengths, np.arange(len(key)))
        one, other = claims[owner[borne]], self._bearers[at - lengths[borne] + self._low[key[borne]]]
        earlier = np.flatnonzero(other < one)
        pair = one[earlier] * np.int64(len(self._of_claim)) + other[earlier]
        order = np.argsort(pair, kind="stable")
        met, starts = np.unique(pair[order], return_index=True)
        if len(met):
            strengths = self._strengths[key[borne[earlier]]][order].astype(np.int64)
            met = met[np.add.reduceat(strengths, starts) >= ENOUGH]
        return met // len(self._of_claim), met % len(self._of_claim)


def _loosened(members: list[Entry], entry: Entry) -> Iterable[Pair]:
    """Pairs of others whose being joined by this key hangs on whether the entry is among its members."""
    if len(members) <= CAP:
        return ()
    at = bisect_left(members, entry)
    if len(members) == CAP + 1:
        others = [number for _, _, number in members if number != entry[2]]
        return ((a, b) for i, a in enumerate(others) for b in others[i + WINDOW :])
    before = [number for _, _, number in members[max(0, at - WINDOW) : at]]
    after = [number for _, _, number in members[at + 1 : at + 1 + WINDOW]]
    # Those that stand WINDOW apart without the entry, and one more with it.
    return (
        (a, b)
        for i, a in enumerate(reversed(before), 1)
        for j, b in enumerate(after, 1)
        if i + j == WINDOW + 1
    )
