"""Written words -> the form in which names are compared, whatever their case, accents and points."""

from __future__ import annotations

import re
import unicodedata

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
    return tuple(PIECE.findall(fold(CLITIC.sub(" s", text))))
