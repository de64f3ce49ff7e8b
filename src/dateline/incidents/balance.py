"""Claims about a place of detention that was broken into -> how many prisoners can still be at large, and why.

Who was held before is back, dead, released or at large: what is known of the others bounds the last. A bound
is given only where it follows; its derivation, and what has to be assumed, are lines to print. Statements that
cannot all be true are shown, not smoothed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from dateline import lexicons
from dateline.incidents import origins as origins_of
from dateline.incidents.accounts import Account, Term, account, is_break
from dateline.incidents.counts import Bound, ends
from dateline.incidents.origins import Origin
from dateline.incidents.statements import Aside, Given, Statement
from dateline.records import Claim, ClaimId, Incident, IncidentId, Precision, Told

_LEXICON = lexicons.load("balance")
ASSUMED: Mapping[str, str] = _LEXICON["assumptions"]
BEFORE = timedelta(_LEXICON["near"]["days_before"])
AFTER = timedelta(_LEXICON["near"]["days_after"])
ById = Mapping[ClaimId, Told]
# Of each pair the first cannot be more than the second.
WITHIN = (
    ("escaped", "held"),
    ("recaptured", "escaped"),
    ("recaptured", "held"),
    ("at_large", "escaped"),
    ("at_large", "held"),
    ("dead", "toll"),
    ("side", "toll"),
    ("dead", "held"),
)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Statements that cannot all be true, in words, with the figures that make them."""

    words: str
    given: tuple[Given, ...]
    terms: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Balance:
    """How many prisoners can be at large: at least `low`, at most `high`; None is a bound that does not follow.

    terms:   what is told of the people held, in the order of the account; only what anybody says.
    lines:   the derivation, one step a line, to be printed as it stands.
    assumptions, contradictions: what the bounds rest on, and what speaks against each other.
    aside:   figures that were looked at and are in no term, each with the reason.
    """

    low: Bound
    high: Bound
    terms: tuple[Term, ...]
    lines: tuple[str, ...]
    assumptions: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
    aside: tuple[Aside, ...]


def of_incident(
    incident: Incident,
    incidents: Sequence[Incident],
    told: ById,
    origins: Mapping[ClaimId, Origin] | None = None,
) -> Balance:
    """The balance of an incident with its whole and parts, and of what else tells of the same prisoners."""
    family, related = gather(incident, incidents, told)
    return of(family, related, origins=origins or origins_of.of(tuple(told.values())))


def of(
    family: Sequence[Told], related: Sequence[Told] = (), *, origins: Mapping[ClaimId, Origin] | None = None
) -> Balance:
    """The balance that claims make.

    Args:    family: claims of the break and what belongs to it, from which alone the dead are counted; related:
             others that may be about the same prisoners.
    """
    found = origins or origins_of.of((*family, *related))
    made = account(family, related, found)
    contradictions = tuple(_contradictions(made.terms))
    doubted = frozenset(key for contradiction in contradictions for key in contradiction.terms)
    at_most, at_least = _at_most(made.terms, doubted), _at_least(made.terms, doubted)
    return Balance(
        low=at_least.bound,
        high=at_most.bound,
        terms=tuple(term for term in made.terms.values() if term.is_told),
        lines=(
            *_told(made),
            *_dead(made.terms),
            *at_most.lines,
            *_stayed(made.terms, at_most),
            *at_least.lines,
            *_said(made.terms),
        ),
        assumptions=tuple(
            ASSUMED[key] for key in ASSUMED if key in {*at_most.assumed, *at_least.assumed, "one"}
        ),
        contradictions=contradictions,
        aside=made.aside,
    )


def gather(incident: Incident, incidents: Sequence[Incident], told: ById) -> tuple[list[Told], list[Told]]:
    """The claims of an incident with its whole and parts, and those near it that may be of the same prisoners.

    An incident that tells of prisoners but not of the break (an arrest, a manhunt) is joined to the break that is
    near it, where there is one.
    """
    by_id = {one.id: one for one in incidents}
    family = _family(incident, by_id, told)
    if not any(is_break(one.claim) for one in family):
        breaks = [one for one in incidents if any(is_break(told[claim].claim) for claim in one.claims)]
        near = [one for one in breaks if any(_is_near(told[claim], family) for claim in one.claims)]
        if near:
            family = _family(max(near, key=lambda one: (len(one.claims), one.id)), by_id, told)
    inside = {one.claim.id for one in family}
    related = [one for one in told.values() if one.claim.id not in inside and _is_near(one, family)]
    return family, sorted(related, key=lambda one: one.order)


