"""One line's groups -> drafts: claims in the making, with what is remembered of the events told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline import lexicons
from dateline.claims import figures as binding
from dateline.claims import kinds, parties, status, story
from dateline.claims.attribution import Narrator, Voice
from dateline.claims.context import VIOLENT, Line, is_event_place
from dateline.claims.grouping import Group, groups, is_anaphor
from dateline.claims.story import Draft, Memory
from dateline.records import (
    Act,
    Decision,
    Figure,
    Kind,
    Mention,
    Report,
    SectionKind,
    Source,
    Span,
    Status,
)

NEEDS_FIGURE = frozenset({"strength", "detention"})
SPEECH = frozenset({"accusation", "denial", "threat", "demand"})
RETURNING = lexicons.words("binding", "returning")
UNHURT = lexicons.words("binding", "unhurt")
TRYING = frozenset({"try", "attempt", "fail", "seek"})
FOILING = lexicons.words("binding", "foiling")
PREDICTING = lexicons.words("binding", "predicting")
ACCIDENTS = lexicons.words("binding", "accidents")
RESPONSIBILITY = frozenset(lexicons.load("cues")["responsibility"]["verbs"])
REPEATED = frozenset({SectionKind.HEADLINE, SectionKind.STANDFIRST, SectionKind.CAPTION})


def of_line(report: Report, line: Line, narrator: Narrator, memory: Memory) -> list[Draft]:
    """The drafts of one line, in text order; `memory` is brought up to date."""
    story.open_line(line, memory)
    _drop_unresolved(line)
    before = memory.event.kind if memory.event is not None else None
    chosen: dict[int, tuple[str, str]] = {}
    found = groups(line)
    for group in found:
        beside = _event_beside(group, found)
        last = beside or (before if story.may_go_on(group, memory) else None)
        kind, rule = kinds.resolve(group, last)
        if kind is not None:
            chosen[group.head] = (kind, rule)
    found = [g for g in found if g.head in chosen]
    bound, loose = binding.bind(line, found, {head: kind for head, (kind, _) in chosen.items()})
    for group in _of_loose(line, loose):
        kind, rule = kinds.resolve(group, before)
        chosen[group.head] = (kind or "attack", rule)
        bound[group.head] = [
            m.value for t, m in line.figures if t in group.acts and isinstance(m.value, Figure)
        ]
        found.append(group)
    drafts = []
    for group in sorted(found, key=lambda g: g.head):
        draft = _draft(report, group, narrator, memory, chosen[group.head], bound.get(group.head, []))
        if draft is not None:
            drafts += _claimed(draft, group, narrator)
            if draft.own_when:
                story.tell(draft, memory)
    _within_deeds(drafts, line)
    if not drafts:
        story.date_event(line, memory)
    story.date_beside(drafts)
    story.close_line(drafts, memory, line)
    return _within_speech(drafts, line)


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


def _event_beside(group: Group, others: Sequence[Group]) -> str | None:
    """The kind of the violent event that the same sentence tells of beside a bare harm, nearest first."""
    if not group.roles() <= {"harm"}:
        return None
    told = []
    for other in others:
        kind = (
            None if other is group or other.roles() <= {"harm", "effect"} else kinds.resolve(other, None)[0]
        )
        if kind in VIOLENT:
            told.append((abs(other.head - group.head), kind))
    return min(told)[1] if told else None


def _drop_unresolved(line: Line) -> None:
    """Leave out words that are an act only of some things ("took weeks") where they are done to others."""
    for token, acts in list(line.acts.items()):
        kept = [
            a
            for a in acts
            if not a.frame.startswith("choice:") or kinds.of_choice(line, token, a.frame) is not None
        ]
        if kept:
            line.acts[token] = kept
        else:
            del line.acts[token]


def _of_loose(line: Line, loose: Sequence[Mention]) -> list[Group]:
    """Figures that state a harm with no act beside them ("At least 17 slain"): one group of their own."""
    acts: dict[int, list[Act]] = {}
    for token, mention in line.figures:
        value = mention.value
        if mention in loose and isinstance(value, Figure) and value.high != 0:
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
    if kind == "accusation" and state_rule == "status.negated":
        kind, state = "denial", Status.HAPPENED  # "said it was not responsible"
    if state is None and any(f.high == 0 for f in figures):
        state, state_rule = Status.HAPPENED, "status.none_harmed"
    if state is None or not _is_event(group, kind, figures):
        return None
    voice = narrator.voice(head)
    if kind in SPEECH and voice.source.type in {"report", "party"}:
        voice = _own_voice(report, line, head, voice)
    if _is_prediction(line, voice) or (group.roles() <= {"harm"} and _is_accident(line)):
        return None
    actors, targets, decisions = parties.of(group, kind, figures)
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
    _set_status(draft)
    above = line.sentence.tokens[line.sentence.tokens[head].head].lemma
    if state_rule == "status.attempt" or above in TRYING:
        draft.figures = [f for f in draft.figures if f.measure not in {"killed", "injured"}]  # it failed
    if draft.status is Status.PLANNED and above in FOILING:
        draft.actors = ()  # who foils a plot is not who plotted it
    story.fill(draft, group, memory)
    return draft


def _own_voice(report: Report, line: Line, head: int, voice: Voice) -> Voice:
    """An accusation, threat or demand is its speaker's statement, whoever tells of it."""
    if voice.cue is not None and voice.cue.start == line.sentence.tokens[head].start:
        return voice
    predicate = line.predicates.get(head)
    for phrase in () if predicate is None else predicate.agents:
        speaker = line.speaker_of(phrase)
        if speaker is not None and speaker.name != "unattributed":
            tokens = line.sentence.tokens
            span = report.span(tokens[phrase.start].start, tokens[phrase.end - 1].end)
            cue = report.span(tokens[head].start, tokens[head].end)
            return replace(
                voice, source=Source(speaker.name, speaker.type, span), rule="source.own_words", cue=cue
            )
    return voice


