"""Laws of comparing many claims at once: what arrays say is what is said of each pair, of each group, alone."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.incidents import blocking, comparing, scoring
from dateline.incidents.blocking import Join, KeyLists, keys
from dateline.incidents.clustering import average_link
from dateline.incidents.columns import Columns
from dateline.incidents.comparing import Comparer
from dateline.incidents.features import Sides, Spot, Traits, nats, worth
from dateline.incidents.telling import is_word, story_of
from dateline.records import ClaimId, Precision, ReportId

LAW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
# Some common, some rare, numbers, and words that stand in the names of places below.
WORDS = (
    "kjelsberg",
    "tveitane",
    "olderdalen",
    "vardo",
    "norda",
    "4210",
    "34",
    "john",
    "market",
    "lantern",
    "ragnhild",
)
PLACES = ("0-4", "7-12", "20-25")
PEOPLE = ("ragnhild tveitane", "john lantern", "per olderdalen", "kari vardo")
SPOTS = (
    Spot(frozenset({"vardo"}), "vardo", "NOR", (70.37, 31.11), Precision.EXACT, 5.0, rare=True),
    Spot(frozenset({"olderdalen"}), "olderdalen", "NOR", (69.6, 20.53), Precision.EXACT, 5.0, rare=True),
    Spot(frozenset({"norda", "vardo"}), None, "NOR", (70.3, 31.2), Precision.NEAR, 15.0, rare=True),
    Spot(frozenset({"finnmark"}), "no-20", "NOR", (70.0, 27.0), Precision.ADMIN, 250.0, rare=False),
    Spot(frozenset({"norway"}), "nor", "NOR", (62.0, 10.0), Precision.COUNTRY, 600.0, rare=False),
    Spot(frozenset({"john"}), None, "SYR", None, Precision.NEAR, 15.0, rare=False),
    Spot(frozenset(), None, None, None, Precision.NEAR, 15.0, rare=False),
)
KINDS = (
    "attack",
    "shelling",
    "execution",
    "arrest",
    "other_violence",
    "siege",
    "murder",
    "murdered",
    "acquire",
    "takeover",
    "say",
    "tell",
)
STORIES = tuple(
    story_of(text, frozenset({"kjelsberg", "tveitane"}))
    for text in (
        "",
        "A pier sank.",
        "Kjelsberg bought the Tveitane dairy, and the dairy closed.",
        "The Tveitane dairy was sold.",
    )
)


def _some(words: tuple[str, ...]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(words), max_size=8)


@st.composite
def claims(draw: st.DrawFn) -> list[Traits]:
    """Traits of some claims of a few reports, alike and unlike in everything that is compared."""
    return [draw(_claim(number)) for number in range(draw(st.integers(1, 12)))]


@st.composite
def _claim(draw: st.DrawFn, number: int) -> Traits:
    report, start, length = (
        draw(st.sampled_from("abcd")),
        draw(st.integers(0, 400)),
        draw(st.sampled_from((0, 1, 40, 500))),
    )
    spot = draw(st.none() | st.sampled_from(SPOTS))
    far = frozenset(word for word in draw(_some(WORDS)) if worth(word))
    names = far & draw(_some(WORDS)) - (spot.words if spot else frozenset())
    words, people = draw(_some(WORDS)), draw(_some(PEOPLE))
    parties, sorts = (
        st.frozensets(st.sampled_from("xyz"), max_size=2),
        st.frozensets(st.sampled_from("pq"), max_size=2),
    )
    figures = st.tuples(
        st.sampled_from(("killed", "injured", "captured")),
        st.none() | st.integers(0, 12),
        st.none() | st.integers(12, 15),
    )
    told = draw(st.none() | st.integers(9_000, 9_400))
    kind = draw(st.sampled_from(KINDS))
    return Traits(
        order=(told is None, told or 0, ReportId(report), number, ClaimId(f"c{number}")),
        kind=kind,
        days=draw(st.none() | st.just((9_000 + start, 9_000 + start + length))),
        told=told,
        spot=spot,
        sides=Sides(draw(parties), draw(parties), draw(sorts), draw(sorts)),
        figures=tuple(draw(st.lists(figures, max_size=3))),
        is_long=draw(st.booleans()),
        names=names,
        far=far,
        words=words,
        title=frozenset(word for word in draw(_some(WORDS)) if len(word) > 5),
        victims=draw(_some(PLACES)),
        again=draw(_some(PLACES)),
        people=people,
        present=people & draw(_some(PEOPLE)),
        far_nats=sum(map(worth, far)),
        word_nats=nats(words),
        story=draw(st.sampled_from(STORIES)) if is_word(kind) else None,
        beside=draw(_some(WORDS)) if is_word(kind) else None,
    )


def _columns(made: list[Traits]) -> Columns:
    columns = Columns()
    for item in made:
        columns.append(item)
    return columns


def _pairs(count: int) -> tuple[Any, Any]:
    return np.triu_indices(count, 1)


@LAW
@given(claims())
def test_columns_hold_what_was_put_in(made: list[Traits]) -> None:
    columns = _columns(made)
    assert [columns.traits(number) for number in range(len(made))] == made
    together = _columns(made[::2])
    together.extend(_columns(made[1::2]))
    assert [together.traits(number) for number in range(len(made))] == made[::2] + made[1::2]
    ones, others = _pairs(len(made))
    scores = {
        frozenset((a, b)): s
        for a, b, s in zip(ones, others, Comparer(columns).scores(ones, others), strict=True)
    }
    order = [*range(0, len(made), 2), *range(1, len(made), 2)]
    for a, b, score in zip(ones, others, Comparer(together).scores(ones, others), strict=True):
        assert scores[frozenset((order[a], order[b]))] == score


@LAW
@given(claims(), st.integers(-1_500, 1_000), st.integers(1, 5))
def test_pairs_at_once_score_as_each_alone(made: list[Traits], least: int, rows: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(comparing, "ROWS", rows)
        patch.setattr(comparing, "BATCH", 7)
        patch.setattr(comparing, "AT_ONCE", 16)
        comparer = Comparer(_columns(made))
        ones, others = _pairs(len(made))
        alone = [scoring.score(made[a], made[b]) for a, b in zip(ones, others, strict=True)]
        for _ in range(2):  # what is learned of two values changes nothing
            assert comparer.scores(ones, others).tolist() == alone
            places, scores = comparer.reaching(ones, others, least)
            reached = dict(zip(places.tolist(), scores.tolist(), strict=True))
            assert reached == {k: score for k, score in enumerate(alone) if score >= least}
        assert comparer.scores(others, ones).tolist() == alone


@LAW
@given(claims(), st.integers(2, 4), st.integers(1, 2))
def test_claims_that_come_at_once_meet_those_that_they_would_meet_one_by_one(
    made: list[Traits], cap: int, window: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "CAP", cap)
        patch.setattr(blocking, "WINDOW", window)
        patch.setattr(blocking, "AT_ONCE", 9)
        lists, join, alone = KeyLists(), Join(), Join()
        entries = [((item.days or (item.told or 0,))[0], item.order, k) for k, item in enumerate(made)]
        for item, entry in zip(made, entries, strict=True):
            lists.append(item)
            alone.add(entry, lists.of(entry[2]))
            assert list(lists.of(entry[2]).values()) == list(keys(item).values())
        meetings = join.fill(lists, entries)
        met = {
            (int(a), int(b))
            for ones, others in meetings.pairs(np.arange(len(made)))
            for a, b in zip(ones, others, strict=True)
        }
        for one, other in combinations(range(len(made)), 2):
            assert ((other, one) in met) is alone.is_joined(one, other) is join.is_joined(one, other)
        assert all(set(join.partners(k)) == set(alone.partners(k)) for k in range(len(made)))


@LAW
@given(st.integers(1, 12), st.data())
def test_groups_are_those_that_are_found_by_looking_at_every_pair_again(
    count: int, data: st.DataObject
) -> None:
    scores = np.zeros((count, count), dtype=np.int64)
    for a, b in combinations(range(count), 2):
        scores[a, b] = scores[b, a] = data.draw(st.integers(-9, 12))
    tellers = data.draw(st.lists(st.sampled_from("abcde"), min_size=count, max_size=count))
    pairs = (
        st.lists(st.sampled_from([*combinations(range(count), 2)]), max_size=2) if count > 1 else st.just([])
    )
    same = data.draw(pairs)
    different = [pair for pair in data.draw(pairs) if not _are_together(pair, same)]
    found = average_link(scores, same, different, tellers=tellers)
    assert found == _plainly_linked(scores, same, different, tellers)


def _are_together(pair: tuple[int, int], same: list[tuple[int, int]]) -> bool:
    group = {pair[0]}
    for _ in same:
        group.update(*(set(other) for other in same if group & set(other)))
    return pair[1] in group


def _plainly_linked(
    scores: Any, same: list[tuple[int, int]], different: list[tuple[int, int]], tellers: list[str]
) -> list[list[int]]:
    """Average link as it is told: the best of all two groups, worked out from their claims each time."""
    claims = range(len(tellers))
    groups = {frozenset({k} | {m for m in claims if _are_together((k, m), same)}) for k in claims}
    while True:
        means = {}
        for one, other in combinations(sorted(groups, key=min), 2):
            if any(({a, b} & one) and ({a, b} & other) for a, b in different):
                continue
            told: dict[frozenset[str], list[int]] = {}
            for a in one:
                for b in other:
                    told.setdefault(frozenset((tellers[a], tellers[b])), []).append(int(scores[a, b]))
            total = sum(max(values) + sum(values) // len(values) for values in told.values())
            if total > 0:
                means[one, other] = -total / (2 * len(told)), min(one), min(other)
        if not means:
            return sorted(sorted(group) for group in groups)
        one, other = min(means, key=means.__getitem__)
        groups = groups - {one, other} | {one | other}
