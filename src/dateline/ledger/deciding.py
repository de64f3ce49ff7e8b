"""A connection in a transaction, and what a person decides -> entries of the log, and the claims brought to them.

All that a person can decide comes through here: what is refused leaves nothing behind, and what is kept has
taken effect when the transaction ends.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from dateline import lexicons
from dateline.errors import UsageError
from dateline.ledger import judgements, queries, settling
from dateline.ledger.entries import ABOUT_CLAIMS, Entry
from dateline.ledger.fields import DECIDED, to_object, value_from, value_to
from dateline.ledger.recording import Stamp
from dateline.ledger.rounds import Round, is_same, rounds
from dateline.ledger.types import LARGEST_COUNT
from dateline.records import Claim, ClaimId, Figure, Handle, ReportId, Span, Verdict

# What can be said of a claim beside its fields.
BESIDE = {Verdict.NOTE: "note", Verdict.PROOF: "proof"}


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a claim that a person says anew, and the words of the report that they went by.

    field:  kind, status, source, when, where, actors, targets or figure; note or proof for what stands beside.
    value:  the record that the field is to hold (a text for note and proof); None, for "the report does not say".
    figure: of a figure, the one that is replaced, or struck where value is None; None, where one is added.
    """

    field: str
    value: Any
    figure: Figure | None = None
    words: Span | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Who decides, when and why; `round` is the round that it is part of."""

    by: str
    at: datetime
    why: str = ""
    round: int | None = None

    def entry(self, verdict: Verdict) -> Entry:
        """An entry that says so, of nothing yet."""
        return Entry(0, verdict, self.by.strip(), self.at, self.why.strip(), round=self.round)


def proofs() -> tuple[str, ...]:
    """The standards of proof that a person can say a claim meets, from the weakest; the last stands apart."""
    return tuple(lexicons.load("proof")["level"])


def review(
    connection: Connection, verdict: Verdict, claim: Claim, changes: Sequence[Change], said: Said
) -> tuple[int, ...]:
    """Record what a person decides of one claim, and let it take effect; the numbers of the entries.

    Raises:   UsageError, when the ledger does not hold the claim, or what is said makes no sense.
    """
    _need_sense(verdict, changes)
    _need_part(connection, claim.report, said)
    held, revision = judgements.handle(connection, claim)
    shown = to_object(claim)
    made = [
        judgements.append(
            connection,
            replace(
                said.entry(verdict),
                claim=claim.id,
                about=held,
                revision=revision,
                shown=shown,
                **_said_of(change, claim, queries.report(connection, claim.report, revision).text),
            ),
        )
        for change in (changes or (None,))
    ]
    _settle(connection, claim.report, said.at)
    return tuple(entry.number for entry in made)


def add(connection: Connection, claim: Claim, said: Said) -> tuple[int, ClaimId]:
    """Record a claim that was not read; the number of the entry, and the id the claim has.

    Args:     claim, with any id: it gets the one that its report, kind, words and source make.
    Raises:   UsageError, when its words are not in its report, or the ledger has that claim.
    """
    report = queries.report(connection, claim.report)
    row = connection.execute(queries.standing_report(claim.report)).one()
    spans = [claim.evidence, *claim.also, *(figure.span for figure in claim.figures)]
    _need_words(spans, report.text)
    _need_known(claim)
    claim = replace(claim, id=id_of(claim), decisions=tuple(d for d in claim.decisions if d.span), scores=())
    if claim.id in queries.standing_ids(connection, claim.report) and said.round is None:
        msg = f"the ledger has that claim as {claim.id}; correct it, or mark other words"
        raise UsageError(msg)
    _need_part(connection, claim.report, said)
    span = claim.evidence
    entry = replace(
        said.entry(Verdict.ADD),
        claim=claim.id,
        about=Handle(claim.report, span.start, span.end, span.of(report.text)),
        revision=row.revision,
        shown=to_object(claim),
    )
    number = judgements.append(connection, entry).number
    _settle(connection, claim.report, said.at)
    return number, claim.id


def undo(connection: Connection, number: int, said: Said) -> int:
    """Take a judgement back; the number of the entry that says so.

    Raises:   UsageError, when no judgement of that number stands.
    """
    taken, entry = judgements.undo(connection, number, said.entry(Verdict.UNDO))
    if taken.verdict in ABOUT_CLAIMS and taken.about is not None:
        _settle(connection, taken.about.report, said.at)
    return entry.number


def open_round(connection: Connection, reports: Iterable[str], coders: tuple[str, str], said: Said) -> int:
    """Open a round; its number.

    Raises:   UsageError, when the coders are one, or there is no such report.
    """
    one, other = (coder.strip() for coder in coders)
    if not one or not other or is_same(one, other):
        msg = "a round needs two coders of different names; give two"
        raise UsageError(msg)
    named = sorted({str(queries.report(connection, report).id) for report in reports})
    if not named:
        msg = "a round needs at least one report; name those that are to be judged"
        raise UsageError(msg)
    entry = replace(said.entry(Verdict.ROUND), new={"reports": named, "coders": [one, other]})
    return judgements.append(connection, entry).number


def finish(connection: Connection, number: int, said: Said) -> Round:
    """Say that a coder has judged all of a round; the round as it is then. With the second, what agrees counts.

    Raises:   UsageError, when there is no such round, or who says so is none of its coders, or has said so.
    """
    held = round_of(connection, number)
    coder = held.coder(said.by)
    if coder is None or coder in held.finished:
        why = "has finished it" if coder else f"is none of its coders, {' and '.join(held.coders)}"
        msg = f"{said.by} {why}; round {number} goes on without"
        raise UsageError(msg)
    judgements.append(connection, replace(said.entry(Verdict.FINISH), by=coder, round=number))
    held = round_of(connection, number)
    if held.is_over:
        for report in held.reports:
            _settle(connection, report, said.at)
    return held


def round_of(connection: Connection, number: int) -> Round:
    """The round of a number.

    Raises:   UsageError, when there is none.
    """
    known = rounds(judgements.about_rounds(connection))
    if number not in known:
        there = f"there are {', '.join(map(str, known))}" if known else "none has been opened"
        msg = f"there is no round {number}; {there}"
        raise UsageError(msg)
    return known[number]


def coder_of(held: Round, name: str) -> str:
    """The coder of a round that a name is of.

    Raises:   UsageError, when it is of neither.
    """
    coder = held.coder(name)
    if coder is None:
        msg = f"{name!r} does not code in round {held.number}; {' and '.join(held.coders)} do"
        raise UsageError(msg)
    return coder


def id_of(claim: Claim) -> ClaimId:
    """The id that a claim's report, kind, words and source make: the one that dateline would give it."""
    span = claim.evidence
    key = f"{claim.report}|{claim.kind}|{span.start}-{span.end}|{claim.source.name}"
    return ClaimId(hashlib.sha256(key.encode()).hexdigest()[:16])


