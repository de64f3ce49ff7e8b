"""Reports -> for each the earliest report that it copies; claims -> those told word for word elsewhere before.

A copy is found by MinHash over runs of words, then proved by comparing the runs themselves, so the sketch
decides only what is looked at. What is compared is the body; furniture and headlines differ in every outlet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from zlib import crc32

from dateline import lexicons
from dateline.records import ClaimId, Report, ReportId, SectionKind, Told

# Bands of two rows: a third of the runs in common is found 998 times in 1,000, a twentieth one time in seven.
BANDS, ROWS = 64, 2
WORD = re.compile(r"\w+")
BODY = frozenset({SectionKind.BODY, SectionKind.STANDFIRST})
OWN_VOICE = "report"

Runs = frozenset[bytes]


def first_tellings(reports: Sequence[Report]) -> dict[ReportId, ReportId]:
    """For each report the first of those that it is a copy of; itself where it copies none.

    Args:    reports: earliest first.
    """
    # Here and not above: it takes scipy along, a second that only those who ask for origins should wait.
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    limits = lexicons.load("origins")["copies"]
    empty = MinHash(num_perm=BANDS * ROWS, seed=1, hashfunc=crc32)
    index = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
    runs: dict[ReportId, Runs] = {}
    roots: dict[ReportId, ReportId] = {}
    place = {report.id: k for k, report in enumerate(reports)}
    for report in reports:
        own = _runs(report, limits["shingle"])
        roots[report.id] = report.id
        if len(own) < limits["least"]:
            continue
        sketch = empty.copy()
        sketch.update_batch(own)
        alike = [other for other in index.query(sketch) if _share(own, runs[other]) >= limits["share"]]
        if alike:
            roots[report.id] = roots[min(alike, key=place.__getitem__)]
        runs[report.id] = own
        index.insert(report.id, sketch, check_duplication=False)
    return roots


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


def _share(one: Runs, other: Runs) -> float:
    """The share of the shorter one's runs that stand in the other."""
    return len(one & other) / min(len(one), len(other))


def _runs(report: Report, length: int) -> Runs:
    words = WORD.findall(_body(report).casefold())
    return frozenset(" ".join(words[k : k + length]).encode() for k in range(len(words) - length + 1))


def _body(report: Report) -> str:
    if not report.sections:
        return report.text
    return "\n".join(report.text[s.start : s.end] for s in report.sections if s.kind in BODY)
