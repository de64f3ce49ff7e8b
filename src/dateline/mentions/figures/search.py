"""A report's sentences -> its figure mentions: every count with its range, what is counted and of what unit.

It binds no figure to an event; only where the words themselves say so ("374 dead") has a figure a measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.mentions.figures.counted import Last, find_changed, find_counted, find_half
from dateline.mentions.figures.names import named
from dateline.mentions.figures.page import Found, Page, is_shouting
from dateline.mentions.figures.scopes import is_part
from dateline.mentions.figures.singles import find_aged, find_bare, find_single
from dateline.mentions.figures.stated import find_none
from dateline.mentions.figures.ties import Told, tie
from dateline.mentions.figures.vocabulary import Vocabulary, vocabulary
from dateline.records import Mention, Report, Scope, Sentence

NOBODY = frozenset({"no", "none", "nobody", "without"})
LINK = 8  # tokens of "were killed in the blast," between a whole and its part
JOINT = frozenset({",", "and", "or", "&", "plus", "as", "well", "also"})


def find(report: Report, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Find every count in a report's sentences.

    Args:     the report, and its parsed sentences in text order.
    Returns:  mentions in text order; each value is a Figure, its measure None unless the words state one.
              Rules "figures.singular" and "figures.definite" are noun phrases for one person or thing, which
              count only where an event befalls them.
    """
    words = vocabulary()
    told: list[Told] = []
    last = Last()
    for sentence in sentences:
        page = _page(report, sentence, words)
        told.append(Told(page, _spread(page, list(_search(page, last)))))
        for figure in told[-1].found:
            last = _later(page, last, figure)
        last = last._replace(latest=last.people)
    tie(told)
    return tuple(sorted({page.mention(figure) for page, found in told for figure in found}, key=_place))


def find_named(report: Report, sentence: Sentence, head_index: int) -> Mention | None:
    """The single named or described person that a token heads, as a figure 1 to 1.

    Args:     head_index, a token that is or heads a person's name, or a noun for one person ("the mayor").
    Returns:  a mention with rule "figures.named", or None where the noun is a plural or no person.
    """
    page = _page(report, sentence, vocabulary())
    found = named(page, head_index)
    return None if found is None else page.mention(found)


def _page(report: Report, sentence: Sentence, words: Vocabulary) -> Page:
    """The page of one sentence."""
    return Page(report, sentence, sentence.tokens, words, is_shouting(sentence.tokens))


def _place(mention: Mention) -> tuple[int, int, str, str]:
    """The order of mentions: by place, then rule, then measure."""
    return mention.span.start, mention.span.end, mention.rule, str(getattr(mention.value, "measure", ""))


def _later(page: Page, last: Last, figure: Found) -> Last:
    """The latest figures once one more is read, past what is only pointed at, who only tells, and attacks."""
    if _is_teller(page, figure):
        return last  # "a police spokesman said so. Another 15 were hurt": no 15 spokesmen
    if figure.unit == "attacks" or figure.rule == "definite" or figure.low == figure.high == 0:
        return last
    return Last(figure if figure.unit == "people" else last.people, figure)


def _is_teller(page: Page, figure: Found) -> bool:
    """Whether one person is no more than who says the rest: "four were children, a doctor said"."""
    if figure.rule != "singular":
        return False
    told = (f.speaker for f in page.sentence.frames if f.speaker is not None)
    return any(speaker.start <= figure.head < speaker.end for speaker in told)


def _search(page: Page, last: Last) -> Iterator[Found]:
    """The figures of one sentence, left to right; no token is counted twice."""
    i, size = 0, len(page.tokens)
    while i < size:
        figures, following = _at(page, i, last)
        for figure in figures:
            last = _later(page, last, figure)
            yield figure
        i = max(i + 1, following)


def _at(page: Page, i: int, last: Last) -> tuple[tuple[Found, ...], int]:
    """The figures that start at a token, and where to go on."""
    word, vocab = page.lower(i), page.vocabulary
    if word in NOBODY or (word == "zero" and page.lower(i + 1) in vocab.harms):
        none = find_none(page, i)
        return none, max((figure.end for figure in none), default=i + 1)
    if (
        word[0].isdigit()
        or word in vocab.cardinals
        or word in vocab.multipliers
        or word in vocab.vague
        or word in vocab.pairs
        or word in _ARTICLES
    ):
        if (aged := find_aged(page, i)) is not None:
            return (aged,), aged.end
        found, following = find_counted(page, i, last)
        if found is not None:
            return (*find_changed(page, i, found), found), following
        if following > i + 1 and word not in _ARTICLES:
            return (), following
    single = find_half(page, i, last) if word in vocab.fractions else find_single(page, i, last.people)
    if single is None:
        single = find_bare(page, i)
    return (() if single is None else (single,)), (i + 1 if single is None else _resume(page, single))


