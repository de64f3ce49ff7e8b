"""A sound ledger has nothing to tell, the schema refuses wrong rows, and tampering is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_builders import (
    claims,
    clock,
    denial,
    read,
    report,
    shelling,
)
from sqlalchemy import insert, select

from dateline.errors import LedgerError
from dateline.ledger import Ledger, check
from dateline.ledger.schema import CLAIM


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a place" / "100% war?.ledger"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    path.parent.mkdir()
    with Ledger(path, clock=clock().__next__) as opened:
        yield opened


DAMAGE = {
    "UPDATE report SET text = replace(text, '28', '29')": "hash differs",
    "UPDATE report SET publisher = 'Another'": "digest differs",
    "UPDATE claim SET quote = 'Nobody fired.'": "its quote is",
    "UPDATE claim SET suffix = 'x'": "its suffix is",
    "UPDATE claim SET where_words_end = where_words_end + 1": "its where_words_end is",
    "UPDATE claim SET status = 'planned'": "its content is",
    "UPDATE figure SET low = 3 WHERE low = 28": "its content is",
    "UPDATE figure SET words = 'thirty'": "a figure's words are",
    "DELETE FROM decision": "its content is",
    "DELETE FROM report_read": "no reading",
    "UPDATE claim SET report_revision = 7": "points to a row of report",
    'UPDATE figure SET "end" = 100000': "code points",
    "UPDATE report SET text = text || '.', sha256 = 'x' || substr(sha256, 2)": "hash differs",
}


@pytest.mark.parametrize("statement", DAMAGE)
def test_check_finds_what_was_tampered_with(ledger: Ledger, path: Path, statement: str) -> None:
    read(ledger, report(), claims(report()))
    assert check(ledger) == ()
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    found = check(ledger)
    assert any(DAMAGE[statement] in line for line in found), found
    assert not any(line.startswith("warning:") for line in found)


def test_check_warns_of_a_figure_outside_the_words(ledger: Ledger) -> None:
    of = report()
    read(ledger, of, (replace(denial(of), figures=shelling(of).figures),))
    assert [line.partition(":")[0] for line in check(ledger)] == ["warning", "warning"]
    assert "'at least 28' lies outside" in check(ledger)[0]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claim SET status = 'rumoured'",
        "UPDATE claim SET when_end = '1999-01-01' WHERE when_start IS NOT NULL",
        "UPDATE claim SET where_lon = NULL WHERE where_lon IS NOT NULL",
        "UPDATE claim SET where_name = NULL WHERE where_name IS NOT NULL",
        "UPDATE claim SET evidence_end = evidence_start",
        "UPDATE claim SET quote = ''",
        "UPDATE claim SET withdrawn_run = 1",
        "UPDATE claim SET recorded_run = 99",
        "UPDATE claim SET kind = x'00'",
        "UPDATE figure SET low = -1",
        "UPDATE figure SET high = 1 WHERE low > 1",
        "UPDATE figure SET approx = 2",
        "UPDATE figure SET scope = 'old'",
        "UPDATE figure SET measure = NULL",
        "UPDATE claim_actor SET role = 'bystander'",
        "UPDATE fault SET report = NULL WHERE start IS NOT NULL",
        "DELETE FROM report",
    ],
)
def test_the_schema_refuses_what_a_record_refuses(ledger: Ledger, statement: str) -> None:
    read(ledger, report(), claims(report()))
    with pytest.raises(LedgerError, match="breaks its rules"), ledger.writing() as connection:
        connection.exec_driver_sql(statement)
    assert check(ledger) == ()


def test_a_claim_stands_in_one_revision_only(ledger: Ledger) -> None:
    read(ledger, report(), claims(report()))
    with ledger.reading() as connection:
        row = connection.execute(select(CLAIM).limit(1)).one()._asdict()
    with pytest.raises(LedgerError, match="breaks its rules"), ledger.writing() as connection:
        connection.execute(insert(CLAIM).values({**row, "revision": 2}))
