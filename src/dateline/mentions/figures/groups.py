"""The words after a number -> the noun group that it counts: its head, its end, what kind of noun it is.

It reads a window of tokens and leans on tags only where the lexicon does not know the word, because a small
parser errs on the lists in which figures stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.mentions.figures.vocabulary import Noun, Vocabulary
from dateline.records import Token

# No noun group of a figure is longer; it bounds the work on hostile text.
LONGEST = 14
MORE = frozenset({"more", "other", "others", "additional", "further", "extra"})
POINTING = frozenset({"the", "its", "their", "his", "her", "our", "my", "these", "those", "your"})
PRONOUNS = frozenset({"them", "whom", "which", "these", "those", "us", "you"})
NOUNS = frozenset({"NOUN", "PROPN"})
HIT = frozenset(
    {"shoot", "stab"}
)  # "five shot in Hella": of these verbs a number before them counts who was hit
# Endings of nouns for ideas and acts; an unknown noun with one of these is taken for no count.
ABSTRACT = (
    "tion", "tions", "sion", "sions", "ment", "ments", "ity", "ities", "ism", "isms", "ness", "nesses",
    "ance", "ances", "ence", "ences", "ship", "ships", "ology", "ologies", "graph", "graphs", "ings",
)  # fmt: skip
# Endings of nouns for people.
PEOPLE = (
    "men",
    "man",
    "women",
    "ists",
    "ist",
    "ians",
    "ian",
    "ans",
    "ese",
    "ees",
    "eers",
    "ers",
    "ors",
    "olds",
)
# Participles within the name of a weapon, which a small parser takes for verbs: "a rocket propelled grenade".
JOINING = frozenset({"propelled", "guided", "launched", "mounted"})
TAIL = frozenset({"VERB", "AUX", "ADP", "PRON", "DET", "SCONJ", "PART", "INTJ"})


class Group(NamedTuple):
    """What a number counts, as token indices: `head` None where the noun is left out.

    `noun` is what is known or guessed of the head; `more` says that "more" or "other" stood before or for
    it, `part` that it is some "of" a whole, `state` where a word after the noun says what befell it.
    """

    start: int
    end: int
    head: int | None
    noun: Noun | None
    more: bool = False
    part: bool = False
    state: int | None = None


def group_after(tokens: Sequence[Token], start: int, vocabulary: Vocabulary, *, several: bool) -> Group:
    """The noun group from a token on.

    Args: several, whether the number is not one, so that the noun is a plural.
    """
    i, part = _past_of(tokens, start)
    if part and i < len(tokens) and tokens[i].lower in PRONOUNS and tokens[i].pos == "PRON":
        return Group(start, i + 1, None, None, part=True)
    i, more = _past_more(tokens, i)
    head, end = _head(tokens, i, vocabulary, several=several)
    if head is None:
        return Group(start, i, None, None, more=more, part=part)
    if (
        tokens[head].lower in {"set", "sets"}
        and end + 1 < len(tokens)
        and tokens[end + 1].lower in vocabulary.measures
    ):
        head, end = end + 1, end + 2  # "some 200 sets of remains"
    noun = describe(tokens, head, i, vocabulary)
    more = more or tokens[head].lower == "others"
    return Group(i, end, head, noun, more=more, part=part, state=_state(tokens, end, vocabulary))


def _past_of(tokens: Sequence[Token], i: int) -> tuple[int, bool]:
    """Past "of" and what points to a whole ("dozens of", "two of the"), and whether it is a part of one."""
    if i >= len(tokens) or tokens[i].lower != "of":
        return i, False
    i += 1
    if i < len(tokens) and tokens[i].lower in PRONOUNS and tokens[i].pos == "PRON":
        return i, True
    if i < len(tokens) and tokens[i].lower in POINTING:
        return i + 1, True
    return i, False


def _opens_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun or its adjective stands at a token."""
    return i < len(tokens) and tokens[i].pos in {"NOUN", "PROPN", "ADJ", "NUM"}


def _past_more(tokens: Sequence[Token], i: int) -> tuple[int, bool]:
    """Past "more", "other" and the like where they lead a noun or stand for one."""
    more = False
    while i < len(tokens) and tokens[i].lower in MORE and tokens[i].lower != "others":
        if i + 1 < len(tokens) and tokens[i + 1].lower == "than":
            break
        i, more = i + 1, True
    if more and i < len(tokens) and tokens[i].lower == "of":
        i += 1
    return i, more


