"""Texts with their expressions of time tagged by people -> how far dateline's own tags agree.

The form is one JSON object a line: {"id", "text", "dct": "1998-01-08" or null, "timexes": [{"start", "end",
"type", "value"}]}. What is counted is task A of TempEval-3 (UzZaman et al. 2013), over all texts at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from dateline import language
from dateline.errors import UsageError
from dateline.evaluate.ledger import Share
from dateline.mentions import times
from dateline.pipeline import DEFAULT_MODEL
from dateline.records import Report, ReportId, Timex

# What is no part of an extent, whoever drew it: white space, quotation marks, brackets, stops and commas.
OUTER = " \t\n\r\u00a0,.;:\"'`()"

Extent = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tagged:
    """An expression of time as somebody tagged it: code points, type and value; None where none was given."""

    start: int
    end: int
    kind: str | None
    value: str | None


@dataclass(frozen=True, slots=True)
class TimeAgreement:
    """How far tags of times agree, one to one.

    `strict`:       the same extent.
    `relaxed`:      extents that overlap, identical ones first, then the largest overlap.
    `strict_value`: the same extent and the same value.
    `type_share`, `value_share`: of the overlapping pairs, those with the same type, and with the same value
                    (of those that the gold gives a value); times the relaxed F1 they are `type_f1`, `value_f1`.
    """

    reports: int
    strict: Share
    relaxed: Share
    strict_value: Share
    type_share: float
    value_share: float
    type_f1: float
    value_f1: float

    @property
    def headline(self) -> dict[str, float]:
        """What tagging of times is judged by first."""
        return {"value": self.value_f1, "strict": self.strict.f1}

    def to_object(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        values = ((f.name, getattr(self, f.name)) for f in fields(self))
        return {name: v.to_object() if isinstance(v, Share) else v for name, v in values}


@dataclass(frozen=True, slots=True)
class _Count:
    strict: int = 0
    relaxed: int = 0
    same_type: int = 0
    same_value: int = 0
    strict_value: int = 0
    no_value: int = 0
    gold: int = 0
    system: int = 0

    def __add__(self, other: _Count) -> _Count:
        mine, others = asdict(self), asdict(other)
        return _Count(**{name: mine[name] + others[name] for name in mine})


def measure(path: Path, model: str = DEFAULT_MODEL) -> TimeAgreement:
    """Tag the texts of a file, or of all .jsonl files of a folder, and compare with the tags they bear.

    Raises:  UsageError, when there is no such file or it has another form.
    """
    engine = language.load(model)
    ours = [(number, tagged(report, engine)) for number, report in enumerate(_reports(path))]
    gold = [tuple(_gold(entry)) for _, entry in _entries(path)]
    texts = [entry["text"] for _, entry in _entries(path)]
    return agreement(texts, gold, [tags for _, tags in ours])


def tagged(report: Report, engine: language.Engine) -> tuple[Tagged, ...]:
    """Dateline's own tags of a report."""
    sentences, _ = language.parse(report, engine)
    return tuple(as_tagged(timex) for timex in times.timexes(report, sentences))


def as_tagged(timex: Timex) -> Tagged:
    """A found expression in the form of the gold."""
    return Tagged(timex.span.start, timex.span.end, timex.kind, timex.value)


def agreement(
    texts: Sequence[str], gold: Sequence[Sequence[Tagged]], system: Sequence[Sequence[Tagged]]
) -> TimeAgreement:
    """Compare tags, text by text, in the order given."""
    total = _Count()
    for text, ones, others in zip(texts, gold, system, strict=True):
        total += _compared(_by_extent(text, ones), _by_extent(text, others))
    relaxed = Share(total.relaxed, total.system, total.gold)
    type_share = total.same_type / max(1, total.relaxed)
    value_share = total.same_value / max(1, total.relaxed - total.no_value)
    return TimeAgreement(
        reports=len(texts),
        strict=Share(total.strict, total.system, total.gold),
        relaxed=relaxed,
        strict_value=Share(total.strict_value, total.system, total.gold),
        type_share=type_share,
        value_share=value_share,
        type_f1=relaxed.f1 * total.same_type / max(1, total.relaxed),
        value_f1=relaxed.f1 * total.same_value / max(1, total.relaxed - total.no_value),
    )


def _by_extent(text: str, tags: Sequence[Tagged]) -> dict[Extent, Tagged]:
    return {trimmed(text, tag.start, tag.end): tag for tag in tags}


def trimmed(text: str, start: int, end: int) -> Extent:
    """An extent without the marks around it."""
    while start < end and text[start] in OUTER:
        start += 1
    while end > start and text[end - 1] in OUTER:
        end -= 1
    return start, end


def _compared(gold: dict[Extent, Tagged], system: dict[Extent, Tagged]) -> _Count:
    pairs = paired(gold.keys(), system.keys())
    count = _Count(gold=len(gold), system=len(system), relaxed=len(pairs))
    for one, other in pairs:
        wanted, given = gold[one], system[other]
        same = wanted.value is not None and wanted.value == given.value
        count += _Count(
            strict=one == other,
            same_type=wanted.kind == given.kind,
            same_value=same,
            strict_value=one == other and (same or wanted.value is None),
            no_value=wanted.value is None,
        )
    return count


def paired(ones: Iterator[Extent] | Any, others: Iterator[Extent] | Any) -> list[tuple[Extent, Extent]]:
    """Extents that overlap, one to one: identical ones first, then by the size of the overlap."""
    same = set(ones) & set(others)
    left, right = set(ones) - same, set(others) - same
    pairs = [(extent, extent) for extent in sorted(same)]
    overlaps = sorted(
        (max(a[0], b[0]) - min(a[1], b[1]), a, b) for a in left for b in right if a[0] < b[1] and b[0] < a[1]
    )
    for _, a, b in overlaps:
        if a in left and b in right:
            pairs.append((a, b))
            left.discard(a)
            right.discard(b)
    return pairs


def _reports(path: Path) -> Iterator[Report]:
    for place, entry in _entries(path):
        dct = entry.get("dct")
        try:
            day = date.fromisoformat(dct[:10]) if dct else None
        except ValueError as error:
            msg = f'{place}: "dct" is {dct!r}, not a day such as 1998-01-08'
            raise UsageError(msg) from error
        yield Report(ReportId(str(entry["id"])), entry["text"], published=day)


def _gold(entry: dict[str, Any]) -> Iterator[Tagged]:
    for tag in entry["timexes"]:
        yield Tagged(tag["start"], tag["end"], tag.get("type"), tag.get("value"))


def _entries(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not path.exists() or not files:
        msg = f"there is no .jsonl file of tagged times at {path}"
        raise UsageError(msg)
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield f"{file}:{number}", _entry(line, f"{file}:{number}")


def _entry(line: str, place: str) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except json.JSONDecodeError as error:
        msg = f"{place} is not JSON: {error}"
        raise UsageError(msg) from error
    if not (isinstance(entry, dict) and {"id", "text", "timexes"} <= entry.keys()):
        msg = f'{place} is not of the form {{"id": ..., "dct": ..., "text": ..., "timexes": [...]}}'
        raise UsageError(msg)
    return entry
