"""A group of acts whose own words name no doer -> who did it, by the words around them; else by what was done.

"Beaten at the battle of", "killed in police firing", "A met B for talks", "killed by a mine while fighting X":
each finder reads one way of saying it.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline import lexicons
from dateline.claims import arguments, roles, within
from dateline.claims.context import APART, VIOLENT, Line
from dateline.claims.grouping import Group
from dateline.records import Actor

ANSWERING = lexicons.words("binding", "answering")
DOING = (
    lexicons.words("binding", "support")
    | lexicons.words("binding", "done_by")
    | lexicons.words("binding", "telling")
)
ALLEGING = lexicons.words("binding", "alleging")
DASHES = frozenset("-\u2013\u2014") | {"--"}
ASIDE = 12  # tokens that dashes may set apart
NAMED_BY_FORCE = lexicons.words("binding", "named_by_force")
MOB_DEEDS = lexicons.words("binding", "mob_deeds")
# Those who watch a conflict arrest, abduct and attack nobody.
OBSERVERS = frozenset({"media", "monitor", "ngo"})
BY_ARMED = VIOLENT | {"abduction", "arrest", "detention", "territory"}
# Kinds in which no mere civilians are the doers.
BY_FORCE = frozenset({"arrest", "crackdown", "curfew", "raid"})
COMPLAINTS = lexicons.words("binding", "complaints")
LODGED = lexicons.words("binding", "lodged")
AIMS = lexicons.words("binding", "aims")
SURVIVING = lexicons.words("binding", "surviving")
MEETING = lexicons.words("binding", "meeting")
FIGHTING = lexicons.words("binding", "fighting")


class Told(NamedTuple):
    """Who did it and to whom, and the rule that the doer goes by."""

    actors: list[Actor]
    targets: list[Actor]
    rule: str


def look(group: Group, kind: str, actors: list[Actor], targets: list[Actor]) -> Told:
    """Who did it by the words around the acts, where their own name nobody, or somebody who cannot have done it.

    Args:    actors and targets as the acts' own arguments give them.
    Returns: the same, or what the words around say; targets too, where those say who lost a fight.
    """
    actors = actors or _claimed_by(group) or _in_their_fire(group) or _before_dashes(group)
    if not actors:
        actors, beaten = within.of_verb_above(group, kind)
        targets = beaten if tells_more(beaten, targets) else targets
    if all(a.type == "object" for a in targets):
        targets = _undergone(group) or targets
    if kind == "accusation":
        actors = actors or _who_complain(group)
    actors = actors or _by_its_means(group) or (_who_meet(group) if kind in roles.TALKS else [])
    by_police = bool(actors) and all(a.type == "state_police" for a in actors)
    if kind in {"riot", "looting"} and by_police and _mob_before(group):
        actors, targets = [roles.RIOTERS], [a for a in targets if a != roles.RIOTERS]
    if kind in BY_FORCE and actors and all(a.type == "civilians" for a in actors):
        actors = _force_before(group)
    actors = [a for a in actors if kind not in BY_ARMED or a.type not in OBSERVERS]
    if actors and _is_alleged(group):
        return Told([], targets, "")
    if actors:
        return Told(actors, targets, "actor.argument")
    if fought := _fell_in_fight(group, targets):
        return Told(fought, targets, "actor.argument")
    actors, rule = _by_deed(group, kind)
    if not actors and (actors := _at_that_time(group, targets)):
        rule = "actor.of_clause_beside"
    return Told(actors, targets, rule)


def _undergone(group: Group) -> list[Actor]:
    """“The office was the target of an attack”, "the mayor survived a bombing": the office, the mayor."""
    line = group.line
    tokens = line.sentence.tokens
    for i in sorted(group.acts):
        verb = tokens[i].head
        if tokens[i].dep == "pobj" and tokens[verb].lower == "of" and tokens[tokens[verb].head].lemma in AIMS:
            aim = tokens[verb].head
            if tokens[aim].dep == "dobj":
                continue  # "paramedics treated the victims of an attack"
            verb = tokens[aim].head
        elif tokens[i].dep != "dobj" or tokens[verb].lemma not in SURVIVING:
            continue
        told = line.predicates.get(verb)
        if told is not None and not told.passive and tokens[verb].pos in {"VERB", "AUX"}:
            return [a for p in told.agents for a in line.actors_of(p)]
    return []


def _is_alleged(group: Group) -> bool:
    """“Soldiers accused of killing two nuns were tried”: that they did it is not said."""
    tokens = group.line.sentence.tokens
    above = (k for i in group.acts for k in group.line.sentence.ancestors(i))
    return any(
        tokens[k].lemma in ALLEGING and tokens[k].dep == "acl" and tokens[k].tag == "VBN" for k in above
    )


def tells_more(found: list[Actor], before: list[Actor], kind: str = "") -> bool:
    """Whether an act names whom it was done to where those before it named nobody, or only a thing.

    What strikes from afar hits people in a land, and not its state: "missiles hit Ambria, killing ten".
    """
    if not before:
        return bool(found)
    if kind in roles.FROM_AFAR and all(is_land(a) for a in before):
        return any(a.type not in {"object", "state_government"} for a in found)
    return all(a.type == "object" for a in before) and any(a.type != "object" for a in found)


def is_land(actor: Actor) -> bool:
    """Whether a target is a state by its plain name, or a thing."""
    of_state = actor.type == "state_government" and (actor.actor_id or "").startswith("state-")
    return of_state or actor.type == "object"


def _claimed_by(group: Group) -> list[Actor]:
    """“The attacks, which were claimed by X”: X."""
    line = group.line
    tokens = line.sentence.tokens
    for i in sorted(group.acts):
        inside = range(*line.sentence.subtree(i)) if tokens[i].pos in {"NOUN", "PROPN"} else ()
        for k in inside:
            told = line.predicates.get(k) if tokens[k].dep in {"relcl", "acl"} else None
            if told is not None and told.lemma == "claim" and told.passive:
                return [a for p in told.agents for a in line.sides_of(p)]
    return []


def _in_their_fire(group: Group) -> list[Actor]:
    """“were killed in police firing", "in army shelling”: the police, the army."""
    line = group.line
    tokens = line.sentence.tokens
    at = {t: m.value for t, m in line.actors if isinstance(m.value, Actor) and m.value.type not in APART}
    for i in sorted(line.acts):
        force = at.get(i - 1)
        if force is None or tokens[i].tag != "VBG" or tokens[i - 1].dep not in {"pobj", "compound"}:
            continue
        if any(t.lower in {"while", "and", "but"} for t in tokens[group.head : i]):
            continue  # "killed in stone-pelting while another in police firing"
        link = tokens[i - 1].head if tokens[i - 1].dep == "pobj" else tokens[i].head
        if tokens[link].lower in within.WITHIN and (i in group.acts or tokens[link].head in group.acts):
            return [force]
    told = [line.predicates[i] for i in sorted(group.acts) if i in line.predicates]
    phrases = [p for d in told for w, p in d.obliques if w in within.WITHIN]
    phrases += [p for d in told for p in d.agents]  # "the rebels' gunfire hit two houses"
    for phrase in phrases:
        if tokens[phrase.head].lemma in NAMED_BY_FORCE:
            before = [
                k for k in range(phrase.start, phrase.head) if tokens[k].head == phrase.head and k in at
            ]
            return [at[k] for k in before]
    return []


def _before_dashes(group: Group) -> list[Actor]:
    """“Farland and Ambria - a client state - attacked”: the doers stand before what the dashes set apart."""
    line = group.line
    tokens = line.sentence.tokens
    at = {t: m.value for t, m in line.actors if isinstance(m.value, Actor) and m.value.type not in APART}
    verb = next((i for i in sorted(group.acts) if i > 1 and tokens[i].tag in {"VBD", "VBN"}), 0)
    if tokens[verb - 1].text not in DASHES or any(t.tag == "VBD" for t in tokens[:verb]):
        return []
    opened = next((k for k in range(verb - 2, max(0, verb - ASIDE), -1) if tokens[k].text in DASHES), 0)
    k = opened - 1
    found: list[Actor] = []
    while k in at or (found and tokens[k].lower in {"and", ","}):
        found += [at[k]] if k in at else []
        k -= 1
    return found[::-1]


def _by_its_means(group: Group) -> list[Actor]:
    """“answered with an attack aimed at retaking the town”: who attacks by what another act is done with."""
    line = group.line
    tokens = line.sentence.tokens
    agents = [p for i in sorted(group.acts) if i in line.predicates for p in line.predicates[i].agents]
    for phrase in agents:
        if phrase.head not in line.acts or tokens[phrase.head].dep not in {"dobj", "pobj"}:
            continue
        verb = next((k for k in line.sentence.ancestors(phrase.head) if tokens[k].pos == "VERB"), None)
        above = line.predicates.get(phrase.head if verb is None else verb)
        told_of = tokens[phrase.head].dep == "dobj" and above is not None and above.lemma not in DOING
        if told_of or (tokens[phrase.head].dep == "pobj" and not _is_means(line, phrase.head, verb)):
            continue  # "police investigated the bombing that killed ten": they only tell of it, or look into it
        if above is not None and not above.passive and above.lemma not in within.NO_PART:
            return [a for p in above.agents for a in line.sides_of(p)]
    return []


def _is_means(line: Line, act: int, verb: int | None) -> bool:
    """“Answered with an attack that killed”, "killed nine in a raid that"; not "arrested him over an attack that"."""
    tokens = line.sentence.tokens
    link = tokens[act].head
    if verb is None or tokens[link].head != verb:
        return False
    violent = any(a.kind in VIOLENT for a in line.acts.get(verb, ()))
    if tokens[link].lower in {"in", "during"}:
        return violent
    return tokens[link].lower in {"with", "by", "through"} and (
        violent or tokens[verb].lemma in ANSWERING | DOING
    )


def _who_complain(group: Group) -> list[Actor]:
    """“were named in the complaint lodged by A. Vale”: A. Vale."""
    line = group.line
    tokens = line.sentence.tokens
    for k, token in enumerate(tokens):
        lodged = token.dep == "acl" and token.lemma in LODGED and tokens[token.head].lemma in COMPLAINTS
        if lodged and k in line.predicates:
            return [a for p in line.predicates[k].agents for a in line.actors_of(p) if a.type != "object"]
    return []


def _who_meet(group: Group) -> list[Actor]:
    """“A met B for talks”: both."""
    line = group.line
    tokens = line.sentence.tokens
    for i in sorted(group.acts):
        verb = next((k for k in line.sentence.ancestors(i) if tokens[k].pos == "VERB"), i)
        met = line.predicates.get(verb)
        if (
            tokens[i].dep == "pobj"
            and met is not None
            and met.lemma in MEETING
            and tokens[i].head in line.sentence.kids[verb]
        ):
            beside = (*met.agents, *met.patients, *(p for w, p in met.obliques if w == "with"))
            return [a for p in beside for a in line.actors_of(p) if a.type != "object"]
    return []


def _mob_before(group: Group) -> bool:
    """“Police fired to scare away the mob, pelting stones": a participle told of the mob that stands before it."""
    tokens = group.line.sentence.tokens
    head = group.head
    while tokens[head].dep == "conj" and tokens[tokens[head].head].tag == "VBG":
        head = tokens[head].head  # "mobs setting fires and looting"
    first = group.line.sentence.subtree(head)[0]
    near = [t for t, m in group.line.actors if m.value == roles.RIOTERS and t < first]
    return tokens[group.head].tag == "VBG" and any(first - t <= 1 + (tokens[t + 1].text == ",") for t in near)


