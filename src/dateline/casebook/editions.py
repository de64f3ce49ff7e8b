"""Code and lexicons -> what names the incident views that they make; a ledger -> whether its view is one of them."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from dateline.ledger import keeping as store

if TYPE_CHECKING:
    from dateline.ledger import Ledger

# Goes up when the same claims would make other rows: a view of before is made again.
EDITION = 2
# What decides on links, origins, tolls and headings.
LEXICONS = ("linking", "origins", "outlets", "rules", "codebook", "states", "actors", "actors_groups")


def is_current(ledger: Ledger) -> bool:
    """Whether the view knows all that the ledger holds, and this version made it."""
    with ledger.reading() as connection:
        return store.kept(connection) == (edition(), store.made_of(connection))


@cache
def edition() -> str:
    """What the view is made by, as a hash: the edition of the code, and the lexicons that decide."""
    made = sha256(str(EDITION).encode())
    for name in LEXICONS:
        made.update((files("dateline.lexicons") / f"{name}.toml").read_bytes())
    return made.hexdigest()
