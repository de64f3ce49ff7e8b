"""The full GeoNames dump -> a gazetteer's file, in steps that go on where a killed run left off.

What was read is gathered in a work file beside the gazetteer, unsorted, and committed some dozen megabytes at a
time with the offset reached; then SQLite sorts it into the tables that are asked. Lines are taken apart in other
processes; this one reads, and writes in the order of the file, so that the same dump gives the same answers.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from dateline.errors import LexiconError, UsageError
from dateline.lexicons import geonames
from dateline.lexicons.gazetteer_overlay import Overlay, overlay
from dateline.lexicons.gazetteer_rows import SHIPPED, shipped
from dateline.lexicons.gazetteer_store import REVIEWED, reviewed_mark
from dateline.lexicons.gazetteer_tables import (
    FORMAT,
    INDEXES,
    TABLES,
    bone_rows,
    facts_of,
    is_gazetteer,
    is_sqlite,
    key_rows,
)
from dateline.lexicons.geonames import Dump
from dateline.lexicons.geonames_rows import Made, NameReader, PlaceReader, divisions_in
from dateline.lexicons.side_by_side import side_by_side

# Told as it goes: the step, and how much of how much of it is done (0 of 0 where that cannot be known).
Progress = Callable[[str, int, int], None]

STEPS = (
    "divisions",
    "places",
    "other names",
    "ordering places",
    "reviewed places",
    "sorting names",
    "sorting spellings",
    "finishing",
)
WORK = """
CREATE TABLE IF NOT EXISTS state (fact TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS division (code TEXT PRIMARY KEY, id INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS place (row INTEGER, name TEXT, country TEXT, admin1 INTEGER, lat REAL, lon REAL,
                                  kind TEXT, population INTEGER, parent INTEGER, radius_km REAL);
CREATE TABLE IF NOT EXISTS loose (key TEXT, place INTEGER, soft INTEGER);
CREATE TABLE IF NOT EXISTS loose_bones (bones TEXT, country TEXT, key TEXT, place INTEGER);
CREATE TABLE IF NOT EXISTS name (place INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE IF NOT EXISTS wrong (path TEXT, line INTEGER, why TEXT);
"""
# Temporary files of the sort go beside the result: /tmp is often a small disk in memory.
PRAGMAS = (
    "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA threads=2;"
)
COMMIT_BLOCKS = 48  # megabytes of text between commits: at most so much is read again after a kill
# Disk taken at most, by the size of the text: the work file, the gazetteer and the sort's own files together.
ROOM = 3.0
MOST_PROCESSES = 4  # past that, the one that writes is the slowest
SHOWN = 5  # malformed lines that are told word by word
FIRST_OURS = 1 << 40  # numbers of rows that are not GeoNames'; its own ids have 8 digits


class Built(NamedTuple):
    """What a build came to: places, names they are asked under, lines read, lines left out, some of these."""

    path: Path
    places: int
    names: int
    lines: int
    wrong: int
    shown: tuple[str, ...]


def build(
    main: Path, names: Path | None, out: Path, *, processes: int = 0, progress: Progress | None = None
) -> Built:
    """Build a gazetteer from GeoNames' main table and, if given, its table of alternate names.

    One that the same dumps have made already is left as it is.

    Args:    processes: to take lines apart with; by default the machine's, but no more than four.
    Raises:  UsageError, when a file is not there, `out` is something else or the disk has no room; LexiconError,
             when it is no such dump.
    """
    dumps = [geonames.look_into(main, geonames.MAIN)]
    if names:
        dumps.append(geonames.look_into(names, geonames.NAMES))
    mark = _mark(dumps)
    facts = _facts(out)
    if facts.get("mark") == mark:
        return _told(out, facts)
    work, part = _beside(out, ".work"), _beside(out, ".part")
    _check_room(out.parent, dumps, (work, part))
    try:
        with closing(_opened(work, part, mark)) as db:
            builder = _Builder(
                db, dumps, processes or min(MOST_PROCESSES, os.cpu_count() or 1), progress or _silent
            )
            built = builder.run(mark, out)
    except sqlite3.OperationalError as error:
        msg = f"{work}: {error}; another build may be writing it, or the disk is full"
        raise LexiconError(msg) from error
    part.replace(out)
    work.unlink()
    return built


def _facts(out: Path) -> dict[str, str]:
    """What stands in the place of the result already. Raises: UsageError, when it is no gazetteer."""
    if not out.exists():
        return {}
    if out.is_file() and is_sqlite(out):
        with suppress(LexiconError):
            return facts_of(out)
        if is_gazetteer(out):  # of another version, which this one replaces
            return {}
    msg = f"{out} is there, and is no gazetteer; give another place with --out"
    raise UsageError(msg)


def _told(out: Path, facts: Mapping[str, str]) -> Built:
    """What a build came to, by the facts that it wrote."""
    places, names, lines, wrong = (int(facts[fact]) for fact in ("places", "names", "lines", "wrong"))
    return Built(out, places, names, lines, wrong, tuple(facts["shown"].splitlines()))


def _silent(_step: str, _done: int, _total: int) -> None:
    pass


def _beside(out: Path, suffix: str) -> Path:
    return out.with_name(out.name + suffix)


def _check_room(folder: Path, dumps: list[Dump], held: tuple[Path, Path]) -> None:
    """Refuse to begin what the disk cannot hold."""
    if not folder.is_dir():
        msg = f"there is no folder {folder}; make it, or give another place with --out"
        raise UsageError(msg)
    there = sum(path.stat().st_size for path in held if path.exists())
    needed, free = int(ROOM * sum(dump.size for dump in dumps)), shutil.disk_usage(folder).free + there
    if free < needed:
        msg = (
            f"{folder} has {free / 1e9:.1f} GB free, and building may take up to {needed / 1e9:.1f} GB;"
            " make room, or give another place with --out"
        )
        raise UsageError(msg)


def _mark(dumps: list[Dump]) -> str:
    """What tells this build from one of other dumps, tables or code."""
    parts = [FORMAT, *(dump.mark for dump in dumps)]
    data = (shipped(name) for name in (SHIPPED, *REVIEWED, "geonames.toml"))
    return hashlib.sha256("\n".join(parts).encode() + b"".join(data)).hexdigest()[:16]


def _opened(work: Path, part: Path, mark: str) -> sqlite3.Connection:
    """The work file with the gazetteer attached: as an earlier run of the same build left them, or empty."""
    if not _is_ours(work, part, mark):
        for path in (work, part):
            for old in (path, path.with_name(path.name + "-journal")):
                old.unlink(missing_ok=True)
    db = sqlite3.connect(work, isolation_level=None, timeout=1.0)
    folder = str(work.parent.resolve()).replace("'", "''")
    with suppress(sqlite3.OperationalError):  # an SQLite that no longer knows the word sorts elsewhere
        db.execute(f"PRAGMA temp_store_directory = '{folder}'")
    db.executescript(PRAGMAS + "PRAGMA locking_mode=EXCLUSIVE;" + WORK)
    db.execute("ATTACH ? AS made", (str(part),))
    db.executescript(
        "PRAGMA made.journal_mode=TRUNCATE; PRAGMA made.synchronous=NORMAL; PRAGMA made.cache_size=-32768;"
    )
    db.execute("BEGIN EXCLUSIVE")
    if not db.execute("SELECT 1 FROM state WHERE fact = 'mark'").fetchone():
        for statement in TABLES.split(";"):
            db.execute(statement.replace("CREATE TABLE ", "CREATE TABLE made."))
        db.execute("INSERT INTO state VALUES ('mark', ?)", (mark,))
        db.execute("COMMIT")
        db.execute("BEGIN EXCLUSIVE")
    return db


def _is_ours(work: Path, part: Path, mark: str) -> bool:
    if not (work.exists() and part.exists()):
        return False
    try:
        with closing(sqlite3.connect(work, timeout=1.0)) as db:
            found = db.execute("SELECT value FROM state WHERE fact = 'mark'").fetchone()
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise
        return False
    except sqlite3.DatabaseError:
        return False
    return bool(found and found[0] == mark)


class _Builder:
    """The steps of one build; each is done once, and its end, or the offset it has reached, is in the work file."""

    def __init__(self, db: sqlite3.Connection, dumps: list[Dump], processes: int, progress: Progress) -> None:
        self._db = db
        self._dumps = dumps
        self._processes = processes
        self._progress = progress

    def run(self, mark: str, out: Path) -> Built:
        """Do what is left to do."""
        steps = (
            self._divisions,
            self._places,
            self._other_names,
            self._order,
            self._reviewed,
            self._sort_names,
            self._sort_spellings,
        )
        for name, step in zip(STEPS, steps, strict=False):
            if not self._state(f"done {name}"):
                step(name)
                self._save({f"done {name}": "1"})
        return self._finish(mark, out)

    def _state(self, fact: str) -> str:
        found = self._db.execute("SELECT value FROM state WHERE fact = ?", (fact,)).fetchone()
        return str(found[0]) if found else ""

    def _save(self, facts: dict[str, str]) -> None:
        """Write facts and everything since the last time, at once."""
        self._db.executemany("INSERT OR REPLACE INTO state VALUES (?,?)", facts.items())
        self._db.execute("COMMIT")
        self._db.execute("BEGIN EXCLUSIVE")

    def _divisions(self, step: str) -> None:
        dump = self._dumps[0]
        for at, block in geonames.blocks(dump):
            self._db.executemany("INSERT OR IGNORE INTO division VALUES (?,?)", divisions_in(block))
            self._progress(step, at, dump.size)

    def _places(self, step: str) -> None:
        divisions = dict(self._db.execute("SELECT code, id FROM division"))
        reader = PlaceReader(divisions, other_names=len(self._dumps) == 1)
        self._read(step, self._dumps[0], reader)

    def _other_names(self, step: str) -> None:
        if len(self._dumps) > 1:
            self._read(step, self._dumps[1], NameReader(*self._lands()))

    def _lands(self) -> tuple[bytes, list[str]]:
        """By the id of each place that was kept, the number of its country; and the countries by number."""
        countries = [c for (c,) in self._db.execute("SELECT DISTINCT country FROM main.place ORDER BY 1")]
        number = {country: n for n, country in enumerate(countries, 1)}
        lands = bytearray(1 + (self._db.execute("SELECT MAX(row) FROM main.place").fetchone()[0] or 0))
        for row, country in self._db.execute("SELECT row, country FROM main.place"):
            lands[row] = number[country]
        return bytes(lands), countries

    def _read(self, step: str, dump: Dump, reader: PlaceReader | NameReader) -> None:
        """Read a dump from where it was left, and gather what its lines come to."""
        start, lines = int(self._state(f"{step} at") or 0), int(self._state(f"{step} lines") or 0)
        pending = geonames.blocks(dump, start)
        for turn, (at, made) in enumerate(side_by_side(reader, pending, self._processes), 1):
            self._gather(made)
            wrong = ((str(dump.path), lines + n + 1, why) for n, why in made.wrong)
            self._db.executemany("INSERT INTO wrong VALUES (?,?,?)", wrong)
            lines += made.lines
            if turn % COMMIT_BLOCKS == 0:
                self._save({f"{step} at": str(at), f"{step} lines": str(lines)})
            self._progress(step, at, dump.size)
        self._save({f"{step} at": str(dump.size), f"{step} lines": str(lines)})

    def _gather(self, made: Made) -> None:
        insert = self._db.executemany
        insert("INSERT INTO main.place VALUES (?,?,?,?,?,?,?,?,?,?)", made.places)
        insert("INSERT INTO loose VALUES (?,?,?)", made.keys)
        insert("INSERT INTO loose_bones VALUES (?,?,?,?)", made.bones)
        insert("INSERT OR IGNORE INTO name VALUES (?,?)", made.names)

    def _order(self, step: str) -> None:
        """Move the places into the gazetteer by their ids, under their best names."""
        self._progress(step, 0, 0)
        self._db.execute(
            "INSERT OR IGNORE INTO made.place SELECT p.row, 'gn:' || p.row, coalesce(n.name, p.name), country,"
            " 'gn:' || admin1, lat, lon, kind, population, 'gn:' || parent, radius_km"
            " FROM main.place p LEFT JOIN name n ON n.place = p.row ORDER BY p.row"
        )

    def _reviewed(self, step: str) -> None:
        """Lay what dateline ships over the places."""
        self._progress(step, 0, 0)
        found = self._db.execute("SELECT DISTINCT country FROM main.place WHERE kind = 'city'")
        self._lay(overlay({country for (country,) in found}, self._named, FIRST_OURS))

    def _named(self, row: int) -> bool:
        """Whether the dump has a place of this number."""
        return self._db.execute("SELECT 1 FROM made.place WHERE row = ?", (row,)).fetchone() is not None

    def _lay(self, laid: Overlay) -> None:
        insert = self._db.executemany
        insert("INSERT OR REPLACE INTO made.place VALUES (?,?,?,?,?,?,?,?,?,?,?)", laid.added)
        insert("UPDATE made.place SET name = ?, lat = ?, lon = ?, radius_km = ? WHERE row = ?", laid.placed)
        insert("UPDATE made.place SET name = ? WHERE row = ?", laid.renamed)
        insert("INSERT INTO loose VALUES (?,?,?)", key_rows(laid.keyed))
        insert("INSERT INTO loose_bones VALUES (?,?,?,?)", bone_rows(laid.keyed))
        insert("INSERT OR IGNORE INTO made.capital VALUES (?,?)", laid.seats)

    def _sort_names(self, step: str) -> None:
        self._progress(step, 0, 0)
        self._db.execute("INSERT OR IGNORE INTO made.key SELECT * FROM loose ORDER BY key, place")

    def _sort_spellings(self, step: str) -> None:
        self._progress(step, 0, 0)
        self._db.execute(
            "INSERT OR IGNORE INTO made.bones SELECT * FROM loose_bones ORDER BY bones, country, key, place"
        )

    def _finish(self, mark: str, out: Path) -> Built:
        self._progress(STEPS[-1], 0, 0)
        db = self._db
        for statement in INDEXES:
            db.execute(statement.replace("CREATE INDEX ", "CREATE INDEX IF NOT EXISTS made."))
        places, names = (db.execute(f"SELECT count(*) FROM made.{t}").fetchone()[0] for t in ("place", "key"))  # noqa: S608
        wrong = db.execute("SELECT count(*) FROM wrong").fetchone()[0]
        shown = db.execute(
            "SELECT path, line, why FROM wrong ORDER BY path, line LIMIT ?", (SHOWN,)
        ).fetchall()
        lines = sum(int(self._state(f"{step} lines") or 0) for step in STEPS)
        facts = {
            "format": FORMAT, "mark": mark, "reviewed": reviewed_mark(), "places": str(places), "names": str(names),
            "lines": str(lines), "wrong": str(wrong),
            "shown": "\n".join(f"{path}, line {number}: {why}" for path, number, why in shown),
            "from": "; ".join(f"{d.path.name} ({d.mark})" for d in self._dumps),
        }  # fmt: skip
        db.executemany("INSERT OR REPLACE INTO made.about VALUES (?,?)", sorted(facts.items()))
        db.execute("COMMIT")
        return _told(out, facts)
