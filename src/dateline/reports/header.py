"""A paragraph at the top of a report -> what it states: writers, outlet, time, or where it was sent from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline import lexicons
from dateline.reports import dates

# Longer paragraphs are text, whatever they begin with.
LONGEST_LINE = 240
LONGEST_MASTHEAD_WORDS = 7
# A shorter paragraph with a colon is a heading: "Tarmia: a prison falls".
SHORTEST_AFTER_COLON = 50

# "Updated Feb. 7, 2022", "Published: 9 March 2031"; the date itself is read by `dates`.
STAMP = re.compile(
    r"(?:first |last |originally )?(?P<what>published|posted|created|issued|released|updated|modified)"
    r"(?: (?:on|at))?\s*[:|-]?\s+(?P<when>.+)",
    re.IGNORECASE,
)
STORY_FROM = re.compile(r"this (?:story|article) is from (?P<when>.+)", re.IGNORECASE)
BY = re.compile(r"(?:by|from|text by|words by|story by|report by)\s+(?=\S)", re.IGNORECASE)
# Ends the writers' names: "| Photographs by Z", "in Belmora", "for the Post", "- March 3".
AFTER_WRITERS = re.compile(
    r"\s*(?:\||•|·|;|\s[-–—]\s|,? photograph\w* by\b|\bfor the\b|,\s|\bin [A-Z]).*", re.DOTALL
)
OWNER = re.compile(
    r"(?:copyright\s*)?(?:©|\(c\)|copyright)?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(?:by\s+)?"
    r"(?P<name>[A-Z][^.©\d]{2,80}?)"
    r"(?=\.|,? (?:Inc|Ltd|LLC|PLC|Limited|Corp)\b|$)",
    re.IGNORECASE,
)

# One word of a place in capitals ("AL-HASAKAH", "N'DJAMENA", "ST."), and in title case.
CAPS = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}|[A-ZÀ-Þ]{2}\.?(?=\s[A-Z])|ST\.|[A-Z]['’-][A-ZÀ-Þ-]{3,})"
TITLE = r"(?:[A-ZÀ-Þ][\w'’-]+\.?|[A-Z]\.(?:[A-Z]\.)*|(?:de|la|el|al|and|of|the|du|das|los)(?=\s))"
DAY = r"(?:\d{1,2}\s+[A-Za-z]{3,9}\.?(?:,?\s+\d{2,4})?|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:,\s*\d{4})?)"
OUTLET = r"\((?P<outlet>[^()\n]{2,60})\)"
DASH = r"(?:\s*(?:—|–|--)\s*|\s+-\s+)"
SENTENCE = r"(?=[A-Z0-9À-Þ\"“‘'\[])"
WIRE_MARK = r"(?:\[(?:text|Text|TEXT)\]\s*)?"
# "HASAKAH, Syria—", "MAKHACHKALA --", "NEW YORK/KABUL (Outlet) -"; not "NATO—the alliance".
IN_CAPS = re.compile(
    rf"(?P<line>(?P<place>{CAPS}(?:(?:[ /]|\sand\s|\sAND\s){CAPS}){{0,4}}(?:,\s{TITLE}(?:\s{TITLE}){{0,3}})?)"
    rf"(?:,\s+(?P<day>{DAY}))?(?:,?\s+{OUTLET})?){DASH}{WIRE_MARK}{SENTENCE}"
)
# "San Verano, 25 Aug 88 (Canal Tres) -- [Text]", "Belmora (Outlet) -": needs a day or an outlet.
IN_TITLE_CASE = re.compile(
    rf"(?P<line>(?P<place>{TITLE}(?:[ /-]{TITLE}){{0,3}}(?:,\s{TITLE}(?:\s{TITLE}){{0,2}})?)"
    rf"(?:,\s+(?P<day>{DAY})(?:,?\s+{OUTLET})?|,?\s+\((?P<outlet2>[^()\n]{{2,60}})\)))"
    rf"{DASH}{WIRE_MARK}{SENTENCE}"
)
# "Belmora, March 5 (KNX): Two men", "belmora: two men"; the colon needs a short name before it.
BEFORE_COLON = re.compile(
    rf"(?P<line>(?P<place>(?:{TITLE}|[a-z][a-z'’-]+)(?:\s(?:{TITLE}|[a-z][a-z'’-]+)){{0,2}})"
    rf"(?:,\s+(?P<day>{DAY}))?(?:,?\s+{OUTLET})?)\s*:\s+{WIRE_MARK}(?=\w|[\"“‘'])"
)
OUTLET_ONLY = re.compile(rf"(?P<line>(?P<place>){OUTLET}(?P<day>)){DASH}(?=[A-Z0-9\"“])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report says it was sent from: its words, where they end, and the day where it gives one."""

    words: str
    end: int
    day: date | None


