"""The commands by which a person says that claims tell of one incident, or do not."""

from __future__ import annotations

from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import options
from dateline.cli.printing import put

if TYPE_CHECKING:
    from dateline.records import Verdict

One = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or the start of it.")]
Others = Annotated[
    list[str], typer.Argument(metavar="CLAIM...", help="The claims that it is held against, by id.")
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who judges; else your user name.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="Why, in your own words.")]


def same(
    claim: One, others: Others, *, ledger: options.Ledger = options.LEDGER, by: By = None, why: Why = ""
) -> None:
    """Say that claims tell of one incident; this outranks every score, and stays when reports are read anew."""
    from dateline.records import Verdict

    _judge(Verdict.SAME, claim, others, ledger, (by, why))


def different(
    claim: One, others: Others, *, ledger: options.Ledger = options.LEDGER, by: By = None, why: Why = ""
) -> None:
    """Say that a claim tells of another incident than others do."""
    from dateline.records import Verdict

    _judge(Verdict.DIFFERENT, claim, others, ledger, (by, why))


def undo(
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", help="The judgement's number, as judgements shows it.")
    ],
    *,
    ledger: options.Ledger = options.LEDGER,
    by: By = None,
) -> None:
    """Take a judgement back; the ledger keeps that it was made, and who took it back."""
    from dateline.casebook import keep
    from dateline.cli.progress import linking
    from dateline.ledger import Ledger

    with Ledger(ledger, create=False) as book:
        book.unjudge(number, by=by or getuser())
        keep(book, anew=linking)


def judgements(*, ledger: options.Ledger = options.LEDGER) -> None:
    """List the judgements that stand."""
    from dateline.cli import tables
    from dateline.cli.cleaning import one_line
    from dateline.cli.printing import existing

    with existing(ledger) as book:
        rows = book.judgements().to_dicts()
    columns = ("number", "verdict", "one claim", "other claim", "by", "why")
    shown = (
        (
            str(row["id"]),
            row["verdict"],
            *(
                f"{row[f'{side}_report']}: {_cut(one_line(row[f'{side}_quote']))}"
                for side in ("one", "other")
            ),
            one_line(row["by"]),
            one_line(row["why"]),
        )
        for row in rows
    )
    put(tables.plain(columns, shown))


def _cut(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57]}..."


def _judge(
    verdict: Verdict, claim: str, others: list[str], ledger: Path, said: tuple[str | None, str]
) -> None:
    from dateline.casebook import keep
    from dateline.cli.progress import linking
    from dateline.ledger import Ledger

    by, why = said
    with Ledger(ledger, create=False) as book:
        one = book.claim(claim)
        for held in [book.claim(other) for other in others]:
            number = book.judge(verdict, one, held, by=by or getuser(), why=why)
            put(f"judgement {number}: {one.id[:8]} and {held.id[:8]} are held to be {_held(verdict)}")
        keep(book, anew=linking)


def _held(verdict: Verdict) -> str:
    return "one incident" if verdict == "same" else "two incidents"
