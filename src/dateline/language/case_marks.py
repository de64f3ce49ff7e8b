"""A word of a text in one case, and its neighbours -> how it is to be written.

Words that English commonly writes small stay small, the rest are taken as names; a word that is as often
a name as not is decided by what stands beside it. It knows words and gaps, and nothing of sentences.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files

from dateline import lexicons

VOWELS = re.compile(r"[aeiouyà-ÿ]")
ROMAN = re.compile(r"(?=[ivx]{2})x{0,3}(?:ix|iv|v?i{0,3})")
# A word that is not listed is still an English one when a listed word is left without one of these.
PREFIXES = tuple(re.findall(r"\w+", "un re non anti mis over pre counter inter sub super under out"))
ENDINGS = tuple(re.findall(r"\S+", "'s ’s s es ed d ing er ers ly ness ment less wise like"))
# What is left of a word after an apostrophe, whichever sign or pair of signs stands for it.
TAILS = frozenset(("s", "t", "d", "m", "ll", "re", "ve"))
APOSTROPHE = re.compile(r"['’€]+\Z")

# Words whose writing is kept in memory: most of a text is made of few words.
MOST_KEPT = 1 << 14

Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Lists:
    """The word list and the lexicon `case`, as sets of words in small letters."""

    common: frozenset[str]
    either: frozenset[str]
    acronyms: frozenset[str]
    parties: frozenset[str]
    names: frozenset[str]
    small: frozenset[str]
    titles: frozenset[str]
    last_titles: frozenset[str]
    opening: frozenset[str]
    inside: frozenset[str]
    months: frozenset[str]
    forms: dict[str, str]
    before_month: frozenset[str]
    after_us: frozenset[str]
    stops: frozenset[str]
    phrases: re.Pattern[str]


@cache
def lists() -> Lists:
    """Read the lists, once and only when a text needs them."""
    packed = (files(lexicons) / "words.txt.gz").read_bytes()
    lines = gzip.decompress(packed).decode().split("\n")[1:]
    words = lexicons.load("case")["words"]
    sets = {name: frozenset(value.split()) for name, value in words.items()}
    # What our own list settles is not in doubt any more.
    settled = sets["common"] | sets["names"] | sets["small"]
    titles, parts = lexicons.load("case")["titles"], lexicons.load("case")["parts"]
    phrases = [r"\s+".join(p.split()) for p in lexicons.load("case")["phrases"]["names"].split(";")]
    return Lists(
        common=frozenset(line for line in lines if line.islower() and line[0] != "+") | sets["common"],
        either=(frozenset(line[1:] for line in lines if line[:1] == "+") | sets["either"]) - settled,
        acronyms=frozenset(line.lower() for line in lines if line.isupper()),
        parties=sets["acronyms"],
        names=sets["names"],
        small=sets["small"],
        titles=frozenset(titles["words"].split()),
        last_titles=frozenset(titles["last"].split()),
        opening=frozenset(parts["opening"].split()),
        inside=frozenset(parts["inside"].split()),
        months=sets["months"],
        forms={form.lower(): form for form in words["forms"].split()},
        before_month=sets["before_month"],
        after_us=sets["after_us"],
        stops=frozenset(lexicons.load("case")["heads"]["stops"].split()),
        phrases=re.compile(rf"\b(?:{'|'.join(phrases)})\b"),
    )


class Writing(Enum):
    """How a word is to be written."""

    SMALL = "small"
    EITHER = "either"
    NAME = "name"
    ACRONYM = "acronym"


@dataclass(slots=True)
class Word:
    """A word of a stretch, in small letters, with its place and how it is to be written."""

    text: str
    start: int
    end: int
    gap: str
    writing: Writing = Writing.SMALL
    form: str | None = None

    @property
    def is_name(self) -> bool:
        """Whether it gets a capital."""
        return self.writing is Writing.NAME or self.writing is Writing.ACRONYM or self.form is not None


def mark(small: str, words: list[Word], known: Known | None) -> None:
    """Decide how each word of a stretch is written, step by step; each reads what the last one left."""
    table = lists()
    for i, word in enumerate(words):
        word.form = word.form or table.forms.get(word.text)
        word.writing = _writing(word.text)
        _settle(words, i, table)
    _mark_phrases(small, words, table)
    _mark_either(words, table, known)
    _mark_openings(words, table)
    _mark_titles(words, table)
    _mark_stations(words, table)


@lru_cache(MOST_KEPT)
def base(word: str) -> str:
    """A word without the ending of a possessive or a contraction."""
    head, sign, tail = word.replace("’", "'").rpartition("'")
    return head if sign and tail in TAILS else word


@lru_cache(MOST_KEPT)
def _writing(word: str) -> Writing:
    """How a word is written when nothing is known of its neighbours."""
    table = lists()
    head = base(word)
    contracted = word.replace("’", "'").endswith("n't")
    if len(head) == 1 or contracted or head in table.small or head in table.months:
        return Writing.SMALL
    if head in table.parties:
        return Writing.ACRONYM
    if head in table.names:
        return Writing.NAME
    if head in table.either:
        return Writing.EITHER
    if head in table.common or word in table.common:
        return Writing.SMALL
    if head in table.acronyms or ROMAN.fullmatch(head):
        return Writing.ACRONYM
    if head.isascii() and len(head) < 6 and not VOWELS.search(head):
        return Writing.ACRONYM
    return Writing.SMALL if _is_derived(head, table) else Writing.NAME


def _is_derived(word: str, table: Lists) -> bool:
    """Whether a word that is not listed is a listed one with a common beginning or ending."""
    stems = [word.removesuffix(e) for e in ENDINGS if word.endswith(e)]
    stems += [word.removeprefix(p) for p in PREFIXES if word.startswith(p)]
    return any(len(stem) > 3 and stem in table.common for stem in stems)


def _settle(words: list[Word], i: int, table: Lists) -> None:
    """Settle the words that a neighbour decides: may, march, us, single letters, the s of a possessive."""
    word = words[i]
    before = words[i - 1].text if i else ""
    after = words[i + 1] if i + 1 < len(words) else None
    if word.text in TAILS and APOSTROPHE.match(word.gap):
        word.writing = Writing.SMALL
    elif word.text in table.months:
        word.writing = Writing.NAME if _is_month(word, before, after, table) else Writing.SMALL
    elif word.text == "us":
        country = before == "the" or (
            after is not None and after.gap in " -" and after.text in table.after_us
        )
        word.writing = Writing.ACRONYM if country else Writing.SMALL
    elif word.text == "m" and before in {"a", "p"} and word.gap == ".":
        words[i - 1].writing = Writing.SMALL
    elif len(word.text) == 1 and word.text.isascii():
        dotted = after is None or after.gap.startswith(".")
        word.writing = Writing.ACRONYM if dotted or word.text != "a" else Writing.SMALL


def _is_month(word: Word, before: str, after: Word | None, table: Lists) -> bool:
    """Whether "may" or "march" is the month: beside a number, or after "in", "since" and their like."""
    if after is not None and re.match(r"\s+\d", after.gap):
        return True
    if re.search(r"\d,?\s+\Z", word.gap) or before in {"st", "nd", "rd", "th"}:
        return True
    return before in table.before_month and not re.search(r"[\d.,;]", word.gap)


def _mark_phrases(small: str, words: list[Word], table: Lists) -> None:
    """Names made of common words: "security council"."""
    spans = [m.span() for m in table.phrases.finditer(small)]
    for word in words:
        if any(a <= word.start < b for a, b in spans) and word.text not in {"of", "the"}:
            word.writing = Writing.NAME


def _mark_either(words: list[Word], table: Lists, known: Known | None) -> None:
    """A word that may be a name is one beside a name, before an acronym, or if the gazetteer knows it."""
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        if word.writing is not Writing.EITHER:
            continue
        after = words[i + 1] if i + 1 < len(words) else None
        left = i > 0 and word.gap == " " and words[i - 1].writing is Writing.NAME
        left = left and words[i - 1].text not in table.names
        right = after is not None and after.gap == " " and after.writing is Writing.NAME
        right = right and after is not None and after.text not in table.names
        acronym = after is not None and after.gap == " (" and after.is_name
        named = known is not None and known(word.text[:1].upper() + word.text[1:])
        word.writing = Writing.NAME if left or right or acronym or named else Writing.SMALL


def _mark_openings(words: list[Word], table: Lists) -> None:
    """Words that open or join the parts of a name: "San Marcos", "Jose de la Cruz", "el-Arish"."""
    for i in range(len(words) - 2, -1, -1):
        word, after = words[i], words[i + 1]
        if word.text not in table.opening and word.text not in table.inside:
            continue
        joined = after.gap in {" ", "-", "'", "’"}
        if not (joined and after.is_name) or after.text in table.titles:
            continue
        k = i  # back over "de la" to the name before it
        while k > 0 and words[k].gap in {" ", "-"} and words[k - 1].text in table.inside:
            k -= 1
        behind_name = k > 0 and words[k].gap in {" ", "-"} and words[k - 1].is_name
        if word.text in table.inside and (behind_name or after.gap != " "):
            word.writing = Writing.SMALL
        elif word.text in table.opening and after.text not in table.names:
            word.writing = Writing.NAME


def _mark_titles(words: list[Word], table: Lists) -> None:
    """Titles before a name: "District Superintendent Rao"."""
    for i in range(len(words) - 1, 0, -1):
        named = (
            words[i].is_name and words[i].writing is not Writing.ACRONYM and words[i].text not in table.names
        )
        if not named or words[i].text in table.titles or words[i - 1].text not in table.last_titles:
            continue
        k = i - 1
        while k >= 0 and words[k].text in table.titles and words[k + 1].gap in {" ", ". ", "-"}:
            words[k].writing = Writing.NAME
            k -= 1


def _mark_stations(words: list[Word], table: Lists) -> None:
    """What a police station is called after: up to three words, of which one is a name."""
    for i in range(1, len(words) - 1):
        if words[i].text != "police" or words[i + 1].text not in {"station", "stations"}:
            continue
        k = i
        while k > max(0, i - 3) and words[k].gap == " " and words[k - 1].text not in table.stops:
            k -= 1
        if any(word.is_name for word in words[k:i]):
            for word in words[k:i]:
                word.writing = word.writing if word.is_name else Writing.NAME
