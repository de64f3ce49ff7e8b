"""A group of acts -> the days that its own sentence gives it, with the rule that chose them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Collection, Container
from datetime import date, timedelta
from itertools import takewhile

from dateline import lexicons
from dateline.claims.context import VIOLENT, Line
from dateline.claims.grouping import Group
from dateline.claims.slots import is_of_cause, nearest
from dateline.records import Decision, Frame, Mention, When

SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NOT_OF_EVENT = frozenset({"times.line_date", "times.dateline"})
# “Posted: Sunday”: a word this near before a time says when something was published.
STAMPS = frozenset({"posted", "published", "updated"})
STAMP_WORDS = 2


def choose_when(group: Group, published: date | None = None) -> tuple[When | None, Decision | None]:
    """The time that the group's clause gives, else the one that its sentence gives for all of it."""
    found = [(t, m) for t, m in group.line.times if is_of_event(group.line, t, m, group.acts)]
    found = [(t, m) for t, m in found if not _is_of_noun_below(group, t)] or found
    found = [(t, m) for t, m in found if not _is_of_past_deed(group, t)]
    found = [(t, m) for t, m in found if not (_is_of_verb_after(group, t) or _is_of_another(group, t))]
    found = [(t, m) for t, m in found if not is_of_proceeding(group.line, t, group.acts)]
    apart = _clause_apart(group)
    if apart is not None:
        found = [(t, m) for t, m in found if apart in {t, *group.line.sentence.ancestors(t)}]
    mention, rule = nearest(group, found)
    if mention is None or not isinstance(mention.value, When):
        return None, None
    at = next(t for t, m in found if m is mention)
    when, note = mention.value, f"{mention.rule}: {mention.note}"
    if mention.rule == "times.since" and _is_when_clause(group, at):
        return When(when.start, when.start, "day"), Decision("when", rule, mention.span, note)
    if _is_since_clause(group, at) and published is not None and when.start < published:
        return When(when.start, published, "span"), Decision("when", "slot.ever_since", mention.span, note)
    for widen in STRETCHES:
        if when.precision == "day" and (found_ends := widen(group, at, when.start)) is not None:
            when, note = When(*found_ends[0], "span"), f"{note}; {found_ends[1]}"
    return when, Decision("when", rule, mention.span, note)


def _is_when_clause(group: Group, token: int) -> bool:
    """“Since Friday, when police fired on a crowd”: the firing was on the Friday that the words run from."""
    sentence = group.line.sentence
    for i in group.acts:
        for k in (i, *sentence.ancestors(i)):
            if sentence.tokens[k].dep in {"relcl", "advcl"} and k > token:
                return any(sentence.tokens[j].lower == "when" for j in sentence.kids[k])
    return False


def _is_since_clause(group: Group, token: int) -> bool:
    """“Has raided prisons ever since it grew out of the war of 2003”: a time in a clause of "since", after "has"."""
    sentence = group.line.sentence
    tokens = sentence.tokens
    above = {*group.acts, *(k for i in group.acts for k in sentence.ancestors(i))}
    since = any(
        tokens[j].lower == "since" and tokens[j].dep == "mark" and k not in above
        for k in sentence.ancestors(token)
        for j in sentence.kids[k]
    )
    return since and any(
        tokens[j].lower in {"has", "have"} and tokens[j].dep == "aux" for k in above for j in sentence.kids[k]
    )


def _is_of_noun_below(group: Group, token: int) -> bool:
    """Whether a time stands in the phrase of another act's noun, below the group's own acts.

    “Judges went on strike today to protest the killing on 1 November”: the later day is the killing's.
    """
    line = group.line
    for k in line.sentence.ancestors(token):
        if k in group.acts:
            return False
        if k in line.acts:
            nominal = line.sentence.tokens[k].pos in {"NOUN", "PROPN"}
            return nominal and any(j in group.acts for j in line.sentence.ancestors(k))
    return False


