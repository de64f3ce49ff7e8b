"""A file of reports, coded rows or marked events with the incident of each -> how well dateline groups them.

Three forms, one JSON object a line, each with `id` and `gold`, the name of its incident:
- reports: {"id", "date", "title", "text", "gold"}. Only date, title and text are read, the title as the headline above
  the text; a report goes where its main claim goes. Beside it there may be `incidents.jsonl` with {"incident",
  "killed", "injured"}.
- coded rows, one event as told by one report: {"id", "doc", "published", "headline", "date_start", "location",
  "lat", "lon", "actors", "deaths", ...}. Rows of one `doc` are different events by the form's own rule.
- marked events in texts: {"id", "doc_id", "lemma", "sent", "tokens"}, with the texts in `X_docs.jsonl`.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.evaluate import coded_events, marked_events
from dateline.evaluate.clusters import Grouping, compare
from dateline.evaluate.ledger import Share
from dateline.evaluate.main_claims import main_claim
from dateline.evaluate.titles import under_title
from dateline.incidents import origins, reconcile, tolls
from dateline.pipeline import DEFAULT_MODEL, open_reader
from dateline.records import Claim, ClaimId, Incident, Kind, Report, Source, SourceType, Status, Told

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class IncidentAgreement:
    """How far dateline's incidents agree with the gold's.

    `conll` is the mean of the F1 of `muc`, `b3` and `ceafe`; `pair` counts pairs of items that are together.
    `killed_exact`, `injured_exact`: of the gold's incidents with a known number above 0, those for which the
    rule `majority` gives just that number, from the claims of the incident that holds most of its reports.
    """

    reports: int
    conll: float
    muc: float
    b3: float
    ceafe: float
    pair_f1: float
    pair_precision: float
    pair_recall: float
    groups: int
    gold_groups: int
    killed_exact: Share
    injured_exact: Share

    @property
    def headline(self) -> dict[str, float]:
        """What linking is judged by first."""
        return {"conll": self.conll, "pair_f1": self.pair_f1}

    def to_object(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {k: v.to_object() if isinstance(v, Share) else v for k, v in values.items()}


def measure(path: Path, model: str = DEFAULT_MODEL, gazetteer: Path | None = None) -> IncidentAgreement:
    """Group the items of a file and compare with its incidents.

    Raises:  UsageError, when the file is of none of the three forms.
    """
    rows = list(_rows(path))
    gold = {str(row["id"]): str(row["gold"]) for row in rows}
    if "lemma" in rows[0]:
        told = marked_events.told(rows, _beside(path, f"{path.stem}_docs.jsonl"))
        return _agreement(gold, _homes(reconcile(told), {i: ClaimId(i) for i in gold}))
    if "doc" in rows[0]:
        told = coded_events.told(rows)
        incidents = reconcile(told, coded_events.held_apart(told))
        return _agreement(gold, _homes(incidents, {i: ClaimId(i) for i in gold}))
    return grouped(read_reports(rows, model, gazetteer), gold, path.parent / "incidents.jsonl")


Readings = Mapping[str, tuple[Report, tuple[Claim, ...]]]  # by the item's id


def read_reports(rows: Sequence[Row], model: str, gazetteer: Path | None) -> Readings:
    """Dateline's own reading of each report, from its text, title and date alone."""
    reader = open_reader(model, gazetteer)
    found = {}
    for row in rows:
        name, published = str(row["id"]), row.get("date") or None
        reading = reader.read(under_title(row["text"], row.get("title"), id=name, published=published))
        found[name] = (reading.report, reading.claims)
    return found


def grouped(readings: Readings, gold: Mapping[str, str], facts: Path | None = None) -> IncidentAgreement:
    """Link the claims of all reports, and compare where their main claims went with the gold."""
    told: dict[ClaimId, Told] = {}
    main: dict[str, ClaimId] = {}
    for name, (report, claims) in readings.items():
        first = main_claim(report, claims) or _bare(report)
        main[name] = first.id
        told.update({claim.id: Told(claim, report) for claim in claims or (first,)})
        told.setdefault(first.id, Told(first, report))
    incidents = reconcile(told.values())
    homes = _homes(incidents, main)
    exact = _exact(incidents, homes, gold, (told, facts)) if facts and facts.exists() else {}
    return _agreement(gold, homes, exact)


def _bare(report: Report) -> Claim:
    """What stands for a report in which no claim was found: that something is told, in its first words."""
    span = report.span(0, min(len(report.text), 60))
    source = Source("the report", SourceType("report"))
    return Claim(
        ClaimId(f"bare-{report.id}"), report.id, Kind("other_violence"), Status.HAPPENED, source, span
    )


def _homes(incidents: Sequence[Incident], items: Mapping[str, ClaimId]) -> dict[str, str]:
    home = {claim: str(incident.id) for incident in incidents for claim in incident.claims}
    return {item: home[claim] for item, claim in items.items()}


def _exact(
    incidents: Sequence[Incident],
    homes: Mapping[str, str],
    gold: Mapping[str, str],
    known: tuple[Mapping[ClaimId, Told], Path],
) -> dict[str, Share]:
    told, path = known
    said = origins.of(tuple(told.values()))
    made = {str(incident.id): incident for incident in incidents}
    reports: dict[str, Counter[str]] = defaultdict(Counter)
    for item, name in gold.items():
        reports[name][homes[item]] += 1
    counts = {"killed": Share(0, 0, 0), "injured": Share(0, 0, 0)}
    for row in _rows(path):
        if row["incident"] not in reports:
            continue
        ours = made[min(reports[row["incident"]].items(), key=lambda item: (-item[1], item[0]))[0]]
        best = {
            str(c.measure): c.best
            for c in tolls.of_incident(ours, told, "majority", said)
            if c.victim is None
        }
        for name in counts:
            if row.get(name):
                counts[name] += Share(int(best.get(name) == row[name]), int(best.get(name) is not None), 1)
    return counts


def _agreement(
    gold: Mapping[str, str], homes: Mapping[str, str], exact: Mapping[str, Share] | None = None
) -> IncidentAgreement:
    got: Grouping = compare(gold, homes)
    none = Share(0, 0, 0)
    return IncidentAgreement(
        reports=len(gold),
        conll=got.conll,
        muc=got.muc.f1,
        b3=got.b3.f1,
        ceafe=got.ceafe.f1,
        pair_f1=got.pair.f1,
        pair_precision=got.pair.p,
        pair_recall=got.pair.r,
        groups=len(set(homes.values())),
        gold_groups=len(set(gold.values())),
        killed_exact=(exact or {}).get("killed", none),
        injured_exact=(exact or {}).get("injured", none),
    )


def _rows(path: Path) -> Iterator[Row]:
    if not path.is_file():
        msg = f"there is no file of grouped items at {path}"
        raise UsageError(msg)
    empty = True
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                empty = False
                yield _row(line, f"{path}:{number}")
    if empty:
        msg = f"{path} is empty; a file of grouped items is wanted"
        raise UsageError(msg)


FORMS = (
    {"id", "gold", "text"},
    {"id", "gold", "doc"},
    {"id", "gold", "doc_id", "lemma"},
    {"incident"},
    {"doc_id", "text"},
)


def _row(line: str, place: str) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        msg = f"{place} is not JSON: {error}"
        raise UsageError(msg) from error
    if not (isinstance(row, dict) and any(form <= row.keys() for form in FORMS)):
        msg = f"{place} is no report, coded row or marked event with its incident as gold"
        raise UsageError(msg)
    return row


def _beside(path: Path, name: str) -> list[Row]:
    return list(_rows(path.parent / name))
