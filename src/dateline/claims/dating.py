"""All drafts of a report -> the days of those that only the whole report dates; each step is a named rule.

Only in news: a history tells of many days, and the one that it names is not the others'.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from dateline import lexicons
from dateline.claims import anchors, occurrence, timing
from dateline.claims.carrying import NEWS_DAYS, Dated, is_of_days
from dateline.claims.context import VIOLENT, Line
from dateline.claims.story import Draft
from dateline.records import Actor, Decision, Scope, Status, When

# What happens in the course of unrest or fighting, beside the violence itself.
IN_COURSE = VIOLENT | {"arrest", "looting", "weapons_seized", "displacement"}
BODIES = lexicons.words("binding", "dead")
KILLING = frozenset({"attack", "execution", "assassination", "other_violence"})


def times(drafts: Sequence[Draft], lines: Sequence[Line], published: date | None) -> None:
    """Date what is told without a time by what the whole report gives, in the order of `STEPS`; see there.

    What words date by another event ("during the fighting") is dated first; the rest in news alone.
    """
    for draft in drafts:
        _end(draft, drafts)
        _narrow(draft, drafts, published)
        _go_on(draft, drafts, lines, published)
    for draft in drafts:
        if draft.own_when or draft.dated_line:
            continue
        if (found := anchors.date_by(draft, drafts)) is not None:
            _date(draft, found)
    for draft, after in pairwise(drafts):
        _last_till(draft, after)
    for before, draft in pairwise(drafts):
        if draft.when is None and (found := _of_operation(draft, before)) is not None:
            _date(draft, found)
    if published is None:
        return
    for draft in drafts:
        if (found := _since_taken(draft, drafts, published)) is not None:
            _date(draft, found)
    for draft, dated in occurrence.happened(drafts, lines, published):
        _date(draft, dated)
    for draft, dated in list(occurrence.died_later(drafts)):
        _date(draft, dated)
    for draft in occurrence.of_the_hurt(drafts):
        draft.when, draft.own_when = None, False
        draft.decisions = [d for d in draft.decisions if d.field != "when"]
    for draft in drafts:
        if (found := _of_hunt(draft, drafts, published)) is not None:
            _date(draft, found)
    for draft in drafts:
        if (found := _of_total(draft, drafts, published)) is not None:
            _date(draft, found)
    for draft in drafts:
        steps = (
            () if draft.when is not None else STEPS if not draft.elsewhen else LATELY if draft.lately else ()
        )
        found = next((d for step in steps if (d := step(draft, drafts, published)) is not None), None)
        if found is not None:
            _date(draft, found)
        _undate(draft, published)


def _undate(draft: Draft, published: date) -> None:
    """What has happened was before it was told of: a later day that its own words do not give is another's.

    It is that of a hearing or a plan told beside it. One day later is let stand: it may have dawned there.
    """
    carried = draft.status is Status.HAPPENED and not draft.own_when
    if carried and draft.when is not None and (draft.when.start - published).days > 1:
        draft.when = None
        draft.decisions = [d for d in draft.decisions if d.field != "when"]


def _date(draft: Draft, dated: Dated) -> None:
    """Give a draft another time, and say by what rule."""
    draft.when = dated.when
    draft.decisions = [d for d in draft.decisions if d.field != "when"]
    draft.decisions.append(Decision("when", dated.rule, dated.words))


def _narrow(draft: Draft, drafts: Sequence[Draft], published: date | None) -> None:
    """“A raid last month”: the one day of that month that the report gives for an attack, told of elsewhere."""
    when = draft.when
    if when is None or draft.kind not in VIOLENT or not _notes(draft, "times.this_unit") or published is None:
        return
    days = [
        d
        for d in drafts
        if d.own_when
        and d.kind in VIOLENT
        and d.when is not None
        and d.when.precision == "day"
        and when.start <= d.when.start <= when.end
    ]
    if len({d.when for d in days}) == 1 and (day := days[0].when) is not None:
        _date(draft, Dated(day, "slot.day_of_month", days[0].evidence))


def _go_on(draft: Draft, drafts: Sequence[Draft], lines: Sequence[Line], published: date | None) -> None:
    """“An offensive launched eight days ago”, of which the report says "the offensive is": from then till now."""
    when = draft.when
    if when is None or published is None or not draft.own_when or when.precision != "day":
        return
    if not (when.start < published and _is_recent(when, published) and timing.is_begun(draft.group, when)):
        return
    courses = {draft.group.line.sentence.tokens[i].lemma for i in draft.group.acts} & anchors.OPERATIONS
    goes_on = next((line for line in lines[draft.sentence + 1 :] if _is_going_on(line)), None)
    if courses and goes_on is not None:
        for other in drafts:
            if other.when == when and other.sentence == draft.sentence:
                _date(
                    other, Dated(When(when.start, published, "span"), "slot.still_on", goes_on.sentence.span)
                )


def _is_going_on(line: Line) -> bool:
    """Whether a line speaks of "the operation" in the present, or as being under way."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    for k, token in enumerate(tokens):
        if token.lemma not in anchors.OPERATIONS or token.dep not in {"nsubj", "nsubjpass"}:
            continue
        if not any(tokens[j].lower in {"the", "this"} for j in kids[k]):
            continue
        verb = tokens[token.head]
        forms = {tokens[j].tag for j in kids[token.head] if tokens[j].dep in {"aux", "auxpass"}}
        if verb.tag in {"VBZ", "VBP"} or forms & {"VBZ", "VBP"} or (verb.tag == "VBG" and "VBD" in forms):
            return True
    return False


