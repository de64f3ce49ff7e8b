"""The head of a phrase -> those of its list: joined by "and", or by commas that the parser takes for something else.

It does not ask whether they are people; see `people`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claims.context import Line
from dateline.claims.nouns import SELF, WORDS
from dateline.records import SectionKind


def members(line: Line, head: int) -> Iterator[int]:
    """A phrase's head and those joined to it."""
    yield head
    for k in line.sentence.kids[head]:
        if line.sentence.tokens[k].dep == "conj" or is_next_name(line, head, k) or is_next_kin(line, head, k):
            yield from members(line, k)


def is_next_name(line: Line, head: int, k: int) -> bool:
    """“Mara Odeh, 12-year-old Ana Odeh and Rana Odeh”: a name that the parser takes for another one of the first."""
    tokens = line.sentence.tokens
    names = tokens[head].pos == tokens[k].pos == "PROPN" and tokens[k].dep == "appos" and k > head
    own = {tokens[j].dep for j in line.sentence.kids[k]}
    aged = any(t.text.isdecimal() for t in tokens[head + 1 : k])  # "Mara Odeh, 24, Rana Vale, 26, and"
    return names and "det" not in own and (aged or bool(own & {"conj", "nummod", "amod"}))


def is_next_kin(line: Line, head: int, k: int) -> bool:
    """“killed his wife, son and daughter”: one more, and not the wife told of otherwise."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    if tokens[k].dep != "appos" or tokens[head].lower not in WORDS or k < head or tokens[head].tag != "NN":
        return False
    if tokens[k].lower in SELF:
        return True  # "kills wife, then himself"
    heading = line.sentence.section is SectionKind.HEADLINE and tokens[head].dep in {"dobj", "appos"}
    goes_on = heading or any(tokens[j].dep == "conj" for j in kids[k])
    bare = not any(tokens[j].dep in {"det", "poss", "prep"} for j in kids[k])
    return goes_on and bare and tokens[k].lower in WORDS and tokens[k].lower != tokens[head].lower
