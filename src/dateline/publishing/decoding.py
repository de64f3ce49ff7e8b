"""A written file of any form -> every text that it holds, also inside containers, as a reader could get it out.

What cannot be opened is read as bytes, so that nothing is passed over.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import json
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import unquote

DEEPEST = 4  # containers within containers that are opened
ENTITY, ESCAPE, PERCENT = (
    re.compile(r"&(?:#\w+|\w+);"),
    re.compile(r"\\u[0-9a-fA-F]{4}"),
    re.compile(r"%[0-9A-Fa-f]{2}"),
)
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
TAG = re.compile(r"<[^<>]{0,400}>")
DATA = re.compile(r"base64,([A-Za-z0-9+/=\s]{16,})")
# Stretches of letters in a binary file, of one byte a letter.
PRINTED = re.compile(r"[^\x00-\x08\x0e-\x1f\x7f\ufffd]{3,}")
SQLITE, PARQUET, ZIP, GZIP, PDF = b"SQLite format 3\x00", b"PAR1", b"PK\x03\x04", b"\x1f\x8b", b"%PDF"
# Between the cells of a column: a word, so that the end of one cell and the start of the next are no sentence.
BREAK = "\nendofcell\n"


class Text(NamedTuple):
    """A text that a file holds, and where: the file's name, then the member, table or column.

    `firm` is False of what was made out of bytes that are no text: it has noise in it.
    """

    where: str
    text: str
    firm: bool = True


def texts(path: Path, name: str = "") -> Iterator[Text]:
    """Every text in a file, or in all files of a folder, with the names of the files themselves."""
    shown = name or path.name
    yield Text(f"the name of {shown}" if not name else "a file's name", shown)
    if path.is_dir():
        for inner in sorted(path.rglob("*")):
            if inner.is_file():
                yield from texts(inner, str(inner.relative_to(path)))
        return
    yield from _opened(path.read_bytes(), shown, 0)


def _opened(raw: bytes, where: str, depth: int) -> Iterator[Text]:
    """What bytes hold, by what they begin with."""
    if depth > DEEPEST:
        yield from _plain(raw, where)
    elif raw.startswith(ZIP):
        yield from _zip(raw, where, depth)
    elif raw.startswith(GZIP):
        yield from _opened(gzip.decompress(raw), where, depth + 1)
    elif raw.startswith(SQLITE):
        yield from _sqlite(raw, where)
        yield from _plain(raw, where)
    elif raw.startswith(PARQUET):
        yield from _parquet(raw, where)  # its pages are packed: as bytes they are noise
    elif raw.startswith(PDF):
        yield from _pdf(raw, where)
    else:
        yield from _plain(raw, where)


def _plain(raw: bytes, where: str) -> Iterator[Text]:
    """Bytes as text: UTF-8, or UTF-16 where a mark or the zeros of one say so; escapes undone."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield from _written(raw.decode("utf-16", "replace"), where)
        return
    text = raw.decode("utf-8", "replace")
    if "\ufffd" in text or "\x00" in text:
        yield Text(where, "\n".join(PRINTED.findall(text)), firm=False)
        yield Text(where, "\n".join(PRINTED.findall(raw.decode("utf-16-le", "replace"))), firm=False)
        return
    yield from _written(text, where)


def _written(text: str, where: str) -> Iterator[Text]:
    """A text as it stands, and with its escapes undone, and without its tags."""
    yield Text(where, text)
    bare = text
    if ESCAPE.search(bare):
        bare = ESCAPE.sub(_letter, bare)
    if ENTITY.search(bare):
        bare = html.unescape(bare)
    if PERCENT.search(bare):
        bare = unquote(bare, errors="replace")
    if bare != text:
        yield Text(where, bare)
    if "<" in bare:
        # A name may be cut in two by a mark, and so may a sentence by its paragraph.
        yield Text(where, TAG.sub("", bare))
    for found in DATA.finditer(text):
        try:
            inner = base64.b64decode(re.sub(r"\s", "", found.group(1)), validate=True)
        except (binascii.Error, ValueError):
            continue
        yield from _opened(inner, f"{where}, data in it", 1)


def _letter(found: re.Match[str]) -> str:
    return str(json.loads(f'"{found.group()}"', strict=False)) if _is_whole(found.group()) else " "


def _is_whole(escape: str) -> bool:
    return not "d800" <= escape[2:].lower() <= "dfff"


def _zip(raw: bytes, where: str, depth: int) -> Iterator[Text]:
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        yield Text(f"{where}, its comment", packed.comment.decode("utf-8", "replace"))
        for member in packed.infolist():
            yield Text(f"{where}, a member's name", member.filename)
            yield from _opened(packed.read(member), f"{where}, {member.filename}", depth + 1)


def _sqlite(raw: bytes, where: str) -> Iterator[Text]:
    """Every cell of every table, and how the tables were made."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        copy.write_bytes(raw)
        book = sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            book.text_factory = lambda cell: cell.decode("utf-8", "replace")
            made = book.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
            for sort, name, sql in made:
                yield Text(f"{where}, table {name}", f"{name}\n{sql or ''}")
                if sort == "table":
                    yield from _rows(book, name, where)
        finally:
            book.close()


def _rows(book: sqlite3.Connection, table: str, where: str) -> Iterator[Text]:
    quoted = table.replace('"', '""')
    try:
        rows = book.execute(f'SELECT * FROM "{quoted}"').fetchall()  # noqa: S608 - a table's own name, quoted
    except sqlite3.Error:
        return  # an index that only the program that wrote it can read; its bytes are searched as they stand
    lines = ("\t".join(_cell(cell) for cell in row) for row in rows)
    yield Text(f"{where}, table {table}", "\n".join(lines))


def _cell(cell: object) -> str:
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)


def _parquet(raw: bytes, where: str) -> Iterator[Text]:
    import pyarrow.parquet as pq  # noqa: PLC0415  # heavy, and only where such a file was written

    table = pq.read_table(io.BytesIO(raw))
    described = [*table.schema.names, *(str(table.schema.metadata or {}),)]
    yield Text(f"{where}, its schema", "\n".join(described))
    for name in table.schema.names:
        cells = (str(cell) for cell in table.column(name).to_pylist() if cell is not None)
        yield Text(f"{where}, column {name}", BREAK.join(cells))


def _pdf(raw: bytes, where: str) -> Iterator[Text]:
    yield from _plain(raw, where)
    for found in STREAM.finditer(raw):
        try:
            yield from _plain(zlib.decompress(found.group(1)), where)
        except zlib.error:
            continue
