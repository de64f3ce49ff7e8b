"""A gazetteer's file -> a SQLite index to ask: one built from the full GeoNames dump is read where it lies.

The shipped gazetteer with the reviewed places, or another file of its form, is built into an index once, in the
user's cache. The index's name holds a hash of the data and of this code's format, so that a new version never
reads an old index.
"""

from __future__ import annotations

import gc
import hashlib
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from dateline.errors import LexiconError, UsageError
from dateline.lexicons.gazetteer_rows import REVIEWED_PLACES, SHIPPED, all_rows, shipped
from dateline.lexicons.gazetteer_tables import FORMAT, facts_of, fill, is_sqlite

BUILDING = "building the place index, once ..."
KEPT = 4  # indexes of the shipped gazetteer in one cache: 60 MB each; several versions may be in use side by side
REVIEWED = (*(f"{name}.toml" for name in REVIEWED_PLACES), "countries.toml")
GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"


def ready(path: Path | None, tell: Callable[[str], None] | None = None) -> Path:
    """The SQLite file for this data, built now if it is not there yet; `tell` hears when that happens.

    Raises: UsageError, when there is no such file; LexiconError, when it is no gazetteer.
    """
    if path is not None and _is_index(path):
        facts_of(path)
        return path
    data = path.read_bytes() if path else shipped(SHIPPED)
    mark = _digest(data)[:16]
    for folder in _folders():
        target = folder / f"gazetteer-{mark}.sqlite"
        if target.exists():
            return target
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (tell or _tell)(BUILDING)
            _build(target, data, mark)
        except (OSError, sqlite3.OperationalError):
            continue  # a read-only home or a full disk: try the next folder
        with suppress(OSError):  # another process clears, too
            _clear(target)
        return target
    msg = "dateline could not write its index of places: neither the cache nor the temporary folder has room"
    raise LexiconError(msg)


def mark_of(path: Path) -> str:
    """What tells one gazetteer's file from another: places looked up in files of one mark are the same.

    Raises: as `ready`.
    """
    return facts_of(path)["mark"] if _is_index(path) else _digest(path.read_bytes())[:16]


def told_by(path: Path) -> dict[str, str]:
    """What a built gazetteer's file says of itself, and whether its reviewed places are those of this dateline.

    Raises: as `ready`.
    """
    if not _is_index(path):
        return {"mark": mark_of(path), "reviewed": "current"}
    facts = facts_of(path)
    return {**facts, "reviewed": "current" if facts.get("reviewed") == reviewed_mark() else "other"}


def reviewed_mark() -> str:
    """What tells the reviewed tables of one version of dateline from another's."""
    return hashlib.sha256(b"".join(map(shipped, REVIEWED))).hexdigest()[:16]


def _digest(data: bytes) -> str:
    return hashlib.sha256(b"".join((FORMAT.encode(), data, *map(shipped, REVIEWED)))).hexdigest()


def _is_index(path: Path) -> bool:
    """Whether a file is an index already; else it is text that makes one. Raises: as `ready`."""
    if not path.is_file():
        msg = f"there is no gazetteer {path}; dateline gazetteer build makes one from a GeoNames dump"
        raise UsageError(msg)
    if is_sqlite(path):
        return True
    with path.open("rb") as file:
        head = file.read(len(ZIP))
    if head == ZIP:
        msg = f"{path} is a zip archive; make a gazetteer of it with dateline gazetteer build, and give that"
        raise UsageError(msg)
    if head[: len(GZIP)] != GZIP:
        msg = f"{path} is no gazetteer: it must be a file that dateline gazetteer build made, or a .tsv.gz"
        raise LexiconError(msg)
    return False


def _tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)  # noqa: T201 - stdout may be piped on


def _folders() -> Iterator[Path]:
    """Where the index may stand, best first; the second is the user's own, lest others plant a file."""
    import platformdirs  # noqa: PLC0415 - only needed where a gazetteer is opened

    yield Path(platformdirs.user_cache_dir("dateline"))
    owner = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    shared = Path(tempfile.gettempdir()) / f"dateline-{owner}"
    if not shared.exists() or (shared.stat().st_mode & 0o022 == 0 and _owned(shared)):
        yield shared
    yield Path(tempfile.mkdtemp(prefix="dateline-"))


def _owned(folder: Path) -> bool:
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()


def _clear(target: Path) -> None:
    """Remove indexes that older versions of dateline or of the data have left, but for the last few built."""
    built = sorted(target.parent.glob("gazetteer-*.sqlite"), key=lambda path: (path.stat().st_mtime_ns, path))
    for path in built[:-KEPT]:
        if path != target:
            with suppress(OSError):  # another process may read it, or have removed it
                path.unlink()


def _build(target: Path, data: bytes, mark: str) -> None:
    """Write the index beside its place and move it there in one step, so that no reader sees half of it."""
    handle, half = tempfile.mkstemp(prefix=".building-", dir=target.parent)
    os.close(handle)
    collecting = gc.isenabled()
    gc.disable()  # millions of short-lived tuples and no cycles: looking for some took a tenth of the time
    try:
        fill(Path(half), all_rows(data), {"mark": mark, "reviewed": reviewed_mark()})
        Path(half).replace(target)
    except BaseException:
        Path(half).unlink(missing_ok=True)
        raise
    finally:
        if collecting:
            gc.enable()
