"""Names with all places that bear them -> the one each name means in this report, or none.

One name has one meaning in a report. What counts: the countries that the report speaks of, what is said
beside the name ("X in Y", "X, Y"), places already settled, how many people live there, and the kind of place.
"""

from __future__ import annotations

import math
from collections import defaultdict

from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.lexicons.gazetteer_keys import key_of, soft_key
from dateline.mentions.places.beside import beside, gap_km, headings, holds
from dateline.mentions.places.names import Name, is_capital
from dateline.mentions.places.near import Candidates, Scored, support
from dateline.mentions.places.spoken import LARGE_FROM, Weights, divisions_of, ranked
from dateline.mentions.places.words import words

# Points, set by hand on the development halves; only their order of size matters: what is said beside a name
# outweighs the report's countries, these outweigh size, size outweighs kind.
SAID_BESIDE = 6.0
SAID_ELSEWHERE = -2.0
IN_COUNTRY = 2.0
MAIN_COUNTRY = 2.0
IN_DIVISION = 1.5
ROUNDS = 2  # of weighing the candidates of all names against each other
PEOPLE = 0.7  # a power of ten of inhabitants
AREA_PEOPLE = 30  # what a region without a count is taken to hold, a square km of its radius
SAME_NAME = 1.2
KIND = {"country": 4.0, "admin1": -0.6, "city": 0.6, "admin2": -1.2, "area": -1.0, "region": 1.2, "site": 1.2}
REVIEWED = 2.5
TYPE_FITS = {
    "admin": {"admin1": 4.0, "admin2": 3.5, "region": 1.0, "country": 0.5},
    "town": {"city": 2.0, "area": 1.0, "admin1": -2.0, "admin2": -2.0, "country": -6.0},
    "area": {"area": 2.0, "city": 0.5, "country": -6.0, "admin1": -2.0},
    "site": {"site": 3.0},
    "nature": {"region": 3.0, "site": 1.0},
}
# A place of fewer people is taken only where its country is spoken of, or its container stands beside it.
KNOWN_FROM = 15_000
# What only the start of a sentence, or its place before another noun, marks as a name may be a common word.
WEAK_FROM = 5_000
MAIN_SHARE = 0.2  # of a report's talk of countries
# A town news report is about its own town: a small namesake farther off than this is another place.
LOCAL_KM = 40.0
LARGE_CITY = 300_000
MAIN_LAND = 0.5  # share from which a report is taken to be about one country


def choose(
    names: list[Name],
    weight: Weights,
    gazetteer: Gazetteer,
    base: Place | None = None,
    *,
    told: bool = False,
) -> None:
    """Settle what each name means; names that mean nothing sure stay without a place.

    Args: base: the dateline's town; told: the names are known to be names of places, so the best is taken.
    """
    divisions = divisions_of(names)
    groups: dict[tuple[str, str], list[Name]] = defaultdict(list)
    held: dict[int, list[Name]] = {}
    under = headings(names)
    for k, name in enumerate(names):
        held[id(name)] = [*beside(names, k), *([under[id(name)]] if id(name) in under else [])]
        if name.places:
            groups[key_of(name.text), _class_of(name)].append(name)
    _share_quarters(groups, base)
    scored = [
        _scored(group, (weight, divisions), [b for n in group for b in held[id(n)]], gazetteer)
        for group in groups.values()
    ]
    for _ in range(ROUNDS):
        support(scored, base)
    for group, candidates in zip(groups.values(), scored, strict=True):
        _take(group, candidates, weight, told=told)
    for key, group in groups.items() if not told else ():
        others = [g[0].chosen for k, g in groups.items() if k[0] != key[0] and g[0].chosen]
        near = [p for p in others if p and p.kind != "country"]
        _leave_far(group, [*near, *([base] if base else [])], weight, base)


def _type_of(name: Name) -> str:
    return words().types.get(name.type_word, "")


