"""The sample reports -> one ledger of them for all tests of pages in a process, with its incidents."""

from __future__ import annotations

import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path

from dateline.casebook import keep
from dateline.ledger import Ledger
from dateline.pipeline import read_reports

SAMPLES = Path(str(files("dateline") / "lexicons" / "samples"))


@cache
def samples() -> Path:
    """The ledger; nobody writes to it."""
    path = Path(tempfile.mkdtemp(prefix="dateline-samples-")) / "samples.ledger"
    with Ledger(path) as book:
        read_reports([SAMPLES], book)
        keep(book)
    return path
