"""What a form cannot say -> counted while it is written, told in short, in text and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from dateline.exports.publication import Loss, Lost, Publication
from dateline.records import IncidentId

LEFT_OUT = "incident left out"
Cause = tuple[str, str]  # the column, and what is lost


class Losses:
    """Counts what is lost while a form is written: cells by column and cause, and incidents left out, with why."""

    def __init__(self) -> None:
        self.cells: Counter[Cause] = Counter()
        self.out: dict[IncidentId, str] = {}

    def lose(self, column: str, what: str, cells: int = 1) -> None:
        """Count cells of a column that cannot say something."""
        if cells:
            self.cells[column, what] += cells

    def leave_out(self, incident: IncidentId, why: str) -> None:
        """Note an incident that the form has no place for."""
        self.out[incident] = why

    def loss(self, form: str, rows: int) -> Loss:
        """The report, most cells first."""
        whole = Counter(self.out.values())
        lost = [Lost("row", f"{LEFT_OUT}: {why}", n) for why, n in sorted(whole.items())]
        lost += [Lost(column, what, n) for (column, what), n in sorted(self.cells.items()) if n]
        return Loss(form, rows, tuple(sorted(lost, key=_order)))


def _order(one: Lost) -> tuple[bool, bool, int]:
    """What is not there at all comes first, then what whole rows lack, most cells first."""
    return not one.what.startswith(LEFT_OUT), one.column != "row", -one.cells


def of_tables(publication: Publication, losses: Losses, *, has_text: bool = False) -> None:
    """What tables of rows say nothing of: the texts, how each value was decided, actors beyond their names."""
    claims = [one.claim for one in publication.told]
    if not has_text:
        losses.lose("reports", "the text", sum(bool(report.text) for report in publication.reports))
    losses.lose("claims", "the rules that decided its values", sum(bool(c.decisions) for c in claims))
    losses.lose("claims", "further words that say it again", sum(len(c.also) for c in claims))
    losses.lose("actors", "its id, type and country", sum(len(c.actors) for c in claims))
    losses.lose("targets", "its id, type and country", sum(len(c.targets) for c in claims))
    relays = (c.source.via and c.source.via.via for c in claims)
    losses.lose("via", "relays before the last", sum(relay is not None for relay in relays))
    rules = len(publication.rules) - 1
    losses.lose("rule", "tolls by other rules than the one asked for", rules * len(publication.incidents))


def told(loss: Loss) -> str:
    """The report as lines of text."""
    lines = [f"{loss.form}: {loss.rows:,} rows written. What it cannot say:"]
    lines += [f"  {one.cells:>8,}  {one.column}: {one.what}" for one in loss.lost]
    return (
        "\n".join((*lines, "")) if loss.lost else f"{loss.form}: {loss.rows:,} rows written; nothing lost.\n"
    )


def to_object(loss: Loss) -> Mapping[str, Any]:
    """The report as plain values for JSON."""
    lost = [{"column": one.column, "what": one.what, "cells": one.cells} for one in loss.lost]
    return {"form": loss.form, "rows": loss.rows, "lost": lost}


def to_json(loss: Loss) -> str:
    """The report as JSON."""
    return json.dumps(to_object(loss), ensure_ascii=False, indent=1) + "\n"
