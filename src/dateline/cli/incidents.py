"""The commands that ask what happened: incidents, and the page of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import options
from dateline.cli.printing import existing, put

if TYPE_CHECKING:
    from dateline.casebook import Case, Casebook
    from dateline.ledger import ClaimFilter, Ledger

Rule = Annotated[
    str,
    typer.Option(
        "--rule",
        metavar="RULE",
        help="How figures that differ become low, best and high: range, latest, majority, official-first, ...",
    ),
]
RULE = "range"
Id = Annotated[
    str,
    typer.Argument(metavar="INCIDENT", help="An incident's id, or that of one of its claims, or a start."),
]


def incidents(
    *,
    ledger: options.Ledger = options.LEDGER,
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
    measure: options.Measure = None,
    as_of: options.AsOf = None,
    clock: options.ByClock = options.Clock.SAID,
) -> None:
    """List incidents: what the claims of all reports together tell of, each once."""
    from dateline.cli import casetables
    from dateline.ledger import Board

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
        measure=measure,
        **options.moments(as_of, clock),
    )
    with existing(ledger) as book:
        if is_kept(book, asked, rule):
            lines = Board(book).lines(asked, rule, order="told", count=None).lines
            put(casetables.incidents(map(casetables.row_of_line, lines)))
            return
        casebook = opened(book, asked, rule)
        rows = (casetables.row_of_case(case, casebook, rule) for case in casebook.asked(asked))
        put(casetables.incidents(rows))


def incident(
    incident: Id,
    *,
    ledger: options.Ledger = options.LEDGER,
    rule: Rule = RULE,
    as_of: options.AsOf = None,
    clock: options.ByClock = options.Clock.SAID,
) -> None:
    """Show an incident: its figures side by side, who says so, the range, and what else is claimed."""
    asked = options.asked(**options.moments(as_of, clock))
    with existing(ledger) as book:
        casebook, case = opened_case(book, asked, rule, incident)
        tell(case, casebook, rule)


def tell_links(book: Ledger, incident: str) -> None:
    """Print why the claims of one incident are held to tell of the same: the terms of each link."""
    from dateline.cli import casetables
    from dateline.incidents import linking
    from dateline.ledger.filters import EVERY

    casebook, case = opened_case(book, EVERY, RULE, incident)
    put(f"INCIDENT {casetables.short(case)}: {casetables.title(case)}", f"{case.spread}.", "")
    if not case.incident.links:
        put("One claim alone tells of it.")
        return
    # What is kept of a link is which claims it joins; why follows from these.
    put(casetables.waterfall(linking.explained(case.incident.links, casebook.told), casebook.told))
    put("", "Above 0 speaks for one incident. To overrule it: dateline judge same, dateline judge different.")


def tell(case: Case, casebook: Casebook, rule: str) -> None:
    """Print the page of one incident."""
    from dateline.cli import casetables

    put(f"INCIDENT {casetables.short(case)}: {casetables.title(case)}", f"{case.spread}.")
    if case.incident.part_of:
        put(f"Part of {casetables.title(casebook.cases[case.incident.part_of])}.")
    combined = casebook.combined(case, rule)
    if combined:
        put("", "WHO SAYS HOW MANY", casetables.side_by_side(case, casebook))
        put("", f"LOW, BEST AND HIGH by the rule {rule}", casetables.ranges(combined))
        if left := casetables.aside(combined):
            put("Set aside:", *left)
    if (silent := casetables.without_figures(case)) is not None:
        put("", "ALSO CLAIMED", silent)
    for part in case.parts:
        put(f"Has a part: {casetables.title(casebook.cases[part])} [{part[:9]}]")


def opened(book: Ledger, asked: ClaimFilter, rule: str) -> Casebook:
    """The casebook of a ledger, as it is kept where that is what is asked for, else linked anew.

    Raises:   UsageError, for a rule that there is not.
    """
    from dateline.casebook import open_casebook, open_kept

    return open_kept(book) if is_kept(book, asked, rule) else open_casebook(book, asked)


def opened_case(book: Ledger, asked: ClaimFilter, rule: str, incident: str) -> tuple[Casebook, Case]:
    """One incident with its whole and its parts, and a casebook that holds at least these.

    Raises:   UsageError, for a rule or an incident that there is not.
    """
    from dateline.casebook import open_case

    if is_kept(book, asked, rule):
        return open_case(book, incident)
    casebook = opened(book, asked, rule)
    return casebook, casebook.case(incident)


def is_kept(book: Ledger, asked: ClaimFilter, rule: str) -> bool:
    """Whether the ledger's incident view answers a question: of now, where the view has all that the ledger holds.

    Raises:   UsageError, for a rule that there is not.
    """
    from dateline.casebook import is_current
    from dateline.incidents import tolls

    tolls.named(rule)
    return asked.said_by is None and asked.known_at is None and is_current(book)
