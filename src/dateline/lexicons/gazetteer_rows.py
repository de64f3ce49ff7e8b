"""The shipped gazetteer's text and the reviewed places -> rows of places, each with the keys it is asked under.

Rows that tell of one town are joined, and towns get the names that English-language reports print.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dateline.errors import LexiconError
from dateline.lexicons import load
from dateline.lexicons.gazetteer_keys import ARTICLE_COUNTRIES, fresh_key, key_of, plain, soft_key

SHIPPED = "gazetteer.tsv.gz"
REVIEWED_PLACES = ("places", "conflict_places")
KINDS = {"c": "city", "1": "admin1", "2": "admin2", "n": "country", "r": "region", "s": "site", "a": "area"}
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


def shipped(name: str) -> bytes:
    """The bytes of a data file that dateline ships. Raises: LexiconError, when it is missing."""
    try:
        return (files("dateline.lexicons") / name).read_bytes()
    except FileNotFoundError as error:
        msg = f"dateline's own {name} is missing; reinstall dateline"
        raise LexiconError(msg) from error


def all_rows(data: bytes) -> Iterator[Keyed]:
    """The gazetteer's rows, joined with reviewed ones of the same place; then the rest of the reviewed."""
    names = {iso: entry.get("aliases", []) for iso, entry in load("countries")["country"].items()}
    waiting = {row[0]: row for row in reviewed()}
    by_key = {
        (row[2], key): row[0] for row in waiting.values() if row[6] == "city" for key in keyed_row(row)[1]
    }
    english = load("places")["english"]
    for told in _rows(data):
        row = _in_english(told, english)
        if row[6] == "country":
            yield keyed_row((*row[:10], (*row[10], *names.get(str(row[2]), ())), row[11]))
            continue
        keyed = keyed_row(row)
        same = row[6] == "city" and next((by_key[row[2], k] for k in keyed[1] if (row[2], k) in by_key), None)
        if same and same in waiting and is_near(row, waiting[same]):
            keyed = keyed_row(_joined(row, waiting.pop(same)))
        yield keyed
    yield from map(keyed_row, waiting.values())


def keyed_row(row: Row) -> Keyed:
    """A row with its keys, each once: soft ones where its country's names take an article."""
    keys = {fresh_key(name) for name in (row[1], *row[10])}
    if row[2] in ARTICLE_COUNTRIES:
        keys = {soft_key(key) for key in keys}
    keys.update(row[11])
    keys.discard("")
    return row, sorted(keys)


def _in_english(row: Row, english: dict[str, dict[str, str]]) -> Row:
    """A town under the name that English-language reports print, its own kept as another name."""
    name = english.get(str(row[2]), {}).get(row[1]) if row[6] in {"city", "admin1"} else None
    return (*row[:1], name, *row[2:10], (*row[10], row[1]), row[11]) if name else row


def is_near(one: Row, other: Row) -> bool:
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


def reviewed() -> Iterator[Row]:
    """The rows of the reviewed tables."""
    told = ((table, entry) for table in REVIEWED_PLACES for entry in load(table)["place"])
    for table, entry in told:
        try:
            yield _reviewed_row(entry)
        except (KeyError, ValueError) as error:
            msg = f"{table}.toml: the entry {entry.get('name')!r} lacks or misstates {error}"
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
