"""A text -> where its paragraphs begin and end; it moves and drops nothing."""

from __future__ import annotations

import re
from itertools import pairwise

Stretch = tuple[int, int]

LINE = re.compile(r"[^\r\n]+")
# Lines longer than this were not broken to fit a page: there, a line is a paragraph.
WIDEST_PAGE = 130
# Lines shorter than this are headings and lists, whatever their neighbours.
NARROWEST_PAGE = 50
# A typist leaves this much of a line free at most before going on to the next.
RAGGED = 14
LIST_MARK = re.compile(r"(?:[-–—•*·]|\.\s{2,}|\(?\d{1,3}[.)]\s|\d{4}-\d{2}-\d{2}\b)")


def find(text: str) -> tuple[Stretch, ...]:
    """Split a text into paragraphs: at blank lines, and at line breaks that are not there to fit a page.

    Returns:  (start, end) of each, code points, without the white space around them, in text order.
    """
    lines = [stretch for m in LINE.finditer(text) if (stretch := stripped(text, m.start(), m.end()))]
    found: list[Stretch] = []
    block: list[Stretch] = []
    for line in lines:
        if block and _is_blank_between(text[block[-1][1] : line[0]]):
            found += _block_paragraphs(text, block)
            block = []
        block.append(line)
    return (*found, *_block_paragraphs(text, block))


def stripped(text: str, start: int, end: int) -> Stretch | None:
    """The stretch without white space at its ends, or None where it is nothing else."""
    line = text[start:end]
    left = len(line) - len(line.lstrip())
    length = len(line.strip())
    return (start + left, start + left + length) if length else None


def _is_blank_between(gap: str) -> bool:
    """Whether the white space between two lines holds an empty line."""
    return gap.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1


def _block_paragraphs(text: str, block: list[Stretch]) -> list[Stretch]:
    """The paragraphs of lines that stand without a blank line between them."""
    if len(block) < 2:
        return block
    width = max(end - start for start, end in block)
    found = [block[0]]
    for line, after in pairwise(block):
        if _is_break(text[slice(*line)], text[slice(*after)], width):
            found.append(after)
        else:
            found[-1] = (found[-1][0], after[1])
    return found


def _is_break(line: str, after: str, width: int) -> bool:
    """Whether a paragraph ends with the line: the next one's first word would have had room on it."""
    if LIST_MARK.match(after):
        return True
    if after[0].islower() and line[-1] not in ".!?":
        return False
    if width > WIDEST_PAGE or width < NARROWEST_PAGE:
        return True
    free = width - len(line) - 1 - len(after.split(maxsplit=1)[0])
    ends = line.rstrip("\"'”’)").endswith((".", "!", "?", ":"))
    return free >= (0 if ends and len(line) < 0.8 * width else RAGGED)
