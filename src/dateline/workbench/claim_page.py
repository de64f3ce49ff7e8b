"""A claim's id -> its page: its words, what decided each field, how sure that is, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dateline.ledger import past
from dateline.ledger.past import ClaimRevision
from dateline.records import BY_PERSON, Claim, Decision, Report, Span
from dateline.workbench import shown
from dateline.workbench.desk import At, Desk
from dateline.workbench.shown import ShownClaim, Sureness, Words
from dateline.workbench.twins import page, show

router = APIRouter()
AROUND = 400  # code points before and after a claim's words: the sentence, and what leads to it
# The order in which fields are told of; others come after.
FIELDS = ("kind", "status", "actor", "target", "when", "where", "figure", "source")


@dataclass(frozen=True, slots=True)
class Decided:
    """Which rule set a field, by which words, and why; `by_person` where a person did."""

    field: str
    rule: str
    words: Words | None
    note: str
    by_person: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in what stands around them: the text before, the words, the text after."""

    before: str
    words: Words
    after: str
    is_cut_before: bool
    is_cut_after: bool


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim with its words as they stand in the report, what decided it, and its revisions."""

    claim: ShownClaim
    passages: tuple[Passage, ...]
    decided: tuple[Decided, ...]
    scores: tuple[Sureness, ...]
    revisions: tuple[ClaimRevision, ...]
    withdrawn_at: datetime | None


@page(router, "/claim/{id_}", "claim.html")
def claim(at: At, id_: str) -> ClaimPage:
    """A claim: its words, what decided each field, how sure that is, and its revisions."""
    found, report, revisions = _told(at, id_)
    withdrawn = revisions[-1].withdrawn_at if revisions else None
    return ClaimPage(
        claim=shown.claim(found, report),
        passages=tuple(passage(report.text, span) for span in (found.evidence, *found.also)),
        decided=decided(found, report.text),
        scores=tuple(map(shown.sureness, found.scores)),
        revisions=revisions,
        withdrawn_at=withdrawn,
    )


@router.get("/claim/{id_}/decisions", include_in_schema=False)
def decisions(request: Request, at: At, id_: str) -> HTMLResponse:
    """What decided a claim's fields, as a part of another page."""
    found, report, _ = _told(at, id_)
    return HTMLResponse(show(request, "parts/decided.html", decided=decided(found, report.text)))


def _told(at: Desk, id_: str) -> tuple[Claim, Report, tuple[ClaimRevision, ...]]:
    """A claim, standing or withdrawn, with the revision of its report that it was read from."""
    found = at.ledger.claim(id_, include_withdrawn=True)
    revisions = past.claim_revisions(at.ledger, found.id)
    number = revisions[-1].report_revision if revisions else None
    return found, at.ledger.report(found.report, revision=number), revisions


def decided(claim: Claim, text: str) -> tuple[Decided, ...]:
    """What decided each field, field by field."""
    known = {name: at for at, name in enumerate(FIELDS)}
    return tuple(
        sorted(
            (_decided(one, text) for one in claim.decisions), key=lambda it: known.get(it.field, len(known))
        )
    )


def _decided(one: Decision, text: str) -> Decided:
    said = shown.words(one.span, text) if one.span else None
    return Decided(one.field, one.rule, said, one.note, one.rule == BY_PERSON)


def passage(text: str, span: Span) -> Passage:
    """Words with their sentence around them; cut at a blank line, a sentence's end, or a word far away."""
    start = max(0, span.start - AROUND)
    end = min(len(text), span.end + AROUND)
    before, after = text[start : span.start], text[span.end : end]
    first, last = _last_break(before), _first_break(after)
    return Passage(
        before=before[first:],
        words=shown.words(span, text),
        after=after[:last],
        is_cut_before=start + first > 0 and first == 0,
        is_cut_after=span.end + last < len(text) and last == len(after),
    )


def _breaks(text: str) -> Iterator[int]:
    """Where a paragraph or, roughly, a sentence ends: after the full stop, before the blank."""
    for at, letter in enumerate(text):
        is_blank_line = text.startswith("\n\n", at)
        is_stop = letter in ".!?" and text[at + 1 : at + 2].isspace() and text[at + 2 : at + 3].isupper()
        if is_blank_line or is_stop:
            yield at + (0 if is_blank_line else 1)


def _last_break(text: str) -> int:
    """Where the sentence that runs on begins."""
    at = max(_breaks(text), default=0)
    return at + len(text[at:]) - len(text[at:].lstrip()) if at else 0


def _first_break(text: str) -> int:
    """Where the sentence that has begun ends."""
    return next(_breaks(text), len(text))
