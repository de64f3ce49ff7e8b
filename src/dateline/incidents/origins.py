"""Claims with their reports -> the origin of each: who says so at the end of a chain of relays and copies.

Ten outlets that print one agency's story are one origin, and so are ten that quote one statement. Where it
cannot be told whether two sources are one, they count as one: an origin too many would pass for support.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from dateline import lexicons
from dateline.incidents import copies
from dateline.records import ClaimId, Report, ReportId, SourceType, Told

if TYPE_CHECKING:
    from dateline.records import Source

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
    outlets = _outlets(reports, roots)
    copied = copies.same_words(ordered)
    made = {
        one.claim.id: _origin(one.claim.source, copied.get(one.claim.id, one.report.id), roots, outlets)
        for one in ordered
    }
    names: dict[str, Origin] = {}
    for origin in made.values():
        first = names.setdefault(origin.id, origin)  # the first telling gives name and type
        names[origin.id] = replace(first, party=first.party or origin.party)
    days = {report.id: report.published_day for report in reports}
    since = {one.claim.id: days[roots[one.report.id]] for one in ordered}
    return {claim: replace(names[origin.id], since=since[claim]) for claim, origin in made.items()}


def spread(told: Iterable[Told], origins: Mapping[ClaimId, Origin]) -> Spread:
    """How many reports and origins tell of something, and how many of these are party to the conflict."""
    claims = [one.claim for one in told]
    told_by = {origins[claim.id].id: origins[claim.id] for claim in claims}
    return Spread(
        reports=len({claim.report for claim in claims}),
        origins=len(told_by),
        parties=sum(origin.party for origin in told_by.values()),
    )


def _origin(
    source: Source, report: ReportId, roots: Mapping[ReportId, ReportId], outlets: Mapping[ReportId, Origin]
) -> Origin:
    root = roots[report]
    if source.type == OWN_VOICE:
        return outlets[root]
    name = BRACKETS.sub("", source.name).strip() or source.name
    key = _key(name)
    is_apart = _is_unnamed(name) and source.type in APART
    return Origin(f"{root}|{key}" if is_apart else f"name:{key}", name, source.type, source.type == PARTY)


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


def _outlets(reports: Sequence[Report], roots: Mapping[ReportId, ReportId]) -> dict[ReportId, Origin]:
    """The outlet or agency behind each first telling: an agency that it or a copy credits, else its publisher."""
    tellings: dict[ReportId, list[Report]] = defaultdict(list)
    for report in reports:
        tellings[roots[report.id]].append(report)
    return {root: _outlet(group) for root, group in tellings.items()}


def _outlet(group: Sequence[Report]) -> Origin:
    """The outlet of reports that copy each other, earliest first."""
    first = group[0]
    agency = next((name for report in group if (name := _credited(report))), None)
    name = agency or first.publisher
    key = f"name:{_key(name)}" if name else f"report:{first.id}"
    return Origin(key, name or first.id, SourceType(OWN_VOICE), party=False)


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
