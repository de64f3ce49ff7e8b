"""The commands by which something leaves the ledger, and by which a packet is held against its own sums."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import options
from dateline.cli.incidents import RULE, Rule
from dateline.cli.printing import FAULTS, existing, put

if TYPE_CHECKING:
    from dateline.exports.publication import Loss
    from dateline.publishing import Published

SHOWN = 5  # losses that are named on standard error


class Audience(StrEnum):
    """For whom an export is made."""

    INTERNAL = "internal"
    PARTNER = "partner"
    PUBLIC = "public"


def export(
    *,
    form: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="FORM",
            help="csv, xlsx, parquet, jsonl, geojson, gpkg, html, acled, ucdp-ged, plover, polecat, or packet:"
            " all of them.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="PATH", help="The file or folder to write.")],
    ledger: options.Ledger = options.LEDGER,
    audience: Annotated[
        Audience, typer.Option("--audience", help="For whom: what the others may not see is withheld.")
    ] = Audience.PUBLIC,
    policy: Annotated[
        Path | None,
        typer.Option(
            "--policy", metavar="FILE", help="The project's policy: names to keep, names to withhold."
        ),
    ] = None,
    salt: Annotated[
        Path | None,
        typer.Option(
            "--salt", metavar="FILE", help="The salt of ids and commitments; else LEDGER.salt, made once."
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
    rule: Rule = RULE,
    kind: options.Kind = None,
    status: options.Status = None,
    place: options.Place = None,
    since: options.Since = None,
    until: options.Until = None,
    source: options.Source = None,
    source_type: options.SourceType = None,
    words: options.Words = None,
    actor: options.Actor = None,
    target: options.Target = None,
    measure: options.Measure = None,
    report: options.Of = None,
    min_confidence: options.MinConfidence = None,
    sure_of: options.SureOf = None,
    as_of: options.AsOf = None,
    clock: options.ByClock = options.Clock.SAID,
) -> None:
    """Write what may be handed on, for the public unless told otherwise; refuse where a withheld name would show."""
    from dateline.exports.forms import PACKET
    from dateline.exports.placing import placed
    from dateline.exports.publication import Audience as For
    from dateline.publishing import Asked, Terms, publish, publish_packet

    asked: dict[str, Any] = {
        "kind": kind,
        "status": status,
        "place": place,
        "since": since,
        "until": until,
        "source": source,
        "source_type": source_type,
        "words": words,
        "actor": actor,
        "target": target,
        "measure": measure,
        "report": report,
        "min_confidence": min_confidence,
    }
    typed = _words({**asked, "as_of": as_of, "sure_of": ", ".join(sure_of or ())})
    moments = options.moments(as_of, clock)
    wanted = Asked(options.asked(**asked, sure_of=tuple(sure_of or ()), **moments), rule, words=typed)
    terms = Terms(For(audience.value), policy, salt)
    with existing(ledger) as book, placed(out, force=force) as path:
        made = (
            publish_packet(book, path, wanted, terms=terms)
            if form == PACKET
            else publish(book, form, path, wanted, terms=terms)
        )
        _lay_losses(made, path)
    _tell(replace(made, path=out, manifest=out.parent / made.manifest.relative_to(path.parent)))


def _lay_losses(made: Published, path: Path) -> None:
    """Lay the loss report beside a file in the shape of another data set; a packet holds its own."""
    from dateline.exports.forms import FORMS
    from dateline.exports.losses import to_json, told

    if path.is_file():
        for loss in made.losses:
            if loss.form in FORMS and FORMS[loss.form].coded:
                path.with_name(f"{path.name}.loss.txt").write_text(told(loss), "utf-8")
                path.with_name(f"{path.name}.loss.json").write_text(to_json(loss), "utf-8")


def _words(asked: dict[str, Any]) -> str:
    """What was asked for, as it was typed."""
    return " ".join(
        f"--{name.replace('_', '-')} {value}" for name, value in asked.items() if value not in (None, "")
    )


def _tell(made: Published) -> None:
    """What was written, what is withheld of it, and what its forms cannot say, in few lines."""
    said = made.publication
    put(
        f"{made.path}: {len(said.incidents):,} incidents, {len(said.told):,} claims, {len(said.reports):,} reports"
    )
    withheld = ", ".join(f"{one.count:,} x {one.kind}" for one in said.withheld)
    put(f"for {said.audience.value}: {f'withheld {withheld}' if withheld else 'nothing withheld'}")
    put(f"manifest: {made.manifest}")
    if made.fingerprint:
        put(f"fingerprint: {made.fingerprint}")
    for loss in made.losses:
        _tell_loss(loss, made.manifest)


def _tell_loss(loss: Loss, manifest: Path) -> None:
    """The first things that a form cannot say; all stand in the manifest."""
    for one in loss.lost[:SHOWN]:
        typer.echo(f"dateline: {loss.form} cannot say {one.column}: {one.what} ({one.cells:,})", err=True)
    if len(loss.lost) > SHOWN:
        more = len(loss.lost) - SHOWN
        typer.echo(f"dateline: and {more} more things that {loss.form} cannot say: see {manifest}", err=True)


def verify(
    packet: Annotated[
        Path, typer.Argument(metavar="PACKET", help="The folder that export --as packet wrote.")
    ],
    *,
    fingerprint: Annotated[
        str | None,
        typer.Option(
            "--fingerprint", metavar="SHA256", help="The fingerprint that export printed, kept elsewhere."
        ),
    ] = None,
) -> None:
    """Hold a packet against its own sums; name the file, the byte or the entry of the log that was changed."""
    from dateline.publishing import verify as held

    found = held(packet)
    for finding in found.findings:
        put(f"{finding.file}: {finding.what}")
    if fingerprint and fingerprint != found.fingerprint:
        put(
            f"fingerprint: is {found.fingerprint}, not the one given; the packet was made anew or its sums rewritten"
        )
    elif not found.findings:
        put(f"whole: {found.files:,} files; fingerprint {found.fingerprint}")
        return
    raise typer.Exit(FAULTS)
