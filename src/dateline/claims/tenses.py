"""A verb that tells of an event -> its status, by tense, mood and what governs it; or no event at all."""

from __future__ import annotations

from dateline import lexicons
from dateline.claims.context import VIOLENT, Line
from dateline.records import Status

PLANNED_BY = lexicons.words("binding", "planned_by")
FOILING = lexicons.words("binding", "foiling")
BEGUN_BY = lexicons.words("binding", "begun_by")
SAID_TO = lexicons.words("binding", "said_to")
CONDITIONS = lexicons.words("binding", "conditions")
FREQUENT = lexicons.words("binding", "frequent")
HABITUAL = lexicons.words("binding", "habitual")
ABOUT_TO = lexicons.words("binding", "about_to")
PLANS = lexicons.words("binding", "plans")
ATTEMPTS = lexicons.words("binding", "attempts")
REFUTING = lexicons.words("binding", "refuting")
DENIED_DEEDS = VIOLENT | {"abduction"}
BREAKING_OFF = lexicons.words("binding", "breaking_off")
# What is said to be wanting where nothing happened: "no sign that rebels attacked".
GROUNDS = frozenset({"indication", "reason", "sign"})
TOLD_ONCE = frozenset({"accusation", "denial", "threat", "demand"})
LASTING = lexicons.words("binding", "lasting")
OWN = frozenset({"it", "they", "we", "he", "its", "their", "our", "his"})
AUXILIARY = frozenset({"aux", "auxpass"})
MAY = frozenset({"may", "might", "could"})
PRESENT = frozenset({"VBZ", "VBP"})


def verb(line: Line, i: int) -> tuple[Status | None, str]:
    """The status of the event that a verb tells of, and the rule; None: the words assert no event."""
    tokens = line.sentence.tokens
    told = line.predicates.get(i)
    if told is not None and told.negated and tokens[i].dep == "conj" and _has_own_not(line, i):
        return None, "status.negated"  # "was wounded but not killed": the verb before it was done
    i = _chain_start(line, i)
    aux = {tokens[k].lemma for k in line.sentence.kids[i] if tokens[k].dep in AUXILIARY}
    predicate = line.predicates.get(i)
    if _has_no_subject(line, i) or _is_without_reason(line, i):
        return None, "status.negated"
    if aux & MAY:
        if "have" in aux and predicate is not None and predicate.negated:
            return (Status.DENIED, "status.denies_own") if _denies_own(line, i) else (None, "status.negated")
        able = "could" in aux and "have" not in aux and _is_told_in_past(line, i)
        return (None, "status.able") if able else (Status.POSSIBLE, "status.may")
    condition = _condition(line, i)
    if condition is not None:
        return condition
    if "will" in aux and _is_consequence(line, i):
        return None, "status.condition"
    if "would" in aux and "have" in aux:
        return None, "status.counterfactual"
    if _is_subjunctive(line, i):
        return None, "status.wish"
    if aux & {"will", "shall", "'ll", "would"} and predicate is not None and predicate.negated:
        return None, "status.negated"
    if aux & {"will", "shall", "'ll"} or (aux & {"would"} and tokens[i].dep == "ccomp"):
        return Status.PLANNED, "status.will"
    if aux & {"should", "must", "would", "can"} or _cannot(line, i):
        return None, "status.wish"
    if _is_refuted(line, i):
        return Status.DENIED, "status.refuted"
    if predicate is not None and (predicate.negated or _has_no_object(line, i)):
        return (Status.DENIED, "status.denies_own") if _denies_own(line, i) else (None, "status.negated")
    if "to" in aux or (tokens[i].tag == "VB" and any(tokens[k].lower == "to" for k in line.sentence.kids[i])):
        return _infinitive(line, i)
    if tokens[i].tag == "VBG" and tokens[i].dep == "pcomp":
        return _gerund(line, i)
    if tokens[i].dep == "relcl" and tokens[i].tag in PRESENT:
        return None, "status.general"  # "civilians who escape": whoever may do so
    return _going_on(line, i) or (Status.HAPPENED, "status.told")


def _has_own_not(line: Line, i: int) -> bool:
    tokens = line.sentence.tokens
    return any(tokens[k].dep == "neg" and tokens[k].head == i for k in line.sentence.kids[i])


