"""A sentence's tokens as the parser tied them -> the same, with three of its common mistakes set right.

Two leave a verb without the subject that stands right before it, one makes a name a part of the word "hostage".
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline import lexicons
from dateline.language.tree import Tree
from dateline.records import Token

SAYING = frozenset(lexicons.load("cues")["verb"])
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
HELD_AS = frozenset({"captive", "hostage", "prisoner"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
BESIDE = frozenset({"appos", "conj"})
NAMING = frozenset({"NOUN", "PROPN"})


def mend(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with subjects put back: one that was tied to "according to X", one taken for what was said."""
    mended = list(_held(tokens))
    tree = Tree(mended, children(mended))
    for verb, token in enumerate(tuple(mended)):
        first = _finite(tree, verb)
        if first is None or token.dep not in {"ROOT", "ccomp"} or tree.kid(verb, *SUBJECTS) is not None:
            continue
        subject = _after_according(tree, verb, first)
        if subject is None:
            subject = _taken_for_said(tree, verb, first)
        if subject is not None:
            passive = tree.kid(verb, "auxpass") is not None
            dep = "nsubjpass" if passive else "nsubj"
            mended[subject] = mended[subject]._replace(head=verb, dep=dep)
    return tuple(mended)


def _held(tokens: Sequence[Token]) -> Sequence[Token]:
    """“kept A. Vale hostage”: A. Vale is who was kept, and no sort of hostage."""
    held = [
        k
        for k, t in enumerate(tokens)
        if t.lower in HELD_AS and t.dep == "dobj" and k and tokens[k - 1].pos == "PROPN"
    ]
    out = list(tokens)
    for k in held:
        name = k - 1
        if tokens[name].dep != "compound" or tokens[name].head != k:
            continue
        out[name] = tokens[name]._replace(head=tokens[k].head, dep="dobj")
        out[k] = tokens[k]._replace(dep="oprd")
        for j in range(name):
            if tokens[j].head == k:
                out[j] = tokens[j]._replace(head=name)
    return out


def children(tokens: Sequence[Token]) -> list[list[int]]:
    """The children of each token, in text order."""
    kids: list[list[int]] = [[] for _ in tokens]
    for k, token in enumerate(tokens):
        if token.head != k:
            kids[token.head].append(k)
    return kids


def _finite(tree: Tree, verb: int) -> int | None:
    """Where a finite verb begins, its auxiliaries with it."""
    first = min([verb, *(k for k in tree.kids[verb] if tree.tokens[k].dep in {"aux", "auxpass"})])
    return first if tree.tokens[first].tag in FINITE else None


def _after_according(tree: Tree, verb: int, first: int) -> int | None:
    """“According to the governor, A. Marr, her brother, was killed”: A. Marr is killed, and is no governor."""
    tokens = tree.tokens
    for k in tree.kids[verb]:
        to = tree.kid(k, "prep") if tokens[k].lower == "according" and k < verb else None
        source = None if to is None else tree.kid(to, "pobj")
        for j in tree.kids[source] if source is not None else ():
            start, end = tree.subtree(j)
            named = tokens[j].dep in BESIDE and tokens[j].pos in NAMING and j > (source or 0)
            if named and tokens[start - 1].text == "," and _reaches(tree, end, first):
                return j
    return None


def _taken_for_said(tree: Tree, verb: int, first: int) -> int | None:
    """“She said the blast in the port, a busy hub, was heard”: the blast was heard, and is not what was said."""
    tokens = tree.tokens
    said = tokens[verb].head
    if tokens[verb].dep != "ccomp" or tokens[said].lemma not in SAYING or said > verb:
        return None
    held = tree.kid(said, "dobj")
    if held is None or not said < held < first or tokens[held].pos not in NAMING:
        return None
    return held if _reaches(tree, tree.subtree(held)[1], first) else None


def _reaches(tree: Tree, end: int, first: int) -> bool:
    """Whether nothing but a comma stands between a phrase's end and a verb."""
    return end == first or (end == first - 1 and tree.tokens[end].text == ",")
