"""A path -> an engine on a ledger of this version's schema, made or brought up to date where that was asked.

All that SQLite can say against a path is told here once, as a LedgerError that says what to do.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.pool import NullPool, QueuePool

from dateline.errors import BusyError, LedgerError
from dateline.ledger.schema import APPLICATION_ID, HEAD


def open_engine(path: Path, *, create: bool, read_only: bool, wait_s: float) -> Engine:
    """An engine on the ledger at `path`, whose schema is this version's.

    Args:     create, make the ledger if there is none; read_only, write nothing, not even a newer schema;
              wait_s, how long to wait for another program's write to end.
    Raises:   LedgerError, when the file is missing, no ledger, locked, out of reach, or of another schema.
    """
    _need_file(path, create=create and not read_only)
    if not read_only:
        _bring_up_to_date(path, create=create, wait_s=wait_s)
    engine = _engine(path, "ro" if read_only else "rw", wait_s)
    try:
        with explaining(path), engine.connect() as connection:
            _need_head(connection, path)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _need_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        msg = f"{path} is a folder, not a ledger; name a file in it, such as {path / 'my.ledger'}"
        raise LedgerError(msg)
    if path.exists():
        return
    if not create:
        msg = f"there is no ledger at {path}; check the name, or make one by reading reports into it"
        raise LedgerError(msg)
    if not path.parent.is_dir():
        msg = f"no ledger can be made at {path}: there is no folder {path.parent}; make it first"
        raise LedgerError(msg)


def _bring_up_to_date(path: Path, *, create: bool, wait_s: float) -> None:
    """Make the tables of a new file, or migrate those of an older ledger, in one transaction."""
    # Foreign keys stay off here, as a migration may have to rebuild a table that others point to.
    engine = _engine(path, "rwc" if create else "rw", wait_s, migrating=True)
    try:
        with explaining(path):
            with engine.connect() as connection:
                if schema_of(connection, path) == HEAD:
                    return
            _use_wal(engine)
            with engine.connect().execution_options(immediate=True) as connection, connection.begin():
                _migrate(connection, path)
    finally:
        engine.dispose()


def _use_wal(engine: Engine) -> None:
    """Let readers go on while a writer writes; the file keeps this mode, which no transaction can change."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _migrate(connection: Connection, path: Path) -> None:
    # Alembic takes a third of a second to import, and most openings find nothing to migrate.
    from dateline.ledger.migrate import is_known, upgrade  # noqa: PLC0415

    # Asked again under the lock: another program may have made the ledger in the meantime.
    schema = schema_of(connection, path)
    if schema == HEAD:
        return
    if schema is not None and not is_known(schema):
        raise LedgerError(_newer(path, schema))
    upgrade(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def schema_of(connection: Connection, path: Path) -> str | None:
    """The last migration that the file has been through, None for an empty file.

    Raises:   LedgerError, when the file holds something else than a ledger.
    """
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if mark == APPLICATION_ID:
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if mark or connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
        msg = f"{path} is an SQLite file, but no dateline ledger; name another file"
        raise LedgerError(msg)
    return None


def _need_head(connection: Connection, path: Path) -> None:
    """Refuse a schema that is not ours: only a read-only opening can still meet one here."""
    schema = schema_of(connection, path)
    if schema == HEAD:
        return
    if schema is None:
        msg = f"{path} is an empty file, not a ledger; make one by reading reports into it"
        raise LedgerError(msg)
    from dateline.ledger.migrate import is_known  # noqa: PLC0415 (as in _migrate)

    if not is_known(schema):
        raise LedgerError(_newer(path, schema))
    msg = (
        f"the ledger {path} has the older schema {schema}, not {HEAD}; open it once for writing to upgrade it"
    )
    raise LedgerError(msg)


def _newer(path: Path, schema: str) -> str:
    return (
        f"the ledger {path} was written by a newer dateline (its schema is {schema}, this one knows {HEAD});"
        " upgrade dateline: pip install --upgrade dateline"
    )


def _engine(path: Path, mode: str, wait_s: float, *, migrating: bool = False) -> Engine:
    def connect() -> sqlite3.Connection:
        return _connect(path, mode, wait_s)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool if migrating else QueuePool)

    @event.listens_for(engine, "connect")
    def prepare(raw: sqlite3.Connection, _: object) -> None:
        # Python would begin transactions by itself, and late; we say when.
        raw.isolation_level = None
        raw.execute(f"PRAGMA foreign_keys = {'OFF' if migrating else 'ON'}")
        # Every finished report reaches the disk, also through a power cut; parsing takes far longer.
        raw.execute("PRAGMA synchronous = FULL")
        # A ledger may come from a stranger: its schema may not call functions.
        raw.execute("PRAGMA trusted_schema = OFF")
        # SQLite's own lower() knows ASCII only; names are in every alphabet.
        raw.create_function("lower", 1, _lower, deterministic=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its lock at once: to read first and write later can meet a deadlock.
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _lower(value: object) -> str | None:
    return None if value is None else str(value).lower()


def _connect(path: Path, mode: str, wait_s: float) -> sqlite3.Connection:
    uri = path.absolute().as_uri()
    raw = sqlite3.connect(f"{uri}?mode={mode}", uri=True, timeout=wait_s, check_same_thread=False)
    if mode != "ro":
        return raw
    try:
        raw.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # A reader of a WAL file needs its side files; in a folder that cannot be written there are none, and
        # as long as no writer has left its log there, the file can be read as one that does not change.
        raw.close()
        if Path(f"{path}-wal").exists():
            raise
        return sqlite3.connect(f"{uri}?immutable=1", uri=True, timeout=wait_s, check_same_thread=False)
    except sqlite3.DatabaseError:
        raw.close()
        raise
    return raw


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turn what the database says into a LedgerError that tells what, where and what to do."""
    try:
        yield
    except exc.IntegrityError as error:
        msg = f"the ledger {path} refuses a record that breaks its rules ({error.orig}); nothing was written"
        raise LedgerError(msg) from error
    except (exc.DBAPIError, sqlite3.DatabaseError) as error:
        said = str(getattr(error, "orig", error))
        kind = BusyError if BUSY in said else LedgerError
        raise kind(_explain(path, said)) from error


def _explain(path: Path, said: str) -> str:
    for words, meaning in _MEANINGS:
        if words in said:
            return meaning.format(path=path, folder=path.absolute().parent)
    return f"the ledger {path} cannot be used: {said}"


# What SQLite says of a file to which somebody else writes.
BUSY = "locked"
# SQLite's words -> ours; the first that fits.
_MEANINGS = (
    ("not a database", "{path} is not a ledger (it is no SQLite file); name another file"),
    ("malformed", "the ledger {path} is damaged; go back to a copy, or read the reports into a new ledger"),
    (BUSY, "another program is writing to the ledger {path}; wait until it has ended, then try again"),
    ("readonly", "the ledger {path} cannot be written; open it read-only, or change the rights of {folder}"),
    (
        "unable to open",
        "the ledger {path} cannot be opened or made; check that you may read it and write in {folder}",
    ),
    ("full", "there is no room left on the disk of the ledger {path}; make room, then read again"),
)
