"""How a source puts an event forward: told, going on, planned, possible, denied, or not asserted at all."""

from __future__ import annotations

import pytest

from dateline import reports
from dateline.pipeline import Reader
from dateline.records import Status

CASES = [
    # told
    ("Rebels attacked the base in Kesten on Monday.", "attack happened"),
    ("The minister condemned the attack on Kesten by rebels.", "attack happened"),
    ("The men planned the bombing of the Dalmar market in 2030.", "bombing happened"),
    ("Rebels reportedly abducted a priest near Kesten.", "abduction happened"),
    ("The army is said to have shelled Orvik on Monday.", "shelling happened"),
    ("He was accused of bombing a bridge.", "accusation happened"),
    # going on
    ("Rebels are shelling Kesten.", "shelling ongoing"),
    ("Kesten has been witnessing riots since Friday.", "riot ongoing"),
    ("Clashes are frequent in Dalmar.", "armed_clash ongoing"),
    ("Fighting is raging in Kesten.", "armed_clash ongoing"),
    ("Rebels regularly shell the suburbs of Kesten.", "shelling ongoing"),
    ("The siege of Kesten continues.", "siege ongoing"),
    ("The army said rebels were shelling Kesten.", "shelling ongoing"),
    ("The curfew remained in force in Dalmar.", "curfew ongoing"),
    ("There is heavy fighting in Kesten.", "armed_clash ongoing"),
    ("A wave of kidnappings is being reported from Orvik.", "abduction ongoing"),
    # planned
    ("The army will withdraw from Kesten next week.", "withdrawal planned"),
    ("The army plans to attack Kesten.", "attack planned"),
    ("Both sides will observe a cease-fire from Friday.", "ceasefire planned"),
    ("Police foiled a plot to bomb the station in Dalmar.", "bombing planned"),
    ("Police foiled a bombing in Dalmar on Monday.", "bombing planned"),
    ("The two sides agreed to hold talks in Dalmar in June.", "negotiation planned"),
    ("A protest is planned in Dalmar on Friday.", "protest planned"),
    ("The rebels were preparing to attack Kesten, the army said.", "attack planned"),
    ("A mob tried to set fire to a mosque in Dalmar but was stopped by police.", "looting planned"),
    ("The parties will hold talks in Dalmar next week.", "negotiation planned"),
    # may be
    ("Rebels may have killed the mayor of Kesten.", "assassination possible"),
    ("The army suspects that rebels bombed the bridge at Kesten.", "bombing possible"),
    ("It is not clear whether rebels bombed the bridge at Kesten.", "bombing possible"),
    ("The explosion in Dalmar was possibly a suicide bombing.", "suicide_bombing possible"),
    # denied
    ("The army denied that it had shelled Orvik.", "shelling denied"),
    ("The army denied shelling Orvik.", "shelling denied"),
    ("The ministry rejected reports that its troops had shelled Orvik.", "shelling denied"),
    ("The army said it had no evidence of an air strike on Orvik.", "air_strike denied"),
    ("There was no evidence of an attack on Orvik, the army said.", "attack denied"),
    ("The army said its forces had not shelled Orvik.", "shelling denied"),
    ("The rebels said they had not kidnapped the priest.", "abduction denied"),
    ("Rumours that rebels had shelled Kesten are untrue, the army said.", "shelling denied"),
    ("Our fighters fired no mortars, the rebels said.", "shelling denied"),
    # nothing told
    ("The rise of terrorism threatens our way of life.", "nothing"),
    ("A woman was killed when a tree fell on a wedding party. Four of the injured had bruises.", "nothing"),
    ("The minister said that on mere suspicion one cannot be arrested.", "nothing"),
    ("Generals said that they could defeat the rebels.", "nothing"),
    ("Police said that nobody may arrest anyone without a warrant.", "nothing"),
    ("No one attacked the base.", "nothing"),
    ("If rebels attack Kesten, the army will respond.", "nothing"),
    ("The army would have shelled Orvik.", "nothing"),
    ("The president called for an end to the fighting in Kesten.", "demand happened"),
    ("Unless the rebels withdraw from Kesten, there will be no talks.", "nothing"),
    ("Rebels did not attack Kesten.", "nothing"),
    ("Analysts expect rebels to attack Kesten.", "nothing"),
    ("Police are being targeted by gunmen in Dalmar.", "attack ongoing"),
    ("Police said they had not arrested any of the gunmen.", "nothing"),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_status(reader: Reader, text: str, expected: str) -> None:
    claims = reader.read(reports.from_text(text, published="2031-05-06")).claims
    assert ("; ".join(f"{c.kind} {c.status}" for c in claims) or "nothing") == expected


DENIALS = [
    (
        "Rebels said the army had killed 20 civilians in Kesten. The army denied the killings.",
        "attack",
        "had killed 20",
    ),
    (
        "The minister accused rebels of bombing the bridge. The rebels denied the attack.",
        "bombing",
        "accused rebels",
    ),
    (
        "The army denied that it had shelled Kesten. Rebels said the army shelled Kesten.",
        "shelling",
        "the army shelled",
    ),
]


@pytest.mark.parametrize(("text", "kind", "words"), DENIALS)
def test_a_denial_names_what_it_denies(reader: Reader, text: str, kind: str, words: str) -> None:
    claims = reader.read(reports.from_text(text, published="2031-05-06")).claims
    (denial,) = (c for c in claims if c.status is Status.DENIED)
    (tie,) = (d for d in denial.decisions if d.field == "denies")
    told = next(c for c in claims if c.id == tie.note)
    assert denial.kind == kind
    assert tie.span == told.evidence
    assert words in told.evidence.of(text)


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("Rebels said they shelled Kesten on Monday. The claim could not be independently verified.", True),
        ("Rebels said they shelled Kesten, but the report could not be confirmed.", True),
        ("Rebels shelled Kesten on Monday. The claim could not be independently verified.", False),
        ("Rebels said they shelled Kesten on Monday. The army confirmed the report.", False),
    ],
)
def test_what_nobody_could_verify_is_noted(reader: Reader, text: str, *, noted: bool) -> None:
    claims = reader.read(reports.from_text(text, published="2031-05-06")).claims
    rules = [d.rule for c in claims if c.kind == "shelling" for d in c.decisions]
    assert ("status.unverified" in rules) is noted
    assert all(c.status is Status.HAPPENED for c in claims if c.kind == "shelling")
