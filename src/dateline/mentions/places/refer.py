"""Sentences with places settled -> places told without a name: "the city", "the prison", "the border"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from dateline.lexicons.earth import distance_km
from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.mentions.places.names import Name
from dateline.mentions.places.shape import Shape, part_of, precision_of, radius_of
from dateline.mentions.places.spoken import Weights, ranked
from dateline.mentions.places.words import words
from dateline.records import Precision, Sentence, Where

# The word after "the", and the kinds of place that it may stand for.
TOWNS = {"city": {"city"}, "town": {"city"}, "village": {"city"}, "neighborhood": {"area"},
         "neighbourhood": {"area"}, "suburb": {"area", "city"}, "settlement": {"city"}}  # fmt: skip
DIVISIONS = {"province": {"admin1"}, "governorate": {"admin1"}, "district": {"admin2", "area"},
             "county": {"admin2"}, "region": {"region", "admin1"}, "enclave": {"region", "city"},
             "peninsula": {"region"}, "island": {"region"}, "valley": {"region"}}  # fmt: skip
SITES = frozenset(
    [
        "prison",
        "jail",
        "camp",
        "airport",
        "airbase",
        "airfield",
        "base",
        "dam",
        "hospital",
        "refinery",
        "barracks",
        "facility",
        "compound",
        "palace",
        "plant",
        "mosque",
        "university",
        "crossing",
        "bridge",
        "embassy",
        "stadium",
        "hotel",
    ]
)
# "the detention facility" is the prison.
SAME_SITE = {
    "jail": "prison",
    "facility": "prison",
    "airbase": "base",
    "airfield": "airport",
    "compound": "palace",
}
OWNERS = frozenset({"the", "this", "that"})
BORDER_KM = 50.0
# A country borders a region only where its divisions lie within so many of the region's radii.
BESIDE_RADII = 4.0


def capital_of(
    sentence: Sentence, names: list[Name], weight: Weights, gazetteer: Gazetteer, told: list[Shape]
) -> Iterator[Shape]:
    """For "the capital of Libya", "the Libyan capital", "Libya's capital", "the capital".

    The capital of a division that was told before goes before that of the country.
    """
    tokens, lex = sentence.tokens, words()
    seat = next((s for s in reversed(told) if s.where.name.startswith("capital of ")), None)
    for i, token in enumerate(tokens):
        if token.lower != "capital" or i == 0 or _named_after(names, sentence, i + 1):
            continue
        start, country = i - 1, None
        behind = next((n for n in names if n.sentence is sentence and n.start in {i + 2, i + 3}), None)
        if i + 1 < len(tokens) and tokens[i + 1].lower == "of":
            if behind is None or behind.chosen is None or behind.chosen.kind != "country":
                continue
            country = behind.chosen.country
        elif tokens[i - 1].text in lex.demonyms:
            country = lex.demonyms[tokens[i - 1].text]
            start = i - 2 if i > 1 and tokens[i - 2].lower == "the" else i - 1
        elif owner := next((n for n in names if n.sentence is sentence and n.end == i - 1), None):
            country = owner.chosen.country if owner.chosen and owner.chosen.kind == "country" else None
            start = owner.start
        elif tokens[i - 1].lower in OWNERS and seat:
            yield Shape(seat.where, i - 1, i + 1, "places.definite", f"the {seat.where.name}, told before")
            continue
        elif tokens[i - 1].lower in OWNERS and weight:
            country = ranked(weight)[0]
        place = _capital(country, gazetteer) if country else None
        if place and token.pos != "ADJ":
            where = Where(
                place.name, place.id, place.country, place.lat, place.lon, Precision.EXACT, radius_of(place)
            )
            yield Shape(where, max(0, start), i + 1, "places.capital", f"the capital of {country}")


def _named_after(names: list[Name], sentence: Sentence, at: int) -> bool:
    """Whether the name itself follows: "the Libyan capital, Tripoli", "the capital Damascus"."""
    return any(n.sentence is sentence and n.start in {at, at + 1} and n.chosen for n in names) and not (
        at < len(sentence.tokens) and sentence.tokens[at].lower in {"of", "and"}
    )


def _capital(country: str, gazetteer: Gazetteer) -> Place | None:
    other = words().capitals.get(country)
    if other:
        return next((p for p in gazetteer.lookup(other) if p.country == country and p.kind == "city"), None)
    return gazetteer.capital(country)


def definite(
    sentence: Sentence, names: list[Name], earlier: list[tuple[int, Shape]], gazetteer: Gazetteer
) -> Iterator[Shape]:
    """For "the city", "the prison": the last place of that kind that the report named before it."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if (
            i == 0
            or token.pos not in {"NOUN", "PROPN"}
            or (i + 1 < len(tokens) and tokens[i + 1].lower == "of")
        ):
            continue
        word = token.lower
        if word not in TOWNS and word not in DIVISIONS and word not in SITES:
            continue
        start = _owner(sentence, i)
        if start is None or _within(names, sentence, i):
            continue
        here = [shape for offset, shape in earlier if offset < tokens[start].start]
        if word in TOWNS or word in DIVISIONS:
            yield from _last_of({**TOWNS, **DIVISIONS}[word], here, start, i, gazetteer)
        else:
            yield from _site(SAME_SITE.get(word, word), word, here, start, i, gazetteer)


