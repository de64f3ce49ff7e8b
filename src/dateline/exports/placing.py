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
    """A path beside `out` to write a file or a folder to, and what goes with it: all take their places at the end.

    What is written next to the given path (a manifest, a loss report) comes to lie next to `out`.

    Raises:   UsageError, when something is there and `force` is not given, or nothing can be written there.
    """
    if out.exists() and not force:
        raise _taken(out)
    folder = _beside(out)
    try:
        yield folder / (out.name or "export")
        made = sorted(folder.iterdir())
        for one in made:
            if (out.parent / one.name).exists() and not force:
                raise _taken(out.parent / one.name)
        for one in made:
            _swap(one, out.parent / one.name)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _taken(path: Path) -> UsageError:
    return UsageError(f"{path} is there already; give --force to replace it, or another --out")


def _beside(out: Path) -> Path:
    """A new folder on the same disk."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=".dateline-", dir=out.parent))
    except OSError as error:
        msg = f"nothing can be written to {out.parent}: {error.strerror}; choose another --out"
        raise UsageError(msg) from error


def _swap(made: Path, out: Path) -> None:
    """Put what was made in the place of what is there; a file replaces a file in one step."""
    if out.is_dir() or (out.exists() and made.is_dir()):
        old = made.with_name(f".replaced-{made.name}")
        out.replace(old)
    made.replace(out)
