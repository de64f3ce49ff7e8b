"""Parsed sentences -> acts: the words that tell of events, with the kinds of the lexicon `acts.toml`.

It says what a word can mean; whether the word tells of an event, and of which, is decided with the claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dateline import lexicons
from dateline.records import Act, Kind, Measure, Mention, Report, Sentence, Token

# Which role wins when one word has several: the more telling one.
RANK = ("event", "speech", "harm", "generic", "choice", "effect", "weapon", "use", "scene")
REACH = 7  # how far after its verb the second half of "take ... hostage" may stand, in tokens
STATES = frozenset(
    {"dead", "fatally", "mortally"}
)  # second halves that tell how it ended for whom the verb befalls
# Between a verb and a state of others: "shot six people (two fatally)".
APART = frozenset({",", ";", ":", "(", "[", "-", "--", "\N{EN DASH}", "\N{EM DASH}"})
WORD = re.compile(r"\w+|-")


class Entry(NamedTuple):
    """One way in which a word tells of an act; `words` is the rest of the phrase."""

    act: Act
    words: tuple[str, ...]


class Lexicon(NamedTuple):
    """The acts by the lemma of their verb, and by the last word of their noun phrase."""

    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]
    forms: dict[str, str]
    no_verbs: dict[str, tuple[tuple[str, ...], ...]]
    no_nouns: dict[str, tuple[tuple[str, ...], ...]]


@cache
def lexicon() -> Lexicon:
    """The lexicon `acts.toml`, indexed; longest phrases first, then by role."""
    verbs: dict[str, list[Entry]] = {}
    nouns: dict[str, list[Entry]] = {}
    data = lexicons.load("acts")
    for entry in data["act"]:
        measure = Measure(entry["measure"]) if "measure" in entry else None
        act = Act(Kind(entry["kind"]), measure, entry["role"])
        _index(act, entry, verbs, nouns)
    for number, entry in enumerate(data["choice"]):
        _index(Act(Kind("attack"), None, f"choice:{number}"), entry, verbs, nouns)
    never = data["never"]
    return Lexicon(
        _sorted(verbs),
        _sorted(nouns),
        {form: verb for verb in sorted(verbs) for form in _inflected(verb)} | data["irregular"],
        _refused(tuple(form.split("+")) for form in never["verbs"]),
        _refused((words[-1], *words[:-1]) for words in map(WORD.findall, never["nouns"])),
    )


def _inflected(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb; the parser's own lemmas fail on some ("raped", "retook")."""
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    doubled = verb + verb[-1] if verb[-1] in "bgmnprt" and len(verb) > 2 and verb[-2] in "aeiou" else stem
    return verb, verb + "s", stem + "es", stem + "ed", stem + "ing", doubled + "ed", doubled + "ing"