def _owner(sentence: Sentence, i: int) -> int | None:
    """The article that opens "the besieged city"; None where a name or a people stands between."""
    lex = words()
    for j in range(i - 1, max(-1, i - 4), -1):
        token = sentence.tokens[j]
        if token.lower in OWNERS:
            return j
        if token.text in lex.demonyms or token.text[:1].isupper() or token.lower in lex.directions:
            return None
        if token.pos not in {"ADJ", "NOUN", "VERB"} or token.dep not in {"amod", "compound"}:
            return None
    return None


def _within(names: list[Name], sentence: Sentence, i: int) -> bool:
    return any(n.sentence is sentence and n.full[0] <= i < n.full[1] for n in names)


def _last_of(kinds: set[str], here: list[Shape], start: int, i: int, gazetteer: Gazetteer) -> Iterator[Shape]:
    for shape in reversed(here):
        place = gazetteer.place(shape.where.place_id) if shape.where.place_id else None
        kind = place.kind if place else ("city" if shape.rule == "places.container" else "")
        if kind in kinds and shape.rule in BARE:
            yield Shape(shape.where, start, i + 1, "places.definite", f"the last named, {shape.where.name}")
            return


# Rules whose where is the place itself, not one beside it.
BARE = frozenset({"places.said", "places.context", "places.size", "places.spelling", "places.container",
                  "places.capital", "places.definite", "places.near", "places.modifier"})  # fmt: skip


def _site(
    kind: str, word: str, here: list[Shape], start: int, i: int, gazetteer: Gazetteer
) -> Iterator[Shape]:
    """The last named site of a sort, else a known one that bears the name of the last named town."""
    for shape in reversed(here):
        lower = shape.where.name.lower()
        if kind in lower or word in lower:
            yield Shape(
                shape.where, start, i + 1, "places.site_coreference", f"the last named, {shape.where.name}"
            )
            return
    for shape in reversed(here):
        if shape.where.precision is not Precision.EXACT or shape.where.place_id is None:
            continue
        town = gazetteer.place(shape.where.place_id)
        for place in gazetteer.lookup(f"{shape.where.name} {kind}"):
            if (
                place.kind == "site"
                and town
                and distance_km((place.lat, place.lon), (town.lat, town.lon)) < 40
            ):
                where = Where(
                    place.name,
                    place.id,
                    place.country,
                    place.lat,
                    place.lon,
                    precision_of(place),
                    radius_of(place),
                )
                yield Shape(where, start, i + 1, "places.site_coreference", f"the {kind} of {town.name}")
                return
        return


