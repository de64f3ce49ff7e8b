"""Incidents with their claims and a rule -> tolls of each, and totals over all that count nobody twice.

A part of a larger incident adds nothing to its whole. A total is open above as soon as one incident is, and
says how many were; incidents without any figure are counted, not taken for 0.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dateline.errors import UsageError
from dateline.incidents import origins as origins_of
from dateline.incidents import remainders
from dateline.incidents.counts import Bound
from dateline.incidents.groups import group_of
from dateline.incidents.origins import Origin
from dateline.incidents.rules import DEFAULT, RULES, Combined, Given, Rule
from dateline.incidents.statements import given_by, state
from dateline.records import Claim, ClaimId, Incident, IncidentId, Measure, Status, Told

Origins = Mapping[ClaimId, Origin]
ById = Mapping[ClaimId, Told]
UNTOLD = "not told"
# What a figure of this measure counts is a state of things, which no sum over incidents means anything for.
STOCKS = frozenset({"detained", "strength"})


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over incidents, by one rule, of one measure and group.

    Units: inclusive; None is open or unknown: `high` where any incident is open above, `low` and `best` where
    no incident has one.
    incidents: how many were looked at, wholes and those that are part of none; `parts` are in their wholes.
    silent:    incidents for which nobody gives any figure of the measure: not 0, and not in the sum.
    no_low, no_best, no_high: incidents with a figure, but without that bound.
    top: the sum of the upper bounds that there are: no upper bound of the total while `no_high` is above 0.
    """

    key: str
    rule: str
    measure: Measure
    victim: str | None
    low: Bound
    best: Bound
    high: Bound
    top: int
    incidents: int
    parts: int
    silent: int
    no_low: int
    no_best: int
    no_high: int


def givens(incident: Incident, told: ById, origins: Origins) -> tuple[Given, ...]:
    """All figures of an incident, each with who says so and since when it has been in print."""
    return given_by((told[id_] for id_ in incident.claims), origins)


def of_incident(
    incident: Incident, told: ById, rule: str = DEFAULT, origins: Origins | None = None
) -> tuple[Combined, ...]:
    """What a rule makes of each measure of an incident: everybody first, then each group that is told of.

    Args:    origins: of all claims, where they are known already; to find them takes a look at every report.
    Raises:  UsageError, when there is no such rule.
    """
    given = givens(incident, told, origins or origins_of.of(tuple(told.values())))
    by = named(rule)
    return tuple(
        made
        for measure in _measures(given)
        for victim in _groups(given, measure)
        if (made := _combined(by, given, measure, victim)) is not None
    )


def _measures(given: Sequence[Given]) -> list[str]:
    """The measures that figures have, and the injured where they follow from others."""
    told = {str(one.figure.measure) for one in given}
    return sorted(told | {m for m in (remainders.INJURED,) if remainders.needed(given, m)})


def _combined(rule: Rule, given: Sequence[Given], measure: str, victim: str | None) -> Combined | None:
    """What a rule makes of one measure and group; None where it is not told and does not follow."""
    asked = [one for one in given if one.figure.measure == measure]
    stated = rule(asked, victim) if asked else None
    if victim is None and remainders.needed(given, measure):
        return remainders.injured(rule, given, stated)
    return stated


def by_all_rules(incident: Incident, told: ById, origins: Origins) -> Iterator[Combined]:
    """The same by every rule, always with everybody; what is stated is worked out once for all rules."""
    given = givens(incident, told, origins)
    for measure in _measures(given):
        asked = [one for one in given if one.figure.measure == measure]
        follows = remainders.needed(given, measure)
        for victim in dict.fromkeys([None, *_groups(given, measure)]):
            stated = state(asked, victim)
            for rule in RULES.values():
                is_for = rule.measures is None or measure in rule.measures
                made = rule.of(Measure(measure), victim, stated) if is_for else rule(asked, victim, measure)
                more = (
                    remainders.injured(rule, given, made if asked else None)
                    if follows and not victim
                    else made
                )
                yield more or made


def named(rule: str) -> Rule:
    """The rule of a name.

    Raises:  UsageError, when there is none.
    """
    if rule not in RULES:
        msg = f"there is no rule {rule!r}; there are: {', '.join(RULES)}"
        raise UsageError(msg)
    return RULES[rule]


def _groups(given: Iterable[Given], measure: str) -> list[str | None]:
    """Everybody, where people are counted; and each group that a figure counts by its class, side or thing."""
    asked = [one for one in given if one.figure.measure == measure]
    groups = {group_of(one.claim, one.figure) for one in asked if _has_row(one)}
    people = any(one.figure.unit == "people" for one in asked) or not asked
    return [*([None] if people else []), *sorted(group for group in groups if group is not None)]


def _has_row(one: Given) -> bool:
    """Whether a figure's group is more than one reporter's words for somebody."""
    group = group_of(one.claim, one.figure)
    return one.figure.unit != "people" or one.figure.victim is not None or group in _names(one.claim)


def _names(claim: Claim) -> set[str]:
    return {actor.name for actor in claim.targets}


