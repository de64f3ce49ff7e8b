"""A word of an act and what stands around it -> whether it is meant in another sense, and tells of none.

The senses are rows of `acts.toml`; what a row cannot say stands here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from dateline import lexicons
from dateline.claims.context import Line
from dateline.records import Act, Phrase


class Sense(NamedTuple):
    """One sense that is no act; what a row leaves open holds of every word. The keys are said in `acts.toml`."""

    words: frozenset[str]
    kind: str
    role: str
    forms: frozenset[str]
    dep: str
    above: frozenset[str]
    beside: tuple[frozenset[str], ...]
    below: frozenset[str]
    deps: frozenset[str]
    without: frozenset[str]
    without_deps: frozenset[str]
    behind_from: frozenset[str]


def _sense(row: dict[str, Any]) -> Sense:
    def listed(key: str) -> frozenset[str]:
        return frozenset(row.get(key, ()))

    return Sense(
        listed("words"),
        row.get("kind", ""),
        row.get("role", ""),
        listed("forms"),
        row.get("dep", ""),
        listed("above"),
        tuple(map(frozenset, row.get("beside", ()))),
        listed("below"),
        listed("deps"),
        listed("without"),
        listed("without_deps"),
        listed("from"),
    )


SENSES = tuple(_sense(row) for row in lexicons.load("acts")["never"]["sense"])


def is_everyday(line: Line, token: int, act: Act) -> bool:
    """Whether a word that may tell of `act` is meant otherwise: "turned the keys", "picks me up every day"."""
    if act.kind == "arrest" and line.sentence.tokens[token].lemma == "pick":
        return not _is_picked_up(line, token)
    if line.sentence.tokens[token].lemma == "grab" and _is_by_one(line, token):
        return True
    if act.kind == "arrest" and any(
        t.lemma == "warrant" for t in line.sentence.tokens[token + 1 : token + 2]
    ):
        return True  # "state and federal arrest warrants", which the parser takes apart
    return any(_is_act_of(s, line, token, act) and _stands_so(s, line, token) for s in SENSES)


def _is_by_one(line: Line, token: int) -> bool:
    """“A man grabbed her by the arm”: one person, of no force, arrests and captures nobody."""
    told = line.predicates.get(token)
    heads = [] if told is None else [line.sentence.tokens[p.head] for p in told.agents]
    one = all(t.tag == "NN" or t.lower in {"he", "she", "i"} for t in heads)
    return bool(heads) and one and told is not None and not any(line.sides_of(p) for p in told.agents)


def _is_picked_up(line: Line, token: int) -> bool:
    """“Three men were picked up”, "soldiers picked up three men"; not "picks me up every day", nor a call."""
    told = line.predicates.get(token)
    if told is None or (told.patients and not any(_is_somebody(line, p) for p in told.patients)):
        return False
    return told.passive or any(line.sides_of(p) for p in told.agents)


def _is_somebody(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase may be people: known ones, or a count of whom no more is said."""
    told = line.actors_of(phrase)
    return not told or any(a.type != "object" for a in told)


def _is_act_of(sense: Sense, line: Line, token: int, act: Act) -> bool:
    """Whether a sense is one of this word, where the word would mean this act."""
    word = line.sentence.tokens[token]
    if (sense.words and word.lemma not in sense.words) or (sense.forms and word.lower not in sense.forms):
        return False
    return sense.kind in {"", act.kind} and sense.role in {"", act.frame}


def _stands_so(sense: Sense, line: Line, token: int) -> bool:
    """Whether the words around are those by which a sense is told."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    own = kids[token]
    beside = {word for k in own for word in (tokens[k].lower, tokens[k].lemma)}
    deps = {tokens[k].dep for k in own}
    return (
        sense.dep in {"", tokens[token].dep}
        and _holds(sense.above, (_above(line, token),))
        and all(beside & words for words in sense.beside)
        and _holds(sense.below, (tokens[c].lemma for k in own for c in kids[k]))
        and _holds(sense.deps, deps)
        and not (beside & sense.without or deps & sense.without_deps)
        and _holds(sense.behind_from, _behind_from(line, token))
    )


def _holds(wanted: frozenset[str], found: Iterable[str]) -> bool:
    """Whether one of the words wanted is there, where any is wanted."""
    return not wanted or not wanted.isdisjoint(found)


def _above(line: Line, token: int) -> str:
    """The lemma of what a word hangs on, past a preposition."""
    tokens = line.sentence.tokens
    head = tokens[token].head
    return tokens[tokens[head].head if tokens[token].dep == "pobj" else head].lemma


def _behind_from(line: Line, token: int) -> set[str]:
    """The words of what "from" governs behind an act: "released from the county hospital"."""
    told = line.predicates.get(token)
    held = [p for w, p in told.obliques if w == "from"] if told is not None else []
    return {line.sentence.tokens[k].lower for p in held for k in range(p.start, p.end)}
