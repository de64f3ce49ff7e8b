"""A figure's own words -> what they say it measures: "374 dead", "the toll rose to 34", "no casualties"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.mentions.figures.groups import Group
from dateline.mentions.figures.page import Found, Page
from dateline.records import Scope

REACH = 20  # tokens from "toll" to its number: "the toll from the bombing in A, B, on Monday has risen to 32"
FAR = 40  # the same where "risen to" stands right before the number
HELD_REACH = 8  # tokens from "seized" to the weapons in its list
WEAPONS = frozenset({"rocket", "missile", "bomb", "shell", "mortar", "projectile"})
NOBODY = frozenset({"none", "nobody"})
PASSED = frozenset({"topped", "passed", "exceeded", "surpassed", "tops", "exceeds"})
JOINS = frozenset({"and", "or", "/", "nor", "&"})


def stated_measure(page: Page, group: Group, start: int) -> str | None:
    """The measure that the words of a counted group state, or None.

    Args: start, the token where the figure starts with its hedges.
    """
    words, both = page.vocabulary, _joint_verbs(page, start)
    if both:
        return both
    if group.noun is not None and group.noun.unit == "attacks" and not is_held(page, group, start):
        return "attacks"
    if group.state is not None:
        return _joint(page, group.state, words.states[page.lower(group.state)])
    if is_row(page, start):
        return words.harms[page.lower(start - 2)]
    if group.head is not None and page.lower(group.head) in words.measures:
        if page.lower(group.start) in {"missing", "unaccounted"}:
            return "missing"
        return _joint(page, group.head, words.measures[page.lower(group.head)])
    return "killed" if remains_before(page, start) is not None else None


def is_row(page: Page, start: int) -> bool:
    """Whether a figure is the value of a row of a table: "Killed: 3"."""
    return page.lower(start - 1) == ":" and page.lower(start - 2) in page.vocabulary.harms


def is_held(page: Page, group: Group, start: int) -> bool:
    """Whether counted weapons are found or held ("seized 12 rockets") and so are things, not attacks."""
    weapons = group.noun is not None and group.noun.lemma in WEAPONS
    before = page.tokens[max(0, start - HELD_REACH) : start]
    return weapons and any(t.lemma in page.vocabulary.holds and t.pos == "VERB" for t in before)


def _joint(page: Page, i: int, measure: str) -> str:
    """As in "killed and injured" by one number are casualties."""
    after = page.vocabulary.states.get(page.lower(i + 2))
    if page.lower(i + 1) in JOINS and after not in {None, measure} and not _has_object(page, i + 2):
        return "casualties" if {after, measure} <= {"killed", "injured", "casualties"} else measure
    return measure


def _has_object(page: Page, i: int) -> bool:
    """“left 12 dead and wounded 30", "left two dead and injured another": a verb with those whom it harms."""
    least = page.lower(i + 1) == "at" and page.lower(i + 2) == "least"
    held = page.pos(i + 1) in {"NUM", "DET", "PRON"} or page.lower(i + 1) in page.vocabulary.objects
    return page.tokens[i].tag in {"VBD", "VBN"} and (held or least)


def _joint_verbs(page: Page, start: int) -> str | None:
    """As in "killed or wounded 60 people": two verbs before one number."""
    if start < 3 or page.lower(start - 2) not in JOINS:
        return None
    lemmas = {page.tokens[start - 1].lemma, page.tokens[start - 3].lemma}
    return "casualties" if "kill" in lemmas and lemmas & {"wound", "injure", "maim", "hurt"} else None


def remains_before(page: Page, start: int) -> int | None:
    """Where "the bodies of" starts before a figure, or None."""
    i = start - 2
    if page.lower(start - 1) != "of" or page.vocabulary.measures.get(page.lower(i)) != "killed":
        return None
    while i > 0 and (page.pos(i - 1) in {"DET", "ADJ"} and page.lower(i - 1) != "no"):
        i -= 1
    return i


def toll_measure(page: Page, start: int) -> str | None:
    """The measure of the toll whose value stands at a token ("taking the toll to nine"), or None."""
    changed = page.lower(start - 1) == "to" and page.tokens[start - 2].lemma in page.vocabulary.changes
    for i in range(start - 1, max(-1, start - 1 - (FAR if changed else REACH)), -1):
        word = page.lower(i)
        other = word in {";", "while", "but", "after"} or page.pos(i) == "NUM"
        if other and page.lower(i + 1) not in {"to", "people"}:
            return None
        if word == "toll":
            return page.vocabulary.tolls.get(page.lower(i - 1), "killed")
        if word in {"number", "total", "tally"} and page.lower(i + 1) == "of":
            return _numbered(page, i + 2, start)
        if word == "number" and page.lower(i + 1) in page.vocabulary.tolls:
            return _numbered(page, i + 1, start)  # "the number injured topped 2,200"
    return None