def border(
    sentence: Sentence, names: list[Name], weight: Weights, gazetteer: Gazetteer, before: list[Shape]
) -> Iterator[Shape]:
    """For "the border with X", "the Turkish border", "the border between X and Y".

    Where a region of another country was named right before it, the border is that region's.
    """
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.lemma not in {"border", "frontier"} or token.pos not in {"NOUN", "PROPN"}:
            continue
        sides, start, end = _sides(sentence, names, i)
        region = _region_before(names, before, i, gazetteer) if sides else None
        if region and region.country not in sides and (made := _edge(region, sides, gazetteer)):
            yield Shape(made, start, end, "places.border", f"the side of {region.id} that lies that way")
            continue
        home = [iso for iso in ranked(weight)[:3] if iso not in sides]
        with_home = sides[:1] + home if end > i + 1 and tokens[i + 1].lower == "with" else sides + home
        pair = with_home[:2] if sides else []
        if len(pair) == 2 and (made := _between(pair[0], pair[1], gazetteer)):
            yield Shape(
                made, start, end, "places.border", f"where divisions of {pair[0]} and {pair[1]} are closest"
            )


def _region_before(names: list[Name], before: list[Shape], i: int, gazetteer: Gazetteer) -> Place | None:
    """The division or region that the sentence names before token `i`, else the last one told of."""
    here = [n.chosen for n in names if n.end <= i and n.chosen]
    told = [p for s in before if s.where.place_id and (p := gazetteer.place(s.where.place_id))]
    found = [p for p in (*told, *here) if p.kind in {"admin1", "region"} and p.country]
    return found[-1] if found else None


def _edge(region: Place, sides: list[str], gazetteer: Gazetteer) -> Where | None:
    """The point of a region that lies towards the nearest divisions of the countries beside it."""
    near = []
    for iso in sides:
        parts = [(distance_km((p.lat, p.lon), (region.lat, region.lon)), p) for p in gazetteer.divisions(iso)]
        near += sorted(parts, key=lambda x: (x[0], x[1].id))[:2]
    if not near or min(d for d, _ in near) > BESIDE_RADII * max(region.radius_km, BORDER_KM):
        return None
    lat, lon = sum(p.lat for _, p in near) / len(near), sum(p.lon for _, p in near) / len(near)
    far = distance_km((lat, lon), (region.lat, region.lon))
    share = min(0.8 * region.radius_km / far, 1.0) if far else 0.0
    lands = [c.name for iso in sides if (c := gazetteer.place(f"iso:{iso}"))]
    return Where(
        f"border of {region.name} with {' and '.join(lands)}",
        None,
        region.country,
        round(region.lat + share * (lat - region.lat), 3),
        round(region.lon + share * (lon - region.lon), 3),
        Precision.NEAR,
        max(BORDER_KM, round(0.7 * region.radius_km)),
    )


def _sides(sentence: Sentence, names: list[Name], i: int) -> tuple[list[str], int, int]:
    """The countries named right before or behind the word "border", and the stretch that they cover."""
    tokens, lex = sentence.tokens, words()
    sides, start, end = [], i, i + 1
    for j in range(i - 1, max(-1, i - 5), -1):
        named = next((n for n in names if n.sentence is sentence and n.start <= j < n.end and n.chosen), None)
        iso = lex.demonyms.get(tokens[j].text)
        if named and named.chosen and named.chosen.kind == "country":
            iso = named.chosen.country
        if iso:
            sides.append(iso)
            start = j
        elif tokens[j].text not in {"-", "–", "and", "'s"}:
            break
    if i + 1 < len(tokens) and tokens[i + 1].lower in {"with", "between"}:
        behind = [n for n in names if n.sentence is sentence and i < n.start <= i + 6 and n.chosen]
        for n in behind[:2]:
            if n.chosen and n.chosen.kind == "country" and n.chosen.country:
                sides.append(n.chosen.country)
                end = n.end
    return sides, start, end


