"""A ledger -> its incident view brought up to date: only what has changed is linked, wherever that can be.

What linking holds stays in memory as long as the program goes on, and is put down in a large ledger for the next one.
The view that is written is the one that linking all claims from nothing makes.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from dateline.casebook import rows
from dateline.casebook.book import Casebook
from dateline.casebook.editions import edition, is_current
from dateline.errors import BusyError
from dateline.ledger import judgements, linked, queries
from dateline.ledger import keeping as store
from dateline.ledger.filters import EVERY
from dateline.records import IncidentId

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dateline.casebook.memory import Memory
    from dateline.ledger import Ledger

LEAST = 2_000  # claims from which on to link anew takes longer than to take up what was put down
AFTER = 100  # claims that come or go before it is put down again
TRIES = 5
Signed = tuple[str, str]
Rows = Mapping[str, Iterable[store.Row]]
# What an array, a table or a list that is damaged can come to where it is taken up.
DAMAGE = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError)


class Next(NamedTuple):
    """A view to write: what it is of, the view it follows, its rows, and the incidents replaced; None for all."""

    signed: Signed
    after: Signed | None
    rows: Rows
    replaced: frozenset[str] | None


class Keeper:
    """Keeps the incident view of one ledger, for as long as the program goes on."""

    def __init__(
        self,
        ledger: Ledger,
        *,
        jobs: int = 1,
        least: int = LEAST,
        after: int = AFTER,
        anew: Callable[[int], None] | None = None,
    ) -> None:
        """Hold nothing yet: the first time takes up what another program has put down.

        Args:    jobs: processes to link many claims with; least: claims from which on what is held is put down in
                 the ledger; after: changes before it is put down again; anew: is told how many claims there are
                 before all of them are linked from nothing.
        """
        self._ledger, self._jobs = ledger, jobs
        self._least, self._after, self._anew = least, after, anew
        self._memory: Memory | None = None
        self._signed: Signed | None = None  # the view that the memory knows of
        self._behind: frozenset[str] = frozenset()  # incidents in which that view is ahead of the memory
        self._touched: frozenset[str] | None = (
            None  # and those in which it is ahead of what was put down, if anything
        )

    def keep(self) -> bool:
        """Bring the view up to date.

        Returns:  whether there was anything to do.
        Raises:   LedgerError, when there is and the ledger is read-only or another program writes to it.
        """
        if is_current(self._ledger):
            return False
        with uncollected():
            for _ in range(TRIES):
                if self._is_kept():
                    return True
        msg = f"others keep writing to the ledger {self._ledger.path}; its incidents are behind: try again in a moment"
        raise BusyError(msg)

    def _is_kept(self) -> bool:
        """Whether the view could be brought up to date; not where another program did so meanwhile."""
        memory, self._memory = self._memory, None  # none, where something fails on the way
        with self._ledger.reading() as connection:  # one state of the ledger, whatever is written meanwhile
            was = store.kept(connection)
            if memory is None or was != self._signed:
                memory = self._recall(connection, was)
            memory, view = self._linked(connection, memory, was)
        if not self._write(memory, view):
            return False
        self._memory, self._signed, self._behind = memory, view.signed, frozenset()
        return True

    def _recall(self, connection: Connection, was: Signed | None) -> Memory | None:
        """What was put down in the ledger, where that is whole, of this code, and knows how the view came about."""
        from dateline.casebook import memory  # noqa: PLC0415  # takes numpy along, which most commands do without

        self._behind, self._touched = frozenset(), None
        touched = linked.touched(connection, was) if was is not None and was[0] == edition() else None
        parts = None if touched is None else linked.take(connection, memory.made_by())
        if touched is None or parts is None:
            return None
        found = memory.Memory(self._jobs)
        try:
            found.restore(parts)
        except DAMAGE:
            return None
        self._behind = self._touched = touched
        return found

    def _linked(
        self, connection: Connection, memory: Memory | None, was: Signed | None
    ) -> tuple[Memory, Next]:
        """Take in what the ledger has gone on to, or all of it where nothing is known."""
        now, standing = (edition(), store.made_of(connection)), store.standing(connection)
        judged = judgements.standing(connection)
        if memory is not None and memory.is_near(standing):
            replaced = self._behind | memory.follow(connection, standing, judged)
            return memory, Next(now, was, _rows(connection, memory, replaced), replaced)
        if self._anew is not None:
            self._anew(len(standing))
        from dateline.casebook.memory import Memory  # noqa: PLC0415  # as above

        memory, told = Memory(self._jobs), queries.told(connection, EVERY)
        memory.fill(told, standing, judged)
        book = Casebook(told, list(memory.incidents.values()), memory.origins)
        return memory, Next(now, was, rows.of(book, book.cases.values(), standing), None)

    def _write(self, memory: Memory, view: Next) -> bool:
        """Write the view, unless there is another by now than the one that it follows."""
        from dateline.ledger import columns  # noqa: PLC0415  # takes numpy along, as above

        with self._ledger.writing() as connection:
            if store.kept(connection) != view.after:
                return False
            was = columns.state_of(connection, self._ledger.path)
            if view.replaced is None:
                store.keep(connection, view.signed, view.rows)
            else:
                store.drop(connection, view.replaced)
                store.add(connection, view.rows)
                store.sign(connection, view.signed)
            self._put_down(connection, memory, view)
            if view.replaced is not None:
                # Before anybody can ask of the new state: who comes first would wait until all is read.
                columns.follow(connection, self._ledger.path, was, view.replaced)
        return True

    def _put_down(self, connection: Connection, memory: Memory, view: Next) -> None:
        """Keep what is held for the next program, or say in what the view has gone on since that was last done."""
        from dateline.casebook.memory import made_by  # noqa: PLC0415  # as above

        if len(memory) < self._least:
            linked.clear(connection)
            self._touched = None
        elif self._touched is None or view.replaced is None or memory.followed >= self._after:
            linked.put(connection, made_by(), memory.stow())
            linked.touch(connection, view.signed, ())
            memory.followed, self._touched = 0, frozenset()
        else:
            self._touched |= view.replaced
            linked.touch(connection, view.signed, self._touched)


def _rows(connection: Connection, memory: Memory, changed: Collection[str]) -> Rows:
    """The rows of some incidents, told with the wholes and the parts that they have."""
    there = [IncidentId(id_) for id_ in changed if id_ in memory.incidents]
    wholes = {whole for id_ in there if (whole := memory.incidents[id_].part_of)}
    inside = wholes.union(there)
    near = [one for one in memory.incidents.values() if one.id in inside or one.part_of in inside]
    keys = [(claim, memory.recorded[claim][0]) for one in near for claim in one.claims]
    book = Casebook(queries.some_told(connection, keys), near, memory.origins)
    return rows.of(book, [book.cases[id_] for id_ in there], memory.recorded)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without looking for garbage meanwhile: what is made stays, and to look through it each time takes longest."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
