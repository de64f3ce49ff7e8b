"""Incidents, their figures and what rules make of them -> tables and lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from dateline import lexicons
from dateline.cli import phrases, tables
from dateline.cli.cleaning import one_line
from dateline.incidents.rules import RULES
from dateline.records import Actor, ClaimId, Link, Status, Told, When, Where

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.casebook import Case, Casebook
    from dateline.incidents.balance import Balance
    from dateline.incidents.history import Row
    from dateline.incidents.rules import Combined, Given
    from dateline.incidents.tolls import Total
    from dateline.ledger import Line

SHOWN = ("killed", "injured")  # the measures that a list of incidents has room for
INCIDENT_WIDTHS = (tables.DAY, (10, 16), (12, 14), (10, 24), (6, 12), (7, 12), (7, 7), (7, 7), (9, 9))
SIDE_WIDTHS = ((14, 30), (14, 26), tables.DAY, (6, 7), tables.ID)
RANGE_WIDTHS = ((9, 12), (7, 14), (5, 8), (5, 8), (5, 8), (16, 40))
WATERFALL_WIDTHS = ((16, 32), (16, 32), (16, 36), (8, 16))
SILENT_WIDTHS = ((12, 14), (12, 28), tables.DAY, (10, 22), (10, 22), tables.ID)
HISTORY_WIDTHS = (tables.DAY, (10, 18), (10, 22), (4, 6), (4, 6), (4, 6), (12, 24), tables.ID)
CHANGE_WIDTHS = ((24, 44), (12, 20), (6, 12), (6, 12), (9, 9))
NONE = "–"


def incidents(rows: Iterable[tuple[str, ...]]) -> Table:
    """One line an incident: its heading, what a rule makes of the dead and the injured, and how many tell of it."""
    columns = ("when", "where", "what", "who → whom", *SHOWN, "reports", "origins", "incident")
    return tables.plain(columns, rows, INCIDENT_WIDTHS)


def row_of_case(case: Case, casebook: Casebook, rule: str) -> tuple[str, ...]:
    """A case's line in the list of incidents."""
    combined = casebook.combined(case, rule)
    return (
        *heading(case),
        *(amount(_of(combined, measure)) for measure in SHOWN),
        str(case.spread.reports),
        str(case.spread.origins),
        short(case),
    )


def row_of_line(line: Line) -> tuple[str, ...]:
    """The same, of an incident as it is kept."""
    figures = {figure.measure: bounds(figure.low, figure.high) for figure in line.figures}
    return (
        *_heading(line.kind, line.status, (line.when, line.where), (line.actors, line.targets)),
        *(figures.get(measure, NONE) for measure in SHOWN),
        str(line.reports),
        str(line.origins),
        line.id[: phrases.SHORT_ID + 1],
    )


def short(case: Case) -> str:
    """As much of an incident's id as a person types."""
    return case.incident.id[: phrases.SHORT_ID + 1]


def heading(case: Case) -> tuple[str, str, str, str]:
    """When, where, what and who to whom, in words."""
    it = case.summary
    return _heading(it.kind, it.statuses[0], (it.when, it.where), (it.actors, it.targets))


def _heading(
    kind: str, status: str, at: tuple[When | None, Where | None], sides: tuple[tuple[Actor, ...], ...]
) -> tuple[str, str, str, str]:
    words = kind.replace("_", " ")
    what = words if status == Status.HAPPENED else f"{words} ({status})"
    doers, victims = map(phrases.names, sides)
    between = f"{doers or '?'} → {victims}" if victims else doers
    return phrases.when(at[0]), phrases.where(at[1]), what, between


def title(case: Case) -> str:
    """An incident's heading on one line."""
    when, where, what, sides = heading(case)
    return " · ".join(part for part in (what, when or "no day told", where or "no place told", sides) if part)


def side_by_side(case: Case, casebook: Casebook) -> Table:
    """Every figure of an incident with who says so, on which day, and whether they are party to the conflict."""
    rows = [
        (
            phrases.figure(figure),
            phrases.source(told.claim.source, told.report.publisher),
            str(told.report.published_day or ""),
            "yes" if casebook.origins[told.claim.id].party else "",
            phrases.short_id(told.claim),
        )
        for told, figure in sorted(
            ((told, figure) for told in case.told for figure in told.claim.figures),
            key=lambda pair: (_place(str(pair[1].measure)), pair[0].order, pair[1].span.start),
        )
    ]
    return tables.plain(("figure", "who says so", "said on", "party?", "claim"), rows, SIDE_WIDTHS)


def ranges(combined: Sequence[Combined]) -> Table:
    """What a rule makes of each measure and group: low, best, high, and on how many figures that rests."""
    rows = [
        (
            str(one.measure),
            one.victim or "all",
            *(bound(value) for value in (one.low, one.best, one.high)),
            _basis(one),
        )
        for one in sorted(combined, key=lambda one: _place(str(one.measure)))
    ]
    return tables.plain(("measure", "of whom", "low", "best", "high", "from"), rows, RANGE_WIDTHS)


def aside(combined: Sequence[Combined]) -> list[str]:
    """Each figure that a rule set aside, and why."""
    return [line for one in combined if one.victim is None for line in reasons(one.aside)]


def reasons(set_aside: Iterable[tuple[Given, str]]) -> list[str]:
    """A figure that was set aside, and why, one a line."""
    return [
        f"  {phrases.figure(given.figure)} [{phrases.short_id(given.claim)}]: {one_line(reason)}"
        for given, reason in set_aside
    ]


