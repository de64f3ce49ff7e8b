"""Reports about an armed conflict -> a ledger of attributed, traceable claims.

    import dateline

    claims = dateline.claims("HASAKAH, Syria - The council said 12 people were killed on Monday.",
                             published="2022-02-07")
    readings = dateline.read("reports/")
    ledger = dateline.Ledger("war.ledger")

Importing this module loads nothing heavy; the parser opens on the first call that reads.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["ClaimFilter", "Ledger", "__version__", "claims", "quantities", "read"]

if TYPE_CHECKING:
    from dateline.api import Ledger, claims, quantities, read
    from dateline.ledger import ClaimFilter

_HOMES = {
    "claims": "dateline.api",
    "quantities": "dateline.api",
    "read": "dateline.api",
    "Ledger": "dateline.api",
    "ClaimFilter": "dateline.ledger",
}


def __getattr__(name: str) -> Any:
    """Open the module that holds a public name when the name is first asked for."""
    if name not in _HOMES:
        msg = f"module 'dateline' has no attribute {name!r}"
        raise AttributeError(msg)
    from importlib import import_module  # noqa: PLC0415  # keeps `import dateline` instant

    return getattr(import_module(_HOMES[name]), name)


class _Package(ModuleType):
    """The package itself, with `dateline.claims` kept for the function that reads a text.

    The stage of the same name is a folder of the package; importing it would bind the name to the folder.
    Inside dateline it is imported by path (`from dateline.claims import attribute`), which is not touched.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name == "claims" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
