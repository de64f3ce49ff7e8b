"""What a report has told so far -> the time, place and doer that a telling without its own takes over.

Each takeover is a named rule, and the claim says which. A wrong date is worse than none, so that a month or a
year is never carried on; a place is carried on, since a report that names no other is still at the last one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline import lexicons
from dateline.claims import slots, timing
from dateline.claims.attribution import Voice
from dateline.claims.carrying import ASIDE, LATELY, TIMELESS, Days, date_for, is_cause, is_elsewhen
from dateline.claims.context import APART, VIOLENT, Line, is_event_place
from dateline.claims.grouping import Group
from dateline.records import (
    Actor,
    Decision,
    Figure,
    Phrase,
    Scope,
    SectionKind,
    Source,
    Span,
    Status,
    When,
    Where,
)

# Rules by which a doer is only gathered from what was done: nothing is carried on from it.
INFERRED = frozenset({"actor.by_deed", "actor.fought"})
SITES: dict[str, list[str]] = lexicons.load("binding")["sites"]
OCCUR = lexicons.words("binding", "occur")
BACKED_BY = lexicons.words("binding", "backed_by")
APART_BY = lexicons.words("binding", "apart_by")
OPENING = 4  # words at the head of a sentence that may set it apart: "in a separate incident"
INCIDENT = lexicons.words("binding", "incident")


@dataclass(slots=True)
class Draft:
    """A claim in the making."""

    kind: str
    status: Status
    voice: Voice
    evidence: Span
    section: SectionKind
    head: int
    group: Group
    actors: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    when: When | None = None
    where: Where | None = None
    figures: list[Figure] = field(default_factory=list)
    also: list[Span] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    own_when: bool = False
    own_where: bool = False
    anaphor: bool = False
    dated_line: bool = False
    here: bool = False
    agentless: bool = False
    aimed: bool = False
    elsewhen: bool = False
    aside: bool = False
    lately: bool = False
    site: str | None = None

    @property
    def paragraph(self) -> int:
        """The paragraph that it is told in."""
        return self.group.line.sentence.paragraph

    @property
    def sentence(self) -> int:
        """The sentence that it is told in, by number."""
        return self.group.line.sentence.index

    @property
    def source(self) -> Source:
        """Whose statement it is."""
        return self.voice.source


@dataclass(slots=True)
class Memory:
    """What the report has told so far: the last violent event, the last deed at all, the last of armed men."""

    days: Days
    event: Draft | None = None
    last: Draft | None = None
    armed: Draft | None = None
    paragraph: int = -1
    doers: dict[str, Draft] = field(default_factory=dict)
    victims: dict[str, Draft] = field(default_factory=dict)
    sides: dict[str, Actor] = field(default_factory=dict)
    accident: int | None = None
    mishap: bool = False  # the report is about an illness, an accident or the weather
    peaceful: bool = False  # the report tells of no violence at all
    rioted: bool = False
    sites: dict[str, Draft] = field(default_factory=dict)
    counted: list[Draft] = field(
        default_factory=list
    )  # deeds of violence with the number of those they befell


def open_line(line: Line, memory: Memory) -> None:
    """Note the line's own date, which dates all that a line of a chronology tells, and the sides it names."""
    for _, mention in line.actors:
        if isinstance(mention.value, Actor) and mention.value.type not in APART:
            memory.sides.setdefault(mention.value.name, mention.value)
    if line.sentence.paragraph != memory.paragraph:
        memory.paragraph, memory.days.of_line = line.sentence.paragraph, None
    for _, mention in line.times:
        if mention.rule == "times.line_date" and isinstance(mention.value, When):
            # each line of a chronology is a story of its own
            memory.days.of_line = (mention.value, mention.span)
            memory.event, memory.last, memory.armed = None, None, None
            memory.doers, memory.victims = {}, {}


def date_event(line: Line, memory: Memory) -> None:
    """Take up a sentence that only dates and places the last event: "the incident occurred on Thursday"."""
    event = memory.event
    if event is None or not _only_dates(line):
        return
    for _, mention in line.times:
        if isinstance(mention.value, When) and not event.own_when and mention.rule != "times.line_date":
            event.when, event.own_when = mention.value, True
            event.decisions.append(
                Decision("when", "slot.dated_after", mention.span, f"{mention.rule}: {mention.note}")
            )
    places = [m for t, m in line.places if is_event_place(line, t, m)]
    for mention in sorted(places, key=lambda m: slots.PRECISE.get(str(getattr(m.value, "precision", "")), 9)):
        if isinstance(mention.value, Where) and not event.own_where:
            event.where, event.own_where = mention.value, True
            event.decisions.append(Decision("where", "slot.placed_after", mention.span, mention.rule))
    event.also.append(line.sentence.span)
    if event.own_when:
        tell(event, memory)


