"""Who is named in a text, and who of them is private. All people, outlets and events are invented."""

from __future__ import annotations

from functools import cache

import pytest

from dateline.language.case import restore
from dateline.protection.people import Found, Names, find
from dateline.protection.runs import key_of
from dateline.publishing.knowing import Knower


@cache
def knower() -> Knower:
    return Knower()


def people(text: str, names: Names | None = None) -> Found:
    return find(restore(text), knower(), names)


# A sentence, and the private names in it, as folded words, the fullest form of each.
PRIVATE = [
    ("“I ran,” said Maria Holm, a nurse at the clinic.", ["maria holm"]),
    ("The witness, who gave only his first name, Omar, hid in a cellar.", ["omar"]),
    ("Her brother Jon was shot at the gate.", ["jon"]),
    ("Rana Odeh, 54, lost two sons.", ["rana odeh"]),
    ("They buried Yousef al-Khatib (19) on Sunday.", ["yousef khatib"]),
    ("MARIA HOLM, A NURSE, SAID THE SHELLS FELL AT NOON ON THE MARKET.", ["maria holm"]),
    ("the shells fell at noon, said maria holm, a nurse at the clinic in akureyri.", ["maria holm"]),
    ("Seamus O’Brien-Łukaszewicz told the Fjord Wire what he saw.", ["seamus obrien lukaszewicz"]),
    ("Holm's house burned. Maria\nHolm was inside.", ["maria holm"]),
    ("M.H., a shopkeeper, saw the trucks.", ["mh"]),
    ("Дарья Соколова, a teacher, fled on foot.", ["дарья соколова"]),
    ("A video shows ليلى حداد at the morgue.", ["ليلى حداد"]),
    ("Abu Zubair al-Tamimi, a farmer, counted nine bodies.", ["zubair tamimi"]),
    ("Rose Marsh, a student, was among the dead.", ["rose marsh"]),
    ("Sergeant Ola Strand was killed by a mine.", ["ola strand"]),
    ("The mayor's wife, Tove Lind, was wounded.", ["tove lind"]),
    ("Dr. Samira Haddad runs the ward.", ["samira haddad"]),
    ("Hospital director Idris Falk counted the dead.", ["idris falk"]),
    ("Xqwirra Zzolt was taken from her home.", ["xqwirra zzolt"]),
    ("The elder of the village, Bakary Toure, refused to leave.", ["bakary toure"]),
    ("According to Fatoumata, soldiers came at dawn.", ["fatoumata"]),
    ("Police named the dead as Per Dahl and Liv Moen.", ["per dahl", "liv moen"]),
    ("Jordan Smith was hit in the street.", ["jordan smith"]),
    ("Omani Frey, 18, a pupil, was shot at a party.", ["omani frey"]),
    ("A police spokesman. Viktor Mirand, who lives next door, ran.", ["viktor mirand"]),
    ("The fire was put out, said the mayor\n\nMaria Holm", ["maria holm"]),
    ("Maria Holm, a cook at the Ministry of Justice, saw them.", ["maria holm"]),
    ("Asad Kalif, an organiser with the Coalition for Real Justice, marched.", ["asad kalif"]),
    ("L K Holm, a farmer, saw them.", ["l k holm"]),
    ("They buried Major [Humayun] Khatib on Sunday.", ["humayun", "khatib"]),
    ("Gunmen burned the house of the two Lindqvist boys.", ["lindqvist"]),
    ("Lawyer Hana Berg and activist Teo Vik were detained.", ["hana berg", "teo vik"]),
]
# A sentence, and what is kept of it: nobody in it is private.
KEPT = [
    "Interior Minister Runa Halls said on Monday that 12 people died.",
    "Runa Halls, the prison's deputy governor, said six attackers were killed.",
    "Army spokesman Col. Aksel Brandt denied the shelling.",
    "The governor of the province, Tor Hauge, imposed a curfew.",
    "Gunmen of the Dawn Column stormed a prison in Akureyri late on Tuesday.",
    "The United Nations said Israel and Jordan had agreed.",
    "Radio Esja and the Harbour Gazette reported the attack.",
    "At least 17 people were killed in Aleppo and near Mosul.",
    "PRISON WATCH NORTH COUNTED 112 DEAD IN THE FIGHTING IN AKUREYRI BETWEEN 12 AND 17 MARCH.",
    "The U.S. and the U.K. condemned it at 5 p.m. on Friday.",
    "Vladimir Putin met the Security Council.",
    "Judge Ines Roth ordered his release.",
    "Vik County Sheriff Runa Halls said nobody was hurt.",
    "FBI Director Runa Halls flew to Mexico.",
    "The Minister of State for Revenue Tor Hauge spoke.",
    "The police chief of department Tor Hauge spoke.",
    "President-elect Tor Hauge promised talks.",
    "Republican candidate Runa Halls promised talks.",
    "Sen. Runa Halls and Rep. Tor Hauge voted against it.",
    "Home minister L K Halls declined to comment.",
    "A portrait of Nelson Mandela hung in the court.",
]


