"""A ledger served to a team: who is not signed in sees nothing, roles hold, passwords are kept as hashes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import httpx
import pytest
from ledger_builders import claims, read, report, shelling
from team_builders import PASSWORD, member, send, token
from typer.testing import CliRunner
from workbench_server import serving

from dateline.casebook import keep
from dateline.cli.app import app
from dateline.errors import UsageError
from dateline.ledger import Ledger
from dateline.workbench.app import create_app
from dateline.workbench.door import roles
from dateline.workbench.team import SESSION_AGE, TRIES, WITHIN, Accounts, TooManyTriesError

ONE = report("one")
ID = shelling(ONE).id


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("team") / "war.ledger"
    with Ledger(found) as book:
        read(book, ONE, claims(ONE))
        keep(book)
    accounts = Accounts(found)
    for role in roles():
        accounts.add(f"the {role}", role, PASSWORD)
    return found


@pytest.fixture(scope="module")
def address(path: Path) -> Iterator[str]:
    with serving(create_app(path, keeper=Accounts(path))) as found:
        yield found


@pytest.fixture
def nobody(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=60) as client:
        yield client


@pytest.mark.parametrize("at", ["/", "/review", "/incidents", "/account", "/api", f"/review/claim/{ID}"])
def test_who_is_not_signed_in_sees_nothing(nobody: httpx.Client, at: str) -> None:
    answer = nobody.get(at)
    assert (answer.status_code, answer.headers["location"][:14]) == (303, "/sign-in?next=")
    twin = nobody.get("/index.json" if at == "/" else f"{at}.json")
    assert (twin.status_code, "Vardo" in twin.text) == (401, False)
    assert nobody.post(f"/review/claim/{ID}/accept").status_code == 401


def test_signing_in_leads_back_and_out_again(nobody: httpx.Client, address: str) -> None:
    assert "Vardo" not in nobody.get("/sign-in").text
    before = nobody.cookies["dateline_session"]
    form = {"token": token(nobody, "/sign-in"), "name": "THE coder", "password": PASSWORD, "next": "/review"}
    answer = nobody.post("/sign-in", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")
    assert "httponly" in answer.headers["set-cookie"].lower()
    session = nobody.cookies["dateline_session"]
    assert session != before  # what was handed out before is worth nothing
    assert nobody.get("/review").status_code == 200
    assert nobody.get("/account.json").json()["name"] == "the coder"
    nobody.headers["x-token"] = token(nobody)
    assert send(nobody, "/sign-out").status_code == 303
    with httpx.Client(base_url=address, cookies={"dateline_session": session}) as old:
        assert old.get("/review").status_code == 303


MAY = {
    f"/review/claim/{ID}/note": ({"note": "x"}, "judge"),
    "/incident/none/merge": ({"other": "none"}, "link"),
    "/incident/none/split": ({}, "link"),
    "/review/rounds": ({"one": "a", "other": "a"}, "adjudicate"),
    "/review/round/9/take": ({"coder": "a"}, "adjudicate"),
}


@pytest.mark.parametrize("role", ["reader", "coder", "reviewer", "admin"])
def test_each_role_may_what_its_table_says(address: str, role: str) -> None:
    with member(address, f"the {role}") as client:
        for target, (form, what) in MAY.items():
            allowed = send(client, target, form).status_code != 403
            assert allowed is (what in roles()[role]), (role, target)
        account = client.get("/account.json").json()
        assert {line["role"]: set(line["may"]) for line in account["roles"]} == {
            r: set(m) for r, m in roles().items()
        }
        assert bool(account["accounts"]) is (role == "admin")


def test_a_coder_takes_back_only_what_is_theirs(address: str, path: Path) -> None:
    with member(address, "the admin") as admin, member(address, "the coder") as coder:
        send(admin, f"/review/claim/{ID}/note", {"note": "of the admin"})
        with Ledger(path) as book:
            number = book.log()[-1].number
            assert book.log()[-1].by == "the admin"
        assert send(coder, f"/review/undo/{number}").status_code == 403
        assert send(admin, f"/review/undo/{number}").status_code == 303


def test_nobody_goes_by_another_name(address: str, path: Path) -> None:
    with member(address, "the coder") as client:
        send(client, f"/review/claim/{ID}/note", {"note": "mine", "by": "the admin"})
        assert send(client, "/account/name", {"name": "the admin"}).status_code == 404
    with Ledger(path) as book:
        assert book.log()[-1].by == "the coder"


# ------------------------------------------------------------------------------------------------ the file


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = datetime(2031, 5, 4, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path, clock: Clock) -> Accounts:
    made = Accounts(tmp_path / "a.ledger", clock)
    made.add("Ada Brook", "coder", PASSWORD)
    return made


def test_the_file_holds_neither_passwords_nor_sessions(accounts: Accounts) -> None:
    session = accounts.sign_in("ada brook", PASSWORD, "here")
    assert session is not None
    found = accounts.who(session)
    assert found is not None
    assert (found.name, found.role) == ("Ada Brook", "coder")
    held = accounts.path.read_bytes()
    assert PASSWORD.encode() not in held
    assert session.encode() not in held
    assert b"$argon2id$" in held
    assert accounts.path.stat().st_mode & 0o077 == 0


def test_a_session_ends(accounts: Accounts, clock: Clock) -> None:
    session = accounts.sign_in("Ada Brook", PASSWORD, "here") or ""
    clock.now += SESSION_AGE - timedelta(seconds=1)
    assert accounts.who(session)
    clock.now += timedelta(seconds=2)
    assert accounts.who(session) is None


@pytest.mark.parametrize("act", ["disable", "password", "sign out"])
def test_sessions_end_with_what_gave_them(accounts: Accounts, act: str) -> None:
    session = accounts.sign_in("Ada Brook", PASSWORD, "here") or ""
    if act == "disable":
        accounts.disable("ADA BROOK")
        assert accounts.sign_in("Ada Brook", PASSWORD, "here") is None
    elif act == "password":
        accounts.set_password("Ada Brook", PASSWORD * 2)
        assert accounts.sign_in("Ada Brook", PASSWORD, "here") is None
    else:
        accounts.sign_out(session)
    assert accounts.who(session) is None


def test_too_many_wrong_passwords_have_to_wait(accounts: Accounts, clock: Clock) -> None:
    for _ in range(TRIES):
        assert accounts.sign_in("Ada Brook", "wrong", "there") is None
    with pytest.raises(TooManyTriesError):
        accounts.sign_in("Ada Brook", PASSWORD, "elsewhere")
    clock.now += WITHIN + timedelta(seconds=1)
    assert accounts.sign_in("Ada Brook", PASSWORD, "there")


@pytest.mark.parametrize(
    ("name", "role", "password", "wrong"),
    [
        ("ada  BROOK", "coder", PASSWORD, "there is an account"),
        (" ", "coder", PASSWORD, "needs a name"),
        ("Bo", "king", PASSWORD, "no role 'king'"),
        ("Bo", "coder", "short", "at least 12"),
    ],
)
def test_accounts_that_make_no_sense_are_refused(
    accounts: Accounts, name: str, role: str, password: str, wrong: str
) -> None:
    with pytest.raises(UsageError, match=wrong):
        accounts.add(name, role, password)
    assert [one.name for one in accounts.list()] == ["Ada Brook"]


def test_each_role_may_what_the_one_before_may() -> None:
    ranks = list(roles().values())
    assert all(less < more for less, more in pairwise(ranks))


def test_accounts_are_kept_from_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "b.ledger"
    Ledger(path).close()

    def run(*words: str, typed: str = "") -> str:
        result = CliRunner().invoke(
            app, ["accounts", *words, "--ledger", str(path)], input=typed, catch_exceptions=False
        )
        assert result.exit_code == 0
        return result.stdout

    run("add", "Bo", "--role", "admin", typed=f"{PASSWORD}\n")
    assert "admin" in run("list")
    run("disable", "bo")
    assert "disabled" in run("list")
    run("password", "Bo", typed=f"{PASSWORD} again\n")
    assert Accounts(path).sign_in("Bo", f"{PASSWORD} again", "here")
    with sqlite3.connect(path) as ledger:
        assert ("account",) not in ledger.execute("SELECT name FROM sqlite_master").fetchall()
    ledger.close()


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (["serve", "--host", "0.0.0.0"], "served on this computer only"),  # noqa: S104 (it is refused)
        (["serve", "--team", "--no-open"], "nobody could sign in"),
        (["accounts", "list"], "no ledger"),
    ],
)
def test_what_would_let_strangers_in_is_refused(tmp_path: Path, words: list[str], wrong: str) -> None:
    with pytest.raises(UsageError, match=wrong):
        CliRunner().invoke(app, [*words, "--ledger", str(tmp_path / "c.ledger")], catch_exceptions=False)
