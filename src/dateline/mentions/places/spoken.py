"""A report's names -> how much it speaks of each country and of each division of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dateline.lexicons.gazetteer import Gazetteer
from dateline.lexicons.gazetteer_keys import key_of
from dateline.mentions.places.names import Name, is_capital, joined
from dateline.mentions.places.words import words
from dateline.records import Report, Sentence

Weights = dict[str, float]  # ISO3 of a country, or the id of a division -> how much a report speaks of it

# With no country named at all, a bare name must be a large town.
LARGE_FROM = 100_000
WEIGHT_HEADLINE, WEIGHT_DATELINE = 2.0, 3.0


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


def divisions_of(names: list[Name]) -> dict[str, set[str]]:
    """The first-order divisions that a report names, each with the keys of the names that stand for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        first = name.places[0] if name.places else None
        if first and first.kind == "admin1":
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
