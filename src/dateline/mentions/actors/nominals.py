"""A sentence's nouns for people and forces -> each with what stands before it: names, capitals, article.

Whom they stand for is decided in `nouns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline import lexicons
from dateline.mentions.actors.reading import Hit, Reading, spell
from dateline.mentions.actors.tables import Force, Group, every, tables
from dateline.mentions.actors.tree import is_backed
from dateline.records import Sentence, Token

# Endings of adjectives for peoples. Takes "Carian", "Danish"; not "Bloodied", "Elderly".
PEOPLE = re.compile(r"(?:ish|[aeinstz]i|[aeiy]an|ese|ic|ite)$")
DEFINITE = frozenset(("the", "its", "their", "his", "those", "these", "that", "this", "both"))
MODIFIERS = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "DET", "ADV", "PART", "VERB", "PRON", "SYM", "X"))
TIMES = lexicons.load("times")["classes"]
# Words with a capital that name a day and nobody's people: "the 30 October guerrilla attack".
DATES = frozenset((*TIMES["MONTH"]["words"], *TIMES["WEEKDAY"]["words"], "march", "may"))
NOUNS = ("NOUN", "PROPN")


class Phrase(NamedTuple):
    """A noun of the people tables with what stands before it."""

    start: int
    first: int
    end: int
    group: Group | None
    force: Force | None
    hits: tuple[Hit, ...]
    capitals: str
    definite: bool
    modifiers: frozenset[str]


def phrases(reading: Reading, index: int) -> Iterator[Phrase]:
    """The nouns for people and forces in a sentence, the longest at each place."""
    words, sentence = reading.words[index], reading.sentences[index]
    known = tables()
    done = 0
    for k in range(len(sentence.tokens)):
        at = words.at[k]
        if k < done or at >= len(words.lower) or words.token[at] != k or reading.hit_over(index, k):
            continue
        best = _longest(reading, index, at)
        if (k > 1 and _is_against(sentence.tokens, k)) or _is_title(sentence.tokens, k):
            continue
        if best and best[1] and best[1].type == "civilians" and _is_in_name(sentence.tokens, k):
            continue
        if best:
            end, group, force = best
            if _is_noun(sentence, end - 1, group):
                done = end
                yield _phrase(reading, index, (k, end), group=group, force=force)
        elif sentence.tokens[k].lower in known.members_of or (
            sentence.tokens[k].lower in known.members and _is_noun(sentence, k, None)
        ):
            yield _phrase(reading, index, (k, k + 1), group=None, force=None)


def _is_title(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a rank stands before a name: "Sergeant Vale"; it is then the person's title."""
    if tokens[k].lower not in tables().titles or k + 1 == len(tokens):
        return False
    return tokens[k + 1].pos == "PROPN" and tokens[k + 1].lower not in tables().forces


