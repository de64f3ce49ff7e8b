"""A value on a line -> why it is no quantity: a date, a year, a name, a score, an address. One check a kind.

The lists are those of the reader of figures, which refuses the same things as counts of people.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.mentions.figures.refusals import (
    AFTER_ONE,
    BEFORE_ONE,
    FIRST_YEAR,
    LAST_DAY,
    LAST_HOUR,
    LAST_YEAR,
)
from dateline.mentions.figures.refusals import STREET_LONGEST as STREET
from dateline.mentions.figures.vocabulary import Vocabulary
from dateline.mentions.quantities.line import Line
from dateline.mentions.quantities.told import Told
from dateline.mentions.quantities.values import HYPHENS
from dateline.records import Timex

NEAR_YEARS = range(1900, 2100)  # four digits in here are a year even before a plural, unless they are round
BARE = frozenset(
    {"number", "count"}
)  # kinds of unit that leave it open what a number is; any other settles it
HIGHEST_SCORE = 200  # in small numbers against each other: matches, votes of a council
LARGEST_MARK = 1000  # "[3]", "(4)": a citation or a shirt, up to here
HOURS = frozenset({"o'clock", "a.m.", "p.m.", "am", "pm", "a.m", "p.m", "gmt", "utc", "bc", "bce"})
NUMBERED = frozenset({"no.", "nos.", "no", "number", "numbers"})
# Labels that are as often plain words before a count: "that day 12 people", "the post 30 men held".
LOOSE = frozenset({"well", "order", "act", "bill", "post", "g", "house", "line", "fall", *NUMBERED})
RECKONED = frozenset({"day", "week", "year"})
BOUNDS = frozenset({"than", "least", "nearly", "almost"})
AMOUNTS = BOUNDS | {"of", "about", "around", "some", "over", "to", "just"}
SUMMED = frozenset({"average", "total", "number"})
# What may stand before a hyphen and digits without making them a name: "sub-7", "a then-18".
FREE = frozenset({"sub", "minus", "plus", "pre", "then", "over", "under"})


class Case(NamedTuple):
    """What a check looks at: the line, the value with its unit, the lists, the times told in the sentence."""

    line: Line
    told: Told
    words: Vocabulary
    times: Sequence[Timex]

    @property
    def before(self) -> str:
        """The word right before the value."""
        return self.line.lower(self.told.value.start - 1)

    @property
    def after(self) -> str:
        """The word right after the value."""
        return self.line.lower(self.told.value.end)

    @property
    def is_bare(self) -> bool:
        """Whether no unit settles that this is a quantity."""
        return self.told.unit.kind in BARE


def refusal(case: Case) -> str | None:
    """Why a value is no quantity, or None where it is one."""
    for name, is_it in CHECKS:
        if is_it(case):
            return name
    return None


def _is_compound(case: Case) -> bool:
    """As in "252-972-1411", "COVID-19", "24/7": a sign glues the number to a word or a second sign."""
    line, start, end = case.line, case.told.value.start, case.told.value.end
    if case.before in {"/", ":", "#", "'", "’"} and line.glued(start):
        return True
    if case.after in {"/", ":"} and line.glued(end) and line.glued(end + 1) and case.is_bare:
        return True
    if case.before in HYPHENS and line.glued(start) and line.glued(start - 1):
        word = line.lower(start - 2)
        known = FREE | case.words.cardinals.keys() | case.words.multipliers.keys()
        if word.isalpha() and word not in known:
            return True
    return _chain(line, start, -2) + _chain(line, end - 1, 2) > 1


def _chain(line: Line, i: int, step: int) -> int:
    """How many numbers hang on the one at a piece by hyphens, to one side."""
    found, hyphen = 0, step // 2
    while line.lower(i + hyphen) in HYPHENS and line.is_number(i + step):
        glued = line.glued(max(i, i + hyphen)) and line.glued(max(i + step, i + hyphen))
        if not glued:
            break
        i, found = i + step, found + 1
    return found


def _is_time(case: Case) -> bool:
    """As in "Jan. 20", "5 p.m.", "in 1998": inside a date or an hour, and no length ("two weeks ago")."""
    value, pieces = case.told.value, case.line.pieces
    start, end = pieces[value.start].start, pieces[value.end - 1].end
    for timex in case.times:
        if timex.kind in {"DATE", "TIME"} and timex.span.start < end and start < timex.span.end:
            return case.is_bare
    return case.after in HOURS or _is_hour(case)


def _is_hour(case: Case) -> bool:
    """As in "starts at 8", "ends by 10": a small whole number after a word of the clock."""
    value = case.told.value
    if case.told.unit.kind != "number" or value.kind != "digits" or value.high > LAST_HOUR or value.high % 1:
        return False
    return case.before in {"at", "by", "until", "till"}


def _is_hour_code(case: Case) -> bool:
    """As in "at 0740": digits that open with a nought count nothing."""
    text = case.line.text(case.told.value.start)
    return len(text) > 1 and text[0] == "0" and text.isdigit()


def _is_month_day(case: Case) -> bool:
    """As in "Oct. 31", "20 January"; not "that may 20 men"."""
    value, line, months = case.told.value, case.line, case.words.months
    if value.kind != "digits" or not case.is_bare or value.high > LAST_DAY:
        return False
    before, after = line.text(value.start - 1), line.text(value.end)
    return (before.lower() in months and before[:1].isupper()) or (
        after.lower() in months and after[:1].isupper()
    )


def _is_year(case: Case) -> bool:
    """As in "in 2003", "the 2003 invasion": four digits without a comma, and nothing measured."""
    line, told = case.line, case.told
    value, text = told.value, line.text(told.value.start)
    if len(text) != 4 or not text.isdecimal() or value.end != value.start + 1:
        return False
    if not FIRST_YEAR <= value.low <= LAST_YEAR or not case.is_bare:
        return False
    plural = told.unit.kind == "count" and line.tag(told.end - 1) == "NNS"
    if case.before in BOUNDS or (plural and case.before in AMOUNTS):
        return False
    if case.before == "of" and line.lower(value.start - 2) in SUMMED:
        return False
    counted = plural and case.before not in case.words.clock | case.words.labels
    return not counted or (int(value.low) in NEAR_YEARS and value.low % 100 != 0)


def _is_address(case: Case) -> bool:
    """As in "1205 Elm Road", "16-18 Industrial Avenue"."""
    line, value = case.line, case.told.value
    if value.kind != "digits" or not case.is_bare:
        return False
    i = value.end + 2 if case.after in HYPHENS and line.is_number(value.end + 1) else value.end
    for k in range(i, min(len(line.pieces), i + STREET)):
        if not line.text(k)[:1].isupper():
            return False
        if k > i and line.lower(k) in case.words.streets:
            return True
    return False


def _is_score(case: Case) -> bool:
    """As in "ended 2-2", "won 3 to 1", "voted 57 to 40": two numbers against each other."""
    line, value = case.line, case.told.value
    if not case.is_bare or not {line.pieces[k].lemma for k in range(value.start)[-4:]} & case.words.scores:
        return _is_hyphened_score(case)
    ahead = case.after in {"to", *HYPHENS} and line.is_number(value.end + 1)
    behind = case.before in {"to", *HYPHENS} and line.is_number(value.start - 2)
    return (ahead or behind) and case.told.unit.kind == "number"


def _is_hyphened_score(case: Case) -> bool:
    """As in "ended 2-2": the second no larger, or a word of games near; not "14-18 mpg"."""
    line, start, end = case.line, case.told.value.start, case.told.value.end
    if case.told.start != start or not line.is_number(start):
        return False
    if case.after in HYPHENS and line.glued(end) and line.glued(end + 1):
        left, right = start, end + 1
    elif case.before in HYPHENS and line.glued(start) and line.glued(start - 1):
        left, right = start - 2, start
    else:
        return False
    one, two = line.text(left), line.text(right)
    if not (one.isdecimal() and two.isdecimal()) or max(int(one), int(two)) > HIGHEST_SCORE:
        return False
    near = {line.pieces[k].lemma for k in range(len(line.pieces))[max(0, left - 4) : right + 4]}
    ends = bool(near & case.words.ends) and line.pos(right + 1) not in {"NOUN", "PROPN", "SYM"}
    return int(one) >= int(two) or ends


def _is_bracketed(case: Case) -> bool:
    """A citation "[3]", a shirt number "(4)", an enumerator "2)" or "1." that opens a line."""
    line, value = case.line, case.told.value
    if (case.before, case.after) in {("[", "]"), ("(", ")")}:
        return case.told.unit.kind == "number" and value.scale == 1.0 and value.high < LARGEST_MARK
    return value.start == 0 and case.after in {")", ".", ":"} and value.end + 1 < len(line.pieces)


def _is_label(case: Case) -> bool:
    """As in "Part 3", "No. 5", "Paragraph three of the order": the word before makes the number a name."""
    value, before = case.told.value, case.before
    if not case.is_bare or value.kind not in {"digits", "words"} or case.told.start != value.start:
        return False
    if value.kind == "words":
        ends = case.told.unit.kind == "number" or case.after == "of"
        return ends and before in case.words.labels - LOOSE | {"number"}
    if before in NUMBERED:
        return before != "number" or case.line.lower(value.start - 2) not in {"the", "a"}
    if before in RECKONED:
        return case.told.unit.kind == "number"
    if before == "." and case.line.lower(value.start - 2) in {"no", "nos"}:
        return True
    listed = case.told.unit.kind == "number" and before.removesuffix("s") in case.words.labels - LOOSE
    return (listed or before in case.words.labels - LOOSE) and not _has_comma(case)


def _has_comma(case: Case) -> bool:
    """Whether the digits bear a separator, as no name's do."""
    return "," in case.line.text(case.told.value.start)


