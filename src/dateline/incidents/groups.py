"""A claim's figure -> the group of people or things it counts, and whether two groups can share anybody."""

from __future__ import annotations

from dateline import lexicons
from dateline.records import Actor, Claim, Figure

_LEXICON = lexicons.load("rules")
EVERYBODY = frozenset(_LEXICON["everybody"]["words"])
ALL_OF = {measure: frozenset(groups) for measure, groups in _LEXICON["all_of"]["groups"].items()}
APART = frozenset(frozenset(pair) for pair in _LEXICON["apart"]["pairs"])
SIDED = frozenset(_LEXICON["sided"]["classes"])
ARMED = frozenset(_LEXICON["sided"]["types"])


def group_of(claim: Claim, figure: Figure) -> str | None:
    """Whom a figure counts: None for everybody, the name of a side, a class of the codebook, else its own words."""
    of = " ".join(figure.of.casefold().split())
    if figure.unit != "people":
        return of
    side = _side(claim, figure, of)
    if side is not None:
        return side.name
    if figure.victim is not None:
        return figure.victim
    return None if not of or EVERYBODY & set(of.split()) else of


def _side(claim: Claim, figure: Figure, of: str) -> Actor | None:
    """The side whose people are counted, where the claim tells of one that was hit."""
    armed = [actor for actor in claim.targets if actor.type in ARMED]
    if len(armed) != 1:
        return None
    named = armed[0].name.casefold() in of
    alone = len(claim.targets) == 1 and claim.actors and EVERYBODY & set(of.split())
    return armed[0] if figure.victim in SIDED or named or (figure.victim is None and alone) else None


def are_apart(one: str, other: str) -> bool:
    """Whether nobody can belong to both groups: two sides, or classes that exclude each other."""
    if frozenset({one, other}) in APART:
        return True
    sides = [name for name in (one, other) if _is_side(name)]
    return one != other and (len(sides) == 2 or (len(sides) == 1 and "civilian" in {one, other}))


def _is_side(name: str) -> bool:
    return name != name.casefold()  # other words than a side's name are kept in lower case
