"""Two coded claims -> whether they agree, field by field; the tolerances are in lexicons/agreement.toml."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dateline import lexicons
from dateline.evaluate.codings import Coded
from dateline.lexicons.earth import distance_km

NEIGHBOUR = 0.4  # what a neighbouring kind is worth in pairing, beside 1 for the same kind


def overlap(one: Coded, other: Coded) -> int:
    """How many code points the two share in their best pair of spans; zero or less where none."""
    return max(min(a[1], b[1]) - max(a[0], b[0]) for a in one.words for b in other.words)


def kind_fit(one: Coded, other: Coded) -> float:
    """1 for the same kind, less for kinds of one family of the codebook, 0 for others."""
    if one.kind == other.kind:
        return 1.0
    return NEIGHBOUR if _families(one.kind) & _families(other.kind) else 0.0


def same_name(one: str, other: str) -> bool:
    """Whether two names may be of one actor: known names of one, or half their strong words shared."""
    a, b = _canonical(one), _canonical(other)
    if a == b:
        return True
    x, y = _strong_words(a), _strong_words(b)
    return bool(x and y) and 2 * len(x & y) >= min(len(x), len(y))


def names_f1(ones: tuple[str, ...], others: tuple[str, ...]) -> float:
    """How far two lists of names agree: 1 where both are empty, 0 where one is."""
    if not ones or not others:
        return float(not ones and not others)
    free = list(others)
    hits = 0
    for name in ones:
        match = next((i for i, other in enumerate(free) if same_name(name, other)), None)
        if match is not None:
            del free[match]
            hits += 1
    return 2 * hits / (len(ones) + len(others))


def same_when(one: Coded, other: Coded, *, slack_days: int = 0) -> bool:
    """Whether both ends of the two intervals agree, within some days; two silences agree."""
    if one.when is None or other.when is None:
        return one.when is other.when
    return all(abs((a - b).days) <= slack_days for a, b in zip(one.when, other.when, strict=True))


def same_where(one: Coded, other: Coded) -> bool:
    """Whether both name one place: the same country, or points near enough; two silences agree."""
    a, b = one.where, other.where
    if a is None or b is None:
        return a is b
    if "country" in (a.precision, b.precision):
        return a.country == b.country and a.precision == b.precision
    if a.point is None or b.point is None:
        return same_name(a.name, b.name)
    limit_km: float = _rules()["near_admin_km" if a.precision == "admin" else "near_km"]
    return distance_km(a.point, b.point) <= limit_km


def same_source(one: Coded, other: Coded) -> bool:
    """Whether both say the same who: the report itself, one name, or one type of unnamed source."""
    (name, kind), (other_name, other_kind) = one.source or ("", ""), other.source or ("", "")
    if "report" in (kind, other_kind):
        return kind == other_kind
    if name and other_name and same_name(name, other_name):
        return True
    return kind == other_kind and kind in _rules()["unnamed"]


def _rules() -> dict[str, Any]:
    return lexicons.load("agreement")


@cache
def _families(kind: str) -> frozenset[str]:
    return frozenset(lexicons.load("codebook")["kind"].get(kind, {}).get("family", ()))


@cache
def _known_names() -> dict[str, str]:
    return {name: group[0] for group in _rules()["names"] for name in group}


@cache
def _canonical(name: str) -> str:
    plain = re.sub(r"[^\w\s.'-]", " ", name.lower()).strip()
    plain = re.sub(r"^(?:the|an?)\s+", "", plain)
    return _known_names().get(plain, plain)


@cache
def _strong_words(name: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in re.findall(r"\w+", name)) - frozenset(_rules()["weak"])
