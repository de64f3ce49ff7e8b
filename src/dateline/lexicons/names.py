"""A word -> whether people are called so: lists of given names and surnames, and of everyday words.

It reads and caches; what a name means in a report is for the stage that asks.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

# What everyday words end in, with what stands there in the word that is listed.
ENDINGS = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"),
    ("ers", ""), ("er", ""), ("er", "e"), ("ly", ""), ("men", "man"), ("women", "woman"),
)  # fmt: skip


def _lines(name: str) -> list[str]:
    packed = (files("dateline.lexicons") / name).read_bytes()
    return gzip.decompress(packed).decode().splitlines()[1:]


@cache
def given() -> frozenset[str]:
    """Given names, in small Latin letters without accents."""
    return frozenset(line[1:].split()[0] for line in _lines("names.txt.gz") if line[0] in "+=")


@cache
def sexes() -> dict[str, str]:
    """Given names that are a man's ("m") or a woman's ("f") nearly everywhere; the others are left out."""
    return dict(line[1:].split() for line in _lines("names.txt.gz") if " " in line)


@cache
def family() -> frozenset[str]:
    """Surnames, in small Latin letters without accents."""
    return frozenset(line[1:].split()[0] for line in _lines("names.txt.gz") if line[0] in "-=")


@cache
def everyday() -> frozenset[str]:
    """English words commonly written small, also those that are as often a name, in their listed form."""
    return frozenset(line.removeprefix("+") for line in _lines("words.txt.gz") if line.islower())


def is_everyday(word: str) -> bool:
    """Whether a word, given in small letters, is one of English that is commonly written small, or a form of one.

    >>> is_everyday("gunmen"), is_everyday("stormed"), is_everyday("akureyri")
    (True, True, False)
    """
    if word in everyday():
        return True
    return any(
        len(word) > len(ending) + 2 and word.endswith(ending) and word[: -len(ending)] + rest in everyday()
        for ending, rest in ENDINGS
    )
