"""The columns in which a person judges within a table of claims or figures -> one list for writing and reading back.

Only an export for the project itself has them: what was masked for others cannot be judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.exports.cells import Head, Holds

# What a cell says to make a field empty, as an empty cell changes nothing.
NOTHING = "(none)"
VERDICTS = ("accept", "reject", "correct")


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
        _VERDICT,
        _correct("measure", "text", "figure", "measure", "measure"),
        _correct("low", "count", "figure", "low"),
        _correct("high", "count", "figure", "high"),
        _correct("of", "text", "figure", "of"),
        _WHY,
        _BY,
    ),
}
