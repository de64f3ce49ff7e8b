"""A path that is asked for -> a place to write to, that becomes the path only when all is written.

What is there stays until what comes is whole: a run that is cut off leaves the old file, or none, never a half.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import UsageError


@contextmanager
def placed(out: Path, *, force: bool = False) -> Iterator[Path]:
    """A path beside `out` to write a file or a folder to; it takes the place of `out` when the block ends well.

    Raises:   UsageError, when something is there and `force` is not given, or nothing can be written there.
    """
    if out.exists() and not force:
        msg = f"{out} is there already; give --force to replace it, or another --out"
        raise UsageError(msg)
    folder = _beside(out)
    try:
        made = folder / (out.name or "export")
        yield made
        _swap(made, out, folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    shutil.rmtree(folder, ignore_errors=True)


def _beside(out: Path) -> Path:
    """A new folder on the same disk."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=".dateline-", dir=out.parent))
    except OSError as error:
        msg = f"nothing can be written to {out.parent}: {error.strerror}; choose another --out"
        raise UsageError(msg) from error


def _swap(made: Path, out: Path, folder: Path) -> None:
    if out.is_dir() or (out.exists() and made.is_dir()):
        out.replace(folder / "replaced")
    made.replace(out)
