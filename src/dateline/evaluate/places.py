"""Texts with names of places that people have put on the map -> how well dateline finds and places them.

The form is one JSON object a line: {"id", "text", "toponyms": [{"start", "end", "lat", "lon"}]}, a point of
null where none was given; "title", "source" (the publisher or its address), "url" and "date" are read where
they stand. Two things are measured: the point of each name when its span is given, and names and points from
the text alone. Beside both stands the largest place of that name, in the same run.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from dateline import language
from dateline.errors import UsageError
from dateline.evaluate.ledger import Share
from dateline.lexicons.earth import distance_km
from dateline.lexicons.gazetteer import Gazetteer, open_gazetteer
from dateline.mentions.places import resolve, toponyms
from dateline.pipeline import DEFAULT_MODEL
from dateline.records import Mention, Report, ReportId, Sentence, Where

RIGHT_KM = 161.0  # a hundred miles: what the literature counts as the right place
FARTHEST_KM = 20038.0  # half the way around the earth: the error of a name left without a point


@dataclass(frozen=True, slots=True)
class Point:
    """A name's span in code points, and its point where it has one."""

    start: int
    end: int
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """A report with its names as people placed them."""

    report: Report
    names: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class PlaceScore:
    """One run on one set.

    `right`:     points within 161 km, of those given and of all in the gold that have one; a name is compared
                 with the answer of the same span, else with the first that overlaps it.
    `mean_km`, `median_km`, `auc_answered`: over the answered; `auc_all` counts the rest as half around the earth.
    `exact`:     spans alike, of all given and all in the gold; `overlap_p`, `overlap_r`: spans that overlap any.
    `placed`:    the same span and within 161 km; names that the gold leaves without a point count for nothing.
    """

    right: Share
    mean_km: float
    median_km: float | None
    auc_all: float
    auc_answered: float
    exact: Share
    overlap_p: float
    overlap_r: float
    placed: Share


@dataclass(frozen=True, slots=True)
class PlaceAgreement:
    """How far dateline's points agree with people's.

    `resolved`: spans given; precision is of the answered, recall of all (the accuracy within 161 km).
    `found`:    from the text alone: the same span, whatever its point.
    `placed`:   from the text alone: the same span and within 161 km.
    `prior_resolved`, `prior_placed`: the same with the largest place of each name.
    """

    reports: int
    resolved: Share
    prior_resolved: Share
    found: Share
    placed: Share
    prior_placed: Share
    mean_km: float
    median_km: float
    auc_all: float
    runs: Mapping[str, PlaceScore]

    @property
    def headline(self) -> dict[str, float]:
        """What the placing of names is judged by first."""
        return {
            "acc161_all": self.resolved.r,
            "e2e161_f1": self.placed.f1,
            "prior_acc161_all": self.prior_resolved.r,
        }

    def to_object(self) -> dict[str, Any]:
        """As plain values; each run with the names of figures that the literature has for them."""
        flat = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "runs"}
        shown = {name: v.to_object() if isinstance(v, Share) else v for name, v in flat.items()}
        return {**shown, "runs": {name: as_literature(run) for name, run in self.runs.items()}}


def as_literature(run: PlaceScore) -> dict[str, Any]:
    """A run's figures by their usual names."""
    share = {name: (s.p, s.r, s.f1) for name, s in (("recog_exact", run.exact), ("e2e161_exact", run.placed))}
    p, r = run.overlap_p, run.overlap_r
    return {
        "gold": run.exact.gold,
        "gold_with_coords": run.right.gold,
        "answered": run.right.system,
        "acc161_all": run.right.r,
        "acc161_answered": run.right.p,
        "mean_km": run.mean_km,
        "median_km": run.median_km,
        "auc_all": run.auc_all,
        "auc_answered": run.auc_answered,
        **share,
        "recog_overlap": (p, r, 2 * p * r / (p + r) if p + r else 0.0),
    }


def measure(path: Path, model: str = DEFAULT_MODEL, gazetteer: Path | None = None) -> PlaceAgreement:
    """Place the names of every text in a file, then compare.

    Args:    path: a .jsonl file of the form above, or a folder of such; gazetteer: else the shipped one.
    Raises:  UsageError, when there is no such file, or it is not of that form.
    """
    rows = list(load(path))
    engine, places = language.load(model), open_gazetteer(gazetteer)
    told: dict[str, dict[str, list[Point]]] = {run: {} for run in RUNS}
    for row in rows:
        sentences, _ = language.parse(row.report, engine)
        for run, points in run_all(row, sentences, places).items():
            told[run][row.report.id] = points
    runs = {run: score(rows, told[run]) for run in RUNS}
    ours, raw = runs["gold_spans"], runs["raw_text"]
    return PlaceAgreement(
        reports=len(rows),
        resolved=ours.right,
        prior_resolved=runs["prior_gold_spans"].right,
        found=raw.exact,
        placed=raw.placed,
        prior_placed=runs["prior_raw_text"].placed,
        mean_km=ours.mean_km,
        median_km=ours.median_km or 0.0,
        auc_all=ours.auc_all,
        runs=runs,
    )


RUNS = ("gold_spans", "raw_text", "prior_gold_spans", "prior_raw_text")


