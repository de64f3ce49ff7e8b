"""An act of a line that somebody does to themselves -> who it is: "killed himself", "turned the gun on herself".

It says nothing of what it comes to; see `harms`.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims import care
from dateline.claims.context import Line
from dateline.claims.joined import members
from dateline.claims.nouns import SELF
from dateline.claims.people import of_phrase
from dateline.records import Phrase, Predicate


def is_own(line: Line, i: int, predicate: Predicate) -> bool:
    """Whether an act befalls the one who does it."""
    return is_named(line, i, predicate.patients) or is_told(predicate.lemma, care.words_below(line, i))


def is_named(line: Line, i: int, phrases: Sequence[Phrase]) -> bool:
    """Whether one of those whom an act befalls is "himself": "killed a woman and then himself"."""
    tokens = line.sentence.tokens
    beside = (k for k in line.sentence.kids[i] if tokens[k].dep == "conj" and tokens[i].lemma == "kill")
    if any(tokens[k].lower in SELF for k in beside):
        return True
    return any(line.sentence.tokens[k].lower in SELF for p in phrases for k in members(line, p.head))


def is_told(lemma: str, below: set[str]) -> bool:
    """“turned the gun on himself”, "committed suicide", "took her own life"."""
    if lemma == "turn":
        return "gun" in below and bool(below & SELF)
    return (lemma == "commit" and "suicide" in below) or (lemma == "take" and {"own", "life"} <= below)


def doers(line: Line, i: int, predicate: Predicate) -> tuple[Phrase, ...]:
    """Who did it: the act's own subject, else that of an act before: "killed one, and then killed himself"."""
    people = tuple(p for p in predicate.agents if of_phrase(line, p))
    if people:
        return people
    for k in sorted((k for k in line.predicates if k < i), reverse=True):
        before = line.predicates[k]
        if before.form == "verb" and not before.passive:
            people = tuple(p for p in before.agents if p.head < k and of_phrase(line, p))
            if people:
                return people
    return ()
