"""The lines of a report -> the one day on which it says that its event happened, without making a claim of it.

“It happened shortly before midnight Friday”; “the May 31 death of”; “officers were called there on Saturday”: such
words date what the rest of the report tells of, which often bears the day of an arrest or a hearing instead, or none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dateline import lexicons
from dateline.claims import timing
from dateline.claims.carrying import NEWS_DAYS, Dated, is_of_days
from dateline.claims.context import VIOLENT, Line
from dateline.claims.story import INCIDENT, OCCUR, Draft
from dateline.records import Span, Status, When

EVENTS = INCIDENT | lexicons.words("binding", "deaths")
DYING = lexicons.words("binding", "dying") | lexicons.words("binding", "told_dead")
CALLED = lexicons.words("binding", "called")
RESPONDERS = lexicons.words("binding", "responders")
HURT = frozenset({"injured", "wounded"})
IT = frozenset({"it", "that", "this"})
OCCURRED, OF_NOUN, CALLED_OUT = range(3)  # from the surest words to the least sure


class Day(NamedTuple):
    """The day of a report's event, the words that tell it, and the kind of event that they name, if they do."""

    when: When
    words: Span
    kind: str | None = None


def happened(
    drafts: Sequence[Draft], lines: Sequence[Line], published: date
) -> Iterator[tuple[Draft, Dated]]:
    """The drafts of violence that the report's one day dates, where the report gives no other for any.

    What went before by weeks is another event: whatever is told on its day keeps it.
    """
    day = day_of(lines)
    if day is None or day.when.start > published:
        return
    violent = [d for d in drafts if d.kind in VIOLENT and d.status is Status.HAPPENED]
    own = {d.when for d in violent if d.own_when and d.when is not None}
    before = {when for when in own if (day.when.start - when.end).days > NEWS_DAYS}
    if any(d.dated_line for d in violent) or {w for w in own - before if is_of_days(w)} - {day.when}:
        return
    for draft in violent:
        if draft.when in own or draft.elsewhen or draft.aside or timing.is_new_deed(draft.group):
            continue
        if day.kind not in {None, "attack", draft.kind}:
            continue  # "the Aug. 7 bombings": of a doctor shot elsewhere it says nothing
        if draft.when is None or not draft.when.start <= day.when.start <= draft.when.end:
            yield draft, Dated(day.when, "slot.happened_on", day.words)


def died_later(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Dated]]:
    """“She died on Saturday”: drafts of a death, with the one day, up to a month before, on which somebody was hit."""
    days = [d for d in drafts if d.kind in VIOLENT and d.when is not None and d.when.precision == "day"]
    deeds = [d for d in days if (d.own_when or _is_happened(d)) and not _is_of_dying(d)]
    for draft in days:
        when = draft.when
        if when is None or not draft.own_when or not _is_of_dying(draft):
            continue
        told = [
            Dated(d.when, "slot.day_of_deed", d.evidence)
            for d in deeds
            if d.kind == draft.kind
            and d.when is not None
            and 0 < (when.start - d.when.start).days <= NEWS_DAYS
        ]
        if len({dated.when for dated in told}) == 1:
            yield draft, told[0]


def of_the_hurt(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """“Two of the wounded died on Sunday”: drafts whose day is that of the dying alone; they were hit before it."""
    for draft in drafts:
        if not draft.own_when or not _is_of_dying(draft):
            continue
        spans = [f.span for f in draft.figures if f.measure == "killed"]
        tokens = draft.group.line.sentence.tokens
        if any(t.lower in HURT and any(s.start <= t.start < s.end for s in spans) for t in tokens):
            yield draft


def _is_of_dying(draft: Draft) -> bool:
    """Whether a draft is told by the words that somebody died."""
    return draft.group.line.sentence.tokens[draft.group.head].lemma in DYING


def _is_happened(draft: Draft) -> bool:
    return any(d.field == "when" and d.rule == "slot.happened_on" for d in draft.decisions)


def day_of(lines: Sequence[Line]) -> Day | None:
    """The one day that the surest words give; None where they give none, or several."""
    told = [found for line in lines for found in _days(line)]
    surest = [day for strength, day in told if strength == min(s for s, _ in told)]
    return surest[0] if len({day.when for day in surest}) == 1 else None


def _days(line: Line) -> Iterator[tuple[int, Day]]:
    for token, mention in line.times:
        when = mention.value
        dated = isinstance(when, When) and when.precision == "day" and mention.rule not in timing.NOT_OF_EVENT
        if not isinstance(when, When) or not dated or timing.is_stamp(line, mention):
            continue
        strength = _strength(line, token)
        if strength is not None:
            yield strength, Day(when, mention.span, _kind_named(line, token) if strength == OF_NOUN else None)


def _strength(line: Line, token: int) -> int | None:
    """How surely a time is that of an event; None where it is no event's."""
    verb = timing.verb_above(line, token)
    if verb is not None and _occurs(line, verb):
        return OCCURRED
    if _is_before_noun(line, token):
        return OF_NOUN
    return CALLED_OUT if verb is not None and _is_called(line, verb) else None


def _occurs(line: Line, verb: int) -> bool:
    """“It happened”, "the shooting took place": a verb of happening, whose subject is an event or stands for one."""
    sentence = line.sentence
    tokens = sentence.tokens
    kids = sentence.kids[verb]
    placed = tokens[verb].lemma == "take" and any(tokens[k].lower == "place" for k in kids)
    if not (placed or tokens[verb].lemma in OCCUR):
        return False
    return any(_is_event(line, k) for k in kids if tokens[k].dep in {"nsubj", "nsubjpass"})


def _is_event(line: Line, token: int) -> bool:
    words = line.sentence.tokens[token]
    violent = any(act.kind in VIOLENT for act in line.acts.get(token, ()))
    return violent or words.lower in IT or words.lemma in EVENTS


def _is_before_noun(line: Line, token: int) -> bool:
    """“The May 31 death”, "Thursday's homicide": a time that stands before the noun of an event."""
    tokens = line.sentence.tokens
    noun = next((k for k in line.sentence.ancestors(token) if tokens[k].lemma not in timing.UNITS), None)
    return (
        noun is not None
        and noun > token
        and tokens[noun].pos in {"NOUN", "PROPN"}
        and tokens[noun].lemma in EVENTS
    )


def _kind_named(line: Line, token: int) -> str | None:
    """The kind of event that the noun behind a time names; None: any."""
    noun = next(
        (k for k in line.sentence.ancestors(token) if line.sentence.tokens[k].lemma not in timing.UNITS),
        token,
    )
    kinds = {str(act.kind) for act in line.acts.get(noun, ()) if act.kind in VIOLENT}
    return kinds.pop() if len(kinds) == 1 else None


def _is_called(line: Line, verb: int) -> bool:
    """“Deputies were called to a shooting”, "police responded": help came on the day, as it does at once."""
    sentence = line.sentence
    tokens = sentence.tokens
    return tokens[verb].lemma in CALLED and any(
        tokens[k].lemma in RESPONDERS and tokens[k].dep in {"nsubj", "nsubjpass"} for k in sentence.kids[verb]
    )
