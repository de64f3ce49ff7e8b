"""A claim and its report -> what a notebook shows: one line, or the words with their figures marked.

Everything that comes from a report is escaped; the styles are few and stand in the elements, so that they
show in every notebook and on every saved page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import shorten
from typing import Any

from dateline.exports.claims import flat
from dateline.records import Actor, Claim, Figure, Report, Source, Span, When, Where
from dateline.totals import Total, totals

# Longer quotes are cut in the one-line form, which is for lists.
_QUOTE_LENGTH = 60
_MARK = '<mark style="background:#ffe08a;color:inherit;padding:0 2px">'
_HEAD = "text-align:left;vertical-align:top;font-weight:600;padding:1px 12px 1px 0;white-space:nowrap"
_CELL = "text-align:left;vertical-align:top;padding:1px 0"


@dataclass(frozen=True, slots=True, repr=False)
class ShownClaim:
    """A claim with its report: it shows itself in a notebook, and has every field that the claim has."""

    claim: Claim
    report: Report

    def __getattr__(self, name: str) -> Any:
        # Copying and pickling ask for names of their own before the fields are set; no claim has them.
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.claim, name)

    def __dir__(self) -> list[str]:
        return sorted({*object.__dir__(self), *Claim.__slots__, "quote", "totals"})

    @property
    def quote(self) -> str:
        """The words that make the claim."""
        return self.claim.evidence.of(self.report.text)

    @property
    def totals(self) -> tuple[Total, ...]:
        """What the claim's figures come to, measure by measure, each with its basis: said or worked out."""
        return totals(self.claim.figures)

    def __repr__(self) -> str:
        return f"<{line(self.claim, self.report)}>"

    def _repr_html_(self) -> str:
        return to_html(self.claim, self.report)


def line(claim: Claim, report: Report) -> str:
    """A claim on one line: kind, status, when, where, figures, who says so, and how its words begin."""
    # Cut between words: half a number would be another number.
    quote = shorten(claim.evidence.of(report.text), _QUOTE_LENGTH, placeholder=" …")
    parts = (
        f"{claim.kind} ({claim.status.value})",
        _when(claim.when),
        _where(claim.where),
        ", ".join(flat(figure) for figure in claim.figures),
        f"says {claim.source.name}",
        f"“{quote}”",
    )
    return "; ".join(part for part in parts if part)


def to_html(claim: Claim, report: Report) -> str:
    """A claim as a piece of HTML: its words with the figures marked, and who, what, when and where."""
    figures = [figure.span for figure in claim.figures]
    quotes = " … ".join(_marked(span, figures, report.text) for span in (claim.evidence, *claim.also))
    rows = "".join(
        f'<tr style="background:none"><th style="{_HEAD}">{escape(head)}</th>'
        f'<td dir="auto" style="{_CELL}">{escape(text)}</td></tr>'
        for head, text in _answers(claim, report)
        if text
    )
    return (
        '<div style="max-width:48em;margin:6px 0">'
        f'<blockquote lang="{escape(report.language)}" dir="auto"'
        f' style="margin:0 0 6px;padding:2px 10px;border-left:3px solid #bbb">{quotes}</blockquote>'
        f'<table style="border-collapse:collapse">{rows}</table></div>'
    )


def _marked(span: Span, figures: Iterable[Span], text: str) -> str:
    """The words of a span, escaped, with the figures that lie in them marked."""
    out, at = [], span.start
    for figure in sorted(figure for figure in figures if figure.overlaps(span)):
        start, end = max(figure.start, at), min(figure.end, span.end)
        if start < end:  # two figures may share words: they are marked once
            out += [escape(text[at:start]), _MARK, escape(text[start:end]), "</mark>"]
            at = end
    return "".join((*out, escape(text[at : span.end])))


def _answers(claim: Claim, report: Report) -> Sequence[tuple[str, str]]:
    published = (report.publisher, report.published_day, report.id)
    return (
        ("who", _names(claim.actors)),
        ("what", f"{claim.kind} ({claim.status.value})"),
        ("to whom", _names(claim.targets)),
        ("when", _when(claim.when) or "not said"),
        ("where", _where(claim.where) or "not said"),
        ("how many", "; ".join(counted(figure) for figure in claim.figures)),
        ("who says so", _source(claim.source, report)),
        ("report", ", ".join(str(part) for part in published if part)),
    )


def _names(actors: Iterable[Actor]) -> str:
    return "; ".join(actor.name for actor in actors)


def _when(when: When | None) -> str:
    if when is None:
        return ""
    return str(when.start) if when.start == when.end else f"{when.start} to {when.end} ({when.precision})"


def _where(where: Where | None) -> str:
    if where is None:
        return ""
    return f"{where.name} ({', '.join(part for part in (where.country, where.precision.value) if part)})"


def counted(figure: Figure) -> str:
    """A figure in words: "killed at least 28 (people)"."""
    about = "about " if figure.approx else ""
    of = f" ({figure.of})" if figure.of else ""
    return f"{figure.measure} {about}{_range(figure.low, figure.high)}{of}"


def _range(low: int | None, high: int | None) -> str:
    if low is None:
        return "an unknown number" if high is None else f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _source(source: Source, report: Report) -> str:
    via = f", via {_source(source.via, report)}" if source.via else ""
    if source.type == "report":
        return f"{report.publisher or 'the report'}, in its own voice{via}"
    return f"{source.name} ({source.type}){via}"
