"""A line's figures and groups -> figures bound to an event, each with what it measures.

A figure that no act governs and whose own words state no measure is left out: it counts something else.
"""

from __future__ import annotations

from dataclasses import replace

from dateline import lexicons
from dateline.claims import listing, ties
from dateline.claims.choices import PLACE_NOUNS
from dateline.claims.context import VIOLENT, Line, governors
from dateline.claims.grouping import OUTCOME, Group
from dateline.claims.ties import HARMS
from dateline.records import Figure, Measure, Mention, Phrase, Predicate

# Kinds whose people in the object are counted as this. Source: bench guidelines, "figures".
BY_KIND = {
    "abduction": "abducted",
    "arrest": "captured",
    "release": "released",
    "escape": "escaped",
    "prison_break": "escaped",
    "surrender": "surrendered",
    "detention": "detained",
    "displacement": "displaced",
    "execution": "killed",
    "assassination": "killed",
    "deployment": "strength",
    "strength": "strength",
    "recruitment": "strength",
    "protest": "participants",
    "sexual_violence": "injured",
}
SETTLEMENTS = lexicons.words("binding", "settlements")
RAZED = frozenset({"destroy", "raze", "flatten", "level", "burn", "demolish"})
KIN = lexicons.words("binding", "kin")
SOME_OF = lexicons.words("binding", "some_of")
SEIZING = frozenset({"arrest", "detention", "release"})
DESTRUCTIVE = VIOLENT | {"looting"}
SINGLE = frozenset({"figures.singular", "figures.named", "figures.definite"})
# Kinds whose doer in the subject is the one that is counted: "30 prisoners escaped", "5,000 people fled".
DOER_COUNTED = frozenset(
    {"escape", "displacement", "surrender", "protest", "prison_break", "return", "withdrawal"}
)


def bind(
    line: Line, groups: list[Group], kinds: dict[int, str]
) -> tuple[dict[int, list[Figure]], list[Mention]]:
    """Give each figure of a line to the group whose act governs it.

    Args:    kinds: the kind of each group, by the group's head token.
    Returns: figures by group head; and the figures that state a harm but have no group.
    """
    bound: dict[int, list[Figure]] = {}
    loose: list[Mention] = []
    for token, mention in line.figures:
        figure = mention.value
        if not isinstance(figure, Figure) or _is_date(line, mention) or _says_who(line, token, mention):
            continue
        if figure.measure is not None and mention.rule in SINGLE - {"figures.named"}:
            continue  # "the remains", "a body of": the words state no count of their own
        if figure.measure == "injured" and figure.high != 0 and _are_dead(line, token):
            figure = replace(figure, measure=Measure("killed"))
        if figure.measure is not None and figure.measure != "attacks":
            group = _nearest(line, groups, token, kinds)
            if group is None:
                loose.append(mention)
            else:
                bound.setdefault(group.head, []).extend(listing.spread(figure, figure.measure))
            continue
        for head, measure in _governed(line, groups, token, mention, kinds):
            bound.setdefault(head, []).extend(listing.spread(figure, measure))
    ties.bind_tied(line, bound)
    listing.bind_things(line, bound)
    listing.bind_prisoners(line, bound)
    listing.bind_rows(line, bound)
    listing.bind_gapped(line, bound)
    harmed = {f.span for figures in bound.values() for f in figures if f.measure in HARMS}
    for figures in bound.values():  # who was hit took no part in what the same words tell of
        figures[:] = [f for f in figures if f.measure != "participants" or f.span not in harmed]
    return {head: ties.tidy(figures) for head, figures in bound.items()}, loose


def _are_dead(line: Line, token: int) -> bool:
    """“Two of the wounded died”, "of the injured, three were pronounced dead”: they count among the killed."""
    top = line.top(token)
    verb = line.sentence.tokens[top].head
    told = line.predicates.get(verb)
    if told is None or told.form != "verb" or not any(a.measure == "killed" for a in line.acts.get(verb, ())):
        return False
    return top in {p.head for p in (told.patients if told.passive else told.agents)}