def _force_before(group: Group) -> list[Actor]:
    """“Neighbours gathered as soldiers arrived, grabbed the two”: people arrest nobody; the force told of last does."""
    line = group.line
    subjects = [t for t, _ in line.actors if t < group.head and line.sentence.tokens[t].dep == "nsubj"]
    last = max(subjects, default=None)
    return [
        m.value
        for t, m in line.actors
        if t == last and isinstance(m.value, Actor) and m.value.type not in APART
    ]


def _by_deed(group: Group, kind: str) -> tuple[list[Actor], str]:
    """Who must have done it by what was done: the foe of those who fell fighting, who laid the mine, a mob."""
    if named := _called(group):
        return named, "actor.argument"
    if foes := _fought(group):
        return foes, "actor.fought"
    if kind in VIOLENT and (owners := _by_weapon(group)):
        return owners, "actor.of_weapon"
    lemmas = {group.line.sentence.tokens[i].lemma for i in group.acts}
    if kind == "riot" and lemmas & MOB_DEEDS:
        return [roles.RIOTERS], "actor.by_deed"
    return [], ""


def _called(group: Group) -> list[Actor]:
    """“The assault was the Column's worst attack”: the Column."""
    line = group.line
    tokens = line.sentence.tokens
    for i in sorted(group.acts):
        if tokens[i].dep != "nsubj" or tokens[tokens[i].head].lemma != "be":
            continue
        beside = [k for k in line.sentence.kids[tokens[i].head] if k in line.acts]
        told = [line.predicates[k] for k in beside if k != i and k in line.predicates]
        return [a for d in told for p in d.agents for a in line.sides_of(p)]
    return []