def _is_without_reason(line: Line, i: int) -> bool:
    """“there is no reason to believe that they plan to strike”; not "that those who struck last week plan to"."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    if tokens[i].dep == "relcl":
        return False
    grounds = (
        k for k in line.sentence.ancestors(i) if tokens[k].lemma in GROUNDS and tokens[k].pos == "NOUN"
    )
    return any(tokens[j].lower == "no" for k in grounds for j in kids[k])


def _is_subjunctive(line: Line, i: int) -> bool:
    """“they asked that he be released”: wanted, and not done."""
    tokens = line.sentence.tokens
    helping = [tokens[k] for k in line.sentence.kids[i] if tokens[k].dep in AUXILIARY]
    return (
        tokens[i].tag == "VBN"
        and [t.lower for t in helping] == ["be"]
        and tokens[i].dep in {"ccomp", "conj", "acl"}
    )


def _is_consequence(line: Line, i: int) -> bool:
    """“If the rebels attack, thousands will flee”: what comes only of something that may not be."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    clauses = (k for k in kids[i] if tokens[k].dep == "advcl")
    return any(
        tokens[j].lower in {"if", "unless"} and tokens[j].dep == "mark" for k in clauses for j in kids[k]
    )


def _has_no_object(line: Line, i: int) -> bool:
    """“fired no mortars”: it is not done to anything; "left no one dead" is for the figures to tell."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    objects = (k for k in kids[i] if tokens[k].dep == "dobj" and tokens[k].pos == "NOUN")
    return any(tokens[m].lower == "no" for k in objects for m in kids[k])


def _denies_own(line: Line, i: int) -> bool:
    """“the army said it had not shelled the town”: a deed that its supposed doer says they did not do."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    if not {str(a.kind) for a in line.acts.get(i, ())} & DENIED_DEEDS:
        return False
    past = tokens[i].tag == "VBD" or any(tokens[k].lower in {"had", "has", "have", "did"} for k in kids[i])
    if not past:
        return False  # "it will not attack"
    doers = (k for k in kids[i] if tokens[k].dep == "nsubj")
    own = any(tokens[m].lower in OWN for k in doers for m in (k, *kids[k]))
    return own and any(f.start <= i < f.end and f.speaker is not None for f in line.sentence.frames)


def _is_refuted(line: Line, i: int) -> bool:
    """“claims that rebels took the town were false”: told only to be rejected."""
    tokens = line.sentence.tokens
    noun = tokens[i].head
    if tokens[i].dep not in {"acl", "ccomp"} or tokens[noun].pos != "NOUN" or tokens[noun].dep != "nsubj":
        return False
    return any(tokens[k].lower in REFUTING for k in line.sentence.kids[tokens[noun].head])


def _cannot(line: Line, i: int) -> bool:
    """“cannot be arrested”, which the parser may take for a noun; "arrest anyone": nobody is meant."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    anyone = any(tokens[k].lower in {"anyone", "anybody"} and tokens[k].dep == "dobj" for k in kids[i])
    return anyone or any(tokens[k].lower in {"cannot", "can't", "can’t"} for k in kids[i])


def _condition(line: Line, i: int) -> tuple[Status | None, str] | None:
    """“if rebels attack” asserts nothing; "it is not clear whether rebels attacked" that they may have."""
    tokens = line.sentence.tokens
    marks = {tokens[k].lower for k in line.sentence.kids[i] if tokens[k].dep == "mark"} & CONDITIONS
    above = tokens[tokens[i].head]
    if (
        tokens[i].dep == "ccomp"
        and above.lower in {"provided", "providing"}
        and above.dep in {"prep", "advcl"}
    ):
        return None, "status.condition"  # "provided the troops were withdrawn"
    if not marks and _is_asked(line, i):
        return Status.POSSIBLE, "status.unclear"
    if not marks:
        return None
    if marks == {"whether"} and tokens[i].dep == "ccomp" and tokens[i].tag in {"VBD", "VBN"}:
        return Status.POSSIBLE, "status.unclear"
    return None, "status.condition"


def _is_asked(line: Line, i: int) -> bool:
    """“police are checking whether it is true that he was freed”."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    above = tokens[i].head
    return (
        tokens[i].dep == "ccomp"
        and tokens[above].lemma == "be"
        and any(tokens[k].lower == "true" for k in kids[above])
        and any(tokens[k].lower in {"whether", "if"} and tokens[k].dep == "mark" for k in kids[above])
    )


