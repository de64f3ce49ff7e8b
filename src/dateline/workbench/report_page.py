"""A report's id -> its page: the text with the words of every claim marked, and the claims beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Query

from dateline.ledger import ClaimFilter, past
from dateline.ledger.past import ReportRevision
from dateline.records import Claim, Fault, Report, ReportId, Section, Span
from dateline.workbench import segments, shown
from dateline.workbench.desk import At, Desk
from dateline.workbench.segments import CLAIM, FIELD, FIGURE, Block, Stretch
from dateline.workbench.shown import ShownClaim, Sureness
from dateline.workbench.twins import page

router = APIRouter()
# Fields of a claim whose words are marked when the claim is looked at, by the names that decisions have for them.
FIELDS = ("kind", "status", "when", "where", "actor", "target", "source")


@dataclass(frozen=True, slots=True)
class Marked:
    """A claim on the page of its report: its number there, and the stretches of text that it rests on.

    Stretches go by their numbers: `made_by` of the claim's words, `counted_by` of each figure, `told_by` of fields.
    """

    number: int
    claim: ShownClaim
    made_by: tuple[int, ...]
    counted_by: tuple[int, ...]
    told_by: tuple[tuple[str, int], ...]
    scores: tuple[Sureness, ...]

    @property
    def all(self) -> tuple[int, ...]:
        """All stretches of the claim, once each."""
        return tuple(dict.fromkeys((*self.made_by, *self.counted_by, *(n for _, n in self.told_by))))

    @property
    def sure(self) -> dict[str, float]:
        """How sure each field is."""
        return {score.field: score.value for score in self.scores}


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report with its claims in the order of its text; offsets are code points of `text`, half-open."""

    id: ReportId
    headline: str | None
    publisher: str | None
    byline: str | None
    dateline: str | None
    published: date | datetime | None
    updated: date | datetime | None
    url: str | None
    language: str
    text: str
    sections: tuple[Section, ...]
    claims: tuple[Marked, ...]
    stretches: tuple[Stretch, ...]
    revision: int
    revisions: tuple[ReportRevision, ...]
    faults: tuple[Fault, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The text in sections, paragraphs and pieces."""
        return segments.blocks(Report(self.id, self.text, sections=self.sections), self.stretches)

    @property
    def is_standing(self) -> bool:
        """Whether this is the revision that was read last."""
        return all(one.stands == (one.revision == self.revision) for one in self.revisions)

    @property
    def ends(self) -> dict[int, list[int]]:
        """The numbers of the claims whose words begin with a stretch, by its number: for the sign beside them."""
        found: dict[int, list[int]] = {}
        for marked in self.claims:
            found.setdefault(marked.made_by[0], []).append(marked.number)
        return found


Revision = Annotated[int | None, Query(ge=1, description="An earlier revision of the report.")]


@page(router, "/report/{id_:path}", "report.html")
def report(at: At, id_: str, revision: Revision = None) -> ReportPage:
    """A report's text with the words of every claim marked, and the claims beside it."""
    found = past.report_id(at.ledger, id_)
    revisions = past.report_revisions(at.ledger, found)
    standing = next(one.revision for one in revisions if one.stands)
    number = revision or standing
    return of(
        at.ledger.report(found, revision=number),
        _claims(at, found, number, is_standing=number == standing),
        revision=number,
        revisions=revisions,
        faults=past.report_faults(at.ledger, found),
    )


def _claims(at: Desk, report: ReportId, revision: int, *, is_standing: bool) -> Sequence[Claim]:
    """The claims that stand; of an earlier revision, those that were read from it."""
    if is_standing:
        return at.ledger.claims(ClaimFilter(report=report))
    found = at.ledger.claims(ClaimFilter(report=report, include_withdrawn=True))
    rows = found.to_dicts()
    return [claim for claim, row in zip(found, rows, strict=True) if row["report_revision"] == revision]


def of(
    report: Report,
    claims: Sequence[Claim],
    *,
    revision: int = 1,
    revisions: tuple[ReportRevision, ...] = (),
    faults: tuple[Fault, ...] = (),
) -> ReportPage:
    """The page of a report and its claims."""
    ordered = sorted(claims, key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.id))
    table = _Stretches()
    marked = tuple(_marked(number, claim, report, table) for number, claim in enumerate(ordered, 1))
    return ReportPage(
        id=report.id,
        headline=report.headline,
        publisher=report.publisher,
        byline=report.byline,
        dateline=report.dateline,
        published=report.published,
        updated=report.updated,
        url=report.url,
        language=report.language,
        text=report.text,
        sections=report.sections,
        claims=marked,
        stretches=table.all(),
        revision=revision,
        revisions=revisions,
        faults=faults,
    )


def _marked(number: int, claim: Claim, report: Report, table: _Stretches) -> Marked:
    return Marked(
        number=number,
        claim=shown.claim(claim, report),
        made_by=tuple(table.number(span, CLAIM) for span in (claim.evidence, *claim.also)),
        counted_by=tuple(table.number(figure.span, FIGURE) for figure in claim.figures),
        told_by=tuple((name, table.number(span, FIELD)) for name, span in _fields(claim)),
        scores=tuple(map(shown.sureness, claim.scores)),
    )


def _fields(claim: Claim) -> Iterator[tuple[str, Span]]:
    """The words that the fields of a claim went by; whoever is cited stands for the source."""
    for name in FIELDS:
        span = claim.source.speaker if name == "source" and claim.source.speaker else claim.words_for(name)
        if span is not None and span.report == claim.report:
            yield name, span


class _Stretches:
    """Stretches of one report, each once, numbered as they come."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, int], int] = {}
        self._levels: list[int] = []

    def number(self, span: Span, level: int) -> int:
        at = self._numbers.setdefault((span.start, span.end), len(self._numbers))
        if at == len(self._levels):
            self._levels.append(level)
        self._levels[at] = max(self._levels[at], level)
        return at

    def all(self) -> tuple[Stretch, ...]:
        return tuple(Stretch(*ends, level) for ends, level in zip(self._numbers, self._levels, strict=True))
