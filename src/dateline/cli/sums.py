"""The commands that count over incidents: totals, how far the rule moves them, and what changed between two days."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import options
from dateline.cli.incidents import RULE, Rule, opened
from dateline.cli.printing import existing, put
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.casebook import Case, Casebook
    from dateline.incidents.tolls import Total


class By(StrEnum):
    """What totals go by."""

    PLACE = "place"
    MONTH = "month"
    ACTOR = "actor"
    KIND = "kind"


KILLED = "killed"
TotalMeasure = Annotated[str, typer.Option("--measure", metavar="MEASURE", help="What is counted.")]
Victim = Annotated[
    str | None, typer.Option("--of", metavar="GROUP", help="Only of this group: civilian, child, ...")
]
Day = Annotated[date, typer.Argument(metavar="DAY", parser=options.day, help="A day: YYYY-MM-DD.")]


def totals(
    *,
    ledger: options.Ledger = options.LEDGER,
    by: Annotated[By | None, typer.Option("--by", help="One row each; else one of all.")] = None,
    measure: TotalMeasure = KILLED,
    of: Victim = None,
    rule: Rule = RULE,
    kind: options.Kind = None,
    place: options.Place = None,
    since: options.Since = None,
    until: options.Until = None,
    source: options.Source = None,
    source_type: options.SourceType = None,
    words: options.Words = None,
    actor: options.Actor = None,
    target: options.Target = None,
    as_of: options.AsOf = None,
    clock: options.ByClock = options.Clock.SAID,
) -> None:
    """Add up incidents, nobody twice: low, best and high, and how many incidents give no figure at all."""
    from dateline.cli import casetables
    from dateline.incidents import tolls

    asked = options.asked(
        kind=kind,
        place=place,
        since=since,
        until=until,
        source=source,
        source_type=source_type,
        words=words,
        actor=actor,
        target=target,
        **options.moments(as_of, clock),
    )
    options.known("measure", measure)
    with existing(ledger) as book:
        casebook = opened(book, asked, rule)
    cases = list(casebook.asked(asked))
    rows = tolls.totals(
        [case.incident for case in cases],
        casebook.told,
        rule,
        by=by,
        measure=measure,
        victim=of,
        origins=casebook.origins,
    )
    put(casetables.totals(rows, by or "incidents"), *_explained(rows))
    put(*_doubts(casebook, [case for case in cases if _gives(case, measure)]))


def sensitivity(
    *,
    ledger: options.Ledger = options.LEDGER,
    measure: TotalMeasure = KILLED,
    of: Victim = None,
    kind: options.Kind = None,
    place: options.Place = None,
    since: options.Since = None,
    until: options.Until = None,
    actor: options.Actor = None,
    as_of: options.AsOf = None,
    clock: options.ByClock = options.Clock.SAID,
    peers: Annotated[
        bool, typer.Option("--peers", help="Also by the rules of the R package eventreport.")
    ] = False,
) -> None:
    """Show how the total moves with the rule that combines figures which differ."""
    from dateline.cli import casetables
    from dateline.incidents import tolls

    asked = options.asked(
        kind=kind, place=place, since=since, until=until, actor=actor, **options.moments(as_of, clock)
    )
    options.known("measure", measure)
    with existing(ledger) as book:
        casebook = opened(book, asked, RULE)
    chosen = [case.incident for case in casebook.asked(asked)]
    rows = tolls.sensitivity(
        chosen, casebook.told, measure=measure, victim=of, origins=casebook.origins, peers=peers
    )
    put(casetables.sensitivity(rows), *_explained(rows))


def diff(
    since: Day,
    until: Day,
    *,
    ledger: options.Ledger = options.LEDGER,
    rule: Rule = RULE,
    clock: options.ByClock = options.Clock.SAID,
) -> None:
    """Show what changed between the ends of two days: reports, claims, incidents, and what each rule's range became."""
    from dateline.cli import casetables

    if until < since:
        msg = f"{until} lies before {since}; give the earlier day first"
        raise UsageError(msg)
    before, after = (options.asked(**options.moments(day, clock)) for day in (since, until))
    with existing(ledger) as book:
        old, new = opened(book, before, rule), opened(book, after, rule)
    put(*_counts(old, new), casetables.changes(old, new, rule))


def _gives(case: Case, measure: str) -> bool:
    return case.incident.part_of is None and any(
        f.measure == measure for t in case.told for f in t.claim.figures
    )


def _doubts(casebook: Casebook, counted: list[Case]) -> list[str]:
    """Incidents in a total that lie so near each other that somebody should look whether they are one."""
    from dateline.cli import casetables

    pairs = [
        f"  {casetables.short(one)} and {casetables.short(other)}: {casetables.title(other)}"
        for one, other in casebook.near(counted)
    ]
    if not pairs:
        return []
    head = "At one place in days that overlap: if they are one, the total counts somebody twice (judge same ...):"
    return [head, *pairs]


def _counts(old: Casebook, new: Casebook) -> list[str]:
    from dateline.casebook import tally

    first, then = tally(old), tally(new)
    return [f"{word}: {first[word]:,} → {then[word]:,}" for word in ("reports", "claims", "incidents")]


def _explained(rows: tuple[Total, ...]) -> list[str]:
    """What the columns leave to be said."""
    silent = sum(row.silent for row in rows)
    lines = []
    if silent:
        lines.append(
            "Incidents without a figure are counted in “silent”; nothing is added for them, also no 0."
        )
    if any(row.no_high for row in rows):
        lines.append("“–” under high: at least one incident has no upper bound, so the total has none.")
    return lines
