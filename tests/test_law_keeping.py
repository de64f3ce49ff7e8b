"""Laws of what linking puts down in a ledger: taken up again, it comes to what linking all from nothing gives."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from incident_builders import TOWNS, judged, told

from dateline.casebook import Keeper, keep, open_casebook, open_kept
from dateline.incidents import origins
from dateline.incidents.ascribing import Ascriber
from dateline.ledger import Ledger, check
from dateline.records import Judgement, Report, ReportId, Told, Verdict

START = datetime(2031, 6, 1, tzinfo=UTC)
VIEW = ("incident", "incident_claim", "incident_toll", "incident_actor", "kept")


def _record(book: Ledger, told: list[Told], version: str = "0") -> None:
    run = book.begin_run(version, "none")
    for report, claims in groupby(sorted(told, key=lambda one: one.report.id), key=lambda one: one.report):
        book.record(run, report, [one.claim for one in claims])
    book.finish_run(run)


def _rows_of(book: Ledger) -> list[list[str]]:
    """All rows of the view, whatever the order in which they were put there."""
    with book.reading() as connection:
        return [
            sorted(map(repr, connection.exec_driver_sql(f"SELECT * FROM {table}")))  # noqa: S608  # our own names
            for table in VIEW
        ]


def _anew(book: Ledger) -> list[list[str]]:
    """The rows of the view, when nothing of before is there to go by."""
    with book.writing() as connection:
        connection.exec_driver_sql("DELETE FROM kept")
        connection.exec_driver_sql("DELETE FROM linked")
    assert keep(book)
    return _rows_of(book)


def _names(book: Ledger) -> set[str]:
    with book.reading() as connection:
        return set(connection.exec_driver_sql("SELECT DISTINCT name FROM linked").scalars())


def _judge(book: Ledger, said: Judgement, draw: random.Random) -> None:
    """A judgement about claims that the ledger has by now, or one taken back."""
    held = sorted(book.claims(), key=lambda claim: claim.id)
    numbers = [entry.number for entry in book.log() if entry.verdict in {Verdict.SAME, Verdict.DIFFERENT}]
    if len(held) > 1 and said.verdict in {Verdict.SAME, Verdict.DIFFERENT}:
        numbers.append(book.judge(said.verdict, *draw.sample(held, 2), by="A. Reader"))
    standing = {entry.undoes for entry in book.log()}
    if numbers and draw.random() < 0.3 and numbers[0] not in standing:
        book.unjudge(numbers[0], by="A. Reader")
    if held and draw.random() < 0.3:
        book.review(Verdict.REJECT, draw.choice(held), by="A. Reader")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(judged(), st.randoms(use_true_random=False), st.sampled_from([1, 3, 1000]))
def test_what_is_taken_up_step_by_step_is_what_linking_anew_gives(
    made: tuple[list[Told], list[Judgement]], draw: random.Random, after: int
) -> None:
    told, said = made
    moment = iter(START + timedelta(seconds=second) for second in range(10_000))
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger(Path(folder) / "x.ledger", clock=lambda: next(moment)) as book,
    ):
        reports = sorted({one.report.id for one in told})
        steps: list[Any] = [*_batches(reports, draw), *said]
        draw.shuffle(steps)
        stays = Keeper(book, least=1, after=after)  # a server, beside commands
        for number, step in enumerate(steps):
            if isinstance(step, Judgement):
                _judge(book, step, draw)
            else:
                _record(book, [one for one in told if one.report.id in step])
            if draw.random() < 0.2:  # a reading by another version, which makes fewer claims
                again = [one for one in told if one.report.id == draw.choice(reports)][1:]
                _record(book, again, version=f"1.{number}")
            if draw.random() < 0.3:
                stays.keep()
            else:
                Keeper(book, least=1, after=after).keep()
        Keeper(book, least=1, after=after).keep()
        step_by_step, kept = _rows_of(book), open_kept(book)
        linked = open_casebook(book)
        assert [c.incident.claims for c in kept.cases.values()] == [
            c.incident.claims for c in linked.cases.values()
        ]
        assert kept.origins == linked.origins
        assert _anew(book) == step_by_step
        assert check(book) == ()


def _batches(reports: Sequence[str], draw: random.Random) -> Iterator[list[str]]:
    """Reports in batches of any size, some of which come twice."""
    left = draw.sample(reports, len(reports))
    while left:
        size = draw.randint(1, 3)
        yield left[:size]
        left = left[size:]
    yield draw.sample(reports, min(2, len(reports)))


LINES = (
    "The convoy left the harbour before dawn and drove along the coast road to the mill. ",
    "Two guards at the gate counted eleven lorries, and wrote their numbers into a book. ",
    "By noon the smoke stood above the eastern quarter, where the silos had burnt all night. ",
    "A fisherman brought the wounded across the sound in his boat, four at a time. ",
    "In the evening the council met in the school, for the town hall had no roof. ",
)


@st.composite
def stories(draw: st.DrawFn) -> list[Told]:
    """Claims of reports that are made of the same lines, so that many are copies of others."""
    made = []
    for number in range(draw(st.integers(1, 9))):
        lines = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=6))
        said = draw(st.none() | st.integers(0, 4))
        day = None if said is None else date(2031, 5, 1) + timedelta(said)
        dateline = draw(st.sampled_from(["", "VARDO (AFP) - ", "(Reuters) - "]))
        name = draw(st.sampled_from([f"r{number}", f"a{number}"]))
        one = told(name, text=dateline + "".join(lines), said=day, town=draw(st.sampled_from([None, *TOWNS])))
        publisher = draw(st.sampled_from([None, "Vardo Post", "Coast Herald"]))
        text = Report(
            ReportId(one.report.id), one.report.text, publisher=publisher, published=one.report.published
        )
        made.append(Told(one.claim, text))
    return made


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(stories(), st.randoms(use_true_random=False))
def test_origins_of_claims_that_come_and_go_are_those_found_at_once(
    made: list[Told], draw: random.Random
) -> None:
    texts = {(one.report.id, 1): one.report for one in made}
    held: dict[str, Told] = {}
    ascriber = Ascriber()
    first = draw.sample(made, draw.randint(0, len(made)))
    ascriber.fill((one, 1) for one in first)
    held |= {one.claim.id: one for one in first}
    for _ in range(4):
        gone = draw.sample(sorted(held), draw.randint(0, len(held)))
        for claim in gone:
            del held[claim]
        fresh = draw.sample(made, draw.randint(0, len(made)))
        held |= {one.claim.id: one for one in fresh}
        ascriber.change(
            [made_.claim.id for made_ in made if made_.claim.id in gone],
            [(one, 1) for one in fresh],
            lambda keys: {key: texts[key] for key in keys},
        )
        again = Ascriber()
        again.restore(ascriber.stow())
        ascriber = draw.choice([ascriber, again])
        expected = origins.of(list(held.values()))
        for found in (ascriber.origins(), again.origins()):
            assert found == expected
            assert {claim: one.since for claim, one in found.items()} == {
                claim: one.since for claim, one in expected.items()
            }
