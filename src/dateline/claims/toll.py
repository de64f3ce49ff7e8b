"""A report's sentences, mentions and claims -> the toll of its main event: how many were killed and injured.

Victims told of twice count once, parts do not add to their whole, and who died of wounds counts as killed. Who
was hit, and is not said to have died, counts as injured. A report that tells of nobody hurt leaves it open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline import lexicons
from dateline.claims import context, harms, victims
from dateline.claims.harms import Harm
from dateline.claims.roll import OPENING, Roll, Victim
from dateline.records import Claim, ClaimId, Mention, Report, SectionKind, Sentence

ASIDE_WORDS = frozenset(lexicons.load("toll")["aside"]["words"])
ASIDE_PHRASES = tuple(f" {words} " for words in lexicons.load("toll")["aside"]["phrases"])
FEW = 4  # words beside a headline that is told again: "Local News"
DEEDS = frozenset(lexicons.load("toll")["deeds"]["casualties"])
BY_OWN_HAND = frozenset({"attacker", "self"})


@dataclass(frozen=True, slots=True)
class Count:
    """How many people: at least `low`, at most `high`; None where the report does not say."""

    low: int | None = None
    high: int | None = None

    @property
    def best(self) -> int | None:
        """The one number that stands for the count: the lower bound, else the upper."""
        return self.high if self.low is None else self.low


@dataclass(frozen=True, slots=True)
class Toll:
    """The killed and injured of a report's main event, and the claims that it rests on or leaves out.

    `used` claims tell of its victims; `aside` claims tell of harm of other events, or late in the report of
    people whom its opening does not know.
    """

    killed: Count
    injured: Count
    used: tuple[ClaimId, ...] = ()
    aside: tuple[ClaimId, ...] = ()


def toll(
    report: Report,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    claims: Sequence[Claim],
    *,
    attackers: bool = True,
) -> Toll:
    """Count the victims of the event that a report is about.

    Args:    sentences, mentions and claims of this report; attackers, whether a doer who died or was hurt
             counts as well: registers of shootings count the gunman. Totals that a report gives without
             saying whom they count stay as they are.
    Returns: bounds, unknown where nobody is told of as killed, or as injured; the claims used and set aside.
    """
    told: list[Harm] = []
    apart: list[Harm] = []
    for line in context.lines(report, sentences, mentions):
        if line.sentence.section is not SectionKind.FURNITURE and not is_headline_again(report, line):
            (apart if is_aside(line) else told).extend(harms.of_line(line))
    roll = victims.enrol(told)
    if not attackers:
        roll.victims = [v for v in roll.victims if v.person.part not in BY_OWN_HAND]
    left_out = {(h.start, h.measure) for h in roll.aside}
    used = _claims_of(claims, [h for h in told if (h.start, h.measure) not in left_out])
    aside = [c for c in _claims_of(claims, [*apart, *roll.aside]) if c not in used]
    return Toll(*_counts(roll), used=tuple(used), aside=tuple(aside))


def is_headline_again(report: Report, line: context.Line) -> bool:
    """Whether a sentence of the body is the headline, told again in the same words."""
    title = next((s for s in report.sections if s.kind is SectionKind.HEADLINE), None)
    if not report.headline or line.sentence.section is SectionKind.HEADLINE:
        return False
    own = report.text[title.start : title.end] if title else report.headline
    headline = " ".join(own.lower().split())
    told = " ".join(line.sentence.span.of(report.text).lower().split())
    return told.startswith(headline) and len(told.replace(headline, "").split()) < FEW


def is_aside(line: context.Line) -> bool:
    """Whether a sentence tells of other events: of former ones, of a year's, of a city's."""
    words = [t.lower for t in line.sentence.tokens]
    text = f" {' '.join(words)} "
    return not ASIDE_WORDS.isdisjoint(words) or any(phrase in text for phrase in ASIDE_PHRASES)


def _claims_of(claims: Sequence[Claim], told: Sequence[Harm]) -> list[ClaimId]:
    """The claims whose words hold one of the tellings, in their order."""
    starts = {h.start for h in told}
    return [c.id for c in claims if any(c.evidence.start <= s < c.evidence.end for s in starts)]


def _counts(roll: Roll) -> tuple[Count, Count]:
    """Killed and injured of a roll: totals first, else one by one; the hit who did not die were injured."""
    dead = _total(roll, "killed") or _single(roll, "killed")
    alone = _single(roll, "injured") is None or _is_the_dead(roll)
    dead = _at_least(dead, _implied(roll, alone=dead is None and alone))
    hurt = _without_dead(roll, _total(roll, "injured")) or _survivors(roll, dead)
    struck = _total(roll, "casualties")
    if struck is not None:
        hurt = _at_least(hurt, _less(struck, dead), open_ended=struck.high is None)
        hurt = _within_deed(roll, dead, hurt)
    dead, hurt = _closer(dead, [_single(roll, "killed")]), _closer(hurt, [_survivors(roll, dead)])
    hurt = _within_all(roll, dead, _as_many_as(hurt, _survivors(roll, dead)))
    return dead or _none(roll, "killed"), hurt or _none(roll, "injured")


def _is_the_dead(roll: Roll) -> bool:
    """“An accidental shooting death. The gun went off, striking the man": the only one hit, of whom no more is told."""
    hit = roll.everyone()
    return len(hit) == 1 and hit[0].is_one and hit[0].measure == "casualties" and not roll.totals


