"""Two claims' traits -> the terms that speak for or against one incident: additive log-odds, field by field.

Each field is compared on its own and found at a level; `lexicons/linking.toml` says what a level is worth.
Nothing else enters, so a pair's score never depends on the other claims of a ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import Any

from dateline import lexicons
from dateline.incidents import telling
from dateline.incidents.features import Figures, Sides, Spot, Traits, nats, worth
from dateline.incidents.telling import Story
from dateline.lexicons.earth import distance_km
from dateline.records import Link, Precision, Term, Verdict

# Weights are added up as whole hundredths of a nat, so that no order of adding changes a sum.
HUNDREDTHS = 100
Weights = Mapping[str, Mapping[str, int]]


@cache
def weights() -> Weights:
    """The reviewed weights: field -> level -> hundredths of a nat."""
    table = lexicons.load("linking")["weight"]
    return {field: {lv: round(w * HUNDREDTHS) for lv, w in levels.items()} for field, levels in table.items()}


def score(one: Traits, other: Traits) -> int:
    """How strongly two claims look like one incident. Units: hundredths of natural log-odds.

    Of many pairs at once `comparing.Comparer` says the same.
    """
    table = weights()
    return sum(table[field][compare(one, other)] for field, compare in FIELDS)


def link(one: Traits, other: Traits, verdict: Verdict | None = None) -> Link:
    """The pair with the terms of its score, the earlier claim first."""
    first, second = (one, other) if one.order <= other.order else (other, one)
    return Link(first.claim, second.claim, terms(first, second), verdict)


def terms(one: Traits, other: Traits) -> tuple[Term, ...]:
    """What each compared field adds to the score; a field that says nothing is left out."""
    weighed = (_term(field, compare(one, other)) for field, compare in FIELDS)
    return tuple(term for term in weighed if term.weight)


@cache
def _term(field: str, level: str) -> Term:
    return Term(field, level, weights()[field][level] / HUNDREDTHS)


def _base(one: Traits, other: Traits) -> str:
    if one.report == other.report:
        return "one report"
    return "two long reports" if one.is_long and other.is_long else "two reports"


def _time(one: Traits, other: Traits) -> str:
    """How far apart the events lie; where a claim has no day, its report's day stands in, more softly."""
    if one.days and other.days:
        gap = max(0, one.days[0] - other.days[1], other.days[0] - one.days[1])
        length = max(one.days[1] - one.days[0], other.days[1] - other.days[0])
        if gap:
            return _step(gap, GAPS)
        if one.days == other.days:
            return "same day" if not length else "same days" if length <= 31 else "same months"
        return _step(length, OVERLAPS)
    if one.report == other.report:
        return "not said"
    a, b = one.days or _told(one), other.days or _told(other)
    if a is None or b is None:
        return "not said"
    return "told " + _step(max(0, a[0] - b[1], b[0] - a[1]), GAPS)


def _told(traits: Traits) -> tuple[int, int] | None:
    return None if traits.told is None else (traits.told, traits.told)


# Days between two events, up to and with the number: the level's name.
OVERLAPS = ((3, "days overlap"), (31, "weeks overlap"), (366, "months overlap"), (10**9, "years overlap"))
GAPS = ((0, "same day"), (1, "a day apart"), (3, "days apart"), (7, "a week apart"), (31, "weeks apart"),
        (366, "months apart"), (10**9, "years apart"))  # fmt: skip


def _step(value: float, steps: Iterable[tuple[float, str]]) -> str:
    for most, name in steps:
        if value <= most:
            return name
    msg = f"no step takes in {value}"
    raise ValueError(msg)


def _said(one: Traits, other: Traits) -> str:
    """How far apart the reports appeared."""
    if None in (one.told, other.told, one.days, other.days) or one.report == other.report:
        return "not said"
    return _step(abs((one.told or 0) - (other.told or 0)), SAID)


SAID = (
    (1, "at once"),
    (7, "within a week"),
    (31, "within a month"),
    (366, "within a year"),
    (10**9, "years apart"),
)


def _place(one: Traits, other: Traits) -> str:
    if one.spot is None or other.spot is None:
        placed = one.spot or other.spot
        silent = other if one.spot else one
        return "named by the other" if placed and _names_it(silent, placed) else "not said"
    level = place(one.spot, other.spot)
    if level in APART and (_names_it(one, other.spot) or _names_it(other, one.spot)):
        return "apart, but named"
    return level


# What two places far from each other are found at.
APART = frozenset(("near", "far", "elsewhere"))


def _names_it(traits: Traits, spot: Spot) -> bool:
    """Whether a claim's report names a place elsewhere: then one of the two may be put wrong, or told more closely."""
    return bool(spot.words) and spot.words <= traits.far


