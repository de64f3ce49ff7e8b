"""Linking: which claims of several reports tell of one incident, and what a person's word changes."""

from __future__ import annotations

import inspect
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from incident_builders import START, handle, judgement, told

from dateline import lexicons
from dateline.incidents import blocking, linking, scoring, telling
from dateline.incidents.clustering import average_link, cut
from dateline.incidents.columns import Columns
from dateline.incidents.comparing import Comparer
from dateline.incidents.features import read_words, traits, worth
from dateline.incidents.judging import Held, find
from dateline.incidents.linking import Linker, explain, reconcile
from dateline.records import ClaimId, Handle, Precision, ReportId, Told, Verdict, Where
from dateline.reports import from_text

OTHER_TEXT = "Farmers in the valley said that lorries were burnt on the road to Brekkhus before dawn. "
TELLING = (
    "Shells fell on the Lantern market in Vardo, said Ragnhild Tveitane, who runs the clinic on Storgata. "
    "Oddvar Kjelsberg, 34, a fishmonger, was among the dead. "
)


@pytest.mark.parametrize(
    ("other", "linked"),
    [
        ({}, True),
        ({"killed": 19}, True),  # that figures disagree never holds claims apart
        ({"killed": None}, True),
        ({"day": START + timedelta(40), "said": START + timedelta(41)}, False),
        ({"town": "Brekkhus", "text": OTHER_TEXT}, False),
        ({"kind": "arrest", "killed": None}, False),
        ({"day": START + timedelta(400), "said": START + timedelta(401)}, False),
    ],
)
def test_what_two_reports_tell_is_one_incident_or_two(other: dict[str, Any], linked: bool) -> None:
    incidents = reconcile([told("a"), told("b", **other)])
    assert (len(incidents) == 1) is linked, explain(told("a"), told("b", **other)).terms


def test_names_that_both_reports_have_link_claims_without_a_day_or_place() -> None:
    one = told("a", day=None, town=None, killed=None, text=TELLING)
    other = told("b", day=None, town=None, killed=None, text="Fishmonger buried. " + TELLING)
    assert len(reconcile([one, other])) == 1
    assert len(reconcile([one, told("c", day=None, town=None, killed=None, text=OTHER_TEXT)])) == 2


def test_a_headline_counts_whether_the_text_holds_it_or_not() -> None:
    title = "Grenadiers ambushed beside Brattbakk sluice"
    apart = from_text(TELLING, id="a", headline=title)
    whole = from_text(f"{title}\n\n{TELLING}", id="a", headline=title)
    assert {"brattbakk", "sluice"} <= read_words(whole).title == read_words(apart).title


def test_terms_say_how_much_is_shared_and_never_what() -> None:
    link = explain(told("a", text=TELLING), told("b", text=TELLING))
    said = " ".join(f"{term.field} {term.level}" for term in link.terms).lower()
    assert not {"ragnhild", "tveitane", "kjelsberg", "storgata"} & set(said.split())
    assert link.score == pytest.approx(sum(term.weight for term in link.terms))


def test_every_level_of_the_lexicon_is_one_that_a_pair_can_be_found_at() -> None:
    table = lexicons.load("linking")["weight"]
    assert set(table) == {field for field, _ in scoring.FIELDS}
    code = "".join(inspect.getsource(module) for module in (scoring, telling))
    told_levels = {"told " + name for _, name in scoring.GAPS}
    for levels in table.values():
        assert all(f'"{level}"' in code or level in told_levels for level in levels)


def test_a_disagreement_on_figures_takes_nothing_off() -> None:
    table = lexicons.load("linking")["weight"]
    for measure in ("killed", "injured", "counts"):
        assert table[measure]["disagree"] >= 0
        assert max(table[measure], key=table[measure].__getitem__) == "same large number"


def test_a_person_puts_together_and_takes_apart() -> None:
    one, like, unlike = (
        told("a"),
        told("b"),
        told("c", day=START + timedelta(90), town="Brekkhus", text=OTHER_TEXT),
    )
    assert len(reconcile([one, like, unlike])) == 2
    apart = judgement(Verdict.DIFFERENT, one, like)
    assert len(reconcile([one, like, unlike], [apart])) == 3
    together = judgement(Verdict.SAME, one, unlike)
    assert [len(i.claims) for i in reconcile([one, like, unlike], [apart, together])] == [2, 1]
    link = reconcile([one, unlike], [together])[0].links[0]
    assert link.verdict is Verdict.SAME