def _says_who(line: Line, token: int, mention: Mention) -> bool:
    """“shot dead A. Vale, a teacher”: one who is counted by name already; not the next of a list."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    head = tokens[token].head
    if (
        mention.rule not in SINGLE
        or tokens[token].dep != "appos"
        or tokens[head].pos != "PROPN"
        or token < head
    ):
        return False
    listed = [k for k in kids[token] if tokens[k].dep == "conj" and tokens[k].lower != "one"]
    if listed:
        return False  # "a teacher and a cook": more than one; "a clerk and one of the best" is one
    return any(t == head and m.rule == "figures.named" for t, m in line.figures)


def _nearest(line: Line, groups: list[Group], token: int, kinds: dict[int, str]) -> Group | None:
    """The group that a figure with its own measure ("30 dead") belongs to: governing, else the nearest."""
    figure = next((m.value for t, m in line.figures if t == token), None)
    measure = figure.measure if isinstance(figure, Figure) else None
    own = [g for g in groups if measure not in HARMS and BY_KIND.get(kinds.get(g.head, "")) == measure]
    for group in own:
        if token in group.acts:
            return group  # "made 12 arrests": the counted noun is the act
    usable = own or [g for g in groups if kinds.get(g.head) in DESTRUCTIVE]
    for k in governors(line, token):
        for group in usable:
            if k in group.acts:
                return group
        predicate = line.predicates.get(k)
        if predicate is not None and predicate.lemma in OUTCOME:
            heads = {p.head for p in predicate.agents}
            for group in usable:
                if heads & set(group.acts):
                    return group
    if not usable:
        return None
    return min(usable, key=lambda g: (min(abs(i - token) for i in g.acts), g.head))


def _governed(
    line: Line, groups: list[Group], token: int, mention: Mention, kinds: dict[int, str]
) -> list[tuple[int, Measure]]:
    """The groups whose acts govern a figure, and what it then measures in each.

    A figure's own relative clause comes first ("one hostage who was beheaded"); verbs that share their
    object share its figure ("kidnapped and killed 11 people").
    """
    found: list[tuple[int, Measure]] = []
    tops = (token, line.top(token))
    if _is_whole(line, token, mention):
        tops = (token, token)  # "one of five victims died": not all five
    if _is_kin(line, token, mention):
        return []
    if mention.rule in SINGLE and _is_owner(line, token, tops[1]):
        tops = (token, token)  # "the house of a judge", "the pilot of a helicopter": the house, the pilot
    for top in dict.fromkeys(tops):
        for group in groups:
            measure = _in_group(line, group, top, mention, kinds)
            if measure is not None:
                found.append((group.head, measure))
        if found:
            break
    return found


def _is_kin(line: Line, token: int, mention: Mention) -> bool:
    """Whether a number is of the families of those counted: the one of "three members of one family" is no fourth."""
    tokens = line.sentence.tokens
    link = tokens[token].head
    of = tokens[token].dep == "pobj" and tokens[link].lower in {"of", "from"} and tokens[token].lemma in KIN
    return of and any(t == tokens[link].head and m.span != mention.span for t, m in line.figures)


def _is_whole(line: Line, token: int, mention: Mention) -> bool:
    """Whether a number of people is the whole of which another number is told: the five in "one of five victims"."""
    tokens = line.sentence.tokens
    above = tokens[tokens[token].head]
    part = tokens[above.head]
    of = tokens[token].dep == "pobj" and above.lower == "of" and mention.rule not in SINGLE
    return (
        of and (part.tag == "CD" or part.lower in {"one", "some", "none"}) and part.end <= mention.span.start
    )


def _is_owner(line: Line, token: int, top: int) -> bool:
    """Whether a phrase hangs by “of” on another thing or person, which is not a part, or some, of it."""
    tokens = line.sentence.tokens
    while token != top and tokens[token].head != token:
        above = tokens[token].head
        if tokens[token].dep == "pobj" and tokens[above].lower == "of":
            whole = tokens[tokens[above].head]
            if whole.pos in {"NOUN", "PROPN"} and whole.lemma not in SOME_OF:
                return True
        token = above
    return False


def _in_group(line: Line, group: Group, top: int, mention: Mention, kinds: dict[int, str]) -> Measure | None:
    """What a figure measures in one group, or None."""
    figure = mention.value
    kind = kinds.get(group.head)
    if kind is None or not isinstance(figure, Figure):
        return None
    if figure.unit == "people" and top in group.acts and top != line.sentence.token_at(mention.anchor):
        return None  # "in an ambush and two others in a clash": no two ambushes
    if figure.unit == "attacks" or top in group.acts:
        if kind in COUNTED_ATTACKS and _counts_attacks(line, group, top, mention):
            return Measure("attacks")
        if top in group.acts:
            return None
    told = [_measure(line, group, i, top, mention, kind) for i in sorted(group.acts)]
    measures = [m for m in told if m is not None]
    # "shot and killed 60": the word that says what came of it wins over the one that leaves it open
    return next((m for m in measures if m != "casualties"), measures[0] if measures else None)


def _is_date(line: Line, mention: Mention) -> bool:
    """Whether the number is part of a date ("August 18 2011 Opposition forces")."""
    return any(t.span.start < mention.span.end and mention.span.start < t.span.end for _, t in line.times)


def _counts_attacks(line: Line, group: Group, top: int, mention: Mention) -> bool:
    """“34 strikes”, "three car bombs exploded", "several rockets landed": attacks that are counted."""
    if mention.rule in SINGLE or not group.roles() & {"event", "weapon", "generic"}:
        return False
    if top in group.acts:
        return any(
            a.frame in {"event", "generic"} or (a.frame == "weapon" and a.kind != "air_strike")
            for a in group.acts[top]
        )
    figure = mention.value
    return (
        isinstance(figure, Figure)
        and figure.unit == "attacks"
        and any(top in line.sentence.kids[i] or line.sentence.tokens[top].head == i for i in group.acts)
    )


def _measure(line: Line, group: Group, i: int, top: int, mention: Mention, kind: str) -> Measure | None:
    """What a figure headed by token `top` measures as an argument of act `i`, or None."""
    predicate = line.predicates.get(i)
    if predicate is None:
        return None
    patient = any(p.head == top or line.top(p.head) == top for p in predicate.patients)
    agent = any(p.head == top or line.top(p.head) == top for p in predicate.agents)
    if not patient and predicate.form == "verb":
        found = predicate.lemma == "find"  # "was found dead along with two who were hurt"
        patient = not found and any(
            w == "with" and p.head == top and _is_along(line, p) for w, p in predicate.obliques
        )
    if not patient and predicate.lemma == "set":  # "set fire to a car"
        patient = any(
            line.sentence.tokens[k].lower == "fire"
            and any(
                line.sentence.tokens[t].lower == "to" and top in line.sentence.kids[t]
                for t in (*line.sentence.kids[k], *line.sentence.kids[i])
            )
            for k in line.sentence.kids[i]
        )
    if not patient and predicate.form == "noun":
        patient = any(w in {"of", "on", "against"} and p.head == top for w, p in predicate.obliques)
    if patient:
        return _of_patient(line, group, i, predicate, mention, kind)
    if agent:
        return _of_agent(line, group, i, mention, kind)
    if mention.rule not in SINGLE and kind in BROUGHT and _takes_part(line, i, top):
        return Measure("participants") if getattr(mention.value, "unit", "") == "people" else None
    return None


def _takes_part(line: Line, i: int, top: int) -> bool:
    """“17,000 judges took part in a strike", "thousands were engaged in a battle”: those in the verb's subject."""
    tokens = line.sentence.tokens
    within = tokens[i].head
    verb = tokens[within].head
    if tokens[i].dep != "pobj" or tokens[within].lower != "in" or tokens[verb].lemma not in TAKING_PART:
        return False
    if tokens[verb].dep == "acl":
        return False  # "the suspects involved in the attack": it only says which
    if tokens[verb].lemma == "take" or tokens[verb].lemma == "part":
        verb = verb if tokens[verb].pos == "VERB" else tokens[verb].head
        if not any(tokens[k].lower == "part" for k in line.sentence.kids[verb]):
            return False
    predicate = line.predicates.get(verb)
    doing = () if predicate is None else predicate.patients if predicate.passive else predicate.agents
    return any(p.head == top or line.top(p.head) == top for p in doing)


