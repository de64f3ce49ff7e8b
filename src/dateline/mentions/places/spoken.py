"""A report's names -> how much it speaks of each country and of each division of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.lexicons.gazetteer_keys import key_of
from dateline.mentions.places.names import Name, is_capital, joined
from dateline.mentions.places.words import words
from dateline.records import Report, Sentence

Weights = dict[str, float]  # ISO3 of a country, or the id of a division -> how much a report speaks of it

# With no country named at all, a bare name must be a large town.
LARGE_FROM = 100_000
FAMED_FROM = 1_000_000  # from so many people on a town is known by its other names as well: "Saigon"
RIVAL = 20  # a namesake of a twentieth of the people elsewhere makes a name unsure of its country
WEIGHT_HEADLINE, WEIGHT_DATELINE, WEIGHT_PUBLISHER = 2.0, 3.0, 2.0


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
    for land in sure_of(names).values():
        weight[land] += 1.0
    return dict(weight)


def published_at(report: Report, gazetteer: Gazetteer) -> tuple[str | None, tuple[Place, ...]]:
    """The country and the places that a report's publisher is named for: "The Ghent Herald", "ghentherald.co.uk"."""
    site = (report.url or "").split("//")[-1].split("/")[0]
    return _published(report.publisher or "", site, gazetteer)


@lru_cache(maxsize=1024)
def _published(publisher: str, site: str, gazetteer: Gazetteer) -> tuple[str | None, tuple[Place, ...]]:
    lex = words()
    labels = [x for x in (site or publisher).lower().split(".") if x] if "." in (site or publisher) else []
    country = lex.domains.get(labels[-1]) if labels else None
    named = (
        labels[-3]
        if len(labels) > 2 and labels[-2] in {"co", "com", "org", "net"}
        else "".join(labels[-2:-1])
    )
    for text in (named, "" if "." in publisher else publisher):
        if found := _named_for(text, gazetteer):
            lands = {p.country for p in found if p.population >= LARGE_FROM} if " " in text else set()
            return country or (lands.pop() if len(lands) == 1 else None), found
    return country, ()


def _named_for(text: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places whose name opens a title once the words of newspapers are off: "parisdailynews" -> Paris."""
    lex, plain = words(), text.lower().removeprefix("the").strip(" -")
    while plain:
        word = max((w for w in lex.papers if plain.endswith(w)), key=len, default="")
        if not word:
            break
        found = _towns(plain, gazetteer)
        if found:
            return found
        plain = plain[: -len(word)].rstrip(" -")
    return _towns(plain, gazetteer)


def _towns(text: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    return (
        tuple(p for p in gazetteer.lookup(text.replace("-", " ")) if p.kind != "country")
        if len(text) > 3
        else ()
    )


def divisions_of(names: list[Name]) -> dict[str, set[str]]:
    """The first-order divisions that a report names, each with the keys of the names that stand for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        first = name.places[0] if name.places else None
        if first and first.kind == "admin1" and not name.partial:
            found[first.id].add(key_of(name.text))
    return dict(found)


def _around(report: Report) -> list[str]:
    """The dateline, or the capitals that open a text in its stead ("BEIRUT (AP) -")."""
    opening = report.text[:60].split("(")[0].split("—")[0].split(" - ")[0].split(" – ")[0].strip(" ,")
    return [t for t in (report.dateline, opening if opening.isupper() else None) if t]


def _parts(text: str) -> list[str]:
    return [
        p.strip(" .") for p in text.split("(", maxsplit=1)[0].replace("--", ",").split(",") if p.strip(" .")
    ]


def sure_of(names: list[Name]) -> dict[str, str]:
    """Spellings whose every place worth thinking of lies in one country, with that country."""
    told: dict[str, str] = {}
    seen: set[str] = set()
    for name in names:
        key = key_of(name.text)
        if key in seen or not name.places or name.modifier or name.partial:
            continue
        seen.add(key)
        most = max(p.population for p in name.places)
        big = [p for p in name.places if p.population >= LARGE_FROM or p.kind in {"site", "region"}]
        rivals = [p for p in name.places if p.population > most / RIVAL] if big else []
        if big and all(key_of(p.name) != key and p.population < FAMED_FROM for p in big):
            rivals += [
                p for p in name.places if key_of(p.name) == key
            ]  # called so, where the large one is not
        lands = {p.country for p in (*big, *rivals)}
        if len(lands) == 1 and (land := next(iter(lands))):
            told[key] = land
    return told
