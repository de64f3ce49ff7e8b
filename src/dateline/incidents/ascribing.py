"""Claims that come and go -> the origin of each, as `origins.of` gives it, without reading all reports again.

Of a report only a sketch is kept, by which those that may be its copies are found; their texts are asked for, to prove
that they are. What comes out depends on the claims that are held, not on how they came in.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dateline import lexicons
from dateline.incidents import copies
from dateline.incidents.columns import spread
from dateline.incidents.copies import BANDS, Known, Sketch
from dateline.incidents.origins import Origin, Paper, Said, ascribed, paper, said
from dateline.incidents.stowing import Parts, filled, listed, numbers, stowed, taken
from dateline.records import ClaimId, Report, ReportId, SourceType, Told

if TYPE_CHECKING:
    from numpy.typing import NDArray

Key = tuple[ReportId, int]  # a report and its revision
Place = tuple[bool, date, ReportId]
Texts = Callable[[Collection[Key]], Mapping[Key, Report]]
HASH = 16  # bytes of the hash of a claim's own words


class Held(NamedTuple):
    """A report as its claims tell it: where it stands, in which revision, and what its outlet is found by."""

    place: Place
    revision: int
    paper: Paper


class Reports:
    """Reports that are asked for by revision, each read once."""

    def __init__(self, texts: Texts) -> None:
        """Know none yet."""
        self._texts = texts
        self.known: dict[Key, Report] = {}

    def read(self, keys: Collection[Key]) -> Mapping[Key, Report]:
        """At least these reports."""
        self.known.update(self._texts([key for key in keys if key not in self.known]))
        return self.known


class Ascriber:
    """The origins of claims that come and go."""

    def __init__(self, jobs: int = 1) -> None:
        """Hold nothing yet; `jobs` are the processes to work with where there is much to do."""
        self._jobs = jobs
        self._said: dict[ClaimId, tuple[Said, int]] = {}  # with the revision of its report
        self._of: dict[ReportId, set[ClaimId]] = defaultdict(set)
        self._held: dict[ReportId, Held] = {}
        self._like: dict[ReportId, ReportId] = {}  # the earliest report that each is alike to, or itself
        self._sketches = Sketches()

    def fill(self, told: Iterable[tuple[Told, int]]) -> None:
        """Take in all claims, each with the revision of its report, where there were none before."""
        reports: dict[ReportId, Report] = {}
        for one, revision in sorted(told, key=lambda pair: pair[0].order):
            self._take(one, revision)
            reports[one.report.id] = one.report
        for report in reports.values():
            place, revision = self._stands(report.id)
            self._held[report.id] = Held(place, revision, paper(report))
        known: Known = {}
        ordered = list(reports.values())
        likes = copies.earliest_alike(ordered, jobs=self._jobs, known=known)
        self._like = {one.id: ordered[like].id for one, like in zip(ordered, likes, strict=True)}
        self._sketches.fill([(one.id, known[one.id][1]) for one in ordered])

    def change(self, gone: Iterable[ClaimId], fresh: Iterable[tuple[Told, int]], texts: Texts) -> None:
        """Let claims go and take others in; one that is held under the same id is replaced.

        Args:    texts: gives reports in the revisions that are asked for.
        """
        reports = Reports(texts)
        touched: set[ReportId] = set()
        for claim in gone:
            touched |= self._drop(claim)
        for one, revision in fresh:
            touched |= self._drop(one.claim.id) | {one.report.id}
            self._take(one, revision)
            reports.known[one.report.id, revision] = one.report
        changed = {report for report in touched if self._hold(report, reports)}
        if changed:
            self._compare(changed, reports)

    def origins(self) -> Mapping[ClaimId, Origin]:
        """The origin of every claim that is held."""
        ordered = sorted(self._like, key=lambda report: self._held[report].place)
        roots = copies.roots_of({report: self._like[report] for report in ordered})
        claims = sorted(one for one, _ in self._said.values())
        return ascribed(claims, roots, {report: self._held[report].paper for report in ordered})

    def _take(self, one: Told, revision: int) -> None:
        self._said[one.claim.id] = said(one), revision
        self._of[one.report.id].add(one.claim.id)

    def _drop(self, claim: ClaimId) -> set[ReportId]:
        """Let a claim go; gives its report, if it was held."""
        before = self._said.pop(claim, None)
        if before is None:
            return set()
        report = before[0].order[2]
        self._of[report].discard(claim)
        return {report}

    def _stands(self, report: ReportId) -> tuple[Place, int]:
        """Where a report stands, by its first claim, and its revision, by the last: they may be of two readings."""
        claims = [self._said[claim] for claim in self._of[report]]
        return min(claims)[0].order[:3], max(claims)[1]

    def _hold(self, report: ReportId, reports: Reports) -> bool:
        """See to it that a report is held as its claims tell it; whether anything changed."""
        before = self._held.get(report)
        if not self._of[report]:
            del self._of[report], self._held[report], self._like[report]
            self._sketches.remove(report)
            return True
        place, revision = self._stands(report)
        if before is not None and before[:2] == (place, revision):
            return False
        text = reports.read([(report, revision)])[report, revision]
        self._held[report] = Held(place, revision, paper(text))
        self._sketches.put(report, copies.sketch(text))
        return True

    def _compare(self, changed: set[ReportId], reports: Reports) -> None:
        """Say anew what is alike, for reports that have changed or are gone, and for those that were like these."""
        like = self._like
        lost = {one for one, other in like.items() if other in changed and one not in changed}
        todo = [one for one in (*changed, *lost) if one in self._held]
        for one in todo:
            like[one] = one
        for one in todo:
            place = self._held[one].place
            for other in self._alike(one, reports):
                if self._held[other].place < place:
                    like[one] = min(like[one], other, key=self._place)
                else:
                    like[other] = min(like[other], one, key=self._place)

    def _place(self, report: ReportId) -> Place:
        return self._held[report].place

    def _alike(self, one: ReportId, reports: Reports) -> list[ReportId]:
        """The reports that are alike to one, in whatever order."""
        likely = self._sketches.likely(one)
        keys = {other: (other, self._held[other].revision) for other in (one, *likely)}
        if not likely:
            return []
        read = reports.read(keys.values())
        runs = copies.runs_of(read[keys[one]])
        return [other for other in likely if copies.are_alike(runs, copies.runs_of(read[keys[other]]))]

    def stow(self) -> dict[str, bytes]:
        """All that is held, as named parts."""
        at = {report: k for k, report in enumerate(self._held)}
        sources: dict[tuple[str, str], int] = {}
        rows = list(self._said.values())
        source = [sources.setdefault((one.name, str(one.type)), len(sources)) for one, _ in rows]
        held = [
            (
                report,
                of.revision,
                of.paper.publisher,
                of.paper.agency,
                _ordinal(of.paper.day),
                at[self._like[report]],
            )
            for report, of in self._held.items()
        ]
        return {
            "reports": stowed(held),
            "sources": stowed(list(sources)),
            "claims": stowed([one.order[4] for one, _ in rows]),
            "report": numbers(at[one.order[2]] for one, _ in rows),
            "start": numbers(one.order[3] for one, _ in rows),
            "day": numbers(0 if one.order[0] else one.order[1].toordinal() for one, _ in rows),
            "revision": numbers(revision for _, revision in rows),
            "source": numbers(source),
            "words": b"".join(one.words or bytes(HASH) for one, _ in rows),
            **self._sketches.stow(list(self._held)),
        }

    def restore(self, parts: Parts) -> None:
        """Hold what another held when it was stowed, in place of all else."""
        held = taken(parts["reports"])
        sources = [(name, SourceType(type_)) for name, type_ in taken(parts["sources"])]
        names = [ReportId(row[0]) for row in held]
        columns = [listed(parts[name]) for name in ("report", "start", "day", "revision", "source")]
        of = parts["words"]
        words = [of[at : at + HASH] for at in range(0, len(of), HASH)]
        none = bytes(HASH)
        self._said, self._of = {}, defaultdict(set)
        rows = zip(taken(parts["claims"]), words, *columns, strict=True)
        for claim, own, report, start, day, revision, source in rows:
            order = not day, _day(day) or date.max, names[report], start, claim
            name, type_ = sources[source]
            self._said[claim] = Said(order, name, type_, None if own == none else own), revision
            self._of[names[report]].add(claim)
        self._held = {}
        for name, (_, revision, publisher, agency, day, _) in zip(names, held, strict=True):
            place = min(self._said[claim][0].order for claim in self._of[name])[:3]
            self._held[name] = Held(place, revision, Paper(publisher, agency, _day(day)))
        self._like = {name: names[row[5]] for name, row in zip(names, held, strict=True)}
        self._sketches.restore(names, parts)


class Sketches:
    """The sketches of reports in arrays, in which those that share a band with one are found at once."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._names: list[ReportId] = []
        self._row: dict[ReportId, int] = {}
        self._bands: NDArray[np.int64] = np.zeros((0, BANDS), dtype=np.int64)
        self._starts, self._runs = array("q", [0]), array("I")

    def fill(self, sketches: Sequence[tuple[ReportId, Sketch]]) -> None:
        """Take in many."""
        rows = [of.bands or NO_BANDS for _, of in sketches]
        self._bands = np.concatenate((self._bands, np.array(rows, dtype=np.int64).reshape(-1, BANDS)))
        for report, of in sketches:
            self._row[report] = len(self._names)
            self._names.append(report)
            self._runs.frombytes(of.runs.tobytes())
            self._starts.append(len(self._runs))

    def put(self, report: ReportId, sketch: Sketch) -> None:
        """Take in one, in place of what was held of the report before."""
        self.remove(report)
        self.fill([(report, sketch)])

    def remove(self, report: ReportId) -> None:
        """Let one go, if it is held."""
        row = self._row.pop(report, None)
        if row is not None:
            self._bands[row] = NO_BANDS

    def likely(self, report: ReportId) -> list[ReportId]:
        """The other reports that share a band with one and may have enough runs in common: rather too many."""
        row = self._row[report]
        ours = self._bands[row]
        if ours[0] == NONE:
            return []
        found = np.flatnonzero((self._bands == ours).any(axis=1))
        starts, runs = np.frombuffer(self._starts, np.int64), np.frombuffer(self._runs, np.uint32)
        own = np.unique(runs[starts[row] : starts[row + 1]])
        owner, at = spread(starts, found)
        place = np.minimum(np.searchsorted(own, runs[at]), len(own) - 1)
        common = np.bincount(owner[own[place] == runs[at]], minlength=len(found))
        shorter = np.minimum(np.diff(starts)[found], starts[row + 1] - starts[row])
        least: float = lexicons.load("origins")["copies"]["share"]
        return [self._names[k] for k in found[common >= least * shorter].tolist() if k != row]

    def stow(self, among: Sequence[ReportId]) -> dict[str, bytes]:
        """The sketches of these reports, one after the other."""
        rows = np.array([self._row[report] for report in among], dtype=np.int64)
        starts = np.frombuffer(self._starts, np.int64)
        _, at = spread(starts, rows)
        bounds = np.append(0, np.cumsum(np.diff(starts)[rows]))
        runs = np.frombuffer(self._runs, np.uint32)[at]
        return {
            "bands": self._bands[rows].tobytes(),
            "run starts": bounds.astype(np.int64).tobytes(),
            "runs": runs.tobytes(),
        }

    def restore(self, names: Sequence[ReportId], parts: Parts) -> None:
        """Hold the sketches of these reports, as they were stowed."""
        self._names = list(names)
        self._row = {name: k for k, name in enumerate(names)}
        self._bands = np.frombuffer(parts["bands"], np.int64).reshape(-1, BANDS).copy()
        self._starts, self._runs = filled("q", parts["run starts"]), filled("I", parts["runs"])


NONE = -1  # no band is below 0
NO_BANDS = (NONE,) * BANDS


def _ordinal(day: date | None) -> int:
    return 0 if day is None else day.toordinal()


def _day(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if ordinal else None
