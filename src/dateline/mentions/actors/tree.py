"""A run of tokens of a parsed sentence -> its head, and whether it stands as a place. It knows no names."""

from __future__ import annotations

from dateline.records import Sentence

# Prepositions that make a state a place.
LOCATIVE = frozenset(
    (
        *("in", "at", "near", "across", "from", "into", "inside", "within", "throughout", "around", "to"),
        *("toward", "towards", "outside", "over", "through", "via", "onto", "off", "along", "of"),
    )
)


def is_place(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words stand as a place: "in Syria"."""
    token = sentence.tokens[head_of(sentence, start, end)]
    if token.dep == "conj":
        token = sentence.tokens[token.head]
    above = sentence.tokens[token.head]
    return token.dep == "pobj" and above.lower in LOCATIVE


def head_of(sentence: Sentence, start: int, end: int) -> int:
    """The token of a run whose head lies outside it."""
    for k in range(end - 1, start - 1, -1):
        head = sentence.tokens[k].head
        if (head == k or not start <= head < end) and sentence.tokens[k].pos not in ("PUNCT", "PART"):
            return k
    return end - 1
