"""A form that a person sends -> a judgement in the ledger, and the page to go on with.

Each form works without scripts. What is refused comes back as a page that says why; nothing of it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from dateline.casebook import open_case
from dateline.errors import UsageError
from dateline.ledger import Change
from dateline.ledger.entries import standing
from dateline.ledger.fields import from_object, value_from
from dateline.ledger.rounds import Round, is_same, last_said
from dateline.records import Claim, ReportId, Verdict
from dateline.reviewing import forms
from dateline.workbench import splitting
from dateline.workbench.desk import At, Desk
from dateline.workbench.door import NAME, YEAR_S, By, Who, back, cookie, may
from dateline.workbench.twins import show
from dateline.workbench.words import say

router = APIRouter(include_in_schema=False)
JUDGES = Depends(may("judge"))
LINKS = Depends(may("link"))
# How long a page waits until what was taken back is in the queue again.
UNDOES_S = 2.0


async def _sent(request: Request) -> FormData:
    return await request.form(max_files=0)


Sent = Annotated[FormData, Depends(_sent)]


def _text(sent: FormData, name: str) -> str | None:
    """What a field holds; None where the form has no such field."""
    value = sent.get(name)
    return value.replace("\r\n", "\n") if isinstance(value, str) else None


def _number(sent: FormData, name: str) -> int | None:
    words = (_text(sent, name) or "").strip()
    if not words:
        return None
    if not words.isdecimal():
        raise UsageError(say("review.door.number", name=name, words=words))
    return int(words)


def _name(by: Who, sent: FormData) -> str:
    """Who judges: the account, or the name that was given once.

    Raises:   UsageError, when nobody has said who they are.
    """
    name = by.name if by.is_team else (_text(sent, "by") or by.name or "").strip()
    if not name:
        raise UsageError(say("review.door.name"))
    return name


def _gone(request: Request, name: str, sent: FormData, otherwise: str) -> RedirectResponse:
    """To the page that comes next, with the name kept for the next form."""
    answer = RedirectResponse(back(_text(sent, "next"), otherwise), 303)
    who: Who = request.state.who
    if not who.is_team and name != who.name:
        answer.headers.append("set-cookie", cookie(NAME, name, request.url.scheme, YEAR_S))
    return answer


@router.post("/review/claim/{id_}/{act}", dependencies=[JUDGES])
def judge(request: Request, at: At, by: By, sent: Sent, id_: str, act: str) -> RedirectResponse:
    """Accept, reject or correct a claim, note something about it, or say which standard of proof it meets."""
    if act not in ACTS:
        raise HTTPException(404)
    name, number = _name(by, sent), _number(sent, "round")
    _need_part(at, by, name, number)
    claim = _seen(at, id_, name, number)
    verdict, changes = ACTS[act](at, claim, sent)
    if verdict is Verdict.CORRECT and not changes:
        raise UsageError(say("review.claim.nothing"))
    at.ledger.review(verdict, claim, changes, by=name, why=_text(sent, "why") or "", in_round=number)
    at.catch_up()
    return _gone(request, name, sent, f"/review/claim/{claim.id}" + (f"?round={number}" if number else ""))


def _need_part(at: Desk, by: Who, name: str, number: int | None) -> None:
    """Who judges in a round that is over adjudicates."""
    held = next((one for one in at.ledger.rounds() if one.number == number), None)
    if held is not None and held.coder(name) is None and not by.may("adjudicate"):
        raise HTTPException(403, say("review.door.role", role=by.role, what=say("review.may.adjudicate")))


def _seen(at: Desk, id_: str, name: str, number: int | None) -> Claim:
    """The claim that the person had before them: as it stands, or as they see it in their round."""
    claim = at.ledger.claim(id_, include_withdrawn=True)
    held = next((one for one in at.ledger.rounds() if one.number == number), None)
    coder = held.coder(name) if held else None
    if held is not None and coder is not None and not held.is_over:
        return next(
            (one for one in at.ledger.seen(claim.report, held.number, coder) if one.id == claim.id), claim
        )
    return claim


def _correct(at: Desk, claim: Claim, sent: FormData) -> tuple[Verdict, list[Change]]:
    said = {name: _text(sent, name) for name in forms.FIELDS}
    report = at.ledger.report(claim.report)
    changes = forms.changes(claim, report, said)
    for number, figure in enumerate(claim.figures, 1):
        if f"figure-{number}-measure" in sent or f"figure-{number}-strike" in sent:
            strike = f"figure-{number}-strike" in sent
            changes += forms.figure_change(
                report, figure, strike=strike, said=_bounds(sent, f"figure-{number}-")
            )
    words = _text(sent, "new-words")
    if words and words.strip():
        changes += forms.figure_change(report, None, words=words.strip(), said=_bounds(sent, "new-"))
    return Verdict.CORRECT, changes


def _bounds(sent: FormData, prefix: str) -> dict[str, Any]:
    said: dict[str, Any] = {name: _text(sent, f"{prefix}{name}") for name in forms.BOUNDS}
    return said | {"approx": f"{prefix}approx" in sent}


ACTS: Mapping[str, Callable[[Desk, Claim, FormData], tuple[Verdict, list[Change]]]] = {
    "accept": lambda _at, _claim, _sent: (Verdict.ACCEPT, []),
    "reject": lambda _at, _claim, _sent: (Verdict.REJECT, []),
    "correct": _correct,
    "note": lambda _at, _claim, sent: (Verdict.NOTE, [Change("note", _text(sent, "note"))]),
    "proof": lambda _at, _claim, sent: (Verdict.PROOF, [Change("proof", _text(sent, "proof"))]),
}


@router.post("/review/undo/{number}", dependencies=[JUDGES])
def undo(request: Request, at: At, by: By, sent: Sent, number: int) -> RedirectResponse:
    """Take a judgement back: one's own, or another's where the role allows it."""
    name = _name(by, sent)
    theirs = at.ledger.entry(number)
    if theirs is not None and not is_same(theirs.by, name) and not by.may("undo_others"):
        raise HTTPException(403, say("review.door.role", role=by.role, what=say("review.may.undo_others")))
    at.ledger.unjudge(number, by=name, why=_text(sent, "why") or "")
    at.catch_up(UNDOES_S)
    return _gone(request, name, sent, "/review/log")


@router.post("/report/{report:path}/add", dependencies=[JUDGES])
def add(request: Request, at: At, by: By, sent: Sent, report: str) -> RedirectResponse:
    """Add a missed claim: words that were marked lead to the form, the form to the claim."""
    start, end, number = _number(sent, "start"), _number(sent, "end"), _number(sent, "round")
    if start is None or end is None:
        raise UsageError(say("review.add.no_words", start=start, end=end))
    if _text(sent, "kind") is None:
        terms = {"report": report, "start": start, "end": end} | ({"round": number} if number else {})
        return RedirectResponse(f"/review/add?{urlencode(terms)}", 303)
    name = _name(by, sent)
    of = at.ledger.report(report)
    missed = forms.missed(
        of,
        f"{start}-{end}",
        {field: _text(sent, field) for field in forms.FIELDS},
        figure=(_text(sent, "new-words") or "").strip() or None,
        figure_said=_bounds(sent, "new-"),
    )
    _, id_ = at.ledger.add(missed, by=name, why=_text(sent, "why") or "", in_round=number)
    at.catch_up()
    if number:
        return _gone(request, name, sent, f"/review/round/{number}")
    return _gone(request, name, sent, f"/review/claim/{id_}")


@router.post("/incident/{incident}/merge", dependencies=[LINKS])
def merge(request: Request, at: At, by: By, sent: Sent, incident: str) -> RedirectResponse:
    """Say that two incidents are one: of their first claims, that they tell of the same."""
    name = _name(by, sent)
    one = at.board.incident(incident)
    other = at.board.incident((_text(sent, "other") or "").strip())
    if one.incident.id == other.incident.id:
        raise UsageError(say("review.incident.same"))
    told = {t.claim.id: t.claim for t in (*one.told, *other.told)}
    pair = [told[found.incident.claims[0]] for found in (one, other)]
    at.ledger.judge(Verdict.SAME, pair[0], pair[1], by=name, why=_text(sent, "why") or "")
    at.catch_up()
    return _gone(request, name, sent, f"/incident/{one.incident.claims[0]}")


@router.post("/incident/{incident}/split", dependencies=[LINKS])
def split(
    request: Request,
    at: At,
    by: By,
    sent: Sent,
    incident: str,
    claim: Annotated[list[str], Form(default_factory=list)],
) -> Response:
    """Say that some claims of an incident tell of another; with `preview`, only show what that would do."""
    name, why = _name(by, sent), _text(sent, "why") or ""
    if _text(sent, "preview"):
        shown = splitting.preview(at, incident, claim, (why, name))
        return HTMLResponse(show(request, "incident_split.html", page=shown))
    _, case = open_case(at.ledger, incident)
    out, stay = splitting.shares(case, claim)
    numbers = at.ledger.judge_all(splitting.pairs(out, stay), by=name, why=why)
    at.catch_up(UNDOES_S)
    what = f"?split={numbers[0]}-{numbers[-1]}" if numbers else ""
    return _gone(request, name, sent, f"/incident/{stay[0].claim.id}{what}")


@router.post("/review/rounds", dependencies=[Depends(may("adjudicate"))])
def open_round(
    request: Request,
    at: At,
    by: By,
    sent: Sent,
    report: Annotated[list[str], Form(default_factory=list)],
) -> RedirectResponse:
    """Open a round for two coders."""
    name = _name(by, sent)
    coders = (_text(sent, "one") or "", _text(sent, "other") or "")
    number = at.ledger.open_round(report, coders, by=name, why=_text(sent, "why") or "")
    return _gone(request, name, sent, f"/review/round/{number}")


@router.post("/review/round/{number}/finish", dependencies=[JUDGES])
def finish(request: Request, at: At, by: By, sent: Sent, number: int) -> RedirectResponse:
    """Say that one has judged all of a round."""
    name = _name(by, sent)
    at.ledger.finish_round(number, by=name)
    at.catch_up()
    return _gone(request, name, sent, f"/review/round/{number}")


@router.post("/review/round/{number}/take", dependencies=[Depends(may("adjudicate"))])
def take(request: Request, at: At, by: By, sent: Sent, number: int) -> RedirectResponse:
    """Adjudicate: let what one of the two coders said of a claim stand."""
    name = _name(by, sent)
    held = next((one for one in at.ledger.rounds() if one.number == number), None)
    coder = held.coder(_text(sent, "coder") or "") if held else None
    if held is None or coder is None or not held.is_over:
        raise UsageError(say("review.round.none", number=number))
    if held.coder(name) is not None:
        raise HTTPException(403, say("review.round.not_coder"))
    _take(at, (held, coder), _text(sent, "claim") or "", (name, _text(sent, "why") or ""))
    at.catch_up()
    return _gone(request, name, sent, f"/review/round/{number}")


def _take(at: Desk, chosen: tuple[Round, str], id_: str, said: tuple[str, str]) -> None:
    """Say again, as the adjudicator, all that a coder said of a claim."""
    held, coder = chosen
    name, why = said
    judged = last_said(standing(at.ledger.log()), held, coder)
    entries = [entry for entry in judged.values() if entry.claim == id_]
    if not entries:
        # The other coder judged it and this one did not: to this one it was right as it stood.
        claim = at.ledger.claim(id_, include_withdrawn=True)
        at.ledger.review(Verdict.ACCEPT, claim, by=name, why=why, in_round=held.number)
        return
    for entry in sorted(entries, key=lambda one: one.number):
        if entry.verdict is Verdict.ADD and entry.about is not None and entry.shown is not None:
            missed = from_object(entry.shown, entry.about.report)
            at.ledger.add(missed, by=name, why=why, in_round=held.number)
            continue
        claim = at.ledger.claim(id_, include_withdrawn=True)
        if entry.verdict is Verdict.CORRECT and entry.field is not None:
            report = ReportId(claim.report)
            old, new = (value_from(entry.field, value, report) for value in (entry.old, entry.new))
            now = claim if entry.field == "figure" else getattr(claim, entry.field)
            if entry.field != "figure" and now == new:
                at.ledger.review(Verdict.ACCEPT, claim, by=name, why=why, in_round=held.number)
                continue
            change = Change(entry.field, new, old if entry.field == "figure" else None, entry.words)
            at.ledger.review(Verdict.CORRECT, claim, [change], by=name, why=why, in_round=held.number)
        else:
            at.ledger.review(entry.verdict, claim, by=name, why=why, in_round=held.number)
