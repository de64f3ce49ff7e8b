"""Whole sentences: every figure that their claims give, whose it is, and how it is tied to the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import reports
from dateline.pipeline import Reader
from dateline.records import Figure

TABLE = Path(__file__).with_name("figures_told.txt")


def cases() -> list[tuple[str, list[str]]]:
    """The sentences of the table, each with the figures that it gives."""
    read: list[tuple[str, list[str]]] = []
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith(" "):
            read[-1][1].append(line.strip())
        elif line and line[0] not in "#[":
            read.append((line, []))
    return [(text, [] if rows == ["nothing"] else rows) for text, rows in read]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def row(figure: Figure, text: str) -> str:
    low, high = ("" if bound is None else str(bound) for bound in (figure.low, figure.high))
    bounds = low if low and low == high else f"{low}..{high}"
    cells = [f"{figure.measure} {bounds}{'~' * figure.approx}", figure.of, figure.scope.value]
    cells += [figure.victim] if figure.victim else []
    cells += [f"< {figure.part_of.of(text)}"] if figure.part_of else []
    cells += [f"> {figure.replaced_by.of(text)}"] if figure.replaced_by else []
    return " | ".join(cells)


@pytest.mark.parametrize(("text", "expected"), cases())
def test_what_is_told(reader: Reader, text: str, expected: list[str]) -> None:
    claims = reader.read(reports.from_text(text, published="2031-05-06")).claims
    figures = sorted((f for c in claims for f in c.figures), key=lambda f: (f.span.start, str(f.measure)))
    assert [row(figure, text) for figure in figures] == expected


def test_the_table_is_large_enough() -> None:
    assert len(cases()) >= 150
