"""The rules by which words become expressions of time: what they look like, what resolves and tags them.

A pattern is a regular expression over word classes (the capitals are the classes of `words`). A rule without
a resolver has no days: it is a length, a habit or a vague word, or it takes words that look like a date and
are none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dateline.mentions.times import (
    clocks,
    eras,
    holidays,
    lengths,
    outright,
    quarters,
    relative,
    spelled,
    tags,
    weekdays,
    years,
)
from dateline.mentions.times.parts import Parts
from dateline.mentions.times.story import Reading, Story

Resolver = Callable[[Parts, Story], Reading | None]

DAY = "(?P<day>DAY|ORD)"
LAST_DAY = "(?P<last_day>DAY|ORD)"
MONTH = "(?P<month>MONTH|MAYISH)"
LAST_MONTH = "(?P<last_month>MONTH|MAYISH)"
YEAR = "(?P<year>YEAR) (?!COUNTED|MEASURED)"
YEAR_BEFORE_COUNT = "(?P<year>YEAR) (?=COUNTED)"
LAST_YEAR = "(?P<last_year>YEAR) (?!COUNTED|MEASURED)"
SOME = "(?:(?:AN)? COUNT (?:DASH? COUNT){0,5} OF?|AN|DAY|SHORT|NUM)"
COUNT = f"(?P<count>{SOME})"
UNIT = "(?P<unit>UNIT|CENTURY)"
# "early", "the end of"
EDGE = "(?:(?P<edge>EDGE) DASH?|THE? (?P<bound>BOUND) OF THE?)"
# "the night of", "early on", "overnight": they keep the day
LEAD = "(?:THE? PART (?:OF|ON)|THE EDGE PART? UNIT (?:OF|ON)|(?:EDGE|EARLIER|OVERNIGHT) ON?)?"
NAMED = "(?:(?P<weekday>WEEKDAY) COMMA? OPEN?)?"
TAIL = "(?:COMMA? EDGE? PART)?"
# What stands before a month or year that is told alone.
PLACED = "(?<=[IN THROUGHOUT BY UNTIL FROM SINCE OF BETWEEN AFTER BEFORE THROUGH])"
OLD_YEAR = "(?P<year>DAY|NUM|SHORT|YEAR)"
CENTURY = "(?P<nth>ORD|ORDWORD) DASH? (?P<century>CENTURY)"
QUARTER = "(?:FISCAL DASH?)? (?P<nth>ORDWORD) DASH? QUARTER"
CLOCK = "(?P<clock>DAY|CLOCK|NUM|YEAR)"
BACK = "(?P<back>UNIT DASH (?:AGO|EARLIER))"
# What joins the two ends of a range.
JOIN = "(?:DASH|TO|BY|UNTIL|THROUGH)"


class Rule(NamedTuple):
    """A named pattern over word classes and what resolves its matches (None: it is no date)."""

    name: str
    pattern: str
    resolve: Resolver | None
    tag: tags.Tagger = tags.whole


def _ranges(name: str, first: str, last: str, resolve: Resolver) -> tuple[Rule, Rule]:
    """One rule for "from A to B" and "A-B", one for "between A and B"."""
    return (
        Rule(name, f"FROM? {first} {JOIN} {last}", resolve, tags.both_ends),
        Rule(name, f"BETWEEN {first} AND {last}", resolve, tags.both_ends),
    )


RULES: tuple[Rule, ...] = (
    # Looks like a date and is none.
    Rule("not_a_date", "NICKNAME WEEKDAY", None),
    Rule("habit", f"EVERY (?:EDGE? (?P<weekday>WEEKDAY)|{MONTH}|(?P<season>SEASON))", None, lengths.rate),
    Rule(
        "habit",
        f"EVERY (?:{UNIT}|(?P<quarter>QUARTER)|(?P<part>PART)|(?P<weekend>WEEKEND))",
        None,
        lengths.rate,
    ),
    Rule("habit", f"(?P<often>DAILY) | PER {UNIT}", None, lengths.rate),
    Rule("name", "WEEKDAY NAMETAIL | (?:MONTH|MAYISH) (?:DAY|ORD) NAMETAIL", None),
    Rule("name", "(?:DAY|ORD) (?:MONTH|MAYISH) NAMETAIL | YEAR NAMETAIL", None),
    Rule("name", "(?:DAY|ORD) (?:MONTH|MAYISH) PLACETAIL | (?:MONTH|MAYISH) (?:DAY|ORD) PLACETAIL", None),
    Rule("nth", f"(?<=[ON]) THE ORDWORD (?:{UNIT}|(?P<part>PART))", None, lengths.nth_day),
    Rule("era", f"(?:{EDGE})? {OLD_YEAR} ERA", None, eras.before_era),
    Rule("era", f"{OLD_YEAR} {JOIN} {OLD_YEAR.replace('year', 'last_year')} ERA", None, eras.before_era),
    Rule("era", f"BETWEEN {OLD_YEAR} AND {OLD_YEAR.replace('year', 'last_year')} ERA", None, eras.before_era),
    Rule("era", f"{OLD_YEAR} AND {OLD_YEAR.replace('year', 'last_year')} ERA", None, eras.before_era),
    Rule("era", f"{EDGE}? {MONTH} {OLD_YEAR} ERA", None, eras.before_era),
    Rule("era", f"EDGE? THE? (?P<season>SEASON) OF? {OLD_YEAR} ERA", None, eras.before_era),
    Rule("era", "(?:THE? BOUND OF)? THE? EDGE? (?P<year>(?P<decade>DECADE)) ERA", None, eras.before_era),
    Rule("era", f"(?:THE? BOUND OF)? THE? EDGE? {CENTURY.replace('nth', 'year')} ERA", None, eras.before_era),
    Rule("century", f"(?:THE? BOUND OF)? THE? EDGE? {CENTURY}", eras.century),
    Rule("length", f"FOR {COUNT} {UNIT}", None, lengths.length),
    Rule("length", f"THE? {COUNT} DASH {UNIT} (?:DASH (?P<age>OLD))?", None, lengths.length),
    Rule("length", f"THE? {COUNT} {UNIT} DASH? (?P<age>OLD)", None, lengths.length),
    Rule("length", f"{UNIT} DASH (?P<age>OLD)", None, lengths.length),
    Rule("length", f"{COUNT} {UNIT} (?=OF)", None, lengths.length),
    Rule("clock", f"{CLOCK} (?P<half_day>MERIDIEM) ZONE?", None, clocks.clock),
    Rule("clock", f"{CLOCK} (?P<half_day>MERIDIEM)? (?:ON|IN) THE (?P<part>PART)", None, clocks.clock),
    Rule("clock", "(?<=[AT]) (?P<clock>CLOCK) ZONE?", None, clocks.clock),
    Rule(
        "part",
        "(?<=[AT IN OVER BY BEFORE AFTER UNTIL]) THE? (?:EDGE DASH?)? (?P<part>PART) (?!OF)",
        None,
        clocks.part_of_day,
    ),
    Rule("length", f"{COUNT} (?P<half>AND AN? HALF) {UNIT}", None, lengths.length),
    Rule("length", f"{COUNT} (?P<half>AND AN? HALF) UNIT (?:AGO|LATER|EARLIER|AFTER|BEFORE)", None),
    Rule("length", f"{COUNT} {UNIT} (?P<half>AND AN? HALF)", None, lengths.length),
    Rule("part", "(?P<part>PART)", None, clocks.any_part_of_day),
    # Quarters of the business year.
    Rule(
        "quarter",
        f"THE? {QUARTER} (?:(?:OF FISCAL?)? {YEAR}|OF (?P<which>LAST|THIS|NEXT) UNIT)? (?!OF THE)",
        quarters.quarter,
        quarters.tagged,
    ),
    Rule("quarter", f"THE {YEAR} {QUARTER}", quarters.quarter, quarters.tagged),
    Rule("quarter", f"(?P<which>THIS|LAST|NEXT) UNIT OWN {QUARTER}", quarters.quarter, quarters.tagged),
    Rule("quarter", f"THE? {BACK} {QUARTER}", quarters.quarter, quarters.tagged),
    Rule("quarter", f"THE? {BACK} (?:QUARTER|PERIOD)?", None, quarters.same_quarter),
    Rule("year", "THE? (?P<current>NOW) FISCAL? (?P<unit>UNIT)", None, quarters.this_unit),
    Rule(
        "year",
        "(?<=[IN OVER FOR OF THROUGHOUT]) THE (?:FULL|FISCAL|LATEST FISCAL)? (?P<unit>UNIT) (?!AFTER|BEFORE)",
        None,
        quarters.the_year,
    ),
    Rule("spelled", "(?:MONTH|THE UNIT)? (?P<spelled>COUNT COUNT (?:DASH? COUNT)?)", spelled.year),
    Rule("quarter", f"THE {YEAR} (?:QUARTER|PERIOD)", None, quarters.same_quarter),
    Rule(
        "quarter",
        "THE (?P<latest>LATEST)? (?:(?P<quarter>QUARTER)|PERIOD) (?!~ OF)",
        None,
        quarters.same_quarter,
    ),
    Rule("quarter", "(?:THIS|THE? (?P<current>NOW)) (?P<quarter>QUARTER)", None, quarters.same_quarter),
    Rule("year", f"FISCAL UNIT? {YEAR}", None, quarters.fiscal_year),
    # Only roughly when.
    Rule("now", "RIGHT? NOW | THESE UNIT", None, lengths.refers("PRESENT_REF")),
    Rule("now", "PRESENT DASH? UNIT", None, lengths.refers("PRESENT_REF")),
    Rule("part", "(?P<some>COUNT) (?P<part>PART)", None, clocks.some_part_of_day),
    Rule("former", "FORMER", None, lengths.of_history("PAST_REF")),
    Rule("this_time", "AT THIS TIME", None, lengths.of_history("PRESENT_REF")),
    Rule(
        "that_time",
        "THE SAME? TIME | (?<=[IN OVER BY UNTIL THROUGHOUT FROM]) (?:THIS|THAT) TIME | (?:THIS|THAT) PERIOD",
        None,
        lengths.time_told_of,
    ),
    Rule("step", "UNIT (?:AGO|LATER|EARLIER)", None, lengths.vague_step),
    Rule("recent", "RECENTLY | RECENT", None, lengths.refers("PAST_REF")),
    Rule("recent", f"RECENT {UNIT} (?:AND UNIT)?", None, lengths.plural_length),
    Rule("past", "THE PAST", None, lengths.the_past),
    Rule("future", "(?:THE NEAR? FUTURE|FUTURE)", None, lengths.the_future),
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
        f"(?:COMMA? OF? {YEAR})? {TAIL}",
        outright.full_date,
    ),
    # "on 3 March 1994 rebels came": a year, where the number is not as round as a count would be.
    Rule("date", f"{LEAD} {NAMED} {DAY} OF? {MONTH} {YEAR_BEFORE_COUNT}", outright.date_before_count),
    Rule("date", f"{LEAD} {NAMED} {MONTH} {DAY} COMMA? {YEAR_BEFORE_COUNT}", outright.date_before_count),
    # "on May 10 gunmen came" has a day; "in May 10 gunmen came" has a count.
    Rule("date", f"(?:(?<=[ON])|THE? PART OF) {MONTH} {DAY} (?=COUNTED)", outright.full_date),
    Rule(
        "days",
        f"{LEAD} (?:FROM|BETWEEN)? THE? {DAY} (?:AND|{JOIN}) THE? {LAST_DAY} OF? {MONTH}(?:COMMA? {YEAR})?",
        outright.days_of_month,
        tags.both_ends,
    ),
    Rule(
        "days",
        f"{LEAD} (?:FROM|BETWEEN)? {MONTH} {DAY} (?:AND|{JOIN}) THE? {LAST_DAY}"
        f"(?!COUNTED|MEASURED|MONTH|MAYISH) (?:COMMA? {YEAR})?",
        outright.days_of_month,
        tags.both_ends,
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
    Rule("month", f"{PLACED} {MONTH} {YEAR_BEFORE_COUNT}", outright.month_before_count),
    Rule("month", f"{PLACED} {MONTH} (?!DAY|ORD|YEAR)", outright.month),
    Rule("month", f"{PLACED} {MONTH} (?=DAY (?:COUNTED|MEASURED))", outright.month),
    Rule("month", f"{EDGE} {MONTH} (?!YEAR)", outright.month),
    Rule("month", "(?<=[THE AN OWN]) (?P<month>MONTH|MAYISH) (?=~)", outright.month_before_noun),
    Rule("month", "(?<=~) (?P<month>MONTH) (?=~)", outright.month_described),
    Rule("month", "(?<=[MONTH MAYISH] AND) (?P<month>MONTH|MAYISH) (?!DAY|ORD|YEAR)", outright.month),
    Rule("month", "^ (?P<month>MONTH) (?=~)", outright.month_before_verb),
    Rule("month", "(?<=[FOR OPEN]) (?P<month>MONTH) (?!DAY|ORD|YEAR)", outright.month),
    Rule("month", "(?P<month>MONTH) (?=OWN)", outright.month),
    Rule("month", f"(?<=UNIT TO) {MONTH} (?!DAY|ORD|YEAR)", outright.month),
    Rule(
        "month_of_year",
        f"(?:{EDGE}|THE? (?P<day>DAY|ORD) OF?)? {MONTH} (?P<last_day>DAY)? (?:COMMA? OF? (?P<which>LAST|THIS|NEXT)"
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
    Rule(
        "months",
        f"(?<=[IN]) {MONTH} AND {LAST_MONTH} (?:COMMA? OF? {LAST_YEAR})? (?!DAY|ORD)",
        outright.months,
        tags.both_ends,
    ),
    # Years and more.
    Rule("share", f"THE? (?P<nth>ORDWORD|LAST) (?P<share>HALF|QUARTER) OF {YEAR}", outright.share_of_year),
    Rule(
        "share",
        f"THE? (?P<nth>ORDWORD|LAST) (?P<share>HALF) OF (?P<which>LAST|THIS|NEXT) {UNIT}",
        relative.share_of_unit,
    ),
    Rule("year", f"{EDGE} {YEAR}", years.year),
    Rule("year", f"{PLACED} {YEAR} (?!DASH DAY)", years.year_placed),
    Rule("year", "(?<=[IN SINCE]) (?P<year>YEAR) (?=COUNTED)", years.year),
    Rule("year", f"(?<=[OPEN]) {YEAR} (?=SHUT)", years.year),
    Rule("year", f"(?<=YEAR AND) {YEAR}", years.year),
    Rule("year", "(?P<short>SHORT)", years.short_year),
    Rule("year", f"(?<=YEAR COMMA) {YEAR}", years.year_listed),
    Rule("year", f"(?:EDGE|EARLIER|LATER) IN {YEAR}", years.year),
    Rule("year", f"THE UNIT {YEAR} (?!DASH)", years.year),
    Rule("year", YEAR, years.year_alone),
    Rule(
        "years",
        f"FROM? (?P<year>YEAR) {JOIN} (?P<last_year>YEAR|SHORT|DAY) (?!COUNTED|DASH)",
        years.years,
        tags.both_ends,
    ),
    Rule(
        "years",
        "BETWEEN (?P<year>YEAR) AND (?P<last_year>YEAR) (?!COUNTED|MEASURED)",
        years.years,
        tags.both_ends,
    ),
    Rule("decade", f"THE? {EDGE}? (?P<decade>DECADE)", years.decade),
    Rule(
        "season",
        f"{EDGE}? THE? (?P<season>SEASON) (?:OF|COMMA)? {YEAR} (?:DASH (?:SHORT|YEAR|DAY))?",
        outright.season,
    ),
    Rule("season", f"{YEAR} (?P<season>SEASON)", outright.season),
    Rule("season", "(?:(?:EDGE|EARLIER|LATER) IN)? THE? EDGE? (?P<season>SEASON)", outright.season_alone),
    Rule("season", "THE BOUND OF THE? (?P<season>SEASON)", outright.season_alone),
    Rule("season", "THIS PAST (?P<season>SEASON)", outright.season),
    Rule(
        "season",
        f"{EDGE}? (?P<which>LAST|THIS|NEXT|THAT) (?P<season>SEASON)",
        outright.season,
        lengths.of_the_story(outright.season),
    ),
    Rule(
        "season", "(?<=[IN OVER THROUGHOUT BY UNTIL SINCE]) THE (?P<season>SEASON) (?!~|OF)", outright.season
    ),
    Rule("holiday", f"THE? EDGE? (?P<holiday>HOLIDAY) (?:COMMA? OF? {YEAR})?", holidays.holiday),
    Rule("holiday", "(?P<holiday>HOLIDAY) EDGE? (?P<part>PART)", holidays.holiday),
    Rule("holiday", "(?P<which>LAST|THIS|NEXT|PAST) (?P<holiday>HOLIDAY)", holidays.holiday),
    # Seen from the day of the telling.
    Rule("weekday", f"{LEAD} (?P<weekday>WEEKDAY) {TAIL}", weekdays.weekday, lengths.unknown),
    Rule("weekday", f"{LEAD} (?P<which>LAST|NEXT|THIS) (?P<weekday>WEEKDAY) {TAIL}", weekdays.weekday),
    Rule("weekday", f"THIS (?P<which>NEXT|PAST) (?P<weekday>WEEKDAY) {TAIL}", weekdays.weekday),
    Rule("week_of", f"THE {UNIT} OF {MONTH} {DAY} (?:COMMA? {YEAR})?", relative.week_of),
    Rule("week_of", f"THE {UNIT} OF {DAY} {MONTH} (?:COMMA? {YEAR})?", relative.week_of),
    Rule("end", f"THE? {UNIT} (?:OWN|DASH)? (?P<bound>BOUND) (?!OF)", relative.end_of_unit),
    Rule("weekday", f"(?P<weekday>WEEKDAY) OF? (?P<which>LAST|NEXT|THIS) {UNIT}", relative.weekday_of_week),
    *_ranges("weekdays", "(?P<weekday>WEEKDAY) PART?", "(?P<last_weekday>WEEKDAY) PART?", weekdays.weekdays),
    Rule("today", f"(?:EARLIER|LATER|EDGE)? (?P<today>TODAY) {TAIL}", relative.today, lengths.seen_from_told),
    Rule("today", "THE UNIT (?P<way>BEFORE|AFTER) (?P<today>TODAY)", relative.today),
    Rule(
        "todays",
        "(?P<today>TODAY) AND (?:THIS (?P<last_part>PART)|(?P<last_today>TODAY))",
        relative.todays,
        tags.both_ends,
    ),
    Rule(
        "weekdays",
        "(?<=[ON]) (?P<weekday>WEEKDAY) PART? AND (?P<last_weekday>WEEKDAY) PART? (?!OWN)",
        weekdays.weekdays,
        tags.both_ends,
    ),
    Rule("this_part", "(?:EARLIER|LATER|EDGE)? (?P<which>THIS|LAST) (?P<part>PART)", relative.part_of_today),
    Rule("overnight", "OVERNIGHT", relative.overnight),
    Rule(
        "this_unit",
        f"(?:(?P<side>EARLIER|LATER)|{EDGE})? (?P<which>LAST|THIS|NEXT) {UNIT} (?!OF|DASH|AGO)",
        relative.unit,
        lengths.or_length(lengths.of_the_story(relative.unit)),
    ),
    Rule("weekend", "(?:(?P<which>LAST|NEXT|THIS|PAST)|THE) WEEKEND", weekdays.weekend),
    Rule("window", f"THE? (?:LAST|PAST) {COUNT} {UNIT} (?!OF|DASH)", relative.window, lengths.length),
    Rule("window", f"(?:THE|THIS) (?:LAST|PAST) {UNIT} (?!DASH|OF)", relative.window, lengths.length),
    Rule(
        "window",
        f"(?<=[IN OVER]) {COUNT} {UNIT} (?!OF|DASH|AFTER|BEFORE)",
        relative.window_of_perfect,
        lengths.length,
    ),
    Rule("ago", f"{COUNT} {UNIT} AGO", relative.ago, quarters.a_year_back),
    Rule("ago", f"{COUNT} {UNIT} AND ~ AGO", relative.ago),
    Rule("ago", f"{COUNT} {UNIT} BACK (?!TO|IN|FROM|ON|AND)", relative.ago),
    # Seen from a date told of before.
    Rule("shift", f"{COUNT} {UNIT} (?P<way>LATER|EARLIER)", relative.shift, quarters.a_year_back),
    Rule("shift", f"{COUNT} {UNIT} (?P<way>AFTER|BEFORE)", relative.shift_from, lengths.step),
    Rule("shift", f"THE? {UNIT} (?P<way>AFTER|BEFORE)", relative.shift_from, lengths.step),
    Rule("shift", f"{COUNT} {UNIT} (?=FOLLOWING|FROM)", None, lengths.length),
    Rule(
        "beside",
        f"(?:THE|THAT) (?P<way>NEXT|FOLLOWING|PREVIOUS|SAME)"
        f"(?:{UNIT}|(?P<part>PART)|(?P<weekday>WEEKDAY)|(?P<season>SEASON)|{MONTH})",
        relative.beside,
        lengths.unknown,
    ),
    Rule("beside", f"(?<!UNTIL) THIS {UNIT}", relative.this_day),
    Rule("beside", "EDGE? THE? (?P<way>NEXT|FOLLOWING) (?P<part>PART)", relative.beside, lengths.unknown),
    Rule("beside", f"(?P<way>THAT) (?:{UNIT}|(?P<part>PART))", relative.beside),
    Rule("beside", f"THE (?P<way>PREVIOUS|FOLLOWING|NEXT) {COUNT} {UNIT}", relative.stretch, lengths.length),
    Rule(
        "rest",
        f"(?P<side>EARLIER|LATER|EDGE) (?:IN|ON)? (?:THAT SAME?|THE SAME?) (?:{UNIT}|(?P<part>PART))",
        relative.rest_of_unit,
    ),
    Rule("rest", f"THE? (?P<bound>BOUND) OF (?:THE|THAT) SAME? {UNIT}", relative.rest_of_unit),
    # How long.
    Rule(
        "length",
        f"THE? (?:ORDWORD|LAST|PAST|NEXT|FOLLOWING|PREVIOUS)? {COUNT} (?P<middle>~|NICKNAME|COUNTED)? {UNIT}",
        None,
        lengths.length,
    ),
    Rule("length", f"THE? (?:PAST|NEXT|FOLLOWING|PREVIOUS) {UNIT}", None, lengths.plural_length),
    Rule("length", f"THE {COUNT} (?:PAST|NEXT|FOLLOWING|PREVIOUS) {UNIT}", None, lengths.length),
    Rule("length", f"THE (?:ORDWORD|EDGE|LAST) {UNIT}", None, lengths.plural_length),
    Rule("length", f"{UNIT} AND UNIT", None, lengths.bare_length),
    Rule(
        "length",
        f"(?P<share>HALF) AN {UNIT} | (?:AN)? (?P<quarter>QUARTER) OF AN (?:UNIT|CENTURY)",
        None,
        lengths.share,
    ),
    Rule("length", "(?P<often>LASTING)", None, lengths.lasting),
    Rule("length", f"{COUNT} (?P<half>DAY DASH DAY) {UNIT}", None, lengths.length),
    Rule("length", f"{UNIT}", None, lengths.bare_length),
)
