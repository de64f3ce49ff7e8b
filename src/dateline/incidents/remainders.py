"""Figures of people hit and of people killed, with a rule -> how many were injured: those who were hit less the dead.

"Five people were shot, one of them fatally" says of nobody that he was injured, and yet of how many.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.incidents.counts import Bound
from dateline.incidents.rules import Combined, Given, Rule
from dateline.incidents.statements import is_lone
from dateline.records import Measure

INJURED, KILLED, HIT = "injured", "killed", "casualties"


def needed(given: Sequence[Given], measure: str) -> bool:
    """Whether a measure may have to be worked out: the injured, where both the hit and the dead are counted."""
    told = {str(one.figure.measure) for one in given}
    return measure == INJURED and {HIT, KILLED} <= told


def injured(rule: Rule, given: Sequence[Given], stated: Combined | None) -> Combined | None:
    """How many were injured, by the numbers of the hit and of the dead, where nobody gives a number of the injured.

    Args:    given: all figures of an incident; stated: what the rule makes of the figures of the injured.
    Returns: what is stated where that says more; None where nothing follows.
    """
    if rule.each or (rule.measures is not None and INJURED not in rule.measures):
        return stated
    hit, dead = (rule([one for one in given if one.figure.measure == m], None, m) for m in (HIT, KILLED))
    best = _less(hit.best, dead.best)
    if best is None or (stated is not None and not _says_less(stated, best)):
        return stated
    low, high = _less(hit.low, dead.high), _less(hit.high, dead.low)
    used, aside = (*hit.used, *dead.used), (*hit.aside, *dead.aside)
    if stated is not None:
        used, aside = (*used, *stated.used), (*aside, *stated.aside)
        low = max(low or 0, stated.low or 0)
    return replace(
        hit, measure=Measure(INJURED), low=low or None, best=best, high=high, used=used, aside=aside
    )


def _less(hit: Bound, dead: Bound) -> Bound:
    return None if hit is None or dead is None or hit < dead else hit - dead


def _says_less(stated: Combined, best: int) -> bool:
    """Whether the injured are told of one by one only, and fewer than must have been."""
    return (stated.best or stated.low or 0) < best and all(map(is_lone, stated.used))
