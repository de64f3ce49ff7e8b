"""Which claims are asked for -> the same as a condition of SQL on the table of claims."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    FromClause,
    Select,
    func,
    not_,
    or_,
    select,
    true,
    tuple_,
)

from dateline.errors import UsageError
from dateline.ledger.incident_tables import REPORT_WORDS
from dateline.ledger.schema import CLAIM, CLAIM_ACTOR, FIGURE, REPORT, REPORT_READ, SCORE

# The fields of a claim that are scored, in the order in which they are shown.
SCORED = ("kind", "status", "when", "where", "actor", "target", "figures", "source")
# What is asked -> the field whose value the answer rests on.
_RESTS_ON = {
    "place": "where",
    "since": "when",
    "until": "when",
    "source": "source",
    "source_type": "source",
    "actor": "actor",
    "target": "target",
    "measure": "figures",
}


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are asked for; a field that is None asks nothing, and all that are set must hold.

    kind, status: the word itself. place: part of the place's name, or its country's ISO 3166 alpha-3 code.
    since, until: days, inclusive; the claim's days must share one with them, so a claim without a day is
    left out. source: part of the source's name. actor, target: part of a name. measure: the claim has such
    a figure (and of figures, only such are given). report: its id. Letter case makes no difference in parts.

    What people judged is in it: values are those that stand, and a claim that somebody rejected is left out,
    but with `include_rejected`, as dateline made it.

    Two clocks: `said_by`, a day: only what reports published on or before it say (a report without a day is
    left out); `known_at`, an aware moment: what the ledger held then, withdrawn since or not.

    min_confidence: from 0 to 1; the claim's kind and status, and every field that the filter asks about
    (where for place, when for since and until, figures for measure, source, actor, target), are at least so
    sure; so are those of `sure_of`, in which "all" stands for every field that the claim has a value for. A
    field without a value is not sure, and neither is one that was never scored.
    """

    kind: str | None = None
    place: str | None = None
    since: date | None = None
    until: date | None = None
    source: str | None = None
    actor: str | None = None
    target: str | None = None
    status: str | None = None
    measure: str | None = None
    report: str | None = None
    include_withdrawn: bool = False
    include_rejected: bool = False
    said_by: date | None = None
    known_at: datetime | None = None
    min_confidence: float | None = None
    sure_of: tuple[str, ...] = ()
    source_type: str | None = None
    words: str | None = None
    reviewed: bool | None = None

    def __post_init__(self) -> None:
        unknown = set(self.sure_of) - {*SCORED, "all"}
        if unknown:
            msg = f"no claim has a field {min(unknown)!r} to be sure of; there are: {', '.join(SCORED)}, all"
            raise UsageError(msg)
        if self.min_confidence is None and self.sure_of:
            msg = "to be sure of a field needs a least confidence; give one from 0 to 1, such as 0.8"
            raise UsageError(msg)
        if self.min_confidence is not None and not 0 <= self.min_confidence <= 1:
            msg = f"a confidence lies between 0 and 1, not at {self.min_confidence}"
            raise UsageError(msg)
        if self.words is not None and not sought(self.words):
            msg = f"there is no word in {self.words!r} to look for; give letters or digits"
            raise UsageError(msg)
        if self.since and self.until and self.until < self.since:
            msg = f"no day is both since {self.since} and until {self.until}; swap them"
            raise UsageError(msg)
        if self.known_at and self.known_at.tzinfo is None:
            msg = "a moment of the ledger's clock needs a time zone; the clock runs in UTC"
            raise UsageError(msg)

    @property
    def needed(self) -> tuple[str, ...]:
        """The fields whose confidence counts, "all" left out."""
        asked = {field for name, field in _RESTS_ON.items() if getattr(self, name) is not None}
        return tuple(f for f in SCORED if f in {"kind", "status", *asked, *self.sure_of})


EVERY = ClaimFilter()


