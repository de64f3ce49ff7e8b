"""Columns of claims, and pairs of their numbers -> the score of each pair, as `scoring.score` gives it.

Values that stand in tables (kinds, places, parties, figures) are compared once for each two values, by the functions
of `scoring`; days and shared words are compared in arrays. What is learned of two values is kept for the next pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from dateline.incidents import scoring
from dateline.incidents.columns import FIRST, NEAR, NONE, Columns, Lists, View, spread
from dateline.incidents.scoring import weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

# So many pairs at a time; and of those whose words are compared so many, with so many first claims: what is held
# meanwhile stays some ten megabytes.
AT_ONCE, BATCH, ROWS = 1 << 16, 1 << 13, 256
SLOTS = 18  # as a power of two: so many pairs of values are remembered, by field
EMPTY = np.zeros(0, dtype=np.int64)


class Comparer:
    """Scores pairs of the claims of some columns, which may grow meanwhile."""

    def __init__(self, columns: Columns) -> None:
        """Know nothing yet of any two values."""
        self._columns = columns
        self._mapped = np.zeros(0, dtype=np.int32)
        self._kinds = _Known(self._kind)
        self._spots = _Known(lambda a, b: PLACES.index(scoring.place(*self._values("spot", a, b))))
        self._sides = _Known(lambda a, b: _added(scoring.SIDES, *self._values("sides", a, b)))
        self._stories = _Known(self._story)
        self._besides = _Known(self._beside)
        self._figures = _Known(lambda a, b: _added(scoring.FIGURES, *self._values("figures", a, b)))

    def _values(self, table: str, a: int, b: int) -> tuple[Any, Any]:
        values = getattr(self._columns, table).values
        return values[a], values[b]

    def _kind(self, a: int, b: int) -> int:
        """Of kinds, with whether the claims are of one report in the last bit."""
        level = scoring.kind(*self._values("kind", a >> 1, b >> 1), is_one_report=bool(a & 1))
        return weights()["kind"][level]

    def _story(self, a: int, b: int) -> int:
        """Of stories, as of kinds."""
        level = scoring.story(*self._values("story", a >> 1, b >> 1), is_one_report=bool(a & 1))
        return weights()["story"][level]

    def _beside(self, a: int, b: int) -> int:
        return weights()["beside"][scoring.beside(*self._values("beside", a, b))]

    def scores(self, ones: Numbers, others: Numbers) -> Numbers:
        """The score of each pair. Units: hundredths of natural log-odds.

        Args:   ones, others: the numbers of the claims of each pair; those with one first claim stand together.
        """
        return self.reaching(ones, others, None)[1]

    def reaching(self, ones: Numbers, others: Numbers, least: int | None) -> tuple[Numbers, Numbers]:
        """Which pairs score at least so much, by their places, and their scores; what cannot is left early."""
        view = self._columns.view()
        if len(self._mapped) < len(view.worth):
            self._mapped = np.zeros(2 * len(view.worth), dtype=np.int32)
        found = []
        for start in range(0, len(ones), AT_ONCE):
            at = slice(start, start + AT_ONCE)
            found.append(self._chunk(_Pairs.of(view, ones[at], others[at], start), least))
        return _joined(found)

    def _chunk(self, pairs: _Pairs, least: int | None) -> tuple[Numbers, Numbers]:
        total = _base(pairs) + _time(pairs) + _said(pairs) + self._by_values(pairs)
        places = self._places(pairs)
        best = total + _most_by_place()[places] + _most("victims", "names", "people", "wording", "headline")
        keep = np.arange(len(total)) if least is None else np.flatnonzero(best >= least)
        batches = pairs.batches(keep)
        return _joined([self._by_words(pairs.only(at), total[at], places[at], least) for at in batches])

    def _by_values(self, pairs: _Pairs) -> Numbers:
        kinds = (2 * kind + pairs.is_one_report for kind in pairs.both("kind"))
        parties = self._sides.of(*pairs.both("sides"))
        found = self._kinds.of(*kinds) + parties + self._figures.of(*pairs.both("figures"))
        stories, besides = pairs.both("story"), pairs.both("beside")
        told = np.flatnonzero((stories[0] != NONE) & (stories[1] != NONE))
        if len(told):
            within = pairs.is_one_report[told]
            found[told] += self._stories.of(*(2 * story[told] + within for story in stories))
            found[told] += self._besides.of(*(words[told] for words in besides))
        return found

    def _places(self, pairs: _Pairs) -> Numbers:
        """The level at which the places of each pair are found, as if nobody named the other's."""
        a, b = pairs.both("spot")
        found = np.full(len(a), PLACES.index("not said"))
        both = np.flatnonzero((a != NONE) & (b != NONE))
        found[both] = self._spots.of(a[both], b[both])
        return found

    def _by_words(
        self, pairs: _Pairs, total: Numbers, places: Numbers, least: int | None
    ) -> tuple[Numbers, Numbers]:
        """The places and scores of few pairs, once what words add is known."""
        words = _Met(pairs, "far", self._mapped, spots=True)
        total = total + _named(words, places) + _names(words) + _victims(pairs, self._mapped)
        pairs, total = _left(pairs, total, least, "people", "wording", "headline")
        if len(total):
            total = total + _people(_Met(pairs, "people", self._mapped))
            total = total + _wording(_Met(pairs, "words", self._mapped))
            total = total + _headline(_Met(pairs, "title", self._mapped))
        pairs, total = _left(pairs, total, least)
        return pairs.places, total


