"""Who says so at the end of a chain of relays and copies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from toll_builders import report, told

from dateline.incidents import origins
from dateline.records import Claim, Told

STORY = (
    "Gunmen of the Lantern Front came down from the hills before dawn on Friday and held the salt works of "
    "Vardo for six hours. They burned the weighing house and took the night foreman with them when they left. "
    "Workers who had hidden in the drying sheds came out at noon and counted eleven of their own dead. The "
    "front has fought the council of the coast for nine years over the lease of the pans, and the works had "
    "been under guard since the spring. No boat left the harbour on Friday, and the ferry of Saturday was put "
    "off for want of a crew."
)
OTHER = (
    "The salt works of Vardo stood empty on Saturday, a day after raiders from the hills went through them. "
    "Relatives of the dead waited at the gate, where a clerk read out names. The council has asked for more "
    "guards, which it has done every year since the lease was sold, and the price of salt rose in the market "
    "by a tenth. A fisherman who saw the raiders cross the ridge said that they walked in single file and that "
    "nobody hurried. The harbour opened again in the evening."
)
AGAIN = f"From our own staff. {STORY.replace('nine years', 'almost a decade').replace('eleven', '11')}"
CUT = STORY[: STORY.index("The front has")]


def names(*members: Told) -> list[str]:
    found = origins.of(members)
    return [found[one.claim.id].name for one in members]


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("government: Health Ministry", "government: health ministry", True),
        ("government: police", "government: police spokeswoman (spokesman)", True),
        ("government: Runa Vik (deputy governor)", "government: Ms. Runa Vik", True),
        ("party: Col. Odd Aas", "party: Odd Aas", True),
        (
            "government: Health Ministry < media: Radio Esja",
            "government: Health Ministry < media: The Gull",
            True,
        ),
        ("media: Radio Esja < media: The Gull", "media: Radio Esja", True),
        ("official_unnamed: officials", "official_unnamed: officials", True),
        ("official_unnamed: officials", "official_unnamed: harbour officials", False),
        ("witness: residents", "witness: residents", False),
        ("medical: doctors", "medical: doctors", False),
        ("witness: Una Lind", "witness: Una Lind", True),
        ("government: Health Ministry", "government: Interior Ministry", False),
        ("report: report", "report: report", False),
    ],
)
def test_two_reports_and_how_many_say_so(one: str, other: str, *, are_one: bool) -> None:
    members = told(one, inside=report("a", text=STORY)), told(other, inside=report("b", text=OTHER))
    found = origins.of(members)
    assert origins.spread(members, found).origins == (1 if are_one else 2)


def test_an_outlet_is_one_origin_in_all_its_stories_and_when_it_is_cited() -> None:
    members = (
        told("report: report", inside=report("a", "2031-05-04", "The Gull", STORY)),
        told("report: report", inside=report("b", "2031-05-09", "The Gull", OTHER)),
        told("media: The Gull", inside=report("c", "2031-05-10", "Fjord Wire", OTHER[:60])),
    )
    assert names(*members) == ["The Gull"] * 3


@pytest.mark.parametrize("text", [STORY, AGAIN, CUT], ids=["whole", "edited", "cut"])
def test_a_copy_goes_back_to_the_outlet_of_the_first_telling(text: str) -> None:
    first = told("report: report", inside=report("z", "2031-05-04", "Fjord Wire", STORY))
    copy = told("report: report", inside=report("a", "2031-05-06", "The Gull", text))
    alone = told("report: report", inside=report("b", "2031-05-06", "Radio Esja", OTHER))
    found = origins.of((copy, alone, first))
    assert [found[t.claim.id].name for t in (first, copy, alone)] == [
        "Fjord Wire",
        "Fjord Wire",
        "Radio Esja",
    ]
    assert str(found[copy.claim.id].since) == "2031-05-04"


def test_residents_in_a_copy_are_those_of_the_story_that_it_copies() -> None:
    first = told("witness: residents", inside=report("a", "2031-05-04", text=STORY))
    copy = told("witness: residents", inside=report("b", "2031-05-06", text=AGAIN))
    assert len(set(origins.of((first, copy)).values())) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"VARDO, May 4 (AFP) - {OTHER}", "AFP"),
        (f"VARDO (Reuters) — {OTHER}", "Reuters"),
        (f"VARDO (The Gull) - {OTHER}", "Gazette"),
        (f"{OTHER} The army (AFP) said so.", "Gazette"),
    ],
)
def test_an_agency_that_a_report_credits_speaks_in_its_own_voice(text: str, name: str) -> None:
    assert names(told("report: report", inside=report("a", publisher="Gazette", text=text))) == [name]


def test_a_long_sentence_word_for_word_is_from_where_it_stood_first() -> None:
    line = "Raiders shot nine people at the salt works and burned the weighing house down to its stones. "
    first = told("report: report", inside=report("a", "2031-05-04", "The Gull", line + OTHER[:200]))
    later = told("report: report", inside=report("b", "2031-05-09", "Radio Esja", line + STORY[:200]))
    whole = [Told(_over(one, len(line)), one.report) for one in (first, later)]
    assert names(*whole) == ["The Gull", "The Gull"]


def _over(one: Told, length: int) -> Claim:
    return replace(one.claim, evidence=one.report.span(0, length))


def test_what_is_printed() -> None:
    members = (
        told("party: Lantern Front", inside=report("a", text=STORY)),
        told("government: Health Ministry", inside=report("b", text=OTHER)),
        told("government: Health Ministry", inside=report("c", text=OTHER[:90])),
    )
    assert str(origins.spread(members, origins.of(members))) == (
        "3 reports, 2 origins, of which 1 party to the conflict"
    )
    assert str(origins.spread(members[1:2], origins.of(members))) == "1 report, 1 origin"
