"""A noun phrase for one person or thing without a number -> the figure 1 to 1: "a soldier", "the bus"."""

from __future__ import annotations

from dataclasses import replace

from dateline import lexicons
from dateline.mentions.figures.groups import NOUNS, group_after, is_acronym
from dateline.mentions.figures.names import age_end, gathers
from dateline.mentions.figures.numbers import read_ordinal
from dateline.mentions.figures.page import Found, Page
from dateline.mentions.figures.vocabulary import Noun
from dateline.records import Scope

INDEFINITE = frozenset({"a", "an", "another"})
DEFINITE = frozenset({"the", "his", "her", "their", "its", "this", "that", "my", "our"})
KEPT = frozenset({"people", "things"})
# After a harm, what says over which time it is counted: "the third mayor killed this year".
COUNTING_ON = frozenset({"this", "since", "so", "in", "within"})
OF_LONGEST = 7
# Endings of words for people by what they do, and a few words for things that end so.
DOERS = ("er", "or", "ist", "ian", "eer", "ee", "man", "woman")
THINGS = lexicons.words("binding", "no_doers")
# Verbs that befall living beings only; and those whose subject is who suffers it.
LIVING = lexicons.words("binding", "of_the_living")
MORTAL = frozenset({"die", "perish"})
OF_AGE = 18  # years; a child by the Convention on the Rights of the Child, article 1


def find_single(page: Page, i: int, last: Found | None) -> Found | None:
    """The single person or thing whose article or possessive stands at a token."""
    word = page.lower(i)
    if word in INDEFINITE:
        plain = _family(page, i) or _aged(page, i, "singular") or _phrase(page, i, "singular")
        return plain or _another(page, i, last)
    if word in DEFINITE:
        return _ordinal(page, i) or _aged(page, i, "definite") or _phrase(page, i, "definite")
    if page.tokens[i].tag == "POS":
        return _phrase(page, i, "definite")
    return None


def find_aged(page: Page, i: int) -> Found | None:
    """One of an age without an article, as headlines have it: "3-year-old shot in Hella"."""
    if i and page.pos(i - 1) not in {"PUNCT", "CCONJ"}:
        return None
    end = age_end(page, i)
    if not end or page.pos(end) not in {"VERB", "ADV"}:
        return None
    age = page.lower(i)
    child = age.isdecimal() and int(age) < OF_AGE
    noun = Noun("", "people", "child" if child else None, False)
    return _one(page, (i, end, end - 1), page.words(i, end), noun, "singular")


def find_bare(page: Page, i: int) -> Found | None:
    """A thing named without an article, as headlines do: "Rebels shoot down military helicopter"."""
    token = page.tokens[i]
    noun = page.vocabulary.nouns.get(token.lower)
    if (
        noun is None
        or noun.unit != "things"
        or noun.plural is not False
        or token.dep not in {"dobj", "nsubjpass"}
    ):
        return None
    start = i
    while start and page.pos(start - 1) in {"ADJ", "NOUN", "PROPN"} and page.tokens[start - 1].dep != "nsubj":
        start -= 1
    before = page.pos(start - 1)
    if before in {"DET", "NUM", "PRON", "PART", "PUNCT"} or page.pos(i + 1) in {*NOUNS, "NUM"}:
        return None
    return _one(page, (start, i + 1, i), page.words(start, i + 1), noun, "singular")


def _phrase(page: Page, i: int, rule: str) -> Found | None:
    """The singular noun group after a determiner, where its head is a person or a thing."""
    group = group_after(page.tokens, i + 1, page.vocabulary, several=False)
    if group.head is None or group.start != i + 1 or group.part:
        return None
    noun = group.noun or _harmed_person(page, group.head, rule)
    if noun is None or noun.unit not in KEPT or noun.plural or not _known(page, group.head, rule):
        return None
    if page.pos(group.head) == "ADJ" and page.pos(group.head + 1) in {"ADJ", "NOUN", "PROPN"}:
        return None  # "a local high school"
    if gathers(page, group.head) or (noun.plural is None and noun.lemma != "aircraft"):
        return None
    start, end = _possessor(page, i), _with_of(page, group.end, noun)
    remains = page.vocabulary.measures.get(page.lower(group.head))
    found = _one(page, (start, end, group.head), page.words(i + 1, end), noun, rule)
    if remains is None and group.state is not None and noun.unit == "people":
        return _measured(found, page.vocabulary.states[page.lower(group.state)], "stated")
    return found if remains is None else _measured(found, remains, rule)


def _measured(found: Found, measure: str, rule: str) -> Found:
    """With what the words say befell them: a body is somebody killed, as is "a general killed"."""
    return replace(found, measure=measure, rule=rule)


def _known(page: Page, head: int, rule: str) -> bool:
    """Whether the head is in the lexicon, or after "a" an acronym in a text whose capitals tell something."""
    word = page.lower(head)
    if word in page.vocabulary.nouns or (word in page.vocabulary.measures and word in {"body", "corpse"}):
        return True
    if rule != "singular":
        return False
    return _harmed_person(page, head, rule) is not None or (
        not page.shouting and is_acronym(page.tokens[head].text)
    )


