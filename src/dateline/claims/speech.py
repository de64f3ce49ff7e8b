"""Drafts of one line -> the same, with accusations, denials and claims of responsibility as their speaker's own."""

from __future__ import annotations

from dataclasses import replace

from dateline import lexicons
from dateline.claims.attribution import Narrator, Voice
from dateline.claims.context import VIOLENT, Line
from dateline.claims.grouping import Group
from dateline.claims.story import Draft
from dateline.records import Decision, Phrase, Report, Source, SourceType, Status

SPEECH = frozenset({"accusation", "denial", "threat", "demand"})
IDEAS = lexicons.words("binding", "ideas")
CHARGES = lexicons.words("binding", "charges")
RETORTS = lexicons.words("binding", "retorts")
# Types of actors whose warning is a threat.
FIGHTING = frozenset({"rebel", "militia", "coalition", "state_military"})
# Besides violence, what is so put against a denial: people taken, moved or freed, and ground.
TAKING = frozenset({"abduction", "arrest", "territory", "displacement", "withdrawal", "surrender", "release"})
LOSSES = lexicons.words("binding", "harmed") | {"dead", "wounded"}
RESPONSIBILITY = frozenset(lexicons.load("cues")["responsibility"]["verbs"])


def own_voice(report: Report, line: Line, head: int, voice: Voice) -> Voice:
    """An accusation, threat or demand is its speaker's statement, whoever tells of it."""
    if voice.cue is not None and voice.cue.start == line.sentence.tokens[head].start:
        return voice
    predicate = line.predicates.get(head)
    paper = None if predicate is None or predicate.agents else _of_paper(report, line, head)
    if paper is not None:
        return replace(voice, source=paper, rule="source.own_words")
    for phrase in () if predicate is None else predicate.agents:
        speaker = None if phrase.head in line.acts else line.speaker_of(phrase)  # "the bombings that urged"
        if speaker is not None and speaker.name != "unattributed":
            tokens = line.sentence.tokens
            span = report.span(tokens[phrase.start].start, tokens[phrase.end - 1].end)
            cue = report.span(tokens[head].start, tokens[head].end)
            return replace(
                voice, source=Source(speaker.name, speaker.type, span), rule="source.own_words", cue=cue
            )
    return voice


def _of_paper(report: Report, line: Line, head: int) -> Source | None:
    """Who accuses in a paper: "named accused in the complaint filed by A. Vale"; the paper itself, where nobody is."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    top = head
    while tokens[top].dep in {"oprd", "acl", "xcomp", "attr", "amod", "dobj"} and tokens[top].head != top:
        top = tokens[top].head  # "were named accused in ..."
    below = range(*line.sentence.subtree(top))
    paper = next(
        (k for k in below if tokens[k].lemma in CHARGES and tokens[tokens[k].head].lower == "in"), None
    )
    if paper is None:
        return None
    by = (k for k in range(paper, below.stop) if tokens[k].lower == "by")
    maker = next((k for b in by for k in kids[b] if tokens[k].dep == "pobj"), None)
    if maker is None:
        return Source(
            tokens[paper].text, SourceType("other"), report.span(tokens[paper].start, tokens[paper].end)
        )
    start, end = line.sentence.subtree(maker)
    told = line.actors_of(Phrase(maker, start, end))
    name = told[0].name if told else " ".join(t.text for t in tokens[start : maker + 1] if t.pos == "PROPN")
    if not name:
        return None
    kind = "witness" if not told or told[0].type == "person" else "other"
    return Source(name, SourceType(kind), report.span(tokens[start].start, tokens[end - 1].end))


def claimed(draft: Draft, group: Group, narrator: Narrator) -> list[Draft]:
    """A claimed attack is told twice: by who claims it, as their own deed, and by whoever tells of the claim."""
    line = group.line
    frame = next(
        (
            f
            for f in line.sentence.frames
            if f.start <= draft.head < f.end
            and line.sentence.tokens[f.cue].lemma in RESPONSIBILITY
            and line.sentence.tokens[f.cue].pos == "VERB"
            and not any(
                line.sentence.tokens[k].pos in {"VERB", "AUX"}
                for k in line.sentence.ancestors(draft.head)
                if k > f.cue
            )
        ),
        None,
    )
    if frame is None or frame.speaker is None or draft.kind not in VIOLENT:
        return [draft]
    verbs = (line.predicates[i].form == "verb" for i in group.acts if i < frame.cue and i in line.predicates)
    if any(verbs):
        return [draft]  # "two guards died in the blast, the army claimed": it says so, and did nothing
    told = line.predicates.get(draft.head)
    if told is not None and told.form == "verb" and told.passive and not told.agents:
        return [draft]  # "claimed that two of its members were killed"
    if all(line.sentence.tokens[i].lemma in LOSSES for i in group.acts):
        return [draft]  # "has only admitted to 21 deaths": its own
    doers = tuple(a for a in line.actors_of(frame.speaker) if a.type != "object")
    if doers and not draft.actors:
        draft.actors = doers
        draft.decisions.append(Decision("actor", "actor.claims_it", draft.voice.cue))
    if any(line.sentence.tokens[k].lower == "the" for k in line.sentence.kids[draft.head]):
        return [draft]  # "the bombing" has been told of
    return [draft, replace(draft, voice=narrator.outer(frame), figures=list(draft.figures), also=[])]


def is_spoken(line: Line, head: int) -> bool:
    """Whether an accusation, threat or demand may have a speaker: "the rise of terrorism threatens us" has none."""
    predicate, tokens = line.predicates.get(head), line.sentence.tokens
    if tokens[head].lemma == "warn" and not _is_menace(line, head):
        return False
    if predicate is None or predicate.form != "verb" or not predicate.agents:
        return True
    heads = [tokens[phrase.head] for phrase in predicate.agents]
    return not all(t.pos == "NOUN" and (t.lemma in IDEAS or t.lower.endswith("ism")) for t in heads)


def _is_menace(line: Line, head: int) -> bool:
    """Whether a warning threatens: by who fights, or of violence; "officials warned that the toll may rise" is none."""
    predicate = line.predicates.get(head)
    speakers = () if predicate is None else predicate.agents
    named = (line.speaker_of(p) for p in speakers)
    armed = any(s is not None and s.type == "party" for s in named) or any(
        a.type in FIGHTING for p in speakers for a in line.actors_of(p)
    )
    tokens = line.sentence.tokens
    below = [
        k for k in range(*line.sentence.subtree(head)) if tokens[k].lemma not in LOSSES | {"toll", "death"}
    ]
    violent = any(a.kind in VIOLENT for k in below for a in line.acts.get(k, ()))
    return armed or violent or any(tokens[k].lemma in RETORTS for k in below)


def is_denied(line: Line, head: int, voice: Voice) -> bool:
    """Whether an event's noun is what a denial rejects: "denied the killings" speaks of those told of before."""
    if not voice.denied or voice.cue is None:
        return False
    token = line.sentence.tokens[head]
    return token.dep == "dobj" and line.sentence.tokens[token.head].start == voice.cue.start


