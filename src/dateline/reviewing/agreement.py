"""Two codings of the same reports -> how far they agree, field by field, and where they do not.

Agreement is Krippendorff's alpha: 1 is full agreement, 0 what chance would give, below 0 is worse than chance. It
needs values that vary: where both coders gave one and the same value throughout there is no alpha, and the share
of equal values stands alone.

Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), whose worked example is a test. Written
here because the library of that name is under the GPL, which a library under Apache-2.0 cannot build on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dateline.ledger.fields import PLAIN, value_to
from dateline.ledger.rounds import Round
from dateline.ledger.types import canonical
from dateline.records import Claim, ClaimId

# What a coder left of each claim that they judged: the claim as they put it, None where they rejected it.
Coding = Mapping[ClaimId, Claim | None]
Value = str | int | None
Level = Literal["nominal", "interval"]


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """How far two coders agree on one field.

    units: how many things both gave a value for; same: for how many the same. alpha: None where it is not defined.
    """

    field: str
    units: int
    same: int
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the coders put differently: which claim, which field, and the value of each."""

    claim: ClaimId
    field: str
    one: Value
    other: Value


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two codings of a round side by side. missing: claims that only one of the two judged."""

    round: Round
    fields: tuple[FieldAgreement, ...]
    differences: tuple[Difference, ...]
    judged: int
    missing: tuple[ClaimId, ...]


def compare(held: Round, one: Coding, other: Coding) -> Comparison:
    """Hold two codings against each other; only what both have judged counts."""
    both = sorted(one.keys() & other.keys())
    fields: list[FieldAgreement] = []
    differences: list[Difference] = []
    for name, level, values in FIELDS:
        pairs = [
            (claim, unit, a, b)
            for claim in both
            for unit, a, b in _paired(values(one[claim]), values(other[claim]))
        ]
        if pairs:
            fields.append(_agreement(name, level, [(a, b) for _, _, a, b in pairs]))
            differences += [
                Difference(claim, f"{name} of {unit}" if unit else name, a, b)
                for claim, unit, a, b in pairs
                if a != b
            ]
    missing = tuple(sorted(one.keys() ^ other.keys()))
    return Comparison(held, tuple(fields), tuple(sorted(differences, key=_place)), len(both), missing)


def _place(one: Difference) -> tuple[ClaimId, str]:
    return one.claim, one.field


def _paired(one: Mapping[str, Value], other: Mapping[str, Value]) -> Iterator[tuple[str, Value, Value]]:
    """What both speak of; nothing, where either has rejected the claim."""
    for unit in sorted(one.keys() & other.keys()):
        yield unit, one[unit], other[unit]


def _agreement(name: str, level: Level, pairs: Sequence[tuple[Value, Value]]) -> FieldAgreement:
    same = sum(a == b for a, b in pairs)
    return FieldAgreement(name, len(pairs), same, alpha([a for a, _ in pairs], [b for _, b in pairs], level))


def alpha(one: Sequence[Value], other: Sequence[Value], level: Level = "nominal") -> float | None:
    """Krippendorff's alpha of two coders; None where the values do not vary or none is there to compare.

    >>> alpha(["a", "b", "a", "b"], ["a", "b", "a", "a"])
    0.5333
    """
    return alpha_of(tuple(zip(one, other, strict=True)), level)


def alpha_of(units: Sequence[Sequence[Value]], level: Level = "nominal") -> float | None:
    """Krippendorff's alpha of any number of coders: the values given to each unit, None where one gave none.

    1 - observed / expected disagreement, each a mean over pairs of values: those of one unit, and all there are. Two
    values disagree by 1 or 0 where they are names, by the square of their distance where they are counts.
    """
    kept = [[value for value in unit if value is not None] for unit in units]
    kept = [unit for unit in kept if len(unit) > 1]
    every = [value for unit in kept for value in unit]
    expected = _disagreement(every, level)
    if not expected:
        return None
    observed = sum(_disagreement(unit, level) / (len(unit) - 1) for unit in kept)
    return round(1 - (len(every) - 1) * observed / expected, 4)


def _disagreement(values: Sequence[Value], level: Level) -> float:
    """The sum of the disagreement of all ordered pairs of values."""
    if level == "nominal":
        return len(values) ** 2 - sum(count**2 for count in Counter(values).values())
    numbers = [int(value or 0) for value in values]
    return 2 * (len(numbers) * sum(number**2 for number in numbers) - sum(numbers) ** 2)


def _whole(claim: Claim | None) -> dict[str, Value]:
    return {"": "rejected" if claim is None else "stands"}


def _plain(name: str) -> Callable[[Claim | None], dict[str, Value]]:
    def values(claim: Claim | None) -> dict[str, Value]:
        if claim is None:
            return {}
        said = value_to(name, getattr(claim, name))
        return {"": said if isinstance(said, str) else _text(name, said)}

    return values


def _text(name: str, said: Any) -> str:
    """A value in so many words that equal values, and only those, have the same."""
    if not said:
        return "not said"
    if name in {"actors", "targets"}:
        return "; ".join(sorted(one["name"] for one in said))
    if name == "when":
        return f"{said['start']} to {said['end']}"
    if name == "where":
        return f"{said['name']}, {said['country'] or 'no country'}"
    if name == "source":
        via = f", via {said['via']['name']}" if said["via"] else ""
        return f"{said['name']} ({said['type']}){via}"
    return canonical(said)


def _figures(bound: str) -> Callable[[Claim | None], dict[str, Value]]:
    def values(claim: Claim | None) -> dict[str, Value]:
        if claim is None:
            return {}
        return {
            f"{f.measure} at {f.span.start}": getattr(f, bound)
            for f in claim.figures
            if f.measure is not None
        }

    return values


def _measures(claim: Claim | None) -> dict[str, Value]:
    return {} if claim is None else {"": "; ".join(sorted(str(f.measure) for f in claim.figures)) or "none"}


# Field, level of measurement, and what of a claim is compared; a bound that is not stated compares with nothing.
FIELDS: tuple[tuple[str, Level, Callable[[Claim | None], dict[str, Value]]], ...] = (
    ("claim", "nominal", _whole),
    *((name, "nominal", _plain(name)) for name in PLAIN),
    ("figures", "nominal", _measures),
    ("low", "interval", _figures("low")),
    ("high", "interval", _figures("high")),
)
