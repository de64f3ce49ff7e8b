"""The table of commands -> the app that runs them."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline import __version__
from dateline.cli import accounts, reviews
from dateline.cli.about import about
from dateline.cli.actors import search as search_actors
from dateline.cli.demo import demo
from dateline.cli.exporting import export, verify
from dateline.cli.gazetteer import build, search
from dateline.cli.growth import balance, history
from dateline.cli.importing import import_
from dateline.cli.incidents import incident, incidents
from dateline.cli.judgements import different, judgements, same, undo
from dateline.cli.judging import agree, evaluate
from dateline.cli.questions import claims, faults, figures, reports, show, why
from dateline.cli.reading import read
from dateline.cli.serving import serve
from dateline.cli.sums import diff, sensitivity, totals

# In the order in which a newcomer meets them; --help and docs/reference.md keep it.
COMMANDS = (
    read,
    reports,
    claims,
    figures,
    incidents,
    incident,
    history,
    balance,
    totals,
    sensitivity,
    diff,
    judgements,
    why,
    show,
    faults,
    agree,
    evaluate,
    export,
    verify,
    import_,
    serve,
    demo,
    about,
)
# Commands of two words: the first, what it is about, and the second words.
GROUPS = {
    "judge": (
        "Say which claims tell of one incident, and which do not.",
        (same, different, undo),
    ),
    "review": (
        "Judge claims: accept, correct, reject, add; a queue of what matters most; two coders and their agreement.",
        (
            reviews.queue,
            reviews.accept,
            reviews.correct,
            reviews.reject,
            reviews.add,
            reviews.note,
            reviews.proof,
            reviews.undo,
            reviews.log,
            reviews.open_round,
            reviews.rounds,
            reviews.finish,
            reviews.agreement,
        ),
    ),
    "accounts": (
        "Say who may sign in where a ledger is served to a team.",
        (accounts.add, accounts.list_all, accounts.disable, accounts.password),
    ),
    "actors": ("Ask the table of actors.", (search_actors,)),
    "gazetteer": ("Search the place names, and build an index of the full GeoNames dump.", (search, build)),
}


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


def _dateline(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read reports about an armed conflict; keep who did what to whom, where, when, how many, who says so."""


# Plain help: drawing boxes with rich costs three times the cold start (0.5 s against 0.15 s).
app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
)
app.callback()(_dateline)
for _command in COMMANDS:
    app.command()(_command)
for _name, (_help, _inner) in GROUPS.items():
    _group = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=_help)
    for _second in _inner:
        _group.command()(_second)
    app.add_typer(_group, name=_name)
