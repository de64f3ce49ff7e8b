"""Claims that are to be taken out of an incident -> what that would do to the others, and what it did.

Claims hold together through each other: where some are taken out, others may let go of the rest as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.casebook import Case, open_case
from dateline.errors import UsageError
from dateline.incidents import reconcile
from dateline.records import (
    Claim,
    ClaimId,
    Handle,
    IncidentId,
    Judgement,
    ReportId,
    Told,
    Verdict,
)
from dateline.workbench.desk import Desk
from dateline.workbench.words import say

Pair = tuple[Verdict, Claim, Claim]


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim in a few words."""

    id: ClaimId
    report: ReportId
    kind: str
    publisher: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Split:
    """What would happen: the claims that are taken out, those that stay, and those that would go too, by incident."""

    incident: IncidentId
    why: str
    by: str
    out: tuple[Telling, ...]
    stay: tuple[Telling, ...]
    others: tuple[tuple[Telling, ...], ...]


@dataclass(frozen=True, slots=True)
class Home:
    """Where claims of a former incident are now; how: out, stay or other."""

    incident: IncidentId
    how: str
    claims: int


def shares(case: Case, ticked: Iterable[str]) -> tuple[list[Told], list[Told]]:
    """The claims that are taken out and those that stay. Raises: UsageError, where one of the two is none."""
    chosen = set(ticked)
    out = [told for told in case.told if told.claim.id in chosen]
    stay = [told for told in case.told if told.claim.id not in chosen]
    if not out or not stay:
        raise UsageError(say("review.incident.none"))
    return out, stay


def pairs(out: Sequence[Told], stay: Sequence[Told]) -> list[Pair]:
    """What is said of claims by taking some out: each is of another incident than each that stays."""
    made = [(Verdict.DIFFERENT, other.claim, one.claim) for one in out for other in stay]
    made += [(Verdict.SAME, out[0].claim, one.claim) for one in out[1:]]
    return [pair for pair in made if not is_one_place(*pair[1:])]


def is_one_place(one: Claim, other: Claim) -> bool:
    """Whether two claims stand on the same words, which no judgement about pairs can tell apart."""
    return one.evidence == other.evidence


def preview(at: Desk, incident: str, ticked: Iterable[str], said: tuple[str, str]) -> Split:
    """What taking claims out would do; `said`: why, and by whom."""
    _, case = open_case(at.ledger, incident)
    out, stay = shares(case, ticked)
    return Split(case.incident.id, *said, _tellings(out), *_rest(at, case, out, stay))


def _rest(
    at: Desk, case: Case, out: Sequence[Told], stay: Sequence[Told]
) -> tuple[tuple[Telling, ...], tuple[tuple[Telling, ...], ...]]:
    first, *others = _groups(at, case, out, stay)
    return _tellings(first), tuple(map(_tellings, others))


def _groups(at: Desk, case: Case, out: Sequence[Told], stay: Sequence[Told]) -> list[list[Told]]:
    """The claims that are not taken out, as they would hold together: first the group of the first of them."""
    moment = at.ledger.now()
    judged = [
        Judgement(verdict, _handle(one, case), _handle(other, case), "?", moment)
        for verdict, one, other in pairs(out, stay)
    ]
    before = at.ledger.judgements()
    left = {told.claim.id: told for told in stay}
    groups = [
        [left[id_] for id_ in one.claims if id_ in left] for one in reconcile(case.told, [*before, *judged])
    ]
    main, *others = sorted((group for group in groups if group), key=lambda group: stay[0] not in group)
    # What does not hold to the rest among these claims alone is held by something else, and not by those taken out.
    held = next(set(one.claims) for one in reconcile(case.told, before) if stay[0].claim.id in one.claims)
    for group in [group for group in others if not any(told.claim.id in held for told in group)]:
        others.remove(group)
        main += group
    return [main, *others]


def _handle(claim: Claim, case: Case) -> Handle:
    told = next(one for one in case.told if one.claim.id == claim.id)
    return Handle(claim.report, claim.evidence.start, claim.evidence.end, claim.evidence.of(told.report.text))


def _tellings(told: Iterable[Told]) -> tuple[Telling, ...]:
    return tuple(
        Telling(
            one.claim.id,
            one.report.id,
            one.claim.kind,
            one.report.publisher,
            " ".join(one.claim.evidence.of(one.report.text).split()),
        )
        for one in told
    )


def done(at: Desk, numbers: str) -> tuple[Home, ...]:
    """Where the claims are now of which entries of the log say that they are apart; `numbers`: first-last."""
    first, _, last = numbers.partition("-")
    entries = [e for e in at.ledger.log(between=(int(first), int(last))) if e.verdict is Verdict.DIFFERENT]
    out = {e.other_claim for e in entries if e.other_claim}
    stay = [e.claim for e in entries if e.claim]
    if not out or not stay:
        return ()
    homes = at.board.homes([*out, *stay])
    main = homes.get(stay[0])
    found: dict[tuple[IncidentId, str], int] = {}
    for claim in dict.fromkeys([*stay, *sorted(out)]):
        home = homes.get(claim)
        if home is not None:
            how = "out" if claim in out else "stay" if home == main else "other"
            found[home, how] = found.get((home, how), 0) + 1
    return tuple(Home(home, how, claims) for (home, how), claims in found.items())
