"""What stands in a page's address -> what is asked for, and the addresses of the same question put otherwise.

The whole state of a page is in its address, so that it can be kept, sent and gone back to.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from difflib import get_close_matches
from functools import cached_property
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import Query
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from dateline import lexicons
from dateline.errors import UsageError
from dateline.incidents.rules import DEFAULT, RULES
from dateline.ledger import ClaimFilter
from dateline.ledger.filters import EVERY


def _empty(value: Any) -> Any:
    """A form sends what was left empty, too; it asks nothing."""
    return (value.strip() or None) if isinstance(value, str) else value


def _day(value: Any) -> Any:
    """A day as it is typed. Raises: ValueError, when it is none."""
    word = _empty(value)
    try:
        return date.fromisoformat(word) if isinstance(word, str) else word
    except ValueError as error:
        msg = f"{word!r} is no day; write it as 2024-03-12"
        raise ValueError(msg) from error


def _empty_to(default: str) -> BeforeValidator:
    return BeforeValidator(lambda value: _empty(value) or default)


Empty = BeforeValidator(_empty)
Word = Annotated[str | None, Empty]
Day = Annotated[date | None, BeforeValidator(_day)]
MOST = 200  # characters of a typed word; longer ones are no names


def moment_of(as_of: date | None, clock: str) -> ClaimFilter:
    """The end of a day by one of the two clocks: of publication, or of reading."""
    if as_of is None:
        return EVERY
    if clock == "said":
        return ClaimFilter(said_by=as_of)
    return ClaimFilter(known_at=datetime.combine(as_of, time.max, UTC))


class Question(BaseModel):
    """What is asked for: the filter of claims, the two clocks, the rule, and how a list is ordered and cut."""

    model_config = ConfigDict(frozen=True)

    words: Word = Field(default=None, max_length=MOST, description="Words in reports and claims.")
    kind: Word = Field(default=None, description="Kind of event, a word of the codebook.")
    status: Word = Field(default=None, description="Status of the claim: happened, planned, denied, ...")
    place: Word = Field(
        default=None, max_length=MOST, description="Part of a place's name, or a country's code."
    )
    since: Day = Field(default=None, description="First day.")
    until: Day = Field(default=None, description="Last day, inclusive.")
    source: Word = Field(default=None, max_length=MOST, description="Part of the source's name.")
    source_type: Word = Field(default=None, description="Type of the source, a word of the codebook.")
    actor: Word = Field(default=None, max_length=MOST, description="Part of the name of who did it.")
    target: Word = Field(
        default=None, max_length=MOST, description="Part of the name of to whom it was done."
    )
    has: Word = Field(default=None, description="Only with a figure of this measure.")
    confidence: Annotated[float | None, Empty] = Field(
        default=None, ge=0, le=1, description="Claims at least so sure."
    )
    reviewed: Annotated[Literal["yes", "no"] | None, Empty] = Field(
        default=None, description="yes: only claims that a person has decided; no: only the others."
    )
    as_of: Day = Field(default=None, description="As things stood at the end of this day.")
    clock: Annotated[Literal["said", "learned"], _empty_to("said")] = Field(
        default="said",
        description="What as_of goes by: the days of publication, or of reading.",
    )
    rule: Annotated[str, _empty_to(DEFAULT)] = Field(
        default=DEFAULT, description="The rule that combines figures."
    )
    measure: Annotated[str, _empty_to("killed")] = Field(
        default="killed", description="The measure that is drawn."
    )
    order: Word = Field(default=None, description="What a list is ordered by.")
    start: Annotated[int, _empty_to("0")] = Field(
        default=0, ge=0, description="How many rows of the list to pass over."
    )

    def model_post_init(self, _context: Any) -> None:
        """Refuse words that the codebook and the rules do not know."""
        for field, group in CODED.items():
            _known(field, getattr(self, field), list(lexicons.load("codebook")[group]))
        _known("rule", self.rule, list(RULES))

    @property
    def filter(self) -> ClaimFilter:
        """The same as the ledger's filter of claims. Raises: UsageError, where the words make no sense together."""
        return ClaimFilter(
            kind=self.kind,
            status=self.status,
            place=self.place,
            since=self.since,
            until=self.until,
            source=self.source,
            source_type=self.source_type,
            words=self.words,
            actor=self.actor,
            target=self.target,
            measure=self.has,
            min_confidence=self.confidence,
            reviewed={"yes": True, "no": False}.get(self.reviewed or ""),
            said_by=moment_of(self.as_of, self.clock).said_by,
            known_at=moment_of(self.as_of, self.clock).known_at,
        )

    @property
    def asks_all(self) -> bool:
        """Whether nothing is left out."""
        return self.filter == EVERY

    @property
    def counts_otherwise(self) -> bool:
        """Whether something else than usual is said of how to count."""
        return any(name in self.terms for name in ("rule", "measure", "confidence", "as_of", "clock"))

    @property
    def chosen(self) -> dict[str, str]:
        """The filters that are set, by their names in the address."""
        return {name: value for name, value in self.terms.items() if name in FILTERS}

    @property
    def terms(self) -> dict[str, str]:
        """All that is asked beyond what a bare address asks, as it stands in an address."""
        return self._terms

    @cached_property
    def _terms(self) -> dict[str, str]:
        return {
            name: str(value)
            for name, field in Question.model_fields.items()
            if (value := getattr(self, name)) is not None and value != field.default
        }

    def link(self, path: str, **changes: object) -> str:
        """The address of a page that asks the same but for some changes; None takes a term away.

        Every change begins the list anew.

        >>> Question(kind="attack", start=50).link("/incidents", status="denied")
        '/incidents?kind=attack&status=denied'
        """
        terms: dict[str, Any] = {**self.terms, "start": None, **changes}
        kept = {name: str(value) for name, value in terms.items() if value is not None}
        return f"{path}?{urlencode(kept)}" if kept else path


# What is set in an address -> the part of the codebook that its word is of.
CODED = {
    "kind": "kind",
    "status": "status",
    "source_type": "source_type",
    "has": "measure",
    "measure": "measure",
}
# Terms that leave something out, in the order in which a page names them; the others only say how it is shown.
FILTERS = (
    "words",
    "place",
    "since",
    "until",
    "kind",
    "status",
    "actor",
    "target",
    "source",
    "source_type",
    "has",
    "confidence",
    "reviewed",
    "as_of",
)


def _known(field: str, word: str | None, words: list[str]) -> None:
    if word is None or word in words:
        return
    near = get_close_matches(word, words, 1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(words)}"
    msg = f"{field}={word}: there is no such {field.replace('_', ' ')}; {hint}"
    raise UsageError(msg)


Asked = Annotated[Question, Query()]
