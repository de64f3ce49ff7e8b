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

HERE = frozenset({"127.0.0.1", "localhost", "::1"})
PORT = 8642

Port = Annotated[
    int, typer.Option("--port", min=0, max=65535, metavar="N", help="The port; 0 takes a free one.")
]
Host = Annotated[
    str, typer.Option("--host", metavar="NAME", help="Where to listen: an address of this computer's own.")
]
NoOpen = Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")]


def serve(
    *,
    ledger: options.Ledger = options.LEDGER,
    port: Port = PORT,
    host: Host = "127.0.0.1",
    no_open: NoOpen = False,
) -> None:
    """Serve the workbench over a ledger: pages for looking, comparing and correcting, on this computer only."""
    if host not in HERE:
        msg = f"--host {host}: without accounts a ledger is served on this computer only; use 127.0.0.1"
        raise UsageError(msg)
    run(ledger, host=host, port=port, is_opened=not no_open)


def run(
    ledger: Path,
    *,
    host: str = "127.0.0.1",
    port: int = PORT,
    is_opened: bool = True,
    is_any_port_fine: bool = False,
) -> None:
    """Serve until Ctrl-C. Raises: UsageError, when the port is taken; LedgerError, when there is no ledger."""
    import uvicorn

    from dateline.workbench.app import create_app

    app = create_app(ledger)
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
    except OSError as error:
        listening.close()
        msg = f"port {port} of {host} cannot be had ({error.strerror}); name another one with --port, or 0 for any"
        raise UsageError(msg) from error
    return listening
