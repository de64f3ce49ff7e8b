"""A report and its parsed sentences -> the times told in it, resolved to intervals of days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.mentions.times import outright, years
from dateline.mentions.times.clocks import joined
from dateline.mentions.times.expressions import Expression, expressions_of
from dateline.mentions.times.hedges import widened
from dateline.mentions.times.parts import head_of
from dateline.mentions.times.relative import after_pending
from dateline.mentions.times.story import Explicit, Reading, Story
from dateline.mentions.times.tags import Tag, both_ends
from dateline.mentions.times.words import Word, has_trigger, letters, words_of
from dateline.records import Mention, Report, Sentence, Timex, When

# Rules that speak from the day of the telling, which histories hardly ever do.
DEICTIC = frozenset({"weekday", "weekdays", "ago", "weekend", "this_unit", "this_part", "overnight"})
# Rules for single days: only these open the line of a chronology or a dateline.
DAYS = frozenset({"iso", "numeric", "date", "days"})
# A date so many years before the report's own day speaks for a history,
HISTORY_YEARS = 2
# one without a year that falls into the weeks around that day speaks for news, one that does not against it,
NEWS_DAYS = 60
# and a history has so many of the first kind for each of the second. Measured on 16 war histories and 40
# news reports: the two lie far apart (over 5, and under 1).
HISTORY_WEIGHT = 2
# Source: how chronologies set their dates. Takes "2011-08-15: ", "20 May - "; not "20 May, ".
_LINE_MARK = re.compile(r"[ \t]*(?::|[-–—](?=[ \t]))")
_LINE_START = re.compile(
    r"[ \t>*•·-]*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ \t]*)?\Z", re.IGNORECASE
)
# Source: agency datelines. Takes " (EFE) -- ", " — "; not ", the army said".
_DATELINE_MARK = re.compile(r"[ \t]*(?:\([^()\n]{1,60}\)[ \t]*)?(?:--|[—–]|-[ \t])")
# A dateline stands this near to the start of the text.
DATELINE_REACH = 90


class Found(NamedTuple):
    """A resolved expression and where it stands in its sentence (word indices)."""

    expression: Expression
    reading: Reading
    rule: str
    start: int


def find(report: Report, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Every time told in a report that can be resolved.

    Args:    sentences of this report, parsed, in text order.
    Returns: mentions whose value is a When, in text order and apart. `note` says how each was resolved.
             What cannot be resolved ("a week after the raid", "in recent months") gives none.
    Units:   inclusive days, in the local calendar of the place.
    """
    seen, story = _opened(report, sentences)
    mentions: list[Mention] = []
    for sentence, found in seen:
        for expression in found:
            resolved = _resolve(expression, _reading(expression, story), story)
            if resolved is not None:
                _move_on(resolved, story)
                mentions.append(_mention(sentence, resolved, story))
    return tuple(mentions)


def timexes(report: Report, sentences: Sequence[Sentence]) -> tuple[Timex, ...]:
    """Every expression of time in a report, with its TIMEX3 type and value, and its days where they can be told.

    Args:    sentences of this report, parsed, in text order.
    Returns: tags in text order and apart; lengths, habits and vague words ("recently") have no days.
    Source:  TimeML annotation guidelines 1.2.1, section 2.2 (types, extents, values).
    """
    seen, story = _opened(report, sentences)
    found: list[Timex] = []
    for sentence, expressions in seen:
        tags: list[Tag] = []
        words: Sequence[Word] = ()
        for expression in expressions:
            reading = _reading(expression, story)
            words = expression.parts.words
            tags.extend(
                widened(tag, words, sentence) for tag in expression.rule.tag(expression.parts, story, reading)
            )
            resolved = _resolve(expression, reading, story)
            if resolved is not None:
                _move_on(resolved, story)
        for start, end, value, kind, when in joined(tags, words):
            span = report.span(words[start].start, words[end - 1].end)
            found.append(Timex(span, kind, value, when))
    return tuple(found)


def _opened(
    report: Report, sentences: Sequence[Sentence]
) -> tuple[list[tuple[Sentence, list[Expression]]], Story]:
    """The expressions of each sentence that has any, and the story before its first word."""
    seen = [(s, expressions_of(s, words_of(s))) for s in sentences if has_trigger(s)]
    expressions = [x for _, found in seen for x in found]
    story = Story(report, report.published_day, _explicit_dates(expressions, report.text), history=False)
    story.history = _is_history(story, expressions)
    return seen, story


def _explicit_dates(expressions: Sequence[Expression], text: str) -> tuple[Explicit, ...]:
    """The dates that carry their own year; a year that only opens a period fixes nothing after it."""
    found: list[Explicit] = []
    for expression in expressions:
        parts = expression.parts
        year = parts.value("year")
        if expression.rule.resolve in {None, years.year_alone} and not years.is_heading(parts, text):
            continue
        if year is None or year < 100:
            continue
        month = parts.value("month")
        if _opens_period(expression) or (month is None and _is_aside(expression)):
            continue
        found.append(Explicit(parts.start, parts.sentence.index, year, month, parts.value("day")))
    return tuple(found)


