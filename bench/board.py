"""An invented ledger -> how long the questions of the workbench take on its incident view.

make bench-board                                   100,000 claims
make bench-board BENCH="--size 10000"              another size
make bench-board BENCH="--keep FILE"               leave the ledger in FILE; ask the one there, if it is there already

The claims are those of bench/incidents.py. Times are of the processor, so that a busy machine measures alike: the
middle and the slowest of RUNS askings. The first question of all reads the view's columns into memory.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path

from incidents import made

from dateline.casebook import keep, open_case
from dateline.ledger import Board, ClaimFilter, Ledger, recording
from dateline.records import Told

SIZE, RUNS, MOST_MS = 100_000, 9, 50
BATCH = 2_000  # reports recorded in one transaction
FILTERS = {
    "every": ClaimFilter(),
    "kind": ClaimFilter(kind="shelling"),
    "place": ClaimFilter(place="ba"),
    "days": ClaimFilter(since=date(2031, 6, 1), until=date(2031, 12, 31)),
    "actor": ClaimFilter(actor="group-3"),
    "source type": ClaimFilter(source_type="party"),
    "words": ClaimFilter(words="lantern watch"),
    "several": ClaimFilter(kind="attack", place="ke", measure="killed", since=date(2032, 1, 1)),
    "said by": ClaimFilter(said_by=date(2033, 1, 1)),
}
QUESTIONS: dict[str, Callable[[Board, ClaimFilter], object]] = {
    "lines": lambda board, asked: board.lines(asked),
    "lines by toll": lambda board, asked: board.lines(asked, order="toll"),
    "lines by origins": lambda board, asked: board.lines(asked, order="origins"),
    "lines, far on": lambda board, asked: board.lines(asked, start=5_000),
    "totals": lambda board, asked: board.totals(asked),
    "periods": lambda board, asked: board.periods(asked),
    "points": lambda board, asked: board.points(asked),
    "facets": lambda board, asked: board.facets(asked),
}


def main() -> None:
    """Make a ledger, or open the one that was kept, and time the questions."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--keep", type=Path, metavar="FILE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "invented.ledger"
        if not path.exists():
            make(path, options.size)
        print("\n".join(_table(path)))


def make(path: Path, size: int, *, kept: bool = True) -> None:
    """An invented ledger in a file, with its view unless it is not to be kept."""
    start = time.perf_counter()
    with Ledger(path) as ledger:
        run = ledger.begin_run("0", "invented", f"{size} invented claims")
        reports = groupby(made(size), key=lambda told: told.report)
        while batch := [list(group) for _, (_, group) in zip(range(BATCH), reports, strict=False)]:
            _record(ledger, run, batch)
        ledger.finish_run(run)
        recorded = time.perf_counter()
        if kept:
            keep(ledger, jobs=2)
    print(
        f"recorded in {recorded - start:.0f} s, linked and kept in {time.perf_counter() - recorded:.0f} s",
        file=sys.stderr,
    )


def _record(ledger: Ledger, run: int, batch: list[list[Told]]) -> None:
    """Many reports in one transaction: reading them takes far longer than the disk, inventing them does not."""
    with ledger.writing() as connection:
        for told in batch:
            report = told[0].report
            reading = recording.reading_of(report, [one.claim for one in told], ())
            recording.record(connection, reading, recording.Stamp(run, ledger.now()))


def _table(path: Path) -> Iterator[str]:
    yield f"{'question':18}" + "".join(f"{name:>15}" for name in FILTERS)
    with Ledger(path, read_only=True) as ledger:
        start = time.process_time()
        Board(ledger).facets()
        yield f"{'first question':18}{1000 * (time.process_time() - start):>15.0f}"
        for name, ask in QUESTIONS.items():
            cells = [_timed(partial(_ask, ledger, ask, asked)) for asked in FILTERS.values()]
            yield f"{name:18}" + "".join(f"{cell:>15}" for cell in cells)
        lines = Board(ledger).lines(order="claims").lines
        yield f"{'one incident':18}{_timed(lambda: open_case(ledger, lines[0].id)):>15}"
    yield f"ms, middle (slowest of {RUNS}); at most {MOST_MS} each is what the pages need"


def _ask(ledger: Ledger, ask: Callable[[Board, ClaimFilter], object], asked: ClaimFilter) -> None:
    """Ask a board of its own, as the pages make one for each request."""
    ask(Board(ledger), asked)


def _timed(ask: Callable[[], object]) -> str:
    spent = []
    for _ in range(RUNS):
        start = time.process_time()
        ask()
        spent.append(1000 * (time.process_time() - start))
    return f"{statistics.median(spent):.0f} ({max(spent):.0f})"


if __name__ == "__main__":
    main()