def run_all(row: Row, sentences: tuple[Sentence, ...], gazetteer: Gazetteer) -> dict[str, list[Point]]:
    """What each run answers for one report: ours, and the largest place so called for the same spans."""
    report = row.report
    spans = [report.span(name.start, name.end) for name in row.names]
    ours = [_point(m) for m in resolve(report, sentences, spans, gazetteer) if m]
    raw = [_point(m) for m in toponyms(report, sentences, gazetteer)]
    largest = [_largest(report, name, gazetteer) for name in row.names]
    largest_raw = [_largest(report, name, gazetteer) for name in raw]
    return {"gold_spans": ours, "raw_text": raw, "prior_gold_spans": largest, "prior_raw_text": largest_raw}


def _point(mention: Mention) -> Point:
    where = mention.value
    lat, lon = (where.lat, where.lon) if isinstance(where, Where) else (None, None)
    return Point(mention.span.start, mention.span.end, lat, lon)


def _largest(report: Report, name: Point, gazetteer: Gazetteer) -> Point:
    """The most populous place of a name, whatever the text says."""
    place = next(iter(gazetteer.lookup(report.text[name.start : name.end])), None)
    return Point(name.start, name.end, place.lat if place else None, place.lon if place else None)


def load(path: Path) -> Iterator[Row]:
    """The rows of a file, or of all .jsonl files of a folder, in order."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not path.exists() or not files:
        msg = f"there is no gold at {path}"
        raise UsageError(msg)
    for file in files:
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            if line.strip():
                yield _row(line, f"{file}, line {number}")


def _row(line: str, where: str) -> Row:
    try:
        entry = json.loads(line)
        report = Report(
            ReportId(str(entry["id"])),
            entry["text"],
            headline=entry.get("title") or None,
            publisher=entry.get("source") or None,
            url=entry.get("url") or None,
            published=_day(entry.get("date")),
        )
        names = tuple(Point(t["start"], t["end"], t.get("lat"), t.get("lon")) for t in entry["toponyms"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        msg = f"{where}: no report with its toponyms in the form of `evaluate places`: {error!r}"
        raise UsageError(msg) from error
    return Row(report, names)


def _day(text: str | None) -> date | None:
    """A day where the text opens with one; sets have hours and other things there too."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def score(rows: Sequence[Row], told: Mapping[str, Sequence[Point]]) -> PlaceScore:
    """Compare points with the gold's.

    Args: told: a report's id -> the names found in it; a report that is not there has none.
    """
    errors: list[float] = []
    wanted = given = alike = free = over_given = over_wanted = pointed = placed = 0
    for row in rows:
        answers = told.get(row.report.id, ())
        spans, gold = {(p.start, p.end) for p in answers}, {(t.start, t.end) for t in row.names}
        wanted, given, alike = wanted + len(row.names), given + len(spans), alike + len(spans & gold)
        free += len(spans & {(t.start, t.end) for t in row.names if t.lat is None})
        over_given += sum(_overlaps(span, gold) for span in spans)
        over_wanted += sum(_overlaps((t.start, t.end), spans) for t in row.names)
        right, counted, gaps = _compared(row, answers)
        placed, pointed = placed + right, pointed + counted
        errors += gaps
    hits = sum(gap <= RIGHT_KM for gap in errors)
    ordered = sorted(errors)
    return PlaceScore(
        right=Share(hits, len(errors), pointed),
        mean_km=sum(ordered) / max(1, len(errors)),
        median_km=ordered[len(ordered) // 2] if ordered else None,
        auc_all=_area(errors + [FARTHEST_KM] * (pointed - len(errors))),
        auc_answered=_area(errors),
        exact=Share(alike, given, wanted),
        overlap_p=over_given / max(1, given),
        overlap_r=over_wanted / max(1, wanted),
        placed=Share(placed, given - free, pointed),
    )


def _compared(row: Row, answers: Sequence[Point]) -> tuple[int, int, list[float]]:
    """Of one report: names placed right under their own span, names that have a point, errors of the answered."""
    by_span = {(p.start, p.end): p for p in answers if p.lat is not None}
    seen: set[tuple[int, int]] = set()
    counted, gaps = 0, []
    for name in row.names:
        if name.lat is None or name.lon is None:
            continue
        counted += 1
        span = (name.start, name.end)
        answer = by_span.get(span) or next(
            (by_span[s] for s in sorted(by_span) if _overlaps(s, {span})), None
        )
        if answer is None or answer.lat is None or answer.lon is None:
            continue
        gaps.append(distance_km((name.lat, name.lon), (answer.lat, answer.lon)))
        if span in by_span and gaps[-1] <= RIGHT_KM:
            seen.add(span)
    return len(seen), counted, gaps


def _overlaps(span: tuple[int, int], others: set[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _area(errors: list[float]) -> float:
    """The area under the sorted curve of ln(1 + km), as a share of the worst; nan for fewer than two."""
    logs = sorted(math.log(1 + gap) for gap in errors)
    if len(logs) < 2:
        return math.nan
    steps = sum((logs[i] + logs[i + 1]) / 2 for i in range(len(logs) - 1))
    return steps / (math.log(FARTHEST_KM + 1) * (len(logs) - 1))
