"""A capitalised name -> what the tables know of it: an actor, a public person, a state, a place, or nothing."""

from __future__ import annotations

from functools import lru_cache

from dateline.lexicons.gazetteer import Gazetteer, open_gazetteer
from dateline.mentions.actors.folding import pieces
from dateline.mentions.actors.tables import longest, tables

KEPT = 1 << 15


class Knower:
    """Looks names up in the table of actors and in the gazetteer; opened once for many reports."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self.gazetteer = gazetteer or open_gazetteer()
        self._look = lru_cache(KEPT)(self._asked)

    def __call__(self, name: str) -> str | None:
        """What is known of a name: "public", "actor", "state", "place", or None."""
        return self._look(" ".join(name.split()))

    def _asked(self, name: str) -> str | None:
        words = list(pieces(name))
        if not words:
            return None
        return self._actor(name, words) or ("place" if self.gazetteer.lookup(name) else None)

    def _actor(self, name: str, words: list[str]) -> str | None:
        """What the whole name is in the tables of actors and states."""
        found = longest(tables().names, words, 0)
        if found and found[0] == len(words):
            bearers = [n for n in found[1] if not n.is_acronym or name.replace(".", "").isupper()]
            if any(n.actor and n.actor.type == "person" for n in bearers):
                return "public"
            if bearers:
                return "actor"
        state = longest(tables().states, words, 0)
        return "state" if state and state[0] == len(words) else None
