"""A publication and the people of its reports -> the same without what was read wrongly out of a private name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from dateline.exports.publication import Publication
from dateline.protection.people import Found
from dateline.protection.runs import key_of
from dateline.protection.words import is_given
from dateline.records import ClaimId, ReportId, Told, Where


def without_misread(publication: Publication, found: Mapping[ReportId, Found]) -> Publication:
    """The publication without places that were read out of a private person's name: Paris, of Melton Paris."""
    told = [
        replace(one, claim=replace(one.claim, where=None)) if _is_name(one, found[one.report.id]) else one
        for one in publication.told
    ]
    left: dict[ClaimId, Where | None] = {one.claim.id: one.claim.where for one in told}
    rows = [
        replace(row, where=None) if row.where and row.where not in map(left.get, row.claims) else row
        for row in publication.incidents
    ]
    return replace(publication, told=tuple(told), incidents=tuple(rows))


def _is_name(one: Told, found: Found) -> bool:
    """Whether a claim's place has a private person's name and was read where they are named.

    Only of people with a given name: what else is taken for a name is often a place, and masked for caution.
    """
    where, words = one.claim.where, one.claim.words_for("where")
    if where is None:
        return False
    key = set(key_of(where.name.partition(",")[0]))
    bearers = [p for p in found.private if key <= set(p.key) and any(map(is_given, p.key))]
    named = [(place.start, place.end) for person in bearers for place in person.at]
    text = one.report.text
    start, end = (words.start, words.end) if words else (0, len(text))
    name = re.compile(rf"(?<!\w){re.escape(where.name)}(?!\w)", re.IGNORECASE)
    spots = [m.span() for m in name.finditer(text, start, end)]
    if words and not spots:
        spots = [(start, end)]
    return bool(spots) and all(any(s <= a and b <= e for s, e in named) for a, b in spots)
