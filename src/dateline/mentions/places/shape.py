"""A name with its place and the words around it -> where it says something is: point, precision and reach."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dateline.lexicons.earth import distance_km
from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.mentions.places.names import Name, is_capital, joined
from dateline.mentions.places.words import words
from dateline.records import Precision, Token, Where

KM_A_DEGREE = 111.2
POINTS = {"city", "site", "area"}
# How far "near a town" reaches, and how far off "south of a town" is where no distance is said.
NEAR_KM = 15.0
BESIDE_KM = 12.0
# Half of a country or region lies about this share of its radius off its middle.
HALF = 0.5
TOWN_PART_KM = 3.0
# Words that may stand between a distance and its "of": "about 45 km (28 miles) south of".
FILL = frozenset({"(", ")", "about", "some", "-", "or", "roughly", "around"})


@dataclass(frozen=True, slots=True)
class Shape:
    """A where with the tokens it covers and how it came about."""

    where: Where
    start: int
    end: int
    rule: str
    note: str


def shape(name: Name, gazetteer: Gazetteer) -> Shape:
    """What a settled name says with the words before and behind it."""
    place = name.chosen
    if place is None:
        msg = "only a name with a place has a shape"
        raise ValueError(msg)
    for way in (_offset, _direction, _around, _site_at):
        made = way(name, place, gazetteer)
        if made:
            return made
    return plain(name, place)


def plain(name: Name, place: Place) -> Shape:
    """The place as such."""
    start, end = name.full
    title = place.name
    precision = precision_of(place)
    if name.type_word == "capital" and precision is Precision.ADMIN:
        title = f"capital of {place.name}"
    elif name.type_word not in {"", *words().bare} and precision is Precision.ADMIN:
        title = _titled(place.name, name.type_word)
    rule = "places.country" if place.kind == "country" else f"places.{name.how or 'size'}"
    if place.kind == "country" and name.actor:
        rule = "places.country_as_actor"
    elif name.actor:
        rule = "places.place_as_actor"
    elif name.modifier:
        rule = "places.country_as_modifier" if place.kind == "country" else "places.modifier"
    where = Where(title, place.id, place.country, place.lat, place.lon, precision, radius_of(place))
    return Shape(where, start, end, rule, _why(name, place))


def _titled(title: str, word: str) -> str:
    return title if title.lower().endswith(word) else f"{title} {word}"


def _why(name: Name, place: Place) -> str:
    how = {
        "said": "the words beside it say so", "context": "its country is spoken of",
        "size": "the largest so called",
        "spelling": f"another spelling of {place.name}",
    }  # fmt: skip
    return "; ".join([f"{place.kind} {place.id}", how.get(name.how, name.how), *name.notes])


def precision_of(place: Place) -> Precision:
    """How closely a place of a kind is known."""
    if place.kind in POINTS:
        return Precision.EXACT
    return Precision.COUNTRY if place.kind == "country" else Precision.ADMIN


def radius_of(place: Place) -> float:
    """The reach of a place in km; a town's grows with the root of its people."""
    if place.radius_km:
        return place.radius_km
    return round(max(2.0, min(25.0, 0.01 * math.sqrt(place.population))), 1)


def _offset(name: Name, place: Place, _: Gazetteer) -> Shape | None:
    """For "35 km south of X", "west of X", "15 km from X"."""
    tokens, at = name.sentence.tokens, name.full[0] - 1
    if at >= 0 and tokens[at].lower == "the":
        at -= 1
    if at < 1 or tokens[at].lower not in {"of", "from"}:
        return None
    link, at = tokens[at].lower, at - 1
    degrees, at = _heading(tokens, at)
    if (degrees is None and link == "of") or place.kind == "country":
        return None
    km, start = _distance(tokens, at)
    if km is None:
        if degrees is None or link == "from" or place.kind not in POINTS:
            return None
        return _moved(name, place, degrees, km=BESIDE_KM, reach=20.0, start=at + 1)
    return _moved(
        name, place, degrees, km=km, reach=max(5.0, km * (0.2 if degrees is not None else 1.0)), start=start
    )


def _moved(name: Name, place: Place, degrees: int | None, *, km: float, reach: float, start: int) -> Shape:
    lat, lon = moved(place.lat, place.lon, degrees, km)
    title = joined(name.sentence.tokens, start, name.full[0]).removesuffix(" the") + " " + place.name
    where = Where(title, place.id, place.country, lat, lon, Precision.NEAR, round(reach, 1))
    return Shape(where, start, name.full[1], "places.offset", f"{km:g} km off {place.id}")


def moved(lat: float, lon: float, degrees: int | None, km: float) -> tuple[float, float]:
    """A point so many km off in a direction (degrees from north); unmoved where there is no direction."""
    if degrees is None:
        return lat, lon
    turn = math.radians(degrees)
    north, east = km * math.cos(turn), km * math.sin(turn)
    shrink = max(0.1, math.cos(math.radians(lat)))
    return round(lat + north / KM_A_DEGREE, 4), round(lon + east / KM_A_DEGREE / shrink, 4)


def _heading(tokens: tuple[Token, ...], at: int) -> tuple[int | None, int]:
    """The direction that ends at a token, and the token before it; "north - west" may be three tokens."""
    directions = words().directions
    if at >= 2 and tokens[at - 1].text == "-" and tokens[at - 2].lower in {"north", "south"}:
        both = tokens[at - 2].lower + tokens[at].lower
        if both in directions:
            return directions[both], at - 3
    if at >= 0 and tokens[at].lower in directions:
        return directions[tokens[at].lower], at - 1
    return None, at


