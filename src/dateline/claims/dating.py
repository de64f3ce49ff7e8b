"""All drafts of a report -> the days of those that only the whole report dates; each step is a named rule.

Only in news: a history tells of many days, and the one that it names is not the others'.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from dateline.claims import anchors, timing
from dateline.claims.carrying import NEWS_DAYS, Dated, is_of_days
from dateline.claims.context import VIOLENT
from dateline.claims.story import Draft
from dateline.records import Decision, Status, When

# What happens in the course of unrest or fighting, beside the violence itself.
IN_COURSE = VIOLENT | {"arrest", "looting", "weapons_seized", "displacement"}


def times(drafts: Sequence[Draft], published: date | None) -> None:
    """Date what is told without a time by what the whole report gives, in the order of `STEPS`; see there.

    What words date by another event ("during the fighting") is dated first; the rest in news alone.
    """
    for draft in drafts:
        _end(draft, drafts)
        _narrow(draft, drafts, published)
    for draft in drafts:
        if draft.own_when or draft.dated_line:
            continue
        if (found := anchors.date_by(draft, drafts)) is not None:
            _date(draft, found)
    for draft, before in zip(drafts[1:], drafts, strict=False):
        if draft.when is None and (found := _of_operation(draft, before)) is not None:
            _date(draft, found)
    for draft in drafts:
        if published is None or draft.when is not None or draft.elsewhen:
            continue
        found = next((d for step in STEPS if (d := step(draft, drafts, published)) is not None), None)
        if found is not None:
            _date(draft, found)


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
        d
        for d in drafts
        if d.own_when
        and d.kind in IN_COURSE
        and _is_since(d)
        and d.when is not None
        and _is_recent(d.when, published)
    ]
    if not windows:
        return None
    before = [d for d in windows if d.sentence <= draft.sentence]
    window = before[-1] if before else windows[0]
    return None if window.when is None else Dated(window.when, "slot.window_of_report", window.evidence)


def _is_since(draft: Draft) -> bool:
    return _notes(draft, "times.since")


def _notes(draft: Draft, rule: str) -> bool:
    """Whether a draft's own time was read by a rule of the times."""
    return any(d.field == "when" and d.note.startswith(rule) for d in draft.decisions)


def _of_kind(draft: Draft, drafts: Sequence[Draft], published: date) -> Dated | None:
    """The one day that the report gives for its kind of event."""
    if draft.kind not in VIOLENT or draft.aside:
        return None
    dated = [d for d in drafts if d.kind == draft.kind and d.when is not None]
    if any(set(draft.targets) & set(d.actors) or set(draft.actors) & set(d.targets) for d in dated):
        return None  # who struck then is struck now: another event
    if any(d.rule == "kinds.harm" for d in draft.decisions):
        return None  # "was shot dead": nothing says that it is the attack told of
    return _only(dated, "slot.same_event", published)


def _only(dated: Sequence[Draft], rule: str, published: date) -> Dated | None:
    """The time of drafts that all have one, of a day or some days, in news."""
    first = next(iter(dated), None)
    if first is None or first.when is None or len({d.when for d in dated}) != 1:
        return None
    return Dated(first.when, rule, first.evidence) if _is_recent(first.when, published) else None


def _is_recent(when: When, published: date) -> bool:
    return is_of_days(when) and abs((published - when.end).days) <= NEWS_DAYS


Step = Callable[[Draft, Sequence[Draft], date], Dated | None]
STEPS: tuple[Step, ...] = (_of_place, _of_window, _of_kind)
