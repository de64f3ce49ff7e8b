"""Each rule on small tables of attributed figures; and the worked example of the page on rules."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from toll_builders import given, report

from dateline.incidents.rules import RULES, Combined, closest
from dateline.incidents.statements import Given, state
from dateline.records import Actor, Decision, Report, ReportId, Scope, Span, Status

FRONT = Actor("Lantern Front", type="rebel")
GUARD = Actor("Coast Guard", type="state_military")
PAGE = Path(__file__).parent.parent / "docs/rules.md"


def three(got: Combined) -> tuple[int | None, int | None, int | None]:
    return got.low, got.best, got.high


MINISTRY, POLICE, WATCH = "government: Health Ministry", "government: police", "monitor: Lantern Watch"
PARTY, DOCTOR, PAPER = "party: Lantern Front", "medical: Dr Aas", "report: The Gull"


@pytest.mark.parametrize(
    ("rule", "figures", "expected"),
    [
        # one origin: what it says
        ("range", [(PAPER, (12, 12), "2031-05-04")], (12, 12, 12)),
        ("range", [(PAPER, (12, None), "2031-05-04")], (12, None, None)),
        ("range", [(PAPER, (None, 30), "2031-05-04")], (None, None, 30)),
        ("range", [(PAPER, (0, 0), "2031-05-04")], (0, 0, 0)),
        # an origin speaks once: its latest word, unless that is the vaguer one of two that agree
        ("range", [(MINISTRY, (17, 17), "2031-05-04"), (MINISTRY, (34, 34), "2031-05-05")], (34, 34, 34)),
        ("range", [(MINISTRY, (34, 34), "2031-05-04"), (MINISTRY, (17, None), "2031-05-05")], (34, 34, 34)),
        # a bound that a closer statement bears out opens nothing; one that it does not, does
        ("range", [(POLICE, (17, None), "2031-05-04"), (MINISTRY, (34, 34), "2031-05-05")], (34, 34, 34)),
        ("range", [(POLICE, (40, None), "2031-05-04"), (MINISTRY, (34, 34), "2031-05-05")], (34, None, None)),
        ("range", [(POLICE, (None, 20), "2031-05-04"), (MINISTRY, (34, 34), "2031-05-05")], (None, None, 34)),
        ("range", [(POLICE, (17, None), "2031-05-04"), (MINISTRY, (None, 30), "2031-05-05")], (17, None, 30)),
        ("range", [(POLICE, (17, None), "2031-05-04"), (DOCTOR, (20, None), "2031-05-05")], (20, None, None)),
        ("range", [(WATCH, (31, 31), "2031-05-04"), (MINISTRY, (34, 34), "2031-05-05")], (31, None, 34)),
        ("range", [(WATCH, (10, 30), "2031-05-04"), (MINISTRY, (12, 12), "2031-05-05")], (10, None, 30)),
        ("latest", [(WATCH, (31, 31), "2031-05-04"), (MINISTRY, (34, 34), "2031-05-05")], (34, 34, 34)),
        ("latest", [(WATCH, (31, 31), "2031-05-05"), (MINISTRY, (34, 34), "2031-05-05")], (31, None, 34)),
        ("latest", [(WATCH, (31, 31), None), (MINISTRY, (34, 34), "2031-05-05")], (34, 34, 34)),
        ("latest", [(WATCH, (31, 31), None)], (31, 31, 31)),
        (
            "majority",
            [
                (WATCH, (34, 34), "2031-05-04"),
                (POLICE, (17, None), "2031-05-04"),
                (PAPER, (12, 12), "2031-05-05"),
            ],
            (34, 34, 34),
        ),
        ("majority", [(WATCH, (8, 8), "2031-05-04"), (POLICE, (14, 14), "2031-05-04")], (8, None, 14)),
        (
            "majority",
            [(WATCH, (8, None), "2031-05-04"), (POLICE, (14, None), "2031-05-04")],
            (14, None, None),
        ),
        (
            "official-first",
            [(WATCH, (31, 31), "2031-05-09"), (MINISTRY, (34, 34), "2031-05-05")],
            (34, 34, 34),
        ),
        ("official-first", [(PARTY, (74, 74), "2031-05-09"), (PAPER, (34, 34), "2031-05-05")], (34, 34, 34)),
        (
            "monitor-first",
            [(WATCH, (31, 31), "2031-05-04"), (MINISTRY, (34, 34), "2031-05-05")],
            (31, 31, 31),
        ),
        (
            "monitor-first",
            [(PARTY, (74, 74), "2031-05-04"), (MINISTRY, (34, 34), "2031-05-05")],
            (34, 34, 34),
        ),
        # ACLED: one number, the lowest; a bound that a closer count bears out does not pull it down
        ("acled", [(WATCH, (31, 31), "2031-05-04"), (MINISTRY, (34, 34), "2031-05-05")], (31, 31, 31)),
        ("acled", [(POLICE, (17, None), "2031-05-04"), (MINISTRY, (34, 34), "2031-05-05")], (34, 34, 34)),
        ("acled", [(POLICE, (None, 30), "2031-05-04")], (30, 30, 30)),
        # UCDP: a party's word counts for the high estimate
        (
            "ucdp",
            [
                (WATCH, (31, 31), "2031-05-04"),
                (MINISTRY, (34, 34), "2031-05-05"),
                (PARTY, (74, 74), "2031-05-05"),
            ],
            (31, 31, 74),
        ),
        ("ucdp", [(PARTY, (74, 74), "2031-05-05")], (74, 74, 74)),
        # the rules of another tool: every report counts
        ("con", [(PAPER, (8, 8), None), (PAPER, (14, 14), None), (PAPER, (14, 14), None)], (8, 8, 8)),
        ("rep", [(PAPER, (8, 8), None), (PAPER, (14, 14), None), (PAPER, (14, 14), None)], (14, 14, 14)),
        ("rep", [(PAPER, (8, 8), None), (PAPER, (14, 14), None)], (8, 8, 8)),
        ("inf", [(PAPER, (8, 8), None), (PAPER, (14, 14), None)], (14, 14, 14)),
        ("find_mode_numeric", [(PAPER, (33, 33), None), (PAPER, (8, 8), None)], (8, 8, 8)),
        ("find_min", [(PAPER, (8, 20), None), (PAPER, (14, 14), None)], (8, 8, 14)),
        ("find_max", [(PAPER, (8, 20), None), (PAPER, (14, 14), None)], (14, 14, 20)),
    ],
)
def test_what_a_rule_makes_of_figures(
    rule: str,
    figures: list[tuple[str, tuple[int | None, int | None], str | None]],
    expected: tuple[int | None, int | None, int | None],
) -> None:
    members = [given(by, bounds, day) for by, bounds, day in figures]
    got = RULES[rule](members)
    assert three(got) == expected
    assert {id(g) for g in got.used} | {id(g) for g, _ in got.aside} == {id(g) for g in members}


@pytest.mark.parametrize(
    ("bounds", "number"), [((24, 99), 12), ((200, 999), 100), ((3, 9), 3), ((20, 99), 10), ((40, 99), 40)]
)
def test_acled_has_numbers_for_words(bounds: tuple[int, int], number: int) -> None:
    assert RULES["acled"]([given(PAPER, bounds, approx=True)]).best == number


def test_silence_is_unknown_but_for_acled_who_writes_0_for_it() -> None:
    for name, rule in RULES.items():
        expected = 0 if name == "acled" else None
        assert three(rule([], measure="killed")) == (expected, expected, expected), name


@pytest.mark.parametrize("rule", ["acled", "ucdp"])
def test_they_count_deaths_only(rule: str) -> None:
    got = RULES[rule]([given(PAPER, (5, 5), measure="injured")])
    assert three(got) == (None, None, None)
    assert [why for _, why in got.aside] == [f"{rule} counts killed only"]


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"status": Status.DENIED}, "the source denies it"),
        ({"status": Status.POSSIBLE}, "the source does not commit to it"),
        ({"status": Status.PLANNED}, "announced, not done"),
        ({"scope": Scope.SUPERSEDED}, "the source itself has replaced it"),
    ],
)
def test_what_nobody_asserts_decides_nothing(more: dict[str, Any], why: str) -> None:
    got = RULES["range"]([given(MINISTRY, (34, 34)), given(POLICE, (90, 90), **more)])
    assert three(got) == (34, 34, 34)
    assert [reason for _, reason in got.aside] == [why]


def test_a_group_is_counted_on_its_own_and_only_a_floor_of_them_all() -> None:
    soldiers = given(POLICE, (12, 12), of="soldiers", victim="security forces")
    alone = RULES["range"]([soldiers])
    assert three(alone) == (12, 12, None)
    assert three(RULES["range"]([soldiers], "security forces")) == (12, 12, 12)
    both = RULES["range"]([soldiers, given(MINISTRY, (34, 34))])
    assert three(both) == (34, 34, 34)
    against = RULES["range"]([soldiers, given(MINISTRY, (9, 9))])
    assert three(against) == (9, None, None)


def test_a_count_of_one_group_replaces_none_of_another() -> None:
    children = given(PARTY, (6, 6), "2031-05-04", of="children", victim="child")
    fighters = given(PARTY, (74, 74), "2031-05-05", of="fighters", victim="combatant", targets=(GUARD,))
    got = RULES["range"]([children, fighters, given(MINISTRY, (118, 118), "2031-05-06")])
    assert three(got) == (118, 118, 118)
    assert [why for _, why in got.aside] == ["counts only children", "counts only fighters"]


def _told_of(inside: Report, start: int, of: str, victim: str | None = None) -> Given:
    """One person who is told of without a number, as mentions of them are read."""
    one = given(POLICE, (1, 1), of=of, victim=victim, inside=inside)
    at = Span(inside.id, start, start + 5)
    figure = replace(one.figure, span=at)
    told = (Decision("figure", "figures.singular", at),)
    return replace(one, figure=figure, claim=replace(one.claim, figures=(figure,), decisions=told))


@pytest.mark.parametrize("rule", [name for name, rule in RULES.items() if not rule.each])
def test_two_who_are_told_of_apart_are_a_number_and_not_set_aside(rule: str) -> None:
    page = report("page")
    got = RULES[rule](
        [_told_of(page, 3, "farmer", "civilian"), _told_of(page, 20, "soldier", "security forces")]
    )
    assert got.low == 2
    assert len(got.used) == 2


def test_one_who_is_told_of_disputes_no_number() -> None:
    got = RULES["acled"]([_told_of(report("page"), 3, "person"), given(MINISTRY, (34, 34))])
    assert three(got) == (34, 34, 34)
    assert [why for _, why in got.aside] == ["tells of one of them"]


def test_the_closest_of_any_statements_are_some_of_them() -> None:
    """Whatever is said, somebody's word stands: a rule never combines nothing."""
    bounds = [(1, 1), (2, None), (None, 2), (2, 2), (0, 3), (None, None)]
    page = report("page")
    singles = [_told_of(page, 3, "person"), _told_of(report("other"), 9, "person")]
    for size in (1, 2, 3):
        for chosen in combinations(bounds, size):
            told = [given(by, pair) for by, pair in zip((POLICE, MINISTRY, WATCH), chosen, strict=False)]
            for more in ([], singles[:1], singles):
                statements, _ = state([*told, *more])
                assert bool(closest(statements)[0]) == bool(statements)


