"""The shipped gazetteer and the reviewed places -> a SQLite file, built once and kept in the user's cache.

The file's name holds a hash of the data and of this code's format, so a new version never reads an old file.
"""

from __future__ import annotations

import gc
import gzip
import hashlib
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

from dateline.errors import LexiconError
from dateline.lexicons import load
from dateline.lexicons.gazetteer_keys import ARTICLE_COUNTRIES, fresh_key, key_of, plain, skeleton, soft_key

FORMAT = "2"  # raise it when the tables or the keys change
SHIPPED = "gazetteer.tsv.gz"
BUILDING = "building the place index, once ..."
KINDS = {"c": "city", "1": "admin1", "2": "admin2", "n": "country", "r": "region", "s": "site", "a": "area"}
# Countries that write their names in Latin letters: there a spelling is right, or it is another name.
PLAIN_LATIN = frozenset(
    [
        "USA",
        "CAN",
        "GBR",
        "IRL",
        "AUS",
        "NZL",
        "FRA",
        "BEL",
        "NLD",
        "LUX",
        "DEU",
        "AUT",
        "CHE",
        "LIE",
        "ITA",
        "ESP",
        "PRT",
        "DNK",
        "NOR",
        "SWE",
        "FIN",
        "ISL",
        "POL",
        "CZE",
        "SVK",
        "HUN",
        "ROU",
        "SVN",
        "HRV",
        "EST",
        "LVA",
        "LTU",
        "MEX",
        "GTM",
        "SLV",
        "HND",
        "NIC",
        "CRI",
        "PAN",
        "CUB",
        "DOM",
        "PRI",
        "COL",
        "VEN",
        "ECU",
        "PER",
        "BOL",
        "CHL",
        "ARG",
        "URY",
        "PRY",
        "BRA",
        "ZAF",
    ]
)
SCHEMA = """
CREATE TABLE place (row INTEGER PRIMARY KEY, id TEXT, name TEXT, country TEXT, admin1 TEXT,
                    lat REAL, lon REAL, kind TEXT, population INTEGER, parent TEXT, radius_km REAL);
CREATE TABLE capital (country TEXT PRIMARY KEY, capital TEXT) WITHOUT ROWID;
CREATE TABLE key (key TEXT, place INTEGER, soft INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE bones (bones TEXT, country TEXT, key TEXT, place INTEGER,
                    PRIMARY KEY (bones, country, key, place)) WITHOUT ROWID;
CREATE TEMP TABLE loose (key TEXT, place INTEGER, soft INTEGER);
CREATE TEMP TABLE loose_bones (bones TEXT, country TEXT, key TEXT, place INTEGER);
"""
SORT = (
    "INSERT INTO key SELECT * FROM loose ORDER BY key, place",
    "INSERT INTO bones SELECT * FROM loose_bones ORDER BY bones, country, key, place",
    "CREATE INDEX place_id ON place (id)",
    "CREATE INDEX place_admin1 ON place (country) WHERE kind = 'admin1'",
)
# The file is built aside and moved into place whole, so a crash leaves nothing to recover.
PRAGMAS = (
    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;"
    "PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-65536;"
)
BATCH = 5000  # rows handed to SQLite at once
# The fields of a place, its other names, and keys of other names that were worked out before.
Row = tuple[
    str,
    str,
    str | None,
    str | None,
    float,
    float,
    str,
    int,
    str | None,
    float,
    tuple[str, ...],
    tuple[str, ...],
]
Keyed = tuple[Row, list[str]]  # a row with the keys that it is asked under


def ready(path: Path | None, tell: Callable[[str], None] | None = None) -> Path:
    """The SQLite file for this data, built now if it is not there yet; `tell` hears when that happens."""
    data = path.read_bytes() if path else _shipped(SHIPPED)
    digest = hashlib.sha256(FORMAT.encode() + data + _shipped("places.toml") + _shipped("countries.toml"))
    name = f"gazetteer-{digest.hexdigest()[:16]}.sqlite"
    for folder in _folders():
        target = folder / name
        if target.exists():
            return target
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (tell or _tell)(BUILDING)
            return _build(target, data)
        except (OSError, sqlite3.OperationalError):
            continue  # a read-only home or a full disk: try the next folder
    msg = "dateline could not write its index of places: neither the cache nor the temporary folder has room"
    raise LexiconError(msg)


def _tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)  # noqa: T201 - stdout may be piped on


def _shipped(name: str) -> bytes:
    try:
        return (files("dateline.lexicons") / name).read_bytes()
    except FileNotFoundError as error:
        msg = f"dateline's own {name} is missing; reinstall dateline"
        raise LexiconError(msg) from error


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


def _build(target: Path, data: bytes) -> Path:
    """Write the index beside its place and move it there in one step, so that no reader sees half of it."""
    handle, half = tempfile.mkstemp(prefix=".building-", dir=target.parent)
    os.close(handle)
    collecting = gc.isenabled()
    gc.disable()  # millions of short-lived tuples and no cycles: looking for some took a tenth of the time
    try:
        _fill(Path(half), _all_rows(data))
        Path(half).replace(target)
    except BaseException:
        Path(half).unlink(missing_ok=True)
        raise
    finally:
        if collecting:
            gc.enable()
    return target


