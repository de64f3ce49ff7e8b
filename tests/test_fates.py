"""What became of those who were hit, and who is told of twice: short reports that are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from engines import engine, sources

from dateline import language, mentions, reports
from dateline.claims import attribute
from dateline.incidents import origins, reconcile, tolls
from dateline.records import Claim, Decision, Report, Scope, Told

Rows = list[tuple[str, int | None, int | None]]


def read(text: str, name: str = "r1") -> tuple[Report, tuple[Claim, ...]]:
    report = reports.from_text(text, id=name, published="2031-05-09")
    sentences, _ = language.parse(report, engine())
    found, _ = mentions.find(report, sentences, sources())
    return report, attribute(report, sentences, found)[0]


def rows(claim: Claim) -> Rows:
    return [(str(f.measure), f.low, f.high) for f in claim.figures if f.scope is not Scope.SUPERSEDED]


FIGURES: tuple[tuple[str, Rows], ...] = (
    # who was hit died, by the words of another sentence
    ("A man was shot in Varda on Friday. He died in a hospital, police said.", [("killed", 1, 1)]),
    ("The cook was shot in the back and pronounced dead at the scene on Friday.", [("killed", 1, 1)]),
    ("Omar Haddad, 34, was found shot and killed in Varda on Friday.", [("killed", 1, 1)]),
    # who was hit, and of whose death nobody tells
    ("Two men were shot in Varda on Friday. They are in stable condition.", [("injured", 2, 2)]),
    ("A woman was shot in the leg in Varda on Friday.", [("injured", 1, 1)]),
    # some of them died: how many were hit is no number of the injured
    ("Five people were shot, one fatally, in Varda on Friday.", [("casualties", 5, 5), ("killed", 1, 1)]),
    ("Two men were shot in Varda on Friday, both fatally.", [("killed", 2, 2)]),
    ("Nine people were shot or hurt, none fatally, in Varda on Friday.", [("injured", 9, 9)]),
    # whom no lexicon of words lists
    ("A rabbit hunter was shot and killed in Varda on Friday.", [("killed", 1, 1)]),
    # an order among those hit is no number of them
    ("The fourth man died in a hospital on Friday.", [("killed", 1, 1)]),
    # things in a list
    ("An air strike on Friday destroyed a held building, a VBIED, and a front-end loader near Varda.",
     [("destroyed", 1, 1)] * 3),
    # prisoners among the losses of an army
    ("The rebels counted 3,000 casualties, 90 POWs, and many dead civilians in the war.",
     [("casualties", 3000, 3000), ("captured", 90, 90)]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), FIGURES)
def test_the_first_claim_counts(text: str, wanted: Rows) -> None:
    _, claims = read(text)
    assert rows(claims[0]) == wanted


def test_the_claim_shows_the_words_that_tell_of_the_death() -> None:
    report, claims = read("A man was shot in Varda on Friday. He died in a hospital, police said.")
    fate = next(d for d in claims[0].decisions if d.field == "fate")
    assert fate.rule == "fate.killed"
    assert fate.span is not None
    assert "He died" in fate.span.of(report.text)
    assert any("He died" in span.of(report.text) for span in claims[0].also)


def test_who_was_wounded_and_then_died_is_no_longer_injured() -> None:
    _, claims = read("A woman was wounded in Varda on Friday. The woman died on Saturday.")
    wounded = next(f for c in claims for f in c.figures if f.measure == "injured")
    assert wounded.scope is Scope.SUPERSEDED


def _tolls(*texts: str) -> dict[str, tuple[int | None, int | None, int | None]]:
    told = {}
    for number, text in enumerate(texts):
        report, claims = read(text, f"r{number}")
        told.update({claim.id: Told(claim, report) for claim in claims})
    found = max(reconcile(told.values()), key=lambda incident: len(incident.claims))
    said = origins.of(tuple(told.values()))
    made = tolls.of_incident(found, told, "majority", said)
    return {str(one.measure): (one.low, one.best, one.high) for one in made if one.victim is None}


def test_one_person_told_of_under_three_descriptions_is_one_killed() -> None:
    told = _tolls(
        "A girl was killed in Varda on Friday, police said. The child was shot in the head at her home in Varda. "
        "The six-year-old girl died in Varda on Friday, a doctor said."
    )
    assert told["killed"][1] == 1


def test_who_was_hit_and_did_not_die_was_injured() -> None:
    told = _tolls("Five people were shot, two of them fatally, in Varda on Friday.")
    assert told["killed"][1] == 2
    assert told["injured"][1:] == (3, 3)


def test_a_number_of_the_injured_that_is_told_stands() -> None:
    told = _tolls("Five people were shot in Kabul on Friday. One died, and three were injured in Kabul.")
    assert told["injured"][1] == 3


PERSONS = (
    # told of with no word for a number
    ("A man was hit by a stray bullet in Varda on Friday.", ("injured", "man")),
    ("A boy accidentally shot himself in Varda on Friday, police said.", ("injured", "boy")),
    ("A boy is recovering in Varda after he was shot by his brother on Friday.", ("injured", "boy")),
)


@pytest.mark.parametrize(("text", "wanted"), PERSONS)
def test_a_person_with_no_word_for_a_number_is_counted_as_one(text: str, wanted: tuple[str, str]) -> None:
    _, claims = read(text)
    (figure,) = claims[-1].figures
    assert (str(figure.measure), figure.of, figure.low, figure.high) == (*wanted, 1, 1)


def test_none_of_the_guards_is_nobody() -> None:
    _, claims = read("None of the guards were hurt in the shooting in Varda on Friday.")
    assert [rows(claim) for claim in claims] == [[("injured", 0, 0)]]


def test_the_most_that_all_allow_is_the_best_where_others_tell_of_fewer_one_by_one() -> None:
    told = _tolls(
        "Two men and two women were wounded in Kabul on Friday, police said.",
        "Two men and a woman were wounded in Kabul on Friday, a doctor said.",
    )
    assert told["injured"][:2] == (4, 4)


GUESSES = (
    # somebody died, and it may have been another
    "A guard was shot in the arm in Varda. A woman was shot. The driver fled to a hospital, where he later died.",
    "A man was killed in Varda on Friday and three others were wounded. One victim was shot seven times.",
)


@pytest.mark.parametrize("text", GUESSES)
def test_that_somebody_died_is_not_told_of_whoever_was_hit(text: str) -> None:
    report, claims = read(text)
    changed = [d for c in claims for d in c.decisions if d.rule in {"fate.killed", "fate.died_later"}]
    assert not changed, [d.span.of(report.text) for d in changed if d.span]


@pytest.mark.parametrize("note", ["", "here", "7-", "9-4", "-1-2", "1-2-3"])
def test_a_note_that_points_nowhere_ties_nothing(note: str) -> None:
    report, claims = read("A girl was killed in Kabul on Friday. A boy was killed in Kabul on Saturday.")
    told = {}
    for claim in claims:
        more = tuple(Decision("victim", "victims.told_before", f.span, note) for f in claim.figures)
        told[claim.id] = Told(replace(claim, decisions=(*claim.decisions, *more)), report)
    found = reconcile(told.values())
    said = origins.of(tuple(told.values()))
    assert all(one.best == 1 for i in found for one in tolls.of_incident(i, told, "majority", said))


def test_the_best_is_never_below_what_all_allow() -> None:
    told = _tolls(
        "A man and a girl were wounded in Kabul on Friday, police said.",
        "A man was wounded in Kabul on Friday, a doctor said.",
        "A girl was wounded in Kabul on Friday, the ministry said.",
    )
    low, best, _ = told["injured"]
    assert low is None or best is None or low <= best


def test_a_number_that_is_called_counts_nobody() -> None:
    _, claims = read(
        "Two men were shot in Varda on Friday. Neighbours heard shots and a 911 caller was hurt."
    )
    assert not [f for claim in claims for f in claim.figures if (f.low or 0) > 2]
