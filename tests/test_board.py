"""The incident view kept in a ledger gives what linking and adding up anew give, by SQL alone."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.casebook import Casebook, is_current, keep, open_board, open_case, open_casebook
from dateline.cli.app import app
from dateline.errors import LedgerError, UsageError
from dateline.incidents import tolls
from dateline.incidents.rules import RULES
from dateline.ledger import Board, ClaimFilter, Ledger, check
from dateline.ledger.passing import has_words
from dateline.pipeline import read_reports
from dateline.records import Told, Verdict

SAMPLES = Path(str(files("dateline") / "lexicons/samples"))
FILTERS = (
    ClaimFilter(),
    ClaimFilter(kind="attack"),
    ClaimFilter(status="denied"),
    ClaimFilter(place="akureyri"),
    ClaimFilter(place="isl"),
    ClaimFilter(since=date(2024, 3, 10), until=date(2024, 3, 31)),
    ClaimFilter(source="accord"),
    ClaimFilter(source_type="government"),
    ClaimFilter(actor="COLUMN"),
    ClaimFilter(target="guards"),
    ClaimFilter(measure="killed"),
    ClaimFilter(min_confidence=0.8, place="akureyri"),
    ClaimFilter(min_confidence=0.5, sure_of=("all",)),
    ClaimFilter(kind="attack", actor="accord", measure="killed"),
    ClaimFilter(kind="attack", place="nowhere at all"),
)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("board") / "samples.ledger"
    with Ledger(path) as book:
        read_reports([SAMPLES], book)
        assert keep(book)
        assert not keep(book)
    return path


@pytest.fixture
def ledger(samples: Path, tmp_path: Path) -> Path:
    """A copy to write in."""
    return Path(shutil.copy(samples, tmp_path / "copy.ledger"))


@pytest.fixture(scope="module")
def linked(samples: Path) -> Casebook:
    with Ledger(samples, read_only=True) as book:
        return open_casebook(book)


@pytest.mark.parametrize("asked", FILTERS, ids=repr)
def test_lines_are_the_incidents_of_a_filter(samples: Path, linked: Casebook, asked: ClaimFilter) -> None:
    cases = {case.incident.id: case for case in linked.asked(asked)}
    with Ledger(samples, read_only=True) as book:
        found = Board(book).lines(asked, count=1000)
    assert found.total == len(found.lines) == len(cases)
    for line in found.lines:
        case = cases[line.id]
        summary, spread = case.summary, case.spread
        assert (line.kind, line.when, line.where) == (summary.kind, summary.when, summary.where)
        assert (line.actors, line.targets) == (summary.actors, summary.targets)
        assert line.status == summary.statuses[0]
        assert (line.claims, line.reports) == (len(case.told), spread.reports)
        assert (line.origins, line.party_origins) == (spread.origins, spread.parties)
        assert line.part_of == case.incident.part_of
        made = [
            (c.measure, c.low, c.best, c.high)
            for c in tolls.by_all_rules(case.incident, linked.told, linked.origins)
            if c.rule == "range" and c.victim is None and c.used
        ]
        assert [tuple(figure) for figure in line.figures] == made


@pytest.mark.parametrize("asked", FILTERS, ids=repr)
@pytest.mark.parametrize("rule", list(RULES))
def test_totals_count_nobody_twice(samples: Path, linked: Casebook, asked: ClaimFilter, rule: str) -> None:
    incidents = [case.incident for case in linked.asked(asked)]
    with Ledger(samples, read_only=True) as book:
        found = Board(book).totals(asked, rule, ("killed", "injured"))
    for total in found:
        rows = tolls.totals(incidents, linked.told, rule, measure=total.measure, origins=linked.origins)
        if not rows:
            assert (total.low, total.best, total.high, total.with_figure) == (None, None, None, 0)
            continue
        (row,) = rows
        assert (total.low, total.best, total.high) == (row.low, row.best, row.high)
        assert (total.with_figure, total.without_figure) == (row.incidents - row.silent, row.silent)


def test_silence_is_unknown_but_0_dead_by_the_rule_that_is_acleds(samples: Path) -> None:
    """Of incidents of which nobody tells the dead; by ACLED's rule too, the injured stay open."""
    asked = ClaimFilter(kind="displacement")
    with Ledger(samples, read_only=True) as book:
        board = Board(book)
        for rule in RULES:
            killed, injured = board.totals(asked, rule)
            expected = 0 if rule == "acled" else None
            assert (killed.low, killed.best, killed.high) == (expected, expected, expected), rule
            assert (injured.low, injured.best, injured.high) == (None, None, None), rule
            assert (killed.with_figure, killed.without_figure) == (0, 1)
            (period,) = board.periods(asked, rule, by="year")
            assert (period.low, period.high) == (expected, expected)


