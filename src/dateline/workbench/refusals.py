"""What a request raises -> an answer that says what was found and what to do, as a page or as JSON."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from dateline.errors import BusyError, DatelineError, UsageError
from dateline.workbench.twins import show
from dateline.workbench.words import say

# After how many seconds it is worth trying again.
AGAIN_S = 3


def refuse(request: Request, status: int, message: str) -> Response:
    """The page of an error, or its JSON where JSON was asked for."""
    if request.url.path.endswith(".json"):
        return JSONResponse({"error": message}, status)
    return HTMLResponse(show(request, "error.html", status=status, message=message), status)


def _busy(request: Request, error: Exception) -> Response:
    """Somebody else writes just now: nothing was kept of what was sent, and it can be sent again."""
    answer = refuse(request, 503, say("common.error.text_503", why=str(error)))
    answer.headers["Retry-After"] = str(AGAIN_S)
    return answer


def _misuse(request: Request, error: Exception) -> Response:
    return refuse(request, 400 if isinstance(error, UsageError) else 500, str(error))


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101  # registered for this type alone
    told = (
        f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg'].removeprefix('Value error, ')}"
        for one in error.errors()
    )
    return refuse(request, 400, "; ".join(told))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101  # registered for this type alone
    is_astray = error.status_code == 404 and error.detail == "Not Found"
    message = say("common.error.text_404", path=request.url.path) if is_astray else error.detail
    return refuse(request, error.status_code, message)


def _broken(request: Request, _: Exception) -> Response:
    return refuse(request, 500, say("common.error.text_500"))


HANDLERS = (
    (BusyError, _busy),
    (DatelineError, _misuse),
    (RequestValidationError, _invalid),
    (HTTPException, _http),
    (Exception, _broken),
)


def register(app: FastAPI) -> None:
    """Answer all that requests raise."""
    for kind, handler in HANDLERS:
        app.add_exception_handler(kind, handler)
