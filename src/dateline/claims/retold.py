"""A telling and what the report told before -> who did it and to whom, where it is the same event told further.

"The blast", "12 died", "near the town, one strike destroyed": the event told before keeps its doer and those it was
done to, unless the words set the telling apart or name others.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline import lexicons
from dateline.claims.context import APART, VIOLENT, Line
from dateline.claims.grouping import Group, is_anaphor
from dateline.claims.sides import may_be
from dateline.claims.story import INFERRED, SITES, Draft, Memory, is_same_event
from dateline.lexicons.earth import distance_km
from dateline.records import Actor, Decision, Precision

# Kinds that police and governments answer rather than commit, where the words do not say that they did it.
BY_OUTLAWS = frozenset({"assassination", "attack", "bombing", "riot", "suicide_bombing"})
# What is done besides an assault by those who made it, and the assaults.
BESIDES = frozenset({"looting", "abduction", "arrest", "sexual_violence", "other_violence", "execution"})
CROWDS = frozenset({"protesters"})
ASSAULTS = frozenset({"attack", "raid", "riot", "execution", "abduction"})
ANOTHER = frozenset({"another", "different", "earlier", "other", "previous", "separate"})
POINTING = frozenset({"the", "this", "that", "these", "those", "its", "their"})
PEOPLE = lexicons.words("binding", "people")
FINE = frozenset({Precision.EXACT, Precision.NEAR})
ARMED_MEN = lexicons.words("binding", "armed_men")
FORCES = frozenset({"state_military", "state_police", "coalition", "rebel", "militia"})
NEAR = 2  # paragraphs from where armed men are named to where they are only "the men"
APART_KM = 60  # two towns further apart are not those of one event


def tell_further(draft: Draft, memory: Memory) -> None:
    """Give a draft the doer, and whom it was done to, of the event that it goes on to tell of."""
    if _are_those_counted(draft, memory):
        return
    _name_attackers(draft, memory)
    _name_attackers_hit(draft, memory)
    _inherit_parties(draft, draft.group, memory)
    _inherit_victims(draft, draft.group, memory)


def _are_those_counted(draft: Draft, memory: Memory) -> bool:
    """“Police shot four men who fired at them. The bodies of the four": the four told of, not whom they fired at."""
    if draft.actors or draft.targets or len(draft.figures) != 1:
        return False
    figure = draft.figures[0]
    line = draft.group.line
    tokens = line.sentence.tokens
    counted = [t for t, m in line.figures if m.span == figure.span]
    definite = any(
        tokens[k].lower in {"the", "these", "those"} for t in counted for k in line.sentence.kids[t]
    )
    if not definite or figure.low is None or figure.low < 2 or figure.low != figure.high:
        return False
    same = [
        d
        for d in memory.counted
        if draft.paragraph - d.paragraph <= 1
        and d.targets
        and any((f.measure, f.low, f.high) == (figure.measure, figure.low, figure.high) for f in d.figures)
    ]
    if len(same) != 1 or is_apart(draft, same[0]):
        return False
    draft.actors, draft.targets = same[0].actors, same[0].targets
    draft.decisions += [
        Decision(field, "slot.those_counted", same[0].evidence) for field in ("actor", "target")
    ]
    return True


def _name_attackers(draft: Draft, memory: Memory) -> None:
    """“The men", "the gunmen": those of the group that the report told of a little before."""
    armed = memory.armed
    if armed is None or draft.paragraph - armed.paragraph > NEAR or is_apart(draft, armed):
        return
    line = draft.group.line
    agents = [p for i in draft.group.acts if i in line.predicates for p in line.predicates[i].agents]
    tokens = line.sentence.tokens
    definite = any(
        tokens[p.head].lower == "they"
        or (tokens[p.start].lower == "the" and tokens[p.head].lemma in ARMED_MEN)
        for p in agents
    )
    if definite and draft.actors and all(a.name.startswith("unidentified") for a in draft.actors):
        draft.actors = armed.actors
        draft.decisions = [d for d in draft.decisions if d.field != "actor"]
        draft.decisions.append(Decision("actor", "slot.attackers_before", armed.evidence))
        if draft.when is None and armed.when is not None and armed.when.precision == "day":
            draft.when = armed.when
            draft.decisions.append(Decision("when", "slot.attackers_before", armed.evidence))


