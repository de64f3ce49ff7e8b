"""A report's sentences -> the quantities that they state: values and ranges with their units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.mentions import times
from dateline.mentions.figures.vocabulary import Vocabulary, vocabulary
from dateline.mentions.quantities.line import Line, line_of
from dateline.mentions.quantities.moves import change_of
from dateline.mentions.quantities.quantity import Quantity
from dateline.mentions.quantities.ranges import Pair, lent, pair_of
from dateline.mentions.quantities.refusals import Case, refusal
from dateline.mentions.quantities.subjects import subject_of
from dateline.mentions.quantities.told import tell
from dateline.mentions.quantities.values import HYPHENS, read_value
from dateline.records import Report, Sentence, Span, Timex

LISTED = frozenset({",", "and", "or", "-", "–", "/"})
AGES = ([","], ["and"], ["or"], [",", "and"])  # between the ages of "aged 7, 9 and 12"
JOINS = frozenset({"and", "or", "to", "through", "-", "–"})
JOINTS = 3  # pieces between two neighbours in a list: "four", "-", ",", "and"


def find(report: Report, sentences: Sequence[Sentence]) -> tuple[Quantity, ...]:
    """Every quantity that a report states.

    Args:    sentences of this report, parsed, in text order.
    Returns: quantities in text order and apart. Dates, hours, years, names with numbers in them, ordinals,
             scores and addresses are none; ages are, with the unit "year of age".
    """
    told = times.timexes(report, sentences)
    return tuple(q for sentence in sentences for q in read(sentence, told))


def read(sentence: Sentence, told: Sequence[Timex] = ()) -> tuple[Quantity, ...]:
    """The quantities of one sentence.

    Args: told, the times that the reader of times finds in it; numbers inside a date or an hour are left out.
    """
    if not any(_may_open(token.lower) for token in sentence.tokens):
        return ()
    line, words = line_of(sentence), vocabulary()
    here = [t for t in told if t.span.start < sentence.span.end and sentence.span.start < t.span.end]
    pairs = _shared(line, list(_search(line, words, here)))
    found: list[Quantity] = []
    for k, pair in enumerate(pairs):
        quantity = _quantity(line, pair, words)
        found.append(_again(quantity, found[-1]) if k and _is_aside(line, pairs[k - 1], pair) else quantity)
    return tuple(found)


def _may_open(word: str) -> bool:
    """Whether a word can start a quantity."""
    known = vocabulary()
    if any(c.isdigit() for c in word) or word in known.cardinals or word in known.multipliers:
        return True
    return word in known.vague or word in {"half", "minus", "½", "¼", "¾"} or word in known.denominators


def _search(line: Line, words: Vocabulary, times_told: Sequence[Timex]) -> Iterator[Pair]:
    """The quantities of a line from left to right."""
    i, refused = 0, -1
    while i < len(line.pieces):
        found = _at(line, i, words, times_told)
        if found is None:
            i += 1
        elif isinstance(found, int) or _goes_on(line, refused, found):
            i = refused = found if isinstance(found, int) else found.end
        else:
            yield found
            i = found.end


def _goes_on(line: Line, refused: int, pair: Pair) -> bool:
    """Whether a bare number goes on from one that is none: "Sections 4 and 5", "Nov. 5-7"."""
    joined = 0 <= refused == pair.start - 1 and line.lower(refused) in JOINS
    return joined and pair.last.unit.kind == "number" and pair.last.value.kind == "digits"


def _at(line: Line, i: int, words: Vocabulary, times_told: Sequence[Timex]) -> Pair | int | None:
    """The quantity whose value starts at a piece; where to go on, for a value that is none."""
    value = read_value(line, i, words)
    if value is None:
        return None
    told = lent(line, tell(line, value), words)
    if refusal(Case(line, told, words, times_told)):
        return max(value.end, i + 1)
    return pair_of(line, told, words, lambda other: refusal(Case(line, other, words, times_told)) is None)


def _shared(line: Line, pairs: list[Pair]) -> list[Pair]:
    """Give a bare number the unit of the next one in its list: "four-, five- and six-cylinder", "2, 3 or 4 km"."""
    for k in range(len(pairs) - 2, -1, -1):
        here, after = pairs[k], pairs[k + 1]
        if here.last.unit.kind == "number" and _is_listed(line, here, after):
            last = here.last._replace(unit=after.last.unit, words=after.last.words)
            pairs[k] = here._replace(last=last, shares=True)
    for k in range(1, len(pairs)):
        here, before = pairs[k], pairs[k - 1]
        between = [line.lower(i) for i in range(before.end, here.start)]
        if here.last.unit.kind == "number" and before.last.unit.kind == "age" and between in AGES:
            pairs[k] = here._replace(last=here.last._replace(unit=before.last.unit))
    return pairs


def _is_listed(line: Line, here: Pair, after: Pair) -> bool:
    """Whether two quantities are neighbours in a list that ends with "and" or "or"."""
    between = {line.lower(i) for i in range(here.last.end, after.start)}
    if not between or not between <= LISTED or after.start - here.last.end > JOINTS:
        return False
    return bool(between & ({"and", "or"} | HYPHENS)) or after.shares


def _is_aside(line: Line, before: Pair, pair: Pair) -> bool:
    """Whether a quantity says the one before it over again: "seven miles (11 km)", "190 points, or 0.6%"."""
    between = [line.lower(i) for i in range(before.end, pair.start)]
    return between in (["("], [",", "or"])


def _again(quantity: Quantity, first: Quantity) -> Quantity:
    """A quantity that says another one over, with that one's change and words."""
    change = first.change if quantity.change == "=" and first.change in {"up", "down"} else quantity.change
    return replace(quantity, change=change, of=first.of)


def _quantity(line: Line, pair: Pair, words: Vocabulary) -> Quantity:
    """The record of a pair of ends."""
    first, last = pair.first, pair.last
    vague = last.value.kind == "vague"
    start, change = change_of(line, pair, words)
    at, end = line.pieces[start].start, line.pieces[pair.end - 1].end
    return Quantity(
        first=last.value.low if vague else first.value.low,
        last=last.value.high,
        told=last.words,
        unit=last.unit.name,
        kind="ratio"
        if last.value.kind in {"ratio", "fraction"} and last.unit.kind in {"count", "number"}
        else last.unit.kind,
        change=change,
        span=Span(line.sentence.span.report, at, end),
        vague=vague,
        of=subject_of(line, pair),
    )
