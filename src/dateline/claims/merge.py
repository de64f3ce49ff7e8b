"""Drafts of one report -> claims: repeats fold into one claim, each with an id that outlives better figures."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from dateline.claims import passing, repeats
from dateline.claims.around import tells_more
from dateline.claims.context import Line, is_event_place
from dateline.claims.drafts import REPEATED
from dateline.claims.harms import Tellings
from dateline.claims.sides import is_one_army
from dateline.claims.story import Draft
from dateline.claims.within import put_down_to
from dateline.records import Claim, ClaimId, Kind, Report, Span, Where

NEXT = 200  # characters between an event's words and those of its harm, at most: the next sentence or the one after


def fold(drafts: Sequence[Draft], lines: Sequence[Line], tellings: Tellings) -> list[Draft]:
    """Fold headlines, captions and plain repeats into the fullest telling, as `also`."""
    body = [d for d in drafts if d.section not in REPEATED]
    kept: list[Draft] = []
    for draft in body:
        if kept and _is_one_telling(draft, kept[-1]):
            _complete(kept[-1], draft)
            continue
        earlier = next((k for k in reversed(kept) if _repeats(draft, k)), None)
        if earlier is None and kept and _completes(draft, kept[-1]):
            earlier = kept[-1]
            earlier.figures += draft.figures
            _name_victims(earlier, draft)
        if earlier is None:
            kept.append(draft)
        else:
            earlier.also.append(draft.evidence)
            _name_doers(earlier, draft)
    for draft in drafts:
        if draft.section in REPEATED:
            _fold_headline(draft, kept)
    return sorted(
        repeats.fold_again(passing.fold_mentions(kept), lines, tellings),
        key=lambda d: (d.evidence.start, d.evidence.end, d.kind),
    )


def _is_one_telling(draft: Draft, last: Draft) -> bool:
    """Whether two drafts of one kind and source lie in the same words, and only one of them counts anybody."""
    if (draft.kind, draft.status, draft.source.name) != (last.kind, last.status, last.source.name):
        return False
    if not (draft.evidence.covers(last.evidence) or last.evidence.covers(draft.evidence)):
        return False
    if _is_of_doers(draft, last) or _is_of_doers(last, draft):
        return False
    apart = draft.own_where and last.own_where and draft.where != last.where
    return not apart and not (draft.figures and last.figures)


def _is_of_doers(inner: Draft, around: Draft) -> bool:
    """“The attackers, three of whom were killed, stormed the base”: what befell the doers of the deed around it."""
    told = inner.group.line.sentence.tokens[inner.head].dep == "relcl" and around.evidence.covers(
        inner.evidence
    )
    return (
        told
        and bool(set(inner.targets or inner.actors) & set(around.actors))
        and not set(inner.targets) & set(around.targets)
        and bool(inner.figures)
    )


def _complete(kept: Draft, other: Draft) -> None:
    """Take over from another telling in the same words what the kept one does not say."""
    kept.figures = kept.figures or other.figures
    if not kept.actors and not any(is_one_army(a, b) for a in other.actors for b in kept.targets):
        kept.actors = other.actors  # not of "soldiers were killed as the army stormed the house"
    kept.targets = kept.targets or other.targets
    if not kept.own_when and other.own_when:
        kept.when, kept.own_when = other.when, True
        kept.decisions = [d for d in kept.decisions if d.field != "when"]
    if not kept.own_where and other.own_where:
        kept.where, kept.own_where = other.where, True
        kept.decisions = [d for d in kept.decisions if d.field != "where"]
    if other.evidence.covers(kept.evidence):
        kept.evidence = other.evidence
    told = {d.field for d in kept.decisions} | (set() if kept.actors else {"actor"})
    kept.decisions += [d for d in other.decisions if d.field not in told]


def _name_doers(event: Draft, again: Draft) -> None:
    """“A bomb killed nine. The front was behind the attack”: the second telling says who did it."""
    told = [d for d in again.decisions if d.field == "actor" and d.rule == "actor.argument"]
    if told and again.actors and not event.actors and put_down_to(again.group):
        event.actors = again.actors
        event.decisions = [*(d for d in event.decisions if d.field != "actor"), *told]


def _name_victims(event: Draft, harm: Draft) -> None:
    """“The rebels attacked a bus. Eleven passengers were killed”: it was done to people, and not to the bus alone."""
    people = tuple(a for a in harm.targets if a.type != "object")
    if people and tells_more(list(people), list(event.targets), event.kind):
        event.targets = people
        event.decisions = [d for d in event.decisions if d.field != "target"]
        event.decisions += [d for d in harm.decisions if d.field == "target"]


def _rows(draft: Draft) -> set[tuple[str | None, int | None, int | None, str]]:
    """A draft's figures; a single one counts as the same only with the same words ("a tank", "a bridge")."""
    return {(f.measure, f.low, f.high, f.of.lower() if f.low == f.high == 1 else "") for f in draft.figures}


