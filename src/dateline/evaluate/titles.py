"""A row's text and the title that its file keeps apart -> one report, with the title as its headline."""

from __future__ import annotations

from datetime import date

from dateline import reports
from dateline.records import Report


def under_title(text: str, title: str | None, *, id: str, published: date | str | None) -> Report:  # noqa: A002
    """A report whose text opens with its title, as a page shows it: what only the title tells is told as well.

    Args:   published as `reports.from_text` takes it.
    Raises: UsageError, when the text is blank or `published` cannot be understood.
    """
    headline = (title or "").strip()
    whole = f"{headline}\n\n{text}" if headline else text
    return reports.from_text(whole, id=id, headline=headline or None, published=published)
