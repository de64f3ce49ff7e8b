"""All drafts of a report -> the doers and places that only the whole report gives.

What a report tells once and plainly stands for its other tellings of the same; each such step is a named rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeGuard

from dateline import lexicons
from dateline.claims import slots
from dateline.claims.carrying import NEXT, is_of_days
from dateline.claims.context import VIOLENT, Line, is_event_place
from dateline.claims.story import SITES, Draft
from dateline.lexicons.earth import distance_km
from dateline.records import Actor, Decision, Mention, Precision, Span, Status, Where

# What happens in towns, and in the capital where its report names no other.
OF_TOWNS = frozenset(
    {"arrest", "assassination", "bombing", "crackdown", "protest", "riot", "suicide_bombing"}
)
# What is told of in the passive as the work of the police, where a report names them.
POLICE_WORK = frozenset({"arrest", "search", "weapons_seized"})
FORCES = frozenset({"state_police", "state_military", "coalition"})
CAPTURING = lexicons.words("binding", "capturing")
POLICING = lexicons.words("binding", "policing")
MARGIN = 1.25  # a part of a country is no circle: what lies a little past its radius may be in it
FINE = frozenset({Precision.EXACT, Precision.NEAR})


def forces(drafts: Sequence[Draft], lines: Iterable[Line]) -> None:
    """Give plain arrests and finds told without a doer to the police, where the report names no other force.

    Where soldiers or another service act in the report as well, nothing tells whose arrest it was.
    """
    named = [(line, t, m.span, m.value) for line in lines for t, m in line.actors if _is_force(m.value)]
    police = [(span, a) for _, _, span, a in named if "police" in a.name.lower()]
    others = [(line, t) for line, t, _, a in named if a.type != "state_police"]
    if not police or any(_acts(line, t) for line, t in others):
        return
    for draft in drafts:
        if draft.actors or not draft.agentless or draft.status is not Status.HAPPENED:
            continue
        if draft.kind not in POLICE_WORK or not _is_plain(draft):
            continue
        if draft.kind == "search" and any(a.type == "civilians" for a in draft.targets):
            continue  # "why have people been hunted and killed"
        doing = [d for d in drafts if d.kind in POLICE_WORK | {"raid"} and _is_of_police(d.actors)]
        before = [p for p in police if p[0].start < draft.evidence.end]
        span, actor = before[-1] if before else police[0]
        near = min(doing, key=lambda d: abs(d.sentence - draft.sentence), default=None)
        actors, span = ((actor,), span) if near is None else (near.actors, near.evidence)
        if not _is_abroad(actors, draft.where):
            draft.actors = actors
            draft.decisions.append(Decision("actor", "slot.police_of_report", span))


def _is_abroad(actors: Sequence[Actor], where: Where | None) -> bool:
    """Whether a deed is told to be done in another country than these forces are of."""
    return where is not None and any(a.country not in {None, where.country} for a in actors)


def _is_of_police(actors: Sequence[Actor]) -> bool:
    return bool(actors) and all(a.type == "state_police" for a in actors)


def _acts(line: Line, token: int) -> bool:
    """Whether a word is the subject of an act, or who it is done by."""
    return any(
        p.start <= token < p.end for i in line.acts if i in line.predicates for p in line.predicates[i].agents
    )


def _is_plain(draft: Draft) -> bool:
    """Whether the words are those of police work: "were arrested", not "taken prisoner" or "captured"."""
    tokens = draft.group.line.sentence.tokens
    return draft.kind != "arrest" or not any(tokens[i].lemma in CAPTURING for i in draft.group.acts)


def _is_force(value: object) -> TypeGuard[Actor]:
    return isinstance(value, Actor) and value.type in FORCES


def places(
    drafts: Sequence[Draft], lines: Iterable[Line], dateline: Mention | None, land: Mention | None
) -> None:
    """Place the drafts that name no place, or only a country, by what the whole report tells.

    In order: an event of the same kind that is placed once and finely in the report; the town at the head of its
    paragraph; the last fine place; the dateline; the town whose police look into it, where no other is told of; the
    last coarse place; the country that the report is about.
    """
    lines = tuple(lines)
    country = _country(lines, land)
    base = dateline.value if dateline is not None and isinstance(dateline.value, Where) else None
    fine: tuple[Where, Span, Draft] | None = None
    coarse: tuple[Where, Span] | None = None
    alone = base is not None and not _names_other_town(lines, base)
    heads = _headed(lines)
    heads = heads if len(heads) + (base is not None) > 1 else {}  # one alone is the report's dateline
    home = _police_town(lines) if base is None else None
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
        if (head := heads.get(draft.paragraph)) is not None:
            _place(draft, head[0], "slot.paragraph_dateline", head[1])
            continue
        if draft.here and base is not None and dateline is not None:
            _place(draft, base, "slot.here", dateline.span)
            continue
        if draft.site is not None and (known := _known_site(draft.site, lines, country)) is not None:
            _place(draft, known[0], "slot.site_of_report", known[1])
            continue
        if draft.dated_line:
            if fine is not None and fine[2].when == draft.when and fine[2].kind == draft.kind:
                _place(draft, fine[0], "slot.place_before", fine[1])
            elif country is not None:
                _place(draft, country[0], "slot.report_country", country[1])
        elif _is_of_war(draft) or _is_wide(draft):
            if country is not None and (base or fine) and _agree(country[0], base, fine[0] if fine else None):
                _place(draft, country[0], "slot.report_country", country[1])
        elif _has_unread_place(draft) or (fine is not None and _is_recap(draft, fine[2])):
            if country is not None:
                _place(draft, country[0], "slot.report_country", country[1])
        elif (beside := _beside(draft, drafts)) is not None:
            _place(draft, beside.where, "slot.same_sentence", beside.evidence)
        elif fine is not None and _is_near(draft, fine[2]):
            _place(draft, fine[0], "slot.place_before", fine[1])
        elif base is not None and dateline is not None:
            if (alone and draft.kind in OF_TOWNS) or not dateline.note.endswith("a capital"):
                _place(draft, base, "slot.dateline", dateline.span)
            elif country is not None and country[0].country == base.country:
                _place(draft, country[0], "slot.report_country", country[1])
        elif home is not None and draft.kind in POLICED and (coarse is None or _lies_in(home[0], coarse[0])):
            _place(draft, home[0], "slot.police_town", home[1])
        elif coarse is not None:
            _place(draft, coarse[0], "slot.place_before", coarse[1])
        elif country is not None:
            _place(draft, country[0], "slot.report_country", country[1])
        _unplace(draft)


def _unplace(draft: Draft) -> None:
    """Serbian police did not kill in Istanbul, whence it is told: a place carried to a deed of another land's police.

    What they did lies where they are police; the words do not say in which town.
    """
    police = [a for a in draft.actors if a.type == "state_police" and a.country is not None]
    at_home = any(a.country == draft.where.country for a in police) if draft.where is not None else True
    if police and not at_home:
        draft.where = None
        draft.decisions = [d for d in draft.decisions if d.field != "where"]


def _beside(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """“Six were killed and 58 wounded in Hella”: the one telling of the kind that its own sentence places."""
    same = [
        d
        for d in drafts
        if d.sentence == draft.sentence
        and d.kind == draft.kind
        and d.own_where
        and d.where is not None
        and d.where.precision in FINE
    ]
    return same[0] if len({d.where for d in same}) == 1 else None


def _names_other_town(lines: Iterable[Line], base: Where) -> bool:
    """Whether a report names a town or site besides its dateline's: what it tells may then be of all the country."""
    return any(
        isinstance(m.value, Where)
        and m.value.precision is not Precision.COUNTRY
        and m.value.name != base.name
        for line in lines
        for _, m in line.places
    )