def test_periods_and_points_add_up_to_the_total(samples: Path) -> None:
    with Ledger(samples, read_only=True) as book:
        board = Board(book)
        (total,) = board.totals(measures=("killed",))
        for by in ("day", "month", "year"):
            periods = board.periods(by=by)
            assert sum(p.incidents for p in periods) == total.with_figure + total.without_figure
            assert sum(p.low or 0 for p in periods) == total.low
            assert [p.start for p in periods if p.start] == sorted(p.start for p in periods if p.start)
            assert periods[-1].start is None
        points = board.points()
        assert {p.name for p in points} >= {"Akureyri", "Selfoss"}
        assert sum(p.low or 0 for p in points) <= (total.low or 0)
        with pytest.raises(UsageError, match="day, month, year"):
            board.periods(by="week")


def test_facets_say_how_many_incidents_would_be_left(samples: Path) -> None:
    with Ledger(samples, read_only=True) as book:
        board = Board(book)
        for asked in (ClaimFilter(), ClaimFilter(place="akureyri"), ClaimFilter(measure="killed")):
            for name, words in board.facets(asked).items():
                for word, count in words:
                    left = board.lines(replace(asked, **{name: word})).total  # type: ignore[arg-type]
                    # A place or an actor is asked for by a part of its name, which others may have too.
                    assert left == count or (name in {"place", "actor"} and left > count), (name, word)


def test_orders_and_slices(samples: Path) -> None:
    with Ledger(samples, read_only=True) as book:
        board = Board(book)
        whole = board.lines(count=1000).lines
        assert board.lines(start=3, count=4).lines == whole[3:7]
        days = [line.when.start for line in whole if line.when]
        assert days == sorted(days, reverse=True)
        assert all(line.when is None for line in whole[len(days) :])
        assert board.lines(order="origins").lines[0].origins == max(line.origins for line in whole)
        assert board.lines(order="claims").lines[0].claims == max(line.claims for line in whole)
        killed = [
            next((f.low for f in line.figures if f.measure == "killed"), None)
            for line in board.lines(order="toll").lines
        ]
        assert killed[0] == max(low for low in killed if low is not None)
        with pytest.raises(UsageError, match="toll"):
            board.lines(order="size")


def test_words_are_looked_for_in_reports(samples: Path, linked: Casebook) -> None:
    def having(*words: str) -> set[str]:
        def has(told: Told) -> bool:
            text = f"{told.report.headline} {told.report.text}".lower()
            return all(word in text for word in words)

        return {str(c.incident.id) for c in linked.cases.values() if any(map(has, c.told))}

    with Ledger(samples, read_only=True) as book:
        board = Board(book)

        def found(words: str) -> set[str]:
            return {line.id for line in board.lines(ClaimFilter(words=words), count=1000).lines}

        assert found("rioted") == having("rioted") != set()
        assert found("Selfoss rioted") == having("rioted", "selfoss")
        assert found('"prison watch"') == having("prison watch") != set()
        assert found("selfo*") == having("selfo")
        assert found("nothingofthekind") == set()
        for hostile in ('"', "* ^", "NEAR(", '") OR ("', "-", "a:b", "headline:riot", "' --"):
            if any(letter.isalnum() for letter in hostile):
                found(hostile)
            else:
                with pytest.raises(UsageError, match="no word"):
                    found(hostile)
        claims = book.claims(ClaimFilter(words="selfoss"))
        assert {claim.report for claim in claims} == {
            t.report.id for t in linked.told.values() if "selfoss" in t.report.text.lower()
        }


def test_one_incident_is_opened_without_the_rest(samples: Path, linked: Casebook) -> None:
    with Ledger(samples, read_only=True) as book:
        for id_, case in linked.cases.items():
            kept, opened = open_case(book, id_[:9])
            assert opened.told == case.told
            assert opened.summary == case.summary
            assert opened.spread == case.spread
            assert (opened.incident.claims, opened.incident.part_of) == (
                case.incident.claims,
                case.incident.part_of,
            )
            assert opened.parts == case.parts
            pairs = [(link.one, link.other, link.verdict) for link in case.incident.links]
            assert [(link.one, link.other, link.verdict) for link in opened.incident.links] == pairs
            for rule in RULES:
                assert kept.combined(opened, rule) == linked.combined(case, rule)
            by_claim = open_case(book, case.incident.claims[-1])[1]
            assert by_claim.incident.id == id_
        for wrong in ("", "zzzz", "i"):
            with pytest.raises(UsageError) as kept_says:
                open_case(book, wrong)
            with pytest.raises(UsageError) as linked_says:
                linked.case(wrong)
            assert Counter(str(kept_says.value)) == Counter(str(linked_says.value))


