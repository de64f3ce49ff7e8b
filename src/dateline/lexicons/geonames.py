"""GeoNames' published dumps, zipped or not -> blocks of whole lines, and lines -> rows of places and names.

The layouts are those of https://download.geonames.org/export/dump/readme.txt. What becomes a place, and of what
kind, is told by geonames.toml.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from dateline.errors import LexiconError, UsageError

BLOCK = 1 << 20  # bytes read at once: some 7,000 lines of the main table
PAGE = "https://download.geonames.org/export/dump/"
BESIDE = frozenset({"readme.txt", "iso-languagecodes.txt"})  # what the archives hold beside their table


class Layout(NamedTuple):
    """A published table: its name, the file that people download, and how many columns it has."""

    name: str
    file: str
    columns: int


# geonameid, name, asciiname, alternatenames, latitude, longitude, feature class, feature code, country, cc2,
# admin1 to admin4, population, elevation, dem, timezone, modification date
MAIN = Layout("main table", "allCountries.zip", 19)
# alternateNameId, geonameid, isolanguage, alternate name, preferred, short, colloquial, historic, from, to
NAMES = Layout("table of alternate names", "alternateNamesV2.zip", 10)


class Dump(NamedTuple):
    """A dump that can be read: its file, its layout, the size of its text, and what tells it from another."""

    path: Path
    layout: Layout
    size: int
    mark: str


def look_into(path: Path, layout: Layout) -> Dump:
    """A file's dump, after a look at its head.

    Raises: UsageError, when it is not there; LexiconError, when it is not such a dump.
    """
    if not path.is_file():
        msg = f"there is no file {path}; {layout.file} is at {PAGE}"
        raise UsageError(msg)
    with _explaining(path, layout):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                table = _table(archive, path, layout)
                dump = Dump(path, layout, table.file_size, f"crc32 {table.CRC:08x}, {table.file_size} bytes")
        else:
            stat = path.stat()
            dump = Dump(path, layout, stat.st_size, f"changed {stat.st_mtime_ns}, {stat.st_size} bytes")
        with opened(dump) as file:
            _check_head(file.read(BLOCK), dump)
    return dump


def _table(archive: zipfile.ZipFile, path: Path, layout: Layout) -> zipfile.ZipInfo:
    """The table in an archive: its one text beside the notes, or the largest one."""
    tables = [
        i for i in archive.infolist() if i.filename.endswith(".txt") and i.filename.lower() not in BESIDE
    ]
    if not tables:
        held = ", ".join(archive.namelist()[:5]) or "nothing"
        msg = f"{path} holds {held}, and no table of GeoNames; {layout.file} is at {PAGE}"
        raise LexiconError(msg)
    return max(tables, key=lambda info: (info.file_size, info.filename))


def _check_head(head: bytes, dump: Dump) -> None:
    """Refuse a file whose lines have not the layout's columns."""
    lines = head.split(b"\n")[: -1 if len(head) == BLOCK else None]
    counts = [line.count(b"\t") + 1 for line in lines if line.strip()]
    wanted = dump.layout.columns
    if counts and sum(count == wanted for count in counts) * 2 > len(counts):
        return
    found = f"{max(set(counts), key=counts.count)} columns" if counts else "no lines"
    if head.startswith(b"PK\x03\x04"):
        msg = (
            f"{dump.path} is a zip archive that was cut short; download {dump.layout.file} again from {PAGE}"
        )
        raise LexiconError(msg)
    msg = (
        f"{dump.path} has {found} where GeoNames' {dump.layout.name} has {wanted};"
        f" give {dump.layout.file} here, from {PAGE}"
    )
    raise LexiconError(msg)


@contextmanager
def opened(dump: Dump) -> Iterator[IO[bytes]]:
    """The text of a dump, to read once from its start."""
    if not zipfile.is_zipfile(dump.path):
        with dump.path.open("rb") as file:
            yield file
        return
    with zipfile.ZipFile(dump.path) as archive, archive.open(_table(archive, dump.path, dump.layout)) as file:
        yield file


def blocks(dump: Dump, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """Whole lines in blocks, each with the offset at which it ends; from an offset that was given so.

    Raises: LexiconError, when the archive is damaged.
    """
    with _explaining(dump.path, dump.layout), opened(dump) as file:
        file.seek(start)
        at, rest = start, b""
        while chunk := file.read(BLOCK):
            lines, newline, tail = (rest + chunk).rpartition(b"\n")
            rest = tail
            if newline:
                at += len(lines) + 1
                yield at, lines
        if rest:
            yield at + len(rest), rest


@contextmanager
def _explaining(path: Path, layout: Layout) -> Iterator[None]:
    """What goes wrong with an archive, told with what to do."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        msg = f"{path} is damaged or cut short ({error}); download {layout.file} again from {PAGE}"
        raise LexiconError(msg) from error
