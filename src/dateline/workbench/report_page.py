"""A report's id -> its page: the text with the words of every claim marked, and the claims beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query

from dateline.errors import UsageError
from dateline.ledger import ClaimFilter, past
from dateline.ledger.past import ReportRevision
from dateline.records import Claim, Fault, Report, ReportId, Section, Span
from dateline.workbench import segments, shown
from dateline.workbench.desk import At, Desk
from dateline.workbench.segments import CLAIM, FIELD, FIGURE, Block, Part, Stretch
from dateline.workbench.shown import ShownClaim, Sureness
from dateline.workbench.twins import page
from dateline.workbench.words import say

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
    """A report with its claims in the order of its text; offsets are code points of `text`, half-open.

    A long report is shown in `parts`, of which the page shows number `part`, from 1.
    """

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
    parts: tuple[Part, ...]
    part: int

    @property
    def window(self) -> Part:
        """The part that is shown."""
        return self.parts[self.part - 1]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The text of the part in sections, paragraphs and pieces."""
        of = Report(self.id, self.text, sections=self.sections)
        return segments.blocks(of, self.stretches, self.window[:2])

    @property
    def beside(self) -> tuple[Marked, ...]:
        """The claims whose words begin in the part."""
        return self.claims[self.window.first - 1 : self.window.last]

    @property
    def elsewhere(self) -> tuple[tuple[int, str], ...]:
        """The parts that are not shown, each with the ids of its claims, for addresses that name one of them."""
        return tuple(
            (number, " ".join(one.claim.id for one in self.claims[part.first - 1 : part.last]))
            for number, part in enumerate(self.parts, 1)
            if number != self.part and part.first <= part.last
        )

    def part_of(self, stretch: int) -> int:
        """The part in which a stretch begins, by the stretch's number."""
        return bisect_right(self.parts, self.stretches[stretch].start, key=lambda part: part.start)

    def link(self, path: str, part: int) -> str:
        """The address of a part."""
        terms = {"revision": None if self.is_standing else self.revision, "part": part if part > 1 else None}
        asked = urlencode({name: value for name, value in terms.items() if value is not None})
        return f"{path}?{asked}" if asked else path

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


PartTerm = Annotated[int | None, Query(ge=1, alias="part", description="The part of a long report.")]
ClaimTerm = Annotated[str | None, Query(description="The claim whose part is shown, by its id.")]


@page(router, "/report/{id_:path}", "report.html")
def report(
    at: At, id_: str, revision: Revision = None, part: PartTerm = None, claim: ClaimTerm = None
) -> ReportPage:
    """A report's text with the words of every claim marked, and the claims beside it."""
    found = past.report_id(at.ledger, id_)
    revisions = past.report_revisions(at.ledger, found)
    standing = next(one.revision for one in revisions if one.stands)
    number = revision or standing
    whole = of(
        at.ledger.report(found, revision=number),
        _claims(at, found, number, is_standing=number == standing),
        revision=number,
        revisions=revisions,
        faults=past.report_faults(at.ledger, found),
    )
    return replace(whole, part=_chosen(whole, part, claim))


def _chosen(whole: ReportPage, part: int | None, claim: str | None) -> int:
    """The number of the part that is asked for. Raises: UsageError, when there is none of that number."""
    if part is not None:
        if part > len(whole.parts):
            msg = say("report.no_part", part=part, n=len(whole.parts))
            raise UsageError(msg)
        return part
    named = next((one for one in whole.claims if claim and one.claim.id.startswith(claim)), None)
    return 1 if named is None else whole.part_of(named.made_by[0])


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
        parts=segments.parts(report.text, [claim.evidence.start for claim in ordered]),
        part=1,
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
