"""A group of acts -> who did it and to whom, by the arguments of its words and the form that its kind asks for."""

from __future__ import annotations

from collections.abc import Iterable

from dateline import lexicons
from dateline.claims import arguments, around, roles
from dateline.claims.context import APART, Line
from dateline.claims.grouping import Group
from dateline.records import Actor, Decision, Figure

PLACE_NOUNS = lexicons.words("binding", "place_nouns")
# Kinds that are done to nobody: who is sent, who flees or comes back, who talks is the doer or a figure.
NO_TARGET = frozenset(
    {"deployment", "strength", "return", "escape", "curfew", "protest", "negotiation", "ceasefire", "withdrawal"}
)  # fmt: skip
# Kinds whose doers are those who get away, also where they stand as an object.
MOVERS = frozenset({"escape", "surrender", "return", "prison_break"})
# Kinds that are addressed to somebody: what is demanded is no target.
SAID_TO = frozenset({"demand", "threat", "accusation", "denial"})
# Kinds in which a passive read wrongly makes the police their own victim: "police arrested one A. Vale".
POLICE_WORK = frozenset({"arrest", "weapons_seized", "search"})
# Kinds in which the same people stand on both sides.
BOTH_AT_ONCE = frozenset({"riot", "armed_clash", "suicide_bombing", "other_violence"})
# Kinds of which the purpose tells whom they are done to.
WITH_PURPOSE = frozenset({"attack", "crackdown", "raid", "search"})
# Kinds that hit whoever is beside them, the verbs that tell it and the prepositions that say who is.
BLASTS = frozenset({"bombing", "shelling", "suicide_bombing"})
BESIDE = lexicons.words("binding", "hit_beside")
GOING_OFF = lexicons.words("binding", "going_off")
OFFENSIVE_TO = lexicons.words("binding", "offensive_to")
OURS = lexicons.words("binding", "ours")
HELD_BY_US = OURS | lexicons.words("binding", "held_ground")
PRISONS = frozenset({"jail", "penitentiary", "prison"})
CROWDS = frozenset({"demonstrators", "protesters", "rioters"})
# Measures that count whom an event was done to.
OF_THOSE_HIT = frozenset(
    {"killed", "injured", "casualties", "missing", "captured", "abducted", "detained", "released"}
)
# Words that count people without saying who they are.
HURT = frozenset({"casualties", "casualty", "dead", "injured", "killed", "missing", "wounded"})

Parties = tuple[tuple[Actor, ...], tuple[Actor, ...], list[Decision]]


def of(group: Group, kind: str, figures: Iterable[Figure] = ()) -> Parties:
    """Who did it and to whom, from the arguments of the group's acts: the verb's own before its company's.

    Where those name nobody that it was done to, the people that the group's `figures` count.
    """
    line = group.line
    actors, targets, doer_rule = around.look(group, kind, *_of_acts(group, kind))
    if kind in WITH_PURPOSE and all(a.type == "object" for a in targets):
        targets = _meant_for(group) or targets
    if kind in MOVERS and not actors and targets:
        actors, targets = targets, []
    if kind == "displacement" and actors and not targets:
        actors, targets = [], actors
    if kind == "displacement" and not actors and targets:
        actors, doer_rule = _by_deed_of(group), "actor.argument"
    if kind == "deployment" and actors and all(_is_office(a) for a in actors):
        actors = [a for a in targets if a.type in {"state_police", "state_military"}] or actors
    if kind == "armed_clash" and all(a.type == "object" for a in targets):
        targets = [a for a in _aimed_by_offensive(group) if a not in actors] or targets
    if kind == "armed_clash" and _is_fended_off(group):
        actors = [a for a in actors if not all(_is_of_side(b, a) for b in targets if b.type != "object")] or (
            actors if not targets or all(a.type == "object" for a in targets) else []
        )
    figures = tuple(figures)
    hit = any(f.measure == "destroyed" for f in figures)
    actors, targets = _apart(group, kind, actors, _of_kind(kind, targets, things=hit))
    decisions = [Decision("actor", doer_rule)] if actors else []
    rule = "target.argument"
    if not targets and kind not in NO_TARGET:
        targets = [a for a in _counted(line, figures) if a not in actors] or _broken_out_of(group, kind)
        targets = targets or [a for a in _beside_blast(group, kind) if a not in actors]
        rule = "target.counted"
    if targets:
        decisions.append(Decision("target", rule))
    return _distinct(actors, drop_objects=True), _distinct(targets, drop_objects=False), decisions


