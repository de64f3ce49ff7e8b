"""A report of a million letters and 400 claims: it comes in parts, and whatever leads to words leads to their part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from shutil import which

import httpx
import ledger_builders as build
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, expect, sync_playwright
from workbench_server import serving

from dateline.ledger import Ledger
from dateline.records import Claim, ClaimId, Report, ReportId, Source, SourceType, Span
from dateline.workbench import segments
from dateline.workbench.app import create_app
from dateline.workbench.report_page import of

SENTENCE = "Shells hit the market of Vardo, killing at least 28 people, the Lantern Watch said. "
TEXT = (SENTENCE * 40 + "\n\n") * 300
MANY = 400


def claim_id(number: int) -> ClaimId:
    return ClaimId(f"{number:024x}")


def claims(report: Report) -> Iterator[Claim]:
    """Claims all along the text; who is cited for the first one is named at its end."""
    (base, *_) = build.claims(build.report())
    for k in range(MANY):
        at = TEXT.index("Shells", k * len(SENTENCE) * 20)
        speaker = at + 60 if k else TEXT.rindex("the Lantern Watch")
        yield replace(
            base,
            id=claim_id(k),
            report=report.id,
            evidence=Span(report.id, at, at + 58),
            also=(),
            figures=(replace(base.figures[0], span=Span(report.id, at + 40, at + 58)),),
            source=Source("Lantern Watch", SourceType("ngo"), Span(report.id, speaker, speaker + 17)),
            decisions=(),
            scores=(),
        )


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("long") / "long.ledger"
    report = replace(build.report("long", TEXT), id=ReportId("long"), sections=())
    with Ledger(path) as book:
        book.record(book.begin_run("0", "hand"), report, list(claims(report)))
    with serving(create_app(path)) as found:
        yield found


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address) as found:
        yield found


def test_the_parts_together_are_the_report_and_none_is_long(client: httpx.Client) -> None:
    whole = client.get("/report/long.json").json()
    assert len(whole["claims"]) == MANY
    assert whole["text"] == TEXT
    assert len(TEXT) > 1_000_000
    parts = len(whole["parts"])
    for number in (1, parts // 2, parts):
        got = client.get("/report/long", params={"part": number})
        assert len(got.content) < 500_000
        first, last = (whole["parts"][number - 1][name] for name in (2, 3))
        cards = re.findall(r'class="card" id="c\d+" data-id="(\w+)"', got.text)
        assert cards == [claim_id(k - 1) for k in range(first, last + 1)]
    report = replace(build.report("long", TEXT), id=ReportId("long"), sections=())
    made = of(report, list(claims(report)))
    shown = [replace(made, part=number).blocks for number in range(1, parts + 1)]
    texts = [
        piece.text for part in shown for block in part for one in block.paragraphs for piece in one.pieces
    ]
    assert "".join("".join(texts).split()) == "".join(TEXT.split())


def test_an_address_without_scripts_names_a_claim_or_a_part(client: httpx.Client) -> None:
    for number in (0, 111, MANY - 1):
        got = client.get("/report/long", params={"claim": claim_id(number)}).text
        assert f'data-id="{claim_id(number)}"' in got
    assert "part=99: this report has" in client.get("/report/long?part=99").text
    assert client.get("/report/long?part=99").status_code == 400
    assert "Part 1 of" in client.get("/report/long?claim=nothing").text


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    chromium = which("chromium") or which("chromium-browser") or which("google-chrome")
    if chromium is None:
        pytest.skip("there is no chromium on this machine")
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page(base_url=address)
        browser.close()


def test_a_link_to_a_claim_opens_its_part_and_lights_its_words(page: Page) -> None:
    page.goto(f"/report/long#claim-{claim_id(222)}.0")
    page.wait_for_url(re.compile(r"\?part=\d+#claim-"))
    expect(page.locator(".m.lit")).to_have_text("at least 28 people")
    expect(page.locator(".card.on")).to_have_attribute("data-id", claim_id(222))
    expect(page.locator(".m.lit")).to_be_in_viewport()
    page.goto("/report/long")
    page.locator("nav.parts").first.get_by_role("link", name="Next").click()
    expect(page.locator("nav.parts b").first).to_have_text("2")


def test_words_of_a_claim_that_stand_in_another_part_are_led_to(page: Page) -> None:
    page.goto("/report/long")
    page.locator(".card").first.get_by_role("link", name="Lantern Watch").click()
    page.wait_for_url(re.compile(r"\?part=\d\d#s\d+"))
    expect(page.locator(".m.lit")).to_have_text("the Lantern Watch")
    expect(page.locator(".m.lit")).to_be_in_viewport()


@given(
    st.text("ab \n", max_size=300),
    st.lists(st.integers(0, 299), max_size=30),
    st.integers(4, 40),
    st.integers(1, 5),
)
def test_windows_cover_a_text_and_share_out_its_claims(
    text: str, begins: list[int], long: int, many: int
) -> None:
    begins = sorted(at for at in begins if at < len(text))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(segments, "LONG", long)
        patched.setattr(segments, "MANY", many)
        found = segments.parts(text, begins)
    assert [one.start for one in found] == [0, *(one.end for one in found[:-1])]
    assert found[-1].end == len(text)
    assert all(one.end - one.start <= long for one in found)
    shared = [k for one in found for k in range(one.first, one.last + 1)]
    assert shared == list(range(1, len(begins) + 1))
    for one in found:
        assert all(one.start <= begins[k - 1] for k in range(one.first, one.last + 1))
