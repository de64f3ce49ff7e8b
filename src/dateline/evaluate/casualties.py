"""Reports with the killed and injured that a register has of their event -> how often dateline's toll is the same.

A row is {"id", "text", "killed", "injured"}, numbers that belong to the incident; "title" (set before the text as its
headline), "dct" (the day of publication) and "incident" are read where they stand. A register writes 0 where nobody
is known to have been killed, or hurt, so that for this comparison what a report leaves open counts as 0. In
dateline's own output it stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from dateline import language, mentions
from dateline.claims import attribute
from dateline.claims.toll import Toll, toll
from dateline.errors import UsageError
from dateline.evaluate.titles import under_title
from dateline.records import Report

MEASURES = ("killed", "injured")
MOST = 4  # for the macro mean, so many victims and more are one class
Pair = tuple[int, int]  # killed and injured


@dataclass(frozen=True, slots=True)
class CasualtyAgreement:
    """Shares of reports whose toll is that of the register.

    `both`:      killed and injured both the same.
    `*_nonzero`: of the reports whose incident has any; `*_macro`: the mean over the classes 0, 1, 2, 3, 4 or more.
    """

    reports: int
    incidents: int
    both: float
    killed: float
    killed_nonzero: float
    killed_macro: float
    injured: float
    injured_nonzero: float
    injured_macro: float

    @property
    def headline(self) -> dict[str, float]:
        """What a toll is judged by first."""
        return {"exact_both": self.both}

    def to_object(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        return {f.name: getattr(self, f.name) for f in fields(self)}


def measure(rows: Sequence[dict[str, Any]], engine: language.Engine) -> CasualtyAgreement:
    """Take the toll of each row's report and compare it with the row's numbers.

    Raises: UsageError, when a row's numbers are none.
    """
    gold = [_numbers(row) for row in rows]
    sources = mentions.open_sources()
    ours = [as_register(read(report_of(row), engine, sources)) for row in rows]
    return agreement(gold, ours, incidents=len({str(row.get("incident", row["id"])) for row in rows}))


def report_of(row: dict[str, Any]) -> Report:
    """A row's text as a report, under its title where it has one."""
    day = row.get("dct")
    try:
        published = date.fromisoformat(day[:10]) if day else None
    except ValueError as error:
        msg = f'{row["id"]}: "dct" is {day!r}, not a day such as 2031-03-09'
        raise UsageError(msg) from error
    title = str(row.get("title") or "")
    return under_title(row["text"], title, id=str(row["id"]), published=published)


def read(report: Report, engine: language.Engine, sources: mentions.Sources) -> Toll:
    """Dateline's own toll of a report."""
    sentences, _ = language.parse(report, engine)
    found, _ = mentions.find(report, sentences, sources)
    claims, _ = attribute(report, sentences, found, issuer=mentions.issuer(report))
    return toll(report, sentences, found, claims)


def as_register(found: Toll) -> Pair:
    """A toll as a register writes it: one number each, and 0 for what is not known."""
    return found.killed.best or 0, found.injured.best or 0


def agreement(gold: Sequence[Pair], ours: Sequence[Pair], *, incidents: int) -> CasualtyAgreement:
    """Compare numbers, report by report, in the order given."""
    shares: dict[str, float] = {"both": _mean([a == b for a, b in zip(gold, ours, strict=True)])}
    for k, name in enumerate(MEASURES):
        same = [(a[k], a[k] == b[k]) for a, b in zip(gold, ours, strict=True)]
        shares[name] = _mean([hit for _, hit in same])
        shares[f"{name}_nonzero"] = _mean([hit for many, hit in same if many > 0])
        classes = {
            min(many, MOST): [hit for n, hit in same if min(n, MOST) == min(many, MOST)] for many, _ in same
        }
        shares[f"{name}_macro"] = sum(map(_mean, classes.values())) / max(1, len(classes))
    return CasualtyAgreement(len(gold), incidents, **shares)


def _mean(hits: Sequence[bool]) -> float:
    return sum(hits) / max(1, len(hits))


def _numbers(row: dict[str, Any]) -> Pair:
    found = [row.get(name) for name in MEASURES]
    if not all(isinstance(n, int) and not isinstance(n, bool) for n in found):
        msg = f'{row["id"]}: "killed" and "injured" are two whole numbers; found {found}'
        raise UsageError(msg)
    return int(row["killed"]), int(row["injured"])