def test_of_two_judgements_at_odds_the_later_holds() -> None:
    one, other = told("a"), told("b")
    same, different = (
        judgement(Verdict.SAME, one, other, hour=1),
        judgement(Verdict.DIFFERENT, one, other, hour=2),
    )
    assert len(reconcile([one, other], [different, same])) == 2
    later = judgement(Verdict.SAME, one, other, hour=3)
    assert len(reconcile([one, other], [later, different, same])) == 1


def test_a_judgement_that_follows_from_others_is_at_odds_too() -> None:
    a, b, c = told("a"), told("b"), told("c")
    judgements = [
        judgement(Verdict.SAME, a, b, hour=1),
        judgement(Verdict.SAME, b, c, hour=2),
        judgement(Verdict.DIFFERENT, a, c, hour=3),
    ]
    homes = {claim: i.id for i in reconcile([a, b, c], judgements) for claim in i.claims}
    assert homes[a.claim.id] != homes[c.claim.id]
    assert homes[b.claim.id] == homes[c.claim.id]


@pytest.mark.parametrize(
    ("handle_", "claim"),
    [
        (Handle(ReportId("a"), 0, 10, "Shells hit"), "x"),
        (Handle(ReportId("a"), 8, 30, "ten people"), "y"),
        (Handle(ReportId("a"), 12, 22, "ten people"), "y"),
        (Handle(ReportId("a"), 12, 22, "10 people!"), "z"),
        (Handle(ReportId("a"), 90, 99, "ten people"), None),
    ],
)
def test_a_handle_finds_the_claim_whose_words_it_overlaps_most(handle_: Handle, claim: str | None) -> None:
    claims = [
        Held(0, 11, "Shells hit", ClaimId("x")),
        Held(12, 22, "ten people", ClaimId("y")),
        Held(12, 22, "10 people!", ClaimId("z")),
    ]
    assert find(handle_, claims) == claim


def test_a_judgement_outlives_a_new_reading_of_the_report() -> None:
    one, other = told("a", at=0), told("b")
    same = judgement(Verdict.DIFFERENT, one, other)
    anew = told("a", at=2)
    assert anew.claim.id != one.claim.id
    assert handle(anew) != handle(one)
    assert len(reconcile([anew, other], [same])) == 2


def test_one_bad_pair_does_not_merge_two_groups() -> None:
    scores = np.full((4, 4), -9)
    for (a, b), score in {(0, 1): 5, (2, 3): 5, (1, 2): 6}.items():
        scores[a, b] = scores[b, a] = score
    assert average_link(scores) == [[0], [1, 2], [3]]
    for (a, b), score in {(0, 2): -2, (0, 3): -2, (1, 3): -2, (0, 1): 7, (2, 3): 7}.items():
        scores[a, b] = scores[b, a] = score
    assert average_link(scores) == [[0, 1], [2, 3]]


def test_a_part_that_is_too_large_is_cut_where_it_holds_least() -> None:
    edges = np.array([(1, 2, 1), (3, 4, 7), (0, 1, 9), (2, 3, 8)]).T
    assert cut(5, edges, [], most=3) == [[0, 1], [2, 3, 4]]
    assert cut(5, edges, [(0, 4)], most=3) == [[0, 1, 4], [2, 3]]


@pytest.mark.parametrize(
    ("word", "least", "most"),
    [
        ("1950", 0, 0),
        ("2031", 0, 0),
        ("7", 0, 0),
        ("4210", 5, 9),
        ("kjelsberg", 6, 9),
        ("police", 0, 0),
        ("john", 0, 2),
    ],
)
def test_a_rare_name_is_worth_more_than_a_common_one(word: str, least: int, most: int) -> None:
    assert least <= worth(word) <= most


def test_an_event_of_two_weeks_meets_what_is_told_of_a_day_in_it_and_one_of_a_month_does_not() -> None:
    def shared(length: int) -> int:
        stretch, day = told("a", length=length, killed=None), told("b", day=START + timedelta(5), killed=None)
        ours, theirs = (blocking.keys(traits(item, read_words(item.report))) for item in (stretch, day))
        return sum(ours[key] for key in ours.keys() & theirs.keys() if key.startswith("d"))

    assert shared(14) >= blocking.ENOUGH
    assert not shared(30)


