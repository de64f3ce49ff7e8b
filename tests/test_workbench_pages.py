"""The pages of an incident, a report and a claim, without a browser: what they tell, and what they refuse."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import ledger_builders as build
import pytest
from typer.testing import CliRunner
from workbench_samples import samples
from workbench_server import workbench

from dateline.casebook import keep, open_casebook
from dateline.cli import app
from dateline.ledger import Ledger
from dateline.records import Actor, Claim, Report, Source, SourceType
from dateline.workbench.report_page import of

HOSTILE = (
    "<script>alert('x')</script> \"quoted\" & 'single' \u202eevil\u202c שלום "
    + "W" * 300
    + " 👩‍🚒 killed 12 people.\n\n</p></article><img src=x onerror=alert(1)>"
)


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with workbench(samples()) as made:
        yield made


def cli(*words: str) -> str:
    result = CliRunner().invoke(app, [*words, "--ledger", str(samples())], env={"COLUMNS": "400"})
    assert result.exit_code == 0, result.output
    return result.output


def attack(client: httpx.Client, query: str = "") -> dict[str, Any]:
    """The sample incident of which most is told."""
    with Ledger(samples(), read_only=True) as book:
        main = open_casebook(book).main().incident.id
    found: dict[str, Any] = client.get(f"/incident/{main}.json{query}").json()
    return found


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_an_incident_tells_all_that_the_command_tells(client: httpx.Client) -> None:
    told = attack(client)
    with Ledger(samples(), read_only=True) as book:
        casebook = open_casebook(book)
        case = casebook.case(told["id"])
        combined = casebook.combined(case)
    ranges = {
        (it["measure"], one["victim"]): (one["low"], one["best"], one["high"])
        for it in told["measures"]
        for one in it["ranges"]
    }
    assert ranges == {(one.measure, one.victim): (one.low, one.best, one.high) for one in combined}
    given = [one for it in told["measures"] for one in it["given"]]
    assert len(given) == sum(len(one.claim.figures) for one in case.told)
    reasons = {why for one in combined if one.victim is None for _, why in one.aside}
    assert {one["aside"] for one in given if one["aside"]} >= reasons
    spread = case.spread
    assert (told["reports"], told["origins_told"], told["parties"]) == (
        spread.reports,
        spread.origins,
        spread.parties,
    )
    assert [one["id"] for one in told["claims"]] == list(case.incident.claims)
    assert [part["id"] for part in told["parts"]] == list(case.parts)
    page = text_of(client.get(f"/incident/{told['id']}").text)
    for words in (
        "118",
        "Icelandic Health Ministry",
        "the source itself has replaced it",
        "2 of them parties",
    ):
        assert words in page


def test_why_the_claims_are_one_is_told_as_by_the_command(client: httpx.Client) -> None:
    told = attack(client)
    links = {link["other"]["id"]: link for link in told["links"]}
    with Ledger(samples(), read_only=True) as book:
        case = open_casebook(book).case(told["id"])
    assert {link.other: [list(term) for term in link.terms] for link in case.incident.links} == {
        id_: link["terms"] for id_, link in links.items()
    }
    assert told["all_links"] == len(case.incident.links)


def test_the_history_and_the_balance_are_those_of_the_commands(client: httpx.Client) -> None:
    told = attack(client, "?rule=latest")
    with Ledger(samples(), read_only=True) as book:
        casebook = open_casebook(book)
        case = casebook.case(told["id"])
        rows = casebook.history(case, "latest")
        made = casebook.balance(case)
    assert [(row["claim"], row["after"]) for row in told["growth"]] == [
        (row.claim, list(row.after)) for row in rows
    ]
    shown = told["balance"]
    assert shown["lines"] == list(made.lines)
    assert shown["contradictions"] == [one.words for one in made.contradictions]
    assert shown["assumptions"] == list(made.assumptions)
    assert [(one["claim"], one["why"]) for one in shown["aside"]] == [
        (given.claim.id, why) for given, why in made.aside
    ]


def test_an_incident_without_prisoners_has_no_balance(client: httpx.Client) -> None:
    with Ledger(samples(), read_only=True) as book:
        casebook = open_casebook(book)
    held = {"detained", "escaped", "released", "captured", "surrendered", "missing"}
    others = [
        case.incident.id
        for case in casebook.cases.values()
        if not casebook.balance(case).terms
        and not {f.measure for t in case.told for f in t.claim.figures} & held
    ]
    assert others
    assert client.get(f"/incident/{others[0]}.json").json()["balance"] is None


def test_each_rule_moves_the_range_and_the_strip_has_all(client: httpx.Client) -> None:
    told = attack(client, "?rule=acled")
    everybody = next(one for one in told["measures"][0]["ranges"] if one["victim"] is None)
    strip = {one["rule"]: (one["low"], one["best"], one["high"]) for one in told["rules"]}
    assert strip["acled"] == (everybody["low"], everybody["best"], everybody["high"])
    assert {"range", "latest", "majority", "official-first", "ucdp"} <= set(strip)


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/incident/nothing", 400, "there is no incident or claim"),
        ("/incident/i?rule=mean", 400, "there is no such rule"),
        ("/incident/i?measure=sheep", 400, "there is no such measure"),
        ("/report/nothing", 400, "the ledger holds no report"),
        ("/report/0", 400, "several reports begin with"),
        ("/claim/nothing", 400, "the ledger holds no claim"),
        ("/report/01-fjord-wire?revision=7", 400, "in revision 7"),
    ],
)
def test_what_there_is_not_is_refused_in_words(
    client: httpx.Client, address: str, status: int, says: str
) -> None:
    got = client.get(address)
    assert got.status_code == status
    assert says in got.text


def test_a_claim_tells_all_that_why_tells(client: httpx.Client) -> None:
    claim = attack(client)["claims"][0]["id"]
    told = cli("why", claim)
    page = text_of(client.get(f"/claim/{claim}").text)
    for words in re.findall(r"← (\S+)", told):
        assert words in page
    for right in re.findall(r"\d+ of \d+ right", told):
        assert right in page
    assert "Revision 1" in page
    by_json = client.get(f"/claim/{claim}.json").json()
    assert by_json["passages"][0]["words"]["text"] in told.replace("\n", " ")
    assert client.get(f"/claim/{claim}/decisions").status_code == 200


def test_offsets_in_the_twin_are_code_points_of_its_text(client: httpx.Client) -> None:
    told = client.get("/report/02-harbour-gazette.json").json()
    assert told["claims"]
    for one in told["claims"]:
        for words in (one["claim"]["words"], *(f["words"] for f in one["claim"]["figures"])):
            assert told["text"][words["start"] : words["end"]] == words["text"]


def record(path: Path, report: Report, claims: Iterable[Claim]) -> None:
    with Ledger(path) as book:
        book.record(book.begin_run("0", "hand"), report, claims)


def hostile() -> tuple[Report, tuple[Claim, ...]]:
    report = replace(build.report("<b>&", HOSTILE), headline="<h1>Head", sections=())
    start = HOSTILE.index("killed")
    end = HOSTILE.index("</article>")
    words = report.span(start, end)
    (base, *_) = build.claims(build.report())
    claim = replace(
        base,
        report=report.id,
        evidence=words,
        also=(report.span(0, start + 3),),
        figures=tuple(
            replace(one, span=report.span(start + 7, start + 16), of="<i>people") for one in base.figures[:1]
        ),
        source=Source('"><script>', SourceType("government")),
        actors=(Actor("<u>\u202eA"),),
        decisions=(),
        where=None,
        when=None,
    )
    return report, (claim,)


def test_hostile_words_stay_words_on_all_three_pages(tmp_path: Path) -> None:
    report, claims = hostile()
    record(tmp_path / "hostile.ledger", report, claims)
    with Ledger(tmp_path / "hostile.ledger") as book:
        keep(book)
    with workbench(tmp_path / "hostile.ledger") as client:
        for address in (
            f"/report/{httpx.URL('http://x').copy_with(path='/<b>&').raw_path.decode()[1:]}",
            f"/claim/{claims[0].id}",
            f"/incident/{claims[0].id}",
        ):
            got = client.get(address)
            assert got.status_code == 200, got.text
            inside = got.text.partition("<main")[2]
            for tag in ("<script", "<img", "<h1>Head", "<i>people", "<u>", "\u202e"):
                assert tag not in inside, (address, tag)


def test_pages_of_the_same_report_are_the_same_bytes(client: httpx.Client) -> None:
    assert client.get("/report/01-fjord-wire").content == client.get("/report/01-fjord-wire").content


def test_stretches_are_numbered_once_and_figures_outrank_fields() -> None:
    report = build.report()
    page = of(report, build.claims(report))
    assert len({one[:2] for one in page.stretches}) == len(page.stretches)
    for marked in page.claims:
        for at, figure in zip(marked.counted_by, marked.claim.figures, strict=True):
            start, end, level = page.stretches[at]
            assert (start, end) == (figure.words.start, figure.words.end)
            assert level == 2
