"""A report's words -> stretches of capitalised ones, each taken for a person, a thing, or not yet told.

A person-like name that nothing else explains is a person's: a name too many costs a reader a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from dateline.protection.words import (
    JOINT,
    Word,
    fold,
    group,
    is_everyday,
    is_given,
    is_name,
    parts_of,
)

LONGEST = 7  # words of a known name that is looked up
SYLLABLE = 4  # letters of a word that a hyphen ties to another in one given name: "Geun-hye"
ACRONYM = 5  # letters: a word in capitals up to this length is an acronym, unless people are called so
# An age after a name: takes "Rana Odeh, 54," and "Rana Odeh (54)", not "the Forces, 31 civilians".
AGE = re.compile(r"\s*[,(]\s*(?:aged?\s+)?\d{1,3}(?=\s*(?:[,;)]|\.\s|years?\b|-year|$))")
SMALL = frozenset(("as", "an", "at", "of", "the"))
HYPHEN = re.compile(r"[-‐‑]")


class Sort(StrEnum):
    """What a capitalised stretch is: a person, a thing that is kept, or a word that may be either."""

    PERSON = "person"
    PUBLIC = "public"
    THING = "thing"
    PLACE = "place"
    EITHER = "either"


# What is known of a name besides: "actor", "public" (a person of the table of actors), "state", "place"; or None.
Knowing = Callable[[str], str | None]


class Stretch(NamedTuple):
    """Words first to last (half-open) that name somebody or something; `head` is where titles before it start.

    `sure` says that its surroundings tell what it is, not the word alone.
    """

    first: int
    last: int
    head: int
    sort: Sort
    sure: bool


class Page(NamedTuple):
    """A text as it is looked at: its case restored, its words, and what is known of names."""

    text: str
    words: Sequence[Word]
    knowing: Knowing

    def written(self, first: int, last: int) -> str:
        """The words first to last as they stand."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def between(self, one: int, other: int) -> str:
        """What stands between two words."""
        return self.text[self.words[one].end : self.words[other].start]

    def before(self, k: int) -> str:
        """The folded word before a word, where only blanks stand between; else nothing."""
        return self.words[k - 1].low if k and not self.between(k - 1, k).strip() else ""


def stretches(page: Page) -> Iterator[Stretch]:
    """All stretches of a text, in order."""
    for first, last in _runs(page):
        yield from _split(page, first, last)


def _runs(page: Page) -> Iterator[tuple[int, int]]:
    """Capitalised words that follow one another, with the small words that hold names together."""
    k, words = 0, page.words
    particles = group("context", "particles")
    while k < len(words):
        if not words[k].capital:
            k += 1
            continue
        end = k + 1
        while end < len(words) and JOINT.fullmatch(page.between(end - 1, end)):
            if words[end].capital:
                end += 1
                continue
            if _goes_on(page, end):
                end += 1
                continue
            ahead = end
            while ahead < len(words) and words[ahead].low in particles and ahead - end < 3:
                ahead += 1
                if ahead == len(words) or not JOINT.fullmatch(page.between(ahead - 1, ahead)):
                    break
            if ahead == end or ahead >= len(words) or not words[ahead].capital:
                break
            if words[end].low == "of" or not JOINT.fullmatch(page.between(ahead - 1, ahead)):
                break
            end = ahead + 1
        # "al-Khatib": the article before a capital belongs to it.
        begin = k
        if begin and words[begin - 1].low in particles and HYPHEN.fullmatch(page.between(begin - 1, begin)):
            begin -= 1
        yield begin, end
        k = end


def _goes_on(page: Page, k: int) -> bool:
    """Whether a small word behind a hyphen is part of the name before it: "Ki-moon", but not "Iran-backed"."""
    before = page.words[k - 1]
    if not HYPHEN.fullmatch(page.between(k - 1, k)) or page.knowing(page.written(k - 1, k)) is not None:
        return False
    return not is_everyday(page.words[k].low) or (
        len(before.low) <= SYLLABLE and not page.written(k - 1, k).isupper()
    )


def _split(page: Page, first: int, last: int) -> Iterator[Stretch]:
    """A run -> what is known of it, and what is left between."""
    at = first
    k = first
    # "Omani Free, 18," is nobody's state.
    if (
        last - first > 1
        and AGE.match(page.text, page.words[last - 1].end)
        and _is_unlisted(page, first, last)
    ):
        yield from _unknown(page, first, last)
        return
    while k < last:
        size, sort = _known(page, k, last)
        # "Chuck Jordan" is no country, and "Ane Hauge" not the Hauge of the table.
        if not size or (size == 1 and k > at and is_given(page.words[k - 1].low)):
            k += 1
            continue
        if at < k:
            yield from _unknown(page, at, k)
        yield Stretch(k, k + size, k, sort, sure=True)
        k += size
        at = k
    if at < last:
        yield from _unknown(page, at, last)


