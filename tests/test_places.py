"""Places in reports: invented sentences, and what each place in them must be."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import pytest

from dateline.language import load, parse
from dateline.lexicons.gazetteer import Gazetteer, open_gazetteer
from dateline.mentions.places import find, focus
from dateline.records import Mention, Report, Where
from dateline.reports import from_text


@cache
def _opened() -> tuple[Any, Gazetteer]:
    return load(), open_gazetteer()


@cache
def _found(text: str) -> tuple[Mention, ...]:
    engine, gazetteer = _opened()
    report = Report("r", text)  # type: ignore[arg-type]
    sentences, _ = parse(report, engine)
    return find(report, sentences, gazetteer)


def _where(mention: Mention) -> Where:
    assert isinstance(mention.value, Where)
    return mention.value


def _over(text: str, words: str) -> list[Mention]:
    """The mentions that touch the last occurrence of some words."""
    start = text.rindex(words)
    return [m for m in _found(text) if m.span.start < start + len(words) and start < m.span.end]


def _km(where: Where, lat: float, lon: float) -> float:
    assert where.lat is not None
    assert where.lon is not None
    east = (where.lon - lon) * math.cos(math.radians(lat))
    return 111.2 * math.hypot(where.lat - lat, east)


RESOLVED = [
    # text, the words, country, lat, lon, within km, precision
    ("Rebels entered Hassakeh in Syria on Monday.", "Hassakeh", "SYR", 36.50, 40.75, 15, "exact"),
    ("Strikes hit Ar Raqqah, Syria, at dawn.", "Ar Raqqah", "SYR", 35.95, 39.01, 10, "exact"),
    ("Strikes hit al-Raqqa, Syria, at dawn.", "Raqqa", "SYR", 35.95, 39.01, 10, "exact"),
    ("The Syrian army shelled Deir ez-Zor.", "Deir ez-Zor", "SYR", 35.34, 40.14, 10, "exact"),
    ("Near Dayr Az Zawr in Syria, two strikes destroyed a truck.",
     "Dayr Az Zawr", "SYR", 35.34, 40.14, 20, "near"),
    ("In Iraq, a patrol was fired on in Bayji.", "Bayji", "IRQ", 34.93, 43.49, 10, "exact"),
    ("In Syria, gunmen attacked a post in Shadaddi.", "Shadaddi", "SYR", 36.06, 40.73, 15, "exact"),
    ("In Syria, gunmen attacked a post near Ain Issa.", "Ain Issa", "SYR", 36.39, 38.86, 15, "near"),
    ("Libyan rebels held Zawiyah.", "Zawiyah", "LBY", 32.76, 12.73, 10, "exact"),
    ("Libyan rebels took Tripoli.", "Tripoli", "LBY", 32.89, 13.19, 10, "exact"),
    ("Lebanese soldiers patrolled Tripoli, Lebanon.", "Tripoli", "LBN", 34.44, 35.85, 10, "exact"),
    ("A bomb went off in Paris, Texas.", "Paris", "USA", 33.66, -95.56, 15, "exact"),
    ("A bomb went off in Paris, France.", "Paris", "FRA", 48.85, 2.35, 15, "exact"),
    ("Shots were fired in London, Ontario, in Canada.", "London", "CAN", 42.98, -81.25, 30, "exact"),
    ("Indian police arrested ten men in Hyderabad.", "Hyderabad", "IND", 17.38, 78.46, 20, "exact"),
    ("Pakistani police arrested ten men in Hyderabad.", "Hyderabad", "PAK", 25.39, 68.37, 20, "exact"),
    ("The guards fled Ghuwayran prison in Syria.", "Ghuwayran prison", "SYR", 36.48, 40.75, 5, "exact"),
    ("Inmates escaped from Abu Ghraib prison in Iraq.",
     "Abu Ghraib prison", "IRQ", 33.29, 44.07, 5, "exact"),
    ("Israel struck the Mezzeh military airport in Syria.",
     "Mezzeh military airport", "SYR", 33.478, 36.223, 5, "exact"),
    ("Families fled to Atmeh in Syria.", "Atmeh", "SYR", 36.30, 36.70, 5, "exact"),
    ("The Whites marched on Ekaterinodar in Russia.", "Ekaterinodar", "RUS", 45.04, 38.98, 10, "exact"),
    ("Strikers filled the squares of Petrograd.", "Petrograd", "RUS", 59.94, 30.31, 15, "exact"),
    ("The treaty was signed at Brest-Litovsk.", "Brest-Litovsk", "BLR", 52.1, 23.7, 15, "exact"),
    ("American troops left Saigon.", "Saigon", "VNM", 10.78, 106.7, 15, "exact"),
    ("Fighting went on in Darfur.", "Darfur", "SDN", 13.0, 25.0, 50, "admin"),
    ("Shells fell on the Gaza Strip.", "Gaza Strip", "PSE", 31.4, 34.38, 20, "admin"),
    ("Clashes broke out in Chechnya.", "Chechnya", "RUS", 43.4, 45.7, 30, "admin"),
    ("Ukrainian forces withdrew across the Donbas.", "Donbas", "UKR", 48.2, 38.3, 60, "admin"),
    ("Soldiers held the al-Faw peninsula in Iraq.", "al-Faw peninsula", "IRQ", 29.98, 48.47, 15, "admin"),
    ("Syrian jets bombed Idlib province.", "Idlib province", "SYR", 35.8, 36.7, 30, "admin"),
    ("Police in Anand district of Gujarat, India, opened fire.",
     "Anand district", "IND", 22.5, 72.9, 25, "admin"),
    ("Aid convoys crossed into Syria.", "Syria", "SYR", 35.0, 38.5, 60, "country"),
    ("The raid took place in northwestern Syria.", "northwestern Syria", "SYR", 36.0, 36.6, 60, "admin"),
    ("The raid took place in north-western Syria.", "western Syria", "SYR", 36.0, 36.6, 60, "admin"),
    ("Rebels gained ground in eastern Libya.", "eastern Libya", "LBY", 31.5, 21.5, 160, "admin"),
    ("Snipers fired in southern Mosul, Iraq.", "southern Mosul", "IRQ", 36.31, 43.12, 10, "near"),
    ("A convoy was hit outside Mosul, Iraq.", "Mosul", "IRQ", 36.34, 43.12, 10, "near"),
    ("Mortars fell on the outskirts of Damascus.", "Damascus", "SYR", 33.51, 36.29, 10, "near"),
    ("A mine went off 35km south of Mosul in Iraq.", "35km south of Mosul", "IRQ", 36.02, 43.12, 8, "near"),
    ("A mine went off 100 miles west of Mosul in Iraq.",
     "100 miles west of Mosul", "IRQ", 36.34, 41.33, 15, "near"),
    ("A mine went off about 45 km (28 miles) north of Kabul.",
     "north of Kabul", "AFG", 34.93, 69.17, 10, "near"),
    ("The jets struck an area west of Damascus.", "west of Damascus", "SYR", 33.5, 36.16, 15, "near"),
    ("Gunmen stormed the village of Qeldara, in Sinjar, Iraq.", "Qeldara", "IRQ", 36.32, 41.87, 30, "near"),
    ("Protesters marched to the Libyan capital.", "the Libyan capital", "LBY", 32.89, 13.19, 10, "exact"),
    ("Protesters marched to the capital of Libya.", "the capital of", "LBY", 32.89, 13.19, 10, "exact"),
    ("Libyan rebels closed in. Their convoys reached the capital.",
     "the capital", "LBY", 32.89, 13.19, 10, "exact"),
    ("Rebels took Gharyan in Libya. They searched the town.", "the town", "LBY", 32.17, 13.02, 10, "exact"),
    ("Gunmen attacked Ghwayran prison in Hasakah, Syria. Shots came from the prison.",
     "the prison", "SYR", 36.48, 40.75, 5, "exact"),
    ("Police in Hasakah, Syria, said gunmen broke into the prison.",
     "the prison", "SYR", 36.48, 40.75, 5, "exact"),
    ("Somali troops retook Kismayo.", "Kismayo", "SOM", -0.36, 42.55, 10, "exact"),
    ("Militants hit a base in Cabo Delgado, Mozambique.", "Cabo Delgado", "MOZ", -12.3, 39.5, 90, "admin"),
    ("M23 rebels reached Goma in eastern Congo.", "Goma", "COD", -1.68, 29.22, 15, "exact"),
    ("Sudanese paramilitaries shelled El Fasher.", "El Fasher", "SDN", 13.63, 25.35, 10, "exact"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), [(r[0], r[1], r[2:]) for r in RESOLVED])
def test_where_it_is(text: str, words: str, expected: tuple[str, float, float, float, str]) -> None:
    country, lat, lon, km, precision = expected
    mentions = [_where(m) for m in _over(text, words)]
    assert mentions, "no place was found"
    assert any(
        w.country == country and _km(w, lat, lon) <= km and w.precision == precision for w in mentions
    ), mentions


# text, the words, the name shown, the town or region that holds it: lat, lon, within km
HELD = [
    ("Police in Manchester, England, closed Lund Street.", "Lund Street", "Lund Street, Manchester", 53.48, -2.24, 10),
    ("A bomb exploded on Haifa Street in Baghdad, Iraq.", "Haifa Street", "Haifa Street, Baghdad", 33.34, 44.40, 10),
    ("A bomb went off in Kabul, Afghanistan. Another hit Paris Road.",
     "Paris Road", "Paris Road, Kabul", 34.53, 69.17, 10),
    ("Soldiers rest at Punchbowl Cemetery in Hawaii.",
     "Punchbowl Cemetery", "Punchbowl Cemetery, Hawaii", 20.75, -156.5, 30),
    ("Gunmen in Dagestan fled to the border with Georgia and Azerbaijan.",
     "border with Georgia", "border of Dagestan with Georgia and Azerbaijan", 42.2, 46.4, 50),
    ("Troops searched the Dagestan area of Russia.", "Dagestan", "Dagestan", 43.0, 47.0, 30),
    ("In Iraq, shots were fired near Basra.", "Basra", "near Basra", 30.51, 47.78, 10),
    ("In Libya, shells fell on Misrata.", "Misrata", "Misrata", 32.37, 15.09, 10),
    ("In Syria, jets bombed Raqqa.", "Raqqa", "Raqqa", 35.95, 39.01, 10),
    ("Ukraine said that drones hit Odessa.", "Odessa", "Odesa", 46.48, 30.73, 10),
    ("In Colombia, police searched Medellin.", "Medellin", "Medellin", 6.24, -75.58, 10),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name", "lat", "lon", "km"), HELD)
def test_what_it_is_called_and_what_holds_it(
    text: str, words: str, name: str, lat: float, lon: float, km: float
) -> None:
    found = [_where(m) for m in _over(text, words)]
    assert any(w.name == name and _km(w, lat, lon) <= km for w in found), found


def test_a_quarter_of_the_datelines_town_is_not_its_far_namesake() -> None:
    text = "patna: a bomb went off in sultanganj. police searched sultanganj and khajekalan localities."
    engine, gazetteer = _opened()
    report = from_text(text)
    assert isinstance(report, Report)
    found = find(report, parse(report, engine)[0], gazetteer)
    names = {_where(m).name for m in found}
    assert {"Sultanganj, Patna", "Khajekalan, Patna"} <= names
    assert all(_km(_where(m), 25.6, 85.13) < 30 for m in found)


def test_joined_places_are_two() -> None:
    names = [_where(m).name for m in _found("Attacks in Baghdad and Najaf, Iraq, killed 20.")]
    assert names[:2] == ["Baghdad", "Najaf"]


NO_PLACE = [
    ("Berrien County GUARDS HURT, Sheriff: two guards died in Michigan on Monday.", "GUARDS HURT"),
    (
        "Five people were killed in Valencia on Monday.",
        "Valencia",
    ),  # two are as large, and nothing tells which
    ("Five people were killed in Victoria on Monday.", "Victoria"),  # Hong Kong's other name is no answer
    ("Mourners stood at Lund Street School in silence.", "Lund"),
    ("They climbed La Cruz Hill after lunch.", "La Cruz"),
    ("Ministers had signed the Damascus Declaration.", "Damascus"),
    ("Assam Policewith others freed a man in India.", "Policewith"),
    ("Jordan Smith told reporters nothing.", "Jordan"),
    ("Mr. Paris declined to comment.", "Paris"),
    ("General Lincoln led the charge.", "Lincoln"),
    ("The New York Times reported the raid.", "New York"),
    ("The Bank of England kept its rate.", "England"),
    ("A Washington Post reporter was there.", "Washington"),
    ("Islamic State in Iraq and Syria claimed it.", "Syria"),
    ("The Free Syrian Army advanced.", "Syrian"),
    ("Tehrik-i-Taliban Pakistan claimed the bombing.", "Pakistan"),
    ("He studied at the University of Paris.", "Paris"),
    ("Manchester United won again.", "Manchester"),
    ("The Syrian Democratic Forces said so.", "Syrian"),
    ("The Iraqi army fired.", "Iraqi"),
    ("They met in March and in May.", "March"),
    ("Police said the Army had left.", "Army"),
    ("Gunmen attacked on Friday.", "Friday"),
    ("Al Qaeda in Iraq claimed it.", "Iraq"),
]


@pytest.mark.parametrize(("text", "words"), NO_PLACE)
def test_no_place(text: str, words: str) -> None:
    assert _over(text, words) == []


# Reports whose words say where a name lies, or that it lies elsewhere than its best-known namesake.
CHOSEN = [
    ("Five people were killed in Gaza on Monday.", "Gaza", "Gaza", "PSE"),  # no province of Mozambique
    ("Five people were killed in Odessa on Monday.", "Odessa", "Odesa", "UKR"),  # not the one in Texas
    # text, the words, the place's name, country
    ("Rebels shelled San Carlos, Morazan department, in El Salvador.",
     "San Carlos", "San Carlos, Morazan", "SLV"),
    ("A blast struck north Carolina on Monday.", "Carolina", "North Carolina", "USA"),
    ("Troops crossed into south Korea.", "Korea", "South Korea", "KOR"),
    ("Shops burnt in Salamanca, Spain, and in Madrid.", "Salamanca", "Salamanca", "ESP"),
    ("Syria\n\nNear Raqqa, a truck was hit.\n\nIraq\n\nNear Huwayjah, a truck was hit.",
     "Huwayjah", "near Hawija", "IRQ"),
    ("In Syria, strikes hit Raqqa, Palmyra and Homs.", "Palmyra", "Palmyra", "SYR"),
    ("Two died in the Madhupura area of Ahmedabad, Gujarat.", "Madhupura", "Madhupura, Ahmedabad", "IND"),
    ("Shops closed in Surat, in the capital of Gujarat and beyond. Police fired in the capital.",
     "capital", "capital of Gujarat", "IND"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name", "country"), CHOSEN)
def test_which_of_many_is_chosen(text: str, words: str, name: str, country: str) -> None:
    found = [_where(m) for m in _over(text, words)]
    assert (name, country) in {(w.name, w.country) for w in found}, found


def test_a_small_far_namesake_is_no_place_of_a_local_report() -> None:
    text = "In Vadodara, Gujarat, shops were burnt in Wadi. In Anand and Nadiad, police fired in the air."
    assert not any(_km(_where(m), 17.05, 76.99) < 50 for m in _over(text, "Wadi"))


def test_another_spelling_lies_near_the_towns_told_of() -> None:
    text = "In Vadodara, Gujarat, shops were set ablaze in Raopura. In Anand, police fired near Shinor."
    assert not any(_km(_where(m), 23.57, 70.65) < 50 for m in _over(text, "Raopura"))
    assert any(_km(_where(m), 21.91, 73.34) < 30 for m in _over(text, "Shinor"))


RULES = [
    ("Syria accused Turkey of shelling a village.", "Syria", "places.country_as_actor"),
    ("Israel bombed a depot in Lebanon.", "Israel", "places.country_as_actor"),
    ("Israel bombed a depot in Lebanon.", "Lebanon", "places.country"),
    ("Women fled Syria's displacement camps.", "Syria", "places.country"),
    ("Troops moved in Syria.", "Syria", "places.country"),
    ("The Libyan capital was quiet.", "Libyan capital", "places.capital"),
    ("Rebels took Gharyan in Libya. They held the town.", "the town", "places.definite"),
    ("Guards left Ghwayran prison in Syria. The prison burned.", "The prison", "places.site_coreference"),
    ("Libyan rebels hold Gharyan, 80km south of Tripoli.", "80km south of Tripoli", "places.reference"),
    ("A mine went off 35km south of Mosul in Iraq.", "35km south of Mosul", "places.offset"),
    ("Turkish troops massed on the border with Syria.", "border with Syria", "places.border"),
    ("Iraqi troops found a cache near Mosul.", "near Mosul", "places.near"),
    ("Fighting spread in northern Iraq.", "northern Iraq", "places.part"),
]


@pytest.mark.parametrize(("text", "words", "rule"), RULES)
def test_rule(text: str, words: str, rule: str) -> None:
    assert rule in {m.rule for m in _over(text, words)}


def test_a_university_named_for_a_country_is_not_the_country() -> None:
    assert not _over("Students met at the University of El Salvador.", "El Salvador")


def test_a_lone_hamlet_of_a_country_nobody_named_is_not_taken() -> None:
    assert _over("Indian soldiers searched houses. One was hurt in Kindred.", "Kindred") == []


def test_an_unknown_name_is_not_invented() -> None:
    text = "Syrian rebels took Idlib. A witness in Qwzzxyv heard shots."
    assert _over(text, "Qwzzxyv") == []


def test_spans_are_the_words_and_anchors_lie_in_them() -> None:
    text = "On Monday, Syrian jets bombed Idlib province and shelled the outskirts of Aleppo."
    for mention in _found(text):
        assert mention.span.of(text).strip() == mention.span.of(text)
        assert mention.span.start <= mention.anchor < mention.span.end


def test_mentions_stand_in_text_order() -> None:
    starts = [
        m.span.start
        for m in _found("From Mosul to Baghdad, and from Erbil to Basra in Iraq, roads were shut.")
    ]
    assert starts == sorted(starts)
    assert len(starts) >= 4


def test_focus_is_the_town_most_told() -> None:
    place = focus(_found("Rebels in Syria took Homs. In Homs, shots rang out. Damascus was quiet."))
    assert place is not None
    assert place.name == "Homs"


def test_no_places_no_focus() -> None:
    assert focus(()) is None
    assert focus(_found("Nobody was hurt.")) is None


def test_the_same_text_gives_the_same_places() -> None:
    engine, gazetteer = _opened()
    text = "Iraqi troops left Tikrit for Baiji, 40 km to the north, and then for Mosul."
    report = Report("r", text)  # type: ignore[arg-type]
    sentences, _ = parse(report, engine)
    assert find(report, sentences, gazetteer) == find(report, sentences, gazetteer)
