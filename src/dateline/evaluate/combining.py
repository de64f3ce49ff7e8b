"""Incidents that others have coded and combined -> whether our rules of the same name give the same figures.

The gold is two files side by side: `X.jsonl`, one row a report of an incident, with low, best and high of
deaths and injuries; and `X_incidents.jsonl`, one row an incident, with what each rule of theirs made of it.
In such codings 0 is none or not mentioned. Their rules take it for none, and so do ours of the same name
here; our own `range` takes it for unknown, and what that changes is counted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.evaluate.ledger import Share
from dateline.incidents.origins import Origin
from dateline.incidents.rules import RULES, Combined, Given
from dateline.records import (
    Claim,
    ClaimId,
    Figure,
    Kind,
    Measure,
    ReportId,
    Scope,
    Source,
    SourceType,
    Span,
    Status,
)

THEIRS = ("con", "rep", "inf", "find_min", "find_mode_numeric", "find_max")
MEASURES = {"deaths": "killed", "injuries": "injured"}
FIELDS = ("low", "best", "high")
Row = Mapping[str, Any]
SUFFIX = "_incidents"


@dataclass(frozen=True, slots=True)
class RuleAgreement:
    """How often rules of ours give what theirs of the same name give, where reports of an incident differ.

    Each rule: figures that are equal, of low, best and high of deaths and injuries of contested incidents.
    `everywhere`: the same of all rules and all incidents. `range_low`, `range_high`: our `range` against the
    least and the most of the rows; `low_by_zero`: of the lows that differ, those where a row says 0.
    """

    reports: int
    con: Share
    rep: Share
    inf: Share
    find_min: Share
    find_mode_numeric: Share
    find_max: Share
    everywhere: Share
    range_low: Share
    range_high: Share
    low_by_zero: Share

    @property
    def headline(self) -> dict[str, float]:
        """What the rules are judged by first: the share of contested figures that are equal."""
        hits = [getattr(self, rule) for rule in THEIRS]
        return {"contested_exact": sum(hits, Share(0, 0, 0)).r}

    def to_object(self) -> dict[str, Any]:
        """As plain values."""
        return {
            name: getattr(self, name).to_object() if name != "reports" else self.reports
            for name in asdict(self)
        }


def measure(path: Path) -> RuleAgreement:
    """Combine the rows of every incident of a file, then compare.

    Raises:  UsageError, when either of the two files is not there.
    """
    incidents, rows = _load(path)
    shares = dict.fromkeys((*THEIRS, "everywhere", "range_low", "range_high", "low_by_zero"), Share(0, 0, 0))
    for incident in incidents:
        for measured, answers in incident["rules"].items():
            told = [rows[id_] for id_ in incident["ids"]]
            is_contested = answers["find_min"]["best"] != answers["find_max"]["best"]
            for rule in THEIRS:
                share = _share(_answer(rule, told, measured), answers[rule])
                shares["everywhere"] += share
                shares[rule] += share if is_contested else Share(0, 0, 0)
            if is_contested:
                for name, share in _ours(told, measured, answers["range"]).items():
                    shares[name] += share
    return RuleAgreement(len(incidents), **shares)


def answers(path: Path) -> Iterator[dict[str, Any]]:
    """What our rules of the same names make of each incident: one row an incident and rule."""
    incidents, rows = _load(path)
    for incident in incidents:
        told = [rows[id_] for id_ in incident["ids"]]
        for rule in THEIRS:
            found = {measured: _answer(rule, told, measured) for measured in MEASURES}
            yield {"gold": incident["gold"], "rule": rule, **found}


def _load(path: Path) -> tuple[list[Row], dict[str, Row]]:
    beside = path.with_name(path.name.replace(SUFFIX, ""))
    if beside == path or not path.is_file() or not beside.is_file():
        msg = f"{path}: wanted a file X{SUFFIX}.jsonl with X.jsonl beside it"
        raise UsageError(msg)
    return list(_lines(path)), {row["id"]: row for row in _lines(beside)}


def _lines(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _answer(rule: str, told: Sequence[Row], measured: str) -> dict[str, int | None]:
    """Their rules look at one column at a time, so ours are given one column at a time."""
    return {
        field: RULES[rule](
            [_given(row, measured, row[measured][field], row[measured][field]) for row in told]
        ).best
        for field in FIELDS
    }


def _share(ours: Mapping[str, int | None], theirs: Row) -> Share:
    return Share(sum(ours[field] == theirs[field] for field in FIELDS), len(FIELDS), len(FIELDS))


def _ours(told: Sequence[Row], measured: str, theirs: Row) -> dict[str, Share]:
    """Our range where 0 is unknown, beside the least and the most of all rows where it is none."""
    ours = our_range(told, measured)
    is_low, is_high = ours.low == theirs["low"], ours.high == theirs["high"]
    by_zero = not is_low and any(row[measured]["low"] == 0 for row in told)
    return {
        "range_low": Share(int(is_low), 1, 1),
        "range_high": Share(int(is_high), 1, 1),
        "low_by_zero": Share(int(by_zero), int(not is_low), int(not is_low)),
    }


def our_range(told: Sequence[Row], measured: str) -> Combined:
    """Our default rule, for which a 0 that may be silence is unknown: no figure, or no lower bound."""
    given = [
        _given(row, measured, row[measured]["low"] or None, row[measured]["high"])
        for row in told
        if row[measured]["high"]
    ]
    return RULES["range"](given, measure=MEASURES[measured])


def _given(row: Row, measured: str, low: int | None, high: int) -> Given:
    """A coded row as an attributed figure."""
    words = Span(ReportId(row["id"]), 0, 1)
    kind = Measure(MEASURES[measured])
    figure = Figure(kind, "people", low, high, approx=False, scope=Scope.NEW, span=words)
    name = row.get("wire") or row.get("outlet") or row["id"]
    media = SourceType("media")
    source = Source(name, media)
    claim = Claim(
        ClaimId(row["id"]), words.report, Kind("attack"), Status.HAPPENED, source, words, figures=(figure,)
    )
    said = date.fromisoformat(row["published"]) if row.get("published") else None
    return Given(claim, figure, said, Origin(f"name:{name.casefold()}", name, media, party=False))