def _is_unlisted(page: Page, first: int, last: int) -> bool:
    """Whether a run as a whole is nothing that is known, and is not written as things are."""
    return (
        page.words[last - 1].low not in group("thing", "last")
        and page.knowing(page.written(first, last)) is None
    )


def _known(page: Page, k: int, last: int) -> tuple[int, Sort]:
    """The longest known name that starts at a word, with what it is; 0 where none does."""
    for size in range(min(LONGEST, last - k), 0, -1):
        written = page.written(k, k + size)
        sort = "public" if size > 1 and key_of(written) in _leaders() else page.knowing(written)
        if sort is None:
            continue
        goes_on = k + size < last and _may_go_on(page, k + size)
        if sort == "public":
            return size, Sort.PUBLIC
        if sort == "actor" and not (size == 1 and is_given(page.words[k].low) and goes_on):
            return size, Sort.THING
        if sort == "state" and not (size == 1 and goes_on and is_given(page.words[k].low)):
            return size, Sort.THING
        plain = all(is_everyday(w.low) for w in page.words[k : k + size])
        if sort == "place" and size > 1 and (plain or not is_given(page.words[k].low)):
            return size, Sort.PLACE
    return 0, Sort.THING


@cache
def _leaders() -> frozenset[tuple[str, ...]]:
    """Names that are kept wherever they stand whole."""
    return frozenset(key_of(name) for name in group("public", "known"))


def _may_go_on(page: Page, k: int) -> bool:
    """Whether a word may be the surname after another word."""
    low = page.words[k].low
    if low in group("thing", "last") or low in group("nobody", "words"):
        return False
    return is_name(low) or not (is_everyday(low) or page.knowing(page.written(k, k + 1)))


def _unknown(page: Page, first: int, last: int) -> Iterator[Stretch]:
    """What nothing is known of: without words that name nobody, and without the titles before a name."""
    words = page.words
    while first < last and _is_nobody(page, first, first):
        first += 1
    while last > first and _is_nobody(page, last - 1, first):
        last -= 1
    inner = next((k for k in range(first, last) if _is_nobody(page, k, first)), None)
    if inner is not None:
        yield from _unknown(page, first, inner)
        yield from _unknown(page, inner + 1, last)
        return
    if first == last:
        return
    if words[last - 1].low in group("thing", "last") and not AGE.match(page.text, words[last - 1].end):
        yield Stretch(first, last, first, Sort.THING, sure=False)
        return
    while first < last and _is_small(page, first):
        first += 1
    if first == last:
        return
    office = _office(page, first, last)
    if office is not None:
        yield from _unknown(page, first, office)
        yield from _unknown(page, office, last)
        return
    start = _past_titles(page, first, last)
    if start == last:
        yield _lone(page, first, last)
        return
    yield _judged(page, start, last, first)


def _office(page: Page, first: int, last: int) -> int | None:
    """Where a public title stands between what it is of and a name: "Vik County" | "Sheriff Runa Halls"."""
    for k in range(first + 1, last - 1):
        word, before = page.words[k], [w.low for w in page.words[first:k]]
        if word.low not in group("public", "roles") or not page.text[word.start].isupper():
            continue
        # "Ana Judge Holm" is one name; "Anderson County Sheriff" is none.
        named = is_given(before[0]) and group("thing", "last").isdisjoint(before)
        return None if named or all(map(_is_before, before)) else k
    return None


def _is_nobody(page: Page, k: int, first: int) -> bool:
    """Whether a word names nobody; a month that is also a name does, behind another word of it: "Khaliq Jan"."""
    low = page.words[k].low
    if low not in group("nobody", "words"):
        return False
    if k == first or low not in group("nobody", "months"):
        return True
    after = page.text[page.words[k].end : page.words[k].end + 4].lstrip(" .")
    return after[:1].isdigit() or page.words[k - 1].low in group("nobody", "words")


def _is_small(page: Page, k: int) -> bool:
    """Whether a word is a small one in a capital ("A", "As"), or a letter of a list: no part of a name."""
    word = page.words[k]
    if len(word.low) == 1:
        return not (page.text[word.start : word.end].endswith(".") or _is_initial(page, k))
    joined = k + 1 < len(page.words) and HYPHEN.fullmatch(page.between(k, k + 1))
    return word.opens and word.low in SMALL and not joined


def _is_initial(page: Page, k: int) -> bool:
    """Whether a letter without a point is an initial: one of two in a row before a name, "L K Advani"."""
    words = page.words
    near = [j for j in (k - 1, k + 1) if 0 <= j < len(words) and len(words[j].low) == 1 and words[j].capital]
    return any(not page.between(min(j, k), max(j, k)).strip() for j in near)


def _past_titles(page: Page, first: int, last: int) -> int:
    """Where a name starts after titles and everyday words before it: "Prison Governor", "On", "Witness"."""
    words = page.words
    k = first
    titled = False
    while k < last and _is_before(words[k].low) and not (k and page.before(k) in group("private", "titles")):
        title = _is_title(words[k].low)
        # "Secretary Ash Carter": behind a title an everyday word begins the name.
        if titled and not title and k + 1 < last:
            break
        titled = titled or title
        k += 1
    return k


