"""Names with all places that bear them -> the one each name means in this report, or none.

One name has one meaning in a report. What counts: the countries that the report speaks of, what is said
beside the name ("X in Y", "X, Y"), places already settled, how many people live there, and the kind of place.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache

from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.lexicons.gazetteer_keys import distance, key_of, skeleton, soft_key
from dateline.mentions.places.beside import beside, gap_km, headings, holds
from dateline.mentions.places.names import Name, is_capital
from dateline.mentions.places.near import Candidates, Scored, support
from dateline.mentions.places.spoken import FAMED_FROM, LARGE_FROM, Weights, divisions_of, ranked, sure_of
from dateline.mentions.places.words import words

# Points, set by hand on the development halves; only their order of size matters: what is said beside a name
# outweighs the report's countries, these outweigh size, size outweighs kind.
SAID_BESIDE = 6.0
SAID_ELSEWHERE = -2.0
IN_COUNTRY = 2.0
MAIN_COUNTRY = 2.0
IN_DIVISION = 1.5
ROUNDS = 2  # of weighing the candidates of all names against each other
PEOPLE = 1.1  # a power of ten of inhabitants
AREA_PEOPLE = 30  # what a region without a count is taken to hold, a square km of its radius
SAME_NAME = 1.2
KIND = {"country": 4.0, "admin1": -0.6, "city": 0.6, "admin2": -1.2, "area": -2.0, "region": 1.2, "site": 1.2}
REVIEWED, REVIEWED_ALONE = 2.5, 4.0  # alone: in no other list, and without a count of people
CAPITAL, CAPITAL_FROM = 1.0, 50_000  # a seat of government is in the news; a village that is one is not
# With no country to go by, a town is not taken before another so called, from this share of its people on; where
# its own name is another ("Victoria" in Hong Kong), before any large one.
RIVAL, RIVAL_OF_OTHER_NAME, FAR_APART_KM = 0.5, 0.01, 100.0
ELSEWHERE = 4  # a town abroad outweighs a division's bare name from this share of its people on
DIVISION = 2.0  # a first-order division without a town of its name: "Oregon" is the state
SEAT_FROM = 5_000
NAMESAKE = 1.5  # points of company from which a town of a country's name is meant: some two neighbours
TYPE_FITS = {
    "admin": {"admin1": 4.0, "admin2": 3.5, "region": 1.0, "country": 0.5},
    "town": {"city": 2.0, "area": 1.0, "admin1": -2.0, "admin2": -2.0, "country": -6.0},
    "area": {"area": 2.0, "city": 0.5, "country": -6.0, "admin1": -2.0},
    "site": {"site": 3.0, "admin1": -2.0, "country": -6.0},
    "nature": {"region": 3.0, "site": 1.0},
}
# A place of fewer people is taken only where its country is spoken of, or its container stands beside it.
KNOWN_FROM = 15_000
# What only the start of a sentence, or its place before another noun, marks as a name may be a common word.
WEAK_FROM = 5_000
# No country is spoken of: a town is taken whose name of several words no place abroad bears, and at home none of a
# fifth of its people.
ONLY_FROM, RIVAL_OF_ONLY = 1_000, 0.2
MAIN_SHARE = 0.2  # of a report's talk of countries
# A town news report is about its own town: a small namesake farther off than this is another place.
LOCAL_KM = 40.0
LARGE_CITY = 300_000
# A report whose towns, at least so many, all lie so near each other tells of that neighbourhood alone.
NEIGHBOURS, AWAY_KM = 2, 150.0
BEYOND = 1.5  # radii of a division past which nothing lies in it: its reach is that of a circle as large
MAIN_LAND = 0.5  # share from which a report is taken to be about one country


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a report speaks of: countries by weight, divisions by the names for them, names sure of a country."""

    weight: Weights
    divisions: dict[str, set[str]]
    sure: dict[str, str]

    def without(self, key: str) -> Weights:
        """The countries by weight, but for what one name adds by being sure: it tells nothing of itself."""
        land = self.sure.get(key)
        if land is None or self.weight.get(land, 0.0) > 1.0:
            return self.weight
        return {iso: w for iso, w in self.weight.items() if iso != land}


