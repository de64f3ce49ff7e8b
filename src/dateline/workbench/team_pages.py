"""The pages of accounts: signing in and out, one's own account, and what each role may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dateline.workbench.door import NAME, SESSION, YEAR_S, By, Who, back, cookie, may, roles
from dateline.workbench.team import WITHIN, Accounts, TooManyTriesError
from dateline.workbench.twins import page, show
from dateline.workbench.words import say

router = APIRouter()


def _accounts(request: Request) -> Accounts | None:
    keeper = request.app.state.door.keeper
    return keeper if isinstance(keeper, Accounts) else None


@router.get("/sign-in", include_in_schema=False)
def sign_in_page(request: Request, by: By, next: str = "/") -> Response:  # noqa: A002 (the word in the address)
    """The page on which one signs in."""
    if _accounts(request) is None or by.name:
        return RedirectResponse(back(next, "/"), 303)
    return _page(request, next)


def _page(request: Request, onward: str, wrong: str = "", status: int = 200) -> HTMLResponse:
    return HTMLResponse(show(request, "sign_in.html", onward=back(onward, "/"), wrong=wrong), status)


@router.post("/sign-in", include_in_schema=False)
def sign_in(
    request: Request,
    name: Annotated[str, Form(max_length=200)],
    password: Annotated[str, Form(max_length=1000)],
    next: Annotated[str, Form()] = "/",  # noqa: A002 (as above)
) -> Response:
    """Sign in; after too many wrong passwords, not for a while."""
    accounts = _accounts(request)
    if accounts is None:
        raise HTTPException(404)
    try:
        session = accounts.sign_in(name, password, request.client.host if request.client else "")
    except TooManyTriesError:
        minutes = int(WITHIN.total_seconds() // 60)
        return _page(request, next, say("review.door.many", minutes=minutes), 429)
    if session is None:
        return _page(request, next, say("review.door.wrong"), 403)
    answer = RedirectResponse(back(next, "/"), 303)
    answer.headers.append("set-cookie", cookie(SESSION, session, request.url.scheme))
    return answer


@router.post("/sign-out", include_in_schema=False)
def sign_out(request: Request, by: By) -> Response:
    """End the session."""
    accounts = _accounts(request)
    if accounts is not None:
        accounts.sign_out(by.session)
    answer = RedirectResponse("/", 303)
    answer.headers.append("set-cookie", cookie(SESSION, "", request.url.scheme, 0))
    answer.headers.append("set-cookie", cookie(NAME, "", request.url.scheme, 0))
    return answer


@router.post("/account/name", include_in_schema=False, dependencies=[Depends(may("judge"))])
def rename(
    request: Request,
    by: By,
    name: Annotated[str, Form(max_length=200)],
    next: Annotated[str, Form()] = "/account",  # noqa: A002 (as above)
) -> Response:
    """Go by a name, where there are no accounts."""
    if by.is_team:
        raise HTTPException(404)
    answer = RedirectResponse(back(next, "/account"), 303)
    answer.headers.append("set-cookie", cookie(NAME, name.strip(), request.url.scheme, YEAR_S))
    return answer


@dataclass(frozen=True, slots=True)
class RoleLine:
    """What a role may do, as a row of the table."""

    role: str
    may: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account, as those see it who may see the accounts."""

    name: str
    role: str
    made: datetime
    disabled: datetime | None


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One's own account, what each role may do, and for admins all accounts."""

    name: str | None
    role: str
    is_team: bool
    what: tuple[str, ...]
    roles: tuple[RoleLine, ...]
    accounts: tuple[AccountLine, ...]


@page(router, "/account", "account.html")
def account(request: Request, by: By) -> AccountPage:
    """Who one is here, and what each role may do."""
    known = _accounts(request)
    all_ = tuple(roles())
    lines = tuple(RoleLine(role, tuple(sorted(roles()[role]))) for role in all_)
    what = tuple(_in_order(roles()[all_[-1]], all_))
    shown = known.list() if known is not None and _sees_all(by) else ()
    accounts = tuple(AccountLine(a.name, a.role, a.made, a.disabled) for a in shown)
    return AccountPage(by.name, by.role, by.is_team, what, lines, accounts)


def _sees_all(by: Who) -> bool:
    return by.is_team and by.may("accounts")


def _in_order(every: frozenset[str], ranks: tuple[str, ...]) -> list[str]:
    """What can be allowed, that first which the least role may."""
    return sorted(
        every, key=lambda what: (next(n for n, role in enumerate(ranks) if what in roles()[role]), what)
    )
