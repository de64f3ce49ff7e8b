"""Keys -> the words of the workbench's interface; every word that a page says itself stands in these TOML files.

One file an area: the key `incidents.title` is `title` in incidents.toml. An entry is a text with places for
values in braces, or a table of `one` and `other` that its value `n` chooses from.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.errors import LexiconError


def say(key: str, **values: object) -> str:
    """The words under a key, with values put in; whole numbers get their thousands set apart.

    Raises:   LexiconError, when no file holds the key.

    >>> say("common.incidents", n=1), say("common.incidents", n=1200)
    ('1 incident', '1,200 incidents')
    """
    entry = find(key)
    if isinstance(entry, dict):
        entry = entry["one" if values.get("n") == 1 else "other"]
    shown = {name: f"{value:,}" if type(value) is int else value for name, value in values.items()}
    return str(entry).format(**shown)


def find(key: str) -> Any:
    """The entry under a key as it stands: a text, a list, or a table. Raises: LexiconError, when there is none."""
    area, *path = key.split(".")
    entry: Any = load(area)
    for part in path:
        if not isinstance(entry, dict) or part not in entry:
            msg = f"the workbench has no words under {key!r}; add them to words/{area}.toml"
            raise LexiconError(msg)
        entry = entry[part]
    return entry


@cache
def load(area: str) -> dict[str, Any]:
    """All words of one area. Raises: LexiconError, when it has no file."""
    path = files(__name__) / f"{area}.toml"
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        msg = f"the workbench has no words for {area!r}; add words/{area}.toml"
        raise LexiconError(msg) from error
