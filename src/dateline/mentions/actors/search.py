"""A name as somebody writes it -> the actors that it may name, and why each would be taken or not.

It asks the same tables, and orders by the same rule, as the reading of a report does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from dateline.mentions.actors.folding import pieces
from dateline.mentions.actors.nouns import force_actor
from dateline.mentions.actors.reading import counts, rank
from dateline.mentions.actors.rows import Row, by_id, codes, rows
from dateline.mentions.actors.tables import Force, Name, State, every, tables
from dateline.records import Actor

NEAR = 0.8  # how alike a name must be to be offered where none is written so
MOST = 12  # candidates that are worth a look


class Candidate(NamedTuple):
    """An actor that a name may mean; `taken`: whether that name in a report would be read as it."""

    actor: Actor
    row: Row
    written: str
    taken: bool
    why: str


def search(name: str, country: str | None = None) -> tuple[Candidate, ...]:
    """The actors that a name may mean in a report that speaks of a country, or of none.

    Args:    country, ISO 3166-1 alpha-3.
    Returns: the one that would be taken first, then the others; where nobody is called so, those whose names
             hold its words or look like it, none of them taken.
    """
    spoken = Counter([country] if country else [])
    words = list(pieces(name))
    if not words:
        return ()
    found = [n for length, names in every(tables().names, words, 0) if length == len(words) for n in names]
    named = sorted((n for n in found if n.actor), key=lambda n: rank((0, len(words), n), spoken))
    first = next((n for n in named if counts(n, spoken)), None)
    exact = [_candidate(n, n is first, _why(n, first, country)) for n in named]
    exact.sort(key=lambda c: not c.taken)
    return tuple(_once([*exact, *_force(words)]) or list(_alike(name))[:MOST])


def _candidate(name: Name, taken: bool, why: str) -> Candidate:
    if name.actor is None:
        msg = f"{name.written!r} names no actor"
        raise ValueError(msg)
    return Candidate(name.actor, by_id()[str(name.actor.actor_id)], name.written, taken, why)


def _why(name: Name, first: Name | None, country: str | None) -> str:
    """Why a name would be taken, or would not."""
    where = ", ".join(name.countries)
    case = " and stands in capitals" if name.is_acronym else ""
    if name is first:
        near = country in name.countries
        rest = f"the report speaks of {country}" if near else "no other actor is called so"
        return f"taken where it stands{' in capitals' if case else ''}: {rest}"
    if name.how in ("local", "shared") and (first is None or country not in name.countries):
        return f"taken only where the report speaks of {where}{case}: others share the name, or it is a common word"
    return "not taken: another actor of that name stands nearer"


def _once(found: list[Candidate]) -> list[Candidate]:
    """Each actor once, as it comes first."""
    return list({c.actor: c for c in reversed(found)}.values())[::-1]


def _force(words: list[str]) -> Iterator[Candidate]:
    """The force or body of a state that the words describe: "Malian army", "police of Kenya"."""
    known = tables()
    for length, names in every(known.states, words, 0):
        rest = words[length:]
        for _, forces in (f for f in (every(known.forces, rest, 0) if rest else ()) if f[0] == len(rest)):
            state = next((n.state for n in names if n.state), None)
            if state:
                yield _of_state(state, forces[0])


def _of_state(state: State, force: Force) -> Candidate:
    actor = force_actor(force, state, internal=True, focus=state)
    why = "made of a state and a word for its forces: the state itself where its army fights abroad"
    acled, plover = codes(actor.type)
    countries = (actor.country,) if actor.country else ()
    made = Row(actor, countries, acled=acled, plover=plover, source="generated")
    return Candidate(actor, by_id().get(made.id, made), actor.name, taken=True, why=why)


def _alike(name: str) -> Iterator[Candidate]:
    """Actors whose names hold the words, then those whose names look like it."""
    words = set(pieces(name))
    written = {n: row for row in rows() for n in row.names()}
    holding = [n for n in written if words <= set(pieces(n))]
    close = get_close_matches(name, list(written), MOST, NEAR)
    seen: set[str] = set()
    for n in dict.fromkeys((*holding, *close)):
        row = written[n]
        if row.id not in seen:
            seen.add(row.id)
            yield Candidate(
                row.actor, row, n, taken=False, why="not taken: nobody is called so; this looks like it"
            )
