"""Laws of linking: each claim in one incident, no order matters, a ledger that grew is as one read at once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from incident_builders import judged, ledgers

from dateline.incidents import blocking, linking
from dateline.incidents.blocking import Join, KeyLists
from dateline.incidents.clustering import average_link
from dateline.incidents.features import Traits, read_words, traits
from dateline.incidents.judging import decided, held
from dateline.incidents.linking import Linker, reconcile
from dateline.records import ClaimId, Judgement, Told

# A busy machine draws slowly; what is asked here does not hang on time.
LAW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@LAW
@given(ledgers())
def test_each_claim_is_in_one_incident_and_links_stay_inside(claims: list[Told]) -> None:
    incidents = reconcile(claims)
    inside = [claim for incident in incidents for claim in incident.claims]
    assert sorted(inside) == sorted({t.claim.id for t in claims})
    order = {t.claim.id: t.order for t in claims}
    for incident in incidents:
        assert incident.id == f"i{incident.claims[0]}"
        assert list(incident.claims) == sorted(incident.claims, key=order.__getitem__)
        assert {link.other for link in incident.links} == set(incident.claims[1:])
        assert all(order[link.one] < order[link.other] for link in incident.links)
    firsts = [order[incident.claims[0]] for incident in incidents]
    assert firsts == sorted(firsts)


@LAW
@given(judged(), st.randoms(use_true_random=False))
def test_no_order_matters(case: tuple[list[Told], list[Judgement]], random: object) -> None:
    claims, judgements = case
    once = reconcile(claims, judgements)
    random.shuffle(claims)  # type: ignore[attr-defined]
    random.shuffle(judgements)  # type: ignore[attr-defined]
    assert reconcile(claims, judgements) == once
    assert reconcile(claims + claims, judgements + judgements) == once


@LAW
@given(judged())
def test_judgements_outrank_scores(case: tuple[list[Told], list[Judgement]]) -> None:
    claims, judgements = case
    by_report = {
        t.report.id: [held(u.claim, u.report) for u in claims if u.report == t.report] for t in claims
    }
    stands = decided(judgements, lambda report: by_report.get(report, ()))
    home = {claim: incident.id for incident in reconcile(claims, judgements) for claim in incident.claims}
    assert all(home[one] == home[other] for one, other in stands.same)
    assert all(home[one] != home[other] for one, other in stands.different)


@LAW
@given(judged(), judged(), st.data())
@pytest.mark.parametrize("cap", [2, 40])
def test_a_ledger_that_grew_is_as_one_read_at_once(
    cap: int,
    before: tuple[list[Told], list[Judgement]],
    after: tuple[list[Told], list[Judgement]],
    data: st.DataObject,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "CAP", cap)
        patch.setattr(blocking, "WINDOW", min(cap, blocking.WINDOW))
        linker = Linker()
        linker.add(before[0])
        linker.judge(before[1])
        linker.incidents()
        gone = data.draw(st.sets(st.sampled_from([t.claim.id for t in before[0]])))
        linker.withdraw(gone)
        linker.incidents()
        for item in after[0]:
            linker.add([item])
            linker.incidents()
        linker.judge(after[1])
        stands = {t.claim.id: t for t in before[0] if t.claim.id not in gone} | {
            t.claim.id: t for t in after[0]
        }
        assert linker.incidents() == reconcile(stands.values(), after[1])


@LAW
@given(ledgers(), st.data())
def test_the_join_answers_alike_whatever_came_first(claims: list[Told], data: st.DataObject) -> None:
    found = {t.claim.id: traits(t, read_words(t.report)) for t in claims}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "CAP", 3)
        patch.setattr(blocking, "WINDOW", 2)
        one, other = _joined(found.values()), _joined(reversed(found.values()))
        gone = data.draw(st.sampled_from(list(found)))
        other[0].remove(other[1][gone])
        _put(*other, found[gone])
        for a, b in permutations(found, 2):
            assert one[0].is_joined(one[1][a], one[1][b]) == other[0].is_joined(other[1][a], other[1][b])


def _joined(claims: Iterable[Traits]) -> tuple[Join, dict[ClaimId, int]]:
    """A join of some claims, added one by one, and the number of each in it."""
    join, numbers = Join(), dict[ClaimId, int]()
    for item in claims:
        _put(join, numbers, item)
    return join, numbers


def _put(join: Join, numbers: dict[ClaimId, int], item: Traits) -> None:
    number = max(numbers.values(), default=-1) + 1
    lists = KeyLists()
    lists.append(item)
    join.add(((item.days or (item.told or 0,))[0], item.order, number), lists.of(0))
    numbers[item.claim] = number


@LAW
@given(st.integers(2, 9), st.data())
def test_average_link_merges_only_what_holds_on_average(count: int, data: st.DataObject) -> None:
    pairs = list(combinations(range(count), 2))
    scores = np.zeros((count, count), dtype=np.int64)
    for a, b in pairs:
        scores[a, b] = scores[b, a] = data.draw(st.integers(-9, 9))
    groups = average_link(scores)
    assert sorted(i for group in groups for i in group) == list(range(count))
    for one, other in combinations(groups, 2):
        assert scores[np.ix_(one, other)].sum() <= 0


@LAW
@given(judged())
def test_pieces_that_are_not_grouped_again_are_as_if_they_were(
    case: tuple[list[Told], list[Judgement]],
) -> None:
    claims, judgements = case
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linking, "LARGE", 1)
        patch.setattr(linking, "MOST", 4)  # so that parts are cut into pieces
        linker = Linker()
        for claim in claims:
            linker.add([claim])
            linker.incidents()
        for k in range(len(judgements) + 1):
            linker.judge(judgements[:k])
            assert linker.incidents() == reconcile(claims, judgements[:k])
        gone = claims[0].claim.id
        linker.withdraw([gone])
        assert linker.incidents() == reconcile([c for c in claims if c.claim.id != gone], judgements)
