"""An act's words -> its status: happened, ongoing, planned, possible, denied, stock; or no event at all."""

from __future__ import annotations

from dateline import lexicons
from dateline.claims.context import Line
from dateline.records import Status

TELLING = lexicons.words("binding", "telling")
UNREAL_NOUNS = lexicons.words("binding", "unreal_nouns")
POSSIBLE = frozenset({"may", "might", "could"})
PLANNED_BY = lexicons.words("binding", "planned_by")
BEGUN_BY = lexicons.words("binding", "begun_by")
UNREAL_BY = lexicons.words("binding", "unreal_by")
CONDITIONS = frozenset({"if", "unless", "whether", "until"})
ONGOING_BY = lexicons.words("binding", "ongoing_by")
PLANNED_WORDS = lexicons.words("binding", "planned_words")
POSSIBLE_WORDS = lexicons.words("binding", "possible_words")
STOCK = frozenset({"detention", "strength"})


def of(line: Line, i: int) -> tuple[Status | None, str]:
    """The status of the event that token `i` tells of, and the rule; None: the words assert no event."""
    if line.sentence.tokens[i].pos in {"NOUN", "PROPN"} and line.sentence.tokens[i].tag != "VBG":
        return _noun(line, i)
    return _verb(line, i)


def _verb(line: Line, i: int) -> tuple[Status | None, str]:
    tokens = line.sentence.tokens
    i = _chain_start(line, i)
    aux = {tokens[k].lemma for k in line.sentence.kids[i] if tokens[k].dep in {"aux", "auxpass"}}
    predicate = line.predicates.get(i)
    if _has_no_subject(line, i):
        return None, "status.negated"
    if aux & POSSIBLE:
        return Status.POSSIBLE, "status.may"
    if any(tokens[k].lower in CONDITIONS and tokens[k].dep == "mark" for k in line.sentence.kids[i]):
        return None, "status.condition"
    if "would" in aux and "have" in aux:
        return None, "status.counterfactual"
    if aux & {"will", "shall", "'ll"} or (aux & {"would"} and tokens[i].dep == "ccomp"):
        return Status.PLANNED, "status.will"
    if aux & {"should", "must", "would", "can"}:
        return None, "status.wish"
    if predicate is not None and predicate.negated:
        return None, "status.negated"
    if "to" in aux or (tokens[i].tag == "VB" and any(tokens[k].lower == "to" for k in line.sentence.kids[i])):
        return _infinitive(line, i)
    if tokens[i].tag == "VBG" and tokens[i].dep == "pcomp":
        return _gerund(line, i)
    if tokens[i].dep == "relcl" and tokens[i].tag in {"VBP", "VBZ"}:
        return None, "status.general"  # "civilians who escape": whoever may do so
    if tokens[i].tag == "VBG" and aux & {"be"} and not _is_past(line, i):
        return Status.ONGOING, "status.progressive"
    return Status.HAPPENED, "status.told"


