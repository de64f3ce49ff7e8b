"""Values of rows -> columns as arrays, from which rows are picked and into which others are put, all at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Mask = NDArray[np.bool_]
    Column = NDArray[Any]

NO_DAY = -1


@dataclass(frozen=True, slots=True)
class Coded:
    """A column of words: the number of each row's word, -1 for none, and the words by number."""

    codes: Numbers
    words: tuple[Any, ...]

    def having(self, passes: Callable[[Any], bool]) -> Mask:
        """The rows whose word passes."""
        good = np.fromiter((passes(word) for word in self.words), np.bool_, len(self.words))
        return cast("Mask", np.append(good, False)[self.codes])  # the last, -1, is no word

    def picked(self, rows: Numbers) -> Coded:
        """Some of the rows."""
        return Coded(self.codes[rows], self.words)

    def merged(self, rows: Numbers, new: Coded, at: Numbers) -> Coded:
        """Some of the rows, with new ones before places of these."""
        number = {word: code for code, word in enumerate(self.words)}
        mapped = [number.setdefault(word, len(number)) for word in new.words]
        codes = np.array([*mapped, -1], np.int64)[new.codes]
        return Coded(np.insert(self.codes[rows], at, codes), tuple(number))


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of one length. numbers: days (ordinals, NO_DAY for none), counts and shares; texts: of each row its own.

    What is asked for the first time is added to `numbers`; all else stays as it is.
    """

    numbers: dict[str, Column]
    coded: Mapping[str, Coded]
    texts: Mapping[str, Column]
    _places: dict[str, int] = field(default_factory=dict, repr=False)

    def places(self, name: str) -> Mapping[str, int]:
        """Where each text of a column stands; always of the same column, which is kept."""
        if len(self._places) != len(self.texts[name]):
            self._places.update({text: at for at, text in enumerate(self.texts[name])})
        return self._places

    def picked(self, rows: Numbers) -> Table:
        """Some of the rows, in the order in which they are named."""
        return Table(
            {name: column[rows] for name, column in tuple(self.numbers.items())},
            {name: column.picked(rows) for name, column in self.coded.items()},
            {name: column[rows] for name, column in self.texts.items()},
        )

    def merged(self, rows: Numbers, new: Table, at: Numbers) -> Table:
        """Some of the rows, with those of another table before places of these; columns that it lacks are left out."""
        return Table(
            {
                name: np.insert(column[rows], at, new.numbers[name])
                for name, column in tuple(self.numbers.items())
                if name in new.numbers
            },
            {name: column.merged(rows, new.coded[name], at) for name, column in self.coded.items()},
            {name: np.insert(column[rows], at, new.texts[name]) for name, column in self.texts.items()},
        )


def coded(values: Sequence[Any]) -> Coded:
    """A column of words as numbers, in the order in which the words first come."""
    index: dict[Any, int] = {}
    codes = [-1 if value is None else index.setdefault(value, len(index)) for value in values]
    return Coded(np.array(codes, np.int64), tuple(index))


def days(values: Sequence[date | str | None]) -> Numbers:
    """A column of days as ordinals."""
    found = coded([None if value is None else str(value) for value in values])
    ordinals = [date.fromisoformat(word).toordinal() for word in found.words]
    return np.array([*ordinals, NO_DAY], np.int64)[found.codes]


def texts(values: Sequence[str]) -> Column:
    """A column of texts of their own."""
    found = np.empty(len(values), np.object_)
    found[:] = values
    return found
