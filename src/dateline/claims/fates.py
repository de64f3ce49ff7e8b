"""A report's drafts and those it tells of as harmed -> figures that say what became of each, and count nobody twice.

"A man was shot" leaves open whether he lived; what the report tells of him elsewhere decides. Where it tells of
nobody's death, who was hit was injured. Who was wounded and then died was killed, and is no longer one of the injured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.claims import timing, victims
from dateline.claims.carrying import NEWS_DAYS
from dateline.claims.context import VIOLENT, Line
from dateline.claims.harms import WORST_FIRST, Harm, Tellings
from dateline.claims.nouns import ANYBODY
from dateline.claims.nouns import WORDS as PEOPLE
from dateline.claims.people import Person
from dateline.claims.people import own as own_words
from dateline.claims.roll import OPENING, Roll, Victim
from dateline.claims.story import Draft
from dateline.claims.toll import BY_OWN_HAND, DEEDS, is_aside
from dateline.records import (
    Decision,
    Figure,
    Measure,
    Mention,
    Precision,
    Scope,
    SectionKind,
    Span,
    Status,
    Where,
)

TOLD = frozenset({Status.HAPPENED, Status.ONGOING})
# Kinds in which who is told of as shot was more often killed than not: left open where nobody says.
FOUGHT = frozenset({"armed_clash", "execution", "assassination"})
AGAIN = "victims.told_before"  # the rule by which a figure counts somebody whom other words have counted
SINGLE = frozenset({"figures.singular", "figures.named", "figures.definite"})
FINE = frozenset({Precision.EXACT, Precision.NEAR})
Telling = tuple[Harm, Person]
Phrase = tuple[int, int]  # a sentence and the token that heads the phrase in it


@dataclass(slots=True)
class _Count:
    """A figure of a draft, by its place in the draft's figures, and the phrase that it stands in."""

    draft: Draft
    at: int
    phrase: Phrase

    @property
    def figure(self) -> Figure:
        return self.draft.figures[self.at]


Fates = dict[Span, list[Decision]]  # by the words of a figure


def settle(drafts: Sequence[Draft], lines: Sequence[Line], tellings: Tellings) -> Fates:
    """Say of each figure of people who were hit what became of them, and of a person told of again who it is.

    Returns: for the words of figures, the rules that changed what they measure or found them told before.
    """
    fates: Fates = {}
    asserted = [draft for draft in drafts if draft.status in TOLD]
    if not any(d.kind in VIOLENT or d.figures for d in asserted):
        return fates
    roll = victims.enrol(list(_told(lines, tellings)))
    text = {line.sentence.index: line for line in lines}
    told: dict[int, list[_Count]] = {}
    people = roll.everyone()
    at = {phrase: number for number, victim in enumerate(people) for phrase in victim.phrases}
    counts = [count for draft in asserted for count in _counts(draft)]
    for draft in asserted:
        if draft.kind in VIOLENT:
            known = {phrase: people[number] for phrase, number in at.items()}
            counted = {c.phrase for c in counts if c.draft is draft}
            if counted:  # "killed seven people before killing himself"
                known = {p: v for p, v in known.items() if v.person.part in BY_OWN_HAND and p not in counted}
            found = list(_uncounted(draft, tellings, known, fates))
            counts += found
    for count in counts:
        if count.figure.measure == "casualties" and _is_of_fatal_deed(count, tellings):
            _becomes(count, "killed", None, fates)
    for count in counts:
        if count.phrase in at:
            told.setdefault(at[count.phrase], []).append(count)
    told = {n: [c for c in found if not _is_of_another_day(c, found[0])] for n, found in told.items()}
    for number, found in told.items():
        _of_victim(people[number], found, roll, text, fates)
    if not _anybody_died(roll):
        for count in counts:
            if count.phrase not in at:
                _survived(count, fates)
    _tell_apart(told.values(), fates)
    _place_alike(told)
    _date_alike(roll, counts)
    return fates


def _is_of_another_day(count: _Count, first: _Count) -> bool:
    """“An attack in May left the victim in a coma”: no victim of what was told first, in September."""
    when, other = count.draft.when, first.draft.when
    if when is None or other is None or not count.draft.own_when:
        return False
    return max((other.start - when.end).days, (when.start - other.end).days) > NEWS_DAYS


