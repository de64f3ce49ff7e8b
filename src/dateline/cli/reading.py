"""`dateline read`: files and folders -> a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli import options
from dateline.cli.phrases import counted
from dateline.cli.printing import FAULTS, sources

JOBS = 2  # processes that link where there is much to link
STOPPED = 130  # as shells count an end by Ctrl-C

Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Files and folders; - is standard input.")]


def read(
    paths: Paths,
    *,
    ledger: options.Ledger = options.LEDGER,
    jobs: options.Jobs = 1,
    model: options.Model = options.MODEL,
    gazetteer: options.Gazetteer = None,
) -> None:
    """Read reports into a ledger; what it already holds is skipped."""
    from dateline.casebook import keep
    from dateline.cli.progress import counting, linking
    from dateline.ledger import Ledger
    from dateline.pipeline import read_reports

    given = sources(paths)
    try:
        with Ledger(ledger) as book, counting(paths) as progress:
            summary = read_reports(
                given, book, jobs=jobs, model=model, gazetteer=gazetteer, progress=progress
            )
            keep(book, jobs=max(jobs, JOBS), anew=linking)
    except KeyboardInterrupt as stop:
        typer.echo(f"stopped; what was read is in {ledger}: the same command goes on from there", err=True)
        raise typer.Exit(STOPPED) from stop
    withdrawn = f", {counted(summary.withdrawn, 'older claim')} withdrawn" if summary.withdrawn else ""
    typer.echo(
        f"{ledger}: {counted(summary.reports, 'report')} read, {summary.skipped} already there, "
        f"{counted(summary.claims, 'claim')}, {counted(summary.figures, 'figure')}, "
        f"{counted(summary.faults, 'fault')}{withdrawn}"
    )
    if summary.faults:
        typer.echo(f"the faults: dateline faults --ledger {ledger}", err=True)
        raise typer.Exit(FAULTS)
