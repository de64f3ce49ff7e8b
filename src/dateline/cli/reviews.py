"""The commands by which a person judges claims: accept, correct, reject, add; and two coders who agree or not."""

from __future__ import annotations

import json
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import options
from dateline.cli.incidents import RULE, Rule
from dateline.cli.printing import existing, put
from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.ledger import Change, Ledger
    from dateline.records import Claim, Figure, Report, Verdict

ClaimArgument = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or the start of it.")]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who judges; else your user name.")]
Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="Why, in your own words.")]
InRound = Annotated[
    int | None, typer.Option("--round", metavar="NUMBER", help="The round of coding that this belongs to.")
]
Kind = Annotated[str | None, typer.Option("--kind", help="Kind of event, a word of the codebook.")]
Status = Annotated[str | None, typer.Option("--status", help="Status, a word of the codebook.")]
When = Annotated[
    str | None,
    typer.Option("--when", metavar="DAYS", help="2031-05-02, 2031-05, or first to last; empty for none."),
]
Where = Annotated[
    str | None,
    typer.Option("--where", metavar="PLACE", help="A name, or name, code @ lat, lon; empty for none."),
]
Precision = Annotated[
    str | None,
    typer.Option("--precision", help="How closely the place is known: exact, near, admin, country."),
]
Actors = Annotated[
    str | None, typer.Option("--actors", metavar="NAMES", help="Who did it, names between semicolons.")
]
Targets = Annotated[
    str | None, typer.Option("--targets", metavar="NAMES", help="To whom, names between semicolons.")
]
Source = Annotated[str | None, typer.Option("--source", metavar="NAME", help="Who says so.")]
SourceType = Annotated[str | None, typer.Option("--source-type", help="Type of the source, of the codebook.")]
FigureNumber = Annotated[
    int | None,
    typer.Option("--figure", metavar="NUMBER", min=1, help="Which of the claim's figures, from 1."),
]
NewFigure = Annotated[
    str | None, typer.Option("--new-figure", metavar="WORDS", help="Add a figure that stands in these words.")
]
Strike = Annotated[bool, typer.Option("--strike", help="Strike the figure.")]
Measure = Annotated[str | None, typer.Option("--measure", help="What the figure counts, of the codebook.")]
Low = Annotated[str | None, typer.Option("--low", metavar="N", help="Lower bound; empty for none.")]
High = Annotated[str | None, typer.Option("--high", metavar="N", help="Upper bound; empty for none.")]
Approx = Annotated[
    bool | None, typer.Option("--approx/--exactly", help="Whether the words say about, nearly, dozens.")
]
Scope = Annotated[str | None, typer.Option("--scope", help="new, cumulative, part or superseded.")]
Of = Annotated[str | None, typer.Option("--of", metavar="WORDS", help="Who or what is counted.")]
Victim = Annotated[str | None, typer.Option("--victim", help="Class of the people counted; empty for none.")]
Words = Annotated[
    str | None,
    typer.Option("--words", metavar="WORDS", help="The words that say so, or their offsets: 120-164."),
]


def queue(
    *,
    ledger: options.Ledger = options.LEDGER,
    rule: Rule = RULE,
    measure: Annotated[str, typer.Option("--measure", metavar="MEASURE", help="What is counted.")] = "killed",
    count: Annotated[int, typer.Option("--count", min=1, metavar="N", help="Show the first N.")] = 20,
    as_json: options.Json = False,
) -> None:
    """List the claims nobody has judged, first those whose judging could move the totals most, each with why."""
    from dateline.casebook import keep
    from dateline.cli import reviewtables
    from dateline.cli.progress import linking
    from dateline.ledger import Ledger
    from dateline.reviewing import queue as found

    options.known("measure", measure)
    with Ledger(ledger, create=False) as book:
        keep(book, anew=linking)
        items = found(book, rule, measure=measure, count=count)
    if as_json:
        typer.echo(json.dumps([reviewtables.item_object(item) for item in items], ensure_ascii=False))
    else:
        put(reviewtables.queue(items))


def accept(
    claim: ClaimArgument,
    *,
    ledger: options.Ledger = options.LEDGER,
    by: By = None,
    why: Why = "",
    in_round: InRound = None,
) -> None:
    """Say that a claim is right as it stands: all of its values are then a person's."""
    from dateline.records import Verdict

    _judge(ledger, claim, (Verdict.ACCEPT, []), by, why, in_round)


def reject(
    claim: ClaimArgument,
    *,
    ledger: options.Ledger = options.LEDGER,
    by: By = None,
    why: Why = "",
    in_round: InRound = None,
) -> None:
    """Say that the report claims no such thing: the claim is left out of everything that is counted."""
    from dateline.records import Verdict

    _judge(ledger, claim, (Verdict.REJECT, []), by, why, in_round)


