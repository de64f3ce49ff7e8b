"""A ledger and the ids of a file that was exported for others -> its claims as those others see them.

Ids in such a file are sealed: only whoever holds the salt can tell which claim a row is of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.errors import UsageError
from dateline.exports.publication import Audience
from dateline.protection.sealing import Seal
from dateline.publishing.building import Asked
from dateline.publishing.handing import Terms, prepare
from dateline.publishing.salting import beside, salt_of
from dateline.records import ClaimId

if TYPE_CHECKING:
    from dateline.ledger import Ledger
    from dateline.records import Claim, Told

OTHERS = (Audience.PARTNER, Audience.PUBLIC)


@dataclass(frozen=True, slots=True)
class Returned:
    """The claims as one audience sees them, by ids that are sealed, and the ledger's own claim behind each."""

    told: tuple[Told, ...]
    behind: Mapping[ClaimId, Claim]
    seal: Seal

    def ids(self, claims: Iterable[ClaimId]) -> list[ClaimId]:
        """The ids under which claims of the ledger are exported."""
        return [ClaimId(self.seal.id("claim", claim)) for claim in claims]


def returned(ledger: Ledger, ids: Collection[str], terms: Terms) -> Returned | None:
    """What a file's rows stand for, where they are those of an export for others; None, where they are the ledger's.

    Args:     ids: of the claims in the file; terms: for whom the file was made, by which policy and salt.
    Raises:   UsageError, when the ids are neither the ledger's nor sealed under its salt.
    """
    claims = {str(one.claim.id): one.claim for one in ledger.told()}
    if not ids or not claims.keys().isdisjoint(ids):
        return None
    if terms.salt is None and not beside(ledger.path).exists():
        return None  # nothing was ever exported for others
    seal = Seal(salt_of(ledger.path, terms.salt), "")
    sealed = {seal.id("claim", id_): claim for id_, claim in claims.items()}
    if sealed.keys().isdisjoint(ids):
        return None
    if terms.audience not in OTHERS:
        msg = "the ids of the file are sealed: it was made for others; say for whom, with --audience partner or public"
        raise UsageError(msg)
    shown = prepare(ledger, Asked(), terms).publication.told
    return Returned(shown, {one.claim.id: sealed[one.claim.id] for one in shown}, seal)
