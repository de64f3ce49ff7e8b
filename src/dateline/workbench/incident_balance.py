"""An incident of people who were held -> how many of them can be at large, with every claim that bears on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.casebook import Case, Casebook, open_case
from dateline.errors import UsageError
from dateline.incidents.accounts import MEASURES, PRISONS, is_break
from dateline.incidents.balance import AFTER, BEFORE, Balance
from dateline.incidents.statements import Given
from dateline.ledger import ClaimFilter, Ledger
from dateline.ledger.around import claims_against, claims_with
from dateline.ledger.filters import EVERY
from dateline.records import ClaimId, Precision, Told
from dateline.workbench import shown
from dateline.workbench.shown import ShownFigure

# Terms that tell of the people who were held; without one of them there is nothing to work out.
HELD = frozenset({"held", "escaped", "recaptured", "released", "inside", "dead", "missing", "at_large"})


@dataclass(frozen=True, slots=True)
class Cited:
    """A figure that bears on a term, with who says so; `why` it was set aside, where it was."""

    claim: ClaimId
    figure: ShownFigure
    origin: str
    said: date | None
    why: str


@dataclass(frozen=True, slots=True)
class TermShown:
    """One term of the account: its bounds, and the figures that they rest on. None is a bound nobody states."""

    name: str
    low: int | None
    high: int | None
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class BalanceShown:
    """How many can be at large: at least `low`, at most `high`; None is a bound that does not follow."""

    low: int | None
    high: int | None
    terms: tuple[TermShown, ...]
    lines: tuple[str, ...]
    assumptions: tuple[str, ...]
    contradictions: tuple[str, ...]
    aside: tuple[Cited, ...]


def of(case: Case, casebook: Casebook, ledger: Ledger, moment: ClaimFilter = EVERY) -> BalanceShown | None:
    """The balance of an incident; None where it does not tell of people who were held.

    Args:     moment: of this filter, only the clocks count.
    """
    if not _tells_of_held(casebook.balance(case)):
        return None
    whole = _with_related(casebook, ledger, moment)
    made = whole.balance(whole.cases[case.incident.id])
    return BalanceShown(
        low=made.low,
        high=made.high,
        terms=tuple(
            TermShown(
                term.name,
                term.low,
                term.high,
                tuple(_cited(given, whole) for it in term.said for given in it.given),
            )
            for term in made.terms
        ),
        lines=made.lines,
        assumptions=made.assumptions,
        contradictions=tuple(one.words for one in made.contradictions),
        aside=tuple(_cited(given, whole, why) for given, why in made.aside),
    )


def _tells_of_held(made: Balance) -> bool:
    return any(term.key in HELD for term in made.terms)


def _cited(given: Given, casebook: Casebook, why: str = "") -> Cited:
    text = casebook.told[given.claim.id].report.text
    at = given.claim.figures.index(given.figure)
    return Cited(given.claim.id, shown.figure(given.figure, at, text), given.origin.name, given.said, why)


def _with_related(casebook: Casebook, ledger: Ledger, moment: ClaimFilter) -> Casebook:
    """The casebook with the incidents of all claims that may be about the same people."""
    books = [casebook]
    seen = set(casebook.told)
    for claim in _related(casebook, ledger):
        if claim in seen:
            continue
        try:
            book, _ = open_case(ledger, claim, moment)
        except UsageError:  # not known by then; or read so lately that it is in no incident yet
            continue
        books.append(book)
        seen |= set(book.told)
    told = {id_: one for book in books for id_, one in book.told.items()}
    incidents = {one.id: one for book in books for one in book.incidents}
    origins = {id_: one for book in books for id_, one in book.origins.items()}
    return Casebook(tuple(told.values()), tuple(incidents.values()), origins)


def _related(casebook: Casebook, ledger: Ledger) -> list[ClaimId]:
    """Claims elsewhere in the ledger that may be about the same people."""
    told = list(casebook.told.values())
    found = _around(told, ledger)
    for report in sorted({one.report.id for one in told}):
        found += [
            claim.id
            for claim in ledger.claims(ClaimFilter(report=report))
            if claim.figures or is_break(claim)
        ]
    return list(dict.fromkeys(found))


def _around(told: list[Told], ledger: Ledger) -> list[ClaimId]:
    days = [one.claim.when for one in told if one.claim.when]
    places = sorted({place for one in told if (place := _town(one)) is not None})
    if not days or not places:
        return []
    since = min(when.start for when in days) - BEFORE
    until = max(when.end for when in days) + AFTER
    found = claims_with(ledger, places=places, since=since, until=until, measures=sorted(MEASURES))
    if not any(is_break(one.claim) for one in told):
        found += claims_against(ledger, places=places, since=since, until=until, words=sorted(PRISONS))
    return list(found)


def _town(told: Told) -> str | None:
    """The town or site that a claim names; a country or a province is none."""
    where = told.claim.where
    if where is None or where.precision in {Precision.ADMIN, Precision.COUNTRY}:
        return None
    return where.place_id or where.name
