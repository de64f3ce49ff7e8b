"""A report's sentences and actors -> what it tells of its people: their sex, who is dead, who speaks, in which words.

It decides nothing of who a pronoun stands for; see `singles`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from dateline import lexicons
from dateline.lexicons import names
from dateline.mentions.actors.folding import fold
from dateline.mentions.actors.nouns import Found
from dateline.mentions.actors.reading import Reading
from dateline.records import Sentence

LEXICON = lexicons.load("pronouns")
SEXED = {word: sex for sex in ("m", "f") for word in LEXICON["sexed"][sex]}
SPOUSES = {word: sex for sex in ("m", "f") for word in LEXICON["spouses"][sex]}
NOUNS: dict[str, str | None] = {
    word: entry.get("sex") for entry in lexicons.load("toll")["person"] for word in entry["words"]
}
DEATHS = {key: frozenset(words) for key, words in LEXICON["deaths"].items()}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
HIS, HER = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
OPEN, CLOSE, EITHER = frozenset({"“", "``", "«", "„"}), frozenset({"”", "''", "»"}), '"'
# How much a word of sex beside a name weighs, to one possessive of its clause.
TOLD = 3


@dataclass(slots=True)
class Beings:
    """What a report tells of its people, by name; `votes` grows as pronouns are resolved."""

    votes: dict[str, Counter[str]] = field(default_factory=dict)
    died: dict[str, int] = field(default_factory=dict)  # the sentence that first tells of the death
    speaks: dict[str, set[int]] = field(
        default_factory=dict
    )  # the sentences in which somebody says something
    quoted: dict[tuple[int, int], int] = field(default_factory=dict)  # token -> number of its quotation
    voices: dict[int, frozenset[str]] = field(default_factory=dict)  # quotation -> whose words it may be
    bearers: dict[str, dict[str, Found]] = field(
        default_factory=dict
    )  # word of an office -> who holds it, by name

    def vote(self, name: str, sex: str | None, weight: int = 1) -> None:
        """Let words of a report speak for a person's sex."""
        if sex is not None:
            self.votes.setdefault(name, Counter())[sex] += weight

    def sex(self, name: str) -> str | None:
        """A person's sex: by most words of the report, else by a given name that only one sex bears."""
        told = self.votes.get(name)
        if told:
            (first, many), *rest = told.most_common(2)
            if not rest or many > rest[0][1]:
                return first
        first_name = fold(name.split(maxsplit=1)[0])
        return names.sexes().get(first_name) if " " in name else None


def of_report(reading: Reading, found: Sequence[Found]) -> Beings:
    """Gather what the words beside names, and the verbs that they stand with, tell of each person."""
    people = [f for f in found if f.actor.type == "person"]
    beings = Beings()
    for one in people:
        if _is_speaker(reading.sentences[one.sentence], one.head):
            beings.speaks.setdefault(one.actor.name, set()).add(one.sentence)
    for one in people:
        sentence = reading.sentences[one.sentence]
        for sex, weight in _sexes(sentence, one):
            beings.vote(one.actor.name, sex, weight)
        if is_killed(sentence, one.head):
            beings.died.setdefault(one.actor.name, one.sentence)
        for word in one.note.lower().split():
            beings.bearers.setdefault(word, {}).setdefault(one.actor.name, one)
    _quotations(reading, people, beings)
    return beings


def noun_sex(word: str) -> str | None:
    """The sex that a noun tells: "woman", "widow", "policewoman"; most words for people tell none."""
    if word in NOUNS:
        return NOUNS[word]
    return SEXED.get(word) or ("f" if word.endswith("woman") else None)


def pronoun_sex(word: str) -> str | None:
    """The sex that a pronoun tells."""
    return "m" if word in HIS else "f" if word in HER else None


def bearer(beings: Beings, sentence: Sentence, k: int) -> Found | None:
    """The one person of the report whom "the mayor" means: who was told of as mayor before."""
    tokens = sentence.tokens
    held = beings.bearers.get(tokens[k].lower, {})
    pointing = any(tokens[j].lower in {"the", "this", "that"} for j in sentence.kids[k])
    first = next(iter(held.values()), None)
    return (
        first
        if pointing and len(held) == 1 and first is not None and first.sentence < sentence.index
        else None
    )


