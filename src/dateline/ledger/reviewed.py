"""What dateline read of a report, and what people judged of it -> the claims that stand, and what became of each.

A judgement is about words. It follows them when the report is read anew: to the claim of the same id, to the one
that is now made of the same words, or, where dateline makes none, it carries the claim itself. Where the words
are gone it is lost: kept, told, and without effect.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from typing import Any

from dateline.ledger.anchoring import LostError, Texts
from dateline.ledger.entries import Entry
from dateline.ledger.fields import DECIDED, PLAIN, from_object, moved, moved_value, value_from
from dateline.records import BY_PERSON, Claim, ClaimId, Decision, Figure, Report, Score, Span, Verdict

# Words count as the same when what two stretches share is at least this part of what they cover together.
SHARED = 0.5


class State(StrEnum):
    """What a judgement about a claim has come to."""

    HELD = "held"  # it is about a claim that there is
    IDLE = "idle"  # its words stand, but nobody makes a claim of them
    LOST = "lost"  # its words, or those of its value, stand no more


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim as it stands; `judgement` is the last that has set something of it, None for dateline alone."""

    claim: Claim
    judgement: int | None = None


@dataclass(slots=True)
class Outcome:
    """What judgements make of a report's claims.

    claims:    those that stand, by id. outranked: those of dateline that a judgement has replaced or struck, with
               its number. judged: each judgement's state, and the claim that it is about.
    """

    claims: dict[ClaimId, Standing] = field(default_factory=dict)
    outranked: dict[ClaimId, int] = field(default_factory=dict)
    judged: dict[int, tuple[State, ClaimId | None]] = field(default_factory=dict)


def apply(
    report: Report, made: Sequence[Claim], entries: Iterable[Entry], texts: Mapping[int, str]
) -> Outcome:
    """What stands of a report once people's judgements are heard.

    Args:     the report as it was read last; the claims that dateline makes of it; the judgements about it that
              count, in order; the texts of its revisions.
    """
    outcome = Outcome({claim.id: Standing(claim) for claim in made})
    by_id = {claim.id: claim for claim in made}
    subjects: dict[ClaimId, list[_Moved]] = {}
    for entry in entries:
        found = _found(entry, report, texts, outcome)
        if found is not None and entry.claim is not None:
            subjects.setdefault(entry.claim, []).append(found)
    targets: dict[ClaimId, list[_Moved]] = {}
    for id_, judged in subjects.items():
        targets.setdefault(_target(id_, judged, by_id), []).extend(judged)
    for id_, judged in sorted(targets.items()):
        _settle(outcome, by_id.get(id_), id_, sorted(judged, key=lambda one: one.entry.number))
    return outcome


@dataclass(frozen=True, slots=True)
class _Moved:
    """A judgement in the text of now: the words of its claim, the claim as shown, and what it says."""

    entry: Entry
    words: Span
    shown: Claim
    old: object
    new: object
    by: Span | None


def _found(entry: Entry, report: Report, texts: Mapping[int, str], outcome: Outcome) -> _Moved | None:
    """The judgement with its words where they stand now; None, and said to be lost, where they do not."""
    outcome.judged[entry.number] = State.LOST, None
    then = texts.get(entry.revision or 0)
    if entry.about is None or entry.shown is None or then is None:
        return None
    both = Texts(then, report.text)
    try:
        words = both.move(Span(report.id, entry.about.start, entry.about.end))
        move = partial(both.move, shift=words.start - entry.about.start)
        old, new = (_value(entry.field, said, report, move) for said in (entry.old, entry.new))
        shown = moved(from_object(entry.shown, report.id), move)
        return _Moved(entry, words, shown, old, new, move(entry.words) if entry.words else None)
    except LostError:
        return None


def _value(name: str | None, said: Any, report: Report, move: Callable[[Span], Span]) -> Any:
    return moved_value(name, value_from(name, said, report.id), move) if name in DECIDED else said


def _target(id_: ClaimId, judged: Sequence[_Moved], made: Mapping[ClaimId, Claim]) -> ClaimId:
    """The claim that judgements about the claim `id_` are about now; the same, where there is no better."""
    if id_ in made or any(one.entry.verdict is Verdict.ADD for one in judged):
        return id_
    last = judged[-1]
    rejected = last.entry.verdict is Verdict.REJECT
    fits = [
        (overlap, claim.kind == last.shown.kind, claim.source.name == last.shown.source.name, claim.id)
        for claim in made.values()
        if (overlap := _shared(claim.evidence, last.words)) >= SHARED
    ]
    # What was struck is struck as the same thing said by the same source, not for its words alone.
    fits = [fit for fit in fits if (fit[1] and fit[2] if rejected else fit[1] or fit[2])]
    return max(fits)[3] if fits else id_