def _is_prediction(line: Line, voice: Voice) -> bool:
    """Whether the words are what somebody expects to happen: "analysts expect that the war could kill"."""
    token = None if voice.cue is None else line.sentence.token_at(voice.cue.start)
    return token is not None and line.sentence.tokens[token].lemma in PREDICTING


def _is_accident(line: Line) -> bool:
    """Whether a harm is told of as an accident or a disaster, which is no event of the codebook."""
    return any(t.lemma in ACCIDENTS for t in line.sentence.tokens)


def _claimed(draft: Draft, group: Group, narrator: Narrator) -> list[Draft]:
    """A claimed attack is told twice: by who claims it, as their own deed, and by whoever tells of the claim."""
    line = group.line
    frame = next(
        (
            f
            for f in line.sentence.frames
            if f.start <= draft.head < f.end
            and line.sentence.tokens[f.cue].lemma in RESPONSIBILITY
            and not any(
                line.sentence.tokens[k].pos == "VERB"
                for k in line.sentence.ancestors(draft.head)
                if k > f.cue
            )
        ),
        None,
    )
    if frame is None or frame.speaker is None or draft.kind not in VIOLENT:
        return [draft]
    told = line.predicates.get(draft.head)
    if told is not None and told.form == "verb" and told.passive and not told.agents:
        return [draft]  # "claimed that two of its members were killed"
    doers = tuple(a for a in line.actors_of(frame.speaker) if a.type != "object")
    if doers and not draft.actors:
        draft.actors = doers
        draft.decisions.append(Decision("actor", "actor.claims_it", draft.voice.cue))
    if any(line.sentence.tokens[k].lower == "the" for k in line.sentence.kids[draft.head]):
        return [draft]  # "the bombing" has been told of
    return [draft, replace(draft, voice=narrator.outer(frame), figures=list(draft.figures), also=[])]


