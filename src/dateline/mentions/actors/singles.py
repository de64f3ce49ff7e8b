"""“He”, "she", "him" and "her" of a sentence -> the one person they stand for, or nobody where that is a guess.

Whoever is meant is of the pronoun's sex, no other argument of the same verb, not who speaks the quoted words, not
dead where the living act, not alive afterwards where the dead are told of, and was told of as harmed where harm is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.lexicons import names
from dateline.mentions.actors.beings import (
    DEATHS,
    HER,
    HIS,
    NOUNS,
    Beings,
    bearer,
    is_killed,
    noun_sex,
    pronoun_sex,
)
from dateline.mentions.actors.folding import fold
from dateline.mentions.actors.nouns import Found
from dateline.mentions.actors.reading import Reading
from dateline.mentions.actors.tables import tables
from dateline.mentions.actors.tree import governs
from dateline.records import Sentence, Token

REACH = 2  # sentences that a pronoun looks back; further off, what it stands for is a guess
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
# What says more of another word, or is only whose that is: "the guard's wife".
PARTS = frozenset({"compound", "amod", "nmod", "appos", "attr", "oprd", "poss"})
QUOTED = 3  # sentences around a death in which nobody who died of it is quoted
LONG = 10_000  # tokens, more than any sentence has
PLURAL = frozenset({"NNS", "NNPS"})


class Candidate(NamedTuple):
    """Who a pronoun may stand for: a name, or one person by a noun; `found` is None where no actor is known."""

    key: str
    sentence: int
    head: int
    sex: str | None
    found: Found | None


class Role(NamedTuple):
    """What a pronoun does in its clause: is harmed or taken, dies of it, acts or speaks as the living do.

    accused: it is arrested or tried. hurt: it suffers violence, and is not only taken.
    """

    suffers: bool
    dies: bool
    lives: bool
    does: bool
    accused: bool
    hurt: bool


def is_single(word: str) -> bool:
    """Whether a pronoun speaks of one person."""
    return word in {"he", "she", "him", "her"}


def stand_for(
    reading: Reading, place: tuple[int, int], before: Sequence[Found], beings: Beings
) -> Found | None:
    """Who a pronoun for one person stands for.

    Args:    place: indices of a sentence and of a token in it; before: the actors of that sentence and the two before.
    Returns: the antecedent, not yet moved to the pronoun; None where nobody fits or two fit as well.
    """
    index, k = place
    sentence = reading.sentences[index]
    if sentence.tokens[k].tag == "PRP$":
        return None
    role = role_of(sentence, k)
    sex = pronoun_sex(sentence.tokens[k].lower)
    fits = [c for c in _candidates(reading, place, before, beings) if c.sex in {None, sex}]
    fits = [c for c in fits if _may_be(reading, place, c, (beings, role))]
    argued = _co_arguments(reading, place, before)
    fits = [c for c in fits if c.key not in argued]
    ranked = sorted(fits, key=lambda c: _rank(reading, place, c, (beings, role)), reverse=True)
    if not ranked:
        return None
    best = ranked[0]
    others = [c for c in ranked[1:] if c.key != best.key]
    ranks = [_rank(reading, place, c, (beings, role))[:-1] for c in (best, *others[:1])]
    if others and ranks[0] == ranks[1]:
        return None
    if best.found is not None and best.found.actor.type == "person" and not others:
        beings.vote(best.found.actor.name, sex)
    if best.found is not None and best.found.actor.type != "person":
        unsaid = best.found.actor.type == "civilians" and not role.suffers
        if unsaid or _says(sentence, k):
            return None  # "a man admitted that he shot": no mere civilian, and nobody knows who
    return best.found


def role_of(sentence: Sentence, k: int) -> Role:
    """What a pronoun's verb says of it."""
    tokens, kids = sentence.tokens, sentence.kids
    token = tokens[k]
    verb = tokens[token.head]
    passive = token.dep in {"nsubjpass", "dobj"}
    words = {tokens[j].lower for j in kids[token.head]} | {
        tokens[i].lower for j in kids[token.head] for i in kids[j]
    }
    dying = token.dep == "nsubj" and verb.lemma in DEATHS["dying"]
    killed = passive and verb.lemma in DEATHS["killing"]
    told = passive and verb.lemma in DEATHS["told"] and not words.isdisjoint(DEATHS["dead"])
    suffers = dying or (passive and (verb.lemma in DEATHS["befalling"] or killed or told))
    perfect = "had" in words or any(tokens[j].tag == "MD" for j in kids[token.head])
    lives = verb.lemma in DEATHS["living"] and token.dep in {"nsubj", "nsubjpass", "dobj"} and not perfect
    return Role(
        suffers,
        dying or killed or told,
        lives,
        token.dep in SUBJECTS,
        accused=passive and verb.lemma in DEATHS["law"],
        hurt=passive and verb.lemma in DEATHS["hurting"],
    )


