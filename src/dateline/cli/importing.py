"""The command that reads back what somebody judged in a spreadsheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import options
from dateline.cli.exporting import Audience
from dateline.cli.printing import FAULTS, put
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.exports.judged import Decided, Refused
    from dateline.exports.readback import Line
    from dateline.ledger import Ledger
    from dateline.records import Actor, Claim, Where

SHOWN = 20  # refusals that are named; the rest is counted, as a sheet can have ten thousand rows


def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A workbook or folder of CSV files that export made, with verdicts filled in.",
        ),
    ],
    *,
    ledger: options.Ledger = options.LEDGER,
    audience: Annotated[
        Audience,
        typer.Option(
            "--audience", help="For whom the file was made; ids tell one for the project from one for others."
        ),
    ] = Audience.PARTNER,
    policy: Annotated[
        Path | None, typer.Option("--policy", metavar="FILE", help="The policy that it was made by.")
    ] = None,
    salt: Annotated[
        Path | None,
        typer.Option("--salt", metavar="FILE", help="The salt that it was made with; else LEDGER.salt."),
    ] = None,
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="Who judged, where a row does not name anybody.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be recorded, and record nothing.")
    ] = False,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Record the rows that match, even where others do not.")
    ] = False,
) -> None:
    """Read back judgements made in a spreadsheet; rows that do not match the ledger are refused."""
    from dateline.exports.judged import match
    from dateline.exports.publication import Audience as For
    from dateline.exports.readback import read
    from dateline.ledger import Ledger
    from dateline.publishing.handing import Terms
    from dateline.publishing.returning import returned

    sheets = read(file)
    with Ledger(ledger, create=False, read_only=dry_run) as book:
        reviewed = book.reviewed()
        rejected = [claim for claim, one in reviewed.items() if one.verdict == "reject"]
        masked = returned(book, _ids(sheets), Terms(For(audience.value), policy, salt))
        got = match(
            sheets,
            masked.told if masked else book.told(),
            by=by,
            actor_of=_actor,
            place_of=_place,
            rejected=masked.ids(rejected) if masked else rejected,
            behind=masked.behind if masked else None,
        )
        new = [one for one in got.decided if not _is_recorded(one, book)]
        _refuse(got.refused)
        stop = bool(got.refused) and not keep_going
        if not stop and not dry_run:
            _record(book, new)
    _tell(new, len(got.decided) - len(new) + got.past, is_done=not stop and not dry_run)
    if got.refused:
        raise typer.Exit(FAULTS)


import_.__name__ = "import"  # the command's own name; `import` is taken in Python


def _ids(sheets: Mapping[str, Iterable[Line]]) -> set[str]:
    """The ids of claims that a file's rows name."""
    return {
        line.text("id" if name == "claims" else "claim") for name, lines in sheets.items() for line in lines
    }


def _actor(name: str, claim: Claim) -> Actor:
    from dateline.reviewing.values import parties

    return parties(name, (*claim.actors, *claim.targets))[0]


def _place(name: str, country: str | None) -> Where:
    """A place by its name, from the gazetteer; a name with a comma in it is taken as it stands."""
    from dateline.records import Where
    from dateline.reviewing import values

    try:
        return values.where(f"{name}, {country}" if country else name) or Where(name, country=country)
    except UsageError:
        return Where(name, country=country)


def _is_recorded(one: Decided, book: Ledger) -> bool:
    """Whether just this was recorded when the file was read back before."""
    known = book.reviewed(one.claim.report).get(one.claim.id)
    if known is None or one.verdict == "correct":
        return False
    return any((e.verdict, e.by, e.why) == (one.verdict, one.by, one.why) for e in known.entries)


def _record(book: Ledger, decided: Sequence[Decided]) -> None:
    """Record everything, or nothing: one row that the ledger refuses drops all."""
    from dateline.casebook import keep
    from dateline.cli.progress import linking
    from dateline.ledger import deciding
    from dateline.ledger.store import now
    from dateline.records import Verdict

    with book.writing() as connection:
        for one in decided:
            changes = [deciding.Change(c.field, c.value, c.figure) for c in one.changes]
            said = deciding.Said(one.by, now(), one.why)
            try:
                deciding.review(connection, Verdict(one.verdict), one.claim, changes, said)
            except UsageError as error:
                msg = f"{one.at}: {error}; nothing was recorded"
                raise UsageError(msg) from error
    if decided:
        keep(book, anew=linking)


def _refuse(refused: Sequence[Refused]) -> None:
    from dateline.cli.cleaning import one_line

    for one in refused[:SHOWN]:
        typer.echo(f"dateline: {one_line(one.at)}: {one_line(one.why)}", err=True)
    if len(refused) > SHOWN:
        typer.echo(f"dateline: and {len(refused) - SHOWN:,} more cells", err=True)


def _tell(decided: Iterable[Decided], past: int, *, is_done: bool) -> None:
    kept = list(decided)
    counts = Counter(one.verdict for one in kept)
    fields = sum(len(one.changes) for one in kept)
    parts = [
        f"{counts[verdict]:,} {verdict}" for verdict in ("accept", "reject", "correct") if counts[verdict]
    ]
    if fields:
        parts[-1] += f" ({fields:,} field{'s' * (fields > 1)})"
    were = "recorded" if is_done else "not recorded"
    put(f"{len(kept):,} judgements {were}: {', '.join(parts) or 'none'}.")
    if past:
        put(f"{past:,} rows passed over: the ledger has gone on, or has that judgement already.")
