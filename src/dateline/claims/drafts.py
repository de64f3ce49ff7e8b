"""One line's groups -> drafts: claims in the making, with what is remembered of the events told before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dateline import lexicons
from dateline.claims import choices, kinds, listing, mishaps, parties, retold, senses, status, story
from dateline.claims import figures as binding
from dateline.claims.attribution import Narrator, Voice
from dateline.claims.context import APART, VIOLENT, Line
from dateline.claims.events import NEEDS_FIGURE, is_event
from dateline.claims.grouping import Group, groups, is_anaphor
from dateline.claims.speech import SPEECH, claimed, is_denied, is_spoken, own_voice, within_speech
from dateline.claims.story import Draft, Memory
from dateline.records import (
    Act,
    Actor,
    Decision,
    Figure,
    Kind,
    Mention,
    Report,
    SectionKind,
    Span,
    Status,
)

PRISONERS = lexicons.words("binding", "prisoners")
TRYING = lexicons.words("binding", "trying")
FOILING = lexicons.words("binding", "foiling")
PREDICTING = lexicons.words("binding", "predicting")
# What befalls those who are left of them: "ten soldiers were killed and six captured".
TAKEN = frozenset({"abduction", "arrest"})
HARM = frozenset({"killed", "injured", "casualties", "missing", "abducted"})
REPEATED = frozenset({SectionKind.HEADLINE, SectionKind.STANDFIRST, SectionKind.CAPTION})


def of_line(report: Report, line: Line, narrator: Narrator, memory: Memory) -> list[Draft]:
    """The drafts of one line, in text order; `memory` is brought up to date."""
    story.open_line(line, memory)
    _drop_unresolved(line)
    chosen: dict[int, tuple[str, str]] = {}
    found = groups(line)
    for group in found:
        before = story.kind_before(group, memory)
        beside = _event_beside(group, found, before)
        last = beside or (before if story.may_go_on(group, memory) else None)
        kind, rule = kinds.resolve(group, last)
        if kind is not None:
            chosen[group.head] = (kind, rule)
    found = [g for g in found if g.head in chosen]
    bound, loose = binding.bind(line, found, {head: kind for head, (kind, _) in chosen.items()})
    for group in _of_loose(line, loose):
        kind, rule = _prisoners_gone(group) or kinds.resolve(group, story.kind_before(group, memory))
        chosen[group.head] = (kind or "attack", rule)
        bound[group.head] = [
            m.value
            for t, m in line.figures
            if t in group.acts and isinstance(m.value, Figure) and m.value.measure is not None
        ]
        found.append(group)
    for token, figure in listing.strengths(line, bound):
        chosen[token] = ("strength", "kinds.believed_there")
        bound[token] = [figure]
        found.append(Group(line, {token: [Act(Kind("strength"), figure.measure, "event")]}))
    drafts = []
    for group in sorted(found, key=lambda g: g.head):
        draft = _draft(report, group, narrator, memory, chosen[group.head], bound.get(group.head, []))
        if draft is not None:
            drafts += claimed(draft, group, narrator)
            if draft.own_when:
                story.tell(draft, memory)
    _within_deeds(drafts, line)
    _where_it_hit(drafts, line)
    _of_those_before(drafts, line)
    _raided(drafts)
    if not drafts:
        story.date_event(line, memory)
    story.date_beside(drafts)
    story.close_line(drafts, memory, line)
    return within_speech(drafts, line, narrator)


def _prisoners_gone(group: Group) -> tuple[str, str] | None:
    """“85 prisoners were still missing”: who is missing of those held has got away."""
    tokens = group.line.sentence.tokens
    missing = all(a.measure == "missing" for acts in group.acts.values() for a in acts)
    held = all(tokens[i].lemma in PRISONERS for i in group.acts)
    return ("escape", "kinds.prisoners_missing") if missing and held else None


def _within_deeds(drafts: Sequence[Draft], line: Line) -> None:
    """“killed 11 people, including one who was beheaded”: whoever killed them did that as well."""
    for draft in drafts:
        if draft.actors or draft.kind not in VIOLENT or line.sentence.tokens[draft.head].dep != "relcl":
            continue
        for other in (d for d in drafts if d.kind in VIOLENT or d.kind == "abduction"):
            predicate = line.predicates.get(other.head)
            held = () if predicate is None or not other.actors else predicate.patients
            if other is not draft and any(p.start <= draft.head < p.end for p in held):
                draft.actors = other.actors
                draft.decisions.append(Decision("actor", "actor.of_deed_around", other.evidence))


def _where_it_hit(drafts: Sequence[Draft], line: Line) -> None:
    """“Rebels fired on Hella, where three people died”: who fired killed them, whoever attacked before."""
    tokens = line.sentence.tokens
    for draft in drafts:
        clause = next(
            (k for k in (draft.head, *line.sentence.ancestors(draft.head)) if tokens[k].dep == "relcl"), None
        )
        if draft.kind not in VIOLENT or clause is None or not draft.group.roles() <= {"harm"}:
            continue
        if not any(tokens[k].lower == "where" for k in range(*line.sentence.subtree(clause))):
            continue
        deeds = [
            d
            for d in drafts
            if d.head < clause and d.kind == draft.kind and d.actors and d.where == draft.where
        ]
        if len(deeds) == 1 and all(
            d.rule == "slot.event_before" for d in draft.decisions if d.field == "actor"
        ):
            draft.actors = deeds[0].actors
            draft.decisions = [d for d in draft.decisions if d.field != "actor"]
            draft.decisions.append(Decision("actor", "actor.of_deed_around", deeds[0].evidence))


def _of_those_before(drafts: Sequence[Draft], line: Line) -> None:
    """“220 rebels were killed, 196 wounded”, "a soldier was killed and two captured": those told of right before."""
    told = sorted(drafts, key=lambda d: d.head)
    for before, draft in pairwise(told):
        if draft.targets or before.kind not in VIOLENT or draft.kind not in VIOLENT | TAKEN:
            continue
        counted = [t for t, m in line.figures if m.span in {f.span for f in draft.figures}]
        bare = bool(counted) and all(_is_mere_number(draft, t) for t in counted)
        if bare and len(before.targets) == 1 and before.figures:
            draft.targets = before.targets
            draft.decisions.append(Decision("target", "target.of_those_before", before.evidence))


def _is_mere_number(draft: Draft, token: int) -> bool:
    """Whether a count names nobody: "196 wounded", "two others were hurt"."""
    told = draft.group.line.sentence.tokens[token]
    return told.tag == "CD" or told.lemma == "other" or token in draft.group.acts


def _raided(drafts: Sequence[Draft]) -> None:
    """“Made arrests of anarchists in a night raid”: those arrested in a raid are whom it was made on."""
    arrested = [d for d in drafts if d.kind == "arrest" and d.targets]
    for draft in drafts:
        if draft.kind == "raid" and not draft.targets and len(arrested) == 1:
            draft.targets = arrested[0].targets
            draft.decisions.append(Decision("target", "target.of_deed_around", arrested[0].evidence))


def _event_beside(group: Group, others: Sequence[Group], before: str | None) -> str | None:
    """The kind of the violent event that the same sentence tells of beside a bare harm, nearest first."""
    if not group.roles() <= {"harm"}:
        return None
    told = []
    before = before if before in kinds.RIOTING else None
    for other in others:
        kind = (
            None if other is group or other.roles() <= {"harm", "effect"} else kinds.resolve(other, before)[0]
        )
        if kind in VIOLENT:
            told.append((abs(other.head - group.head), kind))
    return min(told)[1] if told else None


def _drop_unresolved(line: Line) -> None:
    """Leave out words that are an act only of some things ("took weeks") where they are done to others."""
    names = {t for t, m in line.actors if m.rule == "actors.named"}
    for token, acts in list(line.acts.items()):
        kept = [
            a
            for a in acts
            if token not in names or a.frame != "event"  # "Amnesty" is whoever bears the name
            if not (a.kind == "accusation" and _says_who_did(line, token))
            if not (a.frame == "weapon" and _is_of_thing(line, token))
            if not senses.is_everyday(line, token, a)
            if not a.frame.startswith("choice:") or choices.of_choice(line, token, a.frame) is not None
            if a.kind != "bombing" or not choices.is_no_bomb(line, token)
        ]
        if kept:
            line.acts[token] = kept
        else:
            del line.acts[token]


def _is_of_thing(line: Line, token: int) -> bool:
    """“destroyed a rocket propelled launcher”: a weapon's name within that of a thing that is counted."""
    at = line.sentence.tokens[token].start
    return any(
        isinstance(m.value, Figure) and m.value.unit == "things" and m.span.start <= at < m.anchor
        for _, m in line.figures
    )