def _name_attackers_hit(draft: Draft, memory: Memory) -> None:
    """“Rebels attacked a post. Seven attackers were killed”: seven rebels, by those whom they attacked."""
    event = memory.event
    if event is None or draft.sentence - event.sentence > NEAR or draft.aside or is_apart(draft, event):
        return
    nameless = bool(draft.targets) and all(a.name.startswith("unidentified") for a in draft.targets)
    known = bool(event.actors) and all(a.type in {"rebel", "militia"} for a in event.actors)
    if not nameless or not known or event.kind not in {"attack", "armed_clash", "raid"}:
        return
    line = draft.group.line
    told = [line.predicates[i] for i in draft.group.acts if i in line.predicates]
    heads = {line.sentence.tokens[p.head].lemma for d in told for p in d.patients}
    if heads - {"attacker", "assailant"} or not heads:
        return
    draft.targets = event.actors
    draft.decisions = [d for d in draft.decisions if d.field != "target"]
    draft.decisions.append(Decision("target", "slot.attackers_before", event.evidence))
    if not draft.actors and event.targets and all(a.type in FORCES for a in event.targets):
        draft.actors = event.targets
        draft.decisions.append(Decision("actor", "slot.who_was_attacked", event.evidence))


def _inherit_parties(draft: Draft, group: Group, memory: Memory) -> None:
    """An event told further keeps its doer: "the blast", "12 died", "near the town, one strike destroyed"."""
    if draft.actors or group.roles() & {"speech"} or is_another(group) or _is_of_many(group):
        return
    if is_aside(draft):
        return
    if draft.kind == "armed_clash" and draft.targets and all(a.type == "civilians" for a in draft.targets):
        return  # people caught in a fight: nothing says by which side
    event = memory.event if is_same_event(draft, memory) else None
    if event is not None and {event.kind, draft.kind} == {"riot", "crackdown"}:
        if draft.kind == "riot" and group.roles() <= {"harm"}:
            return  # of a riot's toll nobody is told to have killed them
        event = memory.doers.get(draft.kind)  # who riots and who fires are two sides
    if event is not None and (not event.actors or any(d.rule in INFERRED for d in event.decisions)):
        event = memory.doers.get(event.kind)
    if event is None and draft.kind in VIOLENT and _is_of_those_hit(draft, memory.last):
        event = memory.last
    if event is None and draft.kind in BY_OUTLAWS and draft.site is not None and not draft.elsewhen:
        event = memory.sites.get(draft.site)  # "three car bombs slammed into the prison", which X attacked
    if event is None and memory.last is not None and _is_follow_up(group) and memory.last.actors:
        event = memory.last
    if event is None and draft.kind not in VIOLENT and _is_done_by_event(group):
        event = max(memory.doers.values(), key=lambda d: d.evidence.start, default=None)
    if event is None and _is_done_besides(draft, memory):
        event = memory.event
    if event is None and _is_of_siege(draft, group, memory):
        event = memory.event
    if event is None:
        event = memory.doers.get(draft.kind) if draft.kind in VIOLENT and _is_agentless(group) else None
    if event is None or _sides(event.actors) & _sides(draft.targets):
        return
    if any(may_be(a, draft.targets) for a in event.actors):
        return  # "the guerrillas" and a group by its name
    if is_apart(draft, event) or (
        is_nameless(event.actors) and draft.own_where and draft.where != event.where
    ):
        return  # one gunman is not the gunman of another place
    if _has_own_doer(group) or (event is not memory.event and _is_anothers(draft, event)):
        return
    mere = [a for a in event.actors if a.type == "civilians" and a.name not in CROWDS]
    if mere or any(a in event.targets for a in event.actors):
        return
    if _names_others(group.line, {*event.targets, *event.actors, *draft.targets}, acting=True):
        return
    if any(a.name.startswith("unidentified") for a in draft.targets):
        return  # "six attackers were killed" by those whom they attacked
    if draft.kind in BY_OUTLAWS and all(a.type in {"state_police", "state_government"} for a in event.actors):
        return  # who came after an attack or bombing is not who did it
    draft.actors = event.actors
    draft.decisions.append(Decision("actor", "slot.event_before", event.evidence))


def _is_of_siege(draft: Draft, group: Group, memory: Memory) -> bool:
    """“They besieged Hella. The town was then captured”: by those who laid siege to it; not what is retaken."""
    event = memory.event
    if event is None or event.kind != "siege" or draft.kind != "territory" or not draft.agentless:
        return False
    back = any(group.line.sentence.tokens[i].lemma.startswith("re") for i in group.acts)
    near = draft.sentence - event.sentence <= 1
    return near and not back and draft.where is not None and draft.where == event.where


