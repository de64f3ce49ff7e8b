"""A report and a sentence of it -> the page on which the finders of figures work. It finds nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.mentions.figures.vocabulary import Vocabulary
from dateline.records import Figure, Measure, Mention, Report, Scope, Sentence, Span, Token


@dataclass(frozen=True, slots=True)
class Page:
    """One sentence with all that a finder needs; `text` is the whole report's."""

    report: Report
    sentence: Sentence
    tokens: Sequence[Token]
    vocabulary: Vocabulary
    shouting: bool

    def words(self, start: int, end: int) -> str:
        """The report's words from token to token, on one line."""
        text = self.report.text[self.tokens[start].start : self.tokens[end - 1].end]
        return " ".join(text.split())

    def lower(self, i: int) -> str:
        """The word at an index in lower case; empty outside the sentence."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def pos(self, i: int) -> str:
        """The part of speech at an index; empty outside the sentence."""
        return self.tokens[i].pos if 0 <= i < len(self.tokens) else ""

    def span(self, start: int, end: int) -> Span:
        """The report's words from token to token, as a span."""
        return Span(self.report.id, self.tokens[start].start, self.tokens[end - 1].end)

    def mention(self, found: Found) -> Mention:
        """The mention that a finding makes."""
        tokens = self.tokens
        span = self.span(found.start, found.end)
        figure = Figure(
            measure=None if found.measure is None else Measure(found.measure),
            of=found.of,
            low=found.low,
            high=found.high,
            approx=found.approx,
            scope=found.scope,
            span=span,
            victim=found.victim,
            unit=found.unit,
            part_of=found.part_of,
            replaced_by=found.replaced_by,
        )
        return Mention(span, figure, f"figures.{found.rule}", tokens[found.head].start, found.note)


@dataclass(frozen=True, slots=True)
class Found:
    """A figure found in a sentence, in token indices (half-open); `more` says it adds to an earlier one."""

    start: int
    end: int
    head: int
    of: str
    low: int | None
    high: int | None
    rule: str
    approx: bool = False
    measure: str | None = None
    victim: str | None = None
    unit: str = "people"
    scope: Scope = Scope.NEW
    more: bool = False
    note: str = ""
    part_of: Span | None = None
    replaced_by: Span | None = None


def is_shouting(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is in capitals, so that capitals tell nothing: most of its longer words."""
    words = [t.text for t in tokens if len(t.text) > 1 and t.text.isalpha()]
    return sum(word.isupper() for word in words) * 2 > len(words)
