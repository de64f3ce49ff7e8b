"""The workbench in a real browser: nobody else is asked, keys reach all, screen readers and phones can show it."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from shutil import which
from typing import Any
from urllib.parse import urlparse

import pytest
from axe_playwright_python import async_playwright as axe_package
from playwright.sync_api import Browser, Page, expect, sync_playwright
from workbench_server import serving

from dateline.casebook.keeping import keep
from dateline.ledger import Ledger
from dateline.pipeline import read_reports
from dateline.workbench.app import create_app

CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine")
# A map without a graphics card: drawn by the processor.
ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
PAGES = (
    "/",
    "/incidents",
    "/claims?kind=arrest",
    "/reports",
    "/exports",
    "/places",
    "/search?words=prison",
    "/api",
    "/nothing",
    "/incidents?place=nowhere",
)
AXE = (Path(axe_package.__file__).parent / "axe.min.js").read_text("utf-8")
PATIENCE_MS = 30_000  # a busy machine draws slowly
WORSE = {"serious", "critical"}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("browser") / "demo.ledger"
    with Ledger(path) as book:
        read_reports([Path(str(files("dateline") / "lexicons/samples"))], book)
        keep(book)
    with serving(create_app(path)) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as engine:
        made = engine.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield made
        made.close()


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page that notes whom it asks, and what goes wrong in it; only tests of the map have it drawn."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    made = context.new_page()
    made.set_default_timeout(PATIENCE_MS)
    if "map" not in request.node.name:
        made.route("**/maplibre-gl-csp.js*", lambda route: route.abort())
    asked: list[str] = []
    wrong: list[str] = []
    made.on("request", lambda request: asked.append(request.url))
    made.on("pageerror", lambda error: wrong.append(str(error)))
    made.on("console", lambda said: wrong.append(said.text) if "Content Security" in said.text else None)
    yield made
    outside = [url for url in asked if urlparse(url).netloc not in {urlparse(address).netloc, ""}]
    context.close()
    assert asked
    assert outside == []
    assert wrong == []


@pytest.mark.parametrize("path", PAGES)
def test_every_page_can_be_read_by_all_and_shown_on_a_phone(page: Page, path: str) -> None:
    page.goto(path)
    page.evaluate(AXE)
    looks: tuple[Any, ...] = ("light", "dark")
    for look in looks:
        page.emulate_media(color_scheme=look)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        worse = [v for v in found["violations"] if v["impact"] in WORSE]
        assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in worse] == [], look
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_map_is_drawn_and_the_page_is_whole_without_it(page: Page) -> None:
    page.goto("/")
    page.wait_for_selector("#map[data-drawn]")
    rows = page.locator(".places tbody tr")
    assert rows.count() == 6
    assert "Akureyri" in rows.nth(0).inner_text()


def test_a_browser_that_cannot_draw_the_map_is_told_so(page: Page) -> None:
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto("/")
    page.wait_for_selector("#map.missing")
    assert "list holds the same" in page.locator("#map").inner_text()


def test_words_places_and_days_filter_each_other(page: Page) -> None:
    page.goto("/")
    before = page.locator("h1").inner_text()
    page.locator(".facet a", has_text="attack").first.click()
    page.wait_for_url("**/?kind=attack")
    expect(page.locator("h1")).not_to_have_text(before)
    page.locator(".places a", has_text="Akureyri").first.click()
    page.wait_for_url("**/?kind=attack&place=Akureyri")
    expect(page.locator("h1")).to_have_text("1 incident")
    page.locator("#drop-kind").click()
    page.wait_for_url("**/?place=Akureyri")
    page.go_back()
    page.wait_for_url("**/?kind=attack&place=Akureyri")
    expect(page.locator(".chosen li")).to_have_count(3)


def test_the_form_asks_at_once_and_leaves_no_empty_terms(page: Page) -> None:
    page.goto("/")
    page.click(".how summary")
    page.select_option("#a-rule", "latest")
    page.wait_for_url("**/?rule=latest")
    page.fill("#a-since", "2024-03-14")
    page.locator("#a-since").blur()
    page.wait_for_url("**/?since=2024-03-14&rule=latest")
    expect(page.locator(".heading")).to_contain_text("latest")


def test_without_scripts_links_and_forms_do_the_same(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.locator(".facet a", has_text="attack").first.click()
    page.wait_for_url("**/?kind=attack")
    page.fill("#a-since", "2024-03-14")
    page.locator(".ask button").click()
    page.wait_for_url("**since=2024-03-14**")
    expect(page.locator(".chosen li")).to_have_count(3)
    context.close()


def test_the_look_can_be_chosen_and_is_kept(page: Page) -> None:
    page.goto("/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("[data-theme-switch]")
    page.click("[data-theme-switch]")
    page.reload()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_keys_alone_reach_a_filter_and_focus_is_seen(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id").startswith("w-kind"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/?kind=**")
    expect(page.locator(".chosen li")).to_have_count(2)


def test_filters_can_be_saved_and_forgotten(page: Page) -> None:
    page.goto("/?kind=attack")
    page.fill("[data-saved] input", "Attacks")
    page.click("[data-saved] form button")
    page.goto("/incidents")
    page.locator("[data-saved] a", has_text="Attacks").click()
    page.wait_for_url("**/incidents?kind=attack")
    page.click("[data-saved] li button")
    assert page.locator("[data-saved] li").count() == 0


def test_a_list_can_be_put_in_another_order(page: Page) -> None:
    page.goto("/incidents")
    page.click("#o-toll")
    page.wait_for_url("**order=toll")
    expect(page.locator("tbody tr").first).to_contain_text("118")
    expect(page.locator("th[aria-sort]")).to_contain_text("Killed")
