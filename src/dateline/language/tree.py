"""A sentence's tokens -> the parse as a tree to walk, for whatever finds frames and predicates in it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Phrase, Token

CLAUSES = frozenset({"relcl", "acl", "advcl", "parataxis", "ccomp", "punct"})


class Tree:
    """A sentence's tokens with their children, as the frame and predicate finders walk it."""

    __slots__ = ("kids", "tokens")

    def __init__(self, tokens: Sequence[Token], kids: Sequence[Sequence[int]]) -> None:
        self.tokens = tokens
        self.kids = kids

    def kid(self, i: int, *deps: str) -> int | None:
        """The first child of `i` that stands in one of these relations."""
        return next((k for k in self.kids[i] if self.tokens[k].dep in deps), None)

    def subtree(self, i: int, without: frozenset[str] = frozenset()) -> tuple[int, int]:
        """First and past-the-last token under `i`, leaving out children in the relations `without`."""
        first, last, stack = i, i, [i]
        while stack:
            j = stack.pop()
            first, last = min(first, j), max(last, j)
            stack.extend(k for k in self.kids[j] if self.tokens[k].dep not in without)
        return first, last + 1

    def phrase(self, i: int) -> Phrase:
        """The noun phrase headed by `i`, without its clauses and the punctuation at its ends."""
        start, end = self.subtree(i, CLAUSES)
        while end - 1 > i and self.tokens[end - 1].pos == "PUNCT":
            end -= 1
        while start < i and self.tokens[start].pos == "PUNCT":
            start += 1
        return Phrase(i, start, end)
