"""A group of acts, its kind and its figures -> whether its words tell of an event, or name one in passing."""

from __future__ import annotations

from dateline import lexicons
from dateline.claims import choices, within
from dateline.claims.context import Line, is_event_place
from dateline.claims.grouping import Group, is_anaphor
from dateline.claims.status import counter
from dateline.records import Figure, Phrase

FOUGHT = frozenset({"air_strike", "armed_clash", "attack", "bombing"})
SINGLE = frozenset({"figures.definite", "figures.singular"})
FIGURATIVE_OBJECTS = lexicons.words("binding", "figurative_objects")
FIGURATIVE_SUBJECTS = lexicons.words("binding", "figurative_subjects")
DEBATING = lexicons.words("binding", "debating")
NEEDS_FIGURE = frozenset({"strength", "detention"})
RETURNING = lexicons.words("binding", "returning")
UNHURT = lexicons.words("binding", "unhurt")
HUNTERS = frozenset({"state_police", "state_military", "coalition", "rebel", "militia"})
DESCRIBING = frozenset({"acl", "relcl", "advcl", "pcomp"})
MAIN = frozenset({"nsubj", "nsubjpass", "dobj", "ROOT", "attr"})


def is_event(group: Group, kind: str, figures: list[Figure]) -> bool:
    """Whether the words tell of an event rather than name one in passing."""
    line = group.line
    tokens = line.sentence.tokens
    roles = group.roles()
    if kind in NEEDS_FIGURE:
        return bool(figures)
    if kind in {"return", "escape"} and not _is_of_many_or_sought(group, kind, figures):
        return False
    if figures:
        return True
    nominal = all(tokens[i].pos in {"NOUN", "PROPN"} for i in group.acts)
    if roles <= {"effect", "use", "weapon"} and not {"use", "weapon"} <= roles:
        return False
    if roles <= {"scene"} and (nominal or tokens[group.head].dep in DESCRIBING):
        return False
    if kind == "territory" and not _takes_ground(group):
        return False
    if kind == "withdrawal" and _is_of_civilian(group):
        return False
    if _is_figurative(group, kind):
        return False
    if kind == "execution" and not _is_of_people(group):
        return False
    if kind == "negotiation" and not nominal and not _is_of_people(group):
        return False
    if not nominal:
        return not _is_presupposed(group)
    if _is_setting(group):
        return False
    if roles <= {"harm"}:
        return any(_is_death_of(line, i) for i in group.acts)
    if all(is_anaphor(line, i) for i in group.acts):
        return bool(within.put_down_to(group))  # "the front was behind the attack"
    return _has_company(group, roles)


def _is_of_people(group: Group) -> bool:
    """Whether people take part as the act's object: "executed two men", not "executed a plan"."""
    line = group.line
    for i in group.acts:
        predicate = line.predicates.get(i)
        if predicate is None or line.sentence.tokens[i].pos in {"NOUN", "PROPN"}:
            return True
        phrases = (*predicate.patients, *(p for w, p in predicate.obliques if w == "with"))
        if not phrases or any(a.type != "object" for p in phrases for a in line.actors_of(p)):
            return True
        if any(
            p.start <= t < p.end
            for p in phrases
            for t, m in line.figures
            if getattr(m.value, "unit", "") == "people"
        ):
            return True
    return False


def _is_setting(group: Group) -> bool:
    """“At the Second Battle of Ypres, troops took the village”: a named battle that only places another act."""
    line = group.line
    tokens = line.sentence.tokens
    named = all(tokens[i].pos == "PROPN" and tokens[i].dep == "pobj" for i in group.acts)
    others = {i for i in line.acts if i not in group.acts and tokens[i].pos == "VERB"}
    return named and any(k in others for i in group.acts for k in line.sentence.ancestors(i))


def _is_of_civilian(group: Group) -> bool:
    """“pulled the boy out”: somebody is got out, nobody's forces withdraw."""
    line = group.line
    phrases = [p for i in group.acts if i in line.predicates for p in line.predicates[i].patients]
    return any("civilians" in choices.sort_of(line, p) for p in phrases)


def _is_of_many_or_sought(group: Group, kind: str, figures: list[Figure]) -> bool:
    """“refugees returned”, "the gunmen escaped"; not "he came home", "she escaped unhurt"."""
    if any(f.low != 1 or f.high != 1 for f in figures):
        return True
    line = group.line
    if kind == "escape" and any(t.lower in UNHURT for t in line.sentence.tokens):
        return False
    phrases = [
        p
        for i in group.acts
        if i in line.predicates
        for p in (*line.predicates[i].agents, *line.predicates[i].patients)
    ]
    if kind == "return":
        return any(line.sentence.tokens[p.head].lemma in RETURNING for p in phrases)
    return any(choices.sort_of(line, p) & {"armed", "prisoners"} for p in phrases) or not phrases


