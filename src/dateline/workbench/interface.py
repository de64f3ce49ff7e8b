"""The application's own description -> a page that lists every address which answers with JSON."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dateline.workbench.twins import show

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Parameter:
    """A term of an address: its name, where it stands, what values it takes, and what it asks."""

    name: str
    place: str
    values: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Address:
    """An address that answers with JSON."""

    method: str
    path: str
    summary: str
    parameters: tuple[Parameter, ...]


@router.get("/api", include_in_schema=False)
def described(request: Request) -> HTMLResponse:
    """The page on the addresses that programs can ask."""
    told = request.app.openapi()
    found = [
        Address(
            method.upper(),
            path,
            entry.get("summary", ""),
            tuple(
                Parameter(one["name"], one["in"], _values(one["schema"]), one.get("description", ""))
                for one in entry.get("parameters", ())
            ),
        )
        for path, methods in told["paths"].items()
        for method, entry in methods.items()
    ]
    return HTMLResponse(show(request, "api.html", addresses=found))


def _values(schema: dict[str, object]) -> str:
    """What a term takes, in a word or two."""
    choices = schema.get("anyOf")
    if isinstance(choices, list):
        return ", ".join(_values(one) for one in choices if one.get("type") != "null")
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))  # type: ignore[call-overload]  # a list, by OpenAPI
    return str(schema.get("format") or schema.get("type") or "")
