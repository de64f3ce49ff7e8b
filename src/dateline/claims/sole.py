"""All drafts of a report -> the doer of acts told without one, where the report tells of only one who does such acts.

A report on one attack names the attackers once and then says "three soldiers were wounded". What it tells of several
attackers, of another day or of a town far off is left alone.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from dateline import lexicons
from dateline.claims.context import VIOLENT, Line
from dateline.claims.retold import is_another, is_apart, is_aside, is_nameless
from dateline.claims.roles import RIOTERS
from dateline.claims.sides import side_of
from dateline.claims.story import Draft
from dateline.records import Actor, Decision, Span, Status

# Kinds that are done by the same people where a report tells of one attack.
ATTACKS = frozenset({"attack", "assassination", "bombing", "suicide_bombing", "execution"})
RIOTING = frozenset({"looting", "riot"})
AIR = frozenset({"air_strike"})
# Who attacks, told once: forces of a state have as a rule only answered.
ATTACKERS = frozenset({"rebel", "militia", "other"})
# Police work is that of the one force that the report tells to be at it.
POLICING = frozenset({"arrest", "search", "raid", "release", "weapons_seized"})
TAKING = frozenset({"arrest", "weapons_seized"})
FORCES = frozenset({"state_police", "state_military", "coalition"})
ARMED = frozenset({"state_military", "coalition", "rebel", "militia"})
CLAIMING = frozenset(lexicons.load("cues")["responsibility"]["verbs"])
OWNING = frozenset(lexicons.load("cues")["responsibility"]["nouns"])
CLAIMED = 3  # sentences back, at most, to the attack that somebody claims without naming it
TOLD = frozenset({Status.HAPPENED, Status.ONGOING})


def doers(drafts: Sequence[Draft]) -> None:
    """Give attacks, arson and air strikes told without a doer the only one that the report tells of for such acts."""
    for family in (ATTACKS, RIOTING, AIR, POLICING):
        told = [d for d in drafts if d.kind in family and d.status in TOLD]
        known = [d for d in told if d.actors and _is_said(d)]
        sides = {side_of(a): a for d in known for a in d.actors}
        if family is RIOTING and RIOTERS in sides.values():
            sides = {k: a for k, a in sides.items() if not is_nameless((a,))}
        if len(sides) != 1 or not _may_do(next(iter(sides.values())), family):
            continue
        if family is ATTACKS and (_is_of_war(drafts, sides) or _is_in_riot(drafts, known)):
            continue
        for draft in (d for d in told if family is not POLICING or d.kind in TAKING):
            event = _nearest(draft, [d for d in known if not set(map(side_of, d.actors)).isdisjoint(sides)])
            if event is None or not _may_be_done_by(draft, event):
                continue
            if family is ATTACKS and (draft.own_when or draft.own_where) and is_nameless(event.actors):
                continue  # "at 3:45 four men were shot elsewhere": any city has many gunmen
            if not _is_too_far(draft, event):
                draft.actors = event.actors
                draft.decisions.append(Decision("actor", "slot.only_doer", event.evidence))


def owners(drafts: Sequence[Draft], lines: Iterable[Line]) -> None:
    """“A bomb killed nine. The front claimed responsibility”: the front did what was told right before."""
    for line in lines:
        tokens = line.sentence.tokens
        for frame in line.sentence.frames:
            owned = any(t.lemma in OWNING for t in tokens[frame.start : frame.end])
            if tokens[frame.cue].lemma not in CLAIMING or frame.speaker is None or not owned:
                continue
            doers = tuple(a for a in line.sides_of(frame.speaker) if a.type in ATTACKERS)
            if not doers or any(frame.start <= t < frame.end for t in line.acts):
                continue
            before = [
                d for d in drafts if d.kind in ATTACKS and 0 <= line.sentence.index - d.sentence <= CLAIMED
            ]
            event = max(before, key=lambda d: d.evidence.start, default=None)
            if event is None or (event.actors and not is_nameless(event.actors)) or event.status not in TOLD:
                continue
            words = Span(event.evidence.report, tokens[frame.speaker.start].start, tokens[frame.cue].end)
            event.actors = doers
            event.decisions = [d for d in event.decisions if d.field != "actor"]
            event.decisions.append(Decision("actor", "actor.claimed_it", words))


def _is_too_far(draft: Draft, event: Draft) -> bool:
    """Whether a doer without a name is told of too far off to be that of a telling: any city has many gunmen."""
    return is_nameless(event.actors) and draft.paragraph - event.paragraph > 1


def _may_do(doer: Actor, family: frozenset[str]) -> bool:
    """Whether a doer is one whom more of the family's acts may be put down to."""
    if family is RIOTING:
        return doer.name == RIOTERS.name
    if family is POLICING:
        return doer.type in FORCES
    return doer.type in ATTACKERS if family is ATTACKS else doer.type != "civilians"


def _is_in_riot(drafts: Iterable[Draft], known: Iterable[Draft]) -> bool:
    """Whether a report of riots names no attacker: who stabbed whom is then anybody's guess."""
    return any(d.kind == "riot" for d in drafts) and all(is_nameless(d.actors) for d in known)


def _is_of_war(drafts: Iterable[Draft], attackers: Container[str]) -> bool:
    """Whether another armed party does violence in the report, so that any blast may be its work."""
    return any(
        a.type in ARMED and side_of(a) not in attackers for d in drafts if d.kind in VIOLENT for a in d.actors
    )


def _is_said(draft: Draft) -> bool:
    """Whether the words of a telling themselves name its doer."""
    return any(d.field == "actor" and d.rule == "actor.argument" for d in draft.decisions)


def _nearest(draft: Draft, known: Iterable[Draft]) -> Draft | None:
    """The telling with a doer that is nearest in the report."""
    return min(known, key=lambda d: (abs(d.sentence - draft.sentence), d.sentence), default=None)


def _may_be_done_by(draft: Draft, event: Draft) -> bool:
    if draft.actors or not draft.agentless or is_another(draft.group) or is_apart(draft, event):
        return False
    if (draft.elsewhen and not draft.lately) or is_aside(draft):
        return False
    if draft.kind == "riot" and draft.group.roles() <= {"harm"}:
        return False  # of the dead of a riot nobody is told to have killed them
    if draft.kind in ATTACKS and any(a.name.startswith("unidentified") for a in draft.targets):
        return False  # "six attackers were killed" as well
    hit = {side_of(a) for a in draft.targets}
    return not any(side_of(a) in hit for a in event.actors)
