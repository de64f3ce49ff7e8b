"""The commands for accounts of a ledger that is served to a team."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import options
from dateline.cli.printing import put
from dateline.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.workbench.team import Accounts

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name that somebody signs in with.")]
Role = Annotated[str, typer.Option("--role", help="What they may do: reader, coder, reviewer or admin.")]


def add(name: Name, *, role: Role, ledger: options.Ledger = options.LEDGER) -> None:
    """Make an account; the password is asked, or read from standard input where that is no terminal."""
    _accounts(ledger).add(name, role, _password())
    put(f"{name} can sign in as {role}")


def list_all(*, ledger: options.Ledger = options.LEDGER) -> None:
    """List the accounts, with their roles."""
    from dateline.cli import tables
    from dateline.cli.cleaning import one_line

    rows = (
        (
            one_line(a.name),
            a.role,
            f"{a.made:%Y-%m-%d}",
            f"disabled {a.disabled:%Y-%m-%d}" if a.disabled else "",
        )
        for a in _accounts(ledger).list()
    )
    put(tables.plain(("name", "role", "since", ""), rows))


def disable(name: Name, *, ledger: options.Ledger = options.LEDGER) -> None:
    """Let an account sign in no more; what it decided stays, under its name."""
    _accounts(ledger).disable(name)
    put(f"{name} can sign in no more")


def password(name: Name, *, ledger: options.Ledger = options.LEDGER) -> None:
    """Give an account a new password, and end its sessions; a disabled one may sign in again."""
    _accounts(ledger).set_password(name, _password())
    put(f"{name} has a new password")


list_all.__name__ = "list"


def _accounts(ledger: Path) -> Accounts:
    from dateline.workbench.team import Accounts

    if not ledger.exists():
        msg = f"there is no ledger {ledger}; accounts are kept beside one"
        raise UsageError(msg)
    return Accounts(ledger)


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
