"""Two codings of the same reports -> how far they agree, field by field.

One coder is the reference; precision and recall are the other's. It reads no file and runs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from typing import Any

from dateline.evaluate import sameness
from dateline.evaluate.assignment import best_pairs
from dateline.evaluate.codings import Coded, Codings, Row

Pair = tuple[Coded, Coded]
Claims = tuple[Coded, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the reference's things the other found (`hit`), of how many on either side."""

    hit: int
    system: int
    gold: int

    @property
    def p(self) -> float:
        """Precision: the share of what was found that is right."""
        return self.hit / self.system if self.system else 0.0

    @property
    def r(self) -> float:
        """Recall: the share of what there is that was found."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.p * self.r / (self.p + self.r) if self.hit else 0.0

    def to_object(self) -> dict[str, float]:
        """As plain values, with the shares worked out."""
        return {"p": self.p, "r": self.r, "f1": self.f1, **asdict(self)}

    def __add__(self, other: Share) -> Share:
        return Share(self.hit + other.hit, self.system + other.system, self.gold + other.gold)


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two coders agree on.

    `claim`:   claims that pair up: words overlap, kinds are the same or neighbours, best total.
    `figure`:  (measure, low, high) rows that an overlapping claim of the other has too.
    `sourced`: the same, and that claim names the same source.
    The rest are shares of the pairs; `actor` and `target` are mean F1 of the names; `when_near` lets each
    end differ by a day. `row` is the share of the reference's claims that agree in kind, when, where,
    every figure, source and status.
    """

    reports: int
    claim: Share
    figure: Share
    sourced: Share
    kind: float
    when: float
    when_near: float
    where: float
    actor: float
    target: float
    source: float
    status: float
    row: float

    @property
    def headline(self) -> dict[str, float]:
        """What a reading of reports is judged by first."""
        return {"figure": self.figure.f1, "sourced": self.sourced.f1, "row": self.row}

    def to_object(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        values = ((f.name, getattr(self, f.name)) for f in fields(self))
        return {name: v.to_object() if isinstance(v, Share) else v for name, v in values}


def agreement(gold: Codings, system: Codings) -> Agreement:
    """Compare the second coder with the first, over the first one's reports.

    Args: two codings; a report that the second lacks counts as one without claims.
    """
    both = [(claims, system.get(report, ())) for report, claims in gold.items()]
    pairs = [pair for ones, others in both for pair in paired(ones, others)]
    totals = Share(0, sum(len(o) for _, o in both), sum(len(g) for g, _ in both))
    return Agreement(
        reports=len(gold),
        claim=totals + Share(len(pairs), 0, 0),
        figure=_figures(both, sourced=False),
        sourced=_figures(both, sourced=True),
        **{name: sum(check(*pair) for pair in pairs) / max(1, len(pairs)) for name, check in CHECKS.items()},
        row=sum(_same_row(*pair) for pair in pairs) / max(1, totals.gold),
    )


def paired(ones: Claims, others: Claims) -> list[Pair]:
    """The pairs, one to one and best in total, of claims that may be of one statement."""
    weights = [[_weight(one, other) for other in others] for one in ones]
    return [(ones[i], others[j]) for i, j in best_pairs(weights)]


def _weight(one: Coded, other: Coded) -> float:
    fit = sameness.kind_fit(one, other)
    if not fit or sameness.overlap(one, other) <= 0:
        return 0.0
    a, b = set(one.rows), set(other.rows)
    figures = len(a & b) / max(1, len(a | b))
    source = 0.5 * sameness.same_source(one, other)
    actor = 0.3 * sameness.names_f1(one.actors, other.actors)
    return 1 + fit + figures + source + actor + 0.2 * sameness.same_when(one, other)


def _figures(both: list[tuple[Claims, Claims]], *, sourced: bool) -> Share:
    total = Share(0, 0, 0)
    for ones, others in both:
        rows = sum(len(c.rows) for c in others), sum(len(c.rows) for c in ones)
        total += Share(_figures_found(ones, others, sourced=sourced), *rows)
    return total


def _figures_found(ones: Claims, others: Claims, *, sourced: bool) -> int:
    """How many rows of the first have a like one in an overlapping claim of the second, each used once."""
    free = [(claim, row) for claim in others for row in claim.rows]
    hits = 0
    for one in ones:
        for row in one.rows:
            best = _best_row(one, row, free, sourced=sourced)
            if best is not None:
                del free[best]
                hits += 1
    return hits


def _best_row(one: Coded, row: Row, free: list[tuple[Coded, Row]], *, sourced: bool) -> int | None:
    best, shared = None, 0
    for index, (other, like) in enumerate(free):
        if like != row or (sourced and not sameness.same_source(one, other)):
            continue
        overlap = sameness.overlap(one, other)
        if overlap > shared:
            best, shared = index, overlap
    return best


def _same_row(one: Coded, other: Coded) -> bool:
    exact = ("kind", "when", "where", "source", "status")
    return all(CHECKS[name](one, other) for name in exact) and _sorted(one.rows) == _sorted(other.rows)


def _sorted(rows: tuple[Row, ...]) -> list[Row]:
    return sorted(rows, key=repr)


# What is asked of every pair of claims; a check gives a truth, or a share between 0 and 1.
CHECKS: dict[str, Callable[[Coded, Coded], float]] = {
    "kind": lambda a, b: a.kind == b.kind,
    "when": sameness.same_when,
    "when_near": lambda a, b: sameness.same_when(a, b, slack_days=1),
    "where": sameness.same_where,
    "actor": lambda a, b: sameness.names_f1(a.actors, b.actors),
    "target": lambda a, b: sameness.names_f1(a.targets, b.targets),
    "source": sameness.same_source,
    "status": lambda a, b: a.status == b.status,
}