def place(a: Spot, b: Spot) -> str:
    """How two places compare: by name and by distance, each with its own reach."""
    if a.country and b.country and a.country != b.country:
        return "other country"
    if a.point is None or b.point is None or Precision.COUNTRY in (a.precision, b.precision):
        return _by_name(a, b)
    km = distance_km(a.point, b.point)
    gap = km - (a.reach_km + b.reach_km)  # in brackets, so that it is the same whichever is named first
    if gap > 0:
        return _step(gap, DISTANCES)
    if Precision.ADMIN in (a.precision, b.precision):
        return "same region" if a.words == b.words else "inside"
    if a.words == b.words:
        return "same place" if a.rare or b.rare else "same well-known place"
    if a.words <= b.words or b.words <= a.words:
        return "same town, one told closer"
    if km < 1:
        return "same point"
    return "same town, other spot" if a.words & b.words else "close by"


# Kilometres between two places beyond their own reach.
DISTANCES = ((30, "near"), (150, "far"), (10**6, "elsewhere"))


def _by_name(a: Spot, b: Spot) -> str:
    if a.words == b.words and Precision.COUNTRY not in (a.precision, b.precision):
        return "same place"
    return "same country" if a.country and a.country == b.country else "not said"


def _kind(one: Traits, other: Traits) -> str:
    return kind(one.kind, other.kind, is_one_report=one.report == other.report)


def kind(one: str, other: str, *, is_one_report: bool) -> str:
    """How two kinds compare."""
    if telling.is_word(one) or telling.is_word(other):
        return telling.word(one, other, is_one_report=is_one_report)
    if one == other:
        return "same" if one in OFTEN else "same rare kind"
    if is_one_report and _families(one) & _families(other):
        return "neighbours in one report"
    if VAGUE & {one, other}:
        return "one is vague"
    return "neighbours" if _families(one) & _families(other) else "unlike"


OFTEN = frozenset(lexicons.load("linking")["reading"]["often"].split())
VAGUE = frozenset(lexicons.load("linking")["reading"]["vague"].split())


@cache
def _families(kind: str) -> frozenset[str]:
    return frozenset(lexicons.load("codebook")["kind"].get(kind, {}).get("family", ()))


def _actors(one: Sides, other: Sides) -> str:
    return _parties(one.actors, other.actors, one.actor_sorts, other.actor_sorts)


def _targets(one: Sides, other: Sides) -> str:
    return _parties(one.targets, other.targets, one.target_sorts, other.target_sorts)


def _parties(a: frozenset[str], b: frozenset[str], sorts: frozenset[str], others: frozenset[str]) -> str:
    """How two lists of parties agree: by who they are where both say so, else by what sort they are."""
    if a and b:
        return "all alike" if a == b else "one alike" if a & b else "none alike"
    if not sorts or not others:
        return "not said"
    return "like sorts" if sorts & others else "unlike sorts"


def _crossed(one: Sides, other: Sides) -> str:
    """Reports differ on who attacked whom: one's doer may be the other's target."""
    if one.actors & other.actors or one.targets & other.targets:
        return "not needed"
    return (
        "doer and target crossed"
        if one.actors & other.targets or one.targets & other.actors
        else "not crossed"
    )


def _killed(one: Figures, other: Figures) -> str:
    return _figures(one, other, ("killed",))


def _injured(one: Figures, other: Figures) -> str:
    return _figures(one, other, ("injured",))


def _counts(one: Figures, other: Figures) -> str:
    """The other measures: those captured, displaced, released and so on."""
    if not one or not other:
        return "not said"
    measures = {f[0] for f in one} & {f[0] for f in other} - {"killed", "injured"}
    return _figures(one, other, measures) if measures else "not said"


def _figures(one: Figures, other: Figures, measures: Collection[str]) -> str:
    """The best agreement among figures of one measure: that they disagree says little."""
    if not one and not other:
        return "not said"
    ours = [f for f in one if f[0] in measures]
    theirs = [f for f in other if f[0] in measures]
    if not ours or not theirs:
        return "one is silent" if ours or theirs else "not said"
    pairs = [(f, g) for f in ours for g in theirs if f[0] == g[0]]
    return max((_figure(*pair) for pair in pairs), key=BETTER.index)


BETTER = ("disagree", "not far off", "ranges meet", "same small number", "same number", "same large number")
Row = tuple[str, int | None, int | None]


def _figure(one: Row, other: Row) -> str:
    a, b = one[1:], other[1:]
    if a == b and None not in a:
        return (
            "same large number"
            if (a[0] or 0) > 9
            else "same number"
            if (a[0] or 0) > 2
            else "same small number"
        )
    low, high = max(a[0] or 0, b[0] or 0), min(_top(a[1]), _top(b[1]))
    if low <= high:
        return "ranges meet"
    return "not far off" if low <= 1.5 * high + 1 else "disagree"


def _top(high: int | None) -> int:
    return 10**9 if high is None else high


def _victims(one: Traits, other: Traits) -> str:
    """Whether one of two claims of a report counts again whom the other counts."""
    is_said = one.report == other.report and (
        one.again & (other.victims | other.again) or one.victims & other.again
    )
    return "same people" if is_said else "not said"


