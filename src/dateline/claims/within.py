"""An act noun within the clause of another verb -> who did it, or lost it, by what that verb says of them.

“They were beaten at the battle of”, "crimes in the massacre", "inflicted 50 casualties in attacks on the posts".
"""

from __future__ import annotations

from dateline import lexicons
from dateline.claims import arguments, roles
from dateline.claims.context import Line
from dateline.claims.grouping import Group
from dateline.records import Actor

# "at the battle", "in the massacre": how a noun says what somebody does or undergoes.
WITHIN = frozenset({"at", "by", "during", "in", "through"})
NO_PART = lexicons.words("binding", "suffer") - {"lose", "suffer"}
PARTAKING = lexicons.words("binding", "partaking")
AUTHORS = lexicons.words("binding", "authors")
PARTS = lexicons.words("binding", "parts")
INFLICT = lexicons.words("binding", "inflict")
SORTS = lexicons.words("binding", "sorts")
ASCRIBING = lexicons.words("binding", "ascribing")
WORKS = lexicons.words("binding", "handiwork")
KEEPING = lexicons.words("binding", "keeping")
DEFEAT = lexicons.words("binding", "defeat")


def of_verb_above(group: Group, kind: str) -> tuple[list[Actor], list[Actor]]:
    """Who does what an act noun stands in: "they were beaten at the battle of X", "crimes in the massacre"."""
    line = group.line
    tokens = line.sentence.tokens
    for act in sorted(group.acts):
        i = _sort_of(line, act)
        if tokens[i].dep == "dobj" and tokens[tokens[i].head].lemma in arguments.SUFFER:
            losers = line.predicates[tokens[i].head].agents if tokens[i].head in line.predicates else ()
            return [], [a for p in losers for a in line.actors_of(p) if a.type != "object"]
        if tokens[i].dep in {"dobj", "nsubjpass"} and tokens[tokens[i].head].lemma in INFLICT:
            return _inflicted(line, tokens[i].head)
        if tokens[i].dep == "pobj" and tokens[tokens[i].head].lower == "to" and (to := _subjected(line, i)):
            return to
        above = tokens[tokens[tokens[i].head].head]
        if (
            tokens[i].dep == "pobj"
            and tokens[i].lemma not in arguments.HARMED
            and above.lemma in INFLICT | arguments.HARMED
        ):
            verb = next((k for k in line.sentence.ancestors(i) if tokens[k].lemma in INFLICT), None)
            if verb is not None:
                return _inflicted(line, verb)  # "inflicted 50 casualties in attacks on the posts"
        if tokens[i].dep == "pobj" and (part := _taken_part(line, i)):
            return part, []
        if tokens[i].dep in {"nsubj", "nsubjpass"} and (part := _put_down_to(line, i)):
            return part, []
        if tokens[i].dep in {"acl", "relcl"} and kind == "abduction" and (part := _who_holds(line, i)):
            return part, []
        if tokens[i].dep != "pobj" or tokens[tokens[i].head].lower not in WITHIN:
            continue
        verb = next((k for k in line.sentence.ancestors(i) if tokens[k].pos == "VERB"), i)
        predicate = line.predicates.get(verb)
        if predicate is None or any(f.cue == verb for f in line.sentence.frames):
            continue
        if (
            tokens[i].lemma in arguments.USE
            and tokens[tokens[i].head].lower in {"by", "through"}
            and not predicate.passive
        ):
            return [a for p in predicate.agents for a in line.sides_of(p)], []  # "through the use of gas"
        if kind in roles.SEARCHES and {verb, *line.sentence.kids[verb]} & line.acts.keys():
            return [a for p in predicate.agents for a in line.sides_of(p)], []  # "made arrests in a raid"
        if predicate.lemma not in PARTAKING and (kind != "armed_clash" or predicate.lemma in NO_PART):
            continue
        beaten = predicate.passive and predicate.lemma in DEFEAT
        if predicate.passive and not beaten and predicate.lemma not in PARTAKING:
            continue
        phrases = predicate.patients if predicate.passive else predicate.agents
        sides = [a for p in phrases for a in line.sides_of(p)]
        if (
            not sides
            and predicate.lemma in PARTAKING
            and any(tokens[p.head].lemma in roles.BARE_PEOPLE for p in phrases)
        ):
            sides = [roles.UNIDENTIFIED]  # "two people were involved in the attack"
        if sides:
            return ([], sides) if beaten else (sides, [])
    return [], []