def _shared(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / (max(one.end, other.end) - min(one.start, other.start))


def _settle(outcome: Outcome, base: Claim | None, id_: ClaimId, judged: Sequence[_Moved]) -> None:
    """Let the judgements about one claim take effect, in their order."""
    draft = None if base is None else _Draft(base)
    rejected = False
    last = None
    for one in judged:
        verdict = one.entry.verdict
        if verdict in {Verdict.NOTE, Verdict.PROOF}:
            continue
        last, rejected = one.entry.number, verdict is Verdict.REJECT
        if verdict is Verdict.REJECT:
            continue
        draft = draft or _Draft(replace(one.shown, id=id_, decisions=(), scores=()))
        draft.hear(one)
    stands = draft is not None and not rejected
    for one in judged:
        outcome.judged[one.entry.number] = (State.HELD, id_) if base or stands else (State.IDLE, None)
    if last is None:
        return
    if base is not None:
        outcome.outranked[id_] = last
    outcome.claims.pop(id_, None)
    if draft is not None and stands:
        outcome.claims[id_] = Standing(draft.claim(), last)


class _Draft:
    """A claim while judgements set its fields."""

    def __init__(self, base: Claim) -> None:
        self._claim = base
        self._said: dict[str, Decision] = {}
        self._figures: dict[Figure, Decision] = {}
        self._touched_figures = False

    def hear(self, one: _Moved) -> None:
        """Take over what an accepted claim says, or one corrected field."""
        if one.entry.verdict is not Verdict.CORRECT:
            self._accept(one)
        elif one.entry.field == "figure":
            self._correct_figure(one)
        elif one.entry.field in PLAIN:
            value = () if one.new is None and one.entry.field in {"actors", "targets"} else one.new
            self._set(one.entry.field, value)
            self._decide(one.entry.field, one, one.by)

    def _accept(self, one: _Moved) -> None:
        shown = one.shown
        for name in PLAIN:
            words = shown.words_for(DECIDED[name]) or self._claim.words_for(DECIDED[name])
            self._set(name, getattr(shown, name))
            self._decide(name, one, words)
        self._claim = replace(self._claim, figures=shown.figures)
        self._figures = {figure: _decision("figure", one, figure.span) for figure in shown.figures}
        self._touched_figures = True

    def _correct_figure(self, one: _Moved) -> None:
        old, new = one.old, one.new
        figures = list(self._claim.figures)
        at = next((k for k, figure in enumerate(figures) if _is_that(figure, old)), None)
        if at is not None:
            self._figures.pop(figures.pop(at), None)
        if isinstance(new, Figure):
            figures.insert(len(figures) if at is None else at, new)
            self._figures[new] = _decision("figure", one, new.span)
        self._claim = replace(self._claim, figures=tuple(dict.fromkeys(figures)))
        self._touched_figures = True

    def _set(self, name: str, value: Any) -> None:
        values: dict[str, Any] = {name: value}
        self._claim = replace(self._claim, **values)

    def _decide(self, name: str, one: _Moved, words: Span | None) -> None:
        self._said[DECIDED[name]] = _decision(DECIDED[name], one, words)

    def claim(self) -> Claim:
        """The claim, each field that a person has set decided by that person, and sure."""
        ours = [d for d in self._claim.decisions if d.field not in self._said and d.field != "figure"]
        return replace(
            self._claim,
            also=(*self._claim.also, *self._further_words()),
            decisions=(*ours, *self._said.values(), *self._figure_decisions()),
            scores=tuple(self._scores()),
        )

    def _further_words(self) -> Iterator[Span]:
        """The words of figures that a person set and that lie outside of those the claim stands on so far."""
        known = (self._claim.evidence, *self._claim.also)
        for span in sorted({figure.span for figure in self._figures}):
            if not any(words.covers(span) for words in known):
                yield span

    def _figure_decisions(self) -> Iterator[Decision]:
        spans = {figure.span for figure in self._claim.figures}
        set_ = {figure.span for figure in self._figures}
        for decision in self._claim.decisions:
            if decision.field == "figure" and decision.span in spans - set_:
                yield decision
        yield from (self._figures[figure] for figure in self._claim.figures if figure in self._figures)

    def _scores(self) -> Iterator[Score]:
        figures = self._claim.figures
        sure = self._touched_figures and all(figure in self._figures for figure in figures)
        said = set(self._said) | ({"figures"} if sure or not figures else set())
        yield from (score for score in self._claim.scores if score.field not in said)
        attributes = {decided: name for name, decided in DECIDED.items()}
        yield from (Score(f, 1.0, BY_PERSON) for f in self._said if getattr(self._claim, attributes[f]))
        if sure and figures:
            yield Score("figures", 1.0, BY_PERSON)


def _decision(name: str, one: _Moved, words: Span | None) -> Decision:
    why = f": {one.entry.why}" if one.entry.why else ""
    return Decision(name, BY_PERSON, words, f"{one.entry.by}{why}")


def _is_that(figure: Figure, old: object) -> bool:
    """Whether a figure is the one that was judged: of the same measure, in the same words."""
    return isinstance(old, Figure) and (figure.measure, figure.span) == (old.measure, old.span)
