"""A tag and the words around it -> the tag with what says how exact it is ("nearly two years", "a week or so").

TIMEX3 takes such words into the extent and leaves the value as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline import lexicons
from dateline.mentions.times.tags import Tag
from dateline.mentions.times.words import Word, letters
from dateline.records import Sentence

# The longest hedge, in words ("a little more than").
MOST_WORDS = 4


@cache
def _hedges(group: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words.split()) for words in lexicons.load("times")["hedges"][group])


def widened(tag: Tag, words: Sequence[Word], sentence: Sentence) -> Tag:
    """The tag, over the hedges beside it."""
    group = _group(tag, words)
    start = tag.start
    for size in range(min(MOST_WORDS, start), 0, -1):
        before = words[start - size : start]
        if tuple(w.lower for w in before) not in _hedges(group):
            continue
        if group != "counted" or not _is_preposition(before, sentence):
            start -= size
            break
    end = tag.end
    if tuple(w.lower for w in words[end : end + 2]) in _hedges("behind"):
        end += 2
    return tag._replace(start=start, end=end)


def _group(tag: Tag, words: Sequence[Word]) -> str:
    if tag.value.endswith("_REF"):
        return "vague"
    if words[tag.start].letter == letters()["WEEKDAY"]:
        return "behind"
    return "counted" if _opens_with_number(words[tag.start : tag.end]) else "dated"


def _opens_with_number(words: Sequence[Word]) -> bool:
    of = letters()
    return words[0].letter in {of["COUNT"], of["AN"], of["DAY"], of["SHORT"], of["NUM"]} and len(words) > 1


def _is_preposition(before: Sequence[Word], sentence: Sentence) -> bool:
    """Whether "over" or "about" governs the expression ("over several years") and does not weigh it."""
    if len(before) > 1 or before[0].lower not in _prepositions():
        return False
    token = sentence.tokens[before[0].token]
    after = sentence.tokens[before[0].token + 1].lower
    return token.dep == "prep" and after not in {"a", "an"}


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(lexicons.load("times")["hedges"]["prepositions"])
