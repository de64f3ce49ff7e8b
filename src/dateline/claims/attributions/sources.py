"""A cue in a parsed sentence -> the tokens of who says, thinks or wants it: the whole noun phrase."""

from __future__ import annotations

from dateline.claims.attributions.tables import CONTROLLING, SHOWING
from dateline.claims.attributions.walking import NONE, kid, kids, under
from dateline.records import Sentence

# How a clause without a subject of its own hangs on one whose subject is also its own.
SHARING = frozenset({"conj", "xcomp", "advcl", "dep", "acomp", "attr", "oprd"})
RELATIVES = frozenset({"WDT", "WP", "WP$"})
NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})
# Verb forms that have a subject somewhere, even where the parser gives them none.
SUBJECTED = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
# Relations of a noun to the one that heads its phrase.
JOINED = frozenset({"appos", "compound", "nmod", "conj"})
# Children of a noun that are no part of its phrase where nothing hangs on them.
LOOSE = frozenset({"punct", "cc", "preconj"})
# Words between a noun and the "who" that describes it, at most.
FAR = 6
# Marks that may close or open a phrase: brackets and quotation marks.
PAIRED = frozenset({")", "(", "”", "“", '"'})


def of_verb(sentence: Sentence, i: int) -> frozenset[int]:
    """Who is the subject of a verb, or of the verb that it shares its subject with."""
    head = subject(sentence, i)
    if head is None and sentence.tokens[i].tag in SUBJECTED and kid(sentence, i, "expl", "csubj") is None:
        head = _nearest(sentence, i)
    return NONE if head is None else phrase(sentence, head, i)


def subject(sentence: Sentence, i: int) -> int | None:
    """The token that heads the subject, or None where the parser names nobody."""
    tokens = sentence.tokens
    j: int | None = i
    for _ in tokens:
        if j is None:
            return None
        if tokens[j].pos not in {"VERB", "AUX", "ADJ"} and j != i:
            return j
        found = _own(sentence, i, j)
        if found is not None:
            return found
        if kid(sentence, j, "expl", "csubj") is not None:
            return None
        held = _controller(sentence, j)
        j = _above(sentence, j) if held is None else held
    return None


def _own(sentence: Sentence, i: int, j: int) -> int | None:
    """The subject of `j`, on the way up from a cue at `i`; a passive's only if the cue goes on from it."""
    found = min(kids(sentence, j, "nsubj"), key=lambda k: abs(k - j), default=None)
    if found is not None:
        return found
    return _inverted(sentence, i) if j == i else kid(sentence, j, "nsubjpass")


def _controller(sentence: Sentence, j: int) -> int | None:
    """Who does what an infinitive says below a verb such as "allow": that verb's object."""
    above = sentence.tokens[j].head
    if sentence.tokens[j].dep != "xcomp" or sentence.tokens[j].tag != "VB":
        return None
    if sentence.tokens[above].lemma not in CONTROLLING:
        return None
    held = kid(sentence, above, "dobj")
    return held if held is not None and held < j else None


def _above(sentence: Sentence, j: int) -> int | None:
    """The verb that `j` shares a subject with, or the noun that a participle or relative clause describes."""
    token = sentence.tokens[j]
    head = sentence.tokens[token.head]
    if token.head == j:
        return None
    if token.dep == "relcl" or (token.dep == "acl" and token.tag == "VBG"):
        return head.head if token.tag == "VBG" and _is_issued(sentence, token.head) else token.head
    if token.dep in SHARING or (token.dep in {"ccomp", "parataxis"} and token.tag == "VBG"):
        return token.head
    if token.dep == "pcomp" and head.dep in {"prep", "agent"}:
        return head.head if sentence.tokens[head.head].pos in {"VERB", "AUX"} else None
    return None


def _is_issued(sentence: Sentence, i: int) -> bool:
    """Whether a paper is put out by the subject of the verb that it is the object of: "released a statement saying"."""
    token = sentence.tokens[i]
    above = sentence.tokens[token.head]
    named = kid(sentence, token.head, "nsubj") is not None
    return token.dep == "dobj" and token.lemma in SHOWING and above.tag != "VBN" and named


def _inverted(sentence: Sentence, i: int) -> int | None:
    """A subject behind its cue that was taken for an object: “..., said the mayor”."""
    tokens = sentence.tokens
    if i == 0 or tokens[i].tag not in {"VBD", "VBZ", "VBP"} or tokens[i - 1].pos != "PUNCT":
        return None
    found = kid(sentence, i, "dobj", "attr", "oprd", "npadvmod")
    if found is None or found < i or any(tokens[k].pos in {"PUNCT", "ADP"} for k in range(i + 1, found)):
        return None
    return found


def _nearest(sentence: Sentence, i: int) -> int | None:
    """The subject of a verb that the parser left without one: the noun right before it, else the nearest subject."""
    tokens = sentence.tokens
    k = i - 1
    while k > 0 and (tokens[k].dep in {"aux", "advmod", "neg"} or tokens[k].text == ","):
        k -= 1
    if k >= 0 and tokens[k].pos in NOMINAL and tokens[i].tag != "VBG":
        while tokens[k].dep in JOINED and tokens[k].head < i:
            k = tokens[k].head
        return k
    return next(
        (k for k in range(i - 1, -1, -1) if tokens[k].dep == "nsubj" and tokens[k].pos in NOMINAL), None
    )


def phrase(sentence: Sentence, head: int, cue: int) -> frozenset[int]:
    """The whole phrase around a source's head, without a clause in which the cue itself stands."""
    tokens = sentence.tokens
    if tokens[head].tag in RELATIVES:
        return _described(sentence, head)
    left = [k for k in sentence.kids[head] if cue in under(sentence, k) or _is_loose(sentence, k)]
    inside = under(sentence, head, left)
    if cue in inside:
        return frozenset({head})
    if min(inside) < cue < max(inside):  # a phrase that the parser stretched over its own verb
        inside = frozenset(k for k in inside if (k < cue) == (head < cue))
    first, last = min(inside), max(inside)
    while last > head and tokens[last].pos == "PUNCT" and tokens[last].text not in PAIRED:
        last -= 1
    while first < head and tokens[first].pos == "PUNCT" and tokens[first].text not in PAIRED:
        first += 1
    return frozenset(range(first, last + 1))


def _described(sentence: Sentence, relative: int) -> frozenset[int]:
    """A relative pronoun with whom it describes: "traders who", where it stands close behind them."""
    tokens = sentence.tokens
    verb = tokens[relative].head
    while tokens[verb].dep in {"conj", "aux", "auxpass"} and tokens[verb].head != verb:
        verb = tokens[verb].head
    who = tokens[verb].head
    if tokens[verb].dep != "relcl" or not 0 < relative - who <= FAR or tokens[who].pos not in NOMINAL:
        return frozenset({relative})
    own = [k for k in sentence.kids[who] if tokens[k].dep in {"det", "amod", "compound", "nummod", "poss"}]
    return frozenset(range(min([who, *own]), relative + 1))


def _is_loose(sentence: Sentence, k: int) -> bool:
    return sentence.tokens[k].dep in LOOSE and not sentence.kids[k]
