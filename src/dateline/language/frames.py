"""A parsed sentence -> who says what in it: reporting frames.

It finds the cue, the speaker's phrase and the words that are said. Who the speaker is, and how a frame
carries over following sentences, is for the stages that see the whole report.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline import lexicons
from dateline.records import Frame, Phrase, Token

QUOTES = frozenset({'"', "“", "”", "``", "''", '""', '"""', "«", "»"})
# Cues that report with a plain object as well: "announced the arrest of two men", "showed a row of dead".
OBJECT_CUES = frozenset(
    {"report", "show", "describe", "claim", "confirm", "announce", "deny", "reject", "dismiss"}
)
SUBJECTS = ("nsubj", "nsubjpass", "csubj")


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


CLAUSES = frozenset({"relcl", "acl", "advcl", "parataxis", "ccomp", "punct"})


def find(tree: Tree) -> tuple[Frame, ...]:
    """The reporting frames of one sentence, by cue position."""
    cues = lexicons.load("cues")
    frames: list[Frame] = []
    for i, token in enumerate(tree.tokens):
        frame = None
        if token.lemma in cues["responsibility"]["verbs"] and (held := _responsibility(tree, i)) is not None:
            frame = held
        elif token.pos in {"VERB", "AUX"} and token.lemma in cues["verb"]:
            frame = _verbal(tree, i, cues["verb"][token.lemma])
        elif token.lower == "according" or (token.lower == "per" and i == 0):
            frame = _according(tree, i)
        elif token.lower in cues["adverb"] and cues["adverb"][token.lower] == "unattributed":
            frame = Frame(i, None, *_clause(tree, i), quoted=False)
        elif token.pos == "NOUN" and token.lemma in cues["noun"]:
            frame = _nominal(tree, i)
        if frame is None and token.lemma in cues["verb"] and token.tag in {"VBZ", "VBD", "NNS", "VBP"}:
            frame = _closing(tree, i)
        if frame is not None:
            frames.append(frame)
    return tuple(frames)


def _responsibility(tree: Tree, i: int) -> Frame | None:
    """“claimed responsibility for the bombing”: the claimant speaks for the act."""
    held = tree.kid(i, "dobj")
    speaker = _speaker(tree, i) or _subject_above(tree, i)
    if held is None or tree.tokens[held].lemma != "responsibility" or speaker is None:
        return None
    start, end = tree.subtree(held)
    return Frame(i, tree.phrase(speaker), start, end, quoted=False)


def _subject_above(tree: Tree, i: int) -> int | None:
    """The subject of the clause that a participle hangs on: "X responded, taking responsibility"."""
    return tree.kid(tree.tokens[i].head, "nsubj") if tree.tokens[i].dep in {"advcl", "xcomp"} else None


def _clause(tree: Tree, i: int) -> tuple[int, int]:
    """The tokens of the clause that token `i` modifies."""
    return tree.subtree(tree.tokens[i].head)


def _verbal(tree: Tree, i: int, sort: str) -> Frame | None:
    """“X said that ...”, "... , X said", "X was quoted as saying ...", "X accused Y of ..."."""
    tokens = tree.tokens
    if sort == "relay":
        return _relayed(tree, i)
    if tokens[i].tag == "VBN" and tree.kid(i, "nsubjpass", "auxpass") is not None:
        return _passive(tree, i)
    speaker = _speaker(tree, i)
    content = tree.kid(i, "ccomp", "xcomp", "parataxis", "dobj", "oprd")
    if content is None or (tokens[content].dep == "dobj" and not _takes_object(tokens[i].lemma, sort)):
        content = _host(tree, i)
        if content is None and sort != "accuse":
            return _quote_beside(tree, i, speaker)
    if speaker is None and tokens[i].dep not in {"ROOT", "conj", "parataxis"}:
        return None
    start, end = (0, len(tokens)) if content is None else tree.subtree(content)
    if (
        start <= i < end
    ):  # the cue stands inside what is said, ", he said, ": it speaks for all of the sentence
        start, end = 0, len(tokens)
    return Frame(
        i, None if speaker is None else tree.phrase(speaker), start, end, quoted=_quoted(tokens, start, end)
    )


def _takes_object(lemma: str, sort: str) -> bool:
    return lemma in OBJECT_CUES or sort in {"accuse", "deny", "estimate", "think"}


def _speaker(tree: Tree, i: int) -> int | None:
    """The token that heads the speaker: the cue's subject, or that of the cue that it is joined to."""
    found = tree.kid(i, "nsubj")
    while found is None and tree.tokens[i].dep in {"conj", "xcomp"}:
        i = tree.tokens[i].head
        found = tree.kid(i, "nsubj")
    if found is None and tree.tokens[i].dep == "acl" and tree.tokens[i].tag == "VBG":
        return tree.tokens[i].head
    if found is not None and tree.tokens[found].tag in {"WDT", "WP"} and tree.tokens[i].dep == "relcl":
        return tree.tokens[i].head
    return found


