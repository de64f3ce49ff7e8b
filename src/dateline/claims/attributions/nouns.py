"""A noun or adjective of a parsed sentence -> the attribution that it makes: “his claim that”, “is confident that”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.claims.attributions import sources
from dateline.claims.attributions.contents import Taken
from dateline.claims.attributions.cues import of_verb
from dateline.claims.attributions.drafts import Draft
from dateline.claims.attributions.tables import ADJECTIVES, CARRYING, HOLDERS, NOUNS, SHAPE, VERBS
from dateline.claims.attributions.walking import NONE, kid, kids, under
from dateline.records import Sentence

# What opens a clause that a noun or adjective takes.
OPENERS = frozenset({"that", "whether", "if", "how", "why", "what"})
# Relations of the words before a noun that belong to its cue.
DESCRIBING = frozenset({"amod", "compound", "nmod", "det"})

# Words behind a noun's preposition from which on they tell what is said, and not only of whom: "criticism of him".
MIN_TOPIC = 3


def find(sentence: Sentence) -> Iterator[Draft]:
    """The attributions that a sentence's nouns and adjectives make."""
    for i, token in enumerate(sentence.tokens):
        draft = None
        if token.pos == "NOUN" and token.lemma in NOUNS:
            draft = _noun(sentence, i, NOUNS[token.lemma])
        elif token.pos in {"ADJ", "VERB"} and token.lower in ADJECTIVES:
            draft = _adjective(sentence, i, ADJECTIVES[token.lower])
        if draft is not None:
            yield draft


def _noun(sentence: Sentence, i: int, takes: Mapping[str, str]) -> Draft | None:
    """“the army's claim that ...”, “expressed concern about ...”, “was a backer of ...”, “fears that ...”."""
    got = _taken(sentence, i, takes) or _equated(sentence, i, takes)
    if got is None:
        return None
    verb = _carrier(sentence, i)
    holds = verb is not None and sentence.tokens[verb].lemma == "be"
    if (sentence.tokens[i].lemma in HOLDERS) != holds:
        return None
    if (
        verb is None
        and got.preposition is not None
        and (_is_topic(sentence, got) or len(got.tokens) < MIN_TOPIC)
    ):
        return None
    who = NONE if holds else _owner(sentence, i, got)
    rule = "attribution.noun"
    if verb is not None and not who:
        who, rule = sources.of_verb(sentence, verb), "attribution.carried"
        cue = of_verb(sentence, verb, who) | frozenset(range(verb, i + 1)) if who else NONE
    else:
        cue = _noun_cue(sentence, i, who, got)
    return _draft(sentence, i, got, rule, (who, cue))


def _is_topic(sentence: Sentence, got: Taken) -> bool:
    """Whether a noun only names what is talked of: "his speech on arms"."""
    assert got.preposition is not None  # noqa: S101 - asked only where there is one
    return sentence.tokens[got.preposition].lower == "on"


def _draft(
    sentence: Sentence, i: int, got: Taken, rule: str, parts: tuple[frozenset[int], frozenset[int]]
) -> Draft | None:
    """An attribution of source and cue, with the preposition behind the cue taken in."""
    who, cue = parts
    if not cue:
        return None
    if got.complement == "equated":
        cue |= frozenset(range(i, sentence.tokens[i].head + 1)) - who
    if got.preposition is not None:
        cue |= frozenset(range(i + 1, got.preposition + 1)) - who
    content = got.tokens - who - cue
    return Draft(sentence, i, got.kind, rule, who, cue, content) if content else None


def _noun_cue(sentence: Sentence, i: int, who: frozenset[int], got: Taken) -> frozenset[int]:
    """A noun with what describes it; one that nobody owns is a cue only with a clause: "suggestions that"."""
    if who:
        tokens = sentence.tokens
        first = min(sentence.subtree(i)[0], i)
        own = (k for k in range(first, i) if tokens[k].head == i and tokens[k].dep in DESCRIBING)
        return frozenset({i, *own}) - who
    alone = got.complement == "clause" and not _is_beside_cue(sentence, i)
    return frozenset({i}) if alone else NONE