def choose(
    names: list[Name],
    weight: Weights,
    gazetteer: Gazetteer,
    base: Place | None = None,
    *,
    told: bool = False,
    home: tuple[Place, ...] = (),
) -> None:
    """Settle what each name means; names that mean nothing sure stay without a place.

    Args: base: the dateline's town; told: the names are known to be names of places, so the best is taken;
          home: the places that the publisher may be named for.
    """
    spoken = Spoken(weight, divisions_of(names), sure_of(names))
    groups: dict[tuple[str, str], list[Name]] = defaultdict(list)
    held: dict[int, list[Name]] = {}
    under = headings(names)
    for k, name in enumerate(names):
        name.division = name.division or _is_governed(name)
        held[id(name)] = [*beside(names, k), *([under[id(name)]] if id(name) in under else [])]
    for name in names:
        for holder in held[id(name)]:
            holder.division = holder.division or _is_of_division(name, holder)
    for name in names:
        if name.places:
            groups[key_of(name.text), _class_of(name)].append(name)
    _share_quarters(groups, base)
    scored = [
        _scored(group, spoken, [b for n in group for b in held[id(n)]], gazetteer)
        for group in groups.values()
    ]
    said = Counter(n.places[0].id for n in names if n.places)
    local = (
        Candidates(key_of(home[0].name), [Scored(p, worth(p, p.name, ""), "size") for p in home])
        if home
        else None
    )
    for _ in range(ROUNDS):
        support([*scored, local] if local else scored, base)
    for group, candidates in zip(groups.values(), scored, strict=True):
        home_of = local is not None and local.key == candidates.key
        _take(group, candidates, weight, told=told, local=home_of, said=said[group[0].places[0].id])
    for name in names if not told else ():
        _bind(name, held[id(name)])
    for key, group in groups.items() if not told else ():
        others = [g[0].chosen for k, g in groups.items() if k[0] != key[0] and g[0].chosen]
        near = [p for p in others if p and p.kind != "country"]
        _leave_far(group, [*near, *([base] if base else [])], weight, base)


def _type_of(name: Name) -> str:
    return words().types.get(name.type_word, "")


def _is_governed(name: Name) -> bool:
    """For "New York Gov. Hale", "New York state": the division."""
    tokens = name.sentence.tokens
    return name.end < len(tokens) and tokens[name.end].lower in GOVERNED


def _is_of_division(name: Name, holder: Name) -> bool:
    """For "Buffalo, New York": the small town lies in the division that the second name may mean."""
    divisions = {p.id for p in holder.places if p.kind == "admin1"}
    return any(p.admin1 in divisions for p in name.places) and name.places[0].population < LARGE_CITY


GOVERNED = frozenset({"gov", "gov.", "governor", "state", "legislature", "lawmakers", "senate"})


def _is_division(name: Name) -> bool:
    return name.division and any(p.kind == "admin1" for p in name.places)


def _class_of(name: Name) -> str:
    """What sort of type word stands behind a name; its namesakes of another sort are chosen apart."""
    kind = _type_of(name)
    if not kind and _is_division(name) and name.places[0].kind != "country":
        return "admin"
    if name.type_at >= name.end and name.type_word in words().ways:
        return "way"
    if kind == "admin" or (kind in {"site", "nature"} and name.type_at >= name.end):
        return kind
    return ""


def _share_quarters(groups: dict[tuple[str, str], list[Name]], base: Place | None) -> None:
    """A name that the report calls a quarter once is one each time, where the dateline's town is large."""
    if base is None or base.population < LARGE_CITY:
        return
    told = {
        key
        for (key, _), group in groups.items()
        if any(_type_of(n) == "area" or _is_listed(n, "area") for n in group)
    }
    for (key, _), group in groups.items():
        for name in group if key in told else ():
            name.quarter = True


