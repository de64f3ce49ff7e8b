"""Text of a report -> the same text, safe to print on a terminal.

A report may hold escape sequences that recolour, erase or answer for the terminal, and marks that turn the
order of letters around. Each such code point is shown as a sign that takes one place.
"""

from __future__ import annotations

import re
import unicodedata

PICTURES = 0x2400  # U+2400 and on: a visible sign for each of the 32 ASCII controls
SUBSTITUTE = "\N{REPLACEMENT CHARACTER}"
# Needed to write Persian and many Indian scripts; they join letters and do nothing else.
KEPT = {"\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}", "\n", "\t"}
# Unicode's classes of controls, format and bidi marks, lone surrogates, line and paragraph separators.
UNSAFE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def clean(text: str) -> str:
    r"""The text with every control, format and bidi code point made visible; its length stays the same.

    >>> clean("\x1b[31mred\u202e")
    '␛[31mred�'
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


def one_line(text: str) -> str:
    r"""The cleaned text with every run of white space as one blank: for a cell or a message.

    >>> one_line("two\r\n lines")
    'two lines'
    """
    return clean(re.sub(r"\s+", " ", text).strip())


def _shown(letter: str) -> str:
    if letter in KEPT or unicodedata.category(letter) not in UNSAFE:
        return letter
    return chr(PICTURES + ord(letter)) if ord(letter) < 32 else SUBSTITUTE