def _head(
    tokens: Sequence[Token], start: int, vocabulary: Vocabulary, *, several: bool
) -> tuple[int | None, int]:
    """The head noun of the run from a token on, and where the group ends."""
    head: int | None = None
    i = start
    while i < min(len(tokens), start + LONGEST):
        step = _step(tokens, i, head, vocabulary, several=several)
        if step is None:
            break
        i, is_noun = step
        if is_noun:
            head = i - 1
    return head, (start if head is None else head + 1)


def _step(
    tokens: Sequence[Token], i: int, head: int | None, vocabulary: Vocabulary, *, several: bool
) -> tuple[int, bool] | None:
    """The index after the next token of the run and whether it may be the head; None where the run ends."""
    token, word = tokens[i], tokens[i].lower
    if head is None and token.tag == "VBN" and token.pos == "VERB" and token.lemma in HIT:
        return None
    closed = head is not None and _is_plural(tokens[head], vocabulary)
    if word in vocabulary.days or (word in vocabulary.months and word != "may"):
        return None
    if word in vocabulary.hyphens:
        return (i + 1, False) if not (token.space or tokens[i - 1].space) and i + 1 < len(tokens) else None
    if word in vocabulary.states or word in vocabulary.measures:
        return _state_step(tokens, i, head, vocabulary)
    if _is_noun(tokens, i, head, vocabulary):
        if closed and head is not None and not _extends(tokens, head, i, vocabulary):
            return None
        return i + 1, True
    if closed:
        if word == "(":
            return _past_bracket(tokens, i, vocabulary)
        return (i + 1, False) if token.tag == "POS" and _opens_noun(tokens, i + 1) else None
    return _modifier(tokens, i, head, vocabulary, several=several)


def _state_step(
    tokens: Sequence[Token], i: int, head: int | None, vocabulary: Vocabulary
) -> tuple[int, bool] | None:
    """A word such as "dead": a modifier before a noun, the head where it stands alone, else the end."""
    if head is not None and tokens[i].lower not in vocabulary.nouns:
        singular_before = not _is_plural(tokens[head], vocabulary)
        return (i + 1, True) if singular_before and tokens[i].lower in vocabulary.measures else None
    following = i + 1
    leads = following < len(tokens) and _is_noun(tokens, following, None, vocabulary)
    if head is not None and tokens[i].lower in vocabulary.states:
        ends = _is_plural(tokens[head], vocabulary) or tokens[head].lower in vocabulary.nouns
        return None if ends else (i + 1, True)
    return i + 1, not leads or (tokens[i].lower in vocabulary.measures and tokens[i].tag in {"NNS", "NN"})


def _is_noun(tokens: Sequence[Token], i: int, head: int | None, vocabulary: Vocabulary) -> bool:
    """Whether a token may stand as a noun here: by the lexicon, else by its tag."""
    token = tokens[i]
    if token.lower in vocabulary.nouns or token.lower in vocabulary.never:
        finite = token.tag in {"VBD", "VBZ", "VBP", "VB", "VBN"}
        adverb = (
            token.tag == "RB" and i + 1 < len(tokens) and tokens[i + 1].pos in {"VERB", "ADJ", "ADP", "AUX"}
        )
        return not (adverb or token.tag in {"IN", "RP", "MD", "VBG"} or (finite and head is not None))
    return token.pos in NOUNS and token.lower not in vocabulary.harms


