"""A word that is an act only of some things -> the kind that it is of those that it is done to, or none.

“Seized” is an arrest of people, a seizure of weapons, a change of control of a town; “took” is nothing of weeks.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline import lexicons
from dateline.claims.context import Line
from dateline.records import Actor, Phrase

ARMED = frozenset({"rebel", "militia", "coalition", "state_military", "state_police", "armed_group"})
WEAPONS = lexicons.words("binding", "weapons")
AID = lexicons.words("binding", "aid")
SHOTS = lexicons.words("binding", "firearms") | lexicons.words("binding", "gunfire")
SET_OFF = lexicons.words("binding", "set_off")
DEAD = lexicons.words("binding", "dead")
INTRANSITIVE = lexicons.words("binding", "intransitive")
PLACE_NOUNS = lexicons.words("binding", "place_nouns")
UNDER_ARMS = frozenset({"armed", "prisoners", "place", "weapons"})
OUTLAWS = lexicons.words("binding", "outlaws")
# What an argument may be, in the order in which it chooses a kind.
SORTS = (
    "weapons",
    "aid",
    "remains",
    "dead",
    "prisoners",
    "armed",
    "civilians",
    "people",
    "place",
    "thing",
    "none",
)


def sort_of(line: Line, phrase: Phrase) -> set[str]:
    """What an argument is: people, armed, prisoners, civilians, place, weapons, aid, dead, thing."""
    tokens = line.sentence.tokens
    lemma = tokens[phrase.head].lemma
    sorts: set[str] = set()
    if tokens[phrase.head].lower in {"him", "her", "them", "us", "me"}:
        sorts.add("people")
    if lemma in WEAPONS:
        sorts.add("weapons")
    if lemma in AID:
        sorts.add("aid")
    if lemma in DEAD:
        sorts |= {"dead", "remains"}
    places = [
        m for t, m in line.places if phrase.start <= t < phrase.end and line.top(t) == line.top(phrase.head)
    ]
    lower = tokens[phrase.head].lower
    if PLACE_NOUNS & {lemma, lower, lower.removesuffix("s")}:  # the parser's lemma of "bases" is "basis"
        return {"place"}  # "military bases" are ground, not the military
    if places:
        sorts.add("place")
    for actor in line.actors_of(phrase):
        sorts |= _actor_sort(actor)
    if "place" in sorts and not sorts & {"prisoners", "civilians", "armed"}:
        sorts.discard("place" if _is_of_people(line, phrase) else "people")
    for t, mention in line.figures:
        if (
            phrase.start <= t < phrase.end
            and getattr(mention.value, "unit", "") == "people"
            and "place" not in sorts
        ):
            sorts.add("people")
    return sorts or {"thing"}


def _is_of_people(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase's own word is somebody, whatever place follows: "the mayor of the town"."""
    return any(
        t == phrase.head and m.rule == "actors.group" and getattr(m.value, "type", "object") != "object"
        for t, m in line.actors
    )


def _actor_sort(actor: Actor) -> set[str]:
    name = actor.name.lower()
    if actor.type == "object":
        return set()
    sorts = {"people"}
    if actor.type in ARMED or any(
        w in name for w in ("fighter", "soldier", "troop", "militant", "gunmen", "attacker", "armed group")
    ):
        sorts.add("armed")
    if any(w in name for w in ("prisoner", "inmate", "detainee", "hostage", "captive")):
        sorts.add("prisoners")
    if actor.type in {"civilians", "person"}:
        sorts.add("civilians")
    if any(w in OUTLAWS for w in name.split()):
        sorts.add("armed")  # "the gang fled"
    return sorts


