"""A connection and a person's judgement -> a further entry of the log; and the entries there are.

The log is only ever added to: to take a judgement back is a further entry, and every entry bears the hash of
the one before it. What judgements do to claims is `settling`'s business.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, insert, select

from dateline.errors import UsageError
from dateline.ledger.entries import ABOUT_CLAIMS, FIRST, Entry, chained, from_row, to_row
from dateline.ledger.entries import standing as standing_entries
from dateline.ledger.rows import Rows
from dateline.ledger.schema import CLAIM, JUDGEMENT
from dateline.records import Claim, Handle, Judgement, ReportId, Verdict

NOBODY = "a judgement needs the name of who judged; give it with --by"
# Long enough for any reason that a person types, short enough that no request fills the disk.
LONGEST_WHY, LONGEST_NAME = 10_000, 200
_PAIRS = JUDGEMENT.c.verdict.in_([Verdict.SAME.value, Verdict.DIFFERENT.value])
_ROUNDS = JUDGEMENT.c.verdict.in_([Verdict.ROUND.value, Verdict.FINISH.value])
_UNDONE = select(JUDGEMENT.c.undoes).where(JUDGEMENT.c.undoes.is_not(None))
# What the log's columns hold, in the words of `rows`; all others are text.
HOLDS = (
    dict.fromkeys(JUDGEMENT.c.keys(), "text")
    | dict.fromkeys(
        ("id", "start", "end", "other_start", "other_end", "words_start", "words_end", "revision"), "count"
    )
    | {"round": "count", "undoes": "count", "recorded_at": "moment"}
    | dict.fromkeys(("old", "new", "shown"), "json")
)


def handle(connection: Connection, claim: Claim) -> tuple[Handle, int]:
    """What a judgement holds on to: a claim's words in its report; and the revision of the report.

    Raises:   UsageError, when the ledger does not hold the claim.
    """
    asked = select(CLAIM.c.quote, CLAIM.c.report_revision).where(CLAIM.c.id == claim.id)
    row = connection.execute(asked.order_by(CLAIM.c.revision.desc()).limit(1)).one_or_none()
    if row is None:
        msg = f"the ledger holds no claim {claim.id!r}; `claims` lists those it holds"
        raise UsageError(msg)
    return Handle(claim.report, claim.evidence.start, claim.evidence.end, row.quote), row.report_revision


def append(connection: Connection, said: Entry) -> Entry:
    """Add an entry to the end of the log; the entry with its number and hash.

    Raises:   UsageError, when nobody judged, or a name or a reason is too long or no text.
    """
    _need_words(said)
    asked = select(JUDGEMENT.c.id, JUDGEMENT.c.hash).order_by(JUDGEMENT.c.id.desc()).limit(1)
    last = connection.execute(asked).one_or_none()
    numbered = replace(said, number=1 + (last.id if last else 0))
    row = chained(to_row(numbered), last.hash if last else FIRST)
    connection.execute(insert(JUDGEMENT), row)
    return replace(numbered, previous=row["previous"], hash=row["hash"])


def _need_words(said: Entry) -> None:
    if not said.by.strip():
        raise UsageError(NOBODY)
    for text, most, what in ((said.by, LONGEST_NAME, "name"), (said.why, LONGEST_WHY, "reason")):
        if len(text) > most or not _is_text(text):
            msg = f"a {what} is text of at most {most} letters; this one has {len(text)} or is no text"
            raise UsageError(msg)


def _is_text(text: str) -> bool:
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def add_pair(connection: Connection, judged: Judgement, claims: tuple[Claim, Claim]) -> Entry:
    """Record a judgement about two claims.

    Raises:   UsageError, when nobody judged or a claim is judged against itself.
    """
    if not judged.by.strip():
        raise UsageError(NOBODY)
    if judged.one == judged.other:
        msg = "a claim cannot be judged against itself; name two claims"
        raise UsageError(msg)
    entry = Entry(
        0,
        judged.verdict,
        judged.by,
        judged.at,
        judged.why,
        claim=claims[0].id,
        about=judged.one,
        revision=handle(connection, claims[0])[1],
        other_claim=claims[1].id,
        other=judged.other,
    )
    return append(connection, entry)


def undo(connection: Connection, number: int, said: Entry) -> tuple[Entry, Entry]:
    """Take a judgement back: the one taken back, and the entry that says so.

    Args:     said: who takes it back, when and why.
    Raises:   UsageError, when no judgement of that number stands, or it is none that can be taken back.
    """
    taken = next(iter(entries(connection, JUDGEMENT.c.id == number)), None)
    undone = connection.execute(select(JUDGEMENT.c.id).where(JUDGEMENT.c.undoes == number)).scalar()
    if taken is None or undone is not None or taken.verdict is Verdict.UNDO:
        msg = f"no judgement {number} stands; `judgements` and `review log` list those that do"
        raise UsageError(msg)
    if taken.verdict in {Verdict.ROUND, Verdict.FINISH}:
        msg = f"entry {number} opens or ends a round, which cannot be taken back; open another round"
        raise UsageError(msg)
    back = replace(said, verdict=Verdict.UNDO, undoes=number, round=taken.round)
    return taken, append(connection, back)


def entries(connection: Connection, condition: ColumnElement[bool] | None = None) -> tuple[Entry, ...]:
    """The entries of the log, in order; all of them, or those of a condition."""
    return tuple(from_row(row) for row in _rows(connection, condition))


def log(
    connection: Connection,
    last: int | None = None,
    report: str | None = None,
    between: tuple[int, int] | None = None,
) -> Rows[Entry]:
    """The log in order: all of it, its last so many entries, those of some numbers or about a report's claims."""
    highest = select(func.max(JUDGEMENT.c.id)).scalar_subquery()
    chosen = None if last is None else JUDGEMENT.c.id > highest - last
    if report is not None:
        here = (JUDGEMENT.c.report == report) | (JUDGEMENT.c.other_report == report)
        of = here | JUDGEMENT.c.undoes.in_(select(JUDGEMENT.c.id).where(here))
        chosen = of if chosen is None else chosen & of
    if between is not None:
        chosen = JUDGEMENT.c.id.between(*between)
    rows = _rows(connection, chosen)
    return Rows([from_row(row) for row in rows], rows, HOLDS)


