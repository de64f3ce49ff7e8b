"""People's judgements -> pairs of claims that belong together, and pairs that do not; of two at odds the later.

A judgement holds on to the words of a report, not to a claim's id, so that it outlives a new reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from dateline.records import Claim, ClaimId, Handle, Judgement, Report, ReportId, Verdict

Pair = tuple[ClaimId, ClaimId]


class Held(NamedTuple):
    """A claim as a handle finds it: where its evidence stands, and its words."""

    start: int
    end: int
    quote: str
    claim: ClaimId


class Decided(NamedTuple):
    """What the judgements come to: no pair is in both, nor follows from the one against the other."""

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()


def held(claim: Claim, report: Report) -> Held:
    """How a handle finds this claim."""
    span = claim.evidence
    return Held(span.start, span.end, span.of(report.text), claim.id)


def decided(judgements: Iterable[Judgement], claims: Callable[[ReportId], Iterable[Held]]) -> Decided:
    """Which claims people put together and which they hold apart.

    Args: judgements in any order; claims: those that stand of a report.
    """
    together: dict[ClaimId, set[ClaimId]] = {}
    apart: dict[ClaimId, set[ClaimId]] = {}
    same, different = [], []
    for judgement in sorted(judgements, key=_rank, reverse=True):
        one, other = (find(handle, claims(handle.report)) for handle in (judgement.one, judgement.other))
        if one is None or other is None or one == other:
            continue
        ours, theirs = together.get(one, {one}), together.get(other, {other})
        at_odds = any(apart.get(claim, set()) & theirs for claim in ours)
        pair = min(one, other), max(one, other)
        if judgement.verdict is Verdict.SAME and not at_odds:
            both = ours | theirs
            together.update(dict.fromkeys(both, both))
            same.append(pair)
        elif judgement.verdict is Verdict.DIFFERENT and other not in ours:
            apart.setdefault(one, set()).add(other)
            apart.setdefault(other, set()).add(one)
            different.append(pair)
    return Decided(tuple(sorted(set(same))), tuple(sorted(set(different))))


def find(handle: Handle, claims: Iterable[Held]) -> ClaimId | None:
    """The claim whose words overlap the handle's most; of several the one with the same words."""
    best = min(claims, key=lambda item: _fit(handle, item), default=None)
    return None if best is None or _overlap(handle, best) <= 0 else best.claim


def _fit(handle: Handle, item: Held) -> tuple[int, bool, int, Held]:
    """The smaller the better."""
    length = item.end - item.start
    return -_overlap(handle, item), item.quote != handle.quote, length, item


def _overlap(handle: Handle, item: Held) -> int:
    return min(handle.end, item.end) - max(handle.start, item.start)


def _rank(judgement: Judgement) -> tuple[object, ...]:
    """The later judgement first; those of one moment in an order of their own, whichever came in first."""
    handles: Sequence[Handle] = (judgement.one, judgement.other)
    return (
        judgement.at,
        judgement.verdict,
        *((h.report, h.start, h.end, h.quote) for h in handles),
        judgement.by,
    )