def test_people_whom_one_side_says_it_killed_of_the_other_are_of_that_side() -> None:
    they = given(PARTY, (74, 74), of="people", actors=(GUARD,), targets=(FRONT,))
    assert three(RULES["range"]([they])) == (74, 74, None)
    assert three(RULES["range"]([they], "Lantern Front")) == (74, 74, 74)


def test_no_dead_soldiers_do_not_make_no_dead() -> None:
    got = RULES["range"]([given(POLICE, (0, 0), of="soldiers", victim="security forces")])
    assert three(got) == (None, None, None)
    assert [why for _, why in got.aside] == ["says nothing of the others"]


def _one_statement(*parts: tuple[tuple[int | None, int | None], dict[str, Any]]) -> list[Given]:
    """Several figures of one origin in one report."""
    page = report("page")
    return [given(POLICE, bounds, inside=page, **more) for bounds, more in parts]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        # groups that nobody can belong to both of add up to a floor; others may overlap
        (
            [
                ((12, 12), {"of": "soldiers", "victim": "security forces"}),
                ((5, 5), {"of": "farmers", "victim": "civilian"}),
            ],
            (17, 17, None),
        ),
        (
            [
                ((12, 12), {"of": "farmers", "victim": "civilian"}),
                ((5, 5), {"of": "children", "victim": "child"}),
            ],
            (12, None, None),  # 12 if the children are the farmers', 17 if not
        ),
        (
            [
                ((74, 74), {"of": "fighters", "victim": "combatant", "targets": (FRONT,)}),
                ((23, 23), {"of": "sailors", "victim": "security forces", "targets": (GUARD,)}),
            ],
            (97, 97, None),
        ),
        # a part is in its whole, and raises only a lower bound
        (
            [((34, 34), {}), ((6, 6), {"of": "children", "victim": "child", "scope": Scope.PART})],
            (34, 34, 34),
        ),
        (
            [((4, None), {}), ((6, 6), {"of": "children", "victim": "child", "scope": Scope.PART})],
            (6, None, None),
        ),
        # more of one group than there were in all: the whole was another's
        ([((34, 34), {}), ((75, 75), {"of": "others"})], (75, None, None)),
        # a running total takes in what was told on the way to it
        ([((34, 34), {"scope": Scope.CUMULATIVE}), ((12, 12), {})], (34, 34, 34)),
        # two counts that may or may not be of the same people
        ([((5, 5), {}), ((7, 7), {})], (7, None, 12)),
        ([((5, None), {}), ((7, 7), {})], (7, 7, 7)),
    ],
)
def test_figures_of_one_statement(
    parts: list[tuple[tuple[int | None, int | None], dict[str, Any]]],
    expected: tuple[int | None, int | None, int | None],
) -> None:
    assert three(RULES["range"](_one_statement(*parts))) == expected


