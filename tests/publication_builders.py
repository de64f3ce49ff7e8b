"""A publication built by hand, about invented happenings, that holds what forms of export find hard to say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from dateline.exports.publication import (
    Audience,
    IncidentRow,
    Publication,
    Toll,
    Wording,
)
from dateline.publishing.building import codebook
from dateline.records import (
    Actor,
    Claim,
    ClaimId,
    Figure,
    IncidentId,
    Kind,
    Measure,
    Precision,
    Report,
    ReportId,
    Scope,
    Source,
    SourceType,
    Span,
    Status,
    Told,
    When,
    Where,
)

MADE_AT = datetime(2031, 6, 1, 12, 0, 30, tzinfo=UTC)
Range = tuple[int | None, int | None, int | None]

BRIGADE = Actor("Hill Brigade", "hill-brigade", "rebel", "NOR")
ARMY = Actor("Norwegian army", "state-NOR-military", "state_military", "NOR")
JETS = Actor("Swedish air force", "state-SWE-air", "state_military", "SWE")
COUNCIL = Actor("Fjord Council", None, "militia", "NOR")
GUNMEN = Actor("unidentified armed group", None, "other")
CIVILIANS = Actor("civilians", None, "civilians")
CROWD = Actor("protesters", None, "other")
POLICE = Actor("police", None, "state_police", "NOR")
MARKET = Actor("market", None, "object")
# What a spreadsheet would run, if it were let.
EVIL = Actor('=HYPERLINK("http://evil.example","x")', None, "rebel", "NOR")

VARDO = Where("Vardo", None, "NOR", 70.37, 31.11, Precision.EXACT, 2.0)
NEAR = Where("near Vardo", None, "NOR", 70.4, 31.0, Precision.NEAR, 15.0)
COUNTY = Where("Finnmark county", None, "NOR", 70.0, 25.0, Precision.ADMIN, 150.0)
COUNTRY = Where("Norway", None, "NOR", 61.0, 8.0, Precision.COUNTRY, 700.0)
SOUTH = Where("Olavtown", None, "NAM", -22.5, -17.25, Precision.EXACT, 2.0)


WATCH = Source("Lantern Watch", SourceType("monitor"))


@dataclass(frozen=True)
class Story:
    """One incident told by one report; `tolls` are low, best and high by measure, and by group."""

    name: str
    kind: str
    when: tuple[date, date, str] | None
    where: Where | None
    actors: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    tolls: tuple[tuple[str, str | None, Range], ...] = ()
    status: Status = Status.HAPPENED
    part_of: str | None = None
    source: Source = WATCH
    statuses: tuple[Status, ...] = ()


def on(month: int, first: int, last: int | None = None, precision: str = "day") -> tuple[date, date, str]:
    last = last or first
    return date(2031, month, first), date(2031, month, last), precision if last == first else "span"


KILLED, INJURED = "killed", "injured"
STORIES = (
    Story(
        "one-sided", "attack", on(5, 3), VARDO, (BRIGADE,), (CIVILIANS, MARKET),
        ((KILLED, None, (17, None, 34)), (INJURED, None, (40, None, None))),
        statuses=(Status.HAPPENED, Status.DENIED),
    ),
    Story(
        "battle", "armed_clash", on(5, 8, 10), NEAR, (BRIGADE, COUNCIL), (ARMY,),
        ((KILLED, None, (12, 12, 12)), (KILLED, "security forces", (5, 5, 5)), (KILLED, "combatant", (7, 7, 7))),
    ),
    Story(
        "within-battle", "execution", on(5, 9), NEAR, (BRIGADE,), (ARMY,),
        ((KILLED, None, (2, 2, 2)),), part_of="battle",
    ),
    Story(
        "denied", "shelling", on(5, 4), VARDO, (ARMY,), (CIVILIANS,),
        ((KILLED, None, (None, None, None)),), Status.DENIED,
    ),
    Story("planned", "deployment", on(5, 20), VARDO, (ARMY,), (), (), Status.PLANNED),
    Story("march", "protest", on(5, 11), VARDO, (CROWD,), (), (("participants", None, (500, 500, 600)),)),
    Story("crackdown", "crackdown", on(5, 12), VARDO, (POLICE,), (CIVILIANS,), ((INJURED, None, (3, 3, 3)),)),
    Story("nowhere", "attack", on(5, 5), None, (GUNMEN,), (CIVILIANS,), ((KILLED, None, (1, 1, 1)),)),
    Story("no-day", "attack", None, VARDO, (GUNMEN,), (CIVILIANS,), ((KILLED, None, (1, 1, 1)),)),
    Story("in-may", "bombing", on(5, 1, 31), COUNTY, (), (CIVILIANS,)),
    Story("in-a-year", "attack", (date(2031, 1, 1), date(2031, 12, 31), "year"), VARDO, (BRIGADE,), (CIVILIANS,)),
    Story("in-the-country", "attack", on(5, 6), COUNTRY, (BRIGADE,), (CIVILIANS,), ((KILLED, None, (4, 4, 4)),)),
    Story("from-abroad", "air_strike", on(5, 13), VARDO, (JETS,), (BRIGADE,), ((KILLED, None, (None, None, 500)),)),
    Story("at-least-none", "attack", on(5, 14), VARDO, (BRIGADE,), (COUNCIL,), ((KILLED, None, (0, None, None)),)),
    Story("nobody-died", "shelling", on(5, 15), VARDO, (ARMY,), (BRIGADE,), ((KILLED, None, (0, 0, 0)),)),
    Story("blame", "accusation", on(5, 16), VARDO, (BRIGADE,), (ARMY,)),
    Story("taken", "territory", on(5, 17), VARDO, (BRIGADE,), (), ((KILLED, None, (3, 3, 3)),)),
    Story("south", "bombing", on(5, 18), SOUTH, (GUNMEN,), (CIVILIANS,), ((KILLED, None, (6, 6, 6)),)),
    Story("formula", "attack", on(5, 19), VARDO, (EVIL,), (CIVILIANS,), ((KILLED, None, (1, 1, 1)),)),
)  # fmt: skip


def publication(
    stories: Iterable[Story] = STORIES, *, rule: str = "range", audience: Audience = Audience.INTERNAL
) -> Publication:
    """The stories as a publication; by the rule `acled` every toll is its lowest number, or 0."""
    kept = list(stories)
    told = [_told(story) for story in kept]
    rows = tuple(_row(story, one, rule) for story, one in zip(kept, told, strict=True))
    ordered = tuple(sorted(told, key=lambda one: one.order))
    return Publication(
        audience=audience,
        wording=Wording.WHOLE,
        rule=rule,
        rules=(rule,),
        made_at=MADE_AT,
        reports=tuple(sorted((one.report for one in told), key=lambda report: report.id)),
        told=ordered,
        incidents=rows,
        codebook=codebook(),
        asked="--since 2031-01-01",
    )


def _told(story: Story) -> Told:
    text = f"{story.name}: what happened. More of it, said later by a doctor; -12 degrees it was."
    report = Report(
        ReportId(f"r-{story.name}"),
        text,
        headline=f"{story.name}, it is told",
        publisher="+The Vardo Post" if story.name == "formula" else "The Vardo Post",
        published=date(2031, 5, 21),
        url=f"https://post.example/{story.name}",
    )
    words = report.span(0, text.index(".") + 1)
    return Told(
        Claim(
            ClaimId(_id(story.name)),
            report.id,
            Kind(story.kind),
            story.status,
            story.source,
            words,
            story.actors,
            story.targets,
            When(*story.when) if story.when else None,
            story.where,
            tuple(_figure(toll, report, words) for toll in story.tolls),
        ),
        report,
    )


def _figure(toll: tuple[str, str | None, Range], report: Report, words: Span) -> Figure:
    measure, victim, (low, _, high) = toll
    classes = {"security forces", "combatant", "civilian"}
    return Figure(
        Measure(measure),
        victim or "people",
        low,
        high,
        measure == "participants",
        Scope.NEW,
        report.span(words.start, words.end - 1),
        victim if victim in classes else None,
    )


def _row(story: Story, told: Told, rule: str) -> IncidentRow:
    claim = told.claim
    return IncidentRow(
        id=IncidentId("i" + _id(story.name)),
        kind=claim.kind,
        statuses=story.statuses or (story.status,),
        when=claim.when,
        where=claim.where,
        actors=claim.actors,
        targets=claim.targets,
        part_of=IncidentId("i" + _id(story.part_of)) if story.part_of else None,
        claims=(claim.id,),
        reports=(claim.report,),
        origins=1,
        party_origins=int(claim.source.type == "party"),
        tolls=tuple(_toll(rule, toll) for toll in story.tolls),
    )


def _toll(rule: str, toll: tuple[str, str | None, Range]) -> Toll:
    measure, victim, (low, best, high) = toll
    if rule == "acled":
        low = best = high = next((n for n in (best, low) if n is not None), 0)
    return Toll(rule, measure, victim, low, best, high)


def _id(name: str) -> str:
    """A claim's id: sixteen hexadecimal digits made of the name."""
    return name.encode().hex()[:16].ljust(16, "0")
