"""`evaluate incidents`: the measures worked out by hand, the three forms of its files, and what a report is about."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from incident_builders import told

from dateline.errors import UsageError
from dateline.evaluate import coded_events, marked_events, running
from dateline.evaluate.clusters import compare
from dateline.evaluate.incidents import measure, read_reports
from dateline.evaluate.main_claims import main_claim
from dateline.incidents import scoring
from dateline.incidents.features import read_words, traits
from dateline.incidents.linking import explain
from dateline.pipeline import DEFAULT_MODEL
from dateline.records import Precision

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 3}


def test_a_grouping_agrees_with_itself() -> None:
    got = compare(GOLD, GOLD)
    assert (got.conll, got.pair.f1, got.b3.f1) == (1.0, 1.0, 1.0)


def test_measures_by_hand() -> None:
    # Ours puts c with d; e is missing, so it stands alone.
    got = compare(GOLD, {"a": "x", "b": "x", "c": "y", "d": "y"})
    assert (got.muc.p, got.muc.r) == (1 / 2, 1 / 2)
    assert (got.pair.p, got.pair.r) == (1 / 2, 1 / 3)
    assert got.b3.p == pytest.approx((1 + 1 + 1 / 2 + 1 / 2 + 1) / 5)
    assert got.b3.r == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    # Best pairing: {a b c} with {a b}, 4/5; {d} with {c d}, 2/3; {e} with {e}, 1.
    assert got.ceafe.p == got.ceafe.r == pytest.approx((4 / 5 + 2 / 3 + 1) / 3)
    assert got.conll == pytest.approx((got.muc.f1 + got.b3.f1 + got.ceafe.f1) / 3)


def test_all_alone_is_no_link_at_all() -> None:
    got = compare(GOLD, {})
    assert (got.muc.f1, got.pair.f1) == (0.0, 0.0)
    assert got.b3.p == 1.0


def _file(folder: Path, name: str, *rows: dict[str, Any]) -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


FIRST = (
    "VARDO, Norway (May 4, 2031) - Gunmen shot dead four fishermen on Storgata in Vardo on Saturday, police said. "
    "Oddvar Kjelsberg and Ragnvald Tveitane were among the dead, said Captain Solveig Brattbakk."
)
SECOND = (
    "Four fishermen were killed by gunmen in Vardo on Saturday. Captain Solveig Brattbakk named Oddvar Kjelsberg "
    "and Ragnvald Tveitane. The shots were fired on Storgata."
)
OTHER = (
    "A bomb went off at a bank in Lillehammer on 2 March, killing one guard, Halvdan Mykleby, police said."
)


def test_reports_go_where_their_main_claims_go(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        "made_up.jsonl",
        {"id": "a", "gold": "1", "date": "2031-05-04", "title": "Four shot dead in Vardo", "text": FIRST},
        {"id": "b", "gold": "1", "date": "2031-05-05", "title": "", "text": SECOND},
        {"id": "c", "gold": "2", "date": "2031-03-03", "title": "Blast at bank", "text": OTHER},
        {
            "id": "d",
            "gold": "3",
            "date": None,
            "title": None,
            "text": "The council met on roads and schools.",
        },
    )
    _file(
        tmp_path,
        "incidents.jsonl",
        {"incident": "1", "killed": 4, "injured": 0},
        {"incident": "2", "killed": 7},
    )
    got = running.evaluate("incidents", path).to_object()
    assert (got["reports"], got["groups"], got["gold_groups"]) == (4, 3, 3)
    assert (got["conll"], got["pair_f1"]) == (1.0, 1.0)
    assert got["headline"] == {"conll": 1.0, "pair_f1": 1.0}
    assert (got["killed_exact"]["hit"], got["killed_exact"]["gold"]) == (1, 2)
    assert got["injured_exact"]["gold"] == 0


def test_what_only_the_title_tells_is_told() -> None:
    row = {
        "id": "a",
        "date": "2031-05-05",
        "title": "Four fishermen shot dead by gunmen in Vardo",
        "text": ASIDE,
    }
    report, claims = read_reports([row], DEFAULT_MODEL, None)["a"]
    assert report.headline == row["title"]
    assert [f.low for c in claims for f in c.figures if f.measure == "killed"] == [4]


ASIDE = "Sign in to read on. Readers who sign in get two more stories a month."


def _coded(id_: str, doc: str, gold: str, **other: Any) -> dict[str, Any]:
    row = {
        "id": id_, "doc": doc, "gold": gold, "outlet": "The Vardo Post", "published": "2031-05-05", "headline": "Clash",
        "country": "Norway", "date_start": "2031-05-04", "date_end": "2031-05-04", "city": "Vardo", "location": "Quay",
        "lat": 70.37, "lon": 31.11, "geo_precision": 4.0, "context": "Clash", "target": "Citizens",
        "actors": [{"name": "Hill Brigade", "type": "Militia"}, {"name": "Unknown actor", "type": None}],
        "deaths": {"low": 3, "best": 4, "high": 5}, "injuries": {"low": 0, "best": 0, "high": 0},
    }  # fmt: skip
    return row | other


def test_coded_rows_of_one_report_are_never_one_event(tmp_path: Path) -> None:
    rows = [_coded("a", "x", "1"), _coded("b", "x", "2"), _coded("c", "y", "1")]
    got = measure(_file(tmp_path, "rows.jsonl", *rows))
    assert (got.groups, got.gold_groups) == (2, 2)
    far = {
        "date_start": "2030-01-04",
        "date_end": "2030-01-04",
        "published": "2030-01-05",
        "city": "Bodo",
        "lat": 67.3,
    }
    assert measure(_file(tmp_path, "far.jsonl", *rows, _coded("d", "z", "3", **far))).groups == 3


def test_what_a_coded_row_says() -> None:
    (item,) = coded_events.told([_coded("a", "x", "1", geo_precision=2.0, date_end="2031-05-02")])
    claim = item.claim
    assert (claim.kind, claim.where and claim.where.precision) == ("armed_clash", Precision.ADMIN)
    assert claim.when is not None
    assert (claim.when.start.day, claim.when.end.day) == (2, 4)
    assert [(f.measure, f.low, f.high) for f in claim.figures] == [("killed", 3, 5)]
    assert [a.actor_id for a in claim.actors] == ["Hill Brigade", None]
    assert [a.actor_id for a in claim.targets] == ["Citizens"]
    found = traits(item, read_words(item.report))
    assert found.sides.actors == {"Hill Brigade"}  # of one who is unknown only the sort is compared
    assert found.sides.actor_sorts == {"Militia", "other"}


def test_an_unknown_target_and_a_victim_among_the_actors_are_no_parties() -> None:
    actors = [
        {"name": "Hill Brigade", "type": "Militia", "roles": ["perpetrator"]},
        {"name": "Ferry League", "type": "Party", "roles": ["victim"]},
    ]
    (item,) = coded_events.told([_coded("a", "x", "1", target="Unknown", actors=actors)])
    assert [a.name for a in item.claim.actors] == ["Hill Brigade"]
    assert item.claim.targets == ()


def test_two_lists_of_many_events_share_one_less_likely_than_two_short_reports() -> None:
    def base(rows: int) -> str:
        docs = [_coded(f"{doc}{n}", doc, "1", published=None) for doc in "xy" for n in range(rows)]
        items = coded_events.told(docs)
        terms = explain(items[0], items[-1]).terms
        return next(term.level for term in terms if term.field == "base")

    assert base(2) == "two reports"
    assert base(8) == "two long reports"
    weights = scoring.weights()["base"]
    assert weights["two long reports"] < weights["two reports"]


def test_marked_events_are_found_in_their_texts(tmp_path: Path) -> None:
    text = "Kjelsberg was arrested at Storgata . Tveitane saw the arrest ."
    row = {
        "doc_id": "x",
        "gold": "1",
        "mention": "arrest",
        "head": "arrest",
        "lemma": "arrest",
        "sent": 1,
        "tokens": [9],
    }
    row |= {"id": "m", "context": "Tveitane saw the arrest ."}
    (item,) = marked_events.told([row], [{"doc_id": "x", "text": text}])
    assert item.claim.evidence.of(text) == "arrest"
    assert item.claim.evidence.start == text.rindex("arrest")
    path = _file(
        tmp_path,
        "marked.jsonl",
        row,
        row | {"id": "n", "gold": "2", "lemma": "see", "mention": "saw", "head": "saw"},
    )
    _file(tmp_path, "marked_docs.jsonl", {"doc_id": "x", "text": text})
    assert measure(path).groups == 2


def test_a_report_is_about_the_harm_that_it_tells_of_first() -> None:
    fresh = told("r", killed=4, at=0)
    old = told(
        "r", day=fresh.claim.when.start.replace(year=2020) if fresh.claim.when else None, killed=90, at=9
    )
    arrest = told("r", kind="arrest", killed=None, at=2)
    assert main_claim(fresh.report, [arrest.claim, old.claim, fresh.claim]) == fresh.claim
    assert main_claim(fresh.report, [arrest.claim]) == arrest.claim
    assert main_claim(fresh.report, []) is None


@pytest.mark.parametrize("row", [{"id": "a", "text": "now"}, {"gold": "a"}, []])
def test_another_form_is_refused(tmp_path: Path, row: Any) -> None:
    with pytest.raises(UsageError, match="no report, coded row"):
        measure(_file(tmp_path, "bad.jsonl", row))


def test_no_file_and_an_empty_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file"):
        measure(tmp_path / "none.jsonl")
    with pytest.raises(UsageError, match="empty"):
        measure(_file(tmp_path, "empty.jsonl"))