def _is_before(low: str) -> bool:
    return _is_title(low) or low in group("private", "kin") or (is_everyday(low) and not is_given(low))


def _is_title(low: str) -> bool:
    """Whether a word is one that stands before names: of an office, a rank, an occupation."""
    return low in parts_of("public", "roles") | group("private", "titles") | parts_of("private", "roles")


def _lone(page: Page, first: int, last: int) -> Stretch:
    """Everyday words in capitals: a thing or a sentence's opening, unless all around says a person."""
    if _is_told(page, first, last):
        return Stretch(first, last, first, Sort.PERSON, sure=True)
    return Stretch(first, last, first, Sort.THING, sure=False)


def _judged(page: Page, start: int, last: int, head: int) -> Stretch:
    """A name-like stretch: a person, unless it is written as things are."""
    if _is_told(page, start, last) or _is_titled(page, head, start):
        return Stretch(start, last, head, Sort.PERSON, sure=True)
    words = page.words
    names = [w for w in words[start:last] if w.low not in group("context", "particles")]
    if len(names) == 1 and _is_household(page, last):
        return Stretch(start, last, head, Sort.PERSON, sure=True)
    if page.before(head) == "the" and not any(is_given(w.low) for w in names):
        return Stretch(start, last, head, Sort.THING, sure=True)
    plainly = words[head].low in group("thing", "before")
    if plainly or (words[head].low in group("thing", "first") and not any(is_given(w.low) for w in names)):
        return Stretch(start, last, head, Sort.THING, sure=False)
    if len(names) == 1:
        return _single(page, start, last, head)
    return Stretch(start, last, head, Sort.PERSON, sure=any(is_given(w.low) for w in names))


def _is_household(page: Page, k: int) -> bool:
    """Whether kin follow a name: "the Odeh brothers", "two Odeh boys"."""
    after = page.words[k].low if k < len(page.words) and not page.between(k - 1, k).strip() else ""
    return after in group("private", "kin") or after in group("context", "households")


def _single(page: Page, start: int, last: int, head: int) -> Stretch:
    """One word: a place or an acronym where it is known as one; else a person."""
    word = page.words[last - 1]
    written = page.written(last - 1, last)
    bare = written.replace(".", "")
    short = bare.isupper() and len(bare) <= ACRONYM and len(bare) > 1
    if short and not is_given(word.low) and ("." not in written or page.knowing(bare) is not None):
        return Stretch(start, last, head, Sort.THING, sure=False)
    known = page.knowing(page.written(start, last))
    locative = is_after(page, head, "locative")
    after = (
        page.words[last].low if last < len(page.words) and not page.between(last - 1, last).strip() else ""
    )
    if after in group("context", "after") and not is_given(word.low):
        return Stretch(start, last, head, Sort.PLACE, sure=True)
    if known in ("place", "state", "actor"):
        if locative or after in group("context", "after"):
            return Stretch(start, last, head, Sort.PLACE, sure=True)
        return Stretch(start, last, head, Sort.EITHER if is_name(word.low) else Sort.PLACE, sure=False)
    if word.opens and is_everyday(word.low):
        return Stretch(start, last, head, Sort.EITHER, sure=False)
    if locative and not is_given(word.low):
        return Stretch(start, last, head, Sort.PLACE, sure=False)
    return Stretch(start, last, head, Sort.PERSON, sure=False)


def _is_titled(page: Page, head: int, start: int) -> bool:
    """Whether a title or a word of kin stands right before: "Mr Holm", "Dr. Odeh", "her brother Jon"."""
    titles = group("private", "titles") | parts_of("public", "roles")
    if head < start:
        return page.words[start - 1].low in titles | group("private", "kin")
    return page.before(start) in group("private", "titles") | group("private", "kin") | parts_of(
        "private", "roles"
    )


def _is_told(page: Page, first: int, last: int) -> bool:
    """Whether an age, a naming or a mark of kin tells that a person is meant."""
    if AGE.match(page.text, page.words[last - 1].end):
        return True
    if first and page.between(first - 1, first).strip() == "," and last - first == 1:
        return page.words[first - 1].low in group("private", "kin")
    return is_after(page, first, "before") or page.before(first) in group("private", "kin")


def is_after(page: Page, k: int, key: str) -> bool:
    """Whether one of the lexicon's contexts ends right before a word."""
    one = page.before(k)
    two = f"{page.before(k - 1)} {one}" if k else ""
    return bool(one) and not {one, two}.isdisjoint(group("context", key))


def name_of(page: Page, stretch: Stretch) -> str:
    """A stretch as its name is written: on one line, with single blanks."""
    return re.sub(r"[\s>]+", " ", page.written(stretch.first, stretch.last))


def key_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared, particles left out."""
    found = tuple(
        w for w in re.split(r"[\s\-‐‑–]+", fold(name)) if w and w not in group("context", "particles")
    )
    return found or tuple(fold(name).split())
