"""A cue's main word -> the cue as it stands: with auxiliaries, negation, adverbs before it, particles, prepositions."""

from __future__ import annotations

from dateline.claims.attributions.tables import HELPING
from dateline.claims.attributions.walking import kid
from dateline.records import Sentence

LEADING = frozenset({"aux", "auxpass", "neg", "advmod"})
# Tokens between a helping verb and the cue, and between a cue and its preposition.
MAX_HELP = 5
MAX_GAP = 4


def of_verb(
    sentence: Sentence, i: int, barred: frozenset[int], preposition: int | None = None
) -> frozenset[int]:
    """The run of tokens around a verb that make the cue; tokens of source and content are barred."""
    first = _first(sentence, i, barred)
    particle = kid(sentence, i, "prt")
    last = i + 1 if particle == i + 1 else i
    near = preposition is not None and 0 < preposition - last <= MAX_GAP
    if near and preposition is not None and not barred & set(range(last, preposition)):
        last = preposition
    return frozenset(range(first, last + 1))


def _first(sentence: Sentence, i: int, barred: frozenset[int]) -> int:
    """Where a cue starts: with what leads up to its verb, and with verbs that only help it."""
    first = head = i
    while True:
        while first > 0 and first - 1 not in barred and _leads(sentence, first - 1, head):
            first -= 1
        above = sentence.tokens[head].head
        joined = sentence.tokens[head].dep == "xcomp" and above < first and _helps(sentence, above)
        if not joined or first - above > MAX_HELP or barred & set(range(above, first)):
            return first
        first = head = above


def _leads(sentence: Sentence, k: int, head: int) -> bool:
    """Whether a token is an auxiliary, a negation or an adverb of the verb behind it."""
    token = sentence.tokens[k]
    return token.head == head and token.dep in LEADING and token.tag != "WRB" and not sentence.kids[k]


def _helps(sentence: Sentence, i: int) -> bool:
    """Whether a word only helps the verb below it: "went on to say", "is quick to point out"."""
    token = sentence.tokens[i]
    return (token.lemma in HELPING and kid(sentence, i, "dobj") is None) or token.pos == "ADJ"
