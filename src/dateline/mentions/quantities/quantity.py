"""What a quantity is: a value or a range, a unit, how it was hedged, and of what. It reads nothing."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records import Span

CHANGES = ("=", "~", "<", ">", "up", "down")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or range of numbers that a sentence states, with its unit.

    `first` and `last` are the ends as told, in their order: a fall "from 75 to 46" runs from 75 to 46; one
    number is both. `told` is the unit in the sentence's words, `unit` its name ("kilometre", "dollar per barrel";
    for things counted the noun in the singular), both empty where no unit is told. `kind` is "count", "number"
    (no unit), "money", "share", "age", "ratio" or a kind of measure ("length", "time"). `change` is "=", "~" about,
    "<" less than, ">" more than, or "up" and "down" where the words tell a rise or fall. `vague` marks words that
    only stand for a range ("dozens"). `of` holds the words for what is measured, as far as they are told.
    """

    first: float
    last: float
    told: str
    unit: str
    kind: str
    change: str
    span: Span
    vague: bool = False
    of: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.change not in CHANGES:
            msg = f"a change is one of {', '.join(CHANGES)}, not {self.change!r}"
            raise ValueError(msg)

    @property
    def low(self) -> float:
        """The lower end."""
        return min(self.first, self.last)

    @property
    def high(self) -> float:
        """The upper end."""
        return max(self.first, self.last)
