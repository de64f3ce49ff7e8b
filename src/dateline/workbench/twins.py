"""A view -> its page and, at the same address with .json, the record that the page shows.

A view is a function whose parameters FastAPI fills (`At`, `Asked`, parts of the path) and which gives a frozen
record. The page's template finds that record as `page`, beside `here` (its address), `menu` and `desk`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, get_type_hints

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from dateline import __version__
from dateline.workbench.door import with_token
from dateline.workbench.rendering import render

View = TypeVar("View", bound=Callable[..., Any])

# The pages of the menu: the key of the name, and the address. Those that nobody serves are left out.
MENU = (
    ("overview", "/"),
    ("incidents", "/incidents"),
    ("claims", "/claims"),
    ("reports", "/reports"),
    ("review", "/review"),
    ("exports", "/exports"),
)


def twin(path: str) -> str:
    """The address of a page's JSON.

    >>> twin("/incidents"), twin("/")
    ('/incidents.json', '/index.json')
    """
    return f"{path}index.json" if path.endswith("/") else f"{path}.json"


def page(router: APIRouter, path: str, template: str) -> Callable[[View], View]:
    """Serve a view as a page by a template, and as JSON beside it; the view's docstring heads it in the API."""

    def serve(view: View) -> View:
        def as_json(shown: Any = Depends(view)) -> Any:  # noqa: B008  # FastAPI reads the default
            return shown

        def as_page(request: Request, shown: Any = Depends(view)) -> HTMLResponse:  # noqa: B008
            return HTMLResponse(show(request, template, page=shown))

        summary = (view.__doc__ or "").partition("\n")[0]
        # First, as a part of the path would take the ending for its own.
        router.add_api_route(
            twin(path),
            as_json,
            response_model=get_type_hints(view)["return"],
            summary=summary,
            name=view.__name__,
        )
        router.add_api_route(
            path, as_page, methods=["GET", "HEAD"], response_class=HTMLResponse, include_in_schema=False
        )
        return view

    return serve


def show(request: Request, template: str, **values: Any) -> str:
    """A template filled in, with what every page has around it."""
    here = request.url.path
    query = request.url.query
    state = request.state
    made = render(
        template,
        who=getattr(state, "who", None),
        here=here,
        query=query,
        twin=twin(here) + (f"?{query}" if query else ""),
        menu=[entry for entry in MENU if entry[1] in request.app.state.paths],
        desk=request.app.state.desk,
        version=__version__,
        **values,
    )
    return with_token(made, getattr(state, "token", ""))
