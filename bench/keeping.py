"""An invented ledger and one more report by the command line -> how long that takes, from nothing and taken up.

make bench-keeping                              10,000, 30,000 and 100,000 claims
make bench-keeping BENCH="--sizes 10000"        other sizes

The ledger is that of bench/board.py. Each command is a process of its own, as a person would start it: `read` of one
report where nothing is put down (all claims are linked), then of another one (only that is compared), and the
questions after it. `nothing` is the same `read` into a new ledger: what it takes to start and to read one report.
Linking alone is timed in this process, once all is taken up: the middle and the slowest of RUNS reports.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from board import make
from incidents import made

from dateline.casebook import Keeper
from dateline.incidents import Linker
from dateline.ledger import Ledger
from dateline.pipeline import read_reports

SIZES = (10_000, 30_000, 100_000)
RUNS = 9
COLUMNS = ("claims", "nothing s", "from nothing s", "MB", "taken up s", "MB", "put down MB", "incidents s", "why s",
           "totals s", "linking ms")  # fmt: skip


class Spent(NamedTuple):
    """What a command took. Units: seconds of the processors and of the wall, MB at most."""

    processor: float
    wall: float
    most: float

    def __str__(self) -> str:
        return f"{self.processor:.1f} ({self.wall:.1f})"


def main() -> None:
    """Measure each size and print a line of a table for it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    options = parser.parse_args()
    print("".join(f"{name:>16}" for name in COLUMNS))
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            print("".join(f"{cell:>16}" for cell in _row(Path(folder), size)), flush=True)
    print("s: of the processors (of the wall); a command starts anew each time; ms: middle (slowest)")


def _row(folder: Path, size: int) -> list[str]:
    ledger = folder / "invented.ledger"
    make(ledger, size, kept=False)
    nothing = _command("read", _report(folder, size, 0), ledger=folder / "new.ledger")
    anew = _command("read", _report(folder, size, 1), ledger=ledger)
    again = _command("read", _report(folder, size, 2), ledger=ledger)
    incidents = _command("incidents", ledger=ledger)
    totals = _command("totals", ledger=ledger)
    with Ledger(ledger, read_only=True) as book, book.reading() as connection:
        put_down = connection.exec_driver_sql("SELECT sum(length(bytes)) FROM linked").scalar_one()
        first = connection.exec_driver_sql(
            "SELECT id FROM incident ORDER BY claims DESC, id LIMIT 1"
        ).scalar_one()
    why = _command("why", first, ledger=ledger)
    linking = _linking(folder, ledger, size)
    cells = (
        size,
        nothing,
        anew,
        round(anew.most),
        again,
        round(again.most),
        round(put_down / 1e6),
        incidents,
        why,
    )
    return [f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in (*cells, totals, linking)]


def _report(folder: Path, size: int, number: int) -> str:
    """A report in a file of its own, about three of the invented events."""
    told = list(made(3 * number + 3, seed=size))[-3:]
    day = told[0].report.published
    path = folder / f"more-{number}.txt"
    path.write_text(f"{day}\n\n" + "\n\n".join(one.report.text for one in told), encoding="utf-8")
    return str(path)


def _command(*words: str, ledger: Path) -> Spent:
    """What a command of `dateline` took in a process of its own."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "dateline", *words, "--ledger", str(ledger)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603  # ours
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        msg = f"{' '.join(words)} failed"
        raise RuntimeError(msg)
    return Spent(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)


def _linking(folder: Path, path: Path, size: int) -> str:
    """How long one more report takes to be linked, once all is taken up."""
    spent: list[float] = []
    with Ledger(path) as ledger:
        keeper = Keeper(ledger, after=10**9)
        for number in range(3, RUNS + 4):
            read_reports([Path(_report(folder, size, number))], ledger)
            with _timed() as times:
                keeper.keep()
            spent.append(sum(times))
    return f"{1000 * statistics.median(spent[1:]):.0f} ({1000 * max(spent[1:]):.0f})"


@contextmanager
def _timed() -> Iterator[list[float]]:
    """The processor's time that a linker takes to take claims in and to say what they amount to."""
    times: list[float] = []
    was = Linker.add, Linker.incidents

    def timed(work: Callable[..., Any]) -> Callable[..., Any]:
        def do(*given: Any) -> Any:
            start = time.process_time()
            made = work(*given)
            times.append(time.process_time() - start)
            return made

        return do

    Linker.add, Linker.incidents = timed(was[0]), timed(was[1])  # type: ignore[method-assign]
    try:
        yield times
    finally:
        Linker.add, Linker.incidents = was  # type: ignore[method-assign]


if __name__ == "__main__":
    main()
