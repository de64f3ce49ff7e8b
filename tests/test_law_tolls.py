"""Laws of combining: copies change nothing, order changes nothing, bounds hold, nobody is counted twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from toll_builders import by_id, incident, report, told

from dateline.incidents import origins, tolls
from dateline.incidents.rules import RULES, Combined
from dateline.records import Claim, ClaimId, Figure, Incident, IncidentId, ReportId, Scope, Span, Told

SOURCES = (
    "report: report",
    "government: police",
    "party: Lantern Front",
    "witness: residents",
    "medical: Dr Aas",
)
GROUPS = ((None, "people"), ("civilian", "farmers"), ("security forces", "soldiers"), ("child", "children"))
SALT = ("salt", "hill", "boat", "gate", "wind", "lease", "clerk", "ridge")
WORDS = (*SALT, "ferry", "guard", "stone", "spring", "name", "price", "row", "net")

numbers = st.integers(0, 200)
bounds = st.one_of(
    numbers.map(lambda n: (n, n)),
    numbers.map(lambda n: (n, None)),
    numbers.map(lambda n: (None, n)),
    st.tuples(numbers, numbers).map(lambda pair: (min(pair), max(pair))),
)


@st.composite
def stories(draw: st.DrawFn, most: int = 5) -> list[Told]:
    """Reports with a claim or two each, of one happening; every report has words of its own."""
    made = []
    for k in range(draw(st.integers(1, most))):
        day = f"2031-05-{draw(st.integers(1, 28)):02}"
        page = report(f"s{k}", day, f"Outlet {k}", _text(draw(st.integers(0, 10**6))))
        for _ in range(draw(st.integers(1, 2))):
            victim, of = draw(st.sampled_from(GROUPS))
            scope = draw(st.sampled_from([Scope.NEW, Scope.CUMULATIVE, Scope.PART]))
            by = draw(st.sampled_from(SOURCES))
            made.append(told(by, draw(bounds), inside=page, victim=victim, of=of, scope=scope))
    return made


def _text(seed: int) -> str:
    """Eighty words; of two seeds hardly five in a row are alike."""
    return " ".join(Random(seed).choices(WORDS, k=80))  # noqa: S311


def copy_of(one: Told, number: int) -> Told:
    """The same story in another outlet, days later."""
    page = replace(
        one.report,
        id=ReportId(f"{one.report.id}-{number}"),
        publisher=f"Reprint {number}",
        published=(one.report.published_day or date.max) + timedelta(days=number),
    )

    def moved(span: Span) -> Span:
        return replace(span, report=page.id)

    figures = tuple(replace(figure, span=moved(figure.span)) for figure in one.claim.figures)
    claim = replace(
        one.claim,
        id=ClaimId(f"{one.claim.id}-{number}"),
        report=page.id,
        evidence=moved(one.claim.evidence),
        figures=figures,
    )
    return Told(claim, page)


def answers(members: list[Told], rules: list[str]) -> list[tuple[int | None, ...]]:
    found = origins.of(members)
    one = incident(*members)
    return [
        (got.low, got.best, got.high)
        for rule in rules
        for got in tolls.of_incident(one, by_id(*members), rule, found)
    ]


ONCE = [rule.name for rule in RULES.values() if not rule.each]


@settings(max_examples=60, deadline=None)
@given(stories(), st.integers(1, 3))
def test_copies_change_nothing(members: list[Told], copies: int) -> None:
    more = members + [copy_of(one, k + 1) for one in members for k in range(copies)]
    alone, together = origins.of(members), origins.of(more)
    assert origins.spread(more, together).origins == origins.spread(members, alone).origins
    assert answers(more, ONCE) == answers(members, ONCE)


@settings(max_examples=60, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_order_changes_nothing(members: list[Told], random: Random) -> None:
    shuffled = list(members)
    random.shuffle(shuffled)
    assert origins.of(shuffled) == origins.of(members)
    assert answers(shuffled, list(RULES)) == answers(members, list(RULES))


@settings(max_examples=100, deadline=None)
@given(stories())
def test_every_figure_is_used_or_set_aside_and_the_bounds_are_in_order(members: list[Told]) -> None:
    one, all_ = incident(*members), by_id(*members)
    for rule in RULES:
        for got in tolls.of_incident(one, all_, rule):
            known = [n for n in (got.low, got.best, got.high) if n is not None]
            assert known == sorted(known) or RULES[rule].each  # those look at one column at a time
            if got.victim is None:
                listed = sorted(_key(g.claim, g.figure) for g in (*got.used, *(g for g, _ in got.aside)))
                assert listed == sorted(_key(t.claim, f) for t in members for f in t.claim.figures)


def _key(claim: Claim, figure: Figure) -> tuple[str, int]:
    return claim.id, figure.span.start


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Incident], dict[ClaimId, Told], dict[str, list[Told]]]:
    """A few incidents, some of them parts of others."""
    made: list[Incident] = []
    claims: dict[str, list[Told]] = {}
    for _ in range(draw(st.integers(1, 5))):
        members = draw(stories(most=2))
        whole = draw(st.sampled_from([None, *made])) if made else None
        made.append(incident(*members, part_of=whole))
        claims[made[-1].id] = members
    return made, by_id(*(one for members in claims.values() for one in members)), claims


@settings(max_examples=60, deadline=None)
@given(cases())
def test_no_total_goes_above_what_can_be_shown(
    case: tuple[list[Incident], dict[ClaimId, Told], dict[str, list[Told]]],
) -> None:
    """The bound: over wholes, and parts only where nothing above them is told, the most that anybody names."""
    incidents, members, claims = case
    found = origins.of(tuple(members.values()))
    for rule in RULES:
        (row,) = tolls.totals(incidents, members, rule, origins=found)
        single = {one.id: _one(one, members, rule, found) for one in incidents}
        told_above = {one.id: _above(one, incidents, single) for one in incidents}
        shown = sum(_most(claims[one.id]) for one in incidents if not told_above[one.id])
        assert all(n <= shown for n in (row.low, row.best, row.high) if n is not None), rule
        roots = [one for one in incidents if one.part_of is None]
        if all(single[one.id].used for one in roots):
            (top,) = tolls.totals(roots, members, rule, origins=found)
            assert (row.low, row.best, row.high) == (top.low, top.best, top.high), rule


def _one(one: Incident, members: dict[ClaimId, Told], rule: str, found: tolls.Origins) -> Combined:
    given_ = [g for g in tolls.givens(one, members, found) if g.figure.measure == "killed"]
    return RULES[rule](given_, measure="killed")


def _above(one: Incident, incidents: list[Incident], single: dict[IncidentId, Combined]) -> bool:
    by = {it.id: it for it in incidents}
    while one.part_of is not None:
        one = by[one.part_of]
        if single[one.id].used:
            return True
    return False


def _most(members: list[Told]) -> int:
    """All numbers of the incident together: no one statement can come to more."""
    return sum(max(f.low or 0, f.high or 0) for one in members for f in one.claim.figures)


def test_the_law_of_copies_is_not_empty() -> None:
    """Without the copies being found, ten of them would be eleven origins."""
    first = told("report: report", (5, 5), inside=report("a", text=_text(7)))
    ten = [first, *(copy_of(first, k + 1) for k in range(10))]
    found = origins.of(ten)
    assert str(origins.spread(ten, found)) == "11 reports, 1 origin"
    assert {str(found[one.claim.id].since) for one in ten} == {"2031-05-04"}
