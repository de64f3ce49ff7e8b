"""People whom two reports both name: who is taken for one, and what that says of two claims."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from incident_builders import START, told

from dateline.incidents.linking import explain, reconcile
from dateline.incidents.people import people
from dateline.records import ClaimId, Decision, Told


def named(text: str) -> set[str]:
    words = (
        (found.start(), found[0].lower())
        for found in re.finditer(r"[^\W\d_]+", text)
        if found[0][0].isupper()
    )
    return set(people(text, words))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Daniel Kjelsberg, 34, was found dead.", {"daniel kjelsberg"}),
        ("Daniel T. Kjelsberg and Maria Tveitane's sister were hit.", {"daniel kjelsberg", "maria tveitane"}),
        ('Police named Daniel "Dunk" Kjelsberg.', {"daniel kjelsberg"}),
        ("The body of Ahmed al-Kjelani was brought home.", {"ahmed kjelani"}),
        ("José Olderdalen was a baker.", {"jose olderdalen"}),
        # Whoever answers in public is named in reports of anything.
        ("Sheriff Daniel Kjelsberg spoke. Later Daniel Kjelsberg left.", set()),
        ("Maria Tveitane, the ferry's cook, met Foreign Minister Daniel Kjelsberg.", {"maria tveitane"}),
        ("Nelson Mandela was remembered.", set()),
        # Streets, schools and hospitals bear people's names.
        ("It was near Daniel Kjelsberg Road and Maria Hospital.", set()),
        ("He was taken to Maria Tveitane Memorial Hospital.", set()),
        # A point and a line end what is said before.
        ("She saw Daniel. Kjelsberg was not there.", set()),
        ("By then they had called Maria\nTveitane said nothing.", set()),
        ("Will Police come? Grant Money was spent.", set()),
    ],
)
def test_who_is_named_in_full(text: str, expected: set[str]) -> None:
    assert named(text) == expected


STABBED = "A man was stabbed behind the ferry landing on Monday night. Daniel Kjelsberg died at once. "
BURIED = "Hundreds came to the burial of Daniel Kjelsberg, who was stabbed in spring. "


def level(one: Told, other: Told, field: str) -> str | None:
    return next((term.level for term in explain(one, other).terms if term.field == field), None)


def test_one_person_told_of_near_both_claims_links_them_without_a_day_or_place() -> None:
    one = told("a", killed=1, text=STABBED)
    other = told("b", killed=1, text=BURIED, day=None, town=None, said=START + timedelta(60))
    assert level(one, other, "people") == "one shared"
    assert len(reconcile([one, other])) == 1
    another = told(
        "c",
        killed=1,
        text=BURIED.replace("Daniel Kjelsberg", "Maria Tveitane"),
        day=None,
        town=None,
        said=START + timedelta(60),
    )
    assert level(one, another, "people") is None
    assert len(reconcile([one, another])) == 2


def test_a_person_far_from_the_claims_says_less() -> None:
    far = "The council met for long. " * 30
    one, other = told("a", text=STABBED), told("b", text=f"Shells fell on the market. {far} {BURIED}")
    assert level(one, other, "people") == "one shared, near one"
    third = told("c", text=f"Gunmen fired at a ferry. {far} {BURIED}")
    assert level(other, third, "people") == "one shared in passing"


def test_two_claims_of_a_report_that_count_the_same_people_are_one_incident() -> None:
    text = "A fisher was shot on Monday. The council met for long. He died in hospital later."
    one = told("a", killed=1, town=None, text=text)
    other = told("a", killed=1, town=None, text=text, at=55, day=START + timedelta(9))
    assert len(reconcile([one, other])) == 2
    note = f"{one.claim.figures[0].span.start}-{one.claim.figures[0].span.end}"
    again = Decision("victim", "victims.told_before", other.claim.figures[0].span, note)
    other = replace(other, claim=replace(other.claim, decisions=(again,)))
    assert level(one, other, "victims") == "same people"
    assert len(reconcile([one, other])) == 1
    # Who was arrested for it is another event, though the same dead are counted.
    arrest = told("a", kind="arrest", killed=1, text=text, at=55)
    arrest = replace(arrest, claim=replace(arrest.claim, id=ClaimId("a-arrest"), decisions=(again,)))
    assert level(one, arrest, "victims") is None
