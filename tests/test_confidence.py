"""Scores: counted from what people judged, leaning on the mean where little was; and every rule is accounted for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

import ledger_builders as build
import pytest

from dateline import lexicons
from dateline.claims import confidence, heard
from dateline.errors import UsageError
from dateline.ledger import ClaimFilter, Ledger, check
from dateline.ledger.passing import passes
from dateline.pipeline import Reader
from dateline.records import Claim, Decision, Precision, Report, Score, When, Where
from dateline.reports import read as read_reports

SOURCE = Path(__file__).parents[1] / "src" / "dateline"
TABLE = lexicons.load("confidence")
FIELDS = [name for name in TABLE if name != "unjudged"]
JUDGED = {name for field in FIELDS for name in TABLE[field] if ", " not in name}
RULE = re.compile(r"(?:kinds|status|source|slot|actor|target|figures)\.[a-z_]+")

SMALL = {
    "where": {
        "slot.a": [80, 100],
        "slot.b": [1, 1],
        "slot.a, places.x": [0, 2],
        "slot.a, places.x, near": [2, 2],
    },
    "kind": {"kinds.word": [9, 10]},
    "status": {"status.told": [10, 10]},
    "source": {"source.report": [5, 10]},
    "figures": {"figures.exact": [9, 10], "figures.exact, killed": [1, 5]},
    "actor": {"actor.argument": [7, 10], "actor.argument, civilians": [0, 8]},
    "target": {"target.argument": [7, 10]},
    "when": {"slot.told_on": [7, 10]},
}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A table of a few rows in the place of ours."""
    confidence._score.cache_clear()
    monkeypatch.setattr(lexicons, "load", lambda _: SMALL)
    yield
    confidence._score.cache_clear()


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("field", "chain", "value", "basis", "judged"),
    [
        ("where", ("slot.new",), 0.80, "all of where", 0),  # 81 of 101
        ("where", ("slot.b",), 0.82, "slot.b", 1),  # (1 + 8 * .802) / 9: one judgement moves little
        ("where", ("slot.a", "places.y"), 0.80, "slot.a", 100),
        ("where", ("slot.a", "places.x"), 0.64, "slot.a, places.x", 2),  # 8 * .8 / 10
        ("where", ("slot.a", "places.x", "near"), 0.71, "slot.a, places.x, near", 2),
        ("where", ("slot.new", "places.x"), 0.80, "all of where", 0),
        ("actor", ("actor.argument", "civilians"), 0.35, "actor.argument, civilians", 8),
        ("kind", ("no rule", "attack"), 0.90, "all of kind", 0),
    ],
)
def test_a_row_leans_on_the_row_above(
    field: str, chain: tuple[str, ...], value: float, basis: str, judged: int
) -> None:
    got = confidence._score(field, chain)
    assert (got.value, got.basis, got.judged) == (value, basis, judged)


def _decided(claim: Claim, *decisions: tuple[str, str, str]) -> Claim:
    return replace(claim, decisions=tuple(Decision(f, rule, None, note) for f, rule, note in decisions))


@pytest.mark.usefixtures("small")
def test_only_what_has_a_value_is_scored_and_the_worst_figure_counts() -> None:
    of = build.report()
    claim = _decided(
        build.shelling(of), ("figure", "figures.exact", "killed"), ("figure", "figures.exact", "x")
    )
    got = confidence.scored(claim)
    assert [score.field for score in got.scores] == FIELDS
    assert got.sureness("figures") == 0.63  # the killed: (1 + 8 * .9) / 13
    bare = confidence.scored(replace(claim, when=None, where=None, actors=(), targets=(), figures=()))
    assert [score.field for score in bare.scores] == ["kind", "status", "source"]
    assert bare.sureness("when") is None
    assert build.shelling(of).confidence is None


