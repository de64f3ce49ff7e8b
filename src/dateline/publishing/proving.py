"""A packet -> whether it is whole, and if not, what was changed: the file, the byte, the entry of the log.

Beside its SHA-256 each file has two sums from which one changed byte follows: what it was, and where.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import count
from operator import mul
from pathlib import Path
from typing import Any, NamedTuple

from dateline.errors import UsageError
from dateline.ledger.entries import FIRST, hash_of
from dateline.ledger.types import canonical

MANIFEST, SUMS, LOG = "manifest.json", "SHA256SUMS", "review-log.jsonl"
LOCATORS = "sums"
CHANGED = "was changed"
NEWLINE = b"\n"
NOTE = "# where one byte of manifest.json was changed:"


class Finding(NamedTuple):
    """One thing that is not as it was: the file, and what about it."""

    file: str
    what: str


class Verified(NamedTuple):
    """What was found, and the packet's fingerprint: the SHA-256 of its list of sums."""

    findings: tuple[Finding, ...]
    files: int
    fingerprint: str


def locators(data: bytes) -> tuple[int, int]:
    """The sum of all bytes, and of each times its place: both differ where one byte does, and tell which."""
    return sum(data), sum(map(mul, data, count(1)))


def sums(files: Sequence[Mapping[str, Any]], listed: bytes) -> bytes:
    """SHA256SUMS, as `sha256sum` writes it: all files in order, the manifest last, then what locates its bytes."""
    lines = [f"{one['sha256']}  {one['path']}" for one in files]
    lines.append(f"{sha256(listed).hexdigest()}  {MANIFEST}")
    lines.append(f"{NOTE} {' '.join(map(str, locators(listed)))}")
    return ("\n".join(lines) + "\n").encode()


def verify(folder: Path) -> Verified:
    """Hold a packet against its own sums.

    Raises:   UsageError, when the folder is no packet.
    """
    if not (folder / MANIFEST).is_file() and not (folder / SUMS).is_file():
        msg = (
            f"{folder} is no packet: it has neither {MANIFEST} nor {SUMS}; give the folder that export wrote"
        )
        raise UsageError(msg)
    found = tuple(_findings(folder))
    held = folder / SUMS
    fingerprint = sha256(held.read_bytes()).hexdigest() if held.is_file() else ""
    return Verified(found, sum(p.is_file() for p in folder.rglob("*")), fingerprint)


def _findings(folder: Path) -> Iterator[Finding]:
    for name in (MANIFEST, SUMS):
        if not (folder / name).is_file():
            yield Finding(name, "is missing")
            return
    listed, held = (folder / MANIFEST).read_bytes(), (folder / SUMS).read_bytes()
    bad, listed = _of_manifest(listed, held)
    yield from bad
    files = _files(listed)
    if files is None:
        files = _from_sums(held)
    elif not any(finding.what == CHANGED for finding in bad):
        yield from _of_sums(sums(files, listed), held)
    yield from _of_files(folder, files)
    yield from _of_log(folder / LOG)


def _files(listed: bytes) -> list[dict[str, Any]] | None:
    """The files that a manifest names; None where it cannot be read."""
    try:
        files = json.loads(listed)["files"]
        return [{**one, "path": str(one["path"]), "sha256": str(one["sha256"])} for one in files]
    except (ValueError, KeyError, TypeError):
        return None


def _from_sums(held: bytes) -> list[dict[str, Any]]:
    lines = (line.split("  ", 1) for line in held.decode("utf-8", "replace").splitlines() if "  " in line)
    return [{"path": path, "sha256": mark} for mark, path in lines if path != MANIFEST]