def _says_who_did(line: Line, token: int) -> bool:
    """“The rebels were responsible for the murder”: no accusation, but the murder with who did it."""
    tokens = line.sentence.tokens
    if tokens[token].lemma != "be" or any(tokens[k].dep == "neg" for k in line.sentence.kids[token]):
        return False
    doers = [tokens[k] for k in line.sentence.kids[token] if tokens[k].dep == "nsubj"]
    if any(t.lemma == "responsible" for t in tokens) and all(t.tag == "WP" for t in doers):
        return True  # "be responsible and drink water"; "to establish who is responsible"
    return any(
        tokens[k].dep == "pobj" and tokens[tokens[tokens[k].head].head].lemma == "responsible"
        for k in line.acts
    )


def _of_loose(line: Line, loose: Sequence[Mention]) -> list[Group]:
    """Figures that state a harm with no act beside them ("At least 17 slain"): one group of their own."""
    acts: dict[int, list[Act]] = {}
    for token, mention in line.figures:
        value = mention.value
        if mention in loose and isinstance(value, Figure) and value.high != 0 and value.measure in HARM:
            acts[token] = [Act(Kind("attack"), value.measure, "harm")]
    return [Group(line, acts)] if acts else []


def _draft(
    report: Report,
    group: Group,
    narrator: Narrator,
    memory: Memory,
    chosen: tuple[str, str],
    figures: list[Figure],
) -> Draft | None:
    """One group as a draft, or None where its words assert no event."""
    kind, rule = chosen
    line, head = group.line, group.head
    state, state_rule = status.of(line, head)
    if kind == "accusation" and state_rule == "status.negated" and line.sentence.tokens[head].lemma == "be":
        kind, state = "denial", Status.HAPPENED  # "said it was not responsible"; not "has not accused anyone"
    if rule == "kinds.prisoners_missing":
        state, state_rule = Status.HAPPENED, "status.named"
    if state is None and any(f.high == 0 for f in figures):
        state, state_rule = Status.HAPPENED, "status.none_harmed"
    voice = narrator.voice(head)
    if state is None or not (is_event(group, kind, figures) or is_denied(line, head, voice)):
        return None
    if kind in SPEECH and voice.source.type in {"report", "party"}:
        voice = own_voice(report, line, head, voice)
    if kind in SPEECH and not is_spoken(line, head):
        return None
    if _is_prediction(line, voice) or mishaps.is_by_accident(group, memory):
        return None
    if mishaps.is_by_nature(group):
        return None
    actors, targets, decisions = parties.of(group, kind, figures)
    if kind == "armed_clash" and parties.is_of_crowd((*actors, *targets)):
        kind, rule = "riot", "kinds.crowd_and_police"
    others = parties.without_speaker(group, targets, voice.source.name)
    if others != targets:
        speaker_name = voice.source.name.lower()
        figures = [f for f in figures if f.low != 1 or f.of.lower() not in speaker_name]
        targets = others
        decisions = [d for d in decisions if d.field != "target" or others]
    draft = Draft(
        kind,
        state,
        voice,
        _evidence(report, group, figures),
        line.sentence.section,
        head,
        group,
    )
    draft.figures = figures
    draft.actors, draft.targets = actors, targets
    draft.decisions = [
        Decision("kind", rule),
        Decision("status", state_rule),
        Decision("source", voice.rule, voice.cue),
    ]
    draft.decisions += decisions
    draft.anaphor = rule == "kinds.event_before" or all(
        is_anaphor(line, i) for i in group.acts if line.sentence.tokens[i].pos in {"NOUN", "PROPN"}
    )
    speaker = voice.source.speaker
    if kind in SPEECH and not draft.actors and speaker is not None:
        said = line.arguments.get((speaker.start, speaker.end), ())
        draft.actors = tuple(a for a in said if a.type != "object")
    ours = memory.sides.get(voice.source.name)
    if ours is not None and parties.says_we(group):
        draft.actors = (ours,)
        draft.decisions = [d for d in draft.decisions if d.field != "actor"]
        draft.decisions.append(Decision("actor", "actor.speaker", voice.cue))
    elif ours is not None and not draft.targets and parties.hits_us(group):
        draft.targets = (ours,)
        draft.decisions.append(Decision("target", "target.speaker", voice.cue))
    _set_status(draft)
    above = line.sentence.tokens[line.sentence.tokens[head].head].lemma
    if state_rule == "status.attempt" or above in TRYING:
        draft.figures = [f for f in draft.figures if f.measure not in {"killed", "injured"}]  # it failed
    if draft.status is Status.PLANNED and above in FOILING:
        draft.actors = ()  # who foils a plot is not who plotted it
    story.fill(draft, group, memory)
    retold.tell_further(draft, memory)
    return draft


