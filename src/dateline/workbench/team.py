"""A file of accounts beside a ledger -> who may sign in, and the sessions of those who have.

It is a file of its own: a ledger can be handed on without it. Passwords are kept as argon2id hashes, session
ids as hashes too, so that who reads the file can use neither.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import BusyError, UsageError
from dateline.ledger.opening import BUSY
from dateline.workbench.door import Who, roles

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SUFFIX = ".accounts"
SHORTEST = 12  # letters of a password: what stands against guessing offline
LONGEST = 1000
SESSION_AGE = timedelta(hours=12)  # a working day; after it one signs in again
TRIES, WITHIN = 5, timedelta(minutes=15)  # wrong passwords for one name, or from one address
TABLES = """
    CREATE TABLE IF NOT EXISTS account (
        name TEXT PRIMARY KEY, sort TEXT NOT NULL UNIQUE, role TEXT NOT NULL, hash TEXT NOT NULL,
        made TEXT NOT NULL, disabled TEXT
    ) STRICT;
    CREATE TABLE IF NOT EXISTS session (
        id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account (name) ON DELETE CASCADE, ends TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS try (about TEXT NOT NULL, at TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS try_about ON try (about, at);
"""


@dataclass(frozen=True, slots=True)
class Account:
    """Who may sign in: name, role, since when, and since when no more."""

    name: str
    role: str
    made: datetime
    disabled: datetime | None


class TooManyTriesError(Exception):
    """Too many wrong passwords in too short a time."""


def now() -> datetime:
    """The clock of sessions and tries."""
    return datetime.now(UTC)


class Accounts:
    """The accounts of one ledger, in the file beside it.

    Args:    ledger, the ledger's file. clock, what says the time (a test hands in its own).
    """

    def __init__(self, ledger: Path, clock: Callable[[], datetime] = now) -> None:
        self.path = ledger.with_name(ledger.name + SUFFIX)
        self._clock = clock

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        is_new = not self.path.exists()
        connection = sqlite3.connect(self.path, timeout=10)
        try:
            if is_new:
                self.path.chmod(0o600)
            connection.execute("PRAGMA foreign_keys = ON")
            connection.executescript(TABLES)
            with connection:
                yield connection
        except sqlite3.OperationalError as error:
            if BUSY not in str(error):
                raise
            msg = f"others are writing to {self.path}; try again in a moment"
            raise BusyError(msg) from error
        finally:
            connection.close()

    def add(self, name: str, role: str, password: str) -> None:
        """Make an account.

        Raises:   UsageError, for a name that is taken or empty, an unknown role, or too short a password.
        """
        name = " ".join(name.split())
        _need_role(role)
        _need_password(password)
        if not name or len(name) > 100:
            msg = "an account needs a name of at most 100 letters"
            raise UsageError(msg)
        values = (name, name.casefold(), role, _hasher().hash(password), self._clock().isoformat())
        try:
            with self._open() as file:
                file.execute(
                    "INSERT INTO account (name, sort, role, hash, made) VALUES (?, ?, ?, ?, ?)", values
                )
        except sqlite3.IntegrityError as error:
            msg = f"there is an account {name!r}; names differ by more than letter case"
            raise UsageError(msg) from error

    def list(self) -> tuple[Account, ...]:
        """All accounts, by name."""
        with self._open() as file:
            rows = file.execute("SELECT name, role, made, disabled FROM account ORDER BY sort").fetchall()
        return tuple(
            Account(name, role, datetime.fromisoformat(made), datetime.fromisoformat(off) if off else None)
            for name, role, made, off in rows
        )

    def disable(self, name: str) -> None:
        """Let an account sign in no more, and end its sessions.

        Raises:   UsageError, when there is none of that name that may.
        """
        with self._open() as file:
            found = file.execute(
                "UPDATE account SET disabled = ? WHERE sort = ? AND disabled IS NULL",
                (self._clock().isoformat(), name.casefold()),
            )
            _need_one(found.rowcount, name)
            self._end(file, name)

    def set_password(self, name: str, password: str) -> None:
        """Give an account another password, and end its sessions; one that was disabled may sign in again.

        Raises:   UsageError, when there is none of that name, or the password is too short.
        """
        _need_password(password)
        with self._open() as file:
            found = file.execute(
                "UPDATE account SET hash = ?, disabled = NULL WHERE sort = ?",
                (_hasher().hash(password), name.casefold()),
            )
            _need_one(found.rowcount, name)
            self._end(file, name)
            file.execute("DELETE FROM try WHERE about = ?", (f"name {name.casefold()}",))

    @staticmethod
    def _end(file: sqlite3.Connection, name: str) -> None:
        file.execute(
            "DELETE FROM session WHERE account = (SELECT name FROM account WHERE sort = ?)",
            (name.casefold(),),
        )

    def sign_in(self, name: str, password: str, address: str) -> str | None:
        """A new session for who gives the right name and password; None for a wrong one.

        Raises:   TooManyTriesError, after too many wrong ones for the name or from the address.
        """
        abouts = [f"name {name.casefold()[:200]}", f"address {address}"]
        since = (self._clock() - WITHIN).isoformat()
        with self._open() as file:
            for about, most in zip(abouts, (TRIES, 4 * TRIES), strict=True):
                count = file.execute(
                    "SELECT count(*) FROM try WHERE about = ? AND at > ?", (about, since)
                ).fetchone()[0]
                if count >= most:
                    raise TooManyTriesError
            row = file.execute(
                "SELECT name, hash FROM account WHERE sort = ? AND disabled IS NULL", (name.casefold(),)
            ).fetchone()
        # A name that is not there takes as long as one that is.
        if not _fits(row[1] if row else _NOBODY(), password) or row is None:
            with self._open() as file:
                file.executemany(
                    "INSERT INTO try VALUES (?, ?)", [(about, self._clock().isoformat()) for about in abouts]
                )
                file.execute("DELETE FROM try WHERE at <= ?", (since,))
            return None
        return self._begin(row[0])

    def _begin(self, account: str) -> str:
        session = secrets.token_urlsafe(32)
        moment = self._clock()
        with self._open() as file:
            file.execute("DELETE FROM session WHERE ends <= ?", (moment.isoformat(),))
            file.execute(
                "INSERT INTO session VALUES (?, ?, ?)",
                (_hashed(session), account, (moment + SESSION_AGE).isoformat()),
            )
        return session

    def who(self, session: str) -> Who | None:
        """Who a session is of; None where it is over, or there is none."""
        if not session:
            return None
        asked = (
            "SELECT a.name, a.role FROM session AS s JOIN account AS a ON a.name = s.account"
            " WHERE s.id = ? AND s.ends > ? AND a.disabled IS NULL"
        )
        with self._open() as file:
            row = file.execute(asked, (_hashed(session), self._clock().isoformat())).fetchone()
        return None if row is None else Who(row[0], row[1], session, is_team=True)

    def sign_out(self, session: str) -> None:
        """End a session."""
        with self._open() as file:
            file.execute("DELETE FROM session WHERE id = ?", (_hashed(session),))


def _hashed(session: str) -> str:
    return hashlib.sha256(session.encode()).hexdigest()


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # noqa: PLC0415 (only where there are accounts)

    return PasswordHasher()


@cache
def _NOBODY() -> str:  # noqa: N802 (a constant that is made when it is first needed)
    return _hasher().hash(secrets.token_urlsafe(16))


def _fits(hashed: str, password: str) -> bool:
    from argon2.exceptions import VerificationError  # noqa: PLC0415 (as above)

    try:
        return _hasher().verify(hashed, password[:LONGEST])
    except VerificationError:
        return False


def _need_role(role: str) -> None:
    if role not in roles():
        msg = f"there is no role {role!r}; there are: {', '.join(roles())}"
        raise UsageError(msg)


def _need_password(password: str) -> None:
    if not SHORTEST <= len(password) <= LONGEST:
        msg = f"a password has at least {SHORTEST} letters, not {len(password)}; a few plain words will do"
        raise UsageError(msg)


def _need_one(found: int, name: str) -> None:
    if not found:
        msg = f"there is no such account {name!r} in use; `accounts list` shows those there are"
        raise UsageError(msg)