def entry(connection: Connection, number: int) -> Entry | None:
    """One entry of the log; None where it has no such number."""
    return next(iter(entries(connection, JUDGEMENT.c.id == number)), None)


def about(connection: Connection, report: str) -> tuple[Entry, ...]:
    """The standing judgements about claims of one report, in order."""
    verdicts = JUDGEMENT.c.verdict.in_([verdict.value for verdict in ABOUT_CLAIMS])
    return entries(connection, (JUDGEMENT.c.report == report) & verdicts & JUDGEMENT.c.id.not_in(_UNDONE))


def about_rounds(connection: Connection) -> tuple[Entry, ...]:
    """The entries that open rounds and end a coder's part in them."""
    return entries(connection, _ROUNDS)


def standing(connection: Connection, known_at: datetime | None = None) -> Rows[Judgement]:
    """The judgements about pairs that stand, or stood at a moment, in the order in which they were made."""
    found = entries(connection, _PAIRS | (JUDGEMENT.c.undoes.is_not(None)))
    held = [entry for entry in standing_entries(found, known_at) if entry.about and entry.other]
    rows = [_pair_row(entry) for entry in held]
    holds = dict.fromkeys(rows[0] if rows else (), "text")
    holds |= {name: "count" for name in holds if name == "id" or name.endswith(("_start", "_end"))}
    return Rows(
        [_judgement(entry) for entry in held], rows, holds | {"recorded_at": "moment"} if rows else {}
    )


def _pair_row(entry: Entry) -> dict[str, Any]:
    row = to_row(entry)
    sides = {f"one_{name}": row[name] for name in ("report", "start", "end", "quote")}
    sides |= {f"other_{name}": row[f"other_{name}"] for name in ("report", "start", "end", "quote")}
    kept = ("by", "why", "recorded_at")
    return {"id": row["id"], "verdict": row["verdict"], **sides, **{name: row[name] for name in kept}}


def _judgement(entry: Entry) -> Judgement:
    nowhere = Handle(ReportId(""), 0, 1, "")
    return Judgement(
        entry.verdict, entry.about or nowhere, entry.other or nowhere, entry.by, entry.at, entry.why
    )


def _rows(connection: Connection, condition: ColumnElement[bool] | None) -> list[dict[str, Any]]:
    asked: Select[Any] = select(JUDGEMENT).order_by(JUDGEMENT.c.id)
    if condition is not None:
        asked = asked.where(condition)
    return [row._asdict() for row in connection.execute(asked)]