def _has_no_subject(line: Line, i: int) -> bool:
    """“no group has admitted carrying out the attack”: nobody did, at the verb or at the one that governs it."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    while True:
        for k in kids[i]:
            if tokens[k].dep in {"nsubj", "nsubjpass"} and (
                tokens[k].lower in {"none", "nobody"} or any(tokens[j].lower == "no" for j in kids[k])
            ):
                return True
        if tokens[i].dep not in {"xcomp", "pcomp"} or tokens[i].head == i:
            return False
        i = tokens[i].head


def _chain_start(line: Line, i: int) -> int:
    """The verb whose auxiliaries a coordinated verb shares: "may have killed or wounded"."""
    tokens = line.sentence.tokens
    while tokens[i].dep == "conj" and tokens[tokens[i].head].pos == "VERB":
        kids = line.sentence.kids[i]
        if any(tokens[k].dep in {"aux", "auxpass", "nsubj", "nsubjpass", "mark"} for k in kids):
            return i
        i = tokens[i].head
    return i


def _is_past(line: Line, i: int) -> bool:
    return any(line.sentence.tokens[k].tag == "VBD" for k in line.sentence.kids[i])


def _infinitive(line: Line, i: int) -> tuple[Status | None, str]:
    """“to attack”: what the verb above makes of it."""
    tokens = line.sentence.tokens
    head = tokens[tokens[i].head]
    if tokens[i].lemma in {"protest", "demonstrate"} and tokens[i].head != i:
        return _verb(line, tokens[i].head)  # "marched to protest" is the protest
    if tokens[i].dep in {"xcomp", "ccomp"}:
        if head.lemma in BEGUN_BY or head.lemma in {
            "report",
            "say",
            "believe",
            "allege",
            "know",
            "try",
            "attempt",
            "fail",
        }:
            above = _verb(line, tokens[i].head) if tokens[i].head != i else (Status.HAPPENED, "")
            return (above[0], "status.as_governed") if above[0] is not None else above
        if head.lemma in PLANNED_BY:
            return Status.PLANNED, "status.plan"
        if head.lemma in {"likely", "poised", "ready", "set", "due", "bound"}:
            return Status.PLANNED, "status.plan"
        return None, "status.wish"
    if head.lemma in PLANNED_BY or (
        head.pos == "NOUN" and head.lemma in {"plan", "plot", "decision", "threat", "order"}
    ):
        return Status.PLANNED, "status.plan"
    if head.pos == "NOUN" and head.lemma in {"attempt", "operation", "bid", "move"}:
        return Status.HAPPENED, "status.attempt"
    return None, "status.purpose"


def _gerund(line: Line, i: int) -> tuple[Status | None, str]:
    """“accused of killing”, "after seizing": told, unless the word above makes it a plan or a wish."""
    tokens = line.sentence.tokens
    above = tokens[tokens[tokens[i].head].head]
    if tokens[tokens[i].head].lower == "without":
        return None, "status.negated"
    if above.lemma in PLANNED_BY:
        return Status.PLANNED, "status.plan"
    return Status.HAPPENED, "status.told"


def _is_of_unreal(line: Line, i: int) -> bool:
    """“the possibility of an attack”, "a lack of raids", "fears of a siege": named, not told of."""
    tokens = line.sentence.tokens
    if tokens[i].dep != "pobj" or tokens[tokens[i].head].dep != "prep":
        return False
    return tokens[tokens[tokens[i].head].head].lemma in UNREAL_NOUNS


def _noun(line: Line, i: int) -> tuple[Status | None, str]:
    tokens = line.sentence.tokens
    words = {tokens[k].lower for k in line.sentence.kids[i]}
    if words & PLANNED_WORDS:
        return Status.PLANNED, "status.planned_word"
    if words & POSSIBLE_WORDS:
        return Status.POSSIBLE, "status.possible_word"
    if words & {"no", "any"} or _is_of_unreal(line, i):
        return None, "status.negated"
    verb = next((k for k in line.sentence.ancestors(i) if tokens[k].pos in {"VERB", "AUX"}), None)
    if verb is None:
        return Status.HAPPENED, "status.named"
    if tokens[verb].lemma == "be" and any(tokens[k].dep == "expl" for k in line.sentence.kids[verb]):
        if any(tokens[k].dep == "neg" for k in line.sentence.kids[verb]):
            return None, "status.negated"
        return _verb(line, verb)  # "there would have been an attack"
    if tokens[verb].lemma in PLANNED_BY and tokens[i].dep in {"dobj", "nsubjpass", "pobj"}:
        return Status.PLANNED, "status.plan"
    if tokens[verb].lemma in UNREAL_BY and tokens[i].dep in {"dobj", "pobj", "nsubjpass"}:
        return None, "status.wish"
    if tokens[i].dep in {"nsubj", "nsubjpass", "dobj"} and tokens[verb].lemma in TELLING:
        status, rule = _verb(line, verb)
        if (
            status is Status.HAPPENED
            and tokens[verb].lemma in ONGOING_BY
            and tokens[verb].tag in {"VBZ", "VBP", "VBD"}
        ):
            return Status.ONGOING, "status.continues"
        return status, rule
    return Status.HAPPENED, "status.named"
