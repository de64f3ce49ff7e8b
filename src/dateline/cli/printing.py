"""What the commands share: how paths are opened, how things are printed, what the exit says."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from dateline.cli.cleaning import clean, one_line
from dateline.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dateline.ledger import Ledger
    from dateline.records import Fault

FAULTS = 1  # exit status where something could not be read


def sources(paths: Iterable[Path]) -> list[Path | BinaryIO]:
    """The paths, with standard input for a dash. Raises: UsageError, naming those that are not there."""
    given = list(paths)
    missing = [str(path) for path in given if str(path) != "-" and not path.exists()]
    if missing:
        msg = f"there is no file or folder {', '.join(missing)}"
        raise UsageError(msg)
    return [sys.stdin.buffer if str(path) == "-" else path for path in given]


def existing(path: Path) -> Ledger:
    """The ledger at a path, to ask and not to write. Raises: LedgerError, when there is none."""
    from dateline.ledger import Ledger

    return Ledger(path, create=False, read_only=True)


def put(*things: RenderableType) -> None:
    """Print tables and texts on standard output, one below the other."""
    from rich.text import Text

    from dateline.cli import tables

    console = tables.console()
    for thing in things:
        if isinstance(thing, str):
            console.print(Text(clean(thing)), soft_wrap=True)
        else:
            console.print(thing)


def complain(faults: Iterable[Fault]) -> None:
    """Name faults on standard error, one a line."""
    from dateline.cli import tables

    for fault in faults:
        about, message = tables.about(fault), one_line(fault.message)
        told = message if message.startswith(about) else f"{about}: {message}"
        typer.echo(f"dateline: {told} [{fault.code}]", err=True)


def leave(faults: Sequence[Fault]) -> None:
    """End a command: name the faults that it met, and exit accordingly."""
    complain(faults)
    if faults:
        raise typer.Exit(FAULTS)
