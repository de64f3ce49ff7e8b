"""Values of a table -> cells that say the same everywhere and that no spreadsheet runs; and back.

An empty cell is "not said"; it is never 0. A number stays a number, a day is written as in ISO 8601. Text that
a spreadsheet would take for a formula gets an apostrophe, which `plain` takes off again, letter for letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Generic, Literal, TypeVar

T = TypeVar("T")
Cell = str | int | float | bool | date | datetime | None
Row = tuple[Cell, ...]
Holds = Literal["text", "count", "degree", "day", "moment", "flag"]

# What makes a spreadsheet take a cell for a formula, also in the full-width forms that some locales accept:
# https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = "=+\\-@\t\r\n＝＋－＠"
# Takes the start of '=1+1' and of "'=1+1" (which would else look guarded), and what follows a break that a program
# which splits at semicolons or tabs takes for the start of a cell: 'shelled;=1+1'. Not the hyphen of 'car-bomb'.
RUNS = re.compile(
    rf"""
    (?P<before> ^ | [;\t\r\n] [ ]* )    # the start of a cell, here or for another program
    (?P<guard> '* )                     # apostrophes that stand there already
    (?= [{FORMULA}] )
    """,
    re.VERBOSE,
)


RUNNING = re.compile(f"[{FORMULA}]")  # most text has none of these, and need not be gone through


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column of a table: its name, what it holds, what that means, and where its value comes from.

    Units: counts of people, things or attacks; degrees of WGS84, km or shares as the meaning says.
    """

    name: str
    holds: Holds
    meaning: str
    of: Callable[[T], Cell]


@dataclass(frozen=True, slots=True)
class Head:
    """A column without its origin: what a form needs to write it."""

    name: str
    holds: Holds
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns, as every form of tables writes them."""

    name: str
    meaning: str
    columns: tuple[Head, ...]
    rows: tuple[Row, ...]


def table(name: str, meaning: str, columns: Iterable[Column[T]], items: Iterable[T]) -> Table:
    """The table that columns make of items, one row each, in their order."""
    kept = tuple(columns)
    heads = tuple(Head(c.name, c.holds, c.meaning) for c in kept)
    return Table(name, meaning, heads, tuple(tuple(_bare(c.of(item)) for c in kept) for item in items))


def _bare(value: Cell) -> Cell:
    """A word of ours as plain text: writers of files know no enums."""
    return value.value if isinstance(value, StrEnum) else value


def guarded(text: str) -> str:
    r"""The text with an apostrophe wherever a spreadsheet would else begin to run it.

    >>> guarded('=HYPERLINK("http://example.org")')
    '\'=HYPERLINK("http://example.org")'
    """
    return RUNS.sub(r"\g<before>'\g<guard>", text) if RUNNING.search(text) else text


def plain(text: str) -> str:
    """What `guarded` was given.

    >>> plain(guarded("'=1+1; -2")) == "'=1+1; -2"
    True
    """
    return RUNS.sub(lambda m: m["before"] + m["guard"][1:], text)


def written(value: Cell) -> str:
    """A value as text: nothing as nothing, days and moments as in ISO 8601, text guarded."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return moment(value)
    return guarded(str(value)) if isinstance(value, str) else str(value)


def moment(value: datetime) -> str:
    """A moment in UTC, to the second."""
    zoned = value if value.tzinfo else value.replace(tzinfo=UTC)
    return zoned.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
