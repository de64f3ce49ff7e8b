"""Reports -> how fast they become a ledger, beside bare parsing of the same text in the same run.

make bench                                   the shipped sample reports, copied up to 200
make bench BENCH="--reports DIR"             other reports (.txt, .html, .json)

What is timed: from the file to the recorded claims, in one process, against spaCy alone on the same texts
with the same components; of these the trip asks two for each form of a word only once (language/forms.py),
which is counted in its favour. The two take turns, a slice of the reports each, so that a busy machine hits both; a
round's time is the sum of its slices, and medians are over rounds. Memory and cold start are those of fresh
processes.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline import __version__, language, reports
from dateline.ledger import Ledger
from dateline.pipeline import DEFAULT_MODEL, open_reader
from dateline.records import Fault, Report

SLICE = 20  # reports a turn
# What the project promises, on two cores of 2020.
MOST_TIMES_BARE, MOST_MB, MOST_START_S = 1.6, 600, 0.4


def main() -> None:
    """Measure, and print a table or, with --json, one object."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        paths = _copies(options.reports, Path(folder) / "reports", options.copies)
        got = _speed(paths, Path(folder), options.rounds) | _memory(paths[0].parent, Path(folder)) | _start()
    print(json.dumps(got) if options.json else _table(got))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    samples = Path(str(files("dateline") / "lexicons/samples"))
    parser.add_argument("--reports", type=Path, default=samples, help="a folder of reports")
    parser.add_argument("--copies", type=int, default=200, help="at least so many reports, by copying")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _copies(source: Path, folder: Path, least: int) -> list[Path]:
    """The reports as JSON files, each with an id of its own, as often as it takes."""
    found, _ = reports.find([source])
    originals = [r for path in found for r in reports.read(path) if isinstance(r, Report)]
    folder.mkdir()
    times = -(-least // len(originals))
    paths = []
    for turn in range(times):
        for number, report in enumerate(originals):
            path = folder / f"{turn:03}-{number:04}.json"
            path.write_text(json.dumps(_fields(report, f"{report.id}-{turn}")), "utf-8")
            paths.append(path)
    return paths


def _fields(report: Report, name: str) -> dict[str, Any]:
    published = report.published and report.published.isoformat()
    return {
        "id": name,
        "headline": report.headline,
        "publisher": report.publisher,
        "published": published,
        "url": report.url,
        "text": report.text,
    }


def _speed(paths: Sequence[Path], folder: Path, rounds: int) -> dict[str, Any]:
    engine, reader = language.load(), open_reader()
    texts = [json.loads(path.read_text("utf-8"))["text"] for path in paths]

    def bare(start: int) -> None:
        for text in texts[start : start + SLICE]:
            engine(text)

    def trip(start: int) -> None:
        for path in paths[start : start + SLICE]:
            for report in reports.read(path):
                if not isinstance(report, Fault):
                    reading = reader.read(report)
                    ledger.record(run, reading.report, reading.claims, reading.faults)

    bare_s, trip_s = [], []
    for turn in range(rounds + 1):
        with Ledger(folder / f"{turn}.ledger") as ledger:
            run = ledger.begin_run(__version__, DEFAULT_MODEL)
            times = _by_turns((bare, trip), len(paths) if turn else SLICE)  # the first only warms up
        if turn:
            bare_s.append(times[0])
            trip_s.append(times[1])
    return {
        "reports": len(paths),
        "letters": sum(map(len, texts)),
        "bare_per_s": len(paths) / statistics.median(bare_s),
        "trip_per_s": len(paths) / statistics.median(trip_s),
        "times_bare": statistics.median(t / b for t, b in zip(trip_s, bare_s, strict=True)),
    }


def _by_turns(runs: tuple[Callable[[int], None], ...], count: int) -> list[float]:
    """How long each took in all; who goes first changes from slice to slice."""
    spent = [0.0 for _ in runs]
    for start in range(0, count, SLICE):
        order = range(len(runs)) if start // SLICE % 2 else reversed(range(len(runs)))
        for index in order:
            before = time.perf_counter()
            runs[index](start)
            spent[index] += time.perf_counter() - before
    return spent


def _memory(source: Path, folder: Path) -> dict[str, Any]:
    """The most memory that a process of its own took to read all reports."""
    command = [sys.executable, "-m", "dateline", "read", str(source), "--ledger", str(folder / "m.ledger")]
    subprocess.run(command, check=False, capture_output=True)  # noqa: S603  # our own command
    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {"peak_mb": kilobytes / 1024}


def _start() -> dict[str, Any]:
    """How long `dateline --help` takes, from nothing: the median of seven."""
    command = [sys.executable, "-m", "dateline", "--help"]
    spent = []
    for _ in range(7):
        before = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # our own command
        spent.append(time.perf_counter() - before)
    return {"help_s": statistics.median(spent)}


def _table(got: dict[str, Any]) -> str:
    rows = (
        ("reports, letters each", f"{got['reports']}, {got['letters'] / got['reports']:,.0f}", ""),
        ("bare parsing", f"{got['bare_per_s']:.1f} reports/s", ""),
        ("file to ledger", f"{got['trip_per_s']:.1f} reports/s", ""),
        ("times bare parsing", f"{got['times_bare']:.2f}", f"at most {MOST_TIMES_BARE}"),
        ("peak memory", f"{got['peak_mb']:.0f} MB", f"at most {MOST_MB} MB"),
        ("dateline --help", f"{got['help_s']:.2f} s", f"at most {MOST_START_S} s"),
    )
    return "\n".join(f"{name:24}{value:>20}   {limit}".rstrip() for name, value, limit in rows)


if __name__ == "__main__":
    main()
