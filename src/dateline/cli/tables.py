"""Records -> tables that read well at 100 columns, in a terminal or a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.cli import phrases
from dateline.cli.cleaning import clean, one_line
from dateline.evaluate.ledger import Agreement, Share
from dateline.records import Claim, Fault, Figure, Report, Span

if TYPE_CHECKING:
    from dateline.evaluate.attribution import AttributionAgreement
    from dateline.evaluate.calibration import Reliability
    from dateline.evaluate.combining import RuleAgreement
    from dateline.evaluate.figures import FigureAgreement
    from dateline.evaluate.incidents import IncidentAgreement
    from dateline.evaluate.places import PlaceAgreement
    from dateline.evaluate.times import TimeAgreement

WIDTH = 100  # where the output is no terminal, and so has no width of its own
Cell = str | Text

# What each column of the table of claims says; the demo prints them.
CLAIM_COLUMNS = {
    "when": "the day or days on which it happened, as far as the report tells",
    "where": "the place and its country",
    "what": "the kind of event, and how it is put where it is not plainly told as having happened",
    "who → whom": "who did it, to whom; ? where the report does not say who",
    "figures": "how many, with the range that the words leave open",
    "who says so": "the source of the statement, and who passed it on",
    "claim": "the start of the claim's id: dateline why ID shows its words",
}


# The least and the most that each column takes. The least are what a terminal of 80 columns holds, and keep the
# common words whole ("displacement", "unidentified"); what is left over goes, blank by blank, to who wants most.
ID = (phrases.SHORT_ID, phrases.SHORT_ID)
DAY = (10, 10)
CLAIM_WIDTHS = (DAY, (10, 16), (12, 14), (12, 24), (11, 24), (10, 20), ID)
FIGURE_WIDTHS = ((15, 28), DAY, (9, 20), (12, 14), (10, 24), DAY, ID)
AIRY = 100  # from here on two blanks part the columns


def console() -> Console:
    """Where tables are printed: standard output, text as it stands."""
    fixed = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return Console(width=WIDTH if fixed else None, highlight=False, markup=False, emoji=False)


def claims(found: Iterable[tuple[Report, Iterable[Claim]]]) -> Table:
    """One line a claim, of reports with their claims."""
    table = _table(tuple(CLAIM_COLUMNS), CLAIM_WIDTHS)
    table.leading = 1  # cells of several lines need air between the rows
    for report, claim in _each(found):
        _add(
            table,
            phrases.when(claim.when),
            phrases.where(claim.where),
            phrases.what(claim),
            phrases.who_to_whom(claim),
            phrases.figures(claim),
            phrases.source(claim.source, report.publisher),
            phrases.short_id(claim),
        )
    return table


def figures(found: Iterable[tuple[Report, Iterable[Claim]]], measure: str | None = None) -> Table:
    """One line a figure, of one measure if that is asked: what it is about, who gives it, and when."""
    table = _table(("figure", "when", "where", "what", "who says so", "reported", "claim"), FIGURE_WIDTHS)
    for report, claim in _each(found):
        for figure in claim.figures:
            if measure in {None, figure.measure}:
                _add(table, *_figure(report, claim, figure))
    return table


def _figure(report: Report, claim: Claim, figure: Figure) -> tuple[str, ...]:
    return (
        phrases.figure(figure),
        phrases.when(claim.when),
        phrases.where(claim.where),
        phrases.what(claim),
        phrases.source(claim.source, report.publisher),
        str(report.published_day or ""),
        phrases.short_id(claim),
    )


def _each(found: Iterable[tuple[Report, Iterable[Claim]]]) -> Iterator[tuple[Report, Claim]]:
    return ((report, claim) for report, claims in found for claim in claims)


def reports(found: Iterable[Report], counts: dict[str, int]) -> Table:
    """One line a report, with how many claims it makes."""
    table = _table(("published", "report", "headline", "publisher", "claims"))
    for report in found:
        day = report.published_day
        headline, publisher = report.headline or "", report.publisher or ""
        count = str(counts.get(report.id, 0))
        _add(table, str(day or ""), clean(report.id), one_line(headline), one_line(publisher), count)
    return table


def faults(found: Iterable[Fault]) -> Table:
    """One line a fault: where, which, and what was found."""
    table = _table(("about", "fault", "message"))
    for fault in found:
        _add(table, about(fault), clean(fault.code), one_line(fault.message))
    return table


def about(fault: Fault) -> str:
    """What a fault is about, as a person would look it up."""
    if isinstance(fault.about, Span):
        return clean(f"{fault.about.report}, at {fault.about.start}")
    return one_line(fault.about or "")


def places(rows: Iterable[Sequence[str]]) -> Table:
    """One line a place that a name may mean; a star marks the one that would be taken."""
    table = _table(("", "place", "kind", "lies in", "people", "lat lon", "km", "why", "id"))
    for row in rows:
        _add(table, *map(one_line, row))
    return table


def sources(rows: Iterable[Sequence[str]]) -> Table:
    """One line a source of the shipped data."""
    table = _table(("source", "licence", "read", "through", "shipped in"))
    table.leading = 1
    for row in rows:
        _add(table, *row)
    return table


def agreement(
    got: Agreement
    | TimeAgreement
    | AttributionAgreement
    | PlaceAgreement
    | RuleAgreement
    | FigureAgreement
    | IncidentAgreement,
) -> Table:
    """Shares of each field; precision, recall and counts where there are such."""
    table = _table(("field", "agree", "precision", "recall", "found of wanted"))
    for name, value in (
        (f, getattr(got, f)) for f in got.__dataclass_fields__ if f not in {"reports", "runs"}
    ):
        if isinstance(value, Share):
            counts = f"{value.hit} of {value.gold}, {value.system} given"
            _add(table, name, f"{value.f1:.3f}", f"{value.p:.3f}", f"{value.r:.3f}", counts)
        else:
            whole = name.endswith("_km") or isinstance(value, int)
            _add(table, name, f"{value:.0f}" if whole else f"{value:.3f}", "", "", "")
    return table


def plain(
    columns: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[tuple[int, int]] = ()
) -> Table:
    """Rows under their columns' names, each column with the least and the most that it takes, where given."""
    table = _table(columns, widths)
    for row in rows:
        _add(table, *row)
    return table


