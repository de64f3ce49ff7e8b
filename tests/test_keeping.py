"""What linking puts down in the ledger: taken up when it fits, passed over when it does not, and never handed on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from incident_builders import SENTENCES, START, TOWNS, told
from typer.testing import CliRunner

from dateline.casebook import Keeper, open_casebook, open_kept
from dateline.casebook import memory as memories
from dateline.cli import progress
from dateline.cli.app import app
from dateline.incidents import Linker, explain
from dateline.incidents.linking import explained
from dateline.ledger import ClaimFilter, Ledger, check, dump, keeping, linked
from dateline.records import Told, Verdict

LEAST = 5  # claims from which on these tests put down


def _told(number: int) -> Told:
    town = sorted(TOWNS)[number % len(TOWNS)]
    text = SENTENCES[number % len(SENTENCES)].format(town=town, killed=3 + number % 4) * 3
    return told(
        f"r{number:03}", town=town, day=START + timedelta(number % 5), text=text, killed=3 + number % 4
    )


def _record(book: Ledger, *numbers: int) -> None:
    run = book.begin_run("0", "none")
    for number in numbers:
        one = _told(number)
        book.record(run, one.report, [one.claim])
    book.finish_run(run)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger of twenty reports, whose linking has been put down."""
    moments = iter(datetime(2031, 7, 1, tzinfo=UTC) + timedelta(seconds=at) for at in range(10_000))
    with Ledger(tmp_path / "x.ledger", clock=lambda: next(moments)) as ledger:
        _record(ledger, *range(20))
        Keeper(ledger, least=LEAST).keep()
        yield ledger


def _keep(ledger: Ledger, **options: int) -> list[int]:
    """Bring the view up to date; gives how many claims were linked from nothing, each time that they were."""
    anew: list[int] = []
    Keeper(ledger, least=LEAST, anew=anew.append, **options).keep()
    return anew


def _is_right(ledger: Ledger) -> bool:
    """Whether the view is what linking all claims from nothing comes to."""
    kept, linked = open_kept(ledger), open_casebook(ledger)
    shapes = [
        [(c.incident.claims, c.incident.part_of, c.summary, c.spread) for c in made.cases.values()]
        for made in (kept, linked)
    ]
    return shapes[0] == shapes[1] and kept.origins == linked.origins


def _size(ledger: Ledger) -> int:
    with ledger.reading() as connection:
        found: int = connection.exec_driver_sql("SELECT count(*) FROM linked").scalar_one()
        return found


def _change(ledger: Ledger, statement: str) -> None:
    with ledger.writing() as connection:
        connection.exec_driver_sql(statement)


def test_one_more_report_is_linked_without_linking_all_anew(book: Ledger) -> None:
    _record(book, 20)
    assert _keep(book) == []
    assert _is_right(book)
    assert len(open_kept(book).told) == 21


def test_each_command_goes_on_from_what_was_put_down_however_long_ago(book: Ledger) -> None:
    for number in range(20, 26):
        _record(book, number)
        assert _keep(book, after=1_000) == []
        assert _is_right(book)
    claims = book.claims()
    book.judge(Verdict.SAME, claims[0], claims[-1], by="Ada Brook")
    assert _keep(book, after=1) == []
    book.review(Verdict.REJECT, claims[3], by="Ada Brook")
    assert _keep(book) == []
    book.unjudge(1, by="Ada Brook")
    assert _keep(book) == []
    assert _is_right(book)


def test_a_server_and_commands_take_turns(book: Ledger) -> None:
    anew: list[int] = []
    server = Keeper(book, least=LEAST, anew=anew.append)
    for number in range(20, 24):
        _record(book, number)
        assert _keep(book) == [] if number % 2 else server.keep()
        assert _is_right(book)
    assert not anew


DAMAGE: dict[str, str] = {
    "a byte": "UPDATE linked SET bytes = zeroblob(length(bytes)) WHERE name = 'linker.join.keys'",
    "a part": "DELETE FROM linked WHERE name = 'ascriber.runs'",
    "the header": "DELETE FROM linked WHERE name = 'header'",
    "header is no JSON": "UPDATE linked SET bytes = x'ff00' WHERE name = 'header'",
    "another maker": 'UPDATE linked SET bytes = CAST(replace(CAST(bytes AS TEXT), \'"by": "\', \'"by": "0\') AS BLOB)',
    "what was touched": "DELETE FROM linked WHERE name = 'touched'",
    "a view of another": "UPDATE kept SET \"of\" = '1 0'",
    "all": "DELETE FROM linked",
}


@pytest.mark.parametrize("statement", DAMAGE.values(), ids=DAMAGE.keys())
def test_what_does_not_fit_is_passed_over(book: Ledger, statement: str) -> None:
    _change(book, statement)
    _record(book, 20)
    assert _keep(book) == [21]
    assert _is_right(book)
    _record(book, 21)
    assert _keep(book) == []  # it is whole again
    assert _is_right(book)


