"""A token -> the single person whose name or description it heads, as a figure 1 to 1.

Titles that share a name are one person: "leader and founder Dario Menk". Bodies, acronyms and words that
gather many ("our youth") are no single person.
"""

from __future__ import annotations

from dateline.mentions.figures.groups import NOUNS, is_acronym
from dateline.mentions.figures.numbers import read_ordinal
from dateline.mentions.figures.page import Found, Page

ARTICLES = frozenset({"a", "an", "the"})
NOBODY = frozenset({"none", "nobody"})
OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})
MANY = frozenset({"are", "were", "have"})  # verbs that only a plural takes: "the youth are"
SHORT = 6  # letters; a word this short without a vowel is an acronym: "vhp", "bjp"
AGE_LONGEST = 6  # tokens of "a 25 - year - old"
TITLE_LONGEST = 3  # tokens of a second title: "and former city councillor"


def named(page: Page, i: int) -> Found | None:
    """The person whose name a token heads or belongs to, with the titles and words before the name."""
    if page.pos(i) not in NOUNS or _is_no_person(page, i):
        return None
    i = _shared_name(page, i)
    start, end = i, i + 1
    while end < len(page.tokens) and page.pos(end) == "PROPN":
        end += 1
    start = _start(page, i, end)
    if any(read_ordinal(page.lower(k), page.vocabulary) for k in range(start, i)) or _is_body(
        page, start, end
    ):
        return None
    head = end - 1 if page.pos(i) == "PROPN" else i
    of = page.words(start + (page.lower(start) in {"a", "an"}), end)
    return Found(start, end, head, of, 1, 1, "named", victim=_victim(page, start, end))


def gathers(page: Page, i: int) -> bool:
    """Whether a singular noun gathers many: "the crew", "our youth", "the youth are"."""
    word = page.lower(i)
    if word in page.vocabulary.collective:
        return True
    return word == "youth" and (page.lower(i - 1) in OWNERS or page.lower(i + 1) in MANY)


def age_end(page: Page, i: int) -> int:
    """The token after "25-year-old" where that starts at a token, with or without hyphens; else 0."""
    if page.pos(i) != "NUM":
        return 0
    words = []
    for k in range(i + 1, min(len(page.tokens), i + AGE_LONGEST)):
        if page.lower(k) not in page.vocabulary.hyphens:
            words.append(page.lower(k))
        if len(words) == 2:  # "year" and "old"
            return k + 1 if words[0].rstrip("s") in {"year", "month", "yr"} and words[1] == "old" else 0
    return 0


def _is_no_person(page: Page, i: int) -> bool:
    """Whether a noun is a plural, a thing, nobody, or gathers many."""
    if page.lower(i) in NOBODY:
        return True
    noun = page.vocabulary.nouns.get(page.lower(i))
    if noun is not None and (noun.plural or noun.unit != "people"):
        return True
    return gathers(page, i) or (page.tokens[i].tag.endswith("S") and page.pos(i) != "PROPN")


def _is_body(page: Page, start: int, end: int) -> bool:
    """Whether a phrase names a body: a lone acronym ("the VHP"), or a name that ends as bodies do."""
    last = page.tokens[end - 1]
    known = last.lower in page.vocabulary.nouns
    if last.lower in page.vocabulary.bodies and not known:
        return True
    names = [k for k in range(start, end) if page.lower(k) not in ARTICLES | OWNERS]
    if known or len(names) != 1:
        return False
    bare = last.lower.isalpha() and len(last.lower) <= SHORT and not set(last.lower) & set("aeiouy")
    return bare or (not page.shouting and is_acronym(last.text))


def _victim(page: Page, start: int, end: int) -> str | None:
    """The class of a person, by the first word for people that tells it."""
    nouns = (page.vocabulary.nouns.get(page.lower(k)) for k in range(end - 1, start - 1, -1))
    return next((noun.victim for noun in nouns if noun and noun.unit == "people" and noun.victim), None)


def _shared_name(page: Page, i: int) -> int:
    """From the first of two titles that share a name to the name; elsewhere the token itself."""
    if not _is_title(page, i) or page.lower(i + 1) != "and":
        return i
    for k in range(i + 2, min(len(page.tokens), i + 2 + TITLE_LONGEST)):
        if page.pos(k) == "PROPN" and not _is_title(page, k):
            shares = k > i + 2 and _is_title(page, k - 1) and _is_one(page, k)
            return k if shares and page.lower(_start(page, i, i + 1)) not in {"a", "an"} else i
        if page.pos(k) not in {"NOUN", "ADJ", "PROPN"}:
            return i
    return i


def _is_one(page: Page, k: int) -> bool:
    """Whether no verb for many follows a name: "guard and driver Dario Menk were" is of two."""
    while page.pos(k) == "PROPN":
        k += 1
    return page.lower(k) not in MANY


def _is_title(page: Page, i: int) -> bool:
    """Whether a word says what one person is: "leader"."""
    noun = page.vocabulary.nouns.get(page.lower(i))
    return noun is not None and noun.unit == "people" and not noun.plural


def _start(page: Page, i: int, end: int) -> int:
    """Where the phrase of a name or description starts: titles, adjectives, age, article."""
    start = i
    while start and page.lower(start) not in ARTICLES | OWNERS:
        if _belongs(page, start - 1) or _shares(page, start, end):
            start -= 1
        else:
            break
    for k in range(max(0, start - AGE_LONGEST), start):
        if age_end(page, k) >= start:
            start = k
            break
    return start - 1 if page.lower(start - 1) in ARTICLES and page.pos(start) == "NUM" else start


def _shares(page: Page, start: int, end: int) -> bool:
    """Whether a title and "and" stand before the title of a name: "leader and founder Dario Menk"."""
    if page.lower(start - 1) != "and" or page.pos(end - 1) != "PROPN" or not _is_title(page, start - 2):
        return False
    first = _start(page, start - 2, start - 1)
    return _shared_name(page, start - 2) != start - 2 and page.lower(first) not in {"a", "an"}


def _belongs(page: Page, i: int) -> bool:
    """Whether a token before a name is part of its noun phrase: title, adjective, possessor, article."""
    token = page.tokens[i]
    if token.lower in page.vocabulary.states and page.lower(i + 1) in ARTICLES:
        return False  # "shot dead a sergeant"
    if token.pos in {"PROPN", "ADJ", "NOUN"} or token.tag in {"POS", "HYPH"}:
        return token.lower not in page.vocabulary.days
    return token.lower in ARTICLES | OWNERS | {"another", "one"}