def _is_of_fatal_deed(count: _Count, tellings: Tellings) -> bool:
    """“the fatal shootings of four people”: killed, by the deed's own words."""
    line = count.draft.group.line
    deeds = {t.start for t in line.sentence.tokens if t.lemma in DEEDS}
    told = (h for h in tellings.of(line) if h.measure == "killed" and not h.implied and h.start in deeds)
    return any(one.token == count.phrase[1] for h in told for one in h.who)


def _told(lines: Iterable[Line], tellings: Tellings) -> Iterator[Harm]:
    """Whom the report's main event harmed, in text order."""
    for line in lines:
        if line.sentence.section is not SectionKind.FURNITURE and not is_aside(line):
            yield from tellings.of(line)


def _counts(draft: Draft) -> Iterator[_Count]:
    """The figures of people harmed that stand in the draft's own sentence."""
    line = draft.group.line
    tokens = {mention.span: token for token, mention in line.figures}
    for at, figure in enumerate(draft.figures):
        if figure.unit == "people" and figure.measure in WORST_FIRST and figure.span in tokens:
            yield _Count(draft, at, (line.sentence.index, tokens[figure.span]))


def _uncounted(
    draft: Draft, tellings: Tellings, known: Mapping[Phrase, Victim], fates: Fates
) -> Iterator[_Count]:
    """Figures for those whom a telling harms, and counts with no word for a number: "he was hit by a bullet"."""
    line = draft.group.line
    acts = {line.sentence.tokens[i].start for i in draft.group.acts} | _outcomes(draft)
    seen: set[int] = set()
    harmed = any(f.measure in WORST_FIRST for f in draft.figures)
    for harm in tellings.of(line):
        for one in harm.who if harm.start in acts and not harm.implied else ():
            if one.token in seen:
                continue  # "shot and killed himself": one man
            seen.add(one.token)
            counted = next((m for t, m in line.figures if t == one.token and _is_number(m)), None)
            if harmed and (one.part not in BY_OWN_HAND or (harm.sentence, one.token) not in known):
                continue
            if counted is not None and isinstance(counted.value, Figure) and not one.is_one:
                figure = replace(counted.value, measure=Measure(harm.measure))
                draft.figures.append(figure)
                fates.setdefault(figure.span, [])
                yield _Count(draft, len(draft.figures) - 1, (harm.sentence, one.token))
                continue
            victim = known.get((harm.sentence, one.token))
            if (
                victim is None
                or not (one.is_one and victim.is_one)
                or one.weak
                or not _is_somebody(line, one)
            ):
                continue
            figure = _figure(line, harm, one, victim)
            draft.figures.append(figure)
            rule = "figures.named" if one.names else "figures.definite"
            fates.setdefault(figure.span, []).append(Decision("figure", rule, figure.span, harm.measure))
            yield _Count(draft, len(draft.figures) - 1, (harm.sentence, one.token))


def _is_somebody(line: Line, one: Person) -> bool:
    """Whether a phrase names, points at or describes a person: not "the outbreak"."""
    named = bool(one.names) or one.pointing in {"pronoun", "self"}
    token = line.sentence.tokens[one.token]
    return named or token.lower in PEOPLE or any(t == one.token for t, _ in line.figures)


def _outcomes(draft: Draft) -> set[int]:
    """“the shooting left a boy in the hospital”: where the verbs stand of which the draft's act is the subject."""
    line = draft.group.line
    doing = (p for p in line.predicates.values() if p.form == "verb" and not p.passive)
    told = (p for p in doing if any(a.head in draft.group.acts for a in p.agents))
    return {line.sentence.tokens[p.head].start for p in told}


def _is_number(mention: Mention) -> bool:
    """Whether a mention counts people by a number, with no measure of its own."""
    figure = mention.value
    told = isinstance(figure, Figure) and figure.unit == "people" and figure.measure is None
    return told and mention.rule not in SINGLE


def _figure(line: Line, harm: Harm, one: Person, victim: Victim) -> Figure:
    """One person, by the words of this telling, or of the first one where these only point back."""
    tokens = line.sentence.tokens
    own = [k for k in own_words(line, one.token) if tokens[k].dep not in {"det", "poss"}] or [one.token]
    span = replace(line.sentence.span, start=tokens[own[0]].start, end=tokens[own[-1]].end)
    pointing = one.pointing in {"pronoun", "self"}
    said = "".join(t.text + " " * t.space for t in tokens[own[0] : own[-1] + 1]).strip()
    of = victim.person.noun or "person" if pointing else said
    return Figure(Measure(harm.measure), of, 1, 1, approx=False, scope=Scope.NEW, span=span)