def _by_deed_of(group: Group) -> list[Actor]:
    """“The army's offensive displaced 5,000”: whose the offensive is."""
    line = group.line
    told = [line.predicates[i] for i in sorted(group.acts) if i in line.predicates]
    deeds = [
        p.head for d in told if d.form == "verb" and not d.passive for p in d.agents if p.head in line.acts
    ]
    owners = [p for k in deeds if k in line.predicates for p in line.predicates[k].agents]
    return [a for p in owners for a in line.sides_of(p)]


def _is_fended_off(group: Group) -> bool:
    """Whether an attack is told of as beaten back: who beat it back did not kill his own."""
    told = [group.line.predicates[i] for i in group.acts if i in group.line.predicates]
    return any(d.lemma in {"repel", "repulse"} and not d.passive for d in told)


def _is_office(actor: Actor) -> bool:
    """Whether an actor is a government that sends others, not a state: "the administration rushed police"."""
    return actor.type == "state_government" and not (actor.actor_id or "").startswith("state-")


def _of_acts(group: Group, kind: str) -> tuple[list[Actor], list[Actor]]:
    """Who did it and to whom by the arguments of the acts themselves."""
    line = group.line
    actors: list[Actor] = []
    targets: list[Actor] = []
    hit = False  # whether somebody is told to have been hit, known or not: "before he was killed"
    for i in sorted(group.acts, key=lambda k: (line.sentence.tokens[k].pos != "VERB", k)):
        predicate = line.predicates.get(i)
        if predicate is None:
            continue
        doers, done_to = roles.of_act(line, predicate, kind)
        fights = bool(doers) or line.sentence.tokens[i].tag == "VBG"
        if kind == "armed_clash" and targets and fights and set(doers) <= set(targets):
            doers, done_to = [a for a in done_to if a.type not in APART], []  # "were killed fighting X"
        if targets and (sides := roles.sides_of(line, predicate, kind)):
            doers, done_to = _who_hit(sides, targets), []
        elif kind == "armed_clash" and (targets or hit) and predicate.form == "noun" and not doers:
            doers, done_to = _the_others(done_to, targets), []  # "killed in a shoot-out with X"
        hit = hit or (predicate.passive and bool(predicate.patients) and _is_harm(group, i))
        if not actors and doers:
            actors = doers
        elif kind in roles.TALKS:
            actors = [*actors, *(a for a in doers if a not in actors)]
        if around.tells_more(done_to, targets, kind):
            targets = done_to
    return actors, targets


def _is_harm(group: Group, act: int) -> bool:
    """Whether an act tells that somebody was killed or hurt."""
    return any(a.frame == "harm" for a in group.acts[act])


def _meant_for(group: Group) -> list[Actor]:
    """“opened fire to scare off the mob”: the mob."""
    line = group.line
    tokens = line.sentence.tokens
    told = {i if tokens[i].pos == "VERB" else tokens[i].head for i in group.acts}  # "operations go on to nab"
    verbs = [k for i in told for k in line.sentence.kids[i] if tokens[k].dep == "advcl"]
    aims = [line.predicates[k] for k in sorted(verbs) if tokens[k].tag == "VB" and k in line.predicates]
    return [a for p in aims for x in p.patients for a in line.actors_of(x) if a.type != "object"]