def _going_on(line: Line, i: int) -> tuple[Status, str] | None:
    """“are shelling”, "said they were shelling", "regularly shell": still going on when it was told."""
    tokens = line.sentence.tokens
    being = [
        tokens[k] for k in line.sentence.kids[i] if tokens[k].lemma == "be" and tokens[k].dep in AUXILIARY
    ]
    going = tokens[i].tag == "VBG" or any(t.lower == "being" for t in being)
    if (
        going
        and any(t.lower != "being" for t in being)
        and (not _is_past(line, i) or _is_told_in_past(line, i))
    ):
        return Status.ONGOING, "status.progressive"
    present = tokens[i].tag in PRESENT or any(tokens[k].tag in PRESENT for k in line.sentence.kids[i])
    if present and _is_habitual(line, i):
        return Status.ONGOING, "status.habitual"
    if present and _is_held_now(line, i):
        return Status.ONGOING, "status.now"
    if present and _is_imposed(line, i):
        return Status.ONGOING, "status.imposed"
    if present and _is_general(line, i):
        return Status.ONGOING, "status.general_present"
    return None


def _is_held_now(line: Line, i: int) -> bool:
    """“troops are currently stationed there”, "the town is still besieged": a state that lasts."""
    return line.sentence.tokens[i].lemma in LASTING and any(
        line.sentence.tokens[k].lower in {"currently", "still"} for k in line.sentence.kids[i]
    )


def _is_imposed(line: Line, i: int) -> bool:
    """“has imposed a curfew”, "have deployed troops": what was ordered and holds."""
    tokens = line.sentence.tokens
    held = (k for k in (i, *line.sentence.kids[i]) if k == i or tokens[k].dep in {"dobj", "nsubjpass"})
    lasting = any(a.kind in {"curfew", "deployment"} for k in held for a in line.acts.get(k, ()))
    lasting = lasting or tokens[i].lemma in LASTING
    return lasting and tokens[i].tag == "VBN" and _has_been(line, i)


def _is_general(line: Line, i: int) -> bool:
    """“he said the blasts are carried out by militants”: present where all is told in the past, and no one case."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    told = (f for f in line.sentence.frames if f.start <= i < f.end and f.cue != i)
    if not any(tokens[f.cue].tag == "VBD" for f in told) or any(
        tokens[k].lower in CONDITIONS | {"when", "whenever"} for k in kids[i]
    ):
        return False
    if {str(a.kind) for a in line.acts.get(i, ())} & TOLD_ONCE or tokens[i].lemma == "dead":
        return False
    if any(tokens[k].dep == "acomp" and tokens[k].lemma == "dead" for k in kids[i]):
        return False  # "eleven of my guards are dead"
    if tokens[i].tag == "VBN" and (_has_been(line, i) or any(a.measure for a in line.acts.get(i, ()))):
        return False  # "have been held"; "they are hurt" is how they are
    doers = [k for k in kids[i] if tokens[k].dep in {"nsubj", "nsubjpass"}]
    counted = any(
        tokens[j].dep in {"nummod", "det"} and tokens[j].lower != "the" for k in doers for j in kids[k]
    )
    inside = range(*line.sentence.subtree(i))
    return (
        bool(doers)
        and any(tokens[k].tag == "VBP" for k in (i, *kids[i]))
        and not counted
        and not any(t in inside for t, _ in line.times)
    )


def _has_been(line: Line, i: int) -> bool:
    return any(line.sentence.tokens[k].lemma == "have" for k in line.sentence.kids[i])


def _is_told_in_past(line: Line, i: int) -> bool:
    """Whether a verb is what a verb of saying in the past has for its object, and so is present to who says it."""
    tokens = line.sentence.tokens
    cue = tokens[i].head
    told = tokens[i].dep == "ccomp" and any(
        f.cue == cue and f.start <= i < f.end for f in line.sentence.frames
    )
    had = any(tokens[k].lower == "had" for k in line.sentence.kids[i])
    return told and not had and tokens[cue].tag in {"VBD", "VBN"}


def _is_habitual(line: Line, i: int) -> bool:
    """Whether an adverb of frequency hangs on a verb: "regularly", "on a daily basis"."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    if any(tokens[k].lower in HABITUAL for k in kids[i]):
        return True
    done = [k for k in kids[i] if tokens[k].dep == "dobj"]
    below = [j for k in (i, *done, *(m for k in done for m in _preps(line, k))) for j in kids[k]]
    basis = (k for j in below if tokens[j].lower == "on" for k in kids[j] if tokens[k].lower == "basis")
    return any(tokens[m].lower in FREQUENT for k in basis for m in kids[k])


