"""`dateline demo`: the sample reports -> a ledger, shown as a table that explains itself."""

from __future__ import annotations

import os
import sys
from importlib.resources import files
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.printing import put

if TYPE_CHECKING:
    from dateline.casebook import Case
    from dateline.ledger import Ledger
    from dateline.records import Claim

SAMPLES = "lexicons/samples"
NAME = "demo.ledger"

Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="Where to put demo.ledger; else in a new temporary folder."),
]
Serve = Annotated[
    bool, typer.Option("--serve", help="Then open the workbench on it, and serve it until Ctrl-C.")
]


def demo(*, out: Out = None, serve: Serve = False) -> None:
    """Read nine sample reports and show the ledger they make."""
    from dateline.casebook import keep
    from dateline.ledger import Ledger
    from dateline.pipeline import read_reports

    path = _place(out)
    typer.echo("Reading nine sample reports about one invented episode (a prison is attacked) ...", err=True)
    with Ledger(path) as book:
        read_reports([Path(str(files("dateline") / SAMPLES))], book)
        keep(book)
        _tell(book, path)
    if serve:
        from dateline.cli.serving import run

        put("", "THE WORKBENCH on this ledger, in a browser:")
        run(path, is_any_port_fine=True)


def _place(out: Path | None) -> Path:
    from tempfile import mkdtemp

    folder = out or Path(mkdtemp(prefix="dateline-"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder / NAME


def _tell(book: Ledger, path: Path) -> None:
    from dateline.casebook import DEFAULT_RULE, open_casebook
    from dateline.cli import casetables, tables
    from dateline.cli.growth import tell_balance
    from dateline.cli.incidents import tell
    from dateline.exports import growth

    claims = list(book.claims())
    found = [(report, [c for c in claims if c.report == report.id]) for report in book.reports()]
    put("", f"THE LEDGER: what {len(found)} reports say. One line is one claim: what one source says of")
    put("one event in one report. Nothing is added up, and nobody is overruled.", "")
    for report, made in found:
        put(f"{report.published_day or 'no date'}  {report.publisher or ''}: {report.headline or ''}")
        put(tables.claims([(report, made)]), "")
    put("The columns:", *(f"  {name:12} {meaning}" for name, meaning in tables.CLAIM_COLUMNS.items()), "")
    put("HOW MANY DIED? It depends on who says so, when, and of whom:", tables.figures(found, "killed"), "")
    casebook = open_casebook(book)
    put("WHAT HAPPENED? Claims of several reports that tell of the same are one incident:")
    put(
        casetables.incidents(casetables.row_of_case(one, casebook, DEFAULT_RULE) for one in casebook.asked()),
        "",
    )
    put("THE INCIDENT OF WHICH MOST IS TOLD. Every number keeps who gave it; a named rule sets the range.")
    case = casebook.main()
    tell(case, casebook, DEFAULT_RULE)
    put("", "HOW THE COUNT OF THE DEAD GREW", *growth.as_text(casebook.history(case)), "")
    tell_balance(case, casebook)
    _next(claims, case, path)


def _next(claims: list[Claim], case: Case, path: Path) -> None:
    from dateline.cli.casetables import short
    from dateline.cli.phrases import short_id

    # A claim that has what there is to show: a figure, a day, and somebody who says so.
    example = next((c for c in claims if c.figures and c.when and c.source.type != "report"), claims[0])
    program = _program()
    put(
        "",
        "TRY NEXT",
        f"  {program} serve --ledger {path}",
        "      the same in a browser: map, timeline, totals, incidents, the words of each report",
        f"  {program} why {short_id(example)} --ledger {path}",
        "      the words behind that claim, and the rule that decided each value",
        f"  {program} show {example.report} --ledger {path}",
        "      the report itself, its claims marked",
        f"  {program} incident {short(case)} --rule acled --ledger {path}",
        "      the same incident by another rule, with what that rule sets aside",
        f"  {program} why {short(case)} --ledger {path}",
        "      why these claims are held to tell of one incident",
        f"  {program} incidents --as-of 2024-03-14 --ledger {path}",
        "      what had been said by a day",
        f"  {program} claims --source accord --ledger {path}",
        "      only what one party says",
        f"  {program} read my-reports/",
        "      your own reports, into ./dateline.ledger",
    )


def _program() -> str:
    """What to type for dateline here: its path, where the shell would not find it."""
    called = Path(sys.argv[0])
    if which("dateline") or called.name != "dateline":
        return "dateline"
    return os.path.relpath(called)