def _is_plural(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a noun is a plural, by the lexicon or by its tag."""
    noun = vocabulary.nouns.get(token.lower)
    if noun is not None and noun.plural is not None:
        return noun.plural
    return token.tag in {"NNS", "NNPS"} or (
        noun is not None and noun.lemma in {"people", "personnel", "troops"}
    )


def _extends(tokens: Sequence[Token], head: int, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a noun after a plural noun goes on with the group ("weapons caches") or starts anew."""
    first, second = vocabulary.nouns.get(tokens[head].lower), vocabulary.nouns.get(tokens[i].lower)
    if i != head + 1:
        return tokens[i - 1].tag == "POS" or tokens[i - 1].lower in {"-", ")"}
    if first is not None and first.unit == "people":
        return second is not None and tokens[head].lower not in {
            "people",
            "men",
            "persons",
            "women",
            "others",
        }
    return second is not None or tokens[i].tag == "NNS"


def _modifier(
    tokens: Sequence[Token], i: int, head: int | None, vocabulary: Vocabulary, *, several: bool
) -> tuple[int, bool] | None:
    """Past a token that may stand before the head: adjective, participle, hyphen, bracket, "and"."""
    token, word = tokens[i], tokens[i].lower
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None:
        return None
    if head == i - 1 and tokens[head].lower in vocabulary.nouns and not _goes_on(tokens, i, vocabulary):
        return None
    if (
        token.pos == "ADJ"
        or token.dep == "amod"
        or token.tag in {"VBN", "VBG", "POS", "JJ", "JJR", "JJS", "HYPH", "AFX"}
        or token.lower in JOINING
    ):
        return _if_noun_follows(tokens, i + 1, vocabulary, verbal=token.pos == "VERB")
    if token.pos == "NUM" and (after.lower in {"-", "year", "mm"} or after.pos in NOUNS):
        return i + 1, False
    if after.lower in vocabulary.hyphens and not token.space and token.pos not in {"PUNCT", "AUX", "DET"}:
        return _if_noun_follows(tokens, i + 2, vocabulary, verbal=False)
    if word in {'"', "“", "”", "'", "‘", "’", "``", "''"} and _opens_noun(tokens, i + 1):
        return i + 1, False
    if word == "(" and head is not None:
        return _past_bracket(tokens, i, vocabulary)
    if token.pos == "ADV" and (after.pos == "ADJ" or after.tag in {"VBN", "VBG", "JJ"}):
        return i + 1, False
    if word == "," and tokens[i - 1].lower in vocabulary.states and after.tag != "JJ":
        return None  # "1,700 injured, officials said"
    if several and word in {"and", "or", ",", "/"}:
        return _past_joint(tokens, i, head, vocabulary)
    return None


def _goes_on(tokens: Sequence[Token], i: int, vocabulary: Vocabulary) -> bool:
    """Whether a group goes on past a known noun: "rocket propelled launcher"; not "bus carrying"."""
    token = tokens[i]
    if (
        token.tag in {"POS", "HYPH"}
        or token.lower in {"(", "and", "or", "/", ","}
        or token.lower in vocabulary.hyphens
    ):
        return True
    people = vocabulary.nouns[tokens[i - 1].lower].unit == "people"
    return (
        token.pos == "VERB"
        and (token.tag == "VBN" or token.dep == "amod" or token.lower in JOINING)
        and not people
        and i + 1 < len(tokens)
        and tokens[i + 1].pos in NOUNS
    )


def _if_noun_follows(
    tokens: Sequence[Token], i: int, vocabulary: Vocabulary, *, verbal: bool
) -> tuple[int, bool] | None:
    """Go on where a noun comes within a few tokens, with nothing but modifiers before it."""
    for k in range(i, min(len(tokens), i + 6)):
        token = tokens[k]
        if _is_noun(tokens, k, None, vocabulary):
            return i, False
        if token.lower in vocabulary.states and not verbal:
            return i, False
        if token.pos in TAIL - {"VERB"} and token.tag != "POS":
            return None
        if token.pos == "PUNCT" and token.lower not in {"-", '"', "“", "”", "'", ","}:
            return None
        if token.pos == "VERB" and token.tag not in {"VBN", "VBG"}:
            return None
    return None


def _past_bracket(tokens: Sequence[Token], i: int, vocabulary: Vocabulary) -> tuple[int, bool] | None:
    """Past a short bracket inside a noun group: "police (SRP) personnel"."""
    for k in range(i + 1, min(len(tokens) - 1, i + 5)):
        if tokens[k].lower == ")":
            return (k + 1, False) if _is_noun(tokens, k + 1, None, vocabulary) else None
    return None


def _past_joint(
    tokens: Sequence[Token], i: int, head: int | None, vocabulary: Vocabulary
) -> tuple[int, bool] | None:
    """Past "and" between modifiers of one plural head: "Iraqi and Kurdish soldiers"."""
    if head is None and (tokens[i - 1].pos not in {"ADJ", "VERB", "PROPN"} or tokens[i - 1].lower in MORE):
        return None
    for k in range(i + 1, min(len(tokens), i + 6)):
        token = tokens[k]
        if (
            token.pos in {"NOUN", "PROPN", "ADJ"}
            or token.tag in {"VBN", "HYPH"}
            or token.lower in vocabulary.nouns
        ):
            listed = _is_plural(token, vocabulary) and token.pos != "ADJ"
            if listed or token.lower in vocabulary.states:
                return i + 1, False
            continue
        return None
    return None


STILL = frozenset({"also", "now", "reportedly", "still"})


def _state(tokens: Sequence[Token], end: int, vocabulary: Vocabulary) -> int | None:
    """The word right after the group that says what befell it: "nearly 500 people dead"."""
    i = end
    if i + 1 < len(tokens) and tokens[i].lower in vocabulary.leaves:
        i += 1
    elif i + 1 < len(tokens) and tokens[i].pos == "ADV" and tokens[i].lower.endswith("ly"):
        i += 1  # "ten others grievously injured"
    if i > end and tokens[end].pos == "AUX" and tokens[i].lower in STILL:
        i += 1  # "were still missing"
    if i >= len(tokens) or tokens[i].lower not in vocabulary.states:
        return None
    if (
        i > end and tokens[end].pos == "AUX"
    ):  # what "were killed" tells is for the verb, save that two verbs share it
        joint = (
            i + 2 < len(tokens)
            and tokens[i + 1].lower in {"and", "or"}
            and tokens[i + 2].lower in vocabulary.states
        )
        return i if joint or tokens[i].lower == "missing" else None
    if tokens[i].lower in vocabulary.alone:
        return None if tokens[end].lower == "shot" and _has_victim(tokens, i + 1) else i
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    passive = after is None or after.pos in {"PUNCT", "ADP", "CCONJ", "SCONJ", "ADV", "SPACE"}
    return i if passive and (i == end or tokens[i - 1].lower != "shot") else None


def _has_victim(tokens: Sequence[Token], i: int) -> bool:
    """Whether what follows "shot dead" is who was shot: "two policemen shot dead a protester"."""
    return i < len(tokens) and tokens[i].pos in {"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"}


def describe(tokens: Sequence[Token], head: int, start: int, vocabulary: Vocabulary) -> Noun | None:
    """What is known of a head noun, or guessed of an unknown one; None where it is no count."""
    token = tokens[head]
    if token.lower in vocabulary.never:
        return None
    noun = vocabulary.nouns.get(token.lower)
    if noun is None and token.lower in vocabulary.measures:
        noun = Noun(token.lower, "people", None, None)
    noun = noun or _guess(token)
    if noun is None or noun.unit != "people" or noun.victim:
        return noun
    for i in range(start, head):
        pair = f"{tokens[i].lower} {tokens[i + 1].lower}"
        victim = vocabulary.modifiers.get(tokens[i].lower) or vocabulary.modifiers.get(pair)
        if victim:
            return noun._replace(victim=victim)
    return noun


def _guess(token: Token) -> Noun | None:
    """A noun that no lexicon lists: acronyms and plurals are things, plurals of people's endings people."""
    many = token.tag in {"NNS", "NNPS"} or (token.lower.endswith("s") and not token.lower.endswith("ss"))
    if token.lower.endswith(ABSTRACT) or not token.text[0].isalpha():
        return None
    if is_acronym(token.text):
        return Noun(token.lemma, "things", None, token.text.endswith("s"))
    if many and (token.text[0].isupper() or token.lower.endswith(PEOPLE)):
        return Noun(token.lemma, "people", None, True)
    if token.lower.endswith(("men", "women")):
        return Noun(token.lemma, "people", None, True)
    return Noun(token.lemma, "things", None, True) if many else None


def is_acronym(text: str) -> bool:
    """Whether a word is a capital acronym, with or without a plural s: "VBIED", "UAVs"."""
    stem = text.removesuffix("s")
    return 2 <= len(stem) <= 7 and stem.isalpha() and stem.isupper()
