"""What is most worth a look, what two blind coders agree on, typed words as values, and the commands for all of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ledger_builders import claims, clock, denial, read, report, shelling
from typer.testing import CliRunner, Result

from dateline.casebook import keep
from dateline.cli.app import app
from dateline.errors import UsageError
from dateline.ledger import Change, Ledger, check
from dateline.records import Actor, Kind, Precision, Score, Status, Verdict, When, Where
from dateline.reviewing import compare, queue, values
from dateline.reviewing.agreement import alpha, alpha_of

ADA, BO, CY = "Ada Brook", "Bo Vale", "Cy North"
ONE = report("one")
OTHER = report("other", published=date(2031, 5, 6))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "r.ledger", clock=clock().__next__) as opened:
        read(opened, ONE, claims(ONE))
        keep(opened)
        yield opened


def scored(confidence: float, figures: float) -> Any:
    claim = shelling(ONE)
    return replace(claim, scores=(Score("kind", confidence, "t"), Score("figures", figures, "t")))


# ------------------------------------------------------------------------------------------------ the queue


def test_the_queue_begins_with_what_would_move_the_totals_most(ledger: Ledger) -> None:
    items = queue(ledger)
    assert items[0].claim.id == shelling(ONE).id
    move = items[0].move
    assert move is not None
    assert (move.act, move.before, move.after, move.size) == (
        "reject",
        (28, None, None),
        (None, None, None),
        28,
    )
    assert (items[0].chance, items[0].weight) == (0.5, 14.0)  # never scored: as likely wrong as right
    assert [item.weight for item in items[1:]] == [0.0, 0.0]
    assert {item.claim.id for item in items} == {claim.id for claim in claims(ONE)}


@pytest.mark.parametrize(
    ("confidence", "figures", "act", "weight"), [(0.9, 1.0, "reject", 2.8), (0.5, 0.9, "reject", 14.0)]
)
def test_the_surer_the_lighter(
    tmp_path: Path, confidence: float, figures: float, act: str, weight: float
) -> None:
    with Ledger(tmp_path / "s.ledger") as ledger:
        read(ledger, ONE, (scored(confidence, figures),))
        keep(ledger)
        (item,) = queue(ledger)
    assert item.move is not None
    assert (item.move.act, item.weight) == (act, weight)


def test_an_unsure_figure_may_be_either_end_of_its_range(tmp_path: Path) -> None:
    with Ledger(tmp_path / "s.ledger") as ledger:
        read(ledger, ONE, (scored(1.0, 0.5),))
        keep(ledger)
        (item,) = queue(ledger, measure="injured")
    assert item.move is not None
    assert (item.move.act, item.move.to) == ("correct", (99, 99))
    assert (item.move.before, item.move.after) == ((24, None, None), (99, 99, None))
    assert item.weight == 49.5  # a best of 99 is gained, and the figure is as likely wrong as right


@pytest.mark.parametrize("verdict", [Verdict.ACCEPT, Verdict.REJECT])
def test_what_was_judged_is_not_asked_again(ledger: Ledger, verdict: Verdict) -> None:
    (number,) = ledger.review(verdict, shelling(ONE), by=ADA)
    keep(ledger)
    assert shelling(ONE).id not in {item.claim.id for item in queue(ledger)}
    ledger.unjudge(number, by=ADA)
    keep(ledger)
    assert queue(ledger)[0].claim.id == shelling(ONE).id


def test_the_queue_is_as_long_as_asked(ledger: Ledger) -> None:
    assert [len(queue(ledger, count=count)) for count in (1, 2, 9)] == [1, 2, 3]
    with pytest.raises(UsageError, match="no rule 'loudest'"):
        queue(ledger, "loudest")


# ------------------------------------------------------------------------------------------- two blind coders


@pytest.fixture
def coded(ledger: Ledger) -> tuple[Ledger, int]:
    """A round in which the two agree on one claim, and differ on another."""
    number = ledger.open_round(["one"], (ADA, BO), by=CY)
    town = Change("where", Where("Östby", country="SWE"))
    for who, status in ((ADA, Status.POSSIBLE), (BO, Status.PLANNED)):
        ledger.review(
            Verdict.CORRECT, shelling(ONE), [town, Change("status", status)], by=who, in_round=number
        )
        ledger.review(Verdict.REJECT, denial(ONE), by=who, in_round=number)
    return ledger, number


def test_nothing_of_an_open_round_takes_effect_or_shows(coded: tuple[Ledger, int]) -> None:
    ledger, number = coded
    assert set(ledger.claims()) == set(claims(ONE))
    assert ledger.reviewed() == {}
    ledger.finish_round(number, by=ADA)
    assert set(ledger.claims()) == set(claims(ONE))
    seen = {coder: ledger.seen("one", number, coder) for coder in (ADA, BO)}
    assert [c.status for c in seen[ADA] if c.kind == "shelling"] == [Status.POSSIBLE]
    assert [c.status for c in seen[BO] if c.kind == "shelling"] == [Status.PLANNED]
    assert all("denial" not in {c.kind for c in found} for found in seen.values())
    assert check(ledger) == ()


def test_what_both_say_counts_when_both_have_finished(coded: tuple[Ledger, int]) -> None:
    ledger, number = coded
    ledger.finish_round(number, by=ADA.upper())
    assert ledger.finish_round(number, by=BO).is_over
    (shelled,) = [claim for claim in ledger.claims() if claim.kind == "shelling"]
    assert shelled.where is not None
    assert shelled.where.name == "Östby"  # agreed
    assert shelled.status is Status.HAPPENED  # at odds: dateline's stands until somebody adjudicates
    assert "denial" not in {claim.kind for claim in ledger.claims()}
    assert check(ledger) == ()


def test_who_adjudicates_outranks_both(coded: tuple[Ledger, int]) -> None:
    ledger, number = coded
    change = [Change("status", Status.DENIED)]
    with pytest.raises(UsageError, match="adjudicate when both have finished"):
        ledger.review(Verdict.CORRECT, shelling(ONE), change, by=CY, in_round=number)
    ledger.finish_round(number, by=ADA)
    ledger.finish_round(number, by=BO)
    ledger.review(Verdict.CORRECT, shelling(ONE), change, by=CY, in_round=number)
    ledger.review(Verdict.ACCEPT, denial(ONE), by=CY, in_round=number)
    now = {claim.kind: claim.status for claim in ledger.claims()}
    assert (now[Kind("shelling")], now[Kind("denial")]) == (Status.DENIED, Status.DENIED)
    with pytest.raises(UsageError, match="has finished round"):
        ledger.review(Verdict.ACCEPT, denial(ONE), by=ADA, in_round=number)
    assert check(ledger) == ()


def test_the_comparison_tells_how_far_they_agree_and_where_not(coded: tuple[Ledger, int]) -> None:
    ledger, number = coded
    ledger.review(Verdict.ACCEPT, claims(ONE)[2], by=ADA, in_round=number)
    ledger.finish_round(number, by=ADA)
    (held,) = ledger.rounds()
    got = compare(held, *(ledger.coding(number, coder) for coder in held.coders))
    by_field = {one.field: one for one in got.fields}
    assert (by_field["claim"].units, by_field["claim"].same, by_field["claim"].alpha) == (2, 2, 1.0)
    assert (by_field["status"].units, by_field["status"].same) == (1, 0)
    assert (by_field["where"].same, by_field["where"].alpha) == (1, None)  # one value: no variation
    assert [(d.field, d.one, d.other) for d in got.differences] == [("status", "possible", "planned")]
    assert (got.judged, got.missing) == (2, (claims(ONE)[2].id,))


@pytest.mark.parametrize(
    ("one", "other", "level", "expected"),
    [
        # Worked by hand: 1 - observed / expected disagreement over the coincidence matrix.
        (["a", "b", "a", "b"], ["a", "b", "a", "b"], "nominal", 1.0),
        (["a", "b", "a", "b"], ["a", "b", "a", "a"], "nominal", 0.5333),
        (["a", "b"], ["b", "a"], "nominal", -0.5),
        (["a", "a"], ["a", "a"], "nominal", None),
        ([1, 2, 3], [1, 2, 3], "interval", 1.0),
        ([10, 20], [10, 24], "interval", 0.9211),
        ([10, None], [10, 24], "interval", None),
        ([None, None], [None, None], "interval", None),
    ],
)
def test_alpha(one: list[Any], other: list[Any], level: Any, expected: float | None) -> None:
    assert alpha(one, other, level) == expected


# Krippendorff (2011), section D: four observers, twelve units, some values missing.
WORKED = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)


@pytest.mark.parametrize(("level", "expected"), [("nominal", 0.743), ("interval", 0.849)])
def test_alpha_of_the_worked_example(level: Any, expected: float) -> None:
    found = alpha_of(list(zip(*WORKED, strict=True)), level)
    assert found is not None
    assert round(found, 3) == expected


@pytest.mark.parametrize(
    ("reports", "coders", "wrong"),
    [
        (["one"], (ADA, f" {ADA.lower()} "), "different names"),
        (["one"], (ADA, ""), "different names"),
        ([], (ADA, BO), "at least one report"),
        (["nowhere"], (ADA, BO), "no report 'nowhere'"),
    ],
)
def test_a_round_that_means_nothing_is_refused(
    ledger: Ledger, reports: list[str], coders: tuple[str, str], wrong: str
) -> None:
    with pytest.raises(UsageError, match=wrong):
        ledger.open_round(reports, coders, by=CY)
    assert ledger.rounds() == ()


def test_a_round_is_about_its_reports_and_for_its_coders(ledger: Ledger) -> None:
    read(ledger, OTHER, claims(OTHER))
    number = ledger.open_round(["one"], (ADA, BO), by=CY)
    with pytest.raises(UsageError, match="not about the report other"):
        ledger.review(Verdict.ACCEPT, denial(OTHER), by=ADA, in_round=number)
    with pytest.raises(UsageError, match="none of its coders"):
        ledger.finish_round(number, by=CY)
    with pytest.raises(UsageError, match="cannot be taken back"):
        ledger.unjudge(number, by=CY)
    with pytest.raises(UsageError, match="does not code in round"):
        ledger.coding(number, CY)


# ------------------------------------------------------------------------------------------------ typed words


def days(start: str, end: str, precision: str) -> When:
    return When(date.fromisoformat(start), date.fromisoformat(end), precision)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", None),
        ("2031-05-02", days("2031-05-02", "2031-05-02", "day")),
        ("2028-02", days("2028-02-01", "2028-02-29", "month")),
        ("2031", days("2031-01-01", "2031-12-31", "year")),
        (" 2031-05-02 to 2031-05-04 ", days("2031-05-02", "2031-05-04", "span")),
        ("2031-05..2031-06", days("2031-05-01", "2031-06-30", "span")),
    ],
)
def test_typed_days(words: str, expected: When | None) -> None:
    assert values.when(words) == expected
    assert values.when(values.when_words(expected)) == expected


@pytest.mark.parametrize("words", ["05/02/2031", "2031-13", "2031-05-04 to 2031-05-02", "May"])
def test_what_is_no_day_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="is no time"):
        values.when(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", None),
        ("Nowhere Mill", Where("Nowhere Mill")),
        ("Nowhere Mill, SWE", Where("Nowhere Mill", country="SWE")),
        ("Mill, SWE @ 60.1, -15", Where("Mill", None, "SWE", 60.1, -15.0, Precision.EXACT)),
    ],
)
def test_typed_places(words: str, expected: Where | None) -> None:
    assert values.where(words) == expected


def test_a_typed_place_is_looked_up() -> None:
    found = values.where("Akureyri, ISL")
    assert found is not None
    assert found.place_id is not None
    assert (found.country, round(found.lat or 0)) == ("ISL", 66)


def test_typed_parties_keep_those_that_are_known() -> None:
    known = (Actor("Hill Brigade", "hb", "armed_group", "NOR"),)
    assert values.parties("hill brigade; ; Mill Guard;mill  guard", known) == (
        known[0],
        Actor("Mill Guard"),
        Actor("mill guard"),
    )
    assert values.parties("", known) == ()


@pytest.mark.parametrize(
    ("words", "wrong"), [("12.5", "whole number"), ("-3", "whole number"), ("²", "whole")]
)
def test_what_is_no_count_is_refused(words: str, wrong: str) -> None:
    with pytest.raises(UsageError, match=wrong):
        values.count(words, "low")


@pytest.mark.parametrize(
    ("words", "found"), [("at least 28", "at least 28"), ("0-6", "Shells"), (" 7-11 ", "fall")]
)
def test_words_are_found_once(words: str, found: str) -> None:
    assert values.words_at(ONE, words).of(ONE.text) == found


@pytest.mark.parametrize("words", ["Vardo", "nothing of it", "", "9-3", "0-9999"])
def test_words_that_are_not_in_one_place_are_refused(words: str) -> None:
    with pytest.raises(UsageError, match="times in one"):
        values.words_at(ONE, words)


# ------------------------------------------------------------------------------------------------ the commands


def run(ledger: Ledger, *words: str) -> Result:
    return CliRunner().invoke(
        app,
        ["review", words[0], *words[1:], "--ledger", str(ledger.path)],
        env={"COLUMNS": "200"},
        catch_exceptions=False,
    )


def done(ledger: Ledger, *words: str) -> str:
    result = run(ledger, *words)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_claim_is_judged_from_the_command_line(ledger: Ledger) -> None:
    id_ = shelling(ONE).id
    assert id_[:8] in done(ledger, "queue", "--count", "1")
    (item,) = json.loads(done(ledger, "queue", "--count", "1", "--json"))
    assert (item["claim"], item["act"], item["size"]) == (id_, "reject", 28)
    done(
        ledger, "correct", id_[:8], "--by", ADA, "--why", "said so", "--status", "possible", "--where", "Mill, SWE",
        "--when", "", "--actors", "Mill Guard", "--figure", "1", "--low", "30", "--high", "31",
    )  # fmt: skip
    claim = ledger.claim(id_)
    assert claim.where == Where("Mill", country="SWE")
    assert (claim.status, claim.when, [a.name for a in claim.actors]) == (
        Status.POSSIBLE,
        None,
        ["Mill Guard"],
    )
    assert [(f.low, f.high) for f in claim.figures] == [(30, 31), (24, 99)]
    assert [entry.field for entry in ledger.log()] == ["status", "when", "where", "actors", "figure"]
    assert "taken back" in done(ledger, "undo", "3", "--by", BO)
    assert ledger.claim(id_).where == shelling(ONE).where
    done(ledger, "correct", id_, "--figure", "2", "--strike", "--by", ADA)
    assert len(ledger.claim(id_).figures) == 1
    done(ledger, "correct", id_, "--new-figure", "3 May", "--measure", "missing", "--low", "3", "--by", ADA)
    assert [f.measure for f in ledger.claim(id_).figures] == ["killed", "missing"]
    done(ledger, "proof", id_, "verified", "--by", CY)
    done(ledger, "note", id_, "ask again", "--by", CY)
    assert ledger.reviewed()[id_].proof == "verified"
    assert check(ledger) == ()


def test_a_missed_claim_is_added_from_the_command_line(ledger: Ledger) -> None:
    said = done(
        ledger, "add", "one", "citing a nurse at the clinic", "--kind", "attack", "--source", "nurse",
        "--source-type", "medical", "--when", "2031-05", "--figure", "dozens", "--measure", "injured", "--low",
        "24", "--by", ADA,
    )  # fmt: skip
    found = re.search(r"claim (\w+)", said)
    assert found is not None
    added = ledger.claim(found[1])
    assert added.evidence.of(ONE.text) == "citing a nurse at the clinic"
    assert (added.source.type, added.figures[0].low, added.figures[0].high) == ("medical", 24, None)
    assert check(ledger) == ()


def test_a_round_is_run_from_the_command_line(ledger: Ledger) -> None:
    id_ = shelling(ONE).id
    assert "round 1: Ada and Bo" in done(ledger, "round", "one", "--coder", "Ada", "--coder", "Bo")
    done(ledger, "accept", id_, "--by", "Ada", "--round", "1")
    done(ledger, "reject", id_, "--by", "Bo", "--round", "1")
    with pytest.raises(UsageError, match="not over"):
        run(ledger, "agreement", "1")
    assert "has not finished" in done(ledger, "finish", "1", "--by", "Ada")
    assert "is over" in done(ledger, "finish", "1", "--by", "Bo")
    told = json.loads(done(ledger, "agreement", "1", "--json"))
    assert told["differences"] == [{"claim": id_, "field": "claim", "one": "stands", "other": "rejected"}]
    assert "rejected" in done(ledger, "agreement", "1")
    assert "Ada, Bo" in done(ledger, "rounds")


def test_the_log_shows_what_was_taken_back_and_what_lost_its_words(ledger: Ledger) -> None:
    ledger.review(Verdict.ACCEPT, shelling(ONE), by=ADA, why="read it")
    ledger.review(Verdict.ACCEPT, denial(ONE), by=ADA)
    ledger.unjudge(2, by=BO)
    gone = report("one", text="Nothing is left of it since. Nothing at all.")
    read(ledger, gone, ())
    told = done(ledger, "log")
    assert "read it" in told
    assert "taken back" in told
    assert "words gone" in told
    assert f"hash of the last entry: {ledger.log()[-1].hash}" in told
    lost = done(ledger, "log", "--unattached", "--json").splitlines()
    assert [json.loads(line)["id"] for line in lost] == [1]


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (["correct", "CLAIM"], "nothing to correct"),
        (["correct", "CLAIM", "--status", "maybe"], "no status"),
        (["correct", "CLAIM", "--figure", "7", "--low", "1"], "no figure 7"),
        (["correct", "CLAIM", "--figure", "1", "--low", "9", "--high", "3"], "that is no figure"),
        (["correct", "CLAIM", "--new-figure", "3 May"], "what it measures"),
        (["round", "one", "--coder", "Ada"], "two coders, not 1"),
        (["agreement", "4"], "does not exist"),
        (["proof", "CLAIM", "certain"], "no standard of proof"),
        (["undo", "9"], "no judgement 9 stands"),
    ],
)
def test_misuse_says_what_to_do(ledger: Ledger, words: list[str], wrong: str) -> None:
    asked = [shelling(ONE).id if word == "CLAIM" else word for word in words]
    with pytest.raises(UsageError, match=wrong):
        run(ledger, *asked)
    assert ledger.log() == ()