def test_numbers_that_make_no_sense_are_passed_over(book: Ledger) -> None:
    with book.reading() as connection:
        found = connection.exec_driver_sql("SELECT name, bytes FROM linked").all()
        rows: dict[str, bytes] = {row.name: row.bytes for row in found}
    parts = {name: part for name, part in rows.items() if name not in {"header", "touched"}}
    for name, part in {
        "linker.made.claims": b"\x7f" * 8,
        "claims": b"[1",
        "linker.quotes": b"[]",
        "linker.columns.first": b"\x00",
    }.items():
        with book.writing() as connection:
            linked.put(connection, memories.made_by(), parts | {name: part})
            linked.touch(connection, _signed(book), ())
        anew: list[int] = []
        _record(book, 30 + len(name))
        Keeper(book, least=LEAST, anew=anew.append).keep()
        assert anew, name
        assert _is_right(book)


def _signed(book: Ledger) -> tuple[str, str]:
    with book.reading() as connection:
        return keeping.kept(connection) or ("", "")


def test_other_code_or_other_words_pass_it_over(book: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    made = memories.made_by()
    monkeypatch.setattr(memories, "made_by", lambda: f"{made}0")
    _record(book, 20)
    assert _keep(book) == [21]


def test_a_small_ledger_keeps_nothing_and_a_growing_one_begins_to(tmp_path: Path) -> None:
    with Ledger(tmp_path / "x.ledger") as ledger:
        server = Keeper(ledger, least=LEAST)
        _record(ledger, *range(3))
        server.keep()
        assert _size(ledger) == 0
        _record(ledger, *range(3, 8))
        server.keep()
        assert _size(ledger) > 0
        _record(ledger, 8)
        assert _keep(ledger) == []
        assert _is_right(ledger)


def test_many_changes_at_once_are_linked_from_nothing(book: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memories, "FEW", 3)
    _record(book, *range(20, 26))
    assert _keep(book) == [26]
    assert _is_right(book)


def test_neither_clock_is_moved_by_it(book: Ledger) -> None:
    asked = [ClaimFilter(said_by=START + timedelta(3)), ClaimFilter(known_at=book.now())]
    before = [[c.incident for c in open_casebook(book, one).cases.values()] for one in asked]
    late = [told("late", day=START + timedelta(1), said=START + timedelta(9)), told("later", said=None)]
    run = book.begin_run("0", "none")
    for one in late:
        book.record(run, one.report, [one.claim])
    assert _keep(book) == []
    assert [[c.incident for c in open_casebook(book, one).cases.values()] for one in asked] == before


def test_it_is_no_part_of_what_leaves_or_is_proved(book: Ledger) -> None:
    whole = dump(book)
    assert check(book) == ()
    _change(book, "DELETE FROM linked")
    assert dump(book) == whole
    assert check(book) == ()


def test_links_that_were_put_down_lack_their_terms_which_follow_from_the_claims() -> None:
    claims = [_told(number) for number in range(12)]
    linker, again = Linker(), Linker()
    linker.add(claims)
    made = linker.incidents()
    again.restore(linker.stow())
    held = {one.claim.id: one for one in claims}
    assert any(one.links for one in made)
    for one, other in zip(made, again.incidents(), strict=True):
        assert (one.id, one.claims, one.part_of) == (other.id, other.claims, other.part_of)
        assert explained(other.links, held) == one.links
        assert all(not link.terms for link in other.links)
    assert again.stow() == linker.stow()


KILLED = """
import sys
from dateline.casebook import Keeper
from dateline.ledger import Ledger, linked
put = linked.put
def half(connection, by, parts):
    put(connection, by, dict(list(parts.items())[: len(parts) // 2]))
    print("half", flush=True)
    sys.stdin.read()
linked.put = half
with Ledger(sys.argv[1]) as book:
    Keeper(book, least=5, after=1).keep()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL to end a process with")
def test_a_program_that_is_killed_half_way_leaves_what_was_there(book: Ledger) -> None:
    _record(book, 20)
    before = _size(book)
    with subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-c", KILLED, str(book.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"half\n"
        process.send_signal(signal.SIGKILL)
    assert _size(book) == before
    assert _keep(book) == []
    assert _is_right(book)


def test_a_ledger_of_before_gains_the_room_for_it(book: Ledger) -> None:
    _change(book, "DROP TABLE linked")
    _change(book, "UPDATE alembic_version SET version_num = '0007'")
    book.close()
    with Ledger(book.path) as later:
        _record(later, 20)
        assert _keep(later) == [21]
        assert _size(later) > 0


def test_the_command_line_says_when_it_links_all(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "LONG", 2)
    progress.linking(2)
    assert "linking all 2 claims from nothing" in capsys.readouterr().err
    progress.linking(1)
    assert capsys.readouterr().err == ""


def test_why_gives_the_terms_of_an_incident_as_it_is_kept(book: Ledger) -> None:
    case = next(case for case in open_kept(book).cases.values() if len(case.told) > 1)
    shown = CliRunner().invoke(app, ["why", case.incident.id, "--ledger", str(book.path)])
    assert shown.exit_code == 0
    (one, other) = (
        open_kept(book).told[claim] for claim in (case.incident.links[0].one, case.incident.links[0].other)
    )
    for term in explain(one, other).terms:
        assert f"{term.weight:+.1f}" in shown.stdout


def test_a_judgement_taken_back_after_it_was_put_down_takes_its_incident_with_it(book: Ledger) -> None:
    claims = book.claims()
    number = book.judge(Verdict.SAME, claims[0], claims[-1], by="Ada Brook")
    assert _keep(book, after=0) == []  # puts down what holds with the judgement
    book.unjudge(number, by="Ada Brook")
    assert _keep(book) == []
    assert _is_right(book)
