"""A parsed sentence -> who says what in it: reporting frames.

It finds the cue, the speaker's phrase and the words that are said. Who the speaker is, and how a frame
carries over following sentences, is for the stages that see the whole report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline import lexicons
from dateline.language import relays, subjects
from dateline.language.tree import Tree
from dateline.records import Frame, Phrase, Token

__all__ = ["Tree", "find"]

QUOTES = frozenset({'"', "“", "”", "``", "''", '""', '"""', "«", "»", "‘‘", "’’"})
CUES = lexicons.load("cues")
VERBS: dict[str, str] = CUES["verb"]
NOUNS: dict[str, str] = CUES["noun"]
ADVERBS: dict[str, str] = CUES["adverb"]
OWNING = frozenset(CUES["responsibility"]["nouns"])
IN_ARMS = lexicons.words("binding", "rejected_in_arms")
DEEDS = frozenset(CUES["responsibility"]["deeds"])
NOBODY = frozenset({"nobody", "none"})
RESPONSIBLE = frozenset(CUES["responsibility"]["verbs"])
SHAPE = {key: frozenset(words) for key, words in CUES["shape"].items()}
# All that can open a frame: most words of a report are in neither.
LEMMAS = frozenset(VERBS) | frozenset(NOUNS) | RESPONSIBLE
WORDS = frozenset(w for w, sort in ADVERBS.items() if sort == "unattributed") | {"according", "per"}
# Sorts of cue whose place in the sentence tells what they cover where the parser does not.
PLAIN = frozenset({"say", "claim", "confirm", "estimate"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Cues that cover no more than themselves and what is laid at somebody's door.
ACTS = frozenset({"accuse", "order"})


def find(tree: Tree) -> tuple[Frame, ...]:
    """The reporting frames of one sentence, by cue position; what is cited speaks in place of who cites it."""
    frames: list[Frame] = []
    colon = False
    for i, token in enumerate(tree.tokens):
        colon = colon or token.lower == ":"
        if token.lemma not in LEMMAS and token.lower not in WORDS:
            continue
        frame = _at(tree, i, token, frames)
        if frame is not None:
            frames.append(_clipped(tree, frame))
    if colon:
        frames = sorted((*frames, *relays.colons(tree)), key=lambda f: f.cue)
    return relays.follow(tree, frames) if frames else ()


def _clipped(tree: Tree, frame: Frame) -> Frame:
    """A frame that does not reach back over a semicolon, outside of quotations: each item of a list has its own."""
    if frame.quoted or frame.start >= frame.cue:
        return frame
    back = (k + 1 for k in range(frame.cue - 1, frame.start - 1, -1) if tree.tokens[k].text == ";")
    start = next(back, frame.start)
    return frame if start == frame.start or start >= frame.end else replace(frame, start=start)


def _at(tree: Tree, i: int, token: Token, before: Sequence[Frame]) -> Frame | None:
    """The frame that a token opens, if it is a cue."""
    lemma, frame = token.lemma, None
    if lemma in VERBS:
        if lemma in RESPONSIBLE and (held := _responsibility(tree, i)) is not None:
            return held
        if _is_beaten_back(tree, i):
            return None
        if token.pos in {"VERB", "AUX"}:
            frame = _verbal(tree, i, VERBS[lemma], before)
        if frame is None and token.tag in {"VBZ", "VBD", "NNS", "VBP"}:
            frame = relays.closing(tree, i) or relays.trailing(tree, i)
    elif lemma in RESPONSIBLE:
        return _responsibility(tree, i)
    if frame is not None:
        return frame
    if token.lower == "according" or (token.lower == "per" and i == 0):
        return _according(tree, i)
    if ADVERBS.get(token.lower) == "unattributed":
        return Frame(i, None, *tree.subtree(token.head), quoted=False)
    if token.pos == "NOUN" and lemma in NOUNS:
        return _nominal(tree, i) or relays.noun_for_verb(tree, i)
    return None


def _is_beaten_back(tree: Tree, i: int) -> bool:
    """“Our forces rejected the enemy's offensive”: fought it off, and said nothing."""
    held = tree.kid(i, "dobj")
    return tree.tokens[i].lemma == "reject" and held is not None and tree.tokens[held].lemma in IN_ARMS


def _responsibility(tree: Tree, i: int) -> Frame | None:
    """“claimed responsibility for the bombing”: the claimant speaks for the act."""
    held = tree.kid(i, "dobj")
    speaker = _speaker(tree, i) or _subject_above(tree, i)
    if held is None or speaker is None or not _is_own_deed(tree, i, held):
        return None
    if _is_negated(tree, i, speaker) or tree.tokens[speaker].lower in NOBODY:
        return None  # "no group has claimed responsibility"
    start, end = tree.subtree(held)
    return Frame(i, tree.phrase(speaker), start, end, quoted=False)


def _is_own_deed(tree: Tree, verb: int, held: int) -> bool:
    """Whether the object of a verb is what its subject owns up to: "responsibility", and what is claimed at once."""
    lemma = tree.tokens[held].lemma
    return lemma in OWNING or (tree.tokens[verb].lemma == "claim" and lemma in DEEDS)


def _subject_above(tree: Tree, i: int) -> int | None:
    """The subject of the clause that a participle hangs on: "X responded, taking responsibility"."""
    if tree.tokens[i].dep not in {"advcl", "xcomp"}:
        return None
    return tree.kid(tree.tokens[i].head, "nsubj", "nsubjpass")


def _verbal(tree: Tree, i: int, sort: str, before: Sequence[Frame]) -> Frame | None:
    """“X said that ...”, "... , X said", "X was quoted as saying ...", "X accused Y of ..."."""
    tokens = tree.tokens
    if sort == "relay":
        return relays.relayed(tree, i) or _cited(tree, i)
    if (
        tokens[i].lemma == "claim"
        and tokens[i].dep in {"acl", "relcl"}
        and tokens[tokens[i].head].lemma in DEEDS
    ):
        return None  # "an ambush claimed by X killed ten": X did it, and did not say so
    told_of = tokens[i].dep == "acl" and sort in ACTS  # "soldiers implicated in the killing"
    if tokens[i].tag == "VBN" and (told_of or tree.kid(i, "nsubjpass", "auxpass", "agent") is not None):
        return _passive(tree, i)
    if (
        sort == "think"
        and tokens[i].tag in {"VBD", "VBN"}
        and [t.lower for t in tokens[i + 1 : i + 3]] == ["to", "be"]
    ):
        return None  # "a man, believed to be in his forties, died"
    speaker = _speaker(tree, i)
    if speaker is None and tokens[i].tag == "VBG":
        speaker = _of_participle(tree, i, before)
    if speaker is not None and tokens[speaker].text[:1].isdigit():
        speaker = relays.after_colon(tree, speaker, i)  # a chronology's "2011-08-21: X said"
    if speaker is None or _is_negated(tree, i, speaker):
        return None
    if tokens[i].lemma == "call" and any(tokens[k].lower in {"on", "for", "upon"} for k in tree.kids[i]):
        sort = "order"
    elif not _may_say(tree, i, sort, speaker):
        return None
    phrase = relays.behind(tree, speaker)
    if sort in ACTS:
        return Frame(i, phrase, i, tree.subtree(i)[1] if sort == "accuse" else i + 1, quoted=False)
    return _saying(tree, i, sort, phrase)


def _is_negated(tree: Tree, i: int, speaker: int) -> bool:
    """Whether nobody says it: "no group has admitted", "did not confirm"; "did not deny" is no denial either."""
    kids = (*tree.kids[i], *tree.kids[speaker])
    return any(tree.tokens[k].dep == "neg" or tree.tokens[k].lower in {"no", "neither"} for k in kids)


def _may_say(tree: Tree, i: int, sort: str, speaker: int) -> bool:
    """Whether a verb reports: pictures and papers show, "continue" and the like need a quotation."""
    tokens = tree.tokens
    if sort == "see":
        return tokens[speaker].lemma in SHAPE["showing"]
    if tokens[i].lemma in SHAPE["aside"]:
        said = _quoted(tokens, 0, len(tokens)) or _is_last(tree, i) or tree.kid(i, "ccomp") is not None
        return said and tree.kid(i, "xcomp", "dobj") is None
    held = tree.kid(i, "dobj")
    if sort == "deny" and held is not None and tokens[held].lemma in SHAPE["refused"]:
        return False  # "denied the release of a man involved in the shooting": he had to stay
    if tokens[i].lemma == "declare" and held is not None and tokens[held].lemma in SHAPE["declared"]:
        return False  # "declared a curfew after protesters set fire to": that they did, he did not say
    if tokens[i].lemma in SHAPE["counting"]:
        return held is not None and tokens[held].lemma in SHAPE["counts"]
    return held is None or tokens[held].lemma not in {"life", *OWNING}


def _saying(tree: Tree, i: int, sort: str, phrase: Phrase) -> Frame | None:
    """The frame of a cue with its speaker: a clause, an object, a quotation, or the clause that it stands in."""
    tokens = tree.tokens
    content = tree.kid(i, "ccomp", "xcomp", "parataxis", "dobj", "oprd")
    if content is not None and any(t.text == ";" for t in tokens[content:i]):
        content = tree.kid(i, "dobj")  # "100,000 killed; most estimate 400,000": another item of the list
    if content == phrase.head or (
        content is not None and tokens[content].dep == "dobj" and not _takes_object(tokens[i].lemma, sort)
    ):
        content = None
    if content is None:
        content = _host(tree, i)
    via = _told_to(tree, i)
    if content is None:
        beside = _beside(tree, i, phrase) if sort in PLAIN else None
        if beside is not None:
            return Frame(i, phrase, *beside, quoted=_quoted(tokens, *beside), via=via)
        if _quoted(tokens, 0, len(tokens)):
            return Frame(i, phrase, 0, len(tokens), quoted=True, via=via)
        return Frame(i, phrase, i, i + 1, quoted=False, via=via) if tokens[i].dep == "ROOT" else None
    start, end = _before(tree, i, phrase) if sort in PLAIN else (0, 0)
    if start >= end:
        start, end = _extent(tree, i, content)
    return Frame(i, phrase, start, end, quoted=_quoted(tokens, start, end), via=via)


def _is_last(tree: Tree, i: int) -> bool:
    """Whether a cue ends its sentence after a comma: "..., the police added."."""
    rest = all(t.pos == "PUNCT" for t in tree.tokens[i + 1 :])
    return rest and any(t.text == "," for t in tree.tokens[:i])


def _before(tree: Tree, i: int, phrase: Phrase) -> tuple[int, int]:
    """All that a cue at the end of its sentence covers: "A happened, and B happened, doctors said on Monday"."""
    tokens = tree.tokens
    first, last = min(i, phrase.start), max(i + 1, phrase.end)
    if first < 2 or any(c.isalnum() or c in ":;()[]" for c in tokens[first - 1].text):
        return 0, 0  # any mark will do: quotation marks come garbled
    if any(t.tag in FINITE for t in tokens[last:]):
        return 0, 0
    cuts = (k for k in range(first - 1) if tokens[k].text == ";" or tokens[k + 1].lower == "but")
    return max(cuts, default=-1) + 1, first


def _beside(tree: Tree, i: int, phrase: Phrase) -> tuple[int, int] | None:
    """What a cue without a clause of its own reports, by where it stands: what follows it, or what it ends."""
    tokens = tree.tokens
    if _is_last(tree, i):
        first = min(i, phrase.start)
        return (0, first) if first > 1 else None
    start = i + 1
    if tokens[i].dep == "ROOT" and tokens[i].lemma in SHAPE["object"]:
        counted = any(t.pos == "NUM" for t in tokens[start:]) and tree.kid(i, "dobj") is None
        return (start, len(tokens)) if counted else None
    if start < len(tokens) and tokens[start].text == ",":
        return None
    end = next((k for k in range(start, len(tokens)) if tokens[k].text == ";"), len(tokens))
    return (start, end) if any(t.tag in FINITE for t in tokens[start:end]) else None


def _extent(tree: Tree, i: int, content: int) -> tuple[int, int]:
    """The words of what is said; all of the sentence, where the cue stands inside or after it."""
    start, end = tree.subtree(content)
    if start <= i < end:
        return 0, len(tree.tokens)
    if content < i and tree.tokens[i].dep == "ROOT":
        return 0, end
    end = _onward(tree, i, end)
    return (min(start, i), end) if tree.tokens[i].lemma in SHAPE["denying"] else (start, end)


def _onward(tree: Tree, i: int, end: int) -> int:
    """Where what is said ends if the parser cut a list short: at the next clause or phrase of the cue itself."""
    tokens = tree.tokens
    if end >= len(tokens) or not (tokens[i].dep == "ROOT" or _is_list(tree, i, end)):
        return end
    own = (k for k in tree.kids[i] if k >= end and not _is_more(tree, k))
    stops = [tree.subtree(k)[0] for k in own if tokens[k].dep != "conj" or tokens[k].pos in {"VERB", "AUX"}]
    stops = [k for k in stops if k > end or tokens[end - 1].dep != "cc"]  # "30 dead and | 120 hurt in raids"
    stops += [k for k in range(end, len(tokens)) if tokens[k].text == ";"]
    return max(end, min(stops, default=len(tokens)))


def _is_more(tree: Tree, k: int) -> bool:
    """Whether a word after what is said goes on with it: a list's next item, "..., killing two"."""
    token = tree.tokens[k]
    if token.dep == "conj" and tree.tokens[max(0, tree.subtree(k)[0] - 1)].text == ",":
        return tree.kid(k, "nsubj", "nsubjpass") is None  # a list's item taken for a verb: there is no "and"
    if token.dep == "prep":
        held = tree.kid(token.head, "dobj")  # "reports 12 dead in clashes"
        return (
            held is not None
            and tree.tokens[token.head].lemma in SHAPE["object"]
            and tree.subtree(held)[1] == k
        )
    return token.dep in {"punct", "cc", "appos", "dobj"} or (token.dep == "advcl" and token.tag == "VBG")


def _is_list(tree: Tree, i: int, end: int) -> bool:
    """Whether the parser took a list's item for the sentence's verb: nothing is its subject after the cue."""
    top = i
    while tree.tokens[top].head != top:
        top = tree.tokens[top].head
    subject = tree.kid(top, "nsubj", "nsubjpass", "expl")
    return top >= end and (subject is None or subject < i)


def _told_to(tree: Tree, i: int) -> Phrase | None:
    """Whom a speaker told: "X told Radio Y" passes on what X said."""
    if tree.tokens[i].lemma != "tell":
        return None
    told = tree.kid(i, "dobj", "dative")
    return None if told is None or tree.tokens[told].pos != "PROPN" else tree.phrase(told)


def _takes_object(lemma: str, sort: str) -> bool:
    return lemma in SHAPE["object"] or sort in {"deny", "estimate", "think"}


def _speaker(tree: Tree, i: int) -> int | None:
    """The token that heads the speaker: the cue's subject, or that of the cue that it is joined to."""
    cue = i
    found = tree.kid(i, "nsubj")
    while found is None and tree.tokens[i].dep in {"conj", "xcomp"}:
        i = tree.tokens[i].head
        found = tree.kid(i, "nsubj")
    if found is None and tree.tokens[i].dep == "acl" and tree.tokens[i].tag == "VBG":
        return tree.tokens[i].head
    if found is not None and tree.tokens[found].tag in {"WDT", "WP"} and tree.tokens[i].dep == "relcl":
        host = tree.tokens[i].head
        return subjects.people_of(tree, host) if tree.tokens[found].lower == "who" else host
    return _after_cue(tree, cue) if found is None else found


def _after_cue(tree: Tree, i: int) -> int | None:
    """A speaker that stands behind the cue and was taken for its object: “..., said the mayor”."""
    if i == 0 or tree.tokens[i - 1].text not in QUOTES | {","} or tree.tokens[i].tag not in FINITE:
        return None
    found = tree.kid(i, "dobj", "attr", "oprd", "npadvmod")
    return found if found is not None and found > i and tree.tokens[found].pos != "NUM" else None


def _of_participle(tree: Tree, i: int, before: Sequence[Frame]) -> int | None:
    """Who says what a participle adds: who spoke last in the sentence, else the subject of its clause."""
    head = tree.tokens[i].head
    last = next((f for f in reversed(before) if f.speaker is not None and f.cue >= head), None)
    if last is not None and last.speaker is not None and last.cue < i:
        return last.speaker.head
    return _subject_above(tree, i)


def _host(tree: Tree, i: int) -> int | None:
    """The clause that a parenthetical cue hangs on: "..., he said" or "as he said", parsed below what is said."""
    token = tree.tokens[i]
    if token.dep not in {"parataxis", "advcl"} or tree.tokens[token.head].pos not in {"VERB", "AUX"}:
        return None
    mark = tree.kid(i, "mark", "advmod")
    if token.head == i or token.tag == "VBG" or (mark is not None and tree.tokens[mark].lower != "as"):
        return None
    return token.head


def _quoted(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(t.text in QUOTES for t in tokens[max(0, start - 1) : end + 1])


def _passive(tree: Tree, i: int) -> Frame | None:
    """“are reported to have ...”, "it was reported that ...": nobody is named unless "by X" follows."""
    tokens = tree.tokens
    agent = tree.kid(i, "agent")
    speaker = None if agent is None else tree.kid(agent, "pobj")
    content = tree.kid(i, "ccomp", "xcomp")
    if content is None and speaker is not None and tokens[i].dep in {"acl", "advcl"}:
        content = tokens[i].head if tokens[i].lemma in SHAPE["object"] else None  # "as announced by X"
    if speaker is None and tokens[i].lemma not in SHAPE["told_of"]:
        return None
    if content is None and speaker is not None and tokens[i].lemma in SHAPE["object"]:
        content = tree.kid(i, "nsubjpass")
    if content is None:
        return None
    start, end = tree.subtree(content)
    subject = tree.kid(i, "nsubjpass")
    if tokens[content].dep == "xcomp" and subject is not None:
        start = min(start, tree.subtree(subject)[0])  # "jets were reported to have fired": the jets as well
    end = end if content < i else _onward(tree, i, end)
    if start <= i < end and speaker is not None:
        start, end = 0, len(tokens)
    phrase = None if speaker is None else relays.behind(tree, speaker)
    return Frame(i, phrase, start, end, quoted=False)


def _cited(tree: Tree, i: int) -> Frame | None:
    """“Xu cites 290,000 dead”: a count is cited by who gives it."""
    speaker, held = tree.kid(i, "nsubj"), tree.kid(i, "dobj")
    if speaker is None or held is None or tree.kid(held, "nummod") is None:
        return None
    return Frame(i, tree.phrase(speaker), *tree.subtree(held), quoted=False)


def _according(tree: Tree, i: int) -> Frame | None:
    """“According to X, ...”: X is what "to" governs; the rest of the stretch up to a semicolon is what X says."""
    tokens = tree.tokens
    to = i + 1
    if to >= len(tokens) or (tokens[i].lower == "according" and tokens[to].lower != "to"):
        return None
    speaker = tree.kid(to, "pobj") or tree.kid(i, "pobj")
    if speaker is None:
        nouns = (k for k in range(to + 1, len(tokens)) if tokens[k].pos in {"NOUN", "PROPN", "PRON"})
        speaker = next(nouns, None)
    if speaker is None:
        return None
    start = max((k + 1 for k in range(i) if tokens[k].text == ";"), default=0)
    end = min((k for k in range(i, len(tokens)) if tokens[k].text == ";"), default=len(tokens))
    return Frame(i, relays.behind(tree, speaker), start, end, quoted=False)


def _nominal(tree: Tree, i: int) -> Frame | None:
    """“with reports of X being hit”, "a report that ...", "rebel claims that ..."."""
    tokens = tree.tokens
    content = tree.kid(i, "acl", "ccomp")
    if content is None:
        content = relays.beside_noun(tree, i)
    if content is None:
        of = next((k for k in tree.kids[i] if tokens[k].lower == "of"), None)
        content = None if of is None else (tree.kid(of, "pcomp", "pobj"))
    elif tokens[content].tag == "VBN" and not relays.has_that(tree, content):
        return None  # "the report published in May" is no report of anything
    if content is None or (tokens[i].tag == "NN" and not relays.has_that(tree, content)):
        return None
    start, end = tree.subtree(content)
    return Frame(i, _reporter(tree, i), start, end, quoted=False)


def _reporter(tree: Tree, i: int) -> Phrase | None:
    """Who makes a report: "the army's claim", "reports by X", or who "received reports of ..."."""
    tokens = tree.tokens
    speaker = tree.kid(i, "poss", "compound", "amod")
    if speaker is not None and tokens[speaker].pos in {"NOUN", "PROPN"}:
        return Phrase(speaker, speaker, speaker + 1)
    phrase = relays.behind(tree, i)
    if phrase is not None and phrase.head != i:
        return phrase
    head = tokens[i].head
    if tokens[i].dep == "dobj" and tokens[head].lemma in SHAPE["receiving"]:
        subject = _speaker(tree, head)
        return None if subject is None else tree.phrase(subject)
    return None
