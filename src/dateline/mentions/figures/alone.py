"""A number without a noun -> whether it counts somebody all the same: "three were hurt", "the two"."""

from __future__ import annotations

from dateline.mentions.figures.corrections import is_earlier
from dateline.mentions.figures.groups import HIT, Group
from dateline.mentions.figures.hedges import Bounded
from dateline.mentions.figures.page import Found, Page
from dateline.mentions.figures.stated import is_row

# Verbs that befall people, so that a bare number before them counts people.
FATES = frozenset(
    {"die", "flee", "surrender", "escape", "remain", "survive", "perish", "be", "have", "succumb", "fall"}
    | {"defect", "disappear", "vanish", "kill", "wound", "injure"}
)
PLACES = frozenset(
    {"from", "in", "at", "near", "among", "on", "by", "of", "inside", "outside", "during", "not"}
)
FATALLY = frozenset({"fatally", "mortally"})
SPECIFIED = frozenset({"the", "all", "these", "those"})
LARGE = 100  # from here on a bare number after a colon is no item number
CROWDS = frozenset({"dozens", "scores", "hundreds", "thousands", "tens", "millions"})


def stands_alone(page: Page, bounded: Bounded, group: Group, last: Found | None) -> bool:
    """Whether a number with no noun after it is a count."""
    return any(check(page, bounded, group, last) for check in CHECKS)


def _is_crowd(page: Page, bounded: Bounded, _group: Group, _last: Found | None) -> bool:
    """As in "dozens", "thousands": they are counts wherever they stand."""
    return page.lower(bounded.number.start) in CROWDS or (
        bounded.number.kind == "vague" and page.lower(bounded.number.end - 1) in CROWDS
    )


def _is_subject(page: Page, bounded: Bounded, group: Group, last: Found | None) -> bool:
    """As in "three were hurt", "12 died"."""
    i = group.end if group.more or group.part else bounded.end
    while page.pos(i) == "ADV" or page.lower(i) in {"also", "later", "reportedly"}:
        i += 1
    if page.pos(i) not in {"AUX", "VERB"}:
        return False
    if page.tokens[i].tag in {"VBG", "VB"}:
        return page.lower(i) in page.vocabulary.harms
    hit = page.tokens[i].tag == "VBN" and page.tokens[i].lemma in HIT
    listed = last is not None and page.tokens[i].tag == "VBN" and page.pos(i + 1) in {"PUNCT", ""}
    harmed = page.tokens[i].lemma in FATES | page.vocabulary.harm_verbs
    return listed or hit or harmed or bounded.number.kind == "vague"


def _is_object(page: Page, bounded: Bounded, _group: Group, _last: Found | None) -> bool:
    """As in "killing two and wounding four", "left more than 30"."""
    if not bounded.start:
        return False
    before = page.tokens[bounded.start - 1]
    if before.lemma in page.vocabulary.harm_verbs and before.pos in {"VERB", "AUX", "NOUN", "ADJ"}:
        return True
    large = bounded.hedged or bounded.number.high >= LARGE
    return large and before.lemma in page.vocabulary.verbs and before.pos in {"VERB", "AUX"}


def _is_part(page: Page, bounded: Bounded, group: Group, _last: Found | None) -> bool:
    """As in "three of them", "15 of whom"."""
    return group.part and page.lower(bounded.number.start) != "one"


def _is_more(page: Page, bounded: Bounded, group: Group, last: Found | None) -> bool:
    """As in "56 more", "another three": they add to a figure told before."""
    leads = page.lower(bounded.start) == "another" and bounded.number.start > bounded.start
    return (group.more or leads) and last is not None


def _is_pointed(page: Page, bounded: Bounded, _group: Group, last: Found | None) -> bool:
    """As in "the two were arrested", "all 12": the whole of those told before."""
    before = page.lower(bounded.number.start - 1)
    if before == "but" and page.lower(bounded.number.start - 2) in {"all", ","}:
        return last is not None and page.pos(bounded.end) == "PUNCT"
    if before not in SPECIFIED or bounded.number.high < 2 or bounded.hedged:
        return False
    return page.pos(bounded.end) in {"AUX", "VERB", "PUNCT", "", "CCONJ"} and page.lower(bounded.end) not in {
        "-",
        "'",
    }


