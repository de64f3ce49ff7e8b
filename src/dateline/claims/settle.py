"""All drafts of a report -> the doers and places that only the whole report gives.

What a report tells once and plainly stands for its other tellings of the same; each such step is a named rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeGuard

from dateline.claims import slots
from dateline.claims.context import VIOLENT, Line, is_event_place
from dateline.claims.story import SITES, Draft
from dateline.lexicons.earth import distance_km
from dateline.records import Actor, Decision, Mention, Precision, Span, Status, Where

# What is told of in the passive as the work of the police, where a report names them.
POLICE_WORK = frozenset({"arrest", "weapons_seized"})
MARGIN = 1.25  # a part of a country is no circle: what lies a little past its radius may be in it
FINE = frozenset({Precision.EXACT, Precision.NEAR})


def forces(drafts: Sequence[Draft], lines: Iterable[Line]) -> None:
    """Give arrests, seizures and rescues told without a doer to the police that the report names, if one."""
    police = [(m.span, m.value) for line in lines for _, m in line.actors if _is_police(m.value)]
    police = [p for p in police if "police" in p[1].name.lower()] or police
    if not police:
        return
    for draft in drafts:
        if (
            draft.kind in POLICE_WORK
            and not draft.actors
            and draft.agentless
            and draft.status is Status.HAPPENED
        ):
            before = [p for p in police if p[0].start < draft.evidence.end]
            span, actor = before[-1] if before else police[0]
            draft.actors = (actor,)
            draft.decisions.append(Decision("actor", "slot.police_of_report", span))


def _is_police(value: object) -> TypeGuard[Actor]:
    return isinstance(value, Actor) and value.type == "state_police"


def places(drafts: Sequence[Draft], lines: Iterable[Line], dateline: Mention | None) -> None:
    """Place the drafts that name no place, or only a country, by what the whole report tells.

    In order: an event of the same kind that is placed once and finely in the report; the last fine place; the
    dateline; the last coarse place; the country that the report is about.
    """
    lines = tuple(lines)
    country = _country(lines)
    base = dateline.value if dateline is not None and isinstance(dateline.value, Where) else None
    fine: tuple[Where, Span, Draft] | None = None
    coarse: tuple[Where, Span] | None = None
    for draft in drafts:
        if draft.own_where and draft.where is not None:
            single = _single(draft, drafts)
            if single is not None:
                _place(draft, single.where, "slot.same_event", single.evidence)
            if draft.where.precision in FINE:
                fine = (draft.where, draft.evidence, draft)
            else:
                coarse = (draft.where, draft.evidence)
            continue
        if draft.kind in slots.NO_PLACE and not draft.figures:
            continue
        if draft.here and base is not None and dateline is not None:
            _place(draft, base, "slot.here", dateline.span)
            continue
        if draft.site is not None and (known := _known_site(draft.site, lines, country)) is not None:
            _place(draft, known[0], "slot.site_of_report", known[1])
            continue
        if draft.dated_line:
            if country is not None:
                _place(draft, country[0], "slot.report_country", country[1])
        elif _is_of_war(draft):
            if country is not None and base is not None and base.country == country[0].country:
                _place(draft, country[0], "slot.report_country", country[1])
        elif country is not None and fine is not None and _is_recap(draft, fine[2]):
            _place(draft, country[0], "slot.report_country", country[1])
        elif fine is not None and _is_near(draft, fine[2]):
            _place(draft, fine[0], "slot.place_before", fine[1])
        elif base is not None and dateline is not None:
            _place(draft, base, "slot.dateline", dateline.span)
        elif coarse is not None:
            _place(draft, coarse[0], "slot.place_before", coarse[1])
        elif country is not None:
            _place(draft, country[0], "slot.report_country", country[1])


OF_WAR = 5000  # people: more than any one town's event, bar a few
OTHER_TIME = 45  # days between two tellings that are not of one event


def _is_of_war(draft: Draft) -> bool:
    """Whether a claim counts what a whole war took: no town that was named before is the place of it."""
    return any(
        f.measure in {"killed", "injured", "casualties"} and (f.low or f.high or 0) >= OF_WAR
        for f in draft.figures
    )


def _is_recap(draft: Draft, placed: Draft) -> bool:
    """Whether a telling of some month or year looks back from what was told at a place."""
    if not draft.own_when or draft.when is None or draft.when.precision == "day":
        return False
    return (
        placed.when is None or not placed.when.start <= draft.when.end or draft.when.end < placed.when.start
    )


def _is_near(draft: Draft, placed: Draft) -> bool:
    """Whether a telling goes on from a placed one: in its paragraph or the next, or of its kind.

    What is told of weeks before or after it happened elsewhere for all that is known.
    """
    if draft.when is not None and placed.when is not None:
        apart = max((placed.when.start - draft.when.end).days, (draft.when.start - placed.when.end).days)
        if apart > OTHER_TIME:
            return False
    return draft.paragraph - placed.paragraph <= 1 or draft.kind == placed.kind


def _known_site(
    site: str, lines: Iterable[Line], country: tuple[Where, Span] | None
) -> tuple[Where, Span] | None:
    """The one site of a sort that the report names, in the country that it is about."""
    words = SITES[site]
    found: dict[str, tuple[Where, Span]] = {}
    for line in lines:
        for _, mention in line.places:
            where = mention.value
            if isinstance(where, Where) and any(w in where.name.lower() for w in words):
                found.setdefault(where.name, (where, mention.span))
    if country is not None and len(found) > 1:
        found = {n: f for n, f in found.items() if f[0].country == country[0].country}
    return next(iter(found.values())) if len({f[0].name for f in found.values()}) == 1 else None


def _place(draft: Draft, where: Where | None, rule: str, words: Span | None) -> None:
    if where is not None:
        draft.where = where
        draft.decisions.append(Decision("where", rule, words))


def _single(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The one finely placed telling of a kind in the country that a coarse telling of that kind names."""
    if draft.where is None or draft.where.precision in FINE or draft.kind not in VIOLENT:
        return None
    if any(d.field == "where" and d.note.startswith("places.of_country") for d in draft.decisions):
        return None  # "eight Iranian cities" are not the one that is named
    same = [
        d
        for d in drafts
        if d.own_where
        and d.kind == draft.kind
        and d.where is not None
        and d.where.precision in FINE
        and _lies_in(d.where, draft.where)
        and (d.when is None or draft.when is None or d.when == draft.when)
        and not any(f.measure == "attacks" for f in draft.figures)
    ]
    return same[0] if same and len({d.where.name for d in same if d.where is not None}) == 1 else None


def _lies_in(fine: Where, coarse: Where) -> bool:
    """Whether a fine place can lie in a coarse one: of its country, and within reach of a part of it."""
    if fine.country != coarse.country:
        return False
    if coarse.precision is Precision.COUNTRY or not coarse.radius_km:
        return True
    if fine.lat is None or fine.lon is None or coarse.lat is None or coarse.lon is None:
        return True
    return distance_km((fine.lat, fine.lon), (coarse.lat, coarse.lon)) <= MARGIN * coarse.radius_km


def _country(lines: Iterable[Line]) -> tuple[Where, Span] | None:
    """The country that most of a report's places lie in, where the report names that country."""
    count: Counter[str] = Counter()
    named: dict[str, tuple[Where, Span]] = {}
    for line in lines:
        for token, mention in line.places:
            where = mention.value
            if (
                not isinstance(where, Where)
                or where.country is None
                or not is_event_place(line, token, mention)
            ):
                continue
            count[where.country] += 1
            if where.precision is Precision.COUNTRY:
                named.setdefault(where.country, (where, mention.span))
    if not count:
        return None
    return named.get(max(sorted(count), key=lambda c: count[c]))
