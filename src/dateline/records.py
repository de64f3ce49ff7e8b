"""The values that pass between stages -> frozen records; imports nothing of dateline.

A record that breaks one of its own rules cannot be built: `__post_init__` refuses it. Three kinds of
nothing are kept apart: `None` is "the report does not say", an id of `None` is "said, but not resolved",
and a `Fault` is "we could not read it". Zero is a fourth thing: "no casualties" is a figure from 0 to 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple, NewType

ReportId = NewType("ReportId", str)
ClaimId = NewType("ClaimId", str)
IncidentId = NewType("IncidentId", str)
Kind = NewType("Kind", str)
Measure = NewType("Measure", str)
SourceType = NewType("SourceType", str)


class Status(StrEnum):
    """How a source puts an event forward."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    STOCK = "stock"


class Scope(StrEnum):
    """How a figure relates to others: on its own, a running total, part of a larger one, or since replaced."""

    NEW = "new"
    CUMULATIVE = "cumulative"
    PART = "part"
    SUPERSEDED = "superseded"


class SectionKind(StrEnum):
    """What a stretch of a report is for."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    BODY = "body"
    FURNITURE = "furniture"


class Precision(StrEnum):
    """How closely a place is known: the site, its surroundings, an admin area, or only the country."""

    EXACT = "exact"
    NEAR = "near"
    ADMIN = "admin"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one report's text: code points, half-open, never empty."""

    report: ReportId
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            msg = f"a span runs forward and is not empty: {self.start} to {self.end}"
            raise ValueError(msg)

    def of(self, text: str) -> str:
        """The words that this span covers in its report's text."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point of the same report."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a report's text and what it is for: code points, half-open."""

    kind: SectionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One document as published. `text` is final: every span points into it.

    `published` and `updated` are a date, or an aware datetime where the report gives the hour and zone.
    `sections` are sorted, do not overlap, and leave only white space uncovered.
    """

    id: ReportId
    text: str
    headline: str | None = None
    publisher: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: date | None = None
    updated: date | None = None
    url: str | None = None
    language: str = "en"
    sections: tuple[Section, ...] = ()

    def __post_init__(self) -> None:
        end = 0
        for section in self.sections:
            if not end <= section.start < section.end <= len(self.text):
                msg = f"sections are sorted, apart and inside the text: {section}"
                raise ValueError(msg)
            end = section.end

    def span(self, start: int, end: int) -> Span:
        """A span of this report's text."""
        if end > len(self.text):
            msg = f"the text has {len(self.text)} code points; a span cannot end at {end}"
            raise ValueError(msg)
        return Span(self.id, start, end)

    @property
    def published_day(self) -> date | None:
        """The day of publication, without the hour."""
        return self.published.date() if isinstance(self.published, datetime) else self.published


class Token(NamedTuple):
    """A word of a sentence; `head` indexes the sentence's tokens (the root is its own head).

    `start` and `end` are code points of the report's text. `text` has its case restored where the
    report is all capitals or all lower case, so it may differ from the report's words in case alone.
    """

    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    space: bool


