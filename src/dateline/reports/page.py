"""A web page's tree -> what it states of its report: JSON-LD first, then meta elements, then visible times.

A date is taken only where the page gives it as the date of publication or change; none is guessed from an
address, from other dates on the page, or from a clock.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dateline.reports import dates
from dateline.reports.text import Stated

# Longer blocks of JSON-LD describe a whole site.
MOST_JSON, MOST_OBJECTS = 1_000_000, 2_000
ARTICLES = frozenset(
    (
        "article",
        "newsarticle",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "blogposting",
        "liveblogposting",
        "report",
    )
)
# Where pages state a fact, best first: (attribute, its value); the fact is in `content` or `datetime`.
META = {
    "headline": (("property", "og:title"), ("name", "twitter:title"), ("name", "title")),
    "publisher": (("property", "og:site_name"), ("name", "application-name"), ("name", "dc.publisher")),
    "author": (("name", "author"), ("property", "author"), ("name", "byl"), ("name", "dc.creator")),
    "url": (("property", "og:url"),),
    "published": (
        ("property", "article:published_time"),
        ("name", "article:published_time"),
        ("itemprop", "datePublished"),
        ("name", "datePublished"),
        ("name", "pubdate"),
        ("name", "publish-date"),
        ("name", "parsely-pub-date"),
        ("name", "dc.date.issued"),
        ("name", "dcterms.created"),
        ("name", "date"),
    ),
    "updated": (
        ("property", "article:modified_time"),
        ("name", "article:modified_time"),
        ("itemprop", "dateModified"),
        ("name", "dateModified"),
        ("name", "last-modified"),
        ("property", "og:updated_time"),
    ),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page states, and the dates on it that could not be understood."""

    stated: Stated
    unread: tuple[str, ...]

    def with_id(self, name: str) -> Stated:
        """What the page states, under an id."""
        return replace(self.stated, id=name)


def state(tree: Any) -> Facts:
    """Collect what a page states of its report."""
    article = next(_articles(tree), {})
    unread: list[str] = []
    published = _first_date(_dates(tree, article, "datePublished", "published"), unread)
    updated = _first_date(_dates(tree, article, "dateModified", "updated"), unread)
    canonical = next((str(url) for url in tree.xpath("//link[@rel='canonical']/@href")), None)
    author = _meta(tree, "author")
    stated = Stated(
        headline=_string(article.get("headline")) or _meta(tree, "headline"),
        publisher=_names(article.get("publisher")) or _meta(tree, "publisher"),
        byline=_names(article.get("author")) or (None if author and "://" in author else author),
        published=published,
        updated=updated,
        url=_meta(tree, "url") or (canonical if canonical and "://" in canonical else None),
    )
    return Facts(stated, tuple(dict.fromkeys(unread)))


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page that describe an article."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            value = json.loads((script.text or "")[:MOST_JSON], strict=False)
        except (ValueError, RecursionError):
            continue  # the page's own slip; meta elements say the same
        todo, count = [value], 0
        while todo and count < MOST_OBJECTS:
            count += 1
            value = todo.pop(0)
            if isinstance(value, list):
                todo = [*value[:MOST_OBJECTS], *todo]
            elif isinstance(value, dict):
                kinds = value.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and kind.casefold() in ARTICLES for kind in kinds):
                    yield value
                todo += [value[key] for key in ("@graph", "mainEntity") if key in value]


def _dates(tree: Any, article: dict[str, Any], key: str, fact: str) -> Iterator[str]:
    """What a page gives as a date, best first."""
    yield from filter(None, [_string(article.get(key))])
    for name, value in META[fact]:
        yield from map(
            str, tree.xpath(f"//*[@{name}=$value]/@content | //time[@{name}=$value]/@datetime", value=value)
        )
    if fact == "published":
        yield from map(str, tree.xpath("//time[@pubdate]/@datetime"))


def _first_date(said: Iterator[str], unread: list[str]) -> date | None:
    """The first date that can be understood; what comes before it is noted."""
    for words in said:
        if not words.strip():
            continue
        when = dates.read(words)
        if when:
            return when
        unread.append(words.strip())
    return None


def _meta(tree: Any, fact: str) -> str | None:
    """What a page's meta elements give for a fact, best first."""
    for name, value in META[fact]:
        for content in tree.xpath(f"//meta[@{name}=$value]/@content", value=value):
            if words := _string(content):
                return words
    return None


def _names(value: Any) -> str | None:
    """The names of people or organisations of JSON-LD: a string, an object, or a list of them."""
    values = value if isinstance(value, list) else [value]
    names = [_string(v.get("name") if isinstance(v, dict) else v) for v in values[:20]]
    found = list(dict.fromkeys(filter(None, names)))
    return ", ".join([*found[:-2], " and ".join(found[-2:])]) or None


def _string(value: Any) -> str | None:
    """A string with single spaces, or None for anything else or nothing."""
    return " ".join(value.split()) or None if isinstance(value, str) else None
