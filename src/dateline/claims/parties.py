"""A group of acts -> who did it and to whom, by the arguments of its words and the form that its kind asks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dateline import lexicons
from dateline.claims.context import APART, VIOLENT, Line
from dateline.claims.grouping import Group
from dateline.records import Actor, Decision, Figure, Phrase, Predicate

# Agents of these verbs hang on the result, not the deed: their subject is no doer.
SUFFER = lexicons.words("binding", "suffer")
SUFFERED = lexicons.words("binding", "suffered")
MUTUAL = lexicons.words("binding", "mutual")
NO_DOER = lexicons.words("binding", "no_doer")
BARE_PEOPLE = lexicons.words("binding", "bare_people")
PLACE_NOUNS = lexicons.words("binding", "place_nouns")
SITES = lexicons.words("binding", "works") | lexicons.words("binding", "sites_hit")
AIMED = frozenset({"on", "against", "at", "upon", "toward", "towards"})
TOGETHER = frozenset({"armed_clash", "negotiation", "agreement", "ceasefire"})
# Attacks that are driven or thrown into what they hit.
DRIVEN = frozenset({"suicide_bombing", "bombing", "attack", "shelling"})
# Kinds that are done to nobody: who is sent, who flees or comes back, who talks is the doer or a figure.
NO_TARGET = frozenset(
    {"deployment", "strength", "return", "escape", "curfew", "protest", "negotiation", "ceasefire", "withdrawal"}
)  # fmt: skip
# Kinds whose doers are those who get away, also where they stand as an object.
MOVERS = frozenset({"escape", "surrender", "return", "prison_break"})
# Kinds that are addressed to somebody: what is demanded is no target.
SAID_TO = frozenset({"demand", "threat", "accusation"})
# Kinds in which "from" says who lost what was taken.
TAKEN_FROM = frozenset({"territory", "weapons_seized", "looting"})
# Kinds in which a passive read wrongly makes the police their own victim: "police arrested one A. Vale".
POLICE_WORK = frozenset({"arrest", "weapons_seized", "search"})
# Kinds that are done to people alone.
OF_PEOPLE = frozenset(
    {"abduction", "arrest", "assassination", "detention", "displacement", "execution", "recruitment", "release"}
)  # fmt: skip
# Kinds in which the same people stand on both sides.
BOTH_AT_ONCE = frozenset({"riot", "armed_clash", "suicide_bombing", "other_violence"})
# "at the battle", "in the massacre": how a noun says what somebody does or undergoes.
WITHIN = frozenset({"at", "by", "during", "in", "through"})
NO_PART = lexicons.words("binding", "suffer") - {"lose", "suffer"}
PARTAKING = lexicons.words("binding", "partaking")
DEFEAT = lexicons.words("binding", "defeat")
FORCING = lexicons.words("binding", "forcing")
FINDING = lexicons.words("binding", "finding")
# Kinds of which the purpose tells whom they are done to.
WITH_PURPOSE = frozenset({"attack", "crackdown"})
ARRESTING = frozenset({"apprehend", "arrest", "detain", "nab", "round"})
OURS = lexicons.words("binding", "ours")
HELP = lexicons.words("binding", "help")
# Measures that count whom an event was done to.
HARMS = frozenset(
    {"killed", "injured", "casualties", "missing", "captured", "abducted", "detained", "released"}
)
# Words that count people without saying who they are.
HURT = frozenset({"casualties", "casualty", "dead", "injured", "killed", "missing", "wounded"})
# Who is arrested, where the report only counts people: "seven people were arrested".
SUSPECTS = Actor("suspects", None, "other")
RIOTERS = Actor("rioters", None, "other")
UNIDENTIFIED = Actor("unidentified attackers", None, "other")
# Kinds in which whoever acts is no mere civilian.
BY_ATTACKERS = frozenset({"attack", "assassination", "bombing", "riot", "suicide_bombing"})
# Things that blow up or come down are what was hit, whoever they belong to.
EXPLODE = frozenset({"burn", "crash", "explode"})
# Kinds in which persons stand for their party, and those in which a soldier is told of by name.
HELD = frozenset({"arrest", "detention"})
BY_NAME = frozenset({"abduction", "assassination", "execution", "release", "accusation"})
FORCES = frozenset({"state_military", "state_police", "rebel", "militia"})
SEARCHES = frozenset({"raid", "search"})
HOMES = frozenset({"apartment", "flat", "home", "house", "residence"})
USE = frozenset({"employ", "use"})


Parties = tuple[tuple[Actor, ...], tuple[Actor, ...], list[Decision]]


def of(group: Group, kind: str, figures: Iterable[Figure] = ()) -> Parties:
    """Who did it and to whom, from the arguments of the group's acts: the verb's own before its company's.

    Where those name nobody that it was done to, the people that the group's `figures` count.
    """
    line = group.line
    actors: list[Actor] = []
    targets: list[Actor] = []
    for i in sorted(group.acts, key=lambda k: (line.sentence.tokens[k].pos != "VERB", k)):
        predicate = line.predicates.get(i)
        if predicate is None:
            continue
        doers, done_to = _arguments(line, predicate, kind)
        if kind == "armed_clash" and targets and set(doers) <= set(targets):
            doers, done_to = [a for a in done_to if a.type not in APART], []  # "were killed fighting X"
        if not actors and doers:
            actors = doers
        if _tells_more(done_to, targets):
            targets = done_to
    if not actors:
        actors, beaten = _of_verb_above(group, kind)
        targets = beaten if _tells_more(beaten, targets) else targets
    actors = actors or _by_its_means(group)
    if kind in WITH_PURPOSE and all(a.type == "object" for a in targets):
        targets = _meant_for(group) or targets
    if kind in MOVERS and not actors and targets:
        actors, targets = targets, []
    if kind == "displacement" and actors and not targets:
        actors, targets = [], actors
    figures = tuple(figures)
    hit = any(f.measure == "destroyed" for f in figures)
    actors, targets = _apart(group, kind, actors, _of_kind(kind, targets, things=hit))
    decisions = [Decision("actor", "actor.argument")] if actors else []
    rule = "target.argument"
    if not targets and kind not in NO_TARGET:
        targets = [a for a in _counted(line, figures) if a not in actors] or _broken_out_of(group, kind)
        rule = "target.counted"
    if targets:
        decisions.append(Decision("target", rule))
    return _distinct(actors, drop_objects=True), _distinct(targets, drop_objects=False), decisions


def _of_verb_above(group: Group, kind: str) -> tuple[list[Actor], list[Actor]]:
    """Who does what an act noun stands in: "they were beaten at the battle of X", "crimes in the massacre"."""
    line = group.line
    tokens = line.sentence.tokens
    for i in sorted(group.acts):
        if tokens[i].dep == "dobj" and tokens[tokens[i].head].lemma in SUFFER:
            losers = line.predicates[tokens[i].head].agents if tokens[i].head in line.predicates else ()
            return [], [a for p in losers for a in line.actors_of(p) if a.type != "object"]
        if tokens[i].dep != "pobj" or tokens[tokens[i].head].lower not in WITHIN:
            continue
        verb = next((k for k in line.sentence.ancestors(i) if tokens[k].pos == "VERB"), i)
        predicate = line.predicates.get(verb)
        if predicate is None or any(f.cue == verb for f in line.sentence.frames):
            continue
        if (
            tokens[i].lemma in USE
            and tokens[tokens[i].head].lower in {"by", "through"}
            and not predicate.passive
        ):
            return [a for p in predicate.agents for a in line.sides_of(p)], []  # "through the use of gas"
        if predicate.lemma not in PARTAKING and (kind != "armed_clash" or predicate.lemma in NO_PART):
            continue
        beaten = predicate.passive and predicate.lemma in DEFEAT
        if predicate.passive and not beaten and predicate.lemma not in PARTAKING:
            continue
        phrases = predicate.patients if predicate.passive else predicate.agents
        sides = [a for p in phrases for a in line.sides_of(p)]
        if sides:
            return ([], sides) if beaten else (sides, [])
    return [], []


def _meant_for(group: Group) -> list[Actor]:
    """“opened fire to scare off the mob”: the mob."""
    line = group.line
    tokens = line.sentence.tokens
    verbs = [k for i in group.acts for k in line.sentence.kids[i] if tokens[k].dep == "advcl"]
    aims = [line.predicates[k] for k in sorted(verbs) if tokens[k].tag == "VB" and k in line.predicates]
    return [a for p in aims for x in p.patients for a in line.actors_of(x) if a.type != "object"]


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
        if above is not None and not above.passive and above.lemma not in NO_PART:
            return [a for p in above.agents for a in line.sides_of(p)]
    return []


def says_we(group: Group) -> bool:
    """Whether the doer is told of as "we" or "our forces": whoever speaks."""
    tokens = group.line.sentence.tokens
    agents = [p for i, d in group.line.predicates.items() if i in group.acts for p in d.agents]
    return any(
        tokens[p.head].lower == "we" or (tokens[p.start].lower == "our" and tokens[p.head].lemma in OURS)
        for p in agents
    )


def _apart(
    group: Group, kind: str, actors: list[Actor], targets: list[Actor]
) -> tuple[list[Actor], list[Actor]]:
    """Doers and victims without who stands in both: nobody does it to himself, so one slot was misread.

    In a passive, who suffers is named; in the active, who does.
    """
    both = {a.name for a in actors} & {a.name for a in targets if a.type != "civilians"}
    if kind in BOTH_AT_ONCE or not both:
        return actors, targets
    passive = any(p.passive for i, p in group.line.predicates.items() if i in group.acts)
    if passive and not (kind in POLICE_WORK and any(a.type == "state_police" for a in actors)):
        return [a for a in actors if a.name not in both], targets
    return actors, [a for a in targets if a.name not in both]


def _counted(line: Line, figures: Iterable[Figure]) -> tuple[Actor, ...]:
    """Who is harmed or taken by the words that count them: "four gunmen" of "left four gunmen killed"."""
    found: list[Actor] = []
    for figure in figures:
        if figure.unit == "people" and figure.measure in HARMS and figure.high != 0:
            found += [
                m.value
                for _, m in line.actors
                if isinstance(m.value, Actor)
                and m.span.overlaps(figure.span)
                and m.rule != "actors.modifier"
                and m.note not in HURT
            ]
    return _distinct(found, drop_objects=True)


def _broken_out_of(group: Group, kind: str) -> list[Actor]:
    """“a prison break”: the prison; "prison breaks" are no single one."""
    if kind != "prison_break":
        return []
    tokens = group.line.sentence.tokens
    words = [tokens[i - 1].lower for i in group.acts if i and tokens[i].tag in {"NN", "NNP"}]
    return [Actor(w, None, "object") for w in words if w in {"prison", "jail"}][:1]


def _tells_more(found: list[Actor], before: list[Actor]) -> bool:
    """Whether an act names whom it was done to where those before it named nobody, or only a thing."""
    if not before:
        return bool(found)
    return all(a.type == "object" for a in before) and any(a.type != "object" for a in found)


def _of_kind(kind: str, targets: list[Actor], *, things: bool) -> list[Actor]:
    """Whom an act of a kind is done to: forces sent are not, nor the thing hit where people are harmed.

    Args: things, whether things are counted as destroyed.
    """
    if kind in NO_TARGET:
        return []
    if kind in SAID_TO:
        targets = [a for a in targets if a.type != "object" or a.name != a.name.lower()]
    if kind in OF_PEOPLE:
        targets = [a for a in targets if a.type != "object" or a.name.rpartition(" ")[2] not in PLACE_NOUNS]
    people = [a for a in targets if a.type != "object"]
    if kind == "armed_clash" and not people and not things:
        return [a for a in targets if a.name != a.name.lower() or SITES & set(a.name.split())]
    return people or targets


class Slots(NamedTuple):
    """The phrases of an act: who does it, and whom it is done to."""

    agents: list[Phrase]
    patients: list[Phrase]


def _arguments(line: Line, predicate: Predicate, kind: str) -> tuple[list[Actor], list[Actor]]:
    """Who does and who suffers one act: its arguments, set right by each of the `STEPS`."""
    if kind in TOGETHER and (both := _between(line, predicate)) is not None:
        return both if kind == "armed_clash" else ([*both[0], *both[1]], [])
    slots = Slots(list(predicate.agents), list(predicate.patients))
    for step in STEPS:
        slots = step(line, predicate, kind, slots)
    doers = [a for p in _who_do(line, predicate, slots) for a in line.actors_of(p) if a.type != "object"]
    times = {t for t, _ in line.times}
    done_to = [a for p in slots.patients if p.head not in times for a in _suffer(line, p, kind)]
    if kind == "arrest" and any(line.sentence.tokens[p.head].lemma in BARE_PEOPLE for p in slots.patients):
        done_to = [SUSPECTS if a.type == "civilians" else a for a in done_to]
    if predicate.lemma in ARRESTING and not done_to and any(_is_number(line, p) for p in slots.patients):
        done_to = [SUSPECTS]  # "120 were arrested"
    return _unknown(line, kind, slots, doers), [*done_to, *_aside(line, predicate, kind)]


def _suffer(line: Line, phrase: Phrase, kind: str) -> list[Actor]:
    """Whom a phrase says that an act is done to: a soldier's force and an arrested member's party for them."""
    found = [a for a in line.actors_of(phrase) if not _is_act(line, phrase, hit=a)]
    if kind in OF_PEOPLE and found and all(a.type == "object" for a in found):
        found = _inside(line, phrase) or found  # "the kingpin of the abduction, A. Vale"
    if kind in SEARCHES and line.sentence.tokens[phrase.head].lemma in HOMES:
        found = _inside(line, phrase) or found  # "raided the house of A. Vale"
    bodies = [b for b in line.bodies_of(phrase) if kind in HELD or b.type in FORCES]
    if bodies and kind not in BY_NAME:
        return [*bodies, *(a for a in found if a.type != "person")]
    return found


def _inside(line: Line, phrase: Phrase) -> list[Actor]:
    """The persons named inside a phrase."""
    named = [m.value for t, m in line.actors if phrase.start <= t < phrase.end]
    return [a for a in named if isinstance(a, Actor) and a.type == "person"]


def _is_number(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase only counts: "120", "at least 40", "two others"."""
    token = line.sentence.tokens[phrase.head]
    return token.pos == "NUM" or token.lemma == "other"


