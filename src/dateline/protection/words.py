"""A text -> its words and the runs of capitalised ones, in the form in which names are compared.

Case, accents, apostrophes and points make no difference to a comparison; offsets are those of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from dateline import lexicons
from dateline.lexicons import names
from dateline.lexicons.rarity import rarity

COMMON = 11  # nats: "will", "may" and "rose" are commoner in English, "holm" and "marsh" are rarer
KEPT = 1 << 16  # folded words that are kept: the vocabulary of some thousand reports
PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "ß": "ss", "ı": "i", "þ": "th", "ə": "a", "œ": "oe"}
)
SILENT = str.maketrans("", "", "'’‘`ʻʼʿʾ´.\u00ad\u200b\u200c\u200d\u2060")
# A word: letters with marks, joined by apostrophes or hyphens ("O’Brien", "al-Khatib"); or an initial with its
# point ("M."). Digits are words of their own kind and never part of a name.
WORD = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}                                    # initials: "M.H."
    | [^\W\d_]\.(?=\s?[^\W\d_])                           # one initial: "M. Holm"
    | [^\W\d_][\u0300-\u036f\u00ad]*(?:[^\W\d_]|[\u0300-\u036f\u00ad\u200c\u200d]|['’‘ʻ`´](?=[^\W\d_]))*
    """,
    re.VERBOSE,
)
POSSESSIVE = re.compile(r"['’‘`´]s$|(?<=s)['’‘`´]$", re.IGNORECASE)
# What may stand between two words of one name: blanks, one line break, a hyphen.
JOINT = re.compile(r"[ \t\u00a0]*\n?[ \t\u00a0]*|[-‐‑–]|[ \t]*\n?>[ \t]*")
# Where a sentence ends, seen from the word after it.
OPENS = re.compile(r"""(?:^|[.!?:…]["'”’)\]]*\s+|\n\s*\n|^\s*|[“"«‘(\[]|[-–—]\s+|[•*]\s*)["'“‘(\[]*$""")


class Word(NamedTuple):
    """A word of a text: folded, with its offsets, whether it is capitalised, and whether it opens a sentence."""

    low: str
    start: int
    end: int
    capital: bool
    opens: bool


@lru_cache(KEPT)
def fold(text: str) -> str:
    """Text as names are compared: small letters without accents, apostrophes and points.

    >>> fold("Zoë O’Brien-Łuk"), fold("M.H.")
    ('zoe obrien-luk', 'mh')
    """
    low = text.casefold().translate(SILENT)
    if low.isascii():
        return low
    low = low.translate(PLAIN)
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order. A possessive ending is no part of its word."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    for found in WORD.finditer(text):
        written = POSSESSIVE.sub("", found.group())
        if not written:
            continue
        start = found.start()
        before = text[max(0, start - 12) : start]
        yield Word(
            fold(written), start, start + len(written), _is_capital(written), bool(OPENS.search(before))
        )


def _is_capital(written: str) -> bool:
    """Whether a word may be a name by its first letter; scripts without capitals always may be."""
    first = written[0]
    return first.isupper() or first.istitle() or not first.islower()


@cache
def lexicon() -> Mapping[str, Mapping[str, Any]]:
    """The reviewed words of protection.toml."""
    return lexicons.load("protection")


@cache
def group(table: str, key: str) -> frozenset[str]:
    """One word list of protection.toml, folded."""
    return frozenset(fold(word) for word in lexicon()[table][key])


@cache
def parts_of(table: str, key: str) -> frozenset[str]:
    """The single words of one list of protection.toml, folded."""
    return frozenset(part for word in group(table, key) for part in word.split())


def is_given(word: str) -> bool:
    """Whether people bear a folded word as a given name."""
    return word in names.given() or word in group("given", "names")


def is_name(word: str) -> bool:
    """Whether people bear a folded word as a given name or a surname."""
    return is_given(word) or word in names.family()


@lru_cache(KEPT)
def is_common(word: str) -> bool:
    """Whether a folded word in small letters is taken for English: one that is listed, or a common form of one.

    "Burks" and "Shanker" could be forms of "burk" and "shank"; nobody writes them.
    """
    return word in names.everyday() or (names.is_everyday(word) and rarity(word) < COMMON)


@lru_cache(KEPT)
def is_everyday(word: str) -> bool:
    """Whether a folded word is an everyday one of English, whatever else it may be."""
    return names.is_everyday(word)
