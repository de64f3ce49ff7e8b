"""Synthetic claims -> how long linking takes as a ledger grows, what memory, and what one more report costs.

make bench-incidents                              10,000, 30,000, 100,000 and 300,000 claims
make bench-incidents BENCH="--sizes 10000"        other sizes

The claims are made up: some 4,000 places, names drawn so that few are common and most rare, as many days as the
claims fill at forty a day and more in some towns, and events told by one to some thirty reports with other
figures, days and spellings. Each size runs in a process of its own, as memory is measured. Times are those of the
processors, all copies of the process counted; of the processor that the first process had, which is what one
waits for where each process has a core to itself; and of the wall, with all else that the machine does.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from typing import Any

from dateline.incidents import Linker
from dateline.records import (
    Actor,
    Claim,
    ClaimId,
    Figure,
    Kind,
    Measure,
    Precision,
    Report,
    ReportId,
    Scope,
    Source,
    SourceType,
    Span,
    Status,
    Told,
    When,
    Where,
)

SIZES = (10_000, 30_000, 100_000, 300_000)
# What the project promises, on two cores.
MOST_S_100K, MOST_MB_100K, MOST_REPORT_MS = 120, 3_000, 200
KINDS = ("attack", "shelling", "air_strike", "armed_clash", "arrest", "bombing", "protest", "abduction")
SYLLABLES = (
    "ba",
    "ke",
    "lo",
    "mir",
    "tan",
    "ves",
    "dor",
    "shi",
    "gra",
    "nul",
    "pey",
    "quo",
    "zar",
    "hem",
    "fid",
    "wol",
)
WORDS = tuple(f"{a}{b}ing" for a in SYLLABLES for b in SYLLABLES)
# Who says so, how often in a hundred, and of which type.
SOURCES = (
    (52, "the report", "report"),
    (14, "Hill Brigade", "party"),
    (12, "Interior Ministry", "government"),
    (8, "Lantern Watch", "monitor"),
    (6, "Coast Hospital", "medical"),
    (5, "residents", "witness"),
    (3, "an official", "official_unnamed"),
)
STATUSES = ((92, Status.HAPPENED), (3, Status.DENIED), (3, Status.POSSIBLE), (2, Status.ONGOING))
TARGETS = (("civilians", "civilians"), ("soldiers", "state_military"), ("police", "state_police"))
OUTLETS = ("Vardo Post", "Ostby Herald", "Brekkhus Wire", "Kirkhaugen Post", "Vardo Wire", "Coast Herald")
CLAIMS_A_DAY = 40
START = date(2031, 1, 1)
RUNS = 20  # added reports that are timed


def main() -> None:
    """Measure each size, and print a table or, with --json, one object."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--one", type=int, help="measure this size in this process")
    parser.add_argument("--jobs", type=int, default=2, help="processes to link with")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, options.jobs)))
        return
    rows = [_in_own_process(size, options.jobs) for size in options.sizes]
    print(json.dumps(rows) if options.json else _table(rows))


def measure(size: int, jobs: int) -> dict[str, Any]:
    """Link so many claims, then add reports one at a time."""
    claims = list(made(size))
    linker = Linker(jobs)
    start, began, own = _spent(), time.perf_counter(), time.process_time()
    linker.add(claims)
    incidents = linker.incidents()
    spent, waited, own = _spent() - start, time.perf_counter() - began, time.process_time() - own
    added = []
    for extra in _reports(size, RUNS):
        start = time.process_time()
        linker.add(extra)
        linker.incidents()
        added.append(time.process_time() - start)
    return {
        "claims": size,
        "seconds": round(spent, 1),
        "own": round(own, 1),
        "waited": round(waited, 1),
        "peak_mb": round(_most_mb(resource.RUSAGE_SELF) + _most_mb(resource.RUSAGE_CHILDREN) * (jobs > 1)),
        "incidents": len(incidents),
        "largest": max(len(i.claims) for i in incidents),
        "added_ms": round(1000 * statistics.median(added)),
        "added_worst_ms": round(1000 * max(added)),
    }


