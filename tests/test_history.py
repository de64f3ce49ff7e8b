"""How a toll grew: rows in the order of saying, what moved it, and its picture in text and SVG."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from toll_builders import by_id, incident, told

from dateline.errors import UsageError
from dateline.exports import growth
from dateline.incidents import history
from dateline.incidents.history import Row
from dateline.records import Told

POLICE, WATCH, PARTY = "government: police", "monitor: Lantern Watch", "party: Lantern <Front> & Co"


def claims() -> list[Told]:
    return [
        told(POLICE, (17, None), day="2031-05-04"),
        told(PARTY, (3, 3), day="2031-05-05", of="farmers", victim="civilian"),
        told(WATCH, (None, 120), day="2031-05-06", approx=True),
        told(POLICE, (34, 34), day="2031-05-06"),
        told(POLICE, (34, 34), day="2031-05-08"),
        told(POLICE, (5, 5), day="2031-05-09", measure="injured"),
    ]


def rows(*, rule: str = "range", **asked: str) -> tuple[Row, ...]:
    members = claims()
    return history.of_incident(incident(*members), by_id(*members), rule, **asked)  # type: ignore[arg-type]


def test_rows_stand_in_the_order_of_saying_with_what_moved_the_range() -> None:
    got = rows()
    assert [(str(row.said)[5:], row.origin.name, row.whom) for row in got] == [
        ("05-04", "police", ""),
        ("05-05", "Lantern <Front> & Co", "farmers"),
        ("05-06", "Lantern Watch", ""),
        ("05-06", "police", ""),
        ("05-08", "police", ""),
    ]
    assert [row.after for row in got] == [
        (17, None, None),
        (17, None, None),
        (17, None, 120),
        (34, None, 120),
        (34, None, 120),
    ]
    assert [row.moved for row in got] == [True, False, True, True, False]
    assert got[1].aside == "counts only farmers"
    assert all(row.before == before.after for before, row in pairwise(got))


def test_a_history_is_of_one_measure_group_and_rule() -> None:
    assert [row.low for row in rows(measure="injured")] == [5]
    assert [row.after for row in rows(victim="civilian")] == [(3, 3, 3)]
    assert [row.after[1] for row in rows(rule="latest")][-1] == 34
    with pytest.raises(UsageError, match="no rule 'guess'"):
        rows(rule="guess")


def test_a_figure_of_no_day_comes_last() -> None:
    early, late = told(POLICE, (3, 3)), told(WATCH, (4, 4))
    undated = Told(early.claim, replace(early.report, published=None))
    got = history.of_incident(incident(undated, late), by_id(undated, late))
    assert [(row.low, row.said is None) for row in got] == [(4, False), (3, True)]


def test_lines_of_text() -> None:
    assert [line.rstrip() for line in growth.as_text(rows(), 20)] == [
        "2031-05-04     *===============>  at least 17               police",
        "2031-05-05  *                     3 farmers                 Lantern <Front> & Co (party)  .",
        "2031-05-06  <==================*  nearly 120                Lantern Watch",
        "2031-05-06       *                34                        police",
        "2031-05-08       *                34                        police  .",
    ]


@pytest.mark.parametrize(("most", "end"), [(1, 1), (7, 7), (34, 34), (118, 120), (374, 380), (4999, 5000)])
def test_the_scale_ends_at_two_figures(most: int, end: int) -> None:
    members = [told(POLICE, (most, most))]
    assert growth.scale(history.of_incident(incident(*members), by_id(*members))) == end


def test_a_history_without_figures_draws_an_empty_scale() -> None:
    assert growth.as_text(()) == []
    assert ET.fromstring(growth.as_svg((), "nothing")).tag.endswith("svg")  # noqa: S314


def test_the_svg_is_well_formed_the_same_each_time_and_takes_any_name() -> None:
    svg = growth.as_svg(rows(), "Killed at <Vardo> & Ness\x1b[2J")
    tree = ET.fromstring(svg)  # noqa: S314 - our own bytes
    words = [part.text or "" for part in tree.iter() if part.tag.endswith("text")]
    assert sum("Lantern <Front> & Co" in text for text in words) == 1
    assert "\x1b" not in svg
    assert svg == growth.as_svg(rows(), "Killed at <Vardo> & Ness\x1b[2J")
    names = {part.tag.rsplit("}")[-1] for part in tree.iter()}
    assert names == {"svg", "title", "style", "rect", "text", "line", "circle", "path"}
