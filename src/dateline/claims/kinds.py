"""A group of acts -> the kind of its event, from its words, its parties and the event told before."""

from __future__ import annotations

from dateline import lexicons
from dateline.claims import choices
from dateline.claims.context import VIOLENT
from dateline.claims.grouping import Group
from dateline.records import Actor

# The more telling kind wins where one event bears several. Codebook: a kind is the narrowest that fits.
RIOTING = frozenset({"crackdown", "riot"})
ORDER = (
    "prison_break", "suicide_bombing", "chemical_attack", "sexual_violence", "assassination", "abduction",
    "execution", "air_strike", "crackdown", "riot", "shelling", "bombing", "siege", "raid", "armed_clash",
    "arrest", "territory", "looting", "weapons_seized", "attack", "other_violence",
)  # fmt: skip
STATE = frozenset({"state_military", "state_police", "state_government", "coalition"})
AT_HAND = lexicons.words("binding", "at_hand")
# What a definite event noun may point back to: "the blast" after a suicide bombing.
BLASTS = ("suicide_bombing", "shelling", "air_strike")
SAME_AS = {
    "bombing": BLASTS,
    "attack": ("bombing", *BLASTS, "chemical_attack", "riot", "raid", "armed_clash", "crackdown"),
    "shelling": ("air_strike",),
}
LABOUR = lexicons.words("binding", "labour")
CROWD = lexicons.words("binding", "crowd")
CAPTIVITY = lexicons.words("binding", "captivity")
DYING = lexicons.words("binding", "dying")
OFFICES = lexicons.words("binding", "offices")
RAMPAGING = lexicons.words("binding", "rampaging")
REBELS = frozenset({"rebel", "militia", "armed_group"})
# Roles beside which a weapon makes the kind: "fired rockets", "attack with grenades", "killed by a mine".
WITH_WEAPON = frozenset({"use", "generic", "harm", "effect", "event"})


def resolve(group: Group, before: str | None) -> tuple[str | None, str]:
    """The kind of a group's event and the rule that chose it; `before` is the kind of the event told last."""
    line = group.line
    kinds: list[str] = []
    roles = group.roles()
    for token, acts in sorted(group.acts.items()):
        for act in acts:
            role = act.frame.split(":")[0]
            if role in {"event", "speech"} or (role == "weapon" and _is_used(group)):
                kinds.append(act.kind)
            elif role == "choice" and (kind := choices.of_choice(line, token, act.frame)) is not None:
                kinds.append(kind)
    if _is_walkout(group):
        return "protest", "kinds.walkout"
    if kinds:
        kinds = ["attack" if _is_of_one(group, k) else _bombing_or_air_strike(group, k) for k in kinds]
        best = min(kinds, key=lambda k: ORDER.index(k) if k in ORDER else len(ORDER))
        if set(kinds) == {"arrest", "raid"} and line.sentence.tokens[group.head].pos == "VERB":
            best = next(
                (a.kind for a in group.acts[group.head] if a.kind in kinds), best
            )  # "arrested in a raid"
        if before in SAME_AS.get(best, ()) and _points_back(group):
            return before, "kinds.the_event_before"
        chosen, rule = _by_parties(group, best)
        return (
            ("crackdown", "kinds.forces_at_riot")
            if chosen == "attack" and before in RIOTING and _is_police_firing(group)
            else (chosen, rule)
        )
    if not roles & {"harm", "generic", "effect", "scene"}:
        return None, ""
    if roles & {"scene"} and not roles & {"harm", "generic", "effect"}:
        return "armed_clash", "kinds.scene"
    if _is_air_strike(group, before):
        return "air_strike", "kinds.strike_from_the_air"
    chosen, rule = _by_parties(group, "attack")
    if chosen != "attack":
        return chosen, rule
    if (narrow := _by_victims(group)) is not None:
        return narrow
    if before == "riot" and any(a.type in STATE for a in _types(group, agents=True)):
        return "crackdown", "kinds.forces_at_riot"
    apart = {"siege", "prison_break", "execution", "assassination"}
    died = any(group.line.sentence.tokens[i].lemma in DYING for i in group.acts)
    if before == "air_strike" and not died and any(a.type in REBELS for a in _types(group, agents=True)):
        return "attack", "kinds.harm"
    if before in (*BLASTS, "bombing", "armed_clash"):
        tokens = group.line.sentence.tokens
        if any(tokens[i].lemma in AT_HAND for i in group.acts):
            return "attack", "kinds.harm"  # who was murdered fell to no bomb and in no fight told of before
        if before != "armed_clash" and _is_by_shots(group):
            return "attack", "kinds.harm"
    if before in VIOLENT and before not in apart and not _is_dated(group):
        return before, "kinds.event_before"
    return "attack", "kinds.harm"


