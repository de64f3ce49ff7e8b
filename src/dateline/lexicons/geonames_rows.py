"""Lines of GeoNames' tables -> places with the keys they are asked under. Pure: it may run in any process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from countrynames.mappings import mappings as alpha3

from dateline.lexicons import load
from dateline.lexicons.gazetteer_keys import ARTICLE_COUNTRIES, fresh_key, is_latin, plain, skeleton, soft_key
from dateline.lexicons.gazetteer_tables import PLAIN_LATIN
from dateline.lexicons.geonames import MAIN, NAMES

# Names of other languages kept a place: past it they are the same name in yet another spelling.
MOST_NAMES = 40
# What stands in the place of a language where the name is a code or an address.
PREFERRED = ["1", "", "", ""]  # and neither short, colloquial nor historic
LEAST_OF_NAMES = 8  # the old layout, without the last two columns, will do
NO_NAMES = frozenset(
    ["link", "post", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "phon", "piny", "abbr", "uicn"]
)

NONE: dict[str, str] = {}
# number, name, country, division, point, kind, people, what lies next above, reach
PlaceRow = tuple[int, str, str, int | None, float, float, str, int, int | None, float]
KeyRow = tuple[str, int, bool]
BoneRow = tuple[str, str, str, int]


class Made(NamedTuple):
    """What a block of lines came to; `wrong`: lines that are malformed, by their number in the block."""

    places: list[PlaceRow]
    keys: list[KeyRow]
    bones: list[BoneRow]
    names: list[tuple[int, str]]  # places under a better name
    lines: int
    wrong: list[tuple[int, str]]


class Features(NamedTuple):
    """What becomes of a feature: kind, reach, least words of a name."""

    kind: str
    radius_km: float
    words: int


def features() -> dict[str, Features]:
    """GeoNames' feature class and code, "P.PPL" -> what becomes of it."""
    return {
        code: Features(entry["kind"], float(entry["radius_km"]), entry["words"])
        for entry in load("geonames")["feature"]
        for code in entry["codes"]
    }


class PlaceReader:
    """Makes places of lines of the main table."""

    def __init__(self, divisions: dict[str, int], *, other_names: bool) -> None:
        """Take the ids of divisions by their codes; `other_names`: whether the main table's own are used."""
        self._divisions = divisions
        self._other_names = other_names
        self._features = features()
        self._english = load("places")["english"]

    def read(self, block: bytes) -> Made:
        """The places of whole lines."""
        made = Made([], [], [], [], block.count(b"\n") + 1, [])
        for number, line in _lines(block, made):
            f = line.split("\t")
            if len(f) != MAIN.columns:
                if line.strip():
                    made.wrong.append((number, f"{len(f)} columns, not {MAIN.columns}"))
                continue
            feature = self._features.get(f"{f[6]}.{f[7]}")
            if feature is not None:
                try:
                    self._add(made, feature, f)
                except ValueError as error:
                    made.wrong.append((number, str(error)))
        return made

    def _add(self, made: Made, feature: Features, f: list[str]) -> None:
        ident, lat, lon, people = int(f[0]), float(f[4]), float(f[5]), int(f[14] or 0)
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            msg = f"the point {f[4]} {f[5]} is not on earth"
            raise ValueError(msg)
        country = alpha3.get(f[8])
        name = f[1] if f[1].isascii() else plain(f[1])
        if country is None or not is_latin(name):
            return
        if feature.words > 1 and fresh_key(name).count(" ") + 1 < feature.words:
            return
        keys = self._keys(f, name, country)
        if not keys:
            return
        first = self._divisions.get(f"{f[8]}.{f[10]}") if f[10] else None
        over = (self._divisions.get(f"{f[8]}.{f[10]}.{f[11]}") if f[11] else None) or first
        first, over = (None if number == ident else number for number in (first, over))
        printed = self._english.get(country, NONE).get(name) if feature.kind in {"city", "admin1"} else None
        if printed:
            keys.add(fresh_key(printed))
        made.places.append(
            (
                ident,
                printed or name,
                country,
                first,
                lat,
                lon,
                feature.kind,
                max(0, people),
                over,
                feature.radius_km,
            )
        )
        _add_keys(made, sorted(keys), ident, country)

    def _keys(self, f: list[str], name: str, country: str | None) -> set[str]:
        names = [name, f[2]] if f[2] != name else [name]
        if self._other_names and f[3]:
            names += [other for other in f[3].split(",") if is_name(other)][:MOST_NAMES]
        return keys_of(names, country)


