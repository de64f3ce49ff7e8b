"""A ledger -> the same with its incident view brought up to date; and questions that go by the view.

The view holds what linking made of all claims and judgements. It is made again where a reading or a decision is
not in it yet, or where another version of dateline made it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dateline.casebook.book import Case, Casebook
from dateline.casebook.keeper import Keeper
from dateline.casebook.retelling import retell
from dateline.ledger import Board
from dateline.ledger.filters import EVERY, ClaimFilter

if TYPE_CHECKING:
    from dateline.ledger import Ledger


def keep(ledger: Ledger, *, jobs: int = 1, anew: Callable[[int], None] | None = None) -> bool:
    """Bring the view of a ledger up to date.

    Args:     jobs: processes to link many claims with, 1 where the program has threads; anew: is told how many claims
              there are before all of them are linked from nothing.
    Returns:  whether there was anything to do.
    Raises:   LedgerError, when there is and the ledger is read-only.
    """
    return Keeper(ledger, jobs=jobs, anew=anew).keep()


def open_board(ledger: Ledger) -> Board:
    """A board on a view that is up to date; on a read-only ledger the board says if it is stale."""
    if not ledger.read_only:
        keep(ledger)
    return Board(ledger, retell)


def open_case(ledger: Ledger, prefix: str, asked: ClaimFilter = EVERY) -> tuple[Casebook, Case]:
    """One incident by the view, and a casebook of it with its whole and its parts: nothing else is read.

    Args:     asked: of a filter, only the clocks count: with what had been said, or read, by then.
    Raises:   UsageError, when the view holds no such incident or claim, or more than one, or had nothing by then.
    """
    kept = Board(ledger).incident(prefix, asked)
    book = Casebook.kept(kept)
    return book, book.cases[kept.incident.id]


def open_kept(ledger: Ledger) -> Casebook:
    """All incidents as the view has them; nothing is linked. The terms of links are not kept."""
    return Casebook.kept(Board(ledger).all())
