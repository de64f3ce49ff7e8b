"""The pages of an incident, a report and a claim in a real browser: keys, clicks, marked words, screen readers."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import which
from urllib.parse import urlparse

import ledger_builders as build
import pytest
from axe_playwright_python import async_playwright as axe_package
from playwright.sync_api import Browser, Page, expect, sync_playwright
from workbench_samples import samples
from workbench_server import serving

from dateline.ledger import Ledger
from dateline.records import Claim, ClaimId, Report
from dateline.workbench.app import create_app

CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine")
AXE = (Path(axe_package.__file__).parent / "axe.min.js").read_text("utf-8")
WORSE = {"serious", "critical"}
PAGES = (
    "/report/02-harbour-gazette",
    "/claim/d1a8d2c8",
    "/incident/d1a8d2c8",
    "/incident/12b6e3c0?rule=ucdp",
)
EMOJI = (
    "👩‍🚒 Shells 🎇 fall on Vardo\n"
    "Shells 💥 hit the market of Vardo on 3 May, killing at least 28 people, the watch said.\n\n"
    "שלום: a 𝒎arket and a 👨‍👩‍👧 family, " + "long" * 90 + ", were gone.\n\nThe end 🕊."
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as engine:
        made = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(create_app(samples())) as found:
        yield found


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A workbench whose one report holds letters of every width and direction."""
    path = tmp_path_factory.mktemp("reading") / "letters.ledger"
    report = replace(build.report("letters", EMOJI), sections=())
    with Ledger(path) as book:
        claims = [emoji_claim(report)]
        book.record(book.begin_run("0", "hand"), report, claims)
    with serving(create_app(path)) as found:
        yield found


def emoji_claim(report: Report) -> Claim:
    (base, *_) = build.claims(build.report())
    return replace(
        base,
        report=report.id,
        evidence=build.span(report, "Shells 💥 hit the market of Vardo on 3 May, killing at least 28 people"),
        also=(),
        figures=(replace(base.figures[0], span=build.span(report, "at least 28")),),
        source=replace(base.source, speaker=None, via=None),
        decisions=(),
    )


def open_page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
    made = context.new_page()
    made.set_default_timeout(10_000)
    asked: list[str] = []
    wrong: list[str] = []
    made.on("request", lambda request: asked.append(request.url))
    made.on("pageerror", lambda error: wrong.append(str(error)))
    made.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    yield made
    context.close()
    assert [url for url in asked if urlparse(url).netloc not in {urlparse(address).netloc, ""}] == []
    assert wrong == []


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    yield from open_page(browser, address)


@pytest.fixture
def letters(browser: Browser, foreign: str) -> Iterator[Page]:
    yield from open_page(browser, foreign)


def death_toll() -> ClaimId:
    """The claim of the sample ledger that puts the toll at 118."""
    with Ledger(samples(), read_only=True) as book:
        return next(c.id for c in book.claims() if any(f.low == f.high == 118 for f in c.figures))


@pytest.mark.parametrize("path", PAGES)
def test_pages_can_be_read_by_all_and_shown_on_a_phone(page: Page, path: str) -> None:
    page.goto(path.format(id=death_toll()))
    page.evaluate(AXE)
    page.evaluate(
        "[...document.querySelectorAll('details')].slice(0, 4).forEach((one) => { one.open = true })"
    )
    for look in ("light", "dark"):
        page.emulate_media(color_scheme=look)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        worse = [v for v in found["violations"] if v["impact"] in WORSE]
        assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in worse] == [], look
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_number_leads_to_its_words_and_words_to_their_claim(page: Page) -> None:
    page.goto("/report/02-harbour-gazette")
    first = page.locator(".card").nth(0)
    first.locator(".counted").nth(1).click()
    expect(page.locator(".m.lit")).to_have_text(["six children"])
    expect(first).to_have_attribute("aria-current", "true")
    page.locator(".m", has_text="51 people").click()
    expect(page.locator(".card[aria-current] .counted.lit")).to_contain_text("51")
    expect(page.locator(".m.lit")).to_have_text(["51 people"])
    page.keyboard.press("Escape")
    expect(page.locator(".card[aria-current], .m.on, .m.lit")).to_have_count(0)


def test_keys_go_from_claim_to_claim_and_round(page: Page) -> None:
    page.goto("/report/02-harbour-gazette")
    current = page.locator(".card[aria-current] .number")
    last = str(page.locator(".card").count())
    for keys, number in (("n", "1"), ("nn", "3"), ("p", "2"), ("pp", last)):
        for key in keys:
            page.keyboard.press(key)
        expect(current).to_have_text(number)
    assert page.evaluate("document.activeElement.id") == f"c{last}"
    page.fill("#find", "n")
    expect(current).to_have_text(last)  # a letter typed into a field is a letter


