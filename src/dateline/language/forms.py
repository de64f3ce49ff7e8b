"""Texts -> parsed docs with the form of each token: lower case, lemma, part of speech, tag and relation.

An English pipeline of spaCy ends with two rule-bound parts, the attribute ruler and the lemmatizer, that
take as long as half of its parser. What they say of a token hangs on nothing but the word, its tag and its
relation, save for a few rules over word pairs ("gon na"); so each form is put to them once and remembered.
A pipeline that is built otherwise is run as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from dateline import lexicons

ASKED_ONCE = ["attribute_ruler", "lemmatizer"]
# Parts that may stand before those two: they set tags and relations, never lemmas or parts of speech.
BEFORE = frozenset({"tok2vec", "transformer", "tagger", "parser"})
# What a rule may look at for its outcome to hang on the form alone.
LOOKED_AT = frozenset({"ORTH", "TEXT", "LOWER", "TAG", "DEP", "IS_SPACE"})
# Lemmas of verbs that the rules get wrong.
LEMMAS: dict[str, str] = lexicons.load("binding")["lemmas"]
# Forms kept in memory; a newspaper's year has about as many.
MOST_KEPT = 200_000

Key = tuple[int, int, int]  # word, tag and relation, as numbers of spaCy's string store


class Form(NamedTuple):
    """What is known of a token without its sentence; `lower` and `lemma` are in small letters."""

    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    is_space: bool


def parsed(engine: Any, texts: Iterable[str]) -> Iterator[tuple[Any, Sequence[Form]]]:
    """Each text as a spaCy doc with sentences, and the form of each of its tokens."""
    known = _known(engine)
    if known is None:
        for doc in engine.pipe(texts):
            yield doc, [_form(token) for token in doc]
        return
    for doc in engine.pipe(texts, disable=ASKED_ONCE):
        yield doc, known.forms(doc)


@lru_cache(2)
def _known(engine: Any) -> Known | None:
    """The memory of an engine's forms, or None where its parts do not allow one."""
    names: list[str] = engine.pipe_names
    if names[-2:] != ASKED_ONCE or not BEFORE.issuperset(names[:-2]):
        return None
    ruler, lemmatizer = map(engine.get_pipe, ASKED_ONCE)
    rules = ruler.patterns
    slots = [slot for rule in rules for pattern in rule["patterns"] for slot in pattern]
    fits = all(LOOKED_AT.issuperset(slot) for slot in slots)
    return Known(engine) if fits and lemmatizer.mode == "rule" and not lemmatizer.overwrite else None


class Known:
    """The forms that one engine has been asked for."""

    def __init__(self, engine: Any) -> None:
        from spacy.matcher import Matcher  # noqa: PLC0415  # heavy: only a run that parses pays for it
        from spacy.pipeline import AttributeRuler  # noqa: PLC0415

        self._vocab = engine.vocab
        self._ruler, self._lemmatizer = map(engine.get_pipe, ASKED_ONCE)
        self._forms: dict[Key, Form] = {}
        self._runs: dict[tuple[Key, ...], list[Form]] = {}
        self._single = AttributeRuler(engine.vocab)  # the rules over one word
        self._several = Matcher(engine.vocab)  # where the others apply
        for number, rule in enumerate(self._ruler.patterns):
            if all(len(pattern) == 1 for pattern in rule["patterns"]):
                self._single.add_patterns([rule])
            else:
                self._several.add(str(number), rule["patterns"])

    def forms(self, doc: Any) -> list[Form]:
        """The form of each token of a doc."""
        keys: list[Key] = list(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist()))
        if len(self._forms) > MOST_KEPT:
            self._forms = {}
        forms = self._forms
        fresh = list({key for key in keys if key not in forms})
        if fresh:
            forms.update(zip(fresh, self._asked(fresh, self._single), strict=True))
        found = [forms[key] for key in keys]
        for start, end in _joined(self._several(doc, allow_missing=True)):
            found[start:end] = self._run(tuple(keys[start:end]))
        return found

    def _run(self, keys: tuple[Key, ...]) -> list[Form]:
        """The forms of tokens in a row that a rule over several words takes."""
        if keys not in self._runs:
            if len(self._runs) > MOST_KEPT:
                self._runs.clear()
            self._runs[keys] = self._asked(keys, self._ruler)
        return self._runs[keys]

    def _asked(self, keys: Sequence[Key], ruler: Any) -> list[Form]:
        """The forms of these words, as the rules say."""
        from spacy.tokens import Doc  # noqa: PLC0415  # heavy, as above

        strings = self._vocab.strings
        words, tags, deps = ([strings[part] for part in column] for column in zip(*keys, strict=True))
        doc = Doc(self._vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        return [_form(token) for token in self._lemmatizer(ruler(doc))]


def _form(token: Any) -> Form:
    lower, lemma, tag = token.lower_, token.lemma_.lower(), token.tag_
    if tag.startswith("VB"):
        lemma = LEMMAS.get(lower, lemma)
    return Form(lower, lemma, token.pos_, tag, token.dep_, token.is_space)


def _joined(matches: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """The stretches that matches cover, those that share a word as one."""
    stretches: list[tuple[int, int]] = []
    for start, end in sorted((start, end) for _, start, end in matches):
        if stretches and start < stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return stretches
