"""A number on the page -> the figure that it states, with what it counts; None where it counts nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from dateline.mentions.figures.alone import is_fatal, stands_alone
from dateline.mentions.figures.groups import Group, group_after
from dateline.mentions.figures.hedges import Bounded, bound, raised
from dateline.mentions.figures.numbers import Number, read_number, read_one
from dateline.mentions.figures.page import Found, Page
from dateline.mentions.figures.refusals import refusal
from dateline.mentions.figures.scopes import scope_of
from dateline.mentions.figures.stated import is_held, remains_before, stated_measure, toll_measure
from dateline.records import Scope

OF_LONGEST = 8  # tokens of an "of" phrase that belongs to the counted noun


def find_half(page: Page, i: int, last: Last) -> Found | None:
    """As in "half of them children", "a third of the 60 hostages": bounds rounded up, and about."""
    fraction = page.vocabulary.fractions.get(page.lower(i))
    if fraction is None or page.lower(i + 1) != "of" or page.lower(i - 1) == "and":
        return None
    if fraction > HALF and page.lower(i - 1) not in {"a", "one"}:
        return None
    whole = _whole_here(page, i + 2) or _whole_before(page, i + 2, last)
    if whole is None:
        return None
    low, high = (None if n is None else -(-n // fraction) for n in (whole.low, whole.high))
    start = i - 1 if fraction > HALF else i
    start, more = _above(page, start)
    if more:
        low, high = (None if low is None else low + 1), whole.high
    return Found(
        start, whole.end, i, whole.of, low, high, "half", approx=True, victim=whole.victim, scope=Scope.PART
    )


HALF = 2


def _above(page: Page, start: int) -> tuple[int, bool]:
    """Where a hedge before a fraction starts, and whether it says that it was more."""
    if page.lower(start - 1) == "than" and page.lower(start - 2) == "more":
        return start - 2, True
    if page.lower(start - 1) in {"about", "around", "nearly", "roughly", "almost"}:
        return start - 1, False
    return start, False


def _whole_before(page: Page, i: int, last: Last) -> Found | None:
    """The people told of before that "them" at a token means, with what the words after it say of the part."""
    if last.people is None or page.lower(i) not in {"them", "whom", "those"}:
        return None
    group = group_after(page.tokens, i + 1, page.vocabulary, several=True)
    if group.head is None or group.noun is None or group.noun.unit != "people":
        return replace(last.people, start=i, end=i + 1)
    of = page.words(group.start, group.end)
    return replace(last.people, start=i, end=group.end, of=of, victim=group.noun.victim)


def _whole_here(page: Page, i: int) -> Found | None:
    """The counted people at a token, after "the" or "its": "the 60 hostages"."""
    if page.lower(i) not in page.vocabulary.heads:
        return None
    number = read_number(page.tokens, i + 1, page.vocabulary)
    group = None if number is None else group_after(page.tokens, number.end, page.vocabulary, several=True)
    if number is None or group is None or group.noun is None or group.noun.unit != "people":
        return None
    of = page.words(group.start, group.end)
    head = group.end - 1 if group.head is None else group.head
    return Found(i, group.end, head, of, number.low, number.high, "half", victim=group.noun.victim)


class Last(NamedTuple):
    """The latest figures before a place: of people, and of people or things."""

    people: Found | None = None
    latest: Found | None = None


def find_counted(page: Page, i: int, last: Last) -> tuple[Found | None, int]:
    """The figure whose number starts at a token, and the token to go on from.

    Args: last, the latest figures before it, whose noun a bare "three more" takes over.
    """
    number = _pair(page, i) or read_number(page.tokens, i, page.vocabulary)
    if number is None:
        return None, i + 1
    number = _after_change(page, number)
    bounded = bound(page.tokens, number, page.vocabulary)
    strong = _strong(page, bounded)
    if strong:
        return strong, strong.end
    several = bounded.low != 1 or bounded.high != 1
    group = group_after(page.tokens, bounded.end, page.vocabulary, several=several)
    name = _name(page, bounded, group)
    if name:
        return name, name.end
    if refusal(page, bounded, group):
        return None, number.end
    found = (
        _toll(page, bounded, group)
        or _counted(page, bounded, group, last)
        or _alone(page, bounded, group, last)
    )
    return found, max(number.end, found.end if found else 0)


def _name(page: Page, bounded: Bounded, group: Group) -> Found | None:
    """As in "one Karim Salo": a person whom the report takes for unknown to the reader."""
    head = group.head
    if head is None or group.noun is not None or page.lower(bounded.number.start) != "one" or bounded.hedged:
        return None
    if (
        page.pos(head) != "PROPN"
        or page.lower(head) in page.vocabulary.never
        or page.lower(group.start) == "of"
    ):
        return None
    place = bounded.start, group.end
    return Found(
        *place,
        head,
        page.words(group.start, group.end),
        1,
        1,
        "named",
        scope=scope_of(page, place, part=False, more=False),
    )


def _pair(page: Page, i: int) -> Number | None:
    """As in "both men", "dual attacks"."""
    if page.lower(i) not in page.vocabulary.pairs:
        return None
    after = page.vocabulary.nouns.get(page.lower(i + 1)) or page.vocabulary.nouns.get(page.lower(i + 2))
    if page.lower(i) == "both" and any(page.lower(k) == "and" for k in range(i + 2, i + 5)):
        return None  # "both rebels and civilians": sides, of whom no number is told
    if page.lower(i) == "both" and page.pos(i + 1) in {"AUX", "VERB"}:
        return Number(i, i + 1, 2, 2, False, "words")
    return Number(i, i + 1, 2, 2, False, "words") if after and after.plural is not False else None


def _after_change(page: Page, number: Number) -> Number:
    """Of "rose from 12 to 34", the second number: the one that holds now."""
    if number.kind != "range" or page.lower(number.start - 1) != "from":
        return number
    if not any(
        t.lemma in page.vocabulary.changes for t in page.tokens[max(0, number.start - 7) : number.start]
    ):
        return number
    joint = next((k for k in range(number.start, number.end) if page.lower(k) == "to"), None)
    second = read_number(page.tokens, joint + 1, page.vocabulary) if joint is not None else None
    return second or number


def find_changed(page: Page, i: int, now: Found) -> tuple[Found, ...]:
    """Of "the toll rose from 12 to 34", the first number: what the toll was."""
    first = read_one(page.tokens, i, page.vocabulary) if now.rule == "toll" and now.start > i else None
    if first is None or first.end >= now.start:
        return ()
    place = (first.start, first.end, first.end - 1)
    was = Found(
        *place, now.of, first.low, first.high, "toll", first.approx, now.measure, now.victim, now.unit
    )
    return (replace(was, scope=Scope.SUPERSEDED),)


def _strong(page: Page, bounded: Bounded) -> Found | None:
    """As in "a 6,000-strong force": how many a force has."""
    end, hyphens = bounded.number.end, page.vocabulary.hyphens
    if page.lower(end) not in hyphens or page.lower(end + 1) != "strong":
        return None
    group = group_after(page.tokens, end + 2, page.vocabulary, several=False)
    stop = group.end if group.head is not None else end + 2
    of = page.words(end + 2, stop) if group.head is not None else "people"
    head = group.head if group.head is not None else bounded.number.end - 1
    return Found(
        bounded.start, stop, head, of, bounded.low, bounded.high, "strong", bounded.approx, "strength"
    )


def _toll(page: Page, bounded: Bounded, group: Group) -> Found | None:
    """As in "the death toll rose to 34": the number stands for those whom the toll counts."""
    named = group.noun is not None and group.noun.unit != "people"
    measure = None if named or group.more else toll_measure(page, bounded.start)
    if measure is None:
        return None
    low, high, start = bounded.low, bounded.high, bounded.start
    if (
        bounded.rule == "up_to" and page.lower(start) == "up"
    ):  # "took the toll up to 32" is a direction, no bound
        low = high
    if page.tokens[start - 1].lemma in page.vocabulary.passes and bounded.rule == "exact":
        low, high = bounded.number.low + 1, None
    head, end = bounded.number.end - 1, bounded.end
    of = "people"
    if group.head is not None:
        head, end, of = group.head, group.end, page.words(bounded.end, group.end)
    return Found(start, end, head, of, low, high, "toll", bounded.approx, measure, scope=Scope.CUMULATIVE)


def _counted(page: Page, bounded: Bounded, group: Group, last: Last) -> Found | None:
    """The figure of a number and the noun that it counts."""
    if group.head is None or group.noun is None or not _agrees(page, bounded, group):
        return None
    measure = stated_measure(page, group, bounded.start)
    end, start = _with_of(page, group), bounded.start
    of, victim = _of(page, group, end), group.noun.victim
    joint = _joint(page, group, end)
    if joint is not None:
        end, of = joint + 1, f"{of} {page.words(end, joint + 1)}"
        victim = victim if page.vocabulary.nouns[page.lower(joint)].victim == victim else None
    if page.lower(group.head) == "others" and last.people and start - last.people.end > 1:
        of, victim = last.people.of, last.people.victim
    bodies = remains_before(page, bounded.start)
    if bodies is not None:
        start = bodies
    high = bounded.high
    if bounded.rule in {"at_least", "exact"}:
        high = raised(page.tokens, end, bounded.low, page.vocabulary) or high
    found = Found(
        start,
        end,
        group.head,
        of,
        bounded.low,
        high,
        _rule(page, bounded),
        bounded.approx,
        measure,
        victim,
        "things" if is_held(page, group, start) else group.noun.unit,
        more=group.more,
    )
    part = group.part and bounded.number.kind != "vague"
    return replace(found, scope=scope_of(page, (start, end), part=part, more=group.more))


def _joint(page: Page, group: Group, end: int) -> int | None:
    """The second noun that one number counts: the girls of "16 women and girls"."""
    i = end + 1
    noun = page.vocabulary.nouns.get(page.lower(i))
    if (
        page.lower(end) != "and"
        or noun is None
        or not noun.plural
        or group.noun is None
        or group.head != end - 1
    ):
        return None
    alike = noun.unit == group.noun.unit == "people"
    return i if alike and page.tokens[i].dep == "conj" and page.tokens[i].head == group.head else None


def _rule(page: Page, bounded: Bounded) -> str:
    """The rule of a counted group; "one of our soldiers" is like "a soldier", no count of its own."""
    one_of = page.lower(bounded.number.start) == "one" and page.lower(bounded.number.end) == "of"
    return "singular" if one_of and not bounded.hedged else bounded.rule


def _agrees(page: Page, bounded: Bounded, group: Group) -> bool:
    """Whether number and noun fit: many with a plural, one with a singular; known nouns are let off."""
    if group.noun is None or group.head is None:
        return False
    many = bounded.low != 1 or bounded.high != 1
    if group.noun.plural is None:
        return True
    known = page.lower(group.head) in page.vocabulary.nouns
    if many:
        return group.noun.plural or (known and page.pos(bounded.start - 1) not in {"PROPN", "ADJ", "NOUN"})
    return not group.noun.plural or group.part or page.lower(bounded.number.end) == "of"


def _of(page: Page, group: Group, end: int) -> str:
    """The counted noun in the report's words, without the number; "people" where only the state is told."""
    if (
        group.head is not None
        and page.lower(group.head) in page.vocabulary.states
        and group.head == group.start
    ):
        return "people"
    return page.words(group.start, end)