def of_choice(line: Line, token: int, frame: str) -> str | None:
    """The kind of an act that hangs on what it was done to ("captured" a man, a town or weapons)."""
    table = lexicons.load("acts")["choice"][int(frame.split(":")[1])]
    predicate = line.predicates.get(token)
    patients = () if predicate is None else predicate.patients
    agents = () if predicate is None else predicate.agents
    foes = any(a.type in ARMED for p in patients for a in line.actors_of(p))
    if line.sentence.tokens[token].lemma == "flee" and (foes or _counted(line, agents)):
        patients = ()  # "fled the fighting", "fled the rebels": who fled is told of, not what from
    sorts: set[str] = set()
    for phrase in patients:
        sorts |= sort_of(line, phrase)
    if any(line.sentence.tokens[p.head].lemma in WEAPONS for p in patients) and not _counted(line, patients):
        sorts = {"weapons"}  # "seized firearms and terrorist leaflets": no terrorists
    if not patients and line.sentence.tokens[token].lemma in INTRANSITIVE:
        for phrase in agents:
            sorts |= sort_of(line, phrase)
        if "none" in table and not sorts - {"thing"}:
            return str(table["none"])
    movers = set().union(*(sort_of(line, p) for p in agents)) if agents else set()
    if sorts == {"thing"} and "place" in table and all(is_unlisted(line, p) for p in patients):
        sorts |= {"place"} if "armed" in movers else set()  # "the rebels retook Ostrand"
    if "passive_people" in table and "people" in sorts and predicate is not None and predicate.passive:
        return str(table["passive_people"])  # "forty protesters are being held"
    if "armed_place" in table and "place" in sorts:
        return str(table["armed_place"]) if "armed" in movers else None
    sent = "armed" in table and "people" in sorts and _counted(line, patients)
    if sent and any("armed" in sort_of(line, p) for p in agents):
        sorts.add("armed")  # "the group sent thousands of men"
    if "counted" in table and "people" in sorts and _counted(line, patients):
        many = (m.value for p in patients for t, m in line.figures if p.start <= t < p.end)
        return str(table["counted"]) if any((getattr(v, "low", 0) or 0) > 1 for v in many) else None
    told = "people" in sorts and any(
        line.actors_of(p) for p in patients if line.sentence.tokens[p.head].pos != "NUM"
    )
    if "by_gunmen" in table and told and not sorts & UNDER_ARMS and _are_gunmen(line, agents):
        return str(table["by_gunmen"])
    for sort in SORTS:
        if sort in sorts and sort in table:
            return str(table[sort])
    return None


def _are_gunmen(line: Line, agents: Sequence[Phrase]) -> bool:
    """Whether those who act are armed and no state's: "gunmen seized 20 students" is an abduction, and no arrest."""
    doers = [a for p in agents for a in line.actors_of(p)]
    known = [a for a in doers if a.type in {"rebel", "militia"} or set(a.name.split()) & OUTLAWS]
    armed = [a for a in doers if a.name.startswith("unidentified") or a.name.endswith("gunmen")]
    return bool(doers) and all(a in known or a in armed for a in doers)


def is_unlisted(line: Line, phrase: Phrase) -> bool:
    """“took control of Ostrand”: a name that no list has, and that is nobody's."""
    named = line.actors_of(phrase)
    proper = line.sentence.tokens[phrase.head].pos == "PROPN"
    return proper and bool(named) and all(a.type == "object" for a in named)


def is_no_bomb(line: Line, token: int) -> bool:
    """“the pistol went off”, "the bullet exploded", "the killing set off a hunt": words of a bombing without a bomb."""
    predicate, lemma = line.predicates.get(token), line.sentence.tokens[token].lemma
    if predicate is None or predicate.form != "verb" or lemma not in {"explode", "go", "set"}:
        return False
    lemmas = {line.sentence.tokens[p.head].lemma for p in (*predicate.agents, *predicate.patients)}
    if lemma in {"explode", "go"}:
        return bool(lemmas & SHOTS)
    done_to = {line.sentence.tokens[p.head].lemma for p in predicate.patients}
    return bool(done_to) and not done_to & SET_OFF


def _counted(line: Line, phrases: tuple[Phrase, ...]) -> bool:
    """Whether one of the phrases holds a figure."""
    return any(p.start <= t < p.end for p in phrases for t, _ in line.figures)
