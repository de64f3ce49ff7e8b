"""A ledger, a form and an audience -> a file that may be handed on, with its manifest; or a refusal and no file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import UsageError
from dateline.exports.forms import Form, form
from dateline.exports.publication import Audience, Loss, Publication
from dateline.protection import policy_for
from dateline.protection.sealing import Seal
from dateline.protection.secrets import Secrets
from dateline.publishing import manifest
from dateline.publishing.building import Asked, build
from dateline.publishing.knowing import Knower
from dateline.publishing.protecting import protect, seal_of
from dateline.publishing.salting import salt_of
from dateline.publishing.searching import refuse_leaks, vocabulary

if TYPE_CHECKING:
    from dateline.ledger import Ledger

PART = ".part"  # what a file is called until it has been searched


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms something is handed on: to whom, by which policy file, sealed under which salt file."""

    audience: Audience = Audience.PUBLIC
    policy: Path | None = None
    salt: Path | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """A publication as its audience may see it; what it must not show and its seal, None for the project itself."""

    publication: Publication
    kept: tuple[Secrets, Seal] | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """What was handed on: the file or folder, its manifest, what the form could not say, and how much it holds.

    `fingerprint` is a packet's: the SHA-256 of its list of sums.
    """

    path: Path
    manifest: Path
    losses: tuple[Loss, ...]
    publication: Publication
    fingerprint: str = ""


def publish(
    ledger: Ledger, name: str, out: Path, asked: Asked | None = None, *, terms: Terms | None = None
) -> Published:
    """Write what is asked for of a ledger in a form, for an audience; by default for the public.

    It is written under another name, searched in full for everything that was withheld, and only then given its
    own; the manifest lies beside it.

    Raises:   UsageError, when there is no such form or rule, or something stands at `out` already;
              ProtectionError, when the file would show what was withheld: then nothing is left of it;
              InstallError, when a package is missing that the form needs.
    """
    chosen = form(name)
    refuse_taken(out)
    ready = prepare(ledger, asked or Asked(), terms or Terms())
    with unfinished(out) as part:
        losses = write_one(chosen, ready, part, out.name)
        listed = manifest.files_of(part)
        if part.is_file():
            listed[0]["path"] = out.name
        whole = manifest.made(ready.publication, name, losses=(losses,), files=listed, kept=ready.kept)
        part.rename(out)
        manifest.write(whole, manifest.beside(out))
    return Published(out, manifest.beside(out), (losses,), ready.publication)


def prepare(ledger: Ledger, asked: Asked, terms: Terms) -> Ready:
    """What an audience may see of a ledger.

    Raises:   UsageError, as `publish`.
    """
    publication = build(ledger, asked)
    if terms.audience is Audience.INTERNAL:
        return Ready(publication)
    policy = policy_for(terms.audience, terms.policy)
    seal = seal_of(publication, terms.audience, salt_of(ledger.path, terms.salt))
    protected = protect(publication, terms.audience, policy, seal, Knower())
    return Ready(protected.publication, (protected.secrets, seal))


def write_one(chosen: Form, ready: Ready, path: Path, name: str = "") -> Loss:
    """Write one form and search it.

    Raises:   ProtectionError, when it shows what was withheld.
    """
    loss = chosen.write(ready.publication, path)
    if ready.kept:
        refuse_leaks(path, ready.kept[0], vocabulary(chosen, ready.publication), name)
    return loss


def refuse_taken(out: Path) -> None:
    """Refuse to write over anything.

    Raises:   UsageError, when something stands where the export or its manifest is to go, or its folder is not there.
    """
    for path in (out, manifest.beside(out)):
        if path.exists():
            msg = f"{path} is there already; move it away, or give another --out"
            raise UsageError(msg)
    if not out.parent.is_dir():
        msg = f"there is no folder {out.parent}; make it first"
        raise UsageError(msg)


@contextmanager
def unfinished(out: Path) -> Iterator[Path]:
    """A path beside `out` to write to; whatever goes wrong, nothing is left of it."""
    part = out.with_name(f".{out.stem}{PART}{out.suffix}")
    _clear(part)
    try:
        yield part
    finally:
        _clear(part)


def _clear(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
