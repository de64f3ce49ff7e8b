"""Tellings of harm in text order -> a roll of victims: each person or group once, with the worst told of them.

Whether two tellings speak of the same people goes by name, then by age, sex and part, then by how they point back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dateline.claims.harms import WORST_FIRST, Harm
from dateline.claims.likeness import agree, likeness, may_be
from dateline.claims.nouns import ANYBODY, EVERY_AGE, narrowed
from dateline.claims.people import Person
from dateline.claims.roll import Roll, Victim
from dateline.records import SectionKind

LATEST = 27  # sentences from the first harm on in which "a second victim" may be told of, where nobody was hurt before
NEARBY = timedelta(days=1)  # a night has two days


def enrol(harms: Sequence[Harm]) -> Roll:
    """Enter tellings, which are in text order, on a roll."""
    roll = Roll(harms[0].sentence if harms else 0)
    for harm in harms:
        if harm.implied:
            roll.implied.append(harm)
            continue
        late = roll.is_late(harm)
        if _are_the_dead(roll, harm):
            harm = replace(harm, measure="killed")  # noqa: PLW2901
        if (group := _group_of_list(roll, harm)) is not None:
            group.members += [
                Victim(one.low or 1, harm.measure, one, {(harm.sentence, one.token)}, [harm])
                for one in harm.who
            ]
            continue
        for one in harm.who:
            _enter(roll, harm, one)
        if not late and len(harm.who) > 1 and any(p.pointing == "total" for p in harm.who):
            _enter_sum(roll, harm)
    return roll


def _are_the_dead(roll: Roll, harm: Harm) -> bool:
    """“Three people are dead. The victims were identified as A, B and C”: as many as died, by name."""
    many = len(harm.who)
    named = many > 1 and harm.measure == "casualties" and all(one.names for one in harm.who)
    return named and any(one.low == one.high == many and h.measure == "killed" for one, h in roll.totals)


def _group_of_list(roll: Roll, harm: Harm) -> Victim | None:
    """“Five teens were hurt. Four boys and a girl were shot”: the group that a list comes to."""
    many = sum(one.low or 0 for one in harm.who)
    if len(harm.who) < 2 or any(one.low is None or one.low != one.high or one.another for one in harm.who):
        return None
    return next(
        (
            group
            for group in roll.victims
            if not group.is_one and group.many == many and not group.members
            if group.harms[0].sentence < harm.sentence and harm.measure in {group.measure, "casualties"}
            if all(agree(replace(group.person, part=None), replace(one, part=None)) for one in harm.who)
        ),
        None,
    )


def _are_told(roll: Roll, harm: Harm, one: Person) -> bool:
    """“One teen was killed, another hurt. Two teenage boys were shot": the group of all who were told of one by one."""
    if (
        one.low is None
        or one.low != one.high
        or one.low < 2
        or one.another
        or one.pointing in {"part", "total"}
    ):
        return False
    told = [v for v in roll.victims if agree(replace(v.person, part=None), replace(one, part=None))]
    fit = len(told) == one.low and all(v.is_one and v.harms[0].sentence < harm.sentence for v in told)
    if not fit or (harm.measure == "injured" and any(v.measure == "killed" for v in told)):
        return False
    for victim in told:
        victim.phrases.add((harm.sentence, one.token))
        if WORST_FIRST.index(harm.measure) < WORST_FIRST.index(victim.measure):
            victim.measure = harm.measure
    return True


def _are_both(roll: Roll, harm: Harm, one: Person) -> bool:
    """“Both were taken to a hospital, where the boy died”: two of those told of one by one."""
    told = [v for v in roll.victims if v.is_one]
    died = any(v.measure == "killed" for v in told)
    return one.pointing == "pronoun" and one.low == 2 and len(told) > 1 and died and harm.measure != "killed"


def _is_of_headline(roll: Roll, harm: Harm, one: Person) -> bool:
    """“Two more men walked into a hospital", below the headline "Seven men shot": two of the seven."""
    return (
        one.another
        and (one.low or 0) > 1
        and any(
            group.many > (one.low or 0) and harm.measure in {group.measure, "casualties", "injured"}
            for group in roll.victims
            if group.harms[0].section is SectionKind.HEADLINE and group.measure != "killed"
            if harm.section is not SectionKind.HEADLINE and agree(group.person, one)
        )
    )


