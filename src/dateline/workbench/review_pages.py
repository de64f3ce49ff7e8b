"""A ledger and who looks -> the review pages: the queue, one claim to judge, the log, and rounds of two coders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query

from dateline.errors import UsageError
from dateline.incidents.rules import RULES
from dateline.ledger import ClaimFilter, Entry, listing
from dateline.ledger.deciding import proofs
from dateline.ledger.entries import standing
from dateline.ledger.fields import from_object
from dateline.ledger.rounds import Round, last_said, subject
from dateline.records import Claim, ClaimId, Verdict
from dateline.reviewing import compare, queue
from dateline.reviewing.agreement import FieldAgreement
from dateline.workbench import review_shown as shown
from dateline.workbench.asking import Asked, Question
from dateline.workbench.desk import At, Desk
from dateline.workbench.door import By, Who
from dateline.workbench.review_shown import FormClaim, QueueItem, ShownEntry
from dateline.workbench.twins import page
from dateline.workbench.words import say

router = APIRouter()
COUNT = 20  # items on the page of the queue
RECENT = 8  # entries beside it
LOG = 100  # entries on a page of the log
REPORTS = 500  # reports that can be chosen for a round from a list, the last published first


@dataclass(frozen=True, slots=True)
class QueuePage:
    """The queue: the claims most worth a look, what was decided last, and how much was."""

    asked: Question
    items: tuple[QueueItem, ...]
    recent: tuple[ShownEntry, ...]
    judged: int
    unattached: int
    rules: tuple[str, ...]


@page(router, "/review", "review.html")
def review(at: At, by: By, asked: Asked) -> QueuePage:
    """The claims that nobody has judged, first those whose judging could move the totals most."""
    at.catch_up()
    items = queue(at.ledger, asked.rule, measure=asked.measure, count=COUNT)
    return QueuePage(
        asked,
        tuple(map(shown.item, items)),
        tuple(reversed(_log(at, by, RECENT))),
        at.ledger.judged(),
        len(at.ledger.unattached()),
        tuple(RULES),
    )


@dataclass(frozen=True, slots=True)
class JudgePage:
    """One claim with everything that can be said of it, and what was said so far."""

    claim: FormClaim
    state: str
    proof: str | None
    proof_by: str | None
    entries: tuple[ShownEntry, ...]
    proofs: tuple[str, ...]
    round: int | None


InRound = Annotated[int | None, Query(ge=1, description="The round that the judging is part of.")]


@page(router, "/review/claim/{id_}", "review_claim.html")
def judge(at: At, by: By, id_: str, round: InRound = None) -> JudgePage:  # noqa: A002 (the word in the address)
    """A claim to judge: its words, its fields, and what people have said of it."""
    claim, state = _claim_of(at, by, id_, round)
    report = at.ledger.report(claim.report)
    if report.text[claim.evidence.start : claim.evidence.end] == "":
        raise HTTPException(404, say("review.claim.gone"))
    said = at.ledger.reviewed(claim.report).get(claim.id)
    entries = [e for e in _log(at, by, report=claim.report) if e.claim == claim.id]
    return JudgePage(
        shown.claim(claim, report),
        state,
        None if said is None else said.proof,
        None if said is None else said.proof_by,
        tuple(reversed(entries)),
        proofs(),
        round,
    )


def _claim_of(at: Desk, by: Who, id_: str, number: int | None) -> tuple[Claim, str]:
    """A claim as it stands, or as a coder of a round sees it; and whether it stands."""
    held = next((one for one in at.ledger.rounds() if one.number == number), None)
    coder = held.coder(by.name) if held and by.name else None
    claim = at.ledger.claim(id_, include_withdrawn=True)
    if held is not None and coder is not None and not held.is_over:
        seen = {one.id: one for one in at.ledger.seen(claim.report, held.number, coder)}
        return seen.get(claim.id, claim), "stands" if claim.id in seen else "rejected"
    try:
        return at.ledger.claim(claim.id), "stands"
    except UsageError:
        rejected = at.ledger.claims(ClaimFilter(report=claim.report, include_rejected=True))
        return claim, "rejected" if claim.id in {one.id for one in rejected} else "withdrawn"


@dataclass(frozen=True, slots=True)
class AddPage:
    """Words of a report that a claim is to be made of."""

    report: str
    headline: str | None
    before: str
    quote: str
    after: str
    start: int
    end: int
    round: int | None


@page(router, "/review/add", "review_add.html")
def add(at: At, report: str, start: int, end: int, round: InRound = None) -> AddPage:  # noqa: A002 (as above)
    """A missed claim to add, by the words of a report that make it."""
    found = at.ledger.report(report)
    if not 0 <= start < end <= len(found.text) or not found.text[start:end].strip():
        msg = say("review.add.no_words", start=start, end=end)
        raise UsageError(msg)
    before, after = found.text[max(0, start - shown.AROUND) : start], found.text[end : end + shown.AROUND]
    return AddPage(report, found.headline, before, found.text[start:end], after, start, end, round)


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some entries of the log, the last first; `total` of those that may be seen, and the hash of the last of all."""

    entries: tuple[ShownEntry, ...]
    start: int
    total: int
    hash: str | None
    only: str | None


@page(router, "/review/log", "review_log.html")
def log(
    at: At,
    by: By,
    start: Annotated[int, Query(ge=0, description="How many entries to pass over.")] = 0,
    only: Annotated[
        str | None, Query(pattern="^unattached$", description="Only those without words.")
    ] = None,
) -> LogPage:
    """Everything that people decided, the last first, tied together by hashes."""
    newest = at.ledger.log(1)
    count = newest[0].number if newest else 0
    # Where all may be seen, the page reads what it shows; else it has to look through all that comes before.
    is_open = any(not one.is_over for one in at.ledger.rounds())
    found = list(reversed(_log(at, by, None if only or is_open else start + LOG)))
    if only:
        found = [entry for entry in found if entry.state in {"lost", "idle"}]
    total = len(found) if only or is_open else count
    return LogPage(tuple(found[start : start + LOG]), start, total, newest[0].hash if newest else None, only)


