"""A cue whose clause the parser lost, cut or hung elsewhere -> the tokens that it covers by where it stands."""

from __future__ import annotations

from dateline.claims.attributions.tables import FINITE, HEARING, VERBAL
from dateline.claims.attributions.walking import NONE, filled, item_end, item_start, kid, under
from dateline.records import Sentence

# Clauses that may stand between commas beside what they report.
BESIDE = frozenset({"parataxis", "advcl", "ccomp"})
# Clauses that can hang on a noun or a phrase instead of on their cue.
HUNG = frozenset({"acl", "ccomp", "relcl", "advcl", "xcomp"})
# Relations of what goes on with a clause that the parser cut short.
MORE = frozenset({"punct", "cc", "appos", "dobj", "ccomp", "parataxis", "oprd", "npadvmod"})
# How the first word of a mere setting stands: "On Monday, he added two words".
OPENERS = frozenset({"mark", "advmod", "prep"})
# Tokens that may stand between a cue and its source.
MAX_APART = 4
# What stands before a cue that closes its sentence.
CLOSERS = frozenset({",", "-", "--", "—", "–", "”", '"', "''", ")"})


def around(sentence: Sentence, i: int) -> frozenset[int]:
    """The clause that a cue hangs on below what is said: “..., he said”, “as he said”."""
    token = sentence.tokens[i]
    if token.head == i or token.dep not in BESIDE or token.tag in {"VBG", "VB"}:
        return NONE
    mark = kid(sentence, i, "mark", "advmod")
    as_or_none = mark is None or sentence.tokens[mark].lower == "as"
    if (
        sentence.tokens[token.head].pos not in VERBAL
        or not as_or_none
        or kid(sentence, i, "dobj") is not None
    ):
        return NONE
    return under(sentence, token.head, [i]) if _stands_apart(sentence, i) else NONE


def _stands_apart(sentence: Sentence, i: int) -> bool:
    """Whether a short clause with its subject stands between marks or at an end: “A, he said, B”."""
    inside = under(sentence, i)
    first, last = min(inside), max(inside)
    tokens = sentence.tokens
    opened = first == 0 or tokens[first - 1].pos in {"PUNCT", "CCONJ"}
    opened = opened or any(tokens[k].pos == "PUNCT" for k in inside if k < i)
    closed = last + 1 >= len(tokens) or "PUNCT" in {tokens[last].pos, tokens[last + 1].pos}
    return opened and closed and kid(sentence, i, "nsubj") is not None


def told_as(sentence: Sentence, i: int) -> frozenset[int]:
    """What "as reported by X" hangs on."""
    mark, head = kid(sentence, i, "mark"), sentence.tokens[i].head
    if mark is None or sentence.tokens[mark].lower != "as" or sentence.tokens[head].pos not in VERBAL:
        return NONE
    return under(sentence, head, [i])


def beside_noun(sentence: Sentence, i: int) -> frozenset[int]:
    """A "that" clause which the parser hung on a noun beside the cue: “said at a rally that ...”."""
    tokens = sentence.tokens
    inside = under(sentence, i)
    for k in sorted(inside):
        top = tokens[k].head
        if k > i + 1 and tokens[k].lower == "that" and tokens[k].dep == "mark" and top in inside - {i}:
            clause = under(sentence, top)
            if tokens[top].dep in HUNG and min(clause) == k:
                return clause
    return NONE


def before(sentence: Sentence, i: int, who: frozenset[int]) -> frozenset[int]:
    """All that stands before a cue at the end of its sentence: “A mess, they complained”, “..., he told the paper”."""
    tokens = sentence.tokens
    own = who | {i}
    first, last = min(own), max(own)
    if not who or last - first > len(who) + MAX_APART or first <= 1 or tokens[first - 1].text not in CLOSERS:
        return NONE
    if any(t.tag in FINITE or t.text in {":", ";"} for t in tokens[last + 1 :]):
        return NONE
    if kid(sentence, i, "xcomp") is not None or _holds(sentence, i):
        return NONE
    start = item_start(sentence, first - 1)
    clause = any(t.tag in FINITE for t in tokens[start : first - 1]) and tokens[start].dep not in OPENERS
    return frozenset(range(start, first - 1)) if clause else NONE


def _holds(sentence: Sentence, i: int) -> bool:
    """Whether a cue has an object that is not whoever hears it."""
    return kid(sentence, i, "dobj") is not None and sentence.tokens[i].lemma not in HEARING


def behind(sentence: Sentence, i: int) -> frozenset[int]:
    """What follows a cue that the parser gave no clause: “warn it could harm ...”."""
    tokens = sentence.tokens
    start, end = i + 1, item_end(sentence, i + 1)
    if start >= end or tokens[start].pos in {"PUNCT", "ADP", "SCONJ", "CCONJ"}:
        return NONE
    return frozenset(range(start, end)) if any(t.tag in FINITE for t in tokens[start:end]) else NONE


def whole(sentence: Sentence, i: int, taken: frozenset[int], clause: frozenset[int]) -> frozenset[int]:
    """A clause's extent: all that stands before a cue that ends the sentence, however the parser cut it."""
    content = clause - taken
    if not content:
        return content
    first, last = min(taken), max(taken)
    if max(content) < first and first > 1 and sentence.tokens[first - 1].pos == "PUNCT":
        return frozenset(range(min(item_start(sentence, first), *content), first))
    if min(content) < first and max(content) > last:
        branches = (under(sentence, k) for k in sentence.kids[i])
        return filled(content, taken.union(*(b for b in branches if not b & content)))
    return frozenset(range(min(content), _onward(sentence, i, max(content) + 1))) - taken


def _onward(sentence: Sentence, i: int, end: int) -> int:
    """Where a clause behind its cue ends if the parser cut it short: at the next phrase of the cue itself."""
    tokens = sentence.tokens
    if end >= len(tokens) or tokens[i].dep != "ROOT":
        return end
    own = (k for k in sentence.kids[i] if k >= end and tokens[k].dep not in MORE)
    stops = [min(under(sentence, k)) for k in own]
    return max(end, min([*stops, item_end(sentence, end)]))
