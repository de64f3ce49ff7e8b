"""The roll of a report's victims: each person or group once, the totals told beside them, and what was left out.

Who is entered as whom: `victims`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.claims.harms import Harm
from dateline.claims.people import Person

# Sentences from the first harm on in which a report tells of its main event. Who is told of for the first time later
# is mostly of another one, the dead more so than the hurt: of 1,852 local news reports most were right with these.
OPENING = 9
OPENING_OF_DEATHS = 7


@dataclass(slots=True)
class Victim:
    """One person, or a group of people told of together, `many` of them at least."""

    many: int
    measure: str
    person: Person
    phrases: set[tuple[int, int]]
    harms: list[Harm]
    members: list[Victim] = field(default_factory=list)
    apart: bool = False  # told of first as "another": than who did it

    @property
    def is_one(self) -> bool:
        """Whether it is one person."""
        return self.person.is_one


@dataclass(slots=True)
class Roll:
    """The victims of a report so far, the totals that it gives of people it does not describe, and implied deaths.

    `start` is the sentence of the first harm; `aside` are tellings that were left out.
    """

    start: int = 0
    victims: list[Victim] = field(default_factory=list)
    totals: list[tuple[Person, Harm]] = field(default_factory=list)
    implied: list[Harm] = field(default_factory=list)
    parts: list[tuple[Person, Harm]] = field(default_factory=list)
    aside: list[Harm] = field(default_factory=list)
    days: list[tuple[date, date]] = field(default_factory=list)

    def everyone(self) -> list[Victim]:
        """Single people and groups, members of groups after their group."""
        return [v for group in self.victims for v in (group, *group.members)]

    def is_late(self, harm: Harm) -> bool:
        """Whether a telling comes after the opening of a report that has told of victims there."""
        opening = OPENING_OF_DEATHS if harm.measure == "killed" else OPENING
        return harm.sentence >= self.start + opening and bool(self.victims or self.totals)
