"""The reviewed places: each in its country, each name of one place, points where the gazetteer has the town too."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest

from dateline.lexicons import gazetteer_rows as rows
from dateline.lexicons import load
from dateline.lexicons.earth import distance_km
from dateline.lexicons.gazetteer import Gazetteer, open_gazetteer
from dateline.lexicons.gazetteer_keys import ARTICLE_COUNTRIES, key_of, soft_key

PLACES = [entry for name in rows.REVIEWED_PLACES for entry in load(name)["place"]]
# Degrees that a place may lie outside the box of its country's towns: islands, deserts, straits, mountains.
MARGIN = 2.0
# Far from every town of its country.
OUTLYING = frozenset({"Midway"})
# Others of that name lie nearby, and the one that reports mean is not among the gazetteer's.
NAMESAKES = frozenset({"Ayotzinapa"})


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.fixture(scope="module")
def boxes(gazetteer: Gazetteer) -> dict[str, tuple[float, float, float, float]]:
    """Country -> the least and greatest latitude and longitude of its towns that are not reviewed."""
    found = gazetteer._db.execute(
        "SELECT country, min(lat), max(lat), min(lon), max(lon) FROM place"
        " WHERE kind = 'city' AND id LIKE 'gn:%' AND radius_km = 0 GROUP BY country"
    )
    return {country: tuple(box) for country, *box in found}


def name_of(entry: dict[str, Any]) -> str:
    return f"{entry['name']} ({entry.get('country', '-')})"


def test_there_are_many() -> None:
    assert len(PLACES) > 1100
    assert len({e["country"] for e in PLACES if e.get("country")}) > 80


@pytest.mark.parametrize("entry", PLACES, ids=name_of)
def test_a_place_lies_in_its_country(
    entry: dict[str, Any], boxes: dict[str, tuple[float, float, float, float]]
) -> None:
    if entry.get("country") not in boxes or entry["name"] in OUTLYING:
        pytest.skip("a place of no country, or of one without towns")
    south, north, west, east = boxes[entry["country"]]
    assert south - MARGIN <= entry["lat"] <= north + MARGIN
    assert west - MARGIN <= entry["lon"] <= east + MARGIN


def test_ids_are_of_one_place_each() -> None:
    ids = [row[0] for row in rows.reviewed()]
    assert [ident for ident in set(ids) if ids.count(ident) > 1] == []


def test_a_name_is_of_one_place_of_a_country() -> None:
    bearers = defaultdict(set)
    for entry in PLACES:
        country = entry.get("country")
        for name in (entry["name"], *entry.get("aliases", ())):
            key = soft_key(key_of(name)) if country in ARTICLE_COUNTRIES else key_of(name)
            bearers[country, key].add(entry["name"])
    assert {key: found for key, found in bearers.items() if len(found) > 1} == {}


def test_a_name_is_told_once() -> None:
    for entry in PLACES:
        names = [entry["name"], *entry.get("aliases", ())]
        assert len(names) == len(set(names)), entry["name"]


@pytest.mark.parametrize("entry", [e for e in PLACES if e["kind"] in {"city", "area"}], ids=name_of)
def test_a_town_lies_where_the_gazetteer_has_it(gazetteer: Gazetteer, entry: dict[str, Any]) -> None:
    """One that GeoNames has within 100 km, under the very name, is the same town: then the points must agree."""
    here = (entry["lat"], entry["lon"])
    found = [
        distance_km(here, (p.lat, p.lon))
        for p in gazetteer.lookup(entry["name"])
        if p.country == entry.get("country") and p.kind in {"city", "area"} and not p.id.startswith("dl:")
    ]
    near = [km for km in found if km < 100 and entry["name"] not in NAMESAKES]
    assert not near or min(near) < max(15.0, 2 * entry["radius_km"])


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("Adra prison", "dl:adra-prison-syr"),
        ("Nassib border crossing", "dl:nassib-crossing-syr"),
        ("Izolyatsia", "dl:izolyatsia-prison-ukr"),
        ("Villa Somalia", "dl:villa-somalia-som"),
        ("Giwa barracks", "dl:giwa-barracks-nga"),
        ("Palma", "dl:palma-moz"),
        ("Rathedaung", "dl:rathedaung-mmr"),
    ],
)
def test_some_conflict_places_are_found(gazetteer: Gazetteer, name: str, ident: str) -> None:
    assert ident in {p.id for p in gazetteer.lookup(name)}
