"""The workbench without a browser: pages, their twins, what is refused, and the words of the interface."""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import httpx
import ledger_builders as build
import pytest
from workbench_server import workbench

from dateline.casebook.keeping import keep
from dateline.errors import LedgerError
from dateline.ledger import Ledger
from dateline.workbench import words
from dateline.workbench.app import create_app
from dateline.workbench.twins import MENU, twin

HERE = Path(str(files("dateline.workbench")))
TEMPLATES = sorted((HERE / "templates").rglob("*.html"))
CODE = sorted(HERE.rglob("*.py"))
# Letters in a template that are no words: the names of things in HTML, and dateline's own.
TAGS = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->|<[^>]*>|&\w+;", re.DOTALL)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    path = tmp_path_factory.mktemp("workbench") / "war.ledger"
    with Ledger(path) as book:
        build.read(book, build.report(), build.claims(build.report()))
        keep(book)
    with workbench(path) as made:
        yield made


def test_a_ledger_that_is_not_there_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger"):
        create_app(tmp_path / "none.ledger")


def test_every_page_of_the_menu_answers_and_names_its_twin(client: httpx.Client) -> None:
    shown = re.findall(r'<a href="([^"]*)"', client.get("/").text.partition("</nav>")[0])
    assert shown[0] == "/"
    assert [path for _, path in MENU if path in shown] == shown
    for path in (*shown, "/api"):
        got = client.get(path)
        assert got.status_code == 200, path
        assert got.text.startswith("<!doctype html>")
        assert f'href="{twin(path)}"' in got.text
        assert client.get(twin(path)).headers["content-type"] == "application/json"


def test_every_answer_bars_other_hosts(client: httpx.Client) -> None:
    for path in ("/", "/index.json", "/assets/workbench.css", "/nothing", "/?since=May"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy


def test_another_name_for_this_computer_is_refused(client: httpx.Client) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/nothing", 404, "Nothing stands at /nothing"),
        ("/?kind=bombng", 400, "did you mean bombing?"),
        ("/?rule=mean", 400, "there is no such rule"),
        ("/?since=May", 400, "is no day; write it as 2024-03-12"),
        ("/?confidence=2", 400, "less than or equal to 1"),
        ("/assets/..%2Fapp.py", 404, "Nothing stands"),
    ],
)
def test_what_cannot_be_asked_is_told(client: httpx.Client, address: str, status: int, says: str) -> None:
    page = client.get(address)
    assert page.status_code == status
    assert says in page.text
    assert "text/html" in page.headers["content-type"]
    path, _, query = address.partition("?")
    as_json = client.get(f"{twin(path)}?{query}")
    assert as_json.status_code == status
    assert as_json.json()["error"]


def test_hostile_words_stay_words(client: httpx.Client) -> None:
    got = client.get("/", params={"place": "<script>alert(1)</script>"})
    assert "<script>alert" not in got.text
    assert "<script>alert" not in client.get("/<script>alert(1)</script>").text


def test_an_address_without_a_term_and_one_with_it_empty_ask_the_same(client: httpx.Client) -> None:
    assert (
        client.get("/index.json?kind=&since=&confidence=&rule=&start=").json()
        == client.get("/index.json").json()
    )


def test_shipped_files_are_packed_and_kept(client: httpx.Client) -> None:
    address = re.findall(r'href="(/assets/workbench\.css\?v=\w+)"', client.get("/").text)[0]
    got = client.get(address)
    assert "immutable" in got.headers["cache-control"]
    assert got.headers["content-encoding"] == "gzip"
    assert ":root" in got.text


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_words_of_their_own(path: Path) -> None:
    left = TAGS.sub(" ", path.read_text("utf-8"))
    assert re.findall(r"[A-Za-z]{2,}", left) == []
    named = re.findall(
        r'(?:aria-label|placeholder|title|alt)="([^"{]*[A-Za-z]{2}[^"{]*)"', path.read_text("utf-8")
    )
    assert named == []


def test_every_key_that_is_used_has_words() -> None:
    used = set()
    for path in [*TEMPLATES, *CODE]:
        used |= set(
            re.findall(
                r'\b(?:t|words|say|find)\(\s*["\'](\w+(?:\.\w+)+)["\']\s*[,)]', path.read_text("utf-8")
            )
        )
    assert len(used) > 20
    for key in used:
        assert words.find(key), key


def test_no_template_has_a_style_or_a_script_inside() -> None:
    for path in TEMPLATES:
        text = path.read_text("utf-8")
        assert not re.search(r"\sstyle=|<style|\son\w+=", text), path.name
        assert re.findall(r'<script(?![^>]*(?:src="\{\{ asset|type="application/json"))', text) == [], (
            path.name
        )


def test_shipped_files_are_those_that_were_reviewed() -> None:
    told = tomllib.loads((HERE / "assets.toml").read_text("utf-8"))["asset"]
    listed = {file["name"]: file["sha256"] for asset in told for file in asset["files"]}
    for name, mark in listed.items():
        assert hashlib.sha256((HERE / "assets" / name).read_bytes()).hexdigest() == mark, name
    sources = (HERE / "SOURCES.md").read_text("utf-8")
    assert [path.name for path in (HERE / "assets").iterdir() if path.name not in sources] == []
    assert listed.keys() <= set(re.findall(r"[\w.-]+\.(?:json|js|css)", sources))