def _aimed_by_offensive(group: Group) -> list[Actor]:
    """“An offensive to clear the rebels from the hills”: the rebels."""
    line = group.line
    tokens = line.sentence.tokens
    aims = [k for i in sorted(group.acts) for k in line.sentence.kids[i] if tokens[k].dep in {"acl", "relcl"}]
    told = [line.predicates[k] for k in aims if tokens[k].tag == "VB" and k in line.predicates]
    hit = [p for d in told if d.lemma in OFFENSIVE_TO for p in d.patients]
    return [a for p in hit for a in line.actors_of(p) if a.type not in APART]


def _the_others(sides: list[Actor], hit: list[Actor]) -> list[Actor]:
    """The side that those hit fought, where its name is not also theirs."""
    return [a for a in sides if a.type not in APART and not any(_is_of_side(b, a) for b in hit)]


def _who_hit(sides: list[Actor], hit: list[Actor]) -> list[Actor]:
    """Which sides of a fight harmed those hit in it: the others; both, where people of both or of neither were."""
    others = [side for side in sides if not any(_is_of_side(a, side) for a in hit)]
    return others or sides


def _is_of_side(actor: Actor, side: Actor) -> bool:
    """Whether people are told to be of a side: a state's soldiers, or rebels of no name of the same country."""
    state = (actor.type.startswith("state"), side.type.startswith("state"))
    if actor.country is not None and actor.country == side.country and (all(state) or not any(state)):
        return all(state) or None in {actor.actor_id, side.actor_id} or actor.name == side.name
    return actor.name == side.name


def says_we(group: Group) -> bool:
    """Whether the doer is told of as "we" or "our forces": whoever speaks."""
    tokens = group.line.sentence.tokens
    agents = [p for i, d in group.line.predicates.items() if i in group.acts for p in d.agents]
    return any(
        tokens[p.head].lower == "we" or (tokens[p.start].lower == "our" and tokens[p.head].lemma in OURS)
        for p in agents
    )


def without_speaker(group: Group, targets: tuple[Actor, ...], speaker: str) -> tuple[Actor, ...]:
    """Whom an act is done to without who tells it, where it kills: nobody tells of his own death."""
    killing = any(a.measure == "killed" for acts in group.acts.values() for a in acts)
    return tuple(a for a in targets if not (killing and a.type == "person" and a.name == speaker))


def is_of_crowd(sides: Iterable[Actor]) -> bool:
    """“Protesters clashed with police”: a crowd against police is no fight of armed men."""
    told = list(sides)
    crowd = any(a.name.rpartition(" ")[2] in CROWDS for a in told)
    return crowd and not any(a.type in {"rebel", "militia"} for a in told)


def hits_us(group: Group) -> bool:
    """Whether it is done to "us" or "our positions": to whoever speaks."""
    tokens = group.line.sentence.tokens
    told = [d for i, d in group.line.predicates.items() if i in group.acts]
    phrases = [p for d in told for p in (*d.patients, *(p for w, p in d.obliques if w in arguments.AIMED))]
    return any(
        tokens[p.head].lower == "us"
        or (tokens[p.start].lower == "our" and tokens[p.head].lemma in HELD_BY_US)
        for p in phrases
    )


def _apart(
    group: Group, kind: str, actors: list[Actor], targets: list[Actor]
) -> tuple[list[Actor], list[Actor]]:
    """Doers and victims without who stands in both: nobody does it to himself, so one slot was misread.

    In a passive, who suffers is named; in the active, who does.
    """
    targets = [a for a in targets if not _is_by_adjective(group.line, a, actors)]
    both = {a.name for a in actors} & {a.name for a in targets if a.type != "civilians"}
    if kind == "riot" and group.roles() <= {"harm"}:
        actors = [a for a in actors if a.type != "civilians"]  # "who suffered burns and were admitted"
    if kind in BOTH_AT_ONCE:
        alone = {a.name for a in actors if a.actor_id is not None} & both
        return actors, [a for a in targets if a.name not in alone]
    if not both and {a.type for a in (*actors, *targets)} != {"civilians"}:
        return actors, targets
    passive = any(p.passive for i, p in group.line.predicates.items() if i in group.acts)
    if passive and not (kind in POLICE_WORK and any(a.type == "state_police" for a in actors)):
        return [a for a in actors if a.name not in both and a.type != "civilians"], targets
    return actors, [a for a in targets if a.name not in both or a.type == "civilians"]


