"""Reports -> for each the earliest report that it copies; claims -> those told word for word elsewhere before.

A copy is found by MinHash over runs of words, then proved by comparing the runs themselves, so the sketch
decides only what is looked at. What is compared is the body; furniture and headlines differ in every outlet.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

import numpy as np

from dateline import lexicons
from dateline.incidents.columns import spread
from dateline.incidents.sharing import share
from dateline.records import ClaimId, Report, ReportId, SectionKind, Told

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
    sketches = _sketches(reports, jobs, {} if known is None else known)
    shared = Counter(band for sketch in sketches for band in sketch.bands)
    overlaps = _Overlaps(sketches)
    bearers: dict[int, list[int]] = defaultdict(list)
    roots: dict[ReportId, ReportId] = {}
    for k, report in enumerate(reports):
        common = [band for band in sketches[k].bands if shared[band] > 1]
        earlier = sorted({other for band in common for other in bearers[band]})
        likely = overlaps.likely(k, earlier)
        like = next((other for other in likely if are_alike(runs_of(report), runs_of(reports[other]))), k)
        roots[report.id] = report.id if like == k else roots[reports[like].id]
        for band in common:
            bearers[band].append(k)
    return roots


class _Overlaps:
    """Which reports can have enough runs in common, by the hashes of the runs: too many are let through, never too few.

    Reports of one war share phrases, so that bands bring many together that are no copies: to build the runs of
    each again, or to hold them all, was most of what origins took of a large ledger's time and memory.
    """

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        self._lengths = np.array([len(sketch.runs) for sketch in sketches], dtype=np.int64)
        self._starts = np.append(0, np.cumsum(self._lengths))
        runs = np.concatenate([np.zeros(0, dtype=np.uint32), *(sketch.runs for sketch in sketches)])
        self._slots = (runs & (MARKS - 1)).astype(np.int32)
        self._marks = np.zeros(MARKS, dtype=np.bool_)
        self._least: float = lexicons.load("origins")["copies"]["share"]

    def likely(self, one: int, others: Sequence[int]) -> Iterator[int]:
        """Those of the others of whose runs enough may be in the one report, in their order."""
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
    values = made.hashvalues.tolist()  # each below 2**32
    bands = (((values[2 * b] << 31) ^ values[2 * b + 1] ^ (b << 57)) & LARGEST for b in range(BANDS))
    return Sketch(tuple(bands), runs)


@cache
def _empty() -> Any:
    # Here and not above: it takes scipy along, a second that only those who ask for origins should wait.
    from datasketch import MinHash  # noqa: PLC0415

    return MinHash(num_perm=BANDS * ROWS, seed=1, hashfunc=int)  # runs come hashed


def are_alike(one: Runs, other: Runs) -> bool:
    """Whether so much of the shorter one stands in the other that one of the two is a copy."""
    least: float = lexicons.load("origins")["copies"]["share"]
    return len(one & other) / min(len(one), len(other)) >= least


def same_words(told: Sequence[Told]) -> Mapping[ClaimId, ReportId]:
    """Of claims in a report's own voice, those whose words stood in an earlier report, and in which.

    Args:    told: earliest first.
    """
    least = lexicons.load("origins")["copies"]["sentence"]
    first: dict[tuple[str, ...], ReportId] = {}
    found: dict[ClaimId, ReportId] = {}
    for one in told:
        if one.claim.source.type != OWN_VOICE:
            continue
        words = tuple(WORD.findall(one.claim.evidence.of(one.report.text).casefold()))
        if len(words) >= least:
            found[one.claim.id] = first.setdefault(words, one.report.id)
    return found


def runs_of(report: Report) -> Runs:
    """The runs of words of a report's body."""
    length = lexicons.load("origins")["copies"]["shingle"]
    words = WORD.findall(_body(report).casefold())
    return frozenset(" ".join(words[k : k + length]).encode() for k in range(len(words) - length + 1))


def _body(report: Report) -> str:
    if not report.sections:
        return report.text
    return "\n".join(report.text[s.start : s.end] for s in report.sections if s.kind in BODY)
