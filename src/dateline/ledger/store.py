"""A path -> the ledger in that file: read reports are recorded in it, questions to it give records back.

A report is recorded in one transaction with its claims and faults, so that a run which is cut off has lost
nothing that it had finished. A report that comes again with another text is kept beside the first as a
further revision: the claims of the text that was recorded last stand, those of the other are withdrawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection

from dateline.errors import BusyError, LedgerError
from dateline.ledger import deciding, judgements, queries, recording, reviews, rounds, settling
from dateline.ledger.deciding import Change, Said
from dateline.ledger.entries import Entry
from dateline.ledger.filters import EVERY, ClaimFilter
from dateline.ledger.opening import explaining, open_engine
from dateline.ledger.queries import Run
from dateline.ledger.recording import Recorded, Stamp
from dateline.ledger.reviews import Reviewed
from dateline.ledger.rounds import Round
from dateline.ledger.rows import Rows
from dateline.ledger.translate import report_row
from dateline.records import Claim, ClaimId, Fault, Figure, Judgement, Report, Told, Verdict

# Longer than any report takes to record; a lock that lasts longer is a program that hangs or a bulk load.
WAIT_S = 10.0
_ALL = EVERY


def now() -> datetime:
    """The ledger's clock: the moment, in UTC."""
    return datetime.now(UTC)


