"""A line's words -> whether people came to harm by illness, accident or a disaster: no events of the codebook."""

from __future__ import annotations

from collections.abc import Sequence

from dateline import lexicons
from dateline.claims.context import VIOLENT, Line
from dateline.claims.grouping import Group
from dateline.claims.story import Memory
from dateline.records import Actor, Phrase

# "The traffic death of a cyclist", "the road toll".
ROAD_LOSSES = frozenset({"accident", "crash", "death", "fatality", "toll"})
ACCIDENTS = lexicons.words("binding", "accidents")
MISHAPS = ACCIDENTS | lexicons.words("binding", "mishaps")
ANIMALS = lexicons.words("binding", "animals")
UNARMED = lexicons.words("binding", "unarmed")
VEHICLES = lexicons.words("binding", "vehicles")
DRIVING = lexicons.words("binding", "driving")
OF_FORCES = lexicons.words("binding", "of_forces")
WEAPONS = lexicons.words("binding", "weapons")
# Where one of these is told of as well, somebody meant to drive into people, or a device was driven on.
ON_PURPOSE = frozenset({"charge", "crowd", "mine", "plough", "plow", "ram"})
FALLING = lexicons.words("binding", "falling")
COLLAPSING = lexicons.words("binding", "collapsing")
QUENCHING = lexicons.words("binding", "quenching")
FLAMES = lexicons.words("binding", "flames")
GOES_ON = 3  # sentences for which a telling of an accident goes on without another word for it
# A report is about a mishap where so many of its lines tell of one, and so many times as many as of violence.
LEAST, TIMES = 3, 3
FINDING = lexicons.words("binding", "finding")
DYING = lexicons.words("binding", "dying") | {"dead", "death", "fatality"}
KILLING = lexicons.words("binding", "killing_verbs")
FIGHTERS = frozenset({"state_military", "coalition", "rebel", "militia"})


def is_about_mishap(lines: Sequence[Line]) -> bool:
    """Whether a report is about an illness, an accident or the weather, and hardly tells of violence."""
    told = sum(any(t.lemma in MISHAPS or t.lower in MISHAPS for t in line.sentence.tokens) for line in lines)
    violent = sum(_is_violent(line) for line in lines)
    return told >= LEAST and told >= TIMES * violent


def is_without_violence(lines: Sequence[Line]) -> bool:
    """Whether a report tells of no force, of nobody killed or wounded by anybody, and of no fighters.

    Of one that is shorter than that nothing can be said: "The fourth man died in hospital on Friday."
    """
    return len(lines) >= LEAST and not any(
        _is_violent(line)
        or any(t.lemma in KILLING for t in line.sentence.tokens)
        or any(isinstance(m.value, Actor) and m.value.type in FIGHTERS for _, m in line.actors)
        for line in lines
    )


def _is_violent(line: Line) -> bool:
    """Whether a line tells of violence by more than that people were hit or came to harm."""
    acts = (act for found in line.acts.values() for act in found)
    return any(act.frame in {"event", "weapon"} and act.kind in VIOLENT for act in acts)


def is_by_accident(group: Group, memory: Memory) -> bool:
    """Whether a harm is told of as an accident or a disaster, or right after one: no event of the codebook."""
    line = group.line
    if any(_is_of_gas(line, i) for i in group.acts):
        memory.accident = line.sentence.index
        return True
    if memory.mishap and group.roles() <= {"harm", "use", "generic"} and not _is_violent(line):
        return True
    if not group.roles() <= {"harm", "use"}:
        return False
    if memory.peaceful and all(line.sentence.tokens[i].lemma in DYING for i in group.acts):
        return True
    last = memory.event.sentence if memory.event is not None else -1
    follows = memory.accident is not None and line.sentence.index - memory.accident <= GOES_ON
    if not _is_accident(line) and not (follows and memory.accident is not None and last < memory.accident):
        return False
    memory.accident = line.sentence.index
    return True


def _is_of_gas(line: Line, act: int) -> bool:
    """“a gas explosion”, "a boiler blast": no device."""
    tokens = line.sentence.tokens
    return tokens[act].lemma in {"blast", "explosion"} and any(
        tokens[k].lower in UNARMED and tokens[k].dep in {"amod", "compound", "nmod"}
        for k in line.sentence.kids[act]
    )