def _preps(line: Line, k: int) -> list[int]:
    """The nouns that hang on a noun by a preposition: "attacks on police on a weekly basis"."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    return [m for j in kids[k] if tokens[j].dep == "prep" for m in kids[j] if tokens[m].dep == "pobj"]


def _has_no_subject(line: Line, i: int) -> bool:
    """“no group has admitted carrying out the attack”: nobody did, at the verb or at the one that governs it."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    while True:
        for k in kids[i]:
            if tokens[k].dep in {"nsubj", "nsubjpass"} and (
                tokens[k].lower in {"none", "nobody"}
                or any(tokens[j].lower == "no" for j in kids[k])
                or _is_not_one(line, k)
            ):
                return True
        if tokens[i].dep == "acl" and tokens[i].tag == "VBN" and _is_not_one(line, tokens[i].head):
            return True  # "nor a single person killed"
        if tokens[i].dep not in {"xcomp", "pcomp"} or tokens[i].head == i:
            return False
        i = tokens[i].head


def _is_not_one(line: Line, k: int) -> bool:
    """“not a single shop", "nor a single person”."""
    tokens = line.sentence.tokens
    first = line.sentence.subtree(k)[0]
    words = [t.lower for t in tokens[max(0, first - 1) : k]]
    return "single" in words and bool({"nor", "not"} & set(words))


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
    if tokens[i].lemma in {"protest", "demonstrate"} and head.lemma in BREAKING_OFF:
        return None, "status.purpose"  # "suspended the talks to protest an attack"
    if tokens[i].lemma in {"protest", "demonstrate"} and tokens[i].head != i:
        return verb(line, tokens[i].head)  # "marched to protest" is the protest
    if tokens[i].dep in {"xcomp", "ccomp"}:
        return _as_governed(line, i)
    if head.lemma in PLANNED_BY or (head.pos == "NOUN" and head.lemma in PLANS):
        return Status.PLANNED, "status.plan"
    if head.pos == "NOUN" and head.lemma in ATTEMPTS:
        if head.dep in {"dobj", "nsubjpass"} and line.sentence.tokens[head.head].lemma in FOILING:
            return Status.PLANNED, "status.foiled"  # "foiled an attempt to kidnap the mayor"
        return Status.HAPPENED, "status.attempt"
    if any(tokens[k].lower in {"enough", "sufficiently"} for k in line.sentence.kids[tokens[i].head]):
        return verb(line, tokens[i].head)  # "had regrouped sufficiently to begin"
    return None, "status.purpose"


def _as_governed(line: Line, i: int) -> tuple[Status | None, str]:
    """An infinitive by the verb that has it for its object: "began to attack", "plan to attack", "wants to attack"."""
    tokens = line.sentence.tokens
    above = tokens[i].head
    lemma = tokens[above].lemma
    if lemma in BEGUN_BY | SAID_TO | ATTEMPTS:
        if lemma in ATTEMPTS and _is_foiled(line, above):
            return Status.PLANNED, "status.foiled"
        status, rule = verb(line, above) if above != i else (Status.HAPPENED, "")
        return (status, "status.as_governed") if status is not None else (None, rule)
    if any(tokens[k].lower in {"less", "more"} for k in line.sentence.kids[above]) and lemma == "likely":
        return None, "status.general"  # "are more likely to be hurt"
    if lemma in PLANNED_BY | ABOUT_TO:
        return Status.PLANNED, "status.plan"
    passive = any(tokens[k].lemma == "be" for k in line.sentence.kids[i])
    if lemma == "have" and tokens[above].tag == "VBD" and not passive:
        return Status.HAPPENED, "status.had_to"  # "police had to fire"
    return None, "status.wish"


def _is_foiled(line: Line, i: int) -> bool:
    """“tried to set it ablaze but was stopped”: somebody came between."""
    tokens = line.sentence.tokens
    return any(tokens[k].dep == "conj" and tokens[k].lemma in FOILING for k in line.sentence.kids[i])


def _gerund(line: Line, i: int) -> tuple[Status | None, str]:
    """“accused of killing”, "after seizing": told, unless the word above makes it a plan or a wish."""
    tokens = line.sentence.tokens
    above = tokens[tokens[tokens[i].head].head]
    if tokens[tokens[i].head].lower == "without":
        return None, "status.negated"
    if above.lemma in PLANNED_BY:
        return Status.PLANNED, "status.plan"
    return Status.HAPPENED, "status.told"