def test_the_members_of_a_list_add_up_where_nobody_states_their_sum() -> None:
    words = Span(ReportId("page"), 0, 50)
    got = RULES["range"](
        _one_statement(
            ((3, 3), {"of": "policemen", "victim": "security forces", "part_of": words}),
            ((2, 2), {"of": "women", "victim": "woman", "part_of": words}),
            ((1, 1), {"of": "guard", "victim": "security forces", "part_of": words}),
        )
    )
    assert three(got) == (6, 6, None)


def test_the_two_sides_are_two_groups() -> None:
    theirs = given(PARTY, (9, 9), of="fighters", victim="combatant", targets=(FRONT,))
    ours = given(PARTY, (23, 23), of="fighters", victim="combatant", targets=(GUARD,))
    assert three(RULES["range"]([theirs, ours], "Lantern Front")) == (9, 9, 9)
    assert three(RULES["range"]([theirs, ours], "Coast Guard")) == (23, 23, 23)


# The worked example of docs/rules.md: what is said of the dead of the prison attack in the sample reports.
COLUMN = Actor("Dawn Column", type="rebel")
EXAMPLE: tuple[tuple[str, tuple[int | None, int | None], str, dict[str, Any]], ...] = (
    ("official_unnamed: officials", (17, None), "2024-03-13", {}),
    ("government: Runa Halls", (11, 11), "2024-03-13", {"of": "guards", "victim": "security forces"}),
    ("government: Health Ministry", (34, 34), "2024-03-14", {"scope": Scope.CUMULATIVE}),
    (
        "party: Northern Accord Forces",
        (74, 74),
        "2024-03-15",
        {"of": "Dawn Column members", "targets": (COLUMN,)},
    ),
    (
        "party: Dawn Column",
        (9, 9),
        "2024-03-16",
        {"of": "fighters", "victim": "combatant", "targets": (COLUMN,)},
    ),
    ("monitor: Prison Watch North", (112, 112), "2024-03-18", {}),
    ("report: The Island Herald", (None, 120), "2024-03-26", {"approx": True}),
    ("government: Health Ministry", (118, 118), "2024-04-02", {"scope": Scope.CUMULATIVE}),
)


def test_the_page_on_rules_shows_what_the_rules_give() -> None:
    members = [given(by, bounds, day, **more) for by, bounds, day, more in EXAMPLE]
    for name, rule in RULES.items():
        got = rule(members)
        cells = ["-" if n is None else str(n) for n in three(got)]
        row = f"| `{name}` | {' | '.join(cells)} |"
        assert row in PAGE.read_text("utf-8"), row