def _only_dates(line: Line) -> bool:
    """Whether a sentence says of "the incident" or "the attack" no more than when and where it was."""
    tokens = line.sentence.tokens
    return any(
        p.form == "verb"
        and (p.lemma in OCCUR or any(tokens[k].lower == "place" for k in line.sentence.kids[p.head]))
        and any(
            tokens[a.head].lower in {"it", "that"}
            or (tokens[a.head].lemma in INCIDENT and tokens[a.start].lower in {"the", "this"})
            for a in p.agents
        )
        for p in line.predicates.values()
    )


def date_beside(drafts: Sequence[Draft]) -> None:
    """Date what helps an act of its line, as the act is dated: "backed by air strikes, they set out on Monday"."""
    for draft in drafts:
        if draft.when is not None or draft.kind in TIMELESS:
            continue
        sentence = draft.group.line.sentence
        above = [draft.head, *sentence.ancestors(draft.head)]
        whole = next((d for d in drafts if d.own_when and not d.group.acts.keys().isdisjoint(above)), None)
        if whole is not None and any(sentence.tokens[k].lemma in BACKED_BY for k in above):
            draft.when = whole.when
            draft.decisions.append(Decision("when", "slot.same_sentence", whole.evidence))


def close_line(drafts: Sequence[Draft], memory: Memory, line: Line) -> None:
    """Remember what a line has told."""
    told = [d for d in drafts if d.kind in VIOLENT and d.status in {Status.HAPPENED, Status.ONGOING}]
    memory.rioted = memory.rioted or any(d.kind == "riot" for d in told)
    whole = [d for d in told if not _is_of_some(d)]
    if whole:
        memory.event = whole[-1]
    memory.last = drafts[-1] if drafts else memory.last
    for draft in drafts:
        if draft.actors and all(a.type in {"rebel", "militia"} for a in draft.actors):
            memory.armed = draft
    memory.counted += [d for d in told if any(f.unit == "people" for f in d.figures)]
    for draft in told:
        if draft.actors and not any(d.rule in INFERRED for d in draft.decisions):
            memory.doers[draft.kind] = draft
            if draft.site is not None:
                memory.sites[draft.site] = draft
        if draft.targets:
            memory.victims[draft.kind] = draft
    timed = next((d for d in reversed(drafts) if d.own_when and d.when is not None), None)
    if timed is not None:
        tell(timed, memory)
    else:
        _tell_line(line, memory)


def _is_of_some(draft: Draft) -> bool:
    """“40 of these deaths were caused by”: what befell some of those told before; the story goes on with all."""
    line = draft.group.line
    tokens = line.sentence.tokens
    spans = {f.span for f in draft.figures}
    counted = [t for t, m in line.figures if m.span in spans]
    return any(
        tokens[t].dep == "pobj"
        and tokens[tokens[t].head].lower == "of"
        and any(tokens[k].lower in {"these", "those"} for k in line.sentence.kids[t])
        for t in counted
    )


def tell(draft: Draft, memory: Memory) -> None:
    """Let the story stand at the time of a draft."""
    if draft.when is not None:
        memory.days.tell(draft.when, draft.evidence, draft.kind, draft.group.line)


def _tell_line(line: Line, memory: Memory) -> None:
    """Let the story stand at the one day that a line tells of, though no claim is made of it."""
    cues = {frame.cue for frame in line.sentence.frames if frame.speaker is not None}
    found = [
        (t, m)
        for t, m in line.times
        if m.rule not in timing.NOT_OF_EVENT
        and not timing.is_stamp(line, m)
        and timing.verb_above(line, t) not in cues
        and not timing.is_of_proceeding(line, t)
    ]
    if len(found) == 1 and isinstance(found[0][1].value, When) and found[0][1].value.precision == "day":
        memory.days.tell(found[0][1].value, found[0][1].span, None, line)


def may_go_on(group: Group, memory: Memory) -> bool:
    """Whether a group may belong to the event told last: it names no other day but that of a count."""
    event = memory.event
    if event is None or _opens_with(group.line, APART_BY):
        return False
    if any(isinstance(m.value, Figure) and m.value.scope is Scope.CUMULATIVE for _, m in group.line.figures):
        return True
    when, _ = timing.choose_when(group)
    return not (
        when is not None
        and event.when is not None
        and (when.end < event.when.start or event.when.end < when.start)
    )