def _repeats(draft: Draft, earlier: Draft) -> bool:
    """Whether a draft says nothing that an earlier one of the same source, kind and event has not said."""
    if (
        draft.kind != earlier.kind
        or draft.source.name != earlier.source.name
        or draft.status != earlier.status
    ):
        return False
    if _same_person(draft, earlier):
        return True
    if not _rows(draft) <= _rows(earlier):
        return False
    if draft.when != earlier.when and (draft.own_when or None not in {draft.when, earlier.when}):
        return False
    if draft.own_where and (
        earlier.where is None or draft.where is None or draft.where.name != earlier.where.name
    ):
        return False
    if draft.figures:
        return True
    return draft.anaphor


def _completes(draft: Draft, last: Draft) -> bool:
    """Whether a harm told right after its event, by the same source, gives that event's figures."""
    harm = any(d.rule == "kinds.event_before" for d in draft.decisions)
    if not harm or last.figures or not draft.figures or draft.own_when or draft.own_where:
        return False
    if last.own_where and _names_another_place(draft, last):
        return False  # "six were killed and 58 wounded in Hella", after a bomb in Selfoss
    near = draft.paragraph == last.paragraph and 0 <= draft.evidence.start - last.evidence.end < NEXT
    return (
        near
        and draft.kind == last.kind
        and draft.source.name == last.source.name
        and draft.status == last.status
    )


def _names_another_place(draft: Draft, last: Draft) -> bool:
    """Whether the sentence of a draft gives a place, and none that the event told last has."""
    line = draft.group.line
    places = [m.value for t, m in line.places if is_event_place(line, t, m) and isinstance(m.value, Where)]
    return bool(places) and last.where is not None and all(p.name != last.where.name for p in places)


def _same_person(draft: Draft, earlier: Draft) -> bool:
    """Whether both tell the same thing of the same named person: a second telling of it."""
    rows = {(f.measure, f.low, f.high) for f in draft.figures}
    if len(rows) != 1 or rows != {(f.measure, f.low, f.high) for f in earlier.figures}:
        return False
    people = {a.name for a in draft.targets if a.type == "person"}
    return bool(people & {a.name for a in earlier.targets}) and next(iter(rows))[1:] == (1, 1)


def _fold_headline(draft: Draft, kept: list[Draft]) -> None:
    """A headline or caption is evidence for the claim that it repeats; alone it stands as a claim."""
    like = [k for k in kept if k.kind == draft.kind and k.section not in REPEATED]
    best = next((k for k in like if _rows(draft) and _rows(draft) <= _rows(k)), like[0] if like else None)
    if best is None:
        kept.append(draft)
        return
    best.also.append(draft.evidence)
    told = {(f.measure, f.low) for f in best.figures}  # "34" and "at least 34" of one source are one count
    if best.figures:
        best.figures += [f for f in draft.figures if f.low != 1 and (f.measure, f.low) not in told]


def claims_of(report: Report, drafts: Sequence[Draft]) -> tuple[Claim, ...]:
    """Drafts as claims, with ids from report, kind, evidence and source."""
    found: list[Claim] = []
    used: dict[str, int] = {}
    for draft in drafts:
        key = f"{report.id}|{draft.kind}|{draft.evidence.start}-{draft.evidence.end}|{draft.source.name}"
        used[key] = used.get(key, 0) + 1
        if used[key] > 1:
            key = f"{key}|{used[key]}"
        found.append(_claim(report, draft, ClaimId(hashlib.sha256(key.encode()).hexdigest()[:16])))
    return tuple(found)


def _claim(report: Report, draft: Draft, claim_id: ClaimId) -> Claim:
    also = sorted({s for s in draft.also if s != draft.evidence})
    covered: list[Span] = [draft.evidence, *also]
    extra = [f.span for f in draft.figures if not any(c.covers(f.span) for c in covered)]
    return Claim(
        claim_id,
        report.id,
        Kind(draft.kind),
        draft.status,
        draft.source,
        draft.evidence,
        draft.actors,
        draft.targets,
        draft.when,
        draft.where,
        tuple(draft.figures),
        tuple(sorted({*also, *extra})),
        tuple(draft.decisions),
    )
