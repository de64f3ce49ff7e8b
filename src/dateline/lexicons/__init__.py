"""Names of reviewed data files -> their contents. Each file holds its own source; SOURCES.md lists origins.

It reads and caches; what the entries mean is for the stage that asks.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.errors import LexiconError


@cache
def load(name: str) -> dict[str, Any]:
    """The TOML lexicon `name` (without suffix) as plain dicts; the caller must not edit it.

    Raises: LexiconError, when the file is missing or is not TOML.
    """
    path = files(__name__) / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        msg = f"dateline ships no lexicon called {name!r}; reinstall dateline"
        raise LexiconError(msg) from error
    except tomllib.TOMLDecodeError as error:
        msg = f"the lexicon {name}.toml is not valid TOML: {error}"
        raise LexiconError(msg) from error


@cache
def words(name: str, group: str) -> frozenset[str]:
    """One word class of the TOML lexicon `name`: the list called `group`, as a set."""
    return frozenset(load(name)[group])
