"""Frames and speakers of a report -> the source of each act: innermost speaker, carried over where it runs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline import lexicons
from dateline.claims.context import Line
from dateline.records import Frame, Phrase, Report, Source, SourceType, Span, Speaker

REPORT = Source("report", SourceType("report"))
UNATTRIBUTED = Source("unattributed", SourceType("other"))
OPENING = frozenset({"“", '"', "``", "«"})
CLOSING = frozenset({"”", '"', "''", "»"})
PRONOUNS = frozenset({"he", "she", "they", "it", "who", "we", "i"})
DOUBT = frozenset({"suspect", "fear", "believe", "think", "expect"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words an act is told in: the source, the rule that found it, and what the cue does to the status."""

    source: Source
    rule: str
    denied: bool = False
    doubted: bool = False
    cue: Span | None = None


def voices(report: Report, lines: Sequence[Line], issuer: Speaker | None) -> list[Narrator]:
    """For each line, what is needed to say whose words its acts are; read in text order."""
    base = REPORT if issuer is None else Source(issuer.name, issuer.type)
    found: list[Narrator] = []
    last: Source | None = None
    open_quote = False
    for line in lines:
        inside = open_quote
        open_quote = _still_open(line, open_quote)
        found.append(Narrator(report, line, base, last, running=inside and last is not None))
        last = found[-1].last_named() or last
    return found


def _still_open(line: Line, inside: bool) -> bool:
    """Whether a quotation is still open at the end of a line (curly or straight marks)."""
    for token in line.sentence.tokens:
        if token.text in {"“", "«", "``"}:
            inside = True
        elif token.text in {"”", "»", "''"}:
            inside = False
        elif token.text.startswith('"') and set(token.text) == {'"'}:
            inside = not inside
    return inside


@dataclass(slots=True)
class Narrator:
    """Whose voice a line is told in, token by token."""

    report: Report
    line: Line
    base: Source
    before: Source | None
    running: bool

    def voice(self, i: int) -> Voice:
        """Whose words token `i` stands in: the innermost reporting frame around it."""
        frames = sorted(
            (f for f in self.line.sentence.frames if f.start <= i < f.end and f.cue != i),
            key=lambda f: (f.end - f.start, f.cue),
        )
        for frame in frames:
            voice = self._of_frame(frame)
            if voice is not None:
                return voice
        if self.running and self.before is not None:
            return Voice(self.before, "source.quote_runs_on")
        if self.base is not REPORT:
            return Voice(self.base, "source.issuer")
        return Voice(REPORT, "source.report")

    def outer(self, inner: Frame) -> Voice:
        """Whose words tell of a frame: the frame around its cue, else the report."""
        return self.voice(inner.cue)

    def _of_frame(self, frame: Frame) -> Voice | None:
        cues = lexicons.load("cues")
        cue = self.line.sentence.tokens[frame.cue]
        sort = cues["verb"].get(cue.lemma) or cues["noun"].get(cue.lemma) or "say"
        span = Span(self.report.id, cue.start, cue.end)
        denied, doubted = sort == "deny", cue.lemma in DOUBT
        if frame.speaker is None:
            return Voice(UNATTRIBUTED, "source.unattributed", denied=denied, doubted=doubted, cue=span)
        source = self._source(frame.speaker)
        if source is None:
            return None
        if frame.via is not None and (via := self._source(frame.via)) is not None:
            source = Source(source.name, source.type, source.speaker, via)
        return Voice(source, f"source.{sort}", denied=denied, doubted=doubted, cue=span)

    def _source(self, phrase: Phrase) -> Source | None:
        tokens = self.line.sentence.tokens
        words = [t.lower for t in tokens[phrase.start : phrase.end]]
        if words and words[0] in PRONOUNS and len(words) == 1:
            return self.base if words[0] in {"we", "i"} and self.before is None else self.before
        speaker = self.line.speaker_of(phrase)
        if speaker is None:
            return None
        span = Span(self.report.id, tokens[phrase.start].start, tokens[phrase.end - 1].end)
        return Source(speaker.name, speaker.type, span)

    def last_named(self) -> Source | None:
        """The last source that this line names, for "he added" in the next one."""
        for frame in reversed(self.line.sentence.frames):
            if frame.speaker is not None:
                source = self._source(frame.speaker)
                if source is not None and source is not self.base:
                    return source
        return None
