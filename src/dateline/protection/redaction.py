"""A text and what to put in place of some of its stretches -> the new text, and where each span is in it.

A span that touches a replaced stretch grows to take in all that stands there now: no span of the new text can
tell how long the old words were.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.records import ReportId, Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """One stretch, half-open in code points, and what stands there instead; `rank` settles which of two wins."""

    start: int
    end: int
    rank: int
    words: str


class Redaction:
    """A text after its edits. Of edits that overlap the one of higher rank takes the whole stretch of both."""

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        """Carry the edits out, in order of place."""
        self.edits = _apart(edits, len(text))
        parts: list[str] = []
        self._old: list[int] = [0]
        self._new: list[int] = [0]
        at, length = 0, 0
        for edit in self.edits:
            parts += (text[at : edit.start], edit.words)
            length += edit.start - at + len(edit.words)
            at = edit.end
            self._old.append(at)
            self._new.append(length)
        parts.append(text[at:])
        self.text = "".join(parts)

    def span(self, span: Span, report: ReportId) -> Span | None:
        """Where a span's words are now; None, where nothing of them is left."""
        start, _ = self._at(span.start)
        _, end = self._at(span.end - 1)
        return Span(report, start, end) if end > start else None

    def _at(self, offset: int) -> tuple[int, int]:
        """Where one code point is now: half-open; of a replaced stretch, all that stands for it."""
        k = bisect_right(self._old, offset) - 1
        if k < len(self.edits) and self.edits[k].start <= offset:
            start = self._new[k] + self.edits[k].start - self._old[k]
            return start, start + len(self.edits[k].words)
        now = self._new[k] + offset - self._old[k]
        return now, now + 1


def _apart(edits: Iterable[Edit], end: int) -> list[Edit]:
    """The edits in order, those that overlap made one."""
    out: list[Edit] = []
    for edit in sorted(edits):
        stop = min(edit.end, end)
        if edit.start >= stop:
            continue
        if out and edit.start < out[-1].end:
            last = out[-1]
            first = last if last.rank >= edit.rank else edit
            out[-1] = Edit(last.start, max(last.end, stop), first.rank, first.words)
        else:
            out.append(Edit(edit.start, stop, edit.rank, edit.words))
    return out
