"""A place name -> the places that bear it. Data access only: which of them a report means is for the reader.

The shipped file is text; on first use it becomes a SQLite file in the user's cache folder, and from then on
that file is read in place, so that the memory it takes stays small.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from dateline.lexicons.gazetteer_keys import distance, key_of, skeleton, soft_key
from dateline.lexicons.gazetteer_store import mark_of, ready

# Lookups kept: a news report asks for some 300 different strings; neighbours in a feed share most of them.
KEPT = 16_384
COLUMNS = "p.id, p.name, p.country, p.admin1, p.lat, p.lon, p.kind, p.population, p.parent, p.radius_km"


class Place(NamedTuple):
    """A place of the gazetteer.

    Units:   WGS84 degrees; people; km.
    id:      "gn:" GeoNames, "wof:" Who's On First, "iso:" a country, "dl:" dateline's own table.
    country: ISO 3166 alpha-3; None for seas and regions of many countries.
    admin1:  the id of the first-order division it lies in; parent: of whatever lies next above it.
    kind:    city, admin1, admin2, country, region, site or area (a part of a town).
    """

    id: str
    name: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    kind: str
    population: int
    parent: str | None
    radius_km: float


class Gazetteer:
    """Names to places, from a file that is only read; may be used from several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self.lookup = lru_cache(maxsize=KEPT)(self._lookup)
        self.place = lru_cache(maxsize=KEPT)(self._place)
        self.opens = lru_cache(maxsize=KEPT)(self._opens)

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        return Gazetteer, (self.path,)

    def _opens(self, words: str) -> bool:
        """Whether some name goes on after these words."""
        key = key_of(words)
        return any(
            self._db.execute(
                "SELECT 1 FROM key WHERE key > ? AND key < ? LIMIT 1", (k + " ", k + "!")
            ).fetchone()
            for k in {key, soft_key(key)}
            if k
        )

    def _lookup(self, name: str) -> tuple[Place, ...]:
        """The places that bear a name, the most populous first; empty when there is none.

        Case, accents, apostrophes, hyphens and the article (Arabic or "the") make no difference.
        """
        key = key_of(name)
        if not key:
            return ()
        soft = soft_key(key)
        rows = self._db.execute(
            f"SELECT DISTINCT {COLUMNS} FROM key k JOIN place p ON p.row = k.place"  # noqa: S608 - a constant
            " WHERE k.key = ? OR (k.key = ? AND k.soft) ORDER BY p.population DESC, p.id",
            (key, soft),
        )
        return tuple(Place._make(row) for row in rows)

    def _place(self, place_id: str) -> Place | None:
        """The place of an id."""
        row = self._db.execute(f"SELECT {COLUMNS} FROM place p WHERE p.id = ?", (place_id,)).fetchone()  # noqa: S608
        return Place._make(row) if row else None

    def capital(self, country: str) -> Place | None:
        """The seat of government of a country, by its alpha-3 code."""
        row = self._db.execute("SELECT capital FROM capital WHERE country = ?", (country,)).fetchone()
        return self.place(row[0]) if row else None

    def divisions(self, country: str) -> tuple[Place, ...]:
        """The first-order divisions of a country."""
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM place p WHERE p.country = ? AND p.kind = 'admin1' ORDER BY p.id",  # noqa: S608
            (country,),
        )
        return tuple(Place._make(row) for row in rows)

    def countries(self) -> tuple[Place, ...]:
        """All countries, by their codes."""
        rows = self._db.execute(f"SELECT {COLUMNS} FROM capital c JOIN place p ON p.id = 'iso:' || c.country")  # noqa: S608
        return tuple(Place._make(row) for row in rows)

    def similar(self, name: str, countries: Iterable[str]) -> tuple[Place, ...]:
        """Places of the given countries that another transliteration of a name may mean, nearest first.

        The consonants agree, and what is left differs by no more than a quarter of its letters.
        """
        key = soft_key(key_of(name))
        bones = skeleton(key)
        found: dict[int, float] = {}
        for country in sorted(set(countries)) if len(bones) > 1 else ():
            for other, row in self._db.execute(
                "SELECT key, place FROM bones WHERE bones = ? AND country = ?", (bones, country)
            ):
                gap = distance(key, soft_key(other))
                if gap <= len(key) / 4 and gap < found.get(row, 99.0):
                    found[row] = gap
        places = [(gap, self._row(row)) for row, gap in found.items()]
        return tuple(p for _, p in sorted(places, key=lambda x: (x[0], -x[1].population, x[1].id)))

    def _row(self, row: int) -> Place:
        found = self._db.execute(f"SELECT {COLUMNS} FROM place p WHERE p.row = ?", (row,))  # noqa: S608
        return Place._make(found.fetchone())

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def open_gazetteer(path: Path | None = None, tell: Callable[[str], None] | None = None) -> Gazetteer:
    """Open the shipped gazetteer, or the one at `path`: made by `dateline gazetteer build`, or a .tsv.gz.

    The first call on a machine takes some seconds: it indexes the data in the user's cache folder,
    or in a temporary folder where that cannot be written. `tell` hears of it before it begins; without it
    a line goes to standard error.

    Raises: LexiconError, when the data is missing or malformed; UsageError, when `path` is not there.
    """
    return Gazetteer(ready(path, tell))


def prepare(path: Path | None = None) -> None:
    """Build the index of a gazetteer where it is not built yet. Raises: as `open_gazetteer`."""
    ready(path)


def mark(path: Path) -> str:
    """What tells one gazetteer's file from another. Raises: as `open_gazetteer`."""
    return mark_of(path)
