"""Files and folders -> the files that hold reports, and what in them cannot be read; no file is opened."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.records import Fault
from dateline.reports.decode import fault, printable

SUFFIXES = (".txt", ".html", ".htm", ".json", ".jsonl")
# What holds words that dateline cannot get at. In a folder these are named; pictures and the like are not.
DOCUMENTS = frozenset((".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".eml", ".msg", ".mht", ".mhtml"))
DOCUMENTS |= frozenset((".zip", ".gz", ".7z", ".tar"))


def find(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Fault, ...]]:
    """Expand files and folders to the files that can be read.

    Returns:  files in the order given, those of a folder sorted, none twice; a folder's hidden files
              and folders, and files that are no documents, are passed over.
    Faults:   reports.missing, reports.suffix (a file named explicitly, or a document in a folder),
              reports.unreadable, reports.link (a link in a folder to another folder, or to nothing),
              reports.empty (a folder with no report in it).
    """
    found = dict.fromkeys(item for path in paths for item in _expanded(path))
    files = tuple(item for item in found if isinstance(item, Path))
    return files, tuple(item for item in found if isinstance(item, Fault))


def _expanded(path: Path) -> Iterator[Path | Fault]:
    """The files that one path stands for, and what is wrong with it."""
    shown = printable(path)
    try:
        if path.is_dir():
            yield from _of_folder(path, shown)
            return
        if not path.exists():
            yield fault("missing", shown, f"{shown} does not exist; check the path")
            return
    except OSError as error:
        yield _unreadable(shown, error)
        return
    yield path if path.suffix.lower() in SUFFIXES else _of_another_suffix(path)


def _of_folder(folder: Path, shown: str) -> Iterator[Path | Fault]:
    """The files below a folder; links to folders are not followed, as they may lead round in a ring."""
    refused: list[OSError] = []
    items: list[Path | Fault] = []
    for place, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [Path(place, name) for name in folders if Path(place, name).is_symlink()]
        items += [_link(path, "a folder") for path in links]
        items += [item for name in files if (item := _of_file(Path(place, name)))]
    yield from sorted(item for item in items if isinstance(item, Path))
    yield from sorted((item for item in items if isinstance(item, Fault)), key=lambda item: item.message)
    yield from (_unreadable(printable(error.filename), error) for error in refused)
    if not items and not refused:
        yield fault("empty", shown, f"{shown} holds no report; reports end in {', '.join(SUFFIXES)}")


def _of_file(path: Path) -> Path | Fault | None:
    """A file in a folder: one to read, one that cannot be read, or None for what is passed over."""
    suffix = path.suffix.lower()
    if path.name.startswith(".") or suffix not in DOCUMENTS.union(SUFFIXES):
        return None
    if path.is_symlink() and not path.exists():
        return _link(path, "nothing")
    if not path.is_file():
        return None
    return path if suffix in SUFFIXES else _of_another_suffix(path)


def _of_another_suffix(path: Path) -> Fault:
    shown = printable(path)
    ends = f"ends in {printable(path.suffix)}" if path.suffix else "has no suffix"
    return fault(
        "suffix", shown, f"{shown} {ends}; dateline reads {', '.join(SUFFIXES)}: save its words as .txt"
    )


def _link(path: Path, target: str) -> Fault:
    shown = printable(path)
    return fault("link", shown, f"{shown} is a link to {target} and was not followed; name its target")


def _unreadable(shown: str, error: OSError) -> Fault:
    return fault("unreadable", shown, f"{shown} cannot be read: {error.strerror}; check its rights")
