"""A headline's tokens as the parser tied them -> the same, with "shot" and "shoots" read as the verbs that they are.

Headlines leave out "was" and articles ("Four shot in Varda", "3-year-old killed"), so that the parser takes four shots
for what they tell of, and the child for all that they tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline import lexicons
from dateline.records import Token

NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
PEOPLE = lexicons.words("binding", "bare_people") | lexicons.words("binding", "headlined")
# What may stand behind a verb without its object.
GOES_ON = lexicons.words("binding", "headline_goes_on")
BESIDE = frozenset({"conj", "appos"})
ENDS = frozenset({",", ":", ";", "-", "--", "\N{EN DASH}", "\N{EM DASH}", "."})


def set_right(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with each "shot" and "shoots" that was taken for a noun as a verb, and whom it is told of under it."""
    for k, token in enumerate(tokens):
        if token.dep == "acl" and token.tag == "VBN" and _is_aged(tokens, token.head) and token.head == k - 1:
            tokens = _as_verb(tokens, k, k - 1, "VBN", token.lemma)
        if token.pos not in NOUNS or k == 0:
            continue
        who = _whom(tokens, k)
        if who is None:
            continue
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        left_open = after is None or after.text in ENDS or after.lower in GOES_ON
        if token.lower == "shot" and left_open and not _has_object(tokens, k):
            tokens = _as_verb(tokens, k, who, "VBN")
        elif token.lower == "shoots" and after is not None and after.text not in ENDS:
            tokens = _as_verb(tokens, k, who, "VBZ")
    return tokens


def _has_object(tokens: Sequence[Token], verb: int) -> bool:
    """For "Girl shot, killed another teen": whom the verb beside it was done to was shot, and she shot."""
    beside = tokens[verb + 2 : verb + 4]
    return len(beside) == len(OBJECT) and all(t.pos in kinds for t, kinds in zip(beside, OBJECT, strict=True))


OBJECT = (frozenset({"VERB"}), frozenset({"DET", "PRON", "NUM", "NOUN", "PROPN", "ADJ"}))


def _whom(tokens: Sequence[Token], verb: int) -> int | None:
    """Who stands right before a verb, adverbs aside: a number, people, or somebody of an age."""
    at = verb - 1
    while at > 0 and tokens[at].lower.endswith("ly"):
        at -= 1
    token = tokens[at]
    counted = token.tag == "CD" and token.lower != "one" and (at == 0 or tokens[at - 1].text in ENDS)
    people = token.lemma.lower() in PEOPLE or token.lower in PEOPLE
    return at if counted or people or _is_aged(tokens, at) else None


def _is_aged(tokens: Sequence[Token], k: int) -> bool:
    """Whether the last word of "3-year-old" stands there."""
    return k > 1 and tokens[k].lower == "old" and tokens[k - 1].text == "-"


def _as_verb(tokens: Sequence[Token], verb: int, who: int, tag: str, lemma: str = "shoot") -> Sequence[Token]:
    out = list(tokens)
    held = tokens[verb].head
    out[verb] = tokens[verb]._replace(lemma=lemma, pos="VERB", tag=tag, dep="ROOT", head=verb)
    first = who
    while first > 0 and tokens[first - 1].text not in ENDS - {"-"}:
        first -= 1
    for k, token in enumerate(tokens):
        if first <= k < who and not first <= token.head <= who:
            out[k] = token._replace(head=who, dep="compound" if token.dep == "ROOT" else token.dep)
        elif who < k < verb:
            out[k] = token._replace(lemma=token.lower, pos="ADV", tag="RB", dep="advmod", head=verb)
    top = who  # of "mother and child shot" both were
    while tokens[top].dep in BESIDE and first <= tokens[top].head < top:
        top = tokens[top].head
    out[top] = tokens[top]._replace(head=verb, dep="nsubjpass" if tag == "VBN" else "nsubj")
    if tag == "VBZ" and held > verb:  # "shoots" that was taken for a part of the noun behind it
        out[held] = tokens[held]._replace(head=verb, dep="dobj")
    return _one_root(out, verb)


def _one_root(tokens: list[Token], verb: int) -> Sequence[Token]:
    """What hung on the first root, or is the root itself, now hangs on the verb where it stands behind it."""
    for k, token in enumerate(tokens):
        if k > verb and (token.head == k or token.head < verb):
            tokens[k] = token._replace(head=verb, dep="dep" if token.head == k else token.dep)
    return tokens
