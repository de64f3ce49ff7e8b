"""The commands that compare: two coders, or dateline and the gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli import options
from dateline.cli.printing import FAULTS, complain, put

DIAGRAM = "Draw how far the scores of claims hold into this SVG file; for the part ledger."
TEXTS = "The folder of the texts; else reports/, three folders above the gold."

Coder = Annotated[Path, typer.Argument(help="A folder of .json files, or a .jsonl file, of coded reports.")]


def agree(
    first: Coder,
    second: Coder,
    *,
    as_json: options.Json = False,
) -> None:
    """Compare two coders, or a coder and dateline."""
    from dateline.cli import tables
    from dateline.evaluate.codings import load
    from dateline.evaluate.ledger import agreement

    ones, others = load(first), load(second)
    missing = sorted(set(ones) - set(others))
    if missing:
        typer.echo(
            f"{second} lacks {len(missing)} of {len(ones)} reports: {', '.join(missing[:5])}", err=True
        )
    got = agreement(ones, others)
    if as_json:
        typer.echo(json.dumps(got.to_object()))
    else:
        put(f"{got.reports} reports", tables.agreement(got))


def evaluate(
    part: Annotated[
        str,
        typer.Argument(
            help="What to evaluate: ledger, attribution, figures, incidents, places, rules or times."
        ),
    ],
    path: Annotated[Path, typer.Argument(help="The gold: any folder or file in that part's form.")],
    *,
    reports: Annotated[Path | None, typer.Option("--reports", metavar="DIR", help=TEXTS)] = None,
    as_json: options.Json = False,
    diagram: Annotated[Path | None, typer.Option("--diagram", metavar="FILE", help=DIAGRAM)] = None,
    jobs: options.Jobs = 1,
    model: options.Model = options.MODEL,
    gazetteer: options.Gazetteer = None,
) -> None:
    """Measure dateline against what people have coded."""
    from dateline.cli import tables
    from dateline.evaluate.diagram import draw
    from dateline.evaluate.running import NO_TEXT
    from dateline.evaluate.running import evaluate as run

    got = run(part, path, reports=reports, jobs=jobs, model=model, gazetteer=gazetteer)
    complain(got.faults)
    if as_json:
        typer.echo(json.dumps(got.to_object()))
    else:
        put(f"{got.name}: {got.agreement.reports} reports", tables.agreement(got.agreement))
        if got.calibration:
            put("how far the scores hold", tables.calibration(got.calibration))
    if diagram is not None:
        diagram.write_text(draw(got.calibration), "utf-8")
    if any(fault.code == NO_TEXT for fault in got.faults):
        raise typer.Exit(FAULTS)
