"""A word -> how rare it is in English: a fixed table, so that no corpus changes what two reports share.

It reads and caches; what a rare word is worth is for the stage that asks.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

# What is not among the 60,000 commonest words: one nat past the rarest step of the table.
UNLISTED = 17


@cache
def table() -> Mapping[str, int]:
    """The words of the table, in small letters, with their rarity.

    Units: whole nats: the natural logarithm of one over the word's share of all words.
    """
    packed = (files("dateline.lexicons") / "rarity.txt.gz").read_bytes()
    found: dict[str, int] = {}
    for line in gzip.decompress(packed).decode().splitlines():
        step, _, words = line.partition(" ")
        if step.isdigit():
            found.update(dict.fromkeys(words.split(), int(step)))
    return found


def rarity(word: str) -> int:
    """How rare a word is, given in small letters; what is not in the table is rarer than all that is.

    Units: whole nats, 3 to UNLISTED.
    """
    return table().get(word, UNLISTED)