class Phrase(NamedTuple):
    """A run of tokens of one sentence, half-open token indices, with its syntactic head."""

    head: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that tells of something done, with those who take part; all are tokens of its sentence.

    `form` is "verb" or "noun". `obliques` pairs a preposition with its phrase, in text order.
    """

    head: int
    lemma: str
    form: str
    agents: tuple[Phrase, ...] = ()
    patients: tuple[Phrase, ...] = ()
    obliques: tuple[tuple[str, Phrase], ...] = ()
    passive: bool = False
    negated: bool = False
    auxiliaries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A reporting frame: the cue ("said"), who speaks, and the tokens of what is said (half-open)."""

    cue: int
    speaker: Phrase | None
    start: int
    end: int
    quoted: bool
    via: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a report: its tokens with their parse, its predicates and reporting frames."""

    index: int
    span: Span
    section: SectionKind
    paragraph: int
    tokens: tuple[Token, ...]
    kids: tuple[tuple[int, ...], ...] = field(repr=False, compare=False)
    predicates: tuple[Predicate, ...] = ()
    frames: tuple[Frame, ...] = ()

    def subtree(self, i: int) -> tuple[int, int]:
        """The tokens under token `i` and itself, as half-open indices (first to last, gaps included)."""
        first, last, stack = i, i, [i]
        while stack:
            j = stack.pop()
            first, last = min(first, j), max(last, j)
            stack.extend(self.kids[j])
        return first, last + 1

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above token `i`, nearest first, up to the root."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def token_at(self, offset: int) -> int | None:
        """The index of the token that covers a code point of the report, or None."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.tokens) and self.tokens[low].start <= offset:
            return low
        return None


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of people, things or attacks with its range; `None` is a bound that is not stated.

    Units:   people, things or attacks; inclusive; 0 <= low <= high.
    measure: what is counted (a codebook id); None until a claim binds the figure to an event.
    of:      who or what is counted, in the report's words; `victim` its class where said (civilian,
             combatant, security forces, prisoner, child, woman), else None.
    unit:    "people", "things" or "attacks": what kind of noun is counted.
    part_of: the words of the figure that it is a part of; of a member of a list whose sum nobody states, the
             words of the whole list, whose members count nobody twice. None where its whole is not told.
    replaced_by: of a superseded figure, the words of the one that holds now, where the report gives it.
    """

    measure: Measure | None
    of: str
    low: int | None
    high: int | None
    approx: bool
    scope: Scope
    span: Span
    victim: str | None = None
    unit: str = "people"
    part_of: Span | None = None
    replaced_by: Span | None = None

    def __post_init__(self) -> None:
        for other in (self.part_of, self.replaced_by):
            if other is not None and (other == self.span or other.report != self.span.report):
                msg = f"a figure's whole, or what replaces it, are other words of its report: {other}"
                raise ValueError(msg)
        if self.replaced_by is not None and self.scope is not Scope.SUPERSEDED:
            msg = f"only a superseded figure is replaced by another: {self.replaced_by}"
            raise ValueError(msg)
        low = 0 if self.low is None else self.low
        if low < 0 or (self.high is not None and self.high < low):
            msg = f"a figure runs from a lower to an upper bound, none below 0: {self.low} to {self.high}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class When:
    """The days on which something happened: inclusive, in the local calendar of the place.

    `precision` is what was said: "day", "week", "month", "season", "year", "decade" or "span".
    """

    start: date
    end: date
    precision: str

    def __post_init__(self) -> None:
        if self.end < self.start:
            msg = f"an interval does not end before it starts: {self.start} to {self.end}"
            raise ValueError(msg)

    @property
    def words(self) -> str:
        """A day, month or year where it is just that, else the first and last day, the last one cut short."""
        start, end = self.start, self.end
        if start == end:
            return start.isoformat()
        next_day = end + timedelta(days=1) if end < date.max else end
        if start.day == 1 and next_day.day == 1:
            if (start.year, start.month) == (end.year, end.month):
                return f"{start:%Y-%m}"
            if start.month == 1 and end.month == 12:
                return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
        if start.year != end.year:
            return f"{start} to {end}"
        return f"{start} to {end:%d}" if start.month == end.month else f"{start} to {end:%m-%d}"


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression of time as TIMEX3 tags it; `when` are its days, None where no days can be told.

    `kind` is "DATE", "TIME", "DURATION" or "SET"; `value` is written as in ISO 8601 and TIMEX3 1.2.1
    ("1998-01", "1998-W03", "P3D", "PAST_REF"), X for what is not known.
    """

    span: Span
    kind: str
    value: str
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """A place: plain English name, X, WGS84 degrees, radius in km."""

    name: str
    place_id: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision = Precision.EXACT
    radius_km: float | None = None

    def __post_init__(self) -> None:
        if (self.lat is None) != (self.lon is None):
            msg = f"a point has both coordinates or neither: {self.name}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something or has it done to them: canonical English name, our id where known, and type."""

    name: str
    actor_id: str | None = None
    type: str = "other"
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """A word or phrase that tells of an event of some kind; `measure` is what its counted victims are.

    `frame` says how its words bind (a lexicon's frame name), `weak` that it needs company to be an event.
    """

    kind: Kind
    measure: Measure | None = None
    frame: str = "verb"
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is cited: a name or description, and a source type of the codebook."""

    name: str
    type: SourceType


Value = Figure | When | Where | Actor | Act | Speaker


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a report with a resolved value.

    `anchor` is the code point where the span's syntactic head starts (it ties the mention to the parse),
    `rule` names who found it ("figures.at_least"), `note` says why in a few words.
    """

    span: Span
    value: Value
    rule: str
    anchor: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Something that a report attributes to somebody: whose it is, the cue, and what is attributed, in pieces.

    `kind` tells a statement from what is thought, wanted, asked or promised; `via` are the sources in whose words
    it stands, the nearest first; `depth` counts the words of others around it (0 is the report's own voice);
    `quoted` that some of it is word for word; `anonymous` that the source is kept without a name on purpose.
    """

    kind: str
    cue: Span
    contents: tuple[Span, ...]
    source: Span | None = None
    quoted: bool = False
    via: tuple[Span, ...] = ()
    anonymous: bool = False
    depth: int = 0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so. `via` is who passed it on: "X, citing Y" is Y, via X."""

    name: str
    type: SourceType
    speaker: Span | None = None
    via: Source | None = None


BY_PERSON = "person"  # the rule of a decision that a person took, and the basis of its score


@dataclass(frozen=True, slots=True)
class Decision:
    """Which rule set a field of a claim, and the words it went by (None where there are none)."""

    field: str
    rule: str
    span: Span | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """How sure one field of a claim is: the share of values decided likewise that people judged right.

    `basis` names the row of judgements it rests on; `judged` and `right` are that row's counts, 0 where
    none was judged and the field's mean stands.
    """

    field: str
    value: float
    basis: str
    judged: int = 0
    right: int = 0

    def __post_init__(self) -> None:
        if not (0 <= self.value <= 1 and 0 <= self.right <= self.judged):
            msg = f"a score is a share, of no more right than judged: {self}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source asserts of one event in one report. Never without the words that make it."""

    id: ClaimId
    report: ReportId
    kind: Kind
    status: Status
    source: Source
    evidence: Span
    actors: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    when: When | None = None
    where: Where | None = None
    figures: tuple[Figure, ...] = ()
    also: tuple[Span, ...] = ()
    decisions: tuple[Decision, ...] = ()
    scores: tuple[Score, ...] = ()

    def __post_init__(self) -> None:
        for span in (self.evidence, *self.also, *(f.span for f in self.figures)):
            if span.report != self.report:
                msg = f"a claim's words lie in its own report {self.report}, not in {span.report}"
                raise ValueError(msg)
        if any(f.measure is None for f in self.figures):
            msg = "a claim's figures have been bound to a measure"
            raise ValueError(msg)

    def words_for(self, field_name: str) -> Span | None:
        """The words that the rule for one of the claim's fields went by, if there are any."""
        return next((d.span for d in self.decisions if d.field == field_name and d.span), None)

    def sureness(self, field_name: str) -> float | None:
        """How sure one field is, from 0 to 1; None where it has no value, or was never scored."""
        return next((s.value for s in self.scores if s.field == field_name), None)

    @property
    def confidence(self) -> float | None:
        """How sure it is that such an event is told, and so put: the lower score of kind and status."""
        values = [s.value for s in self.scores if s.field in {"kind", "status"}]
        return min(values, default=None)


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with the report that makes it: what linking compares and what a rule for figures weighs."""

    claim: Claim
    report: Report

    def __post_init__(self) -> None:
        if self.claim.report != self.report.id:
            msg = f"a claim of {self.claim.report} is not told by the report {self.report.id}"
            raise ValueError(msg)

    @property
    def order(self) -> tuple[bool, date, ReportId, int, ClaimId]:
        """Where it stands among others: by day of publication (none last), report, place in the text, id."""
        day = self.report.published_day
        return day is None, day or date.max, self.report.id, self.claim.evidence.start, self.claim.id


class Verdict(StrEnum):
    """What a person decides: of two claims (same, different), of one claim, or about how judging goes on."""

    SAME = "same"  # two claims tell of one incident
    DIFFERENT = "different"  # they do not
    ACCEPT = "accept"  # a claim is right as it stands
    CORRECT = "correct"  # one field of a claim is something else
    REJECT = "reject"  # the report claims no such thing
    ADD = "add"  # the report claims something that was not read
    NOTE = "note"  # words about a claim that change nothing
    PROOF = "proof"  # the standard of proof that a claim meets
    ROUND = "round"  # two coders are to judge the same reports, neither seeing the other's judgements
    FINISH = "finish"  # a coder of a round has judged all
    UNDO = "undo"  # an earlier judgement is taken back


@dataclass(frozen=True, slots=True)
class Handle:
    """How a judgement holds on to a claim when the report is read anew: its words, and where they stand."""

    report: ReportId
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision about two claims; of two that contradict each other the later one holds.

    `at` is aware, in UTC; `by` is who decided, `why` in their own words. It outranks every score.
    """

    verdict: Verdict
    one: Handle
    other: Handle
    by: str
    at: datetime
    why: str = ""


class Term(NamedTuple):
    """What one compared field adds to the score of a pair: the level it was found at, and its weight.

    Units: weight in natural log-odds; above 0 speaks for one incident, below 0 against.
    """

    field: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims held to tell of one incident, or held apart: the terms that add up to the score.

    `verdict` is a person's, where there is one: then the score decides nothing. `one` sorts before `other`.
    """

    one: ClaimId
    other: ClaimId
    terms: tuple[Term, ...]
    verdict: Verdict | None = None

    @property
    def score(self) -> float:
        """The sum of the terms, in natural log-odds."""
        return sum(term.weight for term in self.terms)


@dataclass(frozen=True, slots=True)
class Incident:
    """What we think happened once: the claims that tell of it, in the order of `Told.order`.

    The id is made from the first claim, so it stays while that claim stands. `part_of` is the larger incident
    that this one belongs to (an execution within a siege). `links` are those between its own claims.
    """

    id: IncidentId
    claims: tuple[ClaimId, ...]
    part_of: IncidentId | None = None
    links: tuple[Link, ...] = ()

    def __post_init__(self) -> None:
        if not self.claims:
            msg = "an incident has at least one claim"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something we could not read: which stage, what kind, about what, and a message for a person."""

    stage: str
    code: str
    about: Span | ReportId | str | None
    message: str
