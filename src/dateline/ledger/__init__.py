"""What was read of reports <-> one SQLite file that answers questions about it with records.

Nothing in it is overwritten; what no longer holds is withdrawn, with the run and the time. The tables are
told in `schema`, the questions in `queries`, the proofs that a finished file is sound in `checks`.
"""

from dateline.ledger.board import FACETS, Board
from dateline.ledger.checks import check
from dateline.ledger.deciding import Change
from dateline.ledger.dump import dump
from dateline.ledger.entries import Entry
from dateline.ledger.filters import ClaimFilter
from dateline.ledger.lines import BoardTotal, Kept, Line, LineFigure, Period, Point, Slice
from dateline.ledger.queries import GATHERED, Run
from dateline.ledger.recording import Recorded
from dateline.ledger.reviews import Reviewed
from dateline.ledger.rounds import Round
from dateline.ledger.rows import Rows
from dateline.ledger.schema import describe, describe_tables
from dateline.ledger.store import Ledger

__all__ = [
    "FACETS",
    "GATHERED",
    "Board",
    "BoardTotal",
    "Change",
    "ClaimFilter",
    "Entry",
    "Kept",
    "Ledger",
    "Line",
    "LineFigure",
    "Period",
    "Point",
    "Recorded",
    "Reviewed",
    "Round",
    "Rows",
    "Run",
    "Slice",
    "check",
    "describe",
    "describe_tables",
    "dump",
]
