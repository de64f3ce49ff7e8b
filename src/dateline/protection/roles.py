"""A name in its sentence -> the words that say what its bearer is, and whether that makes them public."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dateline.protection.runs import Page, Stretch
from dateline.protection.words import fold, group, is_given, parts_of

REACH = 12  # words of a description after a name
BACK = 5  # words of a description before a name, without a comma between
ACRONYM = 6  # letters of a body's short name in a title: "FBI director"
# What is put beside a name to say who that is: ", a nurse at the clinic," or "(nurse)" or ", 34,".
BESIDE = re.compile(
    r"""
    \s*,\s*(?P<told>[^,.;:()\n“”"]{1,120}(?:\n[^,.;:()\n“”"]{1,80})?)(?=[,.;:()“”"\n]|$)
    | \s*\((?P<bracket>[^()]{1,120})\)
    | \s+[-–—]\s+(?P<dash>[^.;:()\n“”"–—]{1,120}?)(?=\s+[-–—]\s+|[.;])
    """,
    re.VERBOSE,
)
OPENING = re.compile(
    r"^(?:an?|the|his|her|their|its|who|whose|one|then|now|former|formerly|aged?|\d{1,3})\b", re.IGNORECASE
)
# Before the name and a comma: "the deputy governor, Runa Halls" and "the witness, who gave only his first name, Omar".
AHEAD = re.compile(
    r"(?:^|[\s(“\"])(?P<told>(?:an?|the|his|her|their|one)\s[^.;:()“”\"]{1,110}),\s*$", re.IGNORECASE
)
SPEECH = re.compile(r"\b(?:said|says|told|added|according)\b", re.IGNORECASE)


class Told(NamedTuple):
    """Words that say what somebody is: offsets of the stretch to withhold with the name, and the words alone."""

    start: int
    end: int
    words: str


def beside(page: Page, stretch: Stretch) -> tuple[Told, ...]:
    """What stands before and after a name to say who its bearer is, nearest first."""
    return tuple(
        told for told in (_title(page, stretch), _after(page, stretch), _before(page, stretch)) if told
    )


def _title(page: Page, stretch: Stretch) -> Told | None:
    """Titles and small words right before a name: "army spokesman Col.", "the nurse", "her brother"."""
    words = page.words
    first = k = stretch.first
    while k > 0 and stretch.first - k < BACK + 2 and _is_joined(page, k):
        k -= 1
        if not (k >= stretch.head or _is_of_title(page, k, first, stretch.first)):
            break
        first = k
    if first == stretch.first:
        return None
    start = words[first].start
    return Told(start, words[stretch.first].start, page.text[start : words[stretch.first].start].strip())


def _is_joined(page: Page, k: int) -> bool:
    """Whether a word stands in one phrase with the word before: no end of a sentence or paragraph lies between."""
    gap = page.between(k - 1, k)
    if gap.strip(" \t\n.-") or gap.count("\n") > 1:
        return False
    return "." not in gap or page.words[k - 1].low in group("public", "shortened")


def _is_of_title(page: Page, k: int, first: int, name: int) -> bool:
    """Whether a word before a name's title, or before the name, is part of it: of "FBI director", "chief of staff"."""
    low = page.words[k].low
    if low in _titles() or low in group("public", "portfolios"):
        return True
    if first == name:
        return False
    written = page.written(k, k + 1)
    after = page.words[first].low
    return (low in {"of", "for"} and after in group("public", "portfolios")) or _is_acronym(written)


@cache
def _titles() -> frozenset[str]:
    """All single words that stand in titles."""
    roles = parts_of("public", "roles") | parts_of("private", "roles") | group("private", "titles")
    roles |= group("public", "shortened")
    return roles | group("private", "kin") | group("public", "beside") | group("public", "marks")


def _is_acronym(word: str) -> bool:
    return word.isupper() and 1 < len(word) <= ACRONYM and not is_given(word.casefold())


def _after(page: Page, stretch: Stretch) -> Told | None:
    """An apposition: ", a nurse at the clinic," and ", 34,"."""
    end = page.words[stretch.last - 1].end
    ending = re.match(r"['’]s?", page.text[end:])
    found = BESIDE.match(page.text, end + (ending.end() if ending else 0))
    if not found:
        return None
    words = next(w for w in found.groups() if w is not None)
    low = fold(words).split()
    known = parts_of("public", "roles") | parts_of("private", "roles") | group("private", "kin")
    if len(low) > REACH + 4 or (low and low[0] in group("speech", "verbs")):
        return None
    if not (OPENING.match(words.strip()) or (found["bracket"] or not known.isdisjoint(low[:6]))):
        return None
    more = _more(page, found.end()) if re.fullmatch(r"\s*(?:aged\s*)?\d{1,3}\s*", words) else None
    stop = more.end if more else found.end()
    return Told(found.start(), stop, f"{words} {more.words if more else ''}".strip())


def _more(page: Page, at: int) -> Told | None:
    """What follows an age: ", 34, a nurse,"."""
    found = BESIDE.match(page.text, at)
    words = found and found["told"]
    if not found or not words or not OPENING.match(words.strip()) or len(words.split()) > REACH + 4:
        return None
    return Told(found.start(), found.end(), words)


def _before(page: Page, stretch: Stretch) -> Told | None:
    """A description before a name and a comma."""
    start = page.words[stretch.head].start
    found = AHEAD.search(page.text[max(0, start - 140) : start])
    if not found or SPEECH.search(found["told"]) or "\n\n" in found["told"]:
        return None
    low = set(fold(found["told"]).replace(",", " ").split())
    if low.isdisjoint(parts_of("public", "roles") | parts_of("private", "roles") | group("private", "kin")):
        return None
    at = max(0, start - 140) + found.start("told")
    return Told(at, start, found["told"])


def is_public(page: Page, stretch: Stretch, told: tuple[Told, ...]) -> bool:
    """Whether what is said of somebody makes them answer in public: for a state, a force or a body."""
    return any(_is_public(page, stretch, one) for one in told)


def _is_public(page: Page, stretch: Stretch, told: Told) -> bool:
    low = [w for w in re.split(r"[\s,/]+", fold(told.words).replace("'s", "")) if w]
    if not group("public", "never").isdisjoint(low):
        return False
    title = told.end == page.words[stretch.first].start and told.start < told.end and "," not in told.words
    if title and any(told.words.casefold().endswith(f"{short}.") for short in group("public", "pointed")):
        return True
    found = _role(low, at_end=title and _is_title(page, stretch, told))
    if found is None:
        return False
    if found not in group("public", "weak"):
        return True
    written = [w.strip(".,") for w in told.words.split()]
    named = any(w[:1].isupper() and fold(w) not in _titles() for w in written[1:])
    acronym = any(_is_acronym(w) for w in written)
    return named or acronym or not group("public", "beside").isdisjoint(set(low) - set(found.split()))


def _is_title(page: Page, stretch: Stretch, told: Told) -> bool:
    """Whether the words stand right before the name, without a comma."""
    return "," not in page.text[told.start : page.words[stretch.first].start]


def _role(low: list[str], *, at_end: bool) -> str | None:
    """The public role that a description tells; of a title, the one right before the name.

    Of a description only what comes before where, with whom or for whom: a cook at the ministry is a cook.
    """
    found = [role for role in group("public", "roles") if (_ends if at_end else _heads)(low, role.split())]
    return max(found, key=lambda role: (role not in group("public", "weak"), len(role), role), default=None)


def _ends(low: list[str], role: list[str]) -> bool:
    """Whether a title ends with a role, or with a role and what it is of: "minister of state for revenue"."""
    for at in range(len(low) - len(role), -1, -1):
        if low[at : at + len(role)] != role:
            continue
        rest = low[at + len(role) :]
        return not rest or (
            rest[0] in {"of", "for"} and set(rest) <= {"of", "for", "and", *parts_of("public", "portfolios")}
        )
    return False


def _heads(low: list[str], role: list[str]) -> bool:
    """Whether a description begins with a role, before it turns to something else."""
    begin = 1 if low[:1] and low[0] in {"who", "one"} else 0
    turn = next((k for k in range(begin, len(low)) if low[k] in group("public", "turns")), len(low))
    return any(low[k : k + len(role)] == role for k in range(begin, turn))
