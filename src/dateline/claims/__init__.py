"""A report's sentences and mentions -> its claims: slots bound, each attributed, with a status."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.claims import attribution, context, drafts, merge, settle, story
from dateline.records import Claim, Fault, Mention, Report, Sentence, Speaker

__all__ = ["attribute"]


def attribute(
    report: Report,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    *,
    issuer: Speaker | None = None,
) -> tuple[tuple[Claim, ...], tuple[Fault, ...]]:
    """Bind a report's mentions into claims.

    Args:    sentences and mentions of this report, in any order of mentions; `issuer` when the report is
             an institution's own statement, which then speaks wherever nobody else does.
    Returns: claims in text order, each with the words that make it; faults.
    """
    lines = context.lines(report, sentences, mentions)
    narrators = attribution.voices(report, lines, issuer)
    memory = story.Memory()
    found: list[story.Draft] = []
    for line, narrator in zip(lines, narrators, strict=True):
        found += drafts.of_line(report, line, narrator, memory)
    dateline = next((m for m in mentions if m.rule == "places.dateline"), None)
    settle.times(found, report.published_day)
    settle.forces(found, lines)
    settle.places(found, lines, dateline)
    return merge.claims_of(report, merge.fold(found)), ()
