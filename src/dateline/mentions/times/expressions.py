"""The words of a sentence -> the expressions of time in it, each with the rule that will resolve it.

One letter of the searched string is one word. The longest match wins, then the earlier rule in the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from dateline.mentions.times.parts import Parts
from dateline.mentions.times.rules import RULES, Rule
from dateline.mentions.times.words import Word, letters
from dateline.records import Sentence


class Expression(NamedTuple):
    """A match of a rule in a sentence: half-open word indices."""

    rule: Rule
    parts: Parts
    start: int
    end: int


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