def _class_of(name: Name) -> str:
    """What sort of type word stands behind a name; its namesakes of another sort are chosen apart."""
    kind = _type_of(name)
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
        if any(_type_of(n) == "area" or _is_listed_quarter(n) for n in group)
    }
    for (key, _), group in groups.items():
        for name in group if key in told else ():
            name.quarter = True


def _is_listed_quarter(name: Name) -> bool:
    """For the first name of "Northgate and Southgate localities"."""
    tokens, i = name.sentence.tokens, name.end
    while i < len(tokens) and (tokens[i].text in {",", "and"} or is_capital(tokens[i])):
        i += 1
    follow = tokens[i].lower if name.end < i < len(tokens) and tokens[name.end].text in {",", "and"} else ""
    return follow.endswith("s") and words().types.get(follow) == "area"


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
    if far:
        for name in group:
            name.chosen, name.how = None, ""


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


def _scored(
    group: list[Name], spoken: tuple[Weights, dict[str, set[str]]], held_by: list[Name], gazetteer: Gazetteer
) -> Candidates:
    """The places that a spelling may mean, each with what speaks for it but for its distance to others."""
    weight, divisions = spoken
    top = next(iter(ranked(weight)), None)
    total = sum(weight.values()) or 1.0
    containers = [p for b in held_by for p in b.places[:6] if p.kind != "site"]
    type_word = next((_type_of(n) for n in group if n.type_word), "")
    own, found = {key_of(group[0].text)}, []
    for place in group[0].places:
        inside = any(holds(c, place, gazetteer) for c in containers)
        score = worth(place, group[0].text, type_word)
        score += SAID_BESIDE if inside else (SAID_ELSEWHERE if containers else 0.0)
        if place.country in weight:
            score += IN_COUNTRY + MAIN_COUNTRY * weight[place.country] / total
            score += 0.5 if place.country == top else 0
        if divisions.get(place.admin1 or "", own) != own:  # a name tells nothing of itself
            score += IN_DIVISION
        how = "said" if inside else ("context" if place.country in weight else "size")
        found.append(Scored(place, score, how))
    return Candidates(key_of(group[0].text), found)


def _take(group: list[Name], candidates: Candidates, weight: Weights, *, told: bool) -> None:
    """Give all names of one spelling its best candidate, where that is sure enough."""
    best = candidates.best()
    land = group[0].places[0]
    place, how = best.place, best.how
    if land.kind == "country" and how != "said":
        place, how = (
            land,
            "context",
        )  # a country's name is the country, unless the words beside it say otherwise
    for name in group:
        name.chosen, name.how = None, ""
        if told or _is_sure(place, how, group, weight):
            name.chosen, name.how = place, how


def worth(place: Place, text: str, type_word: str) -> float:
    """What speaks for a place before anything of the report is known."""
    people = place.population or (
        AREA_PEOPLE * place.radius_km**2 if place.kind in {"region", "admin1"} else 0
    )
    score = PEOPLE * math.log10(people + 100) + KIND[place.kind]
    score += REVIEWED if is_reviewed(place) else 0.0
    if soft_key(key_of(place.name)) == soft_key(key_of(text)):
        score += SAME_NAME
    return score + TYPE_FITS.get(type_word, {}).get(place.kind, 0.0)


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
        return place.population > LARGE_FROM
    own = soft_key(key_of(place.name)) == soft_key(key_of(group[0].text))
    main = max(weight.values(), default=0.0) / (sum(weight.values()) or 1.0)
    return place.population >= (KNOWN_FROM if weight and own and main < MAIN_LAND else LARGE_FROM)


def _is_plain(place: Place) -> bool:
    """Whether nobody reviewed a region or site: of those in a full GeoNames dump many bear common words."""
    return place.id.startswith("gn:")


def _is_in_position(name: Name) -> bool:
    """Whether a name stands where places stand: after a preposition or with a type word."""
    return bool(name.type_word) or name.cue in words().place_cues