def test_a_word_that_is_also_written_small_is_no_name() -> None:
    item = told("a", text="Lanterns were lit in Olderdalen. The lanterns of Kvaenangen burnt. ")
    assert read_words(item.report).far == {"olderdalen", "kvaenangen"}


def test_a_region_and_a_town_inside_it_do_not_contradict() -> None:
    region = Where("Finnmark", "no-20", "NOR", 70.0, 27.0, Precision.ADMIN, 250.0)
    terms = {t.field: t.level for t in explain(told("a"), told("b", place=region)).terms}
    assert terms["place"] == "inside"


def test_a_report_without_a_date_is_compared_by_what_it_tells() -> None:
    claims: list[Told] = [
        told("a", said=None),
        told("b", said=None),
        told("c", said=None, day=date(2032, 1, 1)),
    ]
    assert [len(i.claims) for i in reconcile(claims)] == [2, 1]


def _siege(**more: Any) -> list[Told]:
    """A siege of ten days and what else its report tells of."""
    text = "The siege of Vardo went on for ten days. " * 9
    siege = told("s", kind="siege", killed=None, length=10, said=START + timedelta(20), text=text)
    part: dict[str, Any] = {"kind": "execution", "killed": 3, "day": START + timedelta(4), "at": 120} | more
    return [siege, told("s", said=START + timedelta(20), text=text, **part)]


@pytest.mark.parametrize(
    ("part", "is_part"),
    [
        ({}, True),
        ({"kind": "arrest", "day": START + timedelta(15)}, True),  # what follows may come days later
        ({"day": START + timedelta(15)}, False),
        ({"day": None}, False),
        ({"town": "Brekkhus"}, False),
        ({"kind": "protest"}, False),
    ],
)
def test_an_execution_within_a_siege_is_part_of_it(part: dict[str, Any], is_part: bool) -> None:
    claims = _siege(**part)
    whole, other = reconcile(claims)
    assert whole.part_of is None
    assert other.part_of == (whole.id if is_part else None)
    assert reconcile(reversed(claims)) == (whole, other)


def test_what_another_report_tells_is_no_part() -> None:
    siege, execution = _siege()
    alone = told(
        "t", kind="execution", killed=3, day=START + timedelta(4), said=START + timedelta(20), actor=None
    )
    assert [i.part_of for i in reconcile([siege, alone])] == [None, None]
    linker = Linker()
    linker.add([siege, execution])
    assert linker.incidents()[1].part_of == linker.incidents()[0].id
    linker.withdraw([siege.claim.id])
    assert [i.part_of for i in linker.incidents()] == [None]


def test_parts_have_kinds_of_the_codebook_and_never_hold_each_other() -> None:
    table, kinds = lexicons.load("linking")["part"], set(lexicons.load("codebook")["kind"])
    assert set(table["rank"]) == set(table["kinds"])
    for whole, held in table["kinds"].items():
        assert set(held.split()) <= kinds
        assert all(table["rank"].get(part, 0) < table["rank"][whole] for part in held.split())
    assert set(table["after"].split()) <= kinds


def test_two_processes_link_as_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    towns = ("Vardo", "Brekkhus", "Olderdalen")
    claims = [
        told(f"r{k:02}", day=START + timedelta(k % 7), town=towns[k % 3], killed=k % 5 or None)
        for k in range(60)
    ]
    alone = reconcile(claims)
    monkeypatch.setattr(linking, "MANY", 1)
    assert reconcile(claims, jobs=2) == alone
    assert len(alone) < len(claims)


def test_a_pair_that_cannot_score_enough_is_left_out() -> None:
    claims = [told("a", text=TELLING), told("b", text=TELLING), told("c", town="Brekkhus", text=OTHER_TEXT)]
    columns = Columns()
    for item in claims:
        columns.append(traits(item, read_words(item.report)))
    ones, others = np.array([0, 0, 1]), np.array([1, 2, 2])
    comparer = Comparer(columns)
    scores = [round(100 * explain(claims[a], claims[b]).score) for a, b in zip(ones, others, strict=True)]
    assert comparer.scores(ones, others).tolist() == scores
    least = sorted(scores)[1]
    places, reached = comparer.reaching(ones, others, least)
    assert dict(zip(places.tolist(), reached.tolist(), strict=True)) == {
        k: score for k, score in enumerate(scores) if score >= least
    }
