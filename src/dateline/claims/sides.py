"""All drafts of a report -> who stands against whom; tellings that leave one side out are given it.

A report that tells of fighting says once who fights whom, and then only "the army pressed on" or "one strike
destroyed two vehicles". The other side is given where the report has told of it as this side's foe.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from dateline import lexicons
from dateline.claims.context import APART, VIOLENT, Line
from dateline.claims.story import Draft
from dateline.records import Actor, Decision, Precision

# Kinds of which one side tells who the other is: the one that loses ground, men or arms.
AGAINST_FOE = frozenset(
    {
        "armed_clash",
        "air_strike",
        "shelling",
        "territory",
        "siege",
        "raid",
        "weapons_seized",
        "chemical_attack",
    }
)
STATE = frozenset({"state_military", "coalition", "state_government"})
# Kinds of which the words, where they name an object that is nobody, still say that it was not the foe.
AIMED = frozenset({"air_strike", "shelling", "chemical_attack", "raid", "siege"})
# Kinds in which something is taken: from whom is not to be guessed from the word "rebels".
TAKING = frozenset({"territory", "weapons_seized"})
TOLD = 3  # a fight that is told weighs as much as three by the word "rebels" alone
# What sets sides against each other: parties that the words of a fight name, and none that was gathered.
GATHERED = {"actor": {"actor.argument"}, "target": {"target.argument", "target.counted", "slot.event_before"}}
BOTH_SIDES = frozenset({"armed_clash", "air_strike"})
# Sites that are hit for themselves: what was struck there was not, for all that is said, the foe's.
SITES_HIT = lexicons.words("binding", "sites_hit")
TOWNLY = frozenset({Precision.EXACT, Precision.NEAR})
TOWNS = lexicons.words("binding", "settlements")
STRIKES = frozenset({"air_strike", "shelling", "chemical_attack"})
WORKS = lexicons.words("binding", "works")
OPPOSING = lexicons.words("binding", "opposing")


def against(drafts: Sequence[Draft], lines: Iterable[Line]) -> None:
    """Give fights and strikes of one side the foe that the report tells of; drop towns as whom it is done to."""
    lines = tuple(lines)
    _drop_towns(drafts, frozenset({"territory"}))
    _besieged(drafts)
    foes = _foes(drafts)
    for one, other in (*_opposed(lines), *_by_nature(lines)):
        foes.setdefault(side_of(one), Counter())[other] += 1
        foes.setdefault(side_of(other), Counter())[one] += 1
    for draft in drafts:
        if draft.kind == "armed_clash" and not draft.actors:
            _by_sentence(draft, lines, foes)
        if _is_by_friend(draft, foes):
            draft.actors = ()
            draft.decisions = [d for d in draft.decisions if d.field != "actor"]
        elif draft.actors and _lacks_foe(draft):
            foe = _foe_of(draft.actors, foes, least=TOLD if draft.kind in TAKING else 1)
            allied = any(a.type == "coalition" for a in draft.actors)  # of whom any state may be a part
            if foe is None and draft.kind != "raid" and not allied and not _has_foes(draft.actors, foes):
                foe = _common_foe(draft.actors, foes)
                foe = None if foe is None or _are_many_wars(foe, drafts, foes) else foe
            if not _is_own_state(draft.actors, foe):
                _give(draft, "target", foe)
        elif draft.kind in BOTH_SIDES and not draft.actors and _is_one_side(draft.targets, foes):
            _give(draft, "actor", _foe_of(draft.targets, foes))
    _drop_towns(drafts, STRIKES)


def _besieged(drafts: Iterable[Draft]) -> None:
    """A siege that names nobody is laid to the town that it is told of: "cut off the roads to the capital"."""
    for draft in drafts:
        where = draft.where if draft.own_where and draft.kind == "siege" else None
        if where is None or where.precision not in TOWNLY or not _lacks_foe(draft):
            continue
        draft.targets = (Actor(where.name, None, "object"),)
        draft.decisions = [d for d in draft.decisions if d.field != "target"]
        draft.decisions.append(Decision("target", "slot.besieged_place", None, where.name))


def _is_own_state(actors: Iterable[Actor], foe: Actor | None) -> bool:
    """Whether a foe is only the country whose men these are: in a civil war its name is no side."""
    if foe is None or not foe.type.startswith("state") or foe.type == "state_military":
        return False
    return (
        any(not a.type.startswith("state") and a.country == foe.country for a in actors)
        and " " not in foe.name
    )


def _give(draft: Draft, slot: str, foe: Actor | None) -> None:
    """Put a foe into one slot of a draft, where there is one."""
    if foe is None:
        return
    if slot == "target":
        draft.targets = (foe,)
    else:
        draft.actors = (foe,)
    draft.decisions = [d for d in draft.decisions if d.field != slot]
    draft.decisions.append(Decision(slot, "slot.foe_of_report", None, foe.name))


def _by_sentence(draft: Draft, lines: Iterable[Line], foes: dict[str, Counter[Actor]]) -> None:
    """Give a fight told without a doer the side that its sentence names, not as a speaker.

    Of a fight that names nobody, a side that has foes; of one that names who was hit, another that acts.
    """
    line = next((x for x in lines if x.sentence.span.covers(draft.evidence)), None)
    if line is None:
        return
    hit = {side_of(a) for a in draft.targets}
    if not all(_is_side(a) for a in draft.targets) or not draft.agentless:
        return  # "opponents of the government clashed with police": no court that the sentence names besides
    for token, mention in line.actors:
        actor = mention.value
        if not isinstance(actor, Actor) or mention.rule == "actors.modifier" or not _is_side(actor):
            continue
        if any(f.speaker and f.speaker.start <= token < f.speaker.end for f in line.sentence.frames):
            continue
        if line.sentence.tokens[token].dep == "nsubjpass" and line.sentence.tokens[token].head in line.acts:
            continue  # "220 rebels were killed, 196 wounded"
        if actor.name in {a.name for a in draft.targets} or may_be(actor, draft.targets):
            continue
        if any(_are_colleagues(actor, a) for a in draft.targets):
            continue  # "four soldiers were killed as the army stormed the building"
        if actor.type == "state_government" and not (actor.actor_id or "").startswith("state-"):
            continue  # a ministry or court fights nobody
        against = line.sentence.tokens[line.sentence.tokens[token].head].lower == "against"
        if (
            (side_of(actor) not in hit and _acts(line, token))
            if hit
            else (side_of(actor) in foes and not against)
        ):
            draft.actors = (actor,)
            draft.decisions.append(Decision("actor", "slot.side_of_sentence", mention.span))
            return


def _acts(line: Line, token: int) -> bool:
    """Whether a word is the subject of an active verb, or who a passive is done by."""
    tokens = line.sentence.tokens
    return tokens[token].dep == "nsubj" or tokens[tokens[token].head].dep == "agent"


def _drop_towns(drafts: Sequence[Draft], kinds: frozenset[str]) -> None:
    """Ground that changes hands, and a town that is struck, is where it happens, not whom it is done to."""
    for draft in drafts:
        if draft.kind in kinds:
            draft.targets = tuple(
                a
                for a in draft.targets
                if a.type != "object"
                or _is_site(a)
                or (draft.kind != "territory" and a.name.rpartition(" ")[2].islower())
            )


def _is_site(actor: Actor) -> bool:
    """Whether a thing is a site of its own: "the oil refinery", not a town or "the positions"."""
    return bool((WORKS | SITES_HIT) & set(actor.name.lower().split()))


def _is_by_friend(draft: Draft, foes: dict[str, Counter[Actor]]) -> bool:
    """Whether forces were hurt, by the story so far, by forces that the report nowhere tells to be their foe."""
    if all(d.rule != "slot.event_before" for d in draft.decisions if d.field == "actor"):
        return False
    if not all(a.type in STATE for a in (*draft.actors, *draft.targets)):
        return False
    theirs = {side_of(a) for t in draft.targets for a in foes.get(side_of(t), ())}
    return bool(draft.targets) and not theirs & {side_of(a) for a in draft.actors}


def _is_one_side(actors: Sequence[Actor], foes: dict[str, Counter[Actor]]) -> bool:
    """Whether those hit are of one side: of "four soldiers and two rebels were killed" nobody is the doer."""
    hit = {side_of(a) for a in actors if _is_side(a)}
    return bool(hit) and not any(side_of(f) in hit for one in hit for f in foes.get(one, ()))


def _lacks_foe(draft: Draft) -> bool:
    """Whether a fight or strike is told without the other side: nobody, or only gear and ground."""
    if draft.kind not in AGAINST_FOE:
        return False
    if draft.kind == "raid" and not all(a.type.startswith("state") for a in draft.actors):
        return False  # rebels raid whom they please
    if (draft.kind in AIMED and draft.aimed and not draft.targets) or _has_object(draft):
        return False  # "bombed the densely populated area", "invaded Farland": done to somebody else
    return all(a.type == "object" and not _is_hit_itself(a, draft.kind) for a in draft.targets)


def _has_object(draft: Draft) -> bool:
    """Whether the verb's object is a country or a name that is no town: "occupied the Amber States"."""
    if draft.kind == "weapons_seized":
        return False
    line = draft.group.line
    tokens = line.sentence.tokens
    acts = [i for i in draft.group.acts if tokens[i].pos == "VERB"]
    phrases = [p for i in acts if i in line.predicates for p in line.predicates[i].patients]
    towns = {t for t, m in line.places if getattr(m.value, "precision", None) in TOWNLY}
    named = [p.head for p in phrases if tokens[p.head].pos == "PROPN" and p.head not in towns]
    return any(tokens[k].tag == "NNPS" or draft.kind != "territory" for k in named)


