"""A ledger -> its incidents: linked anew as of a moment, or kept in the ledger as a view that is quick to ask.

It is the one place that knows both the ledger and linking.
"""

from __future__ import annotations

from dateline.casebook.book import DEFAULT_RULE, Case, Casebook, open_casebook, tally
from dateline.casebook.editions import is_current
from dateline.casebook.keeper import Keeper
from dateline.casebook.keeping import keep, open_board, open_case, open_kept
from dateline.casebook.retelling import retell

__all__ = [
    "DEFAULT_RULE",
    "Case",
    "Casebook",
    "Keeper",
    "is_current",
    "keep",
    "open_board",
    "open_case",
    "open_casebook",
    "open_kept",
    "retell",
    "tally",
]