def _is_figurative(group: Group, kind: str) -> bool:
    """“attacked the budget”, "looked for a flat": no armed doer, nobody and no place or counted thing harmed."""
    line = group.line
    lemmas = {line.sentence.tokens[i].lemma for i in group.acts}
    predicates = [line.predicates[i] for i in group.acts if i in line.predicates]
    doers = {a.type for p in predicates for phrase in p.agents for a in line.actors_of(phrase)} - {"object"}
    if kind in FOUGHT and _is_of_speech(group, doers):
        return True
    if lemmas == {"surround"} and not doers - {"person"}:
        # "the area surrounding the station", "surrounded by her children"
        return bool(doers) or all(line.sentence.tokens[i].tag == "VBG" for i in group.acts)
    if kind == "search" and "look" in lemmas:
        sought = [p for pr in predicates for w, p in pr.obliques if w == "for"]
        return not doers & HUNTERS or not any(a.type != "object" for p in sought for a in line.actors_of(p))
    if (
        not group.roles() <= {"generic", "use"}
        or doers
        or "VERB" not in {line.sentence.tokens[i].pos for i in group.acts}
    ):
        return False
    patients = [phrase for p in predicates for phrase in p.patients]
    counted = {t for t, m in line.figures}
    return bool(patients) and not any(
        choices.sort_of(line, p) - {"thing"} or counted & set(range(p.start, p.end)) for p in patients
    )


def _is_of_speech(group: Group, doers: set[str]) -> bool:
    """“fought cancer”, "prices exploded", "attacked his rival in a debate": by its object, subject or occasion."""
    line = group.line
    tokens = line.sentence.tokens
    told = [line.predicates[i] for i in group.acts if i in line.predicates]
    if any(
        tokens[p.head].lemma in FIGURATIVE_OBJECTS and not _is_counted(line, p)
        for d in told
        for p in d.patients
    ):
        return True
    bursts = [p.head for d in told if d.lemma in {"erupt", "explode"} for p in (*d.agents, *d.patients)]
    if any(tokens[k].lemma in FIGURATIVE_SUBJECTS for k in bursts):
        return True
    spoken = any(t.lemma in DEBATING for t in tokens) and not any(t.lemma in choices.WEAPONS for t in tokens)
    return (
        spoken
        and bool(doers)
        and doers <= {"civilians", "person", "political_party", "state_government"}
        and all(d.lemma in {"attack", "blast", "hit", "slam", "target"} for d in told)
    )


def _is_counted(line: Line, phrase: Phrase) -> bool:
    return any(phrase.start <= t < phrase.end for t, m in line.figures if m.rule not in SINGLE)


def _takes_ground(group: Group) -> bool:
    """Whether a taking or losing of ground says which ground: a place, or a noun for one."""
    line = group.line
    for i in group.acts:
        predicate = line.predicates.get(i)
        phrases = (
            ()
            if predicate is None
            else (*predicate.agents, *predicate.patients, *(p for _, p in predicate.obliques))
        )
        if any("place" in choices.sort_of(line, p) or choices.is_unlisted(line, p) for p in phrases):
            return True
        if any(p.head for p in phrases if line.sentence.tokens[p.head].lemma == "situation"):
            return False
        start, end = line.clause(i)
        if any(start <= t < end for t, m in line.places if is_event_place(line, t, m)):
            return True
        if _is_control_of_name(line, i):
            return True
    return False


def _is_control_of_name(line: Line, i: int) -> bool:
    """“took control of Ostrand”: ground by a name that no list has."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    held = [k for k in kids[i] if tokens[k].lemma == "control" and tokens[k].dep == "dobj"]
    of = [j for k in held for j in kids[k] if tokens[j].lower == "of"]
    known = {t for t, _ in line.actors}
    return any(tokens[n].pos == "PROPN" and n not in known for j in of for n in kids[j])


def _is_presupposed(group: Group) -> bool:
    """“those arrested on Tuesday”, "the men killed": a participle that only says which people are meant."""
    line = group.line
    tokens = line.sentence.tokens
    verbs = [i for i in group.acts if tokens[i].pos not in {"NOUN", "PROPN"}]
    return all(
        tokens[i].tag == "VBN" and tokens[i].dep in {"acl", "amod"} and line.predicates[i].agents == ()
        for i in verbs
        if i in line.predicates
    )


def _is_death_of(line: Line, i: int) -> bool:
    """“the killing of X”, "X's death": a harm noun that says who was harmed; "injuries" alone tells of no event."""
    predicate = line.predicates.get(i)
    if predicate is None or predicate.lemma not in {"killing", "death", "murder", "slaying", "slaughter"}:
        return False
    return any(line.actors_of(p) for p in (*predicate.patients, *predicate.agents))


def _has_company(group: Group, roles: set[str]) -> bool:
    """A bare event noun tells of an event when it has a doer, a victim, a time or a place of its own."""
    line = group.line
    for i in group.acts:
        predicate = line.predicates.get(i)
        start, end = line.sentence.subtree(i)
        if predicate is not None and any(line.actors_of(p) for p in (*predicate.agents, *predicate.patients)):
            return True
        if any(start <= t < end for t, _ in (*line.times, *line.places)):
            return True
        if line.sentence.tokens[counter(line, i)].dep in MAIN and roles & {
            "event",
            "speech",
        }:
            return True
    return False
