"""An export that was written -> its manifest: what it is, its files with their hashes, what was lost and withheld.

What was withheld is listed by kind, with its count and the reason, and by commitments: keyed hashes under a salt
that stays with the ledger. Who holds the salt can prove later that a name was withheld; nobody else can guess it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from dateline import __version__
from dateline.exports.publication import Loss, Publication
from dateline.protection.sealing import Seal
from dateline.protection.secrets import Secrets

SUFFIX = ".manifest.json"
MADE_BY = "dateline"


def beside(path: Path) -> Path:
    """Where the manifest of an export lies: beside it, under its name."""
    return path.with_name(path.name + SUFFIX)


def hash_of(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    return sha256(path.read_bytes()).hexdigest()


def files_of(path: Path, left_out: Iterable[str] = ()) -> list[dict[str, Any]]:
    """Every file of an export, by its path inside it, with size and hash, in order."""
    if path.is_file():
        return [{"path": path.name, "bytes": path.stat().st_size, "sha256": hash_of(path)}]
    skipped = set(left_out)
    inner = sorted(p for p in path.rglob("*") if p.is_file())
    named = ((p.relative_to(path).as_posix(), p) for p in inner)
    return [
        {"path": name, "bytes": p.stat().st_size, "sha256": hash_of(p)}
        for name, p in named
        if name not in skipped
    ]


def made(
    publication: Publication,
    form: str,
    *,
    losses: Iterable[Loss],
    files: list[dict[str, Any]],
    kept: Kept | None,
) -> dict[str, Any]:
    """The manifest as plain values; the same export gives the same one."""
    return {
        "made_by": f"{MADE_BY} {__version__}",
        "form": form,
        "audience": publication.audience.value,
        "texts": publication.wording.value,
        "rule": publication.rule,
        "asked": publication.asked,
        "ledger_at": publication.made_at and publication.made_at.isoformat(),
        "reports": len(publication.reports),
        "claims": len(publication.told),
        "incidents": len(publication.incidents),
        "files": files,
        "loss": [_loss(loss) for loss in losses],
        "withheld": [{"kind": one.kind, "count": one.count, "why": one.why} for one in publication.withheld],
        "commitments": commitments(*kept) if kept else {},
    }


Kept = tuple[Secrets, Seal]


def commitments(secrets: Secrets, seal: Seal) -> Mapping[str, list[str]]:
    """A keyed hash of each withheld thing, by kind, sorted, so that their order tells nothing."""
    out: dict[str, list[str]] = {}
    for kind, value in secrets.listed:
        out.setdefault(kind, []).append(seal.commitment(kind, value))
    return {kind: sorted(marks) for kind, marks in sorted(out.items())}


def _loss(loss: Loss) -> dict[str, Any]:
    cells = [{"column": one.column, "what": one.what, "cells": one.cells} for one in loss.lost]
    return {"form": loss.form, "rows": loss.rows, "lost": cells}


def write(manifest: Mapping[str, Any], path: Path) -> None:
    """Write a manifest as JSON that people can read too."""
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", "utf-8")
