"""Judgements made in rounds -> those that count: what two blind coders agree on, and what an adjudicator decides.

While a round is open nothing of it takes effect, so that neither coder can see the other's hand in the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.ledger.entries import Entry
from dateline.ledger.types import canonical
from dateline.records import ReportId, Verdict


@dataclass(frozen=True, slots=True)
class Round:
    """Two coders who judge the same reports without seeing each other's judgements.

    finished: those of the coders who have judged all. The round is over when both have.
    """

    number: int
    coders: tuple[str, str]
    reports: tuple[ReportId, ...]
    finished: frozenset[str] = frozenset()
    by: str = ""
    why: str = ""

    @property
    def is_over(self) -> bool:
        """Whether both coders have judged all."""
        return all(coder in self.finished for coder in self.coders)

    def coder(self, name: str) -> str | None:
        """The coder of that name, letter case aside; None for anybody else."""
        return next((coder for coder in self.coders if is_same(coder, name)), None)


def is_same(one: str, other: str) -> bool:
    """Whether two names are one person's: letter case and spaces around them make no difference."""
    return one.strip().casefold() == other.strip().casefold()


def rounds(entries: Iterable[Entry]) -> Mapping[int, Round]:
    """The rounds that a log's standing entries tell of, by number."""
    opened: dict[int, Entry] = {}
    ended: dict[int, list[str]] = {}
    for entry in entries:
        if entry.verdict is Verdict.ROUND:
            opened[entry.number] = entry
        elif entry.verdict is Verdict.FINISH and entry.round is not None:
            ended.setdefault(entry.round, []).append(entry.by)
    return {number: _round(entry, ended.get(number, ())) for number, entry in opened.items()}


def _round(entry: Entry, ended: Sequence[str]) -> Round:
    one, other = entry.new["coders"]
    finished = frozenset(c for c in (one, other) if any(is_same(c, name) for name in ended))
    reports = tuple(ReportId(report) for report in entry.new["reports"])
    return Round(entry.number, (one, other), reports, finished, entry.by, entry.why)


def counting(judged: Sequence[Entry], known: Mapping[int, Round]) -> tuple[Entry, ...]:
    """Of standing judgements, in order, those that take effect."""
    agreed = _agreed(judged, known)
    return tuple(e for e in judged if e.round is None or _is_adjudged(e, known) or e.number in agreed)


def _is_adjudged(entry: Entry, known: Mapping[int, Round]) -> bool:
    held = known.get(entry.round or 0)
    return held is not None and held.is_over and held.coder(entry.by) is None


def _agreed(judged: Sequence[Entry], known: Mapping[int, Round]) -> set[int]:
    """The numbers of judgements that say what the other coder's last about the same says as well."""
    found: set[int] = set()
    for held in known.values():
        if not held.is_over:
            continue
        one, other = (last_said(judged, held, coder) for coder in held.coders)
        for subject in one.keys() & other.keys():
            if what(one[subject]) == what(other[subject]):
                found.add(max(one[subject].number, other[subject].number))
    return found


def last_said(judged: Iterable[Entry], held: Round, coder: str) -> dict[str, Entry]:
    """What a coder of a round last judged of each thing: of a claim as a whole, of each field, of each figure."""
    return {
        subject(entry): entry for entry in judged if entry.round == held.number and is_same(entry.by, coder)
    }


def subject(entry: Entry) -> str:
    """What a judgement is about: two of the same coder about one thing are a change of mind."""
    whole = entry.verdict in {Verdict.ACCEPT, Verdict.REJECT, Verdict.ADD}
    field = "" if whole else entry.field or entry.verdict.value
    figure = entry.old or entry.new if entry.field == "figure" else None
    words = [figure["measure"], figure["span"]] if figure else None
    return canonical([entry.claim, field, words])


def what(entry: Entry) -> tuple[Any, ...]:
    """What a judgement says, to be held against another about the same."""
    said = entry.shown if entry.verdict is Verdict.ADD else entry.new
    return entry.verdict, canonical(said)