def _family(incident: Incident, by_id: Mapping[IncidentId, Incident], told: ById) -> list[Told]:
    """The claims of an incident, of its whole and of all parts of that."""
    top = _top(incident, by_id)
    claims = [told[claim] for one in by_id.values() if _top(one, by_id) == top for claim in one.claims]
    return sorted(claims, key=lambda one: one.order)


def _top(incident: Incident, by_id: Mapping[IncidentId, Incident]) -> IncidentId:
    seen = [incident.id]
    while incident.part_of is not None and incident.part_of in by_id and incident.part_of not in seen:
        incident = by_id[incident.part_of]
        seen.append(incident.id)
    return incident.id


def _is_near(one: Told, family: Sequence[Told]) -> bool:
    """Whether a claim may be of the same prisoners: in time, and in place or in one of the same reports."""
    claim = one.claim
    days = [it.claim.when for it in family if it.claim.when]
    if claim.when is not None and days:
        first, last = min(when.start for when in days), max(when.end for when in days)
        if not first - BEFORE <= claim.when.end or not claim.when.start <= last + AFTER:
            return False
    place = _place(claim)
    if place is not None and place in {_place(it.claim) for it in family}:
        return True
    return place is None and one.report.id in {it.report.id for it in family}


def _place(claim: Claim) -> str | None:
    """The town or site that a claim names; a country or a province is none."""
    where = claim.where
    is_wide = where is None or where.precision in {Precision.ADMIN, Precision.COUNTRY}
    return None if is_wide or where is None else where.place_id or where.name


@dataclass(frozen=True, slots=True)
class _Bound:
    """A bound, how it was come by, and the assumptions that it needs."""

    bound: Bound
    lines: tuple[str, ...]
    assumed: frozenset[str] = frozenset()
    rests_on: str = ""


def _told(made: Account) -> Iterator[str]:
    """One line a term: what is told of it, by whom."""
    for term in made.terms.values():
        for it in term.said:
            yield f"{term.name}: {amount(it.low, it.high)} ({_cited(it)})"


def _dead(terms: Mapping[str, Term]) -> Iterator[str]:
    """Why the dead do not lower the bound where nobody says how many of them were prisoners."""
    if terms["dead"].is_told:
        return
    for it in terms["side"].said:
        yield f"of {_of(it)} the words do not say how many were attackers and how many prisoners"
    dead = [_of(it) for key in ("side", "toll") for it in terms[key].said]
    if dead:
        yield f"prisoners who died: not told, from none to all of {_listed(dead)}; none are taken off"


def _of(it: Statement) -> str:
    return f"{amount(it.low, it.high)} dead ({it.given[0].figure.of}; {it.origin.name})"


def _stayed(terms: Mapping[str, Term], at_most: _Bound) -> Iterator[str]:
    """What an upper bound that rests on who was held takes in besides those at large."""
    if at_most.bound and "held" in at_most.rests_on and not terms["inside"].is_told:
        yield f"any of these {at_most.bound:,} may never have got out, or be dead: nobody says how many did"


def _at_most(terms: Mapping[str, Term], doubted: frozenset[str]) -> _Bound:
    """The least of the upper bounds that follow."""
    found = [_of_held(terms, doubted), _of_escaped(terms, doubted)]
    known = [bound for bound in found if bound.bound is not None]
    if known:
        return min(known, key=lambda bound: bound.bound or 0)
    why = [line for bound in found for line in bound.lines]
    return _Bound(None, (f"at most: does not follow, as {_listed(why)}",))


def _of_held(terms: Mapping[str, Term], doubted: frozenset[str]) -> _Bound:
    """Held before, less who is known to be back, dead or released; what contradicts another figure is not taken off."""
    held = terms["held"]
    back = max((terms["recaptured"], terms["inside"]), key=lambda term: term.low or 0)
    known = [term for term in (back, terms["dead"], terms["released"]) if term.low]
    less = [term for term in known if term.key not in doubted]
    if held.high is None:
        return _Bound(None, ("nobody says how many were held at most",))
    left = held.high - sum(term.low or 0 for term in less)
    if "held" in doubted or left < 0:
        return _Bound(None, ("what is said of those who were held contradicts itself",))
    taken = "".join(f" - {term.low:,} {term.name}" for term in less)
    lines = [f"at most: {held.high:,} held before{taken}{f' = {left:,}' if taken else ''}"]
    lines += [
        f"{term.name} is not taken off: it contradicts another figure" for term in known if term not in less
    ]
    assumed = frozenset({"same"} if terms["recaptured"] in less else ())
    return _Bound(left, tuple(lines), assumed, "held")


