"""Values of a publication -> the few words in which the page says them."""

from __future__ import annotations

from collections.abc import Iterable

from dateline import lexicons
from dateline.exports.publication import IncidentRow
from dateline.records import Precision, When, Where

CLOSE = {
    Precision.EXACT: "",
    Precision.NEAR: "near there",
    Precision.ADMIN: "somewhere in it",
    Precision.COUNTRY: "somewhere in the country",
}


def label(word: str, group: str = "kind") -> str:
    """What the codebook calls a word; the word itself where it has none.

    >>> label("air_strike"), label("killed", "measure")
    ('air strike', 'killed')
    """
    entry = lexicons.load("codebook")[group].get(word)
    return str(entry["label"]) if entry else word.replace("_", " ")


def toll_words(low: int | None, best: int | None, high: int | None) -> str:
    """A range; a bound that nobody stated stays open.

    >>> toll_words(17, None, None), toll_words(3, 3, 3), toll_words(24, 30, 99), toll_words(None, None, None)
    ('at least 17', '3', '24 to 99, best 30', 'not said')
    """
    if low is None and high is None:
        return "not said" if best is None else f"{best:,}"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"at least {low:,}"
    if low == high:
        return f"{low:,}"
    return f"{low:,} to {high:,}" + (f", best {best:,}" if best is not None else "")


def span_of(when: When) -> str:
    """Days as they are kept: one, or the first and the last."""
    return str(when.start) if when.start == when.end else f"{when.start} to {when.end}"


def when_words(when: When | None) -> str:
    """Days and how closely they are known."""
    if when is None:
        return "not said"
    return span_of(when) + (f" (told as a {when.precision})" if when.precision != "day" else "")


def where_words(where: Where | None) -> str:
    """A place and how closely it is known."""
    if where is None:
        return "not said"
    radius = f"within {where.radius_km:,.0f} km" if where.radius_km else ""
    known = ", ".join(part for part in (where.country, CLOSE[where.precision], radius) if part)
    return f"{where.name} ({known})" if known else where.name


def places(rows: Iterable[IncidentRow]) -> list[tuple[IncidentRow, float, float]]:
    """The incidents that have a point, with it: latitude, longitude."""
    return [
        (row, row.where.lat, row.where.lon)
        for row in rows
        if row.where and row.where.lat is not None and row.where.lon is not None
    ]
