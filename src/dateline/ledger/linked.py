"""Named bytes that linking holds -> the table that keeps them, and back; given back only whole and to who made them.

It is no part of the truth and leaves the ledger never: what is damaged, half there, or of other code is as if it were
not there, and is made again from the claims.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from hashlib import blake2b

from sqlalchemy import Connection, delete, insert, select

from dateline.ledger.incident_tables import LINKED

PIECE = 1 << 23  # bytes in a row
HEADER, TOUCHED = "header", "touched"
Signed = tuple[str, str]
_C = LINKED.c


def put(connection: Connection, by: str, parts: Mapping[str, bytes]) -> None:
    """Put parts in place of those that there are.

    Args:     by: what they were made by, and can be understood by.
    """
    clear(connection)
    header = {"by": by, "parts": {name: _sign(part) for name, part in parts.items()}}
    for name, part in (*parts.items(), (HEADER, json.dumps(header).encode())):
        connection.execute(insert(LINKED), list(_pieces(name, part)))


def take(connection: Connection, by: str) -> dict[str, bytes] | None:
    """The parts, where they are all there as they were put, and made by the same."""
    header = _dict(_part(connection, HEADER))
    signs = header.get("parts")
    if header.get("by") != by or not isinstance(signs, dict):
        return None
    parts = {str(name): _part(connection, name) for name in signs}
    return parts if all(_sign(part) == signs[name] for name, part in parts.items()) else None


def touch(connection: Connection, signed: Signed, incidents: Collection[str]) -> None:
    """Say which incidents of the view, as it is now signed, may be others than when the parts were put down."""
    connection.execute(delete(LINKED).where(_C.name == TOUCHED))
    said = {"signed": list(signed), "incidents": sorted(incidents)}
    connection.execute(insert(LINKED), list(_pieces(TOUCHED, json.dumps(said).encode())))


def touched(connection: Connection, signed: Signed) -> frozenset[str] | None:
    """These incidents, where they were told of the view that is so signed."""
    said = _dict(_part(connection, TOUCHED))
    incidents = said.get("incidents")
    if said.get("signed") != list(signed) or not isinstance(incidents, list):
        return None
    return frozenset(map(str, incidents))


def clear(connection: Connection) -> None:
    """Keep nothing."""
    connection.execute(delete(LINKED))


def _pieces(name: str, part: bytes) -> Iterator[dict[str, object]]:
    for piece, at in enumerate(range(0, len(part) or 1, PIECE)):
        yield {"name": name, "piece": piece, "bytes": part[at : at + PIECE]}


def _part(connection: Connection, name: str) -> bytes:
    asked = select(_C.bytes).where(_C.name == name).order_by(_C.piece)
    pieces = connection.execute(asked).scalars().all()
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _dict(part: bytes) -> dict[str, object]:
    try:
        found = json.loads(part)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _sign(part: bytes) -> str:
    return blake2b(part, digest_size=16).hexdigest()
