"""A reader and blocks of text -> what it makes of them, in their order, with other processes doing the reading."""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, Protocol

from dateline.errors import DatelineError

# Blocks handed out ahead of the one that is awaited, per process: keeps all busy and memory bounded.
AHEAD = 3


class Reader(Protocol):
    """What makes something of a block; it must be possible to send it to another process."""

    def read(self, block: bytes) -> Any:
        """What a block comes to."""


def side_by_side(
    reader: Reader, blocks: Iterable[tuple[int, bytes]], processes: int
) -> Iterator[tuple[int, Any]]:
    """What a reader makes of each block, with the block's number, in order; with one process, in this one.

    Raises: DatelineError, when a process was ended from outside.
    """
    if processes == 1:
        yield from ((number, reader.read(block)) for number, block in blocks)
        return
    waiting: deque[tuple[int, Future[Any]]] = deque()
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _open, (reader,))
    try:
        for number, block in blocks:
            waiting.append((number, pool.submit(_read, block)))
            while len(waiting) > processes * AHEAD:
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()
    except BrokenProcessPool as error:
        msg = (
            "a process that reads was ended, perhaps for want of memory; the same command goes on from there"
        )
        raise DatelineError(msg) from error
    finally:
        pool.shutdown(cancel_futures=True)


_reader: Reader | None = None  # one a worker process


def _open(reader: Reader) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is answered by the one that writes
    Thread(target=_end_with_parent, daemon=True).start()
    gc.disable()  # millions of short-lived tuples and no cycles
    global _reader  # noqa: PLW0603  # a worker process keeps one reader for all of its blocks
    _reader = reader


def _end_with_parent() -> None:
    """Leave when the process that writes is gone, also where it was killed and could say nothing."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _read(block: bytes) -> Any:
    if _reader is None:
        msg = "a worker reads only after it was opened"
        raise RuntimeError(msg)
    return _reader.read(block)
