"""Measure the workbench: how long every page takes to answer at a size of ledger, how large it is, when it is painted.

    python bench/pages.py war.ledger [--rounds 20]

Each page is asked as it stands and with filters that the ledger's own words make. Times are those of whole answers
over HTTP on this machine, one at a time; "worked" is the processor's time for one, client and all, which other
programs on the machine hardly change. "first" is the slowest answer of all addresses of a page, asked for the first
time right after the start; the rest is asked when the server has prepared itself, some half a minute later. Paint is
Chromium's own first contentful paint, where there is a Chromium.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

import httpx
import uvicorn

from dateline.workbench.app import create_app

SETTLED = 30  # seconds that a server has to prepare rules and queues after its start
LIMIT_MS = 150
LIMIT_PAINT_MS = 1000
LIMIT_BYTES = 500_000
FACETS = ("kind", "status", "source_type", "actor", "place")
ORDERS = ("when", "toll", "origins", "claims", "told")
COUNTED = ("killed", "injured", "displaced")
WORDS = (
    "killed",
    "prison+attack",
    "%22the+army%22",
    "wounded",
    "people",
    "market",
    "said",
    "clin*",
    "sh*",
    "kill*",
)


def main() -> int:
    """Measure, print a table, and fail where a page is over a limit."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("ledger", type=Path)
    asked.add_argument("--rounds", type=int, default=20, help="how often each address is asked")
    options = asked.parse_args()
    began = time.perf_counter()
    with serving(options.ledger) as address, httpx.Client(base_url=address, timeout=120) as client:
        print(f"{options.ledger}: ready after {time.perf_counter() - began:.1f} s")
        pages = {
            name: paths for name, paths in addresses(client).items() if paths and is_there(client, paths[0])
        }
        first = {name: max(asked_once(client, path) for path in paths) for name, paths in pages.items()}
        time.sleep(SETTLED)
        slow = [
            name
            for name, paths in pages.items()
            if not measured(client, name, paths, rounds=options.rounds, first=first[name])
        ]
        late = painted(address, pages)
    for name in (*slow, *late):
        print(f"over a limit: {name}", file=sys.stderr)
    return 1 if slow or late else 0


