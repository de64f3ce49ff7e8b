"""One act's phrases as the verb has them -> the same, set right step by step: who does it, whom it is done to."""

from __future__ import annotations

from typing import NamedTuple

from dateline import lexicons
from dateline.claims.context import APART, VIOLENT, Line
from dateline.records import Actor, Phrase, Predicate

# Agents of these verbs hang on the result, not the deed: their subject is no doer.
SUFFER = lexicons.words("binding", "suffer")
SUFFERED = lexicons.words("binding", "suffered")
REMAINS = frozenset(lexicons.load("toll")["words"]["remains"])
HARMED = lexicons.words("binding", "harmed")
MUTUAL = lexicons.words("binding", "mutual")
SITES = lexicons.words("binding", "works") | lexicons.words("binding", "sites_hit")
BUILDINGS = SITES | lexicons.words("binding", "sites_of_state")
SMALL = lexicons.words("binding", "small_settlements")
AIMED = frozenset({"on", "against", "at", "upon", "toward", "towards"})
# Kinds in which "from" says who lost what was taken.
TAKEN_FROM = frozenset({"territory", "weapons_seized", "looting"})
FORCING = lexicons.words("binding", "forcing")
FINDING = lexicons.words("binding", "finding")
MISSILES = lexicons.words("binding", "missiles")
HURL = lexicons.words("binding", "hurl")
# Things that blow up or come down are what was hit, whoever they belong to.
EXPLODE = lexicons.words("binding", "exploding")
USE = lexicons.words("binding", "using")
STAYING = lexicons.words("binding", "staying")


class Slots(NamedTuple):
    """The phrases of an act: who does it, and whom it is done to."""

    agents: list[Phrase]
    patients: list[Phrase]


def _turned(line: Line, predicate: Predicate, kind: str, slots: Slots) -> Slots:
    """Turn round what is suffered by its subject: "died", "the town fell to X", "a police car exploded"."""
    tokens = line.sentence.tokens
    if kind == "territory" and predicate.lemma == "fall":
        return Slots([p for w, p in predicate.obliques if w == "to"], slots.agents)
    if predicate.lemma == "come" and any(w == "under" for w, _ in predicate.obliques):
        return Slots([p for w, p in predicate.obliques if w == "from"], slots.agents)
    vanished = predicate.lemma in {"go", "remain"} and any(
        a.measure == "missing" for a in line.acts.get(predicate.head, ())
    )
    suffered = predicate.lemma in SUFFER and kind != "withdrawal"  # who "fell back" went of himself
    if vanished or suffered or (predicate.lemma == "leave" and not slots.patients):
        return Slots([], slots.agents)
    if predicate.lemma in EXPLODE and not slots.patients:
        by = [p for p in slots.agents if tokens[p.head].lemma in {"attacker", "bomber"}]
        hit = [p for p in slots.agents if p not in by and tokens[p.head].lower != "it"]
        return Slots(by, hit)  # "before it exploded": a bomb, whoever "it" was taken for
    if kind == "displacement" and predicate.lemma in {"flee", "leave"} and predicate.form == "verb":
        left = [p for p in slots.patients if not is_place(line, p) and not _is_thing(line, p)]
        return Slots(slots.agents, [p for p in left if not line.sides_of(p)])  # "fled the rebels"
    if predicate.lemma in USE and kind in VIOLENT:
        return Slots(slots.agents, [])
    if predicate.lemma in HURL and slots.patients:
        held = [p for p in slots.patients if tokens[p.head].lemma not in MISSILES]
        return Slots(slots.agents, _hurled_at(line, predicate) or held)
    if predicate.lemma == "set" and [tokens[p.head].lemma for p in slots.patients] == ["fire"]:
        return Slots(slots.agents, [p for w, p in predicate.obliques if w == "to"])
    if kind == "detention" and predicate.lemma in STAYING and not predicate.passive and not slots.patients:
        return Slots([], slots.agents)  # "4,000 people remain in custody"
    return slots


