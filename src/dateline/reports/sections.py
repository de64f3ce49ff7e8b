"""A report's text -> what each paragraph is for, and what its header and foot state of the report.

Every paragraph is a section of its own (a dateline or a run-in headline is cut off the first one), so a
sentence never runs from one paragraph into the next. It changes nothing in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.records import Section, SectionKind
from dateline.reports import dates, furniture, header, paragraphs
from dateline.reports.paragraphs import Stretch

# A header ends within so many paragraphs; its paragraphs are no longer than this many characters.
HEADER_PARAGRAPHS, LONGEST_HEADER = 14, 420
LONGEST_HEADLINE = 220
# Share of a paragraph's runs of four words that stand in an earlier one too: then it repeats it.
REPEATS, REPEATS_AT_END = 0.6, 0.3
RUN = 4
# Texts of more paragraphs are books; looking for repeats there costs much and shows nothing.
MOST_FOR_REPEATS = 2000
# A run of words that stands in more paragraphs than this is a set phrase.
MOST_SHARING = 20
SHORTEST_CAPTION_WORDS, LONGEST_CAPTION_WORDS = 7, 60
ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*\Z")
# "gunmen on a square; a barricade in Belmora.": the list of what several pictures show.
PICTURE_LIST = re.compile(r";\s(?:an?|the)\s[^.;]{3,60}\.?\Z")
# A headline glued to the text by a copy without line breaks: "Is the Front Beaten?The death".
GLUED = re.compile(r"(?P<headline>[A-Z][^.?!\n]{15,160}[.?!])(?=[A-Z\"“][a-z]+ [a-z])")


@dataclass(frozen=True, slots=True)
class Layout:
    """A text's sections and what the report states of itself; None where it does not say."""

    sections: tuple[Section, ...]
    headline: str | None = None
    publisher: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: date | None = None
    updated: date | None = None


@dataclass(slots=True)
class _Draft:
    """A layout in the making."""

    text: str
    spans: Sequence[Stretch]
    marks: dict[int, SectionKind] = field(default_factory=dict)
    # What is cut off a paragraph of the body: (start, end, kind), offsets in the paragraph, in order.
    cuts: dict[int, list[tuple[int, int, SectionKind]]] = field(default_factory=dict)
    stated: dict[str, str] = field(default_factory=dict)
    times: dict[str, date] = field(default_factory=dict)

    def words(self, i: int) -> str:
        """The words of a paragraph."""
        return self.text[slice(*self.spans[i])]


def find(
    text: str, headline: str | None = None, marked: Mapping[Stretch, SectionKind] | None = None
) -> Layout:
    """Tell what each paragraph of a report is for.

    Args:     headline as a file or page gives it; marked are stretches whose kind a page's markup tells,
              each a paragraph of the text.
    Returns:  sections that cover all but white space, and what header and foot state. The headline is the
              words of the text; `published` and `updated` only where a line of the text says so.
    """
    spans = tuple(marked) if marked else paragraphs.find(text)
    draft = _Draft(text, spans)
    if marked:
        draft.marks.update(
            (i, marked[span]) for i, span in enumerate(spans) if marked[span] != SectionKind.BODY
        )
    else:
        _mark_header(draft, headline)
    _mark_furniture(draft)
    _mark_first_body(draft, headline)
    _mark_captions(draft)
    return _layout(draft)


def _mark_header(draft: _Draft, headline: str | None) -> None:
    """Mark what stands before the first paragraph of the body."""
    count = min(len(draft.spans), HEADER_PARAGRAPHS)
    lines = [draft.words(i) for i in range(count)]
    roles = [_role(draft, i) for i in range(count)]
    title = next((i for i, line in enumerate(lines) if headline and _same(line, headline)), None)
    body = _body_start(lines, roles, title)
    if title is None or title >= max(body, 1):
        title = next((i for i in range(body) if roles[i] is None and _is_headline(lines, i, body)), None)
    writers = next((i for i in range(body) if roles[i] is SectionKind.BYLINE), body)
    below = 0
    for i in range(body):
        if i == title:
            draft.marks[i] = SectionKind.HEADLINE
        elif roles[i] is not None:
            draft.marks[i] = roles[i]  # type: ignore[assignment]
        elif title is None or i < title:
            draft.marks[i] = SectionKind.FURNITURE if len(lines[i].split()) < 6 else SectionKind.STANDFIRST
        else:
            first = below == 0 and i < writers
            draft.marks[i] = SectionKind.STANDFIRST if first else SectionKind.CAPTION
            below += 1


