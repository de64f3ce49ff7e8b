"""Attributed figures of an incident -> statements: how many one origin says in one report, with what follows.

A statement keeps two things apart: the bounds that must hold if it is right ("12 soldiers died" leaves open who
else did, so at least 12), and the number as told (12). Nobody is counted twice within it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline import lexicons
from dateline.incidents.again import told_again
from dateline.incidents.counts import Bound, counts_of, ends, holds, running, sum_apart, together
from dateline.incidents.groups import ALL_OF, EVERYBODY, group_of
from dateline.incidents.origins import Origin
from dateline.records import Claim, ClaimId, Figure, ReportId, Scope, Status, Told

# Why a figure says nothing of how many there were, by the status of its claim.
UNASSERTED = {
    Status.DENIED: "the source denies it",
    Status.PLANNED: "announced, not done",
    Status.POSSIBLE: "the source does not commit to it",
}


@dataclass(frozen=True, slots=True)
class Given:
    """A figure with its claim, the day on which it was said, and the origin that says so."""

    claim: Claim
    figure: Figure
    said: date | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Statement:
    """How many one origin says in one report.

    `low` and `high` follow from it; `told` are the numbers as given, nobody else assumed. `groups` are those it
    counts, where it does not count everybody who is asked about. `vague` is a word for a range ("dozens").
    """

    origin: Origin
    said: date | None
    report: ReportId
    low: Bound
    high: Bound
    told: tuple[Bound, Bound]
    groups: frozenset[str]
    vague: bool
    given: tuple[Given, ...]

    @property
    def whole(self) -> bool:
        """Whether it counts everybody who is asked about."""
        return not self.groups

    @property
    def lone(self) -> bool:
        """Whether it tells of one person without a number: "its commander was killed" counts nobody else.

        Two who are told of apart, "a woman" and "her daughter", are a count.
        """
        return self.number <= 1 and all(is_lone(one) for one in self.given)

    @property
    def whom(self) -> str:
        """Whom it counts, in the words of its figures; "people" with the side whose they are."""
        return " and ".join(dict.fromkeys(map(_whom, self.given)))

    @property
    def number(self) -> int:
        """The one number that the statement comes to for those who must write one: the least that it names."""
        low, high = self.told
        return low if low is not None else high or 0

    @property
    def is_open(self) -> bool:
        """Whether a bound is missing."""
        return self.low is None or self.high is None

    @property
    def ends(self) -> tuple[float, float]:
        """The bounds to compare by: an open one is without end, but "nearly 500" is not said of 34."""
        low, high = ends(self.low, self.high)
        is_near = self.vague and self.told[0] is None and self.high is not None
        return (max(low, high * NEARLY) if is_near else low), high

    @property
    def width(self) -> float:
        """How many numbers the statement leaves open, less one."""
        return self.ends[1] - self.ends[0]

    def surrounds(self, other: Statement) -> bool:
        """Whether whatever the other allows is allowed here too, and more."""
        return holds(self.ends, other.ends) and self.ends != other.ends

    def is_vaguer(self, other: Statement) -> bool:
        """Whether this is a bound or a word for a range that the other keeps to: "at least 17", of 34."""
        return (self.is_open or self.vague) and self.surrounds(other)


def given_by(told: Iterable[Told], origins: Mapping[ClaimId, Origin]) -> tuple[Given, ...]:
    """All figures of claims, each with who says so and since when it has been in print."""
    return tuple(
        Given(
            one.claim, figure, origins[one.claim.id].since or one.report.published_day, origins[one.claim.id]
        )
        for one in told
        for figure in one.claim.figures
    )


Aside = tuple[Given, str]
NEARLY: float = lexicons.load("rules")["nearly"]["share"]
UNNUMBERED = frozenset({"figures.singular", "figures.named", "figures.definite"})
PART = "part"  # of those who are asked about, nobody says which


def state(
    given: Sequence[Given], victim: str | None = None, *, as_one: bool = False
) -> tuple[tuple[Statement, ...], tuple[Aside, ...]]:
    """The statements that figures of one measure make, earliest first; and the figures that make none, and why.

    Args:    given: figures of one measure; victim: the group that is asked about, None for everybody;
             as_one: all count the same people, whatever they call them.
    """
    asked = [one for one in given if victim is None or group_of(one.claim, one.figure) == victim]
    aside = [(one, why) for one in asked if (why := _unusable(one)) is not None]
    unusable = {id(one) for one, _ in aside}
    told: dict[tuple[str, ReportId], list[Given]] = defaultdict(list)
    for one in asked:
        if id(one) not in unusable:
            told[one.origin.id, one.claim.report].append(one)
    made = [_statement(members, is_one=as_one or victim is not None) for members in told.values()]
    silent = [it for it in made if it.told == (None, None)]
    aside += [(one, "says nothing of the others") for it in silent for one in it.given]
    return tuple(sorted((it for it in made if it not in silent), key=_order)), tuple(aside)


def _unusable(one: Given) -> str | None:
    if one.claim.status in UNASSERTED:
        return UNASSERTED[one.claim.status]
    if one.figure.scope == "superseded":
        return "the source itself has replaced it"
    return "no number is given" if one.figure.low is None and one.figure.high is None else None


def _statement(given: list[Given], *, is_one: bool) -> Statement:
    """One origin's figures in one report, as one statement."""
    is_part = any(one.figure.scope is not Scope.PART for one in given)  # else the part is all that is told
    labelled = [(_label(one, is_one=is_one, is_part=is_part), one.figure) for one in given]
    again = {words: first for one in given for words, first in told_again(one.claim).items()}
    counts = counts_of(labelled, again)
    wholes = running([count for count in counts if count.label is None])
    groups = [count for count in counts if count.label is not None]
    floor, ceiling = sum_apart(groups)
    low, high = together(wholes) if wholes else (floor or None, None)
    told = (low, high) if wholes else (low, ceiling)
    if wholes and floor > (low or 0):
        low = floor
        if high is not None and floor > high:
            high, told = None, (floor, None)  # what was told as the whole was not that of all these
    first = given[0]
    return Statement(
        origin=first.origin,
        said=first.said,
        report=first.claim.report,
        low=low,
        high=high,
        told=told,
        groups=frozenset() if wholes else frozenset(str(count.label) for count in groups),
        vague=any(count.vague for count in wholes),
        given=tuple(given),
    )


def _label(one: Given, *, is_one: bool, is_part: bool) -> str | None:
    """The group that a figure counts; None where it counts everybody."""
    if is_one:
        return PART if is_part and one.figure.scope is Scope.PART else None
    group = group_of(one.claim, one.figure)
    if group in ALL_OF.get(str(one.figure.measure), frozenset()):
        group = None
    return PART if group is None and one.figure.scope is Scope.PART else group


def _whom(one: Given) -> str:
    group, of = group_of(one.claim, one.figure), one.figure.of
    is_plain = group is not None and EVERYBODY & set(of.casefold().split())
    return f"{of} of {group}" if is_plain and group != of.casefold() else of


def is_lone(one: Given) -> bool:
    """Whether a figure is somebody who is told of, not a number that is told."""
    found = (d.rule for d in one.claim.decisions if d.field == "figure" and d.span == one.figure.span)
    return one.figure.high == 1 and any(rule in UNNUMBERED for rule in found)


def _order(one: Statement) -> tuple[bool, date, ReportId, str]:
    return one.said is None, one.said or date.max, one.report, one.origin.id
