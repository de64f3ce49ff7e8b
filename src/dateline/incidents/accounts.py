"""Claims about a place of detention that was broken into -> the terms of an account of the people held there.

Each term is what its statements come to together, an origin once: from the least to the most that any of them
stands by. A figure that may be about other people goes into no term and is listed with the reason.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline import lexicons
from dateline.incidents.counts import Bound
from dateline.incidents.groups import group_of
from dateline.incidents.origins import Origin
from dateline.incidents.rules import Answer, closest, hull, once_an_origin
from dateline.incidents.statements import Aside, Given, Statement, given_by, state
from dateline.records import Actor, Claim, ClaimId, ReportId, Status, Told

_LEXICON = lexicons.load("balance")
HELD = frozenset(_LEXICON["held"]["words"])
PRISONS = frozenset(_LEXICON["prisons"]["words"])
BREAK_KINDS = frozenset(_LEXICON["breakers"]["kinds"])
# Takes " of them were still at large", not " had escaped and others are at large".
AT_LARGE = re.compile(
    r"(?: of (?:them|these|those))?(?: (?:are|were|is|was|remain|remained|still|yet)){1,3}"
    rf" (?:{'|'.join(map(re.escape, _LEXICON['at_large']['words']))})\b"
)
# "were held there before the attack": the words outrank the day, which may be that of the attack.
BEFORE = re.compile(rf"\bbefore (?:the|this|that) (?:\w+ )?(?:{'|'.join(_LEXICON['breakers']['words'])})\b")
# What each term is called, in the order of the account.
NAMES: Mapping[str, str] = _LEXICON["terms"]


NOTHING = Answer(None, None, None, ())


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the account: its bounds and the statements that they rest on. None is a bound nobody states."""

    key: str
    low: Bound
    high: Bound
    said: tuple[Statement, ...]

    @property
    def name(self) -> str:
        """What the term is called."""
        return NAMES[self.key]

    @property
    def is_told(self) -> bool:
        """Whether anybody says anything of it."""
        return bool(self.said)


@dataclass(frozen=True, slots=True)
class Account:
    """All terms by key, told or not, and the figures that were looked at and set aside."""

    terms: Mapping[str, Term]
    aside: tuple[Aside, ...]


@dataclass(frozen=True, slots=True)
class _Setting:
    """When the place was broken into, who did it, and who holds the people."""

    day: date | None
    breakers: frozenset[str]
    holders: frozenset[str]
    texts: Mapping[ReportId, str]


def account(family: Sequence[Told], related: Sequence[Told], origins: Mapping[ClaimId, Origin]) -> Account:
    """The account that claims make.

    Args:    family: claims of the break itself and what belongs to it; related: others that may be about the
             same prisoners. Of these the dead of that day alone are looked at.
    """
    setting = _setting(family, related)
    inside = {one.claim.id for one in family}
    roles: dict[str, list[Given]] = defaultdict(list)
    aside: list[Aside] = []
    for one in given_by((*family, *related), origins):
        key, why = _role(one, setting)
        is_theirs = one.claim.id in inside or _is_that_day(one.claim, setting)
        if key in {"toll", "side"} and not is_theirs:
            continue
        if key:
            roles[key].append(one)
        elif why:
            aside.append((one, why))
    terms = {}
    for key in NAMES:
        terms[key], more = _term(key, roles[key])
        aside += more
    return Account(terms, tuple(aside))


def _is_that_day(claim: Claim, setting: _Setting) -> bool:
    when = claim.when
    return when is not None and setting.day is not None and when.start <= setting.day <= when.end


def _term(key: str, given: Sequence[Given]) -> tuple[Term, list[Aside]]:
    made, unusable = state(given, as_one=key != "toll")
    said, passed = once_an_origin([it for it in made if it.whole])
    kept, vaguer = closest(said)
    answer = hull(kept, vaguer) if kept else NOTHING
    over = [(one, why) for it, why in (*passed, *answer.aside) for one in it.given]
    return Term(key, answer.low, answer.high, answer.used), [*unusable, *over]


