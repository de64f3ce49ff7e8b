"""Pages as of a past day, claims taken out of an incident and what that does to the others, and a busy ledger."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from team_builders import person, send
from workbench_samples import samples
from workbench_server import serving

from dateline.casebook import is_current, open_board, open_case
from dateline.ledger import ClaimFilter, Ledger, check
from dateline.workbench.app import create_app


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(samples(), tmp_path / "copy.ledger"))


@pytest.fixture
def ada(path: Path) -> Iterator[httpx.Client]:
    with serving(create_app(path, wait_s=0.2)) as address, person(address, "Ada Brook") as client:
        yield client


def largest(path: Path) -> str:
    with Ledger(path, read_only=True) as book:
        return str(open_board(book).lines(order="claims").lines[0].id)


def test_an_incident_of_a_day_tells_what_had_been_said_by_then_and_says_so(
    ada: httpx.Client, path: Path
) -> None:
    id_ = largest(path)
    with Ledger(path, read_only=True) as book:
        days = sorted(
            {
                told.report.published_day
                for told in open_board(book).incident(id_).told
                if told.report.published_day
            }
        )
        for day in days[:-1]:
            casebook, case = open_case(book, id_, ClaimFilter(said_by=day))
            told = ada.get(f"/incident/{id_}.json?as_of={day}").json()
            assert (told["all_claims"], told["reports"]) == (len(case.told), case.spread.reports)
            assert all(claim["published"] <= str(day) for claim in told["claims"])
            killed = next(
                one for one in casebook.combined(case) if one.measure == "killed" and not one.victim
            )
            shown = next(one for one in told["measures"] if one["measure"] == "killed")["ranges"][0]
            assert (shown["low"], shown["high"]) == (killed.low, killed.high)
    page = ada.get(f"/incident/{id_}?as_of={days[0]}").text
    assert "what was said later is not on this page" in page
    assert 'id="split"' not in page
    assert 'id="split"' in ada.get(f"/incident/{id_}").text
    early = ada.get(f"/incident/{id_}?as_of=1990-01-01")
    assert (early.status_code, "nothing was known" in early.text) == (400, True)


def test_lists_of_a_day_and_the_overview_count_as_of_that_day(ada: httpx.Client, path: Path) -> None:
    id_ = largest(path)
    with Ledger(path, read_only=True) as book:
        day = min(
            told.report.published_day
            for told in open_board(book).incident(id_).told
            if told.report.published_day
        )
    line = next(one for one in ada.get(f"/incidents.json?as_of={day}").json()["lines"] if one["id"] == id_)
    told = ada.get(f"/incident/{id_}.json?as_of={day}").json()
    assert (line["claims"], line["origins"]) == (told["all_claims"], told["origins_told"])
    killed = next(one for one in line["figures"] if one[0] == "killed")
    shown = next(one for one in told["measures"] if one["measure"] == "killed")["ranges"][0]
    assert killed[1:] == [shown["low"], shown["best"], shown["high"]]
    claims = ada.get(f"/claims.json?as_of={day}").json()
    assert claims["total"] == sum(
        one["claims"] for one in ada.get(f"/incidents.json?as_of={day}").json()["lines"]
    )
    assert f"/incident/{id_}?as_of={day}" in ada.get(f"/incidents?as_of={day}").text


def test_a_split_tells_beforehand_which_others_let_go_and_afterwards_where_all_are(
    ada: httpx.Client, path: Path
) -> None:
    id_ = largest(path)
    claim = id_.removeprefix("i")
    before = ada.get(f"/incident/{id_}.json").json()["all_claims"]
    sent = {"claim": claim, "why": "another day", "preview": "1"}
    shown = send(ada, f"/incident/{id_}/split", sent)
    assert shown.status_code == 200
    counts = [int(n) for n in re.findall(r'<span class="soft">(\d+) claims?</span>', shown.text)]
    out, stay, *others = counts
    assert (out, sum(counts)) == (1, before)
    assert 0 < sum(others) < stay
    assert "Would let go as well" in shown.text
    with Ledger(path, read_only=True) as book:
        assert not book.log()  # nothing is recorded by looking
    done = send(ada, f"/incident/{id_}/split", {"claim": claim, "why": "another day"})
    assert done.status_code == 303
    for _ in range(50):
        with Ledger(path, read_only=True) as book:
            if is_current(book):
                break
    homes = ada.get(done.headers["location"].replace("?", ".json?")).json()["homes"]
    assert [(one["how"], one["claims"]) for one in homes if one["how"] != "other"] == [
        ("stay", stay),
        ("out", out),
    ]
    assert sorted(one["claims"] for one in homes if one["how"] == "other") == sorted(others)
    page = ada.get(done.headers["location"]).text
    assert page.count("let go as well, and tell") == len(others)
    with Ledger(path, read_only=True) as book:
        assert check(book) == ()


def test_a_busy_ledger_says_so_keeps_nothing_and_takes_it_when_it_is_sent_again(
    ada: httpx.Client, path: Path
) -> None:
    claim = largest(path).removeprefix("i")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    refused = send(ada, f"/review/claim/{claim}/accept", {"why": "seen"})
    assert refused.status_code == 503
    assert int(refused.headers["retry-after"]) > 0
    assert "Nothing was recorded" in refused.text
    assert "send them again" in refused.text
    other.execute("ROLLBACK")
    other.close()
    assert send(ada, f"/review/claim/{claim}/accept", {"why": "seen"}).status_code == 303
    with Ledger(path, read_only=True) as book:
        assert [entry.why for entry in book.log()] == ["seen"]


def test_what_was_reviewed_is_shown_and_asked_for(ada: httpx.Client, path: Path) -> None:
    id_ = largest(path)
    claim = id_.removeprefix("i")
    assert ada.get("/incidents.json?reviewed=yes").json()["total"] == 0
    send(ada, f"/review/claim/{claim}/accept", {"why": "seen"})
    for _ in range(100):
        if ada.get("/incidents.json?reviewed=yes").json()["total"]:
            break
    found = ada.get("/incidents.json?reviewed=yes").json()["lines"]
    assert [(one["id"], one["reviewed"]) for one in found] == [(id_, 1)]
    assert f"1 of {found[0]['claims']} reviewed" in ada.get("/incidents").text
    rows = ada.get("/claims.json?reviewed=yes").json()
    assert [(one["claim"]["id"], one["reviewed"]) for one in rows["rows"]] == [(claim, True)]
    assert ada.get("/claims.json?reviewed=no").json()["total"] == ada.get("/claims.json").json()["total"] - 1
    assert ada.get("/index.json?reviewed=yes").json()["incidents"] == 1
    assert "says all that is asked" in ada.get("/?reviewed=yes").text
    assert ada.get("/?reviewed=perhaps").status_code == 400
