"""A claim whose kind is a word of its report -> what is compared of it: the word, what stands beside it, the story.

Where people marked an event by a word ("acquired", "the quake"), the word says little of which event it is: hence whole
reports are compared, whether they tell one story, and within them what stands beside the word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile
from math import sqrt

from dateline import lexicons
from dateline.lexicons.rarity import rarity

TABLE = lexicons.load("linking")["telling"]
WORD = re.compile(r"[^\W_]+")
# Letters to either side of an event's word within which others stand beside it: half a sentence.
BESIDE: int = TABLE["beside"]
# From here on a word says something beside another, and an event's own word is no everyday one.
RARITY: int = TABLE["rarity"]
# A word of the story tells more the rarer it is than this.
COMMON: int = TABLE["common"]
# So many names say best whom a report is about: by them it meets others.
CHIEF: int = TABLE["chief"]


@dataclass(frozen=True, slots=True)
class Story:
    """The words of a report with how much each tells of what it is about.

    square: the squares of all weights, added up; chief: the names that tell most.
    """

    words: tuple[tuple[str, int], ...]
    square: int
    chief: tuple[str, ...]


@cache
def _kinds() -> frozenset[str]:
    return frozenset(lexicons.load("codebook")["kind"])


def is_word(kind: str) -> bool:
    """Whether a kind is a word of its report: one in quotes, or one that the codebook does not have."""
    return kind not in _kinds()


def plain(kind: str) -> str:
    """A word without the quotes that tell it from a kind that is spelled alike."""
    return kind.strip('"')


@lru_cache(maxsize=256)
def story_of(text: str, names: frozenset[str]) -> Story:
    """What a report is about: its words but the commonest, names more than others, often said more than once."""
    often = Counter(word.lower() for word in WORD.findall(text) if not word.isdigit())
    weights = {
        word: (rarity(word) - COMMON) * (2 + (times > 1)) * (2 + (word in names))
        for word, times in often.items()
        if rarity(word) > COMMON
    }
    chief = sorted(names & weights.keys(), key=lambda name: (-weights[name], name))[:CHIEF]
    return Story(tuple(sorted(weights.items())), sum(w * w for w in weights.values()), tuple(chief))


def beside(text: str, start: int, end: int) -> frozenset[str]:
    """The words beside an event's word, but the everyday ones and the word itself."""
    own = {word.lower() for word in WORD.findall(text[start:end])}
    near = {word.lower() for word in WORD.findall(text[max(0, start - BESIDE) : end + BESIDE])}
    return frozenset(word for word in near - own if rarity(word) >= RARITY)


def roots(kind: str) -> Iterable[str]:
    """By what a word meets others: how it begins, and its families."""
    word = plain(kind)
    return (word[:STEM], *sorted(families(word)))


def word(one: str, other: str, *, is_one_report: bool) -> str:
    """How two words for an event compare."""
    if not (is_word(one) and is_word(other)):
        return "another word"
    level = _word(plain(one), plain(other))
    return WITHIN[level] if is_one_report else level


# What is said of two words where one report has both.
WITHIN = {
    "same word": "same word in one report",
    "same everyday word": "same everyday word in one report",
    "one root": "one root in one report",
    "one family": "one family in one report",
    "another word": "another word",
}


def _word(one: str, other: str) -> str:
    everyday = min(rarity(one), rarity(other)) < RARITY - 1
    if one == other:
        return "same everyday word" if everyday else "same word"
    if everyday:
        return "another word"
    if _is_one_root(one, other):
        return "one root"
    return "one family" if families(one) & families(other) else "another word"


def _is_one_root(one: str, other: str) -> bool:
    """Whether two words are made from one, as "murder" and "murdered"; of verbs with particles none are."""
    if " " in one + other:
        return False
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return stem >= STEM and max(len(one), len(other)) - stem <= ENDING


# Letters that words of one root share at their start, and those that may follow.
STEM, ENDING = 5, 5


@cache
def families(word: str) -> frozenset[str]:
    """The families of words to which one belongs."""
    return _members().get(word, frozenset())


@cache
def _members() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in lexicons.load("happenings")["family"].items():
        for member in words.split():
            found.setdefault(member.replace("+", " "), set()).add(name)
    return {member: frozenset(names) for member, names in found.items()}


def likeness(one: Story, other: Story) -> int:
    """How much of what two reports are about is the same. Units: hundredths."""
    theirs = dict(other.words)
    shared = sum(weight * theirs.get(word, 0) for word, weight in one.words)
    return int(100 * shared / sqrt(one.square * other.square)) if shared else 0


def shared(one: Collection[str], other: frozenset[str]) -> str:
    """How many words stand beside both events."""
    return SHARED[min(len(other.intersection(one)), len(SHARED) - 1)]


SHARED = ("none shared", "one shared", "two shared", "three shared", "four shared", "many shared")
# Hundredths of likeness, up to and with the number: the level's name.
STORIES = (
    (9, "hardly alike"),
    (14, "a tenth alike"),
    (19, "a seventh alike"),
    (24, "a fifth alike"),
    (29, "a quarter alike"),
    (34, "a third alike"),
    (39, "well a third alike"),
    (49, "two fifths alike"),
    (59, "half alike"),
    (10**9, "most alike"),
)
