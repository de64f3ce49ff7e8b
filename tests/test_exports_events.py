"""Incidents leave in the shapes of ACLED, UCDP GED and PLOVER, and say what these shapes cannot."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from publication_builders import STORIES, publication

from dateline import __version__, lexicons
from dateline.exports.cells import plain
from dateline.exports.forms import FORMS
from dateline.exports.losses import to_object, told
from dateline.exports.publication import Loss, Publication
from dateline.ledger import Ledger
from dateline.pipeline import read_reports
from dateline.publishing import build

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = Path(str(files("dateline") / "lexicons" / "samples"))
CODED = [name for name, form in FORMS.items() if form.coded]
ACLED_COLUMNS = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
]
GED_COLUMNS = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
]


def written(made: Publication, form: str, folder: Path) -> tuple[str, Loss]:
    path = folder / f"out{FORMS[form].suffix}"
    loss = FORMS[form].write(made, path)
    return path.read_bytes().decode("utf-8"), loss


def rows(made: Publication, form: str, folder: Path) -> dict[str, dict[str, str]]:
    """The rows of a CSV form by the name of their story."""
    text, _ = written(made, form, folder)
    by_number = {
        str(int("".join(c for c in row.id if c in "0123456789abcdef")[:13], 16)): story.name
        for row, story in zip(made.incidents, STORIES, strict=True)
    }
    found = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    key = "event_id_cnty" if form == "acled" else "id"
    return {by_number[row[key].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")]: row for row in found}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    path = tmp_path_factory.mktemp("events") / "samples.ledger"
    with Ledger(path, clock=lambda: datetime(2031, 6, 1, tzinfo=UTC)) as book:
        read_reports([SAMPLES], book)
        return build(book)


@pytest.mark.parametrize("form", CODED)
@pytest.mark.parametrize("of", ["hand", "samples"])
def test_a_shape_is_as_it_was_reviewed(
    form: str, of: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    made = publication() if of == "hand" else request.getfixturevalue("samples")
    text, loss = written(made, form, tmp_path)
    text = text.replace(f"dateline {__version__}", "dateline VERSION")
    golden = GOLDEN / f"{of}.{form}{FORMS[form].suffix}"
    losses = GOLDEN / f"{of}.{form}.loss.txt"
    if os.environ.get("DATELINE_UPDATE"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(text, "utf-8", newline="")
        losses.write_text(told(loss), "utf-8")
    assert text == golden.read_bytes().decode("utf-8"), "DATELINE_UPDATE=1 pytest writes the files anew"
    assert told(loss) == losses.read_text("utf-8")


def test_acled_has_its_31_columns_and_only_its_words(samples: Publication, tmp_path: Path) -> None:
    book = lexicons.load("projections")["acled"]
    for made in (publication(), samples):
        text, _ = written(made, "acled", tmp_path)
        found = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        assert list(found[0]) == ACLED_COLUMNS
        assert len(ACLED_COLUMNS) == 31
        for row in found:
            assert row["disorder_type"] == book["disorder"][row["sub_event_type"]]
            assert row["inter1"] in {*book["inter"].values(), ""}
            assert row["inter2"] in {*book["inter"].values(), ""}
            assert row["time_precision"] in {"1", "2", "3"}
            assert row["geo_precision"] in {"1", "2", "3"}
            assert date.fromisoformat(row["event_date"]).year == int(row["year"])
            assert row["actor1"]
            assert row["country"]
            assert float(row["latitude"]) == round(float(row["latitude"]), 4)
            assert row["civilian_targeting"] in {"", "Civilians targeted"}


def test_every_choice_of_a_type_is_one_that_the_codebook_or_acled_knows() -> None:
    book = lexicons.load("projections")["acled"]
    kinds = lexicons.load("codebook")["kind"]
    for choice in book["choice"]:
        assert choice["take"][1] in book["disorder"]
        listed = choice["take"] in kinds[choice["kind"]]["acled"]
        assert listed or choice["reason"] == "there was a fight, and nobody says who took it"
    for kind in kinds.values():
        assert all(sub in book["disorder"] for _, sub in kind["acled"])
        assert not kind["plover"][0] or kind["plover"][0] in lexicons.load("projections")["plover"]["type"]


def test_a_number_for_the_dead_is_never_made_up(tmp_path: Path) -> None:
    found = rows(publication(), "acled", tmp_path)
    dead = {name: row["fatalities"] for name, row in found.items()}
    assert dead == {
        "one-sided": "17",  # 17 to 34: the least that anybody stands by
        "battle": "12",
        "within-battle": "",  # counted in the battle
        "march": "",
        "crackdown": "",
        "in-may": "",  # nobody says
        "from-abroad": "",  # "nearly 500" has no lower bound
        "at-least-none": "",  # "at least 0" says of nobody that he lived
        "nobody-died": "0",  # everybody says so
        "taken": "3",
        "south": "6",
        "formula": "1",
    }
    assert "Part of incident i626174746c65" in found["within-battle"]["notes"]


def test_only_the_rule_acled_writes_0_for_silence(tmp_path: Path) -> None:
    found = rows(publication(rule="acled"), "acled", tmp_path)
    assert (found["in-may"]["fatalities"], found["march"]["fatalities"]) == ("0", "0")
    assert found["one-sided"]["fatalities"] == "17"
    assert found["within-battle"]["fatalities"] == "0"


def test_what_nobody_says_happened_is_no_event(tmp_path: Path) -> None:
    for form in CODED:
        text, loss = written(publication(), form, tmp_path)
        (tmp_path / f"out{FORMS[form].suffix}").unlink()
        assert "denied: what happened" not in text
        assert "2031-05-04" not in text
        assert "2031-05-20" not in text
        why = {one.what: one.cells for one in loss.lost if one.column == "row"}
        assert why["incident left out: nobody says that it happened: denied"] == 1
        assert why["incident left out: nobody says that it happened: planned"] == 1


def test_acled_codes_days_places_and_parties(tmp_path: Path) -> None:
    found = rows(publication(), "acled", tmp_path)
    assert [found["battle"][c] for c in ("event_date", "time_precision", "geo_precision")] == [
        "2031-05-09",
        "2",
        "2",
    ]
    assert [found["in-may"][c] for c in ("event_date", "time_precision", "geo_precision")] == [
        "2031-05-16",
        "3",
        "3",
    ]
    assert found["battle"]["assoc_actor_1"] == "Fjord Council"
    assert found["battle"]["interaction"] == "State forces-Rebel group"
    assert found["one-sided"]["actor2"] == "Civilians (Norway)"
    assert found["one-sided"]["civilian_targeting"] == "Civilians targeted"
    assert found["in-may"]["actor1"] == "Unidentified Armed Group (Norway)"
    assert found["from-abroad"]["inter1"] == "External/Other forces"
    assert found["march"]["interaction"] == "Protesters only"
    assert found["march"]["tags"] == "crowd size=between 500 and 600"
    assert [found["crackdown"][c] for c in ("sub_event_type", "actor1", "actor2")] == [
        "Excessive force against protesters",
        "Protesters (Norway)",
        "police",
    ]
    assert found["taken"]["sub_event_type"] == "Non-state actor overtakes territory"
    assert found["taken"]["interaction"] == "Rebel group only"
    assert [found["south"][c] for c in ("iso", "region", "latitude", "longitude")] == [
        "516",
        "Southern Africa",
        "-22.5",
        "-17.25",
    ]


def test_ged_has_its_49_columns_and_holds_only_the_dead_of_named_sides(tmp_path: Path) -> None:
    found = rows(publication(), "ucdp-ged", tmp_path)
    assert len(GED_COLUMNS) == 49
    assert all(list(row) == GED_COLUMNS for row in found.values())
    assert {name: row["type_of_violence"] for name, row in found.items()} == {
        "one-sided": "3",
        "battle": "1",
        "in-the-country": "3",
        "from-abroad": "1",
        "formula": "3",
    }
    battle = found["battle"]
    assert (battle["side_a"], battle["side_b"], battle["gwnoa"]) == ("Norwegian army", "Hill Brigade", "385")
    assert [battle[f"deaths_{who}"] for who in ("a", "b", "civilians", "unknown")] == ["5", "7", "", "0"]
    assert [battle[c] for c in ("low", "best", "high", "date_prec", "where_prec")] == [
        "12",
        "12",
        "12",
        "2",
        "2",
    ]
    assert (battle["date_start"], battle["date_end"]) == (
        "2031-05-08 00:00:00.000",
        "2031-05-10 00:00:00.000",
    )


def test_ged_keeps_its_own_arithmetic(samples: Publication, tmp_path: Path) -> None:
    for made in (publication(), samples):
        text, _ = written(made, "ucdp-ged", tmp_path)
        for row in csv.DictReader(io.StringIO(text, newline=""), strict=True):
            bounds = [int(row[c]) for c in ("low", "best", "high") if row[c]]
            assert bounds == sorted(bounds)
            deaths = [row[f"deaths_{who}"] for who in ("a", "b", "civilians", "unknown")]
            assert not row["best"] or sum(int(n) for n in deaths if n) == int(row["best"])
            assert row["best"] or not any(deaths)
    open_ended = rows(publication(), "ucdp-ged", tmp_path)["from-abroad"]
    assert [open_ended[c] for c in ("low", "best", "high")] == ["", "", "500"]


def records(made: Publication, folder: Path) -> Iterator[dict[str, Any]]:
    text, _ = written(made, "plover", folder)
    for line in text.splitlines():
        yield json.loads(line)


def test_plover_records_have_the_spec_s_fields_and_words(samples: Publication, tmp_path: Path) -> None:
    book = lexicons.load("projections")["plover"]["type"]
    for made in (publication(), samples):
        for record in records(made, tmp_path):
            (type_,) = record["event"]
            assert record["quad_code"] == book[type_]["quad"]
            assert record["actor"]
            assert not book[type_].get("recipient") or record["recipient"]
            one = made.claims[next(row for row in made.incidents if row.id == record["id"]).claims[0]]
            start, end = record["text_info"]["start"], record["text_info"]["end"]
            texts = {report.id: report.text for report in made.reports}
            assert texts[record["cite_info"]["citation"]][start:end] == record["event_text"][0]
            assert one.report.id in texts


def test_plover_leaves_out_a_size_that_nobody_states(tmp_path: Path) -> None:
    sizes = {
        record["event_text"][0].partition(":")[0]: record.get("size")
        for record in records(publication(), tmp_path)
    }
    assert sizes["one-sided"] == {"dead": 17, "injured": 40}
    assert sizes["within-battle"] is None
    assert sizes["from-abroad"] is None
    assert sizes["nobody-died"] == {"dead": 0}
    assert "in-may" not in sizes  # nobody says who did it
    battle = next(r for r in records(publication(), tmp_path) if r["event_text"][0].startswith("battle"))
    assert [one["entity_text"] for one in battle["actor"]] == [
        "Hill Brigade",
        "Fjord Council",
        "Norwegian army",
    ]
    assert battle["recipient"] == []


(POLECAT_COLUMNS,) = csv.reader(
    [
        (
            "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|"
            "Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|"
            "Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|"
            "Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|"
            "GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|Story Organizations|"
            "Story Locations|Language|Version"
        )
    ],
    delimiter="|",
)


def test_polecat_has_its_40_columns_and_says_what_plover_says(samples: Publication, tmp_path: Path) -> None:
    quads = lexicons.load("projections")["polecat"]["quads"]
    for made in (publication(), samples):
        text, loss = written(made, "polecat", tmp_path)
        lines = [line.split("\t") for line in text.splitlines()]
        assert lines[0] == POLECAT_COLUMNS
        assert len(POLECAT_COLUMNS) == 40
        assert {len(line) for line in lines} == {40}
        found = {row[0]: dict(zip(POLECAT_COLUMNS, row, strict=True)) for row in lines[1:]}
        coded = {record["id"]: record for record in records(made, tmp_path)}
        assert found.keys() == coded.keys()
        for id_, row in found.items():
            record = coded[id_]
            assert row["Event Type"] == record["event"][0]
            assert row["Quad Code"] == quads[record["quad_code"] - 1]
            assert plain(row["Actor Name"]) == "; ".join(
                dict.fromkeys(a["entity_text"] for a in record["actor"])
            )
            assert row["Primary Actor Sector"] == record["actor"][0]["sector"]
            date.fromisoformat(row["Event Date"])
            assert row["Story People"] == ""
        assert loss.rows == len(found)
    assert {row["Actor COW"] for row in found.values()} <= {"395", "395; 385", ""}


def test_polecat_has_the_dead_in_its_losses_and_no_tab_in_a_cell(tmp_path: Path) -> None:
    text, loss = written(publication(), "polecat", tmp_path)
    assert all(line.count("\t") == 39 for line in text.splitlines())
    lost = {one.what: one.cells for one in loss.lost}
    assert lost["how many died, were injured or arrested"] > 0
    assert lost["the words of its claims"] > 0


@pytest.mark.parametrize("form", CODED)
def test_every_incident_is_in_the_rows_or_in_the_losses(
    form: str, samples: Publication, tmp_path: Path
) -> None:
    for made in (publication(), samples):
        _, loss = written(made, form, tmp_path)
        out = sum(one.cells for one in loss.lost if one.what.startswith("incident left out"))
        assert loss.rows + out == len(made.incidents)
        assert all(one.cells > 0 for one in loss.lost)
        assert to_object(loss)["rows"] == loss.rows


@pytest.mark.parametrize("form", CODED)
def test_no_cell_of_a_shape_is_run(form: str, tmp_path: Path) -> None:
    text, _ = written(publication(), form, tmp_path)
    if form == "plover":
        return
    rows_ = csv.reader(io.StringIO(text, newline=""), strict=True)
    if form == "polecat":
        rows_ = csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    cells = [cell for row in rows_ for cell in row]
    assert not [
        cell
        for cell in cells
        if cell.startswith(("=", "+", "@")) or (cell[:1] == "-" and not _is_number(cell))
    ]


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_an_empty_publication_makes_a_head_and_nothing_else(tmp_path: Path) -> None:
    text, loss = written(publication(()), "acled", tmp_path)
    assert text == ",".join(ACLED_COLUMNS) + "\n"
    assert (loss.rows, loss.lost) == (0, ())
