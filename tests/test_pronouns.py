"""Whom "he", "she", "they" and "it" stand for, in reports about invented events: nobody, where that is a guess."""

from __future__ import annotations

from functools import cache

import pytest
from engines import engine

from dateline.language import parse
from dateline.lexicons import names
from dateline.mentions.actors import find
from dateline.records import Actor, Report, ReportId


@cache
def stands(text: str, pronoun: str, nth: int = 0) -> str | None:
    """The actor that a pronoun of a text stands for; `nth` counts its places from the first."""
    report = Report(ReportId("r"), text)
    sentences, _ = parse(report, engine())
    places = [t.start for s in sentences for t in s.tokens if t.text == pronoun]
    mentions = [m for m in find(report, sentences) if m.rule == "actors.pronoun" and m.anchor == places[nth]]
    return mentions[0].value.name if mentions and isinstance(mentions[0].value, Actor) else None


# Who is dead, and who lives on to speak or be taken.
LIFE = (
    ('"We heard shots," said Daniel Marr, a lawyer. He was declared dead at the hospital.', "He", None),
    (
        "Lawyer Daniel Marr told reporters on Monday that the case was over. He was pronounced dead.",
        "He",
        None,
    ),
    (
        "A shopkeeper was hit by a bullet, said Daniel Marr, a lawyer. He died at the hospital.",
        "He",
        "civilians",
    ),
    (
        "Ivan Berg was shot near the bridge. His lawyer, Daniel Marr, spoke of revenge. He died at noon.",
        "He",
        "Ivan Berg",
    ),
    ("Dr Karim Odeh was murdered in his clinic on Monday. He has been arrested, police said.", "He", None),
    (
        "Tomas Vale was killed on Monday. Police questioned Jonas Berg. He has been arrested.",
        "He",
        "Jonas Berg",
    ),
    ("The murder of Tomas Vale shook the town. He was detained on Friday.", "He", None),
    ("Tomas Vale was shot at his door on Monday. He died on the way to the clinic.", "He", "Tomas Vale"),
    ("Police chief Jon Vasko arrested Daniel Marr in Varda. He was later released.", "He", "Daniel Marr"),
    ("Gunmen abducted Daniel Marr on Sunday, spokesman Jon Vasko said. He was beaten.", "He", "Daniel Marr"),
)
# A person is a man or a woman throughout a report.
SEX = (
    ("Mr Peter Odeh was abducted on Monday. She died of her wounds.", "She", None),
    (
        "Tomas Vale ran the shop with his wife, Ana Vale, for years. She died of her wounds.",
        "She",
        "Ana Vale",
    ),
    ("Ana Vale met Tomas Marr at the gate. He was stabbed there.", "He", "Tomas Marr"),
    ("Ana Vale met Tomas Marr at the gate. She was stabbed there.", "She", "Ana Vale"),
    ("Actress Kim Vale was attacked at home. He fled.", "He", None),
    ("Businesswoman Kim Vale and her brother were robbed. She was shot.", "She", "Kim Vale"),
    ("Vale lost his brother in the raid. Vale was hurt in May. She was shot in June.", "She", None),
)
# Quoted words, other arguments of the verb, those who are named only to speak.
SPOKEN = (
    ('Prosecutor Daniel Marr was pleased. "The facts are plain. He shot her," Marr said.', "He", None),
    ("Daniel Marr admitted that he shot the guard.", "he", "Daniel Marr"),
    ("Ana Odeh said that Jonas Berg killed her.", "her", None),
    ("A woman was crossing the road, said Rena Ellis, a spokeswoman. She was struck by a truck.", "She",
     "civilians"),
    ("The driver beat Tomas Vale. Then he shot him.", "him", "Tomas Vale"),
    ("President Daniel Marr flew to Varda on Monday. The president said he had warned the rebels.", "he",
     "Daniel Marr"),
    ("They found a photo of Daniel Marr on the phone. The men hauled Karim outside and shot him.", "him", None),
)  # fmt: skip
# Groups: bodies that only speak, whom no table knows, things, what a doer attacks.
GROUPS = (
    (
        "The Security Council kept the sanctions imposed on Iraq after its 1990 invasion of Kuwait.",
        "its",
        "Iraq",
    ),
    ("NATO denies that its attacks killed civilians.", "its", "NATO"),
    ("Brenn was formed in 1970 in Spain. It killed 100 people in four decades.", "It", None),
    ("The rebels surrendered their rifles after firing them in the air.", "them", None),
    ("The Taliban took the village. Residents said the Taliban had beaten them.", "them", "civilians"),
    ("Gunmen ambushed the convoy and burned their trucks.", "their", None),
    ("Two policemen were wounded when gunmen attacked their truck.", "their", "police"),
    ("Police sources told the paper they had searched the area.", "they", "police"),
    ("Governor Rana Odeh spoke before the army tightened their cordon.", "their", "army"),
    ("No matter how long it takes, the army will find the bombers.", "it", None),
)


@pytest.mark.parametrize(("text", "pronoun", "name"), [*LIFE, *SEX, *SPOKEN, *GROUPS])
def test_a_pronoun_stands_for(text: str, pronoun: str, name: str | None) -> None:
    assert stands(text, pronoun) == name


def test_given_names_of_one_sex_are_told_apart_from_those_of_both() -> None:
    told = names.sexes()
    assert (told["fatima"], told["viktor"]) == ("f", "m")
    assert {"kim", "jean", "sasha"}.isdisjoint(told)
    assert told.keys() <= names.given()