def correct(
    claim: ClaimArgument,
    *,
    ledger: options.Ledger = options.LEDGER,
    kind: Kind = None,
    status: Status = None,
    when: When = None,
    where: Where = None,
    precision: Precision = None,
    actors: Actors = None,
    targets: Targets = None,
    source: Source = None,
    source_type: SourceType = None,
    figure: FigureNumber = None,
    new_figure: NewFigure = None,
    strike: Strike = False,
    measure: Measure = None,
    low: Low = None,
    high: High = None,
    approx: Approx = None,
    scope: Scope = None,
    of: Of = None,
    victim: Victim = None,
    words: Words = None,
    by: By = None,
    why: Why = "",
    in_round: InRound = None,
) -> None:
    """Say what one or more fields of a claim are; all others stay as they were."""
    from dateline.ledger import Ledger
    from dateline.records import Verdict
    from dateline.reviewing import forms

    said = {
        "kind": kind,
        "status": status,
        "when": when,
        "where": where,
        "precision": precision,
        "actors": actors,
        "targets": targets,
        "source": source,
        "source_type": source_type,
        "words": words,
    }
    bounds = {
        "measure": measure,
        "low": low,
        "high": high,
        "approx": approx,
        "scope": scope,
        "of": of,
        "victim": victim,
    }
    with Ledger(ledger, create=False) as book:
        was, report = _claim(book, claim)
        changes = forms.changes(was, report, said)
        if figure is not None or new_figure is not None:
            old = _figure(was, figure)
            changes += forms.figure_change(report, old, words=new_figure, strike=strike, said=bounds)
        if not changes:
            msg = (
                "there is nothing to correct; give a value, such as --status possible or --figure 1 --low 12"
            )
            raise UsageError(msg)
        numbers = book.review(Verdict.CORRECT, was, changes, by=by or getuser(), why=why, in_round=in_round)
        _done(book, numbers, Verdict.CORRECT, was)


def add(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The report's id.")],
    quote: Annotated[
        str, typer.Argument(metavar="WORDS", help="Its words that make the claim, or their offsets: 120-164.")
    ],
    *,
    ledger: options.Ledger = options.LEDGER,
    kind: Annotated[str, typer.Option("--kind", help="Kind of event, a word of the codebook.")],
    status: Annotated[str, typer.Option("--status", help="Status, a word of the codebook.")] = "happened",
    when: When = None,
    where: Where = None,
    precision: Precision = None,
    actors: Actors = None,
    targets: Targets = None,
    source: Annotated[str, typer.Option("--source", metavar="NAME", help="Who says so.")] = "report",
    source_type: Annotated[
        str, typer.Option("--source-type", help="Type of the source, of the codebook.")
    ] = "report",
    figure: Annotated[
        str | None, typer.Option("--figure", metavar="WORDS", help="The words of a figure, or their offsets.")
    ] = None,
    measure: Measure = None,
    low: Low = None,
    high: High = None,
    approx: Approx = None,
    scope: Scope = None,
    of: Of = None,
    victim: Victim = None,
    by: By = None,
    why: Why = "",
    in_round: InRound = None,
) -> None:
    """Add a claim that was not read, by the words of its report that make it."""
    from dateline.ledger import Ledger
    from dateline.reviewing import forms

    said = {
        "kind": kind,
        "status": status,
        "when": when,
        "where": where,
        "precision": precision,
        "actors": actors,
        "targets": targets,
        "source": source,
        "source_type": source_type,
    }
    bounds = {
        "measure": measure,
        "low": low,
        "high": high,
        "approx": approx,
        "scope": scope,
        "of": of,
        "victim": victim,
    }
    with Ledger(ledger, create=False) as book:
        missed = forms.missed(book.report(report), quote, said, figure=figure, figure_said=bounds)
        number, id_ = book.add(missed, by=by or getuser(), why=why, in_round=in_round)
        _keep(book)
        put(f"judgement {number}: added claim {id_}")


def note(
    claim: ClaimArgument,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to note.")],
    *,
    ledger: options.Ledger = options.LEDGER,
    by: By = None,
) -> None:
    """Note something about a claim; it changes nothing that is counted."""
    from dateline.ledger import Change
    from dateline.records import Verdict

    _judge(ledger, claim, (Verdict.NOTE, [Change("note", text)]), by, "", None)


def proof(
    claim: ClaimArgument,
    standard: Annotated[
        str,
        typer.Argument(
            metavar="STANDARD",
            help="reported, credible, verified, clear, proven or discarded.",
        ),
    ],
    *,
    ledger: options.Ledger = options.LEDGER,
    by: By = None,
    why: Why = "",
) -> None:
    """Say which standard of proof a claim meets; no program ever does."""
    from dateline.ledger import Change
    from dateline.records import Verdict

    _judge(ledger, claim, (Verdict.PROOF, [Change("proof", standard)]), by, why, None)


def undo(
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", help="The judgement's number, as the log shows it.")
    ],
    *,
    ledger: options.Ledger = options.LEDGER,
    by: By = None,
    why: Why = "",
) -> None:
    """Take a judgement of any sort back, by a further entry of the log."""
    from dateline.ledger import Ledger

    with Ledger(ledger, create=False) as book:
        entry = book.unjudge(number, by=by or getuser(), why=why)
        _keep(book)
    put(f"entry {entry}: judgement {number} is taken back")


