"""Words of reports -> the same words, safe to stand on a page: nothing invisible turns them around.

Escaping keeps words from becoming HTML; this keeps them from lying. A report may hold marks that reverse the
order of letters, so that a name or a number reads otherwise than it stands, and controls that no page can show.
"""

from __future__ import annotations

import re
from typing import Any

PICTURES = 0x2400  # U+2400 and on: a visible sign for each of the 32 ASCII controls
SUBSTITUTE = "\N{REPLACEMENT CHARACTER}"
# Controls but for tab and line ends; embeddings, overrides and isolates of Unicode's bidirectional algorithm; lone
# surrogates. Takes the override in "12\u202e34"; not the joiner in an emoji, nor Arabic or Hebrew letters.
UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(text: str) -> str:
    r"""The text with every such code point made visible; it keeps its length, so offsets still hold.

    >>> shown("\x1b[31mred\u202e")
    '␛[31mred�'
    """
    return text if text.isascii() and text.isprintable() else UNSAFE.sub(_sign, text)


def shown_value(value: Any) -> Any:
    """The same for whatever a template puts out: only plain text can hold words of a report."""
    return shown(value) if type(value) is str else value


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(PICTURES + code) if code < 32 else SUBSTITUTE