def _is_by_adjective(line: Line, target: Actor, actors: list[Actor]) -> bool:
    """Whether a country is told only by the adjective of a thing that its own men took: "the Farlandish base"."""
    told = [m.rule for _, m in line.actors if m.value == target]
    ours = any(a.country == target.country and a.type != "state_government" for a in actors)
    return target.type == "state_government" and ours and bool(told) and set(told) == {"actors.modifier"}


def _counted(line: Line, figures: Iterable[Figure]) -> tuple[Actor, ...]:
    """Who is harmed or taken by the words that count them: "four gunmen" of "left four gunmen killed"."""
    found: list[Actor] = []
    for figure in figures:
        if figure.unit == "people" and figure.measure in OF_THOSE_HIT and figure.high != 0:
            found += [
                m.value
                for _, m in line.actors
                if isinstance(m.value, Actor)
                and m.span.overlaps(figure.span)
                and m.rule != "actors.modifier"
                and m.note not in HURT
                and not (m.note == "officers" and any(t.lemma == "army" for t in line.sentence.tokens))
            ]
    return _distinct(found, drop_objects=True)


def _beside_blast(group: Group, kind: str) -> list[Actor]:
    """“A bomb exploded near an army patrol, wounding three": the army; not of a base, beside which anybody may be."""
    if kind not in BLASTS:
        return []
    line = group.line
    told = [d for i, d in line.predicates.items() if i in group.acts and d.lemma in GOING_OFF]
    near = [p for d in told for w, p in d.obliques if w in BESIDE]
    near = [p for p in near if line.sentence.tokens[p.head].lemma not in arguments.BUILDINGS]
    return [a for p in near if not arguments.is_place(line, p) for a in line.sides_of(p)]


def _broken_out_of(group: Group, kind: str) -> list[Actor]:
    """“a prison break”: the prison; "prison breaks" are no single one."""
    if kind != "prison_break":
        return []
    tokens = group.line.sentence.tokens
    told = [d for i, d in group.line.predicates.items() if i in group.acts]
    at = [p for d in told for w, p in d.obliques if w in {"at", "from", "in", "of"}]
    if held := [a for p in at if tokens[p.head].lemma in PRISONS for a in group.line.actors_of(p)]:
        return held  # "a mass breakout at Lane prison"
    words = [tokens[i - 1].lower for i in group.acts if i and tokens[i].tag in {"NN", "NNP"}]
    return [Actor(w, None, "object") for w in words if w in {"prison", "jail"}][:1]


def _of_kind(kind: str, targets: list[Actor], *, things: bool) -> list[Actor]:
    """Whom an act of a kind is done to: forces sent are not, nor the thing hit where people are harmed.

    Args: things, whether things are counted as destroyed.
    """
    if kind in NO_TARGET:
        return []
    if kind == "agreement":
        return [a for a in targets if a.type != "object"]  # "the Treaty of Northfield"
    if kind == "weapons_seized":
        # "three others were defused", "seized Norlandish weapons"
        targets = [a for a in targets if a.type not in {"civilians", "state_government"}]
    if kind in SAID_TO:
        targets = [a for a in targets if a.type != "object" or a.name != a.name.lower()]
    if kind in roles.OF_PEOPLE:
        targets = [a for a in targets if a.type != "object" or a.name.rpartition(" ")[2] not in PLACE_NOUNS]
    people = [a for a in targets if a.type != "object"]
    if kind == "armed_clash" and not people and not things:
        return [a for a in targets if a.name != a.name.lower() or arguments.SITES & set(a.name.split())]
    return people or targets


def _distinct(actors: Iterable[Actor], *, drop_objects: bool) -> tuple[Actor, ...]:
    seen: dict[str, Actor] = {}
    for actor in actors:
        if not (drop_objects and actor.type == "object"):
            seen.setdefault(actor.name, actor)
    return tuple(seen.values())
