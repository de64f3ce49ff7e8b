"""Tokens of a parsed sentence -> a run's head, whether it stands as a place, what governs what. It knows no names."""

from __future__ import annotations

import re

from dateline.records import Sentence, Token

# Prepositions that make a state a place.
LOCATIVE = frozenset(
    (
        *("in", "at", "near", "across", "from", "into", "inside", "within", "throughout", "around", "to"),
        *("toward", "towards", "outside", "over", "through", "via", "onto", "off", "along", "of"),
    )
)

# What may follow a name and a hyphen without making it who acts: "US-backed rebels"; and what may go before it to
# say on whose side somebody is: "pro-Iranian", "anti-Taliban".
BACKED = re.compile(
    r"(?:backed|led|held|sponsored|supported|trained|armed|funded|controlled|aligned|affiliated|linked|"
    r"dominated|based|born|owned|run|flagged|made|style|inspired|related|era|allied|imposed|occupied)$"
)
SIDES = frozenset(("pro", "anti", "counter", "non"))
# How a phrase hangs inside a verb's object: "some of them"; and verbs that share the subject of another.
INNER = ("prep", "pobj", "dobj", "det", "nummod")
JOINED = ("conj", "advcl", "xcomp")
SUBJECTS = ("nsubj", "nsubjpass", "agent")


def is_backed(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether a name only says who stands behind somebody, or on whose side: "US-backed", "anti-Taliban"."""
    if start > 1 and tokens[start - 1].text in ("-", "–") and tokens[start - 2].lower in SIDES:
        return True
    if "-" in tokens[end - 1].text and BACKED.search(tokens[end - 1].lower):
        return True
    after = tokens[end : end + 2]
    if after and tokens[end - 1].text[-1] in "-–" and BACKED.fullmatch(after[0].lower):
        return True  # "US- made", where a line ended
    return len(after) == 2 and after[0].text in "-–" and bool(BACKED.search(after[1].lower))


def is_place(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words stand as a place: "in Syria"."""
    token = sentence.tokens[head_of(sentence, start, end)]
    if token.dep == "conj":
        token = sentence.tokens[token.head]
    above = sentence.tokens[token.head]
    return token.dep == "pobj" and above.lower in LOCATIVE


def head_of(sentence: Sentence, start: int, end: int) -> int:
    """The token of a run whose head lies outside it."""
    for k in range(end - 1, start - 1, -1):
        head = sentence.tokens[k].head
        if (head == k or not start <= head < end) and sentence.tokens[k].pos not in ("PUNCT", "PART"):
            return k
    return end - 1


def governs(sentence: Sentence, subject: int, k: int) -> bool:
    """Whether a word is the subject of the verb whose object another is: who grabs "them" is not "them"."""
    tokens = sentence.tokens
    while tokens[subject].dep == "pobj" and tokens[tokens[subject].head].lower == "of":
        subject = tokens[tokens[subject].head].head  # "thousands of militiamen"
    if tokens[k].dep in SUBJECTS or tokens[subject].dep not in SUBJECTS:
        return False
    verb = tokens[k].head
    while tokens[verb].pos != "VERB" and tokens[verb].dep in INNER and tokens[verb].lower != "with":
        verb = tokens[verb].head
    verbs = {verb}
    while not any(tokens[c].dep in SUBJECTS for c in sentence.kids[verb]):
        above = tokens[verb].head
        if (
            tokens[verb].dep == "pcomp"
        ):  # "held them after capturing them", "the killing of X after seizing them"
            above = next((c for c in sentence.ancestors(above) if tokens[c].pos == "VERB"), above)
        elif tokens[verb].dep not in JOINED:
            break
        verb = above
        verbs.add(verb)
    return tokens[subject].head in verbs
