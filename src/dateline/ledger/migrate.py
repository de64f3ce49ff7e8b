"""A connection to an empty file or an older ledger -> the same with this version's tables.

The migrations are shipped in `migrations/versions`, one file a step. The caller holds the transaction, so
that a step which fails leaves the file as it was.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from dateline.errors import LedgerError

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(connection: Connection, migrations: Path = MIGRATIONS) -> None:
    """Run the migrations that the connected file has not been through yet.

    Raises:   LedgerError, when rows point to nothing afterwards; the caller's transaction then goes back.
    """
    config = _config(migrations)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if lost:
        msg = f"the migration would leave {len(lost)} rows that point to nothing, first in {lost[0][0]}"
        raise LedgerError(msg)


def is_known(schema: str, migrations: Path = MIGRATIONS) -> bool:
    """Whether a schema is one of ours; if not, a newer dateline made it."""
    try:
        return ScriptDirectory.from_config(_config(migrations)).get_revision(schema) is not None
    except CommandError:
        return False


def head(migrations: Path = MIGRATIONS) -> str | None:
    """The last of the migrations."""
    return ScriptDirectory.from_config(_config(migrations)).get_current_head()


def _config(migrations: Path) -> Config:
    config = Config()
    # Alembic reads its options with % as a sign of its own.
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
