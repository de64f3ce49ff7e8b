"""A web page -> a Report whose text is the page's readable words, in the order in which they stand on it.

"What was read" of a page is this extraction, not its source: title, standfirst, byline, time, captions and
paragraphs, one to a paragraph, white space inside as single spaces. Nothing of it is run or fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.errors import InstallError
from dateline.records import Fault, Report, SectionKind
from dateline.reports import page, sections
from dateline.reports.decode import fault
from dateline.reports.paragraphs import Stretch
from dateline.reports.text import compose, id_from

Block = tuple[SectionKind, str]

# Elements whose words are no report, and those that hold a paragraph.
DROPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "nav",
    "footer",
    "form",
    "button",
    "select",
)
HOLDERS = frozenset(
    ("p", "li", "blockquote", "pre", "h2", "h3", "h4", "h5", "h6", "td", "th", "dd", "dt", "div")
)
HOLDERS |= frozenset(("section", "article", "main", "span", "body", "address"))
INLINE = frozenset(
    ("a", "abbr", "b", "br", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span")
)
INLINE |= frozenset(("strong", "sub", "sup", "time", "u", "wbr", "del", "ins", "bdi", "bdo"))
# How pages name these parts in class, itemprop, rel or data-testid.
STANDFIRST = re.compile(
    r"standfirst|sub-?head(?:line|ing)?\b|\bdek\b|\bdeck\b|article-?summary|\blede\b|sub-?title",
    re.IGNORECASE,
)
BYLINE = re.compile(r"by-?line|\bauthors?\b|article-?author", re.IGNORECASE)
CAPTION = re.compile(r"caption|photo-?credit|image-?credit", re.IGNORECASE)
LONGEST_BYLINE, LONGEST_STANDFIRST = 200, 500
# The outlet's name after the headline in a page's title: "Two die in Tarmia | The Belmora Post".
TITLE_END = re.compile(r"\s+[|–—»·-]\s+[^|–—»·]{2,60}\Z")
# Less than this share of the main text found again on the page: then the page is too odd to walk over.
LEAST_FOUND = 0.5


def read(source: str, name: str, stem: str | None) -> Iterator[Report | Fault]:
    """Make a report of a page's source.

    Faults:   reports.html, when no readable words are on the page; reports.date beside a report, when the
              page states a date that cannot be understood.
    Raises:   InstallError, when trafilatura or lxml is missing or broken.
    """
    tree = _tree(source)
    if tree is None:
        yield fault("html", name, f"{name} is no HTML page that can be read; save its words as .txt")
        return
    facts = page.state(tree)
    blocks = _blocks(tree, _main_text(source), facts.stated.headline)
    if not any(kind is SectionKind.BODY for kind, _ in blocks):
        found = f"only {blocks[0][1][:60]!r}" if blocks else "no words at all"
        message = (
            f"{name} holds no readable text, {found}; it may be built by a script: save its words as .txt"
        )
        yield fault("html", name, message)
        return
    for said in facts.unread:
        yield fault(
            "date", name, f"{name} gives the date {said[:60]!r}, which cannot be understood; it was left out"
        )
    text, marked = _joined(blocks)
    stated = facts.with_id(id_from(stem, text))
    yield compose(text, stated, sections.find(text, stated.headline, marked))


def _tree(source: str) -> Any:
    """The page as a tree, without what is no report; None where there is no page."""
    try:
        from lxml import etree, html  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy, only pages need it
    except ImportError as error:
        msg = "reading web pages needs lxml; install dateline again"
        raise InstallError(msg) from error
    try:
        # An XML declaration with an encoding is refused in a string that is decoded already.
        tree = html.document_fromstring(re.sub(r"\A\s*<\?xml[^>]*\?>", "", source))
    except (etree.LxmlError, ValueError):
        return None
    for line_break in tree.iter("br"):
        line_break.tail = f"\n{line_break.tail or ''}"
    return tree


def _main_text(source: str) -> str:
    """The words that trafilatura takes for the page's main text; "" where it finds none."""
    try:
        from lxml import etree  # noqa: PLC0415 - as above
        from trafilatura import bare_extraction  # noqa: PLC0415 - heavy, only pages need it
    except ImportError as error:
        msg = f"reading web pages needs trafilatura, which does not start ({error}); install dateline again"
        raise InstallError(msg) from error
    try:
        document = bare_extraction(source, include_comments=False, include_tables=True, favor_recall=True)
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        return ""
    return getattr(document, "text", None) or ""


