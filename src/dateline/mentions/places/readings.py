"""A place's name as written -> the places that it may mean, through its plainer forms where none bears it whole.

"Rapides Parish", "the city of Ghent", "northern Mosul", "Gent University", "Syrians": each form is tried in turn.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.mentions.places.words import words

# How a reading was come by; all but the first two say that the place is only what the name holds.
WHOLE, PEOPLE, SHORTER, INSIDE = "whole", "people", "shorter", "inside"
LONGEST = 4  # words of a name inside a longer one


def readings(text: str, gazetteer: Gazetteer) -> tuple[tuple[Place, ...], str]:
    """The places that a name may mean and how they were come by; none, where even its parts name no place."""
    plain = " ".join(text.replace("’", "'").removesuffix("'s").split())
    if land := of_people(plain, gazetteer):
        return (land,), PEOPLE
    if found := whole(plain, gazetteer):
        return found, WHOLE
    for shorter in _shorter(plain):
        if found := _of_sort(whole(shorter, gazetteer), plain):
            return found, SHORTER
    for part in _parts(plain):
        if found := gazetteer.lookup(part):
            return found, INSIDE
    return (), ""


def _of_sort(places: tuple[Place, ...], text: str) -> tuple[Place, ...]:
    """Of the places of a shorter name, those that its type word allows: no colony or park is a state."""
    kind = words().types.get(text.rsplit(maxsplit=1)[-1].lower(), "")
    if kind not in {"town", "area", "site", "nature"}:
        return places
    return tuple(p for p in places if p.kind not in {"country", "admin1"})


def whole(text: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places that bear a name, or the name that it cuts short."""
    short = words().abbreviations
    return gazetteer.lookup(short.get(text) or short.get(text + ".") or text)


def of_people(text: str, gazetteer: Gazetteer) -> Place | None:
    """The country or continent of a people: "Syrians", "European"."""
    lex = words()
    iso = lex.demonyms.get(text) or lex.demonyms.get(text.title())
    if iso:
        return gazetteer.place(f"iso:{iso}")
    home = lex.peoples.get(text) or lex.peoples.get(text.removesuffix("s"))
    found = gazetteer.lookup(home) if home else ()
    return min(found, key=lambda p: p.kind not in {"country", "region"}, default=None)


def _shorter(text: str) -> Iterator[str]:
    """A name without the words around it that tell its sort or side, and with the usual ones added."""
    lex, parts = words(), text.split()
    lower = [p.lower().strip(".,") for p in parts]
    if len(parts) > 2 and lower[1] == "of" and (lower[0] in lex.types or lower[0] in lex.of_place):
        yield " ".join(parts[2:])
    if len(parts) > 1 and (lower[-1] in lex.types or lower[-1] in lex.cut):
        yield " ".join(parts[:-1])
        yield " ".join(parts[:-1]) + " " + lex.cut.get(lower[-1], "county")
    if len(parts) > 1 and (lower[0] in lex.directions or lower[0] in lex.before):
        yield " ".join(parts[1:])
    if len(parts) > 1 and lower[0] in lex.types:
        yield " ".join(parts[1:])
    if "-" in text:
        yield text.replace("-", " ")


def _parts(text: str) -> Iterator[str]:
    """Names inside a longer one, the longest first: "Ghent University Hospital" holds Ghent."""
    lex, parts = words(), text.replace("/", " ").replace("-", " ").split()
    for size in range(min(LONGEST, len(parts) - 1), 0, -1):
        for start in range(len(parts) - size + 1):
            part = parts[start : start + size]
            if part[0][:1].isupper() and (size > 1 or _tells(part[0].lower(), lex.never, lex.types)):
                yield " ".join(part)


def _tells(word: str, never: frozenset[str], types: dict[str, str]) -> bool:
    """Whether a word by itself may be what names the place."""
    return len(word) > 3 and word not in never and word not in types