def test_a_judgement_makes_the_view_stale_and_keeping_mends_it(ledger: Path) -> None:
    with Ledger(ledger) as book:
        board = Board(book)
        assert not board.is_stale()
        line = next(line for line in board.lines(order="claims").lines if line.claims > 1)
        one, other = (t.claim for t in board.incident(line.id).told[:2])
        number = book.judge(Verdict.DIFFERENT, one, other, by="A. Reader")
        assert board.is_stale()
        assert not is_current(book)
        assert keep(book)
        assert not board.is_stale()
        assert board.incident(one.id).incident.id != board.incident(other.id).incident.id
        book.unjudge(number, by="A. Reader")
        assert open_board(book).incident(one.id).incident.id == line.id
        assert check(book) == ()


def run(*words: object) -> str:
    done = CliRunner().invoke(app, [str(word) for word in words], env={"COLUMNS": "120"})
    assert done.exit_code == 0 or isinstance(done.exception, UsageError), done.output
    return f"{done.output}{done.exception or ''}"


@pytest.mark.parametrize(
    "words",
    [
        ("incidents",),
        ("incidents", "--rule", "acled", "--place", "akureyri"),
        ("incidents", "--words", "prison watch", "--source-type", "report"),
        ("incidents", "--words", '"prison watch" says*', "--measure", "killed"),
        ("incident", "i282c9"),
        ("incident", "i282c9", "--rule", "majority"),
        ("incident", "nothing"),
        ("totals", "--by", "place"),
        ("totals", "--by", "month", "--measure", "injured", "--rule", "latest"),
        ("totals", "--of", "civilian"),
        ("totals", "--by", "kind", "--actor", "column"),
        ("sensitivity",),
        ("sensitivity", "--peers", "--place", "akureyri"),
        ("balance",),
        ("balance", "--place", "akureyri"),
        ("history", "i282c9"),
        ("history", "i282c9", "--measure", "injured", "--rule", "acled"),
    ],
    ids=" ".join,
)
def test_the_kept_view_answers_as_linking_anew_does(
    samples: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """Byte for byte; a ledger that says that its view is of another edition is linked anew."""
    anew = Path(shutil.copy(samples, tmp_path / "anew.ledger"))
    with Ledger(anew) as book, book.writing() as connection:
        connection.exec_driver_sql("UPDATE kept SET by = 'another'")
    with Ledger(samples, read_only=True) as book:
        first = Board(book).lines(order="claims").lines[0].id
    asked = [first[:9] if word == "i282c9" else word for word in words]
    answer = run(*asked, "--ledger", samples)
    assert answer == run(*asked, "--ledger", anew)
    assert len(answer) > 40


def test_words_pass_in_a_report_as_they_do_in_the_index(samples: Path) -> None:
    with Ledger(samples, read_only=True) as book:
        reports = book.reports()
        for words in (
            "rioted",
            "RIOTED selfoss",
            '"prison watch"',
            '"watch prison"',
            "pris*",
            "prison's",
            "x y",
        ):
            asked = ClaimFilter(words=words)
            having = {report.id for report in reports if has_words(report, asked)}
            told = {claim.report for claim in book.claims()}
            assert {claim.report for claim in book.claims(asked)} == having & told, words


def test_a_view_of_another_edition_is_made_again(ledger: Path) -> None:
    with Ledger(ledger) as book:
        with book.writing() as connection:
            connection.exec_driver_sql("UPDATE kept SET by = 'another'")
        assert not is_current(book)
        assert keep(book)
        assert is_current(book)
    with Ledger(ledger, read_only=True) as book:
        assert not keep(book)
    with Ledger(ledger) as book, book.writing() as connection:
        connection.exec_driver_sql("DELETE FROM kept")
    with Ledger(ledger, read_only=True) as book:
        assert open_board(book).is_stale()
        with pytest.raises(LedgerError, match="read-only"):
            keep(book)
