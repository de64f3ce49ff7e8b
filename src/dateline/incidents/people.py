"""A report's words -> the people it names in full, by where it does: who two reports both name, few others do.

Left out is whoever many reports name whatever they tell of: people in office and those who speak for a body, leaders
whom everybody knows, and names that stand for a street, a school or a hospital. Names are compared and forgotten.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from unicodedata import normalize

from dateline import lexicons
from dateline.lexicons import names

LEXICON = lexicons.load("protection")
READING = lexicons.load("linking")["people"]
# Behind a given name: an initial, a nickname in quotes and particles, and then the name that is taken for the last.
REST = re.compile(
    r"""[^\W\d_]+(?:[ ][^\W\d_]\.?)?(?:[ ]["“'‘][^"”\n]{2,15}["”'’])?[ ]
    ((?:[^\W\d_]{2,4}[ \-‑–])*?)([^\W\d_]{3,}(?:['’-][^\W\d_]{2,})*)(?P<then>(?:[ ][^\W\d_]+){0,2})""",
    re.VERBOSE,
)
# The word before a name, if a point, a comma or a line does not part them.
BEFORE = re.compile(r"([^\W\d_]+)(?:\.? |, )$")
WINDOW = 24  # letters in which the word before a name is looked for


def people(text: str, words: Iterable[tuple[int, str]]) -> dict[str, tuple[int, ...]]:
    """Whoever is named in full, in small letters, with the places of the names.

    Args: words: the capitalised words that may be given names, with where each starts in the text.
    """
    found: dict[str, list[int]] = defaultdict(list)
    public: set[str] = set(known())
    end = 0
    for at, given in words:
        last = _last_name(text, at) if at >= end and folded(given) in given_names() else None
        if last is None:
            continue
        end, name = last[0], f"{folded(given)} {last[1]}"
        found[name].append(at)
        before = BEFORE.search(text, max(0, at - WINDOW), at)
        if before and before[1].lower() in offices():
            public.add(name)
    return {name: tuple(places) for name, places in found.items() if name not in public}


def _last_name(text: str, at: int) -> tuple[int, str] | None:
    """Where the name that starts here ends, and its last word; None where it is no person's."""
    found = REST.match(text, at)
    if found is None or not found[2][0].isupper():
        return None
    if any(word not in particles() for word in re.split(r"\W+", found[1].lower()) if word):
        return None
    last = folded(re.sub(r"['’]s?$", "", found[2]))
    if last in things() or not (last in names.family() or not names.is_everyday(last)):
        return None
    if any(word[0].isupper() and word.lower() in things() for word in found["then"].split()):
        return None
    return found.end(2), last


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    """A word in small letters without accents, as names are listed."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in normalize("NFKD", word.lower()) if c.isalpha() and c.isascii())


@cache
def particles() -> frozenset[str]:
    """What joins the parts of a name: "al", "bin", "de"."""
    return frozenset(LEXICON["context"]["particles"])


@cache
def offices() -> frozenset[str]:
    """The last words of offices and ranks by which people answer in public, and of who writes a report."""
    rows = (*LEXICON["public"]["roles"], *READING["offices"].split())
    return frozenset(row.split()[-1].lower() for row in rows)


@cache
def known() -> frozenset[str]:
    """Leaders whom reports name without their office."""
    rows = (folded(row).split() for row in LEXICON["public"]["known"])
    return frozenset(f"{row[0]} {row[-1]}" for row in rows)


@cache
def things() -> frozenset[str]:
    """What is called after people, and capitalised words that end no name."""
    return frozenset((*LEXICON["thing"]["last"], *LEXICON["nobody"]["words"], *READING["things"].split()))


@cache
def given_names() -> frozenset[str]:
    """Given names, folded."""
    return names.given() | frozenset(LEXICON["given"]["names"])