def _fill(path: Path, rows: Iterator[Keyed]) -> None:
    """Fill the tables in batches; SQLite sorts the keys, so that the whole never stands in memory."""
    db = sqlite3.connect(path, isolation_level=None)
    try:
        db.executescript(PRAGMAS + SCHEMA)
        db.execute("BEGIN")
        numbered = enumerate(rows)
        while batch := list(islice(numbered, BATCH)):
            db.executemany(
                "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", [(n, *row[:10]) for n, (row, _) in batch]
            )
            db.executemany("INSERT INTO loose VALUES (?,?,?)", _key_rows(batch))
            db.executemany("INSERT INTO loose_bones VALUES (?,?,?,?)", _bone_rows(batch))
            # nothing lies above a country: its parent is its capital
            seats = [(r[2], r[8]) for _, (r, _) in batch if r[6] == "country" and r[8]]
            db.executemany("INSERT INTO capital VALUES (?,?)", seats)
        for statement in SORT:
            db.execute(statement)
        db.execute("COMMIT")
    finally:
        db.close()


def _key_rows(batch: list[tuple[int, Keyed]]) -> Iterator[tuple[str, int, bool]]:
    return ((key, n, row[2] in ARTICLE_COUNTRIES) for n, (row, keys) in batch for key in keys)


def _bone_rows(batch: list[tuple[int, Keyed]]) -> Iterator[tuple[str, str | None, str, int]]:
    return (
        (skeleton(key), row[2], key, n)
        for n, (row, keys) in batch
        if row[2] and row[2] not in PLAIN_LATIN
        for key in keys
        if len(key) > 3
    )


def _keyed(row: Row) -> Keyed:
    """A row with its keys, each once: soft ones where its country's names take an article."""
    keys = {fresh_key(name) for name in (row[1], *row[10])}
    if row[2] in ARTICLE_COUNTRIES:
        keys = {soft_key(key) for key in keys}
    keys.update(row[11])
    keys.discard("")
    return row, sorted(keys)


def _all_rows(data: bytes) -> Iterator[Keyed]:
    """The gazetteer's rows, joined with reviewed ones of the same place; then the rest of the reviewed."""
    names = {iso: entry.get("aliases", []) for iso, entry in load("countries")["country"].items()}
    waiting = {row[0]: row for row in _reviewed()}
    by_key = {(row[2], key): row[0] for row in waiting.values() if row[6] == "city" for key in _keyed(row)[1]}
    english = load("places")["english"]
    for told in _rows(data):
        row = _in_english(told, english)
        if row[6] == "country":
            yield _keyed((*row[:10], (*row[10], *names.get(str(row[2]), ())), row[11]))
            continue
        keyed = _keyed(row)
        same = row[6] == "city" and next((by_key[row[2], k] for k in keyed[1] if (row[2], k) in by_key), None)
        if same and same in waiting and _near(row, waiting[same]):
            keyed = _keyed(_joined(row, waiting.pop(same)))
        yield keyed
    yield from map(_keyed, waiting.values())


def _in_english(row: Row, english: dict[str, dict[str, str]]) -> Row:
    """A town under the name that English-language reports print, its own kept as another name."""
    name = english.get(str(row[2]), {}).get(row[1]) if row[6] in {"city", "admin1"} else None
    return (*row[:1], name, *row[2:10], (*row[10], row[1]), row[11]) if name else row


def _near(one: Row, other: Row) -> bool:
    """Within some 10 km: two records of one town; namesakes in one country lie farther apart."""
    return abs(one[4] - other[4]) < 0.09 and abs(one[5] - other[5]) < 0.12


def _joined(row: Row, reviewed: Row) -> Row:
    """GeoNames' place under the name and with the spellings of the reviewed table."""
    others = (*row[10], row[1], *reviewed[10])
    return (*row[:1], reviewed[1], *row[2:9], reviewed[9], others, row[11])


def _rows(data: bytes) -> Iterator[Row]:
    """The rows of a gazetteer file."""
    try:
        text = gzip.decompress(data).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        msg = f"the gazetteer is not gzip-packed UTF-8 text: {error}"
        raise LexiconError(msg) from error
    keyed = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            keyed = keyed or line.endswith("\tother keys")
        elif line:
            yield _row(line, number, keyed=keyed)


def _row(line: str, number: int, *, keyed: bool) -> Row:
    try:
        ident, name, country, admin1, lat, lon, kind, people, parent, radius, others = line.split("\t")
        names = tuple(filter(None, others.split("|"))) if others else ()
        return (
            "gn:" + ident if ident.isdigit() else _id(ident), name if name.isascii() else plain(name),
            country or None, _id(admin1) or None,
            float(lat), float(lon), KINDS[kind], int(people or 0), _id(parent) or None, float(radius or 0),
            names if not keyed else (), names if keyed else (),
        )  # fmt: skip
    except (ValueError, KeyError) as error:
        msg = f"line {number} of the gazetteer has not the eleven fields that its head names: {line[:80]!r}"
        raise LexiconError(msg) from error


@lru_cache(maxsize=8192)
def _id(short: str) -> str:
    """The file writes "123" for gn:123 and "w123" for wof:123; all else stands in full."""
    if short.isdigit():
        return "gn:" + short
    return "wof:" + short[1:] if short[:1] == "w" and short[1:].isdigit() else short


def _reviewed() -> Iterator[Row]:
    """The rows of places.toml, the reviewed table."""
    for entry in load("places")["place"]:
        try:
            yield _reviewed_row(entry)
        except (KeyError, ValueError) as error:
            msg = f"places.toml: the entry {entry.get('name')!r} lacks or misstates {error}"
            raise LexiconError(msg) from error


def _reviewed_row(entry: dict[str, Any]) -> Row:
    name = str(entry["name"])
    country = str(entry.get("country", "")).lower()
    return (
        "dl:" + "-".join(filter(None, (*key_of(name).split(), country))), name, entry.get("country"), None,
        float(entry["lat"]),
        float(entry["lon"]), entry["kind"], int(entry.get("population", 0)), entry.get("parent"),
        float(entry["radius_km"]), tuple(entry.get("aliases", ())), (),
    )  # fmt: skip
