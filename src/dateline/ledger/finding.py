"""A connection and words -> the readings of reports that have them, by number."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import Connection, func, select

from dateline.ledger.schema import REPORT_READ

if TYPE_CHECKING:
    from dateline.ledger.arrays import Numbers

# Questions whose answers are kept: a person asks a page, then its next part, then another page of the same words.
KEPT = 32
_FOUND: OrderedDict[tuple[object, ...], Numbers] = OrderedDict()
# One text of all numbers: to fetch a hundred thousand rows would take four times as long.
_ASKED = "SELECT group_concat(rowid) FROM report_words WHERE report_words MATCH ?"


def readings_with(connection: Connection, asked: str) -> Numbers:
    """The first readings of the revisions of reports that match a question to the index, in the order of numbers.

    Args:     asked: what `filters.sought` makes of words; with none, nothing is found.
    """
    file = connection.exec_driver_sql("PRAGMA database_list").one()[2]
    last = connection.execute(select(func.max(REPORT_READ.c.id))).scalar()
    key = (file, last, asked)
    found = _FOUND.get(key)
    if found is None:
        said = connection.exec_driver_sql(_ASKED, (asked,)).scalar() if asked else None
        found = np.array(said.split(",") if said else (), np.int64)
        _FOUND[key] = found
        while len(_FOUND) > KEPT:
            _FOUND.popitem(last=False)
    return found


def weighed(connection: Connection, asked: str) -> list[int]:
    """The same readings, those first that say the words most; for few of them, as each has to be weighed."""
    if not asked:
        return []
    said = "SELECT rowid FROM report_words WHERE report_words MATCH ? ORDER BY bm25(report_words), rowid"
    return [int(row[0]) for row in connection.exec_driver_sql(said, (asked,))]
