"""The application -> what its views work with: the open ledger and the incident view over it."""

from __future__ import annotations

import gc
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Annotated

from fastapi import Depends, Request

from dateline.casebook import Keeper, is_current, retell
from dateline.errors import DatelineError, LedgerError
from dateline.incidents.rules import RULES
from dateline.ledger import Board, ClaimFilter, Ledger
from dateline.reviewing import queue

PATIENCE_S = (
    5.0  # a small ledger's incidents are put together before it is first shown; a large one's meanwhile
)

# What counts people who were harmed, taken or driven out, in the codebook's order. Numbers that stand at one time
# (held, strong) are not here: they do not add up over incidents.
MEASURES = ("killed", "injured", "missing", "captured", "abducted", "displaced", "released", "escaped")
# The measures that pages show first.
FIRST = ("killed", "injured")
SURE = ClaimFilter(min_confidence=0.5)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a view is handed: the ledger that is served, and its incidents."""

    ledger: Ledger
    _busy: Lock = field(default_factory=Lock, repr=False)
    _keeper: Keeper = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_keeper", Keeper(self.ledger))

    @property
    def name(self) -> str:
        """What pages call the ledger: its file, without the folder, which is nobody's business."""
        return self.ledger.path.name

    @property
    def board(self) -> Board:
        """The incident view as it stands; where the ledger has gone on, it is brought up to date meanwhile."""
        self.catch_up()
        return Board(self.ledger, retell)

    @property
    def is_current(self) -> bool:
        """Whether the incidents know all that the ledger holds."""
        return is_current(self.ledger)

    def catch_up(self, wait_s: float = 0) -> None:
        """Begin to bring the incidents up to date, where they are not, and wait so long for it to end."""
        if not self.is_current and not self.ledger.read_only:
            at_work = Thread(target=self._catch_up, daemon=True)
            at_work.start()
            at_work.join(wait_s)

    def warm(self) -> None:
        """Read now what the first pages will ask for, rather than while somebody waits for them."""
        board = Board(self.ledger, retell)
        board.facets()
        board.totals(measures=MEASURES)
        # What a large ledger holds in memory stays: to look for garbage among it takes longer than most pages.
        gc.freeze()

    def warm_rules(self) -> None:
        """The same for every rule that pages offer, in the background: it takes some seconds for a large ledger."""
        Thread(target=self._warm_rules, daemon=True).start()

    def _warm_rules(self) -> None:
        # A ledger that is closed or away meanwhile needs none of it.
        with suppress(DatelineError, OSError):
            Board(self.ledger, retell).lines(SURE, count=1)
            for rule in (one.name for one in RULES.values() if not one.each):
                Board(self.ledger, retell).totals(rule=rule, measures=MEASURES)
                for measure in FIRST:
                    queue(self.ledger, rule, measure=measure)

    def _catch_up(self) -> None:
        if not self._busy.acquire(blocking=False):
            return
        try:
            self._keeper.keep()
            self.warm()
            queue(self.ledger)
        except LedgerError:
            # Another program writes just now: the next page asks again, and says until then that it is behind.
            return
        finally:
            self._busy.release()


def _desk(request: Request) -> Desk:
    found: Desk = request.app.state.desk
    return found


At = Annotated[Desk, Depends(_desk)]
