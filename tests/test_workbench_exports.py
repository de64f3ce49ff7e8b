"""The page of exports: what it offers, what the archive holds, and what it keeps back."""

import io
import zipfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import httpx
import pytest
from workbench_server import workbench

from dateline.casebook.keeping import keep
from dateline.exports.forms import FORMS
from dateline.ledger import Ledger
from dateline.pipeline import read_reports

SAMPLES = Path(str(files("dateline") / "lexicons/samples"))


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    path = tmp_path_factory.mktemp("exports") / "demo.ledger"
    with Ledger(path) as book:
        read_reports([SAMPLES / "01-fjord-wire.txt", SAMPLES / "02-harbour-gazette.html"], book)
        keep(book)
    with workbench(path) as made:
        yield made


def archive(client: httpx.Client, **terms: str) -> dict[str, bytes]:
    got = client.get("/exports/archive.zip", params=terms, timeout=120)
    assert got.status_code == 200, got.text
    assert got.headers["content-disposition"].startswith('attachment; filename="demo-')
    with zipfile.ZipFile(io.BytesIO(got.content)) as held:
        return {name: held.read(name) for name in held.namelist()}


def test_the_page_offers_every_form_and_the_public_first(client: httpx.Client) -> None:
    shown = client.get("/exports").text
    assert all(f'value="{name}"' in shown for name in (*FORMS, "packet"))
    assert 'value="public" checked' in shown
    assert client.get("/exports.json").json()["audiences"] == ["public", "partner", "internal"]


def test_an_archive_is_for_the_public_unless_asked_otherwise_and_always_the_same(
    client: httpx.Client,
) -> None:
    ours = archive(client, form="jsonl", audience="internal")
    theirs = archive(client, form="jsonl")
    assert sorted(ours) == ["demo-jsonl-internal.jsonl", "demo-jsonl-internal.jsonl.manifest.json"]
    assert b"Runa Halls" in ours["demo-jsonl-internal.jsonl"]
    assert theirs == archive(client, form="jsonl", audience="public")
    assert len(theirs["demo-jsonl-public.jsonl"]) < len(ours["demo-jsonl-internal.jsonl"])


def test_the_shape_of_another_data_set_comes_with_what_it_cannot_say(client: httpx.Client) -> None:
    assert [name for name in archive(client, form="acled") if "loss" in name] == [
        "demo-acled-public.csv.loss.json",
        "demo-acled-public.csv.loss.txt",
    ]


def test_filters_choose_what_is_handed_on(client: httpx.Client) -> None:
    every = archive(client, form="geojson", audience="internal")
    some = archive(client, form="geojson", audience="internal", kind="shelling")
    assert len(some["demo-geojson-internal.geojson"]) < len(every["demo-geojson-internal.geojson"])


@pytest.mark.parametrize(
    "terms", [{"form": "docx"}, {"form": "csv", "audience": "everybody"}, {"kind": "feast"}]
)
def test_what_there_is_not_is_refused(client: httpx.Client, terms: dict[str, str]) -> None:
    assert client.get("/exports/archive.zip", params=terms).status_code == 400
