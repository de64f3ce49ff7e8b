"""One act of a line -> who does it and who suffers it: its arguments, set right step by step."""

from __future__ import annotations

from collections.abc import Sequence

from dateline import lexicons
from dateline.claims.arguments import AIMED, SITES, SMALL, STEPS, Slots, is_place
from dateline.claims.context import VIOLENT, Line
from dateline.records import Actor, Phrase, Predicate, Where

CARERS = lexicons.words("binding", "carers")
NO_DOER = lexicons.words("binding", "no_doer")
BARE_PEOPLE = lexicons.words("binding", "bare_people")
TALKS = frozenset({"negotiation", "agreement", "ceasefire"})
TOGETHER = TALKS | {"armed_clash"}
# Attacks that are driven or thrown into what they hit.
DRIVEN = frozenset({"suicide_bombing", "bombing", "attack", "shelling"})
# Kinds that are done to people alone.
OF_PEOPLE = frozenset(
    {"abduction", "arrest", "assassination", "detention", "displacement", "execution", "recruitment", "release"}
)  # fmt: skip
ARRESTING = lexicons.words("binding", "arresting")
NOBODY = lexicons.words("binding", "nobody")
HELP = lexicons.words("binding", "help")
# Who is arrested, where the report only counts people: "seven people were arrested".
SUSPECTS = Actor("suspects", None, "other")
RIOTERS = Actor("rioters", None, "other")
UNIDENTIFIED = Actor("unidentified attackers", None, "other")
# Kinds in which whoever acts is no mere civilian.
BY_ATTACKERS = frozenset({"attack", "assassination", "bombing", "riot", "suicide_bombing"})
# Kinds in which persons stand for their party, and those in which a soldier is told of by name.
HELD = frozenset({"arrest", "detention"})
BY_NAME = frozenset({"abduction", "assassination", "execution", "release", "accusation"})
ARMED_FORCES = frozenset({"state_military", "coalition", "rebel", "militia"})
FORCES = frozenset({"state_military", "state_police", "rebel", "militia"})
SEARCHES = frozenset({"raid", "search"})
GRABBED = frozenset({"abduction", "release"})
KEPT_AS = lexicons.words("binding", "kept_as")
LAIRS = lexicons.words("binding", "lairs")
LIVED_IN = lexicons.words("binding", "lived_in")
TOWNS = lexicons.words("binding", "settlements") | {"quarter"}
WAYS = lexicons.words("binding", "ways")
# Bombs and shells from afar hit those who live in a small place.
FROM_AFAR = frozenset({"air_strike", "chemical_attack", "shelling"})
COMING_DOWN = lexicons.words("binding", "coming_down")
CIVILIANS = Actor("civilians", None, "civilians")
EACH_OTHER = frozenset({"each other", "one another"})
HOMES = lexicons.words("binding", "homes")
VEHICLES = lexicons.words("binding", "vehicles")
DOORS = lexicons.words("binding", "doors")
NONE = frozenset({"neither", "no", "none", "nobody"})
# Verbs that have a meeting for their object and its parties for their subject.
HOLDING = lexicons.words("binding", "support") | lexicons.words("binding", "holding_talks")
MURDERS = lexicons.words("binding", "by_hand")


def of_act(line: Line, predicate: Predicate, kind: str) -> tuple[list[Actor], list[Actor]]:
    """Who does and who suffers one act: its arguments, set right by each of the `STEPS`."""
    if kind in TOGETHER and (both := _between(line, predicate, kind)) is not None:
        return both if kind == "armed_clash" else ([*both[0], *both[1]], [])
    slots = Slots(list(predicate.agents), list(predicate.patients))
    for step in STEPS:
        slots = step(line, predicate, kind, slots)
    doers = [a for p in _who_do(line, predicate, slots) for a in line.actors_of(p) if a.type != "object"]
    times = {t for t, _ in line.times}
    done_to = [a for p in slots.patients if p.head not in times for a in _suffer(line, p, kind)]
    if any(line.sentence.tokens[k].lower == "down" for k in line.sentence.kids[predicate.head]):
        done_to = [a for a in done_to if not a.name.startswith("unidentified")]  # "shot down 29 bombers"
    if kind == "arrest" and any(line.sentence.tokens[p.head].lemma in BARE_PEOPLE for p in slots.patients):
        done_to = [SUSPECTS if a.type == "civilians" else a for a in done_to]
    if predicate.lemma in ARRESTING and not done_to and any(_is_number(line, p) for p in slots.patients):
        done_to = [SUSPECTS]  # "120 were arrested"
    if kind in TALKS:
        doers = doers or _who_hold(line, predicate)
        held = (
            line.predicates.get(line.sentence.tokens[predicate.head].head)
            if predicate.form == "noun"
            else None
        )
        beside = (*predicate.obliques, *(held.obliques if held is not None and held.lemma in HOLDING else ()))
        signed = [line.predicates.get(p.head) for p in predicate.patients]  # "signed an agreement with X"
        beside += tuple(o for d in signed if d is not None and d.form == "noun" for o in d.obliques)
        doers += [a for w, p in beside if w == "with" for a in _talkers(line, p) if a not in doers]
    mutual = _on_each_other(line, predicate)
    return _unknown(line, kind, slots, doers), mutual or [*done_to, *_aside(line, predicate, kind)]


