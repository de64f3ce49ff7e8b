"""Claims of all reports, and what people judged of them -> incidents, their figures combined, and a balance."""

from __future__ import annotations

from dateline.incidents.linking import Linker, explain, reconcile

__all__ = ["Linker", "explain", "reconcile"]
