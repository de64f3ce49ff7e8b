"""Sentences with their quantities written down by people -> how far dateline's own quantities agree.

A row is {"id", "text", "quantities": [{"value": number or [first, last], "normalized_unit", "change", "concept"}]}:
no offsets, so quantities are paired inside a sentence, as many as can be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from dateline import language
from dateline.errors import UsageError
from dateline.evaluate.assignment import best_pairs
from dateline.evaluate.ledger import Share
from dateline.mentions import quantities
from dateline.records import Report, ReportId

# Two values are one where they differ by less than this, in all or for each unit of the wanted one.
LEAST, SHARE = 1e-8, 1e-5
Ends = tuple[float, ...]  # one number, or the two ends of a range in the order told


@dataclass(frozen=True, slots=True)
class Stated:
    """A quantity in the form of the gold; `unit` in small letters, "-" for none; `concept` "-" for none."""

    value: Ends
    unit: str
    change: str | None
    concept: frozenset[str]


@dataclass(frozen=True, slots=True)
class QuantityAgreement:
    """How far quantities agree, sentence by sentence: each a share of those that could be paired.

    `value`:   the same number, or both ends of the same range in the same order.
    `unit`:    the same value and the same name of the unit.
    `change`:  the same value and the same sign for about, more, less, up, down.
    `concept`: the same value, and at least one word in common of what is measured, or none on either side.
    """

    reports: int
    value: Share
    unit: Share
    change: Share
    concept: Share

    @property
    def headline(self) -> dict[str, float]:
        """What the reading of quantities is judged by first."""
        return {"value": self.value.f1, "value_unit": self.unit.f1}

    def to_object(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        values = ((f.name, getattr(self, f.name)) for f in fields(self))
        return {name: v.to_object() if isinstance(v, Share) else v for name, v in values}


def measure(entries: Sequence[dict[str, Any]], engine: language.Engine) -> QuantityAgreement:
    """Read the quantities of each text, then compare them with those that it bears.

    Raises: UsageError, when a quantity has another form.
    """
    ours = [stated(Report(ReportId(str(entry["id"])), entry["text"]), engine) for entry in entries]
    return agreement([tuple(_gold(entry)) for entry in entries], ours)


def stated(report: Report, engine: language.Engine) -> tuple[Stated, ...]:
    """Dateline's own quantities of a report.

    Words that only stand for a range ("dozens") are left out: whoever writes them down has bounds of their own.
    """
    sentences, _ = language.parse(report, engine)
    return tuple(as_stated(q) for q in quantities.find(report, sentences) if not q.vague)


def as_stated(quantity: quantities.Quantity) -> Stated:
    """A quantity in the form of the gold."""
    ends = (quantity.first,) if quantity.first == quantity.last else (quantity.first, quantity.last)
    return Stated(ends, quantity.unit.lower() or "-", quantity.change, _words(quantity.of))


def agreement(gold: Sequence[Sequence[Stated]], system: Sequence[Sequence[Stated]]) -> QuantityAgreement:
    """Compare quantities, text by text, in the order given."""
    wanted, given = sum(map(len, gold)), sum(map(len, system))
    shares = {
        name: Share(
            sum(_paired(ones, others, same) for ones, others in zip(gold, system, strict=True)), given, wanted
        )
        for name, same in SAME.items()
    }
    return QuantityAgreement(len(gold), **shares)


def _paired(gold: Sequence[Stated], system: Sequence[Stated], same: Callable[[Stated, Stated], bool]) -> int:
    """How many of a text's quantities can be paired one to one."""
    weights = [
        [1.0 if same_value(one, other) and same(one, other) else 0.0 for other in system] for one in gold
    ]
    return len(best_pairs(weights))


def same_value(one: Stated, other: Stated) -> bool:
    """Whether the second states the value of the first: both ends of a range, in their order."""
    return len(one.value) == len(other.value) and all(
        abs(a - b) <= LEAST + SHARE * abs(b) for a, b in zip(one.value, other.value, strict=True)
    )


SAME: dict[str, Callable[[Stated, Stated], bool]] = {
    "value": lambda _one, _other: True,
    "unit": lambda one, other: one.unit == other.unit,
    "change": lambda one, other: one.change == other.change,
    "concept": lambda one, other: bool(one.concept & other.concept),
}


def _gold(entry: dict[str, Any]) -> Iterator[Stated]:
    for row in entry["quantities"]:
        value = row.get("value") if isinstance(row, dict) else None
        ends = value if isinstance(value, list) else [value]
        if not all(isinstance(end, (int, float)) for end in ends) or len(ends) not in {1, 2}:
            msg = f'{entry["id"]}: a quantity wants "value": a number or [first, last], not {value!r}'
            raise UsageError(msg)
        unit = (row.get("normalized_unit") or "-").lower().strip()
        yield Stated(tuple(map(float, ends)), unit, row.get("change"), _words(row.get("concept")))


def _words(concept: str | Sequence[str] | None) -> frozenset[str]:
    """The words for what is measured, in small letters; "-" stands for none."""
    if not concept:
        return frozenset({"-"})
    words = concept.replace(",", " ").split() if isinstance(concept, str) else concept
    return frozenset(word.lower() for word in words)
