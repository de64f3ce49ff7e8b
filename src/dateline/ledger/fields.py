"""A claim, or one field of it <-> the same as JSON, as the log of judgements keeps it.

What goes in comes out equal; what the program found for itself (its rules and scores) is left out, but for the
words that each field went by.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.errors import UsageError
from dateline.ledger.anchoring import LostError
from dateline.records import (
    Actor,
    Claim,
    ClaimId,
    Decision,
    Figure,
    Kind,
    Measure,
    Precision,
    ReportId,
    Scope,
    Source,
    SourceType,
    Span,
    Status,
    When,
    Where,
)

Object = dict[str, Any]
# The fields that a person can correct -> the name that rules and their decisions have for each.
DECIDED = {
    "kind": "kind",
    "status": "status",
    "source": "source",
    "when": "when",
    "where": "where",
    "actors": "actor",
    "targets": "target",
    "figure": "figure",
}
# The attribute of a claim that each field but `figure` is.
PLAIN = tuple(field for field in DECIDED if field != "figure")


def to_object(claim: Claim) -> Object:
    """All that a claim says, with the words each field went by."""
    words = {d.field: _pair(d.span) for d in claim.decisions if d.span and d.field != "figure"}
    return {
        "id": claim.id,
        **{field: value_to(field, getattr(claim, field)) for field in PLAIN},
        "figures": [value_to("figure", figure) for figure in claim.figures],
        "evidence": _pair(claim.evidence),
        "also": [_pair(span) for span in claim.also],
        "words": words,
    }


def from_object(said: Mapping[str, Any], report: ReportId) -> Claim:
    """The claim that an object says, its fields decided by nobody yet but for the words they went by."""
    return Claim(
        id=ClaimId(said["id"]),
        report=report,
        **{field: value_from(field, said[field], report) for field in PLAIN},
        figures=tuple(value_from("figure", figure, report) for figure in said["figures"]),
        evidence=Span(report, *said["evidence"]),
        also=tuple(Span(report, *pair) for pair in said["also"]),
        decisions=tuple(Decision(field, "", Span(report, *pair)) for field, pair in said["words"].items()),
    )


def value_to(field: str, value: Any) -> Any:
    """One field's value as JSON; None where it is not said."""
    return None if value is None else _TO[field](value)


def value_from(field: str, said: Any, report: ReportId) -> Any:
    """One field's value from JSON.

    Raises:   UsageError, when it breaks a rule of the record or there is no such field.
    """
    if field not in _FROM:
        msg = f"a claim has no field {field!r} to correct; there are: {', '.join(DECIDED)}"
        raise UsageError(msg)
    if said is None:
        return None
    try:
        return _FROM[field](said, report)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        msg = f"{said!r} is no value for {field}: {error}"
        raise UsageError(msg) from error


def moved(claim: Claim, move: Callable[[Span], Span]) -> Claim:
    """The claim with all of its words moved to where they stand in another text."""
    return replace(
        claim,
        source=_moved_source(claim.source, move),
        evidence=move(claim.evidence),
        also=_kept(claim.also, move),
        figures=tuple(moved_figure(figure, move) for figure in claim.figures),
        decisions=tuple(
            replace(d, span=span) for d in claim.decisions if d.span for span in _kept((d.span,), move)
        ),
    )


def _kept(spans: tuple[Span, ...], move: Callable[[Span], Span]) -> tuple[Span, ...]:
    """Those of the words that stand in the other text; none of them is what the claim rests on."""
    found = []
    for span in spans:
        with suppress(LostError):
            found.append(move(span))
    return tuple(found)


def moved_figure(figure: Figure, move: Callable[[Span], Span]) -> Figure:
    """The figure with all of its words moved."""
    return replace(
        figure,
        span=move(figure.span),
        part_of=move(figure.part_of) if figure.part_of else None,
        replaced_by=move(figure.replaced_by) if figure.replaced_by else None,
    )


def moved_value(field: str, value: Any, move: Callable[[Span], Span]) -> Any:
    """The value of a field with its words moved, where it has any."""
    if value is None or field not in {"figure", "source"}:
        return value
    return moved_figure(value, move) if field == "figure" else _moved_source(value, move)


