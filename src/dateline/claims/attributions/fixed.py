"""A parsed sentence -> attributions by fixed turns: “according to X”, a name before a colon, “reportedly”."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claims.attributions import sources
from dateline.claims.attributions.cues import of_verb
from dateline.claims.attributions.drafts import Draft
from dateline.claims.attributions.tables import ADVERBS, OWNED, SETTINGS, SHAPE, VERBAL
from dateline.claims.attributions.walking import NONE, filled, item_end, item_start, kid, under
from dateline.records import Sentence

# Longest name before a colon, in tokens.
MAX_NAME = 7
# What no name before a colon holds, and what of it may be written small.
NO_NAME = frozenset({"VERB", "AUX", "PRON", "CCONJ"})
SMALL = frozenset({"ADP", "DET"})


def find(sentence: Sentence) -> Iterator[Draft]:
    """The attributions that a sentence's fixed turns make."""
    for i, token in enumerate(sentence.tokens):
        draft = None
        if token.lower == "according" or _is_per(sentence, i):
            draft = _according(sentence, i)
        elif token.lower in SETTINGS and token.pos == "ADP":
            draft = _in_favour(sentence, i) or _set_in(sentence, i, SETTINGS[token.lower])
        elif token.lower in ADVERBS:
            draft = _hearsay(sentence, i)
        elif token.text == ":" and 0 < i <= MAX_NAME:
            draft = _named(sentence, i)
        if draft is not None:
            yield draft


def _is_per(sentence: Sentence, i: int) -> bool:
    """“per the Vale Post”; "per day" and "per cent" are rates."""
    tokens = sentence.tokens
    if tokens[i].lower != "per" or tokens[i].pos not in {"ADP", "SCONJ"}:
        return False
    held = kid(sentence, i, "pobj")
    return held is not None and tokens[held].pos == "PROPN"


def _according(sentence: Sentence, i: int) -> Draft | None:
    """“According to X, ...”, “..., according to X”, “..., according to X, ...”."""
    tokens = sentence.tokens
    link = i + 1 if tokens[i].lower == "according" else i
    if link >= len(tokens) or (link > i and tokens[link].lower != "to"):
        return None
    held = kid(sentence, link, "pobj", "pcomp")
    held = kid(sentence, i, "pobj") if held is None else held
    if held is None or min(who := sources.phrase(sentence, held, link)) <= i:
        return None
    cue = frozenset(range(i, link + 1))
    content = _all_but(sentence, i, who | cue)
    return Draft(sentence, i, "statement", "attribution.according", who, cue, content)


def _all_but(sentence: Sentence, i: int, taken: frozenset[int]) -> frozenset[int]:
    """The stretch of a sentence around a turn, without it."""
    return frozenset(range(item_start(sentence, i), item_end(sentence, max(taken)))) - taken


def _in_favour(sentence: Sentence, i: int) -> Draft | None:
    """“voted in favour of the truce”, “spoke in defence of”: the verb above has the one who stands so."""
    tokens = sentence.tokens
    held, verb = kid(sentence, i, "pobj"), tokens[i].head
    if (
        held is None
        or tokens[held].lemma not in SHAPE["favouring"]
        or tokens[verb].pos not in VERBAL
        or verb > i
    ):
        return None
    of = next((k for k in sentence.kids[held] if tokens[k].lower in {"of", "to"}), None)
    what = None if of is None else kid(sentence, of, "pobj", "pcomp")
    who = sources.of_verb(sentence, verb)
    if of is None or what is None or not who:
        return None
    cue = (of_verb(sentence, verb, who) | frozenset(range(verb, of + 1))) - who
    content = under(sentence, what) - who - cue
    return Draft(sentence, verb, "stance", "attribution.in_favour", who, cue, content) if content else None


def _set_in(sentence: Sentence, i: int, words: frozenset[str]) -> Draft | None:
    """“In a poll on Monday, ...”, “by the ministry's count, ...”, “in his view, ...”."""
    tokens = sentence.tokens
    held = kid(sentence, i, "pobj")
    fronted = i == 0 or tokens[i - 1].pos in {"PUNCT", "CCONJ", "SCONJ"}
    if (
        held is None
        or tokens[held].lemma not in words
        or not fronted
        or max(under(sentence, i)) + 2 >= len(tokens)
    ):
        return None
    owner = kid(sentence, held, "poss")
    if tokens[held].lemma in OWNED:
        if owner is None:
            return None
        who = sources.phrase(sentence, owner, i)
        cue = frozenset(range(i, held + 1)) - who
    else:
        who, cue = sources.phrase(sentence, held, i), frozenset({i})
    content = _all_but(sentence, i, who | cue)
    return Draft(sentence, i, "showing", "attribution.set_in", who, cue, content)


def _hearsay(sentence: Sentence, i: int) -> Draft | None:
    """“reportedly”: the clause around it, to nobody named."""
    content = filled(under(sentence, sentence.tokens[i].head, [i]), frozenset({i}))
    return Draft(sentence, i, "hearsay", "attribution.hearsay", NONE, frozenset({i}), content)


def _named(sentence: Sentence, i: int) -> Draft | None:
    """“Smith: ...”: a name that opens its sentence, then a colon, then what is said."""
    words = [t for t in sentence.tokens[:i] if t.pos != "PUNCT"]
    if not words or any(t.pos in NO_NAME for t in words):
        return None
    if not all(t.text[:1].isupper() or t.pos in SMALL or not t.text[:1].isalpha() for t in words):
        return None
    if not any((t.pos == "PROPN" or t.text.isupper()) and len(t.text) > 1 for t in words):
        return None
    rest = frozenset(range(i + 1, len(sentence.tokens)))
    return Draft(sentence, i, "statement", "attribution.colon", frozenset(range(i)), frozenset({i}), rest)
