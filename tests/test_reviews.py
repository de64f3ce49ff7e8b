"""A person's decisions: they outrank what was read, outlive a new reading, and can be taken back, all on record."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_builders import TEXT, changed, claims, clock, denial, figure, read, report, shelling, span

from dateline.errors import LedgerError, UsageError
from dateline.ledger import Change, ClaimFilter, Ledger, check
from dateline.ledger.entries import broken, hash_of, to_row
from dateline.records import (
    BY_PERSON,
    Actor,
    Claim,
    ClaimId,
    Kind,
    Measure,
    Precision,
    Report,
    Scope,
    Source,
    SourceType,
    Status,
    Verdict,
    When,
    Where,
)

ADA, BO = "Ada Brook", "Bo Vale"
OF = report()
START = datetime(2031, 5, 4, 12, tzinfo=UTC)
REJECTED = ClaimFilter(include_rejected=True)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "r.ledger", clock=clock(START).__next__) as opened:
        read(opened, OF, claims(OF))
        yield opened


def now(ledger: Ledger, claim: Claim) -> Claim:
    return ledger.claim(claim.id)


def sound(ledger: Ledger) -> bool:
    return [line for line in check(ledger) if not line.startswith("warning:")] == []


DAY = When(date(2031, 5, 2), date(2031, 5, 2), "day")
TOWN = Where("Östby", "p:8", "SWE", 60.1, 15, Precision.EXACT, 1)
CLINIC = Source("clinic", SourceType("medical"), span(OF, "the clinic"))
CORRECTIONS: dict[str, Any] = {
    "kind": Kind("air_strike"),
    "status": Status.POSSIBLE,
    "source": CLINIC,
    "when": DAY,
    "where": TOWN,
    "actors": (Actor("Hill Brigade"), Actor("Vale Guard", "vale", "armed_group", "NOR")),
    "targets": (),
}


@pytest.mark.parametrize("field", CORRECTIONS)
def test_a_corrected_field_is_what_everybody_reads(ledger: Ledger, field: str) -> None:
    claim = shelling(OF)
    words = span(OF, "market")
    change = Change(field, CORRECTIONS[field], words=words)
    (number,) = ledger.review(Verdict.CORRECT, claim, [change], by=ADA, why="the words say so")
    standing = now(ledger, claim)
    assert getattr(standing, field) == CORRECTIONS[field]
    rule = {"actors": "actor", "targets": "target"}.get(field, field)
    (decided,) = [d for d in standing.decisions if d.field == rule]
    assert (decided.rule, decided.note, decided.span) == (BY_PERSON, f"{ADA}: the words say so", words)
    assert standing.sureness(rule) == (1.0 if CORRECTIONS[field] else None)
    assert [told.claim for told in ledger.told() if told.claim.id == claim.id] == [standing]
    others = set(CORRECTIONS) - {field}
    assert all(getattr(standing, other) == getattr(claim, other) for other in others)
    assert ledger.reviewed()[claim.id].entries[0].number == number
    assert sound(ledger)


@pytest.mark.parametrize(
    ("asked", "field", "value"),
    [
        (ClaimFilter(kind="air_strike"), "kind", Kind("air_strike")),
        (ClaimFilter(place="SWE", since=date(2031, 5, 3), until=date(2031, 5, 3)), "where", TOWN),
        (ClaimFilter(status="possible"), "status", Status.POSSIBLE),
        (ClaimFilter(actor="vale guard"), "actors", CORRECTIONS["actors"]),
        (ClaimFilter(source="clinic"), "source", CLINIC),
        (ClaimFilter(kind="shelling", min_confidence=1.0), "kind", None),
    ],
)
def test_a_filter_asks_the_reviewed_value(ledger: Ledger, asked: ClaimFilter, field: str, value: Any) -> None:
    assert shelling(OF).id not in {claim.id for claim in ledger.claims(asked)}
    if value is None:
        ledger.review(Verdict.ACCEPT, shelling(OF), by=ADA)
    else:
        ledger.review(Verdict.CORRECT, shelling(OF), [Change(field, value)], by=ADA)
    assert shelling(OF).id in {claim.id for claim in ledger.claims(asked)}


def figures_of(ledger: Ledger) -> list[tuple[str | None, int | None, int | None]]:
    return [(f.measure, f.low, f.high) for f in now(ledger, shelling(OF)).figures]


DEAD, HURT = shelling(OF).figures
NEW = figure(OF, "3 May", "missing", 3, 3)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (DEAD, replace(DEAD, low=30, high=31), [("killed", 30, 31), ("injured", 24, 99)]),
        (DEAD, replace(DEAD, measure=Measure("injured")), [("injured", 28, None), ("injured", 24, 99)]),
        (
            DEAD,
            replace(DEAD, scope=Scope.CUMULATIVE, approx=True),
            [("killed", 28, None), ("injured", 24, 99)],
        ),
        (HURT, None, [("killed", 28, None)]),
        (None, NEW, [("killed", 28, None), ("injured", 24, 99), ("missing", 3, 3)]),
    ],
)
def test_figures_are_corrected_struck_and_added(ledger: Ledger, old: Any, new: Any, expected: Any) -> None:
    ledger.review(Verdict.CORRECT, shelling(OF), [Change("figure", new, old)], by=ADA)
    assert figures_of(ledger) == expected
    assert [(f.measure, f.low, f.high) for _, f in ledger.figures()][: len(expected)] == expected
    people = {d.span for d in now(ledger, shelling(OF)).decisions if d.rule == BY_PERSON}
    assert people == ({new.span} if new else set())
    assert sound(ledger)


def test_figures_are_sure_when_a_person_has_set_all(ledger: Ledger) -> None:
    ledger.review(Verdict.CORRECT, shelling(OF), [Change("figure", replace(DEAD, low=30), DEAD)], by=ADA)
    assert now(ledger, shelling(OF)).sureness("figures") is None
    ledger.review(Verdict.CORRECT, now(ledger, shelling(OF)), [Change("figure", None, HURT)], by=ADA)
    assert now(ledger, shelling(OF)).sureness("figures") == 1.0


def test_an_accepted_claim_is_sure_of_all_it_says(ledger: Ledger) -> None:
    ledger.review(Verdict.ACCEPT, shelling(OF), by=ADA)
    standing = now(ledger, shelling(OF))
    assert {score.field: score.value for score in standing.scores} == dict.fromkeys(
        ("kind", "status", "source", "when", "where", "actor", "target", "figures"), 1.0
    )
    assert replace(standing, decisions=(), scores=()) == replace(shelling(OF), decisions=(), scores=())
    assert standing.words_for("where") == span(OF, "Vardo")
    assert {d.rule for d in standing.decisions} == {BY_PERSON}


def test_a_rejected_claim_is_left_out_unless_asked(ledger: Ledger) -> None:
    ledger.review(Verdict.REJECT, shelling(OF), by=ADA, why="a drill")
    assert shelling(OF).id not in {claim.id for claim in ledger.claims()}
    assert shelling(OF).id not in {told.claim.id for told in ledger.told()}
    assert len(ledger.figures()) == 1
    assert set(ledger.claims(REJECTED)) == set(claims(OF))
    assert ledger.reviewed()[shelling(OF).id].verdict is Verdict.REJECT
    with pytest.raises(UsageError, match="withdrawn"):
        ledger.claim(shelling(OF).id)
    ledger.review(Verdict.ACCEPT, shelling(OF), by=BO)
    assert shelling(OF).id in {claim.id for claim in ledger.claims()}
    assert len(ledger.claims(REJECTED)) == 3
    assert sound(ledger)


def missed() -> Claim:
    evidence = span(OF, "wounding dozens, the Lantern Watch said")
    return Claim(
        ClaimId("any"), OF.id, Kind("attack"), Status.HAPPENED, CLINIC, evidence, figures=(HURT,), where=TOWN
    )


def test_a_missed_claim_is_added_and_kept_through_readings(ledger: Ledger) -> None:
    number, id_ = ledger.add(missed(), by=ADA, why="the desk asked")
    added = ledger.claim(id_)
    assert replace(added, id=ClaimId("any"), decisions=(), scores=()) == missed()
    assert {d.rule for d in added.decisions} == {BY_PERSON}
    read(ledger, OF, claims(OF)[:1], version="0.2.0")
    assert {claim.id for claim in ledger.claims()} == {shelling(OF).id, id_}
    with pytest.raises(UsageError, match="has that claim"):
        ledger.add(missed(), by=BO)
    ledger.review(Verdict.CORRECT, added, [Change("status", Status.DENIED)], by=BO)
    assert ledger.claim(id_).status is Status.DENIED
    ledger.unjudge(number, by=ADA)
    assert {claim.id for claim in ledger.claims()} >= {shelling(OF).id}
    assert sound(ledger)


def test_a_later_reading_that_finds_the_added_claim_takes_its_place(ledger: Ledger) -> None:
    number, id_ = ledger.add(missed(), by=ADA)
    own = replace(missed(), id=id_, where=None)
    read(ledger, OF, (*claims(OF), own), version="0.2.0")
    assert ledger.claim(id_).where == TOWN
    ledger.unjudge(number, by=ADA)
    assert ledger.claim(id_) == own
    assert sound(ledger)


def test_a_new_reading_does_not_undo_a_person(ledger: Ledger) -> None:
    claim = shelling(OF)
    ledger.review(Verdict.CORRECT, claim, [Change("where", TOWN), Change("when", DAY)], by=ADA)
    ledger.review(Verdict.REJECT, denial(OF), by=ADA)
    better = replace(claim, status=Status.POSSIBLE, where=None, actors=())
    recorded = read(ledger, OF, (better, denial(OF)), version="0.2.0")
    assert (recorded.new, recorded.kept, recorded.withdrawn) == (1, 1, 2)
    standing = now(ledger, claim)
    assert (standing.where, standing.when) == (TOWN, DAY)
    assert (standing.status, standing.actors) == (Status.POSSIBLE, ())  # nobody has judged these
    assert {c.id for c in ledger.claims()} == {claim.id}
    again = read(ledger, OF, (better, denial(OF)), version="0.3.0")
    assert (again.new, again.kept, again.withdrawn) == (0, 2, 0)
    assert sound(ledger)


def test_a_judgement_follows_its_words_to_a_claim_of_another_id(ledger: Ledger) -> None:
    claim = shelling(OF)
    ledger.review(Verdict.CORRECT, claim, [Change("where", TOWN)], by=ADA)
    shorter = OF.span(claim.evidence.start, claim.evidence.end - 8)
    other = replace(claim, id=ClaimId("f00d"), evidence=shorter)
    read(ledger, OF, (other,), version="0.2.0")
    assert {(c.id, c.where) for c in ledger.claims()} == {("f00d", TOWN)}
    ledger.review(Verdict.CORRECT, now(ledger, other), [Change("when", DAY)], by=BO)
    assert now(ledger, other).where == TOWN
    assert now(ledger, other).when == DAY
    assert ledger.unattached() == ()
    assert sound(ledger)


def test_what_a_person_vouched_for_stays_when_it_is_read_no_more(ledger: Ledger) -> None:
    ledger.review(Verdict.ACCEPT, shelling(OF), by=ADA)
    ledger.review(Verdict.REJECT, denial(OF), by=ADA)
    (noted,) = ledger.review(Verdict.NOTE, claims(OF)[2], [Change("note", "ask the clinic")], by=ADA)
    read(ledger, OF, (), version="0.2.0")
    assert {claim.id for claim in ledger.claims()} == {shelling(OF).id}
    assert [entry.number for entry in ledger.unattached()] == [noted]  # a rejection is at rest
    assert sound(ledger)


def test_a_rejection_does_not_strike_another_reading_of_the_words(ledger: Ledger) -> None:
    ledger.review(Verdict.REJECT, shelling(OF), by=ADA)
    other = replace(shelling(OF), id=ClaimId("f00d"), kind=Kind("air_strike"))
    read(ledger, OF, (other,), version="0.2.0")
    assert {claim.id for claim in ledger.claims()} == {"f00d"}


SHIFTED = TEXT.replace("Shells fall on Vardo market\n", "Shells fall on Vardo market, again\n")
GONE = TEXT.replace("killing at least 28 people", "killing many people")


def test_judgements_move_with_their_words(ledger: Ledger) -> None:
    ledger.review(Verdict.CORRECT, shelling(OF), [Change("figure", replace(DEAD, low=30), DEAD)], by=ADA)
    ledger.review(Verdict.ACCEPT, denial(OF), by=ADA)
    of = report(text=SHIFTED)
    read(ledger, of, (shelling(of),))
    (dead, _) = now(ledger, shelling(of)).figures
    assert (dead.low, dead.span.of(SHIFTED)) == (30, "at least 28")
    (kept,) = [claim for claim in ledger.claims() if claim.kind == "denial"]
    assert kept.evidence.of(SHIFTED) == "The Hill Brigade denied that it had fired."
    assert sound(ledger)


def test_a_judgement_without_its_words_is_kept_and_told(ledger: Ledger) -> None:
    (lost,) = ledger.review(Verdict.ACCEPT, shelling(OF), by=ADA)
    of = report(text=GONE)
    read(ledger, of, (denial(of),))
    assert {claim.kind for claim in ledger.claims()} == {"denial"}
    assert [entry.number for entry in ledger.unattached()] == [lost]
    assert any(f"judgement {lost} (accept, by {ADA}) has lost its words" in line for line in check(ledger))
    assert sound(ledger)
    read(ledger, OF, claims(OF), version="0.2.0")  # the first text comes back, and the judgement with it
    assert ledger.unattached() == ()
    assert now(ledger, shelling(OF)).sureness("kind") == 1.0


def test_what_was_known_then_is_without_what_was_decided_since(ledger: Ledger) -> None:
    before = max(row["recorded_at"] for row in ledger.claims().to_dicts())
    (number,) = ledger.review(Verdict.CORRECT, shelling(OF), [Change("where", TOWN)], by=ADA)
    decided = ledger.log()[0].at
    ledger.unjudge(number, by=ADA)
    later = decided + timedelta(minutes=5)
    places = [
        next(c.where for c in ledger.claims(ClaimFilter(known_at=moment)) if c.kind == "shelling")
        for moment in (before, decided, later)
    ]
    assert places == [shelling(OF).where, TOWN, shelling(OF).where]


def test_notes_and_standards_of_proof_change_no_claim(ledger: Ledger) -> None:
    before = ledger.claims()
    ledger.review(Verdict.NOTE, shelling(OF), [Change("note", "two nurses, not one")], by=ADA)
    ledger.review(Verdict.PROOF, shelling(OF), [Change("proof", "credible")], by=ADA)
    ledger.review(
        Verdict.PROOF, shelling(OF), [Change("proof", "verified")], by=BO, why="seen the morgue list"
    )
    assert ledger.claims() == before
    said = ledger.reviewed("vardo-1")[shelling(OF).id]
    assert (said.proof, said.proof_by, said.verdict) == ("verified", BO, None)
    assert [note.new for note in said.notes] == ["two nurses, not one"]
    assert sound(ledger)


REFUSED: list[tuple[Any, list[Change], dict[str, Any], str]] = [
    (Verdict.ACCEPT, [], {"by": "  "}, "name of who judged"),
    (Verdict.ACCEPT, [], {"by": "x" * 201}, "at most 200"),
    (Verdict.ACCEPT, [], {"why": "\ud800"}, "no text"),
    (Verdict.ACCEPT, [Change("kind", Kind("attack"))], {}, "takes no values"),
    (Verdict.CORRECT, [], {}, "takes a value"),
    (Verdict.CORRECT, [Change("evidence", "x")], {}, "not 'evidence'"),
    (Verdict.CORRECT, [Change("kind", Kind("sorcery"))], {}, "no kind 'sorcery'"),
    (Verdict.CORRECT, [Change("kind", None)], {}, "cannot be without kind"),
    (Verdict.CORRECT, [Change("kind", Kind("shelling"))], {}, "says that already"),
    (Verdict.CORRECT, [Change("source", Source("x", SourceType("oracle")))], {}, "no source type 'oracle'"),
    (Verdict.CORRECT, [Change("figure", NEW, NEW)], {}, "no such figure"),
    (Verdict.CORRECT, [Change("figure", replace(NEW, low=2**63, high=None))], {}, "counts up to"),
    (Verdict.CORRECT, [Change("when", DAY, words=OF.span(0, 5))], {"in_round": 9}, "no round 9"),
    (Verdict.PROOF, [Change("proof", "certain")], {}, "no standard of proof"),
    (Verdict.NOTE, [Change("note", " ")], {}, "needs words"),
    (Verdict.SAME, [], {}, "no judgement about one claim"),
]


@pytest.mark.parametrize(("verdict", "changes", "options", "wrong"), REFUSED, ids=[r[3] for r in REFUSED])
def test_what_makes_no_sense_is_refused_and_leaves_nothing(
    ledger: Ledger, verdict: Verdict, changes: list[Change], options: dict[str, Any], wrong: str
) -> None:
    with pytest.raises(UsageError, match=wrong):
        ledger.review(verdict, shelling(OF), changes, **{"by": ADA, **options})
    assert ledger.log() == ()
    assert ledger.claims() == ledger.claims(ClaimFilter(include_withdrawn=True))


@pytest.mark.parametrize("number", [0, 1, 3, 4])
def test_only_what_stands_can_be_taken_back(ledger: Ledger, number: int) -> None:
    ledger.review(Verdict.ACCEPT, shelling(OF), by=ADA)
    ledger.review(Verdict.ACCEPT, denial(OF), by=ADA)
    ledger.unjudge(1, by=ADA)
    with pytest.raises(UsageError, match=f"no judgement {number} stands"):
        ledger.unjudge(number, by=BO)


# ---------------------------------------------------------------------------------------------- the chain

TAMPERED = {
    "UPDATE judgement SET why = 'other' WHERE id = 2": "broken at 2: it was changed",
    "UPDATE judgement SET new = '\"proven\"' WHERE id = 3": "broken at 3: it was changed",
    "UPDATE judgement SET recorded_at = '2031-01-01T00:00:00.000000+00:00' WHERE id = 1": "broken at 1",
    "UPDATE judgement SET hash = previous, previous = hash WHERE id = 2": "broken at 2: it does not follow",
    "PRAGMA foreign_keys = OFF; DELETE FROM judgement WHERE id = 2": "broken at 2: the entry there bears the number 3",
    "UPDATE claim SET judgement = NULL, outranked = NULL": "people's judgements are not held",
}


@pytest.mark.parametrize("statement", TAMPERED)
def test_check_names_the_first_entry_that_was_tampered_with(ledger: Ledger, statement: str) -> None:
    ledger.review(Verdict.ACCEPT, shelling(OF), by=ADA)
    ledger.review(Verdict.REJECT, denial(OF), by=ADA, why="it did not")
    ledger.review(Verdict.PROOF, shelling(OF), [Change("proof", "credible")], by=ADA)
    assert check(ledger) == ()
    with sqlite3.connect(ledger.path) as connection:
        connection.executescript(statement)
    connection.close()
    found = [line for line in check(ledger) if "foreign" not in line and "points to" not in line]
    if "DELETE" in statement:  # the file's own rules are broken as well, which is told first
        found = list(broken(to_row(entry) for entry in ledger.log()))
    assert TAMPERED[statement] in "\n".join(found)


def test_the_log_says_the_same_from_a_file_of_json(ledger: Ledger) -> None:
    ledger.review(Verdict.CORRECT, shelling(OF), [Change("where", TOWN)], by=ADA)
    ledger.unjudge(1, by=BO)
    rows = ledger.log().to_dicts()
    as_text = [row | {"recorded_at": row["recorded_at"].isoformat(timespec="microseconds")} for row in rows]
    assert list(broken(as_text)) == []
    assert [hash_of(row) for row in as_text] == [entry.hash for entry in ledger.log()]


def test_the_schema_refuses_an_entry_without_words(ledger: Ledger) -> None:
    ledger.review(Verdict.ACCEPT, shelling(OF), by=ADA)
    with pytest.raises(LedgerError, match="breaks its rules"), ledger.writing() as connection:
        connection.exec_driver_sql('UPDATE judgement SET start = NULL, "end" = NULL')


# ------------------------------------------------------------------------------------------------- a law

VALUES: dict[str, list[Any]] = {field: [value] for field, value in CORRECTIONS.items()}
VALUES["status"] = list(Status)
VALUES["when"] = [None, DAY]


@st.composite
def decisions(draw: st.DrawFn) -> tuple[Verdict, int, Change | None]:
    which = draw(st.integers(0, 2))
    verdict = draw(st.sampled_from([Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT, Verdict.UNDO]))
    if verdict is not Verdict.CORRECT:
        return verdict, which, None
    field = draw(st.sampled_from([*VALUES, "figure"]))
    if field == "figure":
        low = draw(st.integers(0, 40))
        return verdict, which, Change("figure", replace(NEW, low=low, high=low + 1))
    return verdict, which, Change(field, draw(st.sampled_from(VALUES[field])))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(decisions(), max_size=8), st.booleans())
def test_all_taken_back_is_as_before_and_the_chain_holds(
    made: list[tuple[Verdict, int, Change | None]], read_between: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "x.ledger") as ledger:
        own: tuple[Claim, ...] = claims(OF)
        read(ledger, OF, own)
        numbers: list[int] = []
        for verdict, which, change in made:
            numbers += _decide(ledger, own[which], verdict, change, numbers)
        if read_between:
            own = tuple(map(changed, own))
            read(ledger, OF, own, version="0.2.0")
        assert check(ledger) == ()
        for number in numbers:
            ledger.unjudge(number, by=BO)
        assert sorted(ledger.claims(), key=lambda c: c.id) == sorted(own, key=lambda c: c.id)
        assert check(ledger) == ()
        assert ledger.reviewed() == {}
        assert list(broken(ledger.log().to_dicts())) == []


def _decide(
    ledger: Ledger, claim: Claim, verdict: Verdict, change: Change | None, numbers: list[int]
) -> list[int]:
    if verdict is Verdict.UNDO:
        if numbers:
            ledger.unjudge(numbers.pop(), by=ADA)
        return []
    standing = next((c for c in ledger.claims() if c.id == claim.id), claim)
    if change is not None and change.field != "figure" and getattr(standing, change.field) == change.value:
        return []
    return list(ledger.review(verdict, standing, [change] if change else [], by=ADA))


def test_reading_beside_other_reports_is_left_alone(ledger: Ledger) -> None:
    other: Report = report("other")
    read(ledger, other, claims(other))
    ledger.review(Verdict.REJECT, shelling(OF), by=ADA)
    assert {c for c in ledger.claims() if c.report == "other"} == set(claims(other))
