"""Reports -> for each the earliest report that it copies; claims -> those told word for word elsewhere before.

A copy is found by MinHash over runs of words, then proved by comparing the runs themselves, so the sketch
decides only what is looked at. What is compared is the body; furniture and headlines differ in every outlet.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any
from zlib import crc32

from dateline import lexicons
from dateline.incidents.sharing import share
from dateline.records import ClaimId, Report, ReportId, SectionKind, Told

# Bands of two rows: a third of the runs in common is found 998 times in 1,000, a twentieth one time in seven.
BANDS, ROWS = 64, 2
WORD = re.compile(r"\w+")
BODY = frozenset({SectionKind.BODY, SectionKind.STANDFIRST})
OWN_VOICE = "report"

Runs = frozenset[bytes]
Known = dict[ReportId, tuple[Report, tuple[int, ...]]]  # reports with their bands
LARGEST = 2**63 - 1  # what a ledger's integers reach
MANY = 2_000  # reports that are worth sharing out
KEPT = 2_000  # reports whose runs are held at one time: all of a large ledger's would fill the memory


def first_tellings(
    reports: Sequence[Report], *, jobs: int = 1, known: Known | None = None
) -> dict[ReportId, ReportId]:
    """For each report the first of those that it is a copy of; itself where it copies none.

    Args:    reports: earliest first; jobs: processes to sketch many reports with; known: sketches of before, to
             which those of these reports are added.
    """
    sketches = _sketches(reports, jobs, {} if known is None else known)
    shared = Counter(band for sketch in sketches for band in sketch)
    runs = lru_cache(maxsize=KEPT)(lambda k: runs_of(reports[k]))
    bearers: dict[int, list[int]] = defaultdict(list)
    roots: dict[ReportId, ReportId] = {}
    for k, report in enumerate(reports):
        common = [band for band in sketches[k] if shared[band] > 1]
        earlier = sorted({other for band in common for other in bearers[band]})
        like = next((other for other in earlier if are_alike(runs(k), runs(other))), k)
        roots[report.id] = report.id if like == k else roots[reports[like].id]
        for band in common:
            bearers[band].append(k)
    return roots


def _sketches(reports: Sequence[Report], jobs: int, known: Known) -> list[tuple[int, ...]]:
    """The bands of each report; of one that is known, as they were worked out before."""
    fresh = [report for report in reports if known.get(report.id, (None,))[0] is not report]
    shares = jobs if len(fresh) >= MANY else 1
    found = share(shares, lambda k: [bands(report) for report in fresh[k::shares]])
    for k, report in enumerate(fresh):
        known[report.id] = report, found[k % shares][k // shares]
    return [known[report.id][1] for report in reports]


def bands(report: Report) -> tuple[int, ...]:
    """What copies of a report share one of, nearly always, as 63-bit numbers; none where the report is too short."""
    runs = runs_of(report)
    if len(runs) < lexicons.load("origins")["copies"]["least"]:
        return ()
    sketch = _empty().copy()
    sketch.update_batch(runs)
    values = sketch.hashvalues.tolist()  # each below 2**32
    return tuple(
        ((values[2 * band] << 31) ^ values[2 * band + 1] ^ (band << 57)) & LARGEST for band in range(BANDS)
    )


@cache
def _empty() -> Any:
    # Here and not above: it takes scipy along, a second that only those who ask for origins should wait.
    from datasketch import MinHash  # noqa: PLC0415

    return MinHash(num_perm=BANDS * ROWS, seed=1, hashfunc=crc32)


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
