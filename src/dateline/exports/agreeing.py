"""A cell that came back from a spreadsheet -> whether it still says what was exported, and what a person wrote in it.

Spreadsheets write days in the order of their country, numbers with a comma, and true in their language: what can
only mean the same is taken for the same. What a person enters is taken only where it cannot mean two things.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from math import isclose

from dateline.errors import UsageError
from dateline.exports.cells import Cell, Holds, plain
from dateline.exports.sheets import NOTHING, Asked, shape
from dateline.exports.workbook import sheet_text

CLOSE = 1e-6  # a spreadsheet saves what it shows, which may be fewer digits
CENTURY = 100
# What stands for a person in an export for others: its number is another in every export.
PERSON = re.compile(r"\bperson \d+\b")
MASKED = re.compile(r"\bperson \d+\b|withheld")


def agrees(cell: Cell, expected: Cell, holds: Holds, *, is_masked: bool = False) -> bool:
    """Whether a cell says what was exported; of people by number, in an export for others, whatever number it is."""
    if is_masked and isinstance(cell, str) and isinstance(expected, str):
        cell, expected = PERSON.sub("person", cell), PERSON.sub("person", expected)
    if expected is None or cell is None:
        return shape(cell) == shape(expected)
    if holds == "day" and isinstance(expected, date):
        return _is_day(cell, expected)
    if holds in {"count", "degree"}:
        number = _number(cell)
        return number is not None and isclose(number, float(str(expected)), rel_tol=CLOSE, abs_tol=CLOSE)
    if holds == "flag":
        return shape(cell) not in {"true", "false"} or shape(cell) == shape(expected)
    words = str(expected)
    return shape(cell) in {shape(words), shape(plain(sheet_text(words)))}


def _is_day(cell: Cell, expected: date) -> bool:
    if isinstance(cell, datetime):
        return cell.date() == expected
    if isinstance(cell, date):
        return cell == expected
    parts = [int(part) for part in re.findall(r"\d+", str(cell))][:3]
    years = {expected.year, expected.year % CENTURY}
    orders = [(expected.month, expected.day), (expected.day, expected.month)]
    told = [(y, *order) for y in years for order in orders] + [(*order, y) for y in years for order in orders]
    return tuple(parts) in set(told)


def _number(cell: Cell) -> float | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return float(cell)
    try:
        return float(str(cell).strip().replace("\u00a0", "").replace(",", "."))
    except ValueError:
        return None


def typed(cell: Cell, holds: Holds) -> Cell:
    """A cell of a file without types as what its column holds, where it is such a thing."""
    if not isinstance(cell, str):
        return cell
    if holds in {"count", "degree"}:
        return cell if (number := _number(cell)) is None else number
    if holds == "day":
        try:
            return date.fromisoformat(cell.strip())
        except ValueError:
            return cell
    return cell


def entered(cell: Cell, asked: Asked, words: tuple[str, ...]) -> Cell:
    """What a person wrote, as a value of its kind; NOTHING stays the word that it is.

    Args:     words: those that the column takes, where it takes no others.
    Raises:   UsageError, when it is no such value; the message says what to write.
    """
    text = shape(cell)
    if text.lower() == NOTHING:
        return NOTHING
    if words:
        return _word(text, words)
    if asked.holds == "day":
        return _day(cell)
    if asked.holds in {"count", "degree"}:
        return _quantity(cell, asked.holds)
    return text


def _word(text: str, words: tuple[str, ...]) -> str:
    found = text.lower().replace(" ", "_")
    if found not in words:
        msg = f"it reads {text!r}; it takes: {', '.join(words)}"
        raise UsageError(msg)
    return found


def _day(cell: Cell) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    try:
        return date.fromisoformat(str(cell).strip())
    except ValueError as error:
        msg = f"it reads {cell!r}; write the day as 2024-03-12"
        raise UsageError(msg) from error


def _quantity(cell: Cell, holds: Holds) -> int | float:
    number = _number(cell)
    if number is None or (holds == "count" and (number < 0 or number != int(number))):
        what = "a whole number from 0 on" if holds == "count" else "a number"
        msg = f"it reads {cell!r}; it takes {what}, or {NOTHING}"
        raise UsageError(msg)
    return int(number) if holds == "count" else number
