"""A stretch of a sentence that may name a place: the value that the steps of this folder hand on."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.lexicons.gazetteer import Place
from dateline.records import Sentence, Token


@dataclass(slots=True)
class Name:
    """A stretch of a sentence that may name a place; token indices, half-open.

    `cue` is the preposition before it, `type_word` a word such as "province" or "village" that goes with it,
    `type_at` that word's token. `full` is where the phrase with its type word begins and ends.
    """

    sentence: Sentence
    start: int
    end: int
    text: str
    places: tuple[Place, ...]
    cue: str = ""
    type_word: str = ""
    type_at: int = -1
    full: tuple[int, int] = (0, 0)
    actor: bool = False
    weak: bool = False
    modifier: bool = False
    unknown: bool = False
    quarter: bool = False
    partial: bool = False  # only a part of it is a place's name
    division: bool = False  # what is said beside it makes it a division, where one is so called
    chosen: Place | None = None
    how: str = ""
    inside: Place | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def head(self) -> int:
        """The token of the name that the rest hangs on: the last one whose head lies outside."""
        tokens = self.sentence.tokens
        for i in range(self.end - 1, self.start - 1, -1):
            if not self.start <= tokens[i].head < self.end or tokens[i].head == i:
                return i
        return self.end - 1


def joined(tokens: tuple[Token, ...], start: int, end: int) -> str:
    """The words of some tokens with their case restored, spaced as in the report."""
    return "".join(t.text + (" " if t.space else "") for t in tokens[start:end]).strip()


def is_capital(token: Token) -> bool:
    """Whether a token opens with a capital letter."""
    return token.text[:1].isupper()


def is_word(token: Token) -> bool:
    """Whether a token has a letter in it."""
    return any(c.isalpha() for c in token.text)
