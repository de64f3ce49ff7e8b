"""The dates that a report has told so far -> the days of a telling that gives none of its own.

Each takeover is a named rule. A month or a year is never carried on: it says little of each event in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, pairwise
from typing import NamedTuple, Protocol

from dateline import lexicons
from dateline.claims import timing
from dateline.claims.context import VIOLENT, Line
from dateline.claims.grouping import Group
from dateline.claims.slots import CAUSED
from dateline.records import Span, Status, When

# Kinds that are told of without a time as often as not.
TIMELESS = frozenset({"accusation", "denial", "threat", "demand", "strength", "detention", "sanction", "aid"})
# What is done or said because of an event, some time after it.
AFTERMATH = frozenset({"accusation", "arrest", "search", "raid", "detention", "weapons_seized"})
# What fighting brings with it, beside the violence itself; in a history only such goes on from one date.
OF_FIGHTING = VIOLENT | {"territory", "withdrawal", "surrender", "escape", "arrest", "weapons_seized"}
# What is done to whoever did it, later than the deed that the report then tells of.
AFTERWARDS = frozenset({"accusation", "arrest"})
ELSEWHEN = lexicons.words("binding", "elsewhen")
LATELY = frozenset({"recent", "recently"})
ASIDE = lexicons.words("binding", "aside")
STRETCH = 14  # days
NEXT = 2  # sentences
POINTED = 3  # sentences
FAR = 3  # paragraphs: what has a place of its own further on is another event, though of the same kind
THEY = frozenset({"he", "him", "his", "she", "her", "they", "their", "them"})
BY_THE_WAY = lexicons.words("binding", "by_the_way")
SET_FREE = frozenset({"release", "return"})
TAKEN = frozenset({"abduction", "arrest", "detention", "displacement"})
NEWS_DAYS = 31  # a report on what happened within a month of its publication is news


class Told(NamedTuple):
    """A date that the story stands at: of which kind of event (None: of no claim), and where it was told last."""

    when: When
    words: Span
    kind: str | None
    line: Line
    names: frozenset[str]
    by_the_way: bool


class Dated(NamedTuple):
    """A time for a telling, the rule that gives it and the words it goes by."""

    when: When
    rule: str
    words: Span


@dataclass(slots=True)
class Days:
    """The dates told so far: the last, that of the main event, and a line's own, which dates all of the line."""

    published: date | None = None
    told: Told | None = None
    main: Told | None = None
    of_line: tuple[When, Span] | None = None

    def tell(self, when: When, words: Span, kind: str | None, line: Line) -> None:
        """Let the story stand at a date; the first recent one of an act of violence is the main event's."""
        by_the_way = any(t.lower in BY_THE_WAY and t.head in line.acts for t in line.sentence.tokens)
        self.told = Told(when, words, kind, line, _named(line), by_the_way)
        if self.main is None and kind in VIOLENT and self.is_news(when) and is_of_days(when):
            self.main = self.told

    def standing(self, line: Line) -> Told | None:
        """The date that the story stands at in a line: an older event told by the way holds for its paragraph."""
        told, main = self.told, self.main
        if told is None or main is None or told.line.sentence.paragraph == line.sentence.paragraph:
            return told
        return main if told.by_the_way and told.when.end < main.when.start else told

    def is_news(self, when: When) -> bool:
        """Whether a date lies in the weeks around the publication."""
        return self.published is not None and abs((self.published - when.end).days) <= NEWS_DAYS


def is_of_days(when: When) -> bool:
    """Whether a time is a day or a stretch of some days, not a month or a year."""
    return when.precision == "day" or (when.precision == "span" and (when.end - when.start).days <= STRETCH)


class Telling(Protocol):
    """What is asked of a draft here: its kind and status, and its own place, if it has one."""

    kind: str
    status: Status
    own_where: bool


