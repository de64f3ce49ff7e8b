"""Told claims and people's judgements -> incidents: each claim in exactly one.

What comes out is a function of the set of claims and judgements alone: not of their order, nor of whether they
came at once or one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from dateline import lexicons
from dateline.incidents import parts, scoring
from dateline.incidents.blocking import Meetings
from dateline.incidents.clustering import MOST, Pair, average_link, cut, edges_inside, likest
from dateline.incidents.features import Traits, Wording, read_words, traits
from dateline.incidents.holding import Groups, Holding, Sign
from dateline.incidents.judging import decided
from dateline.incidents.packing import Packed, by_report, packed
from dateline.incidents.sharing import share
from dateline.records import ClaimId, Incident, IncidentId, Judgement, Link, ReportId, Told, Verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

# A pair with less than this holds no part together: the average of two groups may be above 0 although some
# of their pairs are a little below. Units: hundredths of log-odds.
EDGE: int = round(lexicons.load("linking")["blocking"]["edge"] * scoring.HUNDREDTHS)


# Pieces above so many claims are not grouped again where nothing in them changed.
LARGE = 10
NOTHING: tuple[Sign | None, Groups] = (None, [])
Made = tuple[Sign, Incident]
NEVER: tuple[None, None] = (None, None)
AT_ONCE = 1 << 16  # pairs of small pieces that are compared at once
EMPTY = np.zeros(0, dtype=np.int64)
# So many claims are worth sharing out: below it, to copy a process takes longer.
MANY = 3_000


def reconcile(
    told: Iterable[Told], judgements: Sequence[Judgement] = (), *, jobs: int = 1
) -> tuple[Incident, ...]:
    """Group claims that tell of one happening.

    Args:    claims in any order; judgements by people, in any order; jobs: processes to link many claims with.
    Returns: incidents in the order of their first claims, each claim in exactly one.
    """
    linker = Linker(jobs)
    linker.add(told)
    linker.judge(judgements)
    return linker.incidents()


def explain(one: Told, other: Told) -> Link:
    """How two claims compare, field by field; no judgement is asked for."""
    return scoring.link(traits(one, read_words(one.report)), traits(other, read_words(other.report)))


class Linker(Holding):
    """Incidents of a ledger that grows: after each change only what it touches is grouped anew."""

    def add(self, told: Iterable[Told]) -> None:
        """Take claims in; one that is held under the same id is replaced."""
        claims = {one.claim.id: one for one in told}
        if len(self._columns):
            self.withdraw(claims)
            self._add(packed(by_report(claims.values())))
        else:
            self._fill(list(by_report(claims.values())), self._shares(len(claims)))

    def _shares(self, claims: int) -> int:
        return self._jobs if claims >= MANY else 1

    def _fill(self, groups: list[list[Told]], shares: int) -> None:
        """Take in all claims at once: each pair is compared when it is known which ones are joined."""
        first, *others = share(shares, lambda k: packed(groups[k::shares]))
        while others:
            first.extend(others.pop(0))
        self._enter(first)
        meetings = self._join.fill(first.keys, [self._entry(number) for number in range(len(self._columns))])
        for ones, others_, scores in share(shares, lambda k: self._compared(meetings, k, shares)):
            for a, b, score in zip(ones.tolist(), others_.tolist(), scores.tolist(), strict=True):
                self._edges[a][b] = self._edges[b][a] = score

    def _compared(self, meetings: Meetings, of: int, shares: int) -> tuple[Numbers, Numbers, Numbers]:
        """The pairs of a share of the claims with earlier ones that hold a part together, with their scores."""
        found = [(EMPTY, EMPTY, EMPTY)]
        for ones, others in meetings.pairs(np.arange(of, len(self._columns), shares)):
            at, scores = self._comparer.reaching(ones, others, EDGE)
            found.append((ones[at], others[at], scores))
        ones, others, scores = (np.concatenate(part) for part in zip(*found, strict=True))
        return ones, others, scores

    def withdraw(self, claims: Iterable[ClaimId]) -> None:
        """Let claims go; ids that are not held are passed over."""
        for claim in claims:
            number = self._number.pop(claim, None)
            if number is not None:
                self._remove(number)

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Say which judgements stand, in place of those given before."""
        self._judgements = tuple(judgements)

    def incidents(self) -> tuple[Incident, ...]:
        """What the claims amount to now, in the order of their first claims."""
        self._decide()
        stale = list(self._stale_parts())
        before: dict[int, Made] = {}
        for part in stale:
            for number in part:
                first = self._home.pop(number, -1)
                if first in self._made:
                    before[first] = self._signs.pop(first), self._made.pop(first)
        grouped = self._all_grouped([piece for part in stale for piece in self._pieces(part)])
        made = [group for groups in grouped for group in groups]
        fresh = [group for group in made if not self._keep(*group, before)]
        for numbers, best in fresh:
            self._make(numbers, best)
        self._nest({self._report(number) for numbers, _ in fresh for number in numbers})
        # Kept in order, so that the next time only what is new has to find its place.
        self._made = {number: self._made[number] for number in sorted(self._made, key=self._order)}
        return tuple(self._made.values())

    def _all_grouped(self, pieces: list[list[int]]) -> list[Groups]:
        """The groups of pieces; a piece with the same claims and judgements as before has the same ones."""
        signs = [self._sign(piece) for piece in pieces]
        fresh = [k for k, piece in enumerate(pieces) if self._before.get(piece[0], NOTHING)[0] != signs[k]]
        fresh.sort(key=lambda k: -len(pieces[k]))  # so that the shares are alike
        shares = self._shares(sum(len(pieces[k]) for k in fresh))
        found = share(shares, lambda of: list(self._grouped([pieces[k] for k in fresh[of::shares]])))
        made = {k: found[at % shares][at // shares] for at, k in enumerate(fresh)}
        for k, piece in enumerate(pieces):
            if k not in made:
                made[k] = self._before[piece[0]][1]
            elif len(piece) > LARGE:
                self._before[piece[0]] = signs[k], made[k]
        return [made[k] for k in range(len(pieces))]

    def _sign(self, piece: list[int]) -> Sign:
        """What a piece's groups follow from: its claims, whose scores never change, and what people say of them."""
        if len(piece) <= LARGE:
            return ()
        place = {number: i for i, number in enumerate(piece)}
        return tuple(piece), _inside(place, self._same), _inside(place, self._different)

    def _enter(self, claims: Packed) -> range:
        """Hold more claims; gives their numbers."""
        numbers = range(len(self._columns), len(self._columns) + len(claims.held))
        self._columns.extend(claims.columns)
        for number, one in zip(numbers, claims.held, strict=True):
            self._edges[number] = {}
            self._number[one.claim] = number
            self._of_report[self._report(number)][one.claim] = one
        self._stale.update(numbers)
        return numbers

    def _add(self, claims: Packed) -> None:
        """Take in a few claims: each is compared with its neighbours, and neighbours that it parts are parted."""
        numbers = self._enter(claims)
        loose: set[Pair] = set()
        for number in numbers:
            loose |= self._join.add(self._entry(number), claims.keys.of(number - numbers[0]))
        self._compare([(a, b) for a in numbers for b in self._join.partners(a) if b < a])
        for a, b in loose:
            if b in self._edges[a] and not self._join.is_joined(a, b):
                del self._edges[a][b], self._edges[b][a]
                self._stale |= {a, b}

    def _remove(self, number: int) -> None:
        report, claim = self._report(number), self._claim(number)
        first = self._home.pop(number, -1)
        self._made.pop(first, None)
        self._signs.pop(first, None)
        del self._of_report[report][claim]
        self._left.add(report)
        for other in self._edges.taken(number):
            del self._edges[other][number]
            self._stale.add(other)
        self._stale.discard(number)
        gained = [(a, b) for a, b in self._join.remove(number) if b not in self._edges[a]]
        self._compare(sorted((a, b) for a, b in gained if self._join.is_joined(a, b)))

    def _compare(self, pairs: Sequence[Pair]) -> None:
        """Compare claims; those of pairs with one first claim stand together."""
        if not pairs:
            return
        ones, others = np.array(pairs, dtype=np.int64).T
        at, scores = self._comparer.reaching(ones, others, EDGE)
        for k, score in zip(at.tolist(), scores.tolist(), strict=True):
            a, b = pairs[k]
            self._edges[a][b] = self._edges[b][a] = score
            self._stale |= {a, b}

    def _decide(self) -> None:
        """Find the claims that the judgements are about, and mark those for which something changed."""
        now = decided(self._judgements, lambda report: self._of_report.get(report, {}).values())
        for before, after in zip(self._decided, now, strict=True):
            changed = set(before) ^ set(after)
            self._stale.update(self._number[c] for pair in changed for c in pair if c in self._number)
        self._decided = now
        self._same = self._paired(now.same)
        self._different = self._paired(now.different)

    def _paired(self, pairs: Iterable[tuple[ClaimId, ClaimId]]) -> dict[int, set[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for one, other in pairs:
            a, b = self._number[one], self._number[other]
            found[a].add(b)
            found[b].add(a)
        return found

    def _stale_parts(self) -> Iterator[list[int]]:
        """The connected parts that hold something stale, each in the order of its claims."""
        while self._stale:
            first = self._stale.pop()
            part, todo = {first}, [first]
            while todo:
                number = todo.pop()
                fresh = (self._edges[number].keys() | self._same.get(number, set())) - part
                part |= fresh
                todo += fresh
            self._stale -= part
            yield sorted(part, key=self._order)

    def _pieces(self, part: list[int]) -> Iterator[list[int]]:
        """A connected part, cut where it holds least as long as it is too large to be grouped at once."""
        if len(part) <= MOST:
            yield part
            return
        place = {number: i for i, number in enumerate(part)}
        pieces = cut(len(part), edges_inside(part, self._edges), _inside(place, self._same))
        if len(pieces) == 1:  # judged to be one, whatever its size
            yield part
            return
        for piece in pieces:
            yield from self._pieces([part[i] for i in piece])

    def _grouped(self, pieces: Iterable[list[int]]) -> Iterator[Groups]:
        """Of each piece the incidents, each with the earlier claim that a claim of it is likest to."""
        for piece, scores in self._scored(pieces):
            if len(piece) == 1:
                yield [(piece, {})]
                continue
            place = {number: i for i, number in enumerate(piece)}
            groups = average_link(
                scores,
                _inside(place, self._same),
                _inside(place, self._different),
                tellers=[self._report(number) for number in piece],
            )
            yield [([piece[i] for i in group], likest(group, scores)) for group in groups]

    def _scored(self, pieces: Iterable[list[int]]) -> Iterator[tuple[list[int], Numbers]]:
        """Pieces with the score of each two of their claims; many small ones are compared at once."""
        lot: list[list[int]] = []
        pairs = 0
        for piece in pieces:
            lot.append(piece)
            pairs += len(piece) * (len(piece) - 1) // 2
            if pairs > AT_ONCE:
                yield from self._scored_at_once(lot)
                lot, pairs = [], 0
        yield from self._scored_at_once(lot)

    def _scored_at_once(self, pieces: list[list[int]]) -> Iterator[tuple[list[int], Numbers]]:
        corners = [np.triu_indices(len(piece), 1) for piece in pieces]
        numbers = [np.array(piece) for piece in pieces]
        ones, others = (
            np.concatenate([EMPTY, *(of[at[k]] for of, at in zip(numbers, corners, strict=True))])
            for k in (0, 1)
        )
        scores = self._comparer.scores(ones, others)
        start = 0
        for piece, corner in zip(pieces, corners, strict=True):
            end = start + len(corner[0])
            table = np.zeros((len(piece), len(piece)), dtype=np.int64)
            table[corner] = table.T[corner] = scores[start:end]
            start = end
            yield piece, table

    def _keep(self, numbers: Sequence[int], best: dict[int, int], before: Mapping[int, Made]) -> bool:
        """Say where claims of an incident are now; and whether it is as it was before, with its links."""
        first, judged = numbers[0], self._judged(numbers)
        self._home.update(dict.fromkeys(numbers, first))
        self._signs[first] = tuple(numbers), tuple(best.values()), tuple(sorted(judged))
        sign, made = before.get(first, NEVER)
        if made is None or sign != self._signs[first]:
            return False
        self._made[first] = made
        return True

    def _judged(self, numbers: Sequence[int]) -> set[Pair]:
        """The pairs of claims that people put together, the earlier one first."""
        return {(a, b) for a in numbers for b in self._same.get(a, ()) if self._order(a) < self._order(b)}

    def _make(self, numbers: Sequence[int], best: dict[int, int]) -> None:
        """Make an incident: each claim after the first with the link to the earlier one that it is likest to."""
        known = {number: self._columns.traits(number) for number in numbers} if len(numbers) > 1 else {}
        pairs = {(numbers[before], numbers[at]) for at, before in best.items()}
        judged = self._judged(numbers)
        links = [
            scoring.link(known[a], known[b], Verdict.SAME if (a, b) in judged else None)
            for a, b in pairs | judged
        ]
        order = {self._claim(n): i for i, n in enumerate(numbers)}
        links.sort(key=lambda link: (order[link.other], order[link.one]))
        first = IncidentId(f"i{self._claim(numbers[0])}")
        self._made[numbers[0]] = Incident(first, tuple(order), None, tuple(links))

    def _nest(self, changed: set[ReportId]) -> None:
        """Say anew what is part of what, among the incidents that a changed report tells of."""
        changed |= self._left
        self._left = set()
        firsts = {
            self._home[self._number[claim]] for report in changed for claim in self._of_report.get(report, ())
        }
        for first in firsts:
            made = self._made[first]
            ours = self._outline(first)
            near = {
                self._home[self._number[claim]]
                for report in ours.reports
                for claim in self._of_report[report]
            }
            whole = parts.whole_of(ours, [self._outline(other) for other in near - {first}])
            if whole != made.part_of:
                self._made[first] = replace(made, part_of=whole)

    def _outline(self, first: int) -> parts.Outline:
        made = self._made[first]
        return parts.outline(made.id, [self._columns.setting(self._number[claim]) for claim in made.claims])


def _inside(place: dict[int, int], pairs: dict[int, set[int]]) -> list[Pair]:
    """The judged pairs inside a part, by their places in it."""
    return sorted(
        (place[a], place[b]) for a in place for b in pairs.get(a, ()) if b in place and place[a] < place[b]
    )


def explained(links: Iterable[Link], told: Mapping[ClaimId, Told]) -> tuple[Link, ...]:
    """Links that lack their terms, with them: they follow from the claims. Each report's words are read once."""
    words: dict[ReportId, Wording] = {}
    seen: dict[ClaimId, Traits] = {}

    def of(claim: ClaimId) -> Traits:
        if claim not in seen:
            one = told[claim]
            if one.report.id not in words:
                words[one.report.id] = read_words(one.report)
            seen[claim] = traits(one, words[one.report.id])
        return seen[claim]

    return tuple(scoring.link(of(link.one), of(link.other), link.verdict) for link in links)
