"""Laws of linking: each claim in one incident, no order matters, a ledger that grew is as one read at once."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from incident_builders import judged, ledgers

from dateline.incidents import blocking, linking
from dateline.incidents.blocking import Join
from dateline.incidents.clustering import average_link
from dateline.incidents.features import read_words, traits
from dateline.incidents.judging import decided, held
from dateline.incidents.linking import Linker, reconcile
from dateline.records import Judgement, Told

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
        join, other = Join(), Join()
        for number, item in enumerate(found.values()):
            join.add(number, item)
        for number, item in reversed(list(enumerate(found.values()))):
            other.add(number, item)
        gone = data.draw(st.sampled_from(range(len(found))))
        other.remove(gone)
        other.add(gone, list(found.values())[gone])
        for a, b in combinations(range(len(found)), 2):
            assert join.is_joined(a, b) == join.is_joined(b, a) == other.is_joined(a, b)


@LAW
@given(st.integers(2, 9), st.data())
def test_average_link_merges_only_what_holds_on_average(count: int, data: st.DataObject) -> None:
    pairs = list(combinations(range(count), 2))
    scores = {pair: data.draw(st.integers(-9, 9)) for pair in pairs}
    groups = average_link(count, lambda i, j: scores[min(i, j), max(i, j)])
    assert sorted(i for group in groups for i in group) == list(range(count))
    for one, other in combinations(groups, 2):
        assert sum(scores[min(i, j), max(i, j)] for i in one for j in other) <= 0


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
