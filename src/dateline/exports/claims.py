"""Claims and the reports they were read from -> JSON, JSON lines, CSV.

JSON keeps every range and every offset (code points of the report's text, end exclusive), in the form in
which human coders write the ledger. CSV flattens a range into columns for its lower and its upper bound.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.errors import UsageError
from dateline.records import Claim, Decision, Figure, Report, Span, Where
from dateline.totals import Total, total, totals

# Measures that get a lower and an upper column of their own in CSV; all others stand in `figures`.
COUNTED = ("killed", "injured")
SCORED = ("kind", "status", "when", "where", "actor", "target", "figures", "source")
CSV_COLUMNS = (
    "id",
    "report",
    "published",
    "publisher",
    "kind",
    "status",
    "when_start",
    "when_end",
    "when_precision",
    "where",
    "country",
    "lat",
    "lon",
    "where_precision",
    "actors",
    "targets",
    *(f"{measure}_{column}" for measure in COUNTED for column in ("low", "high", "basis")),
    "figures",
    "source",
    "source_type",
    "via",
    "quote",
    "evidence_start",
    "evidence_end",
    "confidence",
    *(f"confidence_{field}" for field in SCORED),
)
# What makes a spreadsheet take a cell for a formula, also in the full-width forms that some locales accept:
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


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
    table = csv.DictWriter(out, CSV_COLUMNS, lineterminator="\n")
    table.writeheader()
    for claim, report in _pairs(claims, reports):
        table.writerow({name: _cell(value) for name, value in _csv_row(claim, report).items()})
    return out.getvalue()


def _pairs(claims: Iterable[Claim], reports: Iterable[Report]) -> Iterator[tuple[Claim, Report]]:
    known: Mapping[str, Report] = {report.id: report for report in reports}
    for claim in claims:
        if claim.report not in known:
            msg = f"claim {claim.id} comes from report {claim.report}, which was not handed in; add it"
            raise UsageError(msg)
        yield claim, known[claim.report]


def _csv_row(claim: Claim, report: Report) -> dict[str, object]:
    when, where = claim.when, claim.where
    row: dict[str, object] = {
        "id": claim.id,
        "report": claim.report,
        "published": report.published_day,
        "publisher": report.publisher,
        "kind": claim.kind,
        "status": claim.status.value,
        "when_start": when and when.start,
        "when_end": when and when.end,
        "when_precision": when and when.precision,
        "where": where and where.name,
        "country": where and where.country,
        "lat": where and where.lat,
        "lon": where and where.lon,
        "where_precision": where and where.precision.value,
        "actors": "; ".join(actor.name for actor in claim.actors),
        "targets": "; ".join(actor.name for actor in claim.targets),
        "figures": "; ".join(flat(figure) for figure in claim.figures),
        "source": claim.source.name,
        "source_type": claim.source.type,
        "via": claim.source.via and claim.source.via.name,
        "quote": claim.evidence.of(report.text),
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
        "confidence": claim.confidence,
        **{f"confidence_{field}": claim.sureness(field) for field in SCORED},
    }
    for measure in COUNTED:
        found = total(claim.figures, measure)
        row[f"{measure}_low"], row[f"{measure}_high"] = (found.low, found.high) if found else (None, None)
        row[f"{measure}_basis"] = found and found.basis.value
    return row


def flat(figure: Figure) -> str:
    """A figure on one short line: "killed 28", "killed 28..", "killed ..30", "injured 40..99~"."""
    low, high = ("" if bound is None else str(bound) for bound in (figure.low, figure.high))
    numbers = low if low and low == high else f"{low}..{high}"
    return f"{figure.measure} {numbers}{'~' if figure.approx else ''}"


def _cell(value: object) -> object:
    """A cell that no spreadsheet runs; numbers and days are as they are."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