def date_for(telling: Telling, group: Group, days: Days) -> Dated | None:
    """The days that the story so far gives a telling without a time of its own, if any."""
    kind, status = telling.kind, telling.status
    if days.of_line is not None:
        return _of_line(group, days.of_line)
    told = days.standing(group.line)
    if told is None or status in {Status.PLANNED, Status.STOCK}:
        return None
    if kind in AFTERMATH and (since := _since(group, told, days)) is not None:
        return since
    if kind in VIOLENT and told.kind in AFTERWARDS:
        told = days.main  # "was charged on Friday. He had shot two men": the day is the charge's alone
    if (
        told is None
        or kind in TIMELESS
        or not (told.when.precision == "day" or (is_of_days(told.when) and days.is_news(told.when)))
    ):
        return None
    if (steps := timing.days_after(group)) is not None:
        return _after(steps, group, days, told)
    hurt = group.roles() <= {"harm"}  # "is suffering from stab wounds": the stabbing is over
    if status is Status.ONGOING and not hurt and days.published is not None and days.is_news(told.when):
        return _still(group, told, days.published)
    return _goes_on(telling, group, days, told)


def _still(group: Group, told: Told, published: date) -> Dated | None:
    """“The curfew continued”: in news, from the day told in its paragraph to the report."""
    near = group.line.sentence.paragraph == told.line.sentence.paragraph
    if not near or is_elsewhen(group.line) or published < told.when.end:
        return None
    when = told.when if told.when.end == published else When(told.when.start, published, "span")
    return Dated(when, "slot.goes_on", told.words)


def _of_line(group: Group, of_line: tuple[When, Span]) -> Dated | None:
    """The line's own date, from as far back as the words say that the event has gone on ("a month-long siege")."""
    when, words = of_line
    if _is_total(group):
        return None
    begun = timing.lasting(group, -1, when.end)
    return Dated(When(begun, when.end, "span") if begun else when, "slot.line_date", words)


def _is_total(group: Group) -> bool:
    """“Its attacks have killed more than 1,100”: what many acts have done so far, on no one day."""
    line = group.line
    tokens, kids = line.sentence.tokens, line.sentence.kids
    for i in group.acts:
        perfect = tokens[i].tag == "VBN" and any(tokens[k].lower in {"has", "have"} for k in kids[i])
        many = any(tokens[k].tag == "NNS" and k in line.acts and tokens[k].dep == "nsubj" for k in kids[i])
        if perfect and many:
            return True
    return False


def _since(group: Group, told: Told, days: Days) -> Dated | None:
    """“Two men were arrested in this connection”: some time from the event to the report."""
    if not days.is_news(told.when) or not is_of_days(told.when) or not _is_connected(group):
        return None
    if days.published is None or days.published < told.when.start:
        return None
    return Dated(When(told.when.start, days.published, "span"), "slot.since_event", told.words)


def _is_connected(group: Group) -> bool:
    tokens = group.line.sentence.tokens
    return any(
        t.lower == "in" and "connection" in {u.lower for u in tokens[k + 1 : k + 3]}
        for k, t in enumerate(tokens)
    )


def _after(steps: tuple[int, bool], group: Group, days: Days, told: Told) -> Dated | None:
    """“After seven days of fighting the town fell”: so many days after what was told before; the fighting till then."""
    near = group.line.sentence.paragraph == told.line.sentence.paragraph
    if not near or told.when.precision != "day":
        return None
    n, meanwhile = steps
    day = told.when.end + timedelta(days=n)
    if meanwhile:
        return Dated(When(told.when.start, day, "span"), "slot.days_until", told.words)
    when = When(day, day, "day")
    days.tell(when, told.words, told.kind, group.line)
    return Dated(when, "slot.days_after", told.words)