def conditions(asked: ClaimFilter) -> ColumnElement[bool]:
    """The filter as SQL, on the table of claims alone."""
    c = CLAIM.c
    tests: dict[str, Callable[[Any], ColumnElement[bool]]] = {
        "kind": lambda word: c.kind == word,
        "status": lambda word: c.status == str(word),
        "report": lambda word: c.report == word,
        "since": lambda day: c.when_end >= day,
        "until": lambda day: c.when_start <= day,
        "source": lambda part: _has_part(c.source_name, part),
        "place": lambda part: or_(_has_part(c.where_name, part), c.where_country == part.upper()),
        "actor": lambda part: _has_actor("actor", part),
        "target": lambda part: _has_actor("target", part),
        "measure": lambda word: _has_row(FIGURE, FIGURE.c.measure == word),
        "source_type": lambda word: c.source_type == word,
        "words": lambda said: tuple_(c.report, c.report_revision).in_(_reports_with(said)),
        "reviewed": lambda is_so: c.judgement.is_not(None) if is_so else c.judgement.is_(None),
    }
    chosen = _stands(asked)
    if asked.said_by is not None:
        said = select(REPORT.c.id, REPORT.c.revision).where(REPORT.c.published <= asked.said_by)
        chosen &= tuple_(c.report, c.report_revision).in_(said)
    for name, test in tests.items():
        value = getattr(asked, name)
        if value is not None:
            chosen &= test(value)
    return chosen & _sure_enough(asked)


# A phrase in double quotes, or a word; takes '"Lantern market" clinic*', of which the star is kept.
SOUGHT = re.compile(r'"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+)')


def sought(words: str) -> str:
    """Words as a user types them -> a question to the index, in which nothing of theirs is an operator.

    >>> sought('clinic* "Lantern market" OR -')
    '"clinic"* "Lantern market" "OR"'
    """
    asked = []
    for found in SOUGHT.finditer(words):
        said = found["phrase"] or found["word"] or ""
        if any(letter.isalnum() for letter in said):
            is_open = found["word"] is not None and said.endswith("*")
            asked.append(f'"{said.rstrip("*")}"' + "*" * is_open)
    return " ".join(asked)


def _reports_with(words: str) -> Select[Any]:
    """The revisions of reports that have the words."""
    found = select(REPORT_WORDS.c.rowid).where(REPORT_WORDS.c.report_words.op("MATCH")(sought(words)))
    return select(REPORT_READ.c.report, REPORT_READ.c.revision).where(REPORT_READ.c.id.in_(found))


def _sure_enough(asked: ClaimFilter) -> ColumnElement[bool]:
    """The least confidence as SQL."""
    if asked.min_confidence is None:
        return true()
    least, key = asked.min_confidence, tuple_(CLAIM.c.id, CLAIM.c.revision)
    chosen: ColumnElement[bool] = true()
    for field in asked.needed:
        chosen &= key.in_(_rows_with(SCORE, (SCORE.c.field == field) & (SCORE.c.value >= least)))
    return (
        chosen & not_(key.in_(_rows_with(SCORE, SCORE.c.value < least))) if "all" in asked.sure_of else chosen
    )


def _stands(asked: ClaimFilter) -> ColumnElement[bool]:
    """Whether a claim is held, now or at the moment that is asked for."""
    c, moment = CLAIM.c, asked.known_at
    if moment is not None:
        held = c.recorded_at <= moment
        return (
            held if asked.include_withdrawn else held & ((c.withdrawn_at > moment) | c.withdrawn_at.is_(None))
        )
    if asked.include_withdrawn:
        return true()
    stands = c.withdrawn_run.is_(None)
    return stands | _is_rejected() if asked.include_rejected else stands


def _is_rejected() -> ColumnElement[bool]:
    """Whether dateline makes a claim that a person has struck: one that no standing claim is in place of."""
    other = CLAIM.alias("other")
    standing = select(other.c.id).where(other.c.withdrawn_run.is_(None), other.c.judgement.is_not(None))
    return CLAIM.c.outranked.is_not(None) & CLAIM.c.id.not_in(standing)


def _has_part(column: Column[Any], part: str) -> ColumnElement[bool]:
    return func.lower(column).contains(part.lower(), autoescape=True)


def _has_actor(role: str, part: str) -> ColumnElement[bool]:
    return _has_row(CLAIM_ACTOR, (CLAIM_ACTOR.c.role == role) & _has_part(CLAIM_ACTOR.c.name, part))


def _has_row(table: FromClause, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a claim has a row of another table that fits."""
    return tuple_(CLAIM.c.id, CLAIM.c.revision).in_(_rows_with(table, condition))


def _rows_with(table: FromClause, condition: ColumnElement[bool]) -> Select[Any]:
    return select(table.c.claim, table.c.revision).where(condition)
