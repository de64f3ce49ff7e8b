"""Two codings -> agreement: what counts as the same, and what the totals come to."""

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.evaluate.assignment import best_pairs
from dateline.evaluate.codings import coded, load
from dateline.evaluate.ledger import agreement
from dateline.evaluate.sameness import same_name, same_source, same_when, same_where

CLAIM: dict[str, Any] = {
    "evidence": [0, 40],
    "also": [[60, 90]],
    "kind": "shelling",
    "when": {"start": "2024-03-12", "end": "2024-03-12"},
    "where": {"name": "Akureyri", "country": "ISL", "lat": 65.68, "lon": -18.09, "precision": "exact"},
    "actor": ["Dawn Column"],
    "target": ["civilians"],
    "figures": [{"measure": "killed", "of": "people", "low": 6, "high": 6, "text": [10, 20]}],
    "source": {"name": "health ministry", "type": "government"},
    "status": "happened",
}


def claim(**changes: Any) -> dict[str, Any]:
    return CLAIM | changes


def codings(*claims: dict[str, Any]) -> dict[str, Any]:
    return {"r": coded(list(claims))}


def place(lat: float | None, precision: str = "exact", country: str = "ISL") -> dict[str, Any]:
    lon = None if lat is None else -18.09
    return {"name": "Akureyri", "country": country, "lat": lat, "lon": lon, "precision": precision}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the ISIL", "Islamic State", True),
        ("Northern Accord Forces", "Accord Forces", True),
        ("Northern Accord Forces", "forces", True),
        ("gunmen", "unidentified armed group", True),
        ("Dawn Column", "River League", False),
        ("members of the group", "the group", False),
        ("police officers", "local police", True),
    ],
)
def test_names_of_one_actor(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("changes", "exact", "near"),
    [
        ({}, True, True),
        ({"when": {"start": "2024-03-11", "end": "2024-03-12"}}, False, True),
        ({"when": {"start": "2024-03-12", "end": "2024-03-14"}}, False, False),
        ({"when": None}, False, False),
    ],
)
def test_when(changes: dict[str, Any], exact: bool, near: bool) -> None:
    one, other = coded([claim(), claim(**changes)])
    assert same_when(one, other) is exact
    assert same_when(one, other, slack_days=1) is near


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (place(65.68), place(66.0), True),
        (place(65.68), place(66.68), False),
        (place(65.68, "admin"), place(66.68), True),
        (place(65.68, "country"), place(60.0, "country"), True),
        (place(65.68, "country"), place(65.68), False),
        (place(None), place(65.68), True),
        (None, None, True),
        (None, place(65.68), False),
    ],
)
def test_where(one: Any, other: Any, same: bool) -> None:
    assert same_where(*coded([claim(where=one), claim(where=other)])) is same


@pytest.mark.parametrize(
    ("source", "same"),
    [
        ({"name": "ministry of health", "type": "official_unnamed"}, True),
        ({"name": "army", "type": "government"}, False),
        ({"name": "report", "type": "report"}, False),
        (None, False),
    ],
)
def test_source(source: Any, same: bool) -> None:
    assert same_source(*coded([claim(), claim(source=source)])) is same


def test_unnamed_witnesses_agree_by_type() -> None:
    one = claim(source={"name": "a baker", "type": "witness"})
    other = claim(source={"name": "residents of Lund Street", "type": "witness"})
    assert same_source(*coded([one, other]))


def test_a_coder_agrees_with_herself() -> None:
    ours = codings(claim(), claim(kind="arrest", evidence=[100, 140], also=[], figures=[]))
    shares = agreement(ours, ours).to_object()
    assert shares.pop("reports") == 1
    assert {v["f1"] if isinstance(v, dict) else v for v in shares.values()} == {1.0}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": "bombing"}, "kind"),
        ({"when": None}, "when"),
        ({"where": None}, "where"),
        ({"source": {"name": "report", "type": "report"}}, "source"),
        ({"status": "possible"}, "status"),
    ],
)
def test_one_field_off_costs_that_field_and_the_row(changes: dict[str, Any], field: str) -> None:
    got = agreement(codings(claim()), codings(claim(**changes)))
    assert got.claim.f1 == 1.0
    assert getattr(got, field) == 0.0
    assert got.row == 0.0
    others = {"kind", "when", "where", "source", "status"} - {field}
    assert all(getattr(got, name) == 1.0 for name in others)


def test_kinds_of_no_common_family_do_not_pair() -> None:
    assert agreement(codings(claim()), codings(claim(kind="protest"))).claim.hit == 0


def test_a_figure_counts_once_and_only_in_overlapping_words() -> None:
    twice = agreement(codings(claim()), codings(claim(), claim()))
    assert (twice.figure.hit, twice.figure.system, twice.figure.gold) == (1, 2, 1)
    apart = agreement(codings(claim()), codings(claim(evidence=[200, 240], also=[])))
    assert apart.figure.hit == 0


def test_a_figure_of_another_source_is_found_but_not_sourced() -> None:
    got = agreement(codings(claim()), codings(claim(source={"name": "army", "type": "party"})))
    assert (got.figure.hit, got.sourced.hit) == (1, 0)


def test_a_missing_report_has_no_claims() -> None:
    got = agreement(codings(claim()), {})
    assert (got.claim.gold, got.claim.system, got.claim.r) == (1, 0, 0.0)


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, 9), min_size=n, max_size=n), min_size=1, max_size=4)
    )
)
def test_no_other_pairing_weighs_more(table: list[list[int]]) -> None:
    got = sum(table[i][j] for i, j in best_pairs(table))
    square = max(len(table), len(table[0]))
    padded = [
        [table[i][j] if i < len(table) and j < len(table[0]) else 0 for j in range(square)]
        for i in range(square)
    ]
    assert got == max(sum(padded[i][j] for i, j in enumerate(p)) for p in permutations(range(square)))


def test_folder_and_lines_hold_the_same(tmp_path: Path) -> None:
    entry = {"id": "r", "claims": [claim()]}
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "r.json").write_text(json.dumps(entry))
    (tmp_path / "lines.jsonl").write_text(json.dumps(entry) + "\n")
    assert load(tmp_path / "folder") == load(tmp_path / "lines.jsonl") == codings(claim())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not JSON"),
        ("[]", "not of the form"),
        ('{"id": "r", "claims": [{"kind": "raid"}]}', "claim 1"),
        ("", "no coded report"),
    ],
)
def test_a_file_in_another_form_is_named(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "ours.jsonl"
    file.write_text(text)
    with pytest.raises(UsageError, match=says):
        load(file)


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file or folder"):
        load(tmp_path / "none")
