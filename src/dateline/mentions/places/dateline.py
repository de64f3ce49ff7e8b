"""A report's dateline -> the place that it was sent from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.mentions.places.choose import PEOPLE, worth
from dateline.mentions.places.shape import radius_of
from dateline.mentions.places.words import words
from dateline.records import Mention, Precision, Report, SectionKind, Where

# The town's name, up to the comma, bracket, dash or colon after it. Takes "HASAKAH, Syria—", not a date in it.
TOWN = re.compile(
    r"\s*([^\W\d][^,(:—–\d]*?)\s*(?:,\s*([^\W\d][^(:—–\d]*?))?\s*(?=[,(:—–\d]|\s?-[-\s]|\s-$|$)"
)

# What the note of a dateline ends with where it is the seat of a state, which speaks there for all of it.
CAPITAL = ", a capital"

# What all of a report's talk of a country is worth beside its size: a namesake a hundred times larger wins.
SPOKEN_OF = 2.0 * PEOPLE


def find(report: Report, places: Sequence[Mention], gazetteer: Gazetteer) -> Mention | None:
    """Find the town of a report's dateline, chosen by the country it names or that the report speaks of.

    Returns: a mention with rule "places.dateline", or None where there is no dateline or no sure place.
    """
    count = Counter(m.value.country or "" for m in places if isinstance(m.value, Where))
    told = _words(report)
    place = _choose(told[0], told[1], count, gazetteer) if told else None
    if place is None or told is None:
        return None
    start = told[2]
    span = report.span(start, start + len(told[0]))
    where = Where(
        place.name, place.id, place.country, place.lat, place.lon, Precision.EXACT, radius_of(place)
    )
    seat = gazetteer.capital(place.country) if place.country else None
    note = f"the dateline: {place.id}{CAPITAL if seat is not None and seat.id == place.id else ''}"
    return Mention(span, where, "places.dateline", start, note)


def land(sent_from: Mention, gazetteer: Gazetteer) -> Mention | None:
    """The country of a dateline's town, as a mention with rule "places.dateline_land" on the same words."""
    where = sent_from.value
    place = gazetteer.place(f"iso:{where.country}") if isinstance(where, Where) and where.country else None
    if place is None:
        return None
    country = Where(place.name, place.id, place.country, place.lat, place.lon, Precision.COUNTRY)
    return Mention(sent_from.span, country, "places.dateline_land", sent_from.anchor, f"of {sent_from.note}")


def town(report: Report, weight: Mapping[str, float], gazetteer: Gazetteer) -> Place | None:
    """The town of a report's dateline by how much the report speaks of each country, before places are chosen."""
    told = _words(report)
    return _choose(told[0], told[1], weight, gazetteer) if told else None


def _words(report: Report) -> tuple[str, str | None, int] | None:
    """The dateline's town, the country or state behind it, and where the town begins."""
    section = next((s for s in report.sections if s.kind is SectionKind.DATELINE), None)
    told = TOWN.match(report.text[section.start : section.end]) if section else None
    return (told.group(1), told.group(2), section.start + told.start(1)) if section and told else None


def _choose(town: str, country: str | None, count: Mapping[str, float], gazetteer: Gazetteer) -> Place | None:
    """The town so called in the country that the dateline names, else where most of the report's places lie."""
    found = [p for p in gazetteer.lookup(town) if p.kind in {"city", "area", "site"}]
    if not found:
        return None
    if country:
        found = _inside(found, country, gazetteer)
    if not found:
        return None
    total = sum(count.values()) or 1.0
    best = max(
        found,
        key=lambda p: (
            worth(p, town, "town") + SPOKEN_OF * count.get(p.country or "", 0) / total, p.id,
        ),
    )  # fmt: skip
    # A small town in a country that nothing in the report speaks of is more likely another name.
    return (
        best
        if count.get(best.country or "") or country or len(found) == 1 or best.population > 100_000
        else None
    )


def _inside(towns: list[Place], holder: str, gazetteer: Gazetteer) -> list[Place]:
    """The towns that lie in what stands behind them: "LONDON, Ky.", "SRINAGAR, Kashmir"; all, if that is no place."""
    short = words().abbreviations
    holders = gazetteer.lookup(short.get(holder) or short.get(f"{holder}.") or holder)
    around = {p.id for p in holders} | {p.country for p in holders if p.kind == "country"}
    inside = [p for p in towns if p.country in around or p.admin1 in around]
    lands = {
        p.country for p in holders if p.kind != "admin1"
    }  # a region's towns are known by its country alone
    return inside or [p for p in towns if p.country in lands] if holders else towns