def _police_town(lines: Iterable[Line]) -> tuple[Where, Span] | None:
    """“Hella police look into a shooting”: somewhere about Hella, where no other town has police or is told of."""
    found: dict[str, tuple[Where, Span]] = {}
    for line in lines:
        tokens = line.sentence.tokens
        for token, mention in line.places:
            where = mention.value
            if not isinstance(where, Where) or where.precision not in FINE:
                continue
            if mention.rule == "places.modifier":
                if tokens[tokens[token].head].lower in POLICING:
                    found.setdefault(where.name, (where, mention.span))
            elif is_event_place(line, token, mention):
                return None
    if len(found) != 1:
        return None
    where, span = next(iter(found.values()))
    reach = max(POLICE_KM, where.radius_km or 0.0)
    return replace(where, precision=Precision.NEAR, radius_km=reach), span


POLICING = lexicons.words("binding", "policing")
POLICED = VIOLENT | OF_TOWNS | POLICE_WORK
POLICE_KM = 15.0  # a town's police reach its suburbs


def _headed(lines: Iterable[Line]) -> dict[int, tuple[Where, Span]]:
    """The towns that paragraphs open with, as with a dateline of their own: "NORTHFIELD: Four guards were hurt"."""
    found: dict[int, tuple[Where, Span]] = {}
    seen: set[int] = set()
    for line in lines:
        tokens, paragraph = line.sentence.tokens, line.sentence.paragraph
        for _, mention in line.places if paragraph not in seen else ():
            where = mention.value
            after = next((t.text for t in tokens if t.start >= mention.span.end), "")
            opens = mention.span.start == tokens[0].start and after in HEADING
            if opens and isinstance(where, Where) and where.precision in FINE:
                found[paragraph] = (where, mention.span)
        seen.add(paragraph)
    return found


HEADING = frozenset({":", "--", "\N{EM DASH}", "\N{EN DASH}"})  # what a dateline ends with


def _agree(country: Where, *others: Where | None) -> bool:
    """Whether what else places a report's events lies in its country."""
    return all(w is None or w.country == country.country for w in others)


OF_WAR = 5000  # people: more than any one town's event, bar a few
OTHER_TIME = 45  # days between two tellings that are not of one event


def _is_of_war(draft: Draft) -> bool:
    """Whether a claim counts what a whole war took: no town that was named before is the place of it."""
    return any(
        f.measure in {"killed", "injured", "casualties"} and (f.low or f.high or 0) >= OF_WAR
        for f in draft.figures
    )