def _inherit_victims(draft: Draft, group: Group, memory: Memory) -> None:
    """An event told further keeps whom it was done to: "the blast", "12 died", "they opened fire"."""
    if draft.targets or draft.kind not in VIOLENT or is_another(group) or _has_own_foe(group):
        return
    if any(f.measure == "destroyed" for f in draft.figures):
        return
    event = memory.event if is_same_event(draft, memory) else None
    if (event is None or not event.targets) and _is_agentless(group):
        event = memory.victims.get(draft.kind)
    if event is not None and event is not memory.event and _is_anothers(draft, event):
        return
    doers = {a for d in memory.doers.values() for a in d.actors if a.type == "person"}
    if (
        event is None
        or not event.targets
        or doers & set(event.targets)
        or _sides(event.targets) & _sides(draft.actors)
    ):
        return
    if all(
        a.type == "object" and a.name.islower() and a.name.split()[-1] not in SITES for a in event.targets
    ):
        return  # "the community" of another sentence says nothing of whom this was done to
    if is_apart(draft, event) or _are_others(draft, event):
        return
    if _hits_somebody(group) and any(a.type not in {"civilians", "person"} for a in event.targets):
        return  # "shot him dead": nobody knows whom, but it is no group
    if _names_others(group.line, {*event.targets, *event.actors, *draft.actors}):
        return
    draft.targets = event.targets
    draft.decisions.append(Decision("target", "slot.event_before", event.evidence))


def _are_others(draft: Draft, event: Draft) -> bool:
    """Whether those hit are not who was hit before: many where one by name was, or people whom police were after."""
    named = all(a.type == "person" for a in event.targets)
    if named and any(f.low is not None and f.low > len(event.targets) for f in draft.figures):
        return True
    answered = bool(event.actors) and all(a.type == "state_police" for a in event.actors)
    return answered and draft.kind in BY_OUTLAWS and draft.actors != event.actors


def _hits_somebody(group: Group) -> bool:
    """Whether the verb has one person for its object, though nobody knows who that is: "shot him dead"."""
    tokens = group.line.sentence.tokens
    told = [p for i, p in group.line.predicates.items() if i in group.acts and p.form == "verb"]
    return any(tokens[x.head].lower in {"he", "she", "him", "her"} for p in told for x in p.patients)


def _has_own_doer(group: Group) -> bool:
    """Whether the verb has a subject of its own, though nobody that the report knows: "a married couple shot 14"."""
    line = group.line
    tokens = line.sentence.tokens
    verbs = [p for i, p in line.predicates.items() if i in group.acts and p.form == "verb"]
    heads = [p.head for d in verbs for p in d.agents if p.head not in line.acts]
    return any(tokens[k].tag in {"NN", "NNS"} and tokens[k].lemma in PEOPLE for k in heads)


def _is_anothers(draft: Draft, event: Draft) -> bool:
    """Whether an event of further back was told by another speaker than this."""
    told = event.source.name
    return event.voice.cue is not None and told != draft.source.name and draft.paragraph != event.paragraph


def _has_own_foe(group: Group) -> bool:
    """“Clashed with the A. Vale group”: whom the fight was with is told, though no table knows them."""
    told = [group.line.predicates[i] for i in group.acts if i in group.line.predicates]
    beside = [p for d in told for w, p in d.obliques if w in {"with", "against"}]
    tokens = group.line.sentence.tokens
    return any(any(tokens[k].pos == "PROPN" for k in range(p.start, p.end)) for p in beside)


def is_nameless(actors: Sequence[Actor]) -> bool:
    """Whether people are called no more than evildoers, as any city has many: "gunmen", "miscreants"."""
    return all(a.name.startswith("unidentified") or a.name == "criminals" for a in actors)


def _sides(actors: Sequence[Actor]) -> set[str]:
    """Names to compare by: "Farlandish Army" is "Farlandish army"."""
    return {a.name.lower() for a in actors}


def is_apart(draft: Draft, event: Draft) -> bool:
    """Whether a telling's own day or, but in a campaign of strikes, town is not that of the event told before."""
    if draft.own_when and event.when is not None and draft.when != event.when:
        return True
    here, there = draft.where, event.where
    if draft.kind not in BY_OUTLAWS or not draft.own_where or here is None or there is None:
        return False
    if here.country != there.country:
        return None not in (here.country, there.country)
    if None in (here.lat, here.lon, there.lat, there.lon) or {here.precision, there.precision} - FINE:
        return False
    one, other = (here.lat or 0.0, here.lon or 0.0), (there.lat or 0.0, there.lon or 0.0)
    return distance_km(one, other) > APART_KM