def calibration(got: Mapping[str, Reliability]) -> Table:
    """One line a field: how sure its values are in the mean, how many are right, and the mean distance."""
    table = _table(("field", "said", "right", "error", "right of given", "right by tenth of sureness"))
    for name, one in got.items():
        bins = "  ".join(f"{b.low:.1f}: {b.right}/{b.count}" for b in one.bins)
        counts = f"{one.right} of {one.given}"
        share = one.right / one.given
        _add(table, name, f"{one.said:.3f}", f"{share:.3f}", f"{one.error:.3f}", counts, bins)
    return table


def _table(columns: Sequence[str], widths: Sequence[tuple[int, int]] = ()) -> Table:
    space = console().width
    padding = (0, 1 if space >= AIRY else 0, 0, 0)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=padding)
    fitted = _fitted(widths, space - (1 + padding[1]) * (len(columns) - 1))
    for column, width in zip_longest(columns, fitted):
        table.add_column(column, overflow="fold", width=width)
    return table


def _fitted(widths: Sequence[tuple[int, int]], space: int) -> list[int]:
    """The widths that fill the space; none where it is too small even for the least of them."""
    fitted = [least for least, _ in widths]
    if not widths or sum(fitted) > space:
        return []
    for _ in range(space - sum(fitted)):
        wants, k = max((most - fitted[k], -k) for k, (_, most) in enumerate(widths))
        fitted[-k] += wants > 0
    return fitted


def _add(table: Table, *cells: Cell) -> None:
    # Text objects, so that square brackets of a report are never taken for markup.
    table.add_row(*(Text(cell) if isinstance(cell, str) else cell for cell in cells))