def _left(pairs: _Pairs, total: Numbers, least: int | None, *fields: str) -> tuple[_Pairs, Numbers]:
    """The pairs that can still reach so much when these fields are compared."""
    if least is None:
        return pairs, total
    keep = np.flatnonzero(total + _most(*fields) >= least)
    return pairs.only(keep), total[keep]


def _joined(found: Sequence[tuple[Numbers, Numbers]]) -> tuple[Numbers, Numbers]:
    if not found:
        return EMPTY, EMPTY
    places, values = zip(*found, strict=True)
    return np.concatenate(places), np.concatenate(values)


class _Known:
    """What a comparison of two values gives, worked out once; of many pairs of values the latest are kept."""

    def __init__(self, compare: Callable[[int, int], int]) -> None:
        self._compare = compare
        self._pairs = np.full(1 << SLOTS, -1, dtype=np.int64)
        self._found = np.zeros(1 << SLOTS, dtype=np.int32)

    def of(self, a: Numbers, b: Numbers) -> Numbers:
        """What it gives for each two; the order of the two is no matter."""
        pair = np.minimum(a, b) << 32 | np.maximum(a, b)
        slot = _slots(pair)
        found = self._found[slot].astype(np.int64)
        missed = np.flatnonzero(self._pairs[slot] != pair)
        if len(missed):
            fresh, at = np.unique(pair[missed], return_inverse=True)
            worked = np.array([self._compare(p >> 32, p & 0xFFFFFFFF) for p in fresh.tolist()])
            found[missed] = worked[at]
            self._pairs[_slots(fresh)], self._found[_slots(fresh)] = fresh, worked
        return found


def _slots(pair: Numbers) -> Numbers:
    """Where each pair is kept: spread by a multiplication (Knuth, The Art of Computer Programming 3, 6.4)."""
    return (pair.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - SLOTS)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of claims: the numbers of the two, and the place of the pair among those that were asked for."""

    view: View
    ones: Numbers
    others: Numbers
    places: Numbers
    is_one_report: NDArray[np.bool_]

    @classmethod
    def of(cls, view: View, ones: Numbers, others: Numbers, start: int) -> _Pairs:
        places = np.arange(start, start + len(ones))
        return cls(view, ones, others, places, view.report[ones] == view.report[others])

    def both(self, column: str) -> tuple[Numbers, Numbers]:
        """A column's values for the two claims."""
        values = getattr(self.view, column)
        return values[self.ones].astype(np.int64), values[self.others].astype(np.int64)

    def only(self, at: Numbers) -> _Pairs:
        return _Pairs(self.view, self.ones[at], self.others[at], self.places[at], self.is_one_report[at])

    def batches(self, keep: Numbers) -> Iterator[Numbers]:
        """Those of the pairs that are kept, cut so that each lot has few pairs and few first claims."""
        row = np.cumsum(np.diff(self.ones[keep], prepend=-1) != 0)
        at = 0
        while at < len(keep):
            end = min(at + BATCH, int(np.searchsorted(row, row[at] + ROWS)))
            yield keep[at:end]
            at = end