def _is_listed(name: Name, kind: str) -> bool:
    """For the first names of "Northgate and Southgate localities", "Clay, Pike and Douglas counties"."""
    tokens, i = name.sentence.tokens, name.end
    if i >= len(tokens) or tokens[i].text not in {",", "and"}:
        return False
    while i < len(tokens) and (tokens[i].text in {",", "and"} or is_capital(tokens[i])):
        i += 1
    follow = tokens[i].lower if i < len(tokens) else ""
    return follow.endswith("s") and words().types.get(follow, words().types.get(tokens[i].lemma, "")) == kind


def _bind(name: Name, held_by: list[Name]) -> None:
    """What is written behind a name holds it: where no place so called lies there, it is an unlisted place inside."""
    around = [b.chosen for b in held_by if b.chosen and b.chosen.kind in {"admin1", "admin2", "city"}]
    if not around or _type_of(name) == "admin":
        return
    spot = name.chosen
    if spot is None or (spot.kind in {"city", "area"} and all(_lies_off(spot, c) for c in around)):
        name.chosen, name.how, name.inside = None, "", around[0]


def _lies_off(place: Place, container: Place) -> bool:
    return (
        place.country != container.country
        or gap_km(place, container) > BEYOND * container.radius_km + LOCAL_KM
    )


def _leave_far(group: list[Name], others: list[Place], weight: Weights, base: Place | None) -> None:
    """Leave a small far-off namesake: streets, sites and quarters lie in a town that the report tells of."""
    place, kind = group[0].chosen, _class_of(group[0])
    if place is None or (group[0].how == "said" and kind != "way"):
        return
    if kind == "way" and place.kind not in {"site", "region"}:
        far = True
    elif kind in {"site", "nature"} and not group[0].quarter and place.kind in {"city", "area"}:
        far = not _may_name_site(place, group[0], others, weight)
    else:
        far = (
            group[0].quarter
            and base is not None
            and place.kind in {"city", "area"}
            and (gap_km(base, place) > LOCAL_KM and place.population < LARGE_CITY)
        )
        alone = len(group[0].places) == 1 or (base is not None and base.id == place.id)
        far = far or (not alone and _is_out_of_company(place, others))
    if far:
        for name in group:
            name.chosen, name.how = None, ""


def _is_out_of_company(place: Place, others: list[Place]) -> bool:
    """Whether a report keeps to one neighbourhood, and a small place lies far from it: then it is a namesake."""
    towns = {p.id: p for p in others if p.kind in {"city", "area", "site"} and p.id != place.id}
    first = next(iter(towns.values()), None)
    if first is None or len(towns) < NEIGHBOURS or place.kind not in {"city", "area"}:
        return False
    if place.population >= LARGE_FROM or any(gap_km(first, p) > AWAY_KM for p in towns.values()):
        return False
    return all(gap_km(place, p) > AWAY_KM for p in towns.values())


def is_local(names: list[Name], base: Place | None) -> bool:
    """Whether most towns of a report lie at its dateline: then what it leaves unplaced does too."""
    towns = [n.chosen for n in names if n.chosen and n.chosen.kind in {"city", "area", "site"}]
    return base is not None and 2 * sum(gap_km(base, p) < LOCAL_KM for p in towns) > len(towns) > 0


def _may_name_site(place: Place, name: Name, others: list[Place], weight: Weights) -> bool:
    """Whether a site called by a town's name lies at it: a base most often does, a school or hill seldom."""
    share = weight.get(place.country or "", 0.0) / (sum(weight.values()) or 1.0)
    if any(gap_km(place, p) < LOCAL_KM for p in others):
        return True
    if name.type_word in words().at_town:
        return share > MAIN_SHARE / 2 or place.population >= LARGE_FROM
    return share > MAIN_SHARE and place.population >= KNOWN_FROM


OF_MANY = frozenset({"cities", "towns", "villages"})  # "Texas cities" lie in Texas