_ARTICLES = frozenset({"a", "an"})
ARTICLES = _ARTICLES | {"the"}


def _resume(_page: Page, single: Found) -> int:
    """Where to go on after a single: past its head, so that an "of" phrase is still read."""
    return single.end if single.measure or single.rule == "half" else single.head + 1


def _spread(page: Page, found: list[Found]) -> list[Found]:
    """Share along a list what is said of all its members: "two guards and a driver dead", "including ..."."""
    found = [f for k, f in enumerate(found) if not (k and _renames(page, found[k - 1], f))]
    for k in range(len(found) - 2, -1, -1):
        here, after = found[k], found[k + 1]
        told = after.measure and here.measure is None and page.lower(after.end) in page.vocabulary.states
        told = told or (after.measure and here.measure is None and page.lower(after.end + 1) == "dead")
        if told and _joined(page, here, after):
            found[k] = replace(here, measure=after.measure)
    goes_on = False
    for k in range(1, len(found)):
        goes_on = goes_on or not _ends_part(page, found[k - 1])
        goes_on = goes_on and found[k - 1].scope is Scope.PART and _joined(page, found[k - 1], found[k])
        if goes_on and found[k].scope is Scope.NEW:
            found[k] = replace(found[k], scope=Scope.PART)
    _share_with_parts(page, found)
    return found


def _renames(page: Page, first: Found, second: Found) -> bool:
    """Whether a single stands beside another one that it only says more of: "the chief, a sergeant, was"."""
    if not {first.rule, second.rule} <= {"singular", "definite"} or page.lower(first.end) != ",":
        return False
    head = page.tokens[second.head]
    if second.start != first.end + 1 or head.dep != "appos" or not first.start <= head.head < first.end:
        return False
    listed = any(page.tokens[k].dep == "conj" for k in page.sentence.kids[second.head])
    after = second.end + (page.lower(second.end) == ",")  # "a house, a car, and a bus" are three
    goes_on = page.lower(after) in {"and", "or", "&"} and page.lower(after + 1) in ARTICLES
    return not listed and not goes_on and page.lower(second.end) not in {"and", "or", "&"}


def _share_with_parts(page: Page, found: list[Found]) -> None:
    """Give parts what their whole is said to have suffered: "ten were killed, two of them Danes"."""
    for k in range(len(found)):
        here = found[k]
        if here.measure or here.scope is not Scope.PART or _is_teller(page, here):
            continue
        measure = _included(page, here) or (_befallen(page, found[k - 1], here) if k else None)
        if measure is None and k and found[k - 1].scope is Scope.PART and _joined(page, found[k - 1], here):
            measure = found[k - 1].measure
        if measure is not None:
            rule = "stated" if here.rule == "singular" else here.rule
            found[k] = replace(here, measure=measure, rule=rule)


def _included(page: Page, part: Found) -> str | None:
    """What befell the part of "the dead include three women", "among the dead were three women"; None elsewhere."""
    i = part.start - 1
    while page.lower(i) in {"were", "was", "are", "is", "at", "least", "include", "included", "including"}:
        i -= 1
    if page.lower(i - 1) not in {"the", "those"}:
        return None
    verb = page.tokens[part.start - 1].lemma == "include"
    return (
        page.vocabulary.states.get(page.lower(i))
        if verb or page.lower(i - 2) in {"among", "amongst"}
        else None
    )


def _befallen(page: Page, whole: Found, part: Found) -> str | None:
    """What befell the whole right before its part: "ten soldiers were killed, eight of them Danes"."""
    between = [page.lower(i) for i in range(whole.end, part.start)]
    if page.pos(part.end) in {"VERB", "AUX", "ADV"}:
        return None  # "three were injured, one of whom died"
    if not between or between[0] not in {"were", "are", "was"} or between[-1] != "," or len(between) > LINK:
        return None
    told = [page.vocabulary.states[word] for word in between if word in page.vocabulary.states]
    return told[0] if len(told) == 1 else None


def _joined(page: Page, first: Found, second: Found) -> bool:
    """Whether only "and" and commas stand between two figures."""
    between = range(first.end, second.start)
    return len(between) > 0 and all(page.lower(i) in JOINT for i in between)


def _ends_part(page: Page, figure: Found) -> bool:
    """Whether a part is no list: "three of them" ends with its pronoun."""
    return not is_part(page, figure.start)
