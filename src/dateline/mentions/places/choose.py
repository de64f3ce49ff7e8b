"""Names with all places that bear them -> the one each name means in this report, or none.

One name has one meaning in a report. What counts: the countries that the report speaks of, what is said
beside the name ("X in Y", "X, Y"), places already settled, how many people live there, and the kind of place.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from dateline.lexicons.earth import distance_km
from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.lexicons.gazetteer_keys import key_of, soft_key
from dateline.mentions.places.names import Name, is_capital, joined
from dateline.mentions.places.words import words
from dateline.records import Report, Sentence

Weights = dict[str, float]  # ISO3 of a country -> how much a report speaks of it

# Points, set by hand on the development halves; only their order of size matters: what is said beside a name
# outweighs the report's countries, these outweigh size, size outweighs kind.
SAID_BESIDE = 6.0
SAID_ELSEWHERE = -2.0
IN_COUNTRY = 2.0
MAIN_COUNTRY = 2.0
PEOPLE = 0.7  # a power of ten of inhabitants
AREA_PEOPLE = 30  # what a region without a count is taken to hold, a square km of its radius
NEAR_KM, FAR_KM = 150.0, 500.0
FAR_DEGREES = FAR_KM / 111  # of latitude: what is further off to the north or south need not be measured
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
# With no country named at all, a bare name must be a large town.
LARGE_FROM = 100_000
# What only the start of a sentence, or its place before another noun, marks as a name may be a common word.
WEAK_FROM = 5_000
MAIN_SHARE = 0.2  # of a report's talk of countries
WEIGHT_HEADLINE, WEIGHT_DATELINE = 2.0, 3.0
# A town news report is about its own town: a small namesake farther off than this is another place.
LOCAL_KM = 40.0
LARGE_CITY = 300_000
MAIN_LAND = 0.5  # share from which a report is taken to be about one country


def ranked(weight: Weights) -> list[str]:
    """The countries of a report, the one it speaks of most first."""
    return sorted(weight, key=lambda iso: (-weight[iso], iso))


def countries_of(
    report: Report,
    sentences: Iterable[Sentence],
    names: list[Name],
    gazetteer: Gazetteer,
) -> Weights:
    """How much a report speaks of each country: by name, by adjective, by its well-known places."""
    lex = words()
    weight: Weights = defaultdict(float)
    for sentence in sentences:
        heavy = WEIGHT_HEADLINE if sentence.section == "headline" else 1.0
        for i, token in enumerate(sentence.tokens):
            if is_capital(token):
                iso = lex.demonyms.get(token.text) or lex.regional.get(token.text)
                pair = joined(sentence.tokens, i, i + 2)
                iso = lex.demonyms.get(pair, iso)
                if iso:
                    weight[iso] += heavy
    for name in names:
        if name.places and name.places[0].kind == "country" and name.places[0].country:
            weight[name.places[0].country] += 2.0
    for text in _around(report):
        for part in _parts(text):
            for place in gazetteer.lookup(part)[:1]:
                if place.country and (place.kind == "country" or place.population > LARGE_FROM):
                    weight[place.country] += WEIGHT_DATELINE
    _add_sure(weight, names)
    return dict(weight)


def _around(report: Report) -> list[str]:
    """The dateline, or the capitals that open a text in its stead ("BEIRUT (AP) -")."""
    opening = report.text[:60].split("(")[0].split("—")[0].split(" - ")[0].split(" – ")[0].strip(" ,")
    return [t for t in (report.dateline, opening if opening.isupper() else None) if t]


def _parts(text: str) -> list[str]:
    return [
        p.strip(" .") for p in text.split("(", maxsplit=1)[0].replace("--", ",").split(",") if p.strip(" .")
    ]


def _add_sure(weight: Weights, names: list[Name]) -> None:
    """Names whose every place worth thinking of lies in one country speak for it, each once."""
    told: set[str] = set()
    for name in names:
        key = key_of(name.text)
        if key in told or not name.places or name.modifier:
            continue
        told.add(key)
        big = [p for p in name.places if p.population >= LARGE_FROM or p.kind in {"site", "region"}]
        lands = {p.country for p in big}
        if len(lands) == 1 and (land := next(iter(lands))):
            weight[land] += 1.0


def choose(names: list[Name], weight: Weights, gazetteer: Gazetteer, base: Place | None = None) -> None:
    """Settle what each name means; names that mean nothing sure stay without a place. `base`: the dateline's town."""
    beside = {id(n): _beside(names, k) for k, n in enumerate(names)}
    groups: dict[tuple[str, str], list[Name]] = defaultdict(list)
    for name in names:
        if name.places:
            groups[key_of(name.text), _class_of(name)].append(name)
    _share_quarters(groups, base)
    settled: dict[tuple[str, str], Place] = {}
    for _ in range(2):
        round_: dict[tuple[str, str], Place] = {}
        for key, group in groups.items():
            others = [p for k, p in settled.items() if k[0] != key[0]]  # a name is no company to itself
            if base and base.id not in {p.id for p in others}:
                others.append(base)
            _settle(group, weight, others, [b for n in group for b in beside[id(n)]], gazetteer)
            _leave_far(group, others, weight, base)
            if group[0].chosen and group[0].chosen.kind != "country":
                round_[key] = group[0].chosen
        settled = round_


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