def history(rows: Sequence[Row]) -> Table:
    """One line a figure in the order of saying: what the rule made of all that had been said by then."""
    shown = (
        (
            str(row.said or "no day"),
            one_line(row.origin.name),
            f"{phrases.amount(row)} {one_line(row.whom)}".rstrip(),
            *(bound(value) for value in row.after),
            one_line(row.aside),
            row.claim[: phrases.SHORT_ID],
        )
        for row in rows
    )
    columns = ("said on", "origin", "figure", "low", "best", "high", "set aside as", "claim")
    return tables.plain(columns, shown, HISTORY_WIDTHS)


def terms(made: Balance) -> Table:
    """One line a term of a balance: its bounds, and the figures that they rest on."""
    shown = (
        (
            term.name,
            bound(term.low),
            bound(term.high),
            "\n".join(
                f"{phrases.figure(given.figure)} [{phrases.short_id(given.claim)}]"
                for it in term.said
                for given in it.given
            ),
        )
        for term in made.terms
    )
    return tables.plain(("term", "low", "high", "as said"), shown)


def without_figures(case: Case) -> Table | None:
    """The claims of an incident that give no figure, one a line; None where all give one."""
    rows = [
        (
            phrases.what(told.claim),
            phrases.who_to_whom(told.claim),
            phrases.when(told.claim.when),
            phrases.where(told.claim.where),
            phrases.source(told.claim.source, told.report.publisher),
            phrases.short_id(told.claim),
        )
        for told in case.told
        if not told.claim.figures
    ]
    columns = ("what", "who → whom", "when", "where", "who says so", "claim")
    return tables.plain(columns, rows, SILENT_WIDTHS) if rows else None


def totals(rows: Sequence[Total], key: str) -> Table:
    """One line a place, month, actor or kind: low, best, high, and on how many incidents they rest."""
    shown = (
        (
            row.key,
            *(bound(value) for value in (row.low, row.best, row.high)),
            str(row.incidents),
            str(row.parts),
            str(row.silent),
        )
        for row in rows
    )
    return tables.plain((key, "low", "best", "high", "incidents", "parts in them", "silent"), shown)


def sensitivity(rows: Sequence[Total]) -> Table:
    """One line a rule: what the total comes to by it."""
    shown = (
        (row.rule, RULES[row.rule].words, *(bound(value) for value in (row.low, row.best, row.high)))
        for row in rows
    )
    return tables.plain(("rule", "what it takes", "low", "best", "high"), shown)


def changes(old: Casebook, new: Casebook, rule: str) -> Table:
    """One line a measure of an incident that changed: what a rule made of it, and makes of it now."""
    rows = []
    for case in new.cases.values():
        before = old.containing(case.incident.claims)
        made = {} if before is None else {(c.measure, c.victim): c for c in old.combined(before, rule)}
        for one in new.combined(case, rule):
            was, is_ = amount(made.get((one.measure, one.victim))), amount(one)
            if was != is_:
                rows.append((title(case), f"{one.measure}, {one.victim or 'all'}", was, is_, short(case)))
    return tables.plain(("incident", "measure", "was", "is", "id"), rows, CHANGE_WIDTHS)


def amount(one: Combined | None) -> str:
    """Low and high as a range; the sign for nothing where nobody gives a figure."""
    return NONE if one is None or not one.used else bounds(one.low, one.high)


def bounds(low: int | None, high: int | None) -> str:
    """The same, of two bounds."""
    if low == high:
        return bound(low)
    if high is None:
        return f"≥ {bound(low)}"
    return f"≤ {bound(high)}" if low is None else f"{low:,}–{high:,}"


def bound(value: int | None) -> str:
    """A bound in digits; the sign for nothing where there is none."""
    return NONE if value is None else f"{value:,}"


def waterfall(links: Iterable[Link], told: Mapping[ClaimId, Told]) -> Table:
    """Every link of an incident: two claims, and what each compared field adds to their score."""
    rows: list[tuple[str, ...]] = []
    for link in links:
        one, other = (told[claim] for claim in (link.one, link.other))
        by = "a person says so" if link.verdict else f"{link.score:+.1f}"
        rows.append((_pair(one), _pair(other), "in all", by))
        rows += [("", "", f"{term.field}: {term.level}", f"{term.weight:+.1f}") for term in link.terms]
    return tables.plain(("this claim", "goes with", "because of", "log-odds"), rows, WATERFALL_WIDTHS)


def _pair(told: Told) -> str:
    return f"{phrases.short_id(told.claim)} {phrases.what(told.claim)}, {told.report.id}"


def _of(combined: Sequence[Combined], measure: str) -> Combined | None:
    return next((one for one in combined if one.measure == measure and one.victim is None), None)


def _place(measure: str) -> int:
    """Where a measure stands in the codebook: the dead before the damage."""
    return list(lexicons.load("codebook")["measure"]).index(measure)


def _basis(one: Combined) -> str:
    ids = ", ".join(dict.fromkeys(phrases.short_id(given.claim) for given in one.used[:2]))
    more = f" and {len(one.used) - 2} more" if len(one.used) > 2 else ""
    left = f"; {phrases.counted(len(one.aside), 'figure')} set aside" if one.aside else ""
    return f"{ids}{more}{left}" or "nothing"
