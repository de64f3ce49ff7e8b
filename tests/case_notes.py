"""A golden case, as an analyst would write and read it -> what must, and must not, come out.

A case file holds header lines, a blank line, the report's text, the line `-- claims --`, and notes:

    published: 2024-03-14
    publisher: Fjord Wire
    known miss: why dateline does not get this yet

    The army said it killed 30 rebels near Akureyri on Monday.

    -- claims --
    armed_clash happened | who: army | whom: rebels | when: 2024-03-11 | killed 30 of rebels | says: army
    not: captured 30
    no other claims

A note begins with a kind (or `*` for any) and, if wanted, a status. Only what a note says is checked. A
source may be followed by its type: `says: army (party)`. `unknown` is for when and where, `nobody` for who
and whom, `no figures` for figures; `farmers or civilians` lets either pass, also of two times. Figures:
`killed 30`, `killed at least 30`, `killed up to 30`, `killed 20 to 30`; `about` before the number wants an
approximate one; `of WORDS` and `(part)`, `(cumulative)` or `(superseded)` may follow. `no claims` stands alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dateline.evaluate.sameness import same_name
from dateline.records import Claim, Figure

MARK = "\n-- claims --\n"
AMOUNT = re.compile(
    r"""(?P<measure>[a-z]+) \s+ (?P<about>about\s+)?
        (?: at\ least\ (?P<floor>\d+) | up\ to\ (?P<ceiling>\d+) | (?P<low>\d+)(?:\ to\ (?P<high>\d+))? )
        (?: \s+ of \s+ (?P<of>[^(]+?) )? (?: \s+ \((?P<scope>part|cumulative|superseded)\) )?""",
    re.VERBOSE,
)
SOURCE = re.compile(r"(?P<name>.+?)\s*(?:\((?P<type>\w+)\))?")

Wrong = Callable[[Claim], bool]


@dataclass(frozen=True)
class Note:
    """One line of a case: its words, and for each part of it the test that a claim may fail."""

    words: str
    wrong: tuple[tuple[str, Wrong], ...]

    def faults(self, claim: Claim) -> list[str]:
        """The parts of the note that the claim does not bear out."""
        return [part for part, wrong in self.wrong if wrong(claim)]


@dataclass(frozen=True)
class Case:
    """A report and what is to be read in it."""

    text: str
    header: dict[str, str]
    notes: tuple[Note, ...]
    never: tuple[Note, ...]
    complete: bool
    name: str = field(default="")

    @property
    def published(self) -> date | None:
        """The day in the header, or None."""
        day = self.header.get("published")
        return date.fromisoformat(day) if day else None


def read(path: Path) -> Case:
    """Read one case file. Raises: ValueError, where a note cannot be understood."""
    before, notes = path.read_text("utf-8").split(MARK)
    header, text = before.split("\n\n", 1)
    lines = [line.strip() for line in notes.splitlines() if line.strip()]
    return Case(
        text=text,
        header=dict(line.split(": ", 1) for line in header.splitlines()),
        notes=tuple(_note(line) for line in lines if not line.startswith(("not: ", "no "))),
        never=tuple(_note(line.removeprefix("not: ")) for line in lines if line.startswith("not: ")),
        complete="no other claims" in lines or "no claims" in lines,
        name=path.stem,
    )


def differences(case: Case, claims: Iterable[Claim]) -> str:
    """What does not agree, in words; empty where all does."""
    found = tuple(claims)
    takers = _pair(case.notes, found)
    out = [_missing(note, found) for i, note in enumerate(case.notes) if i not in takers]
    out += [
        f"must not: {note.words}\n     but: {say(c)}"
        for note in case.never
        for c in found
        if not note.faults(c)
    ]
    if case.complete:
        taken = set(takers.values())
        out += [f"one too many: {say(c)}" for j, c in enumerate(found) if j not in taken]
    if out:
        out += ["all that was read:", *(f"  {say(c)}" for c in found)]
    return "\n".join(out)


def say(claim: Claim) -> str:
    """A claim in the form of a note."""
    parts = [
        f"{claim.kind} {claim.status}",
        "who: " + ("; ".join(a.name for a in claim.actors) or "nobody"),
        "whom: " + ("; ".join(a.name for a in claim.targets) or "nobody"),
        f"where: {claim.where.name if claim.where else 'unknown'}",
        f"when: {_days(claim)}",
        *(_amount(f) for f in claim.figures),
        f"says: {claim.source.name} ({claim.source.type})",
    ]
    return " | ".join(parts)


def _pair(notes: tuple[Note, ...], claims: tuple[Claim, ...]) -> dict[int, int]:
    """As many notes as possible, each with a claim of its own that bears it out (augmenting paths)."""
    owner: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j, claim in enumerate(claims):
            if j in seen or notes[i].faults(claim):
                continue
            seen.add(j)
            if j not in owner or place(owner[j], seen):
                owner[j] = i
                return True
        return False

    for i in range(len(notes)):
        place(i, set())
    return {i: j for j, i in owner.items()}


def _missing(note: Note, claims: tuple[Claim, ...]) -> str:
    if not claims:
        return f"missing: {note.words}\n   there are no claims"
    nearest = min(claims, key=lambda c: len(note.faults(c)))
    faults = note.faults(nearest)
    why = f"off in: {', '.join(faults)}" if faults else "already taken by another note"
    return f"missing: {note.words}\nnearest: {say(nearest)}\n {why}"


def _note(line: str) -> Note:
    head, *parts = (part.strip() for part in line.split("|"))
    kind, _, status = head.partition(" ")
    figure = AMOUNT.fullmatch(head)
    if figure:  # "not: killed 30" is about figures alone
        return Note(line, ((head, _wrong_figure(head)),))
    wrong: list[tuple[str, Wrong]] = [(part, _wrong(part)) for part in parts]
    if kind != "*":
        wrong.append((kind, lambda c: c.kind != kind))
    if status:
        wrong.append((status, lambda c: c.status != status))
    return Note(line, tuple(wrong))


def _wrong(part: str) -> Wrong:
    label, _, value = part.partition(": ")
    if part == "no figures":
        return lambda c: bool(c.figures)
    if label == "who":
        return lambda c: not _names_agree(value, [a.name for a in c.actors])
    if label == "whom":
        return lambda c: not _names_agree(value, [a.name for a in c.targets])
    if label == "when":
        return lambda c: _days(c) not in value.split(" or ")
    if label == "where":
        return lambda c: not _same_place(value, c.where.name if c.where else "unknown")
    if label == "says":
        return _wrong_source(value)
    return _wrong_figure(part)


def _wrong_source(value: str) -> Wrong:
    match = SOURCE.fullmatch(value)
    if match is None:
        msg = f"not a source: {value}"
        raise ValueError(msg)
    name, type_ = match["name"], match["type"]
    if name == "report":
        return lambda c: c.source.type != "report"
    return lambda c: not same_name(name, c.source.name) or type_ not in {None, c.source.type}


def _wrong_figure(part: str) -> Wrong:
    match = AMOUNT.fullmatch(part)
    if match is None:
        msg = f"not a part of a note: {part}"
        raise ValueError(msg)
    low, high = match["floor"] or match["low"], match["ceiling"] or match["high"] or match["low"]
    bounds = (low and int(low), high and int(high))

    def fits(figure: Figure) -> bool:
        return (
            figure.measure == match["measure"]
            and (figure.low, figure.high) == bounds
            and (match["about"] is None or figure.approx)
            and (match["scope"] is None or figure.scope == match["scope"])
            and (match["of"] is None or same_name(match["of"], figure.of))
        )

    return lambda c: not any(map(fits, c.figures))


def _names_agree(value: str, names: list[str]) -> bool:
    wanted = [] if value == "nobody" else [name.split(" or ") for name in value.split("; ")]
    return len(wanted) == len(names) and all(
        any(same_name(one, name) for one in ones for name in names) for ones in wanted
    )


def _same_place(wanted: str, name: str) -> bool:
    return _bare(wanted) in _bare(name)


def _bare(name: str) -> str:
    """A name in small letters without accents."""
    apart = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _days(claim: Claim) -> str:
    when = claim.when
    if when is None:
        return "unknown"
    return str(when.start) if when.start == when.end else f"{when.start}..{when.end}"


def _amount(figure: Figure) -> str:
    low, high = figure.low, figure.high
    if low == high:
        amount = str(low)
    elif high is None:
        amount = f"at least {low}"
    elif low is None:
        amount = f"up to {high}"
    else:
        amount = f"{low} to {high}"
    about = "about " if figure.approx else ""
    return f"{figure.measure} {about}{amount} of {figure.of} ({figure.scope})"