def _blocks(tree: Any, main: str, headline: str | None) -> list[Block]:
    """The page's words in document order, with what each block is for."""
    from lxml import etree  # noqa: PLC0415 - as above

    etree.strip_elements(tree, *DROPPED, etree.Comment, with_tail=False)
    lines = [line for line in main.splitlines() if _letters(line)]
    wanted = frozenset(map(_letters, lines))
    blocks = list(dict.fromkeys(_walk(tree, wanted, headline)))
    found = sum(len(_letters(words)) for kind, words in blocks if kind is SectionKind.BODY)
    if found < LEAST_FOUND * sum(map(len, wanted)):
        top = [block for block in blocks if block[0] in {SectionKind.HEADLINE, SectionKind.STANDFIRST}]
        known = {_letters(words) for _, words in top}
        blocks = top + [
            (SectionKind.BODY, line) for line in map(_clean, lines) if _letters(line) not in known
        ]
    title = headline or TITLE_END.sub("", next(iter(tree.xpath("//title/text()")), ""))
    if not _letters(title) or any(kind is SectionKind.HEADLINE for kind, _ in blocks):
        return blocks
    again = next((i for i, (_, words) in enumerate(blocks) if _same(words, title)), None)
    if again is None:
        return [(SectionKind.HEADLINE, _clean(title)), *blocks]
    blocks[again] = (SectionKind.HEADLINE, blocks[again][1])
    return blocks


def _walk(tree: Any, wanted: frozenset[str], headline: str | None) -> Iterator[Block]:
    """The blocks of a page: parts that the markup names, and the paragraphs of the main text."""
    taken: set[Any] = set()
    seen_headline = seen_body = False
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in {"head", "title"}:
            taken.add(element)
        if element in taken or element.getparent() in taken:
            taken.add(element)
            continue
        kind = _kind(element, before_body=not seen_body, seen_headline=seen_headline)
        if kind is None and element.tag not in HOLDERS:
            continue
        words = _clean("".join(element.itertext()))
        if kind is None and (not wanted or _is_box(element)):
            kind = SectionKind.BODY if not wanted and element.tag == "p" else None
        elif kind is None and _letters(words) in wanted and not (seen_headline and _same(words, headline)):
            kind = SectionKind.BODY
        if kind is None or not _letters(words):
            continue
        taken.add(element)
        seen_headline = seen_headline or kind is SectionKind.HEADLINE
        seen_body = seen_body or kind is SectionKind.BODY
        yield kind, words


def _kind(element: Any, *, before_body: bool, seen_headline: bool) -> SectionKind | None:
    """What the markup says an element is for."""
    if element.tag == "h1" and not seen_headline:
        return SectionKind.HEADLINE
    named = " ".join(element.get(key) or "" for key in ("class", "itemprop", "rel", "data-testid"))
    if element.tag == "figcaption" or (CAPTION.search(named) and element.tag != "figure"):
        return SectionKind.CAPTION
    if not before_body or element.tag in {"body", "main", "article", "section", "html", "meta", "link"}:
        return None
    length = len(_clean("".join(element.itertext())))
    if element.tag == "time":
        return SectionKind.FURNITURE
    if BYLINE.search(named) and length <= LONGEST_BYLINE:
        return SectionKind.BYLINE
    if STANDFIRST.search(named) and 20 < length <= LONGEST_STANDFIRST:
        return SectionKind.STANDFIRST
    return None


def _is_box(element: Any) -> bool:
    """Whether an element holds other blocks, so that its paragraphs come later."""
    return any(isinstance(child.tag, str) and child.tag not in INLINE for child in element)


def _joined(blocks: list[Block]) -> tuple[str, dict[Stretch, SectionKind]]:
    """The report's text, one block a paragraph, and where each block stands in it."""
    marked: dict[Stretch, SectionKind] = {}
    at = 0
    for kind, words in blocks:
        marked[at, at + len(words)] = kind
        at += len(words) + 2
    return "\n\n".join(words for _, words in blocks), marked


def _clean(words: str) -> str:
    """Words with single spaces."""
    return " ".join(words.split())


def _letters(words: str) -> str:
    """A line's letters and figures, without case and signs."""
    return re.sub(r"[\W_]+", "", words.casefold())


def _same(words: str, headline: str | None) -> bool:
    """Whether a block says the headline again."""
    return headline is not None and _letters(words) == _letters(headline)
