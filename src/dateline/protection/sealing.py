"""A salt -> ids, pseudonyms' order and commitments that tell nothing to whoever does not hold it."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping
from hashlib import sha256

ID = 20  # hexadecimal digits of an id: 80 bits, no two alike in any ledger


class Seal:
    """Keyed hashes under a salt that stays with the ledger.

    `export` names one export, so that the numbers of its people say nothing in another.
    """

    def __init__(self, salt: bytes, export: str) -> None:
        """Hold on to the salt."""
        self._salt = salt
        self._export = self._digest("export", export).encode()

    def _digest(self, *words: str) -> str:
        return hmac.new(self._salt, "\x1f".join(words).encode("utf-8", "surrogatepass"), sha256).hexdigest()

    def id(self, sort: str, value: str) -> str:
        """What stands for an id of the ledger: the same in each export under the same salt."""
        return self._digest("id", sort, value)[:ID]

    def commitment(self, sort: str, value: str) -> str:
        """What proves later, with the salt, that a value was withheld from this export."""
        return self._digest("withheld", self._export.decode(), sort, value)

    def numbers(self, people: Iterable[str]) -> Mapping[str, int]:
        """The people of this export, numbered from 1 in an order that only the salt knows."""
        keyed = sorted(
            set(people),
            key=lambda one: (hmac.new(self._salt, self._export + one.encode(), sha256).digest(), one),
        )
        return {one: number for number, one in enumerate(keyed, 1)}
