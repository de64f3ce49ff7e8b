"""Paths and streams -> reports, one file a time; a fault in one never stops the others."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dateline.records import Fault, Report
from dateline.reports import html, json_lines
from dateline.reports.decode import HEAD, MOST_BYTES, decode, fault, printable
from dateline.reports.text import Stated, compose, id_from

# How much of a stream is looked at to tell its format.
LOOK = 1 << 16
PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|main|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)


def read(source: Path | BinaryIO, *, name: str | None = None) -> Iterator[Report | Fault]:
    """Read the reports of one file or stream, one after the other; a .jsonl file is never held whole.

    Args:     source a path, or a binary stream whose format is told by how it begins; name stands for
              the source in faults and ids, by default the path.
    Faults:   reports.empty, .binary, .encoding, .too_large, .json, .fields, .date, .html, .unreadable;
              each says what was found, where, and what to do.
    """
    if not isinstance(source, Path):
        yield from _read_stream(source, name or "<stdin>", Path(name).stem if name else None)
        return
    shown = name or printable(source)
    try:
        with source.open("rb") as stream:
            yield from _read_file(stream, source, shown)
    except OSError as error:
        yield fault(
            "unreadable", shown, f"{shown} cannot be read: {error.strerror}; check the path and its rights"
        )


def _read_file(stream: BinaryIO, path: Path, name: str) -> Iterator[Report | Fault]:
    """The reports of an open file, by its suffix."""
    suffix = path.suffix.lower()
    if suffix == ".jsonl" and not _has_wide_mark(stream):
        yield from json_lines.read_lines(stream, name)
        return
    form = {".json": "json", ".jsonl": "jsonl", ".html": "html", ".htm": "html"}.get(suffix, "text")
    yield from _read_whole(stream, form, name, printable(path.stem))


def _has_wide_mark(stream: BinaryIO) -> bool:
    """Whether a file opens with the mark of UTF-16 or UTF-32, where bytes cannot be split at line feeds."""
    mark = stream.read(4)
    stream.seek(0)
    return mark[:2] in {b"\xff\xfe", b"\xfe\xff"} or mark == b"\x00\x00\xfe\xff"


def _read_stream(stream: BinaryIO, name: str, stem: str | None) -> Iterator[Report | Fault]:
    """The reports of a stream, by how it begins."""
    head = stream.read(LOOK)
    whole = io.BufferedReader(_Rejoined(head, stream))
    form = _format(head)
    if form == "jsonl":
        yield from json_lines.read_lines(whole, name)
    else:
        yield from _read_whole(whole, form, name, stem)


def _format(head: bytes) -> str:
    """What a stream holds, told by how it begins."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"["):
        return "json"
    if start.startswith(b"{"):
        line, feed, after = start.partition(b"\n")
        try:
            json.loads(line)
        except (ValueError, RecursionError):
            # Broken off at the first line end, it is an object over several lines, unless the next line opens
            # another; a line longer than the look has no line end in it.
            return "json" if feed and not after.lstrip().startswith(b"{") else "jsonl"
        return "jsonl"
    return "html" if PAGE.match(start[:HEAD]) else "text"


def _read_whole(stream: BinaryIO, form: str, name: str, stem: str | None) -> Iterator[Report | Fault]:
    """The reports of a file that is read at once."""
    raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        yield fault("too_large", name, f"{name} is larger than {MOST_BYTES:,} bytes; split it into reports")
        return
    text, faults = decode(raw, name)
    yield from faults
    if text is None:
        return
    if not text.strip():
        yield fault("empty", name, f"{name} holds no report; it is {'blank' if text else 'empty'}")
    elif form == "json":
        yield from json_lines.read_whole(text, name, stem)
    elif form == "jsonl":
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                yield from json_lines.read_whole(line, f"{name}:{number}", stem)
    elif form == "html":
        yield from html.read(text, name, stem)
    else:
        yield compose(text, Stated(id=id_from(stem, text)))


class _Rejoined(io.RawIOBase):
    """A stream with the bytes that were looked at put back in front."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill a buffer from the head first."""
        if self._head:
            part, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            part = self._rest.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)
