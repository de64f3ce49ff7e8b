"""Ways to write a name: spellings that are one, words that only look like a name, acronyms that need a country."""

from __future__ import annotations

import pytest
from engines import engine

from dateline.language import parse
from dateline.mentions.actors import find
from dateline.mentions.actors.folding import loose, pieces
from dateline.records import Actor, Report, ReportId


def named_in(text: str) -> set[str]:
    """The names of the actors of the table, and of states, that a text is read to name."""
    report = Report(ReportId("r"), text)
    sentences, _ = parse(report, engine())
    found = [m.value for m in find(report, sentences)]
    return {a.name for a in found if isinstance(a, Actor) and a.actor_id}


SPELLINGS = (
    ("The Popular Mobilisation Units held the ridge in Iraq.", "Popular Mobilization Forces"),
    ("People's Defence Units shelled the post in Syria.", "People's Defense Units"),
    ("Nato jets struck the depot.", "NATO"),
    ("Renamo and Frelimo signed in Mozambique.", "FRELIMO"),
    ("Asaeb Ahl al-Haqq fired two rockets in Iraq.", "Asa'ib Ahl al-Haq"),
    ("Jabhat an-Nusra took the village.", "Nusra Front"),
    ("Hizbul Mujahedin said it had fired in Kashmir.", "Hizbul Mujahideen"),
    ("Abu Sayaf freed two hostages in the Philippines.", "Abu Sayyaf"),
    ("The CPI (Maoist) blew up the rails in India.", "Communist Party of India-Maoist"),
    ("Fighters of Séléka left the town.", "Seleka"),
    ("El Shabaab raided the post in Somalia.", "al-Shabaab"),
)


@pytest.mark.parametrize(("text", "name"), SPELLINGS)
def test_one_name_in_several_spellings(text: str, name: str) -> None:
    assert name in named_in(text)


def test_a_bracket_inside_a_name_closes_with_it() -> None:
    text = "The CPI (Maoist) blew up the rails in India."
    report = Report(ReportId("r"), text)
    sentences, _ = parse(report, engine())
    spans = [m.span.of(text) for m in find(report, sentences)]
    assert any(span.endswith("CPI (Maoist)") for span in spans)


LOOKALIKES = (
    ("An Iraqi official left the village of Varda.", {"Al-Iraqiya"}),
    ("White flags were raised over Varda in Syria and Iraq.", {"White Flags"}),
    ("In fact the model was a plan to mend roads in Chad and Nigeria.",
     {"Front for Change and Concord in Chad", "Movement for Democracy in Liberia",
      "Movement for the Emancipation of the Niger Delta"}),
    ("The base is as far as the villagers know empty.", {"Islamic State"}),
    ("Southern resistance to the dam has grown in Yemen.", {"Southern Resistance"}),
)  # fmt: skip


@pytest.mark.parametrize(("text", "names"), LOOKALIKES)
def test_words_that_only_look_like_a_name(text: str, names: set[str]) -> None:
    assert names.isdisjoint(named_in(text))


LOCAL = (
    ("The RSF shelled the market in Sudan.", "Rapid Support Forces"),
    ("The ADF burnt two villages in the Democratic Republic of Congo.", "Allied Democratic Forces"),
    ("The ADF burnt two villages in Cameroon.", "Ambazonia Defence Forces"),
    ("The SLA took the hill in Lebanon.", "South Lebanon Army"),
    ("The SLA took the hill in Sudan.", "Sudan Liberation Movement/Army"),
    (
        "The UPC took the road in the Central African Republic.",
        "Union for Peace in the Central African Republic",
    ),
    ("The MIR robbed a bank in Chile.", "Revolutionary Left Movement (Chile)"),
    ("The PAC held a march in South Africa.", "Pan-Africanist Congress"),
    ("Al-Shabab burnt the village in Mozambique.", "Islamic State Mozambique"),
    ("Al-Shabab burnt the village in Somalia.", "al-Shabaab"),
    ("The Muslim Brotherhood called for a strike in Syria.", "Muslim Brotherhood in Syria"),
)


@pytest.mark.parametrize(("text", "name"), LOCAL)
def test_a_shared_name_is_that_of_the_country_spoken_of(text: str, name: str) -> None:
    assert name in named_in(text)


SHARED = ("SLA", "ADF", "UPC", "MIR", "PAC", "NRF")


