"""`dateline serve`: a ledger -> its workbench, in the browser of this computer."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import options
from dateline.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from fastapi import FastAPI

HERE = frozenset({"127.0.0.1", "localhost", "::1"})
PORT = 8642

Port = Annotated[
    int, typer.Option("--port", min=0, max=65535, metavar="N", help="The port; 0 takes a free one.")
]
Host = Annotated[
    str, typer.Option("--host", metavar="NAME", help="Where to listen: an address of this computer's own.")
]
Team = Annotated[
    bool,
    typer.Option("--team", help="Have everybody sign in; needed for any other address than this computer's."),
]
Names = Annotated[
    list[str] | None,
    typer.Option(
        "--name", metavar="NAME", help="With --team: a name that browsers call the server by. Repeatable."
    ),
]
NoOpen = Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")]


def serve(
    *,
    ledger: options.Ledger = options.LEDGER,
    port: Port = PORT,
    host: Host = "127.0.0.1",
    no_open: NoOpen = False,
    team: Team = False,
    name: Names = None,
) -> None:
    """Serve the workbench over a ledger: pages for looking, comparing and correcting, on this computer only."""
    if host not in HERE and not team:
        msg = f"--host {host}: without accounts a ledger is served on this computer only; use 127.0.0.1, or --team"
        raise UsageError(msg)
    run(ledger, host=host, port=port, is_opened=not no_open, team=(name or []) if team else None)


def run(
    ledger: Path,
    *,
    host: str = "127.0.0.1",
    port: int = PORT,
    is_opened: bool = True,
    is_any_port_fine: bool = False,
    team: list[str] | None = None,
) -> None:
    """Serve until Ctrl-C; `team` are the names that browsers call the server by, None without accounts.

    Raises:   UsageError, when the port is taken; LedgerError, when there is no ledger.
    """
    import uvicorn

    from dateline.workbench.app import create_app

    app = create_app(ledger) if team is None else _team(ledger, host, team)
    try:
        listening = _listen(host, port)
    except UsageError:
        if not is_any_port_fine:
            raise
        listening = _listen(host, 0)
    address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
    typer.echo(f"{ledger}: {address}")
    typer.echo("Ctrl-C ends it.", err=True)
    if is_opened and has_screen():
        typer.launch(address)
    # Ctrl-C is how it is meant to end; uvicorn passes it on once it has closed what was open.
    with listening, suppress(KeyboardInterrupt):
        uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run(sockets=[listening])


def _team(ledger: Path, host: str, names: list[str]) -> FastAPI:
    """The workbench with accounts. Raises: UsageError, when nobody could sign in."""
    from dateline.workbench.app import LOCAL, create_app
    from dateline.workbench.team import Accounts

    accounts = Accounts(ledger)
    if not ledger.exists() or not any(one.disabled is None for one in accounts.list()):
        msg = "nobody could sign in: make an account first, with dateline accounts add NAME --role admin"
        raise UsageError(msg)
    if host not in HERE:
        typer.echo(
            "Passwords travel as they are: put this behind a server that speaks TLS (docs/review.md).",
            err=True,
        )
    return create_app(ledger, hosts=(*LOCAL, host, *names), keeper=accounts)


def has_screen() -> bool:
    """Whether a person sits at a terminal here, with a screen on which a browser can open."""
    is_seen = sys.platform in {"darwin", "win32"} or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    return sys.stdout.isatty() and bool(is_seen)


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens; taken before the address is told, so that the address is true."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    if os.name == "posix":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # a browser that is quicker than the server waits, and is not refused
    except OSError as error:
        listening.close()
        msg = f"port {port} of {host} cannot be had ({error.strerror}); name another one with --port, or 0 for any"
        raise UsageError(msg) from error
    return listening