class Ledger:
    """The ledger in one SQLite file; use it in a `with` block, or close it.

    Args:     path, the file. create, make it if there is none. read_only, change nothing. clock, what says
              the time of each record (a test hands in its own). wait_s, how long to wait, in seconds, for
              another program that is writing.
    Raises:   LedgerError, here and in every method, when the file cannot be opened, written or trusted.

    Any number of processes may read while one writes; several may write, one report at a time each. A
    ledger must not be handed to a forked process; open it there anew.
    """

    def __init__(
        self,
        path: str | PathLike[str],
        *,
        create: bool = True,
        read_only: bool = False,
        clock: Callable[[], datetime] = now,
        wait_s: float = WAIT_S,
    ) -> None:
        self.path = Path(path)
        self.read_only = read_only
        self._clock = clock
        self._wait_s = wait_s
        self._writer = Lock()
        self._engine = open_engine(self.path, create=create, read_only=read_only, wait_s=wait_s)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Ledger({str(self.path)!r})"

    def now(self) -> datetime:
        """The moment, by the ledger's own clock."""
        return self._clock()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger, whatever is written meanwhile."""
        with explaining(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose writes are all kept or, if the block fails, all dropped."""
        if self.read_only:
            msg = f"the ledger {self.path} was opened read-only; open it without read_only to write to it"
            raise LedgerError(msg)
        with (
            self._turn(),
            explaining(self.path),
            self._engine.connect().execution_options(immediate=True) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One thread at a time: SQLite lets those who wait for a lock try in turn by chance, and some never get it."""
        if not self._writer.acquire(timeout=self._wait_s):
            msg = f"others are writing to the ledger {self.path}; nothing was written: try again in a moment"
            raise BusyError(msg)
        try:
            yield
        finally:
            self._writer.release()

    def begin_run(self, version: str, model: str, arguments: Mapping[str, Any] | str = "") -> int:
        """Open a run; its number, which every record needs.

        Args:     version of dateline, model with its version, and what the run was asked to do: in words, or
                  as values for JSON.
        """
        run = {
            "version": version,
            "model": model,
            "started": self._clock(),
            "arguments": arguments if isinstance(arguments, str) else dict(arguments),
        }
        with self.writing() as connection:
            return recording.begin(connection, run)

    def finish_run(self, run: int) -> None:
        """Say that a run has come to its end."""
        with self.writing() as connection:
            recording.finish(connection, Stamp(run, self._clock()))

    def is_read(self, report: Report, version: str, model: str) -> bool:
        """Whether this version and model were the last to read just this report, so that it can be skipped.

        All that was read of the report counts: its text, and its date, headline and so on.
        """
        row = report_row(report)
        with self.reading() as connection:
            last = queries.last_reading(connection, row["id"], row["digest"])
        return last is not None and last[1:] == (version, model)

    def record(
        self, run: int, report: Report, claims: Iterable[Claim], faults: Iterable[Fault] = ()
    ) -> Recorded:
        """Record all that was read of one report, whole or not at all.

        Args:     run, as begin_run gave it; the claims and faults of this reading, in any order.
        Returns:  how many claims were added, stayed as they were, and were withdrawn.
        Raises:   LedgerError, when a claim's words do not lie in the report, two claims that differ bear one
                  id, or a record breaks a rule of the schema.
        """
        reading = recording.reading_of(report, claims, faults)
        with self.writing() as connection:
            stamp = Stamp(run, self._clock())
            recorded = recording.record(connection, reading, stamp)
            if settling.is_judged(connection, report.id):
                settling.settle(connection, report.id, stamp)
            return recorded

    def record_faults(self, run: int, faults: Iterable[Fault]) -> None:
        """Record faults that belong to no recorded report, such as an unreadable file; each is kept once."""
        with self.writing() as connection:
            recording.add_faults(connection, faults, Stamp(run, self._clock()))

    def settle_faults(self, run: int, places: Iterable[str], met: Iterable[Fault]) -> None:
        """Withdraw what no longer ails files and folders, once they have been read to their end.

        Args:     run; the paths that were read, as faults name them; all faults that this run met.
        """
        with self.writing() as connection:
            recording.settle_faults(connection, places, met, Stamp(run, self._clock()))

    def judge(self, verdict: Verdict, one: Claim, other: Claim, *, by: str, why: str = "") -> int:
        """Record that a person holds two claims to tell of the same incident, or of different ones.

        Returns:  the number of the judgement, by which it can be taken back.
        Raises:   UsageError, when `by` is empty or the two claims are one.
        """
        with self.writing() as connection:
            first, second = (judgements.handle(connection, claim)[0] for claim in (one, other))
            judged = Judgement(verdict, first, second, by, self._clock(), why)
            return judgements.add_pair(connection, judged, (one, other)).number

    def judge_all(
        self, pairs: Iterable[tuple[Verdict, Claim, Claim]], *, by: str, why: str = ""
    ) -> tuple[int, ...]:
        """Record judgements about several pairs, all of them or none; their numbers."""
        with self.writing() as connection:
            made = []
            for verdict, one, other in pairs:
                first, second = (judgements.handle(connection, claim)[0] for claim in (one, other))
                judged = Judgement(verdict, first, second, by, self._clock(), why)
                made.append(judgements.add_pair(connection, judged, (one, other)).number)
            return tuple(made)

    def unjudge(self, number: int, *, by: str, why: str = "") -> int:
        """Take a judgement of any sort back, by a further entry of the log; the number of that entry.

        Raises:   UsageError, when no judgement of that number stands.
        """
        with self.writing() as connection:
            return deciding.undo(connection, number, Said(by, self._clock(), why))

    def review(
        self,
        verdict: Verdict,
        claim: Claim,
        changes: Sequence[Change] = (),
        *,
        by: str,
        why: str = "",
        in_round: int | None = None,
    ) -> tuple[int, ...]:
        """Record what a person decides of a claim, which outranks what dateline read, now and in later readings.

        Args:     verdict: accept or reject, without changes; correct, with a change for each field; note or proof,
                  with one change that holds the text or the standard. in_round: the round that it belongs to.
        Returns:  the numbers of the entries, one for each change, by which they can be taken back.
        Raises:   UsageError, when the ledger does not hold the claim, nobody decides, or a value makes no sense.
        """
        with self.writing() as connection:
            said = Said(by, self._clock(), why, in_round)
            return deciding.review(connection, verdict, claim, changes, said)

    def add(
        self, claim: Claim, *, by: str, why: str = "", in_round: int | None = None
    ) -> tuple[int, ClaimId]:
        """Record a claim that was not read, as a person found it in the report; the entry's number, the claim's id.

        Raises:   UsageError, when its words are not in its report, or the ledger has that claim.
        """
        with self.writing() as connection:
            return deciding.add(connection, claim, Said(by, self._clock(), why, in_round))

    def open_round(self, reports: Iterable[str], coders: tuple[str, str], *, by: str, why: str = "") -> int:
        """Have two coders judge the same reports, neither seeing the other's judgements; the round's number.

        Raises:   UsageError, when the coders are one, or a report is not in the ledger.
        """
        with self.writing() as connection:
            return deciding.open_round(connection, reports, coders, Said(by, self._clock(), why))

    def finish_round(self, number: int, *, by: str) -> Round:
        """Say that a coder has judged all of a round; with the second coder, what both agree on takes effect.

        Raises:   UsageError, when there is no such round, or it is not for that person to finish.
        """
        with self.writing() as connection:
            return deciding.finish(connection, number, Said(by, self._clock()))

    def coding(self, number: int, coder: str) -> Mapping[ClaimId, Claim | None]:
        """What a coder of a round left of each claim that they judged in it; None for one that they rejected.

        Raises:   UsageError, when there is no such round, or nobody of that name codes in it.
        """
        with self.reading() as connection:
            held = deciding.round_of(connection, number)
            return reviews.coding(connection, held, deciding.coder_of(held, coder))

    def seen(self, report: str, number: int, coder: str) -> tuple[Claim, ...]:
        """The claims of a report as a coder of a round sees them: with what they judged, without the other's.

        Raises:   UsageError, when there is no such round or report, or nobody of that name codes in it.
        """
        with self.reading() as connection:
            held = deciding.round_of(connection, number)
            return reviews.seen(connection, report, (held, deciding.coder_of(held, coder)))

    def rounds(self) -> tuple[Round, ...]:
        """The rounds of coding, in the order in which they were opened."""
        with self.reading() as connection:
            return tuple(rounds.rounds(judgements.about_rounds(connection)).values())

    def log(
        self, last: int | None = None, *, report: str | None = None, between: tuple[int, int] | None = None
    ) -> Rows[Entry]:
        """Everything that people decided, in order, tied together by hashes; or its last so many entries.

        Args:    report: only what was decided of this report's claims, and what took it back; between: only the
                 entries of these numbers, the first and the last.
        """
        with self.reading() as connection:
            return judgements.log(connection, last, report, between)

    def entry(self, number: int) -> Entry | None:
        """One entry of the log; None where it has no such number."""
        with self.reading() as connection:
            return judgements.entry(connection, number)

    def judged(self) -> int:
        """How many claims people have judged."""
        with self.reading() as connection:
            return reviews.judged(connection)

    def reviewed(self, report: str | None = None) -> Mapping[ClaimId, Reviewed]:
        """What people have decided of claims, by claim; of one report, or of all."""
        with self.reading() as connection:
            return reviews.reviewed(connection, report)

    def unattached(self) -> tuple[Entry, ...]:
        """The judgements that stand, but whose words no longer fit anything: kept, and without effect."""
        with self.reading() as connection:
            return reviews.unattached(connection)

    def judgements(self, known_at: datetime | None = None) -> Rows[Judgement]:
        """The judgements that stand, or stood at a moment, in the order in which they were made."""
        with self.reading() as connection:
            return judgements.standing(connection, known_at)

    def reports(self, asked: ClaimFilter = _ALL) -> Rows[Report]:
        """Every report in its standing revision, by day of publication and id; of a filter, the clocks count."""
        with self.reading() as connection:
            return queries.reports(connection, asked)

    def report(self, report_id: str, *, revision: int | None = None) -> Report:
        """One report: as last read, or in an earlier revision.

        Raises:   UsageError, when the ledger does not hold it.
        """
        with self.reading() as connection:
            return queries.report(connection, report_id, revision)

    def claims(self, asked: ClaimFilter = _ALL) -> Rows[Claim]:
        """The claims that pass a filter, by the report's day and id, place in the text, and own id."""
        with self.reading() as connection:
            return queries.claims(connection, asked)

    def claim(self, prefix: str, *, include_withdrawn: bool = False) -> Claim:
        """The one claim whose id is, or begins with, `prefix`.

        Raises:   UsageError, when there is none or more than one.
        """
        with self.reading() as connection:
            return queries.claim(connection, prefix, include_withdrawn=include_withdrawn)

    def told(self, asked: ClaimFilter = _ALL) -> tuple[Told, ...]:
        """The claims that pass a filter, each with its report as it was when the claim was read."""
        with self.reading() as connection:
            return queries.told(connection, asked)

    def figures(self, asked: ClaimFilter = _ALL) -> Rows[tuple[Claim, Figure]]:
        """The figures of the claims that pass a filter, each with its claim, in the order of the claims."""
        with self.reading() as connection:
            return queries.figures(connection, asked)

    def faults(self, *, include_withdrawn: bool = False) -> Rows[Fault]:
        """What could not be read, by report and place in it; faults about no report last."""
        with self.reading() as connection:
            return queries.faults(connection, include_withdrawn=include_withdrawn)

    def runs(self) -> Rows[Run]:
        """All runs, in the order in which they began."""
        with self.reading() as connection:
            return queries.runs(connection)
