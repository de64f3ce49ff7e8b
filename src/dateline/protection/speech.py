"""A text and the people named in it -> the sentences in which private people speak, and quotations near them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dateline.protection.people import Found
from dateline.protection.words import fold, group, parts_of

# Where a sentence ends: a full stop with its closing marks and a blank, or the end of a paragraph. An initial or
# a short title before the point ends none.
END = re.compile(
    r"""(?<!\b[A-Z])(?<!\b(?:Mr|Dr|Ms|St|Lt))(?<!\b(?:Mrs|Col|Gen|Maj|Sgt|Rev))[.!?]["”’')\]]*\s+|\n\s*\n|\n(?=[-•*])"""
)
PARAGRAPH = re.compile(r"\n\s*\n")
QUOTED = re.compile(
    r"[“\"«][^”\"»\n]{3,}(?:\n[^”\"»\n]+)*[”\"»]?|(?<!\w)‘[^’\n]{12,}’|(?<!\w)'[^'\n]{20,}'(?!\w)"
)
PRONOUN = re.compile(r"\b(?:he|she|they|i|we)\b", re.IGNORECASE)
NEAR = 14  # words between an unnamed speaker and the verb of speaking


class Stretch(NamedTuple):
    """Code points, half-open."""

    start: int
    end: int


def sentences(text: str) -> tuple[Stretch, ...]:
    """The sentences of a text, as far as its points and paragraphs tell."""
    return tuple(_pieces(text, END))


def paragraphs(text: str) -> tuple[Stretch, ...]:
    """The paragraphs of a text."""
    return tuple(_pieces(text, PARAGRAPH))


def _pieces(text: str, ending: re.Pattern[str]) -> Iterator[Stretch]:
    start = 0
    for found in ending.finditer(text):
        end = found.start() + len(found.group().rstrip())
        if end > start:
            yield Stretch(start, end)
        start = found.end()
    if start < len(text):
        yield Stretch(start, len(text))


def of_private(text: str, found: Found) -> tuple[Stretch, ...]:
    """The sentences in which a private person speaks, by name, by pronoun or by what they are; in order.

    In a paragraph in which one speaks every quotation is taken for theirs.
    """
    private = sorted(place.start for person in found.private for place in person.at)
    public = sorted(place.start for person in found.people if not person.private for place in person.at)
    spoken: list[Stretch] = []
    last_private = False
    for paragraph in paragraphs(text):
        theirs = False
        for one in (s for s in sentences(text[paragraph.start : paragraph.end])):
            sentence = Stretch(one.start + paragraph.start, one.end + paragraph.start)
            named = _within(private, sentence)
            other = _within(public, sentence)
            words = text[sentence.start : sentence.end]
            speaks = _has_speech(words)
            if speaks and (
                named or (last_private and not other and PRONOUN.search(words)) or _unnamed(words)
            ):
                spoken.append(sentence)
                theirs = True
            elif theirs and not other and QUOTED.search(words):
                spoken.append(sentence)
            if named or other:
                last_private = bool(named) and (not other or max(named) > max(other))
        if theirs:
            spoken += _quotes(text, paragraph)
    return tuple(sorted(set(spoken)))


def quotes_near(text: str, spans: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """All quotations of the paragraphs that hold one of the spans."""
    wanted = tuple(spans)
    out: list[Stretch] = []
    for paragraph in paragraphs(text):
        if any(s.start < paragraph.end and paragraph.start < s.end for s in wanted):
            out += _quotes(text, paragraph)
    return tuple(out)


def _quotes(text: str, paragraph: Stretch) -> list[Stretch]:
    return [Stretch(m.start(), m.end()) for m in QUOTED.finditer(text, paragraph.start, paragraph.end)]


def _within(places: Iterable[int], sentence: Stretch) -> list[int]:
    return [place for place in places if sentence.start <= place < sentence.end]


def _has_speech(words: str) -> bool:
    low = set(re.findall(r"[\w-]+", fold(words)))
    return not low.isdisjoint(group("speech", "verbs")) or bool(QUOTED.search(words))


def _unnamed(words: str) -> bool:
    """Whether somebody without a name speaks who is told of as one person: "a nurse at the clinic said"."""
    low = re.findall(r"[\w-]+", fold(words))
    singles = parts_of("private", "roles") & group("speech", "unnamed")
    verbs = group("speech", "verbs")
    for k, word in enumerate(low):
        if word in singles and k and low[k - 1] not in verbs:
            near = low[max(0, k - 4) : k + NEAR]
            before = low[max(0, k - 4) : k]
            if not verbs.isdisjoint(near) and not {
                "a",
                "an",
                "one",
                "the",
                "his",
                "her",
                "my",
                "another",
            }.isdisjoint(before):
                return True
    return False
