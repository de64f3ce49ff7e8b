"""Written words -> the form in which names are compared, whatever their case, accents, points and spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from dateline.lexicons import load

PIECE = re.compile(r"\w+")
UNSPOKEN = str.maketrans("", "", ".'’‘`")  # marks inside words that a name is compared without
LATEST = 50_000  # words whose loose form is kept: the vocabulary of some thousand reports, under 10 MB
CLITIC = re.compile(r"['’]s\b")


def fold(text: str) -> str:
    """Text in lower case without points, apostrophes and accents."""
    low = text.lower().translate(UNSPOKEN)
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


@cache
def pieces(text: str) -> tuple[str, ...]:
    """The pieces of a name as a sentence shows them: a possessive "'s" is a piece of its own."""
    open_text = CLITIC.sub(" s", text) if "'" in text or "’" in text else text
    return tuple([spelled(word) for word in PIECE.findall(fold(open_text))])


@cache
def _british() -> dict[str, str]:
    return dict(load("actor_spelling")["british"])


def spelled(word: str) -> str:
    """A folded word in American spelling, so that "defence" and "defense" are one."""
    return _british().get(word, word)


@lru_cache(LATEST)
def loose(word: str) -> str:
    """A folded word of Arabic, Persian or Urdu as all its usual transliterations share it.

    >>> loose("mujahedeen") == loose("mujahidin"), loose("jaysh") == loose("jaish"), loose("an") == loose("al")
    (True, True, True)
    """
    lexicon = load("actor_spelling")
    if word in lexicon["articles"]:
        return "al"
    for pattern, written in lexicon["loose"]:
        word = re.sub(pattern, written, word)
    return word