def _as_many_as(count: Count | None, told: Count | None) -> Count | None:
    """“At least three were hurt”, where the report tells of four one by one."""
    if count is None or count.high is not None or told is None or (told.low or 0) <= (count.low or 0):
        return count
    return Count(told.low, None)


def _within_all(roll: Roll, dead: Count | None, hurt: Count | None) -> Count | None:
    """“All four victims": no more were hit, whoever else the parts of the report seem to tell of."""
    every = [p.low for p, h in roll.totals if p.whole and p.low is not None]
    every += [v.many for v in roll.victims if v.person.whole and not v.is_one]
    if hurt is None or len(set(every)) != 1 or _total(roll, "injured") is not None:
        return hurt
    left = every[0] - ((dead.best or 0) if dead else 0)
    return Count(left, left) if 0 < left < (hurt.best or 0) else hurt


def _within_deed(roll: Roll, dead: Count | None, hurt: Count | None) -> Count | None:
    """“A triple shooting. Three were hurt, including a girl who died”: three were hit in all."""
    deeds = {one.low for one, h in roll.totals if one.noun in DEEDS and h.measure == "casualties"}
    if hurt is None or dead is None or len(deeds) != 1 or hurt.low not in deeds:
        return hurt
    left = (hurt.low or 0) - (dead.best or 0)
    return Count(left, left) if left > 0 else hurt


def _without_dead(roll: Roll, hurt: Count | None) -> Count | None:
    """“Four were taken to a hospital. One of the victims later died”: those who lived."""
    if hurt is None or hurt.low is None:
        return hurt
    told = [h for one, h in roll.totals if h.measure == "injured" and one.low == hurt.low and not one.another]
    first = min((h.sentence for h in told), default=None)
    start = min((h.start for h in told), default=0)
    beside = any(
        h.measure == "killed" and one.pointing != "part" and abs(h.sentence - (first or 0)) <= 1
        for one, h in roll.totals
    )
    if first is None or beside or any(h.section is SectionKind.HEADLINE for h in told):
        return hurt
    died = sum(one.low or 0 for one, h in roll.parts if h.sentence >= first and h.start > start)
    return (
        Count(hurt.low - died, None if hurt.high is None else hurt.high - died) if died < hurt.low else hurt
    )


def _total(roll: Roll, measure: str) -> Count | None:
    """What the totals of a measure say: those of the headline, else of the opening, else of all the report."""
    told = list(_totals(roll, measure))
    opening = roll.start + OPENING
    for these in (
        [(n, h) for n, h in told if h.section is SectionKind.HEADLINE],
        [(n, h) for n, h in told if h.sentence < opening],
        told,
    ):
        if these:
            best, harm = max(these, key=lambda pair: (pair[0].best or 0, pair[0].high is not None))
            closer = _with_listed(roll, measure, _closer(best, [n for n, _ in told]))
            return _with_doer(roll, closer) if measure == "killed" and _is_before_own(roll, harm) else closer
    return None


def _with_listed(roll: Roll, measure: str, count: Count | None) -> Count | None:
    """“Baby, 4 people injured", of whom the text says "a baby and four other people”: five."""
    if count is None or count.low != count.high:
        return count
    lists = [(p, h) for p, h in roll.totals if h.measure == measure and len(h.who) > 1 and p.low == p.high]
    held = [p.low or 0 for p, h in lists if p not in h.who and any(w.low == count.low for w in h.who)]
    return Count(max(held), max(held)) if held else count


def _closer(count: Count | None, others: Sequence[Count | None]) -> Count | None:
    """A count in round words, "several", or the exact number within it that the report gives elsewhere."""
    if count is None or count.low is None or count.high is None or count.low == count.high:
        return count
    exact = (n for n in others if n is not None and n.low is not None and n.low == n.high)
    return max(
        (n for n in exact if count.low <= (n.low or 0) <= count.high), key=lambda n: n.low or 0, default=count
    )


def _with_doer(roll: Roll, count: Count | None) -> Count | None:
    """“A man shot dead seven people before killing himself": those whom somebody killed, and then himself."""
    own = sum(v.is_one and v.person.own and v.measure == "killed" for v in roll.victims)
    if count is None:
        return None
    return Count((count.low or 0) + own, None if count.high is None else count.high + own)


def _is_before_own(roll: Roll, harm: Harm) -> bool:
    """Whether a total counts those whom a doer killed, or stands before "then the gunman killed himself"."""
    own = [h for v in roll.victims if v.person.own and v.is_one for h in v.harms]
    return harm.done or any(h.sentence == harm.sentence and h.start > harm.end for h in own)


