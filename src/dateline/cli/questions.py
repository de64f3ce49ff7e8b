"""The commands that ask: of a ledger, or of files without one."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import options
from dateline.cli.options import Format
from dateline.cli.printing import existing, leave, put, sources
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.ledger import ClaimFilter, Ledger
    from dateline.records import Claim, Fault, Report

    Found = tuple[Report, tuple[Claim, ...]]

Files = Annotated[
    list[Path] | None, typer.Argument(metavar="FILE", help="Read these now, and use no ledger.")
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print the claims.")]


def reports(
    *,
    ledger: options.Ledger = options.LEDGER,
    as_of: options.AsOf = None,
    clock: options.ByClock = options.Clock.SAID,
) -> None:
    """List the reports of a ledger, with how many claims each has."""
    from dateline.cli import tables

    asked = options.asked(**options.moments(as_of, clock))
    with existing(ledger) as book:
        counts = Counter(str(claim.report) for claim in book.claims(asked))
        put(tables.reports(book.reports(asked), counts))


def claims(
    files: Files = None,
    *,
    ledger: options.Ledger = options.LEDGER,
    form: FormatOption = Format.TABLE,
    kind: options.Kind = None,
    place: options.Place = None,
    since: options.Since = None,
    until: options.Until = None,
    source: options.Source = None,
    source_type: options.SourceType = None,
    words: options.Words = None,
    actor: options.Actor = None,
    target: options.Target = None,
    status: options.Status = None,
    measure: options.Measure = None,
    report: options.Of = None,
    as_of: options.AsOf = None,
    clock: options.ByClock = options.Clock.SAID,
    min_confidence: options.MinConfidence = None,
    sure_of: options.SureOf = None,
    jobs: options.Jobs = 1,
    model: options.Model = options.MODEL,
    gazetteer: options.Gazetteer = None,
) -> None:
    """Print claims, from a ledger or straight from files."""
    asked = options.asked(
        kind=kind,
        place=place,
        since=since,
        until=until,
        source=source,
        source_type=source_type,
        words=words,
        actor=actor,
        target=target,
        status=status,
        measure=measure,
        report=report,
        **options.moments(as_of, clock),
        min_confidence=min_confidence,
        sure_of=tuple(sure_of or ()),
    )
    answers = _of_files(files, asked, jobs, (model, gazetteer)) if files else _of_ledger(ledger, asked)
    lost: list[Fault] = []
    _print(_found(answers, lost), form)
    leave(lost)


def figures(
    files: Files = None,
    *,
    ledger: options.Ledger = options.LEDGER,
    kind: options.Kind = None,
    place: options.Place = None,
    since: options.Since = None,
    until: options.Until = None,
    source: options.Source = None,
    source_type: options.SourceType = None,
    words: options.Words = None,
    actor: options.Actor = None,
    target: options.Target = None,
    status: options.Status = None,
    measure: options.Measure = None,
    report: options.Of = None,
    as_of: options.AsOf = None,
    clock: options.ByClock = options.Clock.SAID,
    min_confidence: options.MinConfidence = None,
    sure_of: options.SureOf = None,
    jobs: options.Jobs = 1,
    model: options.Model = options.MODEL,
    gazetteer: options.Gazetteer = None,
) -> None:
    """Print figures with who gives them, from a ledger or files."""
    from dateline.cli import tables

    asked = options.asked(
        kind=kind,
        place=place,
        since=since,
        until=until,
        source=source,
        source_type=source_type,
        words=words,
        actor=actor,
        target=target,
        status=status,
        measure=measure,
        report=report,
        **options.moments(as_of, clock),
        min_confidence=min_confidence,
        sure_of=_and_figures(sure_of, min_confidence),
    )
    answers = _of_files(files, asked, jobs, (model, gazetteer)) if files else _of_ledger(ledger, asked)
    lost: list[Fault] = []
    put(tables.figures(_found(answers, lost), measure))
    leave(lost)


def _and_figures(sure_of: list[str] | None, least: float | None) -> tuple[str, ...]:
    """Who asks for sure figures is to be sure of the figures."""
    return (*(sure_of or ()), *(("figures",) if least is not None else ()))


def why(
    claim: Annotated[
        str, typer.Argument(metavar="ID", help="The id of a claim or an incident, or the start of it.")
    ],
    *,
    ledger: options.Ledger = options.LEDGER,
) -> None:
    """Show the words behind a claim and what decided each value; or why an incident's claims belong together."""
    from dateline.cli import marking
    from dateline.cli.incidents import tell_links

    with existing(ledger) as book:
        if claim.startswith("i"):  # an incident's id is an i before that of its first claim
            tell_links(book, claim)
            return
        found = book.claim(claim)
        put(*marking.why(book.report(found.report), found))