def private(found: Found) -> set[str]:
    return {" ".join(person.key) for person in found.private}


@pytest.mark.parametrize(("text", "names"), PRIVATE, ids=[text[:30] for text, _ in PRIVATE])
def test_private_people_are_found(text: str, names: list[str]) -> None:
    found = people(text)
    assert set(names) <= private(found)
    for person in found.private:
        assert all(0 <= place.start < place.end <= len(text) for place in person.at)


@pytest.mark.parametrize("text", KEPT, ids=[text[:30] for text in KEPT])
def test_officials_bodies_and_places_are_kept(text: str) -> None:
    assert private(people(text)) == set()


def shown(text: str) -> str:
    """What is left of a text without the names of private people."""
    restored = restore(text)
    hidden = {
        k for person in people(text).private for place in person.at for k in range(place.start, place.end)
    }
    return "".join("_" if k in hidden else c for k, c in enumerate(restored))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Arvid Lindqvist, 15, was shot. Experts for the Lindqvist family disagreed.", "Lindqvist"),
        ("Brent Ching, a dentist, died. The Chings were keen skiers.", "Ching"),
        (
            "Melton Lew Paris, 51, was found dead. A friend found Paris on the floor. Paris had been shot.",
            "Paris",
        ),
        ("Melton Lew Paris, 51, was found dead. The reward in Paris' case was raised.", "Paris"),
        ("Omani Frey, 18, a pupil, was shot. Omani just happened to be there.", "Omani"),
        ("AN AMERICAN NAMED MIKE HAMMER, WHO WAS HURT IN THE ATTACK, WAS TAKEN TO A HOSPITAL.", "ammer"),
        ("He married his second wife, Opal, two weeks ago.", "Opal"),
    ],
)
def test_a_name_that_is_private_shows_nowhere_in_the_report(text: str, part: str) -> None:
    """Families, surnames that are places, given names that are peoples, surnames that are everyday words."""
    assert part not in shown(text)


def test_who_bears_the_name_of_a_place_does_not_hide_the_place() -> None:
    assert "in Paris on" in shown("Melton Lew Paris, 51, was found dead. Ministers met in Paris on Monday.")


def test_every_form_of_a_name_belongs_to_one_person() -> None:
    text = (
        "Maria Holm, a nurse, ran. Holm’s house burned. M. Holm has not been seen, and M.H. is wanted. "
        "HOLM could not be reached; Maria’s sister waits."
    )
    one = next(person for person in people(text).private if person.key == ("maria", "holm"))
    shown = [text[place.start : place.end] for place in one.at]
    assert shown[:2] == ["Maria Holm", "Holm"]
    assert {"M. Holm", "M.H.", "HOLM", "Maria"} <= set(shown)


def test_what_a_person_is_stands_with_the_name() -> None:
    text = "Shopkeeper Ivar Holm, 34, a father of two, said nothing."
    (one,) = people(text).private
    told = " ".join(text[place.start : place.end] for place in one.told)
    assert "Shopkeeper" in told
    assert "34" in told
    assert "father of two" in told


def test_a_role_in_one_sentence_counts_for_the_report() -> None:
    found = people("Governor Tor Hauge spoke. Later Hauge left. Liv Hauge, his niece, stayed.")
    assert ("tor", "hauge") in {p.key for p in found.people if not p.private}
    assert ("liv", "hauge") in {p.key for p in found.private}


def test_kin_of_officials_are_private() -> None:
    assert "ane hauge" in private(people("Ane Hauge, wife of the governor, was wounded."))


def test_a_policy_keeps_and_withholds_names() -> None:
    text = "Maria Holm, a nurse, died. Governor Tor Hauge spoke."
    names = Names(frozenset({key_of("Maria Holm")}), frozenset({key_of("Tor Hauge")}))
    assert private(people(text, names)) == {"tor hauge"}


def test_ways_to_reach_somebody_are_found() -> None:
    text = "Write to mona.lie@post.example or @mona_lie, or call +47 22 33 44 55."
    assert [text[p.start : p.end] for p in people(text).contacts] == [
        "mona.lie@post.example",
        "@mona_lie",
        "+47 22 33 44 55",
    ]
