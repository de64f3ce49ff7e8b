"""A report's sentences and mentions -> its claims: slots bound, each attributed, with a status and scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.claims import (
    answers,
    attribution,
    carrying,
    confidence,
    context,
    dating,
    drafts,
    fates,
    harms,
    known,
    merge,
    mishaps,
    naming,
    settle,
    sides,
    sole,
    story,
    ties,
)
from dateline.records import Claim, Decision, Fault, Figure, Mention, Report, Sentence, Span, Speaker

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
    Returns: claims in text order, each with the words that make it and how sure its fields are; faults.
    """
    lines = context.lines(report, sentences, mentions)
    narrators = attribution.voices(report, lines, issuer)
    memory = story.Memory(
        carrying.Days(report.published_day),
        mishap=mishaps.is_about_mishap(lines),
        peaceful=mishaps.is_without_violence(lines),
    )
    found: list[story.Draft] = []
    for line, narrator in zip(lines, narrators, strict=True):
        found += drafts.of_line(report, line, narrator, memory)
    dateline = next((m for m in mentions if m.rule == "places.dateline"), None)
    land = next((m for m in mentions if m.rule == "places.dateline_land"), None)
    ties.complete(found, lines)
    answers.unverified(found, lines)
    dating.times(found, lines, report.published_day)
    settle.forces(found, lines)
    sides.against(found, lines)
    known.rioters(found)
    naming.victims(found, lines)
    known.victims(found)
    known.doers(found)
    known.captors(found)
    sole.owners(found, lines)
    sole.doers(found)
    settle.places(found, lines, dateline, land)
    tellings = harms.Tellings()
    told = fates.settle(found, lines, tellings)
    counted = {m.span: m for m in mentions if isinstance(m.value, Figure)}
    made = answers.tied(ties.checked(merge.claims_of(report, merge.fold(found, lines, tellings))))
    return tuple(confidence.scored(_with_figures(claim, counted, told)) for claim in made), ()


def _with_figures(claim: Claim, counted: Mapping[Span, Mention], told: fates.Fates) -> Claim:
    """The claim with the rules that read each of its figures, and say whom it counts, among its decisions."""
    read = tuple(
        Decision("figure", counted[f.span].rule, f.span, str(f.measure))
        for f in claim.figures
        if f.span in counted
    )
    more = tuple(d for f in claim.figures for d in told.get(f.span, ()))
    return replace(claim, decisions=(*claim.decisions, *read, *more))
