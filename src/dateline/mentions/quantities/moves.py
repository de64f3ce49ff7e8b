"""A quantity and the words around it -> its change: about, more than, less than, a rise or a fall."""

from __future__ import annotations

from dateline.mentions.figures.hedges import after, moved
from dateline.mentions.figures.numbers import Number
from dateline.mentions.figures.vocabulary import Vocabulary
from dateline.mentions.quantities.line import Line
from dateline.mentions.quantities.ranges import Pair

SIGNS = {"at_least": ">", "more_than": ">", "fewer_than": "<", "up_to": "<", "nearly": "~", "about": "~"}
MARKS = {"~": "~", "≈": "~", "<": "<", ">": ">", "+": "up"}
REACH = 9  # pieces from a verb of change to its amount: "cut its forecast for the year by 3%"
STEPS = frozenset(
    {"to", "by", "a", "an", "another", "further", "additional", "as", "much", "of", "up", "down"}
)
OWNERS = frozenset({"its", "his", "her", "their", "our", "my", "your"})
UNDER = frozenset({"under", "below", "short"})


def change_of(line: Line, pair: Pair, words: Vocabulary) -> tuple[int, str]:
    """Where a quantity starts with the hedges that change it, and its change."""
    number = Number(pair.start, pair.end, 100, 100, approx=False, kind="digits")
    start, _, moves = moved(line.pieces, number, words)
    if any(line.lower(k) in OWNERS for k in range(start, pair.start)):
        start, moves = pair.start, []  # "below its 30-year average": no hedge
    moves += after(line.pieces, pair.last.value.end, words)[1]
    signs = [SIGNS[move] for move in moves if move in SIGNS]
    if not signs and line.lower(start - 1) in MARKS:
        return start - 1, MARKS[line.lower(start - 1)]
    if not signs and line.lower(start - 1) == "-" and line.lower(start - 2) == "sub":
        return start - 2, "<"
    if signs:
        bounds = [sign for sign in signs if sign != "~"]
        bounds += ["<"] * any(line.lower(k) in UNDER for k in range(start, pair.start))
        return start, (bounds or signs)[0]
    if line.lemma(start - 1) in words.averages:
        return pair.start, "~"
    return pair.start, "=" if pair.first is not pair.last else _direction(line, pair, start, words)


def _direction(line: Line, pair: Pair, start: int, words: Vocabulary) -> str:
    """Whether the verb or adverb right before tells a rise or a fall: "fell 3%", "was up 9 points"."""
    by = line.lower(start - 1) == "by"
    if not by and line.pos(pair.end) in {"NOUN", "ADJ"}:
        return "="  # "dropped 500-lb bombs": the bombs were dropped
    for i in range(start - 1, max(-1, start - 1 - REACH), -1):
        word, lemma = line.lower(i), line.lemma(i)
        if word in {"up", "down"} and i >= start - 2:
            return word
        if line.pos(i) == "VERB":
            counts = pair.last.unit.kind == "count" and not by
            return "=" if counts else "up" if lemma in words.up else "down" if lemma in words.down else "="
        if line.is_number(i) or line.pos(i) == "PUNCT":
            return "="
        if not (by or word in STEPS or line.pos(i) == "ADV"):
            return "="
    return "="