def _with_of(page: Page, group: Group) -> int:
    """The end of the group with an "of" phrase that tells who its people are: "members of the Levies"."""
    end = group.end
    if page.lower(end) != "of" or group.noun is None or group.noun.unit != "people":
        return end
    i = end + 1
    while i < min(len(page.tokens), end + OF_LONGEST):
        if page.pos(i) not in {"DET", "ADJ", "NOUN", "PROPN"} and page.tokens[i].tag not in {"POS", "HYPH"}:
            break
        if page.lower(i) in page.vocabulary.days or page.lower(i) in {"a", "an"}:
            break
        i += 1
    return i if i > end + 1 else end


def _described(page: Page, group: Group) -> Group | None:
    """The noun right after "of them": "three of them women"."""
    if not group.part:
        return None
    told = group_after(page.tokens, group.end, page.vocabulary, several=True)
    people = told.noun is not None and told.noun.unit == "people" and told.noun.plural
    return told if people and page.pos(told.end) in {"PUNCT", "CCONJ", ""} else None


def _family_start(page: Page, start: int) -> int:
    """Where "a family of" starts before its number, else the number itself."""
    if page.lower(start - 1) != "of" or page.lower(start - 2) not in {"family", "household", "crew"}:
        return start
    return start - 3 if page.pos(start - 3) == "DET" else start - 2


