"""The commands that follow an incident: how its toll grew, and what must remain of those who were held."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import options
from dateline.cli.incidents import RULE, Id, Rule, opened, opened_case
from dateline.cli.printing import existing, put
from dateline.cli.sums import KILLED, TotalMeasure, Victim

if TYPE_CHECKING:
    from dateline.casebook import Case, Casebook

Main = Annotated[
    str | None,
    typer.Argument(
        metavar="INCIDENT",
        help="An incident's id, or that of one of its claims; else the incident of which most is told.",
    ),
]
Svg = Annotated[Path | None, typer.Option("--svg", metavar="FILE", help="Draw it into this file as well.")]


def history(
    incident: Id,
    *,
    ledger: options.Ledger = options.LEDGER,
    measure: TotalMeasure = KILLED,
    of: Victim = None,
    rule: Rule = RULE,
    svg: Svg = None,
    as_of: options.AsOf = None,
    clock: options.ByClock = options.Clock.SAID,
) -> None:
    """Show how a figure of an incident grew: who said what, on which day, and what the rule made of it."""
    from dateline.cli import casetables
    from dateline.exports import growth

    options.known("measure", measure)
    asked = options.asked(**options.moments(as_of, clock))
    with existing(ledger) as book:
        casebook, case = opened_case(book, asked, rule, incident)
    rows = casebook.history(case, rule, measure=measure, victim=of)
    if svg is not None:
        svg.write_text(growth.as_svg(rows, casetables.title(case)), "utf-8", newline="\n")
    put(f"INCIDENT {casetables.short(case)}: {casetables.title(case)}", "")
    if not rows:
        put(f"Nobody gives a figure of {measure} for it.")
        return
    put(*growth.as_text(rows), "", f"BY THE RULE {rule}", casetables.history(rows))


def balance(
    incident: Main = None,
    *,
    ledger: options.Ledger = options.LEDGER,
    kind: options.Kind = None,
    place: options.Place = None,
    since: options.Since = None,
    until: options.Until = None,
    actor: options.Actor = None,
    as_of: options.AsOf = None,
    clock: options.ByClock = options.Clock.SAID,
) -> None:
    """Work out how many prisoners can still be at large: every term with its claims, and the derivation."""
    asked = options.asked(
        kind=kind, place=place, since=since, until=until, actor=actor, **options.moments(as_of, clock)
    )
    with existing(ledger) as book:
        casebook = opened(book, asked, RULE)
    case = casebook.case(incident) if incident else casebook.main(asked)
    tell_balance(case, casebook)


def tell_balance(case: Case, casebook: Casebook) -> bool:
    """Print the balance of an incident. Returns: whether anything is told of people held there."""
    from dateline.cli import casetables

    made = casebook.balance(case)
    put(f"THE BALANCE of {casetables.title(case)} [{casetables.short(case)}]")
    if not made.terms:
        put(
            "Nothing is told of people who were held, escaped or were taken back: there is nothing to work out."
        )
        return False
    put(casetables.terms(made), "", *made.lines)
    if made.assumptions:
        put("", "Assumed:", *(f"  {line}" for line in made.assumptions))
    if made.contradictions:
        put("", "Cannot all be true:", *(f"  {one.words}" for one in made.contradictions))
    if made.aside:
        put("", "Looked at and set aside:", *casetables.reasons(made.aside))
    return True