def _is_hit_itself(thing: Actor, kind: str) -> bool:
    """Whether a thing is what was aimed at, not a foe's gear or ground: "a school", "Birch Street", "the town"."""
    words = {w for word in thing.name.lower().split() for w in (word, word.removesuffix("s"))}
    if kind == "territory":
        return bool(words & WORKS)
    if kind == "siege":
        return True
    return bool(words & SITES_HIT) or (
        kind in STRIKES and bool(thing.name != thing.name.lower() or words & TOWNS)
    )


def _foes(drafts: Sequence[Draft]) -> dict[str, Counter[Actor]]:
    """For each side of the report's fights, whom it fights and how often that is told."""
    found: dict[str, Counter[Actor]] = {}
    for draft in drafts:
        if draft.kind not in VIOLENT and draft.kind not in AGAINST_FOE:
            continue
        if any(d.field in GATHERED and d.rule not in GATHERED[d.field] for d in draft.decisions):
            continue
        for one in filter(_is_side, draft.actors):
            for other in filter(_is_side, draft.targets):
                if side_of(one) != side_of(other) and not _are_colleagues(one, other):
                    found.setdefault(side_of(one), Counter())[other] += TOLD
                    found.setdefault(side_of(other), Counter())[one] += TOLD
    return found


def _are_colleagues(one: Actor, other: Actor) -> bool:
    """Whether both are forces of a state, of one or of none that is told: an army and the police."""
    forces = all(a.type in {"state_military", "state_police"} for a in (one, other))
    return forces and (one.country == other.country or None in {one.country, other.country})


