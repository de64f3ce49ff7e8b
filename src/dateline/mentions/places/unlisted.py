"""Names that no place bears as written -> another spelling of a place, or the place that holds them."""

from __future__ import annotations

from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.mentions.places.beside import gap_km
from dateline.mentions.places.names import Name, joined
from dateline.mentions.places.shape import NEAR_KM, Shape, number_of, radius_of
from dateline.mentions.places.spoken import Weights, ranked
from dateline.mentions.places.words import words
from dateline.records import Precision, Where

# Other spellings are looked for only in the countries that a report speaks of most.
COUNTRIES = 3
# Another spelling is of a place so near to the report's others.
CLOSE_KM = 150.0
# Type words that make an unknown name a place inside another ("the village of Safina", "Naya Tola locality").
HELD = frozenset({"town", "area", "site", "nature", "admin"})
# Type words that make a body of an unknown name more often than a place ("Department of Fish").
BODIES = frozenset(
    {"department", "state", "agency", "division", "republic", "territory", "church", "court", "college"}
)
SITES = frozenset({"site", "nature"})


def respell(name: Name, weight: Weights, settled: list[Place], gazetteer: Gazetteer) -> None:
    """Try other transliterations of an unknown name in a place's position, in the report's own countries."""
    lex = words()
    kind = lex.types.get(name.type_word, "")
    if (name.cue not in lex.strong_cues and not kind) or kind in SITES or len(name.text) < 4:
        return
    behind = name.sentence.tokens[name.end : name.end + 1]
    if behind and behind[0].tag == "POS":
        return  # "Allaw's car": somebody
    if name.quarter or (name.type_at >= name.end and name.type_word in lex.ways):
        return  # a street or a quarter bears any name
    countries = ranked(weight)[:COUNTRIES]
    towns = [s for s in settled if s.kind not in {"admin1", "region"}]
    around = [name.inside] if name.inside else towns or settled  # all of a state lies in it
    found = [p for p in gazetteer.similar(name.text, countries) if p.kind != "country"]
    if kind == "admin":
        found = [p for p in found if p.kind in {"admin1", "admin2"}] or found
    if not found:
        return
    close = [p for p in found[:8] if any(gap_km(p, s) < max(CLOSE_KM, s.radius_km) for s in around)]
    pick = close[0] if close else found[0]
    if close or (not around and pick.country == countries[0]):
        name.chosen, name.how = pick, "spelling"


def contain(name: Name, names: list[Name], base: Place | None) -> Shape | None:
    """Put an unlisted village, quarter or site where the report says that it lies, else a street in `base`."""
    lex = words()
    kind = lex.types.get(name.type_word, "")
    if (kind not in HELD or name.type_word in BODIES) and not (
        _is_apposed(name) or name.quarter or name.inside
    ):
        return None
    holder = _holder(name, names)
    place = name.inside or (holder.chosen if holder else None)
    if kind == "area" or name.quarter or _is_street(name):
        place = _town_around(place, [n.chosen for n in names], base)
    if place is None or place.kind == "country" or (place.kind == "region" and place.radius_km > 150):
        return None
    title = joined(name.sentence.tokens, name.start, name.end)
    if title.isupper() and " " in title:
        return None  # a headline in capitals that ran into the text: "OFFICERS SHOT", not a village
    if kind != "town" and name.type_at >= name.end and name.type_word not in lex.bare:
        title = joined(name.sentence.tokens, name.start, name.full[1])
    near = Precision.ADMIN if place.kind in {"admin1", "region"} else Precision.NEAR
    reach = max(NEAR_KM, radius_of(place))
    where = Where(f"{title}, {place.name}", None, place.country, place.lat, place.lon, near, reach)
    return Shape(where, *name.full, "places.container", f"unlisted; in or near {place.id}")


def _is_street(name: Name) -> bool:
    return name.type_at >= name.end and name.type_word in words().ways


def _town_around(place: Place | None, here: list[Place | None], base: Place | None) -> Place | None:
    """The town for a street or quarter: what holds it if that is one, else one named beside it, else `base`."""
    if place and place.kind in {"city", "area", "site", "admin2"}:
        return place
    towns = [p for p in here if p and p.kind == "city"]
    return towns[-1] if towns else base or place


def _is_apposed(name: Name) -> bool:
    """For "X, a village in Y"."""
    tokens, at = name.sentence.tokens, name.end
    ahead = [t.lower for t in tokens[at : at + 6]]
    return (
        len(ahead) > 2
        and ahead[0] == ","
        and ahead[1] in {"a", "an", "the"}
        and any(words().types.get(w) in {"town", "area"} for w in ahead[2:6])
    )


def _holder(name: Name, names: list[Name]) -> Name | None:
    """The settled place that the words behind a name lead to, else the one before it in the same sentence."""
    tokens = name.sentence.tokens
    same = [n for n in names if n.sentence is name.sentence and n.chosen and n is not name]
    for other in same:
        if other.start < name.end:
            continue
        between = [t.lower for t in tokens[name.end : other.start]]
        plain = [w for w in between if w not in words().directions and number_of(w) is None]
        if plain == [","] and other.end < len(tokens) and tokens[other.end].tag == "POS":
            break  # "the village of Safina, the capital's ministry said"
        if len(between) <= 9 and any(w in {"in", "of", ",", "near", "under", "at"} for w in plain):
            return other
        break
    before = [
        n for n in same if n.end <= name.start and n.chosen and n.chosen.kind not in {"country", "region"}
    ]
    return before[-1] if before else None
