"""An act of a line and the words below it -> whether it tells of wounds, care or a death that nobody did.

It says nothing of whom; see `harms`.
"""

from __future__ import annotations

from dateline import lexicons
from dateline.claims.context import Line
from dateline.claims.nouns import WORDS as PEOPLE
from dateline.records import Phrase, Predicate

LEXICON = lexicons.load("toll")
WORDS = {name: frozenset(words) for name, words in LEXICON["words"].items()}
DEEDS = {name: frozenset(words) for name, words in LEXICON["deeds"].items()}
CARE = {name: frozenset(words) for name, words in LEXICON["care"].items()}
SICKBEDS = tuple(frozenset(words.split()) for words in LEXICON["sickbeds"]["phrases"])
DYING = lexicons.words("binding", "dying")


def is_of_illness(line: Line, i: int, predicate: Predicate) -> bool:
    """“died of cancer", "died in a crash”: nobody did it."""
    if predicate.lemma not in DYING and not (predicate.lemma == "kill" and predicate.passive):
        return False
    below = words_below(line, i)
    wrecked = bool(below & WORDS["wrecks"]) and bool(below & {"in", "during"})
    return wrecked or (not below.isdisjoint(WORDS["illness"]) and bool(below & {"of", "from"}))


def is_bodily(line: Line, predicate: Predicate) -> bool:
    """“struck in the leg”, "grazed"."""
    tokens = line.sentence.tokens
    kids = line.sentence.kids
    limbs = [p.head for w, p in predicate.obliques if w == "in"]
    within = [k for p in predicate.patients for k in kids[p.head] if tokens[k].lower == "in"]
    limbs += [j for k in within for j in kids[k]]
    limbs += [p.head for p in predicate.patients]
    return predicate.lemma == "graze" or any(tokens[k].lemma in WORDS["limbs"] for k in limbs)


def whole_of(line: Line, phrase: Phrase) -> Phrase:
    """“grazing the back of the victim's head": for a part of the body, the one whose it is."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    k, within = phrase.head, False
    while tokens[k].lemma in WORDS["limbs"] | WORDS["sides"]:
        owner = next((j for j in kids[k] if tokens[j].dep == "poss"), None)
        below = [j for of in kids[k] if tokens[of].lower == "of" for j in kids[of] if tokens[j].dep == "pobj"]
        within = within or tokens[k].lemma in WORDS["limbs"]
        if owner is None and not below:
            return phrase
        k = below[0] if owner is None else owner
    return Phrase(k, *line.sentence.subtree(k)) if within else phrase


def is_by_shots(line: Line, i: int) -> bool:
    """“several shots were fired into the house, striking a child”: what struck is told before."""
    tokens = line.sentence.tokens
    before = {t.lower for t in tokens[:i]}
    return tokens[i].tag == "VBG" and bool(
        before & (WORDS["shots"] | {"shots", "shooting", "bullets", "rounds"})
    )


def measure(line: Line, predicate: Predicate, below: set[str]) -> str | None:
    """Whether a verb says that somebody is in care, bears wounds or mends, and so was hurt."""
    tokens, lemma = line.sentence.tokens, predicate.lemma
    done_to = predicate.passive or bool(predicate.patients)
    if any(tokens[p.head].lemma in WORDS["wrecks"] for p in predicate.agents):
        return None  # "a crash that sent two people to the hospital"
    if lemma in CARE["taken"]:
        to = [p for w, p in predicate.obliques if w in {"to", "at", "by"}]
        words = [{t.lower for t in tokens[p.start : p.end]} for p in to]
        there = any(held & WORDS["hospital"] and not held & WORDS["jail"] for held in words)
        return "injured" if there and done_to else None
    if lemma in CARE["treated"]:
        return "injured" if done_to else None
    if lemma in CARE["mends"]:
        return None if predicate.passive else "injured"  # "is survived by a brother" tells of no survivor
    if lemma in CARE["arrives"] and not (below & WORDS["wounds"] and below & WORDS["hospital"]):
        return None
    if lemma in CARE["bears"] | CARE["arrives"] and below & WORDS["wounds"]:
        return "killed" if below & WORDS["fatal"] else "casualties" if lemma in CARE["bears"] else "injured"
    if lemma in CARE["clings"]:
        return "injured" if below & WORDS["lives"] else None
    if lemma in CARE["stays"] and any(
        w in {"in", "on"} and _is_sickbed(line, p) for w, p in predicate.obliques
    ):
        return "injured"
    beds = below & WORDS["hospital"] - {"center", "centre"}
    if lemma in CARE["lets_go"] and done_to and "from" in below and beds and not below & WORDS["jail"]:
        return "injured"
    return "injured" if lemma in CARE["leaves"] and done_to and _is_left_ill(line, predicate) else None


def _is_sickbed(line: Line, phrase: Phrase) -> bool:
    """“in critical condition", "in the hospital", "in intensive care", "on life support”."""
    tokens = line.sentence.tokens
    held = {t.lower for t in tokens[phrase.start : phrase.end]}
    return tokens[phrase.head].lemma in WORDS["sickbed"] or any(two <= held for two in SICKBEDS)


def is_ill(line: Line, token: int) -> bool:
    """“left a woman dead and her daughter in a coma”: the daughter."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    within = [j for k in kids[token] if tokens[k].lower in {"in", "on"} for j in kids[k]]
    return any(_is_sickbed(line, Phrase(j, *line.sentence.subtree(j))) for j in within)


def _is_left_ill(line: Line, predicate: Predicate) -> bool:
    """“left a boy in the hospital”, where "in" may hang on the boy."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    within = [k for p in predicate.patients for k in kids[p.head] if tokens[k].lower == "in"]
    held = [p for w, p in predicate.obliques if w == "in"]
    held += [Phrase(j, *line.sentence.subtree(j)) for k in within for j in kids[k]]
    return any(_is_sickbed(line, p) for p in held)


def words_below(line: Line, i: int) -> set[str]:
    """The words of the clause or phrase that an act heads."""
    return {t.lower for t in line.sentence.tokens[slice(*line.sentence.subtree(i))]}


def is_fatal(line: Line, i: int) -> bool:
    """“the fatal shooting of a woman”; a non-fatal one killed nobody."""
    tokens = line.sentence.tokens
    kids = [k for k in line.sentence.kids[i] if tokens[k].lower in DEEDS["fatal"]]
    return any(not {t.lower for t in tokens[max(0, k - 2) : k]} & {"non", "nearly", "near"} for k in kids)


def is_of_people(line: Line, i: int) -> bool:
    """“the shooting of a man”: a deed named with those it befell."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    of = [j for k in kids[i] if tokens[k].lower == "of" for j in kids[k] if tokens[j].dep == "pobj"]
    return any(tokens[j].lower in PEOPLE or any(t == j for t, _ in line.figures) for j in of)
