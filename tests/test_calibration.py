"""Whether scores hold: bins, shares and the mean error are counted; the diagram draws just them."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest

from dateline.evaluate.calibration import Bin, reliability
from dateline.evaluate.codings import coded
from dateline.evaluate.diagram import draw

SVG = "{http://www.w3.org/2000/svg}"


def claim(start: int, kind: str = "shelling", **fields: Any) -> dict[str, Any]:
    """A coded claim in ten code points, with what is told besides."""
    bare = {"evidence": [start, start + 10], "kind": kind, "status": "happened", "when": None, "where": None}
    return {**bare, "actor": [], "target": [], "source": {"name": "report", "type": "report"}, **fields}


DAY = {"start": "2031-05-03", "end": "2031-05-03"}
NEXT = {"start": "2031-05-04", "end": "2031-05-04"}
GOLD = {
    "r": coded(
        [
            claim(0, when=DAY, figures=[{"measure": "killed", "low": 3, "high": 3}]),
            claim(20, when=DAY, actor=["army"]),
            claim(40),
        ]
    )
}
OURS = {
    "r": coded(
        [
            claim(
                0,
                when=DAY,
                figures=[{"measure": "killed", "low": 3, "high": 3}],
                confidence={"claim": 0.9, "kind": 0.9, "when": 0.7, "figures": 0.8, "source": 0.75},
            ),
            claim(20, when=NEXT, actor=["army"], confidence={"kind": 0.9, "when": 0.7, "actor": 0.4}),
            claim(40, "bombing", when=DAY, confidence={"kind": 0.5, "when": 0.25}),
            claim(80, confidence={"kind": 0.5}),
        ]
    )
}


@pytest.mark.parametrize(
    ("field", "given", "right", "bins"),
    [
        ("kind", 4, 2, (Bin(0.5, 2, 0, 0.5), Bin(0.9, 2, 2, 0.9))),  # another kind, and no such event
        ("when", 3, 1, (Bin(0.2, 1, 0, 0.25), Bin(0.7, 2, 1, 0.7))),
        ("figures", 1, 1, (Bin(0.8, 1, 1, 0.8),)),
        ("actor", 1, 1, (Bin(0.4, 1, 1, 0.4),)),
        ("source", 1, 1, (Bin(0.7, 1, 1, 0.75),)),
    ],
)
def test_each_value_is_held_against_what_was_coded(
    field: str, given: int, right: int, bins: tuple[Bin, ...]
) -> None:
    got = reliability(GOLD, OURS)[field]
    assert (got.given, got.right) == (given, right)
    assert [(b.low, b.count, b.right) for b in got.bins] == [(b.low, b.count, b.right) for b in bins]
    assert [b.said for b in got.bins] == pytest.approx([b.said for b in bins])


def test_the_error_is_the_mean_distance_weighted_by_values() -> None:
    got = reliability(GOLD, OURS)["when"]
    assert got.error == pytest.approx((1 * 0.25 + 2 * 0.2) / 3)
    assert got.said == pytest.approx((0.25 + 0.7 + 0.7) / 3)


def test_a_coder_who_says_nothing_of_sureness_is_not_held_to_it() -> None:
    assert reliability(GOLD, GOLD) == {}


def test_the_diagram_has_a_panel_a_field_and_a_dot_a_bin() -> None:
    found = reliability(GOLD, OURS)
    drawn = draw(found)
    root = ET.fromstring(drawn)  # noqa: S314 (our own text)
    assert len(root.findall(f"{SVG}g")) == len(found)
    titles = [title.text for title in root.iter(f"{SVG}title")][1:]
    assert len(titles) == sum(len(got.bins) for got in found.values())
    assert "said 0.70, right 1 of 2" in titles
    assert drawn == draw(found)
    sizes = root.attrib["viewBox"].split()
    assert all(0 <= float(dot.attrib["cy"]) <= float(sizes[3]) for dot in root.iter(f"{SVG}circle"))
