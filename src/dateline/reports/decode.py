"""The bytes of a file -> its text, and a fault where the encoding had to be found out or there is no text."""

from __future__ import annotations

import re
from pathlib import Path

from dateline.records import Fault

# A file or a line of JSON past this size is no report: the longest inquiries are some 3 million bytes.
MOST_BYTES = 20_000_000
BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# How files that hold no text begin, and what they are.
KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "a rich text document"),
)
HEAD = 8192
# What Western text in Windows-1252 has beside ASCII: letters, quotation marks, dashes, signs of money.
WESTERN = re.compile(r"[\x00-\x7fÀ-ÖØ-öø-ÿ“”‘’–—…•€£§°«»¡¿ºª©®™´·\xa0½¼ŠšŽžŒœŸ]*")
# What other alphabets look like when they are read as Windows-1252: "Ìîñêâà". Takes that, not "créée".
GARBLED = re.compile(r"[À-ÖØ-öø-ÿ]{4}")
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)


def fault(code: str, about: str, message: str) -> Fault:
    """A fault of this stage."""
    return Fault("reports", f"reports.{code}", about, message)


def printable(path: Path | str) -> str:
    """A path as a message shows it: bytes of its name that are no UTF-8 as U+FFFD."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def decode(raw: bytes, about: str) -> tuple[str | None, tuple[Fault, ...]]:
    """Read bytes as text.

    Args:     about names the file, or the file and line.
    Returns:  the text without a byte order mark, or None.
    Faults:   reports.binary, when the bytes are no text; reports.encoding, when they are not UTF-8 and
              no byte order mark says what they are: with a text where another encoding reads well, else
              with None.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _by_mark(raw[len(mark) :], encoding, about)
    kind = next((name for start, name in KINDS if raw.startswith(start)), None)
    if kind or b"\x00" in raw[:HEAD]:
        message = f"{about} is {kind or 'not text (it holds zero bytes)'}; save its words as .txt or .html"
        return None, (fault("binary", about, message),)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _by_guess(raw, about, error)


def _by_mark(raw: bytes, encoding: str, about: str) -> tuple[str | None, tuple[Fault, ...]]:
    """Read bytes whose byte order mark tells the encoding."""
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        message = (
            f"{about} opens with the mark of {encoding} but is not: {error.reason} at byte {error.start}"
        )
        return None, (fault("encoding", about, f"{message}; save it as UTF-8"),)
    return text, ()


def _by_guess(raw: bytes, about: str, error: UnicodeDecodeError) -> tuple[str | None, tuple[Fault, ...]]:
    """Read bytes that are not UTF-8 in the encoding that they look like."""
    found = f"{about} is not UTF-8 (byte {error.start} is 0x{raw[error.start]:02x})"
    for encoding in _candidates(raw):
        try:
            text = raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if encoding == "cp1252" and (GARBLED.search(text) or not WESTERN.fullmatch(text)):
            continue
        message = (
            f"{found}; it was read as {encoding}, so letters beyond ASCII may be wrong: save it as UTF-8"
        )
        return text, (fault("encoding", about, message),)
    return None, (
        fault("encoding", about, f"{found}, and reads well in no other encoding; save it as UTF-8"),
    )


def _candidates(raw: bytes) -> list[str]:
    """Encodings worth a try: what a page says of itself, Western text, then what the bytes look like."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, seldom needed

    said = CHARSET.search(raw[:HEAD])
    best = from_bytes(raw[:200_000]).best()
    return [
        *([said[1].decode("ascii").lower()] if said else []),
        "cp1252",
        *([best.encoding] if best else []),
    ]