def _enter_sum(roll: Roll, harm: Harm) -> None:
    """The people of one list together: "he and four others were shot" is a total of five."""
    lows = [p.low for p in harm.who if p.low is not None]
    if len(lows) == len(harm.who):
        first = harm.who[0]
        roll.totals.append(
            (Person(first.token, None, sum(lows), sum(lows), "total", another=first.another), harm)
        )


def _enter(roll: Roll, harm: Harm, one: Person) -> None:
    """Let a phrase say more of a victim told of before, or enter a new victim or total."""
    phrase = (harm.sentence, one.token)
    if one.low == one.high == 0:
        roll.totals.append((one, harm))
        return
    known = next((v for v in roll.everyone() if phrase in v.phrases), None) or _find(roll, harm, one)
    if one.pointing == "part" and harm.measure == "killed":
        roll.parts.append((one, harm))
    if _is_latest_of(roll, harm, one):
        roll.totals.append((Person(one.token, None, one.rank, None, "total"), harm))
    if known is None and (_are_told(roll, harm, one) or _is_of_headline(roll, harm, one)):
        return
    if known is None and _are_both(roll, harm, one):
        return
    if known is not None and roll.is_late(harm) and len(roll.victims) > 1 and _is_guess(known, harm, one):
        roll.aside.append(harm)
    elif known is not None:
        _tell(known, harm, one)
        known.phrases.add(phrase)
        _keep_days(roll, harm)
    elif _is_of_another_day(roll, harm) or (roll.is_late(harm) and not _is_first_total(roll, harm, one)):
        roll.aside.append(harm)
    elif one.pointing == "total" or (one.low is not None and not one.is_one and one.is_plain):
        roll.totals.append((one, harm))
    elif one.pointing == "part":
        roll.totals += [(one, harm)] if harm.measure == "killed" else []
    elif one.low is None and one.high is None:
        _tell_all(roll, harm, one)
    elif not one.weak and not (
        _points_back(one) and not one.own and roll.totals and not _is_new_death(roll, harm)
    ):
        _enter_victim(roll, harm, one, phrase)
        _keep_days(roll, harm)


def _is_latest_of(roll: Roll, harm: Harm, one: Person) -> bool:
    """“A third victim has died”, where a report begins: three have."""
    first = harm.section is SectionKind.HEADLINE or not (roll.victims or roll.totals)
    return (
        first
        and harm.measure == "killed"
        and one.pointing == "indefinite"
        and one.rank is not None
        and one.part != "attacker"
    )


def _keep_days(roll: Roll, harm: Harm) -> None:
    if harm.days is not None:
        roll.days.append(harm.days)


def _is_of_another_day(roll: Roll, harm: Harm) -> bool:
    """Whether somebody new was harmed on a day far from all on which the victims before were."""
    if harm.days is None or not roll.days:
        return False
    first, last = harm.days[0] - NEARBY, harm.days[1] + NEARBY
    return not any(first <= end and start <= last for start, end in roll.days)


def _is_guess(known: Victim, harm: Harm, one: Person) -> bool:
    """Whether words late in a report would make it worse for somebody whom they name no more than point at."""
    worse = WORST_FIRST.index(harm.measure) < WORST_FIRST.index(known.measure)
    named = bool(one.names) and bool(known.person.names)
    return worse and not named


def _is_first_total(roll: Roll, harm: Harm, one: Person) -> bool:
    """“All four victims are in hospital”, late, where no number was given before."""
    if harm.measure == "casualties" and one.pointing == "total" and not roll.totals:
        return True
    hurt = any(v.measure != "killed" for v in roll.everyone()) or any(
        h.measure != "killed" for _, h in roll.totals
    )
    soon = harm.sentence < roll.start + LATEST
    return (
        soon and one.another and harm.measure != "killed" and not hurt
    )  # "a second victim was hit in the leg"


