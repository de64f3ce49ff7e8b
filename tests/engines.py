"""The parser and the tables of mentions, loaded once for all tests that read text."""

from __future__ import annotations

from functools import cache

from dateline import mentions
from dateline.language import Engine, load


@cache
def engine() -> Engine:
    """The parser that `dateline read` uses."""
    return load()


@cache
def sources() -> mentions.Sources:
    """The tables of places, actors and words."""
    return mentions.open_sources()