def _candidates(
    reading: Reading, place: tuple[int, int], before: Sequence[Found], beings: Beings
) -> Iterator[Candidate]:
    """The persons named and the single people described before a pronoun, in text order."""
    index, k = place
    near = [f for f in before if f.sentence < index or f.end <= k]
    people = [f for f in near if f.actor.type == "person" and f.how != "modifier"]
    for one in people:
        yield Candidate(one.actor.name, one.sentence, one.head, beings.sex(one.actor.name), one)
    for n in range(max(0, index - REACH), index + 1):
        sentence = reading.sentences[n]
        for j in range(k if n == index else len(sentence.tokens)):
            if any(f.sentence == n and f.start <= j < f.end for f in people) or not _is_one(sentence, j):
                continue
            here = next((f for f in near if f.sentence == n and f.head == j), None)
            if _is_of_name(sentence, j, [f for f in people if f.sentence == n]):
                continue
            named = bearer(beings, sentence, j)
            if named is not None:
                yield Candidate(named.actor.name, n, j, beings.sex(named.actor.name), named)
            else:
                yield Candidate(sentence.tokens[j].lemma, n, j, noun_sex(sentence.tokens[j].lower), here)
        yield from (
            Candidate(sentence.tokens[j].lemma, n, j, names.sexes().get(fold(sentence.tokens[j].text)), None)
            for j in range(k if n == index else len(sentence.tokens))
            if not any(f.sentence == n and f.start <= j < f.end for f in near)
            and _is_given(sentence.tokens[j])
        )
    for one in near:  # "he" that stood for a man whom no noun names
        if one.how == "pronoun" and one.actor.type != "person" and is_single(_word(reading, one)):
            yield Candidate(
                one.note or one.actor.name, one.sentence, one.head, pronoun_sex(_word(reading, one)), one
            )


def _word(reading: Reading, one: Found) -> str:
    return reading.sentences[one.sentence].tokens[one.head].lower


def _is_one(sentence: Sentence, j: int) -> bool:
    """Whether a token is a noun for one person that stands on its own: "a woman", "the driver"."""
    token = sentence.tokens[j]
    above = sentence.tokens[token.head].lower
    if token.pos not in {"NOUN", "PROPN"} or token.tag in PLURAL or token.dep in PARTS or above == "as":
        return False
    if any(
        sentence.tokens[i].lower in HIS | HER for i in sentence.kids[j] if sentence.tokens[i].dep == "poss"
    ):
        return False  # "his lawyer": who is "he" is more likely the other one
    if token.lower == "guard" and any(sentence.tokens[i].dep == "compound" for i in sentence.kids[j]):
        return False  # "the coast guard"
    if token.lower in NOUNS:
        return not any(
            sentence.tokens[i].tag == "CD" and sentence.tokens[i].lower not in {"one", "1"}
            for i in sentence.kids[j]
            if sentence.tokens[i].dep == "nummod"
        )
    return token.lower in tables().single or token.lower.endswith("woman")


