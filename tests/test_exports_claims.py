"""Claims leave as JSON, CSV and notebook pages, with their words, and nothing in them runs."""

from __future__ import annotations

import copy
import csv
import io
import json
import pickle
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from ledger_builders import changed, claims, denial, displacement, report, shelling

from dateline.errors import UsageError
from dateline.exports.claims import (
    CSV_COLUMNS,
    flat,
    to_csv,
    to_jsonl,
    to_object,
    to_report_object,
)
from dateline.exports.notebook import ShownClaim, to_html
from dateline.records import Actor, Claim, Figure, Measure, Report, Scope, Source, SourceType

OF = report()
MARKED = ["at least 28", "dozens"]


def figure(low: int | None, high: int | None, *, approx: bool = False, scope: Scope = Scope.NEW) -> Figure:
    return Figure(Measure("killed"), "people", low, high, approx, scope, OF.span(0, 6))


# A figure that stands on its own.
LOOSE = {"of": "people", "scope": "new", "victim": "civilian", "part_of": None, "replaced_by": None}


def test_an_object_has_the_form_of_the_guidelines() -> None:
    made = to_object(shelling(OF), OF.text)
    rules = made.pop("rules")
    assert made == {
        "id": shelling(OF).id,
        "evidence": [28, 170],
        "also": [[0, 27]],
        "kind": "shelling",
        "when": {"start": "2031-05-03", "end": "2031-05-03"},
        "where": {
            "text": [15, 20],
            "name": "Vardo",
            "country": "NOR",
            "lat": 70.37,
            "lon": 31,
            "precision": "near",
        },
        "actor": ["Hill Brigade"],
        "target": ["civilians", "traders"],
        "figures": [
            {"measure": "killed", "low": 28, "high": None, "approx": False, "text": [77, 88], **LOOSE},
            {"measure": "injured", "low": 24, "high": 99, "approx": True, "text": [109, 115], **LOOSE},
        ],
        "totals": [
            {
                "measure": "killed",
                "low": 28,
                "high": None,
                "approx": False,
                "basis": "said",
                "text": [[77, 88]],
            },
            {
                "measure": "injured",
                "low": 24,
                "high": 99,
                "approx": True,
                "basis": "said",
                "text": [[109, 115]],
            },
        ],
        "source": {"name": "nurse", "type": "medical"},
        "status": "happened",
        "confidence": {},
    }
    assert rules == [
        {"field": "where", "rule": "place.nearest", "text": [15, 20], "note": "only place named"},
        {"field": "status", "rule": "status.plain", "text": None, "note": ""},
    ]
    assert OF.text[77:88] == "at least 28"


def test_what_is_not_said_is_null() -> None:
    made = to_object(denial(OF), OF.text)
    assert (made["when"], made["where"], made["figures"], made["target"]) == (None, None, [], [])
    where = to_object(displacement(OF), OF.text)["where"]
    assert (where["text"], where["lat"], where["name"]) == (None, None, "Östby")


def test_a_claim_of_another_text_is_refused() -> None:
    with pytest.raises(UsageError, match="up to 213, but this text ends at 100"):
        to_object(denial(OF), OF.text[:100])
    for write in (to_csv, to_jsonl):
        with pytest.raises(UsageError, match="was not handed in"):
            write([denial(OF)], [report("other")])


def test_json_lines_hold_a_claim_each() -> None:
    lines = to_jsonl(claims(OF), [report("other"), OF]).splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["shelling", "denial", "displacement"]
    assert json.loads(lines[0]) == {"report": "vardo-1", **to_object(shelling(OF), OF.text)}
    assert "Östby" in lines[2]
    assert to_jsonl([], []) == ""


@pytest.mark.parametrize(
    ("published", "expected"),
    [(None, None), (OF.published, "2031-05-04"), (datetime(2031, 5, 4, 23, tzinfo=UTC), "2031-05-04")],
)
def test_a_report_goes_out_with_its_claims(published: datetime | None, expected: str | None) -> None:
    made = to_report_object(replace(OF, published=published), claims(OF))
    assert {**made, "claims": len(made["claims"])} == {
        "id": "vardo-1",
        "published": expected,
        "text": OF.text,
        "claims": 3,
    }


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (figure(28, 28), "killed 28"),
        (figure(28, None), "killed 28.."),
        (figure(None, 30), "killed ..30"),
        (figure(40, 99, approx=True), "killed 40..99~"),
        (figure(20, 20, approx=True), "killed 20~"),
        (figure(0, 0), "killed 0"),
        (figure(0, None), "killed 0.."),
        (figure(None, None), "killed .."),
    ],
)
def test_a_figure_on_one_line(given: Figure, expected: str) -> None:
    assert flat(given) == expected


def rows(*made: Claim, of: Report = OF) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(made, [of]))))