def _is_named(case: Case) -> bool:
    """As in "Boeing 747", "iPhone 11 Pro", "S&P 500": the number is part of the name before it."""
    line, told = case.line, case.told
    start = told.value.start
    if not case.is_bare or told.value.kind != "digits" or told.value.scale != 1.0 or _has_comma(case):
        return False
    if start == 0 or told.start != start or not _is_name(line, start - 1):
        return False
    if told.unit.kind == "number" or line.tag(told.end - 1) not in {"NNS", "NNPS"}:
        return True  # "Planet 9 project": a count of nine wants a plural
    return _belongs_left(line, start)


def _is_name(line: Line, i: int) -> bool:
    """Whether a capitalised name stands at a piece, right before a number."""
    piece = line.pieces[i]
    if not (piece.text[0].isalpha() or piece.text[-1].isalpha()):
        return False
    if any(c.isupper() for c in piece.text[1:]):
        return True
    return piece.text[0].isupper() and (piece.pos == "PROPN" or (i > 0 and piece.pos in {"NOUN", "ADJ"}))


def _belongs_left(line: Line, start: int) -> bool:
    """Whether the parser ties a number to the name before it and not to the noun after it."""
    at, tokens = line.origin[start], line.sentence.tokens
    if tokens[at].head < at:
        return tokens[tokens[at].head].pos == "PROPN"
    name = tokens[line.origin[start - 1]]
    inside = name.dep in {"compound", "nmod", "amod", "nummod"} and name.head > at
    return inside or tokens[at].dep == "compound"


