"""Rows of the log of judgements <-> entries, and the chain of hashes that ties each to all before it.

An entry's hash covers everything that it says and the hash of the entry before it, so that nothing in the log
can be changed, moved or left out of its middle without a break. That its end was cut off shows only to who
kept the last hash elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from dateline.ledger.translate import sha256
from dateline.ledger.types import canonical
from dateline.records import ClaimId, Handle, ReportId, Span, Verdict

# What the first entry has for the hash of the one before it.
FIRST = "0" * 64
# The verdicts about one claim, as they are judged.
ABOUT_CLAIMS = frozenset(
    (Verdict.ACCEPT, Verdict.CORRECT, Verdict.REJECT, Verdict.ADD, Verdict.NOTE, Verdict.PROOF)
)
ABOUT_PAIRS = frozenset((Verdict.SAME, Verdict.DIFFERENT))


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log: who decided what, when and why.

    claim, about: the claim judged, by the id it had then and by its words, in the report's `revision`.
    other:    the second claim of a judgement about two.
    field:    what was corrected; `words` those that the person went by; `old` and `new` the values, as JSON.
    shown:    the claim as it stood before the person, as JSON.
    round:    the number of the entry that opened the round it was made in; `undoes` that of the one taken back.
    """

    number: int
    verdict: Verdict
    by: str
    at: datetime
    why: str = ""
    claim: ClaimId | None = None
    about: Handle | None = None
    revision: int | None = None
    other_claim: ClaimId | None = None
    other: Handle | None = None
    field: str | None = None
    words: Span | None = None
    old: Any = None
    new: Any = None
    shown: Mapping[str, Any] | None = None
    round: int | None = None
    undoes: int | None = None
    previous: str = FIRST
    hash: str = ""


def to_row(entry: Entry) -> dict[str, Any]:
    """The entry as a row of the table."""
    return {
        "id": entry.number,
        "verdict": entry.verdict.value,
        "claim": entry.claim,
        **_handle_to(entry.about, ""),
        "revision": entry.revision,
        "other_claim": entry.other_claim,
        **_handle_to(entry.other, "other_"),
        "field": entry.field,
        "words_start": entry.words.start if entry.words else None,
        "words_end": entry.words.end if entry.words else None,
        "old": entry.old,
        "new": entry.new,
        "shown": entry.shown,
        "round": entry.round,
        "undoes": entry.undoes,
        "by": entry.by,
        "why": entry.why,
        "recorded_at": entry.at,
        "previous": entry.previous,
        "hash": entry.hash,
    }


def from_row(row: Mapping[str, Any]) -> Entry:
    """The entry that a row holds."""
    words = (
        None
        if row["words_start"] is None
        else Span(ReportId(row["report"]), row["words_start"], row["words_end"])
    )
    return Entry(
        number=row["id"],
        verdict=Verdict(row["verdict"]),
        by=row["by"],
        at=row["recorded_at"],
        why=row["why"],
        claim=row["claim"],
        about=_handle_from(row, ""),
        revision=row["revision"],
        other_claim=row["other_claim"],
        other=_handle_from(row, "other_"),
        field=row["field"],
        words=words,
        old=row["old"],
        new=row["new"],
        shown=row["shown"],
        round=row["round"],
        undoes=row["undoes"],
        previous=row["previous"],
        hash=row["hash"],
    )


def hash_of(row: Mapping[str, Any]) -> str:
    """The hash of an entry's row: of all that it says, the hash before it included."""
    said = {name: value for name, value in row.items() if name != "hash"}
    if isinstance(said["recorded_at"], datetime):
        said["recorded_at"] = said["recorded_at"].astimezone(UTC).isoformat(timespec="microseconds")
    return sha256(canonical(said))


def chained(row: Mapping[str, Any], previous: str) -> dict[str, Any]:
    """The row of an entry that follows the one of that hash."""
    row = {**row, "previous": previous}
    return row | {"hash": hash_of(row)}


def broken(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """What is wrong with a log, in sentences; it stops at the first entry that does not fit.

    Args:     the rows of the log in order, the times in them as moments or as ISO 8601 text.
    """
    previous = FIRST
    for number, row in enumerate(rows, 1):
        if row["id"] != number:
            yield f"the log of judgements is broken at {number}: the entry there bears the number {row['id']}"
            return
        if row["previous"] != previous:
            yield f"the log of judgements is broken at {number}: it does not follow the entry before it"
            return
        if hash_of(row) != row["hash"]:
            yield f"the log of judgements is broken at {number}: it was changed since it was written"
            return
        previous = row["hash"]


def standing(log: Iterable[Entry], known_at: datetime | None = None) -> tuple[Entry, ...]:
    """The entries that stand, or stood at a moment: those that no later one takes back."""
    held = [entry for entry in log if known_at is None or entry.at <= known_at]
    undone = {entry.undoes for entry in held}
    return tuple(entry for entry in held if entry.number not in undone and entry.verdict is not Verdict.UNDO)


def _handle_to(handle: Handle | None, prefix: str) -> dict[str, Any]:
    return {f"{prefix}{name}": getattr(handle, name, None) for name in ("report", "start", "end", "quote")}


def _handle_from(row: Mapping[str, Any], prefix: str) -> Handle | None:
    if row[f"{prefix}start"] is None:
        return None
    return Handle(
        ReportId(row[f"{prefix}report"]),
        row[f"{prefix}start"],
        row[f"{prefix}end"],
        row[f"{prefix}quote"],
    )
