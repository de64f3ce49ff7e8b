"""Traits -> keys that claims of one incident tend to share, and a join that says which claims to compare.

A key that few claims bear joins them all. A key that many bear (a capital's name in a month of war) joins each
only with its neighbours in time, so that the pairs grow with the claims and not with their square.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator

from dateline import lexicons
from dateline.incidents.features import Order, Traits, worth

TABLE = lexicons.load("linking")["blocking"]
CAP: int = TABLE["cap"]
WINDOW: int = TABLE["window"]
ENOUGH: int = TABLE["enough"]
LONGEST_DAYS: int = TABLE["longest_days"]
# Kinds of the codebook; and the letters of any other by which claims are joined.
KINDS = frozenset(lexicons.load("codebook")["kind"])
STEM = 5

Entry = tuple[int, Order, int]  # day, place among others, number in the join
Key = str


def keys(traits: Traits) -> dict[Key, int]:
    """The keys of a claim with the strength of each: pairs that share ENOUGH in all are compared."""
    found: dict[Key, int] = {"r" + traits.report: ENOUGH}
    for word in traits.names:
        if (nats := worth(word)) >= TABLE["name_nats"]:
            found["n" + word] = 2 if nats >= TABLE["rare_name_nats"] else 1
    for word in traits.title:
        found[f"h{word}"] = 1
    if traits.kind not in KINDS:
        # A kind that is a word of the report: reports of one story use it alike.
        found[f"w{traits.kind[:STEM]}"] = ENOUGH
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
        for party in traits.actors | traits.targets:
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


class Join:
    """Who shares keys with whom; what it answers depends on what it holds, not on how that came in."""

    def __init__(self) -> None:
        self._members: dict[Key, list[Entry]] = {}
        self._keys: dict[int, dict[Key, int]] = {}
        self._entries: dict[int, Entry] = {}

    def add(self, number: int, traits: Traits) -> tuple[list[int], set[tuple[int, int]]]:
        """Take a claim in.

        Returns: those to compare it with; and pairs that may no longer be joined, to be asked about again.
        """
        entry = self._enter(number, traits)
        loose: set[tuple[int, int]] = set()
        for key in self._keys[number]:
            members = self._members.setdefault(key, [])
            insort(members, entry)
            loose.update(_loosened(members, entry))
        return self.partners(number), loose

    def _enter(self, number: int, traits: Traits) -> Entry:
        day = (traits.days or (traits.told or 0,))[0]
        self._keys[number], self._entries[number] = keys(traits), (day, traits.order, number)
        return self._entries[number]

    def fill(self, claims: Iterable[tuple[int, Traits]]) -> None:
        """Take in all claims at once, where there were none before."""
        for number, traits in claims:
            entry = self._enter(number, traits)
            for key in self._keys[number]:
                self._members.setdefault(key, []).append(entry)
        for members in self._members.values():
            members.sort()

    def remove(self, number: int) -> set[tuple[int, int]]:
        """Let a claim go; gives pairs that may be joined from now on."""
        entry = self._entries.pop(number)
        gained: set[tuple[int, int]] = set()
        for key in self._keys.pop(number):
            members = self._members[key]
            gained.update(_loosened(members, entry))
            del members[bisect_left(members, entry)]
            if not members:
                del self._members[key]
        return gained

    def is_joined(self, one: int, other: int) -> bool:
        """Whether two claims are to be compared."""
        ours, theirs = self._keys[one], self._keys[other]
        shared = ours.keys() & theirs.keys()
        return sum(min(ours[key], theirs[key]) for key in shared if self._holds(key, one, other)) >= ENOUGH

    def partners(self, number: int) -> list[int]:
        """Those to compare a claim with."""
        met: Counter[int] = Counter()
        entry = self._entries[number]
        for key, strength in self._keys[number].items():
            members = self._members[key]
            if len(members) > CAP:
                at = bisect_left(members, entry)
                members = members[max(0, at - WINDOW) : at + WINDOW + 1]
            for _, _, other in members:
                met[other] += strength
        return [other for other, strength in met.items() if strength >= ENOUGH and other != number]

    def _holds(self, key: Key, one: int, other: int) -> bool:
        members = self._members[key]
        if len(members) <= CAP:
            return True
        places = [bisect_left(members, self._entries[number]) for number in (one, other)]
        return abs(places[0] - places[1]) <= WINDOW


def _loosened(members: list[Entry], entry: Entry) -> Iterable[tuple[int, int]]:
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
