"""A group of acts -> the days that its own sentence gives it, with the rule that chose them."""

from __future__ import annotations

from collections.abc import Container
from datetime import timedelta

from dateline.claims.context import Line
from dateline.claims.grouping import Group
from dateline.claims.slots import nearest
from dateline.records import Decision, Mention, When

SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NOT_OF_EVENT = frozenset({"times.line_date", "times.dateline"})


def choose_when(group: Group) -> tuple[When | None, Decision | None]:
    """The time that the group's clause gives, else the one that its sentence gives for all of it."""
    found = [(t, m) for t, m in group.line.times if is_of_event(group.line, t, m, group.acts)]
    apart = _clause_apart(group)
    if apart is not None:
        found = [(t, m) for t, m in found if apart in {t, *group.line.sentence.ancestors(t)}]
    mention, rule = nearest(group, found)
    if mention is None or not isinstance(mention.value, When):
        return None, None
    at = next(t for t, m in found if m is mention)
    when, note = mention.value, f"{mention.rule}: {mention.note}"
    days = _days_that_ended(group, at)
    if days and when.start == when.end:
        when, note = (
            When(when.start - timedelta(days=days), when.end, "span"),
            f"{note}; the end of {days} days",
        )
    return when, Decision("when", rule, mention.span, note)


def _clause_apart(group: Group) -> int | None:
    """The clause of the act that the words set weeks or years off the rest of its sentence, if they do.

    “A service was held on Sunday, one year after he was killed”: the day is the service's alone.
    """
    sentence = group.line.sentence
    tokens = sentence.tokens
    clauses = {k for i in group.acts for k in (i, *sentence.ancestors(i))}
    for k, token in enumerate(tokens):
        after = token.dep in {"mark", "prep"} and token.lower in {"after", "before"}
        if after and k and tokens[k - 1].lemma in UNITS:
            clause = token.head if token.dep == "mark" else k
            if clause in clauses:
                return clause
    return None


UNITS = frozenset({"day", "week", "month", "year", "decade"})


def is_of_event(line: Line, token: int, mention: Mention, acts: Container[int] = ()) -> bool:
    """Whether a time may be that of an event, rather than a line's or dateline's own or that of the telling."""
    return mention.rule not in NOT_OF_EVENT and not _is_of_telling(line, token, acts)


def _is_of_telling(line: Line, token: int, acts: Container[int]) -> bool:
    """Whether a time says when somebody spoke: "said on Monday that", "told reporters today".

    A time before the speaker ("In May, the ministry said a strike had hit") is the event's as often as not.
    """
    tokens = line.sentence.tokens
    verb = next((k for k in line.sentence.ancestors(token) if tokens[k].pos == "VERB"), None)
    if verb is None or verb in acts or verb > token:
        return False
    told = [f for f in line.sentence.frames if f.cue == verb and f.speaker is not None]
    return any(any(tokens[k].pos == "VERB" for k in range(f.start, f.end) if k != verb) for f in told)


def _days_that_ended(group: Group, at: int) -> int:
    """“Three days of fighting ended Saturday”: how many days before its end the event began; 0 if not so told."""
    sentence = group.line.sentence
    tokens = sentence.tokens
    for k in sentence.ancestors(at):
        if tokens[k].lemma in ENDING:
            subjects = [j for j in sentence.kids[k] if tokens[j].lemma == "day" and tokens[j].dep in SUBJECT]
            return _small_number(group, subjects[0]) if subjects else 0
    return 0


ENDING = frozenset({"end", "conclude", "finish"})
SUBJECT = frozenset({"nsubj", "nsubjpass"})


def _small_number(group: Group, noun: int) -> int:
    """The number word before a noun, up to twelve; 0 where there is none."""
    for k in group.line.sentence.kids[noun]:
        word = group.line.sentence.tokens[k].lower
        if word.isdigit() and int(word) < 100:
            return int(word)
        if word in SMALL:
            return SMALL.index(word) + 1
    return 0