def _is_along(line: Line, phrase: Phrase) -> bool:
    """“killing the leader along with a girl”: the girl as well."""
    return any(
        t.lower in {"along", "together"}
        for t in line.sentence.tokens[max(0, phrase.start - 2) : phrase.start]
    )


def _of_patient(
    line: Line, group: Group, i: int, predicate: Predicate, mention: Mention, kind: str
) -> Measure | None:
    figure = mention.value
    if not isinstance(figure, Figure):
        return None
    own = next((a.measure for a in group.acts[i] if a.measure is not None and a.frame != "effect"), None)
    if (
        kind in SEIZING
        and own is None
        and predicate.form == "noun"
        and VIOLENT.issuperset(a.kind for a in group.acts[i])
    ):
        return None  # "was arrested over the attack on a senator": he was not
    if figure.unit == "people":
        measure = own or (BY_KIND.get(kind) if kind != "protest" else None)
        if own == "killed" and predicate.lemma == "eliminate" and _counts_forces(line, mention):
            measure = Measure("casualties")  # put out of action
        if kind == "execution" and own == "casualties":
            measure = Measure("killed")  # held people who are shot are put to death
        if own == "casualties" and _is_only_aimed_at(line, i):
            return None
        if measure is not None:
            alone = measure == "strength" or (measure == "detained" and predicate.lemma == "hold")
            return None if alone and mention.rule in SINGLE else Measure(measure)
        return Measure("killed") if predicate.lemma == "burn" else None
    if kind in DESTRUCTIVE and figure.unit == "things" and _destroys(line, group, i, mention, kind):
        return Measure("destroyed")
    return None


