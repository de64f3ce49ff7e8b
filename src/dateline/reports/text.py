"""A text and what its file says of it -> a Report, with its sections and what the text states of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from dateline.errors import UsageError
from dateline.records import Report, ReportId
from dateline.reports import dates, sections

# Names that many files have; a report called after one of them needs its text's hash as well.
COMMON_STEMS = frozenset(
    (
        "article",
        "data",
        "document",
        "download",
        "export",
        "file",
        "index",
        "input",
        "news",
        "out",
        "output",
        "page",
    )
) | frozenset(("print", "report", "reports", "stdin", "story", "test", "text", "tmp", "untitled"))


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file or a caller says of a report; None where it does not."""

    id: str | None = None
    headline: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: date | None = None
    updated: date | None = None
    url: str | None = None


def from_text(
    text: str,
    *,
    id: str | None = None,  # noqa: A002 - the field's name, as in a file
    headline: str | None = None,
    publisher: str | None = None,
    published: date | str | None = None,
    url: str | None = None,
) -> Report:
    """Make a report of a text that the caller holds.

    Args:     published a date, an aware datetime, or either as a string ("2031-03-09", "March 9, 2031").
    Returns:  the report; `text` is the text as given. What is not given is taken from the text where it
              states it: headline, outlet, writers, dateline, times.
    Raises:   UsageError, when the text is blank or `published` cannot be understood.
    """
    if not isinstance(text, str):
        msg = f"a report's text is a string; this is {type(text).__name__}"
        raise UsageError(msg)
    if not text.strip():
        msg = "a report needs words; this text is blank"
        raise UsageError(msg)
    when = dates.read(published) if isinstance(published, str) else published
    if published is not None and not isinstance(when, date):
        msg = f"published is {published!r}, which is no date; give it as 2031-03-09 or leave it out"
        raise UsageError(msg)
    stated = Stated(id, headline, publisher, None, when, None, url)
    return compose(text, replace(stated, id=id or f"report-{digest(text)[:12]}"))


def compose(text: str, stated: Stated, layout: sections.Layout | None = None) -> Report:
    """Put a report together: what is stated of it wins over what its text says.

    A text that tells only when it was updated was written by then: `published` is that time as well.
    """
    found = layout or sections.find(text, stated.headline)
    published = stated.published or found.published or stated.updated or found.updated
    return Report(
        id=ReportId(stated.id or f"report-{digest(text)[:12]}"),
        text=text,
        headline=stated.headline or found.headline,
        publisher=stated.publisher or found.publisher,
        byline=stated.byline or found.byline,
        dateline=found.dateline,
        published=day_or_aware(published),
        updated=day_or_aware(stated.updated or found.updated),
        url=stated.url,
        sections=found.sections,
    )


def day_or_aware(when: date | None) -> date | None:
    """A time without a zone as its day alone."""
    return when.date() if isinstance(when, datetime) and when.tzinfo is None else when


def id_from(stem: str | None, text: str, *, alone: bool = True) -> str:
    """The id of a report that has none: its file's stem, with the text's hash where the stem says little.

    Args:     alone tells that the file holds this report and no other.
    """
    if not stem or not re.search(r"\w", stem):
        return f"report-{digest(text)[:12]}"
    telling = alone and len(stem) > 3 and stem.casefold() not in COMMON_STEMS and not stem.isdecimal()
    return stem if telling else f"{stem}-{digest(text)[:8]}"


def digest(text: str) -> str:
    """The hash of a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
