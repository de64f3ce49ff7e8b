"""What a person types into a form or a command, by field -> changes to a claim, or a claim that was missed.

A field that is None is left as it is; empty words say that the report does not say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dateline.errors import UsageError
from dateline.ledger import Change
from dateline.records import (
    Claim,
    ClaimId,
    Figure,
    Kind,
    Measure,
    Precision,
    Report,
    Scope,
    SourceType,
    Span,
    Status,
)
from dateline.reviewing import values

Said = Mapping[str, Any]
# What is typed of a claim, by field; `words` are those of the report that the person went by.
FIELDS = (
    "kind",
    "status",
    "when",
    "where",
    "precision",
    "actors",
    "targets",
    "source",
    "source_type",
    "words",
)
# What is typed of a figure.
BOUNDS = ("measure", "low", "high", "scope", "of", "victim")


def changes(claim: Claim, report: Report, said: Said) -> list[Change]:
    """The fields that are said otherwise than the claim has them.

    Args:     said: kind, status, when, where (with precision), actors, targets, source, source_type; and words, those
              of the report that the person went by.
    Raises:   UsageError, when a value cannot be read.
    """
    words = values.words_at(report, said["words"]) if said.get("words") else None
    new = [(field, getattr(claim, field), value) for field, value in _values(claim, said).items()]
    return [Change(field, value, words=words) for field, old, value in new if value != old]


def _values(claim: Claim, said: Said) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if said.get("kind") is not None:
        found["kind"] = Kind(said["kind"])
    if said.get("status") is not None:
        found["status"] = _one_of(Status, said["status"], "status")
    if said.get("when") is not None and said["when"].strip() != values.when_words(claim.when):
        found["when"] = values.when(said["when"])
    if said.get("where") is not None or said.get("precision"):
        found["where"] = _where(claim, said)
    for field in ("actors", "targets"):
        if said.get(field) is not None:
            found[field] = values.parties(said[field], getattr(claim, field))
    if said.get("source") is not None or said.get("source_type") is not None:
        name = said["source"] if said.get("source") is not None else claim.source.name
        found["source"] = values.source(name, said.get("source_type") or claim.source.type, claim.source)
    return found


def _where(claim: Claim, said: Said) -> Any:
    words, how = said.get("where"), said.get("precision") or None
    if how:
        _one_of(Precision, how, "precision")
    is_same = words is None or words.strip() == values.where_words(claim.where)
    if is_same and claim.where is not None:
        return replace(claim.where, precision=Precision(how)) if how else claim.where
    return values.where(words or "", how)


def figure_change(
    report: Report,
    old: Figure | None,
    *,
    words: str | None = None,
    strike: bool = False,
    said: Said,
) -> list[Change]:
    """A figure corrected, struck, or added in some words.

    Args:     said: measure, low, high, approx, scope, of, victim; None leaves each as it is.
    Raises:   UsageError, when a value cannot be read or there is nothing to correct.
    """
    if strike and old is not None:
        return [Change("figure", None, old)]
    if old is None and not words:
        msg = "a new figure needs the words that it stands in"
        raise UsageError(msg)
    span = values.words_at(report, words) if words else None
    new = figure(old, span, said)
    return [] if new == old else [Change("figure", new, old)]


def figure(old: Figure | None, span: Span | None, said: Said) -> Figure:
    """A figure as somebody says it, on the ground of an old one, where there is one.

    Raises:   UsageError, when a value cannot be read.
    """
    if old is None:
        if span is None or not said.get("measure"):
            msg = "a figure needs its words and what it measures"
            raise UsageError(msg)
        old = Figure(Measure(said["measure"]), "", None, None, approx=False, scope=Scope.NEW, span=span)
    given: dict[str, Any] = {}
    for name in ("low", "high"):
        if said.get(name) is not None:
            given[name] = values.count(said[name], name)
    if said.get("approx") is not None:
        given["approx"] = bool(said["approx"])
    if said.get("scope"):
        given["scope"] = _one_of(Scope, said["scope"], "scope")
    if said.get("measure"):
        given["measure"] = Measure(said["measure"])
    if said.get("of") is not None:
        given["of"] = said["of"].strip()
    if said.get("victim") is not None:
        given["victim"] = said["victim"].strip() or None
    if given.get("scope", old.scope) is not Scope.SUPERSEDED:
        given["replaced_by"] = None
    try:
        return replace(old, **given | ({"span": span} if span else {}))
    except ValueError as error:
        msg = f"that is no figure: {error}"
        raise UsageError(msg) from error


def missed(report: Report, words: str, said: Said, *, figure: str | None = None, figure_said: Said) -> Claim:
    """A claim that was not read, by the words that make it.

    Raises:   UsageError, when the words are not in the report, or a value cannot be read.
    """
    evidence = values.words_at(report, words)
    blank = Claim(
        ClaimId("new"),
        report.id,
        Kind(said.get("kind") or ""),
        Status.HAPPENED,
        values.source(said.get("source") or "report", SourceType(said.get("source_type") or "report")),
        evidence,
    )
    values_ = _values(blank, {k: v for k, v in said.items() if v not in (None, "")})
    made = replace(blank, **values_)
    if figure:
        span = values.words_at(report, figure)
        made = replace(made, figures=(figure_of(span, figure_said),))
        if not made.evidence.covers(span):
            made = replace(made, also=(span,))
    return made


def figure_of(span: Span, said: Said) -> Figure:
    """A new figure in some words."""
    return figure(None, span, said)


def _one_of(words: Any, said: str, what: str) -> Any:
    try:
        return words(said)
    except ValueError as error:
        msg = f"{said!r} is no {what}; there are: {', '.join(word.value for word in words)}"
        raise UsageError(msg) from error
