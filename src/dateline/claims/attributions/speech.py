"""Quotations of a report and its attributions in the making -> each quotation with the cue that it belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.claims import quotations
from dateline.claims.attributions.drafts import Draft, Stretch
from dateline.claims.quotations import Quotation
from dateline.records import Sentence, Token

MARKS = quotations.OPENING | quotations.CLOSING | quotations.EVEN | {'""', "‘", "’"}
# What may stand between a cue and the quotation that it opens, and what ends the sentence before a quotation.
LEADS = frozenset({",", ":", "—", "–", "-", "--", "(", "..."})
ENDS = frozenset({".", "!", "?", ".”"})


@dataclass(slots=True)
class Page:
    """A report's tokens in a row, with the paragraph of each, and the stretches that are quoted."""

    tokens: list[Token]
    starts: list[int]
    paragraphs: list[int]
    quoted: list[Stretch]

    def beside(self, k: int, step: int) -> int | None:
        """The next token that is no quotation mark, going one way."""
        while 0 <= k < len(self.tokens) and _is_mark(self.tokens[k]):
            k += step
        return k if 0 <= k < len(self.tokens) else None

    def is_quoted(self, offset: int) -> bool:
        """Whether a code point lies in a quotation."""
        return any(start <= offset < end for start, end in self.quoted)

    def marked(self, q: Quotation) -> Stretch:
        """A quotation with the marks around it."""
        first, end = bisect_left(self.starts, q.start), bisect_left(self.starts, q.end)
        opened = first > 0 and self.tokens[first - 1].text in MARKS
        closed = end < len(self.tokens) and self.tokens[end].text in MARKS
        return (
            self.tokens[first - 1].start if opened else q.start,
            self.tokens[end].end if closed else q.end,
        )


def page(sentences: Sequence[Sentence], found: Sequence[Quotation]) -> Page:
    """The page on which quotations are looked at."""
    tokens = [t for s in sentences for t in s.tokens]
    paragraphs = [s.paragraph for s in sentences for _ in s.tokens]
    return Page(tokens, [t.start for t in tokens], paragraphs, [(q.start, q.end) for q in found])


def attach(page: Page, found: Sequence[Quotation], drafts: Sequence[Draft]) -> None:
    """Give each whole quotation to the cue behind it, before it, or to the one that its paragraph's last one has."""
    outer = [d for d in drafts if not page.is_quoted(d.start)]
    last: tuple[int, Draft] | None = None
    for q in found:
        before = page.beside(bisect_left(page.starts, q.start) - 1, -1)
        opens = before is None or page.paragraphs[before] != q.paragraph or page.tokens[before].text in ENDS
        mixed = None if opens else _around(page, outer, before)
        if mixed is not None:
            _stretch(mixed, page.marked(q))
            continue
        draft = _speaker(page, outer, q, before) if opens or _leads(page, outer, before) else None
        if draft is None and opens:
            draft = last[1] if last is not None and last[0] == q.paragraph else _spoke(page, outer, q, before)
        if draft is not None:
            _give(draft, page.marked(q))
            last = (q.paragraph, draft)


def take_turns(sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> None:
    """Give who is named before a colon at the start of a paragraph all that the paragraph says."""
    ends = {s.paragraph: s.span.end for s in sentences}
    firsts: dict[int, int] = {}
    for s in sentences:
        firsts.setdefault(s.paragraph, s.index)
    for draft in drafts:
        s = draft.sentence
        if (
            draft.rule == "attribution.colon"
            and firsts[s.paragraph] == s.index
            and s.span.end < ends[s.paragraph]
        ):
            start = next(x.span.start for x in sentences if x.span.start >= s.span.end)
            draft.more.append((start, ends[s.paragraph]))


def _is_mark(token: Token) -> bool:
    return token.text in MARKS or set(token.text) <= {'"', "'"}


def _leads(page: Page, drafts: Sequence[Draft], before: int | None) -> bool:
    """Whether what stands before a quotation opens it: a comma, a colon, or the cue itself."""
    if before is None or page.tokens[before].text in LEADS:
        return True
    at = page.tokens[before].start
    return any(d.sentence.tokens[k].start == at for d in drafts if d.may_quote for k in d.cue)


def _speaker(page: Page, drafts: Sequence[Draft], q: Quotation, before: int | None) -> Draft | None:
    """The cue right behind a quotation, else the last one in the sentence before it."""
    after = page.beside(bisect_left(page.starts, q.end), 1)
    if after is not None and page.paragraphs[after] == q.paragraph:
        behind = _behind(drafts, page.tokens[after])
        if behind is not None:
            return behind
    opens = before is None or page.paragraphs[before] != q.paragraph or page.tokens[before].text in ENDS
    return None if opens or before is None else _ahead(drafts, page.tokens[before], q)


def _behind(drafts: Sequence[Draft], token: Token) -> Draft | None:
    """The cue whose words, or whose source's, open what follows a quotation."""
    for draft in drafts:
        own = draft.sentence.tokens
        if draft.may_quote and any(own[k].start == token.start for k in draft.cue | draft.source):
            return draft
    return None


def _ahead(drafts: Sequence[Draft], token: Token, q: Quotation) -> Draft | None:
    """The last cue of the sentence before a quotation."""
    near = (d for d in drafts if d.may_quote and _stands_in(d, token) and d.start < q.start)
    return max(near, key=lambda d: d.start, default=None)


def _stands_in(draft: Draft, token: Token) -> bool:
    return draft.sentence.span.start <= token.start < draft.sentence.span.end


def _spoke(page: Page, drafts: Sequence[Draft], q: Quotation, before: int | None) -> Draft | None:
    """Who spoke last in the paragraph; or whose words a colon announced at the end of the one before."""
    same = (
        d
        for d in drafts
        if d.sentence.paragraph == q.paragraph and d.start < q.start and d.kind == "statement"
    )
    spoke = max(same, key=lambda d: d.start, default=None)
    if spoke is None and before is not None and page.tokens[before].text == ":":
        return _ahead(drafts, page.tokens[before], q)
    return spoke


def _around(page: Page, drafts: Sequence[Draft], before: int | None) -> Draft | None:
    """The statement in whose own words a quotation starts: “said it was “a lie. Nothing ...””."""
    k = -1 if before is None else before
    while k >= 0 and page.tokens[k].pos == "PUNCT":
        k -= 1
    if k < 0 or page.is_quoted(page.tokens[k].start):
        return None
    token = page.tokens[k]
    inside = [
        d
        for d in drafts
        if d.content
        and _stands_in(d, token)
        and any(d.sentence.tokens[j].start == token.start for j in d.content - d.cue - d.source)
    ]
    return min(inside, key=lambda d: len(d.content), default=None)


def _stretch(draft: Draft, quoted: Stretch) -> None:
    """Let what is said go on to the end of a quotation that starts in it."""
    draft.quoted = True
    if quoted[1] > draft.sentence.tokens[max(draft.content)].end:
        draft.more.append(quoted)


def _give(draft: Draft, quoted: Stretch) -> None:
    """Add a quotation; what the parser took for the cue's clause goes where it lies inside of the quotation."""
    own = draft.sentence.tokens
    if not draft.quoted and any(quoted[0] <= own[k].start < quoted[1] for k in draft.content):
        draft.content = frozenset()
    draft.quoted = True
    draft.more.append(quoted)
