"""`dateline demo`: the sample reports -> a ledger, shown as a table that explains itself."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.printing import put

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.ledger import Ledger
    from dateline.records import Claim

SAMPLES = "lexicons/samples"
NAME = "demo.ledger"

Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="Where to put demo.ledger; else in a new temporary folder."),
]


def demo(*, out: Out = None) -> None:
    """Read eight sample reports and show the ledger they make."""
    from dateline.ledger import Ledger
    from dateline.pipeline import read_reports

    path = _place(out)
    typer.echo("Reading eight sample reports about one invented episode (a prison is attacked) ...", err=True)
    with Ledger(path) as book:
        read_reports([Path(str(files("dateline") / SAMPLES))], book)
        _tell(book, path)


def _place(out: Path | None) -> Path:
    from tempfile import mkdtemp

    folder = out or Path(mkdtemp(prefix="dateline-"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder / NAME


def _tell(book: Ledger, path: Path) -> None:
    from dateline.cli import tables

    reports = {report.id: report for report in book.reports()}
    claims = list(book.claims())
    put("", f"THE LEDGER: what {len(reports)} reports say. One line is one claim: what one source says of")
    put("one event in one report. Nothing is added up, and nobody is overruled.", "")
    for report in reports.values():
        put(f"{report.published_day or 'no date'}  {report.publisher or ''}: {report.headline or ''}")
        put(tables.claims(claim for claim in claims if claim.report == report.id), "")
    put("The columns:", *(f"  {name:12} {meaning}" for name, meaning in tables.CLAIM_COLUMNS.items()), "")
    _compare(claims)
    _next(claims, path)


def _compare(claims: Iterable[Claim]) -> None:
    """The figures of the dead, side by side: why a ledger keeps every one of them."""
    from dateline.cli import tables

    killed = [(claim, figure) for claim in claims for figure in claim.figures if figure.measure == "killed"]
    put("HOW MANY DIED? It depends on who says so, when, and of whom:", tables.figures(killed), "")


def _next(claims: list[Claim], path: Path) -> None:
    from dateline.cli.phrases import short_id

    example = next((c for c in claims if c.figures and c.source.type != "report"), claims[0])
    put(
        "TRY NEXT",
        f"  dateline why {short_id(example)} --ledger {path}",
        "      the words behind that claim, and the rule that decided each value",
        f"  dateline show {example.report} --ledger {path}",
        "      the report itself, its claims marked",
        f"  dateline claims --source accord --ledger {path}",
        "      only what one party says",
        "  dateline read my-reports/",
        "      your own reports, into ./dateline.ledger",
    )