def _is_pronoun(case: Case) -> bool:
    """As in "one another", "the one", "one must", "zero in on": no number of anything."""
    line, value = case.line, case.told.value
    if value.end != value.start + 1 or line.lower(value.start) not in {"one", "zero"}:
        return False
    if line.lower(value.start) == "zero":
        return line.pos(value.start) == "VERB"
    if case.told.unit.kind == "number" or case.after in AFTER_ONE:
        return True
    if case.before in HYPHENS and line.glued(value.start):
        return True
    counts = case.before == "the" and case.told.unit.kind == "count" and case.after != "of"
    return case.before in BEFORE_ONE | {"that"} and not counts


def _is_idiom(case: Case) -> bool:
    """As in "one-off", "two-way", "one day"."""
    line, value = case.line, case.told.value
    glued = case.after in HYPHENS and line.glued(value.end) and line.glued(value.end + 1)
    after = line.lower(value.end + 1) if glued else case.after
    return (line.lower(value.start), after) in case.words.idioms


CHECKS = (
    ("compound", _is_compound),
    ("time", _is_time),
    ("hour", _is_hour_code),
    ("month", _is_month_day),
    ("year", _is_year),
    ("address", _is_address),
    ("score", _is_score),
    ("bracketed", _is_bracketed),
    ("label", _is_label),
    ("named", _is_named),
    ("pronoun", _is_pronoun),
    ("idiom", _is_idiom),
)