def _is_recap(draft: Draft, placed: Draft) -> bool:
    """Whether a telling of some other time, month or year looks back from what was told at a place."""
    if not draft.own_when:
        return draft.status is Status.HAPPENED and draft.elsewhen and not draft.lately
    if draft.when is None or is_of_days(draft.when):
        return False
    if draft.when.precision == "span":
        return True
    return (
        placed.when is None or not placed.when.start <= draft.when.end or draft.when.end < placed.when.start
    )


def _is_wide(draft: Draft) -> bool:
    """Whether a telling's own words spread it over many places, or count many fights: "in 600 clashes"."""
    tokens = draft.group.line.sentence.tokens
    said = " ".join(t.lower for t in tokens if draft.evidence.start <= t.start < draft.evidence.end)
    many = any(f.measure == "attacks" and (f.low or f.high or 0) >= MANY_FIGHTS for f in draft.figures)
    return (many and draft.kind == "armed_clash") or any(f" {words} " in f" {said} " for words in WIDE)


MANY_FIGHTS = 10  # more than one town sees in the time that a report tells of
WIDE = lexicons.words("binding", "wide")


def _has_unread_place(draft: Draft) -> bool:
    """Whether the act's own words give a place by a name that could not be read: it is at no place told before."""
    line = draft.group.line
    tokens, kids = line.sentence.tokens, line.sentence.kids
    read = [m.span for _, m in (*line.places, *line.times, *line.actors)]
    predicates = [line.predicates[i] for i in draft.group.acts if i in line.predicates]
    above = {
        tokens[i].head for i in draft.group.acts if tokens[i].pos in {"NOUN", "PROPN"}
    }  # "clashes were reported in"
    for i in {*draft.group.acts, *above, *(p.head for predicate in predicates for p in predicate.patients)}:
        for link in kids[i]:
            if tokens[link].lower not in AT or tokens[link].dep != "prep":
                continue
            names = [k for pobj in kids[link] for k in _names_in(line, pobj)]
            if any(not any(s.start <= tokens[k].start < s.end for s in read) for k in names):
                return True
    return False


def _names_in(line: Line, token: int) -> list[int]:
    """The names by which a phrase gives a place: "Ostrand", "the township of Ostrand", "the Ostrand district"."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    if tokens[token].pos == "PROPN":
        return [] if any(tokens[j].dep == "det" for j in kids[token]) else [token]
    if tokens[token].lemma not in SETTLEMENTS:
        return []
    of = (k for j in kids[token] if tokens[j].lower == "of" for k in kids[j])
    return [k for k in (*of, *kids[token]) if tokens[k].pos == "PROPN"]


SETTLEMENTS = lexicons.words("binding", "settlements")
AT = frozenset({"in", "at", "near", "outside"})


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
    if draft.status is Status.HAPPENED and draft.elsewhen and not (draft.lately or draft.own_when):
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
    if len({d.where.name for d in same if d.where is not None}) > 1:
        # "in the north", and then "the blast in Hella": the one told next
        after = [d.sentence for d in same if 0 <= d.sentence - draft.sentence <= NEXT]
        same = [d for d in same if d.sentence == min(after, default=-1)]
    return same[0] if len({d.where.name for d in same if d.where is not None}) == 1 else None


def _lies_in(fine: Where, coarse: Where) -> bool:
    """Whether a fine place can lie in a coarse one: of its country, and within reach of a part of it."""
    if fine.country != coarse.country:
        return False
    if coarse.precision is Precision.COUNTRY or not coarse.radius_km:
        return True
    if fine.lat is None or fine.lon is None or coarse.lat is None or coarse.lon is None:
        return True
    return distance_km((fine.lat, fine.lon), (coarse.lat, coarse.lon)) <= MARGIN * coarse.radius_km


def _country(lines: Iterable[Line], land: Mention | None) -> tuple[Where, Span] | None:
    """The country that most of a report's places lie in, where the report names it, its state or a dateline there."""
    count: Counter[str] = Counter()
    named: dict[str, tuple[Where, Span]] = {}
    states: dict[str, tuple[Where, Span]] = {}
    for line in lines:
        for token, mention in line.places:
            where = mention.value
            if not isinstance(where, Where) or where.country is None:
                continue
            placing = is_event_place(line, token, mention)
            count[where.country] += placing
            if where.precision is Precision.COUNTRY:
                (named if placing else states).setdefault(where.country, (where, mention.span))
        for _, mention in line.actors:
            state = mention.value
            if isinstance(state, Actor) and state.country and (state.actor_id or "").startswith("state-"):
                where = Where(state.name, None, state.country, precision=Precision.COUNTRY)
                states.setdefault(state.country, (where, mention.span))
    if land is not None and isinstance(land.value, Where) and land.value.country:
        count[land.value.country] += 1
        states.setdefault(land.value.country, (land.value, land.span))
    count = +count
    if not count:
        return None
    most = max(sorted(count), key=lambda c: count[c])
    return named.get(most) or states.get(most)
