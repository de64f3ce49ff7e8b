"""`dateline serve`: the address it tells is true, Ctrl-C ends it well, and it serves nobody but this computer."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import ledger_builders as build
import pytest
from typer.testing import CliRunner

from dateline.casebook.keeping import keep
from dateline.cli import app
from dateline.cli.serving import run
from dateline.errors import UsageError
from dateline.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "war.ledger"
    with Ledger(path) as book:
        build.read(book, build.report(), build.claims(build.report()))
        keep(book)
    return path


def test_the_address_is_true_and_the_end_is_clean(ledger: Path) -> None:
    words = [sys.executable, "-m", "dateline", "serve", "--ledger", str(ledger), "--port", "0"]
    server = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603  # our own words
    try:
        assert server.stdout is not None
        told = re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())
        assert told is not None
        # The socket listens before the server answers: the first request waits its turn.
        assert "shelling" in httpx.get(told[0], timeout=60).text
        server.send_signal(signal.SIGINT)
        _, said = server.communicate(timeout=60)
        assert (server.returncode, said) == (0, "Ctrl-C ends it.\n")
    finally:
        server.kill()
        server.wait()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "example.org"])  # noqa: S104  # refused
def test_no_other_computer_is_served_without_accounts(ledger: Path, host: str) -> None:
    got = CliRunner().invoke(app, ["serve", "--ledger", str(ledger), "--host", host])
    assert isinstance(got.exception, UsageError)
    assert "this computer only" in str(got.exception)


def test_a_port_that_is_taken_is_told(ledger: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="name another one"):
        run(ledger, port=taken.getsockname()[1], is_opened=False)


def test_the_demo_says_how_to_open_the_workbench(tmp_path: Path) -> None:
    got = CliRunner().invoke(app, ["demo", "--out", str(tmp_path)])
    assert got.exit_code == 0
    assert f"serve --ledger {tmp_path / 'demo.ledger'}" in got.stdout