def _deny(drafts: list[Draft], line: Line, narrator: Narrator) -> None:
    """A denial that tells the event is that event, denied; `denial` is for blame rejected without a telling.

    Where it rejects what another source says, that one's telling stands beside it.
    """
    for outer in [d for d in drafts if d.kind == "denial"]:
        below = [d for d in drafts if d is not outer and _is_under(line, d.head, outer.head)]
        blame = line.sentence.tokens[outer.head].lemma == "be" or any(
            d.kind in SPEECH and line.sentence.tokens[d.head].pos == "VERB" for d in below
        )
        for draft in [d for d in below if _is_rejected(d, line, outer.head)]:
            drafts.remove(draft)
            below.remove(draft)
        inner = [] if blame else [d for d in below if d.kind not in SPEECH]
        for draft in below if blame else [outer, *(d for d in below if d.kind in SPEECH)] if inner else []:
            drafts.remove(draft)
        for draft in inner:
            told = narrator.asserted(draft.head)
            if told is not None and draft.status is not Status.DENIED:
                drafts.insert(drafts.index(draft), _told_by(draft, told, draft.status))
            draft.status = Status.DENIED
            draft.voice = outer.voice if not outer.actors or told is not None else draft.voice
            draft.decisions.append(Decision("status", "status.denied", outer.evidence))


def _is_rejected(draft: Draft, line: Line, denial: int) -> bool:
    """“denied accusations by his brother”: the denial tells of them, and makes none."""
    token = line.sentence.tokens[draft.head]
    return draft.kind == "accusation" and token.pos == "NOUN" and token.dep == "dobj" and token.head == denial


def _told_by(draft: Draft, voice: Voice, status: Status) -> Draft:
    """What is denied, as the other source tells it."""
    decisions = [d for d in draft.decisions if d.field not in {"status", "source"}]
    decisions += [
        Decision("status", f"status.{'denied' if voice.denied else 'told'}"),
        Decision("source", voice.rule, voice.cue),
    ]
    return replace(
        draft, voice=voice, status=status, decisions=decisions, figures=list(draft.figures), also=[]
    )


def _contested(drafts: list[Draft], narrator: Narrator) -> list[Draft]:
    """“denies a raid, as announced by rebels”: what one source asserts and another rejects, told by both in turn."""
    found: list[Draft] = []
    for draft in drafts:
        told = narrator.asserted(draft.head) if draft.kind in VIOLENT | TAKING else None
        denial = draft.voice if draft.voice.denied else narrator.denied(draft.head)
        if told is None or denial is None or denial.source == told.source:
            found.append(draft)
        elif draft.status is Status.DENIED:
            found += [_told_by(draft, told, Status.HAPPENED), draft]
        elif draft.voice.source == told.source:
            found += [draft, _told_by(draft, denial, Status.DENIED)]
        else:
            found.append(draft)
    return found


def _is_under(line: Line, head: int, outer: int) -> bool:
    """Whether an act is part of what another verb governs, not of a verb merely joined to it."""
    tokens = line.sentence.tokens
    for k in (head, *line.sentence.ancestors(head)):
        if k == outer:
            return True
        if tokens[k].dep == "conj" and tokens[k].head == outer and tokens[k].pos == "VERB":
            return False
    return False


def within_speech(drafts: list[Draft], line: Line, narrator: Narrator) -> list[Draft]:
    """“accused X of killing 60” is one accusation with the figure; "called for an end to the fighting" one demand."""
    kept: list[Draft] = []
    drafts = _contested(drafts, narrator)
    _deny(drafts, line, narrator)
    speech = [d for d in drafts if d.kind in SPEECH]
    for draft in drafts:
        outer = next(
            (s for s in speech if s is not draft and s.head in set(line.sentence.ancestors(draft.head))), None
        )
        if outer is None or draft.kind in SPEECH:
            kept.append(draft)
            continue
        if outer.kind == "denial" and draft.voice.source == outer.voice.source:
            continue
        if outer.kind == "accusation":
            outer.figures += [f for f in draft.figures if f not in outer.figures]
            if draft.own_when or outer.when is None:
                outer.when = draft.when
            if outer.where is None and draft.own_where:
                outer.where, outer.own_where = draft.where, True
                outer.decisions += [d for d in draft.decisions if d.field == "where"]
    return kept
