"""The ledger's file lasts through kills, upgrades and readers at work; what is no ledger is refused."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

import pytest
from ledger_builders import (
    MODEL,
    VERSION,
    claims,
    clock,
    read,
    report,
)
from sqlalchemy import create_engine

import dateline
from dateline.errors import LedgerError
from dateline.ledger import ClaimFilter, Ledger, Recorded, check, describe, describe_tables, dump
from dateline.ledger.migrate import MIGRATIONS, head, is_known, upgrade
from dateline.ledger.schema import APPLICATION_ID, HEAD, METADATA
from dateline.records import Verdict

EVERY = ClaimFilter(include_withdrawn=True)
# Where another process finds the builders, and the dateline that is tested.
HOMES = (Path(__file__).parent, Path(dateline.__file__).parents[1])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a place" / "100% war?.ledger"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    path.parent.mkdir()
    with Ledger(path, clock=clock().__next__) as opened:
        yield opened


WRITER = """
import sys
from ledger_builders import *
from dateline.ledger import Ledger
with Ledger(sys.argv[1]) as ledger:
    run = ledger.begin_run(VERSION, MODEL)
    for number in range(int(sys.argv[2])):
        of = report(f"r{number:04}")
        ledger.record(run, of, claims(of), faults(of))
        print(number, flush=True)
"""

READER = """
import sys
from dateline.ledger import Ledger
with Ledger(sys.argv[1], create=False, read_only=True) as ledger:
    last = 0
    while last < int(sys.argv[2]):
        reports, claims = ledger.reports(), ledger.claims()
        assert len(reports) >= last, (len(reports), last)
        assert len(claims) % 3 == 0 and len(claims) >= 3 * len(reports), (len(claims), len(reports))
        last = len(reports)
print(last)
"""


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-c", program, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, HOMES))},
    )


def test_a_kill_in_the_middle_loses_no_finished_report(tmp_path: Path) -> None:
    path = tmp_path / "killed.ledger"
    with start(WRITER, path, 5000) as writer:
        assert writer.stdout is not None
        for _ in range(20):
            last = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
        finished = [last, *map(int, writer.stdout.read().split())][-1]
    with Ledger(path) as ledger:
        assert check(ledger) == ()
        kept = [of.id for of in ledger.reports()]
        assert len(kept) in (finished + 1, finished + 2)  # one may have been written but not yet told
        assert len(kept) < 5000
        assert len(ledger.claims()) == 3 * len(kept)
        assert all(ledger.is_read(of, VERSION, MODEL) for of in ledger.reports())
        assert read(ledger, report("next"), ()) == Recorded(0, 0, 0)


def test_two_read_while_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "busy.ledger"
    Ledger(path).close()
    count = 40
    with (
        start(READER, path, count) as one,
        start(READER, path, count) as two,
        start(WRITER, path, count) as writer,
    ):
        assert len(writer.communicate(timeout=60)[0].split()) == count
        for reader in (one, two):
            assert reader.communicate(timeout=60)[0] == f"{count}\n"
            assert reader.returncode == 0


def test_two_write_by_turns(tmp_path: Path) -> None:
    path = tmp_path / "shared.ledger"
    with start(WRITER, path, 15) as one, start(WRITER, path, 15) as two:
        for writer in (one, two):
            writer.communicate(timeout=60)
            assert writer.returncode == 0
    with Ledger(path) as ledger:
        assert len(ledger.reports()) == 15
        assert len(ledger.claims(EVERY)) == 45
        assert len(ledger.runs()) == 2
        assert check(ledger) == ()


def test_a_lock_that_lasts_is_told(ledger: Ledger, path: Path) -> None:
    with Ledger(path, wait_s=0.05) as other, ledger.writing():
        assert other.reports() == ()
        with pytest.raises(LedgerError, match="another program is writing"):
            other.begin_run(VERSION, MODEL)


def _no_sqlite(path: Path) -> None:
    path.write_text("id,killed\n" * 200)


def _another_program(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
    connection.close()


def _marked(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 7")
    connection.close()


def _newer(path: Path) -> None:
    Ledger(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def _folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_no_sqlite, "not a ledger"),
        (_another_program, "no dateline ledger"),
        (_marked, "no dateline ledger"),
        (_newer, "newer dateline.*upgrade dateline"),
        (_folder, "is a folder"),
    ],
)
def test_what_is_no_ledger_of_ours_is_refused_unharmed(
    tmp_path: Path, make: Callable[[Path], None], says: str, *, read_only: bool
) -> None:
    path = tmp_path / "x.ledger"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(LedgerError, match=says) as refused:
        Ledger(path, read_only=read_only)
    assert str(path) in str(refused.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_missing_ledger_is_made_only_if_asked(tmp_path: Path) -> None:
    path = tmp_path / "x.ledger"
    for create, read_only in ((False, False), (True, True)):
        with pytest.raises(LedgerError, match="no ledger at"):
            Ledger(path, create=create, read_only=read_only)
    assert not path.exists()
    with pytest.raises(LedgerError, match="no folder"):
        Ledger(tmp_path / "nowhere" / "x.ledger")
    path.touch()  # what a kill at the first moment leaves
    with pytest.raises(LedgerError, match="empty file"):
        Ledger(path, read_only=True)
    with Ledger(path) as made:
        assert made.reports() == ()


def test_read_only_writes_nothing(ledger: Ledger, path: Path) -> None:
    read(ledger, report(), claims(report()))
    ledger.close()
    before = path.read_bytes()
    with Ledger(path, read_only=True) as opened:
        assert len(opened.claims()) == 3
        with pytest.raises(LedgerError, match="read-only"):
            opened.begin_run(VERSION, MODEL)
    assert path.read_bytes() == before


AS_NOBODY = """
import os, sys
from dateline.errors import LedgerError
from dateline.ledger import Ledger
with Ledger(sys.argv[3]) as ledger:  # nobody may not be allowed to import
    ledger.begin_run("v", "m")
