"""Figures in single sentences: what is counted, its range, unit, scope and stated measure."""

from __future__ import annotations

from pathlib import Path

import pytest
from engines import engine

from dateline.language import parse
from dateline.mentions.figures import find, find_named
from dateline.mentions.figures.vocabulary import vocabulary
from dateline.records import Figure, Mention, Report, ReportId, Sentence

SINGLES = {"figures.singular", "figures.definite"}
CASES = Path(__file__).with_name("figures_cases.txt")


def cases(part: str) -> list[tuple[str, list[str]]]:
    """The sentences of one part of the table, each with its expected figures."""
    block = CASES.read_text("utf-8").split(f"[{part}]\n")[1].split("\n\n")[0]
    read: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith(" "):
            read[-1][1].append(line.strip())
        elif line:
            read.append((line, []))
    return read


# A sentence, the word where the anchor stands, the victim's class.
ANCHORS = [
    ("At least 640 escaped prisoners were recaptured.", "prisoners", "prisoner"),
    ("The blast wounded four.", "four", None),
    ("The bodies of 44 civilians were found.", "civilians", "civilian"),
    ("They shot 38 former police officers.", "officers", "security forces"),
    ("They freed 12 kidnapped women.", "women", "woman"),
    ("They seized 15 masked men.", "men", "combatant"),
    ("The army killed 30 Islamic State members.", "members", "combatant"),
    ("Nine schoolchildren were hurt.", "schoolchildren", "child"),
]

# A sentence, a word of the name, the span found (None: no single person).
NAMES = [
    ("General Pavel Orlan was killed in the fighting.", "Orlan", "General Pavel Orlan"),
    ("Gunmen shot Karim Salo on Monday.", "Salo", "Karim Salo"),
    ("The rebels kidnapped the mayor of Dell.", "mayor", "the mayor"),
    ("Rebels executed Judge Maria Vell yesterday.", "Vell", "Judge Maria Vell"),
    ("The army killed soldiers there.", "soldiers", None),
    ("The army hit the bridge.", "bridge", None),
    ("Police arrested leader and founder Dario Menk.", "leader", "leader and founder Dario Menk"),
    ("Police arrested leader and founder Dario Menk.", "Menk", "leader and founder Dario Menk"),
    ("A 25-year-old youth was killed.", "youth", "A 25-year-old youth"),
    ("Gunmen shot dead a sergeant in Dell.", "sergeant", "a sergeant"),
    ("The bombs maimed our youth.", "youth", None),
    ("The mob attacked the VHP.", "VHP", None),
    ("The army attacked the Dawn Brigade.", "Brigade", None),
    ("She is the second mayor to be shot.", "mayor", None),
]


def read(text: str) -> tuple[Report, tuple[Sentence, ...]]:
    report = Report(ReportId("r"), text)
    return report, parse(report, engine())[0]


def figures(text: str) -> list[tuple[Mention, Figure]]:
    return [(m, m.value) for m in find(*read(text)) if isinstance(m.value, Figure)]


def row(text: str, mention: Mention, figure: Figure) -> str:
    bounds = "..".join("" if n is None else str(n) for n in (figure.low, figure.high))
    cells = (
        mention.span.of(text),
        bounds + "~" * figure.approx,
        figure.of,
        figure.measure or "-",
        figure.unit,
    )
    return " | ".join((*cells, figure.scope.value))


@pytest.mark.parametrize(("text", "expected"), cases("counts"))
def test_counts(text: str, expected: list[str]) -> None:
    assert [row(text, m, f) for m, f in figures(text) if m.rule not in SINGLES] == expected


@pytest.mark.parametrize(("text", "expected"), cases("singles"))
def test_single_people_and_things(text: str, expected: list[str]) -> None:
    assert [row(text, m, f) for m, f in figures(text)] == expected


@pytest.mark.parametrize(("text", "expected"), cases("near misses"))
def test_near_misses_give_no_figure(text: str, expected: list[str]) -> None:
    assert [row(text, m, f) for m, f in figures(text) if m.rule not in SINGLES] == expected == []


def test_the_table_is_large_enough() -> None:
    assert len(cases("counts")) >= 150
    assert len(cases("near misses")) >= 40


@pytest.mark.parametrize(("text", "anchor", "victim"), ANCHORS)
def test_anchor_and_victim(text: str, anchor: str, victim: str | None) -> None:
    mention, figure = next(pair for pair in figures(text) if pair[0].rule not in SINGLES)
    assert text[mention.anchor :].startswith(anchor)
    assert figure.victim == victim


@pytest.mark.parametrize(("text", "word", "expected"), NAMES)
def test_named_person(text: str, word: str, expected: str | None) -> None:
    report, sentences = read(text)
    sentence = sentences[0]
    mention = find_named(report, sentence, next(i for i, t in enumerate(sentence.tokens) if t.text == word))
    assert (mention and mention.span.of(text)) == expected
    assert mention is None or mention.rule == "figures.named"


def test_a_figure_borrows_its_noun_across_sentences() -> None:
    text = "Police arrested four youths in Dell. Later 12 more were held."
    assert [f.of for m, f in figures(text) if m.rule not in SINGLES] == ["youths", "youths"]


def test_no_form_is_both_counted_and_never_counted() -> None:
    words = vocabulary()
    assert sorted(words.nouns.keys() & words.never.keys()) == []