def _scored(group: list[Name], spoken: Spoken, held_by: list[Name], gazetteer: Gazetteer) -> Candidates:
    """The places that a spelling may mean, each with what speaks for it but for its distance to others."""
    weight = spoken.without(key_of(group[0].text))
    top = next(iter(ranked(weight)), None)
    total = sum(weight.values()) or 1.0
    containers = [p for b in held_by for p in b.places[:6] if p.kind != "site"]
    types = (_type_of(n) for n in group if n.type_word and n.type_word not in OF_MANY)
    type_word = next(types, "") or _told_type(group)
    own, found = {key_of(group[0].text)}, []
    land = group[0].places[0].kind == "country"
    for place in group[0].places:
        inside = any(holds(c, place, gazetteer) for c in containers if not (land and c.kind == "country"))
        place_points = CAPITAL if place.kind == "city" and _is_capital(place, gazetteer) else 0.0
        score = worth(place, group[0].text, type_word)
        score += place_points
        score += DIVISION if place.kind == "admin1" and not _has_seat(place, group[0].places) else 0.0
        score += SAID_BESIDE if inside else (SAID_ELSEWHERE if containers else 0.0)
        if place.country in weight:
            score += IN_COUNTRY + MAIN_COUNTRY * weight[place.country] / total
            score += 0.5 if place.country == top else 0
        if spoken.divisions.get(place.admin1 or "", own) != own:  # a name tells nothing of itself
            score += IN_DIVISION
        how = "said" if inside else ("context" if place.country in weight else "size")
        found.append(Scored(place, score, how))
    return Candidates(key_of(group[0].text), found)


def _told_type(group: list[Name]) -> str:
    """What sort of place a spelling tells without a type word: "N.Y.", "Clay" in "Clay and Douglas counties"."""
    short = words().abbreviations
    if any(n.text in short or n.text + "." in short or _is_division(n) for n in group) or any(
        _is_listed(n, "admin") for n in group
    ):
        return "admin"
    return ""


def _has_seat(division: Place, places: tuple[Place, ...]) -> bool:
    """Whether a town of a division's name lies in it, or a large one elsewhere: the town is meant more often.

    "Gaza" is no province of Mozambique by its size alone.
    """
    return any(
        p.kind == "city"
        and p.population
        > (
            SEAT_FROM
            if p.admin1 == division.id
            else division.population / (12 if p.country == division.country else ELSEWHERE)
        )
        for p in places
    )


def _take(
    group: list[Name],
    candidates: Candidates,
    weight: Weights,
    *,
    told: bool,
    local: bool = False,
    said: int = 0,
) -> None:
    """Give all names of one spelling its best candidate, where that is sure enough.

    Args: local: the publisher is named for it; said: how often the report names the country so called.
    """
    best, town = candidates.best(local=local), None
    land = group[0].places[0]
    if land.kind == "country" and (local or told):
        town = _namesake(land, said, candidates, weight)
        town = town if town and (local or town.near >= NAMESAKE) else None
    place, how = (town.place, town.how) if town else (best.place, best.how)
    if land.kind == "country" and how != "said" and not town:
        place, how = land, "context"  # unless the words beside it say otherwise
    for name in group:
        name.chosen, name.how = None, ""
        if told or _is_sure(place, how, group, weight):
            name.chosen, name.how = place, how


def _is_capital(place: Place, gazetteer: Gazetteer) -> bool:
    if place.country is None or place.population < CAPITAL_FROM:
        return False
    return _seat(place.country, gazetteer) == place.id


@lru_cache(maxsize=512)
def _seat(country: str, gazetteer: Gazetteer) -> str | None:
    seat = gazetteer.capital(country)
    return seat.id if seat else None


def _namesake(land: Place, said: int, candidates: Candidates, weight: Weights) -> Scored | None:
    """The best town of a country's name, where nothing but that name speaks of the country."""
    alone = weight.get(land.country or "", 0.0) <= 2.0 * said + 1.0
    towns = [s for s in candidates.places if s.place.kind == "city"]
    return max(towns, key=lambda s: s.total, default=None) if alone else None