def is_one_army(one: Actor, other: Actor) -> bool:
    """Whether both are one person, or soldiers of one state or of states that are not told apart."""
    if one.type == other.type == "person":
        return one.name == other.name
    return one.type == other.type == "state_military" and _are_colleagues(one, other)


def _opposed(lines: Iterable[Line]) -> Iterator[tuple[Actor, Actor]]:
    """Sides that words of opposition set against each other: "faced German forces", "a revolt against X"."""
    for line in lines:
        at = {t: m.value for t, m in line.actors if isinstance(m.value, Actor) and _is_side(m.value)}
        for predicate in line.predicates.values() if len(at) > 1 else ():
            if predicate.lemma not in OPPOSING:
                continue
            others = [*predicate.patients, *(p for w, p in predicate.obliques if w in {"against", "with"})]
            for one in (at[p.head] for p in predicate.agents if p.head in at):
                for other in (at[p.head] for p in others if p.head in at):
                    if side_of(one) != side_of(other):
                        yield one, other


def _by_nature(lines: Iterable[Line]) -> Iterator[tuple[Actor, Actor]]:
    """A country's rebels and its government: foes by the word itself, where the report names both.

    Not where foreign armies are told of more often than the rebels: they may be the foe of either.
    """
    rebels: dict[str, Counter[Actor]] = {}
    states: dict[str, Counter[Actor]] = {}
    armies: Counter[str] = Counter()
    for line in lines:
        for _, mention in line.actors:
            actor = mention.value
            if not isinstance(actor, Actor) or actor.country is None or mention.rule == "actors.modifier":
                continue
            armies[actor.country] += actor.type in {"state_military", "coalition"}
            if actor.type == "rebel" and actor.actor_id is None:
                rebels.setdefault(actor.country, Counter())[actor] += 1
            elif actor.type == "state_military" or actor.name.endswith("government"):
                states.setdefault(actor.country, Counter())[actor] += 1
    for country in sorted(rebels.keys() & states.keys()):
        if armies.total() - armies[country] > rebels[country].total():
            continue
        yield rebels[country].most_common(1)[0][0], states[country].most_common(1)[0][0]


