"""A report's claims -> the same, tied to what the report has said against them: denied, or not verified.

A denial's tie is a decision on the field "denies": the words of the claim denied, and its id as the note. A claim that
nobody could verify has a decision on its status; the status stays what its source asserts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline import lexicons
from dateline.claims.context import Line
from dateline.claims.story import Draft
from dateline.records import Claim, Decision, Status

BEFORE = 1500  # characters from a denial back to what it denies: a long paragraph or two
AFTER = 600  # and on, where the denial is told first
VERIFYING = lexicons.words("binding", "verifying")
TOLD = lexicons.words("binding", "told")
ASSERTED = frozenset({Status.HAPPENED, Status.ONGOING, Status.POSSIBLE})


def tied(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Name what each denial denies, where another source asserts it in the same report."""
    return tuple(_tied(claim, claims) if _is_denial(claim) else claim for claim in claims)


def _is_denial(claim: Claim) -> bool:
    return claim.kind == "denial" or claim.status is Status.DENIED


def _tied(denial: Claim, claims: Sequence[Claim]) -> Claim:
    ranked = [(rank, n) for n, c in enumerate(claims) if (rank := _rank(denial, c)) is not None]
    if not ranked:
        return denial
    told = claims[min(ranked)[1]]
    rule = "denies.accusation" if told.kind == "accusation" else "denies.event"
    return replace(denial, decisions=(*denial.decisions, Decision("denies", rule, told.evidence, told.id)))


def _rank(denial: Claim, claim: Claim) -> tuple[bool, bool, int] | None:
    """How well a claim fits a denial, the least first; None where it cannot be what is denied."""
    gap = denial.evidence.start - claim.evidence.start
    near = gap <= BEFORE if gap >= 0 else -gap <= AFTER
    if (
        not near
        or _is_denial(claim)
        or claim.status not in ASSERTED
        or claim.source.name == denial.source.name
    ):
        return None
    accused = claim.kind == "accusation" and bool(_deniers(denial) & {a.name for a in claim.targets})
    if not accused and claim.kind != denial.kind:
        return None
    return not accused, gap < 0, abs(gap)


def _deniers(denial: Claim) -> set[str]:
    """The names under which who denies may have been accused."""
    return {denial.source.name, *(a.name for a in denial.actors)}


def unverified(drafts: Sequence[Draft], lines: Sequence[Line]) -> None:
    """Note on a source's telling that the report could not verify it: said in its sentence or the one right after."""
    for line in lines:
        for i in line.predicates:
            if not _is_unverified(line, i):
                continue
            index, cue = line.sentence.index, line.sentence.tokens[i]
            near = [d for d in drafts if d.sentence in {index, index - 1} and d.voice.source.type != "report"]
            last = max((d.sentence for d in near), default=None)
            for draft in near:
                if draft.sentence == last:
                    words = replace(draft.evidence, start=cue.start, end=cue.end)
                    draft.decisions.append(Decision("status", "status.unverified", words))


def _is_unverified(line: Line, i: int) -> bool:
    """“the claim could not be verified”, "could not independently confirm the report"."""
    tokens, predicate = line.sentence.tokens, line.predicates[i]
    if tokens[i].lemma not in VERIFYING or not predicate.negated:
        return False
    what = (p.head for p in (*predicate.patients, *predicate.agents))
    return any(
        tokens[k].lemma in TOLD or tokens[k].lower in {"it", "this", "that", "which", "these"} for k in what
    )
