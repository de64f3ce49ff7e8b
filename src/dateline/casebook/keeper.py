"""A ledger that stays open -> its incident view brought up to date again and again: only what changed is linked.

It holds what linking knows in memory. The view that it writes is the one that `keep` makes from nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from dateline.casebook import rows
from dateline.casebook.book import Casebook
from dateline.casebook.keeping import edition, is_current
from dateline.incidents import Linker, origins
from dateline.ledger import judgements, queries
from dateline.ledger import keeping as store
from dateline.records import ClaimId, Incident, IncidentId, Told

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dateline.casebook.rows import Recorded
    from dateline.incidents.copies import Known
    from dateline.incidents.origins import Origin
    from dateline.ledger import Ledger


class Keeper:
    """Keeps the incident view of one ledger; for programs that go on, such as a server."""

    def __init__(self, ledger: Ledger, *, jobs: int = 1) -> None:
        """Hold nothing yet: the first time takes as long as `keep`."""
        self._ledger = ledger
        self._linker = Linker(jobs)
        self._jobs = jobs
        self._told: dict[ClaimId, Told] = {}
        self._recorded: Recorded = {}
        self._incidents: Mapping[IncidentId, Incident] = {}
        self._origins: Mapping[ClaimId, Origin] = {}
        self._known: Known = {}
        self._signed: tuple[str, str] | None = None  # the view that was written last

    def keep(self) -> bool:
        """Bring the view up to date.

        Returns:  whether there was anything to do.
        Raises:   LedgerError, when there is and the ledger is read-only or another program writes to it.
        """
        if is_current(self._ledger):
            return False
        signed, self._signed = self._signed, None  # none, where something fails on the way
        before = self._incidents
        from dateline.ledger import columns  # noqa: PLC0415  # takes numpy along, which most commands do without

        with self._ledger.reading() as connection:  # one state of the ledger, whatever is written meanwhile
            now = edition(), store.made_of(connection)
            changed = self._link(connection)
        with self._ledger.writing() as connection:
            was = columns.state_of(connection, self._ledger.path)
            if signed is None or store.kept(connection) != signed:
                book = Casebook(list(self._told.values()), list(self._incidents.values()), self._origins)
                store.keep(connection, now, rows.of(book, book.cases.values(), self._recorded))
            else:
                touched = (before.keys() - self._incidents.keys()) | changed
                store.drop(connection, touched)
                store.add(connection, self._rows(changed))
                store.sign(connection, now)
                # Before anybody can ask of the new state: who comes first would wait until all is read.
                columns.follow(connection, self._ledger.path, was, touched)
        self._signed = now
        return True

    def _link(self, connection: Connection) -> set[IncidentId]:
        """Take in what the ledger has gone on to; gives the incidents that are new or have changed."""
        standing = store.recorded(connection)
        fresh = [claim for claim, row in standing.items() if self._recorded.get(claim) != row]
        gone = self._recorded.keys() - standing.keys()
        self._linker.withdraw(gone)
        for claim in gone:
            del self._told[claim]
        told = _read(connection, [(claim, standing[claim][0]) for claim in fresh])
        self._linker.add(told)
        self._told |= {one.claim.id: one for one in told}
        self._recorded = standing
        self._linker.judge(judgements.standing(connection))
        before, old = self._incidents, self._origins
        self._incidents = {incident.id: incident for incident in self._linker.incidents()}
        self._origins = origins.of(list(self._told.values()), jobs=self._jobs, known=self._known)
        moved = {
            claim
            for claim, origin in self._origins.items()
            if old.get(claim) != origin or old[claim].since != origin.since
        }
        return self._changed(before, moved | set(fresh))

    def _changed(
        self, before: Mapping[IncidentId, Incident], claims: AbstractSet[ClaimId]
    ) -> set[IncidentId]:
        """Incidents whose rows are others now: the linker makes those anew that it has touched."""
        changed = {
            one.id
            for one in self._incidents.values()
            if before.get(one.id) is not one or not claims.isdisjoint(one.claims)
        }
        # Whether a whole has parts is told in its own row.
        touched = [
            *(before[id_] for id_ in before.keys() - self._incidents.keys() | changed if id_ in before)
        ]
        touched += [self._incidents[id_] for id_ in changed]
        return changed | {one.part_of for one in touched if one.part_of and one.part_of in self._incidents}

    def _rows(self, changed: Collection[IncidentId]) -> Mapping[str, Iterable[store.Row]]:
        """The rows of some incidents, told with the wholes and the parts that they have."""
        wholes = {self._incidents[id_].part_of for id_ in changed}
        inside = set(changed) | wholes
        near = [one for one in self._incidents.values() if one.id in inside or one.part_of in inside]
        told = [self._told[claim] for one in near for claim in one.claims]
        book = Casebook(told, near, self._origins)
        return rows.of(book, [book.cases[id_] for id_ in changed], self._recorded)


def _read(connection: Connection, keys: Collection[queries.ClaimKey]) -> list[Told]:
    """Claims with their reports, some thousands in a question."""
    chosen = list(keys)
    return [
        one
        for at in range(0, len(chosen), AT_ONCE)
        for one in queries.told_where(connection, queries.among(chosen[at : at + AT_ONCE]))
    ]


AT_ONCE = 2_000  # SQLite takes some 32,000 values in a question, and a claim is asked for by three
