"""A claim and what people judged of such values -> the claim with a score a field.

A score is the share of the values decided by the same rule, in the same circumstances, that people found
right when they read them against their reports. What was judged seldom leans on what it is a case of: a
circumstance on its rule, a rule on its field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from dateline import lexicons
from dateline.records import Actor, Claim, Decision, Score, Source

# A row of the table counts as if so many more values had been judged, at the rate of what it is a case of:
# with 8, three of three right is .85 of a field at .8, and thirty of thirty .96.
LEANING = 8
# The rule of a mention, at the start of a decision's note: takes "times.weekday: Monday", not "at the gate".
MENTION_RULE = re.compile(r"(?:times|places)\.\w+")
NO_RULE = "no rule"


def scored(claim: Claim) -> Claim:
    """The claim with a score for every field that has a value."""
    return replace(claim, scores=tuple(_scores(claim)))


def _scores(claim: Claim) -> Iterator[Score]:
    facts: dict[str, tuple[str, ...]] = {
        "kind": (claim.kind,),
        "status": (claim.status.value,),
        "when": (claim.when.precision,) if claim.when else (),
        "where": (claim.where.precision.value,) if claim.where else (),
        "actor": (_sort(claim.actors),) if claim.actors else (),
        "target": (_sort(claim.targets),) if claim.targets else (),
    }
    last = {d.field: d for d in claim.decisions}
    yield from (_score(field, _chain(last.get(field), *said)) for field, said in facts.items() if said)
    if claim.figures:
        yield _figures_score(claim)
    yield _score("source", _chain(last.get("source"), claim.source.type, _sort((claim.source,))))


def _figures_score(claim: Claim) -> Score:
    """The score of a claim's figures, which are as good as the worst of them."""
    read = [d for d in claim.decisions if d.field == "figure"]
    found = [_score("figures", _chain(d, d.note)) for d in read]
    return min(found, key=lambda score: score.value, default=_score("figures", (NO_RULE,)))


def _chain(decision: Decision | None, *facts: str) -> tuple[str, ...]:
    """What a value rests on, from the most general to the most special: rule, mention's rule, facts."""
    if decision is None:
        return (NO_RULE, *facts)
    inner = MENTION_RULE.match(decision.note)
    return (decision.rule, *((inner[0],) if inner else ()), *facts)


def _sort(parties: Sequence[Actor | Source]) -> str:
    """Whether who takes part is known by name, or by a plain word of the report; or is just civilians."""
    names = [party.name for party in parties]
    if names == ["civilians"]:
        return "civilians"
    return "named" if all(not name.islower() for name in names) else "plain"


@cache
def _score(field: str, chain: tuple[str, ...]) -> Score:
    """The score of a field that rests on a chain of facts."""
    table: dict[str, list[int]] = lexicons.load("confidence")[field]
    tops = [counts for name, counts in table.items() if ", " not in name]
    right, judged = sum(c[0] for c in tops), sum(c[1] for c in tops)
    value, basis, known = right / judged, f"all of {field}", (0, 0)
    for length in range(1, len(chain) + 1):
        name = ", ".join(chain[:length])
        if name in table:
            right, judged = table[name]
            value = (right + LEANING * value) / (judged + LEANING)
            basis, known = name, (judged, right)
    return Score(field, round(value, 2), basis, *known)