def test_csv_has_a_row_a_claim() -> None:
    first, second, third = rows(*claims(OF))
    assert tuple(first) == CSV_COLUMNS
    assert first["figures"] == "killed 28..; injured 24..99~"
    assert [first[f"{m}_{b}"] for m in ("killed", "injured") for b in ("low", "high")] == [
        "28",
        "",
        "24",
        "99",
    ]
    assert (first["lat"], first["where"], first["country"]) == ("70.37", "Vardo", "NOR")
    assert (first["targets"], first["source"], first["via"]) == (
        "civilians; traders",
        "nurse",
        "Lantern Watch",
    )
    assert first["quote"] == shelling(OF).evidence.of(OF.text)
    assert (second["when_start"], second["killed_low"], second["where"]) == ("", "", "")
    assert third["published"] == "2031-05-04"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_is_a_formula(start: str) -> None:
    evil = f'{start}HYPERLINK("http://evil.example","x")'
    claim = replace(denial(OF), actors=(Actor(evil),), source=Source(evil, SourceType("other")))
    of = replace(OF, publisher=evil)
    (row,) = rows(claim, of=of)
    for column in ("actors", "source", "publisher"):
        assert row[column].startswith("'" + start)
    for cell in next(csv.reader(io.StringIO(to_csv([claim], [of]).partition("\n")[2]))):
        assert not cell.startswith(start)


def test_a_number_below_zero_stays_a_number() -> None:
    where = shelling(OF).where
    assert where is not None
    (row,) = rows(replace(shelling(OF), where=replace(where, lat=-33.5)))
    assert row["lat"] == "-33.5"


class _Reader(HTMLParser):
    """What a browser would make of a page: its text, its elements, the marked words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.open, self.elements, self.marked = "", list[str](), set[str](), list[str]()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert {name for name, _ in attrs} <= {"style", "dir", "lang"}
        self.open.append(tag)
        self.elements.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if "mark" in self.open:
            self.marked.append(data)


@pytest.mark.parametrize(
    ("claim", "marked"),
    [
        (shelling(OF), MARKED),
        (denial(OF), []),
        (displacement(OF), ["About 400"]),
        (replace(denial(OF), figures=shelling(OF).figures), []),
        (
            replace(shelling(OF), figures=(*shelling(OF).figures, figure(1, 1))),
            ["at least 28", "dozens", "Shells"],
        ),
        (replace(shelling(OF), figures=shelling(OF).figures[:1] * 2), ["at least 28"]),
    ],
)
def test_a_page_shows_the_words_with_their_figures_marked(claim: Claim, marked: list[str]) -> None:
    page = _Reader(to_html(claim, OF))
    assert page.open == []
    assert page.marked == marked
    for span in (claim.evidence, *claim.also):
        assert span.of(OF.text) in page.text
    own = claim.source.type == "report"
    voice = f"{OF.publisher}, in its own voice" if own else f"{claim.source.name} ({claim.source.type})"
    assert f"who says so{voice}" in page.text


def test_a_page_tells_the_rest_in_words() -> None:
    text = _Reader(to_html(shelling(OF), OF)).text
    for told in (
        "whoHill Brigade",
        "whatshelling (happened)",
        "to whomcivilians; traders",
        "when2031-05-03",
        "whereVardo (NOR, near)",
        "how manykilled at least 28 (people); injured about 24 to 99 (people)",
        "nurse (medical), via Lantern Watch (monitor)",
        "reportThe Vardo Post, 2031-05-04, vardo-1",
    ):
        assert told in text
    assert "whennot said" in _Reader(to_html(denial(OF), OF)).text


def test_nothing_of_a_report_becomes_an_element() -> None:
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    text = f"Shells{evil} fell."
    of = replace(OF, text=text, sections=(), publisher=evil, language='en" onload="x')
    words = of.span(0, len(text))
    claim = replace(
        denial(OF),
        evidence=words,
        actors=(Actor(evil),),
        source=Source(evil, SourceType(evil)),
        figures=(replace(figure(1, 1), span=words, of=evil),),
    )
    page = _Reader(to_html(claim, of))
    assert page.elements == {"div", "blockquote", "mark", "table", "tr", "th", "td"}
    assert page.text.count(evil) >= 4


def test_a_shown_claim_behaves_like_its_claim() -> None:
    shown = ShownClaim(shelling(OF), OF)
    assert (shown.kind, shown.figures, shown.source.name) == ("shelling", shelling(OF).figures, "nurse")
    assert shown.quote == shelling(OF).evidence.of(OF.text)
    assert shown._repr_html_() == to_html(shelling(OF), OF)
    assert shown == ShownClaim(shelling(OF), OF)
    assert shown != ShownClaim(changed(shelling(OF)), OF)
    assert pickle.loads(pickle.dumps(shown)) == copy.deepcopy(shown) == shown  # noqa: S301 (our own bytes)
    assert {"kind", "quote", "claim", "report"} <= set(dir(shown))
    with pytest.raises(AttributeError):
        _ = shown.nothing


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (
            replace(shelling(OF), where=None, figures=()),
            "<shelling (happened); 2031-05-03; says nurse; “Shells hit the market of Vardo on 3 May",
        ),
        (displacement(OF), "<displacement (ongoing); 2031-05-01 to 2031-05-31 (month); Östby (SWE, admin);"),
        (denial(OF), "<denial (denied); says Hill Brigade; “The Hill Brigade denied that it had fired.”>"),
    ],
)
def test_a_shown_claim_is_one_line(claim: Claim, expected: str) -> None:
    shown = repr(ShownClaim(claim, OF))
    assert shown.startswith(expected)
    assert shown.endswith("”>")
    assert "\n" not in shown
    assert "at least 2" not in shown  # a number is not cut
