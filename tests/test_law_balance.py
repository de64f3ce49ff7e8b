"""The law of the balance: whatever is true, statements that are true of it never shut out the truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from test_balance import broken, caught, dead, fled, held
from toll_builders import told

from dateline.incidents import balance
from dateline.records import Told

Bounds = tuple[int | None, int | None]


@dataclass(frozen=True)
class World:
    """What became of the people held: stayed, recaptured, dead, released by their holders, at large."""

    stayed: int
    back: int
    dead_out: int
    dead_in: int
    released: int
    at_large: int

    @property
    def escaped(self) -> int:
        return self.back + self.dead_out + self.at_large + self.released

    @property
    def held(self) -> int:
        return self.stayed + self.dead_in + self.escaped


few = st.integers(0, 60)
worlds = st.builds(World, few, few, few, few, few, few)


@st.composite
def true_bounds(draw: st.DrawFn, number: int) -> Bounds:
    """Bounds that hold of a number; one of them may be open."""
    low, high = number - draw(st.integers(0, 9)), number + draw(st.integers(0, 9))
    return draw(st.sampled_from([(number, number), (max(low, 0), high), (max(low, 0), None), (None, high)]))


@st.composite
def tellings(draw: st.DrawFn) -> tuple[World, list[Told]]:
    """A world, and true statements of some of its numbers; who was released is told of wherever anybody was."""
    world = draw(worlds)
    prisoner: dict[str, Any] = {"of": "inmates", "victim": "prisoner"}
    able = {
        "held": lambda pair, by: held(*pair, by=by),
        "escaped": lambda pair, by: fled(*pair, by=by),
        "back": lambda pair, by: caught(*pair, by=by),
        "dead": lambda pair, by: dead(*pair, by=by, **prisoner),
        "toll": lambda pair, by: dead(*pair, by=by),
        "inside": lambda pair, by: held(*pair, by=by, when="2031-05-20"),
    }
    numbers = {
        "held": world.held,
        "escaped": world.escaped,
        "back": world.back,
        "dead": world.dead_in + world.dead_out,
        "toll": world.dead_in + world.dead_out + draw(few),
        "inside": world.stayed + world.back,
    }
    said = [
        able[key](draw(true_bounds(numbers[key])), f"monitor: Watch {k}")
        for key in draw(st.sets(st.sampled_from(sorted(able))))
        for k in range(draw(st.integers(1, 2)))
    ]
    if world.released:
        pair = draw(true_bounds(world.released))
        keeper = caught(*draw(true_bounds(world.back)))
        freed = told(
            "party: Coast Guard",
            pair,
            kind="release",
            measure="released",
            actors=keeper.claim.actors,
            **prisoner,
        )
        said += [keeper, freed]
    return world, said


@settings(max_examples=300, deadline=None)
@given(tellings())
def test_true_statements_never_shut_out_the_truth(case: tuple[World, list[Told]]) -> None:
    world, said = case
    claims = (broken(), *said)
    got = balance.of(claims)
    assert got.contradictions == ()
    assert got.low is None or got.low <= world.at_large
    assert got.high is None or world.at_large <= got.high
    assert got == balance.of(tuple(reversed(claims)))
