"""A ledger -> the same with its incident view brought up to date; and questions that go by the view.

The view holds what linking made of all claims and judgements. It is made again where a reading or a decision is
not in it yet, or where another version of dateline made it.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from dateline.casebook import rows
from dateline.casebook.book import Case, Casebook
from dateline.casebook.retelling import retell
from dateline.ledger import Board, judgements, queries
from dateline.ledger import keeping as store
from dateline.ledger.filters import EVERY, ClaimFilter

if TYPE_CHECKING:
    from dateline.ledger import Ledger

# Goes up when the same claims would make other rows: a view of before is made again.
EDITION = 2
# What decides on links, origins, tolls and headings.
LEXICONS = ("linking", "origins", "outlets", "rules", "codebook", "states", "actors", "actors_groups")


def keep(ledger: Ledger, *, jobs: int = 1) -> bool:
    """Bring the view of a ledger up to date.

    Args:     jobs: processes to link many claims with; 1 where the program has threads.
    Returns:  whether there was anything to do.
    Raises:   LedgerError, when there is and the ledger is read-only.
    """
    if is_current(ledger):
        return False
    with ledger.reading() as connection:  # one state of the ledger, whatever is written meanwhile
        signed = edition(), store.made_of(connection)
        recorded = store.recorded(connection)
        told, judged = queries.told(connection, EVERY), judgements.standing(connection)
    book = Casebook.link(told, judged, jobs=jobs)
    with ledger.writing() as connection:
        store.keep(connection, signed, rows.of(book, book.cases.values(), recorded))
    return True


def is_current(ledger: Ledger) -> bool:
    """Whether the view knows all that the ledger holds, and this version made it."""
    with ledger.reading() as connection:
        return store.kept(connection) == (edition(), store.made_of(connection))


@cache
def edition() -> str:
    """What the view is made by, as a hash: the edition of the code, and the lexicons that decide."""
    made = sha256(str(EDITION).encode())
    for name in LEXICONS:
        made.update((files("dateline.lexicons") / f"{name}.toml").read_bytes())
    return made.hexdigest()


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
