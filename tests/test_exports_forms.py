"""Every form opens in the tools it is made for, says the same there, and runs nothing."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from math import isnan
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from publication_builders import STORIES, Story, publication

from dateline.errors import UsageError
from dateline.exports.cells import guarded, plain
from dateline.exports.forms import FORMS, form
from dateline.exports.losses import to_json, told
from dateline.exports.placing import placed
from dateline.exports.publication import Audience, Publication
from dateline.exports.sheets import JUDGED
from dateline.exports.tables import tables

NAMES = ("incidents", "claims", "figures", "reports", "codebook")
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def make(name: str, folder: Path, made: Publication | None = None) -> Path:
    path = folder / f"{name}{form(name).suffix}"
    form(name).write(made or publication(), path)
    return path


def digest(path: Path) -> str:
    inner = sorted(path.rglob("*")) if path.is_dir() else [path]
    return hashlib.sha256(b"".join(one.read_bytes() for one in inner)).hexdigest()


@given(
    st.text(alphabet=st.sampled_from(["=", "-", "'", ";", " ", "\t", "\r", "\n", "＝", "a", "1"])) | st.text()
)
def test_a_guarded_text_is_not_run_and_comes_back_letter_for_letter(text: str) -> None:
    made = guarded(text)
    assert not made.startswith(RISKY)
    assert plain(made) == text
    # A program that splits at semicolons, tabs or lines finds no formula at a start either.
    for part in made.replace("\t", ";").replace("\r", ";").replace("\n", ";").split(";")[1:]:
        assert not part.lstrip(" ").startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


def test_a_hyphen_within_words_is_left_alone() -> None:
    assert guarded("a car-bomb; two dead = 2") == "a car-bomb; two dead = 2"


@pytest.mark.parametrize("name", FORMS)
def test_the_same_publication_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    first = make(name, tmp_path)
    kept = digest(first)
    shutil.rmtree(first) if first.is_dir() else first.unlink()
    assert digest(make(name, tmp_path)) == kept


def test_csv_is_strict_and_reads_alike_in_r_and_pandas(tmp_path: Path) -> None:
    import pandas as pd

    folder = make("csv", tmp_path)
    assert {path.name for path in folder.iterdir()} == {f"{name}.csv" for name in NAMES}
    for table in tables(publication()):
        path = folder / f"{table.name}.csv"
        raw = path.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        assert raw.count(b"\r\n") == raw.count(b"\n")
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        assert rows[0] == [head.name for head in table.columns]
        assert len(rows) == len(table.rows) + 1
        assert {len(row) for row in rows} == {len(table.columns)}
        # As R reads it: read.csv(..., na.strings = "", fileEncoding = "UTF-8-BOM").
        frame = pd.read_csv(path, encoding="utf-8-sig", keep_default_na=False, na_values=[""])
        assert list(frame.columns) == rows[0]
    incidents = pd.read_csv(folder / "incidents.csv", encoding="utf-8-sig", parse_dates=["when_start"])
    first = incidents.iloc[0]
    assert (first["killed_low"], first["killed_high"]) == (17, 34)
    assert pd.isna(first["killed_best"])
    assert first["when_start"] == pd.Timestamp("2031-05-03")


def test_an_empty_cell_is_not_0(tmp_path: Path) -> None:
    with (make("csv", tmp_path) / "incidents.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["incident"]: row for row in csv.DictReader(file)}
    by_name = {story.name: rows[row.id] for story, row in zip(STORIES, publication().incidents, strict=True)}
    assert by_name["in-may"]["killed_low"] == ""
    assert by_name["nobody-died"]["killed_low"] == "0"
    assert by_name["from-abroad"]["killed_low"] == ""
    assert by_name["from-abroad"]["killed_high"] == "500"


def test_the_workbook_has_types_filters_and_lists(tmp_path: Path) -> None:
    book = load_workbook(make("xlsx", tmp_path))
    assert tuple(book.sheetnames) == NAMES
    for table in tables(publication()):
        sheet = book[table.name]
        heads = [cell.value for cell in sheet[1]]
        assert heads == [head.name for head in table.columns]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        for row, cells in zip(table.rows, sheet.iter_rows(min_row=2), strict=True):
            for value, cell in zip(row, cells, strict=True):
                same(value, cell)
    lists = {str(rule.sqref): rule.formula1 for rule in book["claims"].data_validations.dataValidation}
    column = heads_of(book["claims"]).index("verdict")
    letter = book["claims"].cell(1, column + 1).column_letter
    assert lists[f"{letter}2:{letter}{len(STORIES) + 1}"] == '"accept,reject,correct"'
    kinds = next(formula for formula in lists.values() if formula.startswith("codebook!"))
    first, last = kinds.removeprefix("codebook!").replace("$", "").split(":")
    words = [cell[0].value for cell in book["codebook"][f"{first}:{last}"]]
    assert "armed_clash" in words
    assert "killed" not in words


def heads_of(sheet: Any) -> list[str]:
    return [cell.value for cell in sheet[1]]


def same(value: Any, cell: Any) -> None:
    """A cell holds a value as what it is."""
    assert cell.data_type != "f"
    if value in (None, ""):
        assert cell.value in (None, "")
    elif isinstance(value, str):
        assert cell.data_type == "s"
        assert plain(cell.value) == value
    elif isinstance(value, date):
        assert isinstance(cell.value, datetime)
        assert cell.value.date() == value
    else:
        assert cell.value == value
        assert cell.data_type in {"n", "b"}


def test_the_workbook_knows_no_clock(tmp_path: Path) -> None:
    with zipfile.ZipFile(make("xlsx", tmp_path)) as inner:
        assert {info.date_time for info in inner.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = inner.read("docProps/core.xml").decode()
    assert core.count("2031-06-01T12:00:30Z") == 2


def test_the_project_and_its_partners_can_judge_in_an_export() -> None:
    asked = {one.name for one in JUDGED["claims"]}
    for audience in Audience:
        made = {table.name: table for table in tables(publication(audience=audience))}
        there = {head.name for head in made["claims"].columns}
        assert (asked <= there) == (audience is not Audience.PUBLIC)
        assert audience is not Audience.PUBLIC or not asked & there


def test_a_day_before_1900_and_letters_that_xml_lacks_are_told_as_lost(tmp_path: Path) -> None:
    old = Story("old\x07bell", "attack", (date(1876, 4, 20), date(1876, 4, 20), "day"), None)
    made = publication([old])
    path = tmp_path / "old.xlsx"
    loss = form("xlsx").write(made, path)
    sheet = load_workbook(path)["incidents"]
    row = dict(zip(heads_of(sheet), (cell.value for cell in sheet[2]), strict=True))
    assert row["when_start"] == "1876-04-20"
    what = {(one.column, one.what) for one in loss.lost}
    assert ("when_start", "as a day, as it lies before 1900-03-01; it is text") in what
    assert ("quote", "letters that no workbook can hold; they are shown as �") in what


def test_parquet_has_nullable_counts_days_and_the_texts(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    import pandas as pd

    folder = make("parquet", tmp_path)
    schema = pq.read_schema(folder / "incidents.parquet")
    assert [str(schema.field(c).type) for c in ("killed_low", "when_start", "lat", "kind")] == [
        "int32",
        "date32[day]",
        "double",
        "string",
    ]
    assert b"never 0" in schema.field("killed_low").metadata[b"meaning"]
    frame = pd.read_parquet(folder / "incidents.parquet", dtype_backend="numpy_nullable")
    assert frame["killed_low"].dtype == "Int32"
    assert frame["killed_low"].isna().sum() == sum(
        row.toll("killed", "range") is None or row.toll("killed", "range").low is None  # type: ignore[union-attr]
        for row in publication().incidents
    )
    texts = pd.read_parquet(folder / "reports.parquet").set_index("report")["text"]
    claims = pd.read_parquet(folder / "claims.parquet")
    for _, claim in claims.iterrows():
        words = texts[claim["report"]][claim["evidence_start"] : claim["evidence_end"]]
        assert words == claim["quote"]
    made = publication([Story("many", "attack", None, None, tolls=(("killed", None, (5_000_000_000,) * 3),))])
    large = tmp_path / "large"
    form("parquet").write(made, large)
    assert pq.read_table(large / "incidents.parquet")["killed_low"].to_pylist() == [5_000_000_000]


def test_json_lines_hold_everything(tmp_path: Path) -> None:
    lines = [json.loads(line) for line in make("jsonl", tmp_path).read_text("utf-8").splitlines()]
    types = [line["type"] for line in lines]
    assert types[0] == "export"
    assert {t: types.count(t) for t in ("report", "claim", "incident")} == dict.fromkeys(
        ("report", "claim", "incident"), len(STORIES)
    )
    texts = {line["id"]: line["text"] for line in lines if line["type"] == "report"}
    claim = next(line for line in lines if line["type"] == "claim")
    start, end = claim["evidence"]
    assert texts[claim["report"]][start:end] == claim["quote"]
    assert lines[0]["as_of"] == "2031-06-01T12:00:30Z"
    assert {"type", "country", "actor_id", "name"} == set(claim["actor"][0])


def test_geojson_keeps_to_the_standard_and_gdal_reads_it(tmp_path: Path) -> None:
    path = make("geojson", tmp_path)
    made = json.loads(path.read_text("utf-8"))
    assert set(made) == {"type", "features"}
    unplaced = [one for one in made["features"] if one["geometry"] is None]
    assert len(unplaced) == 1
    assert made["features"][0]["geometry"] == {"type": "Point", "coordinates": [31.11, 70.37]}
    properties = made["features"][0]["properties"]
    assert (properties["radius_km"], properties["where_precision"]) == (2.0, "exact")
    assert (properties["killed_low"], properties["killed_best"]) == (17, None)
    raw = pytest.importorskip("pyogrio.raw")
    meta, _, points, fields = raw.read(str(path))
    assert (meta["geometry_type"], meta["crs"]) == ("Point", "EPSG:4326")
    assert len(points) == len(STORIES)
    assert sum(point is None for point in points) == 1
    assert "radius_km" in list(meta["fields"])
    assert len(fields[0]) == len(STORIES)


def test_gdal_reads_both_layers_of_the_geopackage(tmp_path: Path) -> None:
    pyogrio = pytest.importorskip("pyogrio")
    from pyogrio import raw

    path = make("gpkg", tmp_path)
    assert [list(layer) for layer in pyogrio.list_layers(path)] == [
        ["incidents", "Point"],
        ["claims", "Point"],
    ]
    for layer in ("incidents", "claims"):
        meta, _, points, fields = raw.read(str(path), layer=layer)
        names = list(meta["fields"])
        assert meta["crs"] == "EPSG:4326"
        assert sum(point is None for point in points) == 1
        assert {"radius_km", "where_precision", "when_start"} <= set(names)
        assert str(fields[names.index("when_start")].dtype).startswith("datetime64")
        table = next(one for one in tables(publication()) if one.name == layer)
        place = [head.name for head in table.columns].index("killed_low")
        low = [None if isnan(n) else int(n) for n in fields[names.index("killed_low")]]
        assert low == [row[place] for row in table.rows]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_workbook_as_it_was_meant(tmp_path: Path) -> None:
    path = make("xlsx", tmp_path)
    # Separator 44, quote 34, UTF-8, all sheets; cells as they are shown.
    tokens = "44,34,76,1,,0,false,true,false,false,false,-1"
    done = subprocess.run(  # noqa: S603 (our own words)
        [  # noqa: S607 (found on the path, as the skip says)
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            f"csv:Text - txt - csv (StarCalc):{tokens}",
            "--outdir",
            str(tmp_path / "read"),
            str(path),
        ],
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    read = (tmp_path / "read" / "xlsx-incidents.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(read, newline="")))
    made = publication()
    assert [row["incident"] for row in rows] == [row.id for row in made.incidents]
    assert rows[0]["when_start"] == "2031-05-03"
    assert [rows[0][c] for c in ("killed_low", "killed_best", "killed_high")] == ["17", "", "34"]
    assert rows[-1]["actors"].startswith("'=HYPERLINK")


def test_what_is_lost_is_told_in_text_and_as_json(tmp_path: Path) -> None:
    loss = form("csv").write(publication(), tmp_path / "csv")
    assert f"{len(STORIES):>8,}  reports: the text" in told(loss)
    assert {"column": "reports", "what": "the text", "cells": len(STORIES)} in json.loads(to_json(loss))[
        "lost"
    ]
    assert "nothing lost" in told(form("jsonl").write(publication(), tmp_path / "all.jsonl"))


def test_a_path_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    out = tmp_path / "new" / "kept.txt"
    with placed(out) as path:
        path.write_text("first")
    with pytest.raises(UsageError, match="--force"), placed(out) as path:
        path.write_text("second")
    with pytest.raises(ZeroDivisionError), placed(out, force=True) as path:
        path.write_text("half" * (1 // 0))
    assert out.read_text() == "first"
    with placed(out, force=True) as path:
        path.mkdir()
        (path / "inner.txt").write_text("third")
    assert (out / "inner.txt").read_text() == "third"
    with placed(out, force=True) as path:
        path.write_text("fourth")
    assert out.read_text() == "fourth"
    assert [one.name for one in out.parent.iterdir()] == ["kept.txt"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(UsageError, match="nothing can be written to"), placed(tmp_path / "file" / "x.csv"):
        pass


def test_an_unknown_form_is_told() -> None:
    with pytest.raises(UsageError, match="there is no form 'sas'; there are: csv, xlsx"):
        form("sas")


@pytest.mark.parametrize("name", FORMS)
def test_a_ledger_without_claims_can_be_handed_on(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"empty{form(name).suffix}"
    form(name).write(publication(()), path)
    assert path.exists()