def _sexes(sentence: Sentence, one: Found) -> Iterator[tuple[str | None, int]]:
    """What the words around a name tell of its bearer's sex, with their weights."""
    tokens, kids = sentence.tokens, sentence.kids
    near = {*range(max(0, one.start - 1), one.end)}
    near |= {k for k in kids[one.head] if tokens[k].dep in {"appos", "compound", "amod"}}
    if tokens[one.head].dep == "appos" and tokens[tokens[one.head].head].pos == "NOUN":
        near.add(tokens[one.head].head)
    for k in near:
        word = tokens[k].lower.rstrip(".")
        if word in SEXED or (word in NOUNS and tokens[k].tag not in {"NNS", "NNPS"}):
            yield noun_sex(word), TOLD
    for k in kids[one.head]:
        if tokens[k].dep == "relcl" and (spouse := _whose(sentence, k)):
            yield SPOUSES.get(spouse), TOLD
    yield _by_possessive(sentence, one.head), 1


def _whose(sentence: Sentence, clause: int) -> str | None:
    """What stands after "whose" in a clause."""
    tokens = sentence.tokens
    return next(
        (
            tokens[tokens[k].head].lower
            for k in range(*sentence.subtree(clause))
            if tokens[k].lower == "whose"
        ),
        None,
    )


def _by_possessive(sentence: Sentence, head: int) -> str | None:
    """“Odeh lost her brother”: her who is told of; nothing is told by "condemned her killing"."""
    tokens = sentence.tokens
    if tokens[head].dep not in SUBJECTS:
        return None
    told = set()
    for k in range(head + 1, len(tokens)):
        if tokens[k].tag != "PRP$" or tokens[k].lower not in HIS | HER:
            continue
        above = next((j for j in sentence.ancestors(k) if _has_subject(sentence, j)), None)
        if above == tokens[head].head and tokens[tokens[k].head].lemma not in DEATHS["nouns"]:
            told.add(pronoun_sex(tokens[k].lower))
    return next(iter(told)) if len(told) == 1 else None


def _has_subject(sentence: Sentence, k: int) -> bool:
    return any(sentence.tokens[j].dep in SUBJECTS for j in sentence.kids[k])


def is_killed(sentence: Sentence, head: int) -> bool:
    """Whether a sentence tells that the person whom a token names is dead, and not only what might be."""
    tokens, kids = sentence.tokens, sentence.kids
    token = tokens[head]
    verb = token.head
    if any(tokens[k].dep == "neg" or tokens[k].tag == "MD" for k in kids[verb]):
        return False
    if token.dep in {"nsubjpass", "dobj"}:
        if tokens[verb].lemma in DEATHS["killing"]:
            return tokens[verb].tag not in {"VB", "VBG"}
        after = {tokens[k].lower for k in kids[verb]} | {tokens[j].lower for k in kids[verb] for j in kids[k]}
        return tokens[verb].lemma in DEATHS["told"] and not after.isdisjoint(DEATHS["dead"])
    if token.dep == "nsubj":
        return tokens[verb].lemma in DEATHS["dying"] and tokens[verb].tag in {"VBD", "VBN", "VBZ"}
    of = token.dep == "pobj" and tokens[verb].lower == "of"
    noun = tokens[verb].head if of else verb
    return (of or token.dep == "poss") and tokens[noun].lemma in DEATHS["nouns"]


def _is_speaker(sentence: Sentence, head: int) -> bool:
    """Whether a token stands in the words for who says something."""
    told = (f.speaker for f in sentence.frames if f.speaker is not None)
    return any(speaker.start <= head < speaker.end for speaker in told)


def _quotations(reading: Reading, people: Sequence[Found], beings: Beings) -> None:
    """Note which tokens stand in which quotation, and who may speak there: who speaks in a sentence that it touches."""
    number = 0
    for _, paragraph in groupby(reading.sentences, key=lambda s: s.paragraph):
        inside = False
        for sentence in paragraph:
            for k, token in enumerate(sentence.tokens):
                if token.text in OPEN or (token.text == EITHER and not inside):
                    inside, number = True, number + 1
                elif token.text in CLOSE or (token.text == EITHER and inside):
                    inside = False
                elif inside:
                    beings.quoted[sentence.index, k] = number
    touched: dict[int, set[int]] = {}
    for (index, _), n in beings.quoted.items():
        touched.setdefault(index, set()).add(n)
    heard: dict[int, set[str]] = {}
    for one in people:
        if _is_speaker(reading.sentences[one.sentence], one.head):
            for n in touched.get(one.sentence, ()):
                heard.setdefault(n, set()).add(one.actor.name)
    beings.voices = {n: frozenset(told) for n, told in heard.items()}