def _is_beside_cue(sentence: Sentence, i: int) -> bool:
    """Whether a noun only says where something is said: "said in a statement that ..."."""
    link = sentence.tokens[sentence.tokens[i].head]
    return sentence.tokens[i].dep == "pobj" and sentence.tokens[link.head].lemma in VERBS


def _taken(sentence: Sentence, i: int, takes: Mapping[str, str]) -> Taken | None:
    """The clause, infinitive or prepositional object that a noun or adjective takes."""
    for k in kids(sentence, i, "acl", "ccomp", "xcomp", "advcl"):
        complement = _clause_sort(sentence, k) if k > i else ""
        if complement in takes:
            return Taken(complement, takes[complement], under(sentence, k))
    for k in kids(sentence, i, "prep"):
        held, word = kid(sentence, k, "pobj", "pcomp"), sentence.tokens[k].lower
        if word in takes and held is not None and k > i:
            return Taken(word, takes[word], under(sentence, held), k)
    return None


def _clause_sort(sentence: Sentence, k: int) -> str:
    """How a clause is taken: as an infinitive, as a clause, or, if it only describes, not at all."""
    tokens = sentence.tokens
    if any(tokens[c].tag == "TO" for c in sentence.kids[k]):
        return "infinitive"
    opened = tokens[k].dep == "ccomp" or any(tokens[c].lower in OPENERS for c in sentence.kids[k])
    return "clause" if opened else ""


def _equated(sentence: Sentence, i: int, takes: Mapping[str, str]) -> Taken | None:
    """“their hope is that ...”, “the question is whether ...”, “his goal is to ...”."""
    token = sentence.tokens[i]
    kind = takes.get("clause") or takes.get("infinitive")
    if kind is None or token.dep not in {"nsubj", "nsubjpass"} or token.head < i:
        return None
    clause = next((k for k in kids(sentence, token.head, "ccomp", "xcomp") if k > token.head), None)
    if clause is None or sentence.tokens[token.head].lemma != "be":
        return None
    return Taken("equated", kind, under(sentence, clause))


def _carrier(sentence: Sentence, i: int) -> int | None:
    """The verb that carries a noun: “expressed concern”, “is a supporter”."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    if token.dep == "attr":
        return token.head if head.lemma == "be" else None
    carried = token.dep == "dobj" and head.lemma in CARRYING and head.tag != "VBN"
    return token.head if carried else None


def _owner(sentence: Sentence, i: int, got: Taken) -> frozenset[int]:
    """Whose statement or mind it is: a possessive, “by X”, “from X”, or “Israeli”."""
    tokens = sentence.tokens
    owner = kid(sentence, i, "poss")
    if owner is not None:
        return sources.phrase(sentence, owner, i)
    for k in kids(sentence, i, "prep"):
        held = kid(sentence, k, "pobj")
        if tokens[k].lower in SHAPE["owning"] and held is not None and k != got.preposition:
            return sources.phrase(sentence, held, i)
    for k in kids(sentence, i, "amod", "compound", "nmod"):
        if tokens[k].pos == "PROPN" or (tokens[k].pos == "ADJ" and tokens[k].text[:1].isupper() and k > 0):
            return frozenset({k})
    return NONE


def _adjective(sentence: Sentence, i: int, takes: Mapping[str, str]) -> Draft | None:
    """“is confident that ...”, “was surprised by ...”."""
    tokens = sentence.tokens
    got = _taken(sentence, i, takes)
    joining = tokens[i].head
    if got is None:
        return None
    if tokens[i].dep in {"acomp", "attr", "conj"} and tokens[joining].lemma in SHAPE["joining"]:
        who = sources.of_verb(sentence, joining)
        cue = of_verb(sentence, joining, who) | frozenset(range(joining, i + 1)) - who
    elif tokens[i].pos == "VERB" and kid(sentence, i, "auxpass") is not None:
        subject = kid(sentence, i, "nsubjpass", "nsubj")
        who = NONE if subject is None else sources.phrase(sentence, subject, i)
        cue = of_verb(sentence, i, who)
    else:
        return None
    return _draft(sentence, i, got, "attribution.adjective", (who, cue)) if who else None
