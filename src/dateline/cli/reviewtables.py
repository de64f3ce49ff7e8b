"""Queues, logs, rounds and comparisons -> tables for a terminal, and the same as plain objects."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from dateline.cli import phrases, tables
from dateline.cli.cleaning import one_line

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from dateline.ledger import Entry, Round
    from dateline.reviewing import Comparison, Item
    from dateline.reviewing.queue import Move


def queue(items: Sequence[Item]) -> Table:
    """What is worth a look, heaviest first."""
    rows = (
        (
            phrases.short_id(item.claim),
            phrases.what(item.claim),
            moves(item.move),
            f"{item.chance:.2f}",
            f"{item.weight:g}",
            one_line(item.claim.evidence.of(item.report.text))[:80],
        )
        for item in items
    )
    return tables.plain(("claim", "what", "what could move", "may be wrong", "weight", "words"), rows)


def moves(move: Move | None) -> str:
    """What a judgement would do to the toll of the claim's incident, in words."""
    if move is None or not move.size:
        return "no total of this measure"
    if move.act == "reject":
        act = "rejected"
    else:
        low, high = move.to or (None, None)
        act = f"corrected to {_range(low, high)}"
    return f"{act}: {bounds(move.before)} -> {bounds(move.after)}"


def bounds(said: tuple[int | None, int | None, int | None]) -> str:
    """Low, best and high, an ellipsis for what nobody states."""
    low, best, high = ("…" if value is None else f"{value:,}" for value in said)
    return f"{low} | {best} | {high}"


def _range(low: int | None, high: int | None) -> str:
    if low == high:
        return f"{low}"
    return f"{'…' if low is None else low} to {'…' if high is None else high}"


def log(entries: Sequence[Entry], undone: Collection[int | None], lost: Collection[int]) -> Table:
    """The log, an entry a row."""
    columns = ("number", "when", "by", "verdict", "what", "why", "")
    return tables.plain(
        columns,
        (
            (
                str(entry.number),
                f"{entry.at:%Y-%m-%d %H:%M}",
                one_line(entry.by),
                entry.verdict.value,
                one_line(said(entry)),
                one_line(entry.why),
                "taken back" if entry.number in undone else "words gone" if entry.number in lost else "",
            )
            for entry in entries
        ),
    )


def said(entry: Entry) -> str:
    """What an entry says, in a few words."""
    if entry.undoes is not None:
        return f"judgement {entry.undoes}"
    words = f" “{entry.about.quote[:40]}”" if entry.about else ""
    if entry.field is not None:
        return f"{entry.field}: {_value(entry.old)} -> {_value(entry.new)};{words}"
    if entry.other is not None:
        return f"{words.strip()} and “{entry.other.quote[:40]}”"
    if entry.about is None and entry.new:
        return f"{' and '.join(entry.new['coders'])}: {', '.join(entry.new['reports'])}"
    return words.strip() or f"round {entry.round}"


def _value(value: Any) -> str:
    if value is None or value == []:
        return "not said"
    if isinstance(value, list):
        return "; ".join(one["name"] for one in value)
    if isinstance(value, dict) and "measure" in value:
        return f"{value['measure']} {_range(value['low'], value['high'])}"
    if isinstance(value, dict) and "start" in value:
        return f"{value['start']} to {value['end']}"
    return str(value["name"] if isinstance(value, dict) else value)


def rounds(found: Sequence[Round]) -> Table:
    """The rounds, one a row."""
    return tables.plain(
        ("round", "coders", "finished", "reports"),
        (
            (
                str(one.number),
                " and ".join(one.coders),
                ", ".join(sorted(one.finished)) or "nobody",
                ", ".join(one.reports),
            )
            for one in found
        ),
    )


def comparison(got: Comparison) -> tuple[RenderableType, ...]:
    """How far two coders agree, and where they do not."""
    one, other = got.round.coders
    fields = tables.plain(
        ("field", "compared", "same", "alpha"),
        (
            (f.field, str(f.units), str(f.same), "no variation" if f.alpha is None else f"{f.alpha:.3f}")
            for f in got.fields
        ),
    )
    differences = tables.plain(
        ("claim", "field", one, other),
        ((d.claim[:8], d.field, _short(d.one), _short(d.other)) for d in got.differences),
    )
    counts = f"{got.judged} claims judged by both; {len(got.missing)} by one only"
    return (fields, counts, *((differences,) if got.differences else ()))


def _short(value: Any) -> str:
    return "not said" if value is None else one_line(str(value))


def item_object(item: Item) -> dict[str, Any]:
    """An item as plain values."""
    move = item.move
    return {
        "claim": item.claim.id,
        "report": item.report.id,
        "incident": item.incident,
        "quote": item.claim.evidence.of(item.report.text),
        "act": None if move is None else move.act,
        "before": None if move is None else move.before,
        "after": None if move is None else move.after,
        "to": None if move is None else move.to,
        "size": 0 if move is None else move.size,
        "chance": item.chance,
        "weight": item.weight,
    }


def comparison_object(got: Comparison) -> dict[str, Any]:
    """A comparison as plain values."""
    return {
        "round": got.round.number,
        "coders": got.round.coders,
        "judged": got.judged,
        "missing": got.missing,
        "fields": [asdict(one) for one in got.fields],
        "differences": [asdict(one) for one in got.differences],
    }