def put_down_to(group: Group) -> list[Actor]:
    """Who is told to have done a deed told of before: "X was behind the attack", "the bombing was the work of X"."""
    line = group.line
    tokens = line.sentence.tokens
    for act in sorted(group.acts):
        if tokens[act].dep in {"nsubj", "nsubjpass"} and (doers := _put_down_to(line, act)):
            return doers
        if tokens[act].dep == "pobj" and tokens[tokens[act].head].lower in {"behind", "for"}:
            return _taken_part(line, act)
    return []


def _sort_of(line: Line, act: int) -> int:
    """The noun that counts or sorts an act: the kind in "involved in the first kind of attacks"."""
    tokens = line.sentence.tokens
    of = tokens[act].head
    if tokens[act].dep != "pobj" or tokens[of].lower != "of" or tokens[tokens[of].head].lemma not in SORTS:
        return act
    return tokens[of].head


def _taken_part(line: Line, act: int) -> list[Actor]:
    """“The involvement of troops in the murder", "X was responsible for the murder”: who had part in it."""
    tokens = line.sentence.tokens
    link, above = tokens[act].head, tokens[tokens[act].head].head
    if tokens[link].lower == "for" and tokens[above].lemma == "responsible":
        above = tokens[above].head if tokens[above].dep == "acomp" else above
    elif tokens[link].lower == "of" and tokens[above].lemma in AUTHORS and tokens[above].dep == "attr":
        named = line.predicates.get(tokens[above].head)  # "A. Vale was the perpetrator of the murder"
        return (
            []
            if named is None
            else [a for p in named.agents for a in line.actors_of(p) if a.type != "object"]
        )
    elif tokens[link].lower == "behind" and tokens[above].lemma == "be":
        pass  # "X was behind the bombing"
    elif tokens[link].lower != "in" or tokens[above].lemma not in PARTS:
        return []
    told = line.predicates.get(above)
    if told is None or told.negated:
        return []
    phrases = (*told.agents, *(p for w, p in told.obliques if w in {"by", "of"}))
    return [a for p in phrases for a in line.sides_of(p)]


def _put_down_to(line: Line, act: int) -> list[Actor]:
    """“The bombing was the work of X", "the murder has been attributed to X”: X."""
    tokens = line.sentence.tokens
    verb = line.predicates.get(tokens[act].head)
    if verb is None or verb.negated:
        return []
    told, links = verb, {"to"}
    if verb.lemma not in ASCRIBING:
        works = [
            k for k in line.sentence.kids[verb.head] if tokens[k].dep == "attr" and tokens[k].lemma in WORKS
        ]
        if not works or (of := line.predicates.get(works[0])) is None:
            return []
        told, links = of, {"by", "of"}
    return [a for w, p in told.obliques if w in links for a in line.sides_of(p)]


def _who_holds(line: Line, act: int) -> list[Actor]:
    """“The group is holding two engineers who were abducted in May”: whoever holds them."""
    tokens = line.sentence.tokens
    first = tokens[act].head
    while tokens[first].dep == "conj":
        first = tokens[first].head
    verb = line.predicates.get(tokens[first].head)
    held = verb is not None and verb.lemma in KEEPING and tokens[first].dep == "dobj"
    return [a for p in verb.agents for a in line.sides_of(p)] if verb is not None and held else []


def _subjected(line: Line, act: int) -> tuple[list[Actor], list[Actor]] | None:
    """“They subjected detainees to torture and executions”: who did, and whom."""
    tokens = line.sentence.tokens
    verb = line.predicates.get(tokens[tokens[act].head].head)
    if verb is None or verb.lemma not in {"subject", "expose"}:
        return None
    agents = [a for p in verb.agents for a in line.sides_of(p)]
    return agents, [a for p in verb.patients for a in line.actors_of(p) if a.type != "object"]


def _inflicted(line: Line, verb: int) -> tuple[list[Actor], list[Actor]]:
    """“The army inflicted 80 casualties on the rebels”: who did, and on whom."""
    predicate = line.predicates.get(verb)
    if predicate is None:
        return [], []
    doers = [a for p in predicate.agents for a in line.sides_of(p)]
    on = [a for w, p in predicate.obliques if w in {"on", "upon"} for a in line.sides_of(p)]
    return doers, on or [
        a for p in predicate.patients for a in line.sides_of(p)
    ]  # "inflicted 50 army casualties"