def _settle(connection: Connection, report: ReportId, at: datetime) -> None:
    from dateline import __version__  # noqa: PLC0415 (the package's top module imports this one lazily)

    run = settling.people_run(connection, __version__, at)
    settling.settle(connection, report, Stamp(run, at))


def _need_sense(verdict: Verdict, changes: Sequence[Change]) -> None:
    if verdict not in ABOUT_CLAIMS - {Verdict.ADD}:
        msg = f"{verdict} is no judgement about one claim; there are accept, correct, reject, note and proof"
        raise UsageError(msg)
    needed = {BESIDE[verdict]} if verdict in BESIDE else set(DECIDED) if verdict is Verdict.CORRECT else set()
    if bool(changes) is not bool(needed):
        msg = f"to {verdict} takes {'a value' if needed else 'no values'}; " + (
            f"give one for {', '.join(sorted(needed))}"
            if needed
            else "to say what is wrong, correct the claim"
        )
        raise UsageError(msg)
    for change in changes:
        if change.field not in needed:
            msg = f"to {verdict} a claim takes {', '.join(sorted(needed))}, not {change.field!r}"
            raise UsageError(msg)


def _need_part(connection: Connection, report: ReportId, said: Said) -> None:
    """Within a round its coders judge until they have finished, and others once both have."""
    if said.round is None:
        return
    held = round_of(connection, said.round)
    coder = held.coder(said.by)
    if report not in held.reports:
        msg = f"round {held.number} is not about the report {report}; judge it outside of the round"
        raise UsageError(msg)
    if coder in held.finished:
        msg = f"{coder} has finished round {held.number}; what is left is for who adjudicates"
        raise UsageError(msg)
    if coder is None and not held.is_over:
        msg = f"round {held.number} is for {' and '.join(held.coders)}; adjudicate when both have finished"
        raise UsageError(msg)