def is_aside(draft: Draft) -> bool:
    """“Meanwhile a teacher was shot dead”: another event, unless a word points back to the one told before."""
    return draft.aside and not any(is_anaphor(draft.group.line, i) for i in draft.group.acts)


def is_another(group: Group) -> bool:
    """Whether the event's words set it apart from what was told: "in another attack", "a separate blast"."""
    tokens = group.line.sentence.tokens
    return any(tokens[k].lower in ANOTHER for i in group.acts for k in group.line.sentence.kids[i])


def _names_others(line: Line, known: set[Actor], *, acting: bool = False) -> bool:
    """Whether a sentence names a side of a fight that the event told before had no part in, not as a speaker.

    Args: acting, whether only who is a subject counts.
    """
    sides = {(a.type, a.country) for a in known if a.actor_id is None and a.country is not None}
    speakers = [p for f in line.sentence.frames for p in (f.speaker, f.via) if p is not None]
    return any(
        isinstance(m.value, Actor)
        and m.value.type not in {*APART, "state_government"}
        and m.value not in known
        and (m.value.type, m.value.country) not in sides
        and not any(s.start <= t < s.end for s in speakers)
        and (not acting or line.sentence.tokens[t].dep == "nsubj")
        for t, m in line.actors
    )


def _is_of_those_hit(draft: Draft, event: Draft | None) -> bool:
    """“They were beaten": of those who were hit in the sentence before, told by a pronoun in the passive."""
    line = draft.group.line
    if event is None or draft.sentence - event.sentence > 1 or not set(event.targets) & set(draft.targets):
        return False
    told = [line.predicates[i] for i in draft.group.acts if i in line.predicates]
    return any(
        p.passive and not p.agents and line.sentence.tokens[x.head].pos == "PRON"
        for p in told
        for x in p.patients
    )


def _is_follow_up(group: Group) -> bool:
    """Whether an act follows up the one before, and is done by the same: "this was followed up with raids"."""
    tokens = group.line.sentence.tokens
    for i in group.acts:
        verb = tokens[tokens[i].head].head if tokens[i].dep == "pobj" else i
        subjects = [tokens[k].lower for k in group.line.sentence.kids[verb] if tokens[k].dep == "nsubjpass"]
        if tokens[verb].lemma == "follow" and subjects in (["this"], ["it"]):
            return True
    return False


def _is_of_many(group: Group) -> bool:
    """“The first kind of attacks”: acts of a sort, not those of one event told before."""
    tokens = group.line.sentence.tokens
    kinds = [tokens[i].head for i in group.acts if tokens[i].dep == "pobj" and tokens[i].tag == "NNS"]
    return any(tokens[tokens[k].head].lemma in {"kind", "sort", "type"} for k in kinds)


def _is_done_besides(draft: Draft, memory: Memory) -> bool:
    """“Gunmen raided the village. A church was also burned”: what outlaws did besides, in the passive right after."""
    event, line = memory.event, draft.group.line
    if event is None or not event.actors or draft.kind not in BESIDES or event.kind not in ASSAULTS:
        return False
    if (
        draft.sentence - event.sentence > 1
        or draft.paragraph != event.paragraph
        or draft.own_when
        or draft.own_where
    ):
        return False
    told = [line.predicates[i] for i in draft.group.acts if i in line.predicates]
    crowd = CROWDS if draft.kind == "looting" else frozenset()
    outlaws = all(a.type in {"rebel", "militia", "other"} or a.name in crowd for a in event.actors)
    if draft.kind == "arrest" and not (outlaws and all(a.type in FORCES for a in draft.targets)):
        return False  # "nine policemen were taken captive"
    outlaws = outlaws or (draft.kind != "arrest" and all(a.type == "state_military" for a in event.actors))
    return outlaws and any(p.form == "verb" for p in told) and all(p.passive and not p.agents for p in told)


def _is_done_by_event(group: Group) -> bool:
    """“The operation killed 30 and took 20 prisoners”: who carried out the event told before did it."""
    tokens = group.line.sentence.tokens
    agents = [p for i, d in group.line.predicates.items() if i in group.acts for p in d.agents]
    return any(p.head in group.line.acts and tokens[p.start].lower in POINTING for p in agents)


def _is_agentless(group: Group) -> bool:
    """Whether the event is told by a noun or weapon alone, which does what its unnamed doer does."""
    return bool(group.roles() & {"weapon", "generic", "effect", "scene"})