def totals(
    incidents: Sequence[Incident],
    told: ById,
    rule: str = DEFAULT,
    *,
    by: str | None = None,
    measure: str = "killed",
    victim: str | None = None,
    origins: Origins | None = None,
) -> tuple[Total, ...]:
    """Sums over incidents, one row a place, month, actor or kind; one row of all where `by` is None.

    An incident stands in one row only: of several places or kinds it is told under, the one most claims name.

    Raises:  UsageError, when there is no such rule or no such way to divide.
    """
    if by is not None and by not in KEYS:
        msg = f"totals go by {', '.join(KEYS)}, not by {by!r}"
        raise UsageError(msg)
    if measure in STOCKS:
        msg = f"{measure!r} is how many there are at one time; such figures do not add up over incidents"
        raise UsageError(msg)
    found = origins or origins_of.of(tuple(told.values()))
    combined = {one.id: _toll(one, told, rule, (measure, victim), found) for one in incidents}
    counted = _counted(incidents, combined)
    rows: dict[str, list[Incident]] = defaultdict(list)
    for one in counted:
        rows[KEYS[by]([told[id_].claim for id_ in one.claims]) if by else "all"].append(one)
    by_id = {one.id: one for one in incidents}
    alone = {one.id for one in counted}
    inside = Counter(_root(one, by_id) for one in incidents if one.id not in alone)
    return tuple(
        _row(key, [combined[one.id] for one in members], sum(inside[one.id] for one in members))
        for key, members in sorted(rows.items())
    )


def sensitivity(
    incidents: Sequence[Incident],
    told: ById,
    *,
    measure: str = "killed",
    victim: str | None = None,
    origins: Origins | None = None,
    peers: bool = False,
) -> tuple[Total, ...]:
    """The total of all incidents by every rule that is for the measure: how far the rule moves it.

    Args:    peers: also by the rules of other tools, which take every report as it comes.
    """
    found = origins or origins_of.of(tuple(told.values()))
    return tuple(
        row
        for rule in RULES.values()
        if (peers or not rule.each) and (rule.measures is None or measure in rule.measures)
        for row in totals(incidents, told, rule.name, measure=measure, victim=victim, origins=found)
    )


def _toll(
    incident: Incident, told: ById, rule: str, asked: tuple[str, str | None], origins: Origins
) -> Combined:
    measure, victim = asked
    given = givens(incident, told, origins)
    by = named(rule)
    return _combined(by, given, measure, victim) or by([], victim, measure)


def _counted(incidents: Sequence[Incident], combined: Mapping[IncidentId, Combined]) -> list[Incident]:
    """The incidents that a sum is taken over: a part stands in only where nothing above it has a figure."""
    by_id = {one.id: one for one in incidents}
    above = {one.id: _above(one, by_id) for one in incidents}
    told = {one.id for one in incidents if _is_told(combined[one.id])}
    taken = {id_ for id_ in told if not told & set(above[id_])}
    stood_in_for = {whole for id_ in taken for whole in above[id_]}
    return [one for one in incidents if one.id in taken or not (above[one.id] or one.id in stood_in_for)]


def _above(one: Incident, by_id: Mapping[IncidentId, Incident]) -> tuple[IncidentId, ...]:
    """The larger incidents that one belongs to, nearest first; none, where they run in a circle."""
    chain: list[IncidentId] = []
    while one.part_of is not None and one.part_of in by_id:
        if one.part_of in chain:
            return ()
        chain.append(one.part_of)
        one = by_id[one.part_of]
    return tuple(chain)


def _root(one: Incident, by_id: Mapping[IncidentId, Incident]) -> IncidentId:
    return (one.id, *_above(one, by_id))[-1]


def _is_told(combined: Combined) -> bool:
    return bool(combined.used)


def _row(key: str, tolls: Sequence[Combined], parts: int) -> Total:
    first = tolls[0]
    told = [one for one in tolls if _is_told(one) or one.low is not None]
    lows = [one.low for one in told if one.low is not None]
    bests = [one.best for one in told if one.best is not None]
    highs = [one.high for one in told if one.high is not None]
    return Total(
        key=key,
        rule=first.rule,
        measure=first.measure,
        victim=first.victim,
        low=sum(lows) if lows else None,
        best=sum(bests) if bests and len(bests) == len(told) else None,
        high=sum(highs) if told and len(highs) == len(told) else None,
        top=sum(highs),
        incidents=len(tolls),
        parts=parts,
        silent=sum(not _is_told(one) for one in tolls),
        no_low=len(told) - len(lows),
        no_best=len(told) - len(bests),
        no_high=len(told) - len(highs),
    )


def _place(claims: Sequence[Claim]) -> str:
    """The place that most claims name, the first of those that equally many do, with its country."""
    named_ = [
        f"{c.where.name}, {c.where.country}" if c.where.country else c.where.name for c in claims if c.where
    ]
    return _commonest(named_)


def _month(claims: Sequence[Claim]) -> str:
    """The month; of an incident that may lie in several, the first and the last of them."""
    days = [(f"{c.when.start:%Y-%m}", f"{c.when.end:%Y-%m}") for c in claims if c.when]
    if not days:
        return UNTOLD
    start, end = min(days, key=lambda pair: (-days.count(pair), pair))
    return start if start == end else f"{start} to {end}"


def _actor(claims: Sequence[Claim]) -> str:
    """Who did it, by the most claims that say so; several together are a row of their own."""
    named_ = [", ".join(sorted(a.name for a in c.actors)) for c in claims if c.actors]
    return _commonest(named_)


def _kind(claims: Sequence[Claim]) -> str:
    happened = [str(c.kind) for c in claims if c.status is not Status.STOCK]
    return _commonest(happened or [str(c.kind) for c in claims])


def _commonest(names: Sequence[str]) -> str:
    return min(names, key=lambda name: (-names.count(name), names.index(name)), default=UNTOLD)


KEYS: Mapping[str, Callable[[Sequence[Claim]], str]] = MappingProxyType(
    {"place": _place, "month": _month, "actor": _actor, "kind": _kind}
)
