"""A sentence's tokens as the parser tied them -> the same, with the verbs that tell who says it set right.

An agency's last words, ", the minister said on Monday" or ", reports The Post", are hung on what they tell as often
as not; and who "said ... and accused" is then taken for whoever is told of in between.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline import lexicons
from dateline.records import Token

CUES = lexicons.load("cues")["verb"]
SAYING = frozenset(verb for verb, sort in CUES.items() if sort == "say")
# What somebody does by speaking, so that it is joined to "said" and not to what was said.
SPOKEN = frozenset(verb for verb, sort in CUES.items() if sort in {"accuse", "deny"})
SUBJECTS = ("nsubj", "nsubjpass")


def set_right(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with each of the common mistakes mended."""
    return _spoken_besides(_said_last(_reported_last(tokens)))


def _kids(tokens: Sequence[Token], i: int) -> list[int]:
    return [k for k, t in enumerate(tokens) if t.head == i and k != i]


def _first_of(tokens: Sequence[Token], i: int) -> int:
    """Where the words that hang on a token begin."""
    return min([i, *(_first_of(tokens, k) for k in _kids(tokens, i) if k < i)])


def _reported_last(tokens: Sequence[Token]) -> Sequence[Token]:
    """“Two were killed and three others injured in Hella, reports The Post”: nobody of the others reports."""
    for i, token in enumerate(tokens):
        if token.tag != "VBZ" or token.lemma != "report" or i < 2 or tokens[i - 1].text != ",":
            continue
        kids = _kids(tokens, i)
        paper = next(
            (k for k in kids if k > i and tokens[k].dep == "dobj" and tokens[k].pos == "PROPN"), None
        )
        stray = next((k for k in kids if k < i and tokens[k].dep in SUBJECTS), None)
        if paper is None or stray is None or token.dep != "conj":
            continue
        told = next(
            (k for k in _kids(tokens, stray) if tokens[k].dep == "acl" and tokens[k].tag == "VBN"), None
        )
        if told is None:
            continue
        out = list(tokens)
        first = token.head
        out[stray] = tokens[stray]._replace(head=told, dep="nsubjpass")
        out[told] = tokens[told]._replace(head=first, dep="conj")
        out[paper] = tokens[paper]._replace(dep="nsubj")
        return _raised(out, i, first)
    return tokens


def _said_last(tokens: Sequence[Token]) -> Sequence[Token]:
    """“Ten died after an ambush claimed by X, the minister said on Monday”: they did not die after he said so."""
    for i, token in enumerate(tokens):
        if (
            token.dep != "advcl"
            or token.lemma not in SAYING
            or token.tag not in {"VBD", "VBZ"}
            or token.head > i
        ):
            continue
        kids = _kids(tokens, i)
        subjects = [k for k in kids if tokens[k].dep in SUBJECTS and k < i]
        mark = next((k for k in kids if tokens[k].dep == "mark" and k < i), None)
        if len(subjects) != 2 or mark is None or not mark < subjects[0] < subjects[1]:
            continue
        begins = _first_of(tokens, subjects[1])
        if tokens[begins - 1].text != "," or any(tokens[k].pos == "VERB" for k in kids if k > i):
            continue
        out = list(tokens)
        out[mark] = tokens[mark]._replace(head=token.head, dep="prep")
        out[subjects[0]] = tokens[subjects[0]]._replace(head=mark, dep="pobj")
        top = token.head
        while tokens[top].dep == "conj" and tokens[top].head != top:
            top = tokens[top].head
        return _raised(out, i, top)
    return tokens


def _raised(tokens: list[Token], verb: int, told: int) -> Sequence[Token]:
    """The tokens with a verb of saying above the one that it tells of, where that one stood at the top."""
    if tokens[told].head != told:
        return tokens
    tokens[verb] = tokens[verb]._replace(head=verb, dep="ROOT")
    tokens[told] = tokens[told]._replace(head=verb, dep="ccomp")
    return tokens


def _spoken_besides(tokens: Sequence[Token]) -> Sequence[Token]:
    """“Said that one had died and accused the press”: who said so accused, and not who died."""
    out = list(tokens)
    for i, token in enumerate(tokens):
        above = tokens[token.head]
        said = tokens[above.head]
        if token.dep != "conj" or token.tag != "VBD" or token.lemma not in SPOKEN or above.dep != "ccomp":
            continue
        if said.lemma not in SAYING or said.tag != "VBD" or above.head > token.head:
            continue
        beside = {tokens[k].lower for k in _kids(tokens, token.head) if tokens[k].dep in {"cc", "neg"}}
        if beside != {"and"}:
            continue  # "had not admitted it or implicated others"
        if not any(tokens[k].dep in (*SUBJECTS, "aux", "auxpass") for k in _kids(tokens, i)):
            for k in (i, *(k for k in _kids(tokens, token.head) if tokens[k].dep == "cc" and k < i)):
                out[k] = tokens[k]._replace(head=above.head)
    return out
