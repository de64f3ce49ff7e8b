"""A group of acts -> its place, with the rule that filled it; steps in the parse from an act to a mention."""

from __future__ import annotations

from itertools import islice

from dateline import lexicons
from dateline.claims.context import Line, is_event_place
from dateline.claims.grouping import Group
from dateline.records import Decision, Mention, Precision, Where

NO_PLACE = frozenset({"denial", "threat", "demand", "sanction", "agreement", "negotiation"})
PRECISE = {"exact": 0, "near": 1, "admin": 2, "country": 3}
TOLD_BY = frozenset().union(*(lexicons.words("binding", name) for name in ("committed", "done_by", "occur")))
FLEEING = lexicons.words("binding", "fleeing")
MEANWHILE = frozenset({"as", "while"})


def choose_where(group: Group) -> tuple[Where | None, Decision | None]:
    """The place that the group's clause gives, else its sentence's; the most precise of equals.

    A country that only another clause of the sentence names is no place of the event.
    """
    found = [
        (t, m)
        for t, m in group.line.places
        if is_event_place(group.line, t, m) and not is_of_cause(group, t) and not _is_fled_to(group, t)
    ]
    objects = {
        p.head for i in group.acts if i in group.line.predicates for p in group.line.predicates[i].patients
    }
    taken = [(t, m) for t, m in found if t in objects and _coarse(m) < PRECISE["country"]]
    mention, rule = nearest(group, taken or found, placing=True)
    if mention is None or not isinstance(mention.value, Where):
        return None, None
    if rule == "slot.sentence" and mention.value.precision is Precision.COUNTRY:
        return None, None
    return mention.value, Decision("where", rule, mention.span, f"{mention.rule}: {mention.note}")


def _is_fled_to(group: Group, token: int) -> bool:
    """“Homes were torched and hundreds fled to Hella”: it burned where they came from."""
    line = group.line
    tokens = line.sentence.tokens
    link = tokens[token].head
    going = tokens[link].head
    to = tokens[token].dep in {"pobj", "appos"} and tokens[link].lower in {"to", "toward", "towards"}
    return to and going not in group.acts and tokens[going].lemma in FLEEING


def is_of_cause(group: Group, token: int) -> bool:
    """“Went on strike to protest the killing in Hella”: the place or time is that of what the act answers to."""
    line = group.line
    tokens = line.sentence.tokens
    act = next((k for k in line.sentence.ancestors(token) if k in line.acts), None)
    if act is None or act in group.acts or tokens[act].pos not in {"NOUN", "PROPN"}:
        return False
    return any(tokens[k].lemma in CAUSED for k in islice(line.sentence.ancestors(act), 3))


CAUSED = lexicons.words("binding", "caused")


def nearest(
    group: Group, found: list[tuple[int, Mention]], *, placing: bool = False
) -> tuple[Mention | None, str]:
    """The mention nearest to the group's acts in the parse: own phrase, own clause, then the sentence.

    `placing`: a clause on where the deed was done is its own; a day told so gives way to a closer one of the report.
    """
    line = group.line
    if not found:
        return None, ""
    ranked = []
    for n, (token, mention) in enumerate(found):
        distance = _distance(line, group, token, placing=placing)
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
    joined = {i for i in acts if tokens[i].dep == "conj" and tokens[i].head in group.acts}
    # "nine have been killed and others wounded in the blasts on Friday"
    joined |= {
        i
        for i in acts
        if tokens[i].dep == "acl"
        and tokens[tokens[i].head].dep == "conj"
        and tokens[tokens[i].head].head in group.acts
    }
    # "was killed while hunting on Monday", "as they marched in the town": of one time and place with it
    joined |= {
        i
        for i in acts
        if tokens[i].dep == "advcl"
        and tokens[i].head in group.acts
        and any(tokens[k].lower in MEANWHILE for k in group.line.sentence.kids[i])
    }
    acts -= {i for i in acts if i in joined or not joined.isdisjoint(group.line.sentence.ancestors(i))}
    return any(k in acts for k in group.line.sentence.ancestors(token))


CLAUSE_STEPS = 10  # steps in the parse that one clause spans: within it the more precise place wins
FAR = 100  # a mention in another clause of the sentence


def _coarse(mention: Mention) -> int:
    value = mention.value
    return PRECISE.get(str(value.precision), 1) if isinstance(value, Where) else 0


def _distance(line: Line, group: Group, token: int, *, placing: bool) -> int:
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
                    if not (
                        placing and line.sentence.tokens[j].head in group.acts and _says_how_done(line, j)
                    )
                )
                apart = FAR // 2 if aside and not _depth(line, chain[0]) else 0
                best = min(best, step + up + 10 * crossed + apart + (FAR if other else 0))
    return best


def _says_how_done(line: Line, verb: int) -> bool:
    """“The murder committed in Hella", "the blast that occurred on Monday”: the verb's place is the deed's own."""
    token = line.sentence.tokens[verb]
    return token.dep in {"acl", "relcl"} and token.lemma in TOLD_BY


def _depth(line: Line, token: int) -> int:
    """How many brackets are open at a token: an aside in brackets has its own time and place."""
    words = [t.text for t in line.sentence.tokens[:token]]
    return words.count("(") - words.count(")")
