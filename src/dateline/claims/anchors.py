"""An event that a telling is dated by ("during the fighting", "on the first night of the siege") -> its days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from dateline import lexicons
from dateline.claims.carrying import OF_FIGHTING, Dated, is_of_days
from dateline.claims.grouping import DEFINITE
from dateline.claims.story import Draft
from dateline.records import Span, Status, When

# Nouns for a whole course of fighting; its days are all those told of.
OPERATIONS = lexicons.words("binding", "operations")
ORDINALS = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}
UNIT_DAYS = {"day": 1, "night": 1, "morning": 1, "week": 7}
CAMPAIGN = 100  # days from the first date told of an operation to the last, at most
COURSE = OF_FIGHTING | {"search", "deployment"}


class Anchor(NamedTuple):
    """The event that a telling is dated by, as a token, and how: in all its course, before it, in its nth part."""

    act: int
    way: str
    nth: int = 0
    days: int = 0


def date_by(draft: Draft, drafts: Sequence[Draft]) -> Dated | None:
    """The days of a draft that its words date by another event told of in the report, if they do."""
    anchor = next((a for i in sorted(draft.group.line.acts) if (a := _anchor(draft, i)) is not None), None)
    event = None if anchor is None else _event(draft, anchor, drafts)
    if anchor is None or event is None:
        return None
    when, words = event
    if anchor.way == "before":
        return Dated(_day(when.start), "slot.before_event", words)
    if anchor.way == "whole":
        return Dated(when, "slot.whole_operation", words)
    if anchor.way == "during":
        return Dated(when, "slot.during_event", words)
    start = when.start + timedelta(days=anchor.nth * anchor.days)
    end = start + timedelta(days=anchor.days - 1)
    part = _day(start) if start == end else When(start, end, "span")
    return Dated(part, "slot.part_of_event", words) if start <= when.end else None


def _day(day: date) -> When:
    return When(day, day, "day")


def _anchor(draft: Draft, act: int) -> Anchor | None:
    """How the noun of an event dates a draft, if it does: "the" fighting, the first night "of the" siege."""
    group = draft.group
    sentence = group.line.sentence
    tokens = sentence.tokens
    if tokens[act].pos not in {"NOUN", "PROPN"}:
        return None
    above = set(sentence.ancestors(act))
    definite = any(tokens[k].lower in DEFINITE for k in sentence.kids[act])
    if (
        act in group.acts
        and tokens[act].lemma in OPERATIONS
        and _is_told_whole(draft, act, definite=definite)
    ):
        return Anchor(act, "whole")
    if not definite or tokens[act].dep != "pobj":
        return None
    link = tokens[act].head
    if tokens[link].lower in {"during", "amid"} and act not in group.acts and draft.head in above:
        return Anchor(act, "during")
    if tokens[link].lower == "before" and draft.status is Status.STOCK and draft.head in above:
        return Anchor(act, "before")
    unit = tokens[link].head
    nth = next((ORDINALS[tokens[k].lower] for k in sentence.kids[unit] if tokens[k].lower in ORDINALS), None)
    if tokens[link].lower == "of" and nth is not None and tokens[unit].lemma in UNIT_DAYS:
        inside = draft.head in above or draft.head > unit
        return Anchor(act, "nth", nth, UNIT_DAYS[tokens[unit].lemma]) if inside else None
    return None


def _is_told_whole(draft: Draft, act: int, *, definite: bool) -> bool:
    """“The operation killed 139”, "Operation Dawn was an operation carried out by": told of in all its course."""
    dep = draft.group.line.sentence.tokens[act].dep
    return dep == "attr" or (definite and dep in {"nsubj", "nsubjpass", "agent"})


def _event(draft: Draft, anchor: Anchor, drafts: Sequence[Draft]) -> tuple[When, Span] | None:
    """The days of the event that an anchor names: the last told of its kind before the draft, else the first after."""
    line = draft.group.line
    if line.sentence.tokens[anchor.act].lemma in OPERATIONS:
        return _course(drafts)
    kinds = {str(a.kind) for a in line.acts[anchor.act]}
    dated = [
        (d.sentence, d.when, d.evidence)
        for d in drafts
        if d is not draft and d.kind in kinds and d.when is not None and is_of_days(d.when)
    ]
    before = [d for d in dated if d[0] <= draft.sentence]
    found = before[-1] if before else next(iter(dated), None)
    return None if found is None else (found[1], found[2])


def _course(drafts: Sequence[Draft]) -> tuple[When, Span] | None:
    """From the first day of fighting that the report tells of to the last, where they lie within one campaign."""
    dated = [
        (d.when, d.evidence)
        for d in drafts
        if d.kind in COURSE and d.when is not None and is_of_days(d.when) and d.status is Status.HAPPENED
    ]
    if len({when for when, _ in dated}) < 2:
        return None
    first = min(when.start for when, _ in dated)
    last, words = max(((when.end, words) for when, words in dated), key=lambda d: d[0])
    return (When(first, last, "span"), words) if (last - first).days <= CAMPAIGN else None