def _is_given(token: Token) -> bool:
    """Whether a word that nothing else has read is a given name, as a person's that is told of by it alone."""
    word = fold(token.text)
    stands = token.pos == "PROPN" and token.dep in {"nsubj", "nsubjpass", "dobj", "npadvmod"}
    return stands and word in names.given() and not names.is_everyday(word)


def _is_of_name(sentence: Sentence, j: int, people: Sequence[Found]) -> bool:
    """Whether a noun only says more of a name beside it: "the mayor, Rana Odeh"."""
    kids = sentence.kids[j]
    return any(f.head in kids and sentence.tokens[f.head].dep == "appos" for f in people)


def _may_be(reading: Reading, place: tuple[int, int], one: Candidate, told: tuple[Beings, Role]) -> bool:
    """Whether nothing in the report speaks against a candidate: the same verb, his own words, life or death."""
    index, k = place
    beings, role = told
    sentence = reading.sentences[index]
    if one.sentence == index and governs(sentence, one.head, k):
        return False
    quotation = beings.quoted.get(place)
    if quotation is not None and one.sentence == index and _tells(sentence, one.head, k):
        return False
    outside = beings.quoted.get((one.sentence, one.head)) != quotation
    if quotation is not None and outside and one.key in beings.voices.get(quotation, ()):
        return False
    died = beings.died.get(one.key)
    spoke = any(abs(n - index) <= QUOTED for n in beings.speaks.get(one.key, ()))
    if role.dies and spoke and died is None:
        return False
    dead = is_killed(reading.sentences[one.sentence], one.head)
    return not (role.lives and ((died is not None and died < index) or (dead and one.sentence < index)))


def _co_arguments(reading: Reading, place: tuple[int, int], before: Sequence[Found]) -> set[str]:
    """Who is the subject of the verb whose object a pronoun is, by whatever word."""
    index, k = place
    sentence = reading.sentences[index]
    return {f.actor.name for f in before if f.sentence == index and governs(sentence, f.head, k)}


def _rank(
    reading: Reading, place: tuple[int, int], one: Candidate, told: tuple[Beings, Role]
) -> tuple[bool, bool, bool, bool, int, bool, bool, bool, int]:
    """What a pronoun prefers: who was harmed, where it is harmed, over who was only quoted; the last subject; a name.

    What stands outside of quotations is not first of all whom a quotation speaks of.
    """
    index, _ = place
    beings, role = told
    sentence = reading.sentences[one.sentence]
    subject = sentence.tokens[one.head].dep in SUBJECTS
    hurt = role.accused and role_of(sentence, one.head).hurt  # "he shot a guard. He was arrested": no guard
    harmed = role.suffers and role_of(sentence, one.head).suffers
    aside = role.suffers and one.sentence < index and _speaks(sentence, one.head)
    inside = place not in beings.quoted and (one.sentence, one.head) in beings.quoted
    named = one.found is not None and one.found.actor.type == "person"
    main = subject and sentence.tokens[sentence.tokens[one.head].head].dep == "ROOT"
    at = one.sentence * LONG + one.head
    return (
        not hurt,
        harmed and not role.accused,
        not aside,
        not inside,
        one.sentence + (subject and role.does),
        subject,
        named,
        main,
        at,
    )


def _speaks(sentence: Sentence, head: int) -> bool:
    """Whether a sentence only names somebody for his words: "..., said Rana Odeh"."""
    told = (f for f in sentence.frames if f.speaker is not None and f.cue >= f.end - 1)
    return any(f.speaker is not None and f.speaker.start <= head < f.speaker.end for f in told)


def _tells(sentence: Sentence, head: int, k: int) -> bool:
    """Whether somebody named in a sentence says what a pronoun stands in: 'A. Marsh said, "He started ..."'."""
    return any(
        f.speaker is not None and f.speaker.start <= head < f.speaker.end and f.start <= k < f.end
        for f in sentence.frames
    )


def _says(sentence: Sentence, k: int) -> bool:
    """Whether a pronoun is who says something."""
    return any(f.speaker is not None and f.speaker.start <= k < f.speaker.end for f in sentence.frames)