def _on_each_other(line: Line, predicate: Predicate) -> list[Actor]:
    """“fought each other”, "pelted stones at each other": whoever does it suffers it."""
    held = (*predicate.patients, *(p for word, p in predicate.obliques if word in AIMED))
    if not any(line.words(p) in EACH_OTHER for p in held):
        return []
    return [a for p in predicate.agents for a in line.actors_of(p)]


def _talkers(line: Line, phrase: Phrase) -> list[Actor]:
    """Whom somebody talks with: sides, bodies and persons by name."""
    return [a for a in line.actors_of(phrase) if a.type not in {"object", "civilians"}]


def _who_hold(line: Line, predicate: Predicate) -> list[Actor]:
    """“The president had a talk with”, "the party convened a meeting": the subject."""
    tokens = line.sentence.tokens
    held = line.predicates.get(tokens[predicate.head].head)
    if (
        predicate.form != "noun"
        or tokens[predicate.head].dep != "dobj"
        or held is None
        or held.lemma not in HOLDING
    ):
        return []
    return [a for p in held.agents for a in line.actors_of(p) if a.type != "object"]


def _suffer(line: Line, phrase: Phrase, kind: str) -> list[Actor]:
    """Whom a phrase says that an act is done to: a soldier's force and an arrested member's party for them."""
    if _is_nobody(line, phrase):
        return []
    found = [a for a in line.actors_of(phrase) if not _is_act(line, phrase, hit=a)]
    lemma = line.sentence.tokens[phrase.head].lemma
    if kind == "siege" and all(a.type == "object" for a in found):
        return _besieged(line, phrase) or found
    if kind in VIOLENT and lemma in TOWNS | HOMES and _is_lived_in(line, phrase):
        return [CIVILIANS]
    if kind in FROM_AFAR and lemma in SMALL and all(a.type == "object" for a in found):
        return [CIVILIANS]  # "dropped bombs on the village"
    if kind in OF_PEOPLE and found and all(a.type == "object" for a in found):
        found = _inside(line, phrase) or found  # "the kingpin of the abduction, A. Vale"
    elif kind in GRABBED and [a.name for a in found] in (["civilians"], ["hostages"]) and lemma in KEPT_AS:
        named = _inside(line, phrase)  # "kept kidnapping victim A. Vale hostage"
        found = named if len(named) == 1 else found
    if kind in SEARCHES | {"attack", "assassination"} and lemma in HOMES:
        found = _inside(line, phrase) or found  # "raided the house of A. Vale"
    if kind in SEARCHES and lemma in LAIRS and all(a.type == "object" for a in found):
        found = _whose(line, phrase) or found
    if kind in BY_ATTACKERS | {"armed_clash"}:
        found = [UNIDENTIFIED if a.name == "civilians" and _attacks(line, phrase) else a for a in found]
    return _with_body(line, phrase, kind, found)


def _with_body(line: Line, phrase: Phrase, kind: str, found: list[Actor]) -> list[Actor]:
    """Whom a phrase names, with the force or party for a person told to be of it, where the kind asks for that."""
    bodies = [b for b in line.bodies_of(phrase) if kind in HELD or b.type in FORCES]
    if bodies and kind not in BY_NAME:
        return [*bodies, *(a for a in found if a.type != "person")]
    return found


def _besieged(line: Line, phrase: Phrase) -> list[Actor]:
    """The place that is shut in, by its name: "the town of X", "the capital, X", "the roads to X"."""
    head = line.sentence.tokens[phrase.head]
    above = line.sentence.tokens[head.head].lemma
    if not (head.lemma in TOWNS | WAYS | {"capital"} or head.pos == "PROPN" or above in WAYS):
        return []
    named = [m.value for t, m in line.places if phrase.start <= t < phrase.end and isinstance(m.value, Where)]
    return [Actor(w.name, None, "object") for w in named if w.precision in {"exact", "near"}][:1]