def _role(draft: _Draft, i: int) -> SectionKind | None:
    """What a line of the header is by its own words."""
    line = draft.words(i)
    if header.masthead(line) if i < 3 else False:
        return SectionKind.FURNITURE
    if furniture.line(line) or _stamp(draft, i):
        return SectionKind.FURNITURE
    if header.byline(line):
        return SectionKind.BYLINE
    return SectionKind.CAPTION if furniture.is_caption(line) else None


def _body_start(lines: list[str], roles: list[SectionKind | None], title: int | None) -> int:
    """The paragraph with which the body starts: the dateline's, or the one after a header's last line."""
    body = 0
    for i, line in enumerate(lines):
        if header.dateline(line, first=False):
            return i if _is_near_top(lines, roles, i) else body
        if len(line) > LONGEST_HEADER:
            break
        if i == title or _is_header_line(lines, roles, i):
            body = i + 1
    ended = sum(bool(ENDED.search(line)) for line in lines)
    limit = min(body + 4, len(lines) - 1) if 2 * ended >= len(lines) else min(1, len(lines) - 1)
    # A headline and a standfirst may stand there with nothing else that tells a header.
    while body < limit and (roles[body] or _is_headline(lines, body, body + 1)):
        body += 1
    return body


def _is_header_line(lines: list[str], roles: list[SectionKind | None], i: int) -> bool:
    """Whether a byline or furniture belongs to the header: the same lines stand at the foot of reports."""
    below = zip(lines[i + 1 :], roles[i + 1 :], strict=True)
    if not any(role is None and ENDED.search(line) for line, role in below):
        return False
    if roles[i] is SectionKind.BYLINE:
        return _is_near_top(lines, roles, i)
    return roles[i] is SectionKind.FURNITURE and not any(ENDED.search(line) for line in lines[:i])


def _is_near_top(lines: list[str], roles: list[SectionKind | None], i: int) -> bool:
    """Whether at most five paragraphs of text stand above, of which at most two are full sentences."""
    above = [line for line, role in zip(lines[:i], roles[:i], strict=True) if role is None]
    return len(above) < 6 and sum(bool(ENDED.search(line)) for line in above) < 3


def _is_headline(lines: list[str], i: int, body: int) -> bool:
    """Whether a paragraph reads as a headline: short, without a full stop, with text after it."""
    line = lines[i]
    words = line.split()
    if not 3 <= len(words) <= 30 or len(line) > LONGEST_HEADLINE or i + 1 >= max(len(lines), body):
        return False
    if paragraphs.LIST_MARK.match(line) or line[0].islower() or dates.read(line):
        return False
    return not re.search(r"[.:;,…][\"'”’)\]]*\Z", line)


def _same(line: str, headline: str) -> bool:
    """Whether two lines have the same words."""
    return _letters(line) == _letters(headline) != ""


def _letters(line: str) -> str:
    """A line's letters and figures, without case and signs."""
    return re.sub(r"[\W_]+", "", line.casefold())