def _said_of(change: Change | None, claim: Claim, text: str) -> dict[str, Any]:
    """What an entry says of one field: the value before and the value now."""
    if change is None:
        return {}
    if change.field in BESIDE.values():
        return {"field": change.field, "new": _need_beside(change)}
    values = [change.figure, change.value] if change.field == "figure" else []
    if change.field == "figure":
        _need_figure(change, claim, text)
        old, new = (value_to("figure", value) for value in values)
    else:
        _need_value(change)
        old, new = (value_to(change.field, v) for v in (getattr(claim, change.field), change.value))
    _need_words([change.words] if change.words else [], text)
    if old == new:
        msg = f"{change.field} says that already; give another value, or accept the claim"
        raise UsageError(msg)
    return {"field": change.field, "old": old, "new": new, "words": change.words}


def _need_beside(change: Change) -> str:
    said = str(change.value or "").strip()
    if change.field == "proof" and said not in proofs():
        msg = f"{said!r} is no standard of proof; there are: {', '.join(proofs())}"
        raise UsageError(msg)
    if not said:
        msg = "a note needs words; write some"
        raise UsageError(msg)
    return said


def _need_figure(change: Change, claim: Claim, text: str) -> None:
    if change.figure is not None and change.figure not in claim.figures:
        msg = "the claim has no such figure any more; look at it again"
        raise UsageError(msg)
    if change.value is None:
        return
    _need_words([change.value.span], text)
    _need_figures([change.value])


def _need_value(change: Change) -> None:
    empty_allowed = {"when", "where", "actors", "targets"}
    if change.value is None and change.field not in empty_allowed:
        msg = f"a claim cannot be without {change.field}; give a value"
        raise UsageError(msg)
    # What cannot be read back is refused now, not when somebody looks.
    value_from(change.field, value_to(change.field, change.value), ReportId("any"))
    if change.field in {"kind", "status"}:
        need_word(change.field, str(change.value))
    if change.field == "source":
        need_word("source_type", change.value.type)


def _need_known(claim: Claim) -> None:
    need_word("kind", claim.kind)
    need_word("source_type", claim.source.type)
    _need_figures(claim.figures)


def _need_figures(figures: Iterable[Figure]) -> None:
    for figure in figures:
        need_word("measure", str(figure.measure))
        if max(figure.low or 0, figure.high or 0) > LARGEST_COUNT:
            msg = f"a ledger holds counts up to {LARGEST_COUNT}"
            raise UsageError(msg)


def need_word(what: str, word: str) -> None:
    """Look a word up in the codebook.

    Raises:   UsageError, when it has no such kind, status, measure or source type.
    """
    words = lexicons.load("codebook")[what]
    if word not in words:
        msg = f"the codebook has no {what.replace('_', ' ')} {word!r}; there are: {', '.join(words)}"
        raise UsageError(msg)


def _need_words(spans: Iterable[Span], text: str) -> None:
    for span in spans:
        if span.end > len(text) or not span.of(text).strip():
            msg = f"there are no words from {span.start} to {span.end}; the report has {len(text)} letters"
            raise UsageError(msg)
