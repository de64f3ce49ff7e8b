"""`dateline gazetteer search` and `dateline about`: reasons, order, what would be taken, sources and credits."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dateline.cli import app
from dateline.errors import UsageError
from dateline.lexicons import load
from dateline.lexicons.gazetteer import Gazetteer, Place, open_gazetteer
from dateline.lexicons.gazetteer_search import above, reason, search
from dateline.lexicons.sources import sources
from dateline.mentions.places.alone import alone


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def run(*words: object) -> Result:
    return CliRunner().invoke(app, list(map(str, words)), env={"COLUMNS": "120"}, catch_exceptions=False)


def found(*words: object) -> dict[str, Any]:
    got: dict[str, Any] = json.loads(run("gazetteer", "search", *words, "--json").stdout)
    return got


@pytest.mark.parametrize(
    ("name", "country", "way", "place"),
    [
        ("Tripoli", None, "name", "gn:2210247"),
        ("Raqqa", None, "name", "gn:172955"),
        ("al-Raqqa", None, "article", "gn:172955"),
        ("Hassakeh", "SYR", "other", "gn:173811"),
        ("Shaddadii", "SYR", "spelling", None),
        ("Syria", None, "name", "iso:SYR"),
    ],
)
def test_a_candidate_has_its_reason(
    gazetteer: Gazetteer, name: str, country: str | None, way: str, place: str | None
) -> None:
    candidates = search(gazetteer, name, [country] if country else [])
    assert candidates
    assert place is None or way in {c.way for c in candidates if c.place.id == place}
    assert way in {c.way for c in candidates}


def test_spelling_asks_for_a_country(gazetteer: Gazetteer) -> None:
    assert search(gazetteer, "Shaddadii") == ()


def test_a_country_keeps_out_the_rest(gazetteer: Gazetteer) -> None:
    assert {c.place.country for c in search(gazetteer, "Tripoli", ["LBN"])} == {"LBN"}


def test_what_a_place_lies_in_ends_with_its_country(gazetteer: Gazetteer) -> None:
    raqqa = gazetteer.place("gn:172955")
    assert raqqa is not None
    chain = above(raqqa, gazetteer)
    assert [p.kind for p in chain][-2:] == ["admin1", "country"]
    assert chain[-1].id == "iso:SYR"


def test_a_circle_of_parents_ends() -> None:
    class Circle(Gazetteer):
        def __init__(self) -> None:
            self.place = self._place  # type: ignore[assignment]  # no file, no cache

        def _place(self, place_id: str) -> Place | None:
            other = {"gn:1": "gn:2", "gn:2": "gn:1"}.get(place_id)
            return Place(place_id, "X", None, None, 0, 0, "city", 0, other, 0) if other else None

    circle = Circle()
    start = circle.place("gn:1")
    assert start is not None
    assert [p.id for p in above(start, circle)] == ["gn:2"]


@pytest.mark.parametrize(
    ("name", "country", "taken", "why"),
    [
        ("Tripoli", None, "gn:2210247", "people"),
        ("Tripoli", "LBN", "gn:266826", "spoken of"),
        ("Syria", None, "iso:SYR", "a country"),
        ("Al-Hol camp", None, "dl:al-hol-camp-syr", "a site"),
        ("Qwzzxyv", None, None, "nothing bears"),
        ("Qwzzxyv", "SYR", None, "nothing bears"),
        ("Atmeh", None, None, "no country is spoken of"),
        ("Atmeh", "SYR", "gn:172370", "spoken of"),
    ],
)
def test_what_a_name_alone_means(
    gazetteer: Gazetteer, name: str, country: str | None, taken: str | None, why: str
) -> None:
    got = alone(name, gazetteer, country)
    assert (got.place.id if got.place else None) == taken
    assert why in got.why


def test_reason_of_a_spelling() -> None:
    place = Place("gn:1", "Shaddadi", "SYR", None, 36, 40, "city", 0, None, 0)
    assert reason(place, "Shadadi", spelt=True)[0] == "spelling"


def test_the_command_shows_the_one_that_would_be_taken_first() -> None:
    got = run("gazetteer", "search", "Tripoli", "--country", "Lebanon")
    lines = got.stdout.splitlines()
    assert got.exit_code == 0
    assert lines[2].startswith("*  Tripoli")
    assert "gn:266826" in lines[2]
    assert "would be Tripoli (gn:266826, LBN)" in lines[-1]


def test_the_command_as_json() -> None:
    got = found("Springfield", "--limit", 2)
    assert got["count"] > 10
    assert len(got["candidates"]) == 2
    assert set(got["candidates"][0]) == {*Place._fields, "way", "why", "above"}
    assert got["because"]


def test_a_limit_is_told() -> None:
    assert re.search(r"\d+ more; --limit \d+ shows them all", run("gazetteer", "search", "San José").stdout)


def test_a_name_that_nothing_bears_is_no_error() -> None:
    got = run("gazetteer", "search", "Qwzzxyv")
    assert got.exit_code == 0
    assert "would stay without a place: nothing bears this name" in got.stdout


def test_a_country_that_is_none_is_named_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"did you mean Syria \(SYR\)"):
        run("gazetteer", "search", "Atmeh", "--country", "Siria")


def test_about_names_every_source_and_credit() -> None:
    got = run("about")
    assert got.exit_code == 0
    for source in sources():
        assert source.name.split()[0] in got.stdout
        assert source.credit in got.stdout


def test_about_as_json() -> None:
    got = json.loads(run("about", "--json").stdout)
    assert {"dateline", "python", "spacy", "model", "gazetteer", "sources", "workbench"} == set(got)
    assert got["gazetteer"] is None
    gazetteer = next(s for s in got["sources"] if s["name"] == "GeoNames")
    assert gazetteer["licence"] == "CC BY 4.0"
    assert gazetteer["files"][0]["entries"] > 300_000


LEXICONS = files("dateline.lexicons")


def test_every_data_file_has_a_source() -> None:
    there = {f.name for f in LEXICONS.iterdir() if f.name.endswith((".toml", ".gz"))}
    named = {name for entry in load("sources")["source"] for name in entry["files"]}
    assert there == named, "sources.toml must list each data file of lexicons/, and no other"


def test_sources_and_the_page_on_sources_tell_the_same() -> None:
    page = (LEXICONS / "SOURCES.md").read_text("utf-8")
    told = {url.rstrip("/") for url in re.findall(r"https?://[^\s),:;]+[^\s),:;.]", page)}
    listed = {entry["url"].rstrip("/") for entry in load("sources")["source"]} - {""}
    assert listed <= told, "sources.toml has addresses that SOURCES.md lacks"
    assert told <= listed, "SOURCES.md has addresses that sources.toml lacks"


@pytest.mark.parametrize("entry", load("sources")["source"], ids=lambda entry: str(entry["name"]))
def test_a_source_is_whole(entry: dict[str, Any]) -> None:
    assert set(entry) == {"name", "url", "licence", "read", "through", "files", "credit"}
    assert entry["licence"]
    assert re.fullmatch(r"20\d\d-\d\d", entry["read"])
    assert entry["credit"] or "CC BY 4.0" not in entry["licence"], "this licence asks for credit"
