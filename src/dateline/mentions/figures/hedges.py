"""A number and the words around it -> its bounds as said; "at least 20" is 20 or more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.mentions.figures.numbers import Number, read_one
from dateline.mentions.figures.vocabulary import Phrases, Vocabulary
from dateline.records import Token

# A preposition that can also hedge is taken for a hedge from here on: nobody clashes "over 20 villages" by
# name, and few reports say "over three men".
HEDGED_FROM = 15
# How many tokens after the noun an afterthought may come: "three men among the dead, perhaps four".
REACH = 14
QUANTITY_RELATIONS = frozenset({"quantmod", "advmod", "amod"})


class Bounded(NamedTuple):
    """A number with its hedges: token indices (half-open) of all, of the number alone, and the bounds.

    `rule` names the construction ("at_least"); `hedged` says that a word moved or blurred the number.
    """

    start: int
    end: int
    number: Number
    low: int | None
    high: int | None
    approx: bool
    rule: str
    hedged: bool


def bound(tokens: Sequence[Token], number: Number, vocabulary: Vocabulary) -> Bounded:
    """Widen a number by the hedges before and after it, and move its bounds accordingly."""
    start, end, moves = moved(tokens, number, vocabulary)
    low, high, approx = _move(number, moves)
    rule = _rule(number, moves)
    return Bounded(start, end, number, low, high, approx, rule, bool(moves))


def moved(tokens: Sequence[Token], number: Number, vocabulary: Vocabulary) -> tuple[int, int, list[str]]:
    """Where a number with its hedges starts and ends, and what the hedges do to it, in text order."""
    start, before = _before(tokens, number, vocabulary)
    end, behind = after(tokens, number.end, vocabulary)
    return start, end, [move for move in (*before, *behind) if move != "none"]


def _move(number: Number, moves: Sequence[str]) -> tuple[int | None, int | None, bool]:
    """Bounds after the moves: the first that bounds decides, and any that blurs makes it approximate."""
    vague = number.kind == "vague" and number.low != number.high
    approx = number.approx or "about" in moves or "nearly" in moves
    step = 0 if vague or number.kind == "range" else 1
    for move in moves:
        if move == "at_least":
            return number.low, None, approx
        if move == "more_than":
            return number.low + step, None, approx
        if move == "fewer_than":
            return None, max(number.high - 1, 0), approx
        if move in {"up_to", "nearly"}:
            return None, number.high, approx
    return number.low, number.high, approx


def _rule(number: Number, moves: Sequence[str]) -> str:
    """The name of the construction: the move that bounds, else the one that blurs, else how it is told."""
    for move in moves:
        if move != "about":
            return move
    if moves:
        return moves[0]
    return number.kind if number.kind in {"vague", "range"} else "exact"


def _before(tokens: Sequence[Token], number: Number, vocabulary: Vocabulary) -> tuple[int, list[str]]:
    """Where the hedges before a number start, and what they do, nearest last."""
    start, moves = number.start, list[str]()
    if number.kind == "range" and start and tokens[start - 1].lower in {"between", "from"}:
        start -= 1
    while start:
        found = _ending_at(tokens, start, vocabulary.before)
        if found is None or not _hedges(tokens, found, number, vocabulary):
            break
        words, move = found
        start -= len(words)
        moves.insert(0, move)
        if number.kind == "range" and start and tokens[start - 1].lower == "between":
            start -= 1
    return start, moves


def _ending_at(tokens: Sequence[Token], end: int, phrases: Phrases) -> tuple[tuple[str, ...], str] | None:
    """The longest listed phrase that ends right before a token."""
    for words, meaning in phrases.get(tokens[end - 1].lower, ()):
        size = len(words)
        if size <= end and all(tokens[end - size + k].lower == words[k] for k in range(size)):
            return words, meaning
    return None


def _hedges(
    tokens: Sequence[Token], found: tuple[tuple[str, ...], str], number: Number, vocabulary: Vocabulary
) -> bool:
    """Whether a phrase hedges the number here, and is no preposition of place or topic."""
    words, _ = found
    if " ".join(words) not in vocabulary.place:
        return True
    token = tokens[number.start - 1]
    return (
        number.low >= HEDGED_FROM
        or token.dep in QUANTITY_RELATIONS
        or token.pos == "ADV"
        or number.kind == "vague"
    )


def after(tokens: Sequence[Token], end: int, vocabulary: Vocabulary) -> tuple[int, list[str]]:
    """Where the hedges after a number end, and what they do."""
    if end >= len(tokens):
        return end, []
    for words, move in vocabulary.after.get(tokens[end].lower, ()):
        if tuple(t.lower for t in tokens[end : end + len(words)]) == words:
            return end + len(words), [move]
    return end, []


def raised(tokens: Sequence[Token], end: int, low: int | None, vocabulary: Vocabulary) -> int | None:
    """The higher number of an afterthought right after a figure ("three men, perhaps even four"), or None.

    Args: end, the token after the counted phrase; low, the figure's lower bound.
    """
    comma = False
    for i in range(end, min(end + REACH, len(tokens))):
        if tokens[i].pos == "NUM" or tokens[i].lower in {";", "."}:
            return None
        comma = comma or tokens[i].lower in {",", "-", "—", "–", "("}
        if tokens[i].lower not in vocabulary.perhaps or low is None or not (comma or i == end):
            continue
        for words, _ in vocabulary.perhaps[tokens[i].lower]:
            if tuple(t.lower for t in tokens[i : i + len(words)]) != words:
                continue
            higher = _next_number(tokens, i + len(words), vocabulary)
            if higher and higher.low > low and _closes(tokens, higher.end):
                return higher.high
    return None


def _next_number(tokens: Sequence[Token], i: int, vocabulary: Vocabulary) -> Number | None:
    """The number at a token, past "even" and "as many as"."""
    while i < len(tokens) and tokens[i].lower in {"even", "as", "many", "up", "to", "more", "than"}:
        i += 1
    return read_one(tokens, i, vocabulary)


def _closes(tokens: Sequence[Token], i: int) -> bool:
    """Whether a clause or sentence may end before a token: it counts nothing else."""
    return (
        i >= len(tokens)
        or tokens[i].pos in {"PUNCT", "VERB", "AUX", "ADP", "CCONJ"}
        or tokens[i].lower == "more"
    )