def _who_do(line: Line, predicate: Predicate, slots: Slots) -> list[Phrase]:
    """The agents that can act: no place, no act, no mere sort of act; and who is said to help."""
    tokens = line.sentence.tokens
    able = [p for p in slots.agents if tokens[p.head].lower not in NO_DOER and not _is_place(line, p)]
    able += [p for w, p in predicate.obliques if w == "with" and tokens[p.head].lemma in HELP]
    return [p for p in able if not _is_act(line, p)]


def _unknown(line: Line, kind: str, slots: Slots, doers: list[Actor]) -> list[Actor]:
    """“A man stabbed eleven”: who attacks is unidentified, who riots a rioter, and not a civilian."""
    if kind not in BY_ATTACKERS or not any(a.type == "civilians" for a in doers):
        return doers
    bare = any(line.sentence.tokens[p.head].lemma in BARE_PEOPLE for p in slots.agents)
    other = RIOTERS if kind == "riot" else UNIDENTIFIED
    return [other if bare and a.name == "civilians" else a for a in doers]


def _aside(line: Line, predicate: Predicate, kind: str) -> list[Actor]:
    """Whom an act is aimed at by a preposition: "fired on X", "fought with X", "drove into the base"."""
    found = [p for word, p in predicate.obliques if _is_aimed(line, predicate, kind, (word, p))]
    return [a for p in found for a in line.actors_of(p) if a.type != "object" or _is_site(line, p)]


