"""A ledger, a filter and a rule -> the publication that forms are written from, with nothing withheld yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from dateline import lexicons
from dateline.casebook import DEFAULT_RULE, Case, Casebook, open_casebook
from dateline.exports.publication import (
    Audience,
    Entry,
    IncidentRow,
    Publication,
    Toll,
    Wording,
)
from dateline.incidents.tolls import named
from dateline.ledger.filters import EVERY, ClaimFilter
from dateline.records import IncidentId, Report, Told

if TYPE_CHECKING:
    from dateline.ledger import Ledger

# The fields whose words the codebook defines, in the order in which they are listed.
FIELDS = ("kind", "measure", "source_type", "status")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be handed on: which incidents, by which rule, and which rules' tolls besides.

    `words` are those of the command line, so that the export can say what it was asked for.
    """

    filter: ClaimFilter = EVERY
    rule: str = DEFAULT_RULE
    rules: tuple[str, ...] = ()
    words: str = ""


def build(ledger: Ledger, asked: Asked | None = None) -> Publication:
    """All that is asked for of a ledger, as it stands there: for the project itself.

    Incidents are chosen whole: with all their claims, and all the reports of these.

    Raises:   UsageError, when there is no such rule.
    """
    wanted = asked or Asked()
    rules = tuple(dict.fromkeys((wanted.rule, *wanted.rules)))
    for rule in rules:
        named(rule)
    casebook = open_casebook(ledger, wanted.filter)
    cases = list(casebook.asked(wanted.filter))
    told = sorted((one for case in cases for one in case.told), key=lambda one: one.order)
    return Publication(
        audience=Audience.INTERNAL,
        wording=Wording.WHOLE,
        rule=wanted.rule,
        rules=rules,
        made_at=made_at(ledger),
        reports=_reports(told),
        told=tuple(told),
        incidents=tuple(_rows(casebook, cases, rules)),
        codebook=codebook(),
        asked=wanted.words,
    )


def made_at(ledger: Ledger) -> datetime | None:
    """The last moment at which the ledger began or ended a run or took down a judgement; None before any."""
    moments = [moment for run in ledger.runs() for moment in (run.started, run.finished) if moment]
    moments += [entry.at for entry in ledger.log()]
    return max(moments, default=None)


def _reports(told: Iterable[Told]) -> tuple[Report, ...]:
    return tuple(sorted({one.report.id: one.report for one in told}.values(), key=lambda r: r.id))


def _rows(casebook: Casebook, cases: Sequence[Case], rules: Sequence[str]) -> Iterator[IncidentRow]:
    chosen = {case.incident.id for case in cases}
    for case in cases:
        summary, spread = case.summary, case.spread
        yield IncidentRow(
            id=case.incident.id,
            kind=summary.kind,
            statuses=summary.statuses,
            when=summary.when,
            where=summary.where,
            actors=summary.actors,
            targets=summary.targets,
            part_of=_whole(case, chosen),
            claims=case.incident.claims,
            reports=tuple(sorted({one.report.id for one in case.told})),
            origins=spread.origins,
            party_origins=spread.parties,
            tolls=tuple(_tolls(casebook, case, rules)),
        )


def _whole(case: Case, chosen: set[IncidentId]) -> IncidentId | None:
    """The larger incident, where it is handed on too: a row that is not there is nothing to point to."""
    return case.incident.part_of if case.incident.part_of in chosen else None


def _tolls(casebook: Casebook, case: Case, rules: Iterable[str]) -> Iterator[Toll]:
    for rule in rules:
        for made in casebook.combined(case, rule):
            yield Toll(rule, made.measure, made.victim, made.low, made.best, made.high)


def codebook() -> tuple[Entry, ...]:
    """The words that kinds, measures, source types and statuses may be, with what they mean."""
    book = lexicons.load("codebook")
    return tuple(
        Entry(field, word, entry["label"], entry["definition"])
        for field in FIELDS
        for word, entry in book[field].items()
    )