def _spent() -> float:
    """Time of the processors, those of ended copies of this process counted."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def _most_mb(who: int) -> float:
    """The most memory held; a copy of this process shares most of its own with it, so the sum is a bound."""
    return resource.getrusage(who).ru_maxrss / 1024


def made(size: int, seed: int = 7) -> Iterator[Told]:
    """So many claims of made-up events, by reports of three or so claims each."""
    draw = random.Random(seed)  # noqa: S311  # made-up events
    days = max(30, size // CLAIMS_A_DAY)
    towns = [_town(draw, number) for number in range(4_000)]
    number = 0
    while number < size:
        event = _event(draw, towns, days)
        for _ in range(min(size - number, _tellings(draw))):
            yield _told(draw, event, number)
            number += 1


def _reports(size: int, count: int) -> Iterator[list[Told]]:
    """Reports of seven claims each, about events of the same days and towns."""
    claims = list(made(size, seed=8))[: 7 * count]
    for at in range(count):
        group = claims[7 * at : 7 * at + 7]
        text = "\n\n".join(item.report.text for item in group)
        report = Report(ReportId(f"added-{at}"), text, published=group[0].report.published)
        start, moved = 0, []
        for item in group:
            span = Span(report.id, start, start + 20)
            fields = {
                f: getattr(item.claim, f) for f in ("kind", "status", "source", "actors", "when", "where")
            }
            moved.append(
                Told(Claim(ClaimId(f"{report.id}-{start}"), report.id, evidence=span, **fields), report)
            )
            start += len(item.report.text) + 2
        yield moved


def _tellings(draw: random.Random) -> int:
    """Most events are told once or twice, some by dozens of reports."""
    return min(30, int(draw.paretovariate(1.1)))


def _town(draw: random.Random, number: int) -> Where:
    lat, lon = 30 + 10 * draw.random(), 35 + 12 * draw.random()
    return Where(
        f"{_name(draw)} {number % 97}", f"t{number}", "SYR", round(lat, 3), round(lon, 3), Precision.EXACT
    )


def _name(draw: random.Random) -> str:
    return "".join(draw.choice(SYLLABLES) for _ in range(draw.choice((3, 4, 5, 5)))).title()


def _event(draw: random.Random, towns: list[Where], days: int) -> dict[str, Any]:
    town = towns[min(int(draw.paretovariate(0.6)) - 1, len(towns) - 1)]
    return {
        "day": START + timedelta(draw.randrange(days)),
        "town": town,
        "kind": draw.choice(KINDS),
        "killed": int(draw.paretovariate(0.9)),
        "names": [_name(draw) for _ in range(6)],
        "actor": f"group-{min(int(draw.paretovariate(0.5)), 60)}",
    }


def _told(draw: random.Random, event: dict[str, Any], number: int) -> Told:
    words = (
        [draw.choice(WORDS) for _ in range(60)]
        + draw.sample(event["names"], 4)
        + [_name(draw) for _ in range(6)]
    )
    draw.shuffle(words)
    said = event["day"] + timedelta(draw.choice((0, 1, 1, 2, 5)))
    killed = event["killed"] + draw.choice((0, 0, 0, 1, 2))
    source = _weighed(draw, SOURCES)
    sentence = f"In {event['town'].name} {killed} people were killed, {source[0]} said."
    report = Report(
        ReportId(f"r{number:07}"),
        f"{sentence} {' '.join(words)}",
        headline=f"{event['names'][0]} {event['kind'].replace('_', ' ')}: {event['names'][1]}",
        publisher=draw.choice(OUTLETS),
        published=said,
    )
    span = Span(report.id, 0, len(sentence) - 1)
    day = event["day"] + timedelta(draw.choice((0, 0, 0, 0, 1)))
    figures = [("killed", killed)] * (draw.random() < 0.6) + [("injured", 2 * killed)] * (draw.random() < 0.3)
    target = draw.choice(TARGETS)
    claim = Claim(
        ClaimId(blake2b(str(number).encode(), digest_size=8).hexdigest()),
        report.id,
        Kind(event["kind"]),
        _weighed(draw, STATUSES)[0],
        Source(source[0], SourceType(source[1])),
        span,
        actors=(Actor(event["actor"], event["actor"], "rebel"),) if draw.random() < 0.7 else (),
        targets=(Actor(target[0], None, target[1]),) if draw.random() < 0.6 else (),
        when=When(day, day, "day") if draw.random() < 0.8 else None,
        where=event["town"] if draw.random() < 0.9 else None,
        figures=tuple(_figure(measure, count, span) for measure, count in figures),
    )
    return Told(claim, report)


def _weighed(draw: random.Random, rows: Sequence[tuple[Any, ...]]) -> tuple[Any, ...]:
    """One of the rows, drawn as often as its first column says; without that column."""
    (row,) = draw.choices(rows, [row[0] for row in rows])
    return row[1:]


def _figure(measure: str, count: int, span: Span) -> Figure:
    return Figure(Measure(measure), "people", count, count, False, Scope.NEW, span)


def _in_own_process(size: int, jobs: int) -> dict[str, Any]:
    command = [sys.executable, __file__, "--one", str(size), "--jobs", str(jobs)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # our own command
    got: dict[str, Any] = json.loads(done.stdout)
    return got


# Title of each column, its width, and what stands in it.
COLUMNS = (
    ("claims", 9, "{claims:,}"),
    ("cpu s", 9, "{seconds}"),
    ("own s", 9, "{own}"),
    ("wall s", 9, "{waited}"),
    ("peak MB", 9, "{peak_mb:,}"),
    ("incidents", 11, "{incidents:,}"),
    ("largest", 9, "{largest}"),
    ("one report, ms (worst)", 24, "{added_ms} ({added_worst_ms})"),
)


def _table(rows: list[dict[str, Any]]) -> str:
    lines = ["".join(f"{title:>{width}}" for title, width, _ in COLUMNS)]
    lines += ["".join(f"{cell.format(**row):>{width}}" for _, width, cell in COLUMNS) for row in rows]
    promise = f"at 100,000: at most {MOST_S_100K} s, {MOST_MB_100K:,} MB, {MOST_REPORT_MS} ms a report"
    return "\n".join([*lines, promise])


if __name__ == "__main__":
    main()
