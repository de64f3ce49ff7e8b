"""Values of a claim -> a few plain words each, for a table; no words where the report does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.cli.cleaning import one_line
from dateline.records import Actor, Claim, Figure, Scope, Source, When, Where
from dateline.totals import Basis, Total, totals

if TYPE_CHECKING:
    from dateline.incidents.history import Row

SCOPES = {
    Scope.NEW: "",
    Scope.CUMULATIVE: " in all",
    Scope.PART: " (part)",
    Scope.SUPERSEDED: " (superseded)",
}
SHORT_ID = 8  # enough of an id to name one claim in a ledger of many thousands


def counted(number: int, word: str) -> str:
    """A number and its word.

    >>> counted(1, "fault"), counted(1200, "claim")
    ('1 fault', '1,200 claims')
    """
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def when(value: When | None) -> str:
    """A day, month or year where it is just that, else the first and last day, the last one cut short.

    >>> from datetime import date
    >>> when(When(date(2015, 6, 1), date(2015, 6, 30), "month"))
    '2015-06'
    >>> when(When(date(2024, 3, 12), date(2024, 3, 15), "span"))
    '2024-03-12 to 15'
    """
    return "" if value is None else value.words


def where(value: Where | None) -> str:
    """The place's name and, after a comma, its country's code."""
    if value is None:
        return ""
    return one_line(", ".join(part for part in (value.name, value.country) if part))


def names(actors: tuple[Actor, ...]) -> str:
    """Names, with commas between them."""
    return one_line(", ".join(actor.name for actor in actors))


def who_to_whom(claim: Claim) -> str:
    """Who did it, an arrow, to whom; a question mark for the side that is not told."""
    if not claim.actors and not claim.targets:
        return ""
    if not claim.targets:
        return names(claim.actors)
    return f"{names(claim.actors) or '?'} → {names(claim.targets)}"


def amount(figure: Figure | Total | Row) -> str:
    """The number as it was said: at least, up to, a range, about, none.

    A bound that nobody stated stays unstated: "at least 20" is not 20.
    """
    low, high = figure.low, figure.high
    if low is None and high is None:
        return "an unknown number"
    if low == high:
        said = f"{low:,}"
    elif high is None:
        said = f"at least {low:,}"
    elif low is None:
        return f"nearly {high:,}" if figure.approx else f"up to {high:,}"
    else:
        said = f"{low:,} to {high:,}"
    return f"about {said}" if figure.approx else said


def figure(value: Figure) -> str:
    """A figure in words: measure, amount, of whom."""
    of = f" {one_line(value.of)}" if value.of else ""
    return f"{value.measure} {amount(value)}{of}{SCOPES[value.scope]}"


def figures(claim: Claim) -> str:
    """All figures of a claim, one a line, and below a list without a sum the sum that we worked out."""
    sums = (f"= {t.measure} {amount(t)} (worked out)" for t in totals(claim.figures) if t.basis is Basis.SUM)
    return "\n".join((*map(figure, claim.figures), *sums))


def source(value: Source, publisher: str | None = None) -> str:
    """Who says so, and through whom it came; the publisher stands for a report's own voice."""
    said = publisher or "the report" if value.type == "report" else value.name
    relay, via = value.via, ""
    while relay is not None:
        via += f", via {relay.name}"
        relay = relay.via
    return one_line(said + via)


def what(claim: Claim) -> str:
    """The kind in words, and the status where it is other than happened."""
    kind = claim.kind.replace("_", " ")
    return kind if claim.status == "happened" else f"{kind} ({claim.status})"


def short_id(claim: Claim) -> str:
    """As much of the claim's id as a person types."""
    return claim.id[:SHORT_ID]
