"""What people coded and what dateline read, each value with how sure it is -> whether the sureness holds.

Of the values that are about 80 % sure, 80 in 100 should be right. A value is right here when the coder has the
same one: the check is independent of the judgements that the scores come from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from dateline.evaluate import sameness
from dateline.evaluate.codings import Coded, Codings
from dateline.evaluate.ledger import CHECKS, Pair, paired

BINS = 10  # of a tenth each, as reliability diagrams are usually drawn
Said = tuple[float, bool]  # how sure a value is, and whether it is right


@dataclass(frozen=True, slots=True)
class Bin:
    """The values of one field whose sureness lies between two tenths: how many, how many right, mean sureness."""

    low: float
    count: int
    right: int
    said: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """How well the sureness of one field's values holds.

    `given` values, `right` of them; `said`, their mean sureness; `error`, the expected calibration error: the
    mean distance, weighted by values, between the sureness of a bin and its share of right values.
    """

    given: int
    right: int
    said: float
    error: float
    bins: tuple[Bin, ...]

    def to_object(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        return asdict(self)


def reliability(gold: Codings, system: Codings) -> dict[str, Reliability]:
    """Hold the sureness of the second coder's values against the first coder's values, field by field.

    A kind is right when an overlapping claim of the first coder has it; a claim without an overlapping one is
    wrong. The other fields are compared in the claims that pair up, where the second coder gives a value; a
    claim's figures are right when overlapping claims hold each of them, a list of names when it is the same.
    """
    said: dict[str, list[Said]] = {field: [] for field in FIELDS}
    for report, ones in gold.items():
        others = system.get(report, ())
        for other in others:
            if "kind" in other.sure:
                said["kind"].append((other.sure["kind"], _is_told(other, ones)))
        for pair in paired(ones, others):
            for field, value in _compared(pair, ones):
                said[field].append(value)
    return {field: _reliability(values) for field, values in said.items() if values}


def _is_told(other: Coded, ones: tuple[Coded, ...]) -> bool:
    """Whether the first coder has an event of the same kind in some of the same words."""
    return any(one.kind == other.kind and sameness.overlap(one, other) > 0 for one in ones)


def _compared(pair: Pair, ones: tuple[Coded, ...]) -> Iterator[tuple[str, Said]]:
    one, other = pair
    for field, is_right in FIELDS.items():
        if field in other.sure and is_right is not None:
            yield field, (other.sure[field], is_right(one, other))
    if "figures" in other.sure:
        rows = {row for near in ones if sameness.overlap(near, other) > 0 for row in near.rows}
        yield "figures", (other.sure["figures"], set(other.rows) <= rows)


def _reliability(values: list[Said]) -> Reliability:
    bins = []
    for tenth in range(BINS):
        inside = [v for v in values if min(int(v[0] * BINS + 1e-9), BINS - 1) == tenth]  # .7 is not .6999...
        if inside:
            bins.append(Bin(tenth / BINS, len(inside), sum(r for _, r in inside), _mean(inside)))
    total = len(values)
    error = sum(abs(b.right - b.said * b.count) for b in bins) / total
    return Reliability(total, sum(right for _, right in values), _mean(values), error, tuple(bins))


def _mean(values: list[Said]) -> float:
    return sum(sure for sure, _ in values) / len(values)


def _check(name: str) -> Callable[[Coded, Coded], bool]:
    return lambda one, other: CHECKS[name](one, other) == 1


# The fields in the order shown, with what makes a value of a pair right; None where it is not asked of pairs.
FIELDS: dict[str, Callable[[Coded, Coded], bool] | None] = {
    "kind": None,
    "status": _check("status"),
    "when": _check("when"),
    "where": _check("where"),
    "actor": _check("actor"),
    "target": _check("target"),
    "figures": None,
    "source": _check("source"),
}
