"""A request -> who sends it, and whether it may change anything: sessions, tokens against forgery, and roles.

Whatever changes something must come from one of our own pages: its origin is this server, and it carries a token
that only a page shown to the same session holds. Without accounts the one who sits here may do all, under the
name that they gave; with accounts (`team`) everybody signs in, and a role says what they may.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import tomllib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import cache
from http.cookies import CookieError, SimpleCookie
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Protocol
from urllib.parse import quote, unquote, urlsplit

from fastapi import Depends, HTTPException, Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, RedirectResponse, Response

from dateline.errors import BusyError
from dateline.workbench.words import say

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

SESSION, NAME = "dateline_session", "dateline_name"
TOKEN = "token"  # noqa: S105 (the name of a field, not a secret)
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
YEAR_S = 365 * 24 * 3600
# Pages that are shown to nobody in particular.
OPEN = ("/sign-in", "/assets/")
LONGEST_FORM = 1_000_000  # bytes of a form; a longer one is none of ours


@cache
def roles() -> dict[str, frozenset[str]]:
    """What each role may do, from the least to the most."""
    table = tomllib.loads((files("dateline.workbench") / "roles.toml").read_text("utf-8"))
    return {role: frozenset(entry["may"]) for role, entry in table.items()}


@dataclass(frozen=True, slots=True)
class Who:
    """Who sends a request. `name` is None for somebody who has not said who they are."""

    name: str | None
    role: str
    session: str
    is_team: bool = False

    def may(self, what: str) -> bool:
        """Whether they may do so."""
        return what in roles().get(self.role, frozenset())


class Keeper(Protocol):
    """Who knows the accounts: what a door asks in team mode."""

    def who(self, session: str) -> Who | None:
        """Who a session is of; None where it is over, or there is none."""


@dataclass(slots=True)
class Door:
    """What the application knows of sessions; `keeper` is there in team mode only."""

    keeper: Keeper | None = None
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def token(self, session: str) -> str:
        """What a form shown to a session has to bring back."""
        return hmac.new(self.secret, session.encode(), hashlib.sha256).hexdigest()

    def fits(self, session: str, token: str) -> bool:
        """Whether a form was shown to that session."""
        return bool(session) and hmac.compare_digest(self.token(session).encode(), token.encode())


class Doorkeeper:
    """An application that knows, of every request, who sends it."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        """Put a door before an application."""
        self.app, self.door = app, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request in, or send it to the sign-in page."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if scope["method"] not in SAFE and not _is_short(headers.get("content-length", "")):
            await JSONResponse({"error": say("review.door.long")}, 413)(scope, receive, send)
            return
        cookies = _cookies(headers.get("cookie", ""))
        session = cookies.get(SESSION, "")
        scope.setdefault("state", {})
        keeper = self.door.keeper
        try:
            who = None if keeper is None else keeper.who(session)
        except BusyError as error:
            await JSONResponse({"error": str(error)}, 503, {"Retry-After": "3"})(scope, receive, send)
            return
        if keeper is not None and who is None and not scope["path"].startswith(OPEN):
            await _sent_away(scope)(scope, receive, send)
            return
        # Who has no session yet gets one that stands for nobody: a form to sign in with needs its token, too.
        fresh = "" if who or re.fullmatch(r"[\w-]{43}", session) else secrets.token_urlsafe(32)
        session = fresh or session
        if keeper is None:
            name = unquote(cookies.get(NAME, "")).strip()[:200] or None
            who = Who(name, "admin", session)
        scope["state"]["who"] = who or Who(None, "", session, is_team=True)
        scope["state"]["token"] = self.door.token(session)
        await self.app(scope, receive, _with_cookie(send, fresh, scope) if fresh else send)


def _is_short(length: str) -> bool:
    """Whether a body says how long it is, and is no longer than a form of ours can be."""
    return length.isdecimal() and int(length) <= LONGEST_FORM


def _cookies(header: str) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}


def _sent_away(scope: Scope) -> Response:
    if scope["method"] in SAFE and not scope["path"].endswith(".json"):
        query = scope["query_string"].decode("latin-1")
        back = scope["path"] + (f"?{query}" if query else "")
        return RedirectResponse(f"/sign-in?next={quote(back)}", 303)
    return JSONResponse({"error": say("review.door.signed_out")}, 401)


def _with_cookie(send: Send, session: str, scope: Scope) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start" and not scope["path"].startswith("/assets/"):
            MutableHeaders(scope=message).append("set-cookie", cookie(SESSION, session, scope["scheme"]))
        await send(message)

    return sending


def cookie(name: str, value: str, scheme: str, age_s: int | None = None) -> str:
    """A cookie that no script reads and no other site sends; over TLS it goes over TLS alone."""
    parts = [f"{name}={quote(value)}", "Path=/", "HttpOnly", "SameSite=Lax"]
    parts += ["Secure"] if scheme == "https" else []
    parts += [f"Max-Age={age_s}"] if age_s is not None else []
    return "; ".join(parts)


async def guarded(request: Request) -> None:
    """Refuse what changes something and does not come from a page of ours.

    Raises:   HTTPException, 403, for another origin or a token that does not fit.
    """
    if request.method in SAFE:
        return
    host = request.headers.get("host", "")
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != host:
        raise HTTPException(403, say("review.door.origin"))
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise HTTPException(403, say("review.door.origin"))
    form = await request.form(max_files=0)
    door: Door = request.app.state.door
    if not door.fits(request.state.who.session, str(form.get(TOKEN, ""))):
        raise HTTPException(403, say("review.door.token"))


def _who(request: Request) -> Who:
    who: Who = request.state.who
    return who


By = Annotated[Who, Depends(_who)]


def may(what: str) -> Callable[[Request], Awaitable[None]]:
    """A condition of a route: who asks may do so.

    Raises:   HTTPException, 403, when they may not.
    """

    async def allowed(request: Request) -> None:
        who: Who = request.state.who
        if not who.may(what):
            raise HTTPException(403, say("review.door.role", role=who.role, what=say(f"review.may.{what}")))

    return allowed


# A form of ours: the tag that opens it, whatever else it holds.
FORM = re.compile(r"<form\b[^>]*\bmethod=\"post\"[^>]*>", re.IGNORECASE)


def with_token(page: str, token: str) -> str:
    """A page with the token put into each form that changes something: one place, so that none can be forgotten.

    Only our own templates can open a form: every word of a report is escaped.

    >>> with_token('<form method="post" action="/x">', "t")
    '<form method="post" action="/x"><input type="hidden" name="token" value="t">'
    """
    hidden = f'<input type="hidden" name="{TOKEN}" value="{token}">'
    return FORM.sub(lambda found: found[0] + hidden, page)


def back(target: str | None, otherwise: str) -> str:
    """Where to go after a form: an address of this server, never another's.

    >>> back("/review?rule=range", "/"), back("https://other.example/", "/"), back("//other.example", "/")
    ('/review?rule=range', '/', '/')
    """
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")) or "\n" in target:
        return otherwise
    return target
