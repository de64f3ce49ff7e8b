"""A ledger and a rule -> the claims nobody has judged, first those whose judging could move the totals most.

For each claim the incident's toll is worked out again as if the claim were rejected, and as if each of its figures
were corrected to what is as likely: either end of its own range, the least and the most that others say. How far
the toll moves, times how likely the claim is wrong, is its weight. An incident of which only one claim tells moves
by all of it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.incidents.origins import Origin
from dateline.incidents.rules import DEFAULT
from dateline.incidents.statements import Given, given_by
from dateline.incidents.tolls import named
from dateline.ledger import Ledger
from dateline.ledger.candidates import Candidate, Ranked, candidates, ranked, unjudged, unsure
from dateline.records import Claim, ClaimId, Figure, IncidentId, Report, Told

if TYPE_CHECKING:
    from sqlalchemy import Connection

Bounds = tuple[int | None, int | None, int | None]
# How likely a claim is wrong that was never scored: as likely as not.
UNSCORED = 0.5
# Incidents are worked out by the batch, those with the largest tolls first; of so many at most in one go.
BATCH, MOST = 40, 400
# Rules and measures by which claims are kept weighed.
QUESTIONS = 32


@dataclass(frozen=True, slots=True)
class Move:
    """What would happen to the toll of an incident: low, best and high before and after. None is not stated.

    act: "reject", or "correct" with `figure` the one corrected, and `to` what it is corrected to.
    size: how many people, things or attacks the bound that moves most moves by.
    """

    act: str
    before: Bounds
    after: Bounds
    size: int
    figure: Figure | None = None
    to: tuple[int | None, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A claim that nobody has judged, with what judging it could change.

    chance: how likely it is wrong, 0 to 1. weight: the size of the move times that chance; 0 where no total of the
    measure rests on it.
    """

    claim: Claim
    report: Report
    incident: IncidentId | None
    heading: str
    move: Move | None
    chance: float
    weight: float


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What judging a claim could change, without the claim."""

    claim: ClaimId
    incident: IncidentId
    heading: str
    move: Move | None
    chance: float
    weight: float


# Ledger, rule and measure -> of each incident, by which of its states, what its claims weigh: a judgement changes few.
_Kept = dict[IncidentId, tuple[int, tuple[_Weighed, ...]]]
_KEPT: OrderedDict[tuple[object, ...], _Kept] = OrderedDict()


def queue(
    ledger: Ledger, rule: str = DEFAULT, *, measure: str = "killed", count: int = 20
) -> tuple[Item, ...]:
    """The claims most worth a look, the heaviest first; after those that totals rest on, the least sure ones.

    Args:     the incident view must be up to date (`dateline.casebook.keep`).
    Raises:   UsageError, when there is no such rule.
    """
    named(rule)
    with ledger.reading() as connection:
        found = {one.claim: one for one in _weighed(connection, ledger, (rule, measure), count)}
        heavy = unjudged(connection, found, count)
        known = {told.claim.id for told in heavy}
        left = count - len(heavy)
        rest = unjudged(connection, unsure(connection, ledger.path), left, without=known) if left else ()
    items = [
        Item(
            t.claim,
            t.report,
            found[t.claim.id].incident,
            found[t.claim.id].heading,
            found[t.claim.id].move,
            found[t.claim.id].chance,
            found[t.claim.id].weight,
        )
        for t in heavy
    ]
    return (*items, *(Item(t.claim, t.report, None, "", None, chance_of(t.claim), 0.0) for t in rest))


def _weighed(connection: Connection, ledger: Ledger, asked: tuple[str, str], count: int) -> list[_Weighed]:
    """Claims by what judging them could change, the heaviest first; more than enough of them, where there are."""
    kept = _kept(ledger, asked)
    found: list[_Weighed] = []
    for start, some in _batches(ranked(connection, ledger.path, *asked)):
        missing = [one.incident for one in some if kept.get(one.incident, (0, ()))[0] != one.born]
        born = {one.incident: one.born for one in some}
        for candidate in candidates(connection, missing) if missing else ():
            kept[candidate.incident] = (born[candidate.incident], tuple(_items(candidate, *asked)))
        found += [item for one in some for item in kept[one.incident][1] if item.weight > 0]
        found.sort(key=_order)
        # No later incident can move by more than its own toll.
        enough = len(found) >= 2 * count and found[2 * count - 1].weight >= some[-1].most
        if enough or start + BATCH >= MOST:
            break
    return found


def _batches(incidents: Sequence[Ranked]) -> Iterator[tuple[int, Sequence[Ranked]]]:
    for start in range(0, len(incidents), BATCH):
        yield start, incidents[start : start + BATCH]


def _kept(ledger: Ledger, asked: tuple[str, str]) -> _Kept:
    file = ledger.path.stat()
    key = (ledger.path, file.st_dev, file.st_ino, *asked)
    kept = _KEPT.setdefault(key, {})
    if len(kept) > 4 * MOST:  # begun anew, and not emptied: another thread may be at work with it
        kept = _KEPT[key] = {}
    while len(_KEPT) > QUESTIONS:
        _KEPT.popitem(last=False)
    return kept


def _order(item: _Weighed) -> tuple[float, float, ClaimId]:
    return -item.weight, -item.chance, item.claim


def _items(one: Candidate, rule: str, measure: str) -> Iterator[_Weighed]:
    origins: Mapping[ClaimId, Origin] = {
        claim: Origin(o.id, o.name, o.type, o.party, o.since) for claim, o in one.origins.items()
    }
    given = [g for g in given_by(one.told, origins) if g.figure.measure == measure]
    before = _toll(given, rule, measure)
    for told in one.told:
        claim = told.claim
        if claim.id in one.judged or not any(f.measure == measure for f in claim.figures):
            continue
        yield _item(one, told, _moves(claim, given, before, (rule, measure)))


def _item(one: Candidate, told: Told, moves: Iterator[Move]) -> _Weighed:
    claim = told.claim
    reject, correct = chance_of(claim), _wrong(claim.sureness("figures"))
    weighed = [(move.size * (reject if move.act == "reject" else correct), move) for move in moves]
    weight, move = max(weighed, key=lambda pair: (pair[0], pair[1].size, pair[1].act), default=(0.0, None))
    chance = max(reject, correct)
    return _Weighed(claim.id, one.incident, one.heading, move, chance, round(weight, 2))


def chance_of(claim: Claim) -> float:
    """How likely it is that such an event is not told, or not so put: what its confidence leaves over."""
    return _wrong(claim.confidence)


def _wrong(sureness: float | None) -> float:
    return UNSCORED if sureness is None else round(1 - sureness, 2)


def _moves(claim: Claim, given: Sequence[Given], before: Bounds, asked: tuple[str, str]) -> Iterator[Move]:
    rule, measure = asked
    after = _toll([g for g in given if g.claim.id != claim.id], rule, measure)
    yield Move("reject", before, after, _size(before, after))
    others = [g.figure for g in given if g.claim.id != claim.id]
    for figure in claim.figures:
        if figure.measure != measure:
            continue
        for to in _likely(figure, others):
            changed = [_corrected(g, claim.id, figure, to) for g in given]
            after = _toll(changed, rule, measure)
            yield Move("correct", before, after, _size(before, after), figure, to)


def _likely(figure: Figure, others: Sequence[Figure]) -> Iterator[tuple[int | None, int | None]]:
    """What a figure may be in truth: an end of its own range, or what others say, the least and the most."""
    said = {(f.low, f.high) for f in others if (f.low, f.high) != (figure.low, figure.high)}
    lows = [pair for pair in said if pair[0] is not None]
    if figure.low is not None and figure.high is not None and figure.low < figure.high:
        yield figure.low, figure.low
        yield figure.high, figure.high
    if lows:
        yield min(lows, key=lambda pair: pair[0] or 0)
        yield max(lows, key=lambda pair: pair[0] or 0)


def _corrected(given: Given, claim: ClaimId, figure: Figure, to: tuple[int | None, int | None]) -> Given:
    if given.claim.id != claim or given.figure != figure:
        return given
    return replace(given, figure=replace(figure, low=to[0], high=to[1], approx=False))


def _toll(given: Sequence[Given], rule: str, measure: str) -> Bounds:
    made = named(rule)(given, None, measure)
    return made.low, made.best, made.high


def _size(before: Bounds, after: Bounds) -> int:
    """By how many the bound moves that moves most; a bound that is gained or lost moves by all of it."""
    return max(abs((b or 0) - (a or 0)) for b, a in zip(before, after, strict=True))