def _of_escaped(terms: Mapping[str, Term], doubted: frozenset[str]) -> _Bound:
    """Escaped, less who is known to be back; who did not escape is not at large."""
    escaped, back = terms["escaped"], terms["recaptured"]
    if escaped.high is None:
        return _Bound(None, ("nobody says how many escaped at most",))
    if "escaped" in doubted:
        return _Bound(None, ("what is said of those who escaped contradicts itself",))
    left = escaped.high - (back.low or 0)
    taken = f" - {back.low:,} {back.name}" if back.low else ""
    return _Bound(
        left,
        (f"at most: {escaped.high:,} escaped{taken}{f' = {left:,}' if taken else ''}",),
        frozenset({"same", "out"} if taken else ()),
    )


def _at_least(terms: Mapping[str, Term], doubted: frozenset[str]) -> _Bound:
    """Escaped, less the most that can be back, dead or released; only where each of these has an upper bound."""
    escaped, back, dead, released = (terms[key] for key in ("escaped", "recaptured", "dead", "released"))
    why = [
        reason
        for is_so, reason in (
            (escaped.low is None, "nobody says how many got out at least"),
            (not back.is_told, "nobody says how many are back"),
            (
                back.is_told and back.high is None,
                f"{amount(back.low, back.high)} {back.name} has no upper bound",
            ),
            (dead.high is None, "nobody says how many prisoners died at most"),
            (released.is_told and released.high is None, "nobody says how many were released at most"),
            ("escaped" in doubted, "what is said of those who escaped contradicts itself"),
        )
        if is_so
    ]
    if why:
        return _Bound(None, (f"at least: does not follow, as {_listed(why)}",))
    low = (escaped.low or 0) - (back.high or 0) - (dead.high or 0) - (released.high or 0)
    gone = "".join(f" - {term.high:,} {term.name}" for term in (back, dead, released) if term.high)
    line = f"at least: {escaped.low:,} escaped{gone} = {low:,}"
    if low <= 0:
        return _Bound(None, (f"{line}: no bound",))
    return _Bound(low, (line,), frozenset({"same"} if released.is_told else {"same", "kept"}))


def _said(terms: Mapping[str, Term]) -> Iterator[str]:
    """What is said of the number itself: it stands beside the bounds, and is none of them."""
    if not terms["at_large"].is_told:
        yield "nobody says how many are at large"


def _contradictions(terms: Mapping[str, Term]) -> Iterator[Contradiction]:
    """Statements of one term that exclude each other, and statements of two of which one must hold the other."""
    for term in terms.values():
        for k, one in enumerate(term.said):
            for other in term.said[k + 1 :]:
                if _are_apart(one, other):
                    yield _contradiction(term, one, term, other, "cannot both be true")
    for inner, outer in WITHIN:
        for one in terms[inner].said:
            for other in terms[outer].said:
                if ends(one.low, one.high)[0] > ends(other.low, other.high)[1]:
                    yield _contradiction(terms[inner], one, terms[outer], other, "the first cannot be more")


def _contradiction(term: Term, one: Statement, beside: Term, other: Statement, why: str) -> Contradiction:
    words = (
        f"{term.name} {amount(one.low, one.high)} ({_cited(one)}), but "
        f"{beside.name} {amount(other.low, other.high)} ({_cited(other)}): {why}"
    )
    return Contradiction(words, (*one.given, *other.given), (term.key, beside.key))


def _are_apart(one: Statement, other: Statement) -> bool:
    (low, high), (least, most) = ends(one.low, one.high), ends(other.low, other.high)
    return high < least or most < low


def _cited(it: Statement) -> str:
    return f"{it.origin.name}, {it.said}" if it.said else it.origin.name


def amount(low: Bound, high: Bound) -> str:
    """A range in words; a bound that nobody states stays unstated."""
    if low is None and high is None:
        return "not told"
    if low == high:
        return f"{low:,}"
    if low is None:
        return f"at most {high:,}"
    return f"at least {low:,}" if high is None else f"{low:,} to {high:,}"


def _listed(reasons: Sequence[str]) -> str:
    return reasons[0] if len(reasons) == 1 else f"{', '.join(reasons[:-1])}, and {reasons[-1]}"
