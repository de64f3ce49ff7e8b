"""A piece of work that falls into equal shares -> its results, worked out side by side by copies of this process.

A copy sees all that this process holds, without it being sent; only results are. Where a system cannot copy a
process, the shares are done one after the other, with the same results.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING, Any, TypeVar

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")


def share(count: int, work: Callable[[int], T]) -> list[T]:
    """The results of work(0) to work(count - 1), in this order; results are small beside what they are made of.

    Raises:   DatelineError, when a copy was ended from outside.
    """
    if count < 2 or "fork" not in get_all_start_methods():
        return [work(k) for k in range(count)]
    context = get_context("fork")
    gc.freeze()  # what is held now is not looked through for garbage, which would copy it all
    try:
        pipes = [context.Pipe(duplex=False) for _ in range(count - 1)]
        copies = [
            context.Process(target=_work, args=(pipe[1], work, k), daemon=True)
            for k, pipe in enumerate(pipes, 1)
        ]
        for copy, pipe in zip(copies, pipes, strict=True):
            copy.start()
            pipe[1].close()
        found = [work(0), *(_received(pipe[0]) for pipe in pipes)]
        for copy in copies:
            copy.join()
    finally:
        gc.unfreeze()
    return found


def _work(pipe: Connection, work: Callable[[int], T], k: int) -> None:
    pipe.send(work(k))


def _received(pipe: Connection) -> Any:
    try:
        found = pipe.recv()
    except EOFError as error:
        msg = "a process that links was ended, perhaps for want of memory; free some and try again"
        raise DatelineError(msg) from error
    return found