def _numbered(page: Page, i: int, start: int) -> str | None:
    """What "the number of ..." numbers, where its value follows a verb or "to"."""
    reaches = any(
        page.lower(k) in {"to", "at", "is", "was", "reached", "stands", "stood", "hit"}
        for k in range(i, start)
    )
    reaches = reaches or page.lower(start) in PASSED or page.lower(start - 1) in PASSED
    if not reaches:
        return None
    for k in range(i, min(i + 4, start)):
        if page.lower(k) in page.vocabulary.tolls:
            return page.vocabulary.tolls[page.lower(k)]
    return None


def find_none(page: Page, i: int) -> tuple[Found, ...]:
    """The figures of nobody at a token: "no casualties", "no one was hurt", "none of the injured"."""
    word = page.lower(i)
    if word in {"no", "without", "zero"} and page.lower(i + 1) not in {"one", "-"}:
        return tuple(_no_noun(page, i))
    end = i + 1 if word in NOBODY else _no_one(page, i)
    return tuple(_nobody(page, i, end)) if end else ()


def _no_one(page: Page, i: int) -> int:
    """Past "no one" or "no-one" at a token; 0 where it does not stand there."""
    if page.lower(i) != "no":
        return 0
    if page.lower(i + 1) == "one":
        return i + 2
    return i + 3 if page.lower(i + 1) in page.vocabulary.hyphens and page.lower(i + 2) == "one" else 0


def _no_noun(page: Page, i: int) -> Iterator[Found]:
    """As in "no casualties", "no deaths or injuries", "no soldiers were killed"."""
    k = i + 1
    while k < min(len(page.tokens), i + 6) and page.pos(k) in {"ADJ", "NOUN", "PROPN", "DET"}:
        if page.lower(k) in page.vocabulary.qualified:
            return
        measure = page.vocabulary.harms.get(page.lower(k))
        if measure and page.pos(k) in {"NOUN", "ADJ"} and page.lower(k + 1) not in {"of", "toll"}:
            yield _zero((i, k + 1, k), page.words(i + 1, k + 1), measure)
            second = page.vocabulary.harms.get(page.lower(k + 2))
            if page.lower(k + 1) in JOINS and second and page.pos(k + 2) in {"NOUN", "ADJ"}:
                yield _zero((k + 2, k + 3, k + 2), page.words(k + 2, k + 3), second)
            return
        noun = page.vocabulary.nouns.get(page.lower(k))
        if noun and noun.unit == "people" and page.pos(k + 1) in {"AUX", "VERB"}:
            for measure, _ in _harmed(page, k + 1):
                yield _zero((i, k + 1, k), page.words(i + 1, k + 1), measure)
            return
        k += 1


def _nobody(page: Page, i: int, end: int) -> Iterator[Found]:
    """As in "no one was killed or injured", "none of the injured", "hurting nobody"."""
    if page.lower(end) == "of":
        state = end + 2 if page.lower(end + 1) in {"the", "those"} else end + 1
        measure = page.vocabulary.states.get(page.lower(state))
        if measure:
            yield _zero((i, state + 1, i), page.words(state, state + 1), measure, scope=Scope.PART)
            return
        while end < len(page.tokens) and page.pos(end) not in {"AUX", "VERB", "PUNCT"}:
            end += 1
    for measure, _ in _harmed(page, end):
        yield _zero((i, end, i + 1 if page.lower(i) == "no" else i), "people", measure)
    before = page.tokens[i - 1].lemma if i else ""
    measure = {"kill": "killed", "injure": "injured", "wound": "injured", "hurt": "injured"}.get(before)
    if measure:
        yield _zero((i, end, i), "people", measure)


def _harmed(page: Page, i: int) -> Iterator[tuple[str, int]]:
    """The harms that a clause tells from its verb on: "was killed or injured"."""
    for k in range(i, min(i + 6, len(page.tokens))):
        if page.pos(k) == "PUNCT" or page.lower(k) in {"because", "who", "when"} | page.vocabulary.qualified:
            return
        measure = page.vocabulary.harms.get(page.lower(k))
        if measure:
            yield measure, k
            second = page.vocabulary.harms.get(page.lower(k + 2))
            if page.lower(k + 1) in JOINS and second:
                yield second, k + 2
            return


def _zero(place: tuple[int, int, int], of: str, measure: str, *, scope: Scope = Scope.NEW) -> Found:
    """The figure 0 to 0 at (start, end, head)."""
    start, end, head = place
    return Found(start, end, head, of, 0, 0, f"none_{measure}", measure=measure, scope=scope)
