"""A workbook or a folder of CSV files in which a person judged -> its rows as they stand there, cell by cell.

It reads what spreadsheets make of a file: other separators, an encoding of Windows, numbers for days. Whether the
rows fit the ledger is not asked here.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from dateline.errors import UsageError
from dateline.exports.cells import Cell, plain
from dateline.exports.sheets import JUDGED, SEAL

# What a row of each table cannot do without: the columns that tell which table it is, and one to judge in.
KEYS = {"claims": ("id", "quote", "verdict"), "figures": ("claim", "number", "verdict")}
SEPARATORS = ",;\t"
MOST_BYTES = 512 * 1024 * 1024  # a workbook of a million claims; more is no export of ours


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet: `number` as the spreadsheet shows it, its cells by column, and each column's letter."""

    sheet: str
    number: int
    cells: Mapping[str, Cell]
    letters: Mapping[str, str]

    def at(self, column: str) -> str:
        """Where a cell stands, as a person finds it: "claims, cell F12 (kind)"."""
        return f"{self.sheet}, cell {self.letters.get(column, '?')}{self.number} ({column})"

    def text(self, column: str) -> str:
        """What a cell says, without blanks around it; empty where it is empty."""
        cell = self.cells.get(column)
        return "" if cell is None else str(cell).strip()


def read(path: Path) -> Mapping[str, tuple[Line, ...]]:
    """The rows of the sheets `claims` and `figures`, in order; a sheet that is not there has none.

    Args:     path: a workbook, a folder of CSV files, or one CSV file of claims or figures.
    Raises:   UsageError, when there is no such file, or it is no export that can be judged.
    """
    if not path.exists():
        msg = f"there is no file or folder {path}"
        raise UsageError(msg)
    if path.is_dir():
        files = [path / f"{name}.csv" for name in KEYS]
        there = [file.stem for file in files if file.exists()]
        judged = _judged_in(there, lambda name: next(_rows_of_csv(path / f"{name}.csv"), ()))
        found = [_table(_rows_of_csv(path / f"{name}.csv"), name) for name in judged]
        if not found:
            msg = (
                f"{path} has neither claims.csv nor figures.csv; give the folder that `export --as csv` made"
            )
            raise UsageError(msg)
    elif path.suffix.lower() == ".csv":
        found = [_table(_rows_of_csv(path), _name_of(path))]
    else:
        found = list(_sheets(path))
    return dict(found)


def _sheets(path: Path) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """The tables of a workbook."""
    try:
        if path.stat().st_size > MOST_BYTES:
            msg = f"{path} is larger than any workbook that dateline writes; split it"
            raise UsageError(msg)
        book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        msg = f"{path} is no Excel workbook: {error}; give the .xlsx file or the folder of .csv files"
        raise UsageError(msg) from error
    with closing(book):
        there = [name for name in KEYS if name in book.sheetnames]
        if not there:
            msg = (
                f"{path} has no sheet called claims or figures; give a workbook that `export --as xlsx` made"
            )
            raise UsageError(msg)
        for name in _judged_in(there, lambda name: next(book[name].iter_rows(values_only=True), ())):
            yield _table(book[name].iter_rows(values_only=True), name)


def _judged_in(there: Sequence[str], heads: Callable[[str], Iterable[Any]]) -> list[str]:
    """Of several tables those with a column for verdicts; all of them, where none has one."""
    found = [name for name in there if "verdict" in {str(cell).strip() for cell in heads(name)}]
    return found or list(there)


def _rows_of_csv(path: Path) -> Iterator[tuple[Any, ...]]:
    """The rows of a CSV file as a spreadsheet saved it: the separator is the one that its first line has most."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")  # what Excel saves as "CSV" on Windows
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        yield tuple(cell or None for cell in row)


def _name_of(path: Path) -> str:
    """Which table a file holds, by its columns."""
    heads = {str(cell) for cell in next(_rows_of_csv(path), ())}
    name = next((name for name, keys in KEYS.items() if set(keys) <= heads), None)
    if name is None:
        msg = f"{path} is no table of claims or figures to judge in: it lacks {_missing('claims', heads)}"
        raise UsageError(msg)
    return name


def _table(rows: Iterable[tuple[Any, ...]], name: str) -> tuple[str, tuple[Line, ...]]:
    given = iter(rows)
    heads = [str(cell).strip() if cell is not None else "" for cell in next(given, ())]
    missing = _missing(name, set(heads))
    if missing:
        why = (
            "columns keep their names, and in an export for the public you add `verdict` and what you fill in"
        )
        msg = f"the table {name} lacks {missing}: {why}; export it anew, or add the column"
        raise UsageError(msg)
    letters = {head: get_column_letter(place) for place, head in enumerate(heads, 1)}
    lines = (
        Line(name, number, {h: _cell(c) for h, c in zip(heads, row, strict=False) if h}, letters)
        for number, row in enumerate(given, 2)
        if any(cell is not None for cell in row)
    )
    return name, tuple(lines)


def _missing(name: str, heads: set[str]) -> str:
    """The columns that a table lacks: one with a seal was written with all that can be filled in."""
    asked = (*KEYS[name], *(one.name for one in JUDGED[name] if SEAL.name in heads))
    return ", ".join(dict.fromkeys(column for column in asked if column not in heads))


def _cell(value: Any) -> Cell:
    """A cell as it was before it was guarded."""
    if isinstance(value, str):
        return plain(value)
    return value if value is None or isinstance(value, Cell) else str(value)