def _is_prediction(line: Line, voice: Voice) -> bool:
    """Whether the words are what somebody expects to happen: "analysts expect that the war could kill"."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    token = None if voice.cue is None else line.sentence.token_at(voice.cue.start)
    if token is None or tokens[token].lemma not in PREDICTING:
        return False
    sides = {t for t, m in line.actors if isinstance(m.value, Actor) and m.value.type not in APART}
    meant = any(tokens[k].dep == "nsubjpass" and k in sides for k in kids[token])
    return not (
        meant and any(tokens[k].dep == "xcomp" for k in kids[token])
    )  # "the army is expected to attack"


def _evidence(report: Report, group: Group, figures: list[Figure]) -> Span:
    """The clause that makes the claim, widened to its figures; the whole sentence where clauses are short."""
    line = group.line
    tokens = line.sentence.tokens
    start, end = line.clause(group.head)
    while start < end - 1 and tokens[start].pos in {"PUNCT", "CCONJ"}:
        start += 1
    while end - 1 > start and tokens[end - 1].text in {",", ";", ":", "-", "--"}:
        end -= 1
    first = min([tokens[start].start, *(f.span.start for f in figures)])
    last = max([tokens[end - 1].end, *(f.span.end for f in figures)])
    return report.span(max(first, line.sentence.span.start), min(last, line.sentence.span.end))


def _set_status(draft: Draft) -> None:
    """Let the cue and the kind have their say on the status."""
    if draft.kind in NEEDS_FIGURE:
        draft.status = Status.STOCK
    elif draft.voice.denied and draft.kind not in SPEECH:
        draft.status = Status.DENIED
        draft.decisions.append(Decision("status", "status.denied", draft.voice.cue))
    elif draft.voice.doubted and draft.status is Status.HAPPENED:
        draft.status = Status.POSSIBLE
        draft.decisions.append(Decision("status", "status.suspected", draft.voice.cue))