def _distance(tokens: tuple[Token, ...], at: int) -> tuple[float | None, int]:
    """Kilometres that end at or before a token, brackets allowed, and the token at which they begin."""
    units, low = words().units, max(-1, at - 8)
    found: tuple[float | None, int] = (None, at)
    i = at
    while i > low:
        token = tokens[i].lower
        if token in units and i > 0:
            j = i - 2 if tokens[i - 1].text == "-" else i - 1
            number = number_of(tokens[j].text)
            if number is None:
                break
            found, i = (number * units[token], j), j - 1
        elif (glued := _glued(token)) is not None:
            found, i = (glued, i), i - 1
        elif token in FILL:
            i -= 1
        else:
            break
    return found


def _glued(token: str) -> float | None:
    """For "35km" in one token."""
    for unit, factor in words().units.items():
        if token.endswith(unit) and (number := number_of(token[: -len(unit)])) is not None:
            return number * factor
    return None


def number_of(text: str) -> float | None:
    """A plain number in digits or one of the first words for numbers."""
    try:
        return float(text.replace(",", ""))
    except ValueError:
        small = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        return float(small.index(text.lower())) if text.lower() in small else None


def _direction(name: Name, place: Place, gazetteer: Gazetteer) -> Shape | None:
    """For "northwestern Syria", "the north of Iraq", "southern Mosul"."""
    tokens, at = name.sentence.tokens, name.start - 1
    degrees, before = _heading(tokens, at)
    if degrees is None and at >= 1 and tokens[at].lower in {"of", "'s"}:
        degrees, before = _heading(tokens, at - 1)
        if degrees is not None and (before < 0 or tokens[before].lower != "the"):
            return None
    if degrees is None:
        return None
    start = before + 1
    title = " ".join(joined(tokens, start, at + 1).split()) + " " + place.name
    if place.kind in POINTS:
        lat, lon = moved(place.lat, place.lon, degrees, TOWN_PART_KM)
        where = Where(title, place.id, place.country, lat, lon, Precision.NEAR, max(4.0, radius_of(place)))
    else:
        lat, lon, reach = part_of(place, degrees, gazetteer)
        where = Where(title, place.id, place.country, lat, lon, Precision.ADMIN, reach)
    rule = "places.country_as_actor" if name.actor and place.kind == "country" else "places.part"
    if name.modifier and (place.kind in POINTS or (place.kind != "country" and is_capital(tokens[start]))):
        rule = (
            "places.modifier"  # "a West Mosul man", "South Florida exiles"; not "southern Idlib countryside"
        )
    return Shape(where, start, name.full[1], rule, f"the part of {place.id} that lies that way")


def part_of(place: Place, degrees: int, gazetteer: Gazetteer) -> tuple[float, float, float]:
    """The middle and reach of a country's or region's side: its divisions that lie that way, by people."""
    turn, ahead = math.radians(degrees), []
    shrink = math.cos(math.radians(place.lat))
    for part in gazetteer.divisions(place.country) if place.kind == "country" and place.country else ():
        north, east = part.lat - place.lat, (part.lon - place.lon) * shrink
        ahead.append((north * math.cos(turn) + east * math.sin(turn), part))
    farthest = max((far for far, _ in ahead), default=0.0)
    side = [(p.population + 1000, p) for far, p in ahead if far > 0.4 * farthest]
    if farthest <= 0 or not side:
        reach = radius_of(place)
        return (*moved(place.lat, place.lon, degrees, HALF * reach), round(HALF * reach, 1))
    total = sum(w for w, _ in side)
    lat, lon = sum(w * p.lat for w, p in side) / total, sum(w * p.lon for w, p in side) / total
    spread = max(distance_km((lat, lon), (p.lat, p.lon)) + p.radius_km for _, p in side)
    return round(lat, 3), round(lon, 3), round(max(0.3 * place.radius_km, 0.6 * spread), 1)


def _around(name: Name, place: Place, _: Gazetteer) -> Shape | None:
    """For "near X", "outside X", "on the outskirts of X"."""
    tokens, lex = name.sentence.tokens, words()
    at = name.full[0] - 1
    while at >= 0 and tokens[at].lower in {"the", "to", "from"}:
        at -= 1
    if at < 0 or place.kind == "country":
        return None
    word = tokens[at].lower
    start = at
    if word == "of" and at > 0 and tokens[at - 1].lower in lex.near_nouns:
        start, word = at - 1, tokens[at - 1].lower + " of"
    elif word not in lex.near and not (word == "close" and tokens[at + 1].lower == "to"):
        return None
    if word == "around" and number_of(tokens[name.start].text) is not None:
        return None
    reach = max(NEAR_KM, radius_of(place) * 1.3)
    where = Where(
        f"{word} {place.name}", place.id, place.country, place.lat, place.lon, Precision.NEAR, reach
    )
    return Shape(where, start, name.full[1], "places.near", f"near {place.id}")


def _site_at(name: Name, place: Place, _: Gazetteer) -> Shape | None:
    """For "Badush prison" where only Badush is known: somewhere in or near it."""
    lex = words()
    kind = lex.types.get(name.type_word)
    if name.type_at < name.end or kind not in {"site", "nature"} or place.kind not in {"city", "area"}:
        return None
    title = place.name + " " + joined(name.sentence.tokens, name.end, name.full[1])
    reach = max(10.0, radius_of(place)) if kind == "site" else 30.0
    where = Where(title, place.id, place.country, place.lat, place.lon, Precision.NEAR, reach)
    return Shape(
        where, name.start, name.full[1], "places.site_at", f"a {name.type_word} named for {place.id}"
    )
