"""The claims of a ledger -> what linking and the search for origins hold of them, which follows the ledger as it grows.

It is put down in the ledger as named bytes, and taken up again by the next command, so that only what has come since
is compared. The claims themselves and their reports are not held.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from dateline import __version__
from dateline.casebook.editions import edition
from dateline.incidents import Linker
from dateline.incidents.ascribing import Ascriber
from dateline.incidents.stowing import listed, numbers, stowed, taken, under, within
from dateline.ledger import queries
from dateline.records import ClaimId, Incident, IncidentId, Judgement, Told

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dateline.incidents.origins import Origin
    from dateline.ledger.keeping import Standing

# To follow so many changes, or such a share of all claims, takes about as long as to begin from nothing.
FEW, SHARE = 500, 0.03
SPENT = 0.3  # share of claims that have gone, whose room is not free before all is made anew


class Memory:
    """What is held of all claims of a ledger at one moment."""

    def __init__(self, jobs: int = 1) -> None:
        """Hold nothing yet; `jobs` are the processes to work with where there is much to do."""
        self._linker, self._ascriber = Linker(jobs), Ascriber(jobs)
        self.recorded: dict[ClaimId, Standing] = {}
        self.incidents: Mapping[IncidentId, Incident] = {}
        self.origins: Mapping[ClaimId, Origin] = {}
        self.followed = 0  # claims that have come or gone since it was last put down

    def __len__(self) -> int:
        """How many claims are held."""
        return len(self.recorded)

    def fill(
        self, told: Sequence[Told], standing: Mapping[ClaimId, Standing], judged: Sequence[Judgement]
    ) -> None:
        """Take in all claims of a ledger, where none were held before."""
        self._linker.add(told)
        self._linker.judge(judged)
        self._ascriber.fill((one, standing[one.claim.id][1]) for one in told)
        self.recorded = dict(standing)
        self._look()

    def is_near(self, standing: Mapping[ClaimId, Standing]) -> bool:
        """Whether so little has changed that to follow is quicker than to begin from nothing."""
        fresh, gone = self._changes(standing)
        spent = self._linker.spent + len(fresh)
        return len(fresh) + len(gone) <= max(FEW, SHARE * len(standing)) and (
            spent <= max(FEW, SPENT * len(standing))
        )

    def follow(
        self, connection: Connection, standing: Mapping[ClaimId, Standing], judged: Sequence[Judgement]
    ) -> set[IncidentId]:
        """Take in what the ledger has gone on to; gives the incidents whose rows are others now, or gone."""
        fresh, gone = self._changes(standing)
        told = queries.some_told(connection, [(claim, standing[claim][0]) for claim in fresh])
        self._linker.withdraw(gone)
        self._linker.add(told)
        self._linker.judge(judged)
        of_reports = ((one, standing[one.claim.id][1]) for one in told)
        self._ascriber.change(gone, of_reports, partial(queries.texts, connection))
        self.recorded = dict(standing)
        self.followed += len(fresh) + len(gone)
        before, old = self.incidents, self.origins
        self._look()
        moved = {
            claim
            for claim, origin in self.origins.items()
            if old.get(claim) != origin or old[claim].since != origin.since
        }
        return (before.keys() - self.incidents.keys()) | self._changed(before, moved.union(fresh))

    def _changes(self, standing: Mapping[ClaimId, Standing]) -> tuple[list[ClaimId], set[ClaimId]]:
        """The claims that have come or are others now, and those that have gone."""
        fresh = [claim for claim, row in standing.items() if self.recorded.get(claim) != row]
        return fresh, self.recorded.keys() - standing.keys()

    def _look(self) -> None:
        self.incidents = {incident.id: incident for incident in self._linker.incidents()}
        self.origins = self._ascriber.origins()

    def _changed(self, before: Mapping[IncidentId, Incident], claims: Collection[ClaimId]) -> set[IncidentId]:
        """Incidents whose rows are others now: the linker makes those anew that it has touched."""
        moved = set(claims)
        changed = {
            one.id
            for one in self.incidents.values()
            if before.get(one.id) is not one or not moved.isdisjoint(one.claims)
        }
        # Whether a whole has parts is told in its own row.
        touched = [*(before[id_] for id_ in before.keys() - self.incidents.keys() | changed if id_ in before)]
        touched += [self.incidents[id_] for id_ in changed]
        return changed | {one.part_of for one in touched if one.part_of and one.part_of in self.incidents}

    def stow(self) -> dict[str, bytes]:
        """All that is held, as named parts."""
        rows = list(self.recorded.values())
        moments: dict[str, int] = {}
        at = [moments.setdefault(moment, len(moments)) for _, _, moment in rows]
        found = {
            "claims": stowed(list(self.recorded)),
            "revisions": numbers(row[0] for row in rows),
            "texts": numbers(row[1] for row in rows),
            "moment": numbers(at),
            "moments": stowed(list(moments)),
        }
        return found | under("linker", self._linker.stow()) | under("ascriber", self._ascriber.stow())

    def restore(self, parts: Mapping[str, bytes]) -> None:
        """Hold what another held when it was stowed; the terms of links are not among it."""
        moments = taken(parts["moments"])
        rows = zip(
            listed(parts["revisions"]),
            listed(parts["texts"]),
            [moments[at] for at in listed(parts["moment"])],
            strict=True,
        )
        self.recorded = dict(zip(map(ClaimId, taken(parts["claims"])), rows, strict=True))
        self._linker.restore(within("linker", parts))
        self._ascriber.restore(within("ascriber", parts))
        # Not asked of the linker anew: it knows no judgements yet.
        self.incidents = {incident.id: incident for incident in self._linker.made}
        self.origins = self._ascriber.origins()


@cache
def made_by() -> str:
    """What a memory is made by, as a hash: all code and lexicons that decide what it holds, and how numbers stand."""
    made = sha256(repr((edition(), __version__, sys.byteorder, np.__version__)).encode())
    made.update(unicodedata.unidata_version.encode())
    for package, ends in (
        ("dateline.incidents", (".py",)),
        ("dateline.lexicons", (".toml", ".py", "y.txt.gz")),
    ):
        for file in sorted(files(package).iterdir(), key=lambda file: file.name):
            if file.name.endswith(ends):
                made.update(f"{file.name}\n".encode() + file.read_bytes())
    return made.hexdigest()
