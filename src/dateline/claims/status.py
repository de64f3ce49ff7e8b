"""An act's words -> its status: happened, ongoing, planned, possible, denied, stock; or no event at all."""

from __future__ import annotations

from dateline import lexicons
from dateline.claims import tenses
from dateline.claims.context import Line
from dateline.claims.grouping import DEFINITE
from dateline.claims.tenses import DENIED_DEEDS, FOILING, FREQUENT, PLANNED_BY, PRESENT
from dateline.records import Status

TELLING = lexicons.words("binding", "telling")
UNREAL_NOUNS = lexicons.words("binding", "unreal_nouns")
REFUSING = lexicons.words("binding", "refusing")
REFUSED = frozenset(lexicons.load("cues")["shape"]["refused"])
UNREAL_BY = lexicons.words("binding", "unreal_by")
EVIDENCE = lexicons.words("binding", "evidence")
ONGOING_BY = lexicons.words("binding", "ongoing_by")
ONGOING_WORDS = lexicons.words("binding", "ongoing_words")
UNDERGONE = lexicons.words("binding", "undergone")
PLANNED_WORDS = lexicons.words("binding", "planned_words")
POSSIBLE_WORDS = lexicons.words("binding", "possible_words")
# Rules by which a verb asserts nothing; nor then does what it would have brought about: "to provoke clashes".
UNDONE = frozenset({"status.wish", "status.condition", "status.counterfactual", "status.able"})
# Verbs whose phrase happens with them: "must be met with a crackdown".
MEETING = frozenset({"answer", "meet", "respond"})
# Prepositions before what is planned: "agreed to a truce", "prevented from attacks".
AIMING = frozenset({"about", "against", "for", "from", "of", "on", "to", "upon", "with"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})


def of(line: Line, i: int) -> tuple[Status | None, str]:
    """The status of the event that token `i` tells of, and the rule; None: the words assert no event."""
    if line.sentence.tokens[i].pos in {"NOUN", "PROPN"} and line.sentence.tokens[i].tag != "VBG":
        return _noun(line, i)
    return tenses.verb(line, i)


def _is_of_unreal(line: Line, i: int) -> bool:
    """“the possibility of an attack”, "a lack of raids", "fears of a siege": named, not told of."""
    tokens = line.sentence.tokens
    if tokens[i].dep != "pobj" or tokens[tokens[i].head].dep != "prep":
        return False
    return tokens[tokens[tokens[i].head].head].lemma in UNREAL_NOUNS


def _noun(line: Line, i: int) -> tuple[Status | None, str]:
    tokens = line.sentence.tokens
    words = {tokens[k].lower for k in line.sentence.kids[i]}
    by_word = _by_words(line, i, words)
    if (
        by_word is not None
        and by_word[0] is Status.POSSIBLE
        and any(tokens[k].tag == "JJS" for k in line.sentence.kids[i])
    ):
        by_word = None  # "the severest possible crackdown"
    if by_word is not None:
        return by_word
    if tokens[i].lemma == "toll":
        return Status.HAPPENED, "status.named"  # "the toll is expected to rise"
    if _is_being_done(line, i):
        return Status.ONGOING, "status.progressive"
    verb = next((k for k in line.sentence.ancestors(i) if tokens[k].pos in {"VERB", "AUX"}), None)
    if verb is None:
        return Status.HAPPENED, "status.named"
    if tokens[verb].lemma == "be":
        return _with_be(line, i, verb)
    part = counter(line, i)
    lemma, dep = tokens[verb].lemma, tokens[part].dep
    if lemma == "lead" and any(t.lower in {"reward", "information", "tip", "tips"} for t in tokens):
        return None, "status.wish"  # "a reward for information leading to his arrest"
    if lemma == "rule" and any(tokens[k].lower == "out" for k in line.sentence.kids[verb]):
        open_still = any(
            tokens[k].dep == "neg" for k in line.sentence.kids[verb]
        )  # "did not rule out a truce"
        return (Status.POSSIBLE, "status.not_ruled_out") if open_still else (None, "status.wish")
    if lemma in FOILING and tenses.verb(line, verb)[0] is None:
        return None, "status.wish"  # "set up to prevent attacks"
    if lemma in PLANNED_BY and any(tokens[k].dep == "neg" for k in line.sentence.kids[verb]):
        return None, "status.negated"  # "a truce is not agreed upon"
    if lemma in PLANNED_BY and (dep in {"dobj", "nsubjpass"} or (dep == "pobj" and _is_aim(line, part))):
        known = (
            dep == "dobj" and lemma not in FOILING and "the" in words and tokens[verb].tag in {"VBD", "VBN"}
        )
        return (Status.HAPPENED, "status.presupposed") if known else (Status.PLANNED, "status.plan")
    if lemma in REFUSING and dep in {"dobj", "nsubjpass"} and tokens[i].lemma in REFUSED:
        return None, "status.negated"  # "denied the release of the men"
    if lemma in UNREAL_BY and dep in {"dobj", "pobj", "nsubjpass"}:
        return None, "status.wish"
    if lemma == "engage" and any(tokens[k].lower == "since" for k in line.sentence.kids[verb]):
        return Status.ONGOING, "status.ever_since"  # "were engaged in a battle since Friday"
    if dep not in ARGUMENTS:
        met = dep == "pobj" and tokens[tokens[part].head].head == verb and lemma in MEETING
        return tenses.verb(line, verb) if met else (Status.HAPPENED, "status.named")
    status, rule = tenses.verb(line, verb)
    if lemma in TELLING:
        lasts = lemma in ONGOING_BY and tokens[verb].tag in {*PRESENT, "VBD"}
        return (Status.ONGOING, "status.continues") if status is Status.HAPPENED and lasts else (status, rule)
    if status is None and dep == "dobj" and rule in UNDONE and not words & DEFINITE:
        return (Status.PLANNED, "status.plan") if _is_wanted(line, verb, i) else (None, rule)
    new = not words & DEFINITE and tokens[i].pos == "NOUN" and (lemma in UNDERGONE or dep != "dobj")
    often = rule == "status.habitual" and not words & DEFINITE
    if (new and status in {Status.PLANNED, Status.ONGOING}) or often:
        return status, rule  # "will observe a ceasefire", "is witnessing riots"
    return Status.HAPPENED, "status.named"


