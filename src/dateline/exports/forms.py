"""The names of all forms -> what each is, what it makes, and how it is written: the one list of forms.

A form's module is opened only when it is asked for, as some stand on packages that not everybody has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.exports.publication import Loss, Publication


@dataclass(frozen=True, slots=True)
class Form:
    """A form of export: its name, the ending of its file ("" for a folder) and, in words, what it holds.

    `module` writes it; `coded` says that it has the shape of another data set, which cannot say all.
    """

    name: str
    suffix: str
    words: str
    module: str
    coded: bool = False

    def write(self, publication: Publication, path: Path) -> Loss:
        """Write the publication to a path where nothing is yet; what the form cannot say comes back.

        Raises:   InstallError, when a package is missing that the form needs.
        """
        loss: Loss = import_module(f"dateline.exports.{self.module}").write(publication, path)
        return loss


PACKET = "packet"  # what holds all forms, with a list of what each byte should be
FORMS: Mapping[str, Form] = MappingProxyType(
    {
        form.name: form
        for form in (
            Form("csv", "", "a folder of five tables, for R, pandas and any spreadsheet", "separated"),
            Form("xlsx", ".xlsx", "one workbook, in which claims can be judged too", "workbook"),
            Form("parquet", "", "a folder of five typed tables, for pandas, R and DuckDB", "columnar"),
            Form("jsonl", ".jsonl", "everything, nested, one object a line", "lines"),
            Form("geojson", ".geojson", "incidents as points, for maps", "features"),
            Form("gpkg", ".gpkg", "layers of incidents and claims, for QGIS", "geopackage"),
            Form("html", ".html", "one page for any browser, with no network: map, timeline, words", "page"),
            Form("acled", ".csv", "incidents in the columns of ACLED", "acled", coded=True),
            Form("ucdp-ged", ".csv", "deadly incidents in the columns of UCDP GED", "ged", coded=True),
            Form("plover", ".jsonl", "incidents as PLOVER's event records", "plover", coded=True),
            Form(
                "polecat",
                ".tsv",
                "incidents in the columns of POLECAT, PLOVER's data set",
                "polecat",
                coded=True,
            ),
        )
    }
)


def form(name: str) -> Form:
    """The form of a name.

    Raises:   UsageError, when there is none.
    """
    if name not in FORMS:
        raise UsageError(no_form(name))
    return FORMS[name]


def no_form(name: str) -> str:
    """What to say where somebody asks for a form that is none; a packet holds all of them."""
    return f"there is no form {name!r}; there are: {', '.join((*FORMS, PACKET))}"
