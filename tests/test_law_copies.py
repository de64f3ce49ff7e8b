"""Law of copies: which report is first told is what is found by looking at every two that share a band."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.incidents import copies
from dateline.incidents.copies import are_alike, first_tellings, runs_of, sketch
from dateline.records import Report, ReportId

# Sentences that reports of one war share, and words that only some have.
PHRASES = (
    "shells fell on the town before dawn and nobody was hurt ",
    "the hill brigade did not say why it had come down to the coast ",
    "the ministry of the interior has opened an inquiry into the matter ",
)
WORDS = (
    "salt",
    "ferry",
    "lantern",
    "harbour",
    "bridge",
    "winter",
    "gate",
    "clerk",
    "north",
    "lease",
    "goat",
    "reed",
)


@st.composite
def wires(draw: st.DrawFn) -> list[Report]:
    """Reports that copy others whole, in part, or with a phrase more, and some that share only phrases."""
    texts = [" ".join(draw(st.lists(st.sampled_from(WORDS), min_size=20, max_size=60)))]
    for _ in range(draw(st.integers(0, 11))):
        base = draw(st.sampled_from(texts)).split(" ")
        cut = draw(st.integers(0, len(base)))
        more = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=60)))
        phrases = "".join(draw(st.lists(st.sampled_from(PHRASES), max_size=3)))
        texts.append(f"{phrases}{' '.join(base[cut:])} {more}")
    first = date(2031, 5, 1)
    return [
        Report(ReportId(f"r{k:02}"), text, published=first + timedelta(k)) for k, text in enumerate(texts)
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(wires(), st.sampled_from((1, 2, 50)))
def test_first_tellings_are_those_found_by_comparing_all_that_share_a_band(
    reports: list[Report], rare: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(copies, "RARE", rare)
        patch.setattr(copies, "AT_ONCE", 3)
        patch.setattr(copies, "MARKS", 64)  # so that many runs fall into one place
        found = first_tellings(reports)
    bands = [set(sketch(report).bands) for report in reports]
    expected: dict[ReportId, ReportId] = {}
    for k, report in enumerate(reports):
        near = (other for other in range(k) if bands[k] & bands[other])
        like = next((o for o in near if are_alike(runs_of(report), runs_of(reports[o]))), k)
        expected[report.id] = report.id if like == k else expected[reports[like].id]
    assert found == expected


def test_what_is_known_of_reports_is_not_worked_out_again() -> None:
    one = Report(ReportId("a"), "salt ferry lantern harbour bridge winter gate clerk north " * 3)
    known: copies.Known = {}
    first_tellings([one], known=known)
    before = known[one.id][1]
    first_tellings([one, Report(ReportId("b"), one.text)], known=known)
    assert known[one.id][1] is before
