"""The process's edge: what is raised inside becomes a message and an exit status."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import NoReturn

from dateline.cli.app import app
from dateline.cli.cleaning import clean
from dateline.errors import DatelineError

MISUSE = 2


def main() -> None:
    """Run the command line and exit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that cannot show a letter shows a question mark; it is no reason to stop.
            stream.reconfigure(errors="replace")
    try:
        app()
    except DatelineError as error:
        _refuse(str(error), error)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _refuse(f"{where}{error.strerror or error}; check the path, its rights and the disk's room", error)


def _refuse(message: str, error: Exception) -> NoReturn:
    sys.stderr.write(f"dateline: {clean(message)}\n")
    raise SystemExit(MISUSE) from error
