"""Rows of a sheet in which a person judged, and the claims as they stand -> what was decided, and what does not match.

A row counts only if it is the row that was exported: its claim is known, and its own cells say what the ledger says.
Everything that is wrong is told at once, with the cell where it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dateline import lexicons
from dateline.errors import UsageError
from dateline.exports.agreeing import MASKED, agrees, entered, typed
from dateline.exports.cells import Cell, Column, Head
from dateline.exports.claims import CLAIM_COLUMNS, COUNTED
from dateline.exports.corrections import VALUES, ActorOf, Known, PlaceOf
from dateline.exports.corrections import figure as corrected
from dateline.exports.readback import Line
from dateline.exports.sheets import JUDGED, PASSING, Asked, seal
from dateline.exports.tables import FIGURE_COLUMNS, Counted
from dateline.records import (
    Actor,
    Claim,
    ClaimId,
    Figure,
    Told,
    Where,
)

FIRM = frozenset(("kind", "status", "measure", "approx"))  # words of the codebook: nobody masks them


@dataclass(frozen=True, slots=True)
class Changed:
    """One field of a claim as a person has it; of a figure, the one that is replaced, or struck by None."""

    field: str
    value: Any
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided of one claim: accept, reject, or correct with what is otherwise."""

    claim: Claim
    verdict: str
    changes: tuple[Changed, ...]
    by: str
    why: str
    at: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that does not match or makes no sense: where it stands, what was found and what to do."""

    at: str
    why: str


@dataclass
class _Work:
    """What is known while the rows are gone through; `behind` has the claims that masked ones stand for."""

    told: Mapping[ClaimId, Told]
    by: str
    known: Known
    behind: Mapping[ClaimId, Claim] = field(default_factory=dict)
    rejected: frozenset[ClaimId] = frozenset()
    refused: list[Refused] = field(default_factory=list)
    verdicts: dict[ClaimId, tuple[str, str, str, str]] = field(default_factory=dict)
    changes: dict[ClaimId, list[Changed]] = field(default_factory=lambda: defaultdict(list))
    passed: int = 0

    def refuse(self, at: str, why: str) -> None:
        self.refused.append(Refused(at, why))

    def claim(self, shown: Claim) -> Claim:
        """The claim of the ledger that a row shows."""
        return self.behind.get(shown.id, shown)


@dataclass(frozen=True, slots=True)
class Matched:
    """What a file comes to: decisions in its order, what is refused, and how many rows the ledger has gone past."""

    decided: tuple[Decided, ...]
    refused: tuple[Refused, ...]
    past: int


def match(
    sheets: Mapping[str, Iterable[Line]],
    told: Iterable[Told],
    *,
    by: str = "",
    actor_of: ActorOf | None = None,
    place_of: PlaceOf | None = None,
    rejected: Iterable[ClaimId] = (),
    behind: Mapping[ClaimId, Claim] | None = None,
) -> Matched:
    """What a person decided in a file, of the claims that a ledger holds now.

    Args:     told: the claims as the file shows them; by: who judged, where a row does not say so;
              actor_of, place_of: what an entered name means; rejected: claims that people have rejected, so that a
              file can be read back twice; behind: where the file was made for others, the ledger's own claim of each.
    """
    by_id = {one.claim.id: one for one in told}
    known = Known(actor_of or _plain_actor, place_of or _plain_place)
    work = _Work(by_id, by, known, behind or {}, frozenset(rejected))
    for line in sheets.get("claims", ()):
        _claim_line(line, work)
    for line in sheets.get("figures", ()):
        _figure_line(line, work)
    return Matched(tuple(_decisions(work)), tuple(work.refused), work.passed)


def _plain_place(name: str, country: str | None) -> Where:
    return Where(name, country=country)


def _plain_actor(name: str, _: Claim) -> Actor:
    return Actor(name)


# ------------------------------------------------------------------------------------------------- does it match


def _claim_line(line: Line, work: _Work) -> None:
    told = work.told.get(ClaimId(line.text("id")))
    if told is not None and told.claim.id in work.verdicts:
        work.refuse(line.at("id"), f"the claim {told.claim.id} is judged twice; keep one of its rows")
        return
    if not _is_as_exported(line, told, CLAIM_COLUMNS, work) or told is None:
        return
    verdict = _verdict(line, work)
    if verdict is None:
        return
    changes = _corrections(line, told.claim, work) if verdict == "correct" else []
    if changes is not None and _fits(line, verdict, work):
        work.verdicts[told.claim.id] = (verdict, *_who(line, work), line.at("verdict"))
        work.changes[told.claim.id] += changes


def _figure_line(line: Line, work: _Work) -> None:
    told = work.told.get(ClaimId(line.text("claim")))
    number = line.text("number").partition(".")[0]
    place = int(number) - 1 if number.isdigit() else -1
    counted = None
    if told is not None and 0 <= place < len(told.claim.figures):
        counted = Counted(told, told.claim.figures[place], place + 1, "")
    if not _is_as_exported(line, counted, FIGURE_COLUMNS, work) or counted is None:
        return
    verdict = _verdict(line, work)
    if verdict is None or not _fits(line, verdict, work):
        return
    change = _figure_change(line, work.claim(counted.claim).figures[place], verdict, work)
    if change is None:
        return
    before = work.verdicts.get(counted.claim.id)
    if before is not None and before[0] != "correct":
        work.refuse(
            line.at("verdict"), f"its claim is judged {before[0]} at {before[3]}; judge the claim `correct`"
        )
        return
    work.changes[counted.claim.id].append(change)
    work.verdicts.setdefault(counted.claim.id, ("correct", *_who(line, work), line.at("verdict")))


def _is_as_exported(line: Line, item: Any, columns: Iterable[Column[Any]], work: _Work) -> bool:
    """Whether a row is the one that was exported; a row without a judgement that the ledger has left behind is none."""
    key = "id" if line.sheet == "claims" else "claim"
    is_judged = any(line.text(asked.name) for asked in JUDGED[line.sheet])
    is_whole = _sealed(line, columns)
    if item is None:
        is_done = ClaimId(line.text(key)) in work.rejected and line.text("verdict").lower() == "reject"
        if not is_done and (is_judged or not is_whole):
            what = "claim" if line.sheet == "claims" else "figure of the claim"
            why = (
                f"the ledger holds no {what} {line.text(key)!r} now; it was withdrawn, or is another ledger's"
            )
            work.refuse(line.at(key), f"{why}: export anew and judge there")
        else:
            work.passed += 1
        return False
    compared, masked = _compared(columns), bool(work.behind)
    if masked and is_whole:  # its words depend on what else was exported; that nobody changed them is sealed
        compared = [c for c in compared if c.holds in {"count", "day"} or c.name in FIRM]
    wrong = [c for c in compared if not agrees(line.cells.get(c.name), c.of(item), c.holds, is_masked=masked)]
    if not wrong:
        return True
    if is_whole and (not is_judged or _is_done(line, item, work)):
        work.passed += 1  # the ledger has gone on, and nobody judged here, or just this is what it has
        return False
    for column in wrong:
        work.refuse(line.at(column.name), _differs(line, column, column.of(item), is_whole=is_whole))
    return False


def _is_done(line: Line, item: Any, work: _Work) -> bool:
    """Whether all that a row corrects stands in the ledger already: the file was read back before."""
    quiet = _Work(work.told, work.by, work.known, work.behind)
    given = _entered(line, quiet)
    if not given or line.text("verdict").lower() != "correct":
        return False
    try:
        if isinstance(item, Counted):
            old = work.claim(item.claim).figures[item.number - 1]
            return corrected(old, given.get("figure", {})) == old
        claim = work.claim(item.claim)
        return all(
            VALUES[name](claim, parts, work.known) == getattr(claim, name) for name, parts in given.items()
        )
    except (ValueError, UsageError):
        return False


def _compared(columns: Iterable[Column[Any]]) -> list[Column[Any]]:
    return [column for column in columns if not PASSING.fullmatch(column.name)]


def _sealed(line: Line, columns: Iterable[Column[Any]]) -> bool:
    kept = _compared(columns)
    return seal(
        [Head(c.name, c.holds, "") for c in kept], [typed(line.cells.get(c.name), c.holds) for c in kept]
    ) == line.text("seal")


def _differs(line: Line, column: Column[Any], expected: Cell, *, is_whole: bool) -> str:
    found = f"it reads {_short(line.cells.get(column.name))}, the ledger says {_short(expected)}"
    if is_whole:
        return f"{found}: the ledger has changed since this was exported; export anew and judge there"
    if column.name in {"quote", "words"}:
        return f"{found}: the words are the report's; put them back, or export anew"
    return f"{found}: put it back; {_hint(line, column.name)}"


def _hint(line: Line, column: str) -> str:
    """Where what a person wanted to say goes."""
    if column in {one.machine for one in JUDGED[line.sheet]}:
        return f"corrections go under correct_{column}"
    is_count = column == "figures" or column.partition("_")[0] in COUNTED
    return "figures are corrected in the sheet figures" if is_count else "it cannot be corrected here"


def _short(cell: Cell) -> str:
    text = "nothing" if cell is None or cell == "" else repr(str(cell))
    return text if len(text) <= 62 else f"{text[:60]}…'"


# ----------------------------------------------------------------------------------------------- what was decided


def _verdict(line: Line, work: _Work) -> str | None:
    """The verdict of a row; None where there is none, or no such one."""
    asked = JUDGED[line.sheet][0]
    text = line.text("verdict").lower()
    if not text:
        filled = [one.name for one in JUDGED[line.sheet][1:] if line.text(one.name)]
        if filled:
            work.refuse(
                line.at(filled[0]), "the row is filled in, but has no verdict; write one, or clear the cell"
            )
        return None
    if text not in asked.words:
        listed = ", ".join(asked.words)
        more = "; a figure that is right is accepted with its claim" if line.sheet == "figures" else ""
        work.refuse(line.at("verdict"), f"it reads {text!r}; a verdict is one of {listed}{more}")
        return None
    return text


def _fits(line: Line, verdict: str, work: _Work) -> bool:
    """Whether the cells of a row go with its verdict, and somebody has judged."""
    filled = [one for one in JUDGED[line.sheet] if one.field and line.text(one.name)]
    if filled and verdict != "correct":
        work.refuse(
            line.at(filled[0].name),
            f"it is filled in, but the verdict is {verdict}; write `correct`, or clear it",
        )
        return False
    if not line.text("by") and not work.by:
        work.refuse(line.at("by"), "nobody is named who judged; fill it in, or give --by NAME")
        return False
    return True


def _who(line: Line, work: _Work) -> tuple[str, str]:
    return line.text("by") or work.by, line.text("why")


def _corrections(line: Line, shown: Claim, work: _Work) -> list[Changed] | None:
    """What a row of claims corrects; None where a cell makes no sense."""
    given = _entered(line, work)
    if given is None:
        return None
    claim = work.claim(shown)
    if "where" in given and "name" not in given["where"] and claim.where != shown.where:
        first = next(one.name for one in JUDGED["claims"] if one.field == "where" and line.text(one.name))
        work.refuse(
            line.at(first),
            "this export tells the place less closely than the ledger has it; name the place under"
            " correct_where too, or judge in an export for --audience internal",
        )
        return None
    made = []
    for name, parts in given.items():
        try:
            value = VALUES[name](claim, parts, work.known)
        except (ValueError, UsageError) as error:
            first = next(one.name for one in JUDGED["claims"] if one.field == name and line.text(one.name))
            work.refuse(line.at(first), f"{error}")
            return None
        if value == getattr(claim, name):
            first = next(one.name for one in JUDGED["claims"] if one.field == name and line.text(one.name))
            work.refuse(line.at(first), "the claim says that already; clear the cell")
            return None
        made.append(Changed(name, value))
    return made


def _entered(line: Line, work: _Work) -> dict[str, dict[str, Cell]] | None:
    """What a person entered, by field and part; None where a cell makes no sense."""
    found: dict[str, dict[str, Cell]] = {}
    wrong = False
    for asked in JUDGED[line.sheet]:
        if not asked.field or not line.text(asked.name):
            continue
        if work.behind and MASKED.search(line.text(asked.name)):
            work.refuse(
                line.at(asked.name),
                f"it reads {_short(line.text(asked.name))}, which stands for somebody in this export alone;"
                " write who is meant, or judge in an export for --audience internal",
            )
            wrong = True
            continue
        try:
            found.setdefault(asked.field, {})[asked.part] = entered(
                line.cells[asked.name], asked, _words(asked)
            )
        except UsageError as error:
            work.refuse(line.at(asked.name), str(error))
            wrong = True
    return None if wrong else found


def _words(asked: Asked) -> tuple[str, ...]:
    if isinstance(asked.words, str):
        return tuple(lexicons.load("codebook")[asked.words])
    return asked.words


def _figure_change(line: Line, figure: Figure, verdict: str, work: _Work) -> Changed | None:
    if verdict == "reject":
        return Changed("figure", None, figure)
    given = _entered(line, work)
    if given is None:
        return None
    parts = given.get("figure", {})
    if not parts:
        work.refuse(
            line.at("verdict"),
            "it says `correct`, but no cell under correct_ says what is right; fill one in",
        )
        return None
    try:
        value = corrected(figure, parts)
    except ValueError as error:
        work.refuse(line.at("verdict"), str(error))
        return None
    if value == figure:
        work.refuse(line.at("verdict"), "the figure says that already; clear the row's cells")
        return None
    return Changed("figure", value, figure)


def _decisions(work: _Work) -> Iterable[Decided]:
    for id_, (verdict, by, why, at) in work.verdicts.items():
        changes = tuple(work.changes.get(id_, ()))
        if verdict == "correct" and not changes:
            work.refuse(at, "it says `correct`, but no cell under correct_ says what is right; fill one in")
            continue
        yield Decided(work.claim(work.told[id_].claim), verdict, changes, by, why, at)
