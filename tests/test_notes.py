"""What an editor put in square brackets beside a sentence is not parsed; what stands for a word is."""

from __future__ import annotations

import pytest
from engines import engine

from dateline.language import Engine, parse
from dateline.records import Report, ReportId

NOTES = [
    ("Troops fought the FPT [Frente Popular de Tarmia] and seized 30 rifles.", "Frente"),
    ("The Popular Front [PF] attacked the post.", "PF"),
    ("It exploded at 1100 [1500 GMT] near the mill.", "1500"),
    ("He said the [words indistinct] had left.", "indistinct"),
    ("They took the hill [as heard] and left.", "heard"),
]
WORDS = [
    ("“They told us [the rebels] had left,” she said.", "rebels"),
    ("[The army] shelled the village.", "army"),
    ("Maybe Anna [Lind] saw it.", "Lind"),
]


@pytest.fixture(scope="module", name="engine")
def the_engine() -> Engine:
    return engine()


def words_of(text: str, engine: Engine) -> list[str]:
    sentences, _ = parse(Report(ReportId("r"), text), engine)
    assert all(t.text == text[t.start : t.end] for s in sentences for t in s.tokens)
    return [t.text for s in sentences for t in s.tokens]


@pytest.mark.parametrize(("text", "word"), NOTES)
def test_a_note_is_not_parsed(text: str, word: str, engine: Engine) -> None:
    found = words_of(text, engine)
    assert word not in found
    assert "[" not in found


@pytest.mark.parametrize(("text", "word"), WORDS)
def test_a_word_in_brackets_is_parsed(text: str, word: str, engine: Engine) -> None:
    assert word in words_of(text, engine)
