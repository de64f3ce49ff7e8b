"""A publication -> a folder of Parquet files, one a table, typed as pandas, R, DuckDB and Spark read them.

Counts are nullable 32-bit integers, days date32, the texts of reports are in. What a column means stands in its
metadata. The same publication gives the same bytes under one version of pyarrow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.errors import InstallError
from dateline.exports.cells import Head, Table
from dateline.exports.losses import Losses, of_tables
from dateline.exports.publication import Loss, Publication
from dateline.exports.tables import tables

if TYPE_CHECKING:
    import pyarrow as pa

MOST = 2**31 - 1  # what 32 bits hold
TEXT = Head("text", "text", "the text, as far as it is handed on; every offset points into it")


def write(publication: Publication, path: Path) -> Loss:
    """Write incidents.parquet, claims.parquet, figures.parquet, reports.parquet and codebook.parquet into a folder.

    Raises:   InstallError, when pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 (250 MB that most do not have)
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        msg = "Parquet needs pyarrow, which is not installed; pip install 'dateline[formats]'"
        raise InstallError(msg) from error
    path.mkdir(parents=True)
    made = [_with_text(table, publication) for table in tables(publication)]
    for table in made:
        parquet.write_table(_arrow(table, pa), path / f"{table.name}.parquet", compression="zstd")
    losses = Losses()
    of_tables(publication, losses, has_text=True)
    return losses.loss("parquet", sum(len(table.rows) for table in made))


def _with_text(table: Table, publication: Publication) -> Table:
    if table.name != "reports":
        return table
    rows = tuple((*row, report.text) for row, report in zip(table.rows, publication.reports, strict=True))
    return replace(table, columns=(*table.columns, TEXT), rows=rows)


def _arrow(table: Table, pa: Any) -> pa.Table:
    """One table with its types and meanings."""
    types = {
        "text": pa.string(),
        "count": pa.int32(),
        "degree": pa.float64(),
        "day": pa.date32(),
        "moment": pa.timestamp("us", "UTC"),
        "flag": pa.bool_(),
    }
    fields = [pa.field(h.name, types[h.holds], metadata={"meaning": h.meaning}) for h in table.columns]
    columns = list(zip(*table.rows, strict=True)) if table.rows else [()] * len(fields)
    fields = [_wide_enough(field, cells, pa) for field, cells in zip(fields, columns, strict=True)]
    arrays = [pa.array(cells, field.type) for cells, field in zip(columns, fields, strict=True)]
    schema = pa.schema(fields, metadata={"meaning": table.meaning})
    return pa.Table.from_arrays(arrays, schema=schema)


def _wide_enough(field: Any, cells: Sequence[Any], pa: Any) -> Any:
    """A column of counts holds what is told of, also where that is more than anything of which there can be so many."""
    too_large = pa.types.is_int32(field.type) and any(n is not None and n > MOST for n in cells)
    return field.with_type(pa.int64()) if too_large else field
