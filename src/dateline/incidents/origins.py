"""Claims with their reports -> the origin of each: who says so at the end of a chain of relays and copies.

Ten outlets that print one agency's story are one origin, and so are ten that quote one statement. Where it
cannot be told whether two sources are one, they count as one: an origin too many would pass for support.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from dateline import lexicons
from dateline.incidents import copies
from dateline.records import ClaimId, Report, ReportId, SourceType, Told

PARTY = "party"
OWN_VOICE = "report"
# An agency in brackets before the dash of a dateline: takes "AKUREYRI (AFP) -", not "the army (FAA) said".
CREDIT = re.compile(r"\(\s*(?P<agency>[^()\n]{2,40}?)\s*\)\s*[-–—]")
HEAD = 400  # code points of a report in which its dateline stands
IN_DATELINE = re.compile(r"\(\s*([^()]{2,40}?)\s*\)")
BRACKETS = re.compile(r"\s*\([^()]*\)")

_LEXICON = lexicons.load("origins")
ADDRESS = frozenset(_LEXICON["address"]["words"])
SPOKEN_FOR = sorted(_LEXICON["spoken_for"]["words"], key=lambda words: (-len(words), words))
APART = frozenset(_LEXICON["apart"]["types"])


@dataclass(frozen=True, slots=True)
class Origin:
    """Who a statement goes back to; `party` says that it is a party to the conflict, in its own cause.

    `id` is the same wherever the same origin speaks; `name` is what to print. `since` is the day on which what
    is told was first in print: a copy is as old as the report that it copies.
    """

    id: str
    name: str
    type: SourceType
    party: bool
    since: date | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Spread:
    """How widely something is told: reports, origins, and origins that are party to the conflict."""

    reports: int
    origins: int
    parties: int

    def __str__(self) -> str:
        said = f"{_count(self.reports, 'report')}, {_count(self.origins, 'origin')}"
        return f"{said}, of which {self.parties} party to the conflict" if self.parties else said


def of(told: Sequence[Told], *, jobs: int = 1, known: copies.Known | None = None) -> Mapping[ClaimId, Origin]:
    """The origin of every claim.

    A claim in a report's own voice goes back to its outlet; where the report is a near-copy, to the outlet of
    the earliest such report, or to the agency that one of them credits. "X, citing Y" is Y. A body's statement
    is one origin in whatever report; unnamed witnesses are others in each story.

    Args:    told: in any order; the order changes nothing; jobs: processes to look for copies with; known: what
             an earlier call found of reports, which spares looking into them again.
    """
    ordered = sorted(told, key=lambda one: one.order)
    reports = list({one.report.id: one.report for one in ordered}.values())
    roots = copies.first_tellings(reports, jobs=jobs, known=known)
    return ascribed(map(said, ordered), roots, {report.id: paper(report) for report in reports})


class Said(NamedTuple):
    """What the origin of a claim is found by: `words` is a hash of what is said in the report's own voice."""

    order: tuple[bool, date, ReportId, int, ClaimId]
    name: str
    type: SourceType
    words: bytes | None


class Paper(NamedTuple):
    """What the outlet of a report is found by; `agency` is the one that it credits."""

    publisher: str | None
    agency: str | None
    day: date | None


def said(told: Told) -> Said:
    """What the origin of a claim is found by."""
    source = told.claim.source
    return Said(told.order, source.name, source.type, copies.own_words(told))


def paper(report: Report) -> Paper:
    """What the outlet of a report is found by."""
    return Paper(report.publisher, _credited(report), report.published_day)


def ascribed(
    claims: Iterable[Said], roots: Mapping[ReportId, ReportId], papers: Mapping[ReportId, Paper]
) -> Mapping[ClaimId, Origin]:
    """The origin of every claim.

    Args:    claims: earliest first; roots: of each report the first of those that it copies; papers: of all
             reports, earliest first.
    """
    credited = _credited_by(papers, roots)
    words: dict[bytes, ReportId] = {}
    names: dict[str, Origin] = {}
    made: dict[ClaimId, tuple[str, date | None]] = {}
    for one in claims:
        report = one.order[2]
        told_in = report if one.words is None else words.setdefault(one.words, report)
        root = roots[told_in]
        if one.type == OWN_VOICE:
            id_, name = _outlet(root, credited.get(root) or papers[root].publisher)
        else:
            id_, name = _named(one, root)
        first = names.get(id_)
        if first is None:  # the first telling gives name and type
            names[id_] = Origin(id_, name, one.type, one.type == PARTY)
        elif one.type == PARTY and not first.party:
            names[id_] = replace(first, party=True)
        made[one.order[4]] = id_, papers[roots[report]].day
    dated = {key: replace(names[key[0]], since=key[1]) for key in set(made.values())}
    return {claim: dated[key] for claim, key in made.items()}


def spread(told: Iterable[Told], origins: Mapping[ClaimId, Origin]) -> Spread:
    """How many reports and origins tell of something, and how many of these are party to the conflict."""
    claims = [one.claim for one in told]
    told_by = {origins[claim.id].id: origins[claim.id] for claim in claims}
    return Spread(
        reports=len({claim.report for claim in claims}),
        origins=len(told_by),
        parties=sum(origin.party for origin in told_by.values()),
    )


def _named(one: Said, root: ReportId) -> tuple[str, str]:
    """The origin of what somebody says, id and name: people who are only described are others in each story."""
    name, key, is_apart = _speaker(one.name, one.type)
    return f"{root}|{key}" if is_apart else f"name:{key}", name


@lru_cache(maxsize=1 << 16)
def _speaker(written: str, type_: SourceType) -> tuple[str, str, bool]:
    """A source's name and key, and whether it speaks in one story only."""
    name = BRACKETS.sub("", written).strip() or written
    return name, _key(name), _is_unnamed(name) and type_ in APART


@lru_cache(maxsize=1 << 16)
def _key(name: str) -> str:
    """A name without what is no part of it: "Col. Abc Def" and "Abc Def", "the police" and "police spokeswoman"."""
    words = name.casefold().replace(".", " ").split()
    while len(words) > 1 and words[0] in ADDRESS:
        words = words[1:]
    text = " ".join(words)
    for tail in SPOKEN_FOR:
        if text.endswith(" " + tail):
            return text.removesuffix(tail).rstrip().removesuffix("'s").removesuffix("’s").rstrip()
    return text


def _is_unnamed(name: str) -> bool:
    """Whether a source is only described ("residents", "a doctor"): no word of it is a name."""
    return name in {name.lower(), name.upper()}


def _credited_by(papers: Mapping[ReportId, Paper], roots: Mapping[ReportId, ReportId]) -> dict[ReportId, str]:
    """Of each first telling the agency that it, or else the earliest of its copies, credits."""
    credited: dict[ReportId, str] = {}
    for report, of in papers.items():
        if of.agency:
            credited.setdefault(roots[report], of.agency)
    return credited


def _outlet(first: ReportId, name: str | None) -> tuple[str, str]:
    """The outlet or agency behind a first telling, id and name."""
    return (f"name:{_key(name)}", name) if name else (f"report:{first}", first)


def _credited(report: Report) -> str | None:
    """The agency that a report names in its byline or before its dateline's dash, if it does."""
    known = _agencies()
    said = [report.byline or "", *(m["agency"] for m in CREDIT.finditer(report.text[:HEAD]))]
    said += IN_DATELINE.findall(report.dateline or "")
    return next((known[key] for name in said if (key := _key(name)) in known), None)


@cache
def _agencies() -> dict[str, str]:
    return {_key(name): name for name in lexicons.load("outlets")["agencies"]}


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
