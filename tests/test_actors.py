"""Whom words name: tables of sentences about invented events, with the actors that must be found in them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import countrynames
import pytest
from engines import engine

from dateline.language import parse
from dateline.lexicons import load as lexicon
from dateline.mentions.actors import find, of_phrase
from dateline.mentions.actors.folding import pieces
from dateline.mentions.actors.tables import named, tables
from dateline.records import Actor, Mention, Phrase, Precision, Report, ReportId, Sentence, Where


@cache
def read(text: str) -> tuple[Report, tuple[Sentence, ...], tuple[Mention, ...]]:
    report = Report(ReportId("r"), text)
    sentences, _ = parse(report, engine())
    return report, sentences, find(report, sentences)


def at(text: str, words: str) -> Mention | None:
    """The mention whose span holds the words, the shortest one; the last place where they stand."""
    report, _, mentions = read(text)
    start = text.rindex(words)
    end = start + len(words)
    over = [m for m in mentions if m.span.start < end and start < m.span.end]
    holding = [m for m in over if m.span.start <= start and end <= m.span.end] or over
    del report
    return min(holding, key=lambda m: (m.rule == "actors.modifier", m.span.end - m.span.start), default=None)


def name_at(text: str, words: str) -> str | None:
    mention = at(text, words)
    return mention.value.name if mention and isinstance(mention.value, Actor) else None


NAMED = (
    ("ISIL fighters overran the Varda barracks.", "ISIL fighters", "Islamic State"),
    ("The attack was claimed by Daesh on Monday.", "Daesh", "Islamic State"),
    ("IS claimed the bombing of the market.", "IS", "Islamic State"),
    ("He is in the village.", "is", None),
    ("The SDF said it had cleared the quarter.", "SDF", "Syrian Democratic Forces"),
    ("Members of the Taliban stormed the post.", "Members", "Taliban"),
    ("Al-Shabaab gunmen raided a hotel.", "gunmen", "al-Shabaab"),
    ("M23 rebels shelled the town in eastern Congo.", "M23 rebels", "March 23 Movement"),
    ("The PKK denied the report.", "PKK", "Kurdistan Workers' Party"),
    ("Houthi forces fired two missiles.", "Houthi forces", "Houthis"),
    ("Fighters from Hezbollah crossed the line.", "Fighters", "Hezbollah"),
    ("The UN Security Council met.", "UN Security Council", "United Nations Security Council"),
    ("UNHCR counted 400 families.", "UNHCR", "UN High Commissioner for Refugees"),
    ("The U.N. refugee agency counted 400 families.", "refugee agency", "UN High Commissioner for Refugees"),
    ("NATO jets struck a depot.", "NATO jets", "NATO"),
    ("The Syrian Observatory for Human Rights counted nine dead.", "Observatory",
     "Syrian Observatory for Human Rights"),
    ("B'Tselem published its figures.", "B'Tselem", "B'Tselem"),
    ("Médecins Sans Frontières closed its clinic.", "Sans", "Doctors Without Borders"),
    ("The US-led coalition carried out four strikes.", "coalition", "US-led coalition"),
    ("The Saudi-led coalition bombed the port.", "coalition", "Saudi-led coalition"),
    ("Lashkar-e-Taiba men crossed the river.", "Lashkar", "Lashkar-e-Taiba"),
    ("The YPG and the Turkish army clashed.", "YPG", "People's Defense Units"),
    ("Peshmerga troops held the ridge.", "Peshmerga", "Peshmerga"),
    ("Jaish al-Adl killed two border guards in Iran.", "Adl", "Jaish al-Adl"),
    ("Boko Haram burnt the school.", "Boko Haram", "Boko Haram"),
    ("Reuters reported the raid.", "Reuters", "Reuters"),
    ("The Lord's Resistance Army took forty children.", "Army", "Lord's Resistance Army"),
)  # fmt: skip

STATES = (
    ("Israeli jets bombed a depot near Damascus.", "jets", "Israel"),
    ("Syrian government forces took the hill.", "forces", "Syrian Armed Forces"),
    ("The Iranians answered with missiles.", "Iranians", "Iran"),
    ("Moscow said the strike never happened.", "Moscow", "Russia"),
    ("The Kremlin rejected the report.", "Kremlin", "Russia"),
    ("Two shells fell in Moscow.", "Moscow", None),
    ("The Pentagon confirmed the raid.", "Pentagon", "US Department of Defense"),
    ("U.S. troops left the base.", "troops", "United States"),
    ("The Iraqi Interior Ministry gave a figure.", "Ministry", "Iraqi Interior Ministry"),
    ("Turkish officials blamed the group.", "officials", "Turkish officials"),
    ("Kenyan police fired on the crowd.", "police", "Kenyan police"),
    ("Rebels in Chad fought the army.", "army", "Chadian Army"),
    ("The Ethiopian air force bombed the bridge.", "air force", "Ethiopian Air Force"),
    ("Canadian soldiers closed the breach before the Germans came.", "soldiers", "Canada"),
    ("Rebels attacked a post in Mali, killing six Malian soldiers.", "soldiers", "Malian Army"),
    ("The government of Sudan signed the paper.", "government", "Sudanese government"),
    ("France and Britain sent ships.", "Britain", "United Kingdom"),
    ("US-backed rebels took the hill in Syria.", "rebels", "Syrian rebels"),
    ("Soldiers died in South America.", "America", None),
)  # fmt: skip

GROUPS = (
    ("Gunmen opened fire on a bus.", "Gunmen", "unidentified armed group"),
    ("Unidentified gunmen killed a tailor.", "gunmen", "unidentified armed group"),
    ("Armed men took the teacher away.", "men", "unidentified armed group"),
    ("Unknown assailants fled on foot.", "assailants", "unidentified armed group"),
    ("Three officers were wounded.", "officers", "police"),
    ("Policemen cleared the square.", "Policemen", "police"),
    ("Two villagers were hit by shrapnel.", "villagers", "civilians"),
    ("At least nine people were killed.", "people", "civilians"),
    ("A boy and a girl were injured.", "girl", "civilians"),
    ("The inmates seized their guards.", "inmates", "prisoners"),
    ("A mob burnt the shop.", "mob", "rioters"),
    ("Demonstrators threw stones.", "Demonstrators", "protesters"),
    ("Four suspects were held.", "suspects", "suspects"),
    ("Prison guards fled.", "guards", "prison guards"),
    ("Two journalists were beaten.", "journalists", "journalists"),
    ("Aid workers left the camp.", "workers", "aid workers"),
    ("Security forces sealed the road.", "forces", "security forces"),
    ("Rebels in Libya took the refinery.", "Rebels", "Libyan rebels"),
    ("Kurdish militants burnt a lorry.", "militants", "Kurdish militants"),
    ("Varda police held two men.", "police", "Varda police"),
    ("Sunni Arab civilians fled the town.", "civilians", "Sunni Arab civilians"),
    ("Unidentified militants shot a clerk.", "militants", "unidentified militants"),
    ("The wounded were taken to the clinic.", "wounded", "civilians"),
    ("He was shot dead.", "dead", None),
    ("An anti-guerrilla unit patrolled.", "guerrilla", None),
    ("Peacekeepers opened the road.", "Peacekeepers", "peacekeepers"),
)  # fmt: skip

DEFINED = (
    ("The Riverland Peasant Front (RPF) burnt a mill. The RPF named no reason.", "RPF",
     "Riverland Peasant Front"),
    ("The Varda Liberation Army attacked. Nobody died.", "Army", "Varda Liberation Army"),
    ("Men of the High Court of Justice met in Varda.", "Court", "High Court of Justice"),
    ("Fighters of the Armed Peasant Association (ACA) fled Paraguay. The ACA is small.", "ACA",
     "Armed Peasant Association"),
    ("In Darfur the SLA took a well. Sudan sent troops.", "SLA", "Sudan Liberation Movement/Army"),
    ("In Lebanon the SLA took a well.", "SLA", "South Lebanon Army"),
    ("The Carians surrendered to the satrap.", "Carians", "Carians"),
)  # fmt: skip

PERSONS = (
    ("The car stopped where Antioquia Governor Antonio Roldan was killed.", "Roldan", "Antonio Roldan"),
    ("Rana Odeh, 54, said she fled.", "Rana Odeh", "Rana Odeh"),
    ("Rana Odeh, 54, said she fled. Odeh has two sons.", "Odeh", "Rana Odeh"),
    ("Prime Minister Anton Velik resigned.", "Velik", "Anton Velik"),
    ("Police spokesman Anton Velik spoke. Mr. Velik gave no names.", "Velik", "Anton Velik"),
    ("Rana Odeh, 54, said she fled.", "she", "Rana Odeh"),
    ("General Marat Osk led the raid.", "Osk", "Marat Osk"),
    ("Gadhafi fled the capital of Libya.", "Gadhafi", "Muammar Gaddafi"),
    ("Saif al-Varda Gadhafi spoke on television.", "Gadhafi", "Saif al-Varda Gadhafi"),
    ("Gunmen abducted Tomas Ribeiro on Sunday.", "Ribeiro", "Tomas Ribeiro"),
    ("The shells fell near Varda Bridge.", "Varda Bridge", None),
    ("On Monday the troops left.", "Monday", None),
    ("Vladimir Putin met the envoy.", "Putin", "Vladimir Putin"),
)  # fmt: skip

REFERS = (
    ("Islamic State militants took the town. The group freed its men.", "The group", "Islamic State"),
    ("Islamic State militants took the town. The militants burnt it.", "The militants", "Islamic State"),
    ("Islamic State militants took the town. Militants later burnt it.", "Militants", "Islamic State"),
    ("Libyan rebels took Brega. The rebels lost ten men.", "The rebels", "Libyan rebels"),
    ("In Libya, government forces left Brega.", "government forces", "Libyan government forces"),
    ("Hezbollah attacked the post. It lost two men.", "It", "Hezbollah"),
    ("The Taliban took the town. They burnt the school.", "They", "Taliban"),
    ("Hezbollah, which fought a war, sent men.", "which", "Hezbollah"),
    ("The SDF, a militia that holds the city, freed them.", "that", "Syrian Democratic Forces"),
    ("The SDF, a militia that holds the city, freed them.", "militia", "Syrian Democratic Forces"),
    ("The US-led coalition struck a depot. The coalition gave no toll.", "The coalition", "US-led coalition"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), NAMED)
def test_names(text: str, words: str, name: str | None) -> None:
    assert name_at(text, words) == name


@pytest.mark.parametrize(("text", "words", "name"), STATES)
def test_states_and_their_forces(text: str, words: str, name: str | None) -> None:
    assert name_at(text, words) == name


@pytest.mark.parametrize(("text", "words", "name"), GROUPS)
def test_unnamed_people(text: str, words: str, name: str | None) -> None:
    assert name_at(text, words) == name


@pytest.mark.parametrize(("text", "words", "name"), DEFINED)
def test_names_that_the_report_or_its_country_explains(text: str, words: str, name: str) -> None:
    assert name_at(text, words) == name


@pytest.mark.parametrize(("text", "words", "name"), PERSONS)
def test_persons(text: str, words: str, name: str | None) -> None:
    assert name_at(text, words) == name


@pytest.mark.parametrize(("text", "words", "name"), REFERS)
def test_words_that_point_back(text: str, words: str, name: str) -> None:
    assert name_at(text, words) == name


# A report, a word of its army or rebels, whose they are: a name in passing tells nothing.
FOCUS = (
    ("Soldiers killed three rebels on Venezuela Boulevard on Monday.", "rebels", "rebels"),
    ("Troops fired on the village. Spanish journalists saw it.", "Troops", "soldiers"),
    ("Ten soldiers were killed, eight of them Americans.", "soldiers", "soldiers"),
    ("It rained. It was cold. They met. Later the army left, as in Peru.", "army", "army"),
    ("The war in Mali went on. The army fled.", "army", "Malian Army"),
    ("It rained. It was cold. They met Malians. Rebels went through Mali.", "Rebels", "Malian rebels"),
)


@pytest.mark.parametrize(("text", "words", "name"), FOCUS)
def test_the_country_that_a_report_is_about(text: str, words: str, name: str) -> None:
    assert name_at(text, words) == name


def test_the_country_of_the_dateline_and_of_places_counts() -> None:
    report, sentences, _ = read("Troops met Peruvians in Georgia. Rebels fired.")
    start = report.text.index("Georgia")
    there = Where("Georgia", "gn:4197000", "USA", precision=Precision.ADMIN)
    near = Where("Bogota", "gn:3688689", "COL")
    placed = (
        Mention(report.span(start, start + 7), there, "places.context", start),
        Mention(report.span(0, 6), near, "places.dateline", 0),
    )
    found = {m.span.of(report.text): m.value for m in find(report, sentences, placed)}
    assert isinstance(found["Rebels"], Actor)
    assert found["Rebels"].name == "Colombian rebels"


PHRASES = (
    ("Police and insurgents clashed.", "Police", ("police", "insurgents")),
    ("Members of the Taliban fled.", "Members", ("Taliban",)),
    ("Dozens of villagers fled.", "Dozens", ("civilians",)),
    ("A convoy was hit.", "convoy", ("convoy",)),
    ("Two oil refineries were hit.", "refineries", ("oil refineries",)),
    ("The fighting went on.", "fighting", ()),
    ("ISIL positions were hit.", "positions", ("Islamic State",)),
    ("A group of gunmen fled.", "group", ("unidentified armed group",)),
    ("The Varda prison was stormed.", "prison", ("Varda prison",)),
    ("Hamas fired rockets. It lost two men.", "It", ("Hamas",)),
    ("Soldiers, policemen and farmers fled.", "Soldiers", ("soldiers", "police", "civilians")),
    ("British and French troops landed.", "troops", ("United Kingdom", "France")),
    ("Gunmen of the Oren Vanguard fled.", "Gunmen", ("Oren Vanguard",)),
    ("Dawn Column fighters fled.", "fighters", ("Dawn Column",)),
    ("The Free Orlan attacked the base.", "Orlan", ("Free Orlan",)),
    ("The Union of Free Officers denied it.", "Union", ("Union of Free Officers",)),
    ("Police arrested leader and founder Dario Menk.", "leader", ("Dario Menk",)),
    ("The mayor Dario Menk was shot.", "mayor", ("Dario Menk",)),
    ("The coalition met in Iraq. Coalition troops fled.", "troops", ("coalition",)),
    ("Prison guards fled.", "guards", ("prison guards",)),
    ("He was held by Patrolman Rana Odeh.", "Odeh", ("Rana Odeh",)),
    ("A Hamas-held building was hit.", "building", ("Hamas",)),
    ("Our soldiers met in Iraq and fled.", "soldiers", ("soldiers",)),
    ("Several teachers fled.", "teachers", ("civilians",)),
    ("Police fired on the crowd.", "crowd", ("civilians",)),
    ("Soldiers took refuge on Monday.", "refuge", ()),
    ("Colonel Dario Menk spoke. The Dawn Column left. He slept.", "He", ("Dario Menk",)),
    ("Iraqi soldiers left Varda. It fired.", "It", ()),
    ("Hamas fired rockets. It rained. It was cold. They left.", "They", ()),
    ("The attack lasted hours.", "attack", ()),
)


@pytest.mark.parametrize(("text", "head", "names"), PHRASES)
def test_actors_of_a_phrase(text: str, head: str, names: tuple[str, ...]) -> None:
    _, sentences, mentions = read(text)
    start = text.rindex(head)
    sentence = next(s for s in sentences if s.span.start <= start < s.span.end)
    k = sentence.token_at(start)
    assert k is not None
    found = of_phrase(sentence, Phrase(k, *sentence.subtree(k)), mentions)
    assert tuple(a.name for a in found) == names


def test_a_thing_is_an_object() -> None:
    _, (sentence,), mentions = read("A convoy was hit.")
    (actor,) = of_phrase(sentence, Phrase(1, 0, 2), mentions)
    assert actor.type == "object"


def test_spans_and_anchors_lie_in_their_words() -> None:
    text = "Three Islamic State gunmen and Rana Odeh, 54, were held by Kenyan police, who said nothing."
    report, _, mentions = read(text)
    assert mentions
    for m in mentions:
        assert m.span.start <= m.anchor < m.span.end
        assert m.span.of(report.text).strip() == m.span.of(report.text)
        assert m.rule.startswith("actors.")
    assert mentions == tuple(sorted(mentions, key=lambda m: (m.span, m.rule)))


def test_role_of_a_person_is_kept() -> None:
    text = "Varda police spokesman Anton Velik spoke. Velik gave no names."
    mention = at(text, "Velik")
    assert mention is not None
    assert mention.note == "Varda police spokesman"


def test_ids_tell_the_country() -> None:
    mention = at("Rebels in Mali fought the army.", "army")
    assert mention is not None
    assert mention.value == Actor("Malian Army", "mli-army", "state_military", "MLI")


def test_no_name_means_two_actors() -> None:
    always: dict[tuple[str, ...], set[str | None]] = defaultdict(set)
    near: dict[tuple[tuple[str, ...], str], set[str | None]] = defaultdict(set)
    for name in named():
        assert name.actor is not None
        if name.how == "name":
            always[pieces(name.written)].add(name.actor.actor_id)
        for country in name.countries if name.how == "local" else ():
            near[pieces(name.written), country].add(name.actor.actor_id)
    assert {k: v for k, v in always.items() if len(v) > 1} == {}
    assert {k: v for k, v in near.items() if len(v) > 1} == {}


def test_no_word_of_people_means_two_groups() -> None:
    for table in (tables().groups, tables().forces):
        for rows in table.values():
            assert all(len(values) == 1 for _, forms in rows for values in forms.values())


def test_every_entry_is_complete() -> None:
    types = {
        "state_military", "state_police", "state_government", "rebel", "militia", "political_party", "person",
        "international_organisation", "ngo", "monitor", "media", "coalition", "civilians", "other",
    }  # fmt: skip
    rows = [row for part in lexicon("actors").values() for row in part]
    assert len(rows) >= 600
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row["type"] in types
        assert row["source"] in {"own", "ucdp", "phoenix"}


def test_states_agree_with_countrynames() -> None:
    past = {"SUN", "YUG", "CSK", "DDR", "VDR", "DRV", "YMD", "RHO", "XKX"}
    for row in lexicon("states")["state"]:
        if len(row["id"]) == 3 and row["id"].isupper() and row["id"] not in past:
            assert countrynames.to_code_3(row["name"]) == row["id"], row["name"]
