"""Files -> reports -> sentences -> mentions -> claims -> ledger: the whole trip on one page.

Nothing else knows two stages. Everything up to the claims works on one report, so reports are read side by
side; the ledger is written by one process, one report at a time.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from hashlib import sha256
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO

from dateline import language, mentions, reports
from dateline.claims import attribute
from dateline.errors import DatelineError
from dateline.language.engine import DEFAULT_MODEL
from dateline.lexicons.gazetteer import mark, prepare
from dateline.records import Claim, Fault, Mention, Report, ReportId, Sentence

if TYPE_CHECKING:
    from dateline.ledger import Ledger

# Reports handed out ahead of the one that is awaited, per process: keeps all busy and memory bounded.
AHEAD = 4

__all__ = ["DEFAULT_MODEL", "Reader", "Reading", "Summary", "open_reader", "read_files", "read_reports"]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was made of one report; sentences and mentions only when it was read in this process."""

    report: Report
    claims: tuple[Claim, ...]
    faults: tuple[Fault, ...]
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run came to: counts of reports read, skipped as already read, claims, figures and faults.

    `withdrawn` counts earlier claims that no longer stand, as a report's text or dateline itself has changed.
    """

    reports: int = 0
    skipped: int = 0
    claims: int = 0
    figures: int = 0
    faults: int = 0
    withdrawn: int = 0


class Reader:
    """Opens the parser and the gazetteer once, then reads any number of reports, one at a time."""

    def __init__(self, model: str = DEFAULT_MODEL, gazetteer: Path | None = None) -> None:
        """Open what reading needs; `gazetteer` is a file to look places up in, else the shipped one.

        Raises: InstallError, when the model is not installed; UsageError or LexiconError, when the file is
                no gazetteer.
        """
        self.model = model
        self._engine = language.load(model)
        self._sources = mentions.open_sources(gazetteer)

    def read(self, report: Report) -> Reading:
        """Read one report; whatever goes wrong inside becomes a fault of that report."""
        try:
            sentences, parse_faults = language.parse(report, self._engine)
            found, mention_faults = mentions.find(report, sentences, self._sources)
            issuer = mentions.issuer(report)
            made, claim_faults = attribute(report, sentences, found, issuer=issuer)
        except Exception as error:  # noqa: BLE001  # the process edge: one bad report never stops the others
            message = f"{type(error).__name__} while reading {report.id}: {error}; report this, with the text"
            return Reading(report, (), (Fault("pipeline", "pipeline.crash", report.id, message),))
        return Reading(report, made, (*parse_faults, *mention_faults, *claim_faults), sentences, found)


def open_reader(model: str = DEFAULT_MODEL, gazetteer: Path | None = None) -> Reader:
    """A reader with its parser and gazetteer open."""
    return Reader(model, gazetteer)


def read_files(
    paths: Sequence[Path | BinaryIO],
    *,
    jobs: int = 1,
    model: str = DEFAULT_MODEL,
    gazetteer: Path | None = None,
    skip: Callable[[Report], bool] | None = None,
) -> Iterator[Reading | Fault]:
    """Read every report in files, folders or open binary streams, in their order.

    Args:    jobs: processes to read with; gazetteer: a file to look places up in, else the shipped one;
             skip: reports not to read at all.
    Returns: one `Reading` a report, and a `Fault` for each thing that could not be read as a report.
    """
    found = (r for r in _reports(paths) if isinstance(r, Fault) or skip is None or not skip(r))
    if jobs <= 1:
        reader: Reader | None = None
        for report in found:
            if isinstance(report, Fault):
                yield report
                continue
            reader = reader or Reader(model, gazetteer)
            yield reader.read(report)
        return
    prepare(gazetteer)  # here, so that a wrong file is told once, and an index built once
    yield from _read_side_by_side(found, jobs, (model, gazetteer))


def _reports(paths: Sequence[Path | BinaryIO]) -> Iterator[Report | Fault]:
    """The reports in files and folders, each under an id of its own, and what could not be read."""
    seen: dict[str, str] = {}
    for item in _opened(paths):
        yield from (item,) if isinstance(item, Fault) else _told_apart(item, seen)


def _told_apart(report: Report, seen: dict[str, str]) -> Iterator[Report | Fault]:
    """A report, unless it came before; under another id, with a fault, where its id stood for another one."""
    content = sha256(repr(replace(report, sections=())).encode("utf-8", "replace")).hexdigest()
    if report.id not in seen:
        seen[report.id] = content
        yield report
    elif seen[report.id] != content:
        renamed = ReportId(f"{report.id}-{content[:8]}")
        message = f"another report was read as {report.id}; this one is kept as {renamed}: give it its own id"
        yield Fault("reports", "reports.same_id", str(renamed), message)
        yield from _told_apart(replace(report, id=renamed), seen)


def _opened(paths: Sequence[Path | BinaryIO]) -> Iterator[Report | Fault]:
    """The reports in files and folders, as they stand there, and what could not be read."""
    for source in paths:
        if not isinstance(source, Path):
            yield from reports.read(source)
            continue
        files, faults = reports.find([source])
        yield from faults
        for path in files:
            yield from reports.read(path)


_reader: Reader | None = None  # one per worker process, opened by `_open_worker`


def _open_worker(model: str, gazetteer: Path | None) -> None:
    # Ctrl-C reaches every process of a terminal: only the one that writes answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    global _reader  # noqa: PLW0603  # a worker process keeps one reader for all of its reports
    _reader = Reader(model, gazetteer)


def _end_with_parent() -> None:
    """Leave when the process that writes is gone, also where it was killed and could say nothing."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _read_in_worker(report: Report) -> Reading:
    if _reader is None:
        msg = "a worker reads only after it was opened"
        raise RuntimeError(msg)
    return replace(_reader.read(report), sentences=(), mentions=())


