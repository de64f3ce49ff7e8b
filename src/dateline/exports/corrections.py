"""What a person entered beside a claim or figure -> the value that its field is to have.

A part that is not entered stays as it was, unless it belongs to what was replaced: a new place has not the old
one's point.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dateline.errors import UsageError
from dateline.exports.cells import Cell
from dateline.exports.sheets import NOTHING
from dateline.records import (
    Actor,
    Claim,
    Figure,
    Kind,
    Measure,
    Precision,
    Source,
    SourceType,
    Status,
    When,
    Where,
)

ActorOf = Callable[[str, Claim], Actor]
PlaceOf = Callable[[str, str | None], Where]
Parts = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Known:
    """Whom and where the names mean that a person enters."""

    actor: ActorOf
    place: PlaceOf


def _kind(_: Claim, parts: Parts, __: Known) -> Kind:
    return Kind(_needed(parts[""]))


def _status(_: Claim, parts: Parts, __: Known) -> Status:
    return Status(_needed(parts[""]))


def _needed(cell: Cell) -> str:
    if cell == NOTHING:
        msg = "a claim cannot be without it; write a word"
        raise UsageError(msg)
    return str(cell)


def _when(claim: Claim, parts: Parts, _: Known) -> When | None:
    if NOTHING in parts.values():
        return None
    old = claim.when
    start = parts.get("start", old.start if old else None)
    end = parts.get("end", old.end if old and "start" not in parts else start)
    if start is None or end is None:
        msg = "a time needs its first day; fill in correct_when_start"
        raise UsageError(msg)
    precision = parts.get("precision") or ("day" if start == end else "span")
    return When(start, end, str(precision))  # type: ignore[arg-type]  # `entered` has made them days


def _where(claim: Claim, parts: Parts, known: Known) -> Where | None:
    if parts.get("name") == NOTHING:
        return None
    old = claim.where
    if old is None and "name" not in parts:
        msg = "the claim has no place yet; fill in correct_where"
        raise UsageError(msg)
    given = {name: None if value == NOTHING else value for name, value in parts.items()}
    if old is not None and given.get("name", old.name) == old.name:
        base = old
    else:  # the old point is the old place's
        base = known.place(str(given["name"]), given.get("country", old.country if old else None))  # type: ignore[arg-type]
    moved = {"lat", "lon"} & set(given)
    place_id = None if moved else base.place_id
    precision = Precision(str(given.pop("precision", None) or base.precision))
    return replace(base, **given, precision=precision, place_id=place_id)  # type: ignore[arg-type]


def _actors(claim: Claim, parts: Parts, known: Known) -> tuple[Actor, ...]:
    text = str(parts[""])
    if text == NOTHING:
        return ()
    names = [name.strip() for name in text.split(";") if name.strip()]
    named = {actor.name: actor for actor in (*claim.actors, *claim.targets)}
    return tuple(named.get(name) or known.actor(name, claim) for name in names)


def _source(claim: Claim, parts: Parts, _: Known) -> Source:
    old = claim.source
    name, type_ = _needed(parts.get("name", old.name)), _needed(parts.get("type", old.type))
    speaker = old.speaker if name == old.name else None
    return replace(old, name=name, type=SourceType(type_), speaker=speaker)


def figure(old: Figure, parts: Parts) -> Figure:
    """A figure with what was entered.

    Raises:   ValueError, when no such figure can be.
    """
    given = {name: None if value == NOTHING else value for name, value in parts.items()}
    if "measure" in given:
        given["measure"] = Measure(_needed(parts["measure"]))
    if given.get("of", "") is None:
        given["of"] = ""
    return replace(old, **given)  # type: ignore[arg-type]  # `entered` has made them what they are


VALUES: Mapping[str, Callable[[Claim, Parts, Known], Any]] = {
    "kind": _kind,
    "status": _status,
    "when": _when,
    "where": _where,
    "actors": _actors,
    "targets": _actors,
    "source": _source,
}
