"""Files of coded claims, by a person or by dateline -> what is compared of them. It judges nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from dateline.errors import UsageError

Row = tuple[str, int | None, int | None]  # measure, low, high


@dataclass(frozen=True, slots=True)
class Place:
    """Where a coder put a claim: a name, a country code, a point in WGS84 degrees, a precision."""

    name: str
    country: str | None
    point: tuple[float, float] | None
    precision: str | None


@dataclass(frozen=True, slots=True)
class Coded:
    """One coded claim: its words as code points (evidence first), and its fields in plain values."""

    kind: str
    status: str
    words: tuple[tuple[int, int], ...]
    when: tuple[date, date] | None
    where: Place | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    rows: tuple[Row, ...]
    source: tuple[str, str] | None  # name, type
    sure: Mapping[str, float] = field(default_factory=dict)  # how sure a field is, where the coder says so


Codings = Mapping[str, tuple[Coded, ...]]  # report id -> its claims


def load(path: Path) -> Codings:
    """One coder's work: a folder of .json files (one report each), or a .json or .jsonl file.

    Raises: UsageError, when there is nothing there or a file is not in the form of `claims --format jsonl`.
    """
    if not path.exists():
        msg = f"there is no file or folder {path}"
        raise UsageError(msg)
    codings: dict[str, tuple[Coded, ...]] = {}
    for place, entry in _entries(path):
        codings[entry["id"]] = coded(entry["claims"], place)
    if not codings:
        msg = f"{path} holds no coded report (a folder of .json files, or a .jsonl file, is wanted)"
        raise UsageError(msg)
    return codings


def coded(claims: list[dict[str, Any]], place: str = "claims") -> tuple[Coded, ...]:
    """The claims of one report, from the form in which they are exchanged.

    Raises: UsageError, naming the place, the claim and what is wrong with it.
    """
    out = []
    for number, claim in enumerate(claims, 1):
        try:
            out.append(_claim(claim))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            msg = f"{place}, claim {number}: not a coded claim ({type(error).__name__}: {error})"
            raise UsageError(msg) from error
    return tuple(out)


def _entries(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    files = sorted(path.glob("*.json")) + sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    for file in files:
        for number, chunk in enumerate(_chunks(file), 1):
            place = f"{file}:{number}"
            try:
                entry = json.loads(chunk)
            except json.JSONDecodeError as error:
                msg = f"{place} is not JSON: {error}"
                raise UsageError(msg) from error
            if not (isinstance(entry, dict) and "id" in entry and isinstance(entry.get("claims"), list)):
                msg = f'{place} is not of the form {{"id": ..., "claims": [...]}}'
                raise UsageError(msg)
            yield place, entry


def _chunks(file: Path) -> list[str]:
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError as error:
        msg = f"{file} is not UTF-8 text"
        raise UsageError(msg) from error
    return [line for line in text.split("\n") if line.strip()] if file.suffix == ".jsonl" else [text]


def _claim(claim: dict[str, Any]) -> Coded:
    source = claim.get("source")
    return Coded(
        kind=claim["kind"],
        status=claim["status"],
        words=tuple((int(b), int(e)) for b, e in (claim["evidence"], *claim.get("also", ()))),
        when=_when(claim.get("when")),
        where=_where(claim.get("where")),
        actors=tuple(claim["actor"]),
        targets=tuple(claim["target"]),
        rows=tuple((f["measure"], f.get("low"), f.get("high")) for f in claim.get("figures", ())),
        source=(source.get("name") or "", source.get("type") or "") if source else None,
        sure={
            name: float(value) for name, value in (claim.get("confidence") or {}).items() if value is not None
        },
    )


def _when(when: dict[str, str] | None) -> tuple[date, date] | None:
    return (date.fromisoformat(when["start"]), date.fromisoformat(when["end"])) if when else None


def _where(where: dict[str, Any] | None) -> Place | None:
    if not where:
        return None
    lat, lon = where.get("lat"), where.get("lon")
    point = None if lat is None or lon is None else (float(lat), float(lon))
    return Place(where.get("name") or "", where.get("country"), point, where.get("precision"))