def _is_aimed(line: Line, predicate: Predicate, kind: str, oblique: tuple[str, Phrase]) -> bool:
    """Whether a preposition's phrase is whom an act is done to; "at" a place only where nothing else is."""
    word, phrase = oblique
    if kind == "armed_clash" and word in {"with", "against"}:
        return True
    if word == "into":
        return kind in DRIVEN and line.sentence.tokens[phrase.head].lemma in SITES
    if word == "to":
        return kind == "surrender" and bool(line.sides_of(phrase))
    if word not in AIMED or any(a.type != "object" for p in predicate.patients for a in line.actors_of(p)):
        return False
    return not predicate.patients or not _is_place(line, phrase)


def _turned(line: Line, predicate: Predicate, kind: str, slots: Slots) -> Slots:
    """Turn round what is suffered by its subject: "died", "the town fell to X", "a police car exploded"."""
    tokens = line.sentence.tokens
    if kind == "territory" and predicate.lemma == "fall":
        return Slots([p for w, p in predicate.obliques if w == "to"], slots.agents)
    if predicate.lemma == "come" and any(w == "under" for w, _ in predicate.obliques):
        return Slots([p for w, p in predicate.obliques if w == "from"], slots.agents)
    if predicate.lemma in SUFFER or (predicate.lemma == "leave" and not slots.patients):
        return Slots([], slots.agents)
    if predicate.lemma in EXPLODE and not slots.patients:
        by = [p for p in slots.agents if tokens[p.head].lemma in {"attacker", "bomber"}]
        return Slots(by, [p for p in slots.agents if p not in by])
    if predicate.lemma in USE and kind in VIOLENT:
        return Slots(slots.agents, [])
    return slots