def _opens_period(expression: Expression) -> bool:
    """Whether a date is where "since" starts: no story stands there."""
    before = expression.parts.before
    return before is not None and before.letter == letters()["SINCE"]


def _is_aside(expression: Expression) -> bool:
    """Whether a date only bounds something or stands in brackets, so that no story goes on from it."""
    if expression.rule.name in {"years", "decade", "share"}:
        return True
    before = expression.parts.before
    of = letters()
    aside = (of["AFTER"], of["BEFORE"], of["OPEN"], of["THE"], of["AN"], of["OWN"])
    return before is not None and before.letter in aside


def _is_history(story: Story, expressions: Sequence[Expression]) -> bool:
    """Whether a report tells of years long before its own day, or has no day of its own."""
    if story.told is None:
        return True
    limit = story.told.year - HISTORY_YEARS
    old = sum(1 for x in story.explicit if x.year <= limit)
    recent = len(story.explicit) - old
    old += sum(1 for x in expressions if x.rule.name == "era")
    told_from = sum(1 for x in expressions if x.rule.name in DEICTIC or x.parts.value("today"))
    return old > max(recent, HISTORY_WEIGHT * (told_from + _news_dates(story, expressions)))


def _news_dates(story: Story, expressions: Sequence[Expression]) -> int:
    """How many more dates without a year lie around the day of the telling than away from it."""
    near = far = 0
    fresh = Story(story.report, story.told, (), history=False)
    for expression in expressions:
        if expression.rule.name != "date" or expression.parts.value("year") is not None:
            continue
        reading = outright.full_date(expression.parts, fresh)
        if reading and story.told and abs((story.told - reading.when.start).days) <= NEWS_DAYS:
            near += 1
        else:
            far += 1
    return max(0, near - far)


def _reading(expression: Expression, story: Story) -> Reading | None:
    """The interval of one expression by itself."""
    resolve = expression.rule.resolve
    return resolve(expression.parts, story) if resolve else None


def _resolve(expression: Expression, reading: Reading | None, story: Story) -> Found | None:
    """The interval of one expression, with the words before it that change it."""
    rule, parts = expression.rule, expression.parts
    if reading is None:
        return None
    if rule.name in DAYS and _opens_line(story.report.text, parts.start, parts.end):
        return Found(expression, reading, "line_date", expression.start)
    if rule.name in DAYS and _is_dateline(story.report.text, parts.start, parts.end):
        return Found(expression, reading, "dateline", expression.start)
    return _wrapped(expression, reading, story)


def _opens_line(text: str, start: int, end: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    return bool(_LINE_START.match(text, line, start) and _LINE_MARK.match(text, end))


def _is_dateline(text: str, start: int, end: int) -> bool:
    return start < DATELINE_REACH and bool(_DATELINE_MARK.match(text, end))


def _wrapped(expression: Expression, reading: Reading, story: Story) -> Found | None:
    """Take in "two weeks after" and "since" that stand right before a date."""
    words, start = expression.parts.words, expression.start
    pending, story.pending = story.pending, None
    if (
        pending
        and pending.sentence == expression.parts.sentence.index
        and _only_joins(words[pending.end : start])
    ):
        stepped = after_pending(pending, reading.when)
        return Found(expression, stepped, "shift", pending.start) if stepped else None
    k = start - 1 if start and words[start - 1].letter != letters()["THE"] else start - 2
    if k < 0 or words[k].letter != letters()["SINCE"]:
        return Found(expression, reading, expression.rule.name, start)
    told = story.reference(words[start].start)
    if told is None or story.history or reading.when.start > told:
        return None
    when = When(reading.when.start, told, "span")
    return Found(expression, Reading(when, f"since {reading.when.start}, to {told}"), "since", k)


def _only_joins(words: Sequence[Word]) -> bool:
    joins = {letters()["THE"], letters()["ON"], letters()["IN"]}
    return all(word.letter in joins for word in words)


def _move_on(found: Found, story: Story) -> None:
    """Let the story stand at the date just told."""
    parts, when = found.expression.parts, found.reading.when
    if parts.word("year"):
        story.before_era = None
    if found.rule == "line_date":
        stop = story.report.text.find("\n", parts.end)
        story.line_end = stop if stop >= 0 else len(story.report.text)
        story.line_day = when.start if when.precision == "day" else None
    if found.rule == "dateline" and story.told is None and when.precision == "day":
        story.told, story.history = when.start, False
    if found.rule in {"since", "window", "years", "decade"} or _bounds(found):
        return
    story.anchor, story.anchor_sentence = when, parts.sentence.index
    if not (parts.word("year") and story.is_excursion(parts.start)):
        story.stand = when.end if found.expression.rule.tag is both_ends else when.start


def _bounds(found: Found) -> bool:
    return found.reading.when.precision in {"year", "season"} and _is_aside(found.expression)


def _mention(sentence: Sentence, found: Found, story: Story) -> Mention:
    words, end = found.expression.parts.words, found.expression.end
    first, last = words[found.start], words[end - 1]
    head = sentence.tokens[head_of(sentence, first.token, last.token)]
    span = story.report.span(first.start, last.end)
    return Mention(span, found.reading.when, f"times.{found.rule}", head.start, found.reading.note)
