"""Words that a person types or chooses -> values of a claim's fields, looked up in what dateline ships.

Empty words say that the report does not say. What cannot be read is refused with what would do.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date
from functools import cache

from dateline.errors import UsageError
from dateline.lexicons.gazetteer import Gazetteer, open_gazetteer
from dateline.records import Actor, Precision, Report, Source, SourceType, Span, When, Where

# "2031", "2031-05" or "2031-05-02", and after dots or "to" another; must not take "05/02/2031".
DAYS = re.compile(
    r"""(?P<start>\d{4}(?:-\d{2}(?:-\d{2})?)?) (?:\s*(?:\.\.|to|–)\s* (?P<end>\d{4}(?:-\d{2}(?:-\d{2})?)?))?""",
    re.VERBOSE,
)
# "Östby, SWE" and "Östby, SWE @ 60.1, 15": name, country, and a point.
PLACE = re.compile(
    r"""(?P<name>[^,@]+?) \s*(?:,\s*(?P<country>[A-Z]{3}))?
        \s*(?:@\s*(?P<lat>-?\d+(?:\.\d+)?)\s*,\s*(?P<lon>-?\d+(?:\.\d+)?))?""",
    re.VERBOSE,
)
# "clinic (medical)" and "clinic (medical), via Lantern Watch (monitor)".
SAID_BY = re.compile(r"(?P<name>[^()]+?)\s*\((?P<type>\w+)\)")
PLACE_KINDS = {"country": Precision.COUNTRY, "admin1": Precision.ADMIN, "admin2": Precision.ADMIN}


def when(words: str) -> When | None:
    """The days that somebody types.

    >>> when("2031-05")
    When(start=datetime.date(2031, 5, 1), end=datetime.date(2031, 5, 31), precision='month')
    >>> when("2031-05-02 to 2031-05-04").precision
    'span'

    Raises:   UsageError, when they are none.
    """
    words = words.strip()
    if not words:
        return None
    found = DAYS.fullmatch(words)
    try:
        if found is None:
            raise ValueError(words)  # noqa: TRY301 (told once, below)
        start, end, precision = _days(found["start"])
        if found["end"]:
            end, precision = _days(found["end"])[1], "span"
        return When(start, end, precision)
    except ValueError as error:
        msg = f"{words!r} is no time; write 2031-05-02, 2031-05, 2031, or 2031-05-02 to 2031-05-04"
        raise UsageError(msg) from error


def _days(words: str) -> tuple[date, date, str]:
    year, *rest = (int(part) for part in words.split("-"))
    if not rest:
        return date(year, 1, 1), date(year, 12, 31), "year"
    if len(rest) == 1:
        return date(year, rest[0], 1), date(year, rest[0], monthrange(year, rest[0])[1]), "month"
    day = date(year, rest[0], rest[1])
    return day, day, "day"


def when_words(value: When | None) -> str:
    """The days as they would be typed: what `when` reads back as the same."""
    if value is None:
        return ""
    if value.start == value.end:
        return value.start.isoformat()
    for length in (4, 7):
        short = value.start.isoformat()[:length]
        if _days(short)[:2] == (value.start, value.end):
            return short
    return f"{value.start} to {value.end}"


@cache
def _gazetteer() -> Gazetteer:
    return open_gazetteer(None)


def where(words: str, precision: str | None = None) -> Where | None:
    """The place that somebody types: its point and id from the gazetteer, unless a point is given.

    Raises:   UsageError, when the words are no place.
    """
    words = words.strip()
    if not words:
        return None
    found = PLACE.fullmatch(words)
    if found is None:
        msg = f"{words!r} is no place; write a name, a country's code, a point: Östby, SWE @ 60.1, 15"
        raise UsageError(msg)
    name, country = found["name"].strip(), found["country"]
    how = Precision(precision) if precision else None
    if found["lat"] is not None:
        return Where(
            name, None, country, float(found["lat"]), float(found["lon"]), how or Precision.EXACT, None
        )
    known = [place for place in _gazetteer().lookup(name) if country in (None, place.country)]
    if not known:
        return Where(name, None, country, precision=how or Precision.EXACT)
    place = known[0]
    how = how or PLACE_KINDS.get(place.kind, Precision.EXACT)
    return Where(name, place.id, place.country, place.lat, place.lon, how, place.radius_km or None)


def where_words(value: Where | None) -> str:
    """The place as it would be typed."""
    return "" if value is None else ", ".join(part for part in (value.name, value.country) if part)


def parties(words: str, known: tuple[Actor, ...] = ()) -> tuple[Actor, ...]:
    """The actors that somebody types, between semicolons; `known` are kept as they are where they are named again."""
    names = dict.fromkeys(" ".join(name.split()) for name in words.split(";") if name.strip())
    by_name = {actor.name.casefold(): actor for actor in known}
    return tuple(by_name.get(name.casefold()) or _party(name) for name in names)


def _party(name: str) -> Actor:
    from dateline.mentions.actors.search import search  # noqa: PLC0415 (opens the table of actors)

    taken = next((found.actor for found in search(name) if found.taken), None)
    return replace(taken, name=taken.name) if taken else Actor(name)


def party_words(actors: tuple[Actor, ...]) -> str:
    """The actors as they would be typed."""
    return "; ".join(actor.name for actor in actors)


def source(words: str, type_: str, was: Source | None = None) -> Source:
    """The source that somebody types; who passed it on, and the words for it, stay where the name does.

    Raises:   UsageError, when there is no name.
    """
    name = " ".join(words.split())
    if not name:
        msg = "a source needs a name; the report itself is 'report'"
        raise UsageError(msg)
    if was is not None and was.name == name:
        return replace(was, type=SourceType(type_))
    return Source(name, SourceType(type_), None, was.via if was else None)


def count(words: str, what: str) -> int | None:
    """A count that somebody types; None where nothing is.

    Raises:   UsageError, when it is no whole number of at least 0.
    """
    words = words.strip().replace(",", "").replace(" ", "")
    if not words:
        return None
    if not (words.isascii() and words.isdigit()):
        msg = f"{words!r} is no {what} bound; write a whole number, or nothing where none is stated"
        raise UsageError(msg)
    return int(words)


def words_at(report: Report, words: str) -> Span:
    """The stretch of a report that somebody names: by its offsets ("120-164") or by words that stand there once.

    Raises:   UsageError, when they stand nowhere or more than once.
    """
    given = re.fullmatch(r"\s*(\d+)\s*-\s*(\d+)\s*", words)
    if given and int(given[1]) < int(given[2]) <= len(report.text):
        return report.span(int(given[1]), int(given[2]))
    found = report.text.count(words) if words.strip() else 0
    if found != 1:
        msg = f"{words!r} stands {found} times in {report.id}; give words that stand there once, or offsets: 120-164"
        raise UsageError(msg)
    at = report.text.index(words)
    return report.span(at, at + len(words))
