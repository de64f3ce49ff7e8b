"""Drafts and claims of a report -> the same, with the figures that are tied to each other in one place.

A part without an act of its own ("Among the dead were six children") belongs to the claim of its whole. A tie to a
figure that no claim took up is dropped, so that none points to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline import lexicons
from dateline.claims.context import Line
from dateline.claims.story import Draft
from dateline.records import Claim, Figure, Measure, Scope, Span

# What befalls people: the measures of losses.
# Measures of people who came to harm, or may have.
HARMS = frozenset({"killed", "injured", "casualties", "missing"})
PRISONERS_OF_WAR = lexicons.words("binding", "prisoners_of_war")


def bind_tied(line: Line, bound: dict[int, list[Figure]]) -> None:
    """Give figures that nothing governs to the group that has their whole, or what replaced them."""
    taken = {f.span for figures in bound.values() for f in figures}
    for token, mention in line.figures:
        figure = mention.value
        if not isinstance(figure, Figure) or mention.span in taken or _does_more(line, token):
            continue
        for head, figures in bound.items():
            other = _other(figure, figures)
            if other is not None:
                bound[head] = [*figures, _as(figure, other)]
                break
    _bind_named(line, bound)


def _bind_named(line: Line, bound: dict[int, list[Figure]]) -> None:
    """“Rana Vale and two lawyers were among the 31 arrested": who is named in one list with a part is one as well."""
    tokens = line.sentence.tokens
    taken = {f.span for figures in bound.values() for f in figures}
    parts = {m.span: t for t, m in line.figures}
    for token, mention in line.figures:
        named = mention.rule == "figures.named" and tokens[token].pos == "PROPN"
        if not named or mention.span in taken or not isinstance(mention.value, Figure):
            continue
        for figures in bound.values():
            beside = (f for f in figures if f.scope is Scope.PART and f.span in parts)
            part = next((f for f in beside if tokens[parts[f.span]].head == token), None)
            if part is not None and tokens[parts[part.span]].dep == "conj":
                one = replace(mention.value, measure=part.measure, scope=Scope.PART, part_of=part.part_of)
                figures.append(one)
                break


def _does_more(line: Line, token: int) -> bool:
    """Whether a figure has a verb of its own: "of whom 14 were flown out"; "three are children" only tells more."""
    tokens = line.sentence.tokens
    top = line.top(token)
    return tokens[top].dep in {"nsubj", "nsubjpass", "dobj"} and tokens[tokens[top].head].pos == "VERB"


def _other(figure: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The figure that a part is of, that replaced it, or that stands in one list with it, if of the same measure."""
    span = figure.replaced_by if figure.scope is Scope.SUPERSEDED else figure.part_of
    if span is None:
        return None
    listed = figure.scope is Scope.NEW
    told = [f for f in figures if (listed and f.part_of == span) or f.span == span]
    return next((f for f in told if _agree(figure, f)), None)


def _agree(figure: Figure, other: Figure) -> bool:
    return figure.measure in {None, other.measure} or other.measure == "casualties"


def _as(figure: Figure, other: Figure) -> Figure:
    """A part with the measure of its whole; prisoners of war among an army's losses were taken."""
    if (
        figure.measure is None
        and other.measure in HARMS
        and figure.of.split()[-1].lower() in PRISONERS_OF_WAR
    ):
        return replace(figure, measure=Measure("captured"), part_of=None, scope=Scope.NEW)
    return figure if figure.measure is not None else replace(figure, measure=other.measure)


def tidy(figures: list[Figure]) -> list[Figure]:
    """One row for one stretch of words and measure, in text order."""
    seen: dict[tuple[int, int, str], Figure] = {}
    for figure in figures:
        key = figure.span.start, figure.span.end, str(figure.measure)
        known = seen.setdefault(key, figure)
        if known.part_of is None and figure.part_of is not None:
            seen[key] = replace(known, part_of=figure.part_of, scope=figure.scope)
    inner = [
        key
        for key, figure in seen.items()
        if any(
            o.span != figure.span and o.span.covers(figure.span) and _alike(o, figure) for o in seen.values()
        )
    ]
    for key in inner:
        del seen[key]
    return sorted(seen.values(), key=lambda f: (f.span.start, f.span.end, str(f.measure)))


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two figures over the same words say the same: "a 25 year old youth", "old youth"."""
    return (one.measure, one.low, one.high) == (other.measure, other.low, other.high) and one.low == 1


def complete(drafts: Sequence[Draft], lines: Sequence[Line]) -> None:
    """Add parts told in a sentence of their own to the draft that has their whole."""
    taken = {f.span for d in drafts for f in d.figures}
    for line in lines:
        for token, mention in line.figures:
            figure = mention.value
            if not isinstance(figure, Figure) or figure.scope is not Scope.PART or mention.span in taken:
                continue
            if _does_more(line, token) and figure.measure is None:
                continue
            for draft in drafts:
                other = _other(figure, draft.figures)
                if other is not None and _says_too(line, token, draft):
                    draft.figures.append(_as(figure, other))
                    break


def _says_too(line: Line, token: int, draft: Draft) -> bool:
    """Whether nobody else than the source of a draft says what stands at a token."""
    speakers = [f.speaker for f in line.sentence.frames if f.start <= token < f.end and f.speaker]
    names = {s.name for p in speakers if (s := line.speaker_of(p)) is not None}
    return names <= {draft.source.name}


def checked(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with those ties only that lead to a figure, or a list, of a like measure."""
    told = {(f.span, f.measure) for c in claims for f in c.figures}
    return tuple(
        replace(c, figures=tuple(_checked(f, c, told) for f in c.figures)) if _has_ties(c) else c
        for c in claims
    )


def _has_ties(claim: Claim) -> bool:
    return any(f.part_of or f.replaced_by or f.scope is Scope.PART for f in claim.figures)


def _checked(figure: Figure, claim: Claim, told: set[tuple[Span, Measure | None]]) -> Figure:
    if figure.replaced_by is not None and (figure.replaced_by, figure.measure) not in told:
        return replace(figure, replaced_by=None)
    whole = figure.part_of
    if whole is None and figure.scope is not Scope.PART:
        return figure
    if whole is not None and told & {(whole, figure.measure), (whole, Measure("casualties"))}:
        return figure
    members = [f for f in claim.figures if f.part_of == whole and f.measure == figure.measure]
    if figure.scope is not Scope.PART:
        return figure if len(members) > 1 else replace(figure, part_of=None)
    return replace(figure, part_of=next(_wholes(figure, claim), None))


def _wholes(part: Figure, claim: Claim) -> Iterator[Span]:
    """The counts of the same claim that a part fits into, the one told last before it first."""
    for figure in sorted(
        claim.figures, key=lambda f: (f.span.start > part.span.start, abs(f.span.start - part.span.start))
    ):
        fits = figure.high is None or figure.high >= (part.low or 0)
        single = figure.low == figure.high == 1
        if (
            figure.span != part.span
            and figure.scope is Scope.NEW
            and fits
            and not single
            and _agree(part, figure)
        ):
            yield figure.span