def _log(at: Desk, by: Who, last: int | None = None, report: str | None = None) -> list[ShownEntry]:
    lost = {entry.number: "lost" for entry in at.ledger.unattached()}
    return list(shown.entries(at.ledger.log(last, report=report), lost, at.ledger.rounds(), by.name))


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round: its coders, its reports, and who has finished."""

    number: int
    coders: tuple[str, str]
    reports: tuple[str, ...]
    finished: tuple[str, ...]
    is_over: bool


@dataclass(frozen=True, slots=True)
class RoundsPage:
    """All rounds, the last first, and the reports that a new one can be about."""

    rounds: tuple[RoundLine, ...]
    reports: tuple[tuple[str, str], ...]


@page(router, "/review/rounds", "review_rounds.html")
def rounds(at: At) -> RoundsPage:
    """Rounds in which two coders judge the same reports, neither seeing the other's judgements."""
    found = listing.reports(at.ledger, count=REPORTS).reports
    reports = tuple((str(one.id), one.headline or str(one.id)) for one in found)
    return RoundsPage(tuple(_line(one) for one in reversed(at.ledger.rounds())), reports)


def _line(one: Round) -> RoundLine:
    return RoundLine(
        one.number, one.coders, tuple(map(str, one.reports)), tuple(sorted(one.finished)), one.is_over
    )


@dataclass(frozen=True, slots=True)
class CodedClaim:
    """A claim of a round as its coder sees it; `state` is open, judged or rejected."""

    claim: FormClaim
    state: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What the two coders say differently of one claim, field by field; and how it stands now.

    adjudicated: who decided between them, if anybody has.
    """

    claim: FormClaim
    differences: tuple[tuple[str, str, str], ...]
    adjudicated: str | None


@dataclass(frozen=True, slots=True)
class RoundPage:
    """A round: for a coder, the claims to judge; when it is over, how far the two agree and where they do not."""

    round: RoundLine
    coder: str | None
    claims: tuple[CodedClaim, ...]
    fields: tuple[FieldAgreement, ...]
    judged: int
    one_sided: int
    sides: tuple[SideBySide, ...]


@page(router, "/review/round/{number}", "review_round.html")
def one_round(at: At, by: By, number: int) -> RoundPage:
    """A round of coding: the claims to judge, then agreement by field and what is to be adjudicated."""
    held = next((one for one in at.ledger.rounds() if one.number == number), None)
    if held is None:
        raise HTTPException(404, say("review.round.none", number=number))
    coder = held.coder(by.name) if by.name else None
    if not held.is_over:
        claims = tuple(_coded(at, held, coder)) if coder and coder not in held.finished else ()
        return RoundPage(_line(held), coder, claims, (), 0, 0, ())
    got = compare(held, *(at.ledger.coding(number, name) for name in held.coders))
    return RoundPage(
        _line(held), coder, (), got.fields, got.judged, len(got.missing), tuple(_sides(at, held))
    )


def _coded(at: Desk, held: Round, coder: str) -> Iterable[CodedClaim]:
    done = at.ledger.coding(held.number, coder)
    for report in held.reports:
        of = at.ledger.report(report)
        seen = at.ledger.seen(report, held.number, coder)
        for claim in seen:
            yield CodedClaim(shown.claim(claim, of), "judged" if claim.id in done else "open")
        gone = {id_ for id_, left in done.items() if left is None} - {claim.id for claim in seen}
        for id_ in sorted(gone):
            claim = at.ledger.claim(id_, include_withdrawn=True)
            if claim.report == report:
                yield CodedClaim(shown.claim(claim, of), "rejected")


def _sides(at: Desk, held: Round) -> Iterable[SideBySide]:
    """Every claim of which the coders' last words differ, with both."""
    judged = [e for e in standing(at.ledger.log()) if e.verdict not in {Verdict.NOTE, Verdict.PROOF}]
    one, other = (last_said(judged, held, coder) for coder in held.coders)
    ruled = {subject(e): e.by for e in judged if e.round == held.number and held.coder(e.by) is None}
    by_claim: dict[str, list[tuple[str, str, str]]] = {}
    settled: dict[str, str] = {}
    for key in sorted({*one, *other}):
        a, b = one.get(key), other.get(key)
        entry = a or b
        if entry is None or entry.claim is None or (a and b and _says(a) == _says(b)):
            continue
        by_claim.setdefault(entry.claim, []).append((entry.field or "claim", _says(a), _says(b)))
    for entry in judged:
        if subject(entry) in ruled and entry.claim is not None and held.coder(entry.by) is None:
            settled[entry.claim] = entry.by
    added = {e.claim: e for e in judged if e.verdict is Verdict.ADD}
    for id_, differences in by_claim.items():
        entry = added.get(ClaimId(id_))
        if entry is not None and entry.shown is not None and entry.about is not None:
            claim = from_object(entry.shown, entry.about.report)
        else:
            claim = at.ledger.claim(id_, include_withdrawn=True)
        form = shown.claim(claim, at.ledger.report(claim.report))
        yield SideBySide(form, tuple(sorted(differences)), settled.get(id_))


def _says(entry: Entry | None) -> str:
    """What a coder said of one thing, in few words; nothing, where they said nothing of it."""
    if entry is None:
        return ""
    if entry.verdict is Verdict.CORRECT:
        return shown.value(entry.new) or say("review.struck")
    return say(f"review.verdict.{entry.verdict.value}")
