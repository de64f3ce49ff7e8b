"""A line's figures that nothing governs -> bound beside those that they are listed with.

"Destroyed a house, a car and a depot", "injured were: a driver; A. Vale, a baker", "two were killed in the ambush and
another in a later clash": the words tell once what befell them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline import lexicons
from dateline.claims.context import Line
from dateline.claims.ties import HARMS
from dateline.records import Figure, Measure, Mention, Scope

PRISONERS_OF_WAR = frozenset({"pow", "pows"})
SINGLE = frozenset({"figures.singular", "figures.named", "figures.definite"})
SAID_TO = lexicons.words("binding", "said_to")
THERE = frozenset({"in", "inside", "at", "near", "around", "within"})
LISTING = frozenset({",", "and", ";"})
# Kinds of places and deeds in which the second of two groups suffered the same: "another in police firing".
BESIDE = frozenset({"in", "at", "near", "during", "by", "on", "outside", "inside", "elsewhere"})


def bind_things(line: Line, bound: dict[int, list[Figure]]) -> None:
    """“destroyed a house, a VBIED, and a loader”: what only commas and "and" part from a thing destroyed is, too."""
    tokens = line.sentence.tokens
    home = {f.span: head for head, figures in bound.items() for f in figures if f.measure == "destroyed"}
    things = [(t, m) for t, m in line.figures if isinstance(m.value, Figure) and m.value.unit == "things"]
    things.sort(key=lambda pair: pair[1].span)
    for (_, before), (_, mention) in pairwise(things):
        between = [t.lower for t in tokens if before.span.end <= t.start and t.end <= mention.span.start]
        listed = bool(between) and LISTING.issuperset(between)
        figure = mention.value
        if before.span in home and mention.span not in home and listed and isinstance(figure, Figure):
            home[mention.span] = home[before.span]
            bound[home[before.span]].extend(spread(figure, Measure("destroyed")))


def bind_prisoners(line: Line, bound: dict[int, list[Figure]]) -> None:
    """“2,900 missing, including 1,400 POWs", "300 casualties, 90 POWs": prisoners among an army's losses were taken."""
    tokens = line.sentence.tokens
    home = {f.span: (head, f) for head, figures in bound.items() for f in figures if f.measure in HARMS}
    people = [
        (m.span, t, m) for t, m in line.figures if isinstance(m.value, Figure) and m.value.unit == "people"
    ]
    for (_, _, before), (_, token, mention) in pairwise(sorted(people, key=lambda one: one[0])):
        figure, known = mention.value, home.get(before.span)
        between = {t.lower for t in tokens if before.span.end <= t.start and t.end <= mention.span.start}
        if known is None or not isinstance(figure, Figure) or tokens[token].lower not in PRISONERS_OF_WAR:
            continue
        if not between or not between <= LISTING | {"including"}:
            continue
        rows = bound[known[0]]
        rows[:] = [f for f in rows if f.span != mention.span]
        rows.extend(spread(replace(figure, part_of=None, scope=Scope.NEW), Measure("captured")))


def strengths(line: Line, bound: Mapping[int, Sequence[Figure]]) -> Iterator[tuple[int, Figure]]:
    """“3,000 fighters believed to be inside the town": armed people who are said to be somewhere, by token."""
    taken = {f.span for told in bound.values() for f in told}
    for token, mention in line.figures:
        figure = mention.value
        if not isinstance(figure, Figure) or figure.victim not in {"combatant", "security forces"}:
            continue
        if mention.span not in taken and mention.rule not in SINGLE and _is_believed(line, token):
            yield token, replace(figure, measure=Measure("strength"))


def _is_believed(line: Line, token: int) -> bool:
    """Whether people are believed, or said, to be in some place, or to remain there."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    above = tokens[token].head
    verbs = [k for k in kids[token] if tokens[k].dep == "acl"]
    verbs += [above] if tokens[token].dep == "nsubjpass" else []
    for verb in (v for v in verbs if tokens[v].lemma in SAID_TO and tokens[v].tag == "VBN"):
        being = [k for k in kids[verb] if tokens[k].dep == "xcomp" and tokens[k].lemma in {"be", "remain"}]
        if any(tokens[j].dep == "prep" and tokens[j].lower in THERE for k in being for j in kids[k]):
            return True
    return False


def bind_rows(line: Line, bound: dict[int, list[Figure]]) -> None:
    """“Injured were: a driver; A. Vale, a baker; and two nurses”: one of each row, as the first."""
    tokens = line.sentence.tokens
    colon = next((t.end for t in tokens if t.text == ":"), None)
    if colon is None or any(t.text == "(" and t.start > colon for t in tokens):
        return
    rows = list(_rows(line, colon))
    if len(rows) < 2:
        return
    first = next(((head, f) for head, told in bound.items() for f in told if f.span == rows[0].span), None)
    if first is None or first[1].unit != "people":
        return
    taken = {f.span for told in bound.values() for f in told}
    for mention in rows[1:]:
        figure = mention.value
        if mention.span not in taken and isinstance(figure, Figure) and first[1].measure is not None:
            bound[first[0]].extend(spread(figure, first[1].measure))


def _rows(line: Line, colon: int) -> Iterator[Mention]:
    """The first count of people of each row that semicolons part after a colon."""
    ends = [t.start for t in line.sentence.tokens if t.text == ";" and t.start > colon]
    for start, end in pairwise([colon, *ends, line.sentence.span.end]):
        within = (m for _, m in line.figures if start <= m.span.start < end)
        people = [m for m in within if isinstance(m.value, Figure) and m.value.unit == "people"]
        if people:
            yield min(people, key=lambda m: (m.span.start, m.span.end))


def bind_gapped(line: Line, bound: dict[int, list[Figure]]) -> None:
    """“Two were killed in the ambush and another in police firing”: the verb is told once."""
    tokens = line.sentence.tokens
    home = {f.span: (head, f) for head, told in bound.items() for f in told if f.measure in HARMS}
    people = sorted(
        ((t, m) for t, m in line.figures if isinstance(m.value, Figure) and m.value.unit == "people"),
        key=lambda pair: pair[1].span,
    )
    for (_, before), (token, mention) in pairwise(people):
        known, figure = home.get(before.span), mention.value
        if known is None or mention.span in home or not isinstance(figure, Figure):
            continue
        if not _is_gapped(line, token, mention) or known[1].measure is None:
            continue
        between = [t for t in tokens if before.span.end <= t.start and t.end <= mention.span.start]
        verbs = [t for t in between if t.pos == "VERB" and t.tag in {"VBD", "VBN"}]
        if len(verbs) == 1 and between[-1].lower in {"and", ",", "while"}:
            bound[known[0]].extend(spread(figure, known[1].measure))


def _is_gapped(line: Line, token: int, mention: Mention) -> bool:
    """Whether a number or "another" stands with no verb of its own before where it befell them."""
    tokens = line.sentence.tokens
    bare = tokens[token].tag in {"CD", "DT"} or tokens[token].lower in {"others", "another"}
    last = line.sentence.token_at(mention.span.end - 1)
    after = tokens[last + 1].lower if last is not None and last + 1 < len(tokens) else ""
    return bare and tokens[token].dep in {"conj", "appos"} and after in BESIDE


def spread(figure: Figure, measure: Measure) -> list[Figure]:
    """“no casualties” is nobody killed and nobody injured; every other figure is one row."""
    if measure == "casualties" and figure.high == 0:
        return [replace(figure, measure=Measure("killed")), replace(figure, measure=Measure("injured"))]
    return [replace(figure, measure=measure)]
