"""Text, files and folders -> claims, in one call each: the Python API.

The parser and the gazetteer open on the first call and stay open for the next ones.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from dateline import reports
from dateline.errors import UsageError
from dateline.exports.notebook import ShownClaim
from dateline.pipeline import DEFAULT_MODEL, Reader, Reading, read_files
from dateline.records import Fault


@lru_cache(maxsize=1)
def _reader(model: str) -> Reader:
    return Reader(model)


def claims(
    text: str,
    *,
    published: date | str | None = None,
    headline: str | None = None,
    publisher: str | None = None,
    model: str = DEFAULT_MODEL,
) -> tuple[ShownClaim, ...]:
    """The claims that one report makes, in text order.

    Args:    published: the day of publication ("2022-02-07" or a date), against which "last Thursday" is
             resolved; without it such words stay unresolved.
    Returns: claims that show themselves in a notebook with their words marked.
    Raises:  UsageError, when `published` is no date.

    >>> found = claims("Rebels killed 12 soldiers in Aleppo on Monday, the army said.", published="2013-05-02")
    >>> [(c.kind, c.figures[0].low, c.source.name) for c in found]
    [('armed_clash', 12, 'army')]
    """
    report = reports.from_text(text, headline=headline, publisher=publisher, published=_day(published))
    reading = _reader(model).read(report)
    return tuple(ShownClaim(claim, report) for claim in reading.claims)


def _day(published: date | str | None) -> date | None:
    if not isinstance(published, str):
        return published
    try:
        return date.fromisoformat(published[:10])
    except ValueError as error:
        msg = f"published is {published!r}; write a date such as '2022-02-07'"
        raise UsageError(msg) from error


def read(path: str | Path, *, jobs: int = 1, model: str = DEFAULT_MODEL) -> tuple[Reading | Fault, ...]:
    """Read a file or a folder of reports; a `Fault` stands for each thing that could not be read."""
    return tuple(read_files([Path(path)], jobs=jobs, model=model))
