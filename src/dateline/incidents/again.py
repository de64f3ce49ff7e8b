"""A claim -> the words by which it counts people whom other words of its report have counted."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.records import Claim, Span

# The note of the decision that a figure counts somebody again: where the first words that did stand in the text.
FIRST = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


def told_again(claim: Claim) -> dict[Span, Span]:
    """The words that count somebody again -> the first words of the same report that counted them."""
    again = {}
    for decision in claim.decisions:
        first = FIRST.fullmatch(decision.note) if decision.field == "victim" else None
        if first is None or decision.span is None:
            continue
        start, end = map(int, first.groups())
        if start < end:
            again[decision.span] = replace(decision.span, start=start, end=end)
    return again