def _goes_on(telling: Telling, group: Group, days: Days, told: Told) -> Dated | None:
    """The date told last, where the telling goes on with its event: of its kind, or in its paragraph.

    Nothing in the telling may point elsewhere in time. A day that belongs to no claim holds for the next two
    sentences; in a history a date holds for fighting and what it brings, and not for another battle by name.
    """
    kind, here, there = telling.kind, group.line.sentence, told.line.sentence
    if kind in SET_FREE and told.kind in TAKEN:
        return None  # who was abducted on Friday was freed on another day
    if is_elsewhen(group.line) or any(t.lower in ASIDE for t in here.tokens):
        return None
    if _has_moved_on(group) or _names_another(group.line, told) or is_cause(group):
        return None
    if there is not here and any(timing.is_of_event(group.line, t, m) for t, m in group.line.times):
        return None  # the sentence has a date of its own
    if told.kind is None:
        near = here.index - there.index <= NEXT and here.paragraph == there.paragraph
    else:
        far = telling.own_where and here.paragraph - there.paragraph > FAR
        near = (told.kind == kind and not far) or here.paragraph == there.paragraph
    if not (near or _points_back(kind, group, told)):
        return None
    if not days.is_news(told.when) and not (kind in OF_FIGHTING and told.kind in OF_FIGHTING | {None}):
        return None
    days.told = told._replace(kind=kind, line=group.line, names=told.names | _named(group.line))
    end = timing.lasting(group, 1, told.when.start)
    when = told.when if end is None or end <= told.when.end else When(told.when.start, end, "span")
    return Dated(when, "slot.told_on", told.words)


def is_elsewhen(line: Line) -> bool:
    """Whether a line's words point to another, unsaid time; "worst in three years", "54 years old" do not."""
    if _is_unread(line):
        return True
    tokens = line.sentence.tokens
    best = any(t.tag in {"JJS", "RBS"} for t in tokens)
    for k, token in enumerate(tokens):
        if token.lower in ELSEWHEN:
            compared = (
                best and token.lemma in timing.UNITS and "in" in {t.lower for t in tokens[max(0, k - 4) : k]}
            )
            aged = k + 1 < len(tokens) and tokens[k + 1].lower == "old"
            if not (compared or aged):
                return True
    return False


def _points_back(kind: str, group: Group, told: Told) -> bool:
    """“When their car was blown up”, "seized the two men", "also died": a little on, by words for those told of."""
    here = group.line.sentence
    also = any(here.tokens[k].lower == "also" for i in group.acts for k in here.kids[i])
    if also and here.index - told.line.sentence.index == 1 and {kind, told.kind} <= VIOLENT:
        return True
    if here.index - told.line.sentence.index > POINTED or kind not in OF_FIGHTING:
        return False
    counted = any(t.lower == "the" and u.tag == "CD" for t, u in pairwise(here.tokens))
    return counted or any(t.lower in THEY for t in here.tokens[: group.head])


def is_cause(group: Group) -> bool:
    """“To avenge the arrest of”, "in retaliation for the raid": named as the cause, it lies before what is told."""
    tokens = group.line.sentence.tokens
    if tokens[group.head].pos not in {"NOUN", "PROPN"}:
        return False
    return any(tokens[k].lemma in CAUSED for k in islice(group.line.sentence.ancestors(group.head), 3))


def _is_unread(line: Line) -> bool:
    """Whether a line tells a time that could not be resolved: "in December", "last year" with no year to go by."""
    tokens = line.sentence.tokens
    for k, token in enumerate(tokens):
        month = token.lower in MONTHS and k and tokens[k - 1].lower in {"in", "last"}
        unit = token.lower in {"week", "month", "year"} and k and tokens[k - 1].lower == "last"
        if (month or unit) and not any(m.span.start <= token.start < m.span.end for _, m in line.times):
            return True
    return False


MONTHS = frozenset(lexicons.load("times")["classes"]["MONTH"]["words"]) | {"march", "may"}


def _has_moved_on(group: Group) -> bool:
    """“Days later the town fell”: time has passed since what was told before."""
    tokens = group.line.sentence.tokens
    return any(t.lower in {"after", "later"} for t in tokens) and any(
        t.lemma in {"day", "week", "month"} for t in tokens
    )


def _names_another(line: Line, told: Told) -> bool:
    """Whether a line names a battle or operation that was not named at the date: another event's time."""
    names = _named(line)
    return bool(names) and not names & told.names


def _named(line: Line) -> frozenset[str]:
    """The battles and operations that a line names, by the words of their names."""
    tokens = line.sentence.tokens
    names = (
        [t.lower for t in tokens[slice(*line.sentence.subtree(i))] if t.pos in {"PROPN", "ADJ"}]
        for i in line.acts
        if tokens[i].pos == "PROPN" and any(a.frame in {"event", "scene"} for a in line.acts[i])
    )
    return frozenset(" ".join(words) for words in names if len(words) > 1)