def _of_victim(
    victim: Victim, found: Sequence[_Count], roll: Roll, lines: Mapping[int, Line], fates: Fates
) -> None:
    """Let all figures of one person or group say the worst that is told of them."""
    if victim.members and any(member.measure == "killed" for member in victim.members):
        return  # some of them died, others did not
    if victim.measure == "casualties" and not victim.is_one and _somebody_died_after(victim, roll):
        return  # "five men were shot, and A. Vale died": perhaps one of the five
    worst = victim.measure if victim.measure != "casualties" else "injured"
    said = next((c.figure for c in found if c.figure.measure == worst), None)
    for count in found:
        figure = count.figure
        if worst == "killed" and victim.is_one and not _is_told_of(count, victim, roll):
            continue  # somebody died; that it was this one is a guess
        if (
            WORST_FIRST.index(str(figure.measure)) <= WORST_FIRST.index(worst)
            and figure.measure != "casualties"
        ):
            continue
        if victim.measure == "casualties" and count.draft.kind in FOUGHT:
            continue
        if said is not None and said.span != figure.span:
            if figure.measure == "injured":
                count.draft.figures[count.at] = replace(figure, scope=Scope.SUPERSEDED)
                fates.setdefault(figure.span, []).append(Decision("fate", "fate.died_later", said.span))
            else:
                _becomes(count, worst, _words(victim, worst, lines) or said.span, fates)
            continue
        _becomes(count, worst, _words(victim, worst, lines), fates)


def _is_told_of(count: _Count, victim: Victim, roll: Roll) -> bool:
    """Whether a death is told of just the person that a figure counts: by name, by description, or right after.

    "He died" far from "a guard was shot", in a report of several who were hit, may be of another one.
    """
    told = [(h, one) for h in victim.harms for one in h.who if (h.sentence, one.token) in victim.phrases]
    here = next(((h, one) for h, one in told if (h.sentence, one.token) == count.phrase), None)
    if _is_alone(roll):
        return True
    if here is None:
        return False
    return any(_is_same(here, other, roll) for other in told if other[0].measure == "killed")


def _is_alone(roll: Roll) -> bool:
    """Whether a report tells of one person hit and of no number of others."""
    many = any((one.low or one.high or 0) > 1 for one, _ in roll.totals)
    return len(roll.everyone()) <= 1 and not many


def _is_same(one: Telling, other: Telling, roll: Roll) -> bool:
    """Whether the words of two tellings that were taken to be of one person leave no room for another."""
    (harm, a), (later, b) = sorted((one, other), key=lambda told: (told[0].start, told[1].token))
    if (harm.sentence, a.token) == (later.sentence, b.token) or set(a.names) & set(b.names):
        return True
    if a.ages == b.ages and a.ages[0] == a.ages[1]:
        return True
    if b.pointing == "pronoun":
        return a.sex is not None and a.sex == b.sex and _follows(harm, later, roll)
    return b.pointing == "definite" and a.noun == b.noun and a.noun not in ANYBODY


def _follows(harm: Harm, later: Harm, roll: Roll) -> bool:
    """Whether a telling comes right after another one, with nobody else hit in between."""
    told = [h.start for v in roll.everyone() for h in v.harms]
    between = any(harm.start < start < later.start for start in told)
    return later.sentence - harm.sentence <= 1 and not between


def _words(victim: Victim, worst: str, lines: Mapping[int, Line]) -> Span | None:
    """The clause that tells what became of somebody; None where none does."""
    harm = next((h for h in victim.harms if h.measure == worst and h.sentence in lines), None)
    if harm is None:
        return None
    sentence = lines[harm.sentence].sentence
    token = sentence.token_at(harm.start)
    first, last = lines[harm.sentence].clause(token) if token is not None else (0, len(sentence.tokens))
    return replace(sentence.span, start=sentence.tokens[first].start, end=sentence.tokens[last - 1].end)


def _becomes(count: _Count, measure: str, words: Span | None, fates: Fates) -> None:
    """Let a figure measure what became of those it counts, with the words that say so."""
    figure, draft = count.figure, count.draft
    draft.figures[count.at] = replace(figure, measure=Measure(measure))
    note = f"{figure.measure} by its own words"
    fates.setdefault(figure.span, []).append(Decision("fate", f"fate.{measure}", words or figure.span, note))
    if words is not None and not draft.evidence.covers(words):
        draft.also.append(words)


