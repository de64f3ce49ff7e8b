"""Names of one sentence -> those that hold a name by what is written: "X, Y", "X in Y"; and what lies in what."""

from __future__ import annotations

from dateline.lexicons.earth import distance_km
from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.mentions.places.names import Name
from dateline.mentions.places.words import words

LINKED = ([","], ["in"], [",", "in"], ["of"], [",", "a", "in"], ["(", "in"])


def beside(names: list[Name], k: int) -> list[Name]:
    """Names that hold this one by what is written: "X, Y", "X in Y", "X province of Y"."""
    name, found = names[k], []
    if k and names[k - 1].sentence is name.sentence:
        between = [t.lower for t in name.sentence.tokens[names[k - 1].end : name.full[0]]]
        if between[:1] in (["'s"], ["’s"]) and len(between) < 4:
            found.append(names[k - 1])
    for other in names[k + 1 : k + 3]:
        if other.sentence is not name.sentence:
            break
        last = max(name.end, name.full[1])
        between = [t.lower for t in name.sentence.tokens[last : min(other.start, other.full[0])]]
        link = [
            w
            for w in between
            if w not in {"the", "northern", "southern", "eastern", "western", "central", "-"}
        ]
        link = [w for w in link if w not in words().directions and w not in words().types]
        if link in LINKED and (link != [","] or (between == [","] and _is_list_end(name, other))):
            found.append(other)
        if between != [","]:
            break
    return found


def headings(names: list[Name]) -> dict[int, Name]:
    """For a report in parts, each under the name of a country: the heading that each name stands under."""
    heads = [n for n in names if n.places and n.places[0].kind in {"country", "admin1"} and _fills(n)]
    if len({n.places[0].id for n in heads}) < 2:
        return {}
    under: dict[int, Name] = {}
    last: Name | None = None
    for name in names:
        if any(name is h for h in heads):
            last = name
        elif last:
            under[id(name)] = last
    return under


def _fills(name: Name) -> bool:
    """Whether a name is all that its sentence says."""
    words = [i for i, t in enumerate(name.sentence.tokens) if any(c.isalpha() for c in t.text)]
    return bool(words) and name.start <= words[0] and words[-1] < name.end


def _is_list_end(name: Name, other: Name) -> bool:
    """In "X, Y" the second holds the first only if it is a country or a division, and no list goes on."""
    if other.modifier or _is_owner(other):
        return False
    if not any(p.kind in {"country", "admin1", "region", "admin2"} for p in other.places[:3]):
        return bool(other.places) and name.unknown
    after = max(other.end, other.full[1])
    tokens = other.sentence.tokens
    return not (
        after < len(tokens) and tokens[after].lower == "and" and name.chosen is None and _all_countries(name)
    )


def _is_owner(name: Name) -> bool:
    """“... the village of Safina, the capital's ministry said”: whose ministry it is, and where no village lies."""
    token = name.sentence.tokens[name.end - 1]
    return token.dep == "poss" and name.sentence.tokens[token.head].dep in {"nsubj", "nsubjpass"}


def _all_countries(name: Name) -> bool:
    return bool(name.places) and name.places[0].kind == "country"


def holds(container: Place, place: Place, gazetteer: Gazetteer) -> bool:
    """Whether a place lies in another, by its chain of parents or by the reach of a region."""
    if container.id == place.id:
        return False
    if container.kind == "country":
        return container.country == place.country and place.kind != "country"
    if container.id in (place.admin1, place.parent):
        return True
    if (
        place.parent
        and (above := gazetteer.place(place.parent))
        and container.id in (above.admin1, above.parent)
    ):
        return True
    if container.kind in {"region", "admin1", "admin2"} and place.kind not in {"country", "admin1"}:
        return gap_km(container, place) < max(container.radius_km, 10.0)
    return (
        container.kind == "city"
        and place.kind in {"area", "site", "city"}
        and gap_km(container, place) < 25.0
    )


def gap_km(one: Place, other: Place) -> float:
    """Great-circle distance in km."""
    return distance_km((one.lat, one.lon), (other.lat, other.lon))