def _mark_furniture(draft: _Draft) -> None:
    """Mark lines that are no report wherever they stand, and note what they state."""
    in_list = False
    for i in range(len(draft.spans)):
        line = draft.words(i)
        kind = draft.marks.get(i)
        if kind in {None, SectionKind.FURNITURE, SectionKind.BYLINE}:
            _note(draft, i, line)
        if kind is not None:
            continue
        pattern = furniture.line(line)
        in_list = pattern.opens_list if pattern else in_list and not ENDED.search(line) and len(line) < 150
        if pattern or in_list or _stamp(draft, i):
            draft.marks[i] = SectionKind.FURNITURE
        elif header.byline(line):
            draft.marks[i] = SectionKind.BYLINE
            draft.stated.setdefault("byline", header.byline(line) or line)
        elif (cut := furniture.tail(line)) and 2 * i >= len(draft.spans) - 2:
            draft.cuts[i] = [(cut, len(line), SectionKind.FURNITURE)]


def _stamp(draft: _Draft, i: int) -> tuple[str, date] | None:
    """The time that a line states of the report: a labelled one, or the only bare date, near the top."""
    line = draft.words(i)
    said = header.stamp(line)
    if said is None or header.STAMP.match(line) or header.STORY_FROM.match(line):
        return said
    # Several bare dates are the headings of a chronology.
    several = any(dates.read(draft.words(k)) for k in range(len(draft.spans)) if k != i)
    return said if i < HEADER_PARAGRAPHS and not several else None


def _note(draft: _Draft, i: int, line: str) -> None:
    """Keep what a header or foot line states: time, writers, outlet; the first statement holds."""
    if said := _stamp(draft, i):
        draft.times.setdefault(*said)
    if draft.marks.get(i) is SectionKind.BYLINE and (writers := header.byline(line)):
        draft.stated.setdefault("byline", writers)
    if i < 3 and (outlet := header.masthead(line)):
        draft.stated.setdefault("publisher", outlet)
    elif furniture.line(line) and (holder := header.owner(line)):
        draft.stated.setdefault("owner", holder)


def _mark_first_body(draft: _Draft, headline: str | None) -> None:
    """Cut a run-in headline and a dateline off the first paragraph of the body."""
    i = next((k for k in range(len(draft.spans)) if k not in draft.marks), None)
    if i is None:
        return
    line = draft.words(i)
    start, cuts = 0, []
    if end := _run_in_headline(line, headline):
        start = end
        cuts.append((0, end, SectionKind.HEADLINE))
    found = header.dateline(line[start:], first=True)
    if found and start + found.end < len(line):
        cuts.append((start, start + found.end, SectionKind.DATELINE))
        draft.stated["dateline"] = found.words
        if found.day:
            draft.times.setdefault("published", found.day)
    draft.cuts[i] = [*cuts, *draft.cuts.get(i, ())]


def _run_in_headline(line: str, headline: str | None) -> int:
    """Where a headline that opens a paragraph ends, with the space after it; 0 where none does."""
    if headline and line.casefold().startswith(headline.casefold()):
        # What follows is a new sentence, or the headline is only how the first sentence starts.
        m = re.compile(r"\s*(?:[.:–—-]|(?<=[?!]))\s*(?=[\"“‘'(]?[A-Z0-9])").match(line, len(headline))
        return m.end() if m else 0
    if m := GLUED.match(line):
        return m.end() if _is_title_case(m["headline"]) else 0
    for m in re.finditer(r"[.!?]\s+(?=[A-Z])", line[:LONGEST_HEADLINE]):
        if header.dateline(line[m.end() :], first=False) and _is_title_case(line[: m.start()]):
            return m.end()
    return 0


def _is_title_case(line: str) -> bool:
    """Whether most of a line's words have a capital, as in a headline."""
    words = re.findall(r"[^\W\d_][\w'’-]*", line)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 3 and 2 * capitals > len(words)


