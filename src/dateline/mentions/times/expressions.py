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

# Source: our own. A group without groups inside, what kind it is, and whether it may be missing.
_GROUP = re.compile(r"\((\?P<\w+>|\?:|\?<?[=!])([^()]*)\)([?*]|\{0,\d+\})?")
# Source: our own. A letter, or one that may be missing.
_LETTER = re.compile(r"([^|^\[\]])([?*]?)")
# Stand-ins for groups already looked at: their number, from the private use area.
STAND_IN = 0xF0000


class Expression(NamedTuple):
    """A match of a rule in a sentence: half-open word indices."""

    rule: Rule
    parts: Parts
    start: int
    end: int


class _Ready(NamedTuple):
    """A rule ready to search: without a letter of each of `needs` (bits) in a text there is no match."""

    rule: Rule
    pattern: re.Pattern[str]
    needs: tuple[int, ...]


@cache
def _compiled() -> tuple[_Ready, ...]:
    of = letters()

    def letter(match: re.Match[str]) -> str:
        return of[match[0]]

    found = []
    for rule in RULES:
        pattern = re.sub(r"(?<!\?)\b[A-Z]{2,}\b", letter, rule.pattern).replace(" ", "")
        found.append(_Ready(rule, re.compile(pattern), _needs(pattern)))
    return tuple(found)


def _needs(pattern: str) -> tuple[int, ...]:
    """Sets of letters, as bits, of which every match has one: searching is for the few rules that can match."""
    inner: list[int] = []

    def look_at(match: re.Match[str]) -> str:
        looks = match[1][-1] in "=!"
        sets = [] if looks or match[3] else _mandatory(match[2], inner)
        inner.extend(sets)
        return "".join(chr(STAND_IN + len(inner) - len(sets) + k) for k in range(len(sets)))

    while _GROUP.search(pattern):
        pattern = _GROUP.sub(look_at, pattern)
    return tuple(sorted(_mandatory(pattern, inner), key=int.bit_count))


def _mandatory(pattern: str, inner: Sequence[int]) -> list[int]:
    """The sets of letters that a pattern without groups cannot do without."""
    branches = [
        [
            inner[ord(c) - STAND_IN] if ord(c) >= STAND_IN else bit(c)
            for c, maybe in _LETTER.findall(b)
            if not maybe
        ]
        for b in pattern.split("|")
    ]
    if len(branches) == 1:
        return branches[0]
    if not all(branches):
        return []
    union = 0
    for branch in branches:
        union |= min(branch, key=int.bit_count)
    return [union]


def bit(letter: str) -> int:
    """The bit of a class letter."""
    return 1 << (ord(letter) & 0xFF)


def expressions_of(sentence: Sentence, words: Sequence[Word]) -> list[Expression]:
    """The expressions of a sentence, in text order and apart."""
    text = "".join(word.letter for word in words)
    present = 0
    for letter in set(text):
        present |= bit(letter)
    ranked: list[tuple[int, int, int, Any]] = []
    for order, (rule, pattern, needs) in enumerate(_compiled()):
        for need in needs:
            if not need & present:
                break
        else:
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
