"""A line of a report -> people whose wounds or death its words tell without an act that did it.

"Officers found a man with a gunshot wound", "an injured woman was found", "the deceased was a nurse".
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline import lexicons
from dateline.claims.context import Line
from dateline.claims.joined import members
from dateline.claims.nouns import WORDS as PEOPLE
from dateline.claims.people import Person, of_phrase, person
from dateline.records import Phrase

LEXICON = lexicons.load("toll")
WORDS = {name: frozenset(words) for name, words in LEXICON["words"].items()}
CARE = {name: frozenset(words) for name, words in LEXICON["care"].items()}
VICTIMS = frozenset({"victim", "victims", "deceased"})
BODIES = frozenset({"body", "corpse"})
Told = tuple[str, Person, int]  # a measure, whom it befell, and the token that says so


def find(line: Line) -> Iterator[Told]:
    """The people of a sentence who are told of as hurt or dead by what they bear, or are called."""
    for i, token in enumerate(line.sentence.tokens):
        if token.lemma in CARE["finds"] | CARE["taken"] and token.pos == "VERB":
            yield from _found(line, i)
        elif token.lemma == "identify" and token.pos == "VERB":
            yield from _identified(line, i)
        elif token.lower in PEOPLE and token.pos in {"NOUN", "PROPN"}:
            yield from _called(line, i)
        elif token.lower in WORDS["gone"] and token.dep in {"nsubj", "nsubjpass"} and i > 0:
            if line.sentence.tokens[i - 1].lower == "the":
                yield "killed", person(line, i), i
        elif token.lower == "dead" and token.dep == "dobj" and _is_aged(line, i):
            yield "killed", person(line, i), i


def _identified(line: Line, i: int) -> Iterator[Told]:
    """“The victims were identified as A and B”: who they are that were hit; a suspect is told of otherwise."""
    predicate, tokens = line.predicates.get(i), line.sentence.tokens
    if predicate is None or predicate.negated:
        return
    called = [tokens[p.head].lower for p in predicate.patients]
    if tokens[i].dep in {"acl", "relcl"}:
        called.append(tokens[tokens[i].head].lower)
    if not VICTIMS & set(called):
        return
    for word, phrase in predicate.obliques:
        if word == "as":
            named = _aged_names(line, phrase) or list(members(line, phrase.head))
            people = [one for one in (person(line, k) for k in named) if one.names and one.is_one]
            yield from (("casualties", one, one.token) for one in people)


def _aged_names(line: Line, phrase: Phrase) -> list[int]:
    """“as Mara Odeh, 24, Rana Vale, 26, and Anna Rell, 21”: names told apart by ages, which the parser hangs askew."""
    tokens = line.sentence.tokens
    found = [
        k
        for k in range(phrase.start, min(phrase.end, len(tokens) - 2))
        if tokens[k].pos == "PROPN" and tokens[k + 1].text == "," and tokens[k + 2].text.isdecimal()
    ]
    return found if len(found) > 1 else []


def is_of_found(line: Line, i: int) -> bool:
    """Whether an act tells what somebody was found with: "found a man suffering from a gunshot wound"."""
    token = line.sentence.tokens[i]
    above = line.sentence.tokens[token.head]
    if above.dep in {"dobj", "nsubjpass"}:
        above = line.sentence.tokens[above.head]
    return token.tag == "VBG" and token.lemma in CARE["bears"] and above.lemma in CARE["finds"]


def whose(line: Line, life: int) -> list[int]:
    """The tokens for those whose life it is: "claimed the life of a girl"."""
    tokens = line.sentence.tokens
    of = [k for k in line.sentence.kids[life] if tokens[k].lower == "of"]
    held = [k for p in of for k in line.sentence.kids[p] if tokens[k].dep == "pobj"]
    return held or [k for k in line.sentence.kids[life] if tokens[k].dep == "poss"]


def _found(line: Line, i: int) -> Iterator[Told]:
    """“found three women with gunshot wounds”, “was found suffering from a gunshot wound”."""
    predicate, tokens = line.predicates.get(i), line.sentence.tokens
    if predicate is None or predicate.negated:
        return
    phrases = predicate.patients
    for k in (p.head for p in phrases):
        below = {tokens[j].lower for j in line.sentence.kids[k]}
        if tokens[k].lemma in BODIES and "a" in below and "of" not in below:
            yield "killed", person(line, k), k
    marks = _marks(line, [i, *(k for p in phrases for k in members(line, p.head))])
    if not marks & WORDS["wounds"]:
        return
    died = bool(marks & WORDS["fatal"]) and "non" not in marks
    measure = "killed" if died else "casualties"  # whether they lived is told elsewhere
    for phrase in phrases:
        for one in of_phrase(line, phrase, strict=True) or _named(line, phrase):
            yield measure, one, one.token


def _named(line: Line, phrase: Phrase) -> list[Person]:
    """Somebody found whose name no list knows: names of things are not found with wounds."""
    token = line.sentence.tokens[phrase.head]
    return of_phrase(line, phrase) if token.pos == "PROPN" else []


def _marks(line: Line, tokens_of: list[int]) -> set[str]:
    """The words of what is told with those found: after "with", and in "suffering from"."""
    tokens, found = line.sentence.tokens, set()
    for i in tokens_of:
        for k in line.sentence.kids[i]:
            bears = tokens[k].lemma in CARE["bears"] and tokens[k].tag == "VBG"
            if k > i and (tokens[k].lower == "with" or bears):
                found |= {t.lower for t in tokens[slice(*line.sentence.subtree(k))]}
    return found


def _called(line: Line, i: int) -> Iterator[Told]:
    """“an injured woman”, “the slain officer”."""
    words = {
        line.sentence.tokens[k].lower for k in line.sentence.kids[i] if line.sentence.tokens[k].dep == "amod"
    }
    measure = "killed" if words & WORDS["lost"] else "injured" if words & WORDS["hurt"] else None
    if measure is not None:
        yield measure, person(line, i), i


def _is_aged(line: Line, i: int) -> bool:
    """“left a six-year-old dead”."""
    return any(line.sentence.tokens[k].lower == "old" for k in line.sentence.kids[i])