def _is_event(group: Group, kind: str, figures: list[Figure]) -> bool:
    """Whether the words tell of an event rather than name one in passing."""
    line = group.line
    tokens = line.sentence.tokens
    roles = group.roles()
    if kind in NEEDS_FIGURE:
        return bool(figures)
    if kind in {"return", "escape"} and not _is_of_many_or_sought(group, kind, figures):
        return False
    if figures:
        return True
    nominal = all(tokens[i].pos in {"NOUN", "PROPN"} for i in group.acts)
    if roles <= {"effect", "use", "weapon"} and not {"use", "weapon"} <= roles:
        return False
    if roles <= {"scene"} and (nominal or tokens[group.head].dep in DESCRIBING):
        return False
    if kind == "territory" and not _takes_ground(group):
        return False
    if kind == "withdrawal" and _is_of_civilian(group):
        return False
    if _is_figurative(group, kind):
        return False
    if kind == "execution" and not _is_of_people(group):
        return False
    if kind == "negotiation" and not nominal and not _is_of_people(group):
        return False
    if not nominal:
        return not _is_presupposed(group)
    if _is_setting(group):
        return False
    if roles <= {"harm"}:
        return any(_is_death_of(line, i) for i in group.acts)
    if all(is_anaphor(line, i) for i in group.acts):
        return False
    return _has_company(group, roles)


def _is_of_people(group: Group) -> bool:
    """Whether people take part as the act's object: "executed two men", not "executed a plan"."""
    line = group.line
    for i in group.acts:
        predicate = line.predicates.get(i)
        if predicate is None or line.sentence.tokens[i].pos in {"NOUN", "PROPN"}:
            return True
        phrases = (*predicate.patients, *(p for w, p in predicate.obliques if w == "with"))
        if not phrases or any(a.type != "object" for p in phrases for a in line.actors_of(p)):
            return True
        if any(
            p.start <= t < p.end
            for p in phrases
            for t, m in line.figures
            if getattr(m.value, "unit", "") == "people"
        ):
            return True
    return False


def _is_setting(group: Group) -> bool:
    """“At the Second Battle of Ypres, troops took the village”: a named battle that only places another act."""
    line = group.line
    tokens = line.sentence.tokens
    named = all(tokens[i].pos == "PROPN" and tokens[i].dep == "pobj" for i in group.acts)
    others = {i for i in line.acts if i not in group.acts and tokens[i].pos == "VERB"}
    return named and any(k in others for i in group.acts for k in line.sentence.ancestors(i))


def _is_of_civilian(group: Group) -> bool:
    """“pulled the boy out”: somebody is got out, nobody's forces withdraw."""
    line = group.line
    phrases = [p for i in group.acts if i in line.predicates for p in line.predicates[i].patients]
    return any("civilians" in kinds.sort_of(line, p) for p in phrases)


def _is_of_many_or_sought(group: Group, kind: str, figures: list[Figure]) -> bool:
    """“refugees returned”, "the gunmen escaped"; not "he came home", "she escaped unhurt"."""
    if any(f.low != 1 or f.high != 1 for f in figures):
        return True
    line = group.line
    if kind == "escape" and any(t.lower in UNHURT for t in line.sentence.tokens):
        return False
    phrases = [
        p
        for i in group.acts
        if i in line.predicates
        for p in (*line.predicates[i].agents, *line.predicates[i].patients)
    ]
    if kind == "return":
        return any(line.sentence.tokens[p.head].lemma in RETURNING for p in phrases)
    return any(kinds.sort_of(line, p) & {"armed", "prisoners"} for p in phrases) or not phrases


def _is_figurative(group: Group, kind: str) -> bool:
    """“attacked the budget”, "looked for a flat": no armed doer, nobody and no place or counted thing harmed."""
    line = group.line
    lemmas = {line.sentence.tokens[i].lemma for i in group.acts}
    predicates = [line.predicates[i] for i in group.acts if i in line.predicates]
    doers = {a.type for p in predicates for phrase in p.agents for a in line.actors_of(phrase)} - {"object"}
    if kind == "search" and "look" in lemmas:
        sought = [p for pr in predicates for w, p in pr.obliques if w == "for"]
        hunters = {"state_police", "state_military", "coalition", "rebel", "militia"}
        return not doers & hunters or not any(a.type != "object" for p in sought for a in line.actors_of(p))
    if (
        not group.roles() <= {"generic", "use"}
        or doers
        or "VERB" not in {line.sentence.tokens[i].pos for i in group.acts}
    ):
        return False
    patients = [phrase for p in predicates for phrase in p.patients]
    counted = {t for t, m in line.figures}
    return bool(patients) and not any(
        kinds.sort_of(line, p) - {"thing"} or counted & set(range(p.start, p.end)) for p in patients
    )


