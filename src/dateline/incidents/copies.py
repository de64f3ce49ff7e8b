"""Reports -> for each the earliest report that it copies; claims -> those told word for word elsewhere before.

A copy is found by MinHash over runs of words, then proved by comparing the runs themselves, so the sketch
decides only what is looked at. What is compared is the body; furniture and headlines differ in every outlet.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

import numpy as np

from dateline import lexicons
from dateline.incidents.columns import spread
from dateline.incidents.sharing import share
from dateline.records import Report, ReportId, SectionKind, Told

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Bands of two rows: a third of the runs in common is found 998 times in 1,000, a twentieth one time in seven.
BANDS, ROWS = 64, 2
WORD = re.compile(r"\w+")
BODY = frozenset({SectionKind.BODY, SectionKind.STANDFIRST})
OWN_VOICE = "report"

Runs = frozenset[bytes]
LARGEST = 2**63 - 1  # what a ledger's integers reach
MANY = 2_000  # reports that are worth sharing out
RARE = 50  # reports that bear a run by which copies of each are found
AT_ONCE = 500  # reports whose runs are looked for in another at one time
MARKS = 1 << 20  # places in which runs are marked: some fall into one place, and are looked at once more


class Sketch(NamedTuple):
    """What is kept of a report to find its copies by: bands, of which copies share one, and a hash of each run."""

    bands: tuple[int, ...]
    runs: NDArray[np.uint32]


Known = dict[ReportId, tuple[Report, Sketch]]


def first_tellings(
    reports: Sequence[Report], *, jobs: int = 1, known: Known | None = None
) -> dict[ReportId, ReportId]:
    """For each report the first of those that it is a copy of; itself where it copies none.

    Args:    reports: earliest first; jobs: processes to sketch many reports with; known: sketches of before, to
             which those of these reports are added.
    """
    likes = earliest_alike(reports, jobs=jobs, known={} if known is None else known)
    return roots_of({report.id: reports[like].id for report, like in zip(reports, likes, strict=True)})


def roots_of(likes: Mapping[ReportId, ReportId]) -> dict[ReportId, ReportId]:
    """For each report the first of those that it is a copy of, given the earliest that each is alike to, in order."""
    roots: dict[ReportId, ReportId] = {}
    for report, like in likes.items():
        roots[report] = report if like == report else roots[like]
    return roots


def earliest_alike(reports: Sequence[Report], *, jobs: int, known: Known) -> list[int]:
    """For each report the place of the earliest that is alike, or its own."""
    earlier = _Earlier(_sketches(reports, jobs, known))
    found = []
    for k, report in enumerate(reports):
        likely = earlier.likely(k)
        runs = None
        for other in likely:
            runs = runs_of(report) if runs is None else runs
            if are_alike(runs, runs_of(reports[other])):
                found.append(other)
                break
        else:
            found.append(k)
    return found


class _Earlier:
    """Which earlier reports share a band with one and can have enough runs in common: rather too many than too few.

    Reports of one war share phrases, so that bands bring many together that are no copies, and more the more there
    are. Two of which the shorter has few common phrases can only be copies if they share a run that few bear; so for
    most reports only the bearers of such runs are looked at.
    """

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        self._sketches = sketches
        self._lengths = np.array([len(sketch.runs) for sketch in sketches], dtype=np.int64)
        self._starts = np.append(0, np.cumsum(self._lengths))
        runs = np.concatenate([np.zeros(0, dtype=np.uint32), *(sketch.runs for sketch in sketches)])
        self._slots = (runs & (MARKS - 1)).astype(np.int32)
        self._marks = np.zeros(MARKS, dtype=np.bool_)
        self._least: float = lexicons.load("origins")["copies"]["share"]
        self._shared = Counter(band for sketch in sketches for band in sketch.bands)
        self._bearers: dict[int, list[int]] = defaultdict(list)
        self._common: dict[int, list[int]] = defaultdict(
            list
        )  # the bearers of a band that are all common phrases
        self._by_rare(runs)

    def _by_rare(self, runs: NDArray[np.uint32]) -> None:
        """Find who shares runs that few bear, and which reports are made of common ones for the most part."""
        owner, _ = spread(self._starts, np.arange(len(self._lengths)))
        _, number, borne = np.unique(runs, return_inverse=True, return_counts=True)
        often = np.bincount(owner[borne[number] > RARE], minlength=len(self._lengths))
        self._is_common = often >= self._least * self._lengths
        at = np.flatnonzero((borne[number] > 1) & (borne[number] <= RARE))
        at = at[
            np.argsort(number[at], kind="stable")
        ]  # the bearers of a run stand together, the earliest first
        firsts = np.flatnonzero(np.diff(number[at], prepend=-1))
        self._rare = owner[at], np.append(firsts, len(at))
        group = np.repeat(np.arange(len(firsts)), np.diff(self._rare[1]))
        order = np.argsort(owner[at], kind="stable")
        self._groups = group[order]  # of each report in turn the runs that it shares with few
        self._of = np.searchsorted(owner[at][order], np.arange(len(self._lengths) + 1))

    def likely(self, one: int) -> Iterator[int]:
        """Those of the earlier reports of whose runs enough may be in this one, in their order; each asked for once."""
        bands = [band for band in self._sketches[one].bands if self._shared[band] > 1]
        known = self._bearers if self._is_common[one] else self._common
        others = {other for band in bands for other in known[band]}
        bearers, starts = self._rare
        _, at = spread(starts, self._groups[self._of[one] : self._of[one + 1]])
        ours = set(bands)
        others.update(
            other
            for other in set(bearers[at].tolist())
            if other < one and not ours.isdisjoint(self._sketches[other].bands)
        )
        for band in bands:
            self._bearers[band].append(one)
            if self._is_common[one]:
                self._common[band].append(one)
        return self._with_enough(one, sorted(others))

    def _with_enough(self, one: int, others: Sequence[int]) -> Iterator[int]:
        for at in range(0, len(others), AT_ONCE):
            lot = np.array(others[at : at + AT_ONCE])
            ours = self._slots[self._starts[one] : self._starts[one + 1]]
            self._marks[ours] = True
            owner, place = spread(self._starts, lot)
            common = np.bincount(owner[self._marks[self._slots[place]]], minlength=len(lot))
            self._marks[ours] = False
            shorter = np.minimum(self._lengths[lot], len(ours))
            yield from lot[common >= self._least * shorter].tolist()


def _sketches(reports: Sequence[Report], jobs: int, known: Known) -> list[Sketch]:
    """The sketch of each report; of one that is known, as it was worked out before."""
    fresh = [report for report in reports if known.get(report.id, (None,))[0] is not report]
    shares = jobs if len(fresh) >= MANY else 1
    found = share(shares, lambda k: [sketch(report) for report in fresh[k::shares]])
    for k, report in enumerate(fresh):
        known[report.id] = report, found[k % shares][k // shares]
    return [known[report.id][1] for report in reports]


def sketch(report: Report) -> Sketch:
    """A report's sketch; it has no bands where the report is too short.

    Copies share one of the bands nearly always, which are 63-bit numbers.
    """
    hashes = [crc32(run) for run in runs_of(report)]
    runs = np.array(hashes, dtype=np.uint32)
    if len(hashes) < lexicons.load("origins")["copies"]["least"]:
        return Sketch((), runs)
    made = _empty().copy()
    made.update_batch(hashes)
    values = made.hashvalues.astype(np.uint64)  # each below 2**32
    order = np.arange(BANDS, dtype=np.uint64) << np.uint64(57)
    bands = (values[0::2] << np.uint64(31)) ^ values[1::2] ^ order
    return Sketch(tuple((bands & np.uint64(LARGEST)).tolist()), runs)


@cache
def _empty() -> Any:
    # Here and not above: it takes scipy along, a second that only those who ask for origins should wait.
    from datasketch import MinHash  # noqa: PLC0415

    return MinHash(num_perm=BANDS * ROWS, seed=1, hashfunc=int)  # runs come hashed


def are_alike(one: Runs, other: Runs) -> bool:
    """Whether so much of the shorter one stands in the other that one of the two is a copy."""
    least: float = lexicons.load("origins")["copies"]["share"]
    return len(one & other) / min(len(one), len(other)) >= least


def own_words(told: Told) -> bytes | None:
    """A hash of what a claim in its report's own voice says; None where that is too short to be a copy."""
    if told.claim.source.type != OWN_VOICE:
        return None
    words = WORD.findall(told.claim.evidence.of(told.report.text).casefold())
    if len(words) < lexicons.load("origins")["copies"]["sentence"]:
        return None
    return blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def runs_of(report: Report) -> Runs:
    """The runs of words of a report's body."""
    length = lexicons.load("origins")["copies"]["shingle"]
    words = WORD.findall(_body(report).casefold())
    return frozenset(" ".join(words[k : k + length]).encode() for k in range(len(words) - length + 1))


def _body(report: Report) -> str:
    if not report.sections:
        return report.text
    return "\n".join(report.text[s.start : s.end] for s in report.sections if s.kind in BODY)