def _taken_over(page: Page, bounded: Bounded, group: Group, last: Last) -> tuple[str, str, str | None]:
    """What a number without a noun counts: what an earlier figure counted, else people."""
    harmed = page.tokens[bounded.start - 1].lemma in page.vocabulary.harm_verbs if bounded.start else False
    crowd = bounded.number.kind == "vague" and not group.more and not group.part
    latest = last.latest if group.more or group.part else None
    if latest is not None and latest.unit == "things" and not harmed:
        return latest.of, latest.unit, None
    if last.people is None or crowd or _is_anew(page, bounded, group):
        return "people", "people", None
    return last.people.of, "people", last.people.victim


def _is_anew(page: Page, bounded: Bounded, group: Group) -> bool:
    """As in "killing two", "a family of five": nothing ties them to people told of before."""
    before = page.lower(bounded.start - 1)
    if before == "including":
        return False
    return before == "of" or (page.pos(bounded.start - 1) == "VERB" and not group.more and not group.part)


def _alone(page: Page, bounded: Bounded, group: Group, last: Last) -> Found | None:
    """A number whose noun is left out: "three were hurt", "killing two", "15 of them", "56 more"."""
    if group.head is not None or not stands_alone(page, bounded, group, last.latest):
        return None
    end = group.end if group.part or group.more else bounded.end
    of, unit, victim = _taken_over(page, bounded, group, last)
    described = _described(page, group)
    if described is not None and described.noun is not None:
        end, of, victim = described.end, page.words(described.start, described.end), described.noun.victim
    found = Found(
        _family_start(page, bounded.start),
        end,
        bounded.number.end - 1,
        of,
        bounded.low,
        bounded.high,
        bounded.rule,
        bounded.approx,
        stated_measure(page, group, bounded.start),
        victim,
        unit,
        more=group.more,
        note="the noun is left out",
    )
    if is_fatal(page, end):
        return replace(found, measure="killed", scope=Scope.PART)
    return replace(found, scope=scope_of(page, (found.start, end), part=group.part, more=group.more))
