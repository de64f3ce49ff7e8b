"""Attributed figures of one measure -> low, best and high by a named rule, with what it used and set aside.

A rule never invents a bound: None is "nobody says so", never 0. Those that must write one number because
their data set does (ACLED, UCDP and the rules of other tools) are named after it. docs/rules.md has examples.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import inf
from types import MappingProxyType

from dateline import lexicons
from dateline.incidents.counts import Bound
from dateline.incidents.statements import Aside, Given, Statement, is_lone, state
from dateline.records import Measure

_LEXICON = lexicons.load("rules")
_ACLED = _LEXICON["acled"]
VAGUE = {(entry["low"], entry["high"]): entry["number"] for entry in _ACLED["vague"]}
Tiers = Sequence[frozenset[str]]
Stated = tuple[tuple[Statement, ...], tuple[Aside, ...]]
OFFICIAL: Tiers = [frozenset(tier) for tier in _LEXICON["official_first"]["tiers"]]
MONITOR: Tiers = [frozenset(tier) for tier in _LEXICON["monitor_first"]["tiers"]]
RELIABLE: Tiers = [frozenset(tier) for tier in _LEXICON["ucdp"]["tiers"]]
DEATHS = "killed"  # the one measure that ACLED and UCDP GED have

__all__ = ["DEFAULT", "RULES", "Answer", "Combined", "Given", "Rule", "closest", "hull", "once_an_origin"]


@dataclass(frozen=True, slots=True)
class Combined:
    """What a rule makes of the figures of one measure and group; `victim` is None for everybody.

    Units: inclusive; None is a bound that nobody states, and a best that the rule does not name.
    aside: the figures that decided nothing, each with the reason.
    """

    rule: str
    measure: Measure
    victim: str | None
    low: Bound
    best: Bound
    high: Bound
    used: tuple[Given, ...]
    aside: tuple[Aside, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A rule's three numbers, the statements that they rest on, and the reason for each that it passed over."""

    low: Bound
    best: Bound
    high: Bound
    used: tuple[Statement, ...]
    aside: tuple[tuple[Statement, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of combining: its name, what it does in a few words, and the function that does it.

    `each` rules take every report as it comes; all others let an origin speak once.
    """

    name: str
    words: str
    combine: Callable[[Sequence[Statement]], Answer]
    each: bool = False
    nothing: int | None = None  # what the rule writes where nobody says anything: ACLED has no unknown
    measures: frozenset[str] | None = None  # the only measures that the rule is for

    def __call__(
        self, given: Sequence[Given], victim: str | None = None, measure: str | None = None
    ) -> Combined:
        """Combine figures of one measure.

        Args:    victim: the group that is asked about, None for everybody; measure: needed where `given` is empty.
        """
        asked = Measure(measure or str(given[0].figure.measure))
        if self.measures is not None and asked not in self.measures:
            aside = tuple(
                (one, f"{self.name} counts {', '.join(sorted(self.measures))} only") for one in given
            )
            return Combined(self.name, asked, victim, None, None, None, (), aside)
        return self.of(asked, victim, state(given, victim))

    def of(self, asked: Measure, victim: str | None, stated: Stated) -> Combined:
        """The same, of statements and the figures that make none, as `statements.state` gives them."""
        made, aside = stated
        said, passed = (made, ()) if self.each else once_an_origin(made)
        if not said:
            return Combined(self.name, asked, victim, *(self.nothing,) * 3, (), _listed(aside))
        answer = self.combine(said)
        over = [(one, why) for it, why in (*passed, *answer.aside) for one in it.given]
        used = [one for it in answer.used for one in it.given]
        return Combined(
            self.name,
            asked,
            victim,
            answer.low,
            answer.best,
            answer.high,
            tuple(sorted(used, key=_place)),
            _listed([*aside, *over]),
        )


def once_an_origin(
    made: Sequence[Statement],
) -> tuple[tuple[Statement, ...], tuple[tuple[Statement, str], ...]]:
    """What each origin says last; what it said before and what it repeats are passed over.

    A later statement that is vaguer than an earlier one and agrees with it ("more than a dozen", of 17) replaces
    nothing; and a count of one group replaces none of another, or of everybody.
    """
    stand: list[Statement] = []
    passed: list[tuple[Statement, str]] = []
    for _, group in groupby(sorted(made, key=_by_origin), key=lambda it: (it.origin.id, sorted(it.groups))):
        last: list[Statement] = []
        for it in group:
            if it.lone and any(old.number > 1 for old in last):
                passed.append((it, "tells of one of them"))
                continue
            if any(it.is_vaguer(old) for old in last):
                passed.append((it, f"{it.origin.name} had said it more closely before"))
                continue
            if any(_same(it, old) and it.said == old.said for old in last):
                passed.append((it, f"{it.origin.name} repeats it"))
                continue
            keep = [old for old in last if old.said == it.said and not old.surrounds(it)]
            passed += [(old, _replaced(old, it)) for old in last if old not in keep]
            last = [*keep, it]
        stand += last
    return tuple(sorted(stand, key=_by_day)), tuple(passed)


def _replaced(old: Statement, new: Statement) -> str:
    how = "the same again" if _same(old, new) else "otherwise"
    return f"{old.origin.name} says {how} {f'on {new.said}' if new.said else 'elsewhere'}"


def _same(one: Statement, other: Statement) -> bool:
    return (one.low, one.high, one.told) == (other.low, other.high, other.told)


def _range(said: Sequence[Statement]) -> Answer:
    """From the least to the most that anybody stands by."""
    return hull(*closest(said))


def closest(said: Sequence[Statement]) -> tuple[list[Statement], list[tuple[Statement, str]]]:
    """Without what disputes nothing: open and vague statements that a closer one bears out, and one person told of.

    "At least 17" does not dispute 34, nor does "its commander was killed".
    """
    aside: list[tuple[Statement, str]] = []
    lone = [it for it in said if it.lone and any(other.number > 1 for other in said)]
    # One person told of bears nothing out: beside it alone a vague number is still the closest there is.
    by_closeness = sorted((it for it in said if it not in lone), key=lambda it: (not it.whole, it.width))
    for it in said:
        if it in lone:
            aside.append((it, "tells of one of them"))
            continue
        closer = next((o for o in by_closeness if it.is_vaguer(o)), None)
        if closer is not None:
            aside.append((it, _counts_only(it) or f"says less closely what {closer.origin.name} says"))
    over = {id(it) for it, _ in aside}
    return [it for it in said if id(it) not in over], aside


def hull(
    used: Sequence[Statement],
    vaguer: Sequence[tuple[Statement, str]] = (),
    aside: Sequence[tuple[Statement, str]] = (),
) -> Answer:
    """The smallest range that takes in the numbers that are given; best where all give the same one.

    A bound that is not stated leaves open what others state, unless they exclude each other: beside 34, "at least
    40" has no top. A bound that only vaguer statements give, which dispute nothing, is theirs.
    """
    lows = [it.low for it in used if it.low is not None and it.low >= it.ends[0]]
    highs = [it.high for it in used if it.high is not None]
    low = min(lows) if lows and min(lows) <= min(it.ends[1] for it in used) else None
    high = max(highs) if highs and max(highs) >= max(it.ends[0] for it in used) else None
    floor = None if lows else _outermost([it for it, _ in vaguer if it.low is not None], used, lower=True)
    roof = None if highs else _outermost([it for it, _ in vaguer if it.high is not None], used, lower=False)
    more = [it for it in (floor, roof) if it is not None]
    named = {it.told for it in used}
    one = next(iter(named)) if len(named) == 1 else (None, None)
    return Answer(
        low if floor is None else floor.low,
        one[0] if one[0] == one[1] else None,
        high if roof is None else roof.high,
        (*used, *more),
        (*aside, *((it, why) for it, why in vaguer if it not in more)),
    )


def _outermost(vaguer: Sequence[Statement], used: Sequence[Statement], *, lower: bool) -> Statement | None:
    """Of vaguer statements that keep to all that are used, the one whose bound says most."""
    agreeing = [it for it in vaguer if all(it.surrounds(other) for other in used)]
    if not agreeing:
        return None
    return max(agreeing, key=lambda it: it.ends[0]) if lower else min(agreeing, key=lambda it: it.ends[1])


def _latest(said: Sequence[Statement]) -> Answer:
    """What was said on the last day on which anybody gave a number of them all."""
    whole, aside = _whole(said)
    dated = [it for it in whole if it.said is not None]
    if not dated:
        return hull(whole, (), aside)
    day = max(it.said or date.min for it in dated)
    late = [it for it in dated if it.said == day]
    early = [
        (it, f"said before {day}" if it.said else "no day of publication") for it in whole if it not in late
    ]
    return hull(late, (), [*aside, *early])


def _majority(said: Sequence[Statement]) -> Answer:
    """The numbers that the statements of most origins allow."""
    edges = sorted({edge for it in said for edge in it.ends})
    backing = {edge: sum(it.ends[0] <= edge <= it.ends[1] for it in said) for edge in edges}
    most = max(backing.values())
    low, high = min(e for e in edges if backing[e] == most), max(e for e in edges if backing[e] == most)
    used = [it for it in said if it.ends[0] <= high and low <= it.ends[1]]
    aside = [(it, f"{most} of {len(said)} origins agree on another number") for it in said if it not in used]
    lowest = int(low) if any(it.low == low for it in used) else None
    top = None if high == inf else int(high)
    if top is None:
        lowest, agreed = _commonest(used, lowest)
    else:
        agreed = lowest if lowest == top else hull(used).best
    return Answer(lowest, agreed, top, tuple(used), tuple(aside))


def _commonest(used: Sequence[Statement], lowest: Bound) -> tuple[Bound, Bound]:
    """Low and best where nobody bounds the number from above: what more than half name, else the least all allow.

    Who tells of fewer than all allow tells of some of them, one by one; but a larger count that one alone gives,
    against what more than half name, is taken for that of something else.
    """
    named = Counter(it.told for it in used)
    (low, high), times = max(named.items(), key=lambda pair: pair[1])
    more = [it for it in used if it.number >= (lowest or 0)]
    if low is not None and low == high and 2 * times > len(used):
        if low >= (lowest or 0):
            return lowest, low
        if len(more) == 1 and not all(map(is_lone, more[0].given)):
            return low, low
    return lowest, lowest if any(it.told == (lowest, lowest) for it in more) else None


def _first(tiers: Tiers) -> Callable[[Sequence[Statement]], Answer]:
    """A rule by which the first tier of source types that gives a number decides."""

    def decide(said: Sequence[Statement]) -> Answer:
        whole, aside = _whole(said)
        first = min(_tier(it, tiers) for it in whole)
        used = [it for it in whole if _tier(it, tiers) == first]
        over = [(it, f"{_type(used[0])} comes before {_type(it)}") for it in whole if it not in used]
        kept, vaguer = closest(used)
        return hull(kept, vaguer, [*aside, *over])

    return decide


def _tier(it: Statement, tiers: Tiers) -> int:
    return next((k for k, tier in enumerate(tiers) if it.origin.type in tier), len(tiers))


def _type(it: Statement) -> str:
    return it.origin.type.replace("_", " ")


def _whole(said: Sequence[Statement]) -> tuple[list[Statement], list[tuple[Statement, str]]]:
    """The statements that count everybody, where there are any; else all."""
    whole = [it for it in said if it.whole]
    return (whole or list(said)), [(it, _counts_only(it)) for it in said if whole and not it.whole]


def _counts_only(it: Statement) -> str:
    return "" if it.whole else f"counts only {it.whom}"


def _acled(said: Sequence[Statement]) -> Answer:
    """One number, the lowest; words for numbers become ACLED's ("dozens" 12, "hundreds" 100)."""
    whole, aside = _whole(said)
    kept, vaguer = closest(whole)
    least = min(map(_acled_number, kept))
    used = [it for it in kept if _acled_number(it) == least]
    higher = [(it, "ACLED takes the lowest number") for it in kept if it not in used]
    return Answer(least, least, least, tuple(used), (*aside, *vaguer, *higher))


def _acled_number(it: Statement) -> int:
    if not it.vague:
        return it.number
    numbers = [VAGUE.get((one.figure.low or 0, one.figure.high or 0), it.number) for one in it.given]
    return min(int(number) for number in numbers)


def _ucdp(said: Sequence[Statement]) -> Answer:
    """Three numbers: the lowest and the highest of the reliable sources, doubted ones for the high alone."""
    whole, aside = _whole(said)
    trusted = [it for it in whole if _tier(it, RELIABLE) < len(RELIABLE)]
    counted = trusted or whole
    first = min(_tier(it, RELIABLE) for it in counted)
    top = [it for it in counted if _tier(it, RELIABLE) == first]
    last = max((it.said or date.min for it in top), default=date.min)
    best = min(it.number for it in top if (it.said or date.min) == last)
    low = min(it.number for it in closest(counted)[0])
    high = max(max(n for n in it.told if n is not None) for it in whole)
    return Answer(min(low, best), best, max(high, best), tuple(whole), tuple(aside))


def _each(pick: Callable[[Sequence[int]], int]) -> Callable[[Sequence[Statement]], Answer]:
    """A rule of another tool that looks at one column at a time: lows, bests and highs apart, every report."""

    def decide(said: Sequence[Statement]) -> Answer:
        whole, aside = _whole(said)
        lows = [it.number if it.low is None else it.low for it in whole]
        highs = [it.number if it.high is None else it.high for it in whole]
        return Answer(pick(lows), pick([it.number for it in whole]), pick(highs), tuple(whole), tuple(aside))

    return decide


def _mode(numbers: Sequence[int]) -> int:
    """The number that occurs most often; of several the smallest."""
    counts = Counter(numbers)
    return min(counts, key=lambda number: (-counts[number], number))


def _listed(aside: Iterable[Aside]) -> tuple[Aside, ...]:
    return tuple(sorted(aside, key=lambda pair: (*_place(pair[0]), pair[1])))


def _place(one: Given) -> tuple[bool, date, str, int, str]:
    span = one.figure.span
    return one.said is None, one.said or date.max, span.report, span.start, one.claim.id


def _by_origin(it: Statement) -> tuple[str, list[str], bool, date, str]:
    return it.origin.id, sorted(it.groups), it.said is not None, it.said or date.min, it.report


def _by_day(it: Statement) -> tuple[bool, date, str, str]:
    return it.said is None, it.said or date.max, it.report, it.origin.id


_PEERS = "as the R package eventreport has it: every report counts, copies and all"
RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.name: rule
        for rule in (
            Rule("range", "from the least to the most that any origin stands by", _range),
            Rule("latest", "what was said last", _latest),
            Rule("majority", "the numbers that most origins allow", _majority),
            Rule("official-first", "the state's civil organs before all others", _first(OFFICIAL)),
            Rule("monitor-first", "who counts without a stake before who has one", _first(MONITOR)),
            Rule(
                "acled",
                "one number, the lowest; nothing said is 0",
                _acled,
                nothing=_ACLED["nothing"][DEATHS],
                measures=frozenset({DEATHS}),
            ),
            Rule(
                "ucdp", "low, best and high, a party's claims for high", _ucdp, measures=frozenset({DEATHS})
            ),
            Rule("con", f"the least, {_PEERS}", _each(min), each=True),
            Rule("rep", f"the commonest, {_PEERS}", _each(_mode), each=True),
            Rule("inf", f"the most, {_PEERS}", _each(max), each=True),
            Rule("find_min", f"the least, {_PEERS}", _each(min), each=True),
            Rule("find_mode_numeric", f"the commonest, {_PEERS}", _each(_mode), each=True),
            Rule("find_max", f"the most, {_PEERS}", _each(max), each=True),
        )
    }
)
DEFAULT = "range"  # it takes no side: where origins differ, it says so
