"""The columns in which a person judges within a table of claims or figures -> one list for writing and reading back.

Exports for the project and its partners have them; whoever judges in one for the public writes the columns in. The
last one is a seal of the row's own cells, by which a cell that was changed by hand is told from a ledger that has
gone on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from dateline.exports.cells import Cell, Head, Holds

# What a cell says to make a field empty, as an empty cell changes nothing.
NOTHING = "(none)"
VERDICTS = ("accept", "reject", "correct")
OF_FIGURES = ("reject", "correct")  # a figure that is right is accepted with its claim
# Columns that may differ without the claim being another: how sure it is, and where it was last put.
PASSING = re.compile(r"confidence(_\w+)?|incident")
SEAL = Head("seal", "text", "leave as it is: it shows whether a cell of the row was changed")


@dataclass(frozen=True, slots=True)
class Asked:
    """A column that a person fills: what it corrects, and which words it may hold.

    field:   the field of the claim; `part` what of it, where several columns make up one value.
    machine: the column of the same table that holds the value as it stands.
    words:   "kind", "status", "measure" or "source_type": the codebook lists what it may say; or a fixed list.
    """

    name: str
    holds: Holds
    meaning: str
    field: str = ""
    part: str = ""
    machine: str = ""
    words: str | tuple[str, ...] = ()

    @property
    def head(self) -> Head:
        """The column as a form writes it."""
        return Head(self.name, self.holds, self.meaning)


def _correct(
    machine: str, holds: Holds, field: str, part: str = "", words: str | tuple[str, ...] = ()
) -> Asked:
    meaning = f"what `{machine}` should be; empty leaves it as it is, `{NOTHING}` makes it not said"
    return Asked(f"correct_{machine}", holds, meaning, field, part, machine, words)


_VERDICT = Asked(
    "verdict", "text", "your judgement: accept, reject or correct; empty judges nothing", words=VERDICTS
)
_OF_FIGURE = Asked(
    "verdict", "text", "your judgement: reject or correct; empty judges nothing", words=OF_FIGURES
)
_WHY = Asked("why", "text", "why, in your words")
_BY = Asked("by", "text", "who judges")
PRECISIONS = ("exact", "near", "admin", "country")
LENGTHS = ("day", "week", "month", "season", "year", "decade", "span")
JUDGED: Mapping[str, tuple[Asked, ...]] = {
    "claims": (
        _VERDICT,
        _correct("kind", "text", "kind", words="kind"),
        _correct("status", "text", "status", words="status"),
        _correct("when_start", "day", "when", "start"),
        _correct("when_end", "day", "when", "end"),
        _correct("when_precision", "text", "when", "precision", LENGTHS),
        _correct("where", "text", "where", "name"),
        _correct("country", "text", "where", "country"),
        _correct("lat", "degree", "where", "lat"),
        _correct("lon", "degree", "where", "lon"),
        _correct("where_precision", "text", "where", "precision", PRECISIONS),
        _correct("radius_km", "degree", "where", "radius_km"),
        _correct("actors", "text", "actors"),
        _correct("targets", "text", "targets"),
        _correct("source", "text", "source", "name"),
        _correct("source_type", "text", "source", "type", "source_type"),
        _WHY,
        _BY,
    ),
    "figures": (
        _OF_FIGURE,
        _correct("measure", "text", "figure", "measure", "measure"),
        _correct("low", "count", "figure", "low"),
        _correct("high", "count", "figure", "high"),
        _correct("of", "text", "figure", "of"),
        _WHY,
        _BY,
    ),
}


def seal(heads: Iterable[Head], row: Iterable[Cell]) -> str:
    """The mark of a row's cells: the same however a spreadsheet writes them, another as soon as one says otherwise."""
    kept = [shape(cell) for head, cell in zip(heads, row, strict=True) if not PASSING.fullmatch(head.name)]
    return "s" + sha256("\x1f".join(kept).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def shape(cell: Cell) -> str:
    """What a cell says, whatever it is written as: 17 and 17.0, TRUE and true, other ends of lines."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int | float):
        return f"{float(cell):.6f}".rstrip("0").rstrip(".")
    text = str(cell).replace("\r\n", "\n").replace("\r", "\n").strip()
    return text.lower() if text.lower() in {"true", "false"} else text
