"""Words of acts that are meant otherwise: each reviewed sense drops the act of its own example, and no other act."""

from typing import Any

import pytest

from dateline import lexicons, reports
from dateline.claims import context, senses
from dateline.pipeline import Reader, open_reader

ROWS: list[dict[str, Any]] = lexicons.load("acts")["never"]["sense"]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return open_reader()


def _everyday(reader: Reader, text: str) -> list[str]:
    """The words of a text that are told to be no act, by the senses alone."""
    report = reports.from_text(text)
    reading = reader.read(report)
    return [
        line.sentence.tokens[token].text
        for line in context.lines(report, reading.sentences, reading.mentions)
        for token, acts in line.acts.items()
        for act in acts
        if senses.is_everyday(line, token, act)
    ]


@pytest.mark.parametrize("row", ROWS, ids=[row["example"] for row in ROWS])
def test_sense_holds_of_its_example(row: dict[str, Any], reader: Reader) -> None:
    assert _everyday(reader, row["example"])


@pytest.mark.parametrize(
    "text",
    [
        "Forty rebels turned themselves in on Monday.",
        "Police announced 45 arrests on Monday.",
        "A. Vale was charged after the murder of a clerk.",
        "Rebels made a night attack on the ruling party's office.",
        "Five men were hanged in Selfoss on Monday.",
        "Two men were released from the county jail on Monday.",
        "There was a clash of rival militias in Selfoss on Monday.",
        "The convoy came under fire near Selfoss on Monday.",
        "Three men were picked up by the police on Monday.",
    ],
)
def test_act_is_kept(text: str, reader: Reader) -> None:
    assert _everyday(reader, text) == []


def test_picked_up_by_nobody_is_everyday(reader: Reader) -> None:
    assert _everyday(reader, "My aunt picks me up every day.") == ["picks"]