def _read_side_by_side(
    found: Iterator[Report | Fault], jobs: int, opening: tuple[str, Path | None]
) -> Iterator[Reading | Fault]:
    """Read with several processes; results come in the order of the reports. `opening`: model and gazetteer.

    Raises: DatelineError, when a process was ended from outside.
    """
    waiting: deque[Future[Reading] | Fault] = deque()
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _open_worker, opening)
    try:
        for report in found:
            waiting.append(report if isinstance(report, Fault) else pool.submit(_read_in_worker, report))
            while len(waiting) > jobs * AHEAD:
                yield _finished(waiting.popleft())
        while waiting:
            yield _finished(waiting.popleft())
    except BrokenProcessPool as error:
        msg = "a process that reads was ended, perhaps for want of memory; run it again with fewer --jobs"
        raise DatelineError(msg) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _finished(item: Future[Reading] | Fault) -> Reading | Fault:
    return item if isinstance(item, Fault) else item.result()


def read_reports(
    paths: Sequence[Path | BinaryIO],
    ledger: Ledger,
    *,
    jobs: int = 1,
    model: str = DEFAULT_MODEL,
    gazetteer: Path | None = None,
    progress: Callable[[int], None] | None = None,
) -> Summary:
    """Read files and folders into a ledger, one transaction a report; what it already holds is skipped.

    What was read with another gazetteer is read again: its mark is part of the version that a run is
    stamped with.

    Args:    jobs: processes to read with, at most the machine's; gazetteer: a file to look places up in,
             else the shipped one; progress: called with each count of reports done.
    Returns: what the run came to.
    """
    from dateline import __version__  # noqa: PLC0415  # the package's top module imports this one lazily

    version = f"{__version__}+gazetteer.{mark(gazetteer)}" if gazetteer else __version__
    run = ledger.begin_run(version, model, " ".join(map(_name, paths)))
    count = {"reports": 0, "skipped": 0, "claims": 0, "figures": 0, "faults": 0, "withdrawn": 0}

    def known(report: Report) -> bool:
        held = ledger.is_read(report, version, model)
        count["skipped"] += held
        return held

    met: list[Fault] = []
    jobs = min(jobs, os.cpu_count() or 1)
    for item in read_files(paths, jobs=jobs, model=model, gazetteer=gazetteer, skip=known):
        if isinstance(item, Fault):
            ledger.record_faults(run, (item,))
            met.append(item)
            count["faults"] += 1
            continue
        recorded = ledger.record(run, item.report, item.claims, item.faults)
        count["withdrawn"] += recorded.withdrawn
        count["reports"] += 1
        count["claims"] += len(item.claims)
        count["figures"] += sum(len(c.figures) for c in item.claims)
        count["faults"] += len(item.faults)
        if progress is not None:
            progress(count["reports"] + count["skipped"])
    ledger.settle_faults(run, map(_name, paths), met)
    ledger.finish_run(run)
    return Summary(**count)


def _name(source: Path | BinaryIO) -> str:
    """What a run is told to have read: a path, or - for a stream, as on the command line."""
    return reports.printable(source) if isinstance(source, Path) else "-"
