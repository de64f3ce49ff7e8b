"""The lexicons of place words, countries and peoples -> sets and tables for quick asking."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.lexicons import load

# Peoples that English does not put into the plural with -s.
NO_PLURAL = ("ese", "ish", "ch", "sh", "ss", "i")


@dataclass(frozen=True, slots=True)
class Words:
    """What the lexicons say, by lower-case word unless said otherwise."""

    types: dict[str, str]  # "province" -> "admin"
    between: frozenset[str]
    ways: frozenset[str]
    at_town: frozenset[str]
    venues: frozenset[str]
    bare: frozenset[str]
    of_country: frozenset[str]
    directions: dict[str, int]
    units: dict[str, float]
    place_cues: frozenset[str]
    strong_cues: frozenset[str]
    near: frozenset[str]
    near_nouns: frozenset[str]
    speech: frozenset[str]
    deeds: frozenset[str]
    of_place: frozenset[str]
    body: frozenset[str]
    before: frozenset[str]
    titles: frozenset[str]
    first_names: frozenset[str]
    never: frozenset[str]
    strictly_in: frozenset[str]
    groups: dict[str, tuple[tuple[str, ...], ...]]  # first word -> the words of each phrase, longest first
    abbreviations: dict[str, str]  # as written
    demonyms: dict[str, str]  # as written, "Syrian" -> SYR
    regional: dict[str, str]  # as written, "Chechen" -> RUS
    peoples: dict[str, str]  # as written, "European" -> a place's name
    cut: dict[str, str]  # "co" -> "county"
    offices: frozenset[str]
    parties: frozenset[str]
    of_name: frozenset[str]
    domains: dict[str, str]  # "uk" -> GBR
    papers: frozenset[str]
    capitals: dict[str, str]  # SYR -> a name, where GeoNames' capital is not the one in the news


@cache
def words() -> Words:
    """The lexicons, read once."""
    data, countries = load("place_words"), load("countries")
    types = {word: kind for kind, many in data["types"].items() if kind != "between" for word in many}
    cues, capitalised = data["cues"], data["capitalised"]
    return Words(
        types=types,
        between=frozenset(data["types"]["between"]),
        ways=frozenset(data["sorts"]["ways"]),
        at_town=frozenset(data["sorts"]["at_town"]),
        venues=frozenset(data["sorts"]["venues"]),
        bare=frozenset(data["sorts"]["bare"]),
        of_country=frozenset(data["sorts"]["of_country"]),
        directions=dict(data["directions"]),
        units=dict(data["units"]),
        place_cues=frozenset(cues["place"]),
        strong_cues=frozenset(cues["strong"]),
        near=frozenset(cues["near"]),
        near_nouns=frozenset(cues["near_nouns"]),
        speech=frozenset(cues["speech"]),
        deeds=frozenset(cues["deeds"]),
        of_place=frozenset(capitalised["of_place"]),
        body=frozenset(capitalised["body"]),
        before=frozenset(capitalised["before"]),
        titles=frozenset(capitalised["titles"]),
        first_names=frozenset(capitalised["first_names"]),
        never=frozenset(capitalised["never"]),
        strictly_in=frozenset(capitalised["strictly_in"]),
        groups=_groups(data["groups"]["phrases"]),
        abbreviations=dict(data["abbreviations"]),
        demonyms=_demonyms(countries["country"]),
        regional=dict(countries["regional"]),
        peoples=dict(countries["peoples"]),
        cut=dict(data["cut"]),
        offices=frozenset(data["capitalised"]["offices"]),
        parties=frozenset(data["capitalised"]["parties"]),
        of_name=frozenset(data["sorts"]["of_name"]),
        domains=dict(countries["domains"]),
        papers=frozenset(data["papers"]["words"]),
        capitals={iso: e["capital"] for iso, e in countries["country"].items() if "capital" in e},
    )


def _groups(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word; hyphens and apostrophes are words of their own, as the parser has them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        parts = tuple(phrase.replace("-", " - ").replace("'s", " 's").replace("s' ", "s ' ").split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(many, key=lambda x: (-len(x), x))) for first, many in found.items()}


def _demonyms(countries: dict[str, dict[str, list[str]]]) -> dict[str, str]:
    """Adjectives and people's names, singular and plural, with their country."""
    found: dict[str, str] = {}
    for iso, entry in sorted(countries.items()):
        for word in entry["demonyms"]:
            found[word] = iso
            if f"The {word}s" in entry.get("aliases", []):
                continue  # "the Philippines" is the country
            if not word.endswith(NO_PLURAL) or word.endswith(
                ("ani", "aqi", "eli", "ini", "eni", "ali", "ati", "iti", "ari")
            ):
                found[word + "s"] = iso
    return found