def _is_wanted(line: Line, verb: int, i: int) -> bool:
    """“they wanted to cause riots”: what somebody meant to do to others is a plan; "wanted to see a truce" is none."""
    tokens = line.sentence.tokens
    above = tokens[tokens[verb].head]
    violent = {str(a.kind) for a in line.acts.get(i, ())} & DENIED_DEEDS
    return tokens[verb].dep == "xcomp" and above.lemma == "want" and above.tag == "VBD" and bool(violent)


def _is_aim(line: Line, i: int) -> bool:
    """“prepared for an attack”; not "ordered as a result of the murder", which was done."""
    tokens = line.sentence.tokens
    return tokens[tokens[i].head].lower in AIMING


def _is_being_done(line: Line, i: int) -> bool:
    """“reports of attacks being committed by the militants”."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    verbs = [k for k in (*kids[i], tokens[i].head) if tokens[k].tag == "VBN" and k > i]
    return any(tokens[j].lower == "being" and j > i for k in verbs for j in kids[k])


def _by_words(line: Line, i: int, words: set[str]) -> tuple[Status | None, str] | None:
    """The status that the words around an event's noun give: "a planned attack", "no evidence of an attack"."""
    if words & PLANNED_WORDS:
        return Status.PLANNED, "status.planned_word"
    if words & POSSIBLE_WORDS:
        return Status.POSSIBLE, "status.possible_word"
    if words & ONGOING_WORDS:
        return Status.ONGOING, "status.ongoing_word"
    if _has_no_evidence(line, i):
        return Status.DENIED, "status.no_evidence"
    if words & {"no", "any"} or _is_of_unreal(line, i):
        return None, "status.negated"
    return None


def _has_no_evidence(line: Line, i: int) -> bool:
    """“there was no evidence of an attack”, said by somebody."""
    tokens = line.sentence.tokens
    if tokens[i].dep != "pobj" or tokens[tokens[i].head].lower != "of":
        return False
    noun = tokens[tokens[i].head].head
    none = any(tokens[k].lower == "no" for k in line.sentence.kids[noun])
    return none and tokens[noun].lemma in EVIDENCE and any(f.start <= i < f.end for f in line.sentence.frames)


def _with_be(line: Line, i: int, verb: int) -> tuple[Status | None, str]:
    """“there is fighting”, "there were no attacks", "clashes are frequent"."""
    tokens, kids = line.sentence.tokens, line.sentence.kids[verb]
    now = tokens[verb].tag in PRESENT
    if any(tokens[k].dep == "expl" for k in kids):
        if any(tokens[k].dep == "neg" for k in kids):
            return None, "status.negated"
        status, rule = tenses.verb(line, verb)  # "there would have been an attack"
        lasts = now and status is Status.HAPPENED and i in line.acts
        return (Status.ONGOING, "status.there_is") if lasts else (status, rule)
    if now and any(tokens[k].dep == "acomp" and tokens[k].lower in FREQUENT for k in kids):
        return Status.ONGOING, "status.frequent"
    if any(tokens[k].lower in POSSIBLE_WORDS for k in kids) and tokens[i].dep == "attr":
        return Status.POSSIBLE, "status.possible_word"
    return Status.HAPPENED, "status.named"


def counter(line: Line, i: int) -> int:
    """The noun that counts an act ("a wave of bombings"), or the act itself."""
    tokens = line.sentence.tokens
    if tokens[i].dep == "pobj" and tokens[tokens[i].head].lower == "of":
        return tokens[tokens[i].head].head
    return i
