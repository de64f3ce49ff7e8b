"""From a ledger to its incidents: the sample reports, asked as a user asks."""

from __future__ import annotations

import re
import shutil
from datetime import date
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner, Result

from dateline.casebook import Casebook, open_casebook
from dateline.cli.app import app
from dateline.errors import UsageError
from dateline.incidents.rules import RULES
from dateline.ledger import ClaimFilter, Ledger
from dateline.pipeline import read_reports
from dateline.records import Verdict

SAMPLES = Path(str(files("dateline") / "lexicons/samples"))


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("casebook") / "samples.ledger"
    with Ledger(path) as book:
        read_reports([SAMPLES], book)
    return path


@pytest.fixture
def ledger(samples: Path, tmp_path: Path) -> Path:
    """A copy to write in."""
    return Path(shutil.copy(samples, tmp_path / "copy.ledger"))


def casebook(path: Path, asked: ClaimFilter | None = None) -> Casebook:
    with Ledger(path, read_only=True) as book:
        return open_casebook(book, asked or ClaimFilter())


def run(*words: object) -> Result:
    return CliRunner().invoke(
        app, [str(word) for word in words], env={"COLUMNS": "100"}, catch_exceptions=False
    )


def test_each_claim_is_in_one_incident(samples: Path) -> None:
    made = casebook(samples)
    held = [claim for case in made.cases.values() for claim in case.incident.claims]
    assert sorted(held) == sorted(made.told)
    assert len(made.cases) < len(made.told)


def test_the_attack_is_the_main_incident(samples: Path) -> None:
    made = casebook(samples)
    case = made.main()
    assert case.spread.reports >= 5
    assert case.spread.parties >= 1
    assert case.summary.when is not None
    assert case.summary.when.start == date(2024, 3, 12)
    assert case.summary.where is not None
    assert case.summary.where.name == "Akureyri"
    assert [actor.name for actor in case.summary.actors] == ["Dawn Column"]


def test_what_was_said_by_a_day_does_not_change(samples: Path) -> None:
    then = casebook(samples, ClaimFilter(said_by=date(2024, 3, 14)))
    assert {t.report.id for t in then.told.values()} == {
        "01-fjord-wire",
        "02-harbour-gazette",
        "09-coast-courier",
    }
    (killed,) = (c for c in then.combined(then.main()) if (c.measure, c.victim) == ("killed", None))
    assert killed.low == 34
    assert {given.claim.report for given in killed.used} == {"02-harbour-gazette"}


def test_a_person_outranks_the_score(ledger: Path) -> None:
    before = casebook(ledger)
    case = before.main()
    first, last = (before.told[case.incident.claims[k]].claim for k in (0, -1))
    far = next(c for c in before.cases.values() if c.incident.id != case.incident.id).told[0].claim
    with Ledger(ledger) as book:
        book.judge(Verdict.DIFFERENT, first, last, by="Ada Brook")
        book.judge(Verdict.SAME, first, far, by="Ada Brook")
    after = casebook(ledger)
    held = after.containing([first.id])
    assert held is not None
    assert far.id in held.incident.claims
    assert last.id not in held.incident.claims


def test_an_id_is_looked_up_by_its_start(samples: Path) -> None:
    made = casebook(samples)
    case = made.main()
    assert made.case(case.incident.id[:9]) is case
    assert made.case(case.incident.claims[-1]) is case
    with pytest.raises(UsageError, match="no incident or claim 'zz'"):
        made.case("zz")
    with pytest.raises(UsageError, match="incidents begin with 'i'"):
        made.case("i")