def _host(tree: Tree, i: int) -> int | None:
    """The clause that a parenthetical cue hangs on: "..., he said" parsed below what is said."""
    token = tree.tokens[i]
    if (
        token.dep in {"parataxis", "advcl"}
        and token.head != i
        and tree.tokens[token.head].pos in {"VERB", "AUX"}
    ):
        return token.head
    return None


def _quoted(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(t.text in QUOTES for t in tokens[max(0, start - 1) : end + 1])


def _quote_beside(tree: Tree, i: int, speaker: int | None) -> Frame | None:
    """A cue with no clause of its own beside a quotation: the whole sentence is what is said."""
    tokens = tree.tokens
    if speaker is None or not _quoted(tokens, 0, len(tokens)):
        return None
    return Frame(i, tree.phrase(speaker), 0, len(tokens), quoted=True)


def _passive(tree: Tree, i: int) -> Frame | None:
    """“are reported to have ...”, "it was reported that ...": nobody is named unless "by X" follows."""
    agent = tree.kid(i, "agent")
    speaker = None if agent is None else tree.kid(agent, "pobj")
    content = tree.kid(i, "ccomp", "xcomp")
    if content is None:
        subject = tree.kid(i, "nsubjpass")
        if subject is None or tree.tokens[i].lemma not in {"report", "confirm", "announce", "claim"}:
            return None
        content = subject
    start, end = tree.subtree(content)
    return Frame(i, None if speaker is None else tree.phrase(speaker), start, end, quoted=False)


def _relayed(tree: Tree, i: int) -> Frame | None:
    """“A cited B as saying ...”, "A, citing B, ...", "B was quoted as saying ...": B speaks, via A."""
    tokens = tree.tokens
    passive = tree.kid(i, "nsubjpass")
    told = passive if passive is not None else tree.kid(i, "dobj")
    if told is None:
        return None
    via = tree.kid(i, "nsubj") if passive is None else None
    if via is None and passive is None and tokens[i].tag == "VBG":
        head = tokens[i].head
        via = head if tokens[i].dep == "acl" else _speaker(tree, head)
        outer = tree.subtree(tokens[i].head) if tokens[i].dep != "acl" else (0, len(tokens))
        return Frame(i, tree.phrase(told), *outer, False, None if via is None else tree.phrase(via))
    content = tree.kid(i, "prep", "ccomp", "advcl", "xcomp")
    start, end = tree.subtree(content) if content is not None else (0, len(tokens))
    return Frame(i, tree.phrase(told), start, end, False, None if via is None else tree.phrase(via))


def _according(tree: Tree, i: int) -> Frame | None:
    """“According to X, ...”: X is what "to" governs; the rest of the clause is what X says."""
    tokens = tree.tokens
    to = i + 1
    if to >= len(tokens) or (tokens[i].lower == "according" and tokens[to].lower != "to"):
        return None
    speaker = tree.kid(to, "pobj") or tree.kid(i, "pobj")
    if speaker is None:
        speaker = next(
            (k for k in range(to + 1, len(tokens)) if tokens[k].pos in {"NOUN", "PROPN", "PRON"}), None
        )
    if speaker is None:
        return None
    return Frame(i, tree.phrase(speaker), 0, len(tokens), quoted=False)


def _nominal(tree: Tree, i: int) -> Frame | None:
    """“with reports of X being hit”, "a report that ...", "rebel claims that ..."."""
    content = tree.kid(i, "acl", "ccomp", "relcl")
    if content is None:
        of = next((k for k in tree.kids[i] if tree.tokens[k].lower == "of"), None)
        content = None if of is None else (tree.kid(of, "pcomp", "pobj"))
    if content is None or tree.tokens[i].tag == "NN":
        return None
    speaker = tree.kid(i, "poss", "compound", "amod")
    if speaker is not None and tree.tokens[speaker].pos not in {"NOUN", "PROPN"}:
        speaker = None
    start, end = tree.subtree(content)
    return Frame(
        i, None if speaker is None else Phrase(speaker, speaker, speaker + 1), start, end, quoted=False
    )


def _closing(tree: Tree, i: int) -> Frame | None:
    """“..., reports The Daily Example.” at the end of a sentence, however the parser took it."""
    tokens = tree.tokens
    after = i + 1
    if i == 0 or tokens[i - 1].text not in {",", "”", '"'} or after >= len(tokens):
        return None
    last = len(tokens)
    while last > after and tokens[last - 1].pos == "PUNCT":
        last -= 1
    if last <= after or last - after > 12 or tokens[after].pos in {"VERB", "ADP", "PUNCT", "NUM", "SCONJ"}:
        return None
    head = next(
        (k for k in range(after, last) if not after <= tokens[k].head < last or tokens[k].head == k), after
    )
    return Frame(i, Phrase(head, after, last), 0, i, quoted=False)