class _Met:
    """Of pairs with few first claims: the words in the lists of both, and how each word stands to either claim.

    `pair` is the place of the pair, `word` the word's number, `ours` and `theirs` are its codes. With `spots` it
    is also known where a word of the other's list is one of our place's name: there `is_place` is true.
    """

    def __init__(self, pairs: _Pairs, column: str, mapped: Numbers, *, spots: bool = False) -> None:
        self.pairs, self._mapped = pairs, mapped
        rows, self._row = np.unique(pairs.ones, return_inverse=True)
        lists: Lists = getattr(pairs.view, column)
        owner, at = spread(lists.starts, rows)
        places = _place_words(pairs.view, rows) if spots else (EMPTY, EMPTY)
        words = np.unique(np.concatenate((lists.words[at], places[1])))
        mapped[words] = np.arange(1, len(words) + 1)
        self._marks = np.zeros((len(rows), len(words) + 1), dtype=np.int8)
        self._marks[owner, mapped[lists.words[at]]] = lists.codes[at] + 1
        self._marks[places[0], mapped[places[1]]] |= PLACE
        self._meet(lists)
        self.named = self._named_by_ours() if spots else EMPTY
        mapped[words] = 0  # as it was, for the next

    def _meet(self, lists: Lists) -> None:
        pair, at = spread(lists.starts, self.pairs.others)
        mark = self._marks[self._row[pair], self._mapped[lists.words[at]]]
        hit = np.flatnonzero(mark)
        self.pair, self.is_place = pair[hit], mark[hit] >= PLACE
        self.ours, self.theirs = (mark[hit] & (PLACE - 1)) - 1, lists.codes[at[hit]]
        self.word = lists.words[at[hit]]

    def _named_by_ours(self) -> Numbers:
        """How many words of the other's place stand in our list."""
        pair, word = _place_words(self.pairs.view, self.pairs.others)
        mark = self._marks[self._row[pair], self._mapped[word]]
        return self.count(pair[mark & (PLACE - 1) > 0])

    def count(self, pair: Numbers, worth: Numbers | None = None) -> Numbers:
        """For each pair how often it is listed, or what is listed of it in all."""
        return np.bincount(pair, worth, minlength=len(self.pairs.ones)).astype(np.int64)


# The bit that marks a word of a place's name; below it a word's code and one.
PLACE = 4


def _place_words(view: View, rows: Numbers) -> tuple[Numbers, Numbers]:
    """The words of the names of some claims' places: for each which of the rows it is of, and the word."""
    placed = np.flatnonzero(view.spot[rows] != NONE)
    owner, at = spread(view.of_spot.starts, view.spot[rows[placed]].astype(np.int64))
    return placed[owner], view.of_spot.words[at]


def _base(pairs: _Pairs) -> Numbers:
    table = weights()["base"]
    both = np.where(np.minimum(*pairs.both("long")) > 0, table["two long reports"], table["two reports"])
    return np.where(pairs.is_one_report, table["one report"], both)


def _time(pairs: _Pairs) -> Numbers:
    (a0, b0), (a1, b1), (told_a, told_b) = map(pairs.both, ("first", "last", "told"))
    dated_a, dated_b = a0 != NONE, b0 != NONE
    a0, a1, b0, b1 = (
        np.where(dated_a, a0, told_a),
        np.where(dated_a, a1, told_a),
        np.where(dated_b, b0, told_b),
        np.where(dated_b, b1, told_b),
    )
    gap = np.maximum(0, np.maximum(a0 - b1, b0 - a1))
    table = weights()["time"]
    unsaid = pairs.is_one_report | (a0 == NONE) | (b0 == NONE)
    soft = np.where(unsaid, table["not said"], _stepped("time", scoring.GAPS, gap, "told "))
    length = np.maximum(a1 - a0, b1 - b0)
    alike = np.where((a0 == b0) & (a1 == b1), _stepped("time", SAME_DAYS, length), _overlap(length))
    hard = np.where(gap > 0, _stepped("time", scoring.GAPS, gap), alike)
    return np.where(dated_a & dated_b, hard, soft)


def _overlap(length: Numbers) -> Numbers:
    return _stepped("time", scoring.OVERLAPS, length)


# Days that are the same: how many there are.
SAME_DAYS = ((0, "same day"), (31, "same days"), (10**9, "same months"))


def _said(pairs: _Pairs) -> Numbers:
    (a, b), (days_a, days_b) = pairs.both("told"), pairs.both("first")
    unsaid = pairs.is_one_report | (a == NONE) | (b == NONE) | (days_a == NONE) | (days_b == NONE)
    return np.where(unsaid, weights()["said"]["not said"], _stepped("said", scoring.SAID, np.abs(a - b)))


def _named(words: _Met, places: Numbers) -> Numbers:
    """What places are worth, once it is known who names the other's."""
    pairs, table = words.pairs, weights()["place"]
    a, b = pairs.both("spot")
    ours = words.count(words.pair[words.is_place])
    is_named = _is_whole(pairs.view, a, ours) | _is_whole(pairs.view, b, words.named)
    found = _worths("place", PLACES)[places]
    found = np.where(_may_be_named()[places] & is_named, table["apart, but named"], found)
    return np.where(((a == NONE) != (b == NONE)) & is_named, table["named by the other"], found)


def _is_whole(view: View, spot: Numbers, count: Numbers) -> Numbers:
    """Whether so many words are all those of a place's name."""
    starts = view.of_spot.starts
    at = np.maximum(spot, 0)
    length = starts[at + 1] - starts[at] if len(starts) > 1 else np.zeros(len(spot))
    is_whole: Numbers = (spot != NONE) & (count > 0) & (count == length)
    return is_whole


