"""The Python API: light to import, one name for a function and a folder, claims that show themselves."""

import importlib
import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import ledger_builders as build
import pytest

import dateline
from dateline.errors import UsageError
from dateline.ledger import Ledger as Book

TEXT = "HASAKAH, Syria - Shelling killed 12 people in Qamishli on Monday, the council said."


def test_import_loads_nothing_else() -> None:
    code = "import sys, dateline; print(*(m for m in sys.modules if m.startswith('dateline')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # our own words
    assert done.stdout.split() == ["dateline"]


def test_claims_is_the_function_also_once_the_stage_of_that_name_is_imported() -> None:
    from dateline.claims import attribute

    importlib.import_module("dateline.claims.merge")
    assert callable(attribute)
    assert callable(dateline.claims)
    assert vars(sys.modules["dateline.claims"])["attribute"] is attribute


def test_a_claim_is_pickled_with_its_report() -> None:
    found = dateline.claims(TEXT, published="2022-02-08")
    again = pickle.loads(pickle.dumps(found))  # noqa: S301  # our own bytes
    assert again == found
    assert found[0].quote in TEXT
    assert found[0].kind == "shelling"


@pytest.mark.parametrize(
    "published", ["2022-02-08", "Feb. 8, 2022", "2022-02-08T10:00:00Z", date(2022, 2, 8)]
)
def test_the_day_of_publication_has_many_forms(published: Any) -> None:
    (claim,) = dateline.claims(TEXT, published=published)
    assert claim.when.start == date(2022, 2, 7)


@pytest.mark.parametrize(
    ("text", "published"),
    [("", None), (" ", None), (None, None), (5, None), (TEXT, "soon"), (TEXT, 20220208)],
)
def test_misuse_is_told(text: Any, published: Any) -> None:
    with pytest.raises(UsageError):
        dateline.claims(text, published=published)


def test_what_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = dateline.nothing


def test_a_ledger_shows_its_claims(tmp_path: Path) -> None:
    report = build.report()
    with Book(tmp_path / "x.ledger") as book:
        build.read(book, report, build.claims(report))
    with dateline.Ledger(tmp_path / "x.ledger", read_only=True) as ledger:
        shown = ledger.shown(dateline.ClaimFilter(kind="shelling"))
        assert [claim.claim for claim in shown] == list(ledger.claims(dateline.ClaimFilter(kind="shelling")))
        assert shown[0].quote in report.text
        assert "<mark" in shown[0]._repr_html_()
        table = ledger.claims()._repr_html_()
        assert table is not None
        assert "displacement" in table