@pytest.mark.usefixtures("small")
def test_the_last_decision_of_a_field_and_the_rule_of_its_mention_count() -> None:
    place = Where("Vardo", precision=Precision.NEAR)
    claim = replace(build.shelling(build.report()), where=place, figures=())
    notes = [("where", "slot.b", ""), ("where", "slot.a", "places.x: why"), ("kind", "kinds.word", "")]
    got = confidence.scored(_decided(claim, *notes))
    assert next(s for s in got.scores if s.field == "where").basis == "slot.a, places.x, near"
    assert got.confidence == min(got.sureness("kind") or 0, got.sureness("status") or 0)


@pytest.mark.parametrize("field", FIELDS)
def test_the_table_holds_counts_of_rows_below_their_rule(field: str) -> None:
    for name, (right, judged) in TABLE[field].items():
        assert 0 <= right <= judged > 0, name
        above = TABLE[field].get(name.rpartition(", ")[0])
        assert above is None or (right <= above[0] and judged < above[1]), name
        assert name.partition(", ")[0] in TABLE[field], name


def _in_code() -> set[str]:
    """Every rule that a string of the code names, and those that are put together from the lexicons."""
    names = {f"source.{sort}" for sort in heard.SORTS.values()} | {"source.say"}
    numbers = lexicons.load("numbers")
    moves = {entry["moves"] for place in ("before", "after") for entry in numbers[place]} - {"none"}
    names |= {f"figures.{move}" for move in (*moves, "exact", "range", "vague")}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and RULE.fullmatch(node.value):
                names.add(node.value)
    return names


def test_every_rule_of_the_code_is_judged_or_said_not_to_be() -> None:
    lost = sorted(_in_code() - JUDGED - set(TABLE["unjudged"]["rules"]))
    assert not lost, f"add to the list [unjudged] of lexicons/confidence.toml: {lost}"


def test_no_rule_is_both_judged_and_not() -> None:
    assert JUDGED.isdisjoint(TABLE["unjudged"]["rules"])
    assert len(set(TABLE["unjudged"]["rules"])) == len(TABLE["unjudged"]["rules"])


def test_every_claim_of_the_samples_is_scored_by_rules_that_are_known() -> None:
    known = JUDGED | set(TABLE["unjudged"]["rules"])
    reader = Reader()
    samples = Path(str(files("dateline") / "lexicons/samples"))
    made = [
        claim
        for path in sorted(samples.iterdir())
        for report in read_reports(path)
        if isinstance(report, Report)
        for claim in reader.read(report).claims
    ]
    assert len(made) > 20
    for claim in made:
        rules = {d.rule for d in claim.decisions if d.field in {*FIELDS, "figure"}}
        assert rules <= known, f"add to [unjudged] of lexicons/confidence.toml: {sorted(rules - known)}"
        values = {"when": claim.when, "where": claim.where, "actor": claim.actors, "target": claim.targets}
        given = {"kind", "status", "source", *(name for name, value in values.items() if value)}
        assert {s.field for s in claim.scores} - {"figures"} == given
        assert (claim.sureness("figures") is not None) == bool(claim.figures)


@pytest.mark.parametrize(("value", "judged", "right"), [(1.2, 0, 0), (-0.1, 0, 0), (0.5, 2, 3)])
def test_a_score_is_a_share(value: float, judged: int, right: int) -> None:
    with pytest.raises(ValueError, match="a score is a share"):
        Score("when", value, "slot.a", judged, right)


# Of the displacement's row and what hangs on it, as the version before the scores had it.
HASH_BEFORE = "3358619e77ea4a813094bbd4df6a39d1632a6a66af215e413959d1dd66c5f855"


def _sure(claim: Claim, **values: float) -> Claim:
    return replace(claim, scores=tuple(Score(field, value, "slot.a") for field, value in values.items()))