def test_an_address_names_a_claim_or_one_of_its_figures(page: Page) -> None:
    page.goto(f"/incident/{death_toll()}")
    link = page.locator("#said a", has_text="31 civilians").first
    link.click()
    expect(page).to_have_url(re.compile(r"/report/08-fjord-wire-update\?claim=\w+#claim-\w+\.\d$"))
    expect(page.locator(".m.lit")).to_have_text(["31 civilians"])
    assert page.locator(".m.lit").evaluate(
        "(one) => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
    )


def test_what_decided_a_claim_is_fetched_when_it_is_asked_for(page: Page) -> None:
    page.goto("/report/01-fjord-wire")
    card = page.locator(".card").nth(0)
    expect(card.locator("table")).to_have_count(0)
    card.locator("summary").click()
    expect(card.locator("table")).to_contain_text("figures.at_least")


def test_without_scripts_numbers_and_words_still_lead_to_each_other(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/report/02-harbour-gazette")
    page.locator(".card .counted").nth(1).click()
    assert page.locator(":target").inner_text() == "six children"
    page.locator(".ref").nth(2).click()
    assert page.url.endswith("#c3")
    context.close()


def chosen(page: Page, words: str) -> tuple[int, int]:
    """Mark words in the text as a person does, and what the form would send."""
    page.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
          const nodes = [];
          while (walker.nextNode()) nodes.push(walker.currentNode);
          const all = nodes.map((node) => node.data).join("");
          const at = (place, late) => {
            for (const node of nodes) {
              if (place < node.length || (late && place === node.length)) return [node, place];
              place -= node.length;
            }
          };
          const start = all.indexOf(words);
          const range = document.createRange();
          range.setStart(...at(start, false));
          range.setEnd(...at(start + words.length, true));
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        words,
    )
    expect(page.locator("#adding")).to_be_visible()
    form = page.locator("#adding")
    return int(form.locator("[name=start]").input_value()), int(form.locator("[name=end]").input_value())


@pytest.mark.parametrize(
    "words",
    [
        "💥 hit",
        "market of Vardo on 3 May, killing at least 28 people, the watch",
        "𝒎arket and a 👨‍👩‍👧 family",
        "The end 🕊",
        "fall on Vardo",
    ],
)
def test_marked_words_are_told_in_code_points_whatever_stands_before(letters: Page, words: str) -> None:
    letters.goto("/report/letters")
    start, end = chosen(letters, words)
    assert EMOJI[start:end] == words


def test_the_form_for_a_missed_claim_goes_away_and_posts_its_place(letters: Page) -> None:
    letters.goto("/report/letters")
    start, end = chosen(letters, "a 𝒎arket")
    assert letters.locator("#adding q").inner_text() == "a 𝒎arket"
    letters.locator("[data-cancel]").click()
    expect(letters.locator("#adding")).to_be_hidden()
    chosen(letters, "a 𝒎arket")
    letters.route("**/report/letters/add", lambda route: route.fulfill(status=204))
    with letters.expect_request("**/report/letters/add") as sent:
        letters.locator("#adding [type=submit]").click()
    assert sent.value.method == "POST"
    assert re.fullmatch(rf"token=[0-9a-f]{{64}}&start={start}&end={end}", sent.value.post_data or "")


def test_the_rule_that_is_chosen_is_the_one_the_page_goes_by(page: Page) -> None:
    page.goto(f"/incident/{death_toll()}")
    page.locator(".strip a", has_text="official-first").click()
    page.wait_for_url("**rule=official-first**")
    expect(page.locator(".strip li.on a")).to_have_text("official-first")
    expect(page.locator("#rule")).to_have_value("official-first")
    bars = page.locator(".strip svg.range")
    widths = {bars.nth(k).evaluate("(one) => one.getBoundingClientRect().width") for k in range(bars.count())}
    assert len(widths) == 1  # else the bars could not be compared


def test_claims_are_ticked_and_sent_with_the_incident(page: Page) -> None:
    page.goto(f"/incident/{death_toll()}")
    page.locator("#claims input[type=checkbox]").nth(3).check()
    sent = page.evaluate("new URLSearchParams(new FormData(document.getElementById('split'))).toString()")
    assert sent.startswith("claim=")
    here = page.locator("#split").get_attribute("action") or ""
    assert here.startswith("/incident/i")
    assert page.locator("#merge").get_attribute("action") == here.replace("/split", "/merge")