def _victims(pairs: _Pairs, mapped: Numbers) -> Numbers:
    table = weights()["victims"]
    found = np.full(len(pairs.ones), table["not said"])
    within = np.flatnonzero(pairs.is_one_report)
    met = _Met(pairs.only(within), "victims", mapped)
    is_again = (met.ours != FIRST) | (met.theirs != FIRST)
    found[within[np.unique(met.pair[is_again])]] = table["same people"]
    return found


def _names(words: _Met) -> Numbers:
    pairs, table = words.pairs, weights()["names"]
    both = np.minimum(*pairs.both("far_nats"))
    # A name near both claims counts four times, one near either twice; a word of either's place not at all.
    times = np.maximum(words.ours, 0).astype(np.int64) * words.theirs
    worth = pairs.view.worth[words.word]
    shared = words.count(words.pair, worth * times) / 4
    all_shared = words.count(words.pair, worth * (times > 0))
    limits, worths = _steps("names", scoring.SHARED)
    level = np.searchsorted(limits, shared)
    higher = (shared > scoring.SOME) & (2 * all_shared > both)
    level = np.minimum(level + higher, len(limits))
    found = np.where(
        (shared <= scoring.FEW) & (both < scoring.LITTLE), table["too little text"], worths[level]
    )
    found = np.where(_is_silent(pairs, "far"), table["no text"], found)
    return np.where(pairs.is_one_report, table["one report"], found)


def _people(names: _Met) -> Numbers:
    count = np.array(scoring.WEIGHT)[(names.ours == NEAR).astype(np.int64) + (names.theirs == NEAR)]
    found = _stepped("people", scoring.PEOPLE, names.count(names.pair, count))
    return np.where(names.pairs.is_one_report, weights()["people"]["none shared"], found)


def _wording(words: _Met) -> Numbers:
    pairs, table = words.pairs, weights()["wording"]
    shared = words.count(words.pair, pairs.view.nats[words.word])
    share = shared / (np.minimum(*pairs.both("word_nats")) + 12)
    found = np.where(shared > 0, _stepped("wording", scoring.ALIKE, share), table["nothing alike"])
    found = np.where(_is_silent(pairs, "words"), table["no text"], found)
    return np.where(pairs.is_one_report, table["one report"], found)


def _headline(words: _Met) -> Numbers:
    pairs, table = words.pairs, weights()["headline"]
    told = (words.ours > 0) & (words.theirs > 0)
    shared = words.count(words.pair[told], pairs.view.nats[words.word[told]])
    found = np.where(
        _is_silent(pairs, "title"), table["no headline"], _stepped("headline", scoring.HEADLINES, shared)
    )
    return np.where(pairs.is_one_report, table["one report"], found)


def _is_silent(pairs: _Pairs, column: str) -> Numbers:
    """Whether one of the two has no such words at all."""
    starts = getattr(pairs.view, column).starts
    lengths = [starts[claims + 1] - starts[claims] for claims in (pairs.ones, pairs.others)]
    is_silent: Numbers = np.minimum(*lengths) == 0
    return is_silent


Steps = tuple[tuple[float, str], ...]


def _stepped(field: str, steps: Steps, values: Numbers, prefix: str = "") -> Numbers:
    """What the first steps that take in each value are worth."""
    limits, worths = _steps(field, steps, prefix)
    return worths[np.searchsorted(limits, values)]


@cache
def _steps(field: str, steps: Steps, prefix: str = "") -> tuple[Numbers, Numbers]:
    """The bounds between the steps, and what each is worth; the last takes in all that is left."""
    return np.array([most for most, _ in steps[:-1]]), _worths(
        field, tuple(prefix + name for _, name in steps)
    )


@cache
def _worths(field: str, levels: tuple[str, ...]) -> Numbers:
    return np.array([weights()[field][level] for level in levels])


# The levels at which places are found, in an order of their own.
PLACES = tuple(weights()["place"])


@cache
def _may_be_named() -> NDArray[np.bool_]:
    return np.array([level in scoring.APART for level in PLACES])


@cache
def _most_by_place() -> Numbers:
    """The most that a place can be worth when it is found at each level, once it is known who names it."""
    table = weights()["place"]
    named = dict.fromkeys(scoring.APART, "apart, but named") | {"not said": "named by the other"}
    return np.array([max(table[level], table[named.get(level, level)]) for level in PLACES])


@cache
def _most(*fields: str) -> int:
    return sum(max(weights()[field].values()) for field in fields)


def _added(fields: Sequence[tuple[str, Callable[[Any, Any], str]]], one: Any, other: Any) -> int:
    """What two values are worth in some fields together."""
    return sum(weights()[field][compare(one, other)] for field, compare in fields)
