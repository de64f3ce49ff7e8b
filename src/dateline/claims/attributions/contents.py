"""A cue in a parsed sentence -> the tokens of what is said, thought or wanted, by how the cue takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from dateline.claims.attributions import astray
from dateline.claims.attributions.tables import HEARING, SHAPE
from dateline.claims.attributions.walking import NONE, kid, kids, under
from dateline.lexicons import load
from dateline.records import Sentence

# Prepositions between an object and what it is called or likened to.
CALLING = frozenset({"as", "to", "with"})
WH = frozenset({"WP", "WDT", "WRB"})
CLASSES = load("times")["classes"]
DAYS = frozenset(CLASSES["WEEKDAY"]["words"]) | frozenset(CLASSES["MONTH"]["words"])
RELATIVE = frozenset({"WP", "WDT", "WP$"})


class Taken(NamedTuple):
    """What a cue takes: how, the kind that this makes it, the tokens, and a preposition that joins the cue."""

    complement: str
    kind: str
    tokens: frozenset[int]
    preposition: int | None = None


Finder = Callable[[Sentence, int], frozenset[int]]


def taken(sentence: Sentence, i: int, takes: Mapping[str, str], *, passive: bool = False) -> Taken | None:
    """What a cue takes beside its subject, the closest fit first."""
    for complement, finder in PASSIVE_FINDERS if passive else FINDERS:
        if complement in takes and (tokens := finder(sentence, i)):
            bare = tokens if complement == "clause" else without_aside(sentence, tokens)
            return Taken(complement, takes[complement], bare)
    if "clause" in takes and (tokens := astray.beside_noun(sentence, i)):
        return Taken("clause", takes["clause"], tokens)
    return next(_prepositional(sentence, i, takes), None)


def _clause(sentence: Sentence, i: int) -> frozenset[int]:
    """“said that ...”, “said ...”, and a clause around the cue: “..., he said, ...”."""
    found = [k for k in kids(sentence, i, "ccomp", "parataxis") if not _is_infinitive(sentence, k)]
    behind = next((k for k in found if k > i), None)
    if behind is not None:
        return under(sentence, behind) | _cut_off(sentence, i, behind)
    held = kid(sentence, i, "dobj")
    if held is not None and held > i and sentence.tokens[i].lemma not in HEARING:
        return NONE  # it takes its object; the clause before it is another one
    return under(sentence, found[0]) if found else astray.around(sentence, i)


def _cut_off(sentence: Sentence, i: int, clause: int) -> frozenset[int]:
    """A clause's subject that the parser took for the cue's object: “said the days of plenty are gone”."""
    held = kid(sentence, i, "dobj")
    if held is None or not i < held < clause:
        return NONE
    return (
        NONE
        if kid(sentence, clause, "nsubj", "nsubjpass", "expl", "mark") is not None
        else under(sentence, held)
    )


def _is_infinitive(sentence: Sentence, k: int) -> bool:
    return any(sentence.tokens[c].tag == "TO" for c in sentence.kids[k])


def _infinitive(sentence: Sentence, i: int) -> frozenset[int]:
    """“wants to ...”, “wants them to ...”, “urged them to ...”."""
    held = kid(sentence, i, "dobj")
    for k in kids(sentence, i, "xcomp", "ccomp", "advcl"):
        if k > i and _is_infinitive(sentence, k):
            alone = held is None or held > k or sentence.tokens[i].lemma in SHAPE["ordering"]
            return under(sentence, k) | (NONE if alone else under(sentence, held))
    return NONE


def _gerund(sentence: Sentence, i: int) -> frozenset[int]:
    """“denied shelling ...”."""
    k = kid(sentence, i, "xcomp", "ccomp")
    return under(sentence, k) if k is not None and sentence.tokens[k].tag == "VBG" and k > i else NONE


def _called(sentence: Sentence, i: int) -> frozenset[int]:
    """“called it a crime”, “described it as a crime”."""
    held = kid(sentence, i, "dobj", "ccomp")
    name = kid(sentence, i, "oprd", "xcomp", "attr", "acomp")
    if held is None:
        split = name is not None and name > i + 1 and sentence.tokens[i].dep != "relcl"
        return frozenset(range(i + 1, max(under(sentence, name)) + 1)) if split else NONE
    ways = [name] if name is not None else _opening_with(sentence, i, CALLING)
    if not ways and sentence.tokens[held].dep != "ccomp":
        return NONE
    return under(sentence, held).union(*(under(sentence, k) for k in ways))


def _opening_with(sentence: Sentence, i: int, words: frozenset[str]) -> list[int]:
    """The phrases of a verb that open with one of these words."""
    found = kids(sentence, i, "prep", "advcl")
    return [k for k in found if sentence.tokens[min(under(sentence, k))].lower in words]


def _named(sentence: Sentence, i: int) -> frozenset[int]:
    """What a passive's subject is called: “was named a suspect”, “is seen as lost”."""
    name = kid(sentence, i, "oprd", "attr", "acomp")
    if name is None:
        name = next(iter(_opening_with(sentence, i, frozenset({"as"}))), None)
    return under(sentence, name)


