"""A part of the gold and its reports -> dateline's own reading of them, and how far it agrees.

The gold is opened only after the last report has been read: until then, nothing but the names of its files
is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.evaluate import attribution, codings, combining, figures, incidents, places, times
from dateline.evaluate.attribution import AttributionAgreement
from dateline.evaluate.calibration import Reliability, reliability
from dateline.evaluate.combining import RuleAgreement
from dateline.evaluate.figures import FigureAgreement
from dateline.evaluate.incidents import IncidentAgreement
from dateline.evaluate.ledger import Agreement, agreement
from dateline.evaluate.places import PlaceAgreement
from dateline.evaluate.times import TimeAgreement
from dateline.exports.claims import to_object
from dateline.pipeline import DEFAULT_MODEL, read_files
from dateline.records import Fault

# Where the texts stand beside a gold set that keeps them apart: <root>/reports, <root>/bench/ledger/<set>.
REPORTS_BESIDE = Path("../../../reports")
NO_TEXT = "evaluate.no_text"  # the fault of a gold report that could not be read


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How dateline does on one set: its name, the agreement with the gold, and what could not be read.

    `calibration`, by field: whether the values are as often right as their scores say; for the ledger only.
    """

    part: str
    name: str
    agreement: (
        Agreement
        | TimeAgreement
        | AttributionAgreement
        | PlaceAgreement
        | RuleAgreement
        | FigureAgreement
        | IncidentAgreement
    )
    faults: tuple[Fault, ...]
    calibration: Mapping[str, Reliability] = field(default_factory=dict)

    def to_object(self) -> dict[str, Any]:
        """As plain values; `headline` holds what the part is judged by first."""
        got = self.agreement
        values = {"set": self.name, "part": self.part, "headline": got.headline, **got.to_object()}
        if self.calibration:
            values["calibration"] = {name: one.to_object() for name, one in self.calibration.items()}
        return values


def evaluate(
    part: str,
    path: Path,
    *,
    reports: Path | None = None,
    jobs: int = 1,
    model: str = DEFAULT_MODEL,
    gazetteer: Path | None = None,
) -> Evaluation:
    """Read every report of a gold set, then compare.

    Args:    part: one of PARTS; path: the gold, in the part's form; reports: where its texts are;
             gazetteer: a file to look places up in, else the shipped one.
    Raises:  UsageError, when there is no such part, gold or text.
    """
    if part not in PARTS:
        msg = f"there is no part {part!r} to evaluate yet; there are: {', '.join(PARTS)}"
        raise UsageError(msg)
    return PARTS[part](path, reports, jobs, model, gazetteer)


def _ledger(path: Path, reports: Path | None, jobs: int, model: str, gazetteer: Path | None) -> Evaluation:
    texts = _texts(path, reports or (path if path.is_dir() else path.parent) / REPORTS_BESIDE)
    ours: dict[str, tuple[codings.Coded, ...]] = {}
    faults: list[Fault] = []
    for item in read_files(texts, jobs=jobs, model=model, gazetteer=gazetteer):
        if isinstance(item, Fault):
            faults.append(item)
            continue
        faults.extend(item.faults)
        claims = [to_object(claim, item.report.text) for claim in item.claims]
        ours[item.report.id] = codings.coded(claims, f"what was read of {item.report.id}")
    gold = codings.load(path)
    unread = sorted(set(gold) - set(ours))
    faults.extend(
        Fault(
            "evaluate",
            NO_TEXT,
            name,
            f"no report {name} was read; it counts as one without claims",
        )
        for name in unread
    )
    return Evaluation("ledger", path.stem, agreement(gold, ours), tuple(faults), reliability(gold, ours))


def _texts(path: Path, reports: Path) -> list[Path]:
    """The reports of a gold set, by the names of its files; all there are, where it is one file."""
    if not path.exists():
        msg = f"there is no gold at {path}"
        raise UsageError(msg)
    if not reports.is_dir():
        msg = f"the texts of {path} are not in {reports}; say where they are with --reports DIR"
        raise UsageError(msg)
    if not path.is_dir():
        return [reports]
    wanted = {file.stem for file in path.glob("*.json")}
    texts = [file for file in sorted(reports.iterdir()) if file.stem in wanted]
    return texts if wanted and texts else [reports]


def _times(path: Path, reports: Path | None, jobs: int, model: str, gazetteer: Path | None) -> Evaluation:
    del reports, jobs, gazetteer  # the texts stand in the gold; parsing them takes seconds
    return Evaluation("times", path.stem, times.measure(path, model), ())


def _places(path: Path, reports: Path | None, jobs: int, model: str, gazetteer: Path | None) -> Evaluation:
    del reports, jobs  # the texts stand in the gold
    return Evaluation("places", path.stem, places.measure(path, model, gazetteer), ())


def _rules(path: Path, reports: Path | None, jobs: int, model: str, gazetteer: Path | None) -> Evaluation:
    del reports, jobs, model, gazetteer  # figures that people have coded; no text is read
    return Evaluation("rules", path.stem, combining.measure(path), ())


def _figures(path: Path, reports: Path | None, jobs: int, model: str, gazetteer: Path | None) -> Evaluation:
    del reports, jobs, gazetteer  # the texts stand in the gold
    return Evaluation("figures", path.stem, figures.measure(path, model), ())


def _incidents(path: Path, reports: Path | None, jobs: int, model: str, gazetteer: Path | None) -> Evaluation:
    del reports, jobs  # the texts stand in the gold
    return Evaluation("incidents", path.stem, incidents.measure(path, model, gazetteer), ())


def _attribution(
    path: Path, reports: Path | None, jobs: int, model: str, gazetteer: Path | None
) -> Evaluation:
    del reports, jobs, gazetteer  # the texts stand in the gold
    return Evaluation("attribution", path.stem, attribution.measure(path, model), ())


PARTS: dict[str, Callable[[Path, Path | None, int, str, Path | None], Evaluation]] = {
    "ledger": _ledger,
    "times": _times,
    "places": _places,
    "rules": _rules,
    "figures": _figures,
    "incidents": _incidents,
    "attribution": _attribution,
}