def _is_by_shots(group: Group) -> bool:
    """“killed by a single gunshot”."""
    tokens = group.line.sentence.tokens
    told = [group.line.predicates[i] for i in group.acts if i in group.line.predicates]
    by = [
        p for one in told for p in (*one.agents, *(p for w, p in one.obliques if w in {"by", "with", "from"}))
    ]
    return any(tokens[p.head].lemma in choices.SHOTS for p in by)


def _is_used(group: Group) -> bool:
    """Whether a weapon is told of with its use or effect: not the helicopters that "began to patrol"."""
    if group.roles() & (WITH_WEAPON - {"event"}):
        return True
    return any(a.frame == "event" and a.kind in VIOLENT for acts in group.acts.values() for a in acts)


def _is_of_one(group: Group, kind: str) -> bool:
    """“his rampage", "Vasko's rampage", "a gunman went on a rampage”: what one person or armed men do is no riot."""
    if kind != "riot":
        return False
    line = group.line
    tokens, kids = line.sentence.tokens, line.sentence.kids
    near = {*group.acts, *(j for i in group.acts for k in kids[i] for j in kids[k])}  # "went on the rampage"
    rampages = [i for i in near if tokens[i].lemma == "rampage"]
    owners = [tokens[k] for i in rampages for k in kids[i] if tokens[k].dep == "poss"]
    verbs = {*group.acts, *(tokens[tokens[i].head].head for i in rampages if tokens[i].dep == "pobj")}
    doers = [line.predicates[i].agents for i in sorted(verbs) if rampages and i in line.predicates]
    if any(tokens[p.head].lemma in RAMPAGING for phrases in doers for p in phrases):
        return True
    return any(t.lower in {"his", "her"} or t.tag == "NNP" or t.lemma in RAMPAGING for t in owners)


def _is_walkout(group: Group) -> bool:
    """“a strike by doctors", "teachers staged a strike”: work is laid down, and nobody struck."""
    line = group.line
    tokens, kids = line.sentence.tokens, line.sentence.kids
    struck = [i for i in group.acts if tokens[i].lemma == "strike" and tokens[i].pos == "NOUN"]
    if len(struck) != len(group.acts) or not struck:
        return False
    told = [line.predicates[i] for i in struck if i in line.predicates]
    near = {tokens[k].lemma for i in struck for k in kids[i] if tokens[k].dep in {"compound", "amod", "poss"}}
    near |= {tokens[k].lemma for d in told for p in d.agents for k in range(p.start, p.end)}
    above = [tokens[i].head for i in struck if tokens[i].dep == "dobj"]
    near |= {
        tokens[k].lemma
        for a in above
        if a in line.predicates
        for p in line.predicates[a].agents
        for k in range(p.start, p.end)
    }
    return bool(near & LABOUR)


def _is_police_firing(group: Group) -> bool:
    """“Police fired 40 rounds”: who fires in a riot fires at the crowd; whom police shot dead is told of otherwise."""
    doers = _types(group, agents=True)
    fired = any(group.line.sentence.tokens[i].lemma in {"fire", "firing"} for i in group.acts)
    return fired and bool(doers) and all(a.type == "state_police" for a in doers)


def _bombing_or_air_strike(group: Group, kind: str) -> str:
    """Tell the verb "bomb" apart: forces of a state bomb from the air, everybody else with a bomb."""
    tokens = group.line.sentence.tokens
    told = [i for i in group.acts if tokens[i].lemma == "bomb" and tokens[i].pos == "VERB"]
    flown = any(a.kind == "air_strike" for i in group.acts.keys() - set(told) for a in group.line.acts[i])
    if kind != "air_strike" or not told or flown:
        return kind
    doers = {a.type for a in _types(group, agents=True)}
    plotted = any(tokens[tokens[i].head].lemma in {"conspiracy", "plot"} for i in told)
    by_state = doers & {"state_military", "state_government", "coalition"}
    return kind if by_state and not plotted else "bombing"


def _is_air_strike(group: Group, before: str | None) -> bool:
    """Whether a bare "strike" comes from the air: by a state's forces or a coalition, or told of after one."""
    lemmas = {group.line.sentence.tokens[i].lemma for i in group.acts}
    if "strike" not in lemmas or group.line.sentence.tokens[min(group.acts)].pos == "VERB":
        return False
    doers = {a.type for a in _types(group, agents=True)}
    return not doers & REBELS and (bool(doers & STATE) or before == "air_strike" or "effect" in group.roles())


