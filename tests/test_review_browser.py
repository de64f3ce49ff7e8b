"""The review pages in a real browser: judged by keys and by mouse, without scripts, and fit for screen readers."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from shutil import which

import pytest
from axe_playwright_python import async_playwright as axe_package
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from workbench_server import serving

from dateline.casebook.keeping import keep
from dateline.ledger import Ledger, check
from dateline.pipeline import read_reports
from dateline.records import Status, Verdict
from dateline.workbench.app import create_app

CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine")
AXE = (Path(axe_package.__file__).parent / "axe.min.js").read_text("utf-8")
WAIT_MS = 60_000


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("browser") / "demo.ledger"
    with Ledger(found) as book:
        read_reports([Path(str(files("dateline") / "lexicons/samples"))], book)
        keep(book)
    return found


@pytest.fixture(scope="module")
def address(path: Path) -> Iterator[str]:
    with serving(create_app(path)) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as engine:
        made = engine.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


def context(browser: Browser, address: str, **options: bool) -> BrowserContext:
    made = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, **options)  # type: ignore[arg-type]
    made.set_default_timeout(WAIT_MS)
    return made


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    made = context(browser, address)
    shown = made.new_page()
    wrong: list[str] = []
    shown.on("pageerror", lambda error: wrong.append(str(error)))
    shown.goto("/review")
    shown.fill("#your-name", "Ada Brook")
    shown.click("#name button")
    expect(shown.locator("#name")).to_have_count(0)
    yield shown
    made.close()
    assert wrong == []


def test_a_claim_is_judged_by_keys_alone(page: Page, path: Path) -> None:
    ids = [one.get_attribute("id") for one in page.locator(".item").all()]
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == ids[0]
    page.keyboard.press("a")
    expect(page.locator(f"#{ids[0]}")).to_have_count(0)
    page.keyboard.press("r")  # the next one in line has the focus
    expect(page.locator(f"#{ids[1]}")).to_have_count(0)
    page.keyboard.press("u")
    expect(page.locator(".recent li").first).to_contain_text("took back")
    for _ in range(20):  # until the incidents know of it, which on a busy machine takes a moment
        if page.locator(f"#{ids[1]}").count():
            break
        page.wait_for_timeout(500)
        page.reload()
    expect(page.locator(f"#{ids[1]}")).to_have_count(1)
    page.keyboard.press("?")
    expect(page.locator("#keys.shown")).to_have_count(1)
    with Ledger(path) as book:
        verdicts = [entry.verdict for entry in book.log()][-3:]
        assert verdicts == [Verdict.ACCEPT, Verdict.REJECT, Verdict.UNDO]
        assert check(book) == ()


def test_a_claim_is_corrected_by_mouse(page: Page, path: Path) -> None:
    id_ = str(page.locator(".item").nth(2).get_attribute("id")).removeprefix("q-")
    page.click(f"#q-{id_} [data-key=c]")
    page.select_option("#f-status", "possible")
    page.fill("#f-where", "Selfoss, ISL")
    page.fill("#f-why", "the words say so")
    page.click("form.correct button")
    expect(page.locator("section[aria-labelledby=h-history] li")).to_have_count(2)
    expect(page.locator(".person").first).to_contain_text("Ada Brook")
    with Ledger(path) as book:
        claim = book.claim(id_)
        assert claim.status is Status.POSSIBLE
        assert claim.where is not None
        assert claim.where.name == "Selfoss"


def test_without_scripts_all_of_it_works(browser: Browser, address: str, path: Path) -> None:
    made = context(browser, address, java_script_enabled=False)
    shown = made.new_page()
    shown.goto("/review")
    shown.fill("#your-name", "Bo Vale")
    shown.click("#name button")
    id_ = str(shown.locator(".item").first.get_attribute("id"))
    shown.click(f"#{id_} [data-key=r] button")
    expect(shown.locator(f"#{id_}")).to_have_count(0)
    made.close()
    with Ledger(path) as book:
        assert (book.log()[-1].verdict, book.log()[-1].by) == (Verdict.REJECT, "Bo Vale")


def test_screen_readers_can_use_every_review_page(page: Page, path: Path) -> None:
    with Ledger(path) as book:
        number = book.open_round([book.reports()[0].id], ("Ada Brook", "Bo Vale"), by="Cy North")
        claim = book.claims()[0]
    pages = (
        "/review",
        f"/review/claim/{claim.id}",
        "/review/log",
        "/review/rounds",
        f"/review/round/{number}",
        "/account",
    )
    for at in (*pages, "/account", f"/review/add?report={claim.report}&start=0&end=20"):
        for look in ("light", "dark"):
            page.emulate_media(color_scheme=look)
            page.goto(at)
            page.evaluate(AXE)
            found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
            serious = [one["id"] for one in found if one["impact"] in {"serious", "critical"}]
            assert serious == [], (at, look, found)
    page.set_viewport_size({"width": 390, "height": 800})
    for at in pages:
        page.goto(at)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, at
