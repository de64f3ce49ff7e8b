"""A group of acts -> its slots: who, to whom and where, each with the rule that filled it."""

from __future__ import annotations

from collections.abc import Iterable

from dateline import lexicons
from dateline.claims.context import Line, is_event_place
from dateline.claims.grouping import Group
from dateline.records import Actor, Decision, Mention, Phrase, Precision, Predicate, Where

NO_PLACE = frozenset({"denial", "threat", "demand", "sanction", "agreement", "negotiation"})
# Agents of these verbs hang on the result, not the deed: their subject is no doer.
SUFFER = lexicons.words("binding", "suffer")
SUFFERED = lexicons.words("binding", "suffered")
MUTUAL = lexicons.words("binding", "mutual")
NO_DOER = lexicons.words("binding", "no_doer")
BARE_PEOPLE = lexicons.words("binding", "bare_people")
PLACE_NOUNS = lexicons.words("binding", "place_nouns")
# Kinds that are done to nobody: who is sent, who flees or comes back, who talks is the doer or a figure.
NO_TARGET = frozenset(
    {"deployment", "strength", "return", "escape", "curfew", "protest", "negotiation", "ceasefire", "withdrawal"}
)  # fmt: skip
# Kinds in which "from" says who lost what was taken.
TAKEN_FROM = frozenset({"territory", "weapons_seized", "looting"})
# Kinds that are done to people alone.
OF_PEOPLE = frozenset(
    {
        "abduction",
        "arrest",
        "assassination",
        "detention",
        "displacement",
        "execution",
        "recruitment",
        "release",
    }
)
# Kinds in which the same people stand on both sides.
BOTH_AT_ONCE = frozenset({"riot", "armed_clash", "suicide_bombing", "other_violence"})
# Who is arrested, where the report only counts people: "seven people were arrested".
SUSPECTS = Actor("suspects", None, "other")
TOGETHER = frozenset({"armed_clash", "negotiation", "agreement", "ceasefire"})
AIMED = frozenset({"on", "against", "at", "upon", "toward", "towards"})
PRECISE = {"exact": 0, "near": 1, "admin": 2, "country": 3}


def parties(group: Group, kind: str) -> tuple[tuple[Actor, ...], tuple[Actor, ...], list[Decision]]:
    """Who did it and to whom, from the arguments of the group's acts: the verb's own before its company's."""
    line = group.line
    actors: list[Actor] = []
    targets: list[Actor] = []
    decisions: list[Decision] = []
    for i in sorted(group.acts, key=lambda k: (line.sentence.tokens[k].pos != "VERB", k)):
        predicate = line.predicates.get(i)
        if predicate is None:
            continue
        doers, done_to = _arguments(line, predicate, kind)
        if not actors and doers:
            actors = doers
        if not targets and done_to:
            targets = done_to
    if kind in {"escape", "surrender", "return", "prison_break"} and not actors and targets:
        actors, targets = targets, []
    if kind == "displacement" and actors and not targets:
        actors, targets = [], actors
    targets = _of_kind(kind, targets)
    if kind not in BOTH_AT_ONCE and (both := {a.name for a in actors} & {a.name for a in targets}):
        # nobody does it to himself: what the passive does not name, or the object, was not read aright
        if any(p.passive for i, p in line.predicates.items() if i in group.acts):
            actors = [a for a in actors if a.name not in both]
        else:
            targets = [a for a in targets if a.name not in both]
    if actors:
        decisions.append(Decision("actor", "actor.argument"))
    if targets:
        decisions.append(Decision("target", "target.argument"))
    return _distinct(actors, drop_objects=True), _distinct(targets, drop_objects=False), decisions


def _of_kind(kind: str, targets: list[Actor]) -> list[Actor]:
    """Whom an act of a kind is done to: forces sent are not, nor the thing hit where people are harmed."""
    if kind in NO_TARGET:
        return []
    if kind in OF_PEOPLE:
        targets = [a for a in targets if a.type != "object" or a.name.rpartition(" ")[2] not in PLACE_NOUNS]
    return [a for a in targets if a.type != "object"] or targets


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
    aside = [p for w, p in predicate.obliques if w in with_whom or (not patients and w in AIMED)]
    if kind in TAKEN_FROM:
        losers = [p for w, p in predicate.obliques if w == "from" and not _is_place(line, p)]
        patients = losers if any(a.type != "object" for p in losers for a in line.actors_of(p)) else patients
    if predicate.form == "noun":
        agents, patients = _of_noun(line, predicate, agents, patients)
    agents = [
        p for p in agents if line.sentence.tokens[p.head].lower not in NO_DOER and not _is_place(line, p)
    ]
    times = {t for t, _ in line.times}
    doers = [a for p in agents for a in line.actors_of(p) if not _is_act(line, p) and a.type != "object"]
    done_to = [a for p in patients if p.head not in times for a in line.actors_of(p) if not _is_act(line, p)]
    if kind == "arrest" and any(line.sentence.tokens[p.head].lemma in BARE_PEOPLE for p in patients):
        done_to = [SUSPECTS if a.type == "civilians" else a for a in done_to]
    done_to += [a for p in aside for a in line.actors_of(p) if a.type != "object" or _is_place(line, p)]
    return doers, done_to


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


