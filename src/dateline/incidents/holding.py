"""What a linker holds of claims, their pairs and their incidents -> named bytes, and back.

What is taken out again is what was stowed but for the terms of links, which follow from the claims:
`linking.explained` gives them. Judgements are handed in anew each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dateline.incidents.blocking import Entry, Join
from dateline.incidents.columns import Columns
from dateline.incidents.comparing import Comparer
from dateline.incidents.judging import Decided, Held
from dateline.incidents.stowing import (
    Parts,
    cut_up,
    filled,
    listed,
    numbers,
    stowed,
    strung,
    taken,
    under,
    within,
)
from dateline.records import ClaimId, Incident, IncidentId, Judgement, Link, ReportId, Verdict

Pair = tuple[int, int]
Groups = list[tuple[list[int], dict[int, int]]]
Sign = tuple[Any, ...]


class Edges(dict[int, dict[int, int]]):
    """Of each claim the pairs that hold a part together; stowed ones are unfolded when they are asked for."""

    def __init__(
        self, starts: Sequence[int] = (0,), others: Sequence[int] = (), scores: Sequence[int] = ()
    ) -> None:
        """Hold the pairs that stood so in arrays; of claims above these none."""
        super().__init__()
        self._starts, self._others, self._scores = starts, others, scores

    def __missing__(self, number: int) -> dict[int, int]:
        """The pairs of a claim that has not been asked for."""
        if number + 1 >= len(self._starts):
            raise KeyError(number)
        span = slice(self._starts[number], self._starts[number + 1])
        found = self[number] = dict(zip(self._others[span], self._scores[span], strict=True))
        return found

    def taken(self, number: int) -> dict[int, int]:
        """The pairs of a claim, which holds none from now on."""
        found = self[number]
        self[number] = {}
        return found


class Holding:
    """What a linker knows: claims by number, whom each goes with, and what was made of them."""

    def __init__(self, jobs: int = 1) -> None:
        """Hold nothing yet; `jobs` are the processes to work with where there is much to do."""
        self._jobs = jobs
        self._join = Join()
        self._columns = Columns()  # a claim's number is its place here
        self._comparer = Comparer(self._columns)
        self._number: dict[ClaimId, int] = {}
        self._of_report: dict[ReportId, dict[ClaimId, Held]] = defaultdict(dict)
        self._edges = Edges()  # pairs that hold a part together, with their scores
        self._judgements: tuple[Judgement, ...] = ()
        self._decided = Decided()
        self._same: dict[int, set[int]] = {}
        self._different: dict[int, set[int]] = {}
        self._stale: set[int] = set()  # their parts are to be grouped anew
        self._home: dict[int, int] = {}  # a claim -> the first claim of its incident
        self._made: dict[int, Incident] = {}  # by the incident's first claim
        self._signs: dict[int, Sign] = {}  # what each was made of
        self._left: set[ReportId] = set()  # reports that lost a claim since they were last looked at
        self._before: dict[int, tuple[Sign, Groups]] = {}  # of large pieces, by their first claims

    def __len__(self) -> int:
        """How many claims there are."""
        return len(self._number)

    @property
    def spent(self) -> int:
        """How many claims have come and gone, whose room is not free again."""
        return len(self._columns) - len(self._number)

    @property
    def made(self) -> tuple[Incident, ...]:
        """The incidents as they were last asked for, or as they were stowed, with the judgements of then."""
        return tuple(self._made.values())

    def stow(self) -> dict[str, bytes]:
        """All that is held once incidents have been asked for, as named parts."""
        standing = list(self._number.values())
        held = [
            one for number in standing for one in [self._of_report[self._report(number)][self._claim(number)]]
        ]
        found = under("columns", self._columns.stow()) | under("join", self._join.stow(standing))
        found |= {
            "standing": numbers(standing),
            "ends": numbers(one.end for one in held),
            "quotes": stowed([one.quote for one in held]),
            "decided": stowed([self._decided.same, self._decided.different]),
        }
        near = [self._edges[number] for number in range(len(self._columns))]  # none, of claims that are gone
        found["edges starts"], found["edges others"] = strung(near)
        found["edges scores"] = strung(each.values() for each in near)[1]
        return found | under("made", self._stow_made())

    def _stow_made(self) -> dict[str, bytes]:
        """The incidents, and the pieces of large parts whose groups are still incidents."""
        place = {first: k for k, first in enumerate(self._made)}
        signs = [self._signs[first] for first in self._made]
        wholes = [None if one.part_of is None else str(one.part_of) for one in self._made.values()]
        pieces = {first: before for first, before in self._before.items() if self._is_so(before[1])}
        signed = [sign for sign, _ in pieces.values()]
        found = {
            "wholes": stowed(wholes),
            "judged": stowed({k: sign[2] for k, sign in enumerate(signs) if sign[2]}),
            "ruled": stowed({k: sign[1:] for k, sign in enumerate(signed) if sign[1] or sign[2]}),
        }
        found["starts"], found["claims"] = strung(sign[0] for sign in signs)
        found["best starts"], found["best"] = strung(sign[1] for sign in signs)
        found["pieces starts"], found["pieces"] = strung(sign[0] for sign in signed)
        groups = ([place[members[0]] for members, _ in groups] for _, groups in pieces.values())
        found["groups starts"], found["groups"] = strung(groups)
        return found

    def _is_so(self, groups: Groups) -> bool:
        """Whether groups are incidents as they stand."""
        return all(
            self._signs.get(members[0], ((), ()))[:2] == (tuple(members), tuple(best.values()))
            for members, best in groups
        )

    def restore(self, parts: Parts) -> None:
        """Hold what another held when it was stowed, in place of all else."""
        self.__init__(self._jobs)  # type: ignore[misc]  # as if new
        self._columns.restore(within("columns", parts))
        entries = [self._entry(number) for number in range(len(self._columns))]
        self._join.restore(within("join", parts), entries)
        rows = zip(listed(parts["standing"]), listed(parts["ends"]), taken(parts["quotes"]), strict=True)
        for number, end, quote in rows:
            order = self._columns.orders[number]
            self._number[order[4]] = number
            self._of_report[order[2]][order[4]] = Held(order[3], end, quote, order[4])
        self._edges = Edges(*(filled("q", parts[f"edges {name}"]) for name in ("starts", "others", "scores")))
        pairs = [[(ClaimId(a), ClaimId(b)) for a, b in each] for each in taken(parts["decided"])]
        self._decided = Decided(*map(tuple, pairs))
        self._restore_made(within("made", parts))

    def _restore_made(self, parts: Parts) -> None:
        judged, ruled = ({int(k): v for k, v in taken(parts[name]).items()} for name in ("judged", "ruled"))
        rows = zip(
            cut_up(parts["starts"], parts["claims"]),
            cut_up(parts["best starts"], parts["best"]),
            taken(parts["wholes"]),
            strict=True,
        )
        groups = []
        for k, (members, best, whole) in enumerate(rows):
            first, said = members[0], tuple(_pairs(judged.get(k, ())))
            self._home.update(dict.fromkeys(members, first))
            self._signs[first] = tuple(members), tuple(best), said
            self._made[first] = self._incident(members, best, said, whole)
            groups.append((members, dict(enumerate(best, 1))))
        pieces = cut_up(parts["pieces starts"], parts["pieces"])
        grouped = cut_up(parts["groups starts"], parts["groups"])
        for k, (piece, inside) in enumerate(zip(pieces, grouped, strict=True)):
            same, different = ruled.get(k, ((), ()))
            self._before[piece[0]] = (
                (tuple(piece), _pairs(same), _pairs(different)),
                [groups[at] for at in inside],
            )

    def _incident(
        self, members: Sequence[int], best: Sequence[int], judged: Iterable[Pair], whole: str | None
    ) -> Incident:
        """An incident with its links, which lack their terms."""
        said = set(judged)
        pairs = {(members[before], members[at]) for at, before in enumerate(best, 1)} | said
        place = {number: k for k, number in enumerate(members)}
        links = tuple(
            Link(self._claim(a), self._claim(b), (), Verdict.SAME if (a, b) in said else None)
            for a, b in sorted(pairs, key=lambda pair: (place[pair[1]], place[pair[0]]))
        )
        claims = tuple(map(self._claim, members))
        return Incident(
            IncidentId(f"i{claims[0]}"), claims, None if whole is None else IncidentId(whole), links
        )

    def _order(self, number: int) -> tuple[object, ...]:
        return self._columns.orders[number]

    def _report(self, number: int) -> ReportId:
        return self._columns.orders[number][2]

    def _claim(self, number: int) -> ClaimId:
        return self._columns.orders[number][4]

    def _entry(self, number: int) -> Entry:
        return self._columns.day(number), self._columns.orders[number], number


def _pairs(rows: Iterable[Sequence[int]]) -> list[Pair]:
    return [(a, b) for a, b in rows]


def sizes(parts: Mapping[str, bytes]) -> int:
    """How many bytes parts take."""
    return sum(map(len, parts.values()))