def _lost_or_sought(line: Line, predicate: Predicate, kind: str, slots: Slots) -> Slots:
    """“took X from the rebels” is done to the rebels; "searched the town for X" to X; "the battle of X" at X."""
    if kind == "search":
        sought = [p for w, p in predicate.obliques if w == "for" and line.actors_of(p)]
        return Slots(slots.agents, sought or slots.patients)
    if kind in TAKEN_FROM:
        losers = [p for w, p in predicate.obliques if w == "from" and not _is_place(line, p)]
        losers = [p for p in losers if any(a.type != "object" for a in line.actors_of(p))]
        return Slots(slots.agents, losers or slots.patients)
    if kind == "armed_clash" and predicate.form == "noun":
        battle = predicate.lemma == "battle"
        return Slots(
            slots.agents,
            [p for p in slots.patients if line.sides_of(p) or not (battle or _is_place(line, p))],
        )
    return slots


def _of_noun(line: Line, predicate: Predicate, kind: str, slots: Slots) -> Slots:
    """An act told by a noun: "the leader's death" is suffered by the leader; "the Dagestani battle" has no doer."""
    del kind
    tokens = line.sentence.tokens
    agents, patients = slots
    if predicate.form != "noun":
        return slots
    if predicate.lemma in SUFFERED:
        owned = [p for p in agents if any(tokens[k].dep == "poss" for k in range(p.start, p.end))]
        agents, patients = [p for p in agents if p not in owned], [*owned, *patients]
    if predicate.lemma in MUTUAL:
        agents = [p for p in agents if tokens[p.head].dep not in {"amod", "compound", "nmod"}]
    return Slots(agents, patients)


