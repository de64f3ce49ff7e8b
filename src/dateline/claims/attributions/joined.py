"""Attributions of one sentence -> the same, apart where a second cue only goes on after the first one's clause.

“She said the road was closed and urged people to stay”: the parser joins "urged" to the clause, the speaker does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.attributions.drafts import Draft
from dateline.claims.attributions.tables import HEARING, lemma
from dateline.claims.attributions.walking import kid

# Kinds of a second cue that a speaker goes on with; what is thought or wanted may as well be told of somebody else.
SPOKEN = frozenset({"statement", "denial", "accusation", "demand", "question", "promise", "praise"})
JOINS = frozenset({"and", "but"})


def part(made: Sequence[Draft]) -> None:
    """End what a cue takes where another cue of the same speaker, or of the next one, begins."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in made:
        by_sentence.setdefault(draft.sentence.index, []).append(draft)
    for drafts in by_sentence.values():
        for outer in drafts:
            for inner in drafts:
                if (
                    inner is not outer
                    and outer.content
                    and inner.head in outer.content
                    and outer.head < inner.head
                ):
                    _apart(outer, inner)


def _apart(outer: Draft, inner: Draft) -> None:
    """Part two attributions where the inner one goes on with the outer's speaker, or is set against it by “while”."""
    against = _while(inner)
    start = against if against is not None else _going_on(outer, inner)
    if start is None or start <= min(outer.content):
        return
    outer.content = frozenset(k for k in outer.content if k < start)
    if against is None:
        inner.source = outer.source


def _going_on(outer: Draft, inner: Draft) -> int | None:
    """The “and” before a second cue that has no subject of its own and stands in the first one's tense."""
    sentence = outer.sentence
    tokens = sentence.tokens
    same = tokens[inner.head].tag == tokens[outer.head].tag and tokens[inner.head].tag in {"VBD", "VBZ"}
    own = kid(sentence, inner.head, "nsubj", "nsubjpass", "aux", "auxpass") is not None
    if not same or own or tokens[inner.head].dep != "conj" or lemma(tokens[inner.head]) in HEARING:
        return None
    if inner.kind not in SPOKEN or outer.kind not in SPOKEN or outer.quoted:
        return None
    k = inner.head - 1
    while k > outer.head and tokens[k].pos == "ADV":
        k -= 1
    return k if tokens[k].lower in JOINS else None


def _while(inner: Draft) -> int | None:
    """“... that he would stay, while doctors warned of": where the clause of another speaker begins."""
    sentence = inner.sentence
    mark = kid(sentence, inner.head, "mark")
    subject = kid(sentence, inner.head, "nsubj")
    if mark is None or subject is None or sentence.tokens[mark].lower != "while":
        return None
    return mark if mark < subject < inner.head else None