@contextmanager
def serving(ledger: Path) -> Iterator[str]:
    """The address of a workbench over a ledger."""
    server = uvicorn.Server(uvicorn.Config(create_app(ledger), port=0, log_level="critical"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def addresses(client: httpx.Client) -> dict[str, list[str]]:
    """Every kind of page with the addresses at which it is measured, twenty and more where it has so many."""
    asked = questions(client)
    lines = [client.get(f"/incidents.json?order=claims&start={50 * k}").json()["lines"] for k in range(5)]
    listed = [client.get(f"/claims.json?start={400 * k}").json()["rows"] for k in range(3)]
    days = [one for one in asked if one.startswith("as_of") and "&" not in one]
    ids = [line["id"] for line in (*lines[0][:20], *lines[4][:10])]
    texts = client.get("/reports.json").json()["reports"]
    reports = [one["id"] for one in sorted(texts, key=lambda one: -one["claims"])][:10]
    reports += [row["report"]["id"] for rows in listed for row in rows[:5]]
    return {
        "overview": ["/", "/?rule=ucdp", "/?rule=latest", "/?rule=acled", "/?measure=injured"],
        "overview, filtered": [f"/?{one}" for one in asked],
        "points of the map": ["/points.json", *(f"/points.json?{one}" for one in asked)],
        "incidents": [f"/incidents?order={order}&start={k}" for order in ORDERS for k in (0, 50, 1000, 5000)],
        "incidents, filtered": [f"/incidents?{one}" for one in asked],
        "claims": [
            "/claims",
            *(f"/claims?start={k}" for k in (50, 5000)),
            *(f"/claims?{one}" for one in asked),
        ],
        "reports": ["/reports", "/reports?start=500", *(f"/reports?{one}" for one in asked)],
        "places": ["/places", "/places?start=100", *(f"/places?{one}" for one in asked)],
        "search": [f"/search?words={word}" for word in WORDS],
        "an incident": [f"/incident/{id_}" for id_ in ids],
        "an incident of a day": [
            path for id_ in ids for day in days[-2:] if is_there(client, path := f"/incident/{id_}?{day}")
        ],
        "a report": [f"/report/{id_}" for id_ in dict.fromkeys(reports)],
        "a claim": [f"/claim/{row['claim']['id']}" for rows in listed for row in rows[:8]],
        "a claim to judge": [f"/review/claim/{row['claim']['id']}" for rows in listed for row in rows[:8]],
        "review": [f"/review?rule={rule}&measure={one}" for rule in ("range", "latest") for one in COUNTED],
        "exports": ["/exports", *(f"/exports?{one}" for one in asked[:20])],
        "log and rounds": ["/review/log", "/review/rounds"],
    }


def questions(client: httpx.Client) -> list[str]:
    """Filters that the ledger's own words make: each alone, and some two at a time."""
    told = client.get("/index.json").json()
    words = {facet["field"]: [one["word"] for one in facet["words"][:4]] for facet in told["facets"]}
    alone = [term(field, word) for field in FACETS for word in words.get(field, ())]
    columns = [one for one in told["timeline"]["columns"] if one["start"]]
    days = [f"since={one['start']}&until={one['end']}" for one in columns[-3:]]
    ends = [columns[len(columns) * k // 6]["end"] for k in range(1, 6)]
    past = [f"as_of={day}" for day in ends] + [f"as_of={ends[-1]}&clock=learned"]
    rest = ["rule=ucdp", "measure=injured", "has=injured", "confidence=0.8", "reviewed=no", "words=killed"]
    pairs = list(itertools.combinations([*alone[::3], days[0], past[1], *rest[3:]], 2))
    both = ["&".join(pair) for pair in pairs[:: max(1, len(pairs) // 20)]]
    return [*alone, *days, *past, *rest, *both]


def is_there(client: httpx.Client, path: str) -> bool:
    """Whether a page is served."""
    return client.get(path).status_code == 200


def term(field: str, word: str) -> str:
    """A term of an address."""
    return str(httpx.QueryParams({field: word}))


def asked_once(client: httpx.Client, path: str) -> float:
    """How long an address takes that is asked for the first time, in milliseconds."""
    began = time.perf_counter()
    client.get(path).raise_for_status()
    return (time.perf_counter() - began) * 1000


def measured(client: httpx.Client, name: str, paths: list[str], *, rounds: int, first: float) -> bool:
    """Ask a kind of page, print what it took, and tell whether it keeps the limits."""
    times: list[float] = []
    worked = time.process_time()
    largest = 0
    slowest = (0.0, "")
    for path in paths * max(1, rounds // len(paths)):
        began = time.perf_counter()
        got = client.get(path)
        took = 1000 * (time.perf_counter() - began)
        got.raise_for_status()
        times.append(took)
        slowest = max(slowest, (took, path))
        largest = max(largest, len(got.content))
    worked = 1000 * (time.process_time() - worked) / len(times)
    p50, p95 = statistics.median(times), sorted(times)[max(0, round(0.95 * len(times)) - 1)]
    print(
        f"{name:22} worked {worked:5.0f} ms   p50 {p50:5.0f} ms   p95 {p95:5.0f} ms   first {first:5.0f} ms"
        f"   {largest / 1000:4.0f} kB   slowest {slowest[1]}"
    )
    return p95 <= LIMIT_MS and (largest <= LIMIT_BYTES or name.startswith("points"))


def painted(address: str, pages: dict[str, list[str]]) -> list[str]:
    """The pages that are painted too late; none, where there is no Chromium."""
    chromium = which("chromium") or which("chromium-browser") or which("google-chrome")
    if chromium is None:
        print("there is no Chromium here: when pages are painted was not measured")
        return []
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # only where there is a browser

    paint = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
    late = []
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name in (name for name in pages if not name.startswith("points")):
            page = browser.new_page(base_url=address)
            page.goto(pages[name][0])
            # Waiting inside the page would need eval, which it forbids.
            while not (first := page.evaluate(paint)):
                page.wait_for_timeout(50)
            print(f"{name:22} first paint {first:5.0f} ms")
            late += [name] if first > LIMIT_PAINT_MS else []
            page.close()
        browser.close()
    return late


if __name__ == "__main__":
    raise SystemExit(main())