def keys_of(names: Iterable[str], country: str | None) -> set[str]:
    """The keys under which names of a place are asked."""
    keys = {fresh_key(name) for name in names}
    if country in ARTICLE_COUNTRIES:
        keys = {soft_key(key) for key in keys}
    return {key for key in keys if 1 < len(key) <= 60}


def is_name(other: str) -> bool:
    """Whether another name is one that a report in English may print: in Latin letters, and no code."""
    return (
        2 < len(other) <= 60
        and other[0].isupper()
        and not (len(other) <= 4 and other.isupper())
        and is_latin(other)
    )


def _add_keys(made: Made, keys: Iterable[str], ident: int, country: str) -> None:
    soft = country in ARTICLE_COUNTRIES
    made.keys.extend((key, ident, soft) for key in keys)
    if country not in PLAIN_LATIN:
        made.bones.extend((skeleton(key), country, key, ident) for key in keys if len(key) > 3)


class NameReader:
    """Makes keys of lines of the table of alternate names."""

    def __init__(self, lands: bytes, countries: list[str]) -> None:
        """Take the country of every place that is kept: by its number, an index into `countries` from 1 on."""
        self._lands = lands
        self._countries = countries

    def read(self, block: bytes) -> Made:
        """The names in whole lines, of places that are kept."""
        made = Made([], [], [], [], block.count(b"\n") + 1, [])
        for number, line in _lines(block, made):
            f = line.split("\t")
            if len(f) < LEAST_OF_NAMES:
                if line.strip():
                    made.wrong.append((number, f"{len(f)} columns, not {NAMES.columns}"))
                continue
            try:
                self._add(made, f)
            except ValueError as error:
                made.wrong.append((number, str(error)))
        return made

    def _add(self, made: Made, f: list[str]) -> None:
        ident = int(f[1])
        land = self._lands[ident] if 0 <= ident < len(self._lands) else 0
        if not land or f[2] in NO_NAMES or not is_name(f[3]):
            return
        country = self._countries[land - 1]
        _add_keys(made, sorted(keys_of([f[3]], country)), ident, country)
        if f[2] == "en" and f[4:8] == PREFERRED:
            made.names.append((ident, f[3] if f[3].isascii() else plain(f[3])))


def _lines(block: bytes, made: Made) -> Iterator[tuple[int, str]]:
    """Numbered lines as text; those that are not UTF-8 go to `made.wrong`."""
    try:
        yield from enumerate(block.decode().split("\n"))
    except UnicodeDecodeError:
        for number, line in enumerate(block.split(b"\n")):
            try:
                yield number, line.decode()
            except UnicodeDecodeError as error:
                made.wrong.append((number, f"not UTF-8: {error.reason}"))


def divisions_in(block: bytes) -> Iterator[tuple[str, int]]:
    """The divisions of the first two orders in whole lines: "SY.01" or "SY.01.0102", and the id."""
    at = -1
    while (at := block.find(b"\tA\tADM", at + 1)) >= 0:
        line = block[block.rfind(b"\n", 0, at) + 1 : (block.find(b"\n", at) + 1 or len(block) + 1) - 1]
        f = line.split(b"\t")
        if len(f) == 19 and f[7] in {b"ADM1", b"ADM2"} and f[0].isdigit():
            codes = f[8:9] + f[10 : 11 if f[7] == b"ADM1" else 12]
            if all(codes):
                yield b".".join(codes).decode("utf-8", "replace"), int(f[0])