def _is_listed(page: Page, bounded: Bounded, _group: Group, last: Found | None) -> bool:
    """As in "including 12 in Homs", "390,000 from the north, 660,000 from the south"."""
    before = page.lower(bounded.start - 1)
    if before in {"including", "of", "among"} and last is not None:
        return before == "including" and page.lower(bounded.end) in PLACES
    if (
        last is None
        or before not in {"and", ",", ";", ":", "(", "but"}
        or page.lower(bounded.end) not in PLACES
    ):
        return False
    return bounded.start - last.end <= 12 and last.unit != "attacks" and _is_plain(page, bounded)


def _is_plain(page: Page, bounded: Bounded) -> bool:
    """No year and no bare "one": digits with a comma, or a small number word."""
    return (
        bounded.number.kind != "digits"
        or bounded.number.high < 1000
        or "," in page.tokens[bounded.number.start].text
    )


def is_fatal(page: Page, end: int) -> bool:
    """Whether all that is said of a number is how it ended: "six were shot, two of them fatally"."""
    return page.lower(end) in FATALLY and page.pos(end + 1) in {"PUNCT", "", "ADP", "CCONJ"}


def _is_fatal(page: Page, bounded: Bounded, group: Group, last: Found | None) -> bool:
    """As in "five people were shot, one fatally": some of those told of before."""
    end = group.end if group.part else bounded.end
    return last is not None and last.unit == "people" and is_fatal(page, end)


def _is_hedged(page: Page, bounded: Bounded, _group: Group, _last: Found | None) -> bool:
    """As in "wounding more than 200", "some 500,000;": hedged, and a clause ends or goes on after it."""
    if not bounded.hedged or page.lower(bounded.start) in {
        "under",
        "below",
        "around",
        "about",
        "over",
        "above",
    }:
        return bounded.hedged and bounded.number.high >= LARGE
    return (
        page.pos(bounded.end) in {"PUNCT", "", "VERB", "AUX", "CCONJ", "SCONJ"}
        or bounded.number.high >= LARGE
    )


def _is_after_colon(page: Page, bounded: Bounded, _group: Group, _last: Found | None) -> bool:
    """As in "Army: 36,940;": a large number in a table told as prose."""
    return (
        page.lower(bounded.start - 1) == ":"
        and bounded.number.high >= LARGE
        and page.pos(bounded.end) in {"PUNCT", "VERB", ""}
    )


def _is_family(page: Page, bounded: Bounded, _group: Group, _last: Found | None) -> bool:
    """As in "a family of five"."""
    before = page.vocabulary.nouns.get(page.lower(bounded.start - 2))
    return (
        page.lower(bounded.start - 1) == "of"
        and before is not None
        and before.lemma in {"family", "household", "crew", "mob", "couple"}
    )


def _is_row(page: Page, bounded: Bounded, _group: Group, _last: Found | None) -> bool:
    """As in "Killed: 3", "Injured: 12"."""
    return is_row(page, bounded.start)


def _is_corrected(page: Page, bounded: Bounded, _group: Group, last: Found | None) -> bool:
    """As in "down from an earlier figure of 20", "not 15 as first reported": what another count replaced."""
    before = page.lower(bounded.start - 1)
    given = before in {"not", "from"} or (
        before == "of" and page.tokens[bounded.start - 2].lemma in page.vocabulary.retold
    )
    return given and last is not None and is_earlier(page, bounded.start, bounded.end)


CHECKS = (
    _is_crowd,
    _is_row,
    _is_fatal,
    _is_subject,
    _is_object,
    _is_part,
    _is_more,
    _is_pointed,
    _is_listed,
    _is_hedged,
    _is_after_colon,
    _is_family,
    _is_corrected,
)