def stamp(paragraph: str) -> tuple[str, date] | None:
    """The time that a line of its own states: ("published" or "updated", when), or None."""
    if len(paragraph) > LONGEST_LINE:
        return None
    if m := STORY_FROM.fullmatch(paragraph):
        when = dates.read(m["when"])
        return ("published", when) if when else None
    m = STAMP.fullmatch(paragraph)
    when = dates.read(m["when"] if m else paragraph)
    if when is None:
        return None
    return ("updated" if m and m["what"].lower() in {"updated", "modified"} else "published", when)


def byline(paragraph: str) -> str | None:
    """The writers whom a line of its own names, without "By" and the photographers; None for other lines."""
    if len(paragraph) > LONGEST_LINE:
        return None
    agencies, joints = _byline_words()
    line = " ".join(paragraph.split())
    if line.casefold().rstrip(".") in agencies:
        return line
    m = BY.match(line)
    if not m or line.endswith((".", "?", "!")) or dates.read(line[m.end() :]):
        return None
    names = AFTER_WRITERS.sub("", line[m.end() :]).strip() or line[m.end() :]
    if line[m.end() :].casefold() in agencies:
        return line[m.end() :]
    words = re.findall(r"[^\W\d_][\w.'’-]*", names)
    capital = [word for word in words if word[0].isupper() or word.casefold() in joints]
    if not words or len(words) > 14 or len(capital) < len(words) or not words[0][0].isupper():
        return None
    return None if words[0].casefold() in _days() else names


def masthead(paragraph: str) -> str | None:
    """The outlet that a line in capitals at the top names, or None."""
    words = paragraph.split()
    if not paragraph.isupper() or not 1 < len(words) <= LONGEST_MASTHEAD_WORDS:
        return None
    known = frozenset(lexicons.load("furniture")["masthead"]["words"].split())
    if not known & {word.strip(".,").lower() for word in words}:
        return None
    return " ".join(word if len(word) < 3 or not word.isalpha() else word.capitalize() for word in words)


def owner(paragraph: str) -> str | None:
    """Whom a copyright line names, or None."""
    if not re.match(r"(?:copyright|©|\(c\))", paragraph, re.IGNORECASE):
        return None
    m = OWNER.match(paragraph)
    name = m["name"].strip(" ,") if m else ""
    return name if name and name.casefold() not in {"all rights reserved", "copyright"} else None


def dateline(paragraph: str, *, first: bool) -> Dateline | None:
    """The dateline that a paragraph opens with.

    Args:     first tells that no text stands before the paragraph: only there a colon may end a dateline.
    """
    opening = paragraph[:LONGEST_LINE]
    for form in (IN_CAPS, IN_TITLE_CASE, OUTLET_ONLY, BEFORE_COLON) if first else (IN_CAPS, IN_TITLE_CASE):
        m = form.match(opening)
        if m and _is_place(m, opening, form is BEFORE_COLON):
            day = dates.read(m["day"]) if m["day"] else None
            return Dateline(" ".join(m["line"].split()), m.end(), day)
    return None


def _is_place(m: re.Match[str], opening: str, before_colon: bool) -> bool:
    """Whether what a form took for a place can be one."""
    words = m["place"].split()
    labels = frozenset(lexicons.load("furniture")["dateline"]["labels"].split())
    if any(word.strip(".,").casefold() in labels for word in words):
        return False
    detailed = bool(
        m["day"] or next(filter(None, (m.groupdict().get(o) for o in ("outlet", "outlet2"))), None)
    )
    if before_colon and not detailed:
        # Small letters make a place only in a text that has no others: "belmora: two men were killed".
        one_case = opening.islower()
        return (
            len(words) <= 2
            and (one_case or all(word[0].isupper() for word in words))
            and len(opening) > SHORTEST_AFTER_COLON
        )
    # In a text all in capitals, any first words are in capitals.
    return detailed or not opening.isupper()


@cache
def _byline_words() -> tuple[frozenset[str], frozenset[str]]:
    """Agencies that stand for a writer, and the small words of a byline."""
    words = lexicons.load("furniture")["byline"]
    agencies = frozenset(" ".join(name.split()) for name in words["agencies"].split(";"))
    return agencies, frozenset(words["joints"].split())


@cache
def _days() -> frozenset[str]:
    """Words that open a time: "By Monday"."""
    days = (date(2024, 1, day).strftime("%A").casefold() for day in range(1, 8))
    months = (date(2024, month, 1).strftime("%B").casefold() for month in range(1, 13))
    return frozenset((*days, *months))
