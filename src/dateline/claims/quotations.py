"""A report's sentences -> its quotations: stretches between marks, across sentences and paragraphs.

A paragraph that ends inside a quotation closes it; where the next one opens with a mark again, the same
speaker goes on. Who speaks in a quotation is for `attribution`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.records import Sentence, Token

OPENING = frozenset({"“", "«", "‘‘", "``"})
CLOSING = frozenset({"”", "»", "’’"})
# Marks that open and close alike.
EVEN = frozenset({'"', "''"})
# A shorter stretch is a word held at arm's length ("terrorists"), not somebody's statement.
MIN_WORDS = 5
# What ends with a stop or comma inside of its marks is a statement from fewer words on.
MIN_STATEMENT = 2
STOPS = frozenset({".", ",", "!", "?", "…", "..."})


@dataclass(slots=True)
class Quotation:
    """A stretch of quoted words: code points of the report, the lines and the paragraph that it lies in."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    words: int = 0
    goes_on: bool = False
    stopped: bool = False

    def holds(self, token: Token) -> bool:
        """Whether a token lies in it."""
        return self.start <= token.start < self.end


def find(sentences: Sequence[Sentence]) -> list[Quotation]:
    """The quotations of a report, in text order; `goes_on` where one takes up the last of the paragraph before."""
    found: list[Quotation] = []
    now: Quotation | None = None
    mark, paragraph, broken = "", -1, False
    for line, token, opens in _tokens(sentences):
        sentence = sentences[line]
        if sentence.paragraph != paragraph:
            broken = now is not None and sentence.paragraph == paragraph + 1
            if now is not None:
                found.append(now)
            paragraph, now = sentence.paragraph, None
        sign = _sign(token)
        if sign and (now is None or (sign in OPENING and mark != sign) or (sign == '""' and mark == '"')):
            if sign not in CLOSING:
                now = Quotation(token.end, token.end, line, line, paragraph, goes_on=broken and opens)
                mark = sign
        elif sign and now is not None:
            found.append(now)
            now = None
        elif now is not None:
            now.start = token.start if now.start == now.end else now.start
            now.end, now.last, now.words = token.end, line, now.words + token.text[:1].isalnum()
            now.stopped = token.text in STOPS
    if now is not None:
        found.append(now)
    return [q for q in found if q.words >= (MIN_STATEMENT if q.stopped else MIN_WORDS)]


def _tokens(sentences: Sequence[Sentence]) -> Iterator[tuple[int, Token, bool]]:
    """Each token with its line, and whether it is the first of its paragraph; marks side by side come once."""
    paragraph = -1
    for line, sentence in enumerate(sentences):
        for k, token in enumerate(sentence.tokens):
            opens = k == 0 and sentence.paragraph != paragraph
            paragraph = sentence.paragraph
            before = sentence.tokens[k - 1] if k else None
            if before is None or not _sign(token) or not _sign(before) or before.end < token.start:
                yield line, token, opens


def _sign(token: Token) -> str:
    """The quotation mark that a token is, or nothing; doubled and tripled marks count as one."""
    if token.text in OPENING or token.text in CLOSING or token.text in EVEN:
        return token.text
    return '""' if token.text and set(token.text) == {'"'} else ""
