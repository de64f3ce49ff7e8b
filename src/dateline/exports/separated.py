"""A publication -> a folder of CSV files, one a table, that Excel, R and pandas read alike.

RFC 4180: comma, quotes doubled, lines end in CR LF. UTF-8 with a byte order mark, without which Excel takes the
letters for another encoding's; pandas and R read it as utf-8-sig. Days are ISO 8601; an empty cell is "not said".
"""

from __future__ import annotations

import csv
from pathlib import Path

from dateline.exports.cells import Table, written
from dateline.exports.losses import Losses, of_tables
from dateline.exports.publication import Loss, Publication
from dateline.exports.tables import tables

ENCODING = "utf-8-sig"


def write(publication: Publication, path: Path) -> Loss:
    """Write incidents.csv, claims.csv, figures.csv, reports.csv and codebook.csv into a folder that is made."""
    path.mkdir(parents=True)
    made = tables(publication)
    for table in made:
        write_table(table, path / f"{table.name}.csv")
    losses = Losses()
    of_tables(publication, losses)
    return losses.loss("csv", sum(len(table.rows) for table in made))


def write_table(table: Table, path: Path) -> None:
    """Write one table as one file."""
    with path.open("w", encoding=ENCODING, newline="") as file:
        rows = csv.writer(file)
        rows.writerow([head.name for head in table.columns])
        rows.writerows([written(value) for value in row] for row in table.rows)
