"""The words of a sentence -> the expressions of time in it, each with the rule that will resolve it.

A pattern is a regular expression over word classes (the capitals are the classes of `words`), so that one
letter of the searched string is one word. The longest match wins, then the earlier rule in the table.
A rule without a resolver takes words that look like a date and are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from dateline.mentions.times import outright, relative
from dateline.mentions.times.parts import Parts
from dateline.mentions.times.story import Reading, Story
from dateline.mentions.times.words import Word, letters
from dateline.records import Sentence

Resolver = Callable[[Parts, Story], Reading | None]

DAY = "(?P<day>DAY|ORD)"
LAST_DAY = "(?P<last_day>DAY|ORD)"
MONTH = "(?P<month>MONTH|MAYISH)"
LAST_MONTH = "(?P<last_month>MONTH|MAYISH)"
YEAR = "(?P<year>YEAR) (?!COUNTED|MEASURED)"
LAST_YEAR = "(?P<last_year>YEAR) (?!COUNTED|MEASURED)"
SOME = "(?:(?:AN)? COUNT OF?|AN|DAY|SHORT|NUM)"
COUNT = f"(?P<count>{SOME})"
UNIT = "(?P<unit>UNIT)"
# "early", "the end of"
EDGE = "(?:(?P<edge>EDGE) DASH?|THE? (?P<bound>BOUND) OF THE?)"
# "the night of", "early on", "overnight": they keep the day
LEAD = "(?:THE? PART (?:OF|ON)|(?:EDGE|EARLIER|OVERNIGHT) ON?)?"
NAMED = "(?:(?P<weekday>WEEKDAY) COMMA? OPEN?)?"
TAIL = "(?:COMMA? EDGE? PART)?"
# What stands before a month or year that is told alone.
PLACED = "(?<=[IN BY FROM SINCE OF BETWEEN AFTER BEFORE THROUGH])"
# What joins the two ends of a range.
JOIN = "(?:DASH|TO|BY|THROUGH)"


class Rule(NamedTuple):
    """A named pattern over word classes and what resolves its matches (None: it is no date)."""

    name: str
    pattern: str
    resolve: Resolver | None


class Expression(NamedTuple):
    """A match of a rule in a sentence: half-open word indices."""

    rule: Rule
    parts: Parts
    start: int
    end: int


def _ranges(name: str, first: str, last: str, resolve: Resolver) -> tuple[Rule, Rule]:
    """One rule for "from A to B" and "A-B", one for "between A and B"."""
    return (
        Rule(name, f"FROM? {first} {JOIN} {last}", resolve),
        Rule(name, f"BETWEEN {first} AND {last}", resolve),
    )


RULES: tuple[Rule, ...] = (
    # Looks like a date and is none.
    Rule("not_a_date", "NICKNAME WEEKDAY | EVERY (?:EDGE? WEEKDAY|MONTH|SEASON|UNIT|PART|WEEKEND)", None),
    Rule("name", "WEEKDAY NAMETAIL | (?:MONTH|MAYISH) (?:DAY|ORD) NAMETAIL", None),
    Rule("name", "(?:DAY|ORD) (?:MONTH|MAYISH) NAMETAIL | YEAR NAMETAIL", None),
    Rule("era", "(?:DAY|NUM|SHORT|YEAR) ERA", None),
    Rule("length", f"FOR {SOME} UNIT | {SOME} DASH UNIT (?:DASH OLD)? | {SOME} UNIT (?:OLD|OF)", None),
    Rule("clock", "(?:DAY|CLOCK|NUM|YEAR) MERIDIEM (?:ON? THE PART)?", None),
    Rule("length", f"{SOME} AND AN? HALF UNIT (?:AGO|LATER|EARLIER|AFTER|BEFORE)", None),
    # Days told in full or in part.
    Rule("iso", "(?P<year>YEAR) DASH (?P<month>DAY) DASH (?P<day>DAY)", outright.full_date),
    Rule("numeric", "(?P<numeric>NUMERIC)", outright.numeric),
    Rule("named_day", "(?P<month>DAY) DASH (?P<day>DAY)", outright.known_day),
    Rule(
        "date",
        f"{LEAD} {NAMED} THE? {DAY} OF? DASH? {MONTH}"
        f"(?:COMMA? OF? DASH? (?P<year>YEAR|SHORT) (?!COUNTED|DASH DAY))? {TAIL}",
        outright.full_date,
    ),
    Rule(
        "date",
        f"{LEAD} {NAMED} {MONTH} THE? {DAY} (?!COUNTED|MEASURED|MERIDIEM|DAY|SHORT|NUM)"
        f"(?:COMMA? {YEAR})? {TAIL}",
        outright.full_date,
    ),
    # "on May 10 gunmen came" has a day; "in May 10 gunmen came" has a count.
    Rule("date", f"(?:(?<=[ON])|THE? PART OF) {MONTH} {DAY} (?=COUNTED)", outright.full_date),
    Rule(
        "days",
        f"{LEAD} (?:FROM|BETWEEN)? THE? {DAY} (?:AND|{JOIN}) THE? {LAST_DAY} OF? {MONTH}(?:COMMA? {YEAR})?",
        outright.days_of_month,
    ),
    Rule(
        "days",
        f"{LEAD} (?:FROM|BETWEEN)? {MONTH} {DAY} (?:AND|{JOIN}) THE? {LAST_DAY}"
        f"(?!COUNTED|MEASURED|MONTH|MAYISH) (?:COMMA? {YEAR})?",
        outright.days_of_month,
    ),
    *_ranges(
        "days",
        f"THE? {DAY} OF? {MONTH} (?:COMMA? {YEAR})?",
        f"THE? {LAST_DAY} OF? {LAST_MONTH} (?:COMMA? {LAST_YEAR})?",
        outright.days_of_months,
    ),
    *_ranges(
        "days",
        f"{MONTH} {DAY} (?:COMMA? {YEAR} COMMA?)?",
        f"{LAST_MONTH} {LAST_DAY} (?!COUNTED|MEASURED) (?:COMMA? {LAST_YEAR})?",
        outright.days_of_months,
    ),
    Rule("day_of_anchor", "(?<=[ON]) THE (?P<day>ORD)", outright.day_of_anchor),
    # Months and parts of them.
    Rule("month", f"{EDGE}? {MONTH} COMMA? OF? {YEAR}", outright.month),
    Rule("month", f"{PLACED} {MONTH} (?!DAY|ORD|YEAR)", outright.month),
    Rule("month", f"{PLACED} {MONTH} (?=DAY (?:COUNTED|MEASURED))", outright.month),
    Rule("month", f"{EDGE} {MONTH} (?!YEAR)", outright.month),
    Rule("month", "(?<=[THE AN OWN]) (?P<month>MONTH) (?=~)", outright.month_before_noun),
    Rule("month", "(?<=[MONTH MAYISH] AND) (?P<month>MONTH|MAYISH) (?!DAY|ORD|YEAR)", outright.month),
    Rule("month", "^ (?P<month>MONTH) (?=~)", outright.month_before_verb),
    Rule(
        "month_of_year",
        f"(?:{EDGE}|THE? (?P<day>DAY|ORD) OF?)? {MONTH} (?:COMMA? OF? (?P<which>LAST|THIS|NEXT)"
        f"|OF? (?:THE|THAT) (?P<way>SAME|FOLLOWING|NEXT|PREVIOUS)|OF? (?P<that>THAT)) (?P<unit>UNIT)",
        relative.month_of_year,
    ),
    Rule("relative_month", f"{EDGE}? (?P<which>LAST|THIS|NEXT) {MONTH}", relative.relative_month),
    Rule(
        "days_of",
        f"THE? (?P<nth>ORDWORD|LAST) {UNIT} OF {MONTH} (?:COMMA? OF? {YEAR})?",
        outright.piece_of_month,
    ),
    Rule(
        "half", f"THE? (?P<nth>ORDWORD|LAST) HALF OF {MONTH} (?:COMMA? OF? {YEAR})?", outright.piece_of_month
    ),
    *_ranges(
        "months",
        f"{EDGE}? {MONTH} (?:COMMA? {YEAR})?",
        f"(?:EDGE DASH?)? {LAST_MONTH} (?:COMMA? {LAST_YEAR})? (?!DAY|ORD)",
        outright.months,
    ),
    # Years and more.
    Rule("share", f"THE? (?P<nth>ORDWORD|LAST) (?P<share>HALF|QUARTER) OF {YEAR}", outright.share_of_year),
    Rule("year", f"{EDGE} {YEAR}", outright.year),
    Rule("year", f"{PLACED} {YEAR} (?!DASH DAY)", outright.year),
    Rule("year", "(?<=[IN SINCE]) (?P<year>YEAR) (?=COUNTED)", outright.year),
    Rule("year", f"(?<=[OPEN]) {YEAR} (?=SHUT)", outright.year),
    Rule("year", f"(?<=YEAR AND) {YEAR}", outright.year),
    Rule("year", YEAR, outright.year_alone),
    Rule(
        "years",
        f"FROM? (?P<year>YEAR) {JOIN} (?P<last_year>YEAR|SHORT|DAY) (?!COUNTED|DASH)",
        outright.years,
    ),
    Rule("years", "BETWEEN (?P<year>YEAR) AND (?P<last_year>YEAR) (?!COUNTED|MEASURED)", outright.years),
    Rule("decade", f"THE? {EDGE}? (?P<decade>DECADE)", outright.decade),
    Rule(
        "season",
        f"{EDGE}? THE? (?P<season>SEASON) (?:OF|COMMA)? {YEAR} (?:DASH (?:SHORT|YEAR|DAY))?",
        outright.season,
    ),
    Rule("season", f"{EDGE}? (?P<which>LAST|THIS|NEXT|THAT) (?P<season>SEASON)", outright.season),
    Rule("season", "(?<=[IN BY SINCE]) THE (?P<season>SEASON) (?!~|OF)", outright.season),
    # Seen from the day of the telling.
    Rule("weekday", f"{LEAD} (?P<weekday>WEEKDAY) {TAIL}", relative.weekday),
    Rule("weekday", f"{LEAD} (?P<which>LAST|NEXT|THIS) (?P<weekday>WEEKDAY) {TAIL}", relative.weekday),
    Rule("weekday", f"(?P<weekday>WEEKDAY) OF? (?P<which>LAST|NEXT|THIS) {UNIT}", relative.weekday_of_week),
    *_ranges("weekdays", "(?P<weekday>WEEKDAY) PART?", "(?P<last_weekday>WEEKDAY) PART?", relative.weekdays),
    Rule("today", f"(?:EARLIER|LATER|EDGE)? (?P<today>TODAY) {TAIL}", relative.today),
    Rule("today", "THE UNIT (?P<way>BEFORE|AFTER) (?P<today>TODAY)", relative.today),
    Rule("this_part", "(?:EARLIER|LATER|EDGE)? (?P<which>THIS|LAST) (?P<part>PART)", relative.part_of_today),
    Rule("overnight", "OVERNIGHT", relative.overnight),
    Rule(
        "this_unit",
        f"(?:(?P<side>EARLIER|LATER)|{EDGE})? (?P<which>LAST|THIS|NEXT) {UNIT} (?!OF|DASH|AGO)",
        relative.unit,
    ),
    Rule("weekend", "(?:(?P<which>LAST|NEXT|THIS|PAST)|THE) WEEKEND", relative.weekend),
    Rule("window", f"THE? (?:LAST|PAST) {COUNT} {UNIT} (?!OF|DASH)", relative.window),
    Rule("window", f"(?:THE|THIS) (?:LAST|PAST) {UNIT} (?!DASH|OF)", relative.window),
    Rule("window", f"(?<=[IN]) {COUNT} {UNIT} (?!OF|DASH|AFTER|BEFORE)", relative.window_of_perfect),
    Rule("ago", f"{COUNT} {UNIT} AGO", relative.ago),
    Rule("ago", f"{COUNT} {UNIT} BACK (?!TO|IN|FROM|ON|AND)", relative.ago),
    # Seen from a date told of before.
    Rule("shift", f"{COUNT} {UNIT} (?P<way>LATER|EARLIER)", relative.shift),
    Rule("shift", f"{COUNT} {UNIT} (?P<way>AFTER|BEFORE)", relative.shift_from),
    Rule("shift", f"THE? {UNIT} (?P<way>AFTER|BEFORE)", relative.shift_from),
    Rule("shift", f"{COUNT} {UNIT} (?:FOLLOWING|FROM)", None),
    Rule(
        "beside",
        f"(?:THE|THAT) (?P<way>NEXT|FOLLOWING|PREVIOUS|SAME)"
        f"(?:{UNIT}|(?P<part>PART)|(?P<weekday>WEEKDAY)|(?P<season>SEASON)|{MONTH})",
        relative.beside,
    ),
    Rule("beside", "(?P<way>NEXT) (?P<part>PART)", relative.beside),
    Rule("beside", f"(?P<way>THAT) (?:{UNIT}|(?P<part>PART))", relative.beside),
    Rule("beside", f"THE (?P<way>PREVIOUS|FOLLOWING|NEXT) {COUNT} {UNIT}", relative.stretch),
    Rule(
        "rest",
        f"(?P<side>EARLIER|LATER|EDGE) (?:IN|ON)? (?:THAT SAME?|THE SAME?) (?:{UNIT}|(?P<part>PART))",
        relative.rest_of_unit,
    ),
    Rule("rest", f"THE? (?P<bound>BOUND) OF (?:THE|THAT) SAME? {UNIT}", relative.rest_of_unit),
)


@cache
def _compiled() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    of = letters()

    def letter(match: re.Match[str]) -> str:
        return of[match[0]]

    return tuple(
        (rule, re.compile(re.sub(r"(?<!\?)\b[A-Z]{2,}\b", letter, rule.pattern).replace(" ", "")))
        for rule in RULES
    )


def expressions_of(sentence: Sentence, words: Sequence[Word]) -> list[Expression]:
    """The expressions of a sentence, in text order and apart."""
    text = "".join(word.letter for word in words)
    ranked: list[tuple[int, int, int, Any]] = []
    for order, (rule, pattern) in enumerate(_compiled()):
        ranked.extend(
            (match.start() - match.end(), order, match.start(), (rule, match))
            for match in pattern.finditer(text)
        )
    ranked.sort(key=lambda row: row[:3])
    taken = bytearray(len(words))
    chosen: list[Expression] = []
    for _, _, start, (rule, match) in ranked:
        if start < match.end() and not any(taken[start : match.end()]):
            taken[start : match.end()] = b"\1" * (match.end() - start)
            chosen.append(Expression(rule, Parts(sentence, words, match), start, match.end()))
    return sorted(chosen, key=lambda found: found.start)
