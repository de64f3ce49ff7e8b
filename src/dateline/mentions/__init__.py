"""A report and its parsed sentences -> mentions: spans with a resolved value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dateline.lexicons.gazetteer import Gazetteer, open_gazetteer
from dateline.mentions import actors, acts, arguments, figures, places, times
from dateline.mentions.places import dateline
from dateline.mentions.speakers import issuer
from dateline.records import Fault, Mention, Report, Sentence

__all__ = ["Sources", "find", "issuer", "open_sources"]


@dataclass(frozen=True, slots=True)
class Sources:
    """What mentions are looked up in, opened once for many reports."""

    gazetteer: Gazetteer


def open_sources(gazetteer: Path | None = None) -> Sources:
    """Open the shipped gazetteer, or the one in a file."""
    return Sources(open_gazetteer(gazetteer))


def find(
    report: Report, sentences: tuple[Sentence, ...], sources: Sources
) -> tuple[tuple[Mention, ...], tuple[Fault, ...]]:
    """Find a report's mentions: acts, figures, times, places, actors, and who speaks.

    Returns: mentions sorted by span and rule; faults.
    """
    placed = places.find(report, sentences, sources.gazetteer)
    sent_from = dateline.find(report, placed, sources.gazetteer)
    placed = placed if sent_from is None else (*placed, sent_from)
    land = None if sent_from is None else dateline.land(sent_from, sources.gazetteer)
    found = [
        *(() if land is None else (land,)),
        *(told := acts.find(report, sentences)),
        *figures.find(report, sentences),
        *times.find(report, sentences),
        *placed,
        *(named := actors.find(report, sentences, placed)),
    ]
    found += arguments.find(report, sentences, told, named)
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end, m.rule, m.anchor))), ()
