"""What the finders of attributions pass to each other: a cue with its source and content, as tokens of one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.claims.attributions.walking import NONE
from dateline.records import Sentence

Stretch = tuple[int, int]
# Marks that are no part of what is said where they stand at its ends.
EDGES = frozenset({",", ".", ";", ":", "-", "--", "–", "—"})


@dataclass(slots=True)
class Draft:
    """An attribution in the making: token indices of its sentence; `more` are stretches of the report beside them.

    `said` is set once nothing more is added: the content's stretches.
    """

    sentence: Sentence
    head: int
    kind: str
    rule: str
    source: frozenset[int] = NONE
    cue: frozenset[int] = NONE
    content: frozenset[int] = NONE
    may_quote: bool = False
    quoted: bool = False
    more: list[Stretch] = field(default_factory=list)
    said: tuple[Stretch, ...] = ()

    @property
    def start(self) -> int:
        """Where the cue's main word starts, in code points."""
        return self.sentence.tokens[self.head].start

    def stretch(self, tokens: frozenset[int]) -> Stretch | None:
        """From the first to the last of some of its tokens, in code points."""
        own = self.sentence.tokens
        return (own[min(tokens)].start, own[max(tokens)].end) if tokens else None

    def pieces(self) -> tuple[Stretch, ...]:
        """The content's stretches, in code points, in text order: runs of tokens and whole quotations."""
        runs: list[list[int]] = []
        for k in sorted(self.content - self.cue - self.source):
            if runs and k == runs[-1][-1] + 1:
                runs[-1].append(k)
            else:
                runs.append([k])
        stretches = (self.stretch(frozenset(self._trimmed(run))) for run in runs)
        return tuple(_joined(sorted([*(s for s in stretches if s is not None), *self.more])))

    def _trimmed(self, run: list[int]) -> list[int]:
        """A run of tokens without the stops and commas at its ends."""
        tokens = self.sentence.tokens
        while run and tokens[run[-1]].text in EDGES:
            run = run[:-1]
        while run and tokens[run[0]].text in EDGES:
            run = run[1:]
        return run


def _joined(runs: list[Stretch]) -> Iterator[Stretch]:
    """Stretches in text order, those that overlap as one."""
    now: Stretch | None = None
    for start, end in runs:
        if now is not None and start <= now[1]:
            now = (now[0], max(now[1], end))
            continue
        if now is not None:
            yield now
        now = (start, end)
    if now is not None:
        yield now
