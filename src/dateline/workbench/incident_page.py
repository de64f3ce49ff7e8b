"""An incident's id -> its page: figures side by side, what rules make of them, who says so, and why it is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query

from dateline import lexicons
from dateline.casebook import Case, Casebook, open_case
from dateline.errors import UsageError
from dateline.exports import growth
from dateline.incidents.history import Row
from dateline.incidents.rules import DEFAULT, RULES
from dateline.ledger import ClaimFilter
from dateline.records import IncidentId, Kind, Status, When, Where
from dateline.workbench import incident_balance, incident_figures, incident_ties, shown, splitting
from dateline.workbench.asking import Day, moment_of
from dateline.workbench.desk import At
from dateline.workbench.incident_balance import BalanceShown
from dateline.workbench.incident_figures import MeasureShown, RuleShown
from dateline.workbench.incident_ties import LinkShown, Neighbour, OriginShown
from dateline.workbench.points import map_point
from dateline.workbench.shown import ShownClaim
from dateline.workbench.splitting import Home
from dateline.workbench.twins import page
from dateline.workbench.words import say

router = APIRouter()
# What a page shows at first; beyond, it would be too long to send and to read. `all=1` shows everything.
CLAIMS, LINKS, GROWTH = 100, 40, 80


@dataclass(frozen=True, slots=True)
class Choice:
    """What the address chooses: the rule, the measure and group that are followed, the day, whether all is shown."""

    rule: str
    measure: str
    of: str | None
    all: bool
    as_of: date | None = None
    clock: str = "said"
    split: str | None = None

    @property
    def moment(self) -> ClaimFilter:
        """The day that is asked for, as a filter of claims."""
        return moment_of(self.as_of, self.clock)

    def link(self, path: str, **changes: str | None) -> str:
        """The address of the same page with another choice; None takes one back."""
        terms: Mapping[str, str | None] = {
            "rule": None if self.rule == DEFAULT else self.rule,
            "measure": self.measure,
            "of": self.of,
            "all": "1" if self.all else None,
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "clock": None if self.clock == "said" else self.clock,
            **changes,
        }
        kept = {name: value for name, value in terms.items() if value}
        return f"{path}?{urlencode(kept)}" if kept else path


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """What we think happened once, with everything that its claims say of it.

    origins_told: how many origins; `parties` of them are party to the conflict. Counts of what is left out of a
    long page stand beside what is shown: all_claims, all_links. homes: after a split, where all its claims are now.
    """

    id: IncidentId
    choice: Choice
    kind: Kind
    statuses: tuple[Status, ...]
    when: When | None
    where: Where | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    reports: int
    origins_told: int
    parties: int
    whole: Neighbour | None
    parts: tuple[Neighbour, ...]
    near: tuple[Neighbour, ...]
    measures: tuple[MeasureShown, ...]
    rules: tuple[RuleShown, ...]
    growth: tuple[Row, ...]
    groups: tuple[str, ...]
    balance: BalanceShown | None
    origins: tuple[OriginShown, ...]
    links: tuple[LinkShown, ...]
    all_links: int
    claims: tuple[ShownClaim, ...]
    all_claims: int
    homes: tuple[Home, ...]

    @property
    def is_cut(self) -> bool:
        """Whether the history is so long that the picture leaves out what moved nothing."""
        return len(self.growth) > GROWTH

    @property
    def drawn(self) -> str:
        """The picture of how the toll grew; of a very long history only what moved it."""
        moved = [row for row in self.growth if row.moved or not self.is_cut]
        return growth.as_svg(moved[-GROWTH:], say("incident.section.growth"), in_page=True)


RuleTerm = Annotated[str, Query(description="The rule that combines figures.")]
MeasureTerm = Annotated[str, Query(description="The measure that is followed through rules and days.")]
OfTerm = Annotated[str, Query(description="Only this group of victims, through the days.")]
AsOfTerm = Annotated[Day, Query(description="As things stood at the end of this day.")]
ClockTerm = Annotated[
    Literal["said", "learned"],
    Query(description="What as_of goes by: the days of publication, or of reading."),
]
SplitTerm = Annotated[
    str | None,
    Query(
        pattern=r"^\d{1,9}-\d{1,9}$",
        description="Entries of the log that took claims out, to say where these are.",
    ),
]
AllTerm = Annotated[bool, Query(alias="all", description="Everything, however long.")]


def _choice(  # the terms of an address
    *,
    rule: RuleTerm = "",
    measure: MeasureTerm = "",
    of: OfTerm = "",
    is_all: AllTerm = False,
    as_of: AsOfTerm = None,
    clock: ClockTerm = "said",
    split: SplitTerm = None,
) -> Choice:
    """What the address chooses. Raises: UsageError, for a rule or a measure that there is not."""
    for name, word, words in (
        ("rule", rule, RULES),
        ("measure", measure, lexicons.load("codebook")["measure"]),
    ):
        if word and word not in words:
            msg = f"{name}={word}: there is no such {name}; there are {', '.join(words)}"
            raise UsageError(msg)
    return Choice(rule or DEFAULT, measure, of or None, is_all, as_of, clock, split)


@page(router, "/incident/{id_}", "incident.html")
def incident(at: At, id_: str, choice: Annotated[Choice, Depends(_choice)]) -> IncidentPage:
    """An incident: its figures side by side, what rules make of them, who says so, and why it is one."""
    casebook, case = open_case(at.ledger, id_, choice.moment)
    measures = incident_figures.measures(case, casebook, choice.rule)
    followed = _followed(choice, measures)
    head = case.summary
    return IncidentPage(
        id=case.incident.id,
        choice=followed,
        kind=head.kind,
        statuses=head.statuses,
        when=head.when,
        where=head.where,
        actors=shown.names(head.actors),
        targets=shown.names(head.targets),
        reports=case.spread.reports,
        origins_told=case.spread.origins,
        parties=case.spread.parties,
        whole=_whole(case, casebook),
        parts=tuple(incident_ties.neighbour(casebook.cases[part]) for part in case.parts),
        near=incident_ties.near(case, casebook, at.board, choice.moment),
        measures=measures,
        rules=incident_figures.sensitivity(case, casebook, followed.measure) if measures else (),
        growth=casebook.history(case, choice.rule, measure=followed.measure, victim=choice.of),
        groups=_groups(measures, followed.measure),
        balance=incident_balance.of(case, casebook, at.ledger, choice.moment),
        origins=incident_ties.origins(case, casebook),
        links=incident_ties.links(case, casebook, None if choice.all else LINKS),
        all_links=len(case.incident.links),
        claims=tuple(
            shown.claim(told.claim, told.report) for told in case.told[: None if choice.all else CLAIMS]
        ),
        all_claims=len(case.told),
        homes=splitting.done(at, choice.split) if choice.split else (),
    )


def _followed(choice: Choice, measures: Sequence[MeasureShown]) -> Choice:
    """The choice, with the first measure that there is where none was chosen."""
    return choice if choice.measure or not measures else replace(choice, measure=str(measures[0].measure))


def _whole(case: Case, casebook: Casebook) -> Neighbour | None:
    whole = case.incident.part_of
    return None if whole is None else incident_ties.neighbour(casebook.cases[whole])


def _groups(measures: Sequence[MeasureShown], measure: str) -> tuple[str, ...]:
    return tuple(one.victim for it in measures if it.measure == measure for one in it.ranges if one.victim)


@router.get("/incident/{id_}/points.json")
def points(at: At, id_: str) -> dict[str, Any]:
    """Where an incident was, as GeoJSON; no feature where no point is known."""
    _, case = open_case(at.ledger, id_)
    where = case.summary.where
    known = [] if where is None or where.lat is None or where.lon is None else [_feature(case, where)]
    return {"type": "FeatureCollection", "features": known}


def _feature(case: Case, where: Where) -> dict[str, Any]:
    said, link = say("common.claims", n=len(case.told)), f"/incident/{case.incident.id}"
    return map_point(where, said=said, link=link)
