"""Text, files, folders and ledgers -> claims, in one call each: the Python API.

The parser and the gazetteer open on the first call and stay open for the next ones.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from dateline import language, ledger, reports
from dateline.exports.notebook import ShownClaim
from dateline.ledger import ClaimFilter
from dateline.mentions.quantities import Quantity
from dateline.mentions.quantities import find as find_quantities
from dateline.pipeline import DEFAULT_MODEL, Reader, Reading, read_files
from dateline.records import Fault, Report, ReportId

EVERY_CLAIM = ClaimFilter()


@lru_cache(maxsize=1)
def _reader(model: str, gazetteer: Path | None) -> Reader:
    return Reader(model, gazetteer)


def claims(
    text: str,
    *,
    published: date | str | None = None,
    headline: str | None = None,
    publisher: str | None = None,
    model: str = DEFAULT_MODEL,
    gazetteer: str | Path | None = None,
) -> tuple[ShownClaim, ...]:
    """The claims that one report makes, in text order.

    Args:    published: the day of publication ("2022-02-07", "Feb. 7, 2022" or a date), against which
             "last Thursday" is resolved; without it such words stay unresolved. `gazetteer`: a file made by
             `dateline gazetteer build` to look places up in, else the shipped gazetteer.
    Returns: claims that show themselves in a notebook with their words marked.
    Raises:  UsageError, when the text is blank, `published` is no date or there is no such gazetteer.

    >>> text = "Rebels killed 12 soldiers in Aleppo on Monday, the army said."
    >>> found = claims(text, published="2013-05-02")
    >>> [(claim.figures[0].low, claim.source.name, claim.quote) for claim in found]
    [(12, 'army', 'Rebels killed 12 soldiers in Aleppo on Monday')]
    """
    report = reports.from_text(text, headline=headline, publisher=publisher, published=published)
    reading = _reader(model, Path(gazetteer) if gazetteer else None).read(report)
    return tuple(ShownClaim(claim, report) for claim in reading.claims)


def quantities(text: str, *, model: str = DEFAULT_MODEL) -> tuple[Quantity, ...]:
    """Every quantity that a text states, whatever it measures: values and ranges with their units, in text order.

    Only figures of people, things and attacks reach a ledger; these are all the others as well.

    >>> [(q.low, q.high, q.unit, q.change) for q in quantities("The wall is about 3 to 5 metres high.")]
    [(3.0, 5.0, 'metre', '~')]
    """
    report = Report(ReportId("text"), text)
    sentences, _ = language.parse(report, _engine(model))
    return find_quantities(report, sentences)


@lru_cache(maxsize=1)
def _engine(model: str) -> language.Engine:
    return language.load(model)


def read(
    path: str | Path,
    *,
    jobs: int = 1,
    model: str = DEFAULT_MODEL,
    gazetteer: str | Path | None = None,
) -> tuple[Reading | Fault, ...]:
    """Read a file or a folder of reports; a `Fault` stands for each thing that could not be read."""
    places = Path(gazetteer) if gazetteer else None
    return tuple(read_files([Path(path)], jobs=jobs, model=model, gazetteer=places))


class Ledger(ledger.Ledger):
    """The ledger in one SQLite file, as `dateline.ledger.Ledger`; its claims can show themselves as well."""

    def shown(self, asked: ClaimFilter = EVERY_CLAIM) -> tuple[ShownClaim, ...]:
        """The claims that pass a filter, each with its report: for a notebook, or to read their words."""
        rows = self.claims(asked)
        read: dict[tuple[str, int], Report] = {}
        found = []
        for claim, row in zip(rows, rows.to_dicts(), strict=True):
            key = (claim.report, row["report_revision"])
            if key not in read:
                read[key] = self.report(key[0], revision=key[1])
            found.append(ShownClaim(claim, read[key]))
        return tuple(found)