def kind_before(group: Group, memory: Memory) -> str | None:
    """The kind of the event told last; the dead of a riot's toll are not put down to the police who fired last."""
    event = memory.event
    if event is None:
        return None
    if event.kind != "crackdown" or not memory.rioted or not group.roles() <= {"harm"}:
        return event.kind
    line = group.line
    near = line.sentence.index - event.sentence <= 1 and line.sentence.paragraph == event.paragraph
    total = any(isinstance(m.value, Figure) and m.value.scope is Scope.CUMULATIVE for _, m in line.figures)
    placed = any(is_event_place(line, t, m) for t, m in line.places)
    return event.kind if near and not total and not placed else "riot"


def fill(draft: Draft, group: Group, memory: Memory) -> None:
    """Give a draft its own time and place, or what the story so far gives."""
    where, decision = slots.choose_where(group)
    if where is not None and decision is not None:
        draft.where, draft.own_where = where, True
        draft.decisions.append(decision)
    _set_when(draft, group, memory)
    draft.here = any(t.lower == "here" for t in group.line.sentence.tokens)
    draft.site = _site(group)
    predicates = [p for i, p in group.line.predicates.items() if i in group.acts]
    draft.agentless = all(_is_nobody(group.line, a) for p in predicates for a in p.agents)
    verbs = [p for p in predicates if p.form == "verb"]
    draft.aimed = any(p.head not in group.line.acts for d in verbs for p in d.patients)
    unreal = draft.status in {Status.PLANNED, Status.STOCK, Status.ONGOING}
    draft.elsewhen = unreal or is_elsewhen(group.line) or is_cause(group)
    draft.lately = not unreal and any(t.lower in LATELY for t in group.line.sentence.tokens)
    draft.aside = is_aside_line(group.line)


def _is_nobody(line: Line, agent: Phrase) -> bool:
    """Whether an act's agent is only another act, or says of what sort it is: "a vigorous combing operation"."""
    token = line.sentence.tokens[agent.head]
    sort = token.dep in {"amod", "compound", "nmod"} and token.pos != "PROPN"
    return agent.head in line.acts or (sort and all(a.type == "object" for a in line.actors_of(agent)))


def is_aside_line(line: Line) -> bool:
    """Whether a line turns to another event: "meanwhile", "in another attack", "in a separate incident"."""
    return any(t.lower in ASIDE for t in line.sentence.tokens) or _opens_with(line, APART_BY | {"another"})


def _opens_with(line: Line, words: frozenset[str]) -> bool:
    """Whether a line opens with "in" and one of some words: "in other actions"."""
    first, *opening = [t.lower for t in line.sentence.tokens[:OPENING]]
    return first == "in" and not words.isdisjoint(opening)


def _site(group: Group) -> str | None:
    """The site that the event's words point back to: "the prison" in "slammed into the prison"."""
    tokens = group.line.sentence.tokens
    for i in sorted(group.acts):
        predicate = group.line.predicates.get(i)
        phrases = () if predicate is None else (*predicate.patients, *(p for _, p in predicate.obliques))
        for phrase in phrases:
            if tokens[phrase.head].lemma in SITES and tokens[phrase.start].lower == "the":
                return tokens[phrase.head].lemma
    return None


def is_same_event(draft: Draft, memory: Memory) -> bool:
    """Whether a draft goes on telling of the event told last."""
    if memory.event is None:
        return False
    harm = any(d.rule == "kinds.event_before" for d in draft.decisions)
    return harm or (draft.anaphor and (draft.kind == memory.event.kind or _is_of_bomb_before(draft, memory)))


def _is_of_bomb_before(draft: Draft, memory: Memory) -> bool:
    """“The explosion”: that of the mine which the sentence before told of, whatever else happened there."""
    event = memory.event
    if event is None or draft.kind != "bombing" or draft.sentence - event.sentence > 1:
        return False
    acts = (a for i in event.group.line.acts for a in event.group.line.acts[i])
    return any(a.kind == "bombing" and a.frame == "weapon" for a in acts)


def _set_when(draft: Draft, group: Group, memory: Memory) -> None:
    draft.dated_line = memory.days.of_line is not None
    when, decision = timing.choose_when(group, memory.days.published)
    if when is not None and decision is not None:
        draft.when, draft.own_when, draft.dated_line = when, True, False
        draft.decisions.append(decision)
    elif (dated := date_for(draft, group, memory.days)) is not None:
        draft.when = dated.when
        draft.decisions.append(Decision("when", dated.rule, dated.words))