os.setuid(65534)
with Ledger(sys.argv[1], read_only=True) as ledger:
    print(len(ledger.claims()))
try:
    Ledger(sys.argv[1]).begin_run("v", "m")
except LedgerError as error:
    print("cannot be written" in str(error))
try:
    Ledger(sys.argv[2])
except LedgerError as error:
    print("cannot be opened or made" in str(error))
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become nobody")
def test_a_folder_without_rights_can_be_read_not_written() -> None:
    folder = Path("/tmp") / f"dateline-rights-{os.getpid()}"  # noqa: S108 (pytest's own are closed to nobody)
    folder.mkdir(mode=0o755)
    try:
        with Ledger(folder / "x.ledger") as ledger:
            read(ledger, report(), claims(report()))
        with start(AS_NOBODY, *(folder / f"{name}.ledger" for name in "xyz")) as nobody:
            assert nobody.communicate(timeout=60)[0].split() == ["3", "True", "True"]
    finally:
        shutil.rmtree(folder)


def _tables(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
    )
    # SQLite quotes the name of a table that a migration made anew.
    bare = {name: sql.replace(f'TABLE "{name}"', f"TABLE {name}") for name, sql in rows}
    # How a statement is broken into lines makes no difference, nor does a column that was added later.
    ends = {name: re.sub(r"\)(?=\s*STRICT\s*$)", "\n)\n", sql) for name, sql in bare.items()}
    parts = {name: [part.strip() for part in re.split("[,\n]", sql)] for name, sql in ends.items()}
    return {name: ",".join(sorted(filter(None, found))) for name, found in parts.items()}


def test_the_migrations_make_the_schema(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'made.db'}")
    METADATA.create_all(engine)
    engine.dispose()
    ledger.close()
    migrated, made = sqlite3.connect(path), sqlite3.connect(tmp_path / "made.db")
    normal = [
        {name: " ".join(sql.split()) for name, sql in _tables(connection).items()}
        for connection in (migrated, made)
    ]
    assert normal[0] == normal[1]
    strict = dict(migrated.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"))
    assert {name for name, is_strict in strict.items() if is_strict} == set(describe())
    migrated.close()
    made.close()
    assert head() == HEAD
    assert is_known(HEAD)
    assert not is_known("9999")


def _older(path: Path, tmp_path: Path, later: str) -> Path:
    """The same rows in a ledger that has not been through the later migrations."""
    steps, old = tmp_path / "steps", tmp_path / "old.ledger"
    shutil.copytree(MIGRATIONS, steps, ignore=shutil.ignore_patterns("__pycache__", later))
    engine = create_engine(f"sqlite:///{old}")
    with engine.begin() as connection:
        upgrade(connection, steps)
    engine.dispose()
    raw = sqlite3.connect(old)
    raw.execute("ATTACH ? AS newer", [str(path)])
    for table in describe():
        columns = ", ".join(f'"{row[1]}"' for row in raw.execute(f"PRAGMA main.table_info({table})"))
        if columns and table != "judgement":  # the older schema has this table, in the same shape
            raw.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}")  # noqa: S608 (our names)
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.commit()
    raw.close()
    return old


