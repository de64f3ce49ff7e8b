"""A report and its explicit dates -> the day and the year from which the next date is to be read.

It holds the state of one reading: the day of the telling, the line of a chronology, and the last date
told of. A history, told long after, takes years from its own dates; news takes them from its day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import NamedTuple

from dateline import lexicons
from dateline.mentions.times.days import calendar_day
from dateline.mentions.times.parts import Parts
from dateline.mentions.times.words import Word, letters
from dateline.records import Report, SectionKind, Sentence, When

# A date told of may be taken up ("the next day") this many sentences on; measured by eye on war histories.
ANCHOR_REACH = 6
# A history goes on from month to month: one that lies further back than this belongs to the next year.
BACKWARD_DAYS = 150
# Where only a later date has a year, an earlier one may lie after it by this much in the same year.
FORWARD_DAYS = 120


# A date without a year that lies this near ahead is meant, unless its verb says that it is over.
AHEAD_DAYS = 120
# One that lies no further ahead than this is never one of a year ago: the report came out later than it says.
JUST_AHEAD_DAYS = 10


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Auxiliaries of what is over.
OVER = frozenset({"was", "were", "had", "been"})
PERFECT = frozenset({"has", "have"})


# A year told so often is no excursion, and one told more than once only if it lies so far away.
MOST_TOLD, FAR_YEARS = 3, 3


class Reading(NamedTuple):
    """A resolved interval, how it came about, and its TIMEX3 value where the interval does not give it."""

    when: When
    note: str
    value: str = ""


class Explicit(NamedTuple):
    """A date with its year, as said: where, and the month where there is one."""

    offset: int
    sentence: int
    year: int
    month: int | None
    day: int | None


@dataclass(slots=True)
class Story:
    """Where a reading stands. `history` says that the report tells of years long before its own day."""

    report: Report
    told: date | None
    explicit: Sequence[Explicit]
    history: bool
    line_end: int = -1
    line_day: date | None = None
    anchor: When | None = None
    anchor_sentence: int = -1
    # The date from which a history takes its years: the last told that is no excursion.
    stand: date | None = None
    pending: Pending | None = field(default=None)
    # Where the explicit dates stand that leave the story; worked out when first asked for.
    excursions: frozenset[int] | None = None
    # The quarter told of last: its sentence, year and number.
    quarter: tuple[int, int, int] | None = None
    # The year before our era in which the story stands.
    before_era: int | None = None

    def in_line(self, offset: int) -> bool:
        """Whether a place lies in a line that opened with its own date."""
        return offset < self.line_end

    def reference(self, offset: int) -> date | None:
        """The day from which "today" is read at a place of the text; a history is told from none."""
        if self.in_line(offset):
            return self.line_day
        return None if self.history else self.told

    def last_told(self, parts: Parts) -> When | None:
        """The date told of last, while it is near enough to be meant."""
        near = parts.sentence.index - self.anchor_sentence <= ANCHOR_REACH
        return self.anchor if near else None

    def year_of(self, parts: Parts, month: int, day: int | None) -> tuple[int, str] | None:
        """The year of a date told without one, and where it comes from."""
        if self.before_era is not None:
            return None
        told = self.reference(parts.start)
        if self.in_line(parts.start) and told:
            return _nearest(told, month, day, future=is_future(parts)), f"seen from {told}"
        known = self._neighbour(parts)
        fresh = self.anchor_sentence == parts.sentence.index
        if known and self.history and known == self.stand and not fresh and looks_back(parts):
            return _led_up_to(self.anchor.end if self.anchor else known, month, day), f"before {known}"
        if known:
            return _carried(known, month, day), f"year of {known}"
        if self.history or told is None:
            ahead = next((x for x in self.explicit if x.offset > parts.start and x.month), None)
            return (_led_up(ahead, month, day), f"year from {ahead.year} told after") if ahead else None
        if day is not None and 0 < (_first_day(told.year, month, day) - told).days <= JUST_AHEAD_DAYS:
            return told.year, f"seen from {told}"
        year = _nearest(told, month, day, future=is_future(parts))
        ahead_days = (_first_day(year + 1, month, day) - told).days
        if 0 < ahead_days < AHEAD_DAYS and not is_past(parts):
            year += 1
        return year, f"seen from {told}"

    def _neighbour(self, parts: Parts) -> date | None:
        """The date that gives its year: in this sentence, or told before in a history."""
        here = [
            x
            for x in self.explicit
            if x.sentence == parts.sentence.index and not _is_origin(parts.sentence, x.offset)
        ]
        before = [x for x in here if x.offset < parts.start]
        after = [x for x in here if x.offset > parts.start and x.month and not self.is_excursion(x.offset)]
        if before:
            return _day_of(before[-1])
        if not self.history:
            return None
        if after and not (self.stand and self.stand.year == after[0].year):
            return _day_of(after[0])
        return self.stand

    def is_excursion(self, offset: int) -> bool:
        """Whether a date leaves the years of the dates around it and the story then comes back to them."""
        return self.history and offset in self._excursions()

    def _excursions(self) -> frozenset[int]:
        """Where a year, told once, or told a few times and far away, stands between years on one side of it."""
        if self.excursions is None:
            blocks = [list(block) for _, block in groupby(self.explicit, key=lambda x: x.year)]
            found: set[int] = set()
            for before, here, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
                year, sides = here[0].year, (before[0].year, after[0].year)
                gap = max(year - max(sides), min(sides) - year)
                near = len(here) == 1 and here[0].day is None
                if gap >= (1 if near else FAR_YEARS) and len(here) <= MOST_TOLD:
                    found.update(x.offset for x in here)
            self.excursions = frozenset(found)
        return self.excursions


class Pending(NamedTuple):
    """A step ("two weeks after") that waits for the date right behind it."""

    end: int
    start: int
    sentence: int
    steps: tuple[int, int]
    unit: str
    note: str


def _is_origin(sentence: Sentence, offset: int) -> bool:
    """Whether a year says no more than since when a thing is there: "the mill built in 1932"."""
    token = sentence.token_at(offset)
    verb = None if token is None else verb_of(sentence, token)
    if verb is None or sentence.tokens[verb].dep not in {"acl", "relcl", "amod"}:
        return False
    return sentence.tokens[verb].lemma in lexicons.load("times")["origins"]["words"]


def _day_of(explicit: Explicit) -> date:
    return calendar_day(explicit.year, explicit.month or 1, explicit.day or 1) or date(explicit.year, 1, 1)


def _first_day(year: int, month: int, day: int | None) -> date:
    return calendar_day(year, month, day or 1) or date(year, month, 28)


def _nearest(told: date, month: int, day: int | None, *, future: bool) -> int:
    """The year of the last such day not after the telling, or of the first not before it."""
    here = _first_day(told.year, month, day)
    if future:
        late = here < told and not (day is None and month == told.month)
        return told.year + late
    return told.year - (here > told)


def _carried(known: date, month: int, day: int | None) -> int:
    """The year in which a story that has come to `known` goes on."""
    return known.year + ((known - _first_day(known.year, month, day)).days > BACKWARD_DAYS)


def _led_up_to(known: date, month: int, day: int | None) -> int:
    """The year of the last such day up to `known`."""
    return known.year - (_first_day(known.year, month, day) > known)


def _led_up(ahead: Explicit, month: int, day: int | None) -> int:
    """The year of a date that leads up to a later one."""
    after = _day_of(ahead)
    return after.year - ((_first_day(after.year, month, day) - after).days > FORWARD_DAYS)


def is_future(parts: Parts) -> bool:
    """Whether the verb that an expression hangs on lies ahead ("will", "plans to")."""
    future = lexicons.load("times")["future"]
    if parts.before is not None and parts.before.lower == "as":  # "as soon as Tuesday"
        return True
    if (
        parts.after is not None and parts.after.letter == letters()["OWN"]
    ):  # "Saturday's clash will be remembered"
        return _owned(parts) in future["set_ahead"]
    verb = verb_of(parts.sentence, parts.head)
    if verb is None:
        return False
    tokens = parts.sentence.tokens
    kids = {tokens[k].lower for k in parts.sentence.kids[verb]}
    if kids & set(future["auxiliaries"]) or tokens[verb].lemma in future["announcing"]:
        return True
    if tokens[verb].lemma in future["scheduled"] and tokens[verb].tag in {"VBZ", "VBP"}:
        return True
    if tokens[verb].lemma in future["deferring"] and _is_deadline(parts, verb):
        return True
    over = tokens[tokens[verb].head]
    before = {tokens[k].lower for k in parts.sentence.kids[tokens[verb].head]}
    return "to" in kids and tokens[verb].tag == "VB" and over.lemma in future["verbs"] and "had" not in before


def looks_back(parts: Parts) -> bool:
    """Whether the words look back from where a story stands ("since May", "had spent the summer")."""
    before = parts.before
    if before is not None and before.letter == letters()["SINCE"]:
        return True
    verb = verb_of(parts.sentence, parts.head)
    if verb is None or (before is not None and before.letter in {letters()["BY"], letters()["UNTIL"]}):
        return False
    return any(parts.sentence.tokens[k].lower == "had" for k in parts.sentence.kids[verb])


def verb_of(sentence: Sentence, token: int) -> int | None:
    """The nearest verb above a token."""
    if sentence.tokens[token].pos in {"VERB", "AUX"}:
        return token
    return next((k for k in sentence.ancestors(token) if sentence.tokens[k].pos in {"VERB", "AUX"}), None)


def is_past(parts: Parts) -> bool:
    """Whether the words put an expression behind the telling ("left", "was freed", "since May"; not "to be freed")."""
    verb = verb_of(parts.sentence, parts.head)
    if _is_since(parts) or _is_caption(parts):
        return True
    if verb is None:  # a fragment tells of what has been
        return parts.before is None or not _is_deadline(parts, parts.head)
    if _is_deadline(parts, verb):
        return False
    return _is_over(parts, _finite(parts.sentence, verb))


def _is_since(parts: Parts) -> bool:
    return parts.before is not None and parts.before.letter == letters()["SINCE"]


def _is_caption(parts: Parts) -> bool:
    """Whether a date closes a caption ("Soldiers guard a bridge in Odrin, May 3.")."""
    if parts.sentence.section is SectionKind.CAPTION:
        return True
    closed = parts.after is None or parts.after.end == parts.sentence.span.end
    return closed and parts.before is not None and parts.before.letter == letters()["COMMA"]


def _finite(sentence: Sentence, verb: int) -> int:
    """The verb that tells the tense of another: "fighting in May killed"."""
    tokens = sentence.tokens
    helped = any(tokens[k].pos == "AUX" for k in sentence.kids[verb])
    if tokens[verb].tag != "VBG" or helped:
        return verb
    return next((k for k in sentence.ancestors(verb) if tokens[k].tag in FINITE), verb)


def _is_over(parts: Parts, verb: int) -> bool:
    """Whether a verb tells of what is over; a day right behind a perfect is ahead ("has set Nov. 10")."""
    tokens = parts.sentence.tokens
    if tokens[verb].tag == "VBD":
        return True
    if tokens[verb].tag != "VBN":
        return False
    kids = {tokens[k].lower for k in parts.sentence.kids[verb]}
    if parts.before is not None and parts.before.token == verb and kids & PERFECT:
        return False
    if not any(tokens[k].pos == "AUX" for k in parts.sentence.kids[verb]):  # "nine killed in March 30 attack"
        future = lexicons.load("times")["future"]
        return tokens[verb].lemma not in {*future["announcing"], *future["deferring"]}
    return "to" not in kids and bool(kids & (OVER | PERFECT))


def _owned(parts: Parts) -> str:
    """The noun that a possessive date belongs to."""
    tokens = parts.sentence.tokens
    return tokens[tokens[parts.head].head].lower


def _is_deadline(parts: Parts, verb: int) -> bool:
    """Whether "by", "until" or an adjective ("due Dec. 1") stands between a date and the verb above it."""
    tokens, over = parts.sentence.tokens, parts.head
    while tokens[over].head not in {over, verb}:
        over = tokens[over].head
        if tokens[over].pos == "ADJ":
            return True
    future = lexicons.load("times")["future"]
    if parts.after is not None and parts.after.lower in future["set_ahead"]:
        return True
    before = next((w for w in reversed(parts.words[: parts.match.start()]) if not _is_hour(w)), None)
    return before is not None and before.lower in future["deadlines"]


def _is_hour(word: Word) -> bool:
    """Whether a word belongs to an hour before a date ("until 5 p.m. EST Nov. 9")."""
    of = letters()
    return word.letter in {of["CLOCK"], of["MERIDIEM"], of["ZONE"], of["DAY"], of["COMMA"]}
