"""Who did it and to whom: tables of invented reports with the doer and the target of a kind of event in them."""

from __future__ import annotations

from functools import cache

import pytest

from dateline import reports
from dateline.pipeline import Reader, open_reader

Told = tuple[tuple[str, ...], tuple[str, ...]]


@cache
def reader() -> Reader:
    return open_reader()


@cache
def told(text: str) -> tuple[tuple[str, Told], ...]:
    """Each claim of a report: its kind, the names of its doers and of its targets."""
    claims = reader().read(reports.from_text(text, published="2024-03-15")).claims
    return tuple(
        (str(c.kind), (tuple(a.name for a in c.actors), tuple(a.name for a in c.targets))) for c in claims
    )


GUNMEN = "unidentified armed group"
# One sentence tells both: by a preposition, a purpose, an answer.
SENTENCES = (
    ("Protesters set fire to a car near the bridge on Monday.", "looting", ("protesters",), ("car",)),
    ("A mob set fire to houses and two shops.", "looting", ("rioters",), ("houses", "shops")),
    ("The army began an offensive to drive the Taliban from the hills.", "armed_clash", ("army",),
     ("Taliban",)),
    ("The army launched an operation to protect the road.", "armed_clash", ("army",), ()),
    ("The army responded with air strikes on Taliban positions.", "air_strike", ("army",), ("Taliban",)),
    ("The rebels threw grenades and fired their rifles.", "bombing", ("rebels",), ()),
    ("Gunmen opened fire on the judge's car.", "attack", (GUNMEN,), ("judges",)),
    ("Gunmen opened fire on a bus.", "attack", (GUNMEN,), ("bus",)),
    ("The Taliban fired rockets on Kabul airport.", "shelling", ("Taliban",), ("Kabul airport",)),
    ("A Russian offensive displaced 5,000 people.", "displacement", ("Russia",), ("civilians",)),
    ("(CNN) Italian police arrested the captain of a ship.", "arrest", ("Italian police",), ("captain",)),
    ("The EU keeps its sanctions on Syria's government for its crackdown on civilians.", "crackdown",
     ("Syrian government",), ("civilians",)),
    ("The government rushed police to the area.", "deployment", ("police",), ()),
    ("Seven students were kidnapped by alleged death squads.", "abduction", ("death squads",), ("civilians",)),
    ("Gunmen killed an American in Kabul.", "attack", (GUNMEN,), ("US civilians",)),
    ("The American was freed on Monday by the Taliban.", "release", ("Taliban",), ("US civilians",)),
    ("Police arrested a Syrian in Istanbul.", "arrest", ("police",), ("Syrian civilians",)),
    ("Gunmen killed a Syrian officer in Istanbul.", "attack", (GUNMEN,), ("Syrian police",)),
    ("Nearly 4,000 people remain in custody.", "detention", (), ("civilians",)),
    ("The consul was kidnapped on Friday by four persons.", "abduction", ("unidentified attackers",),
     ("consul",)),
    ("Troops freed the captive and killed four militants.", "armed_clash", ("soldiers",), ("militants",)),
)  # fmt: skip
# Who arrests, charges or tries somebody did not do what it is for; who is arrested for it may have.
FOR_A_DEED = (
    ("Police arrested nine men for a shooting that left a baker dead.", "attack", (), ("baker",)),
    ("Police held three suspects in a shooting that wounded a girl.", "attack", (), ("civilians",)),
    ("Police arrested a man after a stabbing that killed a teacher.", "attack", (), ("civilians",)),
    ("Officers detained a suspect in connection with a bombing that killed four people.", "bombing", (),
     ("civilians",)),
    ("Prosecutors tried two soldiers for an attack that killed ten villagers.", "attack", (), ("civilians",)),
    ("The army arrested five rebels over an ambush that killed six soldiers.", "attack", (), ("soldiers",)),
    ("The FBI offered a reward after an attack that left a guard dead.", "attack", (), ("guards",)),
    ("Soldiers arrested a commander for ordering a massacre that left 30 people dead.", "attack", (),
     ("civilians",)),
    ("Troops repelled an attack that killed three soldiers.", "armed_clash", (), ("soldiers",)),
    ("Paramedics treated the victims of an attack that wounded six.", "attack", (), ()),
    ("Opponents of the government clashed with police after the Supreme Court freed a senator.", "armed_clash", (),
     ("police",)),
    ("Police shot dead two men in a raid that also wounded a girl.", "raid", ("police",), ("civilians",)),
)  # fmt: skip
# What the sentence before tells of goes on: who is "they", "the men", "the mayor", "the attackers".
REPORTS = (
    ("Gunmen raided the village of Esja overnight. A church was also torched.", "looting", (GUNMEN,), ("church",)),
    ("Police raided the village of Esja overnight. Shops were looted.", "looting", (), ("shops",)),
    ("Protesters attacked the governor's office. The building was set on fire.", "looting", ("protesters",),
     ("building",)),
    ("The Taliban attacked a checkpoint in Varda. Five policemen were taken captive.", "arrest", ("Taliban",),
     ("police",)),
    ("A group of armed men stopped a bus. The men ordered passengers off and shot 11 of them.", "attack",
     (GUNMEN,), ("civilians",)),
    ("A group of armed men stopped a bus. The men ordered passengers off. They then burned the bus.", "looting",
     (GUNMEN,), ("bus",)),
    ("Government soldiers and militia fighters attacked Esja. They beheaded 30 villagers.", "execution",
     ("militia", "government forces"), ("civilians",)),
    ("Mayor Rana Odeh spoke on Monday. A man fired on the mayor.", "attack", ("unidentified attackers",),
     ("Rana Odeh",)),
    ("Former minister Rana Odeh was shot eight times. Men in masks had fired on the former minister.", "attack",
     ("unidentified attackers",), ("Rana Odeh",)),
    ("Taliban fighters attacked an army post on Monday. The army said seven attackers were killed.", "armed_clash",
     ("army",), ("Taliban",)),
    ("Militants shot an official of the Levies Force, Tariq Jan. Tariq Jan was at home when they fired on him.",
     "attack", ("militants",), ("Levies Force",)),
)  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "who", "whom"), [*SENTENCES, *FOR_A_DEED, *REPORTS])
def test_who_to_whom(text: str, kind: str, who: tuple[str, ...], whom: tuple[str, ...]) -> None:
    assert [parties for of, parties in told(text) if of == kind][-1:] == [(who, whom)], told(text)
