"""Keyed rows of places -> the tables that a gazetteer is asked in, one SQLite file; and such a file's facts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from dateline.errors import LexiconError
from dateline.lexicons.gazetteer_keys import ARTICLE_COUNTRIES, skeleton
from dateline.lexicons.gazetteer_rows import Keyed, Row

FORMAT = "3"  # raise it when the tables or the keys change
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
TABLES = """
CREATE TABLE place (row INTEGER PRIMARY KEY, id TEXT, name TEXT, country TEXT, admin1 TEXT,
                    lat REAL, lon REAL, kind TEXT, population INTEGER, parent TEXT, radius_km REAL);
CREATE TABLE capital (country TEXT PRIMARY KEY, capital TEXT) WITHOUT ROWID;
CREATE TABLE key (key TEXT, place INTEGER, soft INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE bones (bones TEXT, country TEXT, key TEXT, place INTEGER,
                    PRIMARY KEY (bones, country, key, place)) WITHOUT ROWID;
CREATE TABLE about (fact TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
LOOSE = """
CREATE TEMP TABLE loose (key TEXT, place INTEGER, soft INTEGER);
CREATE TEMP TABLE loose_bones (bones TEXT, country TEXT, key TEXT, place INTEGER);
"""
SORT = (
    "INSERT INTO key SELECT * FROM loose ORDER BY key, place",
    "INSERT INTO bones SELECT * FROM loose_bones ORDER BY bones, country, key, place",
)
INDEXES = (
    "CREATE INDEX place_id ON place (id)",
    "CREATE INDEX place_admin1 ON place (country) WHERE kind = 'admin1'",
)
# The file is built aside and moved into place whole, so a crash leaves nothing to recover.
PRAGMAS = (
    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;"
    "PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-65536;"
)
BATCH = 5000  # rows handed to SQLite at once
MAGIC = b"SQLite format 3\0"
HEAD = 100  # bytes of an SQLite file's head: the size of a page stands at 16, the count of pages at 28
AGAIN = "build it again with dateline gazetteer build"


def fill(path: Path, rows: Iterator[Keyed], facts: Mapping[str, str]) -> None:
    """Fill a new file in batches; SQLite sorts the keys, so that the whole never stands in memory."""
    db = sqlite3.connect(path, isolation_level=None)
    try:
        db.executescript(PRAGMAS + TABLES + LOOSE)
        db.execute("BEGIN")
        numbered = enumerate(rows)
        while batch := list(islice(numbered, BATCH)):
            db.executemany(
                "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", [(n, *row[:10]) for n, (row, _) in batch]
            )
            db.executemany("INSERT INTO loose VALUES (?,?,?)", key_rows(batch))
            db.executemany("INSERT INTO loose_bones VALUES (?,?,?,?)", bone_rows(batch))
            db.executemany("INSERT INTO capital VALUES (?,?)", seats(row for _, (row, _) in batch))
        for statement in (*SORT, *INDEXES):
            db.execute(statement)
        db.executemany("INSERT INTO about VALUES (?,?)", sorted({"format": FORMAT, **facts}.items()))
        db.execute("COMMIT")
    finally:
        db.close()


def key_rows(batch: Iterable[tuple[int, Keyed]]) -> Iterator[tuple[str, int, bool]]:
    """The rows of the table of keys."""
    return ((key, n, row[2] in ARTICLE_COUNTRIES) for n, (row, keys) in batch for key in keys)


def bone_rows(batch: Iterable[tuple[int, Keyed]]) -> Iterator[tuple[str, str | None, str, int]]:
    """The rows of the table of consonant skeletons, which spellings that differ share."""
    return (
        (skeleton(key), row[2], key, n)
        for n, (row, keys) in batch
        if row[2] and row[2] not in PLAIN_LATIN
        for key in keys
        if len(key) > 3
    )


def seats(rows: Iterable[Row]) -> Iterator[tuple[str | None, str]]:
    """Countries with their capitals: nothing lies above a country, so its parent is its capital."""
    return ((row[2], row[8]) for row in rows if row[6] == "country" and row[8])


def is_sqlite(path: Path) -> bool:
    """Whether a file is an SQLite file."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def is_gazetteer(path: Path) -> bool:
    """Whether an SQLite file is a gazetteer of this or of another version of dateline."""
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return db.execute("SELECT 1 FROM about WHERE fact = 'format'").fetchone() is not None
    except sqlite3.DatabaseError:
        return False
    finally:
        db.close()


def facts_of(path: Path) -> dict[str, str]:
    """What a gazetteer's file says of itself. Raises: LexiconError, when it is no such file, or not whole."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    page = int.from_bytes(head[16:18], "big")
    whole = (65536 if page == 1 else page) * int.from_bytes(head[28:32], "big")
    if (size := path.stat().st_size) < whole:
        msg = f"{path} is cut short: it has {size:,} bytes, and its head tells of {whole:,}; copy it anew, or {AGAIN}"
        raise LexiconError(msg)
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        facts = dict(db.execute("SELECT fact, value FROM about").fetchall())
    except sqlite3.DatabaseError as error:
        msg = f"{path} is an SQLite file, but no gazetteer ({error}); make one with dateline gazetteer build"
        raise LexiconError(msg) from error
    finally:
        db.close()
    if facts.get("format") != FORMAT:
        found = facts.get("format", "none")
        msg = (
            f"{path} was made by another version of dateline (form {found}, this one reads {FORMAT}); {AGAIN}"
        )
        raise LexiconError(msg)
    return facts