def _is_accident(line: Line) -> bool:
    """Whether a sentence tells of an accident: by its word, or by a tree that falls with no attack beside it."""
    tokens = line.sentence.tokens
    if any(t.lemma in ACCIDENTS and not (t.lemma == "storm" and t.pos == "VERB") for t in tokens):
        return True
    if any(t.lower in {"road", "traffic"} and tokens[t.head].lemma in ROAD_LOSSES for t in tokens):
        return True  # "the traffic death of a cyclist"
    violent = any(a.frame in {"event", "weapon", "generic"} for acts in line.acts.values() for a in acts)
    if not violent and any(
        t.lemma in FLAMES and t.dep == "dobj" and tokens[t.head].lemma in QUENCHING for t in tokens
    ):
        return True  # "no firefighters were injured fighting the fire"
    fell = (t for t in tokens if t.lemma in FALLING and t.dep in {"nsubj", "nsubjpass"})
    return not violent and any(tokens[t.head].lemma in COLLAPSING for t in fell)


def is_by_nature(group: Group) -> bool:
    """Whether a disaster does it, or to animals: "two earthquakes struck the north, leaving 180 dead"."""
    line = group.line
    if _is_of_animals(group):
        return True
    phrases = [p for i in group.acts if i in line.predicates for p in line.predicates[i].agents]
    if any(_is_of_illness(line, i) for i in group.acts) or _is_of_traffic(group, phrases):
        return True
    if any(line.sentence.tokens[p.head].lemma in ACCIDENTS for p in phrases):
        return True
    blazes = {p.head for p in phrases if _is_blaze(line, p.head)}
    rest = {act.frame for i, acts in group.acts.items() if i not in blazes for act in acts}
    return bool(blazes) and rest <= {"harm", "effect", "generic"}


def _is_of_illness(line: Line, act: int) -> bool:
    """“An outbreak of flu, which caused 80 deaths”: a clause that says of an illness or the weather what it did."""
    sentence = line.sentence
    tokens = sentence.tokens
    clause = next((k for k in (act, *sentence.ancestors(act)) if tokens[k].dep == "relcl"), None)
    return clause is not None and tokens[tokens[clause].head].lemma in MISHAPS


def _is_of_traffic(group: Group, agents: Sequence[Phrase]) -> bool:
    """“Struck by an SUV”, "accidentally hit her while backing out": the road, where nothing else speaks of force."""
    line = group.line
    tokens = line.sentence.tokens
    if not group.roles() <= {"harm", "effect", "generic", "use"} or _is_violent(line):
        return False
    if any(t.lemma in WEAPONS or t.lemma in ON_PURPOSE for t in tokens):
        return False
    by_car = any(
        tokens[p.head].lemma in VEHICLES
        and not any(tokens[k].lower in OF_FORCES for k in range(p.start, p.end))
        for p in agents
    )
    unmeant = any(t.lower == "accidentally" for t in tokens) and any(t.lemma in DRIVING for t in tokens)
    return by_car or unmeant


def _is_of_animals(group: Group) -> bool:
    """Whether only animals came to harm, by nobody who is told of: "two dogs were injured"."""
    line = group.line
    if not group.roles() <= {"harm", "use"} or _is_violent(line):
        return False
    told = [line.predicates[i] for i in group.acts if i in line.predicates]
    tokens = line.sentence.tokens
    hit = {p.head for predicate in told for p in predicate.patients}
    hit |= {p.head for predicate in told if predicate.lemma in DYING for p in predicate.agents}
    hit |= {tokens[i].head for i in group.acts if tokens[i].dep in {"acl", "amod"}}  # "80 dead birds"
    doers = {p.head for one in told if one.lemma not in DYING | FINDING for p in one.agents}
    return bool(hit) and not doers and all(tokens[i].lemma in ANIMALS for i in hit)


def _is_blaze(line: Line, head: int) -> bool:
    """Whether a word is a fire that burns: "a house was destroyed by fire"; not rifle fire."""
    token = line.sentence.tokens[head]
    of = any(line.sentence.tokens[k].dep in {"compound", "amod", "poss"} for k in line.sentence.kids[head])
    return token.lemma == "blaze" or (token.lemma == "fire" and token.pos == "NOUN" and not of)