def _is_of_past_deed(group: Group, token: int) -> bool:
    """“Arrested five, including a man who took part in a killing in 2019”: the year is the killing's."""
    line = group.line
    tokens = line.sentence.tokens
    above = list(takewhile(lambda k: k not in group.acts, line.sentence.ancestors(token)))
    clause = next((k for k in above if tokens[k].dep == "relcl" and tokens[k].tag == "VBD"), None)
    if clause is None or group.acts.keys().isdisjoint(line.sentence.ancestors(clause)):
        return False
    first, last = line.sentence.subtree(clause)
    return any(first <= i < last for i in line.acts if i not in group.acts)


def _is_of_verb_after(group: Group, token: int) -> bool:
    """“She fled during the fighting and returned on Friday”: the act has its own time, the day is the next verb's."""
    sentence = group.line.sentence
    tokens = sentence.tokens
    for i in group.acts:
        own = any(tokens[k].lower in OWN_TIME and tokens[k].dep in {"prep", "mark"} for k in sentence.kids[i])
        after = [k for k in sentence.kids[i] if tokens[k].dep == "conj" and tokens[k].pos == "VERB"]
        if own and not {token, *sentence.ancestors(token)}.isdisjoint(after):
            return True
    return False


def _is_of_another(group: Group, token: int) -> bool:
    """Whether a time is that of what the act answers to, or of an aside."""
    return is_of_cause(group, token) or _is_of_aside(group, token)


def _is_of_aside(group: Group, token: int) -> bool:
    """“Huts built in 1932 were burnt”: a time that says no more than since when a thing is there."""
    sentence = group.line.sentence
    verb = verb_above(group.line, token)
    return (
        verb is not None
        and sentence.tokens[verb].dep in {"acl", "relcl"}
        and sentence.tokens[verb].lemma in ORIGINS
    )


def is_of_proceeding(line: Line, token: int, acts: Collection[int] = ()) -> bool:
    """Whether a time says when there was a hearing, an arrest, a vigil, of which the acts are only the subject.

    “Was arraigned Monday in the shooting of two”. What is done in the same breath ("arrested five, killing two"; "and
    shot dead two") has its day; so has an act that the day follows ("identified the victim of a shooting Friday").
    """
    sentence = line.sentence
    tokens = sentence.tokens
    verb = verb_above(line, token)
    if verb is None or verb in acts or tokens[verb].lemma not in PROCEEDINGS | GATHERINGS:
        return False
    if not acts and tokens[verb].lemma in GATHERINGS:
        return False  # "marched on Friday", and then "police fired on them"
    if acts and not any(act.kind in VIOLENT for i in acts for act in line.acts.get(i, ())):
        return False  # a charge, a release: of the same proceeding
    acts = acts or line.acts.keys() - {verb}
    below = list(takewhile(lambda k: k != verb, sentence.ancestors(token)))
    if any(i in below for i in acts):
        return False
    if tokens[verb].dep in {"acl", "relcl"}:
        return True
    above = set(sentence.ancestors(verb))
    return not any(
        i in above or _is_followed(line, i, token) or _is_in_one_breath(line, i, verb) for i in acts
    )


def is_new_deed(group: Group) -> bool:
    """“Arrested nine on Wednesday for a shooting”: a deed told of for the first time, on a day that is not said."""
    line = group.line
    tokens = line.sentence.tokens
    new = any(tokens[k].lower in {"a", "an", "another"} for i in group.acts for k in line.sentence.kids[i])
    return new and any(is_of_proceeding(line, t, group.acts) for t, _ in line.times)


def _is_followed(line: Line, act: int, token: int) -> bool:
    """Whether a time comes behind an act with no verb between the two."""
    return act < token and not any(t.pos in {"VERB", "AUX"} for t in line.sentence.tokens[act + 1 : token])


def _is_in_one_breath(line: Line, act: int, verb: int) -> bool:
    sentence = line.sentence
    tokens = sentence.tokens
    if tokens[act].head == verb or tokens[verb].head == act:
        below = act if tokens[act].head == verb else verb
        marked = any(tokens[k].dep == "mark" for k in sentence.kids[below])
        return tokens[below].dep == "conj" or (tokens[below].dep == "advcl" and not marked)
    return False


PROCEEDINGS = lexicons.words("binding", "proceedings")
GATHERINGS = lexicons.words("binding", "gatherings")
ORIGINS = frozenset(lexicons.load("times")["origins"]["words"])
OWN_TIME = frozenset({"during", "amid", "after", "before"})


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
    apart = is_stamp(line, mention) or _is_of_telling(line, token, mention, acts)
    return mention.rule not in NOT_OF_EVENT and not apart


