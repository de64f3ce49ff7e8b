"""A ledger -> a packet: one folder with every form, the log of reviews, a manifest, and what proves it whole.

The log of the project's own packet is the ledger's, entry by entry. For others each entry is told by number, day,
verdict and a sealed mark of its hash: that the log is whole can be seen, and proved with the salt, but not its words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.errors import InstallError
from dateline.exports.forms import FORMS, PACKET
from dateline.exports.losses import told as loss_words
from dateline.exports.publication import Loss, Publication
from dateline.ledger.entries import FIRST, to_row
from dateline.ledger.types import canonical
from dateline.protection.sealing import Seal
from dateline.publishing import manifest
from dateline.publishing.building import Asked
from dateline.publishing.handing import Published, Ready, Terms, prepare, refuse_taken, unfinished, write_one
from dateline.publishing.proving import LOCATORS, MANIFEST, SUMS, locators, sums
from dateline.publishing.searching import refuse_leaks, words_in

if TYPE_CHECKING:
    from dateline.ledger import Ledger
    from dateline.ledger.entries import Entry

LOG, LOSSES, README = "review-log.jsonl", "losses.txt", "README.txt"
# Also the rules whose numbers the shapes of other data sets ask for.
RULES = ("range", "acled", "ucdp")
ABOUT = """This packet was written by dateline ({audience}; figures by the rule {rule}).

{forms}
  review-log.jsonl  the log of reviews: each entry bears the hash of the one before it
  losses.txt        what each form cannot say of the ledger
  manifest.json     what this is: its files, what is withheld and why, with sealed commitments
  SHA256SUMS        the SHA-256 of every file; `sha256sum -c SHA256SUMS` reads it too

`dateline verify` of this folder names what was changed, is missing or was added: the file, and where one byte was
changed, the byte. It can only show changes against these sums; who rewrites all of them leaves no trace here, so
keep the fingerprint that `dateline export` printed, or send it by another way.
"""


def publish_packet(
    ledger: Ledger, out: Path, asked: Asked | None = None, *, terms: Terms | None = None
) -> Published:
    """Write a packet for an audience; by default for the public. Forms whose packages are missing are left out.

    Raises:   UsageError and ProtectionError, as `publish`.
    """
    refuse_taken(out)
    wanted, on = asked or Asked(), terms or Terms()
    wide = Asked(wanted.filter, wanted.rule, tuple(dict.fromkeys((*wanted.rules, *RULES))), wanted.words)
    ready = prepare(ledger, wide, on)
    with unfinished(out) as part:
        part.mkdir()
        losses, left_out = _forms(ready, part, out.name)
        _write_log(ledger, ready, part / LOG)
        (part / LOSSES).write_text("\n".join(map(loss_words, losses)), "utf-8")
        (part / README).write_text(_about(ready.publication, losses), "utf-8")
        _write_proofs(ready, part, losses, left_out)
        if ready.kept:
            own = frozenset(words_in((_about(ready.publication, losses), *map(loss_words, losses))))
            for name in (LOG, LOSSES, README, MANIFEST, SUMS):
                refuse_leaks(
                    part / name, ready.kept[0], own | words_in([*FORMS, LOG, LOSSES, README, MANIFEST])
                )
        fingerprint = manifest.hash_of(part / SUMS)
        part.rename(out)
    return Published(out, out / MANIFEST, tuple(losses), ready.publication, fingerprint)


def _forms(ready: Ready, folder: Path, name: str) -> tuple[list[Loss], dict[str, str]]:
    """Write every form; those that cannot be written for want of a package, with the reason."""
    losses: list[Loss] = []
    left_out: dict[str, str] = {}
    for form in FORMS.values():
        path = folder / (f"{form.name}{form.suffix}")
        try:
            losses.append(write_one(form, ready, path, f"{name}/{path.name}"))
        except InstallError as error:
            left_out[form.name] = str(error)
    return losses, left_out


def _about(publication: Publication, losses: list[Loss]) -> str:
    written = {loss.form for loss in losses}
    lines = "\n".join(
        f"  {form.name + form.suffix:<17} {form.words}" for form in FORMS.values() if form.name in written
    )
    return ABOUT.format(audience=publication.audience.value, rule=publication.rule, forms=lines)


def _write_log(ledger: Ledger, ready: Ready, path: Path) -> None:
    entries = ledger.log()
    rows = _sealed(entries, ready.kept[1]) if ready.kept else _whole(entries)
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), "utf-8")


def _whole(entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    """The entries as the ledger has them, their moments as its hashes have them."""
    for entry in entries:
        row = to_row(entry)
        yield row | {"recorded_at": entry.at.isoformat(timespec="microseconds")}


def _sealed(entries: Iterable[Entry], seal: Seal) -> Iterator[dict[str, Any]]:
    """The entries without their words: a chain of its own, each link tied to the ledger's by a sealed mark."""
    previous = FIRST
    for entry in entries:
        row = {
            "id": entry.number,
            "verdict": entry.verdict.value,
            "day": entry.at.date().isoformat(),
            "sealed": seal.commitment("log", entry.hash),
            "previous": previous,
        }
        previous = sha256(canonical(row).encode()).hexdigest()
        yield row | {"hash": previous}


def _write_proofs(ready: Ready, folder: Path, losses: list[Loss], left_out: dict[str, str]) -> None:
    files = manifest.files_of(folder)
    for one in files:
        one[LOCATORS] = list(locators((folder / one["path"]).read_bytes()))
    whole = manifest.made(ready.publication, PACKET, losses=losses, files=files, kept=ready.kept)
    manifest.write(whole | {"left_out": left_out}, folder / MANIFEST)
    (folder / SUMS).write_bytes(sums(files, (folder / MANIFEST).read_bytes()))
