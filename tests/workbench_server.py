"""A ledger -> its workbench on a free port of this computer, for as long as a test needs it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI

from dateline.workbench.app import create_app

STARTS_S = 10.0


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The address of a server that runs an application."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", lifespan="on"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + STARTS_S
    while not server.started:
        if time.monotonic() > until or not thread.is_alive():
            msg = "the workbench does not start"
            raise RuntimeError(msg)
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(STARTS_S)


@contextmanager
def workbench(ledger: Path, **options: Any) -> Iterator[httpx.Client]:
    """A client of a workbench over a ledger."""
    with (
        serving(create_app(ledger, **options)) as address,
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        yield client