def _moved_source(source: Source, move: Callable[[Span], Span]) -> Source:
    return replace(
        source,
        speaker=move(source.speaker) if source.speaker else None,
        via=_moved_source(source.via, move) if source.via else None,
    )


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _source_to(source: Source) -> Object:
    via = _source_to(source.via) if source.via else None
    return {"name": source.name, "type": source.type, "speaker": _pair(source.speaker), "via": via}


def _source_from(said: Mapping[str, Any], report: ReportId) -> Source:
    speaker, via = said.get("speaker"), said.get("via")
    return Source(
        _named(said["name"]),
        SourceType(said["type"]),
        Span(report, *speaker) if speaker else None,
        _source_from(via, report) if via else None,
    )


def _named(name: str) -> str:
    if not name.strip():
        msg = "a name is not empty"
        raise ValueError(msg)
    return name


def _when_to(when: When) -> Object:
    return {"start": when.start.isoformat(), "end": when.end.isoformat(), "precision": when.precision}


def _when_from(said: Mapping[str, Any], _: ReportId) -> When:
    start, end = date.fromisoformat(said["start"]), date.fromisoformat(said.get("end") or said["start"])
    return When(start, end, said.get("precision") or ("day" if start == end else "span"))


_PLACE = ("name", "place_id", "country", "lat", "lon", "precision", "radius_km")


def _where_to(where: Where) -> Object:
    return {name: getattr(where, name) for name in _PLACE} | {"precision": where.precision.value}


def _where_from(said: Mapping[str, Any], _: ReportId) -> Where:
    values: dict[str, Any] = {name: said.get(name) for name in _PLACE}
    values["precision"] = Precision(said.get("precision") or "exact")
    for name, most in (("lat", 90), ("lon", 180)):
        if values[name] is not None and not -most <= float(values[name]) <= most:
            msg = f"{name} lies between -{most} and {most} degrees, not at {values[name]}"
            raise ValueError(msg)
    return Where(**values | {"name": _named(said["name"])})


def _actors_to(actors: tuple[Actor, ...]) -> list[Object]:
    return [{"name": a.name, "actor_id": a.actor_id, "type": a.type, "country": a.country} for a in actors]


def _actors_from(said: list[Mapping[str, Any]], _: ReportId) -> tuple[Actor, ...]:
    return tuple(
        Actor(_named(a["name"]), a.get("actor_id"), a.get("type") or "other", a.get("country")) for a in said
    )


def _figure_to(figure: Figure) -> Object:
    return {
        "measure": figure.measure,
        "of": figure.of,
        "low": figure.low,
        "high": figure.high,
        "approx": bool(figure.approx),
        "scope": figure.scope.value,
        "victim": figure.victim,
        "unit": figure.unit,
        "span": _pair(figure.span),
        "part_of": _pair(figure.part_of),
        "replaced_by": _pair(figure.replaced_by),
    }


def _figure_from(said: Mapping[str, Any], report: ReportId) -> Figure:
    def span(name: str) -> Span | None:
        return Span(report, *said[name]) if said.get(name) else None

    return Figure(
        measure=Measure(_named(said["measure"])),
        of=said.get("of") or "",
        low=_count(said.get("low")),
        high=_count(said.get("high")),
        approx=bool(said.get("approx")),
        scope=Scope(said.get("scope") or "new"),
        span=Span(report, *said["span"]),
        victim=said.get("victim"),
        unit=said.get("unit") or "people",
        part_of=span("part_of"),
        replaced_by=span("replaced_by"),
    )


def _count(said: Any) -> int | None:
    if said is None:
        return None
    if isinstance(said, bool) or int(said) != said:
        msg = f"a count is a whole number, not {said!r}"
        raise ValueError(msg)
    return int(said)


_TO: Mapping[str, Callable[[Any], Any]] = {
    "kind": str,
    "status": lambda status: status.value,
    "source": _source_to,
    "when": _when_to,
    "where": _where_to,
    "actors": _actors_to,
    "targets": _actors_to,
    "figure": _figure_to,
}
_FROM: Mapping[str, Callable[[Any, ReportId], Any]] = {
    "kind": lambda said, _: Kind(_named(said)),
    "status": lambda said, _: Status(said),
    "source": _source_from,
    "when": _when_from,
    "where": _where_from,
    "actors": _actors_from,
    "targets": _actors_from,
    "figure": _figure_from,
}
