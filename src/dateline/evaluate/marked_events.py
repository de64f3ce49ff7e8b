"""Events that people marked in texts by a word -> told claims: the word as the kind, the texts as reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.records import Claim, ClaimId, Kind, Report, ReportId, Source, SourceType, Status, Told

Row = Mapping[str, Any]


def told(rows: Sequence[Row], docs: Sequence[Row]) -> list[Told]:
    """Each marked event as a claim whose evidence is its head word, found by the words around it."""
    reports = {str(doc["doc_id"]): Report(ReportId(str(doc["doc_id"])), doc["text"]) for doc in docs}
    return [Told(_claim(row, reports[str(row["doc_id"])]), reports[str(row["doc_id"])]) for row in rows]


def _claim(row: Row, report: Report) -> Claim:
    start = _place(row, report.text)
    span = report.span(start, start + max(1, len(row["head"])))
    source = Source("the report", SourceType("report"))
    return Claim(ClaimId(row["id"]), report.id, Kind(row["lemma"].lower()), Status.HAPPENED, source, span)


def _place(row: Row, text: str) -> int:
    """Where the head word stands: inside its context, else anywhere, else the start."""
    context = max(0, text.find(row["context"][:40]))
    for start in (
        text.find(row["mention"], context),
        text.find(row["head"], context),
        text.find(row["head"]),
    ):
        if start >= 0:
            return int(start)
    return 0