def _by_weapon(group: Group) -> list[Actor]:
    """“was killed by a mine laid by the rebels”: the rebels."""
    line = group.line
    for i in (k for k, acts in line.acts.items() if any(a.frame == "weapon" for a in acts)):
        laid = [k for k in line.sentence.kids[i] if line.sentence.tokens[k].dep == "acl"]
        told = line.predicates.get(i)
        of_clause = (k for k in line.sentence.kids[i] if line.sentence.tokens[k].dep == "relcl")
        for clause in (line.predicates[k] for k in of_clause if k in line.predicates):
            if clause.passive and group.head in {i, *line.sentence.ancestors(i)}:
                return [a for p in clause.agents for a in line.sides_of(p)]  # "a mine that was laid by X"
        if laid and told is not None and group.head in {i, *line.sentence.ancestors(i)}:
            by = [p for w, p in told.obliques if w == "by"] or list(told.agents)
            return [a for p in by if p.head > i for a in line.sides_of(p)]
    return []


def _fought(group: Group) -> list[Actor]:
    """“was killed by a mine while fighting X”: X, whom those who came to harm fought."""
    line = group.line
    tokens = line.sentence.tokens
    for i in sorted(group.acts):
        predicate = line.predicates.get(i)
        if predicate is None or not (predicate.passive or predicate.lemma in arguments.SUFFER):
            continue
        for k in line.sentence.kids[i]:
            battle = line.predicates.get(k)
            if battle is None or tokens[k].tag != "VBG" or battle.lemma not in FIGHTING:
                continue
            against = (*battle.patients, *(p for w, p in battle.obliques if w in {"against", "with"}))
            return [a for p in against for a in line.sides_of(p)]
    return []