def _is_in_name(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a word for people only describes another noun: "a 39-man patrol", "National Guard units"."""
    token = tokens[k]
    if token.dep != "compound" or token.head <= k:
        return False
    if k > 1 and tokens[k - 1].text in "-–" and tokens[k - 2].pos == "NUM":
        return True
    return token.lower == "national" and tokens[token.head].pos in NOUNS


def _is_against(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a word only says against whom or what: "anti-guerrilla"."""
    return tokens[k - 1].text in "-–" and tokens[k - 2].lower in ("anti", "counter", "pro", "non")


def _longest(reading: Reading, index: int, at: int) -> tuple[int, Group | None, Force | None] | None:
    """The longest group and force words at a piece; the shorter one falls away."""
    words, known = reading.words[index], tables()
    groups = next(every(known.groups, words.lower, at), None)
    forces = next(every(known.forces, words.lower, at), None)
    if not groups and not forces:
        return None
    long = max(groups[0] if groups else 0, forces[0] if forces else 0)
    end = words.token[at + long - 1] + 1
    group = groups[1][0] if groups and groups[0] == long else None
    force = forces[1][0] if forces and forces[0] == long else None
    return end, group, force


def _is_noun(sentence: Sentence, k: int, group: Group | None) -> bool:
    """Whether a token stands as a noun; of adjectives only those for fighters do: "militant positions"."""
    token = sentence.tokens[k]
    if token.lower == "military" and token.dep == "amod":
        return sentence.tokens[token.head].lower in tables().member_things
    if token.pos == "ADJ" and token.dep == "amod":
        return group is not None and (group.refers == "rebels" or token.lower == "civilian")
    if token.pos == "ADJ" or token.tag == "VBN":
        return k > 0 and sentence.tokens[k - 1].pos in ("DET", "NUM")  # "the wounded"; not "shot dead"
    return token.pos in NOUNS


def _phrase(
    reading: Reading, index: int, span: tuple[int, int], *, group: Group | None, force: Force | None
) -> Phrase:
    """Gather what stands before a noun: names, capitalised words, article, other words."""
    sentence = reading.sentences[index]
    tokens = sentence.tokens
    first, end = span
    start, hits, modifiers = first, [], set()
    k = first - 1
    while k >= 0:
        hit = reading.hit_over(index, k)
        if hit:
            apart = not _leads_to(tokens, hit, end) and not _is_beside(tokens, hit, first)
            if apart and tokens[hit.end].text not in "()":
                break
            if not is_backed(tokens, hit.start, hit.end):
                hits.append(hit)
            k, start = hit.start - 1, hit.start
            continue
        if tokens[k].text == ")" and reading.hit_over(index, k - 1):
            k -= 1
            continue
        if tokens[k].text == "(" and hits and hits[-1].start == k + 1:
            k -= 1
            continue
        if not _modifies(tokens, k, end):
            break
        modifiers.add(tokens[k].lower)
        start = k
        k -= 1
    capitals = _capitals(reading, index, first)
    if group and hits and hits[0].name.how == "seat" and hits[0].end == first:
        capitals, hits = spell(tokens, hits[0].start, first), []  # "a Kabul man", "Kabul police"
    if group and group.type == "civilians" and not _is_of_people(tokens[start:first]):
        capitals = ""
    definite = not modifiers.isdisjoint(DEFINITE)
    return Phrase(start, first, end, group, force, tuple(hits), capitals, definite, frozenset(modifiers))


def _is_of_people(tokens: Sequence[Token]) -> bool:
    """Whether the words before civilians name their people, not their town: "Kurdish villagers"."""
    return any(
        t.text[:1].isupper() and (t.lower in tables().peoples or (t.pos == "ADJ" and PEOPLE.search(t.text)))
        for t in tokens
    )


def _modifies(tokens: tuple[Token, ...], k: int, end: int) -> bool:
    """Whether a token belongs to the noun that ends before `end`."""
    token = tokens[k]
    if token.text in "-–" or token.tag == "POS":
        return True
    if token.pos not in MODIFIERS or token.dep in (
        "nsubj",
        "dobj",
        "pobj",
        "ROOT",
        "conj",
        "appos",
        "npadvmod",
    ):
        return token.dep == "npadvmod" and k + 1 < end and tokens[k + 1].text == "-"
    return k < token.head < end


def _leads_to(tokens: tuple[Token, ...], hit: Hit, end: int) -> bool:
    """Whether a name stands before a noun as its modifier or owner, not as a phrase of its own."""
    last = tokens[hit.end - 1]
    return hit.end - 1 < last.head < end or any(
        hit.end - 1 < t.head < end for t in tokens[hit.start : hit.end]
    )


def _is_beside(tokens: tuple[Token, ...], hit: Hit, noun: int) -> bool:
    """Whether a name right before a noun shares it with another: "French" of "British and French troops"."""
    return hit.end == noun and (hit.name.how == "adjective" or tokens[hit.end - 1].dep == "conj")


def _capitals(reading: Reading, index: int, first: int) -> str:
    """Capitalised words right before a noun that no table knows: "Patna police", "Sunni Arab civilians"."""
    if reading.unruled:
        return ""
    tokens = reading.sentences[index].tokens
    k = first
    while k > 0:
        token = tokens[k - 1]
        first_word = k - 1 == 0 and token.pos != "PROPN" and token.lower not in tables().peoples
        if not token.text[:1].isupper() or token.pos not in ("ADJ", "PROPN") or first_word:
            break
        if reading.hit_over(index, k - 1) or token.lower in tables().titles or token.lower in DATES:
            break
        if not k - 1 < token.head <= first + 2:
            break
        k -= 1
    return spell(tokens, k, first)
