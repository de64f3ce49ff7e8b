"""The review pages over HTTP: every judgement from a form, blind rounds, and forms that are not ours refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from ledger_builders import claims, denial, read, report, shelling
from team_builders import person, send
from workbench_server import serving

from dateline.casebook import keep
from dateline.ledger import Ledger, check
from dateline.records import Status, Verdict
from dateline.workbench.app import create_app

ONE, OTHER = report("one"), report("other")
ID = shelling(ONE).id


def made(folder: Path) -> Path:
    found = folder / "war.ledger"
    with Ledger(found) as book:
        read(book, ONE, claims(ONE))
        keep(book)
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made(tmp_path)


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, httpx.Client]]:
    """A workbench that nothing is changed in, and somebody who tries to."""
    found = made(tmp_path_factory.mktemp("still"))
    with serving(create_app(found)) as address, person(address, "Ada Brook") as client:
        yield found, client


@pytest.fixture
def address(path: Path) -> Iterator[str]:
    with serving(create_app(path)) as found:
        yield found


@pytest.fixture
def ada(address: str) -> Iterator[httpx.Client]:
    with person(address, "Ada Brook") as client:
        yield client


def said(answer: httpx.Response) -> str:
    found = re.search(r'class="said">(.*?)<', answer.text)
    return found[1] if found else answer.text


def test_the_queue_shows_what_could_move_and_is_done_with_what_was_judged(
    ada: httpx.Client, path: Path
) -> None:
    shown = ada.get("/review.json").json()["items"]
    assert (shown[0]["claim"]["id"], shown[0]["move"]["size"]) == (ID, 28)
    answer = send(ada, f"/review/claim/{ID}/accept", {"next": "/review?measure=killed"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?measure=killed")
    page = ada.get("/review").text
    assert f'id="q-{ID}"' not in page
    assert "accepted" in page
    with Ledger(path) as book:
        assert (book.reviewed()[ID].by, book.reviewed()[ID].verdict) == ("Ada Brook", Verdict.ACCEPT)


def test_every_field_is_corrected_in_one_form(ada: httpx.Client, path: Path) -> None:
    form = {
        "kind": "air_strike",
        "status": "possible",
        "when": "2031-05",
        "where": "Mill, SWE @ 60, 15",
        "precision": "near",
        "actors": "Mill Guard; Hill Brigade",
        "targets": "",
        "source": "clinic",
        "source_type": "medical",
        "figure-1-low": "30",
        "figure-1-high": "",
        "figure-1-measure": "killed",
        "figure-1-scope": "cumulative",
        "figure-1-of": "people",
        "figure-1-victim": "",
        "figure-2-strike": "1",
        "new-words": "3 May",
        "new-measure": "missing",
        "new-low": "3",
        "words": "the clinic",
        "why": "as the nurse says",
    }
    assert send(ada, f"/review/claim/{ID}/correct", form).status_code == 303
    with Ledger(path) as book:
        claim = book.claim(ID)
        assert check(book) == ()
    assert (claim.kind, claim.status, claim.targets) == ("air_strike", Status.POSSIBLE, ())
    assert claim.when is not None
    assert claim.when.precision == "month"
    assert claim.where is not None
    assert (claim.where.name, claim.where.lat, claim.where.precision) == ("Mill", 60.0, "near")
    assert [(a.name, a.actor_id) for a in claim.actors][1] == (
        "Hill Brigade",
        "hill-brigade",
    )  # kept as it was
    assert [(f.measure, f.low, f.high, f.victim) for f in claim.figures] == [
        ("killed", 30, None, None),
        ("missing", 3, None, None),
    ]
    shown = ada.get(f"/review/claim/{ID}.json").json()
    assert dict(shown["claim"]["by_person"])["where"] == "Ada Brook"
    again = send(
        ada, f"/review/claim/{ID}/correct", {"kind": "air_strike", "when": "2031-05", "where": "Mill, SWE"}
    )
    assert (again.status_code, said(again)[:20]) == (400, "Nothing was changed;")


def test_rejecting_noting_proving_and_taking_back(ada: httpx.Client, path: Path) -> None:
    for act, form in (
        ("reject", {}),
        ("note", {"note": "ask the clinic"}),
        ("proof", {"proof": "discarded", "why": "a drill"}),
    ):
        assert send(ada, f"/review/claim/{ID}/{act}", form).status_code == 303
    page = ada.get(f"/review/claim/{ID}").text
    assert "Rejected" in page
    assert "discarded, says Ada Brook" in page
    assert "ask the clinic" in page
    assert send(ada, "/review/undo/1").status_code == 303
    log = ada.get("/review/log.json").json()
    assert [(e["number"], e["verdict"], e["state"]) for e in log["entries"]][-1] == (1, "reject", "undone")
    with Ledger(path) as book:
        assert ID in {claim.id for claim in book.claims()}
        assert log["hash"] == book.log()[-1].hash


def test_marked_words_become_a_claim(ada: httpx.Client, path: Path) -> None:
    start = ONE.text.index("citing a nurse")
    marked = {"start": str(start), "end": str(start + len("citing a nurse"))}
    asked = send(ada, "/report/one/add", marked)
    assert asked.status_code == 303
    assert "<mark>citing a nurse</mark>" in ada.get(asked.headers["location"]).text
    added = send(
        ada, "/report/one/add", {**marked, "kind": "attack", "source": "nurse", "source_type": "medical"}
    )
    assert added.status_code == 303
    with Ledger(path) as book:
        (claim,) = [c for c in book.claims() if c.source.name == "nurse" and c.kind == "attack"]
        assert claim.evidence.of(ONE.text) == "citing a nurse"
        assert check(book) == ()
    beyond = ada.get("/review/add", params={"report": "one", "start": 5, "end": 99999})
    assert beyond.status_code == 400


def test_incidents_are_split_and_merged(ada: httpx.Client, path: Path) -> None:
    with Ledger(path) as book:
        read(book, OTHER, claims(OTHER))
        keep(book)
        both = book.claim(ID).id
    out = shelling(OTHER).id
    assert send(ada, f"/incident/{both}/split", {"claim": out, "why": "another day"}).status_code == 303
    with Ledger(path) as book:
        keep(book)
        assert book.judgements()[0].verdict is Verdict.DIFFERENT
    none = send(ada, f"/incident/{ID}/split", {"why": "x"})
    assert (none.status_code, "at least one" in said(none)) == (400, True)
    merged = send(ada, f"/incident/{ID}/merge", {"other": out})
    assert merged.status_code == 303
    with Ledger(path) as book:
        assert book.judgements()[-1].verdict is Verdict.SAME
        assert check(book) == ()


def test_two_coders_are_blind_until_both_have_finished(address: str, ada: httpx.Client, path: Path) -> None:
    with person(address, "Bo Vale") as bo, person(address, "Cy North") as cy:
        assert (
            send(cy, "/review/rounds", {"one": "Ada Brook", "other": "Bo Vale", "report": "one"}).status_code
            == 303
        )
        in_round = {"round": "1"}
        send(ada, f"/review/claim/{ID}/correct", {**in_round, "status": "possible", "why": "only Ada knows"})
        send(bo, f"/review/claim/{ID}/correct", {**in_round, "status": "planned"})
        send(ada, f"/review/claim/{denial(ONE).id}/accept", in_round)
        send(bo, f"/review/claim/{denial(ONE).id}/accept", in_round)
        for at in ("/review/round/1", "/review/log", "/review", f"/review/claim/{ID}?round=1"):
            for twin in (at, at.replace("?", ".json?") if "?" in at else f"{at}.json"):
                assert "only Ada knows" not in bo.get(twin).text, twin
                assert "planned →" not in ada.get(twin).text, twin
        assert "possible" in ada.get("/review/round/1.json").text
        assert "possible" not in [
            c["claim"]["status"] for c in bo.get("/review/round/1.json").json()["claims"]
        ]
        for coder in (ada, bo):
            assert send(coder, "/review/round/1/finish").status_code == 303
        shown = cy.get("/review/round/1.json").json()
        assert {f["field"]: (f["units"], f["same"]) for f in shown["fields"]}["status"] == (2, 1)
        assert [side["differences"] for side in shown["sides"]] == [[["status", "possible", "planned"]]]
        assert send(ada, "/review/round/1/take", {"claim": ID, "coder": "Ada Brook"}).status_code == 403
        assert send(cy, "/review/round/1/take", {"claim": ID, "coder": "Bo Vale"}).status_code == 303
        assert cy.get("/review/round/1.json").json()["sides"][0]["adjudicated"] == "Cy North"
    with Ledger(path) as book:
        assert book.claim(ID).status is Status.PLANNED
        assert check(book) == ()


FORGED = {
    "no token": ({}, {}, 403),
    "another's token": ({"token": "0" * 64}, {}, 403),
    "another origin": ({"token": "own"}, {"origin": "https://other.example"}, 403),
    "another site": ({"token": "own"}, {"sec-fetch-site": "cross-site"}, 403),
    "a form without end": ({"token": "own", "why": "x" * 1_100_000}, {}, 413),
}


TARGETS = (
    f"/review/claim/{ID}/accept",
    "/review/undo/1",
    "/report/one/add",
    "/account/name",
    "/review/rounds",
)


@pytest.mark.parametrize("how", FORGED)
def test_what_no_page_of_ours_sent_changes_nothing(still: tuple[Path, httpx.Client], how: str) -> None:
    path, ada = still
    form, headers, status = FORGED[how]
    own = {name: ada.headers["x-token"] if value == "own" else value for name, value in form.items()}
    for target in TARGETS:
        assert ada.post(target, data=own, headers=headers).status_code == status
    with Ledger(path) as book:
        assert book.log() == ()


def test_a_token_of_one_session_is_no_good_in_another(still: tuple[Path, httpx.Client]) -> None:
    _, ada = still
    with person(str(ada.base_url), "Bo Vale") as bo:
        answer = bo.post(f"/review/claim/{ID}/accept", data={"token": ada.headers["x-token"]})
    assert answer.status_code == 403


def test_who_has_no_name_is_asked_for_it(still: tuple[Path, httpx.Client]) -> None:
    with httpx.Client(base_url=still[1].base_url, timeout=60) as client:
        first = client.get("/review")
        assert 'action="/account/name"' in first.text
        (cookie,) = first.headers.get_list("set-cookie")
        assert "HttpOnly; SameSite=Lax" in cookie
        found = re.search(r'name="token" value="(\w+)"', first.text)
        assert found is not None
        answer = client.post(f"/review/claim/{ID}/accept", data={"token": found[1]})
        assert (answer.status_code, said(answer)[:15]) == (400, "Say who you are")


@pytest.mark.parametrize("to", ["https://other.example/", "//other.example", "/\\other.example", ""])
def test_a_form_leads_nowhere_else(still: tuple[Path, httpx.Client], to: str) -> None:
    answer = send(still[1], "/account/name", {"name": "Ada Brook", "next": to})
    assert answer.headers["location"] == "/account"


def test_every_form_that_changes_something_has_the_token(still: tuple[Path, httpx.Client]) -> None:
    _, ada = still
    for at in (
        "/review",
        f"/review/claim/{ID}",
        "/review/rounds",
        "/account",
        "/review/add?report=one&start=0&end=6",
    ):
        page = ada.get(at).text
        forms = re.findall(r'<form[^>]*method="post"[^>]*>(.{0,60})', page, re.DOTALL)
        assert forms, at
        assert all('name="token"' in form for form in forms), at


def test_a_claim_that_is_not_there_is_told(still: tuple[Path, httpx.Client]) -> None:
    _, ada = still
    assert ada.get("/review/claim/nothing").status_code == 400
    assert ada.get("/review/round/7").status_code == 404
    assert send(ada, f"/review/claim/{ID}/praise").status_code == 404
