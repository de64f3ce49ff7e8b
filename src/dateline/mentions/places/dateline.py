"""A report's dateline -> the place that it was sent from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.records import Mention, Precision, Report, SectionKind, Where

# The town's name, up to the comma, bracket, dash or colon after it. Takes "HASAKAH, Syria—", not a date in it.
TOWN = re.compile(r"\s*([^\W\d][^,(:—–\d]*?)\s*(?:,\s*([^\W\d][^(:—–\d]*?))?\s*(?=[,(:—–\d]|--|$)")


def find(report: Report, places: Sequence[Mention], gazetteer: Gazetteer) -> Mention | None:
    """Find the town of a report's dateline, chosen by the country it names or that the report speaks of.

    Returns: a mention with rule "places.dateline", or None where there is no dateline or no sure place.
    """
    section = next((s for s in report.sections if s.kind is SectionKind.DATELINE), None)
    if section is None:
        return None
    words = TOWN.match(report.text[section.start : section.end])
    if words is None:
        return None
    place = _choose(words.group(1), words.group(2), places, gazetteer)
    if place is None:
        return None
    start = section.start + words.start(1)
    span = report.span(start, section.start + words.end(1))
    where = Where(place.name, place.id, place.country, place.lat, place.lon, Precision.EXACT, place.radius_km)
    return Mention(span, where, "places.dateline", start, f"the dateline: {place.id}")


def _choose(town: str, country: str | None, places: Sequence[Mention], gazetteer: Gazetteer) -> Place | None:
    """The town so called in the country that the dateline names, else where most of the report's places lie."""
    found = [p for p in gazetteer.lookup(town) if p.kind in {"city", "area", "site"}]
    if not found:
        return None
    if country:
        around = {a for p in gazetteer.lookup(country) for a in (p.country, p.id)}
        found = [p for p in found if p.country in around or p.admin1 in around] or found
    count = Counter(m.value.country for m in places if isinstance(m.value, Where))
    best = max(found, key=lambda p: (count[p.country], p.population, p.id))
    # A small town in a country that nothing in the report speaks of is more likely another name.
    return best if count[best.country] or country or len(found) == 1 or best.population > 100_000 else None