def show(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report's id, or the start of it.")],
    *,
    ledger: options.Ledger = options.LEDGER,
) -> None:
    """Show a report with the words of its claims marked."""
    from dateline.cli import marking
    from dateline.ledger import ClaimFilter

    with existing(ledger) as book:
        found = _begun(book, report)
        put(*marking.show(found, book.claims(ClaimFilter(report=found.id))))


def _begun(book: Ledger, start: str) -> Report:
    """The report whose id is, or as the only one begins with, what was typed. Raises: UsageError."""
    ids = [report.id for report in book.reports() if report.id.startswith(start)]
    if len(ids) > 1 and start not in ids:
        msg = f"{len(ids)} reports begin with {start!r}, such as {ids[0]} and {ids[1]}; give more of the id"
        raise UsageError(msg)
    return book.report(ids[0] if len(ids) == 1 else start)


def faults(*, ledger: options.Ledger = options.LEDGER) -> None:
    """List what could not be read, and why."""
    from dateline.cli import tables

    with existing(ledger) as book:
        put(tables.faults(book.faults()))


def _of_ledger(path: Path, asked: ClaimFilter) -> Iterator[Found | Fault]:
    with existing(path) as book:
        by_report: dict[str, list[Claim]] = defaultdict(list)
        for claim in book.claims(asked):
            by_report[claim.report].append(claim)
        for report in book.reports(asked):
            yield report, tuple(by_report[report.id])


def _of_files(
    files: list[Path], asked: ClaimFilter, jobs: int, opening: tuple[str, Path | None]
) -> Iterator[Found | Fault]:
    from dateline.ledger.passing import has_words, passes, was_said
    from dateline.pipeline import read_files
    from dateline.records import Fault

    if asked.known_at is not None:
        msg = "--clock learned asks what a ledger knew; files without a ledger know nothing of that"
        raise UsageError(msg)
    model, gazetteer = opening
    for item in read_files(sources(files), jobs=jobs, model=model, gazetteer=gazetteer):
        if isinstance(item, Fault):
            yield item
            continue
        yield from item.faults
        if not (was_said(item.report, asked) and has_words(item.report, asked)):
            continue
        made = sorted(item.claims, key=lambda claim: (claim.evidence.start, claim.id))  # as a ledger does
        yield item.report, tuple(claim for claim in made if passes(claim, asked))


def _found(answers: Iterable[Found | Fault], lost: list[Fault]) -> Iterator[Found]:
    """The answers that are no faults; the faults go into `lost`."""
    from dateline.records import Fault

    for answer in answers:
        if isinstance(answer, Fault):
            lost.append(answer)
        else:
            yield answer


def _print(found: Iterable[Found], form: Format) -> None:
    from dateline.cli import tables
    from dateline.exports.claims import to_csv, to_object

    if form is Format.JSONL:
        for report, claims in found:
            line = {"id": report.id, "claims": [to_object(claim, report.text) for claim in claims]}
            typer.echo(json.dumps(line, ensure_ascii=False))
        return
    kept = list(found)
    if form is Format.CSV:
        made = (claim for _, claims in kept for claim in claims)
        typer.echo(to_csv(made, [report for report, _ in kept]), nl=False)
    else:
        put(tables.claims(kept))
