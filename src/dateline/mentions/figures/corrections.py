"""A figure where it stands -> whether the words say that it was given before and holds no longer.

"Earlier reports had put the toll at 20", "revised from 20", "not 15 as first reported". That another figure holds
now is for `ties`, which marks nothing where the report gives none.
"""

from __future__ import annotations

from dateline.mentions.figures.page import Page
from dateline.mentions.figures.stated import toll_measure

BEFORE = 10  # tokens from "earlier reports" to the figure that they gave
AFTER = 6  # tokens from a figure to "as first reported"
REVISED = 12  # tokens from "revised the toll of the attack" to "from 20"
BREAKS = frozenset({";", ".", "but", "while", "now"})
APART = frozenset({"another", "separate", "different", "other", "elsewhere"})


def is_earlier(page: Page, start: int, end: int) -> bool:
    """Whether the figure at these tokens is told as one that was given before."""
    if any(page.lower(i) in APART for i in range(max(0, start - BEFORE), start)):
        return False
    return (
        _is_revised(page, start)
        or _is_after(page, start)
        or _is_before(page, end)
        or _is_past_toll(page, start)
    )


def _is_past_toll(page: Page, start: int) -> bool:
    """As in "the ministry had put the toll at 17": a toll told in the pluperfect is one that held before."""
    if toll_measure(page, start) is None:
        return False
    before = range(max(0, start - BEFORE), start)
    told = [i for i in before if page.pos(i) == "VERB" and page.tokens[i].lemma in page.vocabulary.retold]
    return any(page.lower(i - 1) == "had" or page.lower(i - 2) == "had" for i in told)


def _is_revised(page: Page, start: int) -> bool:
    """As in "revised the toll from 20 to 17", "17 people, down from 20"; not "up from 20 last year"."""
    if page.lower(start - 1) != "from":
        return False
    if page.lower(start - 2) in page.vocabulary.moved:
        return not any(
            page.vocabulary.never.get(page.lower(i)) == "time" for i in range(start + 1, start + AFTER)
        )
    window = page.tokens[max(0, start - REVISED) : start]
    return any(t.lemma in page.vocabulary.revises for t in window)


def _is_after(page: Page, start: int) -> bool:
    """Whether words of an earlier telling come before a figure, with no other number in between."""
    for i in range(start - 1, max(-1, start - 1 - BEFORE), -1):
        if page.lower(i) in BREAKS or page.pos(i) == "NUM":
            return False
        if _tells_earlier(page, i):
            return True
    return False


def _is_before(page: Page, end: int) -> bool:
    """Whether words of an earlier telling come right after a figure: "12 as first reported"."""
    for i in range(end, min(len(page.tokens), end + AFTER)):
        if page.lower(i) in BREAKS or page.pos(i) == "NUM" or page.pos(i) in {"NOUN", "PROPN"}:
            return False
        if _tells_earlier(page, i):
            return True
    return False


def _tells_earlier(page: Page, i: int) -> bool:
    """“earlier reports”, "previously said", "said earlier" at a token; "earlier on Monday" is only a time."""
    word, tokens = page.lower(i), page.tokens
    if word in page.vocabulary.earlier_words:
        after = next(
            (k for k in range(i + 1, min(len(tokens), i + 3)) if page.pos(k) in {"NOUN", "VERB"}), None
        )
        if after is not None and tokens[after].lemma in page.vocabulary.retold:
            return True
        return page.pos(i - 1) == "VERB" and tokens[i - 1].lemma in page.vocabulary.retold and after is None
    return False
