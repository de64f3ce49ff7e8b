"""A quantity on a line -> the words for what it measures: what it is a share of or stands before, else the subject."""

from __future__ import annotations

from dateline.mentions.quantities.line import Line
from dateline.mentions.quantities.ranges import Pair
from dateline.records import Sentence

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
STOP = frozenset({"DET", "PUNCT", "ADP", "PRON", "CCONJ", "SPACE", "AUX", "PART", "NUM", "SYM"})
NOUNS = frozenset({"NOUN", "PROPN"})
PASSED = frozenset({"DET", "PRON", "NUM", "PART", "ADV"})
CLAUSES = frozenset({"relcl", "acl"})
APART = CLAUSES | {"appos", "conj", "prep"}
CLIMB = 12  # steps up the tree to the clause's verb
MANY = 64  # words that hang on one; past these stand lists without end
LONGEST = 8  # pieces of a noun group


def subject_of(line: Line, pair: Pair) -> tuple[str, ...]:
    """The words, in text order; none where the sentence does not tell."""
    return _shared(line, pair) or _described(line, pair) or _named_before(line, pair) or _subject(line, pair)


def _shared(line: Line, pair: Pair) -> tuple[str, ...]:
    """Of "46 percent of all adults", the adults."""
    if line.lower(pair.end) != "of" or pair.last.unit.kind not in {"share", "number"}:
        return ()
    return _run(line, pair.end + 1)


def _run(line: Line, start: int) -> tuple[str, ...]:
    """The nouns and adjectives of the noun group from a piece on."""
    found: list[str] = []
    for k in range(start, min(len(line.pieces), start + LONGEST)):
        if line.pos(k) in NOUNS | {"ADJ"}:
            found.append(line.text(k))
        elif line.pos(k) not in PASSED:
            break
    return tuple(found)


def _described(line: Line, pair: Pair) -> tuple[str, ...]:
    """Of "a 6kW electric motor" and "a $150,000 contract", the motor and the contract."""
    last = pair.end
    if line.pos(last) not in NOUNS | {"ADJ"} or line.lower(last - 1) in {",", "of"}:
        return ()
    at = line.origin[pair.last.value.start]
    words = _run(line, last)
    tokens = line.sentence.tokens
    before = pair.start - 1 if line.pos(pair.start - 1) == "DET" else pair.start
    heads = {tokens[line.origin[k]].head for k in range(before, pair.end)} - {at}
    nouns = [line.origin[k] for k in range(last, last + len(words)) if line.pos(k) in NOUNS]
    return words if any(noun in heads for noun in nouns) else ()


def _named_before(line: Line, pair: Pair) -> tuple[str, ...]:
    """Of "sales of 5,835 units" and "winds of at least 74 mph", the sales and the winds."""
    i = pair.start - 1
    while i > 0 and (
        line.pos(i) in {"ADV", "ADJ", "DET"} or line.lower(i) in {"between", "from", "than", "up", "to"}
    ):
        i -= 1
    if line.lower(i) != "of" or line.pos(i - 1) not in NOUNS:
        return ()
    start = i - 1
    while start and line.pos(start - 1) in NOUNS | {"ADJ"}:
        start -= 1
    return tuple(line.text(k) for k in range(start, i) if line.pos(k) in NOUNS | {"ADJ"})


def _subject(line: Line, pair: Pair) -> tuple[str, ...]:
    """The subject of the nearest clause above that has one; of a relative clause, the noun that it describes."""
    sentence, here = line.sentence, line.origin[pair.last.value.start]
    mine = {line.origin[k] for k in range(pair.start, pair.end)}
    for _ in range(CLIMB):
        token = sentence.tokens[here]
        for kid in sentence.kids[here][:MANY]:
            if sentence.tokens[kid].dep in SUBJECTS and kid not in mine:
                words = _phrase(sentence, kid, mine)
                if words:
                    return words
        if token.dep in CLAUSES and token.head not in mine:
            return _phrase(sentence, token.head, mine | {here})
        if token.head == here:
            break
        here = token.head
    return ()


def _phrase(sentence: Sentence, head: int, mine: set[int]) -> tuple[str, ...]:
    """The content words of a noun phrase, without the clauses and names joined to it."""
    tokens = sentence.tokens
    kept, todo = set[int](), [head]
    while todo:
        k = todo.pop()
        kept.add(k)
        far = APART if k == head else CLAUSES
        todo.extend(
            c
            for c in sentence.kids[k]
            if c not in mine and (tokens[c].dep not in far or tokens[c].lower == "of")
        )
    return tuple(tokens[k].text for k in sorted(kept) if tokens[k].pos not in STOP)