def _fell_in_fight(group: Group, targets: list[Actor]) -> list[Actor]:
    """“A. Vale was killed in a confrontation with police”: the police."""
    line = group.line
    if not targets or "harm" not in group.roles():
        return []
    fights = [i for i, acts in group.acts.items() if any(a.kind == "armed_clash" for a in acts)]
    told = [line.predicates[i] for i in fights if i in line.predicates and line.predicates[i].form == "noun"]
    sides = [a for d in told for w, p in d.obliques if w == "with" for a in line.sides_of(p)]
    return [] if any(_may_be_one(a, b) for a in sides for b in targets) else sides


def _at_that_time(group: Group, targets: list[Actor]) -> list[Actor]:
    """“were killed when the rebels overran their base”: the rebels, where those killed are no rebels themselves."""
    line = group.line
    tokens = line.sentence.tokens
    if not targets or not group.roles() <= {"harm"}:
        return []
    told = [i for i in group.acts if i in line.predicates and line.predicates[i].passive]
    joined = [k for i in told for k in line.sentence.kids[i] if tokens[k].dep == "conj"]
    for k in (c for i in (*told, *joined) for c in line.sentence.kids[i] if tokens[c].dep == "advcl"):
        clause = line.predicates.get(k)
        linked = any(tokens[j].lower in {"after", "as", "when"} for j in line.sentence.kids[k])
        deed = any(a.kind in VIOLENT | {"territory"} for a in line.acts.get(k, ()))
        if clause is None or clause.passive or not linked or not deed:
            continue
        sides = [a for p in clause.agents for a in line.sides_of(p)]
        return [] if any(_may_be_one(a, b) for a in sides for b in targets) else sides
    return []


def _may_be_one(one: Actor, other: Actor) -> bool:
    """Whether two may be of one side: of one name or sort, or both men of a state."""
    same = one.type.startswith("state") and other.type.startswith("state")
    return same or one.type == other.type or one.name == other.name