def _setting(family: Sequence[Told], related: Sequence[Told]) -> _Setting:
    told = (*family, *related)
    breaks = [one.claim for one in family if is_break(one.claim)]
    days = sorted(claim.when.start for claim in breaks if claim.when)
    breakers = {actor.name for claim in breaks for actor in claim.actors}
    keepers = [one.claim for one in told if one.claim.kind == "detention" or _takes_back(one.claim)]
    return _Setting(
        days[0] if days else None,
        frozenset(breakers),
        frozenset(actor.name for claim in keepers for actor in claim.actors) - breakers,
        {one.report.id: one.report.text for one in told},
    )


def _takes_back(claim: Claim) -> bool:
    return any(figure.measure == "captured" and _counts_held(claim, figure.of) for figure in claim.figures)


def is_break(claim: Claim) -> bool:
    """Whether a claim tells of the attack on the place itself."""
    if claim.status is not Status.HAPPENED:
        return False
    return claim.kind == "prison_break" or (
        claim.kind in BREAK_KINDS and any(PRISONS & _words(target.name) for target in claim.targets)
    )


def _role(one: Given, setting: _Setting) -> tuple[str | None, str]:
    """The term that a figure belongs to; else None and why not, with no reason where it is about something else."""
    claim, figure = one.claim, one.figure
    is_held = figure.victim == "prisoner" or _counts_held(claim, figure.of)
    decide = _BY_MEASURE.get(str(figure.measure))
    return decide(one, setting, is_held) if decide else (None, "")


def _detained(one: Given, setting: _Setting, is_held: bool) -> tuple[str | None, str]:
    when = one.claim.when
    if not is_held:
        return None, "not said to be prisoners"
    if BEFORE.search(setting.texts[one.claim.report], one.figure.span.end, one.claim.evidence.end):
        return "held", ""
    if when is None:
        return None, "no day is told, so they may be others"
    return ("held" if setting.day is None or when.start <= setting.day else "inside"), ""


def _escaped(one: Given, setting: _Setting, is_held: bool) -> tuple[str | None, str]:
    del is_held  # who escapes was held
    is_number_now = one.claim.status is Status.STOCK or _is_at_large(one, setting.texts[one.claim.report])
    return ("at_large" if is_number_now else "escaped"), ""


def _is_at_large(one: Given, text: str) -> bool:
    """Whether the words after a figure say that these are still out: "61 of them were still at large"."""
    end = one.figure.span.end
    return AT_LARGE.match(text[end : max(end, one.claim.evidence.end)]) is not None


def _released(one: Given, setting: _Setting, is_held: bool) -> tuple[str | None, str]:
    who = {actor.name for actor in one.claim.actors}
    if group_of(one.claim, one.figure) in {"security forces", "civilian"}:
        return None, "not said to be prisoners"
    if who & setting.breakers or (is_held and one.claim.kind in BREAK_KINDS):
        return "escaped", ""
    if is_held and who & setting.holders:
        return "released", ""
    return None, "not said who let them go" if is_held else "not said to be prisoners"


def _returned(one: Given, setting: _Setting, is_held: bool) -> tuple[str | None, str]:
    when = one.claim.when
    if not is_held:
        return None, "not said to be prisoners"
    if when is not None and setting.day is not None and when.end < setting.day:
        return None, "before the break"
    return "recaptured", ""


def _killed(one: Given, setting: _Setting, is_held: bool) -> tuple[str | None, str]:
    if is_held:
        return "dead", ""
    group = group_of(one.claim, one.figure)
    if group is None:
        return "toll", ""
    return ("side", "") if group in setting.breakers else (None, "")


def _missing(one: Given, setting: _Setting, is_held: bool) -> tuple[str | None, str]:
    del one, setting
    return ("missing", "") if is_held else (None, "")


_BY_MEASURE = {
    "detained": _detained,
    "escaped": _escaped,
    "released": _released,
    "captured": _returned,
    "surrendered": _returned,
    "killed": _killed,
    "missing": _missing,
}


# The measures whose figures can be about people who are or were held.
MEASURES = frozenset(_BY_MEASURE)


def _counts_held(claim: Claim, of: str) -> bool:
    """Whether a figure counts people who are or were held, by its own words or by whom the act befell."""
    named: tuple[Actor, ...] = claim.targets
    return bool(HELD & _words(of)) or any(HELD & _words(target.name) for target in named)


def _words(text: str) -> set[str]:
    return set(text.casefold().replace("-", " ").split())
