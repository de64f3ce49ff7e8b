"""The ledger -> what is most worth a person's look, what two coders agree on, and typed words as values.

It decides nothing and records nothing: judgements are the ledger's (`Ledger.review`), this is what a person
needs around them.
"""

from dateline.reviewing.agreement import Comparison, compare
from dateline.reviewing.queue import Item, queue

__all__ = ["Comparison", "Item", "compare", "queue"]