def _harmed_person(page: Page, head: int, rule: str) -> Noun | None:
    """As in "a rabbit hunter was killed": one whom no lexicon lists, where only a person can be meant."""
    token = page.tokens[head]
    above = page.tokens[token.head]
    if rule != "singular" or token.tag != "NN" or token.dep not in {"dobj", "nsubjpass", "nsubj"}:
        return None
    if not token.lower.endswith(DOERS) or token.lower in page.vocabulary.never or token.lower in THINGS:
        return None
    befallen = above.lemma in MORTAL if token.dep == "nsubj" else above.lemma in LIVING
    return Noun(token.lemma, "people", None, False) if befallen else None


def _possessor(page: Page, i: int) -> int:
    """The start of the possessor before "'s": "Sukhari's son" starts at the name."""
    if page.tokens[i].tag != "POS":
        return i
    while i and page.pos(i - 1) in {"PROPN", "NOUN", "ADJ"}:
        i -= 1
    return i


def _with_of(page: Page, end: int, noun: Noun) -> int:
    """The end of the phrase with the "of" phrase that tells whose or which person it is."""
    if page.lower(end) != "of" or noun.unit != "people":
        return end
    i = end + 1
    while i < min(len(page.tokens), end + OF_LONGEST) and page.pos(i) in {"DET", "ADJ", "NOUN", "PROPN"}:
        i += 1
    return i if i > end + 1 else end


def _family(page: Page, i: int) -> Found | None:
    """As in "a couple" and "an elderly couple" are two people, married or not."""
    for k in range(i + 1, min(i + 3, len(page.tokens))):
        if (
            page.lower(k) == "couple"
            and page.lower(k + 1) not in {"of", "more"}
            and page.pos(k + 1) not in {"NUM", "NOUN"}
        ):
            return Found(i, k + 1, k, page.words(i + 1, k + 1), 2, 2, "couple")
    return None


def _aged(page: Page, i: int, rule: str) -> Found | None:
    """As in "a 12-year-old" without a noun; one who is not of age is a child."""
    end = age_end(page, i + 1)
    if not end or page.pos(end) in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return None
    age = page.lower(i + 1)
    child = age.isdecimal() and len(age) < 4 and int(age) < OF_AGE
    noun = Noun("", "people", "child" if child else None, False)
    return _one(page, (i, end, end - 1), page.words(i + 1, end), noun, rule)


def _ordinal(page: Page, i: int) -> Found | None:
    """As in "the second mayor who has been murdered": the running total with this one."""
    count = read_ordinal(page.lower(i + 1), page.vocabulary)
    if count is None or page.lower(i) != "the":
        return None
    group = group_after(page.tokens, i + 2, page.vocabulary, several=False)
    if group.head is None or group.noun is None or group.noun.unit != "people" or group.noun.plural:
        return None
    if not _runs_on(page, group.end) and not _runs_on(page, _past_origin(page, group.end)):
        return None
    place, of = (i, group.end, group.head), page.words(i + 2, group.end)
    return Found(*place, of, count, count, "ordinal", victim=group.noun.victim, scope=Scope.CUMULATIVE)


def _past_origin(page: Page, i: int) -> int:
    """Past "from New Hampshire" after "the 28th person"."""
    if page.lower(i) != "from":
        return i
    end = i + 1
    while end < min(len(page.tokens), i + OF_LONGEST) and page.pos(end) in {"DET", "ADJ", "NOUN", "PROPN"}:
        end += 1
    return end


def _runs_on(page: Page, i: int) -> bool:
    """Whether what follows "the second mayor" counts on over time; "the second man died" is one of those hit."""
    after = [page.lower(i + k) for k in range(3)]
    if after[0] in {"who", "that"}:
        return after[1] in {"has", "have", "had"}
    harmed = after[0] in page.vocabulary.harms and page.tokens[i].tag == "VBN"
    return after[:2] == ["to", "be"] or (harmed and after[1] in COUNTING_ON)


def _another(page: Page, i: int, last: Found | None) -> Found | None:
    """As in "while another was killed in police firing": one more of those told before."""
    if page.lower(i) != "another" or last is None or last.unit == "attacks":
        return None
    if page.pos(i + 1) not in {"AUX", "VERB", "ADP", "PUNCT", ""} or page.lower(i - 1) in {"one", "yet"}:
        return None
    if last.unit != "people":
        return None
    return Found(
        i, i + 1, i, last.of, 1, 1, "singular", victim=last.victim, more=True, note="the noun is left out"
    )


def _one(page: Page, place: tuple[int, int, int], of: str, noun: Noun, rule: str) -> Found:
    """The figure 1 to 1 at (start, end, head)."""
    start, end, head = place
    scope = Scope.PART if page.lower(start - 1) == "including" else Scope.NEW
    return Found(start, end, head, of, 1, 1, rule, victim=noun.victim, unit=noun.unit, scope=scope)
