"""A publication -> one Excel workbook with a sheet a table, in which a person can also judge claims and figures.

Days are days, numbers numbers, text is text and never a formula. The head row stays in view and has filters. The
same publication gives the same bytes: the file's times are the ledger's, not the clock's.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from dateline.exports.cells import Cell, Head, Table, guarded, moment
from dateline.exports.losses import Losses, of_tables
from dateline.exports.publication import Loss, Publication
from dateline.exports.sheets import JUDGED, Asked
from dateline.exports.tables import tables

MOST = 32_767  # characters that a cell of Excel holds
FIRST_DAY = date(1900, 3, 1)  # Excel counts a 29 February 1900; the days before it would move by one
# What XML 1.0 cannot hold, so that no workbook can: https://www.w3.org/TR/xml/#charsets
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can name
NEVER = datetime(1980, 1, 1, tzinfo=UTC)
HEADS = PatternFill("solid", start_color="FFE7E6E3")
TO_FILL = PatternFill("solid", start_color="FFFFF2CC")
DAYS = "yyyy-mm-dd"
WIDTHS = (8, 48)  # the narrowest and the widest column, in letters
LOOKED_AT = 200  # rows by which a column's width is chosen


def write(publication: Publication, path: Path) -> Loss:
    """Write the workbook."""
    losses = Losses()
    of_tables(publication, losses)
    made = tables(publication)
    book = Workbook(write_only=True)
    book.properties.creator = "dateline"
    book.properties.title = "dateline: incidents, claims, figures, reports"
    words = {table.name: table for table in made}["codebook"]
    for table in made:
        _write_sheet(book, table, losses, words)
    raw = BytesIO()
    book.save(raw)
    path.write_bytes(settled(raw.getvalue(), publication.made_at or NEVER))
    return losses.loss("xlsx", sum(len(table.rows) for table in made))


def _write_sheet(book: Workbook, table: Table, losses: Losses, words: Table) -> None:
    sheet = book.create_sheet(table.name)
    sheet.freeze_panes = "B2"
    # On paper, too, each page says what its rows and columns are.
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
    last = get_column_letter(len(table.columns))
    sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    for place, width in enumerate(_widths(table), 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
        _restrict(sheet, table, place, words)
    sheet.append(list(_heads(sheet, table)))
    days = [_day_cell(sheet) for _ in table.columns]
    for row in table.rows:
        shown = (
            _fill(d, head, value, losses) for d, head, value in zip(days, table.columns, row, strict=True)
        )
        sheet.append(list(shown))  # written at once, so that one cell a column serves all days


def _heads(sheet: Any, table: Table) -> Iterator[Any]:
    asked = {one.name for one in JUDGED.get(table.name, ())}
    for head in table.columns:
        cell = WriteOnlyCell(sheet, head.name)
        cell.font = Font(bold=True)
        cell.fill = TO_FILL if head.name in asked else HEADS
        yield cell


def _day_cell(sheet: Any) -> Any:
    cell = WriteOnlyCell(sheet)
    cell.number_format = DAYS
    return cell


def _fill(day: Any, head: Head, value: Cell, losses: Losses) -> Any:
    """A value as what the workbook takes it for; only a day needs a cell with a format of its own."""
    if isinstance(value, datetime):
        value = moment(value)
    if isinstance(value, date):
        if value >= FIRST_DAY:
            day.value, day.number_format = value, DAYS
            return day
        losses.lose(head.name, "as a day, as it lies before 1900-03-01; it is text")
        value = value.isoformat()
    if not isinstance(value, str):
        return value
    if len(value) >= MOST and len(guarded(value)) > MOST:
        losses.lose(head.name, f"what goes on after {MOST:,} characters")
    shown = sheet_text(value)
    if UNPRINTABLE.search(value):
        losses.lose(head.name, "letters that no workbook can hold; they are shown as �")
    if shown.startswith("#"):  # "#N/A" would be taken for an error
        cell = WriteOnlyCell(day.parent, shown)
        cell.data_type = "s"
        return cell
    return shown or None


def sheet_text(text: str) -> str:
    """Text as it stands in a sheet: guarded, cut where a cell ends, without what XML cannot hold."""
    shown = UNPRINTABLE.sub("\ufffd", guarded(text))[:MOST]
    return shown.replace("\r\n", "\n").replace("\r", "\n") if "\r" in shown else shown


def _widths(table: Table) -> Iterator[int]:
    for place, head in enumerate(table.columns):
        longest = max((_length(row[place]) for row in table.rows[:LOOKED_AT]), default=0)
        yield min(max(longest + 2, len(head.name) + 4, WIDTHS[0]), WIDTHS[1])


def _length(value: Cell) -> int:
    return 0 if value is None else len(str(value))


def _restrict(sheet: Any, table: Table, place: int, words: Table) -> None:
    """Let a column that a person fills take only what it may hold."""
    asked = {one.name: one for one in JUDGED.get(table.name, ())}.get(table.columns[place - 1].name)
    rule = None if asked is None else _rule(asked, words)
    if rule is None or not table.rows:
        return
    letter = get_column_letter(place)
    rule.add(f"{letter}2:{letter}{len(table.rows) + 1}")
    sheet.data_validations.append(rule)


def _rule(asked: Asked, words: Table) -> DataValidation | None:
    """The list of words that a column takes; others take anything, as "(none)" may stand beside numbers and days."""
    if not asked.words:
        return None
    rule = DataValidation("list", formula1=_listed(asked.words, words), allow_blank=True)
    rule.error = f"{asked.name} takes a word of the list, or stays empty"
    rule.errorTitle, rule.showErrorMessage = "dateline", True
    return rule


def _listed(allowed: str | tuple[str, ...], words: Table) -> str:
    """The words as Excel lists them: in the cell rule itself, or as a range of the codebook."""
    if not isinstance(allowed, str):
        return f'"{",".join(allowed)}"'
    places = [place for place, row in enumerate(words.rows, 2) if row[0] == allowed]
    return f"codebook!$B${places[0]}:$B${places[-1]}"


def settled(raw: bytes, made_at: datetime) -> bytes:
    """The same workbook with the ledger's moment in the place of the clock's, and none in the zip."""
    stamp = moment(made_at).encode()
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
            entry = zipfile.ZipInfo(info.filename, ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, data)
    return out.getvalue()
