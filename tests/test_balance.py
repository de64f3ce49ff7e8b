"""How many can still be at large: what follows from the terms, what does not, and what contradicts itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from toll_builders import by_id, incident, report, told

from dateline import reports
from dateline.incidents import balance
from dateline.incidents.balance import Balance
from dateline.pipeline import open_reader
from dateline.records import Actor, Claim, Precision, Status, Told, Where

FRONT = Actor("Lantern Front", type="rebel")
GUARD = Actor("Coast Guard", type="state_military")
PRISON = Actor("Ness prison", type="object")
PRISONERS = Actor("prisoners")
GATE, COAST, WATCH = "media: The Gull", "party: Coast Guard", "monitor: Lantern Watch"
DAY = "2031-05-04"


def broken() -> Told:
    """The Lantern Front attacks the prison of Ness on 4 May."""
    return told(GATE, kind="attack", actors=(FRONT,), targets=(PRISON,), when=DAY, where="Ness")


def held(*bounds: int | None, by: str = GATE, **more: Any) -> Told:
    pair = (bounds[0], bounds[-1])
    fixed = {"kind": "detention", "status": Status.STOCK, "measure": "detained", "when": DAY, "where": "Ness"}
    return told(by, pair, of="prisoners", victim="prisoner", **{**fixed, **more})


def caught(*bounds: int | None, by: str = COAST, **more: Any) -> Told:
    pair = (bounds[0], bounds[-1])
    fixed = {"kind": "arrest", "measure": "captured", "of": "prisoners", "victim": "prisoner"}
    return told(by, pair, actors=(GUARD,), targets=(PRISONERS,), where="Ness", **{**fixed, **more})


def fled(*bounds: int | None, by: str = WATCH, **more: Any) -> Told:
    pair = (bounds[0], bounds[-1])
    return told(
        by, pair, kind="escape", measure="escaped", of="prisoners", victim="prisoner", where="Ness", **more
    )


def dead(*bounds: int | None, by: str = GATE, **more: Any) -> Told:
    return told(by, (bounds[0], bounds[-1]), kind="attack", when=DAY, where="Ness", **more)


def of(*claims: Told) -> Balance:
    return balance.of((broken(), *claims))


PRISONER: dict[str, Any] = {"of": "inmates", "victim": "prisoner"}


@pytest.mark.parametrize(
    ("claims", "low", "high"),
    [
        # nothing is known of how many there were
        ([], None, None),
        ([caught(60)], None, None),
        # held before, less who is known to be back or dead
        ([held(800, 1000)], None, 1000),
        ([held(800, 1000), caught(300, None)], None, 700),
        ([held(800, 1000), caught(None, 300)], None, 1000),
        ([held(800, 1000), caught(300, None), dead(40, **PRISONER)], None, 660),
        ([held(800, None), caught(300, None)], None, None),
        # dead fighters and the dead in all may be prisoners or not: nothing is taken off
        (
            [held(800, 1000), caught(300, None), dead(90, by=COAST, of="fighters", victim="combatant")],
            None,
            700,
        ),
        ([held(800, 1000), caught(300, None), dead(120)], None, 700),
        # who escaped, less who is back: the closer bound is taken
        ([held(800, 1000), fled(140), caught(60)], None, 80),
        ([fled(140), caught(60)], None, 80),
        ([fled(None, 140), caught(60)], None, 80),
        # a lower bound follows only where everything else has an upper one
        ([fled(140), caught(60), dead(10, **PRISONER)], 70, 80),
        ([fled(140), caught(60, None), dead(10, **PRISONER)], None, 80),
        ([fled(140), caught(140), dead(10, **PRISONER)], None, 0),
        # the latest word of an origin counts
        ([held(1000), caught(300, day="2031-05-05"), caught(420, day="2031-05-09")], None, 580),
        # who was let go by those who hold them is not at large
        (
            [
                held(1000),
                caught(300),
                told(
                    COAST,
                    (50, 50),
                    kind="release",
                    measure="released",
                    actors=(GUARD,),
                    where="Ness",
                    **PRISONER,
                ),
            ],
            None,
            650,
        ),
        # who was let out by those who broke in has escaped
        ([told(GATE, (90, 90), kind="release", measure="released", of="men", actors=(FRONT,))], None, 90),
    ],
)
def test_what_follows(claims: list[Told], low: int | None, high: int | None) -> None:
    got = of(*claims)
    assert (got.low, got.high) == (low, high)
    assert any(line.startswith("at most: ") for line in got.lines)
    assert any(line.startswith("at least: ") for line in got.lines)


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ([fled(137), caught(310, None)], "recaptured or given up at least 310 (Coast Guard"),
        ([fled(137), fled(400, None, by="party: Lantern Front")], "cannot both be true"),
        ([held(800, 1000), fled(1200, None)], "escaped at least 1,200 (Lantern Watch"),
        ([dead(34), dead(50, None, by=COAST, **PRISONER)], "prisoners who died at least 50"),
    ],
)
def test_what_cannot_all_be_true_is_shown_and_no_bound_rests_on_it(claims: list[Told], words: str) -> None:
    got = of(*claims)
    assert any(words in contradiction.words for contradiction in got.contradictions)
    assert all(contradiction.given for contradiction in got.contradictions)
    doubted = {key for contradiction in got.contradictions for key in contradiction.terms}
    if "escaped" in doubted:
        assert not any("escaped -" in line for line in got.lines)


def test_a_term_that_contradicts_another_is_not_taken_off() -> None:
    got = of(held(800, 1000), fled(137), caught(310, None))
    assert (got.low, got.high) == (None, 1000)
    assert "recaptured or given up is not taken off: it contradicts another figure" in got.lines


def test_a_bound_of_the_other_account_stands_where_one_contradicts_itself() -> None:
    got = of(held(1000), fled(137), fled(400, None, by="party: Lantern Front"))
    assert (got.low, got.high) == (None, 1000)


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (told(COAST, (20, 20), kind="arrest", measure="captured", of="men"), "not said to be prisoners"),
        (held(900, when=None), "no day is told, so they may be others"),
        (caught(7, when="2031-05-01"), "before the break"),
        (
            told(COAST, (4, 4), kind="release", measure="released", of="guards", victim="security forces"),
            "not said to be prisoners",
        ),
        (
            told(COAST, (60, 60), kind="surrender", measure="surrendered", of="attackers"),
            "not said to be prisoners",
        ),
    ],
)
def test_what_may_be_about_others_is_set_aside(claim: Told, why: str) -> None:
    got = of(held(1000), caught(300), claim)
    assert got.high == 700
    assert [reason for _, reason in got.aside] == [why]


def test_a_stock_of_later_days_is_who_is_back() -> None:
    got = of(held(1000), caught(300, None), held(850, by=WATCH, when="2031-05-20"))
    assert got.high == 150
    assert "at most: 1,000 held before - 850 held afterwards = 150" in got.lines


def test_the_number_at_large_that_somebody_gives_stands_beside_the_bounds() -> None:
    page = report(
        "page", text="The ministry said that 137 prisoners escaped; 61 of them were still at large."
    )
    one = told("government: Ministry", (137, 137), (61, 61), inside=page, kind="escape", measure="escaped")
    first, second = one.claim.figures
    figures = (
        replace(first, span=page.span(23, 26), of="prisoners"),
        replace(second, span=page.span(46, 48), of="prisoners"),
    )
    claim = replace(one.claim, figures=figures, evidence=page.span(22, 77))
    got = of(Told(claim, page), caught(60))
    assert [(t.key, t.low, t.high) for t in got.terms] == [
        ("escaped", 137, 137),
        ("recaptured", 60, 60),
        ("at_large", 61, 61),
    ]
    assert "nobody says how many are at large" not in got.lines


PAGE = Path(__file__).parent.parent / "docs/rules.md"


def test_the_whole_account_of_a_prison_can_be_read_line_by_line() -> None:
    got = of(
        held(3500, 5000),
        caught(1100, None),
        dead(None, 500, approx=True),
        dead(374, by=COAST, of="members of the Lantern Front", actors=(GUARD,), targets=(FRONT,)),
    )
    assert (got.low, got.high) == (None, 3900)
    assert got.lines == (
        "held before: 3,500 to 5,000 (The Gull, 2031-05-04)",
        "recaptured or given up: at least 1,100 (Coast Guard, 2031-05-04)",
        "dead of those who broke in: 374 (Coast Guard, 2031-05-04)",
        "dead in all: at most 500 (The Gull, 2031-05-04)",
        (
            "of 374 dead (members of the Lantern Front; Coast Guard) the words do not say how many were attackers "
            "and how many prisoners"
        ),
        (
            "prisoners who died: not told, from none to all of 374 dead (members of the Lantern Front; Coast Guard), "
            "and at most 500 dead (people; The Gull); none are taken off"
        ),
        "at most: 5,000 held before - 1,100 recaptured or given up = 3,900",
        "any of these 3,900 may never have got out, or be dead: nobody says how many did",
        (
            "at least: does not follow, as nobody says how many got out at least, at least 1,100 recaptured or given "
            "up has no upper bound, and nobody says how many prisoners died at most"
        ),
        "nobody says how many are at large",
    )
    assert got.contradictions == ()
    assert len(got.assumptions) == 2
    assert "\n".join(got.lines) in PAGE.read_text("utf-8")


def test_claims_of_other_incidents_join_where_they_may_be_of_the_same_prisoners() -> None:
    attack = broken()
    stock, arrest = held(1000), caught(30, when="2031-06-01")
    old = held(70, by=WATCH, when="2019-01-01")
    far = told(GATE, (9, 9), kind="escape", measure="escaped", of="prisoners", where="Vardo", when=DAY)
    wide = fled(140, by=COAST, inside=attack.report)
    wide = Told(_placed(wide, Where("Hill Land", precision=Precision.COUNTRY)), wide.report)
    claims = (attack, stock, arrest, old, far, wide)
    members = by_id(*claims)
    incidents = [incident(one) for one in claims]
    family, related = balance.gather(incidents[0], incidents, members)
    assert family == [attack]
    assert {one.claim.id for one in related} == {one.claim.id for one in (stock, arrest, wide)}
    for one in (incidents[0], incidents[2]):
        assert balance.of_incident(one, incidents, members).high == 110


def _placed(one: Told, where: Where) -> Claim:
    return replace(one.claim, where=where)


def test_who_was_held_before_the_attack_is_so_told_whatever_day_it_bears() -> None:
    report = reports.from_text(
        "Gunmen attacked the prison in Selfoss, Iceland, on Monday. On Tuesday they stormed it again. "
        "Between 900 and 1,200 prisoners were held there on Tuesday before the attack.",
        id="r1",
        published="2024-03-13",
    )
    got = balance.of([Told(claim, report) for claim in open_reader().read(report).claims])
    assert "held before: 900 to 1,200 (r1, 2024-03-13)" in got.lines
    assert not any(line.startswith("held afterwards") for line in got.lines)