def _forced(line: Line, predicate: Predicate, kind: str, slots: Slots) -> Slots:
    """“were forced by X to leave” is X's doing; who "found the bodies" did not kill."""
    if kind in VIOLENT and predicate.lemma in FINDING:
        return Slots([], slots.patients)
    above = line.predicates.get(line.sentence.tokens[predicate.head].head)
    if kind != "displacement" or above is None or above.lemma not in FORCING or not above.agents:
        return slots
    if line.sentence.tokens[predicate.head].dep not in {"xcomp", "ccomp"}:
        return slots
    return Slots(list(above.agents), [*slots.agents, *slots.patients])


# What sets an act's arguments right, in order.
STEPS = (_turned, _lost_or_sought, _of_noun, _forced)


def _between(line: Line, predicate: Predicate) -> tuple[list[Actor], list[Actor]] | None:
    """“fighting between police and insurgents”: the first named against the others."""
    above = line.predicates.get(line.sentence.tokens[predicate.head].head)
    around = () if above is None or predicate.form == "verb" else above.obliques
    for word, phrase in (*predicate.obliques, *around):
        found = [a for a in line.actors_of(phrase) if a.type != "object"] if word == "between" else []
        if len(found) > 1:
            return found[:1], found[1:]
    return None


def _is_site(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase names a place or a sort of site that an attack is aimed at."""
    return _is_place(line, phrase) or line.sentence.tokens[phrase.head].lemma in SITES


def _is_place(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase's head names a place and no party: "Near Palmyra, one strike"."""
    return any(t == phrase.head and not m.rule.endswith(("as_actor", "as_modifier")) for t, m in line.places)


def _is_act(line: Line, phrase: Phrase, *, hit: Actor | None = None) -> bool:
    """Whether a phrase's head is itself an act; a bomber is a person, and an army's tank may be hit itself."""
    acts = line.acts.get(phrase.head, ())
    if hit is not None and hit.type != "object" and all(a.frame == "weapon" for a in acts):
        return False
    return bool(acts) and line.sentence.tokens[phrase.head].lemma not in {"bomber", "attacker"}


def _distinct(actors: Iterable[Actor], *, drop_objects: bool) -> tuple[Actor, ...]:
    seen: dict[str, Actor] = {}
    for actor in actors:
        if not (drop_objects and actor.type == "object"):
            seen.setdefault(actor.name, actor)
    return tuple(seen.values())
