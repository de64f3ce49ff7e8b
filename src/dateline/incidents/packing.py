"""Told claims -> what linking holds of them: columns, keys, and how a judgement finds each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.incidents.blocking import KeyLists
from dateline.incidents.columns import Columns
from dateline.incidents.features import read_words, traits
from dateline.incidents.judging import Held, held
from dateline.records import ReportId, Told


class Packed:
    """Claims as the linker holds them: what is compared of them, their keys, and how a handle finds them."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self.columns, self.keys = Columns(), KeyLists()
        self.held: list[Held] = []

    def append(self, told: Sequence[Told]) -> None:
        """Take in the claims of one report; the report itself is not kept."""
        wording = read_words(told[0].report)
        for one in told:
            found = traits(one, wording)
            self.columns.append(found)
            self.keys.append(found)
            self.held.append(held(one.claim, one.report))

    def extend(self, other: Packed) -> None:
        """Take in all claims of another, in their order."""
        self.columns.extend(other.columns)
        self.keys.extend(other.keys)
        self.held += other.held


def packed(groups: Iterable[Sequence[Told]]) -> Packed:
    """What is held of claims, given those of each report together."""
    found = Packed()
    for group in groups:
        found.append(group)
    return found


def by_report(told: Iterable[Told]) -> Iterator[list[Told]]:
    """Claims with those of the same report, as the report's words are read once."""
    groups: dict[tuple[ReportId, str, str | None], list[Told]] = {}
    for item in told:
        groups.setdefault((item.report.id, item.report.text, item.report.headline), []).append(item)
    yield from groups.values()
