"""Totals over incidents: nobody twice, unknowns said, one row an incident."""

from __future__ import annotations

import pytest
from toll_builders import by_id, incident, told

from dateline.errors import UsageError
from dateline.incidents import origins, tolls
from dateline.incidents.rules import RULES
from dateline.incidents.tolls import Total
from dateline.records import Actor, Told

POLICE, PARTY, WATCH = "government: police", "party: Lantern Front", "monitor: Lantern Watch"
FRONT = Actor("Lantern Front", type="rebel")


def sums(row: Total) -> tuple[int | None, int | None, int | None]:
    return row.low, row.best, row.high


def total(*groups: tuple[Told, ...], **asked: str) -> Total:
    members = by_id(*(one for group in groups for one in group))
    (row,) = tolls.totals([incident(*group) for group in groups], members, **asked)  # type: ignore[arg-type]
    return row


def test_lows_and_highs_are_added_up() -> None:
    row = total(
        (told(POLICE, (3, 3)), told(WATCH, (5, 5))), (told(POLICE, (10, 10)),), (told(POLICE, (0, 0)),)
    )
    assert sums(row) == (13, None, 15)
    assert (row.incidents, row.silent, row.no_best, row.no_high) == (3, 0, 1, 0)


def test_one_open_incident_leaves_the_total_open_and_is_counted() -> None:
    row = total((told(POLICE, (3, None)),), (told(POLICE, (10, 10)),), (told(POLICE),))
    assert sums(row) == (13, None, None)
    assert (row.top, row.incidents, row.silent, row.no_high) == (10, 3, 1, 1)


def test_silence_is_no_0() -> None:
    row = total((told(POLICE),), (told(POLICE),))
    assert sums(row) == (None, None, None)
    assert (row.incidents, row.silent) == (2, 2)
    acled = total((told(POLICE),), (told(POLICE),), rule="acled")
    assert sums(acled) == (0, 0, 0)
    assert acled.silent == 2


@pytest.mark.parametrize(
    ("whole", "parts", "expected", "counted", "inside"),
    [
        ((34, 34), [(6, 6), (4, 4)], (34, 34, 34), 1, 2),
        ((34, 34), [(60, 60)], (34, 34, 34), 1, 1),
        (None, [(6, 6), (4, 4)], (10, 10, 10), 2, 0),
        (None, [(6, 6), None], (6, 6, 6), 1, 0),
        (None, [None], (None, None, None), 1, 1),
        (None, [], (None, None, None), 1, 0),
    ],
)
def test_a_part_adds_nothing_to_its_whole_and_stands_in_where_that_is_silent(
    whole: tuple[int, int] | None,
    parts: list[tuple[int, int] | None],
    expected: tuple[int | None, int | None, int | None],
    counted: int,
    inside: int,
) -> None:
    claims = [told(POLICE, *([bounds] if bounds else [])) for bounds in (whole, *parts)]
    top = incident(claims[0])
    members = [top, *(incident(one, part_of=top) for one in claims[1:])]
    (row,) = tolls.totals(members, by_id(*claims))
    assert sums(row) == expected
    assert (row.incidents, row.parts) == (counted, inside)


def test_a_circle_of_parts_has_no_parts() -> None:
    one, other = told(POLICE, (3, 3)), told(POLICE, (4, 4))
    first, second = incident(one), incident(other)
    circle = [incident(one, part_of=second), incident(other, part_of=first)]
    (row,) = tolls.totals(circle, by_id(one, other))
    assert (row.low, row.incidents) == (7, 2)


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        ("place", ["Ness", "Vardo", "not told"]),
        ("month", ["2031-04", "2031-05", "not told"]),
        ("actor", ["Lantern Front", "not told"]),
        ("kind", ["attack", "bombing"]),
    ],
)
def test_every_incident_stands_in_one_row(by: str, keys: list[str]) -> None:
    claims = [
        told(POLICE, (3, 3), where="Vardo", when="2031-05-02", actors=(FRONT,)),
        told(POLICE, (4, 4), where="Ness", when="2031-04-30", kind="bombing"),
        told(POLICE, (5, 5)),
    ]
    rows = tolls.totals([incident(one) for one in claims], by_id(*claims), by=by)
    assert [row.key for row in rows] == keys
    assert sum(row.incidents for row in rows) == 3
    assert sum(row.low or 0 for row in rows) == 12


def test_the_total_by_every_rule() -> None:
    claims = [told(WATCH, (3, 3)), told(POLICE, (9, 9))]
    rows = {r.rule: sums(r) for r in tolls.sensitivity([incident(*claims)], by_id(*claims))}
    assert rows["range"] == (3, None, 9)
    assert rows["official-first"] == (9, 9, 9)
    assert rows["monitor-first"] == rows["acled"] == (3, 3, 3)
    injured = tolls.sensitivity([incident(*claims)], by_id(*claims), measure="injured")
    assert {"acled", "ucdp"}.isdisjoint(row.rule for row in injured)


def test_what_an_incident_comes_to_by_measure_and_group() -> None:
    claims = [
        told(POLICE, (34, 34)),
        told(PARTY, (9, 9), of="fighters", victim="combatant", targets=(FRONT,)),
        told(WATCH, (2, 2), of="trucks", unit="things", measure="destroyed"),
        told(WATCH, (1, 1), of="foreman"),
    ]
    got = tolls.of_incident(incident(*claims), by_id(*claims))
    assert [(c.measure, c.victim, c.low, c.high) for c in got] == [
        ("destroyed", "trucks", 2, 2),
        ("killed", None, 34, 34),
        ("killed", "Lantern Front", 9, 9),
    ]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"rule": "guess"}, "there is no rule 'guess'"),
        ({"by": "weather"}, "not by 'weather'"),
        ({"measure": "strength"}, "do not add up"),
    ],
)
def test_what_cannot_be_asked(asked: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        total((told(POLICE, (3, 3)),), **asked)


def test_all_rules_at_once_are_each_rule_alone() -> None:
    group = (told(POLICE, (3, 3)), told(WATCH, (5, None)), told(PARTY, (1, 9)), told(POLICE))
    members, one = by_id(*group), incident(*group)
    found = origins.of(group)
    at_once = {(c.rule, c.measure, c.victim): c for c in tolls.by_all_rules(one, members, found)}
    alone = [c for rule in RULES for c in tolls.of_incident(one, members, rule, found)]
    assert {(c.rule, c.measure, c.victim): c for c in alone} == at_once
    assert len(at_once) >= len(RULES)
