"""A ledger's folder -> the salt under which its exports are sealed: made once, kept there, never handed on."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from dateline.errors import UsageError

LEAST = 16  # bytes: fewer could be guessed
SIZE = 32


def beside(ledger: Path) -> Path:
    """Where a ledger's salt lies: beside it, under its name."""
    return ledger.with_name(ledger.name + ".salt")


def salt_of(ledger: Path, given: Path | None = None) -> bytes:
    """The salt in a given file, or the ledger's own, made at the first export.

    Raises:   UsageError, when a given file cannot be read or is too short, or none can be made.
    """
    path = given or beside(ledger)
    if given is None and not path.exists():
        _make(path)
    try:
        salt = path.read_bytes().strip()
    except OSError as error:
        msg = f"the salt {path} cannot be read: {error.strerror}"
        raise UsageError(msg) from error
    if len(salt) < LEAST:
        msg = f"the salt {path} has {len(salt)} bytes; at least {LEAST} are needed, or names could be guessed"
        raise UsageError(msg)
    return salt


def _make(path: Path) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return  # another export made it just now
    except OSError as error:
        msg = f"no salt can be kept at {path}: {error.strerror}; give one with --salt FILE"
        raise UsageError(msg) from error
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_hex(SIZE).encode() + b"\n")
