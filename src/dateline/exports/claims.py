"""Claims and the reports they were read from -> JSON, JSON lines, CSV; and the columns of a table of claims.

JSON keeps every range and every offset (code points of the report's text, end exclusive), in the form in
which human coders write the ledger. A table flattens a range into columns for its lower and its upper bound.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from dateline.errors import UsageError
from dateline.exports.cells import Cell, Column, written
from dateline.records import Actor, Claim, Decision, Figure, Report, Span, Told, When, Where
from dateline.totals import Total, total, totals

T = TypeVar("T")

# Measures that get a lower and an upper column of their own in a table; all others stand in `figures`.
COUNTED = ("killed", "injured")
SCORED = ("kind", "status", "when", "where", "actor", "target", "figures", "source")


def to_object(claim: Claim, report_text: str) -> dict[str, Any]:
    """A claim as plain values for JSON.

    Raises:   UsageError, when the claim's words do not lie in the text, so that it is another report's.

    """
    last = max(span.end for span in (claim.evidence, *claim.also, *(f.span for f in claim.figures)))
    if last > len(report_text):
        msg = f"claim {claim.id} has words up to {last}, but this text ends at {len(report_text)}"
        raise UsageError(msg)
    return {
        "id": claim.id,
        "evidence": _pair(claim.evidence),
        "also": [_pair(span) for span in claim.also],
        "kind": claim.kind,
        "when": claim.when and {"start": claim.when.start.isoformat(), "end": claim.when.end.isoformat()},
        "where": claim.where and _where(claim.where, claim.words_for("where")),
        "actor": [actor.name for actor in claim.actors],
        "target": [actor.name for actor in claim.targets],
        "figures": [_figure(figure) for figure in claim.figures],
        "totals": [_total(total) for total in totals(claim.figures)],
        "source": {"name": claim.source.name, "type": claim.source.type},
        "status": claim.status.value,
        "rules": [_rule(decision) for decision in claim.decisions],
        "confidence": _sureness(claim),
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _where(where: Where, words: Span | None) -> dict[str, Any]:
    return {
        "text": words and _pair(words),
        "name": where.name,
        "country": where.country,
        "lat": where.lat,
        "lon": where.lon,
        "precision": where.precision.value,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "measure": figure.measure,
        "of": figure.of,
        "low": figure.low,
        "high": figure.high,
        "approx": figure.approx,
        "text": _pair(figure.span),
        "scope": figure.scope.value,
        "victim": figure.victim,
        "part_of": figure.part_of and _pair(figure.part_of),
        "replaced_by": figure.replaced_by and _pair(figure.replaced_by),
    }


def _total(value: Total) -> dict[str, Any]:
    return {
        "measure": value.measure,
        "low": value.low,
        "high": value.high,
        "approx": value.approx,
        "basis": value.basis.value,
        "text": [_pair(span) for span in value.spans],
    }


def _sureness(claim: Claim) -> dict[str, float]:
    """How sure the claim is, and each field with a value; nothing of a claim that was never scored."""
    whole = {} if claim.confidence is None else {"claim": claim.confidence}
    return whole | {score.field: score.value for score in claim.scores}


def _rule(decision: Decision) -> dict[str, Any]:
    words = decision.span and _pair(decision.span)
    return {"field": decision.field, "rule": decision.rule, "text": words, "note": decision.note}


def to_jsonl(claims: Iterable[Claim], reports: Iterable[Report]) -> str:
    """Claims as JSON lines: one object a claim, as `to_object` gives it, with the report's id besides.

    Args:     the claims in the order wanted; all reports that they come from.
    Raises:   UsageError, when a claim's report is not among them.
    """
    lines = (
        {"report": report.id, **to_object(claim, report.text)} for claim, report in _pairs(claims, reports)
    )
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)


def to_report_object(report: Report, claims: Iterable[Claim]) -> dict[str, Any]:
    """A report with its claims as plain values, one object a report, as human coders write it."""
    published = report.published_day
    return {
        "id": report.id,
        "published": published and published.isoformat(),
        "text": report.text,
        "claims": [to_object(claim, report.text) for claim in claims],
    }


def to_csv(claims: Iterable[Claim], reports: Iterable[Report]) -> str:
    """Claims as CSV, one row a claim, under CSV_COLUMNS.

    `figures` holds every figure as "killed 28..; injured 40..99~": lower and upper bound, one of them empty
    if it is not stated, "~" if the words say about. The columns of killed and injured hold what a claim's figures
    come to, and on what basis: said, or worked out (see `dateline.totals`). A cell that a spreadsheet would
    take for a formula begins with an apostrophe.

    Args:     the claims in the order wanted; all reports that they come from.
    Raises:   UsageError, when a claim's report is not among them.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(CSV_COLUMNS)
    for claim, report in _pairs(claims, reports):
        told = Told(claim, report)
        rows.writerow([written(column.of(told)) for column in CLAIM_COLUMNS])
    return out.getvalue()


def _pairs(claims: Iterable[Claim], reports: Iterable[Report]) -> Iterator[tuple[Claim, Report]]:
    known: Mapping[str, Report] = {report.id: report for report in reports}
    for claim in claims:
        if claim.report not in known:
            msg = f"claim {claim.id} comes from report {claim.report}, which was not handed in; add it"
            raise UsageError(msg)
        yield claim, known[claim.report]