def _is_side(actor: Actor) -> bool:
    return actor.type not in APART and not actor.name.startswith("unidentified")


def side_of(actor: Actor) -> str:
    """What names of one side share: a state's forces are the state."""
    if actor.type.startswith("state") and actor.country is not None:
        return actor.country
    if actor.type == "rebel" and actor.actor_id is None and actor.country is not None:
        return f"{actor.country} rebels"
    return actor.actor_id or actor.name


def may_be(foe: Actor, actors: Iterable[Actor]) -> bool:
    """Whether a foe may be one of these by another word: "the guerrillas" and the group that bears a name."""
    return foe.type == "rebel" and any(
        a.type == "rebel" and a.country == foe.country and None in {a.actor_id, foe.actor_id} for a in actors
    )


def _has_foes(actors: Iterable[Actor], foes: dict[str, Counter[Actor]]) -> bool:
    """Whether the report tells of anybody as a foe of these."""
    return any(foes.get(side_of(a)) for a in actors)


def _common_foe(actors: Iterable[Actor], foes: dict[str, Counter[Actor]]) -> Actor | None:
    """The one side that everybody else of the report fights, where two at least do: who else fights, fights it."""
    sides = {one: {side_of(a) for a in others} for one, others in foes.items() if others}
    for one, others in sides.items():
        if len(others) < 2 or any(theirs != {one} for side, theirs in sides.items() if side != one):
            continue
        names: Counter[Actor] = Counter()
        for other in sorted(others):
            names.update({a: n for a, n in foes[other].items() if side_of(a) == one})
        foe = max(names, key=lambda a: names[a])
        return None if one in {side_of(a) for a in actors} or may_be(foe, actors) else foe
    return None


def _are_many_wars(foe: Actor, drafts: Iterable[Draft], foes: dict[str, Counter[Actor]]) -> bool:
    """Whether a report may tell of more wars than that against one foe.

    “Farland and Amber invaded Norland” is one telling, and not everybody's war; where armies of several lands fight
    without a word of against whom, they need not fight the same.
    """
    side = side_of(foe)
    told = [d for d in drafts if d.actors and d.kind in VIOLENT | AGAINST_FOE]
    fights = [d for d in told if d.targets and side in {side_of(a) for a in (*d.actors, *d.targets)}]
    alone = {side_of(a) for d in told for a in d.actors if a.type.startswith("state") and a.country}
    return len(fights) == 1 or len({one for one in alone if one != side and not foes.get(one)}) > 1


def _foe_of(actors: Collection[Actor], foes: dict[str, Counter[Actor]], *, least: int = 1) -> Actor | None:
    """Whom the report tells of most often as a foe of these, first told on a tie."""
    told: Counter[Actor] = Counter()
    for actor in actors:
        told.update(foes.get(side_of(actor), Counter()))
    ours = {side_of(a) for a in actors}
    fit = [a for a in told if told[a] >= least and side_of(a) not in ours and not may_be(a, actors)]
    return max(fit, key=lambda a: told[a], default=None)