def _enter_victim(roll: Roll, harm: Harm, one: Person, phrase: tuple[int, int]) -> None:
    first = (
        one if roll.victims else replace(one, another=False)
    )  # "killed another teen": another than who did it
    victim = Victim(
        one.low or 1, harm.measure, first, {phrase}, [harm], apart=one.another and not roll.victims
    )
    group = _group_for(roll, harm, first)
    (roll.victims if group is None else group.members).append(victim)


def _tell_all(roll: Roll, harm: Harm, one: Person) -> None:
    """“They were pronounced dead”: all who were told of as hit, and those whom the same sentence counts."""
    if harm.measure != "killed" or one.pointing not in {"pronoun", "definite"}:
        return
    roll.totals = [
        (people, replace(told, measure="killed") if told.sentence == harm.sentence else told)
        for people, told in roll.totals
    ]
    for victim in roll.everyone():
        other = None not in {one.sex, victim.person.sex} and one.sex != victim.person.sex
        if victim.measure == "casualties" and not other and victim.person.part != "guard":
            victim.measure = "killed"
            victim.harms.append(harm)


def _points_back(one: Person) -> bool:
    """Whether a phrase only points back: a pronoun, "the victim"."""
    plain = one.sex is None and one.ages == EVERY_AGE
    return one.pointing == "pronoun" or (one.pointing == "definite" and plain)


def _is_new_death(roll: Roll, harm: Harm) -> bool:
    """Whether a death is told of where no number of deaths has been."""
    return harm.measure == "killed" and not any(h.measure == "killed" for _, h in roll.totals)


def _tell(victim: Victim, harm: Harm, one: Person) -> None:
    """Let a further telling say more of a victim."""
    if WORST_FIRST.index(harm.measure) < WORST_FIRST.index(victim.measure):
        victim.measure = harm.measure
    victim.harms.append(harm)
    told = victim.person
    victim.person = replace(
        told,
        names=told.names if len(told.names) >= len(one.names) else one.names,
        sex=told.sex or one.sex,
        ages=narrowed(told.ages, one.ages),
        part=told.part or one.part,
        own=told.own or one.own,
    )


def _find(roll: Roll, harm: Harm, one: Person) -> Victim | None:
    """The victim told of before that a phrase speaks of, or None."""
    alone = len(roll.victims) == 1
    if one.another and alone and roll.victims[0].is_one and not roll.victims[0].apart and not roll.totals:
        return None  # "the second man", where one man has been told of
    fits = [v for v in roll.everyone() if may_be(v, harm, one, alone=alone)]
    if one.another and one.pointing != "definite":
        fits = [
            v
            for v in fits
            if v.harms[0].sentence != harm.sentence
            if v.person.noun in {one.noun, "another"}
            or (not v.is_one and one.noun in ANYBODY and v.measure != "killed")
        ]
        fits = [v for v in fits if v.person.another or v.apart or not v.is_one]
    if one.names:
        same = [v for v in fits if v.person.names]
        if same:
            return same[-1]
        if len({v.harms[0].start for v in fits}) == 1:  # the names of a list mostly come in the list's order
            return max(enumerate(fits), key=lambda pair: (likeness(pair[1], harm, one), -pair[0]))[1]
    return max(enumerate(fits), key=lambda pair: (likeness(pair[1], harm, one), pair[0]))[1] if fits else None


def _group_for(roll: Roll, harm: Harm, one: Person) -> Victim | None:
    """The group that a single person told of now is a member of."""
    if not one.is_one:
        return None
    latest = list(reversed(roll.victims))
    alike = [g for g in latest if g.measure == harm.measure]  # the dead among the dead
    for group in (*alike, *(g for g in latest if g.measure != harm.measure)):
        first = one.another and not group.members and not roll.parts and one.rank != group.many
        full = group.is_one or len(group.members) >= group.many or first
        here = any(h.sentence == harm.sentence for h in group.harms)
        like = group.measure == harm.measure or "casualties" in {group.measure, harm.measure}
        like = like or one.rank == group.many  # "all were treated. The fourth man died"
        guards = group.person.part == "guard" and one.part != "guard" and one.pointing != "named"
        stranger = guards and one.sex is not None and one.pointing != "pronoun"
        if not full and not here and like and not stranger and agree(replace(group.person, part=None), one):
            return group
    return None
