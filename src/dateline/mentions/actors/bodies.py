"""Capitalised names that no table knows -> bodies and peoples, told by their last word or their ending."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.mentions.actors.nominals import DATES
from dateline.mentions.actors.nouns import Found, code
from dateline.mentions.actors.reading import LINKS, Reading, capital_run, spell
from dateline.mentions.actors.tables import tables
from dateline.mentions.actors.tree import head_of
from dateline.records import Actor, Sentence, Token

TWO = 2  # words of a name that "the" makes a body's; one word after "the" may be anything
# What armed groups do and say; wars, walls and prizes do none of it.
DEEDS = frozenset(
    (
        *("say", "claim", "announce", "deny", "warn", "threaten", "accuse", "vow", "declare", "demand"),
        *(
            "attack",
            "kill",
            "shoot",
            "injure",
            "wound",
            "execute",
            "behead",
            "ambush",
            "storm",
            "clash",
            "fight",
        ),
        *("capture", "seize", "shell", "bomb", "fire", "burn", "loot", "raid"),
        *("kidnap", "abduct", "detain", "arrest", "free", "release", "withdraw", "recruit"),
    )
)
PEOPLE = re.compile(r"(?:[aeiy]ans|[gtr]ans|ites|eses|ots|aks|uses|owas|axis|elis|ghis|umans)$")


def find(reading: Reading, index: int, taken: set[int], known: set[str]) -> list[Found]:
    """The unknown bodies and peoples of a sentence; `taken` tokens are left out and those found are added.

    Args: known, the bodies told only by what they do; it grows with them.
    """
    if reading.unruled:
        return []
    found = [*_bodies(reading, index, taken), *_peoples(reading, index, taken)]
    return [*found, *_doers(reading, index, taken, known)]


def _bodies(reading: Reading, index: int, taken: set[int]) -> Iterator[Found]:
    """Bodies that no table knows, by their last word: "Riverland Peasants' Front"."""
    tokens = reading.sentences[index].tokens
    for k in range(len(tokens) - 1, 0, -1):
        kind = tables().bodies.get(tokens[k].lower)
        if not kind or k in taken or not tokens[k].text[:1].isupper():
            continue
        start = capital_run(tokens, k + 1)
        while start <= k and (
            start in taken or tokens[start].lower in LINKS | DATES or tokens[start].tag == "POS"
        ):
            start += 1
        end = _onward(tokens, k + 1) if k + 1 not in taken else k + 1
        if end - start < 2 or tokens[start].lower in ("-", "of", "for", "and") or _is_heading(tokens):
            continue
        taken.update(range(start, end))
        name = spell(tokens, start, end)
        head = head_of(reading.sentences[index], start, k + 1)
        yield Found(index, start, end, head, Actor(name, None, kind, code(reading.focus)), "body")


def _peoples(reading: Reading, index: int, taken: set[int]) -> Iterator[Found]:
    """Peoples that no table knows: "the Carians"."""
    tokens = reading.sentences[index].tokens
    for k in range(1, len(tokens)):
        token = tokens[k]
        if k in taken or not token.text[:1].isupper() or not PEOPLE.search(token.text):
            continue
        if tokens[k - 1].lower == "the" and token.dep != "compound" and token.tag in ("NNPS", "NNP", "NNS"):
            taken.add(k)
            yield Found(index, k, k + 1, k, Actor(token.text, None, "other"), "body", plural=True)


def _doers(reading: Reading, index: int, taken: set[int], known: set[str]) -> Iterator[Found]:
    """Names of two words and more after "the" that do what fighters and speakers do: "the Free Orlan"."""
    sentence = reading.sentences[index]
    tokens = sentence.tokens
    for k in range(1, len(tokens) - 1):
        if tokens[k - 1].lower != "the" or tokens[k].pos == "VERB":
            continue
        end = k
        while end < len(tokens) and end not in taken and _is_capital(tokens[end]):
            end += 1
        if (
            end - k < TWO
            or _is_heading(tokens)
            or not tables().places.isdisjoint(t.lower for t in (*tokens[k:end], *tokens[end : end + 1]))
        ):
            continue
        head, name = head_of(sentence, k, end), spell(tokens, k, end)
        if name in known or _does(sentence, head):
            known.add(name)
            taken.update(range(k, end))
            yield Found(index, k, end, head, Actor(name, None, "other", code(reading.focus)), "body")


def _is_capital(token: Token) -> bool:
    """Whether a word is part of a name: capitalised, and no number."""
    return token.text[:1].isupper() and token.pos in ("PROPN", "ADJ", "NOUN") and token.text.isalpha()


def _does(sentence: Sentence, head: int) -> bool:
    """Whether a name is the subject or agent of a verb for what armed groups do and say."""
    token = sentence.tokens[head]
    above = sentence.tokens[token.head]
    if token.dep == "pobj" and above.lower == "by":
        above = sentence.tokens[above.head]
    elif token.dep != "nsubj":
        return False
    return above.lemma in DEEDS and above.pos == "VERB"


def _onward(tokens: tuple[Token, ...], end: int) -> int:
    """Where "of Justice", "for the Liberation of Riverland" after a body's word ends."""
    out = end
    k = end
    while k < len(tokens) and (
        tokens[k].lower in ("of", "for", "the", "and") or tokens[k].text[:1].isupper()
    ):
        if k == end and tokens[k].lower not in ("of", "for"):
            return end
        if tokens[k].text[:1].isupper():
            out = k + 1
        k += 1
    return out


def _is_heading(tokens: tuple[Token, ...]) -> bool:
    """Whether a sentence capitalises nearly every word, its verbs as well, as a headline does."""
    if any(t.pos == "VERB" and t.text.islower() for t in tokens):
        return False
    words = [t for t in tokens if t.text.isalpha() and len(t.text) > 2]
    return len(words) > 3 and sum(t.text[0].isupper() for t in words) > 0.85 * len(words)