OF = build.report()
LOW, HIGH = 0.5, 0.9
MADE = (
    _sure(
        build.shelling(OF), kind=HIGH, status=HIGH, when=LOW, where=HIGH, figures=HIGH, source=HIGH, actor=LOW
    ),
    _sure(build.denial(OF), kind=HIGH, status=LOW, source=HIGH),
    build.displacement(OF),  # never scored
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "x.ledger") as made:
        made.record(made.begin_run(build.VERSION, build.MODEL), OF, MADE)
        yield made


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (ClaimFilter(), ["shelling", "denial", "displacement"]),
        (ClaimFilter(min_confidence=0.0), ["shelling", "denial"]),
        (ClaimFilter(min_confidence=LOW), ["shelling", "denial"]),
        (ClaimFilter(min_confidence=0.8), ["shelling"]),
        (ClaimFilter(min_confidence=0.95), []),
        (ClaimFilter(min_confidence=0.8, place="vardo", measure="killed"), ["shelling"]),
        (ClaimFilter(min_confidence=0.8, since=date(2031, 5, 1)), []),
        (ClaimFilter(min_confidence=0.8, until=date(2031, 6, 1)), []),
        (ClaimFilter(min_confidence=0.8, actor="Hill"), []),
        (ClaimFilter(min_confidence=0.8, source="nurse"), ["shelling"]),
        (ClaimFilter(min_confidence=0.8, sure_of=("when",)), []),
        (ClaimFilter(min_confidence=0.8, sure_of=("where",)), ["shelling"]),
        (ClaimFilter(min_confidence=LOW, sure_of=("where",)), ["shelling"]),  # the denial has no place
        (ClaimFilter(min_confidence=0.8, sure_of=("target",)), []),
        (ClaimFilter(min_confidence=0.8, sure_of=("all",)), []),
        (ClaimFilter(min_confidence=LOW, sure_of=("all",)), ["shelling", "denial"]),
    ],
)
def test_a_least_confidence_is_asked_of_what_the_question_rests_on(
    ledger: Ledger, asked: ClaimFilter, expected: list[str]
) -> None:
    assert [claim.kind for claim in ledger.claims(asked)] == expected
    assert sorted(claim.kind for claim in MADE if passes(claim, asked)) == sorted(expected)


def test_figures_are_as_sure_as_asked(ledger: Ledger) -> None:
    assert len(ledger.figures(ClaimFilter(min_confidence=0.8))) == 2
    assert len(ledger.figures(ClaimFilter(min_confidence=0.8, sure_of=("when",)))) == 0


def test_scores_are_kept_and_stand_in_the_tables(ledger: Ledger) -> None:
    assert list(ledger.claims()) == list(MADE)
    rows = ledger.claims().to_dicts()
    assert [row["confidence"] for row in rows] == [HIGH, LOW, None]
    assert [row["confidence_when"] for row in rows] == [LOW, None, None]
    assert str(ledger.figures().to_pandas()["confidence_figures"].dtype) == "Float64"
    assert check(ledger) == ()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"min_confidence": 1.5}, "between 0 and 1"),
        ({"sure_of": ("when",)}, "give one from 0 to 1"),
        ({"min_confidence": 0.5, "sure_of": ("colour",)}, "no field|no claim has a field 'colour'"),
    ],
)
def test_a_wrong_question_is_refused(options: dict[str, object], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        ClaimFilter(**options)  # type: ignore[arg-type]


def test_a_new_score_is_a_new_revision_of_the_claim(ledger: Ledger) -> None:
    changed = _sure(MADE[1], kind=HIGH, status=HIGH, source=HIGH)
    made = ledger.record(ledger.begin_run("0.2.0", build.MODEL), OF, (MADE[0], changed, MADE[2]))
    assert (made.new, made.kept, made.withdrawn) == (1, 2, 1)
    assert [claim.kind for claim in ledger.claims(ClaimFilter(min_confidence=0.8))] == ["shelling", "denial"]


def test_a_claim_of_before_scores_keeps_its_hash(ledger: Ledger) -> None:
    assert MADE[2].scores == ()
    with ledger.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT content FROM claim WHERE kind = 'displacement'"
        ).scalar_one()
    assert found == HASH_BEFORE


def test_precision_is_a_fact_of_a_time() -> None:
    span = When(date(2031, 5, 1), date(2031, 5, 31), "month")
    claim = confidence.scored(replace(build.displacement(OF), when=span))
    assert 0 < (claim.sureness("when") or 0) < 1