@pytest.mark.parametrize("name", SHARED)
def test_a_shared_acronym_names_nobody_where_no_country_is_spoken_of(name: str) -> None:
    assert named_in(f"The {name} took the hill on Monday.") == set()


SIDES = (
    ("Iran-backed rebels took the town of Varda.", {"Iran"}),
    ("A pro-Iranian militia fired at the base in Iraq.", {"Iran"}),
    ("Anti-Taliban militia shelled the town in Afghanistan.", {"Taliban"}),
    ("Pro-Hamas gunmen fired at the post.", {"Hamas"}),
    ("Hezbollah-backed fighters crossed into Syria.", {"Hezbollah"}),
    ("The Rwandan-backed group took the town.", {"Rwanda"}),
    ("A Turkish-led coalition bombed the port.", {"Turkey", "Turkish Armed Forces"}),
)


@pytest.mark.parametrize(("text", "names"), SIDES)
def test_whoever_stands_behind_is_not_who_acts(text: str, names: set[str]) -> None:
    assert names.isdisjoint(named_in(text))


FORCES = {
    "The {adjective} government denied it.": "state_government",
    "{adjective} officials denied it.": "state_government",
    "{adjective} authorities denied it.": "state_government",
    "{adjective} police arrested nine men.": "state_police",
    "{adjective} gendarmes arrested nine men.": "state_police",
    "{adjective} army units took the hill.": "state_military",
    "{adjective} troops took the hill.": "state_military",
    "{adjective} forces took the hill.": "state_military",
    "{adjective} warplanes bombed the depot.": "state_military",
    "The {adjective} air force bombed the depot.": "state_military",
    "The {adjective} navy stopped two boats.": "state_military",
    "The {adjective} coastguard stopped two boats.": "state_military",
    "The {adjective} defence ministry denied it.": "state_military",
    "The {adjective}-led coalition bombed the depot.": "coalition",
    "A {adjective}-backed militia took the hill.": "militia",
}
STATES = (
    ("Kenyan", "KEN"), ("Saudi", "SAU"), ("Philippine", "PHL"), ("Central African", "CAF"), ("Congolese", "COD"),
    ("Bangladeshi", "BGD"), ("Emirati", "ARE"), ("Ethiopian", "ETH"), ("Chadian", "TCD"), ("Peruvian", "PER"),
)  # fmt: skip


@pytest.mark.parametrize("text", FORCES)
@pytest.mark.parametrize(("adjective", "country"), STATES)
def test_forces_of_a_state(text: str, adjective: str, country: str) -> None:
    report = Report(ReportId("r"), text.format(adjective=adjective))
    sentences, _ = parse(report, engine())
    first = find(report, sentences)[0].value
    assert isinstance(first, Actor)
    assert first.type == FORCES[text]
    assert first.country in {country, None}
    assert (first.country is None) == (first.type in {"coalition", "militia"})


PRIVATE = (
    ("Two Kenyan tourists were shot in the market.", "state-ken"),
    ("A German doctor was abducted on the road.", "state-deu"),
    ("Three Syrian children died in the fire.", "state-syr"),
)


@pytest.mark.parametrize(("text", "state"), PRIVATE)
def test_nationality_makes_nobody_a_party(text: str, state: str) -> None:
    report = Report(ReportId("r"), text)
    sentences, _ = parse(report, engine())
    actors = [m.value for m in find(report, sentences) if m.rule != "actors.modifier"]
    assert state not in {a.actor_id for a in actors if isinstance(a, Actor)}
    assert "state_military" not in {a.type for a in actors if isinstance(a, Actor)}


ALIKE = (
    ("mujahedeen", "mujahidin"), ("jaysh", "jaish"), ("hizbollah", "hezbullah"), ("shabaab", "chabab"),
    ("qaida", "qaeda"), ("sunnah", "sunna"), ("mohammed", "muhammad"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_transliterations_of_one_word(one: str, other: str) -> None:
    assert loose(one) == loose(other)


def test_words_of_different_names_stay_apart() -> None:
    words = (
        "sham",
        "islam",
        "nusra",
        "jihad",
        "hezbollah",
        "taliban",
        "muhajireen",
        "sunna",
        "sharia",
        "haqq",
    )
    assert len({loose(word) for word in words}) == len(words)


def test_british_and_american_words_are_one_piece() -> None:
    assert pieces("People's Defence Organisation") == pieces("People's Defense Organization")
