"""Traits of many claims -> the same in columns of numbers: a tenth of the memory, and quick to compare.

A word, a place, a list of parties stands once in a table, and a claim has its number. Copies of this process read
columns without touching them, so that they stay shared; what each one packs is put together by `extend`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import repeat
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import numpy as np

from dateline.incidents.features import Figures, Order, Setting, Sides, Spot, Traits, nats, worth
from dateline.incidents.stowing import Parts, filled, stowed, taken, under, within
from dateline.incidents.telling import Story
from dateline.records import ClaimId, Precision, ReportId

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

T = TypeVar("T", bound=Hashable)
# Stands where a claim has no day or no place. No day of the calendar is so small.
NONE = -(2**31)
# How a word of a report stands to a claim: it is a word of its place, one of the rest, or a name near its words.
OF_PLACE, FAR, NEAR = 0, 1, 2

# How words that count people stand to a claim: they are its own, those that counted the same first, or both.
FIRST, AGAIN, BOTH = 0, 1, 2
VICTIM = {(True, False): FIRST, (False, True): AGAIN, (True, True): BOTH}


class Table(Generic[T]):
    """Values with their numbers, in the order in which they came."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self.values: list[T] = []
        self._numbers: dict[T, int] = {}

    def number(self, value: T) -> int:
        """The number of a value, which is taken in where it is new."""
        found = self._numbers.get(value)
        if found is None:
            found = self._numbers[value] = len(self.values)
            self.values.append(value)
        return found

    def fill(self, values: Iterable[T]) -> None:
        """Hold these values, no two of which are alike, in place of any others."""
        self.values = list(values)
        self._numbers = {value: number for number, value in enumerate(self.values)}

    def extend(self, other: Table[T]) -> NDArray[np.int32]:
        """Take in another table; gives our number for each of its own."""
        return np.array([self.number(value) for value in other.values], dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Lists:
    """Of each claim a list of words with a code each: `starts[k]` to `starts[k + 1]` are those of claim k."""

    starts: Numbers
    words: NDArray[np.int32]
    codes: NDArray[np.int8]


class _Lists:
    """Such lists while they grow."""

    def __init__(self) -> None:
        self.starts, self.words, self.codes = array("q", [0]), array("i"), array("b")

    def append(self, words: Iterable[int], codes: Iterable[int]) -> None:
        self.words.extend(words)
        self.codes.extend(codes)
        self.starts.append(len(self.words))

    def extend(self, other: _Lists, words: NDArray[np.int32]) -> None:
        shift = len(self.words)
        moved = np.frombuffer(other.starts, np.int64)[1:] + shift
        self.starts.frombytes(moved.tobytes())
        self.words.frombytes(words[np.frombuffer(other.words, np.int32)].tobytes())
        self.codes.extend(other.codes)

    def view(self) -> Lists:
        return Lists(
            np.frombuffer(self.starts, np.int64),
            np.frombuffer(self.words, np.int32),
            np.frombuffer(self.codes, np.int8),
        )

    def of(self, number: int) -> Iterator[tuple[int, int]]:
        span = slice(self.starts[number], self.starts[number + 1])
        return zip(self.words[span], self.codes[span], strict=True)

    def stow(self) -> Parts:
        return {name: getattr(self, name).tobytes() for name in LISTS}

    def restore(self, parts: Parts) -> None:
        for name, code in LISTS.items():
            setattr(self, name, filled(code, parts[name]))


# The arrays of such lists, with the codes of their numbers.
LISTS = {"starts": "q", "words": "i", "codes": "b"}


@dataclass(frozen=True, slots=True)
class View:
    """The columns as arrays; while it is held, no claim can be appended."""

    first: NDArray[np.int32]
    last: NDArray[np.int32]
    told: NDArray[np.int32]
    kind: NDArray[np.int32]
    spot: NDArray[np.int32]
    sides: NDArray[np.int32]
    figures: NDArray[np.int32]
    report: NDArray[np.int32]
    long: NDArray[np.int32]
    far_nats: NDArray[np.int32]
    word_nats: NDArray[np.int32]
    story: NDArray[np.int32]
    beside: NDArray[np.int32]
    far: Lists
    words: Lists
    title: Lists
    people: Lists
    victims: Lists
    of_spot: Lists
    worth: NDArray[np.int8]
    nats: NDArray[np.int8]


SCALARS = (
    *("first", "last", "told", "kind", "spot", "sides", "figures", "report"),
    *("story", "beside", "long", "far_nats", "word_nats"),
)
# Those of them that are numbers of a table.
TABLED = ("kind", "spot", "sides", "figures", "report", "story", "beside")


class Columns:
    """What linking compares of many claims. A claim's number is its place; it is never taken out."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self.orders: list[Order] = []
        self.kind: Table[str] = Table()
        self.spot: Table[Spot] = Table()
        self.sides: Table[Sides] = Table()
        self.figures: Table[Figures] = Table()
        self.report: Table[str] = Table()
        self.story: Table[Story] = Table()
        self.beside: Table[frozenset[str]] = Table()
        self.vocabulary: Table[str] = Table()
        self._worth, self._nats = array("b"), array("b")  # of each word
        self._of_spot = _Lists()  # of each place
        self._scalars = {name: array("i") for name in SCALARS}
        self._far, self._words, self._title = _Lists(), _Lists(), _Lists()
        self._people, self._victims = _Lists(), _Lists()

    def __len__(self) -> int:
        """How many claims there are."""
        return len(self.orders)

    def append(self, traits: Traits) -> int:
        """Take a claim in; gives its number."""
        days = traits.days or (NONE, NONE)
        told = NONE if traits.told is None else traits.told
        spot = NONE if traits.spot is None else self._spot(traits.spot)
        tabled = (
            self.kind.number(traits.kind),
            spot,
            self.sides.number(traits.sides),
            self.figures.number(traits.figures),
            self.report.number(traits.report),
            NONE if traits.story is None else self.story.number(traits.story),
            NONE if traits.beside is None else self.beside.number(traits.beside),
        )
        values = (*days, told, *tabled, int(traits.is_long), traits.far_nats, traits.word_nats)
        for name, value in zip(SCALARS, values, strict=True):
            self._scalars[name].append(value)
        place = traits.spot.words if traits.spot else frozenset()
        self._list(
            self._far,
            traits.far,
            (NEAR if w in traits.names else OF_PLACE if w in place else FAR for w in traits.far),
        )
        self._list(self._words, traits.words, repeat(FAR, len(traits.words)))
        self._list(self._title, traits.title, (OF_PLACE if w in place else FAR for w in traits.title))
        self._list(self._people, traits.people, (NEAR if n in traits.present else FAR for n in traits.people))
        victims = traits.victims | traits.again
        self._list(self._victims, victims, (VICTIM[v in traits.victims, v in traits.again] for v in victims))
        self.orders.append(traits.order)
        return len(self.orders) - 1

    def _list(self, lists: _Lists, words: Iterable[str], codes: Iterable[int]) -> None:
        lists.append(map(self.vocabulary.number, words), codes)
        self._weigh()

    def _weigh(self) -> None:
        """Say of new words how much they tell."""
        for word in self.vocabulary.values[len(self._worth) :]:
            self._worth.append(worth(word))
            self._nats.append(nats((word,)))

    def _spot(self, spot: Spot) -> int:
        number = self.spot.number(spot)
        if number == len(self._of_spot.starts) - 1:
            self._list(self._of_spot, spot.words, repeat(OF_PLACE, len(spot.words)))
        return number

    def extend(self, other: Columns) -> None:
        """Take in all claims of other columns, in their order."""
        words = self.vocabulary.extend(other.vocabulary)
        self._weigh()
        moved = {name: getattr(self, name).extend(getattr(other, name)) for name in TABLED}
        for spot in self.spot.values[len(self._of_spot.starts) - 1 :]:
            self._list(self._of_spot, spot.words, repeat(OF_PLACE, len(spot.words)))
        for name, column in self._scalars.items():
            values = np.frombuffer(other._scalars[name], np.int32)
            if name in moved:
                values = np.append(moved[name], NONE)[np.maximum(values, -1)]  # none is the last of these
            column.frombytes(values.astype(np.int32).tobytes())
        for ours, theirs in zip(self._ragged(), other._ragged(), strict=True):
            ours.extend(theirs, words)
        self.orders += other.orders

    def day(self, number: int) -> int:
        """The day by which a claim stands among others: the first of its event, else that of its report, else 0."""
        days = self._scalars["first"][number], self._scalars["told"][number]
        return next((day for day in days if day != NONE), 0)

    def _ragged(self) -> tuple[_Lists, ...]:
        return self._far, self._words, self._title, self._people, self._victims

    def view(self) -> View:
        """The columns as arrays."""
        return View(
            **{name: np.frombuffer(column, np.int32) for name, column in self._scalars.items()},
            far=self._far.view(),
            words=self._words.view(),
            title=self._title.view(),
            people=self._people.view(),
            victims=self._victims.view(),
            of_spot=self._of_spot.view(),
            worth=np.frombuffer(self._worth, np.int8),
            nats=np.frombuffer(self._nats, np.int8),
        )

    def stow(self) -> dict[str, bytes]:
        """All that is held, as named parts."""
        found = {name: column.tobytes() for name, column in self._scalars.items()}
        found |= {
            f"table {name}": stowed([plain(v) for v in self._table(name)]) for name, plain in PLAIN.items()
        }
        for name, lists in self._named_lists().items():
            found |= under(name, lists.stow())
        days = [0 if unsaid else day.toordinal() for unsaid, day, _, _, _ in self._ordered()]
        return found | {
            "order days": array("q", days).tobytes(),
            "order starts": array("q", (order[3] for order in self.orders)).tobytes(),
            "claims": stowed([order[4] for order in self.orders]),
            "worth": self._worth.tobytes(),
            "nats": self._nats.tobytes(),
        }

    def restore(self, parts: Parts) -> None:
        """Hold what another held when it was stowed, in place of all else."""
        self._scalars = {name: filled("i", parts[name]) for name in SCALARS}
        for name, made in MADE.items():
            table: Table[Any] = getattr(self, name)
            table.fill(map(made, taken(parts[f"table {name}"])))
        for name, lists in self._named_lists().items():
            lists.restore(within(name, parts))
        self._worth, self._nats = filled("b", parts["worth"]), filled("b", parts["nats"])
        days, starts = filled("q", parts["order days"]), filled("q", parts["order starts"])
        day_of = {day: date.fromordinal(day) if day else date.max for day in set(days)}
        reports = map(self.report.values.__getitem__, self._scalars["report"])
        self.orders = [
            (not day, day_of[day], ReportId(report), start, ClaimId(claim))
            for day, report, start, claim in zip(days, reports, starts, taken(parts["claims"]), strict=True)
        ]

    def _ordered(self) -> Iterator[tuple[bool, date, ReportId, int, ClaimId]]:
        yield from self.orders  # type: ignore[misc]  # what stands for the day is one

    def _table(self, name: str) -> list[Any]:
        values: list[Any] = getattr(self, name).values
        return values

    def _named_lists(self) -> Mapping[str, _Lists]:
        names = ("far", "words", "title", "people", "victims", "of_spot")
        return dict(zip(names, (*self._ragged(), self._of_spot), strict=True))

    def setting(self, number: int) -> Setting:
        """Of what was taken in under a number only what it tells of the event's setting."""
        kind, spot, first, last = (self._scalars[name][number] for name in ("kind", "spot", "first", "last"))
        return Setting(
            self.orders[number][2],
            self.kind.values[kind],
            None if first == NONE else (first, last),
            None if spot == NONE else self.spot.values[spot],
        )

    def traits(self, number: int) -> Traits:
        """What was taken in under a number."""
        row = {name: column[number] for name, column in self._scalars.items()}
        far = [(self.vocabulary.values[word], code) for word, code in self._far.of(number)]
        victims = [(self.vocabulary.values[word], code) for word, code in self._victims.of(number)]
        people = [(self.vocabulary.values[word], code) for word, code in self._people.of(number)]
        return Traits(
            order=self.orders[number],
            kind=self.kind.values[row["kind"]],
            days=None if row["first"] == NONE else (row["first"], row["last"]),
            told=None if row["told"] == NONE else row["told"],
            spot=None if row["spot"] == NONE else self.spot.values[row["spot"]],
            sides=self.sides.values[row["sides"]],
            figures=self.figures.values[row["figures"]],
            is_long=bool(row["long"]),
            names=frozenset(word for word, code in far if code == NEAR),
            far=frozenset(word for word, _ in far),
            words=self._set(self._words, number),
            title=self._set(self._title, number),
            victims=frozenset(words for words, code in victims if code != AGAIN),
            again=frozenset(words for words, code in victims if code != FIRST),
            people=frozenset(name for name, _ in people),
            present=frozenset(name for name, code in people if code == NEAR),
            far_nats=row["far_nats"],
            word_nats=row["word_nats"],
            story=None if row["story"] == NONE else self.story.values[row["story"]],
            beside=None if row["beside"] == NONE else self.beside.values[row["beside"]],
        )

    def _set(self, lists: _Lists, number: int) -> frozenset[str]:
        return frozenset(self.vocabulary.values[word] for word, _ in lists.of(number))


def _plain_spot(spot: Spot) -> list[Any]:
    return [
        sorted(spot.words),
        spot.place_id,
        spot.country,
        spot.point,
        spot.precision.value,
        spot.reach_km,
        spot.rare,
    ]


def _spot(row: list[Any]) -> Spot:
    words, place_id, country, point, precision, reach_km, rare = row
    at = None if point is None else (point[0], point[1])
    return Spot(frozenset(words), place_id, country, at, Precision(precision), reach_km, rare)


def _story(row: list[Any]) -> Story:
    words, square, chief = row
    return Story(tuple((word, weight) for word, weight in words), square, tuple(chief))


# The values of each table as lists and plain values, and made of these again.
PLAIN: Mapping[str, Callable[[Any], Any]] = {
    "kind": str,
    "spot": _plain_spot,
    "sides": lambda sides: [sorted(part) for part in sides],
    "figures": list,
    "report": str,
    "story": lambda story: [story.words, story.square, story.chief],
    "beside": sorted,
    "vocabulary": str,
}
MADE: Mapping[str, Callable[[Any], Any]] = {
    "kind": str,
    "spot": _spot,
    "sides": lambda row: Sides(*map(frozenset, row)),
    "figures": lambda row: tuple(map(tuple, row)),
    "report": str,
    "story": _story,
    "beside": frozenset,
    "vocabulary": str,
}


def spread(starts: Numbers, rows: Numbers) -> tuple[Numbers, Numbers]:
    """The members of some lists: for each which of the rows it is of, and where it stands.

    Args:   starts: where each list starts and, at the end, where the last one ends; rows: which lists, by number.
    """
    first = starts[rows]
    lengths = starts[rows + 1] - first
    owner = np.repeat(np.arange(len(rows)), lengths)
    return owner, np.arange(len(owner)) + (first - np.cumsum(lengths) + lengths)[owner]
