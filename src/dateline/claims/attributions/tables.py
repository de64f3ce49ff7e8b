"""The word list of attributions -> what each cue takes, ready to be looked up by lemma."""

from __future__ import annotations

from typing import Any

from dateline.lexicons import load
from dateline.records import Token

LISTS = load("attributions")


def _taking(rows: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
    """A lemma, a complement -> the kind; the first group that names a word for a complement decides its kind."""
    table: dict[str, dict[str, str]] = {}
    for row in rows:
        for word in row["words"].split():
            takes = table.setdefault(word, {})
            for complement in row["takes"]:
                takes.setdefault(complement, row["kind"])
    return table


VERBS = _taking(LISTS["verb"])
NOUNS = _taking(LISTS["noun"])
ADJECTIVES = _taking(LISTS["adjective"])
# Nouns for who stands somewhere, "a backer of": cues only with "be".
HOLDERS = frozenset(word for row in LISTS["noun"] if row.get("holder") for word in row["words"].split())
CARRYING = frozenset(LISTS["carrying"]["words"].split())
HELPING = frozenset(LISTS["helping"]["words"].split())
HEARING = frozenset(LISTS["hearing"]["words"].split())
CONTROLLING = frozenset(LISTS["controlling"]["words"].split())
SHOWING = frozenset(LISTS["showing"]["sources"].split())
ADVERBS = frozenset(LISTS["adverb"]["words"].split())
SETTINGS = {word: frozenset(words.split()) for word, words in LISTS["setting"]["words"].items()}
OWNED = frozenset(LISTS["setting"]["owned"].split())
SHAPE = {key: frozenset(words) for key, words in LISTS["shape"].items()}
LEMMAS: dict[str, str] = LISTS["lemma"]

VERBAL = frozenset({"VERB", "AUX"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def lemma(token: Token) -> str:
    """A token's lemma, mended where the parser is known to get it wrong."""
    return LEMMAS.get(token.lemma, token.lemma)