def _refused(forms: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases that are no acts, by their head: the other words of each."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for head, *rest in forms:
        index.setdefault(head, []).append(tuple(rest))
    return {head: tuple(rests) for head, rests in index.items()}


def _index(
    act: Act, entry: dict[str, list[str]], verbs: dict[str, list[Entry]], nouns: dict[str, list[Entry]]
) -> None:
    for form in entry.get("verbs", ()):
        head, *rest = form.split("+")
        verbs.setdefault(head, []).append(Entry(act, tuple(rest)))
    for form in entry.get("nouns", ()):
        *rest, head = WORD.findall(form)
        nouns.setdefault(head, []).append(Entry(act, tuple(rest)))


def _sorted(index: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {
        head: tuple(sorted(entries, key=lambda e: (-len(e.words), RANK.index(e.act.frame.split(":")[0]))))
        for head, entries in index.items()
    }


def find(report: Report, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The acts that a report's words tell of, in text order; a word bears one or more acts.

    Returns: mentions with an `Act`; the span runs over the whole phrase, the anchor is its head.
    """
    known = lexicon()
    found: list[Mention] = []
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            if _is_describing(sentence, i):
                continue
            entries = _verbal(sentence, i, known) if _is_verb(token, known) else _nominal(sentence, i, known)
            for entry, first, last in entries:
                span = report.span(sentence.tokens[first].start, sentence.tokens[last].end)
                found.append(Mention(span, entry.act, f"acts.{entry.act.frame.split(':')[0]}", token.start))
    return tuple(found)


def _is_describing(sentence: Sentence, i: int) -> bool:
    """“by rioting mobs”: a participle that says which doers, which the parser takes for what it was done by."""
    token = sentence.tokens[i]
    if token.tag != "VBG" or token.dep != "pcomp" or sentence.tokens[token.head].dep != "agent":
        return False
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else token
    return after.head == i and after.dep == "dobj" and after.tag in {"NNS", "NNPS"}


# Where a word in -ing stands as a noun, whatever the tagger says: "fighting left 20 dead".
NOMINAL = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "dobj", "pobj"})


def _is_verb(token: Token, known: Lexicon) -> bool:
    if token.tag == "VBG" and token.dep in NOMINAL and token.lower in known.nouns:
        return False
    if token.dep in {"amod", "compound"}:
        return False  # "the surrounding area", "advancing troops"
    return token.pos in {"VERB", "AUX"} or (token.tag in {"VBN", "VBG", "VBD"} and token.pos == "ADJ")


def _verbal(sentence: Sentence, i: int, known: Lexicon) -> Iterator[tuple[Entry, int, int]]:
    """Verb senses: of the longest phrases that stand here, each role once."""
    length = -1
    roles: set[str] = set()
    if _is_idiom(sentence, i, known):
        return
    for entry in known.verbs.get(_lemma(sentence.tokens[i], known), ()):
        if length > len(entry.words):
            return
        last = _reach(sentence, i, entry.words)
        if last is None or entry.act.frame in roles:
            continue
        length = len(entry.words)
        roles.add(entry.act.frame)
        yield entry, i, i if last - i > 2 else last


def _lemma(token: Token, known: Lexicon) -> str:
    """A verb's lemma: the parser's where the lexicon knows it, else that of the lexicon's verb so inflected."""
    return token.lemma if token.lemma in known.verbs else known.forms.get(token.lower, token.lemma)


def _is_idiom(sentence: Sentence, i: int, known: Lexicon) -> bool:
    """Whether the verb and the words close behind it make a phrase that is no act: "took place"."""
    for words in known.no_verbs.get(_lemma(sentence.tokens[i], known), ()):
        last = _reach(sentence, i, words)
        if last is not None and last - i <= 2 + len(words):
            return words[0] not in {"on", "out", "back"} or last == i + 1
    return False


def _reach(sentence: Sentence, i: int, words: tuple[str, ...]) -> int | None:
    """Where the rest of a verb's phrase ends: words that hang on the verb and follow it closely."""
    last = i
    for word in words:
        after = range(last + 1, min(len(sentence.tokens), last + 1 + REACH))
        for k in (*after, *(k for k in sentence.kids[i] if k < i)):
            token = sentence.tokens[k]
            if token.dep == "compound" or (word == "dead" and token.dep == "pobj"):
                continue  # "put the death toll at 20", "there were children among the dead"
            if word in (token.lemma, token.lower) and (i in _near_heads(sentence, k)):
                if word in STATES and _is_of_others(sentence, i, k):
                    continue
                last = max(last, k)
                break
        else:
            return None
    return last


def _is_of_others(sentence: Sentence, i: int, k: int) -> bool:
    """Whether a state belongs to others than the verb befalls: "five were shot, one fatally"."""
    if sentence.tokens[k - 1].lower in {"both", "all"}:
        return False
    return any(t.text in APART or t.tag == "CC" for t in sentence.tokens[i + 1 : k])


def _near_heads(sentence: Sentence, k: int) -> tuple[int, ...]:
    """The heads above a token, as far as "opened several rounds of fire" needs."""
    heads = []
    for _ in range(3):
        k = sentence.tokens[k].head
        heads.append(k)
    return tuple(heads)


def _nominal(sentence: Sentence, i: int, known: Lexicon) -> Iterator[tuple[Entry, int, int]]:
    """Noun senses: the longest phrase that ends here, unless the noun only modifies another one."""
    tokens = sentence.tokens
    if tokens[i].pos not in {"NOUN", "PROPN", "ADJ"} and tokens[i].tag not in {"VBG", "NN", "NNS"}:
        return
    entries = known.nouns.get(tokens[i].lower) or known.nouns.get(tokens[i].lemma)
    if not entries or _is_modifier(sentence, i) or _is_refused(sentence, i, known):
        return
    roles: set[str] = set()
    length = -1
    for entry in entries:
        first = i - len(entry.words)
        if length > len(entry.words):
            return
        if first < 0 or entry.act.frame in roles or (tokens[i].pos == "ADJ" and not entry.words):
            continue
        if all(w in (tokens[first + k].lower, tokens[first + k].lemma) for k, w in enumerate(entry.words)):
            length = len(entry.words)
            roles.add(entry.act.frame)
            yield entry, first, i


def _is_refused(sentence: Sentence, i: int, known: Lexicon) -> bool:
    """Whether the noun ends a phrase that is no act: "cardiac arrest"."""
    return any(
        i >= len(words) and all(w == sentence.tokens[i - len(words) + k].lower for k, w in enumerate(words))
        for words in known.no_nouns.get(sentence.tokens[i].lemma, ())
    )


def _is_modifier(sentence: Sentence, i: int) -> bool:
    """“bomb squad”, "war crimes", "riot police": the noun belongs to the next one, which is no act."""
    token = sentence.tokens[i]
    return token.dep in {"compound", "nmod", "amod"} and token.head > i
