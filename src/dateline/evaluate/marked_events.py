"""Events that people marked in texts by a word -> told claims: the word as the kind, the texts as reports."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dateline.records import Claim, ClaimId, Kind, Report, ReportId, Source, SourceType, Status, Told

Row = Mapping[str, Any]
# What makes another verb of a verb: "took over", "passed away", "stepped down".
PARTICLES = frozenset(("away", "down", "in", "into", "off", "on", "out", "over", "up", "fire"))


def told(rows: Sequence[Row], docs: Sequence[Row]) -> list[Told]:
    """Each marked event as a claim whose evidence is its head word, found by the words around it."""
    reports = {str(doc["doc_id"]): Report(ReportId(str(doc["doc_id"])), doc["text"]) for doc in docs}
    return [Told(_claim(row, reports[str(row["doc_id"])]), reports[str(row["doc_id"])]) for row in rows]


def _claim(row: Row, report: Report) -> Claim:
    start = _place(row, report.text)
    span = report.span(start, start + max(1, len(row["head"])))
    source = Source("the report", SourceType("report"))
    return Claim(ClaimId(row["id"]), report.id, Kind(_word(row)), Status.HAPPENED, source, span)


def _word(row: Row) -> str:
    """The word for the event, with a verb's particle; in quotes, for it is none of our kinds even if spelled alike."""
    lemma = row["lemma"].lower()
    words = re.findall(r"\w+", row["mention"].lower())
    if not lemma.isalpha():  # a tagger's name for a pronoun
        lemma = row["head"].lower()
    if len(words) > 1 and words[0] == row["head"].lower() and words[1] in PARTICLES:
        lemma = f"{lemma} {words[1]}"
    return f'"{lemma}"'


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