def _totals(roll: Roll, measure: str) -> Iterator[tuple[Count, Harm]]:
    """Each total of a measure; "four others" with those told of before."""
    like = {measure, "casualties"} if measure == "injured" else {measure}
    for people, harm in roll.totals:
        if people.high == 0 or harm.measure not in like:
            continue
        if not people.another and _is_of_told_group(roll, harm, like, people.low or 0):
            continue
        if not people.another and people.low == 1 and _is_beside_group(roll, harm, like):
            continue
        if people.another and _is_headed_group(roll, like, people.low or 0):
            continue
        if people.another and _is_of_told_total(roll, harm, like, people.low or 0):
            continue
        if people.another and any(
            one.another
            and one.low == people.low
            and other.sentence < harm.sentence
            and other.measure == harm.measure
            for one, other in roll.totals
        ):
            continue  # "five others were hurt", told again
        if people.another and people.pointing not in {"part", "definite"}:
            known = _known_before(roll, measure, harm, like, many=people.low or 0)
            yield Count((people.low or 0) + known, None if people.high is None else people.high + known), harm
        elif harm.measure == measure:
            yield Count(people.low, people.high), harm


def _is_of_told_total(roll: Roll, harm: Harm, like: set[str], many: int) -> bool:
    """“Three others were taken to a hospital”, after "five were shot" in a sentence before: some of the five."""
    return _is_of_told_group(roll, harm, like, many - 1) or any(
        other.measure in like and not people.another and (people.low or 0) > many
        for people, other in roll.totals
        if other.sentence < harm.sentence
    )


def _is_of_told_group(roll: Roll, harm: Harm, like: set[str], many: int) -> bool:
    """“Four victims were taken to a hospital”, after "five girls were hurt" in a sentence before: four of those."""
    return any(
        not victim.is_one and victim.many > many and victim.harms[0].sentence < harm.sentence
        for victim in roll.victims
        if victim.measure in like
    )


def _is_beside_group(roll: Roll, harm: Harm, like: set[str]) -> bool:
    """“3 men, 1 passer-by injured”: one of several, and no total."""
    groups = (v for v in roll.victims if not v.is_one and v.measure in like)
    return any(h.sentence == harm.sentence for v in groups for h in v.harms)


def _is_headed_group(roll: Roll, like: set[str], many: int) -> bool:
    """“Three other people were shot”, below the headline "girl killed, 3 adults injured": those three."""
    return any(
        v.many == many and v.measure in like and v.harms[0].section is SectionKind.HEADLINE
        for v in roll.victims
        if not v.is_one
    )


def _known_before(roll: Roll, measure: str, harm: Harm, like: set[str], *, many: int) -> int:
    """How many suffered a measure before "others" are told of: one by one, or as a total in the same sentence."""
    single = sum(_many(v, measure) for v in roll.victims if v.harms[0].start < harm.start)
    beside = [
        people.low or 0
        for people, other in roll.totals
        if other.measure in like and not people.another
        if other.sentence == harm.sentence and other.start < harm.start
        if other.measure == measure
        or (people.low or 0) <= many  # "a triple shooting left one dead and two others hurt"
    ]
    return max([single, *beside])


def _single(roll: Roll, measure: str) -> Count | None:
    """How many victims of a measure are told of one by one, or in groups."""
    many = sum(_many(v, measure) for v in roll.victims)
    return Count(many, many) if many else None


def _survivors(roll: Roll, dead: Count | None) -> Count | None:
    """The injured told of one by one, without those only told of as hit whom the number of the dead includes."""
    known = _single(roll, "killed")
    unknown = (dead.best or 0 if dead else 0) - (known.best or 0 if known else 0)
    hit = sum(_many(v, "injured") for v in roll.victims if v.measure == "casualties")
    injured = _single(roll, "injured")
    many = (injured.best or 0 if injured else 0) - min(hit, max(0, unknown))
    return Count(many, many) if many > 0 else None


def _many(victim: Victim, measure: str) -> int:
    """How many of a victim group suffered a measure; people only told of as hit count as injured."""
    deaths = sum(m.many for m in victim.members if m.measure == "killed")
    dead = victim.many if victim.measure == "killed" else deaths
    return dead if measure == "killed" else max(0, victim.many - dead)


def _implied(roll: Roll, *, alone: bool) -> int:
    """The deaths that the opening's deeds imply: "a murder" one, where no victim is told of; "murder-suicide" two."""
    opening = roll.start + OPENING
    many = max((h.who[0].low or 0 for h in roll.implied if h.sentence < opening), default=0)
    return many if many > 1 or alone else 0


def _at_least(count: Count | None, many: int, *, open_ended: bool = False) -> Count | None:
    """A count that is no smaller than a number."""
    if many <= ((count.best or 0) if count else 0):
        return count
    return Count(many, None if open_ended else many)


def _less(struck: Count, dead: Count | None) -> int:
    """How many of those who were hit did not die."""
    return max(0, (struck.best or 0) - ((dead.best or 0) if dead else 0))


def _none(roll: Roll, measure: str) -> Count:
    """Nobody, where the report says so ("no one was hurt"); else it is not known."""
    said = any(people.high == 0 and harm.measure == measure for people, harm in roll.totals)
    return Count(0, 0) if said else Count()
