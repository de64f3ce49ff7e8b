"""A victim told of before and a phrase -> whether it may speak of the same people, and how alike they are told.

By name, then by age, sex and part, then by how the phrase points back.
"""

from __future__ import annotations

from dateline.claims.harms import Harm
from dateline.claims.nouns import EVERY_AGE
from dateline.claims.people import Person
from dateline.claims.roll import Victim
from dateline.records import SectionKind

CHILD = 6  # years: who is so young is seldom named with no word of it


def likeness(victim: Victim, harm: Harm, one: Person) -> int:
    """How alike a phrase and a victim are; a shared age tells most."""
    told = victim.person
    return (
        2 * (one.sex is not None and one.sex == told.sex)
        + 2 * (one.noun == told.noun)
        + (3 if one.ages[0] == one.ages[1] else 1) * (one.ages == told.ages != EVERY_AGE)
        + (one.ages != EVERY_AGE and one.ages[0] <= told.ages[0] and told.ages[1] <= one.ages[1])
        + 2 * (one.part is not None and one.part == told.part)
        + 2 * (harm.measure == victim.measure)
        - 2 * (bool(one.names) and one.ages == EVERY_AGE and told.ages[1] < CHILD)
        + 5 * (one.pointing == "pronoun" and any(h.sentence == harm.sentence for h in victim.harms))
    )


def may_be(victim: Victim, harm: Harm, one: Person, *, alone: bool) -> bool:
    """Whether a phrase may speak of a victim: as many, of one name, sex, age and part.

    Args: alone, where there is no other victim whom a definite phrase could mean.
    """
    told = victim.person
    if one.is_one != victim.is_one or (not one.is_one and one.low is not None and one.low != victim.many):
        return False
    if told.names and one.names:
        return _is_one_name(told.names, one.names)
    if any(h.sentence == harm.sentence and h.start == harm.start for h in victim.harms) or not agree(
        told, one
    ):
        return False
    guards = "guard" in {told.part, one.part} and told.part != one.part
    if guards and not one.is_one and one.pointing == "indefinite":
        return False  # "shot two officers. Two relatives were found dead"
    if any(one.noun in h.doers for h in victim.harms) or one.owner in {told.noun, *told.names}:
        return False
    if (
        one.own
        and told.part == "guard"
        and one.noun != told.noun
        and one.pointing not in {"named", "pronoun"}
    ):
        return False  # "a man shot a deputy before he killed himself"
    if (
        one.own
        and not told.own
        and one.pointing != "pronoun"
        and any(_is_deed(h, harm) for h in victim.harms)
    ):
        return False  # "shot a friend, then the 17-year-old shot himself"
    changed = {harm.measure, victim.measure} == {"killed", "injured"}
    if changed and harm.measure == "injured" and _is_other_noun(victim, harm, one):
        return False
    if one.pointing == "definite":
        return alone or not changed or _is_alike(told, one)
    if one.pointing != "indefinite":
        return True
    aged = told.ages == one.ages and told.ages[0] == told.ages[1]
    headed = (
        alone
        and (one.is_one or harm.measure == "killed")
        and told.noun == one.noun
        and all(h.section is SectionKind.HEADLINE for h in victim.harms)
    )
    if aged and told.noun == one.noun and not changed:
        return True
    return (not changed or aged or headed) and not any(h.sentence == harm.sentence for h in victim.harms)


def _is_deed(told: Harm, harm: Harm) -> bool:
    """Whether a telling of the same sentence is of a deed, and not only of what it came to."""
    return told.sentence == harm.sentence and told.measure != "injured" and told.start != harm.start


def _is_other_noun(victim: Victim, harm: Harm, one: Person) -> bool:
    """“identified the dead man as A. and the injured victim as B.”: two, where one sentence tells of both ends."""
    here = any(h.sentence == harm.sentence and h.measure == "killed" for h in victim.harms)
    return here and one.pointing == "definite" and one.noun != victim.person.noun


def agree(one: Person, other: Person) -> bool:
    """Whether nothing said of two people sets them apart; who harmed himself may play any part."""
    if None not in {one.sex, other.sex} and one.sex != other.sex:
        return False
    if max(one.ages[0], other.ages[0]) > min(one.ages[1], other.ages[1]):
        return False
    return one.part == other.part or not {None, "self"}.isdisjoint({one.part, other.part})


def _is_alike(one: Person, other: Person) -> bool:
    """Whether two phrases say the same of a person."""
    return (
        (one.sex is not None and one.sex == other.sex)
        or one.noun == other.noun
        or (one.part is not None and one.part == other.part)
        or one.ages == other.ages != EVERY_AGE
    )


def _is_one_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: one word of the other, or surname and first letter alike."""
    if len(one) == 1 or len(other) == 1:
        return bool(set(one) & set(other))
    if one[-1] == other[0] or other[-1] == one[0]:
        return True  # "told KNVC Varda is alive": of Varda Odeh
    return one[-1] == other[-1] and one[0][0] == other[0][0]
