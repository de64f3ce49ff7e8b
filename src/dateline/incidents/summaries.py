"""The claims of one incident -> the few words that head it: what, when, where, who to whom.

A heading settles nothing: it takes what most claims say, and of as many the closest. What other claims say
stands beside it in the incident's figures and words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from dateline.records import Actor, Kind, Precision, Status, Told, When, Where

V = TypeVar("V")

# A claim that something was denied, planned or threatened heads an incident only where no other claim does.
FIRM = (Status.HAPPENED, Status.ONGOING, Status.STOCK)
CLOSENESS = {Precision.EXACT: 0, Precision.NEAR: 1, Precision.ADMIN: 2, Precision.COUNTRY: 3}


@dataclass(frozen=True, slots=True)
class Summary:
    """How an incident is headed; a field that no claim fills is None or empty.

    `statuses` are all those that its claims have, the firmest first.
    """

    kind: Kind
    when: When | None
    where: Where | None
    actors: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    statuses: tuple[Status, ...]


def of(told: Sequence[Told]) -> Summary:
    """The heading of one incident, from its claims in their order."""
    firm = [t for t in told if t.claim.status in FIRM] or list(told)
    kind = _first(Counter(t.claim.kind for t in firm))
    # Of the same kind first: the curfew after an attack has another doer than the attack.
    claims = [t.claim for t in firm if t.claim.kind == kind]
    others = [t.claim for t in firm if t.claim.kind != kind]
    days, places = ([c.when for c in claims if c.when], [c.where for c in claims if c.where])
    return Summary(
        kind=kind,
        when=_most(days or [c.when for c in others if c.when], lambda w: w, _breadth),
        where=_most(
            places or [c.where for c in others if c.where], lambda w: w.place_id or w.name, _coarseness
        ),
        actors=_agreed(c.actors for c in claims),
        targets=_agreed(c.targets for c in claims),
        statuses=tuple(s for s in Status if any(t.claim.status is s for t in told)),
    )


def _first(counts: Counter[Kind]) -> Kind:
    """The kind that most claims have; of as many, the one that was told first."""
    return counts.most_common(1)[0][0]


def _most(values: Iterable[V], same: Callable[[V], Hashable], width: Callable[[V], float]) -> V | None:
    """The closest of those that most agree on; what says less than others is no rival to them."""
    kept = list(values)
    if not kept:
        return None
    closest = min(map(width, kept))
    # Twice as wide is another precision: a month does not outvote the day within it.
    rivals = [v for v in kept if width(v) <= 2 * closest]
    counts = Counter(map(same, rivals))
    return min(rivals, key=lambda v: (-counts[same(v)], width(v)))


def _breadth(when: When) -> float:
    return (when.end - when.start + timedelta(days=1)).days


def _coarseness(where: Where) -> float:
    return 1 << 2 * CLOSENESS[where.precision]


def _agreed(sides: Iterable[Sequence[Actor]]) -> tuple[Actor, ...]:
    """Those that at least half of the claims name which name anybody; of rarer ones, the one named most."""
    named = [side for side in sides if side]
    counts = Counter(actor.name for side in named for actor in dict.fromkeys(side))
    first = {actor.name: actor for side in reversed(named) for actor in reversed(side)}
    known = [name for name, count in counts.items() if 2 * count >= len(named)]
    return tuple(first[name] for name in (known or [name for name, _ in counts.most_common(1)]))
