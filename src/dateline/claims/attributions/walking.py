"""A sentence's parse -> ways to walk it that attributions need: sets of token indices, with their gaps."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.records import Sentence

NONE: frozenset[int] = frozenset()


def kid(sentence: Sentence, i: int, *deps: str) -> int | None:
    """The first child of `i` in one of these relations."""
    return next((k for k in sentence.kids[i] if sentence.tokens[k].dep in deps), None)


def kids(sentence: Sentence, i: int, *deps: str) -> list[int]:
    """All children of `i` in one of these relations."""
    return [k for k in sentence.kids[i] if sentence.tokens[k].dep in deps]


def under(sentence: Sentence, i: int | None, without: Iterable[int] = ()) -> frozenset[int]:
    """The tokens under `i` and itself, leaving out whole branches; none for None."""
    left = set(without)
    found, stack = set(), [] if i is None else [i]
    while stack:
        j = stack.pop()
        found.add(j)
        stack.extend(k for k in sentence.kids[j] if k not in left)
    return frozenset(found)


def filled(tokens: frozenset[int], taken: frozenset[int] = NONE) -> frozenset[int]:
    """All from the first to the last of some tokens, without what is taken."""
    return frozenset(range(min(tokens), max(tokens) + 1)) - taken if tokens else tokens


def item_start(sentence: Sentence, end: int) -> int:
    """Where the stretch before `end` starts: after the last semicolon, else with the sentence."""
    return next((k + 1 for k in range(end - 1, -1, -1) if sentence.tokens[k].text == ";"), 0)


def item_end(sentence: Sentence, start: int) -> int:
    """Where the stretch from `start` on ends: at the next semicolon, else with the sentence."""
    tokens = sentence.tokens
    return next((k for k in range(start, len(tokens)) if tokens[k].text == ";"), len(tokens))
