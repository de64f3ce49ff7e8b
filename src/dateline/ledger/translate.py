"""Records <-> rows: what a report, a claim and a fault are in the ledger's tables, and back again.

A row that goes in and comes out gives an equal record. Keys and clocks are the store's, not ours.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from dateline.errors import LedgerError
from dateline.ledger.types import LARGEST_COUNT, canonical
from dateline.records import (
    Actor,
    Claim,
    ClaimId,
    Decision,
    Fault,
    Figure,
    Kind,
    Measure,
    Precision,
    Report,
    ReportId,
    Scope,
    Score,
    Section,
    SectionKind,
    Source,
    SourceType,
    Span,
    Status,
    When,
    Where,
)

Row = dict[str, Any]
# Enough words around a quote to find it again in a text that has shifted, as web annotations do.
CONTEXT = 32
# Columns that the first schema did not have.
LATER = frozenset({"part_of_start", "part_of_end", "replaced_by_start", "replaced_by_end"})


@dataclass(frozen=True, slots=True)
class ClaimRows:
    """One claim as rows, without the keys that the store gives; `children` by table, in their order."""

    claim: Row
    children: Mapping[str, tuple[Row, ...]]


def report_row(report: Report) -> Row:
    """A report as the row of its revision."""
    row: Row = {
        "id": report.id,
        "text": report.text,
        "sha256": sha256(report.text),
        "headline": report.headline,
        "publisher": report.publisher,
        "byline": report.byline,
        "dateline": report.dateline,
        "published": _day(report.published),
        "published_at": _hour(report.published),
        "updated": _day(report.updated),
        "updated_at": _hour(report.updated),
        "url": report.url,
        "language": report.language,
        "sections": [[section.kind.value, section.start, section.end] for section in report.sections],
    }
    return row | {"digest": sha256(canonical(row))}


def report_from(row: Mapping[str, Any]) -> Report:
    """The report that a row holds."""
    return Report(
        id=ReportId(row["id"]),
        text=row["text"],
        headline=row["headline"],
        publisher=row["publisher"],
        byline=row["byline"],
        dateline=row["dateline"],
        published=_said(row["published"], row["published_at"]),
        updated=_said(row["updated"], row["updated_at"]),
        url=row["url"],
        language=row["language"],
        sections=tuple(Section(SectionKind(kind), start, end) for kind, start, end in row["sections"]),
    )


def sha256(text: str) -> str:
    """The hash of a text in UTF-8, in hexadecimal.

    Raises:   LedgerError, when the text holds half a surrogate pair, which no file can keep.
    """
    try:
        return hashlib.sha256(text.encode()).hexdigest()
    except UnicodeEncodeError as error:
        msg = (
            f"a text holds {text[error.start]!r} at {error.start}, which is no character; mend it in reading"
        )
        raise LedgerError(msg) from error


def _day(said: date | None) -> date | None:
    return said.date() if isinstance(said, datetime) else said


def _hour(said: date | None) -> str | None:
    return said.isoformat() if isinstance(said, datetime) else None


def _said(day: date | None, hour: str | None) -> date | None:
    return datetime.fromisoformat(hour) if hour is not None else day


def claim_rows(claim: Claim, report: Report) -> ClaimRows:
    """A claim as rows, with the words of the report that it stands on.

    Raises:   LedgerError, when a span of the claim does not lie in the report's text, or a number in it
              cannot be kept.
    """
    _need_words(claim, report)
    children = {
        "claim_actor": _actor_rows("actor", claim.actors) + _actor_rows("target", claim.targets),
        "figure": tuple(_figure_row(figure, report.text) for figure in claim.figures),
        "also": tuple({"start": span.start, "end": span.end} for span in claim.also),
        "decision": tuple(_decision_row(decision) for decision in claim.decisions),
    }
    if claim.scores:  # a claim of before there were any keeps its hash
        children["score"] = tuple(asdict(score) for score in claim.scores)
    for name, rows in children.items():
        if name != "claim_actor":
            for position, row in enumerate(rows):
                row["position"] = position
    row = _claim_row(claim, report.text)
    content = sha256(canonical([row, {name: [_said_in(r) for r in rows] for name, rows in children.items()}]))
    return ClaimRows(row | {"content": content}, children)


def _said_in(row: Row) -> Row:
    """A row as it is hashed: without the later columns that say nothing, so that an upgraded claim keeps its hash."""
    return {name: value for name, value in row.items() if value is not None or name not in LATER}


def _need_words(claim: Claim, report: Report) -> None:
    spans = [claim.evidence, *claim.also, *(figure.span for figure in claim.figures)]
    spans += [span for figure in claim.figures for span in (figure.part_of, figure.replaced_by) if span]
    spans += [decision.span for decision in claim.decisions if decision.span]
    source: Source | None = claim.source
    while source:
        spans += [source.speaker] if source.speaker else []
        source = source.via
    for span in spans:
        if span.report != report.id or span.end > len(report.text):
            msg = (
                f"the claim {claim.id} stands on {span}, but was read from report {report.id}, whose text has"
                f" {len(report.text)} code points"
            )
            raise LedgerError(msg)


def _claim_row(claim: Claim, text: str) -> Row:
    start, end = claim.evidence.start, claim.evidence.end
    return {
        "id": claim.id,
        "report": claim.report,
        "kind": claim.kind,
        "status": claim.status.value,
        **_when_columns(claim.when),
        **_where_columns(claim.where, claim.words_for("where") if claim.where else None),
        "source_name": claim.source.name,
        "source_type": claim.source.type,
        "source_via": _via(claim.source.via),
        **_span_columns(claim.source.speaker, "speaker_"),
        "evidence_start": start,
        "evidence_end": end,
        "quote": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
    }


def _when_columns(when: When | None) -> Row:
    if when is None:
        return dict.fromkeys(("when_start", "when_end", "when_precision"))
    return {"when_start": when.start, "when_end": when.end, "when_precision": when.precision}


def _where_columns(where: Where | None, words: Span | None) -> Row:
    fields = ("name", "place_id", "country", "lat", "lon", "precision", "radius_km")
    row = {f"where_{field}": getattr(where, field) if where else None for field in fields}
    if where:
        row["where_precision"] = where.precision.value
        for field in ("where_lat", "where_lon", "where_radius_km"):
            row[field] = _number(row[field], where.name)
    return row | _span_columns(words, "where_words_")


def _number(value: float | None, place: str) -> float | None:
    if value is not None and not math.isfinite(value):
        msg = (
            f"the place {place} has {value} for a coordinate or a radius; a ledger keeps finite numbers only"
        )
        raise LedgerError(msg)
    return None if value is None else float(value) + 0.0  # -0.0 is 0.0: the same place has the same hash


def _span_columns(span: Span | None, prefix: str = "") -> Row:
    return {f"{prefix}start": span.start if span else None, f"{prefix}end": span.end if span else None}


def _via(source: Source | None) -> Row | None:
    if source is None:
        return None
    speaker = [source.speaker.start, source.speaker.end] if source.speaker else None
    return {"name": source.name, "type": source.type, "speaker": speaker, "via": _via(source.via)}


def _actor_rows(role: str, actors: Iterable[Actor]) -> tuple[Row, ...]:
    return tuple(
        {
            "role": role,
            "position": position,
            "name": actor.name,
            "actor_id": actor.actor_id,
            "type": actor.type,
            "country": actor.country,
        }
        for position, actor in enumerate(actors)
    )


def _figure_row(figure: Figure, text: str) -> Row:
    if max(figure.low or 0, figure.high or 0) > LARGEST_COUNT:
        msg = f"{figure.span.of(text)!r} is a larger count than a ledger can hold ({LARGEST_COUNT})"
        raise LedgerError(msg)
    return {
        "measure": figure.measure,
        "of": figure.of,
        "low": figure.low,
        "high": figure.high,
        "approx": bool(figure.approx),
        "scope": figure.scope.value,
        "victim": figure.victim,
        "unit": figure.unit,
        **_span_columns(figure.span),
        "words": figure.span.of(text),
        **_span_columns(figure.part_of, "part_of_"),
        **_span_columns(figure.replaced_by, "replaced_by_"),
    }


def _decision_row(decision: Decision) -> Row:
    return {
        "field": decision.field,
        "rule": decision.rule,
        **_span_columns(decision.span),
        "note": decision.note,
    }


def claim_from(row: Mapping[str, Any], children: Mapping[str, Iterable[Mapping[str, Any]]]) -> Claim:
    """The claim that its rows hold; children in their order."""
    report = ReportId(row["report"])
    actors = tuple(children.get("claim_actor", ()))
    return Claim(
        id=ClaimId(row["id"]),
        report=report,
        kind=Kind(row["kind"]),
        status=Status(row["status"]),
        source=_source_from(row, report),
        evidence=Span(report, row["evidence_start"], row["evidence_end"]),
        actors=tuple(actor_from(actor) for actor in actors if actor["role"] == "actor"),
        targets=tuple(actor_from(actor) for actor in actors if actor["role"] == "target"),
        when=when_from(row),
        where=where_from(row),
        figures=tuple(_figure_from(figure, report) for figure in children.get("figure", ())),
        also=tuple(Span(report, span["start"], span["end"]) for span in children.get("also", ())),
        decisions=tuple(_decision_from(decision, report) for decision in children.get("decision", ())),
        scores=tuple(_score_from(score) for score in children.get("score", ())),
    )


def _source_from(row: Mapping[str, Any], report: ReportId) -> Source:
    return Source(
        name=row["source_name"],
        type=SourceType(row["source_type"]),
        speaker=_span_from(row, report, "speaker_"),
        via=_via_from(row["source_via"], report),
    )


def _via_from(via: Row | None, report: ReportId) -> Source | None:
    if via is None:
        return None
    speaker = Span(report, *via["speaker"]) if via["speaker"] else None
    return Source(via["name"], SourceType(via["type"]), speaker, _via_from(via["via"], report))


def _span_from(row: Mapping[str, Any], report: ReportId, prefix: str = "") -> Span | None:
    start, end = row[f"{prefix}start"], row[f"{prefix}end"]
    return None if start is None else Span(report, start, end)


def actor_from(row: Mapping[str, Any]) -> Actor:
    """The actor that a row holds."""
    return Actor(row["name"], row["actor_id"], row["type"], row["country"])


def when_from(row: Mapping[str, Any]) -> When | None:
    """The days that a row holds; None where it holds none."""
    start: date | None = row["when_start"]
    return None if start is None else When(start, row["when_end"], row["when_precision"])


def where_from(row: Mapping[str, Any]) -> Where | None:
    """The place that a row holds; None where it holds none."""
    if row["where_name"] is None:
        return None
    return Where(
        name=row["where_name"],
        place_id=row["where_place_id"],
        country=row["where_country"],
        lat=row["where_lat"],
        lon=row["where_lon"],
        precision=Precision(row["where_precision"]),
        radius_km=row["where_radius_km"],
    )


def _figure_from(row: Mapping[str, Any], report: ReportId) -> Figure:
    return Figure(
        measure=Measure(row["measure"]),
        of=row["of"],
        low=row["low"],
        high=row["high"],
        approx=row["approx"],
        scope=Scope(row["scope"]),
        span=Span(report, row["start"], row["end"]),
        victim=row["victim"],
        unit=row["unit"],
        part_of=_span_from(row, report, "part_of_"),
        replaced_by=_span_from(row, report, "replaced_by_"),
    )


def _decision_from(row: Mapping[str, Any], report: ReportId) -> Decision:
    return Decision(row["field"], row["rule"], _span_from(row, report), row["note"])


def _score_from(row: Mapping[str, Any]) -> Score:
    return Score(row["field"], row["value"], row["basis"], row["judged"], row["right"])


def fault_row(fault: Fault, report: ReportId | None = None) -> Row:
    """A fault as a row; `report` is the one that was being read, where the fault does not say."""
    about = fault.about
    if isinstance(about, Span):
        words: Row = {"report": about.report, "start": about.start, "end": about.end, "about": None}
    else:
        words = {"report": report, "start": None, "end": None, "about": _writable(about)}
    return {"stage": fault.stage, "code": fault.code, **words, "message": _writable(fault.message)}


def _writable(text: str | None) -> str | None:
    """The text with what no file can keep spelled out: a file name may hold bytes that are no characters."""
    return None if text is None else text.encode(errors="backslashreplace").decode()


def fault_from(row: Mapping[str, Any]) -> Fault:
    """The fault that a row holds."""
    span = _span_from(row, ReportId(row["report"])) if row["start"] is not None else None
    return Fault(row["stage"], row["code"], span or row["about"], row["message"])