def is_stamp(line: Line, mention: Mention) -> bool:
    """“Posted: Sunday, March 8, 2015”: a time that says when something was published."""
    before = [t.lower for t in line.sentence.tokens if t.start < mention.span.start][-STAMP_WORDS:]
    return not STAMPS.isdisjoint(before)


def _is_of_telling(line: Line, token: int, mention: Mention, acts: Container[int]) -> bool:
    """Whether a time says when somebody spoke: "said on Monday that", "told reporters today".

    A time before the speaker ("In May, the ministry said a strike hit") is the event's as often as not, unless
    what is said lies before the saying; what is told of in a month has mostly happened in it.
    """
    tokens = line.sentence.tokens
    verb = verb_above(line, token)
    if verb is None or verb in acts:
        return False
    told = [f for f in line.sentence.frames if f.cue == verb and f.speaker is not None]
    if verb > token:
        long = isinstance(mention.value, When) and mention.value.precision in LONG_UNITS
        return not long and any(_is_before(line, f) for f in told)
    return any(any(tokens[k].pos == "VERB" for k in range(f.start, f.end) if k != verb) for f in told)


def verb_above(line: Line, token: int) -> int | None:
    """The verb that a word hangs on, nearest first."""
    return next((k for k in line.sentence.ancestors(token) if line.sentence.tokens[k].pos == "VERB"), None)


LONG_UNITS = frozenset({"month", "season", "year", "decade"})


def _is_before(line: Line, frame: Frame) -> bool:
    """Whether what is said lies before the saying: "last week the ministry said that rebels had shelled"."""
    tokens = line.sentence.tokens
    said = [
        k for k in line.sentence.kids[frame.cue] if tokens[k].dep == "ccomp" and frame.start <= k < frame.end
    ]
    return any(
        tokens[k].tag == "VBN" and any(tokens[j].lower == "had" for j in line.sentence.kids[k]) for k in said
    )


def is_begun(group: Group, when: When) -> bool:
    """Whether the words say of a time no more than that the event began then."""
    sentence = group.line.sentence
    tokens = sentence.tokens
    heads = {tokens[i].head for i in group.acts if tokens[i].dep in {"dobj", "xcomp", *SUBJECT}}
    heads |= {k for i in group.acts for k in sentence.kids[i] if tokens[k].dep in {"relcl", "acl"}}
    begun = {k for k in heads if tokens[k].lemma in BEGINNING}
    return any(m.value == when and not begun.isdisjoint(sentence.ancestors(t)) for t, m in group.line.times)


def is_launched(group: Group) -> bool:
    """Whether the words tell of the start of an act: "launched another phase", "began to attack"."""
    tokens = group.line.sentence.tokens
    return any(tokens[k].lemma in BEGINNING for i in group.acts for k in (i, tokens[i].head))


def days_after(group: Group) -> tuple[int, bool] | None:
    """“After seven days of fighting the town fell”: how many days, and whether the act is what went on in them."""
    sentence = group.line.sentence
    tokens = sentence.tokens
    for k, token in enumerate(tokens):
        if token.lower != "after" or token.dep not in {"prep", "mark"}:
            continue
        for j in sentence.kids[k]:
            counted = any(tokens[of].lower == "of" for of in sentence.kids[j])
            if tokens[j].lemma in STEPS and counted and (n := small_number(group, j)):
                return n * STEPS[tokens[j].lemma], j in set(sentence.ancestors(group.head))
    return None


STEPS = {"day": 1, "week": 7}


def lasting(group: Group, way: int, day: date) -> date | None:
    """The other end of an event that is told to go on for so long ("a month-long siege", "six weeks of war").

    Args:    `way` is -1 back from `day`, 1 on from it.
    """
    line = group.line
    tokens = line.sentence.tokens
    for i in sorted(k for k in group.acts if tokens[k].pos in {"NOUN", "PROPN"}):
        start, _ = line.sentence.subtree(tokens[i].head if tokens[i].dep == "conj" else i)
        words = " ".join(t.lower for t in tokens[start:i])
        found = LONG.search(words) or COUNTED.search(words)
        if found is not None:
            return _step(day, way * number(found["n"] or "one"), found["unit"])
        of = tokens[i].head
        if tokens[i].dep == "pobj" and tokens[of].lower == "of" and tokens[tokens[of].head].lemma in UNITS:
            n = small_number(group, tokens[of].head)
            return _step(day, way * n, tokens[tokens[of].head].lemma) if n else None
    return None