def _is_place(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase's head names a place and no party: "Near Palmyra, one strike"."""
    return any(t == phrase.head and not m.rule.endswith(("as_actor", "as_modifier")) for t, m in line.places)


def _is_act(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase's head is itself an act; a bomber or attacker is a person as well."""
    return phrase.head in line.acts and line.sentence.tokens[phrase.head].lemma not in {"bomber", "attacker"}


def _distinct(actors: Iterable[Actor], *, drop_objects: bool) -> tuple[Actor, ...]:
    seen: dict[str, Actor] = {}
    for actor in actors:
        if not (drop_objects and actor.type == "object"):
            seen.setdefault(actor.name, actor)
    return tuple(seen.values())


def choose_where(group: Group) -> tuple[Where | None, Decision | None]:
    """The place that the group's clause gives, else its sentence's; the most precise of equals.

    A country that only another clause of the sentence names is no place of the event.
    """
    found = [(t, m) for t, m in group.line.places if is_event_place(group.line, t, m)]
    mention, rule = nearest(group, found)
    if mention is None or not isinstance(mention.value, Where):
        return None, None
    if rule == "slot.sentence" and mention.value.precision is Precision.COUNTRY:
        return None, None
    return mention.value, Decision("where", rule, mention.span, f"{mention.rule}: {mention.note}")


def nearest(group: Group, found: list[tuple[int, Mention]]) -> tuple[Mention | None, str]:
    """The mention nearest to the group's acts in the parse: own phrase, own clause, then the sentence."""
    line = group.line
    if not found:
        return None, ""
    ranked = []
    for n, (token, mention) in enumerate(found):
        distance = _distance(line, group, token)
        ranked.append((distance // CLAUSE_STEPS, _coarse(mention), distance, token, n))
    best = min(ranked)
    if best[2] >= FAR and _is_of_other(group, best[3]):
        return None, ""
    return found[best[-1]][1], "slot.clause" if best[2] < FAR else "slot.sentence"


def _is_of_other(group: Group, token: int) -> bool:
    """Whether a mention in another clause belongs to another act, which it then times or places."""
    tokens = group.line.sentence.tokens
    acts = {i for i in group.line.acts if i not in group.acts}
    # "killed nine and captured four in the town": what stands at the end is said of both
    acts -= {i for i in acts if tokens[i].dep == "conj" and tokens[i].head in group.acts}
    return any(k in acts for k in group.line.sentence.ancestors(token))


CLAUSE_STEPS = 10  # steps in the parse that one clause spans: within it the more precise place wins
FAR = 100  # a mention in another clause of the sentence


def _coarse(mention: Mention) -> int:
    value = mention.value
    return PRECISE.get(str(value.precision), 1) if isinstance(value, Where) else 0


def _distance(line: Line, group: Group, token: int) -> int:
    """Steps in the parse from a mention up to the first head that an act shares; far where no act does."""
    aside = _depth(line, token)
    chains = [[i, *line.sentence.ancestors(i)] for i in sorted(group.acts)]
    best = FAR * 2
    for step, k in enumerate([token, *line.sentence.ancestors(token)]):
        for chain in chains:
            if k in chain:
                up = chain.index(k)
                crossed = sum(
                    1
                    for j in chain[:up]
                    if line.sentence.tokens[j].dep in {"ccomp", "advcl", "conj", "parataxis"}
                    and line.sentence.tokens[j].pos == "VERB"
                )
                other = sum(
                    1
                    for j in [token, *line.sentence.ancestors(token)][:step]
                    if line.sentence.tokens[j].pos == "VERB" and j not in chain
                )
                apart = FAR // 2 if aside and not _depth(line, chain[0]) else 0
                best = min(best, step + up + 10 * crossed + apart + (FAR if other else 0))
    return best


def _depth(line: Line, token: int) -> int:
    """How many brackets are open at a token: an aside in brackets has its own time and place."""
    words = [t.text for t in line.sentence.tokens[:token]]
    return words.count("(") - words.count(")")
