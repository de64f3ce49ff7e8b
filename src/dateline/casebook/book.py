"""A ledger and a moment -> its incidents, each with its claims, its origins and its figures by a named rule.

Linking looks at all claims of the moment that is asked for, whatever else a question leaves out: a filter
chooses incidents, it never takes one apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.errors import UsageError
from dateline.incidents import balance, history, linking, origins, summaries, tolls
from dateline.ledger.filters import EVERY, ClaimFilter
from dateline.ledger.passing import has_words, passes
from dateline.records import ClaimId, Incident, IncidentId, Judgement, Told

if TYPE_CHECKING:
    from dateline.incidents.balance import Balance
    from dateline.incidents.history import Row
    from dateline.incidents.origins import Origin, Spread
    from dateline.incidents.rules import Combined
    from dateline.incidents.summaries import Summary
    from dateline.ledger import Ledger
    from dateline.ledger.lines import View

DEFAULT_RULE = "range"


@dataclass(frozen=True, slots=True)
class Case:
    """An incident with all that its page shows but the figures by rule: its claims, heading and spread."""

    incident: Incident
    told: tuple[Told, ...]
    summary: Summary
    spread: Spread
    parts: tuple[IncidentId, ...]

    @property
    def weight(self) -> tuple[int, int, int]:
        """How much is told of it: origins, figures, claims."""
        return self.spread.origins, sum(len(t.claim.figures) for t in self.told), len(self.told)


class Casebook:
    """All incidents that a set of claims tells of, in the order of their first claims."""

    def __init__(
        self, told: Sequence[Told], incidents: Sequence[Incident], origins: Mapping[ClaimId, Origin]
    ) -> None:
        """Hold incidents with all their claims and the origins of these."""
        self.told: Mapping[ClaimId, Told] = {t.claim.id: t for t in told}
        self.origins = origins
        self.incidents = tuple(incidents)
        self.cases: Mapping[IncidentId, Case] = {i.id: self._case(i) for i in self.incidents}

    @classmethod
    def link(cls, told: Sequence[Told], judgements: Sequence[Judgement] = (), *, jobs: int = 1) -> Casebook:
        """Link claims into incidents; people's judgements outrank every score."""
        return cls(told, linking.reconcile(told, judgements, jobs=jobs), origins.of(told, jobs=jobs))

    @classmethod
    def kept(cls, view: View) -> Casebook:
        """Incidents as the view has them; nothing is linked."""
        found = {
            claim: origins.Origin(one.id, one.name, one.type, one.party, one.since)
            for claim, one in view.origins.items()
        }
        return cls(view.told, view.family, found)

    def _case(self, incident: Incident) -> Case:
        told = tuple(self.told[claim] for claim in incident.claims)
        spread = origins.spread(told, self.origins)
        return Case(incident, told, summaries.of(told), spread, self._parts[incident.id])

    @cached_property
    def _parts(self) -> Mapping[IncidentId, tuple[IncidentId, ...]]:
        """The incidents that belong to each one, in order."""
        found: dict[IncidentId, list[IncidentId]] = {incident.id: [] for incident in self.incidents}
        for incident in self.incidents:
            if incident.part_of in found:
                found[incident.part_of].append(incident.id)
        return {id_: tuple(parts) for id_, parts in found.items()}

    def asked(self, asked: ClaimFilter = EVERY) -> Iterator[Case]:
        """The incidents of which at least one claim passes a filter, in order."""
        for case in self.cases.values():
            if any(passes(t.claim, asked) and has_words(t.report, asked) for t in case.told):
                yield case

    def case(self, prefix: str) -> Case:
        """The one incident whose id is, or begins with, `prefix`, or that holds the claim of that id.

        Raises:   UsageError, when there is none or more than one.
        """
        ids = sorted(id_ for id_ in self.cases if prefix and id_.startswith(prefix))
        ids = ids or sorted({id_ for claim, id_ in self._home.items() if prefix and claim.startswith(prefix)})
        if len(ids) == 1:
            return self.cases[ids[0]]
        if ids:
            msg = f"{len(ids)} incidents begin with {prefix!r}, such as {ids[0]} and {ids[1]}; give more of the id"
            raise UsageError(msg)
        msg = f"there is no incident or claim {prefix!r}; `incidents` lists those there are"
        raise UsageError(msg)

    def containing(self, claims: Iterable[ClaimId]) -> Case | None:
        """The incident that holds the first of these claims which this casebook knows; None, if it knows none."""
        known = next((claim for claim in claims if claim in self.told), None)
        return None if known is None else self.cases[self._home[known]]

    @cached_property
    def _home(self) -> Mapping[ClaimId, IncidentId]:
        return {claim: incident.id for incident in self.incidents for claim in incident.claims}

    def main(self, asked: ClaimFilter = EVERY) -> Case:
        """The incident that most is told of: by origins, then figures, then claims; of equals, the first.

        Raises:   UsageError, when there is no incident.
        """
        found = list(self.asked(asked))
        if not found:
            msg = "there is no incident to speak of; `claims` shows what the ledger holds"
            raise UsageError(msg)
        return max(found, key=lambda case: case.weight)

    def combined(self, case: Case, rule: str = DEFAULT_RULE) -> tuple[Combined, ...]:
        """What a rule makes of an incident's figures, by measure and group of victims.

        Raises:   UsageError, when there is no such rule.
        """
        return tolls.of_incident(case.incident, self.told, rule, origins=self.origins)

    def near(self, cases: Iterable[Case]) -> Iterator[tuple[Case, Case]]:
        """Pairs of incidents headed by one place and by days that overlap: they may be one, told apart."""
        placed = [case for case in cases if case.summary.where and case.summary.when]
        later: dict[tuple[str, str | None], deque[Case]] = defaultdict(deque)
        for case in placed:
            later[_place(case)].append(case)
        for one in placed:
            others = later[_place(one)]
            others.popleft()
            yield from ((one, other) for other in others if _overlaps(one, other))

    def history(
        self, case: Case, rule: str = DEFAULT_RULE, *, measure: str = "killed", victim: str | None = None
    ) -> tuple[Row, ...]:
        """How one measure of an incident grew, figure by figure.

        Raises:   UsageError, when there is no such rule.
        """
        return history.of_incident(
            case.incident, self.told, rule, self.origins, measure=measure, victim=victim
        )

    def balance(self, case: Case) -> Balance:
        """How many of those held at an incident can still be at large, and why."""
        return balance.of_incident(case.incident, self.incidents, self.told, self.origins)


def _place(case: Case) -> tuple[str, str | None]:
    where = case.summary.where
    return ("", None) if where is None else (where.name, where.country)


def _overlaps(one: Case, other: Case) -> bool:
    a, b = one.summary.when, other.summary.when
    return a is not None and b is not None and a.start <= b.end and b.start <= a.end


def open_casebook(ledger: Ledger, asked: ClaimFilter = EVERY, *, jobs: int = 1) -> Casebook:
    """The incidents of a ledger, as of the moment that a filter asks for; the rest of the filter is left out."""
    moment = replace(EVERY, said_by=asked.said_by, known_at=asked.known_at)
    return Casebook.link(ledger.told(moment), ledger.judgements(moment.known_at), jobs=jobs)


def tally(casebook: Casebook) -> Counter[str]:
    """How many incidents, claims in them, and reports that tell of them."""
    return Counter(
        incidents=len(casebook.cases),
        claims=len(casebook.told),
        reports=len({t.claim.report for t in casebook.told.values()}),
    )