# Takes "a month - long", "weeklong", "two week long"; not "long weeks".
LONG = re.compile(r"(?:\b(?P<n>[a-z]+|\d+) )?(?:- )?\b(?P<unit>day|week|month|year)s? ?(?:- )?long\b")
# Takes "three - day", "10 - week"; not "three days", "36 - year - old".
COUNTED = re.compile(r"\b(?P<n>[a-z]+|\d+) - (?P<unit>day|week|month|year)\b(?! - old)")


def _step(day: date, n: int, unit: str) -> date | None:
    """A day so many units on or back; None for what the calendar does not hold."""
    if not n:
        return None
    if unit in STEPS:
        return day + timedelta(days=n * STEPS[unit])
    months = day.year * 12 + day.month - 1 + n * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def _days_that_ended(group: Group, at: int, day: date) -> Ends | None:
    """“Three days of fighting ended Saturday”: the day that is told is the last of so many."""
    sentence = group.line.sentence
    tokens = sentence.tokens
    for k in sentence.ancestors(at):
        if tokens[k].lemma in ENDING:
            subjects = [j for j in sentence.kids[k] if tokens[j].lemma == "day" and tokens[j].dep in SUBJECT]
            days = small_number(group, subjects[0]) if subjects else 0
            return ((day - timedelta(days=days), day), f"the end of {days} days") if days else None
    return None


def _lasted(group: Group, at: int, day: date) -> Ends | None:
    """“A campaign which lasted eleven days began on Monday”: the day that is told is the first of so many."""
    del at
    line = group.line
    tokens = line.sentence.tokens
    start, end = line.clause(group.head)
    for k in range(start, end):
        if tokens[k].lemma != "last" or tokens[k].pos != "VERB":
            continue
        for j in line.sentence.kids[k]:
            if tokens[j].lemma in STEPS and (n := small_number(group, j)):
                last = day + timedelta(days=n * STEPS[tokens[j].lemma] - 1)
                return (day, last), f"it lasted {n} {tokens[j].lower}"
    return None


def _until_done(group: Group, at: int, day: date) -> Ends | None:
    """“Began their assault on Monday and had cleared the town on Friday”: from the one day to the other."""
    sentence = group.line.sentence
    tokens = sentence.tokens
    begun = next((k for k in sentence.ancestors(group.head) if tokens[k].lemma in BEGINNING), None)
    if begun is None or begun not in set(sentence.ancestors(at)):
        return None
    done = {k for k in sentence.kids[begun] if tokens[k].dep == "conj" and tokens[k].lemma not in BEGINNING}
    told = [(t, m.value) for t, m in group.line.times if isinstance(m.value, When)]
    for t, when in told:
        later = when.precision == "day" and when.start > day
        if later and not done.isdisjoint(sentence.ancestors(t)):
            return (day, when.start), f"done by {when.start}"
    return None


Ends = tuple[tuple[date, date], str]
STRETCHES: tuple[Callable[[Group, int, date], Ends | None], ...] = (_days_that_ended, _lasted, _until_done)
BEGINNING = frozenset({"begin", "start", "launch", "open", "commence"})
ENDING = frozenset({"end", "conclude", "finish"})
SUBJECT = frozenset({"nsubj", "nsubjpass"})


def small_number(group: Group, noun: int) -> int:
    """The number before a noun, below a hundred; 0 where there is none."""
    words = (group.line.sentence.tokens[k].lower for k in group.line.sentence.kids[noun])
    return next((n for word in words if (n := number(word))), 0)


def number(word: str) -> int:
    """A number word up to twelve or figures below a hundred; 0 for another word, 1 for an article."""
    if word.isdigit():
        return int(word) if int(word) < 100 else 0
    if word in {"a", "an"}:
        return 1
    return SMALL.index(word) + 1 if word in SMALL else 0
