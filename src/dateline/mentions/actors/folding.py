"""Written words -> the form in which names are compared, whatever their case, accents, points and spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from dateline.lexicons import load

PIECE = re.compile(r"\w+")
CLITIC = re.compile(r"['’]s\b")


def fold(text: str) -> str:
    """Text in lower case without points, apostrophes and accents."""
    low = text.lower().replace(".", "").replace("'", "").replace("’", "").replace("‘", "").replace("`", "")
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


def pieces(text: str) -> tuple[str, ...]:
    """The pieces of a name as a sentence shows them: a possessive "'s" is a piece of its own."""
    return tuple(spelled(word) for word in PIECE.findall(fold(CLITIC.sub(" s", text))))


@cache
def spelled(word: str) -> str:
    """A folded word in American spelling, so that "defence" and "defense" are one."""
    return str(load("actor_spelling")["british"].get(word, word))


@cache
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