def _by_parties(group: Group, kind: str) -> tuple[str, str]:
    """Let the parties narrow a kind: forces against fighters clash, mobs riot, forces fire on crowds."""
    if kind not in {"attack", "riot", "other_violence"}:
        return kind, "kinds.word"
    if kind == "attack" and any(group.line.sentence.tokens[i].lemma in AT_HAND for i in group.acts):
        return kind, "kinds.word"  # who is murdered, though a fighter, fell in no fight
    doers, victims = _types(group, agents=True), _types(group, agents=False)
    names = {a.name.lower() for a in (*doers, *victims)}
    if any("rioter" in a.name.lower() or "mob" in a.name.lower().split() for a in doers):
        return "riot", "kinds.mob"
    state = any(a.type in STATE for a in doers)
    if state and any(
        w in n for n in (a.name.lower() for a in victims) for w in ("protester", "demonstrator", "rioter")
    ):
        return "crackdown", "kinds.forces_on_crowd"
    crowd = {t.lemma for t in group.line.sentence.tokens} & CROWD
    if any(a.type in {"state_police", "state_military"} for a in doers) and crowd and kind == "attack":
        return "crackdown", "kinds.forces_on_crowd"
    if kind == "riot":
        return kind, "kinds.word"
    if kind == "attack" and _are_held_people_shot(group):
        return "execution", "kinds.held_people_killed"
    one, two = {a.type for a in doers}, {a.type for a in victims}
    if (one & STATE and two & REBELS) or (one & REBELS and two & {"state_military"} and len(names) > 1):
        return "armed_clash", "kinds.forces_and_fighters"
    if one & REBELS and two & REBELS and len(names) > 1:
        return "armed_clash", "kinds.fighters_and_fighters"
    if one & (STATE - {"state_police"}) and two & {"state_military"} and len(names) > 1:
        return "armed_clash", "kinds.state_and_state"
    if one & {"state_military", "coalition"} and not two - {"object"} and _is_on_ground(group):
        return "armed_clash", "kinds.forces_on_ground"
    return kind, "kinds.word"


def _are_held_people_shot(group: Group) -> bool:
    """“shooting 15 prisoners”: whoever shoots those whom they hold puts them to death; not who tried to escape."""
    line = group.line
    shot = [i for i in group.acts if line.sentence.tokens[i].lemma == "shoot" and i in line.predicates]
    fled = any(t.lemma in {"escape", "flee"} for t in line.sentence.tokens)
    return not fled and any(
        "prisoners" in choices.sort_of(line, p) for i in shot for p in line.predicates[i].patients
    )


def _is_on_ground(group: Group) -> bool:
    """Whether an attack is on a place: forces that assault a town fight for it."""
    for i in group.acts:
        predicate = group.line.predicates.get(i)
        if predicate is None:
            continue
        at = [p for w, p in predicate.obliques if w in {"on", "against", "into"}]
        if any("place" in choices.sort_of(group.line, p) for p in (*predicate.patients, *at)):
            return True
    return False


def _is_dated(group: Group) -> bool:
    """Whether an event's noun tells its own day and place: "the attacks Nov. 13 in Paris"."""
    line = group.line
    nouns = [i for i in group.acts if line.sentence.tokens[i].pos in {"NOUN", "PROPN"}]
    if len(nouns) != len(group.acts):
        return False
    inside = [range(*line.sentence.subtree(i)) for i in nouns]
    dated = any(t in r for t, _ in line.times for r in inside)
    return dated and any(t in r for t, _ in line.places for r in inside)


def _points_back(group: Group) -> bool:
    """Whether the group's event noun is definite: "the blast"."""
    tokens = group.line.sentence.tokens
    nouns = [i for i in group.acts if tokens[i].pos in {"NOUN", "PROPN"}]
    return bool(nouns) and all(
        any(tokens[k].lower in {"the", "this", "that", "these"} for k in group.line.sentence.kids[i])
        for i in nouns
    )


def _by_victims(group: Group) -> tuple[str, str] | None:
    """A bare killing, narrowed by who was killed: people held are executed, office holders assassinated."""
    line = group.line
    tokens = line.sentence.tokens
    killed = any(a.measure == "killed" for acts in group.acts.values() for a in acts)
    if not killed or not any(tokens[i].pos == "VERB" for i in group.acts):
        return None
    patients = [p for i in group.acts if i in line.predicates for p in line.predicates[i].patients]
    if any(tokens[k].lower in CAPTIVITY for k in range(len(tokens))):
        return "execution", "kinds.held_people_killed"
    if any(tokens[p.head].lemma in OFFICES for p in patients):
        return "assassination", "kinds.office_holder_killed"
    return None


def _types(group: Group, *, agents: bool) -> list[Actor]:
    found: list[Actor] = []
    for token in group.acts:
        predicate = group.line.predicates.get(token)
        if predicate is None:
            continue
        at = [p for w, p in predicate.obliques if w in {"on", "at", "upon", "against"}]
        for phrase in predicate.agents if agents else (*predicate.patients, *at):
            found += group.line.actors_of(phrase)
    return found
