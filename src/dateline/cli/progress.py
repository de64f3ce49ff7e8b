"""Work to be done -> a bar on standard error, where that is a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import TaskID

# A file of this form may hold any number of reports, so that the end is not known beforehand.
MANY = ".jsonl"
LONG = 10_000  # claims whose linking from nothing takes a while


@contextmanager
def counting(paths: Sequence[Path]) -> Iterator[Callable[[int], None]]:
    """A bar for reading these paths; what it gives is called with the count of reports that are done."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("reading", total=_expected(paths))
        yield lambda done: bar.update(task, completed=done)


def _expected(paths: Sequence[Path]) -> int | None:
    """How many reports there will be, if that can be told from the files' names."""
    from dateline.reports import find

    files, _ = find([path for path in paths if str(path) != "-"])
    if Path("-") in paths or any(file.suffix.lower() == MANY for file in files):
        return None
    return len(files)


@contextmanager
def stepping(steps: Sequence[str]) -> Iterator[Callable[[str, int, int], None]]:
    """A bar for work of several steps; what it gives is called with a step, and how much of how much is done."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    text = TextColumn("{task.description}")
    columns = (text, BarColumn(), TaskProgressColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(step: str, done: int, total: int) -> None:
            for other, task in tasks.items():
                if other != step:
                    bar.update(task, total=1, completed=1)
            if step not in tasks:
                tasks[step] = bar.add_task(f"{steps.index(step) + 1}/{len(steps)} {step}", total=None)
            bar.update(tasks[step], total=total or None, completed=done)

        yield tell


def linking(claims: int) -> None:
    """Say that all claims are linked from nothing, where one will wonder what takes so long."""
    if claims >= LONG:
        import typer

        typer.echo(
            f"linking all {claims:,} claims from nothing, once; later only what is new is compared", err=True
        )
