"""A line of a report -> how many were hit, where no verb of harm says so: a headline's "Two shot".

It says nothing of who they were; see `harms`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline import lexicons
from dateline.claims.context import Line
from dateline.claims.nouns import WORDS as PEOPLE
from dateline.claims.people import Person, person
from dateline.claims.states import Told
from dateline.records import Figure, Mention, SectionKind

WORDS = {name: frozenset(words) for name, words in lexicons.load("toll")["words"].items()}
CARDINALS: dict[str, int] = lexicons.load("numbers")["cardinals"]
MOST = 100  # more are not shot at once; a larger number before "shot" is a year or an address
GOES_ON = frozenset(
    {"after", "and", "as", "at", "by", "during", "in", "inside", "near", "on", "outside", "while"}
)


def find(line: Line, said: dict[int, str]) -> Iterator[Told]:
    """The numbers of those hit in a sentence; not those of whom `said` knows the measure, by token."""
    yield from _victims_found(line, said)
    yield from _headed(line)
    yield from _victims_of(line)


def _victims_found(line: Line, said: dict[int, str]) -> Iterator[Told]:
    """“found four victims”: a number of victims of whom no more is said."""
    for token, mention in line.figures:
        if line.sentence.tokens[token].lower == "victims" and token not in said and _is_count(mention):
            one = person(line, token)
            if one.pointing != "part" and not one.another:
                yield "casualties", replace(one, pointing="total"), token


def _victims_of(line: Line) -> Iterator[Told]:
    """“One of five victims has died”: five were hit."""
    tokens = line.sentence.tokens
    for token, mention in line.figures:
        above = tokens[tokens[token].head]
        of_them = above.lower == "of" and tokens[above.head].tag == "CD"
        if tokens[token].lower == "victims" and of_them and _is_count(mention):
            figure = mention.value
            if isinstance(figure, Figure) and mention.span.start > tokens[above.head].start:
                yield "casualties", _total(token, figure.low, figure.high), token


def _headed(line: Line) -> Iterator[Told]:
    """“Two shot, one dead in Varda”: a headline's number of those hit, which the parser takes for two shots."""
    tokens = line.sentence.tokens
    if line.sentence.section is not SectionKind.HEADLINE:
        return
    for i, token in enumerate(tokens[:-1]):
        many = CARDINALS.get(token.lower, int(token.text) if token.text.isdecimal() else 0)
        after = tokens[i + 2].lower if i + 2 < len(tokens) else ""
        if 1 < many < MOST and tokens[i + 1].lower == "shot":
            if _is_deadly(line, i + 2):
                yield "killed", _total(i, many, many), i
            elif not after.isalpha() or after in GOES_ON:
                yield "casualties", _total(i, many, many), i
        if 0 < many < MOST and tokens[i + 1].lower in WORDS["in_care"]:
            yield "injured", _total(i, many, many), i
        noun = token.lower in PEOPLE and tokens[i + 1].lower == "shot" and tokens[i + 1].pos == "NOUN"
        if noun and (not after.isalpha() or after in GOES_ON):  # "Teen shot, two others wounded"
            if i > 1 and tokens[i - 1].lower in {"and", "&"} and tokens[i - 2].lower in PEOPLE:
                yield "casualties", person(line, i - 2), i
            yield "casualties", person(line, i), i


def _is_deadly(line: Line, i: int) -> bool:
    """“Four shot dead”, "Four shot to death"."""
    after = [t.lower for t in line.sentence.tokens[i : i + 2]]
    return after[:1] == ["dead"] or after == ["to", "death"]


def _is_count(mention: Mention) -> bool:
    return isinstance(mention.value, Figure) and mention.value.low is not None


def _total(token: int, low: int | None, high: int | None) -> Person:
    return Person(token, None, low, high, "total")
