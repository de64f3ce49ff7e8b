"""The files that pages are made of -> their addresses, and the routes that give them out.

Each address bears a part of the file's hash, so that a browser may keep it for good and still notices a change.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

router = APIRouter()
HERE = files("dateline.workbench") / "assets"
KEEP = "public, max-age=31536000, immutable"
TYPES = {"js": "text/javascript", "css": "text/css", "json": "application/json", "svg": "image/svg+xml"}


class Asset(NamedTuple):
    """A shipped file: its bytes, the same packed by gzip, its type and a part of its SHA-256."""

    body: bytes
    packed: bytes
    type: str
    mark: str


@cache
def names() -> frozenset[str]:
    """The files that there are."""
    return frozenset(entry.name for entry in HERE.iterdir() if not entry.name.startswith((".", "_")))


@cache
def asset(name: str) -> Asset:
    """A shipped file, read and packed once."""
    body = (HERE / name).read_bytes()
    type_ = TYPES.get(name.rpartition(".")[2]) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Asset(body, gzip.compress(body, 6, mtime=0), type_, hashlib.sha256(body).hexdigest()[:12])


def address(name: str) -> str:
    """Where a page finds a file."""
    return f"/assets/{name}?v={asset(name).mark}"


@router.get("/assets/{name}", include_in_schema=False)
def give(name: str, request: Request) -> Response:
    """One file, packed for those that take it so."""
    if name not in names():
        raise HTTPException(404)
    found = asset(name)
    headers = {"Cache-Control": KEEP, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.packed, media_type=found.type, headers={**headers, "Content-Encoding": "gzip"})
    return Response(found.body, media_type=found.type, headers=headers)
