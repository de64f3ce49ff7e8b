"""The sample reports -> pictures of the workbench's pages for the documentation, light and dark, wide and narrow.

    python tools/screens.py

A real browser draws them (Chromium, which must be installed). Each picture is kept below 200 kB.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import uvicorn
from playwright.sync_api import Page, sync_playwright

from dateline.casebook.keeping import keep
from dateline.ledger import Ledger
from dateline.pipeline import read_reports
from dateline.workbench.app import create_app

FOLDER = Path(__file__).parents[1] / "docs" / "screens"
ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
MOST_BYTES = 200_000
WIDE, NARROW = (1280, 860), (390, 844)
# Name, address, size, looks; an address that the workbench does not have is left out.
SCREENS = (
    ("overview", "/", WIDE, ("light", "dark")),
    ("overview-phone", "/", NARROW, ("light",)),
    ("incidents", "/incidents?order=toll", WIDE, ("light", "dark")),
    ("claims", "/claims?kind=attack", WIDE, ("light", "dark")),
    ("reports", "/reports", WIDE, ("light",)),
    ("search", "/search?words=prison+guards", WIDE, ("light", "dark")),
    ("incident", "/incident/{id}", (1280, 1150), ("light", "dark")),
    ("incident-phone", "/incident/{id}", NARROW, ("dark",)),
    ("report", "/report/02-harbour-gazette#c1", WIDE, ("light", "dark")),
    ("report-phone", "/report/02-harbour-gazette", NARROW, ("light",)),
    ("claim", "/claim/{claim}", WIDE, ("light",)),
    ("review", "/review", WIDE, ("light", "dark")),
    ("judging", "/review/claim/{claim}", (1280, 1150), ("light", "dark")),
    ("review-phone", "/review", NARROW, ("light",)),
    ("exports", "/exports", WIDE, ("light", "dark")),
    ("empty", "/incidents?place=nowhere", WIDE, ("light",)),
    ("api", "/api", WIDE, ("light",)),
)


def main() -> int:
    """Draw every screen; those whose names are given, where there are any."""
    chromium = which("chromium") or which("chromium-browser") or which("google-chrome")
    if chromium is None:
        print("there is no Chromium on this machine; install one", file=sys.stderr)
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory() as folder,
        serving(Path(folder) / "demo.ledger") as address,
        sync_playwright() as engine,
    ):
        browser = engine.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for name, path, (width, height), looks in SCREENS:
            if sys.argv[1:] and name not in sys.argv[1:]:
                continue
            for look in looks:
                page = browser.new_page(
                    base_url=address,
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if look == "dark" else "light",
                )
                draw(page, path, FOLDER / f"{name}-{look}.png")
                page.close()
        browser.close()
    return 0


def draw(page: Page, path: str, target: Path) -> None:
    """One page as a picture, once its map is drawn, if it has one."""
    if "{" in path:  # the incident of which most is told, and its first claim
        most = page.request.get("/incidents.json?order=claims").json()["lines"][0]["id"]
        path = path.format(id=most, claim=most.removeprefix("i"))
    page.goto(path)
    if page.locator("#map").count():
        page.locator("#map").scroll_into_view_if_needed()
        page.wait_for_selector("#map[data-drawn]", timeout=60_000)
        page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(200)
    picture = page.screenshot()
    if len(picture) > MOST_BYTES:
        msg = f"{target.name} has {len(picture):,} bytes; at most {MOST_BYTES:,} are kept"
        raise SystemExit(msg)
    target.write_bytes(picture)
    print(f"{target.name}: {len(picture):,} bytes")


@contextmanager
def serving(ledger: Path) -> Iterator[str]:
    """The address of a workbench over the sample reports."""
    with Ledger(ledger) as book:
        read_reports([Path(str(files("dateline") / "lexicons/samples"))], book)
        keep(book)
    server = uvicorn.Server(uvicorn.Config(create_app(ledger), port=0, log_level="critical"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


if __name__ == "__main__":
    raise SystemExit(main())