def flat(figure: Figure) -> str:
    """A figure on one short line: "killed 28", "killed 28..", "killed ..30", "injured 40..99~"."""
    low, high = ("" if bound is None else str(bound) for bound in (figure.low, figure.high))
    numbers = low if low and low == high else f"{low}..{high}"
    return f"{figure.measure} {numbers}{'~' if figure.approx else ''}"


def names(actors: Iterable[Actor]) -> str:
    """Actors as one cell."""
    return "; ".join(actor.name for actor in actors)


def when_columns(of: Callable[[T], When | None]) -> tuple[Column[T], ...]:
    """The columns of a time: its days and how closely it was told."""

    def part(name: str) -> Callable[[T], Cell]:
        return lambda item: None if (when := of(item)) is None else getattr(when, name)

    return (
        Column("when_start", "day", "first day", part("start")),
        Column("when_end", "day", "last day, inclusive", part("end")),
        Column(
            "when_precision",
            "text",
            "what was said: day, week, month, season, year, decade or span",
            part("precision"),
        ),
    )


def where_columns(of: Callable[[T], Where | None]) -> tuple[Column[T], ...]:
    """The columns of a place: its name, point and how closely it is known."""

    def part(name: str) -> Callable[[T], Cell]:
        return lambda item: None if (where := of(item)) is None else getattr(where, name)

    return (
        Column("where", "text", "plain English name of the place", part("name")),
        Column("country", "text", "ISO 3166 alpha-3", part("country")),
        Column("lat", "degree", "degrees, WGS 84", part("lat")),
        Column("lon", "degree", "degrees, WGS 84", part("lon")),
        Column("where_precision", "text", "exact, near, admin or country", part("precision")),
        Column("radius_km", "degree", "how far from the point it may have been, in km", part("radius_km")),
    )


def _total_columns(measure: str, low: str, high: str) -> tuple[Column[Told], ...]:
    """What a claim's figures of one measure come to, in three columns."""

    def bound(end: str) -> Callable[[Told], Cell]:
        return lambda told: None if (t := total(told.claim.figures, measure)) is None else getattr(t, end)

    basis = "`said` by the source, or worked out: `sum` of a list, `bounds` of figures that may overlap"
    return (
        Column(f"{measure}_low", "count", low, bound("low")),
        Column(f"{measure}_high", "count", high, bound("high")),
        Column(f"{measure}_basis", "text", basis, bound("basis")),
    )


def _sure(field: str) -> Column[Told]:
    meaning = f"how sure the {field} is; empty without a value: see [confidence](confidence.md)"
    return Column(f"confidence_{field}", "degree", meaning, lambda told: told.claim.sureness(field))


def _via(told: Told) -> str | None:
    via = told.claim.source.via
    return None if via is None else via.name


# One row a claim: name, what it holds, what it means, where it comes from.
CLAIM_COLUMNS: tuple[Column[Told], ...] = (
    Column("id", "text", "the claim's id", lambda t: t.claim.id),
    Column("report", "text", "the report's id", lambda t: t.report.id),
    Column("published", "day", "day of publication", lambda t: t.report.published_day),
    Column("publisher", "text", "who published the report", lambda t: t.report.publisher),
    Column("kind", "text", "kind of event", lambda t: t.claim.kind),
    Column("status", "text", "how the source puts it", lambda t: t.claim.status),
    *when_columns(lambda t: t.claim.when),
    *where_columns(lambda t: t.claim.where),
    Column("actors", "text", "who did it, names joined by a semicolon", lambda t: names(t.claim.actors)),
    Column("targets", "text", "to whom, names joined by a semicolon", lambda t: names(t.claim.targets)),
    *_total_columns(
        "killed",
        "at least so many were killed; empty where no lower bound is stated",
        "at most so many; empty where no upper bound is stated",
    ),
    *_total_columns("injured", "at least so many were hurt", "at most so many"),
    Column(
        "figures",
        "text",
        "every figure: `killed 28`, `killed 28..`, `killed ..30`, `injured 40..99~` (~: about)",
        lambda t: "; ".join(flat(figure) for figure in t.claim.figures),
    ),
    Column("source", "text", "who says so", lambda t: t.claim.source.name),
    Column("source_type", "text", "a source type of the codebook", lambda t: t.claim.source.type),
    Column("via", "text", "who passed it on", _via),
    Column("quote", "text", "the words that make the claim", lambda t: t.claim.evidence.of(t.report.text)),
    Column(
        "evidence_start",
        "count",
        "where they start in the report's text, in code points",
        lambda t: t.claim.evidence.start,
    ),
    Column("evidence_end", "count", "where they end, exclusive", lambda t: t.claim.evidence.end),
    Column(
        "confidence",
        "degree",
        "how sure, 0 to 1, that such an event is told and so put: the lower of the next two",
        lambda t: t.claim.confidence,
    ),
    *(_sure(field) for field in SCORED),
)
CSV_COLUMNS = tuple(column.name for column in CLAIM_COLUMNS)
