"""The application -> what its views work with: the open ledger and the incident view over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from dateline.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Desk:
    """What a view is handed: the ledger that is served."""

    ledger: Ledger

    @property
    def name(self) -> str:
        """What pages call the ledger: its file, without the folder, which is nobody's business."""
        return self.ledger.path.name


def _desk(request: Request) -> Desk:
    found: Desk = request.app.state.desk
    return found


At = Annotated[Desk, Depends(_desk)]
