"""A span of one text and another text of the same report -> where the words stand there, or nowhere.

Words are found by themselves alone: where what stands around, before or after them has moved to, or once in the
whole text. Two places that fit equally well are none; nothing is matched by likeness.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.ledger.translate import CONTEXT
from dateline.records import Span


class LostError(Exception):
    """The words stand nowhere in the other text, or no one place of several can be told."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The text that words were judged in, and the text of now."""

    then: str
    now: str

    def move(self, span: Span, shift: int = 0) -> Span:
        """The same words in the text of now; `shift` is by how much what is around them has moved.

        Raises:   LostError, when they cannot be found, or not in one place.
        """
        if self.then == self.now:
            return span
        words = span.of(self.then)
        for by in self._shifts(span, shift):
            if span.start + by >= 0 and self.now[span.start + by : span.end + by] == words:
                return Span(span.report, span.start + by, span.end + by)
        for before, after in ((CONTEXT, CONTEXT), (0, 0)):
            start, end = max(0, span.start - before), span.end + after
            around = self.then[start:end]
            if around and self.now.count(around) == 1:
                at = self.now.index(around) + span.start - start
                return Span(span.report, at, at + len(words))
        raise LostError(words)

    def _shifts(self, span: Span, shift: int) -> Iterator[int]:
        """By how much the words can have moved: with what is around them, or with all before or after them."""
        yield shift
        if self.then[: span.end] == self.now[: span.end]:
            yield 0
        if self.now.endswith(self.then[span.start :]):
            yield len(self.now) - len(self.then)
