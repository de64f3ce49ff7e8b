"""A name -> the places that it may mean, each with the reason why it is among them and what it lies in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.lexicons.gazetteer_keys import key_of, skeleton, soft_key

HIGHEST = 6  # steps from a place up to its country; more would be a circle in the data


class Candidate(NamedTuple):
    """A place that a name may mean.

    way:   name, article, other or spelling; why says it in words.
    above: what it lies in, the nearest first, the country last.
    """

    place: Place
    way: str
    why: str
    above: tuple[Place, ...]


def search(gazetteer: Gazetteer, name: str, countries: Iterable[str] = ()) -> tuple[Candidate, ...]:
    """The places that bear a name, the most populous first; then, where none does, those spelt much like it.

    Args: countries: only places of these (alpha-3), and other spellings only there; without any, all bearers.
    """
    only = frozenset(countries)
    borne = [p for p in gazetteer.lookup(name) if not only or p.country in only]
    found = borne or gazetteer.similar(name, only)
    return tuple(Candidate(p, *reason(p, name, spelt=not borne), above(p, gazetteer)) for p in found)


def reason(place: Place, name: str, *, spelt: bool = False) -> tuple[str, str]:
    """Why a place is a candidate for a name: the way, and the same in words.

    >>> raqqa = Place("gn:172955", "Ar Raqqah", "SYR", None, 35.95, 39.01, "city", 220000, None, 0.0)
    >>> reason(raqqa, "ar-Raqqah")
    ('name', 'its name')
    >>> reason(raqqa, "Raqqa")
    ('article', 'its name, but for an article or a final h')
    """
    key, own = key_of(name), key_of(place.name)
    if spelt:
        return "spelling", f"spelt much like it: the consonants agree ({skeleton(key)})"
    if own == key:
        return "name", "its name"
    if soft_key(own) == soft_key(key):
        return "article", "its name, but for an article or a final h"
    return "other", "another name of it"


def above(place: Place, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """What a place lies in, the nearest first, the country last."""
    chain: list[Place] = []
    seen = {place.id}
    ids = [place.parent, place.admin1, f"iso:{place.country}"] if place.kind != "country" else []
    while ids and len(chain) < HIGHEST:
        ident = ids.pop(0)
        if ident is None or ident in seen or (found := gazetteer.place(ident)) is None:
            continue
        seen.add(ident)
        chain.append(found)
        if found.kind not in {"admin1", "country"}:
            ids[:0] = [found.parent]
    return tuple(chain)
