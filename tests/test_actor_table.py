"""The actor table: every row complete, every link alive, no name for two actors; and what it answers."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from typer.testing import CliRunner

from dateline.cli import app
from dateline.lexicons import load
from dateline.mentions.actors.folding import pieces
from dateline.mentions.actors.rows import Row, by_id, codes, parts, rows, successors
from dateline.mentions.actors.search import search
from dateline.mentions.actors.tables import named, tables

TYPES = frozenset(load("actor_columns")["type"])
TABLE = rows()
REVIEWED = [row for row in TABLE if not row.id.startswith(("ucdp-", "outlet-"))]


def test_the_table_is_as_large_as_promised() -> None:
    named = [row for row in TABLE if not row.id.startswith("outlet-")]
    assert len(named) >= 1800
    assert len(REVIEWED) >= 780


def test_ids_and_names_are_borne_once() -> None:
    assert {i: n for i, n in Counter(row.id for row in TABLE).items() if n > 1} == {}
    names = Counter(pieces(row.actor.name) for row in TABLE if not row.id.startswith("outlet-"))
    assert {" ".join(name): n for name, n in names.items() if n > 1} == {}


def test_columns_hold_words_of_their_vocabularies() -> None:
    words = load("actor_columns")
    for row in TABLE:
        assert row.actor.type in TYPES, row.id
        assert row.acled is None or str(row.acled) in words["acled"], row.id
        assert row.plover in words["plover"], row.id
        assert row.source in {"own", "ucdp", "phoenix"}, row.id
        assert row.actor.country in {None, *row.countries[:1]}, row.id


def test_every_armed_or_official_actor_has_an_acled_kind() -> None:
    assert [row.id for row in TABLE if row.acled is None and row.actor.type not in {"person", "other"}] == []


def test_countries_are_codes_that_a_state_bears() -> None:
    known = {*tables().by_country, *(row["country"] for row in load("states")["region"])}
    assert {c for row in TABLE for c in row.countries} - known == set()


def test_links_point_to_rows_and_never_to_themselves() -> None:
    known = by_id()
    for row in TABLE:
        links = (*row.follows, *row.part_of)
        assert [link for link in links if link not in known] == [], row.id
        assert row.id not in links


def test_nobody_is_part_of_its_own_part() -> None:
    known = by_id()
    for row in TABLE:
        above = {row.id}
        level = row.part_of
        while level:
            assert above.isdisjoint(level), row.id
            above.update(level)
            level = tuple(link for name in level for link in known[name].part_of)


def test_years_are_in_order() -> None:
    for row in TABLE:
        first, last = row.years
        assert last is None or first is None or first <= last, row.id
        assert all(year is None or 1700 <= year <= 2026 for year in row.years), row.id


def test_whoever_follows_came_no_sooner() -> None:
    known = by_id()
    for row in TABLE:
        for link in row.follows:
            assert (known[link].years[0] or 0) <= (row.years[0] or 2026), (row.id, link)


def test_a_number_of_the_set_stands_for_two_rows_only_where_they_are_linked() -> None:
    bearers: dict[int, list[Row]] = {}
    for row in TABLE:
        for number in row.ucdp:
            bearers.setdefault(number, []).append(row)
    for number, shared in bearers.items():
        linked = {link for row in shared for link in (*row.follows, *row.part_of)}
        assert len(shared) == 1 or all(
            row.id in linked or linked & {*row.follows, *row.part_of} for row in shared
        ), number


def test_local_names_have_a_country_to_count_in() -> None:
    assert [name.written for name in named() if name.how == "local" and not name.countries] == []


def test_a_body_of_several_states_has_no_country_of_its_own() -> None:
    shared = [row for row in TABLE if row.actor.type in {"international_organisation", "coalition"}]
    assert [row.id for row in shared if row.actor.country] == []


def test_no_row_lists_a_name_twice() -> None:
    for row in REVIEWED:
        listed = [*row.aliases, *row.local]
        assert len(listed) == len(set(listed)), row.id


LINKS = (
    ("nusra-front", "hayat-tahrir-al-sham"),
    ("salafist-group-for-preaching-and-combat", "al-qaeda-in-the-islamic-maghreb"),
    ("janjaweed", "rapid-support-forces"),
)


@pytest.mark.parametrize(("before", "after"), LINKS)
def test_links_are_told_from_both_ends(before: str, after: str) -> None:
    assert before in by_id()[after].follows
    assert after in successors(before)
    assert "al-qassam-brigades" in parts("hamas")


SEARCHES = (
    ("JNIM", None, "Jama'at Nusrat al-Islam wal-Muslimin", True),
    ("SLA", "SDN", "Sudan Liberation Movement/Army", True),
    ("SLA", "LBN", "South Lebanon Army", True),
    ("Kenyan police", None, "Kenyan police", True),
    ("Malian army", None, "Malian Army", True),
    ("Lashkar-e-Taiba", "IND", "Lashkar-e-Taiba", True),
    ("Hezbolah", None, "Hezbollah", False),
)


@pytest.mark.parametrize(("name", "country", "expected", "taken"), SEARCHES)
def test_search_puts_first_whom_a_report_would_mean(
    name: str, country: str | None, expected: str, taken: bool
) -> None:
    first = search(name, country)[0]
    assert (first.actor.name, first.taken) == (expected, taken)
    assert first.why


def test_a_local_name_is_taken_nowhere_else() -> None:
    assert len(search("SLA")) >= 3
    assert not any(candidate.taken for candidate in search("SLA"))
    assert search("no such people at all") == ()
    assert search("...") == ()


def test_codes_follow_from_types() -> None:
    assert codes("rebel") == (2, "REB")
    assert codes("person") == (None, "ELI")


def test_the_command_prints_every_column() -> None:
    got = CliRunner().invoke(app, ["actors", "search", "RSF", "--country", "Sudan", "--json"])
    assert got.exit_code == 0
    first = json.loads(got.stdout)["candidates"][0]
    assert first["id"] == "rapid-support-forces"
    assert first["taken"] is True
    assert {
        "name", "names", "local", "type", "countries", "acled", "plover", "from", "to", "follows", "followed_by",
        "part_of", "parts", "ucdp", "source", "why",
    } <= set(first)  # fmt: skip


def test_the_command_prints_text_and_says_where_nobody_is_meant() -> None:
    told = CliRunner().invoke(app, ["actors", "search", "M23"]).stdout
    assert "March 23 Movement  [march-23-movement]" in told
    assert "ACLED: Rebel Groups" in told
    assert CliRunner().invoke(app, ["actors", "search", "M23", "--country", "Nowhere"]).exit_code
    assert "no actor is called" in CliRunner().invoke(app, ["actors", "search", "zzzz"]).stdout