def _is_thing(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase names nobody: "fled their homes"."""
    return all(a.type == "object" for a in line.actors_of(phrase))


def _hurled_at(line: Line, predicate: Predicate) -> list[Phrase]:
    """“fired a rifle at a woman”: the woman, where all that the verb has as its object is a weapon."""
    tokens = line.sentence.tokens
    if not all(tokens[p.head].lemma in MISSILES for p in predicate.patients):
        return []
    at = [p for w, p in predicate.obliques if w in AIMED]
    return [p for p in at if not is_place(line, p) or tokens[p.head].lemma in SITES | SMALL]


def _lost_or_sought(line: Line, predicate: Predicate, kind: str, slots: Slots) -> Slots:
    """“took X from the rebels” is done to the rebels; "searched the town for X" to X; "the battle of X" at X."""
    if kind == "search":
        above = line.predicates.get(line.sentence.tokens[predicate.head].head)
        around = above.obliques if above is not None and predicate.form == "noun" else ()
        after = (*predicate.obliques, *around)
        sought = [
            p for w, p in after if w in {"for", "down"} and line.actors_of(p)
        ]  # "hunting down fugitives"
        return Slots(slots.agents, sought or slots.patients)
    if kind in TAKEN_FROM:
        losers = [p for w, p in predicate.obliques if w == "from" and not is_place(line, p)]
        losers = [p for p in losers if any(a.type != "object" for a in line.actors_of(p))]
        return Slots(slots.agents, losers or slots.patients)
    if kind == "armed_clash" and predicate.form == "noun":
        battle = predicate.lemma == "battle"
        return Slots(
            slots.agents,
            [p for p in slots.patients if line.sides_of(p) or not (battle or is_place(line, p))],
        )
    return slots


def _of_noun(line: Line, predicate: Predicate, kind: str, slots: Slots) -> Slots:
    """An act told by a noun: "the leader's death" is suffered by the leader; "the Dagestani battle" has no doer."""
    del kind
    tokens = line.sentence.tokens
    agents, patients = slots
    if predicate.form != "noun":
        return slots
    if predicate.lemma in SUFFERED | REMAINS:
        owned = [p for p in agents if tokens[p.head].dep == "poss"]  # not "by the front's fighters"
        agents, patients = [p for p in agents if p not in owned], [*owned, *patients]
    if predicate.lemma in HARMED:
        owned = [p for p in agents if p.end <= predicate.head]  # "inflicted 90 army casualties"
        agents, patients = [p for p in agents if p not in owned], [*owned, *patients]
    if predicate.lemma in MUTUAL:
        agents = [p for p in agents if tokens[p.head].dep not in {"amod", "compound", "nmod"}]
    hit = {p.start for p in (*agents, *patients) if tokens[p.head].lemma in BUILDINGS}
    # "the Amberian centre attack" is an attack on the centre
    agents = [p for p in agents if p.end not in hit or tokens[p.head].dep != "amod"]
    return Slots(agents, patients)


def _among(line: Line, predicate: Predicate, kind: str, slots: Slots) -> Slots:
    """“Two deputies were among 31 people arrested”: the deputies, who say more than the people."""
    del predicate, kind
    tokens = line.sentence.tokens
    for phrase in slots.patients:
        link = tokens[phrase.head].head
        above = line.predicates.get(tokens[link].head)
        if tokens[phrase.head].dep != "pobj" or tokens[link].lower != "among" or above is None:
            continue
        if above.lemma == "be" and any(line.actors_of(p) for p in above.agents):
            return Slots(slots.agents, list(above.agents))
    return slots


def _forced(line: Line, predicate: Predicate, kind: str, slots: Slots) -> Slots:
    """“were forced by X to leave” is X's doing; who "found the bodies" did not kill."""
    if kind in VIOLENT and predicate.lemma in FINDING:
        return Slots([], slots.patients)
    above = line.predicates.get(line.sentence.tokens[predicate.head].head)
    if kind != "displacement" or above is None or above.lemma not in FORCING or not above.agents:
        return slots
    if line.sentence.tokens[predicate.head].dep not in {"xcomp", "ccomp"}:
        return slots
    left = [p for p in slots.patients if not is_place(line, p)]  # "forced him to evacuate the town"
    return Slots(list(above.agents), [*slots.agents, *left])


def is_place(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase's head names a place and no party: "Near Palmyra, one strike"."""
    sides = [m.span for _, m in line.actors if isinstance(m.value, Actor) and m.value.type not in APART]
    return any(
        t == phrase.head
        and not m.rule.endswith(("as_actor", "as_modifier"))
        and not any(s.covers(m.span) and s != m.span for s in sides)  # "Norland-Ambria's invasion"
        for t, m in line.places
    )


# What sets an act's arguments right, in order.
STEPS = (_turned, _lost_or_sought, _of_noun, _among, _forced)
