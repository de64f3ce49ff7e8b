"""The figures of a report's sentences -> the same, tied: parts to wholes, lists, and what a later figure replaced.

A tie says who is counted with whom, so that nobody is added up twice. Where the words leave it open there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dateline.mentions.figures.corrections import is_earlier
from dateline.mentions.figures.page import Found, Page
from dateline.records import Scope, Span

LINK = frozenset({",", "and", "or", "&", "plus", "as", "well", "also", "another"})
OWNERS = frozenset({"his", "her", "their", "its"})  # "a mother and her two sons"
# What may stand between a count and the list that breaks it down: "Six people were killed: four soldiers and ...".
OPENING = frozenset({",", ":", "—", "–", "-", "(", ";"})
AMONG = frozenset({"among", "amongst"})
NEAR = 1  # sentences from a part, or an earlier figure, back to the one it belongs to


class Told(NamedTuple):
    """A sentence's page and the figures found in it."""

    page: Page
    found: list[Found]


def tie(told: Sequence[Told]) -> None:
    """Tie the figures of all sentences of a report, in place."""
    for k, (page, found) in enumerate(told):
        before = [t for t in told[max(0, k - NEAR) : k] if _is_near(t.page, page)]
        _tie_among(page, found)
        _break_down(page, found)
        _tie_parts(page, found, before)
        _tie_lists(page, found)
        _tie_running(page, found)
    for k, one in enumerate(told):
        around = [t for t in told[max(0, k - NEAR) : k + NEAR + 1] if t is not one]
        _tie_earlier(one, around)


def _tie_among(page: Page, found: list[Found]) -> None:
    """“Two nurses were among 31 people arrested”, "among the 31 arrested were two nurses", "two among the dead"."""
    for k, figure in enumerate(found):
        if figure.scope is not Scope.NEW or figure.unit != "people" or figure.high == 0:
            continue
        whole = _among_whole(page, found, k)
        harm = _among_harmed(page, figure) if whole is None else None
        if whole is not None:
            found[k] = replace(figure, scope=Scope.PART, part_of=page.span(whole.start, whole.end))
        elif harm is not None and figure.measure in {None, harm}:
            rule = "stated" if figure.rule == "singular" else figure.rule
            found[k] = replace(figure, scope=Scope.PART, measure=harm, rule=rule)


def _among_whole(page: Page, found: Sequence[Found], k: int) -> Found | None:
    """The count beside a figure of which the words "among" and "were" make it a part."""
    for whole in (f for f in (*found[k + 1 :], *found[:k]) if _is_whole(f) and _fits(found[k], f)):
        if page.lower(_before_words(page, whole.start)) not in AMONG:
            continue
        link = _before_words(page, whole.start) - 1 if whole.start > found[k].start else found[k].start - 1
        joint = found[k].end <= link + 1 if whole.start > found[k].start else True
        if (
            joint
            and page.lower(link) in {"were", "was", "are", "is"}
            and _only_list(page, found[k].end, link)
        ):
            return whole
    return None


def _before_words(page: Page, start: int) -> int:
    """The token before a figure and its article."""
    return start - 2 if page.lower(start - 1) in {"the", "those", "its", "their"} else start - 1


def _only_list(page: Page, start: int, end: int) -> bool:
    """Whether no verb stands between two places, so that a list may go on from one to the other."""
    return all(page.pos(i) not in {"VERB", "AUX"} for i in range(start, end))


def _among_harmed(page: Page, figure: Found) -> str | None:
    """What befell those of whom a figure is told to be a part right after it: "12 children were among the dead"."""
    for i in range(figure.end, min(len(page.tokens), figure.end + AHEAD)):
        if page.lower(i) in AMONG:
            harmed = page.lower(i + 1) in {"the", "those"} and page.vocabulary.states.get(page.lower(i + 2))
            return harmed or None
        if page.pos(i) in {"PUNCT", "VERB", "SCONJ"}:
            return None
    return None


def _is_near(first: Page, second: Page) -> bool:
    """Whether a sentence is of the paragraph of the next one, or of the one right before."""
    return second.sentence.paragraph - first.sentence.paragraph <= 1


def _is_whole(figure: Found) -> bool:
    """Whether a figure can have parts: more than one of something, not attacks, not nobody, not itself replaced."""
    single = figure.low == figure.high == 1
    return (
        not single and figure.high != 0 and figure.unit != "attacks" and figure.scope is not Scope.SUPERSEDED
    )


def _fits(part: Found, whole: Found) -> bool:
    """Whether one figure can be part of another by its bounds and unit."""
    least = part.low if part.low is not None else 0
    return part.unit == whole.unit and (whole.high is None or least <= whole.high)


def _tie_parts(page: Page, found: list[Found], before: Sequence[Told]) -> None:
    """Each part to the count told last before it that it fits into."""
    earlier_found = [(t.page, f) for t in before for f in t.found]
    for k, part in enumerate(found):
        if part.scope is not Scope.PART or part.part_of is not None:
            continue
        here = [(page, f) for f in found[:k] if f.scope is not Scope.PART]
        for home, whole in reversed([*earlier_found, *here] if _points_back(page, part) else here):
            if _is_whole(whole) and _fits(part, whole):
                found[k] = replace(part, part_of=home.span(whole.start, whole.end))
                break


def _points_back(page: Page, part: Found) -> bool:
    """Whether nothing in the sentence stands before the part that could be its whole: "Among the dead were six"."""
    return part.start <= AHEAD and page.sentence.index > 0


AHEAD = 8  # tokens of a sentence that opens with a part


