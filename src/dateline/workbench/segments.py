"""A report and the stretches that claims rest on -> its text in sections, paragraphs and pieces, to be marked.

Stretches overlap and lie within each other; pieces do not. A piece knows all stretches that it belongs to, so that
marking any one of them is marking its pieces. Offsets are code points of the report's text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.records import Report, Section, SectionKind

# Takes the gap between two paragraphs; not the end of a line within one.
GAP = re.compile(r"\n[^\S\n]*\n\s*")
# Columns, beside tabs: takes "Town   Dead"; not the two blanks after a full stop.
COLUMNS = re.compile(r"[^\s.!?:]  +\S")
LINE = 45  # letters: shorter lines were broken by the writer, longer ones by the width of a page
LONG = 40_000  # code points of text that a page shows; a longer one comes in parts
MANY = 60  # claims that a page shows beside it
MOST = 4000  # paragraphs of a section; beyond, it is shown as it stands: thousands of elements would not add any calm


class Stretch(NamedTuple):
    """Words that a claim, or a field of one, rests on: their place, and whether they make a claim or a figure."""

    start: int
    end: int
    level: int  # FIELD, CLAIM or FIGURE


FIELD, CLAIM, FIGURE = range(3)
LEVELS = ("", "c", "c f")  # how a piece is marked at rest, by the highest level of its stretches


class Piece(NamedTuple):
    """A run of text under the same stretches, by their numbers; `begins` are those that begin here."""

    text: str
    of: tuple[int, ...]
    begins: tuple[int, ...]
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces of text, and where the first begins. `form` says what its line ends are: "", "lines" or "columns"."""

    at: int
    form: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A section of the report with its paragraphs."""

    kind: SectionKind
    paragraphs: tuple[Paragraph, ...]


class Part(NamedTuple):
    """A window of a long text, half-open, and the claims whose words begin in it, by number: the first and the last.

    `last` is below `first` where no claim begins there.
    """

    start: int
    end: int
    first: int
    last: int


def parts(text: str, begins: Sequence[int]) -> tuple[Part, ...]:
    """A text in windows that a page can show, of no more than MANY claims, each ending with a paragraph where it can.

    Args:     begins: where the words of each claim begin, in order.
    """
    found: list[Part] = []
    start, first = 0, 0
    while start < len(text) or not found:
        end = len(text) if len(text) - start <= LONG else _end(text, start, start + LONG)
        if first + MANY < len(begins) and start < begins[first + MANY] < end:
            end = _end(text, start, begins[first + MANY])
        last = bisect_left(begins, end) if end < len(text) else len(begins)
        found.append(Part(start, end, first + 1, last))
        start, first = end, last
    return tuple(found)


def _end(text: str, start: int, most: int) -> int:
    """The best place to end a window: after a paragraph, a line or a word, not in its first half."""
    least = start + (most - start) // 2
    for end in ("\n\n", "\n", " "):
        at = text.rfind(end, least, most)
        if at >= 0:
            return at + len(end)
    return most


def blocks(
    report: Report, stretches: Sequence[Stretch], shown: tuple[int, int] | None = None
) -> tuple[Block, ...]:
    """The text of a report, cut at the ends of stretches; only white space between paragraphs is left out.

    Args:     shown: the window to give; all of the text, where there is none.
    """
    cutter = _Cutter(report.text, stretches)
    start, end = shown or (0, len(report.text))
    kept = (
        Section(one.kind, max(one.start, start), min(one.end, end))
        for one in _sections(report)
        if one.start < end and start < one.end
    )
    return tuple(
        Block(section.kind, tuple(cutter.paragraph(*ends) for ends in _paragraphs(report.text, section)))
        for section in kept
        if report.text[section.start : section.end].strip()
    )


def anchors(cut: Iterable[Block]) -> dict[int, str]:
    """What of a page to go to for a stretch, by its number: the piece that it begins with."""
    return {
        number: f"w{piece.begins[0]}"
        for block in cut
        for paragraph in block.paragraphs
        for piece in paragraph.pieces
        for number in piece.begins
    }


def _sections(report: Report) -> Iterator[Section]:
    """The sections, and as body whatever they leave uncovered."""
    at = 0
    for section in (*report.sections, None):
        end = section.start if section else len(report.text)
        if report.text[at:end].strip():
            yield Section(SectionKind.BODY, at, end)
        if section:
            yield section
            at = section.end


def _paragraphs(text: str, section: Section) -> Iterable[tuple[int, int]]:
    found, at = [], section.start
    for gap in GAP.finditer(text, section.start, section.end):
        found.append((at, gap.start()))
        at = gap.end()
    found.append((at, section.end))
    kept = [(start, end) for start, end in found if text[start:end].strip()]
    return kept if len(kept) <= MOST else [(section.start, section.end)]


class _Cutter:
    """Walks through a text once, with the stretches that cover the place it is at."""

    def __init__(self, text: str, stretches: Sequence[Stretch]) -> None:
        self._text = text
        self._stretches = stretches
        self._cuts = sorted({at for stretch in stretches for at in stretch[:2]})
        self._begin: dict[int, list[int]] = {}
        self._end: dict[int, list[int]] = {}
        for number, stretch in enumerate(stretches):
            self._begin.setdefault(stretch.start, []).append(number)
            self._end.setdefault(stretch.end, []).append(number)
        self._next = 0
        self._open: dict[int, None] = {}
        self._begun: list[int] = []

    def paragraph(self, start: int, end: int) -> Paragraph:
        """The next paragraph; they are asked for in the order of the text."""
        pieces, at = [], start
        self._pass(start)
        while self._next < len(self._cuts) and self._cuts[self._next] < end:
            cut = self._cuts[self._next]
            pieces.append(self._piece(at, cut))
            self._pass(cut)
            at = cut
        pieces.append(self._piece(at, end))
        return Paragraph(start, _form(self._text[start:end]), tuple(pieces))

    def _pass(self, to: int) -> None:
        """Open and close stretches up to a place, that place included."""
        while self._next < len(self._cuts) and self._cuts[self._next] <= to:
            cut = self._cuts[self._next]
            self._next += 1
            for number in self._end.get(cut, ()):
                self._open.pop(number, None)
            begun = self._begin.get(cut, ())
            self._open.update(dict.fromkeys(begun))
            self._begun += begun

    def _piece(self, start: int, end: int) -> Piece:
        of, begins = tuple(self._open), tuple(n for n in self._begun if n in self._open)
        self._begun = []
        level = max((self._stretches[number].level for number in of), default=FIELD)
        return Piece(self._text[start:end], of, begins, level)


def _form(text: str) -> str:
    if "\t" in text or ("  " in text and COLUMNS.search(text)):  # the search is slow, and rarely needed
        return "columns"
    lines = text.strip().split("\n")
    return "lines" if any(len(line.strip()) < LINE for line in lines[:-1]) else ""