DESCRIBING = frozenset({"acl", "relcl", "advcl", "pcomp"})


def _takes_ground(group: Group) -> bool:
    """Whether a taking or losing of ground says which ground: a place, or a noun for one."""
    line = group.line
    for i in group.acts:
        predicate = line.predicates.get(i)
        phrases = (
            ()
            if predicate is None
            else (*predicate.agents, *predicate.patients, *(p for _, p in predicate.obliques))
        )
        if any("place" in kinds.sort_of(line, p) for p in phrases):
            return True
        if any(p.head for p in phrases if line.sentence.tokens[p.head].lemma == "situation"):
            return False
        start, end = line.clause(i)
        if any(start <= t < end for t, m in line.places if is_event_place(line, t, m)):
            return True
    return False


def _is_presupposed(group: Group) -> bool:
    """“those arrested on Tuesday”, "the men killed": a participle that only says which people are meant."""
    line = group.line
    tokens = line.sentence.tokens
    verbs = [i for i in group.acts if tokens[i].pos not in {"NOUN", "PROPN"}]
    return all(
        tokens[i].tag == "VBN" and tokens[i].dep in {"acl", "amod"} and line.predicates[i].agents == ()
        for i in verbs
        if i in line.predicates
    )


def _is_death_of(line: Line, i: int) -> bool:
    """“the killing of X”, "X's death": a harm noun that says who was harmed; "injuries" alone tells of no event."""
    predicate = line.predicates.get(i)
    if predicate is None or predicate.lemma not in {"killing", "death", "murder", "slaying", "slaughter"}:
        return False
    return any(line.actors_of(p) for p in (*predicate.patients, *predicate.agents))


def _has_company(group: Group, roles: set[str]) -> bool:
    """A bare event noun tells of an event when it has a doer, a victim, a time or a place of its own."""
    line = group.line
    for i in group.acts:
        predicate = line.predicates.get(i)
        start, end = line.sentence.subtree(i)
        if predicate is not None and any(line.actors_of(p) for p in (*predicate.agents, *predicate.patients)):
            return True
        if any(start <= t < end for t, _ in (*line.times, *line.places)):
            return True
        if line.sentence.tokens[_counter(line, i)].dep in MAIN and roles & {
            "event",
            "speech",
        }:
            return True
    return False


MAIN = frozenset({"nsubj", "nsubjpass", "dobj", "ROOT", "attr"})


def _counter(line: Line, i: int) -> int:
    """The noun that counts an act ("a series of bombings"), or the act itself."""
    tokens = line.sentence.tokens
    if tokens[i].dep == "pobj" and tokens[tokens[i].head].lower == "of":
        return tokens[tokens[i].head].head
    return i


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


def _deny(drafts: list[Draft], line: Line) -> None:
    """A denial that tells the event is that event, denied; `denial` is for blame rejected without a telling."""
    for outer in [d for d in drafts if d.kind == "denial"]:
        below = [d for d in drafts if d is not outer and _is_under(line, d.head, outer.head)]
        blame = line.sentence.tokens[outer.head].lemma == "be" or any(
            d.kind in SPEECH and line.sentence.tokens[d.head].pos == "VERB" for d in below
        )
        inner = [] if blame else [d for d in below if d.kind not in SPEECH]
        for draft in below if blame else [outer, *(d for d in below if d.kind in SPEECH)] if inner else []:
            drafts.remove(draft)
        for draft in inner:
            draft.status = Status.DENIED
            draft.voice = outer.voice if not outer.actors else draft.voice
            draft.decisions.append(Decision("status", "status.denied", outer.evidence))


def _is_under(line: Line, head: int, outer: int) -> bool:
    """Whether an act is part of what another verb governs, not of a verb merely joined to it."""
    tokens = line.sentence.tokens
    for k in (head, *line.sentence.ancestors(head)):
        if k == outer:
            return True
        if tokens[k].dep == "conj" and tokens[k].head == outer and tokens[k].pos == "VERB":
            return False
    return False


def _within_speech(drafts: list[Draft], line: Line) -> list[Draft]:
    """“accused X of killing 60” is one accusation with the figure; "called for an end to the fighting" one demand."""
    kept: list[Draft] = []
    _deny(drafts, line)
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
