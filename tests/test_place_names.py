"""Spans known to be places, and every name of a place: invented sentences, and where each name must lie."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from dateline.language import load, parse
from dateline.lexicons.earth import distance_km
from dateline.lexicons.gazetteer import Gazetteer, open_gazetteer
from dateline.mentions.places import resolve, toponyms
from dateline.mentions.places.spoken import published_at
from dateline.records import Mention, Precision, Report, ReportId, Sentence, Where


@cache
def _opened() -> tuple[Any, Gazetteer]:
    return load(), open_gazetteer()


@cache
def _read(text: str, publisher: str | None = None) -> tuple[Report, tuple[Sentence, ...]]:
    report = Report(ReportId("r"), text, publisher=publisher)
    return report, parse(report, _opened()[0])[0]


def _placed(text: str, words: tuple[str, ...], publisher: str | None = None) -> tuple[Mention | None, ...]:
    report, sentences = _read(text, publisher)
    spans = [report.span(at, at + len(w)) for w in words for at in [text.index(w)]]
    return resolve(report, sentences, spans, _opened()[1])


def _km(mention: Mention | None, lat: float, lon: float) -> float:
    assert mention is not None
    assert isinstance(mention.value, Where)
    assert mention.value.lat is not None
    assert mention.value.lon is not None
    return distance_km((mention.value.lat, mention.value.lon), (lat, lon))


GIVEN = [
    # text; all names given; the one in question, its point, within km
    ("The mayor of Paris, Texas, met farmers.", ("Paris", "Texas"), "Paris", 33.66, -95.56, 15),
    ("The mayor of Paris met President Duval.", ("Paris",), "Paris", 48.86, 2.35, 15),
    # the company of other names
    ("Trucks left Springfield for Joplin and Branson.", ("Springfield", "Joplin", "Branson"),
     "Springfield", 37.21, -93.29, 20),
    ("Trucks left Springfield for Chicopee and Holyoke.", ("Springfield", "Chicopee", "Holyoke"),
     "Springfield", 42.10, -72.59, 20),
    # a division, cut short or whole, and its seat
    ("Snow fell in Ore. and in Oregon on Monday.", ("Ore.", "Oregon"), "Oregon", 44.0, -120.5, 120),
    ("Rain fell in N.Y. on Monday.", ("N.Y.",), "N.Y.", 43.0, -75.5, 120),
    ("Talks in Washington went on.", ("Washington",), "Washington", 38.9, -77.04, 30),
    # counties of a list, a parish, a township
    ("Storms hit Becker, Clay and Otter Tail counties in Minnesota.",
     ("Becker", "Clay", "Otter Tail", "Minnesota"), "Clay", 46.89, -96.49, 60),
    ("Crews came from Rapides Parish.", ("Rapides Parish",), "Rapides Parish", 31.2, -92.5, 40),
    # a state among towns far and near of its own; the state that towns lie in
    ("Florida voters in Tampa and Orlando stayed home.", ("Florida", "Tampa", "Orlando"),
     "Florida", 28.75, -82.5, 120),
    ("Buffalo, New York, had snow.", ("Buffalo", "New York"), "New York", 43.0, -75.5, 120),
    ("He lived in New York for a year.", ("New York",), "New York", 40.7, -74.0, 30),
    ("New York Gov. Ann Hale spoke.", ("New York",), "New York", 43.0, -75.5, 120),
    ("Payments to Texas cities rose.", ("Texas",), "Texas", 31.25, -99.25, 120),
    # peoples
    ("Syrian troops left.", ("Syrian",), "Syrian", 35.0, 38.0, 60),
    ("African leaders met.", ("African",), "African", 7.19, 21.09, 60),
    ("Sri Lankan police came.", ("Sri Lankan",), "Sri Lankan", 7.0, 81.0, 120),
    # what no list has lies at the town beside it, or at the one that its name holds
    ("Shots were fired at Nordvik Hall in Ghent, Belgium.", ("Nordvik Hall", "Ghent", "Belgium"),
     "Nordvik Hall", 51.05, 3.72, 15),
    ("Students of Leuven Faculty marched in Belgium.", ("Leuven Faculty", "Belgium"),
     "Leuven Faculty", 50.88, 4.70, 15),
    # an airport, a sea, a region
    ("Planes were kept at Pearson International Airport.", ("Pearson International Airport",),
     "Pearson International Airport", 43.68, -79.63, 15),
    ("A boat sank in the Black Sea.", ("Black Sea",), "Black Sea", 43.3, 34.3, 60),
    ("Drought spread in Southern California.", ("Southern California",), "Southern California",
     34.7, -116.8, 30),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "words", "lat", "lon", "km"), GIVEN)
def test_a_given_name_lies(
    text: str, names: tuple[str, ...], words: str, lat: float, lon: float, km: float
) -> None:
    got = dict(zip(names, _placed(text, names), strict=True))[words]
    assert _km(got, lat, lon) <= km, got


@pytest.mark.parametrize(
    ("publisher", "lat", "lon"),
    [
        (None, 51.51, -0.13),
        ("www.londonherald.ca", 42.98, -81.23),
        ("The Toronto Daily Record", 42.98, -81.23),
    ],
)
def test_a_publisher_tells_whose_town(publisher: str | None, lat: float, lon: float) -> None:
    got = _placed("The council of London met on Monday.", ("London",), publisher)
    assert _km(got[0], lat, lon) < 30


def test_a_town_of_a_country_s_name() -> None:
    text = "Firemen came to Lebanon from Myerstown, Palmyra and Cleona."
    near, far = ("Lebanon", "Myerstown", "Palmyra", "Cleona"), ("Lebanon",)
    assert _km(_placed(text, near)[0], 40.34, -76.41) < 20
    assert _km(_placed(text, far)[0], 33.83, 35.83) < 60


@pytest.mark.parametrize(
    ("publisher", "url", "country", "first"),
    [
        ("The Ghent Herald", None, "BEL", "BEL"),
        ("ghentdailynews.be", None, "BEL", "BEL"),
        (None, "https://www.ghent-times.co.uk/a/b", "GBR", "BEL"),
        ("The Daily Record", None, None, None),
        (None, None, None, None),
    ],
)
def test_where_a_publisher_is_from(
    publisher: str | None, url: str | None, country: str | None, first: str | None
) -> None:
    report = Report(ReportId("r"), "Text.", publisher=publisher, url=url)
    land, places = published_at(report, _opened()[1])
    assert land == country
    assert (places[0].country if places else None) == first


def test_an_answer_says_why_and_how_closely() -> None:
    inside, town = _placed("Shots at Nordvik Hall in Ghent, Belgium.", ("Nordvik Hall", "Ghent"))
    assert inside is not None
    assert town is not None
    assert (inside.rule, town.rule) == ("places.town", "places.size")
    assert isinstance(inside.value, Where)
    assert inside.value.precision is Precision.NEAR
    assert (inside.value.radius_km or 0) >= 10
    assert inside.note
    assert town.note


def test_without_any_hold_there_is_no_answer() -> None:
    assert _placed("He lived in Qwzzxyv for years.", ("Qwzzxyv",)) == (None,)


NAMED = [
    # text; the names that it has, as found
    ("Syrian troops entered Aleppo on Monday.", ["Syrian", "Aleppo"]),
    ("The Ghent Fire Department in Belgium sent a truck.", ["Ghent", "Belgium"]),
    ("Police in Rapides Parish, Louisiana, made arrests.", ["Rapides Parish", "Louisiana"]),
    ("Sri Lankan and European officials met in Colombo.", ["Sri Lankan", "European", "Colombo"]),
    ("Rep. Ann Hale, D-Houston, spoke in Texas.", ["Houston", "Texas"]),
    ("Jordan Smith, a Houston teacher, lives in Dallas. Smith teaches.", ["Houston", "Dallas"]),
    ("According to Taylor, nothing happened in Dallas.", ["Dallas"]),
    ("Officers closed Dublin Road in Dallas.", ["Dallas"]),
    ("Stevens & Wilkinson built a hotel in Dallas.", ["Dallas"]),
    ("He speaks Russian.", []),
    ("The White House said nothing.", []),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_names_found(text: str, names: list[str]) -> None:
    report, sentences = _read(text)
    found = toponyms(report, sentences, _opened()[1])
    assert [m.span.of(text) for m in found] == names
    assert all(isinstance(m.value, Where) and m.value.lat is not None for m in found)


def test_names_do_not_overlap() -> None:
    text = "Saudi Arabia and the European Union met South African officials near Cape Town, South Africa."
    report, sentences = _read(text)
    spans = [m.span for m in toponyms(report, sentences, _opened()[1])]
    assert spans == sorted(spans)
    assert not any(one.overlaps(other) for one, other in pairwise(spans))
