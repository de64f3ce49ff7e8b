"""The question in the address -> the overview: what there is, where, when, and how many."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from dateline.workbench.asking import Asked, Question
from dateline.workbench.desk import At
from dateline.workbench.twins import page

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Overview:
    """What the overview shows."""

    asked: Question


@page(router, "/", "overview.html")
def overview(_at: At, asked: Asked) -> Overview:
    """What there is, where, when, and how many."""
    return Overview(asked)
