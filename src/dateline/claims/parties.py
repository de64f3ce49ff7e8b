"""A group of acts -> who did it and to whom, by the arguments of its words and the form that its kind asks for."""

from __future__ import annotations

from collections.abc import Iterable

from dateline import lexicons
from dateline.claims.context import VIOLENT, Line
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
HELP = lexicons.words("binding", "help")
# Measures that count whom an event was done to.
HARMS = frozenset(
    {"killed", "injured", "casualties", "missing", "captured", "abducted", "detained", "released"}
)
# Words that count people without saying who they are.
HURT = frozenset({"casualties", "casualty", "dead", "injured", "killed", "missing", "wounded"})
# Who is arrested, where the report only counts people: "seven people were arrested".
SUSPECTS = Actor("suspects", None, "other")


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
        if not actors and doers:
            actors = doers
        if _tells_more(done_to, targets):
            targets = done_to
    if not actors:
        actors, beaten = _of_verb_above(group, kind)
        targets = beaten if _tells_more(beaten, targets) else targets
    if kind in MOVERS and not actors and targets:
        actors, targets = targets, []
    if kind == "displacement" and actors and not targets:
        actors, targets = [], actors
    actors, targets = _apart(group, kind, actors, _of_kind(kind, targets))
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


def _apart(
    group: Group, kind: str, actors: list[Actor], targets: list[Actor]
) -> tuple[list[Actor], list[Actor]]:
    """Doers and victims without who stands in both: nobody does it to himself, so one slot was misread.

    In a passive, who suffers is named; in the active, who does.
    """
    both = {a.name for a in actors} & {a.name for a in targets}
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


def _of_kind(kind: str, targets: list[Actor]) -> list[Actor]:
    """Whom an act of a kind is done to: forces sent are not, nor the thing hit where people are harmed."""
    if kind in NO_TARGET:
        return []
    if kind in SAID_TO:
        targets = [a for a in targets if a.type != "object" or a.name != a.name.lower()]
    if kind in OF_PEOPLE:
        targets = [a for a in targets if a.type != "object" or a.name.rpartition(" ")[2] not in PLACE_NOUNS]
    people = [a for a in targets if a.type != "object"]
    if kind == "armed_clash" and not people:
        return [a for a in targets if a.name != a.name.lower() or SITES & set(a.name.split())]
    return people or targets


def _arguments(line: Line, predicate: Predicate, kind: str) -> tuple[list[Actor], list[Actor]]:
    """Who does and who suffers one act: its arguments, turned round for acts that are suffered."""
    agents, patients = list(predicate.agents), list(predicate.patients)
    if kind == "territory" and predicate.lemma == "fall":
        agents, patients = [p for w, p in predicate.obliques if w == "to"], agents
    elif predicate.lemma in SUFFER or (predicate.lemma == "leave" and not patients):
        agents, patients = [], agents
    if kind in TOGETHER and (both := _between(line, predicate)) is not None:
        return both if kind == "armed_clash" else ([*both[0], *both[1]], [])
    with_whom = {"with", "against"} if kind == "armed_clash" else set()
    held = any(a.type != "object" for p in patients for a in line.actors_of(p))
    aside = [p for w, p in predicate.obliques if w in with_whom or (not held and w in AIMED)]
    if kind in DRIVEN:
        aside += [
            p for w, p in predicate.obliques if w == "into" and line.sentence.tokens[p.head].lemma in SITES
        ]
    if kind == "search":
        sought = [p for w, p in predicate.obliques if w == "for"]
        patients = sought if any(line.actors_of(p) for p in sought) else patients
    if kind == "surrender":
        aside += [p for w, p in predicate.obliques if w == "to" and line.sides_of(p)]
    if kind == "armed_clash" and predicate.form == "noun":
        patients = [
            p for p in patients if line.sides_of(p) or not _is_place(line, p)
        ]  # "the battle of X" is fought at X
    if kind in TAKEN_FROM:
        losers = [p for w, p in predicate.obliques if w == "from" and not _is_place(line, p)]
        patients = losers if any(a.type != "object" for p in losers for a in line.actors_of(p)) else patients
    if predicate.form == "noun":
        agents, patients = _of_noun(line, predicate, agents, patients)
    agents = [
        p for p in agents if line.sentence.tokens[p.head].lower not in NO_DOER and not _is_place(line, p)
    ]
    if kind == "displacement":
        forcers = _forcers(line, predicate)
        agents, patients = (forcers, [*agents, *patients]) if forcers else (agents, patients)
    if kind in VIOLENT and predicate.lemma in FINDING:
        agents = []  # who finds the dead did not kill them
    times = {t for t, _ in line.times}
    agents += [p for w, p in predicate.obliques if w == "with" and line.sentence.tokens[p.head].lemma in HELP]
    doers = [a for p in agents for a in line.actors_of(p) if not _is_act(line, p) and a.type != "object"]
    done_to = [
        a for p in patients if p.head not in times for a in line.actors_of(p) if not _is_act(line, p, hit=a)
    ]
    if kind == "arrest" and any(line.sentence.tokens[p.head].lemma in BARE_PEOPLE for p in patients):
        done_to = [SUSPECTS if a.type == "civilians" else a for a in done_to]
    done_to += [a for p in aside for a in line.actors_of(p) if a.type != "object" or _is_site(line, p)]
    return doers, done_to


def _forcers(line: Line, predicate: Predicate) -> list[Phrase]:
    """“were forced by X to leave”: X."""
    tokens = line.sentence.tokens
    above = line.predicates.get(tokens[predicate.head].head)
    forced = above is not None and above.lemma in FORCING and tokens[predicate.head].dep in {"xcomp", "ccomp"}
    return list(above.agents) if above is not None and forced else []


def _of_noun(
    line: Line, predicate: Predicate, agents: list[Phrase], patients: list[Phrase]
) -> tuple[list[Phrase], list[Phrase]]:
    """An act told by a noun: "the leader's death" is suffered by the leader; "the Dagestani battle" has no doer."""
    tokens = line.sentence.tokens
    if predicate.lemma in SUFFERED:
        owned = [p for p in agents if any(tokens[k].dep == "poss" for k in range(p.start, p.end))]
        agents, patients = [p for p in agents if p not in owned], [*owned, *patients]
    if predicate.lemma in MUTUAL:
        agents = [p for p in agents if tokens[p.head].dep not in {"amod", "compound", "nmod"}]
    return agents, patients


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