def _settle(
    group: list[Name], weight: Weights, settled: list[Place], beside: list[Name], gazetteer: Gazetteer
) -> None:
    """Choose one place for all names of one spelling."""
    top = next(iter(ranked(weight)), None)
    total = sum(weight.values()) or 1.0
    containers = [p for b in beside for p in b.places[:6] if p.kind != "site"]
    type_word = next((_type_of(n) for n in group if n.type_word), "")
    best: tuple[float, Place, str] | None = None
    for place in group[0].places:
        inside = any(_holds(c, place, gazetteer) for c in containers)
        score = worth(place, group[0].text, type_word)
        score += SAID_BESIDE if inside else (SAID_ELSEWHERE if containers else 0.0)
        if place.country in weight:
            score += (
                IN_COUNTRY
                + MAIN_COUNTRY * weight[place.country] / total
                + (0.5 if place.country == top else 0)
            )
        score += _company(place, settled)
        if best is None or score > best[0]:
            how = "said" if inside else ("context" if place.country in weight else "size")
            best = (score, place, how)
    land = group[0].places[0]
    if best and land.kind == "country" and best[2] != "said":
        best = (
            best[0],
            land,
            "context",
        )  # a country's name is the country, unless the words beside it say otherwise
    for name in group:
        name.chosen, name.how = None, ""
        if best and _is_sure(best[1], best[2], group, weight):
            name.chosen, name.how = best[1], best[2]


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


def _company(place: Place, settled: list[Place]) -> float:
    """Places named in one report lie near each other more often than not."""
    others = (p for p in settled if abs(p.lat - place.lat) < FAR_DEGREES and p.id != place.id)
    nearest = min((gap_km(place, p) for p in others), default=FAR_KM)
    if nearest >= FAR_KM:
        return 0.0
    return 1.0 if nearest < NEAR_KM else 0.4


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


def _beside(names: list[Name], k: int) -> list[Name]:
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


LINKED = ([","], ["in"], [",", "in"], ["of"], [",", "a", "in"], ["(", "in"])


def _is_list_end(name: Name, other: Name) -> bool:
    """In "X, Y" the second holds the first only if it is a country or a division, and no list goes on."""
    if other.modifier:
        return False
    if not any(p.kind in {"country", "admin1", "region", "admin2"} for p in other.places[:3]):
        return bool(other.places) and name.unknown
    after = max(other.end, other.full[1])
    tokens = other.sentence.tokens
    return not (
        after < len(tokens) and tokens[after].lower == "and" and name.chosen is None and _all_countries(name)
    )


def _all_countries(name: Name) -> bool:
    return bool(name.places) and name.places[0].kind == "country"


def _holds(container: Place, place: Place, gazetteer: Gazetteer) -> bool:
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