def _is_lived_in(line: Line, phrase: Phrase) -> bool:
    """“civilian areas", "residential districts”: those who live there are hit."""
    return any(line.sentence.tokens[k].lower in LIVED_IN for k in line.sentence.kids[phrase.head])


def _whose(line: Line, phrase: Phrase) -> list[Actor]:
    """Whose a hideout or base is that is raided: "a hideout of the gang"."""
    inside = [m.value for t, m in line.actors if phrase.head < t < phrase.end]
    return [a for a in inside if isinstance(a, Actor) and a.type not in {"object", "civilians"}][:1]


def _attacks(line: Line, phrase: Phrase) -> bool:
    """“Four men who began shooting”: attackers, and no mere civilians."""
    sentence = line.sentence
    for k in (c for c in sentence.kids[phrase.head] if sentence.tokens[c].dep == "relcl"):
        first, last = sentence.subtree(k)
        for i in (j for j in line.acts if first <= j < last and sentence.tokens[j].pos == "VERB"):
            told = line.predicates.get(i)
            shoots = any(a.kind in BY_ATTACKERS and a.frame in {"event", "generic"} for a in line.acts[i])
            if (
                told is not None
                and shoots
                and not told.passive
                and phrase.head in {p.head for p in told.agents}
            ):
                return True
    return False


def _is_nobody(line: Line, phrase: Phrase) -> bool:
    """Whether a word is nobody to whom an act could be done: "our soil"; "the rest", but not of somebody."""
    tokens = line.sentence.tokens
    of = any(tokens[k].lower == "of" for k in line.sentence.kids[phrase.head])
    return tokens[phrase.head].lemma in NOBODY and not of


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
    if predicate.lemma in CARERS and any(a.measure == "injured" for a in line.acts.get(predicate.head, ())):
        return []
    able = [p for p in slots.agents if not _is_sort(line, p) and not is_place(line, p)]
    able = [p for p in able if tokens[p.start].lower not in NONE]  # "no group has claimed"
    able += [p for w, p in predicate.obliques if w == "with" and tokens[p.head].lemma in HELP]
    by_air = predicate.lemma not in MURDERS  # no helicopter murders: it flew "near the scene of the massacre"
    return [p for p in able if not _is_act(line, p) or (by_air and _is_crewed(line, p))]


def _is_sort(line: Line, phrase: Phrase) -> bool:
    """“Terrorist attacks", "civilian deaths”: what sort of act it is; not the terrorist who did it."""
    token = line.sentence.tokens[phrase.head]
    return token.lower in NO_DOER and token.dep in {"amod", "compound", "nmod"}


def _is_crewed(line: Line, phrase: Phrase) -> bool:
    """“Farlandish drones struck a hideout”: a weapon that bears the name of the force whose it is."""
    weapon = all(a.frame == "weapon" for a in line.acts.get(phrase.head, ()))
    return weapon and any(a.type in ARMED_FORCES for a in line.actors_of(phrase))


def _unknown(line: Line, kind: str, slots: Slots, doers: list[Actor]) -> list[Actor]:
    """“A man stabbed eleven”: who attacks is unidentified, who riots a rioter, and not a civilian."""
    if kind not in BY_ATTACKERS | {"abduction"} or not any(a.type == "civilians" for a in doers):
        return doers
    single = any(line.sentence.tokens[p.head].tag == "NN" for p in slots.agents)  # "a former employee shot"
    bare = any(_is_bare(line, p) for p in slots.agents)
    bare = bare or (single and kind in {"attack", "assassination", "abduction"})
    other = RIOTERS if kind == "riot" else UNIDENTIFIED
    return [other if bare and a.name == "civilians" else a for a in doers]