def _counts_forces(line: Line, mention: Mention) -> bool:
    """Whether forces are counted, by the noun or, in "390,000 from the north", by the one before it."""
    of = mention.value.of if isinstance(mention.value, Figure) else ""
    return _head_lemma(line, mention) in FORCES or of.lower().split()[-1:] in [["forces"], ["troops"]]


def _is_only_aimed_at(line: Line, i: int) -> bool:
    """“was shot at”: nobody says that the shots hit."""
    return any(
        line.sentence.tokens[k].lower == "at" and not line.sentence.kids[k] for k in line.sentence.kids[i]
    )


def _destroys(line: Line, group: Group, i: int, mention: Mention, kind: str) -> bool:
    """Whether an act leaves the thing it is done to destroyed or damaged; an attack on a town does not say so."""
    if mention.rule == "figures.named" or line.sentence.tokens[i].lemma == "target":
        return False
    effect = any(a.frame == "effect" for acts in group.acts.values() for a in acts)
    lemma = line.sentence.tokens[i].lemma
    if _head_lemma(line, mention) in SETTLEMENTS and lemma not in RAZED and mention.rule in SINGLE:
        return False
    if effect and mention.rule == "figures.singular":
        return True
    if lemma in PLACE_NOUNS or (mention.rule in SINGLE and _head_lemma(line, mention) in PLACE_NOUNS):
        return mention.rule not in SINGLE
    if mention.rule == "figures.definite":
        return effect and lemma not in {"hit", "strike", "attack", "bomb"}
    return effect or kind in {"air_strike", "shelling", "bombing", "looting", "suicide_bombing"}


def _head_lemma(line: Line, mention: Mention) -> str:
    token = line.sentence.token_at(mention.anchor)
    return "" if token is None else line.sentence.tokens[token].lemma


def _of_agent(line: Line, group: Group, i: int, mention: Mention, kind: str) -> Measure | None:
    """People in the subject: those who die, flee or escape; else those who take part, where a number is given."""
    figure = mention.value
    if not isinstance(figure, Figure) or figure.unit != "people":
        return None
    act_measures = {a.measure for a in group.acts[i]}
    lemma = line.sentence.tokens[i].lemma
    if lemma in INTRANSITIVE and act_measures - {None}:
        return next((m for m in act_measures if m is not None), Measure("killed"))
    if kind in DOER_COUNTED and (kind in BY_KIND or mention.rule not in SINGLE):
        return Measure(BY_KIND.get(kind, "participants"))
    token = line.sentence.token_at(mention.anchor)
    if token in set(line.sentence.ancestors(i)):
        return None  # "four men who began shooting": the clause only describes them
    if mention.rule in SINGLE or kind in {
        "accusation",
        "demand",
        "denial",
        "threat",
        "negotiation",
        "agreement",
    }:
        return None
    if kind == "deployment":
        return Measure("strength")
    return Measure("participants")


TAKING_PART = lexicons.words("binding", "taking_part")
FORCES = lexicons.words("binding", "forces")
BROUGHT = VIOLENT | {"protest"}
COUNTED_ATTACKS = VIOLENT - {"riot", "crackdown", "execution"}
INTRANSITIVE = frozenset(
    {
        "be",
        "burn",
        "lie",
        "die",
        "perish",
        "succumb",
        "lose",
        "sustain",
        "suffer",
        "receive",
        "disappear",
        "go",
        "remain",
    }
)