def _of_manifest(listed: bytes, held: bytes) -> tuple[list[Finding], bytes]:
    """Whether the manifest is the one that the sums were made of, and what it was: the sums may have been changed."""
    text = held.decode("utf-8", "replace").splitlines()
    mark = next((line.split("  ")[0] for line in text if line.endswith(f"  {MANIFEST}")), "")
    if sha256(listed).hexdigest() == mark:
        return [], listed
    note = next((line for line in text if line.startswith(NOTE)), "")
    change = _change(listed, mark, [int(word) for word in note.removeprefix(NOTE).split() if word.isdigit()])
    if change is not None:
        at, was = change
        return [Finding(MANIFEST, _at(listed, at, was))], listed[:at] + bytes([was]) + listed[at + 1 :]
    files = _files(listed)
    if files is not None and _differs_once(sums(files, listed), held):
        return [], listed  # one byte of the sums explains it all
    return [Finding(MANIFEST, CHANGED)], listed


def _differs_once(one: bytes, other: bytes) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _of_sums(wanted: bytes, held: bytes) -> Iterator[Finding]:
    if wanted == held:
        return
    at = next(
        (k for k, (a, b) in enumerate(zip(wanted, held, strict=False)) if a != b), min(len(wanted), len(held))
    )
    line = held[:at].count(b"\n") + 1
    if at < min(len(wanted), len(held)):
        yield Finding(SUMS, f"byte {at:,} (line {line}) is {held[at]:#04x}, was {wanted[at]:#04x}")
    else:
        yield Finding(SUMS, f"has {len(held):,} bytes, had {len(wanted):,}")


def _of_files(folder: Path, files: Sequence[Mapping[str, Any]]) -> Iterator[Finding]:
    known = {str(one["path"]): one for one in files}
    there = {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*")) if p.is_file()}
    for name, one in known.items():
        if name not in there:
            yield Finding(name, "is missing")
            continue
        data = there[name].read_bytes()
        if sha256(data).hexdigest() != one["sha256"]:
            yield Finding(name, _told(data, one))
    for name in there:
        if name not in known and name not in (MANIFEST, SUMS):
            yield Finding(name, "was added")


def _told(data: bytes, one: Mapping[str, Any]) -> str:
    size = one.get("bytes")
    if size is not None and len(data) != size:
        return f"{CHANGED}: it has {len(data):,} bytes, had {size:,}"
    change = _change(data, str(one["sha256"]), one.get(LOCATORS, ()))
    return _at(data, *change) if change else f"{CHANGED} in more than one byte"


def _at(data: bytes, at: int, was: int) -> str:
    return f"byte {at:,} (line {data[:at].count(NEWLINE) + 1}) is {data[at]:#04x}, was {was:#04x}"


def _change(data: bytes, mark: str, numbers: Sequence[int]) -> tuple[int, int] | None:
    """Which one byte was changed, counted from 0, and what it was; None where it was not one. The hash proves it."""
    if len(numbers) != 2:
        return None
    one, placed = locators(data)
    off, far = one - numbers[0], placed - numbers[1]
    if off == 0 or far % off:
        return None
    at = far // off - 1
    if not (0 <= at < len(data) and 0 <= data[at] - off < 256):
        return None
    was = data[at] - off
    is_it = sha256(data[:at] + bytes([was]) + data[at + 1 :]).hexdigest() == mark
    return (at, was) if is_it else None


def _of_log(path: Path) -> Iterator[Finding]:
    """Where the chain of the log breaks: the first entry that does not follow from the one before it."""
    if not path.is_file():
        return
    previous = FIRST
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            row = json.loads(line)
            mark = _hash(row)
            held, before = row["hash"], row["previous"]
        except (ValueError, KeyError, TypeError, AttributeError):
            yield Finding(path.name, f"entry {number} cannot be read")
            return
        if before != previous or mark != held:
            why = (
                "does not follow from the one before it" if before != previous else "is not as it was hashed"
            )
            yield Finding(path.name, f"entry {number} {why}")
            return
        previous = held


def _hash(row: dict[str, Any]) -> str:
    """An entry's hash: of the ledger's own form, or of the sealed one."""
    if "sealed" not in row:
        return hash_of(row)
    return sha256(canonical({k: v for k, v in row.items() if k != "hash"}).encode()).hexdigest()
