"""Where a figure stands -> its relation to others: a part of one, a running total, or on its own."""

from __future__ import annotations

from dateline.mentions.figures.page import Page
from dateline.mentions.figures.vocabulary import Phrases
from dateline.records import Scope

AHEAD = 14  # tokens after a figure in which "so far" or "since" still speaks of it
BREAKS = frozenset({";", "while", "but", "whereas", ":", "—"})


def is_part(page: Page, start: int) -> bool:
    """Whether words right before a figure make it a part: "including six children"."""
    i = start
    while i > 0 and page.lower(i - 1) in {",", ":", "(", "were", "are", "was", "at", "least"}:
        i -= 1
    if i == 0:
        return False
    for words, _ in page.vocabulary.parts.get(page.lower(i - 1), ()):
        size = len(words)
        if size <= i and all(page.lower(i - size + k) == words[k] for k in range(size)):
            return True
    return False


def is_running(page: Page, start: int, end: int) -> bool:
    """Whether words around a figure make it a total up to now: "so far", "over three days"."""
    if page.lower(start - 1) in {"to", "at"} and _brought(page, start - 1):
        return True
    if page.lower(start) == "a" and page.lower(start + 1) == "total":
        return True
    for i in range(end, min(len(page.tokens), end + AHEAD)):
        word = page.lower(i)
        if word in BREAKS or (page.pos(i) == "NUM" and not _is_time(page, i + 1)):
            return False
        if word in page.vocabulary.running and _marks(page, i, page.vocabulary.running):
            return True
        if word in page.vocabulary.spans and _is_span(page, i + 1):
            return True
    return page.lower(start - 1) in {"far", "date"} or _leads(page, start)


def _brought(page: Page, i: int) -> bool:
    """As in "bringing the total to": a verb that brings a total somewhere, before token `i`."""
    window = range(max(0, i - 8), i)
    return any(page.lower(k) in page.vocabulary.totals for k in window) and any(
        page.tokens[k].lemma in page.vocabulary.brings for k in window
    )


def _marks(page: Page, i: int, phrases: Phrases) -> bool:
    """Whether a running phrase starts at a token, and "since" is a time and no reason."""
    for words, _ in phrases[page.lower(i)]:
        if all(page.lower(i + k) == words[k] for k in range(len(words))):
            return words != ("since",) or _is_when(page, i + 1)
    return False


def _is_when(page: Page, i: int) -> bool:
    """Whether a time follows "since": a day, month, year, or a noun without a verb."""
    word = page.lower(i)
    times = (
        page.vocabulary.months | page.vocabulary.days | {"then", "last", "the", "early", "late", "mid", "at"}
    )
    return word in times or word.isdigit()


def _is_time(page: Page, i: int) -> bool:
    """Whether a unit of time, perhaps after a hyphen, stands at a token."""
    return page.vocabulary.never.get(page.lower(i)) == "time"


def _is_span(page: Page, i: int) -> bool:
    """Whether a stretch of time starts at a token: "three days", "the past week", "several months"."""
    known = page.pos(i) == "NUM" or page.lower(i) in {"several", "the", "a", "many", "two"}
    if not known or not (page.lower(i + 1) in {"past", "last", "few", "couple"} or _is_time(page, i + 1)):
        return False
    return page.lower(i + 1).endswith("s") or page.lower(i + 1) in {"past", "last", "few", "couple"}


def _leads(page: Page, start: int) -> bool:
    """Whether the sentence opens with a running phrase: "So far, 30 people ...", "Since October, ..."."""
    if (
        start > 10
        or not page.tokens
        or page.lower(0) not in {"so", "since", "in", "over", "altogether", "overall"}
    ):
        return False
    if page.lower(0) in page.vocabulary.spans and _is_span(page, 1):
        return True
    return page.lower(0) in page.vocabulary.running and _marks(page, 0, page.vocabulary.running)


def scope_of(page: Page, place: tuple[int, int], *, part: bool, more: bool) -> Scope:
    """The scope of a figure at (start, end) of the sentence's tokens."""
    if part or is_part(page, place[0]):
        return Scope.PART
    if not more and is_running(page, place[0], place[1]):
        return Scope.CUMULATIVE
    return Scope.NEW