@lru_cache(256)
def _between(one: str, other: str, gazetteer: Gazetteer) -> Where | None:
    """The middle between the closest divisions of two countries."""
    pairs = [
        (distance_km((a.lat, a.lon), (b.lat, b.lon)), a, b)
        for a in gazetteer.divisions(one)
        for b in gazetteer.divisions(other)
    ]
    if not pairs:
        return None
    close = sorted(pairs, key=lambda x: (x[0], x[1].id, x[2].id))[:4]
    lat = sum(a.lat + b.lat for _, a, b in close) / (2 * len(close))
    lon = sum(a.lon + b.lon for _, a, b in close) / (2 * len(close))
    home = gazetteer.place(f"iso:{one}"), gazetteer.place(f"iso:{other}")
    title = " and ".join(c.name for c in home if c)
    spread = max(distance_km((lat, lon), (p.lat, p.lon)) for _, *two in close for p in two)
    return Where(
        f"border of {title}",
        None,
        one,
        round(lat, 3),
        round(lon, 3),
        Precision.NEAR,
        max(BORDER_KM, round(spread)),
    )


def side(sentence: Sentence, names: list[Name], weight: Weights, gazetteer: Gazetteer) -> Iterator[Shape]:
    """For "in the west", "the Iranian north": a side of that country, else of the report's main one."""
    tokens, lex = sentence.tokens, words()
    for i, token in enumerate(tokens):
        if token.lower not in SIDES or i == 0 or _within(names, sentence, i):
            continue
        after = tokens[i + 1].lower if i + 1 < len(tokens) else "."
        if after in {"of", "-"} or (i + 1 < len(tokens) and tokens[i + 1].pos in {"NOUN", "PROPN", "ADJ"}):
            continue
        iso = lex.demonyms.get(tokens[i - 1].text)
        if iso is None and tokens[i - 1].lower == "the" and i > 1 and tokens[i - 2].lower == "in" and weight:
            iso = ranked(weight)[0]
        country = gazetteer.place(f"iso:{iso}") if iso else None
        if country:
            lat, lon, reach = part_of(country, lex.directions[token.lower], gazetteer)
            title = f"{SIDES[token.lower]} {country.name}"
            where = Where(title, country.id, country.country, lat, lon, Precision.ADMIN, reach)
            yield Shape(where, i - 1, i + 1, "places.side", f"that side of {country.id}")


def of_country(sentence: Sentence, names: list[Name], gazetteer: Gazetteer) -> Iterator[Shape]:
    """For "two Nigerian villages", "a northern Syrian town", "on Turkish soil": that country or side of it.

    "The Nigerian town" points back to one that was named, and is left to do so.
    """
    tokens, lex = sentence.tokens, words()
    for i, token in enumerate(tokens):
        iso = lex.demonyms.get(token.text)
        country = gazetteer.place(f"iso:{iso}") if iso and not _within(names, sentence, i) else None
        if country is None:
            continue
        head, start, way = i + 1, i, None
        while head < len(tokens) and tokens[head].pos == "ADJ" and tokens[head].lower not in lex.of_country:
            head += 1
        while (
            start and tokens[start - 1].pos in {"ADJ", "NUM"} and tokens[start - 1].dep in {"amod", "nummod"}
        ):
            start -= 1
        if head >= len(tokens) or tokens[head].lower not in lex.of_country:
            continue
        if start and (tokens[start - 1].lower in POINTING or tokens[start - 1].tag == "PRP$"):
            continue
        after = tokens[head + 1] if head + 1 < len(tokens) else None
        if after is not None and (after.pos in {"NOUN", "PROPN"} or after.lower == "of"):
            continue  # "the Syrian town of Manbij", "an Iraqi city council"
        for j in range(start, head):
            way = lex.directions.get(tokens[j].lower, way)
        if way is None:
            where = Where(
                country.name, country.id, country.country, country.lat, country.lon, Precision.COUNTRY,
                radius_of(country),
            )  # fmt: skip
        else:
            lat, lon, reach = part_of(country, way, gazetteer)
            side_of = next(t.lower for t in tokens[start:head] if t.lower in lex.directions)
            title = f"{SIDES.get(side_of, side_of)} {country.name}"
            where = Where(title, country.id, country.country, lat, lon, Precision.ADMIN, reach)
        yield Shape(where, start, head + 1, "places.of_country", f"{tokens[head].lower} of {country.id}")


POINTING = frozenset({"the", "this", "that", "these", "those"})
SIDES = {
    w: w + "ern"
    for w in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
}
