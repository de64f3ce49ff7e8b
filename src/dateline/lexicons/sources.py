"""The shipped data files -> what each is, how large, where it comes from, and under which licence."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from dateline.lexicons import load


class DataFile(NamedTuple):
    """A shipped data file: its name, how many entries it has, and its size in bytes."""

    name: str
    entries: int
    size: int


class Source(NamedTuple):
    """Where data come from: licence, when read, through what, what of it is shipped, and whom to credit."""

    name: str
    url: str
    licence: str
    read: str
    through: str
    files: tuple[DataFile, ...]
    credit: str


def sources() -> tuple[Source, ...]:
    """All sources of the shipped data, as sources.toml lists them."""
    return tuple(
        Source(**{**entry, "files": tuple(map(data_file, entry["files"]))})
        for entry in load("sources")["source"]
    )


@cache
def data_file(name: str) -> DataFile:
    """A shipped data file, counted now."""
    data = (files("dateline.lexicons") / name).read_bytes()
    if name.endswith(".gz"):
        lines = gzip.decompress(data).split(b"\n")
        return DataFile(name, sum(1 for line in lines if line and not line.startswith(b"#")), len(data))
    return DataFile(name, _entries(load(name.removesuffix(".toml"))), len(data))


def _entries(node: Any) -> int:
    """Entries of a TOML file: members of lists, tables that hold no table, and single values beside tables.

    >>> _entries({"a": [1, 2], "b": {"x": {"y": [1]}, "z": {"y": [1, 2]}}, "c": 1})
    5
    """
    if isinstance(node, list):
        return len(node)
    if not isinstance(node, dict):
        return 1
    return sum(1 if _is_plain(value) else _entries(value) for value in node.values())


def _is_plain(value: Any) -> bool:
    return isinstance(value, dict) and not any(isinstance(inner, dict) for inner in value.values())
