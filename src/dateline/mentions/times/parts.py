"""A match of a pattern over word classes -> the values of its named parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from dateline.mentions.times.words import Word, letters
from dateline.records import Sentence, Token


class Parts:
    """The named parts of one expression, and the words around it."""

    __slots__ = ("match", "sentence", "words")

    def __init__(self, sentence: Sentence, words: Sequence[Word], match: re.Match[str]) -> None:
        self.sentence = sentence
        self.words = words
        self.match = match

    def word(self, name: str) -> Word | None:
        """The first word of a part, or None where the pattern has no such part or it was not said."""
        if name not in self.match.re.groupindex:
            return None
        k = self.match.start(name)
        return self.words[k] if k >= 0 else None

    def group(self, name: str) -> Sequence[Word]:
        """All words of a part; none where the pattern has no such part or it was not said."""
        if name not in self.match.re.groupindex or self.match.start(name) < 0:
            return ()
        return self.words[slice(*self.match.span(name))]

    def value(self, name: str) -> Any:
        """The value of a part's word, or None where it was not said."""
        word = self.word(name)
        return word.value if word else None

    def is_a(self, name: str, kind: str) -> bool:
        """Whether a part was said with a word of this class."""
        word = self.word(name)
        return word is not None and word.letter == letters()[kind]

    @property
    def count(self) -> tuple[int, int] | None:
        """How many units, from least to most."""
        said = [w.value for w in self.words[slice(*self.match.span("count"))] if w.value not in (None, "")]
        if not said:
            return None
        low, high = said[-1] if isinstance(said[-1], list) else (said[-1], said[-1])
        return int(low), int(high)

    @property
    def edge(self) -> str | None:
        """Which part of a month or year: "early", "mid" or "late", where said."""
        edge: str | None = self.value("edge") or self.value("bound")
        return edge

    @property
    def start(self) -> int:
        """The code point where the expression starts."""
        return self.words[self.match.start()].start

    @property
    def end(self) -> int:
        """The code point where the expression ends."""
        return self.words[self.match.end() - 1].end

    @property
    def before(self) -> Word | None:
        """The word before the expression."""
        k = self.match.start()
        return self.words[k - 1] if k else None

    @property
    def after(self) -> Word | None:
        """The word after the expression."""
        k = self.match.end()
        return self.words[k] if k < len(self.words) else None

    def token(self, word: Word | None) -> Token | None:
        """The parsed token that a word belongs to."""
        return self.sentence.tokens[word.token] if word else None

    def follows(self, *pos: str) -> bool:
        """Whether the word after has one of these parts of speech."""
        token = self.token(self.after)
        return token is not None and token.pos in pos

    @property
    def head(self) -> int:
        """The token of the expression that hangs on the rest of the sentence."""
        first, last = self.words[self.match.start()].token, self.words[self.match.end() - 1].token
        return head_of(self.sentence, first, last)


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """The first token of a stretch (inclusive) whose head lies outside it, or that is the root."""
    for k in range(first, last + 1):
        head = sentence.tokens[k].head
        if head == k or not first <= head <= last:
            return k
    return last