def _runs(page: Page, found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """The lists of a sentence: figures (half-open) with nothing but commas and "and" between them."""
    k = 0
    while k < len(found):
        end = k + 1
        while end < len(found) and _are_listed(page, found[end - 1], found[end]):
            end += 1
        if end - k > 1:
            yield k, end
        k = end


def _are_listed(page: Page, first: Found, second: Found) -> bool:
    """Whether two figures are neighbours in one list of people or of things."""
    between = range(first.end, second.start)
    return (
        first.unit == second.unit != "attacks"
        and {first.high, second.high} != {0}
        and len(between) > 0
        and all(page.lower(i) in LINK | OWNERS for i in between)
        and None not in (first.low or first.high, second.low or second.high)
        and (first.measure == second.measure)
    )


def _break_down(page: Page, found: list[Found]) -> None:
    """“Six people, four soldiers and two civilians,”: the members of a list that come to the count before it."""
    for start, end in list(_runs(page, found)):
        if found[start].scope is Scope.PART:
            continue
        first = found[start]
        general = page.lower(first.end - 1) in page.vocabulary.wholes and first.victim is None
        if general and end - start > 2 and _is_sum(first, found[start + 1 : end]):
            _make_parts(page, found, found[start], range(start + 1, end))
        elif (
            start
            and _is_sum(found[start - 1], found[start:end])
            and _opens(page, found[start - 1 : start + 1])
        ):
            _make_parts(page, found, found[start - 1], range(start, end))


def _is_sum(whole: Found, members: Sequence[Found]) -> bool:
    """Whether members that are all exact come to a count that is exact."""
    exact = all(f.low == f.high and f.low is not None and not f.approx for f in (whole, *members))
    return exact and _is_whole(whole) and sum(f.low or 0 for f in members) == whole.low


def _opens(page: Page, pair: Sequence[Found]) -> bool:
    """Whether a comma, colon, dash or bracket stands right before the first member.

    A comma leads on in a list of things: "destroyed two tanks, a depot and a bridge" are four.
    """
    mark = page.lower(pair[1].start - 1)
    return mark in OPENING and not (mark == "," and pair[0].unit == "things")


def _make_parts(page: Page, found: list[Found], whole: Found, members: range) -> None:
    span = page.span(whole.start, whole.end)
    for k in members:
        found[k] = replace(
            found[k],
            scope=Scope.PART,
            part_of=span,
            rule="stated" if found[k].rule == "singular" else found[k].rule,
            measure=found[k].measure or whole.measure,
        )


def _tie_lists(page: Page, found: list[Found]) -> None:
    """The members of a list without a sum to the words of the whole list."""
    for start, end in _runs(page, found):
        members = found[start:end]
        if any(f.scope is not Scope.NEW or f.part_of is not None or _is_pointed_at(page, f) for f in members):
            continue
        span = page.span(members[0].start, members[-1].end)
        for k in range(start, end):
            found[k] = replace(found[k], part_of=span)


def _is_pointed_at(page: Page, figure: Found) -> bool:
    """Whether somebody is only pointed at: "the driver"; "his driver" is a further one."""
    return figure.rule == "definite" and page.lower(figure.start) not in OWNERS


def _tie_running(page: Page, found: list[Found]) -> None:
    """“Three more died, bringing the toll to 34”: the three are among the 34."""
    for k, total in enumerate(found):
        if total.scope is not Scope.CUMULATIVE or not k or not _is_brought(page, found[k - 1], total):
            continue
        for j in range(k):
            if found[j].scope is Scope.NEW and found[j].part_of is None and _fits(found[j], total):
                found[j] = replace(found[j], part_of=page.span(total.start, total.end))


def _is_brought(page: Page, last: Found, total: Found) -> bool:
    """Whether words between two figures say that the first brings the count to the second."""
    between = range(last.end, total.start)
    verb = any(page.tokens[i].lemma in page.vocabulary.brings and page.pos(i) == "VERB" for i in between)
    return verb and any(page.lower(i) in page.vocabulary.totals for i in between)


def _tie_earlier(told: Told, around: Sequence[Told]) -> None:
    """Mark what the report says was given before as superseded, by the figure that it gives now."""
    page, found = told
    for k, old in enumerate(found):
        if old.scope is not Scope.SUPERSEDED and not is_earlier(page, old.start, old.end):
            continue
        now = _successor(told, old, around)
        if now is not None:
            found[k] = replace(old, scope=Scope.SUPERSEDED, part_of=None, replaced_by=now)


def _successor(told: Told, old: Found, around: Sequence[Told]) -> Span | None:
    """The figure that holds now: of the same sentence, else of the one before, else of the one after."""
    near = sorted((abs(f.start - old.start), n) for n, f in enumerate(told.found) if f is not old)
    here = [(told.page, told.found[n]) for _, n in near]
    index = told.page.sentence.index
    others = sorted(around, key=lambda t: (t.page.sentence.index > index, abs(t.page.sentence.index - index)))
    for page, figure in [*here, *((t.page, f) for t in others for f in t.found)]:
        if _replaces(page, old, figure):
            return page.span(figure.start, figure.end)
    return None


def _replaces(page: Page, old: Found, new: Found) -> bool:
    """Whether a figure can stand in another one's place: of the same unit and measure, with other bounds."""
    if old.unit != new.unit or (old.low, old.high) == (new.low, new.high) or new.scope is Scope.PART:
        return False
    if old.measure and new.measure and old.measure != new.measure:
        return False
    if new.scope is Scope.SUPERSEDED or is_earlier(page, new.start, new.end):
        return False
    return new.low != 1 and new.high not in {0, 1}