def _mark_captions(draft: _Draft) -> None:
    """Mark paragraphs of the body that belong to pictures: they say so, break the text, or repeat it."""
    body = [i for i in range(len(draft.spans)) if i not in draft.marks]
    lines = {i: draft.words(i) for i in body}
    has_stops = sum(bool(ENDED.search(line)) for line in lines.values()) >= 0.7 * len(lines)
    for i in body:
        words = len(lines[i].split())
        alone = all(ENDED.search(lines.get(k, "")) for k in (i - 1, i + 1))
        listed = paragraphs.LIST_MARK.match(lines[i])
        interrupts = has_stops and alone and not listed and not ENDED.search(lines[i])
        interrupts = interrupts and SHORTEST_CAPTION_WORDS <= words <= LONGEST_CAPTION_WORDS
        if i not in draft.cuts and (furniture.is_caption(lines[i]) or interrupts):
            draft.marks[i] = SectionKind.CAPTION
    if len(body) <= MOST_FOR_REPEATS:
        _mark_repeats(draft, [i for i in body if i not in draft.marks])


def _mark_repeats(draft: _Draft, body: list[int]) -> None:
    """Mark paragraphs that say again, in the same words, what one before them says."""
    where: dict[tuple[str, ...], list[int]] = {}
    for i in body:
        line = draft.words(i)
        words = re.findall(r"\w+", line.casefold())
        runs = set(zip(*(words[k:] for k in range(RUN)), strict=False))
        fits = SHORTEST_CAPTION_WORDS <= len(words) <= LONGEST_CAPTION_WORDS and i not in draft.cuts
        if fits and not paragraphs.LIST_MARK.match(line):
            shared = Counter(k for run in runs for k in where.get(run, ()))
            if _is_repeat(draft, i, {k: n / len(runs) for k, n in shared.items()}, is_last=i == body[-1]):
                draft.marks[i] = SectionKind.CAPTION
                continue
        for run in runs:
            where.setdefault(run, []).append(i)
            del where[run][MOST_SHARING:]


def _is_repeat(draft: _Draft, i: int, shares: dict[int, float], *, is_last: bool) -> bool:
    """Whether a paragraph repeats one of those with which it shares its words."""
    line = draft.words(i)
    # Lists of like events share their words, too; a true repeat has the same names and figures.
    if any(share >= REPEATS and _names(line) <= _names(draft.words(k)) for k, share in shares.items()):
        return True
    at_end = is_last and i + 1 < len(draft.spans)
    most = max(shares.values(), default=0.0)
    return at_end and (most >= REPEATS_AT_END or (most > 0 and PICTURE_LIST.search(line) is not None))


def _names(line: str) -> frozenset[str]:
    """The figures of a paragraph, and its words with a capital but the first."""
    return frozenset(re.findall(r"\d+|(?<=\s)[^\W\d_a-zà-ÿ]\w+", line))


def _layout(draft: _Draft) -> Layout:
    """The sections of a finished draft, and what it states."""
    sections = [section for i in range(len(draft.spans)) for section in _paragraph_sections(draft, i)]
    titles = [draft.text[s.start : s.end] for s in sections if s.kind is SectionKind.HEADLINE]
    return Layout(
        sections=tuple(sections),
        headline=titles[0].rstrip(" .:–—-") or None if titles else None,
        publisher=draft.stated.get("publisher") or draft.stated.get("owner"),
        byline=draft.stated.get("byline"),
        dateline=draft.stated.get("dateline"),
        published=draft.times.get("published"),
        updated=draft.times.get("updated"),
    )


def _paragraph_sections(draft: _Draft, i: int) -> list[Section]:
    """A paragraph's section, or those that it is cut into."""
    start, end = draft.spans[i]
    pieces = [(0, end - start, draft.marks[i])] if i in draft.marks else []
    if draft.marks.get(i) is SectionKind.HEADLINE and (cut := furniture.site(draft.words(i))):
        pieces = [(0, cut, SectionKind.HEADLINE), (cut, end - start, SectionKind.FURNITURE)]
    if not pieces:
        at = 0
        for begin, stop, kind in draft.cuts.get(i, ()):
            pieces += [(at, begin, SectionKind.BODY), (begin, stop, kind)]
            at = stop
        pieces.append((at, end - start, SectionKind.BODY))
    stretches = ((paragraphs.stripped(draft.text, start + a, start + b), kind) for a, b, kind in pieces)
    return [Section(kind, *stretch) for stretch, kind in stretches if stretch]
