"""All drafts of a report -> who did it and to whom, where another telling of the report says more of them."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims.roles import RIOTERS
from dateline.claims.sides import side_of
from dateline.claims.story import Draft
from dateline.records import Decision

# Kinds in which one person is taken and given back.
KILLINGS = frozenset({"assassination", "attack", "execution"})  # by the captors, of whom they held
TAKEN = frozenset({"abduction", "release"})
NEAR = 3  # sentences


def rioters(drafts: Sequence[Draft]) -> None:
    """Whom police fire on or arrest, where the report tells of a riot and says no more of them: rioters."""
    if not any(d.kind == "riot" and RIOTERS in d.actors and not _is_by_deed(d) for d in drafts):
        return
    for draft in drafts:
        bare = all(a.name in {"suspects", "civilians"} for a in draft.targets)
        if bare and (draft.kind == "crackdown" or (draft.kind == "arrest" and draft.targets)):
            draft.targets = (RIOTERS,)
            draft.decisions = [d for d in draft.decisions if d.field != "target"]
            draft.decisions.append(Decision("target", "slot.rioters_of_report"))


def _is_by_deed(draft: Draft) -> bool:
    """Whether only what was done says that rioters did it."""
    return any(d.rule == "actor.by_deed" for d in draft.decisions)


def doers(drafts: Sequence[Draft]) -> None:
    """Give a deed done to a person the doer that the report names for the same deed elsewhere."""
    known = [d for d in drafts if d.actors and not _is_unidentified(d)]
    for draft in drafts:
        if draft.actors and not _is_unidentified(draft):
            continue
        kinds = {draft.kind, "abduction"} if draft.kind in KILLINGS else {draft.kind}
        told = [d for d in known if d.kind in kinds and _persons(d) & _persons(draft)]
        if len({tuple(sorted(map(side_of, d.actors))) for d in told}) != 1 or set(told[0].actors) & set(
            draft.targets
        ):
            continue
        if all(d.kind != draft.kind or None in (d.when, draft.when) or d.when == draft.when for d in told):
            draft.actors = told[0].actors
            draft.decisions = [d for d in draft.decisions if d.field != "actor"]
            draft.decisions.append(Decision("actor", "slot.doer_of_report", told[0].evidence))


def captors(drafts: Sequence[Draft]) -> None:
    """Who lets hostages go held them: an abduction without a doer is put down to the armed group that freed them."""
    for draft in drafts:
        if draft.kind != "abduction" or draft.actors:
            continue
        freed = [
            d for d in drafts if d.kind == "release" and d.actors and abs(d.sentence - draft.sentence) <= 1
        ]
        freed = [d for d in freed if all(a.type in {"rebel", "militia"} for a in d.actors)]
        same = [d for d in freed if {a.name for a in d.targets} & {a.name for a in draft.targets}]
        if len({d.actors for d in same}) == 1:
            draft.actors = same[0].actors
            draft.decisions.append(Decision("actor", "slot.who_released", same[0].evidence))


def _is_unidentified(draft: Draft) -> bool:
    return all(a.name.startswith("unidentified") for a in draft.actors)


def _persons(draft: Draft) -> set[str]:
    return {a.name for a in draft.targets if a.type == "person"}


def victims(drafts: Sequence[Draft]) -> None:
    """Name a single person told of as abducted, sought or freed whom the report names once as such: "the child".

    Of "a child" only where the name is told right by: further off it is another one.
    """
    known = [d for d in drafts if d.kind in TAKEN and len(d.targets) == 1 and d.targets[0].type == "person"]
    if len({d.targets for d in known}) != 1:
        return
    for draft in drafts:
        if draft.kind not in TAKEN | {"search"} or [a.name for a in draft.targets] != ["civilians"]:
            continue
        phrase = _the_one(draft)
        if phrase is None or (
            phrase in {"a", "an", "one"} and all(abs(d.sentence - draft.sentence) > NEAR for d in known)
        ):
            continue
        draft.targets = known[0].targets
        draft.decisions = [d for d in draft.decisions if d.field != "target"]
        draft.decisions.append(Decision("target", "slot.victim_of_report", None, draft.targets[0].name))


def _the_one(draft: Draft) -> str | None:
    """How the words for a single person begin: "the" of "searched for the teenager"; None where there are more."""
    if not draft.figures and draft.kind != "search":
        return None
    if any(f.low != 1 or f.high != 1 for f in draft.figures):
        return None
    line = draft.group.line
    tokens = line.sentence.tokens
    told = [line.predicates[i] for i in sorted(draft.group.acts) if i in line.predicates]
    phrases = [p for d in told for p in d.patients]
    phrases = phrases or [p for d in told for w, p in d.obliques if w in {"for", "of"}]
    if draft.kind == "search":
        sought = [p for d in told for w, p in d.obliques if w == "for"]
        phrases = [p for p in sought if tokens[p.head].tag == "NN" and tokens[p.start].lower == "the"]
    return tokens[phrases[0].start].lower if phrases else ("the" if draft.figures else None)