def worth(place: Place, text: str, type_word: str) -> float:
    """What speaks for a place before anything of the report is known."""
    people = place.population or (
        AREA_PEOPLE * place.radius_km**2 if place.kind in {"region", "admin1"} else 0
    )
    score = PEOPLE * math.log10(people + 100) + KIND[place.kind]
    score += (REVIEWED_ALONE if place.id.startswith("dl:") else REVIEWED) if is_reviewed(place) else 0.0
    if _is_own_name(place, text):
        score += SAME_NAME
    return score + TYPE_FITS.get(type_word, {}).get(place.kind, 0.0)


@lru_cache(maxsize=4096)
def _is_own_name(place: Place, text: str) -> bool:
    """Whether a text is a place's own name, or that name spelled another way: "Odessa" for Odesa."""
    own, asked = (soft_key(key_of(name)).removesuffix(" city") for name in (place.name, text))
    return own == asked or (skeleton(own) == skeleton(asked) and distance(own, asked) <= len(asked) / 5)


def is_reviewed(place: Place) -> bool:
    """Whether a place stands in the reviewed table: of towns and sites only these come with a radius."""
    return place.id.startswith("dl:") or (place.kind == "city" and place.radius_km > 0)


def _is_sure(place: Place, how: str, group: list[Name], weight: Weights) -> bool:
    """Whether to take a place at all: better none than one on the wrong continent."""
    if (
        place.kind == "country"
        or how == "said"
        or (place.kind in {"region", "site"} and not _is_plain(place))
    ):
        return True
    share = weight.get(place.country or "", 0.0) / (sum(weight.values()) or 1.0)
    if all(n.weak for n in group) and place.population < (WEAK_FROM if share > MAIN_SHARE else LARGE_FROM):
        return False
    if not any(_is_in_position(n) for n in group) and place.population < KNOWN_FROM and share < MAIN_SHARE:
        return False
    if place.country in weight:
        return True
    if place.kind == "admin1":
        return place.population > LARGE_FROM or is_reviewed(place)
    own = soft_key(key_of(place.name)) == soft_key(key_of(group[0].text))
    main = max(weight.values(), default=0.0) / (sum(weight.values()) or 1.0)
    large = place.population >= (KNOWN_FROM if weight and own and main < MAIN_LAND else LARGE_FROM)
    return (large and not _is_rivalled(place, group[0])) or _is_only(place, group)


def _is_only(place: Place, group: list[Name]) -> bool:
    """Whether a name of several words, behind a preposition of place, is one town's by far: "Port Richey"."""
    if place.kind != "city" or place.population < ONLY_FROM or " " not in place.name:
        return False
    text = group[0].text
    others = [p for p in group[0].places if p.id != place.id and _is_own_name(p, text)]
    return (
        _is_own_name(place, text)
        and all(
            p.country == place.country and p.population < RIVAL_OF_ONLY * place.population for p in others
        )
        and any(n.cue in words().strong_cues for n in group)
    )


def _is_rivalled(town: Place, name: Name) -> bool:
    """Whether another town of the name is about as large, where nothing speaks for either: "Springfield"."""
    own = _is_own_name(town, name.text)
    least = RIVAL if own else RIVAL_OF_OTHER_NAME
    # a middling town's other name gives way to any town that is called so: Suluk in Syria, and Jolo
    people = 0.0 if not own and town.population < FAMED_FROM else max(least * town.population, LARGE_FROM)
    return any(
        p.kind == "city"
        and p.population >= people
        and _is_own_name(p, name.text)
        and gap_km(p, town) > FAR_APART_KM
        for p in name.places
        if p.id != town.id
    )


def _is_plain(place: Place) -> bool:
    """Whether nobody reviewed a region or site: of those in a full GeoNames dump many bear common words."""
    return place.id.startswith("gn:")


def _is_in_position(name: Name) -> bool:
    """Whether a name stands where places stand: after a preposition or with a type word."""
    return bool(name.type_word) or name.cue in words().place_cues