def _names(one: Traits, other: Traits) -> str:
    """Names of people and streets, and numbers, that both reports have; those near the claims count most."""
    if one.report == other.report:
        return "one report"
    if not one.far or not other.far:
        return "no text"
    near = one.names & other.names
    both = one.far & other.far
    if both:
        both -= _place_words(one, other)
    half = both & (one.names | other.names) - near
    shared = (4 * _worth(near) + 2 * _worth(half) + _worth(both - near - half)) / 4
    level = _step(shared, SHARED)
    # Of a short report's few names, half shared tell as much as more names of a long one.
    if shared > SOME and 2 * _worth(both) > min(one.far_nats, other.far_nats):
        level = SHARED[min(len(SHARED) - 1, LEVELS.index(level) + 1)][1]
    if shared <= FEW and min(one.far_nats, other.far_nats) < LITTLE:
        return "too little text"
    return level


def _place_words(one: Traits, other: Traits) -> frozenset[str]:
    """Words of the two places, which are compared as such."""
    a, b = one.spot, other.spot
    return (a.words if a else frozenset()) | (b.words if b else frozenset())


# Nats of names: up to FEW shared speak against a pair, unless one report has hardly any to share (LITTLE); SOME
# are more than one common name.
FEW, SOME, LITTLE = 3, 6, 30


def _worth(words: Iterable[str]) -> int:
    return sum(map(worth, words))


# Nats of rare names shared.
SHARED = (
    (0, "none shared"),
    (3, "hardly any shared"),
    (6, "one shared"),
    (9, "one rare shared"),
    (13, "two rare shared"),
    (18, "three rare shared"),
    (26, "four rare shared"),
    (38, "many rare shared"),
    (10**9, "most shared"),
)

LEVELS = [name for _, name in SHARED]


def _people(one: Traits, other: Traits) -> str:
    """People whom both reports name in full; whoever is told of near both claims counts most."""
    if one.report == other.report:
        return "none shared"
    both = one.people & other.people
    return _step(sum(WEIGHT[(name in one.present) + (name in other.present)] for name in both), PEOPLE)


# What a shared name counts that stands near none of the claims, near one, near both; and what so much is called.
WEIGHT = (1, 3, 4)
PEOPLE = (
    (0, "none shared"),
    (2, "one shared in passing"),
    (3, "one shared, near one"),
    (5, "one shared"),
    (10**9, "some shared"),
)


def _wording(one: Traits, other: Traits) -> str:
    if one.report == other.report:
        return "one report"
    if not one.words or not other.words:
        return "no text"
    shared = one.words & other.words
    if not shared:
        return "nothing alike"
    return _step(nats(shared) / (min(one.word_nats, other.word_nats) + 12), ALIKE)


ALIKE = (
    (0, "nothing alike"),
    (0.2, "hardly alike"),
    (0.4, "somewhat alike"),
    (0.6, "alike"),
    (1, "nearly the same"),
)


def _headline(one: Traits, other: Traits) -> str:
    if one.report == other.report:
        return "one report"
    if not one.title or not other.title:
        return "no headline"
    shared = one.title & other.title
    return _step(nats(shared - _place_words(one, other)) if shared else 0, HEADLINES)


HEADLINES = ((0, "nothing shared"), (5, "a word shared"), (10, "some shared"), (10**9, "much shared"))


def _story(one: Traits, other: Traits) -> str:
    return story(one.story, other.story, is_one_report=one.report == other.report)


def story(one: Story | None, other: Story | None, *, is_one_report: bool) -> str:
    """How much of two whole reports is alike, where their claims are told by a word."""
    if one is None or other is None or is_one_report:
        return "not needed"
    return _step(telling.likeness(one, other), telling.STORIES)


def _beside(one: Traits, other: Traits) -> str:
    return beside(one.beside, other.beside)


def beside(one: frozenset[str] | None, other: frozenset[str] | None) -> str:
    """How much of what stands beside two claims is alike, where they are told by a word."""
    return "not needed" if one is None or other is None else telling.shared(one, other)


def _of(part: str, compare: Callable[[Any, Any], str]) -> Callable[[Traits, Traits], str]:
    return lambda one, other: compare(getattr(one, part), getattr(other, part))


# What is compared of the parties and of the figures of two claims, whatever else they tell.
SIDES: tuple[tuple[str, Callable[[Sides, Sides], str]], ...] = (
    ("actors", _actors),
    ("targets", _targets),
    ("crossed", _crossed),
)
FIGURES: tuple[tuple[str, Callable[[Figures, Figures], str]], ...] = (
    ("killed", _killed),
    ("injured", _injured),
    ("counts", _counts),
)
# The compared fields, in the order in which they are told.
FIELDS: tuple[tuple[str, Callable[[Traits, Traits], str]], ...] = (
    ("base", _base),
    ("time", _time),
    ("said", _said),
    ("place", _place),
    ("kind", _kind),
    *((field, _of("sides", compare)) for field, compare in SIDES),
    *((field, _of("figures", compare)) for field, compare in FIGURES),
    ("victims", _victims),
    ("names", _names),
    ("people", _people),
    ("wording", _wording),
    ("headline", _headline),
    ("story", _story),
    ("beside", _beside),
)