def test_a_ledger_of_the_first_schema_keeps_its_figures(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    read(ledger, report(), claims(report()))
    before = dump(ledger)
    ledger.close()
    with Ledger(_older(path, tmp_path, "m000[2-9]*")) as upgraded:
        assert dump(upgraded) == before
        assert check(upgraded) == ()


PAIR = (
    "INSERT INTO judgement VALUES (:id, :verdict, 'vardo-1', 28, 40, 'Shells hit t', 'vardo-1', 60, 70,"
    " 'on 3 May, k', 'Ada Brook', 'why', :at, :back, :back_at)"
)


def test_judgements_of_before_the_log_become_its_first_entries(
    ledger: Ledger, path: Path, tmp_path: Path
) -> None:
    read(ledger, report(), claims(report()))
    ledger.close()
    old = _older(path, tmp_path, "m000[6-9]*")
    made, back = "2031-05-05T12:00:00.000000+00:00", "2031-05-06T12:00:00.000000+00:00"
    with sqlite3.connect(old) as raw:
        first = {"id": 1, "verdict": "same", "at": made, "back": "Bo Vale", "back_at": back}
        second = {"id": 4, "verdict": "different", "at": back, "back": None, "back_at": None}
        raw.executemany(PAIR, [first, second])
    raw.close()
    with Ledger(old) as upgraded:
        assert [(e.number, e.verdict, e.by, e.undoes) for e in upgraded.log()] == [
            (1, Verdict.SAME, "Ada Brook", None),
            (2, Verdict.DIFFERENT, "Ada Brook", None),
            (3, Verdict.UNDO, "Bo Vale", 1),
        ]
        assert [judged.verdict for judged in upgraded.judgements()] == [Verdict.DIFFERENT]
        earlier = upgraded.judgements(datetime(2031, 5, 5, 13, tzinfo=UTC))
        assert [judged.verdict for judged in earlier] == [Verdict.SAME]
        assert check(upgraded) == ()


def test_every_table_and_column_has_a_meaning() -> None:
    meanings = [
        *describe_tables().values(),
        *(m for columns in describe().values() for m in columns.values()),
    ]
    assert all(meaning.endswith(".") for meaning in meanings)
    assert describe().keys() == describe_tables().keys()


STEP = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9000", {before!r}, None, None
def upgrade() -> None:
    op.add_column("report", sa.Column("country", sa.Text()))
    op.execute({statement!r})
"""


@pytest.mark.parametrize(
    ("statement", "done"),
    [("UPDATE report SET country = 'NOR'", True), ("UPDATE report SET city = 'Vardo'", False)],
)
def test_an_older_ledger_is_upgraded_whole_or_not_at_all(
    ledger: Ledger, path: Path, tmp_path: Path, statement: str, *, done: bool
) -> None:
    read(ledger, report(), claims(report()))
    before = dump(ledger)
    steps = tmp_path / "steps"
    shutil.copytree(MIGRATIONS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "versions" / "m9000_country.py").write_text(STEP.format(statement=statement, before=HEAD))
    outcome: AbstractContextManager[object] = (
        nullcontext() if done else pytest.raises(LedgerError, match="city")
    )
    with outcome, ledger.writing() as connection:
        upgrade(connection, steps)
    raw = sqlite3.connect(path)
    version = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    columns = {row[1] for row in raw.execute("PRAGMA table_info(report)")}
    raw.close()
    assert version == (("9000",) if done else (HEAD,))
    assert ("country" in columns) is done
    assert dump(ledger) == before


def test_a_ledger_of_before_the_scores_keeps_its_claims(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    read(ledger, report(), claims(report()))
    before, said = dump(ledger), ledger.claims()
    ledger.close()
    old = _older(path, tmp_path, "m000[4-9]*")
    with pytest.raises(LedgerError, match="older schema 0003"):
        Ledger(old, read_only=True)
    with Ledger(old) as opened:
        assert dump(opened) == before
        assert opened.claims() == said
        assert check(opened) == ()
        assert len(opened.claims(ClaimFilter(min_confidence=0.0))) == 0  # not scored, so not sure