def _seeming(sentence: Sentence, i: int) -> frozenset[int]:
    """“appeared likely to ...”, “seems like ...”."""
    name = kid(sentence, i, "acomp", "oprd", "attr")
    if name is None:
        name = next(iter(_opening_with(sentence, i, frozenset({"like", "as"}))), None)
    return under(sentence, name)


def _charged(sentence: Sentence, i: int) -> frozenset[int]:
    """“accused the army of shelling ...”: whom, with the charge."""
    held = kid(sentence, i, "dobj")
    links = (k for k in kids(sentence, i, "prep") if sentence.tokens[k].lower in SHAPE["charge"] and k > i)
    charge = next(links, None)
    return NONE if held is None or charge is None else under(sentence, held) | under(sentence, charge)


def _object(sentence: Sentence, i: int) -> frozenset[int]:
    """A noun with what hangs on it; what follows right behind it goes with it, unless it says when or where."""
    held = kid(sentence, i, "dobj")
    if held is None:
        return _free_relative(sentence, i)
    if held < i and sentence.tokens[held].tag not in {"WDT", "WP"}:
        return NONE
    tokens = under(sentence, held)
    for k in kids(sentence, i, "prep", "ccomp", "xcomp", "oprd"):
        near = k > held and min(under(sentence, k)) == max(tokens) + 1
        if near and sentence.tokens[k].lower not in SHAPE["aside"]:
            tokens |= under(sentence, k)
    return tokens


def _free_relative(sentence: Sentence, i: int) -> frozenset[int]:
    """“address what he considers unfair”."""
    clause = under(sentence, kid(sentence, i, "ccomp"))
    return clause if clause and min(clause) > i and sentence.tokens[min(clause)].tag in WH else NONE


FINDERS: tuple[tuple[str, Finder], ...] = (
    ("clause", _clause),
    ("as", _called),
    ("infinitive", _infinitive),
    ("ing", _gerund),
    ("charge", _charged),
    ("object", _object),
    ("seem", _seeming),
)
PASSIVE_FINDERS: tuple[tuple[str, Finder], ...] = (
    ("clause", _clause),
    ("as", _named),
    ("infinitive", _infinitive),
    ("ing", _gerund),
)


def without_aside(sentence: Sentence, tokens: frozenset[int]) -> frozenset[int]:
    """What is attributed, up to a clause between commas that tells more: "criticised the general, who had fled"."""
    marks = (
        k
        for k in sorted(tokens)[1:]
        if sentence.tokens[k].tag in RELATIVE and sentence.tokens[k - 1].text == "," and k - 1 in tokens
    )
    end = next(marks, None)
    if end is None:
        return tokens
    inside = under(sentence, sentence.tokens[end].head)
    return tokens if end not in inside else frozenset(k for k in tokens if k < end - 1 or k > max(inside))


def is_day(sentence: Sentence, i: int) -> bool:
    """Whether a noun says when: "spoke on Monday"."""
    return sentence.tokens[i].lower in DAYS


def _prepositional(sentence: Sentence, i: int, takes: Mapping[str, str]) -> Iterator[Taken]:
    """“talked about the truce”: the preposition joins the cue."""
    for k in kids(sentence, i, "prep", "dative"):
        word = sentence.tokens[k].lower
        held = kid(sentence, k, "pobj", "pcomp")
        if word in takes and k > i and held is not None and not is_day(sentence, held):
            yield Taken(word, takes[word], without_aside(sentence, under(sentence, held)), k)