def _is_bare(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase says no more of people than that they are: "two men", "an unknown number of individuals"."""
    tokens = line.sentence.tokens
    of = [
        c for k in line.sentence.kids[phrase.head] if tokens[k].lower == "of" for c in line.sentence.kids[k]
    ]
    return any(tokens[k].lemma in BARE_PEOPLE for k in (phrase.head, *of))


def _aside(line: Line, predicate: Predicate, kind: str) -> list[Actor]:
    """Whom an act is aimed at by a preposition: "fired on X", "fought with X", "drove into the base"."""
    if kind == "raid" and (at_home := _at_home(line, predicate)):
        return at_home
    found = [p for word, p in predicate.obliques if _is_aimed(line, predicate, kind, (word, p))]
    if kind in BY_ATTACKERS | {"armed_clash"} and (boarded := _in_vehicle(line, found)):
        return boarded
    if kind in OF_PEOPLE:
        return [a for p in found for a in line.actors_of(p) if a.type != "object"]  # "arrested at a house"
    return [
        a
        for p in found
        for a in _with_body(line, p, kind, list(line.actors_of(p)))
        if a.type != "object" or ((_is_site(line, p) or _is_at_site(line, p)) and not _is_nobody(line, p))
    ]


def _in_vehicle(line: Line, aimed: Sequence[Phrase]) -> list[Actor]:
    """“Opened fire on the judge's car”: the judge; on a car of nobody that is told: the car."""
    tokens = line.sentence.tokens
    driven = [p for p in aimed if tokens[p.head].lemma in VEHICLES]
    if not driven or any(a.type != "object" for p in aimed for a in line.actors_of(p)):
        return []
    owners = {k for p in driven for k in line.sentence.kids[p.head] if tokens[k].dep == "poss"}
    named = [m.value for t, m in line.actors if t in owners and isinstance(m.value, Actor)]
    return named or [a for p in driven for a in line.actors_of(p)]


def _at_home(line: Line, predicate: Predicate) -> list[Actor]:
    """“Men came to the door of A. Vale”, "burst into the house of A. Vale": A. Vale."""
    phrases = [p for w, p in predicate.obliques if w in {"at", "into", "to"}]
    return [
        a for p in phrases if line.sentence.tokens[p.head].lemma in HOMES | DOORS for a in _inside(line, p)
    ]


def _is_aimed(line: Line, predicate: Predicate, kind: str, oblique: tuple[str, Phrase]) -> bool:
    """Whether a preposition's phrase is whom an act is done to; "at" a place only where nothing else is."""
    word, phrase = oblique
    if kind == "armed_clash" and word in {"with", "against"}:
        return True
    if word == "in" and kind == "shelling" and predicate.lemma in COMING_DOWN:
        return _is_at_site(line, phrase)  # "rockets landed in the airport compound"
    if word == "into":
        return kind in DRIVEN and line.sentence.tokens[phrase.head].lemma in SITES
    if word == "to":
        return kind == "surrender" and bool(line.sides_of(phrase))
    if word not in AIMED or any(a.type != "object" for p in predicate.patients for a in line.actors_of(p)):
        return False
    return not predicate.patients or not is_place(line, phrase)


def sides_of(line: Line, predicate: Predicate, kind: str) -> list[Actor]:
    """The sides of a fight that its words name together: "clashes between the army and the rebels"."""
    both = _between(line, predicate, kind) if kind == "armed_clash" else None
    return [] if both is None else [*both[0], *both[1]]


def _between(line: Line, predicate: Predicate, kind: str) -> tuple[list[Actor], list[Actor]] | None:
    """“fighting between police and insurgents”: the first named against the others; of talks, one will do."""
    above = line.predicates.get(line.sentence.tokens[predicate.head].head)
    around = () if above is None or predicate.form == "verb" else above.obliques
    for word, phrase in (*predicate.obliques, *around):
        found = [a for a in line.actors_of(phrase) if a.type != "object"] if word == "between" else []
        if len(found) == 1 and (first := _joined_before(line, phrase)):
            found = [first, *(a for a in found if a != first)]
        if len(found) > (kind == "armed_clash"):
            return found[:1], found[1:]
    return None


def _joined_before(line: Line, phrase: Phrase) -> Actor | None:
    """“the army and Dawn rebels”: the army, where the parser hangs it on the rebels as their sort."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    for t, mention in line.actors:
        beside = phrase.start <= t < phrase.head and tokens[t].head == phrase.head and tokens[t].dep == "nmod"
        if beside and isinstance(mention.value, Actor) and any(tokens[k].dep == "cc" for k in kids[t]):
            return mention.value
    return None


def _is_at_site(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase is a site or its ground: "the prison", "the airport compound"."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    own = [phrase.head, *(k for k in kids[phrase.head] if tokens[k].dep == "compound")]
    return any(tokens[k].lemma in SITES for k in own)


def _is_site(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase names a place or a sort of site that an attack is aimed at."""
    return is_place(line, phrase) or line.sentence.tokens[phrase.head].lemma in SITES


def _is_act(line: Line, phrase: Phrase, *, hit: Actor | None = None) -> bool:
    """Whether a phrase's head is itself an act; a bomber is a person, and an army's tank may be hit itself."""
    acts = line.acts.get(phrase.head, ())
    if hit is not None and hit.type != "object" and all(a.frame == "weapon" for a in acts):
        return False
    return bool(acts) and line.sentence.tokens[phrase.head].lemma not in {"bomber", "attacker"}