def test_the_pages_say_what_they_rest_on(samples: Path) -> None:
    id_ = casebook(samples).main().incident.id
    listed = run("incidents", "--ledger", samples).stdout
    assert id_[:9] in listed
    page = run("incident", id_[:9], "--ledger", samples).stdout
    for words in (
        "WHO SAYS HOW MANY",
        "party to the conflict",
        "killed 118",
        "by the rule range",
        "Set aside",
    ):
        assert words in page
    links = run("why", id_[:9], "--ledger", samples).stdout
    assert re.search(r"time: same day\s+\+\d", links)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_answers(samples: Path, rule: str) -> None:
    assert run("incidents", "--rule", rule, "--ledger", samples).exit_code == 0
    assert rule in run("sensitivity", "--peers", "--ledger", samples).stdout
    listed = run("sensitivity", "--ledger", samples).stdout.splitlines()
    assert any(line.startswith(f"{rule} ") for line in listed) is not RULES[rule].each


def test_totals_and_what_changed(samples: Path) -> None:
    rows = run("totals", "--by", "place", "--ledger", samples).stdout
    assert re.search(r"Akureyri, ISL\s+\d", rows)
    assert "silent" in rows
    changed = run("diff", "2024-03-13", "2024-03-14", "--ledger", samples).stdout
    assert "reports: 2 → 3" in changed
    assert re.search(r"killed, all\s+≥ 17\s+34", changed), changed


def test_judging_from_the_command_line(ledger: Path) -> None:
    made = casebook(ledger)
    one, other = made.main().incident.claims[:2]
    assert run("judge", "different", one[:8], other[:8], "--by", "Ada", "--ledger", ledger).exit_code == 0
    assert "Ada" in run("judgements", "--ledger", ledger).stdout
    held = casebook(ledger).containing([one])
    assert held is not None
    assert other not in held.incident.claims
    assert run("judge", "undo", "1", "--by", "Ada", "--ledger", ledger).exit_code == 0
    assert casebook(ledger).incidents == made.incidents


def test_how_a_toll_grew(samples: Path, tmp_path: Path) -> None:
    id_ = casebook(samples).main().incident.id[:9]
    drawn = tmp_path / "toll.svg"
    page = run("history", id_, "--svg", drawn, "--ledger", samples).stdout
    assert page.index("at least 17") < page.index("34 ") < page.rindex("118")
    assert "BY THE RULE range" in page
    assert ET.fromstring(drawn.read_text("utf-8")).tag.endswith("svg")  # noqa: S314 (our own file)
    run("history", id_, "--svg", tmp_path / "again.svg", "--ledger", samples)
    assert (tmp_path / "again.svg").read_bytes() == drawn.read_bytes()
    empty = run("history", id_, "--measure", "displaced", "--ledger", samples).stdout
    assert "Nobody gives a figure of displaced" in empty


def test_the_balance_of_the_main_incident(samples: Path) -> None:
    page = run("balance", "--ledger", samples).stdout
    assert "THE BALANCE of" in page
    assert "recaptured" in page
    assert "Cannot all be true:" in page
    assert "at most" in page


def test_a_total_says_where_it_may_count_twice(samples: Path, tmp_path: Path) -> None:
    parted = tmp_path / "parted.ledger"
    shutil.copy(samples, parted)
    assert "the total counts somebody twice" not in run("totals", "--ledger", parted).stdout
    watch = next(
        t.claim.id for t in casebook(parted).told.values() if t.claim.source.name == "PRISON WATCH NORTH"
    )
    first = casebook(parted).main().incident.claims[0]
    run("judge", "different", watch, first, "--by", "A. Brook", "--ledger", parted)
    page = run("totals", "--ledger", parted).stdout
    assert "the total counts somebody twice" in page
    made = casebook(parted)
    pairs = list(made.near(made.cases.values()))
    assert all(one.incident.id != other.incident.id for one, other in pairs)
    assert made.main().incident.id in {case.incident.id for pair in pairs for case in pair}


def test_days_the_wrong_way_round_are_refused(samples: Path) -> None:
    with pytest.raises(UsageError, match="earlier day first"):
        run("diff", "2024-04-02", "2024-03-01", "--ledger", samples)
