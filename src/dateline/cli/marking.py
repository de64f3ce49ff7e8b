"""A report and its claims -> the text with the claims' words marked, for a terminal.

Marks are brackets as well as colour, so that they outlive a pipe into a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from dateline.cli import phrases
from dateline.cli.cleaning import clean, one_line
from dateline.records import Claim, Decision, Report, Span

OPEN, CLOSE = "⟦", "⟧"
MARKED = "bold yellow"
FAINT = "dim"
# Where a sentence ends: a full stop or the like, closing quotes, white space; or a blank line.
# Takes "... said. | The"; must not take "Jan. 20" (a digit follows) or "U.S. forces" (no capital follows).
SENTENCE_END = re.compile(
    r"""(?<=[.!?]) ["'”’)]* (?P<gap>\s+) (?=["'“‘(]?[A-Z]) | (?P<blank>\n\s*\n)""", re.VERBOSE
)


def why(report: Report, claim: Claim) -> Iterator[Text]:
    """A claim, its sentence with the words marked, its source, and what decided each of its fields."""
    yield _line(("claim ", FAINT), (claim.id, ""))
    yield _line((f"{phrases.what(claim)}  ", "bold"), (phrases.who_to_whom(claim), ""))
    yield from _facts(claim)
    yield Text()
    day = f", {report.published_day}" if report.published_day else ""
    heading = one_line(report.headline or "without a headline")
    yield _line((f"{heading} ", "bold"), (f"({clean(report.id)}{day})", FAINT))
    for span in (claim.evidence, *claim.also):
        yield marked_sentence(report, span)
    yield Text()
    yield _line(("what decided", "bold"))
    yield from (_decision(report, decision) for decision in claim.decisions)
    yield Text()
    yield from _sureness(claim)


def marked_sentence(report: Report, span: Span) -> Text:
    """The sentence around a span, with the span between brackets."""
    text = report.text
    start, end = _sentence(report, span)
    return Text.assemble(
        clean(text[start : span.start]),
        (f"{OPEN}{clean(span.of(text))}{CLOSE}", MARKED),
        clean(text[span.end : end]),
    )


def show(report: Report, claims: Sequence[Claim]) -> Iterator[Text]:
    """The report's text with the words of its claims marked and numbered, then the claims."""
    out, at = Text(), 0
    for start, end, numbers in _regions(claims):
        out.append(clean(report.text[at:start]))
        out.append(f"{OPEN}{clean(report.text[start:end])}{CLOSE}", MARKED)
        out.append(f"[{', '.join(map(str, numbers))}]", FAINT)
        at = end
    out.append(clean(report.text[at:]))
    yield out
    yield Text()
    for number, claim in enumerate(claims, 1):
        yield _line(
            (f"[{number}] ", FAINT), (phrases.what(claim), "bold"), (f"  {phrases.short_id(claim)}", FAINT)
        )
        people = phrases.who_to_whom(claim)
        yield from [Text(f"    {people}")] if people else []
        yield from _facts(claim)


def _facts(claim: Claim) -> Iterator[Text]:
    """When, where, figures and source, a line each; what the report does not say is left out."""
    facts = [
        ("when", phrases.when(claim.when)),
        ("where", phrases.where(claim.where)),
        *(("figure", phrases.figure(figure)) for figure in claim.figures),
        ("says", f"{phrases.source(claim.source)} ({claim.source.type})"),
    ]
    for label, value in facts:
        if value:
            yield _line((f"    {label:7}", FAINT), (value, ""))


def _decision(report: Report, decision: Decision) -> Text:
    words = f"  “{one_line(decision.span.of(report.text))}”" if decision.span else ""
    note = f"  {one_line(decision.note)}" if decision.note else ""
    return _line(
        (f"    {decision.field:10}", ""), (f" ← {clean(decision.rule)}", "cyan"), (words + note, FAINT)
    )


def _sureness(claim: Claim) -> Iterator[Text]:
    """How sure the claim and each of its fields is, and what that rests on."""
    if claim.confidence is None:
        yield _line(("how sure", "bold"), ("  never scored: read its report again", FAINT))
        return
    yield _line(("how sure", "bold"), ("  share of values decided likewise that people judged right", FAINT))
    yield _line(
        ("    claim     ", ""), (f" {claim.confidence:.2f}", "cyan"), ("  lowest of kind and status", FAINT)
    )
    for score in claim.scores:
        basis = f"{score.right} of {score.judged} right" if score.judged else "never judged; the field's mean"
        yield _line(
            (f"    {score.field:10}", ""),
            (f" {score.value:.2f}", "cyan"),
            (f"  {clean(score.basis)}: {basis}", FAINT),
        )


def _sentence(report: Report, span: Span) -> tuple[int, int]:
    """The sentence or sentences that hold a span, by full stops, blank lines and sections alone."""
    breaks = list(SENTENCE_END.finditer(report.text))
    starts = [0, *(b.end() for b in breaks), *(section.start for section in report.sections)]
    ends = [*(b.start(b.lastgroup or 0) for b in breaks), *(section.end for section in report.sections)]
    start = max(at for at in starts if at <= span.start)
    return start, min((at for at in ends if at >= span.end), default=len(report.text))


def _regions(claims: Sequence[Claim]) -> Iterator[tuple[int, int, list[int]]]:
    """Stretches of words that make claims, apart from each other, with the claims' numbers."""
    spans = sorted((c.evidence.start, c.evidence.end, n) for n, c in enumerate(claims, 1))
    while spans:
        start, end, number = spans.pop(0)
        numbers = [number]
        while spans and spans[0][0] < end:
            _, other_end, other = spans.pop(0)
            end = max(end, other_end)
            numbers.append(other)
        yield start, end, sorted(numbers)


def _line(*parts: tuple[str, str]) -> Text:
    return Text.assemble(*parts)


def lines(texts: Iterable[Text]) -> Text:
    """All of them, one below the other."""
    return Text("\n").join(texts)