def _survived(count: _Count, fates: Fates) -> None:
    """Who was hit, in a report that tells of no death, was injured."""
    if count.figure.measure == "casualties" and _is_of_hit(count) and count.draft.kind not in FOUGHT:
        _becomes(count, "injured", None, fates)


def _is_of_hit(count: _Count) -> bool:
    """Whether the measure comes from the verb: "60 killed and wounded" says itself that some died."""
    found = (m.value for _, m in count.draft.group.line.figures if m.span == count.figure.span)
    return any(isinstance(value, Figure) and value.measure is None for value in found)


def _anybody_died(roll: Roll) -> bool:
    killed = any(v.measure == "killed" for v in roll.everyone()) or bool(roll.implied)
    return killed or any(h.measure == "killed" and one.high != 0 for one, h in roll.totals)


def _somebody_died_after(victim: Victim, roll: Roll) -> bool:
    """Whether a death is told of after a group was told of as hit."""
    told = [h for v in roll.everyone() for h in v.harms if v.measure == "killed"]
    told += [h for one, h in (*roll.totals, *roll.parts) if one.high != 0]
    return any(h.measure == "killed" and h.start > victim.harms[0].start for h in told)


def _place_alike(told: Mapping[int, Sequence[_Count]]) -> None:
    """What is told of the same people alone is told of one event: its day and town, where a telling has none."""
    who: dict[int, set[int]] = {}
    tellings: dict[int, Draft] = {}
    for number, found in told.items():
        for count in found:
            tellings[id(count.draft)] = count.draft
            who.setdefault(id(count.draft), set()).add(number)
    alike: dict[frozenset[int], list[Draft]] = {}
    for key, numbers in who.items():
        alike.setdefault(frozenset(numbers), []).append(tellings[key])
    for drafts in alike.values():
        _complete(drafts)


def _complete(drafts: Sequence[Draft]) -> None:
    """Fill in the day and the town of tellings of one event from the first that has its own."""
    if len({d.where.name for d in drafts if d.own_where and d.where}) > 1:
        return  # told of at two places: perhaps not one event after all
    dated = next((d for d in drafts if d.own_when), None) or next((d for d in drafts if d.when), None)
    placed = next((d for d in drafts if d.own_where and d.where and d.where.precision in FINE), None)
    for draft in drafts:
        if dated is not None and draft.when is None and not timing.is_new_deed(draft.group):
            draft.when = dated.when
            draft.decisions.append(Decision("when", "slot.same_victim", dated.evidence))
        if placed is not None and _is_less_close(draft.where, placed.where):
            draft.where = placed.where
            draft.decisions = [d for d in draft.decisions if d.field != "where"]
            draft.decisions.append(Decision("where", "slot.same_victim", placed.evidence))


def _date_alike(roll: Roll, counts: Sequence[_Count]) -> None:
    """Who was harmed in a report's opening was harmed on the day of its one event, where that is told once."""
    known = {phrase for victim in roll.everyone() for phrase in victim.phrases}
    known |= {(harm.sentence, one.token) for one, harm in roll.totals}
    counted = [c.draft for c in counts if c.phrase in known and c.phrase[0] < roll.start + OPENING]
    drafts = list({id(d): d for d in counted if d.kind in VIOLENT}.values())
    places = {d.where.name for d in drafts if d.own_where and d.where}
    dated = next((d for d in drafts if d.own_when), None)
    if dated is None or dated.when is None or dated.when.precision != "day" or len(places) > 1:
        return
    for draft in drafts:
        if draft.when is None and not draft.dated_line and not timing.is_new_deed(draft.group):
            draft.when = dated.when
            draft.decisions.append(Decision("when", "slot.main_event", dated.evidence))


def _is_less_close(where: Where | None, other: Where | None) -> bool:
    """Whether a place is not told, or told as no more than the country of the other."""
    return where is None or (
        other is not None and where.precision is Precision.COUNTRY and where.country == other.country
    )


def _tell_apart(told: Iterable[Sequence[_Count]], fates: Fates) -> None:
    """Mark the figures that count somebody again whom an earlier one has counted."""
    for found in told:
        first: dict[str, Span] = {}
        for count in sorted(found, key=lambda c: c.figure.span):
            figure = count.figure
            span = first.setdefault(str(figure.measure), figure.span)
            if span != figure.span:
                decision = Decision("victim", AGAIN, figure.span, f"{span.start}-{span.end}")
                fates.setdefault(figure.span, []).append(decision)