def log(
    *,
    ledger: options.Ledger = options.LEDGER,
    unattached: Annotated[
        bool, typer.Option("--unattached", help="Only judgements whose words no longer fit anything.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object for each entry.")] = False,
) -> None:
    """Show everything that people decided, in order; what was taken back stays, and says so."""
    from dateline.cli import reviewtables
    from dateline.ledger.types import canonical

    with existing(ledger) as book:
        rows = book.log()
        lost = {entry.number for entry in book.unattached()}
    undone = {entry.undoes for entry in rows}
    if as_json:
        for row in rows.to_dicts():
            if not unattached or row["id"] in lost:
                typer.echo(canonical(row | {"recorded_at": row["recorded_at"].isoformat()}))
        return
    shown = [entry for entry in rows if not unattached or entry.number in lost]
    put(reviewtables.log(shown, undone, lost))
    if rows and not unattached:
        put(f"hash of the last entry: {rows[-1].hash}")


def open_round(
    reports: Annotated[list[str], typer.Argument(metavar="REPORT...", help="The reports, by id.")],
    *,
    coder: Annotated[list[str], typer.Option("--coder", metavar="NAME", help="A coder; give two.")],
    ledger: options.Ledger = options.LEDGER,
    by: By = None,
    why: Why = "",
) -> None:
    """Have two coders judge the same reports, neither seeing the other's judgements until both have finished."""
    from dateline.ledger import Ledger

    if len(coder) != 2:
        msg = f"a round has two coders, not {len(coder)}; give --coder twice"
        raise UsageError(msg)
    with Ledger(ledger, create=False) as book:
        number = book.open_round(reports, (coder[0], coder[1]), by=by or getuser(), why=why)
    put(f"round {number}: {coder[0]} and {coder[1]} judge {len(set(reports))} reports, with --round {number}")


def rounds(*, ledger: options.Ledger = options.LEDGER) -> None:
    """List the rounds of coding, and who has finished."""
    from dateline.cli import reviewtables

    with existing(ledger) as book:
        put(reviewtables.rounds(book.rounds()))


def finish(
    number: Annotated[int, typer.Argument(metavar="ROUND", help="The round's number.")],
    *,
    ledger: options.Ledger = options.LEDGER,
    by: By = None,
) -> None:
    """Say that you have judged all of a round; when both coders have, what they agree on takes effect."""
    from dateline.ledger import Ledger

    with Ledger(ledger, create=False) as book:
        held = book.finish_round(number, by=by or getuser())
        _keep(book)
    put(f"round {number} is over" if held.is_over else f"round {number}: the other coder has not finished")


def agreement(
    number: Annotated[int, typer.Argument(metavar="ROUND", help="The round's number.")],
    *,
    ledger: options.Ledger = options.LEDGER,
    as_json: options.Json = False,
) -> None:
    """Compare the two coders of a round: Krippendorff's alpha for each field, and where they differ."""
    from dateline.cli import reviewtables
    from dateline.reviewing import compare

    with existing(ledger) as book:
        held = next((one for one in book.rounds() if one.number == number), None)
        if held is None or not held.is_over:
            what = (
                "is not over: both coders must finish it first"
                if held
                else "does not exist; see review rounds"
            )
            msg = f"round {number} {what}"
            raise UsageError(msg)
        got = compare(held, *(book.coding(number, coder) for coder in held.coders))
    if as_json:
        typer.echo(json.dumps(reviewtables.comparison_object(got), ensure_ascii=False))
    else:
        put(*reviewtables.comparison(got))


# The command's own name; `round` is taken in Python.
open_round.__name__ = "round"


def _judge(
    path: Path, claim: str, said: tuple[Verdict, list[Change]], by: str | None, why: str, in_round: int | None
) -> None:
    from dateline.ledger import Ledger

    verdict, changes = said
    with Ledger(path, create=False) as book:
        was, _ = _claim(book, claim, rejected=True)
        numbers = book.review(verdict, was, changes, by=by or getuser(), why=why, in_round=in_round)
        _done(book, numbers, verdict, was)


def _claim(book: Ledger, prefix: str, *, rejected: bool = False) -> tuple[Claim, Report]:
    claim = book.claim(prefix, include_withdrawn=rejected)
    return claim, book.report(claim.report)


def _figure(claim: Claim, number: int | None) -> Figure | None:
    if number is None:
        return None
    if number > len(claim.figures):
        msg = f"the claim has {len(claim.figures)} figures; there is no figure {number}"
        raise UsageError(msg)
    return claim.figures[number - 1]


def _done(book: Ledger, numbers: tuple[int, ...], verdict: Verdict, claim: Claim) -> None:
    _keep(book)
    told = ", ".join(map(str, numbers))
    put(f"judgement {told}: {verdict} {claim.id[:8]}; take it back with review undo {numbers[-1]}")


def _keep(book: Ledger) -> Any:
    from dateline.casebook import keep
    from dateline.cli.progress import linking

    return keep(book, anew=linking)