def _last_till(draft: Draft, after: Draft) -> None:
    """What was launched on one day lasts till what came "after seven days of fighting", told right behind it."""
    first, last = draft.when, after.when
    if first is None or last is None or draft.paragraph != after.paragraph or first.precision != "day":
        return
    counted = any(d.field == "when" and d.rule == "slot.days_after" for d in after.decisions)
    if counted and first.start < last.end and timing.is_launched(draft.group):
        _date(draft, Dated(When(first.start, last.end, "span"), "slot.till_days_after", after.evidence))


def _of_operation(draft: Draft, before: Draft) -> Dated | None:
    """Losses told right after those of a whole operation are those of the whole as well."""
    rule = next((d for d in before.decisions if d.field == "when" and d.rule == "slot.whole_operation"), None)
    if (
        rule is None
        or before.when is None
        or draft.kind not in VIOLENT
        or draft.paragraph != before.paragraph
    ):
        return None
    return Dated(before.when, "slot.whole_operation", before.evidence) if draft.figures else None


def _end(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Let what "began Wednesday" end when the days that the report tells of from Wednesday on end."""
    when = draft.when
    if (
        when is None
        or not draft.own_when
        or when.precision != "day"
        or not timing.is_begun(draft.group, when)
    ):
        return
    spans = {d.when for d in drafts if d.own_when and d.when is not None and is_of_days(d.when)}
    longer = [s for s in spans if s.start == when.start and s.end > when.end]
    if len(longer) == 1:
        words = next(d.evidence for d in drafts if d.when == longer[0])
        _date(draft, Dated(longer[0], "slot.begun_then", words))


def _of_place(draft: Draft, drafts: Sequence[Draft], published: date) -> Dated | None:
    """The one day that is given for events of its kind at its own place."""
    if draft.aside or not draft.own_where or draft.where is None:
        return None
    same = [
        d
        for d in drafts
        if d.kind == draft.kind and d.own_when and not _is_since(d) and d.own_where and d.where == draft.where
    ]
    return _only(same, "slot.same_place", published)


def _of_window(draft: Draft, drafts: Sequence[Draft], published: date) -> Dated | None:
    """The stretch of days up to the report that it gives for the violence it tells of ("since Saturday")."""
    if draft.kind not in IN_COURSE or draft.status is not Status.HAPPENED:
        return None
    windows = [
        (d.sentence, d.when, d.evidence)
        for d in drafts
        if d.own_when
        and d.kind in IN_COURSE
        and _is_since(d)
        and d.when is not None
        and d.when.start < d.when.end  # "since this morning" is no stretch of days
        and _is_recent(d.when, published)
    ]
    before = [w for w in windows if w[0] <= draft.sentence]
    window = before[-1] if before else next(iter(windows), None)
    return None if window is None else Dated(window[1], "slot.window_of_report", window[2])


def _since_taken(draft: Draft, drafts: Sequence[Draft], published: date) -> Dated | None:
    """Who was abducted on one day and found dead on another was killed on some day from the one to the other.

    A killing told without a time lies between the abduction and the finding, or else the report.
    """
    if draft.kind not in KILLING or draft.dated_line or draft.status is not Status.HAPPENED:
        return None
    if draft.own_when and not _is_found(draft):
        return None
    people = {a.name for a in draft.targets if a.type == "person"} or _people_of(draft)
    taken = [
        d
        for d in drafts
        if d.kind == "abduction"
        and d.own_when
        and people & {a.name for a in d.targets}
        and d.when is not None
    ]
    if not taken or taken[0].when is None:
        return None
    start = taken[0].when.start
    found = [
        d.when.end
        for d in drafts
        if _is_found(d) and d.when is not None and people & {a.name for a in d.targets}
    ]
    end = min(found, default=published)
    span = When(start, end, "span") if start < end else None
    return Dated(span, "slot.since_abduction", taken[0].evidence) if span and is_of_days(span) else None


def _people_of(draft: Draft) -> set[str]:
    """The named people whose body an act is told of: "Vance's body showed signs of torture"."""
    line = draft.group.line
    tokens = line.sentence.tokens
    owned = {t for t, _ in line.actors if tokens[t].dep == "poss" and tokens[tokens[t].head].lemma in BODIES}
    return {m.value.name for t, m in line.actors if t in owned and isinstance(m.value, Actor)}


def _is_found(draft: Draft) -> bool:
    """Whether the words say that somebody was found dead."""
    tokens = draft.group.line.sentence.tokens
    return draft.own_when and any(
        tokens[i].lemma in {"find", "discover", "recover"} for i in draft.group.acts
    )


def _of_hunt(draft: Draft, drafts: Sequence[Draft], published: date) -> Dated | None:
    """A side's undated count of killed and captured, while the hunt goes on: from the attack to the report."""
    if (
        draft.own_when
        or draft.dated_line
        or draft.elsewhen
        or draft.source.type not in {"party", "government"}
    ):
        return None
    if not any(f.measure in {"killed", "captured"} and f.unit == "people" for f in draft.figures):
        return None
    if not any(d.kind in {"search", "siege"} and d.status is Status.ONGOING for d in drafts):
        return None
    attack = next(
        (d for d in drafts if d.own_when and d.kind in VIOLENT and _is_dated_lately(d, published)), None
    )
    if attack is None or attack.when is None or attack.paragraph == draft.paragraph:
        return None
    if attack.when.start >= published:
        return None
    return Dated(When(attack.when.start, published, "span"), "slot.while_hunted", attack.evidence)


def _is_dated_lately(draft: Draft, published: date) -> bool:
    return draft.when is not None and _is_recent(draft.when, published)


def _of_total(draft: Draft, drafts: Sequence[Draft], published: date) -> Dated | None:
    """“The toll rose to 32 on Friday”: the day is that of the count; the deaths are those of the event so far."""
    when = draft.when
    if when is None or draft.kind not in VIOLENT or draft.dated_line:
        return None
    if not any(f.scope is Scope.CUMULATIVE for f in draft.figures) or _is_since(draft):
        return None
    window = _of_window(draft, drafts, published)
    if window is not None:
        return window if window.when.start <= when.start and when.end <= window.when.end else None
    counted = draft.own_when and when.precision == "day" and draft.group.roles() <= {"harm", "effect"}
    told = [
        Dated(d.when, "slot.total_of_event", d.evidence)
        for d in drafts
        if counted and d.own_when and d.kind == draft.kind and d.when is not None and is_of_days(d.when)
    ]
    told = [d for d in told if d.when.end < when.start and _is_recent(d.when, published)]
    return told[0] if len({d.when for d in told}) == 1 else None


def _is_since(draft: Draft) -> bool:
    return _notes(draft, "times.since")


def _notes(draft: Draft, rule: str) -> bool:
    """Whether a draft's own time was read by a rule of the times."""
    return any(d.field == "when" and d.note.startswith(rule) for d in draft.decisions)


def _of_site(draft: Draft, drafts: Sequence[Draft], published: date) -> Dated | None:
    """“Three car bombs hit the prison”: the one day that the report gives for a prison break or for the site."""
    if draft.site is None or draft.kind not in VIOLENT:
        return None
    told = [
        d
        for d in drafts
        if d.when is not None
        and _is_recent(d.when, published)
        and (d.site == draft.site or (draft.site in PRISONS and d.kind == "prison_break"))
    ]
    shortest = min(told, key=lambda d: (_last(d), d.sentence), default=None)
    if (
        shortest is None
        or shortest.when is None
        or len({d.when.start for d in told if d.when is not None}) != 1
    ):
        return None
    return Dated(shortest.when, "slot.same_site", shortest.evidence)


def _last(draft: Draft) -> date:
    return date.max if draft.when is None else draft.when.end


PRISONS = frozenset({"prison", "jail"})


def _of_kind(draft: Draft, drafts: Sequence[Draft], published: date) -> Dated | None:
    """The one day that the report gives for its kind of event."""
    if draft.kind not in VIOLENT or draft.aside or _has_date(draft):
        return None
    dated = [d for d in drafts if d.kind == draft.kind and d.when is not None]
    if any(set(draft.targets) & set(d.actors) or set(draft.actors) & set(d.targets) for d in dated):
        return None  # who struck then is struck now: another event
    if any(d.rule == "kinds.harm" for d in draft.decisions):
        return None  # "was shot dead": nothing says that it is the attack told of
    if draft.own_where and all(
        d.own_where and d.where != draft.where and d.source != draft.source for d in dated
    ):
        return None  # told of another place by somebody else
    return _only(dated, "slot.same_event", published)


def _has_date(draft: Draft) -> bool:
    """Whether the sentence gives a date of its own, though to another act."""
    line = draft.group.line
    return any(timing.is_of_event(line, t, m) for t, m in line.times)


def _only(dated: Sequence[Draft], rule: str, published: date) -> Dated | None:
    """The time of drafts that all have one, of a day or some days, in news."""
    first = next(iter(dated), None)
    if first is None or first.when is None or len({d.when for d in dated}) != 1:
        return None
    return Dated(first.when, rule, first.evidence) if _is_recent(first.when, published) else None


def _is_recent(when: When, published: date) -> bool:
    return is_of_days(when) and abs((published - when.end).days) <= NEWS_DAYS


Step = Callable[[Draft, Sequence[Draft], date], Dated | None]
STEPS: tuple[Step, ...] = (_of_place, _of_window, _of_kind, _of_site)
LATELY: tuple[Step, ...] = (_of_place,)  # "the four recently arrested in the town" are those of the town
