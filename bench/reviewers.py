"""Many reviewers at once through the real server, a `dateline read` beside them, and a kill -9 in the middle.

It starts `dateline serve --team` on a ledger of invented reports, lets reviewers accept, correct, reject, note and
take back as fast as they are answered, reads further reports into the same ledger meanwhile, kills the server (and
the reading) with signal 9 half-way, and starts them again. Then it opens the file: every judgement that was
answered with success must be in the log, once, and the ledger's checks must pass.

    python bench/reviewers.py                                  # 20 reviewers, one minute
    python bench/reviewers.py --reviewers 4 --seconds 6 --json  # the short form that the tests run
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import httpx

from dateline.ledger import Ledger, check
from dateline.workbench.team import Accounts

PASSWORD = "four plain words here"  # noqa: S105 (of invented accounts)
SAMPLES = Path(str(files("dateline") / "lexicons/samples"))
DATELINE = [sys.executable, "-m", "dateline"]
STARTS_S = 60.0
ACTS = ("accept", "correct", "reject", "note", "undo")
STATUSES = ("happened", "possible", "denied")


@dataclass
class Server:
    """The server's process, which can be killed and started again on the same port."""

    ledger: Path
    process: subprocess.Popen[str] | None = None
    address: str = ""
    kills: int = 0

    def start(self) -> None:
        """Start it, and wait until it has told its address."""
        port = self.address.rpartition(":")[2].rstrip("/") or "0"
        asked = [*DATELINE, "serve", "--team", "--no-open", "--port", port, "--ledger", str(self.ledger)]
        self.process = subprocess.Popen(asked, stdout=subprocess.PIPE, text=True)  # noqa: S603 (our own command)
        told = self.process.stdout.readline() if self.process.stdout else ""
        found = re.search(r"http://\S+", told)
        if found is None:
            msg = f"the server did not start: {told!r}"
            raise RuntimeError(msg)
        self.address = found[0]

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.kills += 1

    def end(self) -> None:
        """End it."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(30)


@dataclass
class Shift:
    """When the judging begins and ends; the time that the server is away does not count."""

    seconds: float
    begun: threading.Event = field(default_factory=threading.Event)
    until: float = 0.0

    def begin(self) -> None:
        """Let all begin."""
        self.until = time.monotonic() + self.seconds
        self.begun.set()

    @property
    def is_on(self) -> bool:
        """Whether there is time left."""
        return time.monotonic() < self.until


@dataclass
class Reviewer:
    """Somebody who judges without a pause. answered: what each judgement answered with success had for a reason."""

    name: str
    server: Server
    claims: list[str]
    shift: Shift
    ready: threading.Event = field(default_factory=threading.Event)
    answered: list[str] = field(default_factory=list)
    waits_s: list[float] = field(default_factory=list)
    other: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)

    def work(self) -> None:
        """Sign in, then judge until the time is over; after a broken connection, go on with the server that comes."""
        choose = random.Random(self.name)  # noqa: S311 (who judges what, the same in each run)
        cookies, number = self._sign_in(), 0
        self.ready.set()
        self.shift.begun.wait()
        while self.shift.is_on:
            with suppress(httpx.HTTPError), self._client(cookies) as client:
                token = _token(client, "/account")
                while self.shift.is_on:
                    number += 1
                    self._judge(client, token, choose, f"{self.name} {number}")
            time.sleep(0.05)

    def _client(self, cookies: httpx.Cookies | None = None) -> httpx.Client:
        return httpx.Client(base_url=self.server.address, cookies=cookies, timeout=120)

    def _sign_in(self) -> httpx.Cookies:
        with self._client() as client:
            form = {"name": self.name, "password": PASSWORD, "token": _token(client, "/sign-in")}
            client.post("/sign-in", data=form)
            return client.cookies

    def _judge(self, client: httpx.Client, token: str, choose: random.Random, why: str) -> None:
        act, claim = choose.choice(ACTS), choose.choice(self.claims)
        form = {"token": token, "why": why, "note": why, "status": choose.choice(STATUSES)}
        path = f"/review/claim/{claim}/{act}"
        if act == "undo":
            path = f"/review/undo/{choose.randint(1, 1 + 5 * len(self.answered))}"
        begun = time.monotonic()
        answer = client.post(path, data=form)
        self.waits_s.append(time.monotonic() - begun)
        if answer.status_code == 303:
            self.answered.append(why)
        else:  # such as correcting to what is said already, or taking back what was taken back
            self.other[str(answer.status_code)] += 1
            if answer.status_code >= 500:
                self.broken.append(_message(answer.text))


def _message(page: str) -> str:
    """What the page of an error says."""
    said = page.partition("<main")[2].partition(">")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", said).split())


def _token(client: httpx.Client, path: str) -> str:
    found = re.search(r'name="token" value="(\w+)"', client.get(path).text)
    if found is None:
        msg = f"{path} has no form"
        raise httpx.HTTPError(msg)
    return found[1]


@dataclass
class Reading:
    """A `dateline read` that goes on beside the reviewers: when it has ended, the next one begins."""

    ledger: Path
    folder: Path
    runs: int = 0
    kills: int = 0
    process: subprocess.Popen[bytes] | None = None

    def step(self) -> None:
        """Begin another run, where none is at work: with reports that were corrected since."""
        if self.process is not None and self.process.poll() is None:
            return
        self.runs += 1
        for path in sorted(self.folder.glob("*.txt"))[:3]:
            path.write_text(f"{path.read_text('utf-8')}\nCorrected {self.runs} times.\n", "utf-8")
        asked = [*DATELINE, "read", str(self.folder), "--ledger", str(self.ledger)]
        self.process = subprocess.Popen(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.kills += 1

    def end(self) -> None:
        """Let the last one finish."""
        if self.process is not None:
            self.process.wait(120)


def measure(folder: Path, reviewers: int, seconds: float) -> dict[str, object]:
    """One run: what was answered, what of it the ledger holds, and how long each answer took."""
    ledger, reports = folder / "war.ledger", folder / "reports"
    shutil.copytree(SAMPLES, reports)
    first = [*DATELINE, "read", str(reports), "--ledger", str(ledger)]
    subprocess.run(first, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 (our own command)
    with Ledger(ledger) as book:
        claims = [str(claim.id) for claim in book.claims()]
    accounts = Accounts(ledger)
    names = [f"reviewer {number}" for number in range(reviewers)]
    for name in names:
        accounts.add(name, "reviewer", PASSWORD)
    server, reading = Server(ledger), Reading(ledger, reports)
    server.start()
    shift = Shift(seconds)
    people = [Reviewer(name, server, claims, shift) for name in names]
    threads = [threading.Thread(target=person.work) for person in people]
    for thread in threads:
        thread.start()
    for person in people:
        person.ready.wait(STARTS_S * 2)
    shift.begin()
    while shift.is_on:
        reading.step()
        if shift.until - time.monotonic() < seconds / 2 and not server.kills:
            reading.kill()
            away = time.monotonic()
            server.kill()
            server.start()
            shift.until += time.monotonic() - away
        time.sleep(0.1)
    for thread in threads:
        thread.join()
    reading.end()
    server.end()
    return _told(ledger, people, server, reading)


def _told(ledger: Path, people: list[Reviewer], server: Server, reading: Reading) -> dict[str, object]:
    with Ledger(ledger) as book:
        kept = Counter(entry.why for entry in book.log())
        notes = Counter(str(entry.new) for entry in book.log() if entry.field == "note")
        wrong = [line for line in check(book) if not line.startswith("warning:")]
        entries, revisions = len(book.log()), len(book.reports())
    answered = [why for person in people for why in person.answered]
    lost = [why for why in answered if not kept[why] and not notes[why]]
    waits = sorted(wait for person in people for wait in person.waits_s)
    other = sum((person.other for person in people), Counter[str]())
    return {
        "reviewers": len(people),
        "answered": len(answered),
        "lost": len(lost),
        "twice": sum(kept[why] > 1 for why in answered),
        "kept_without_an_answer": len(set(kept) - set(answered)),
        "refused": dict(sorted(other.items())),
        "broken": sorted({one for person in people for one in person.broken}),
        "entries": entries,
        "reports": revisions,
        "kills_of_the_server": server.kills,
        "readings": reading.runs,
        "kills_of_a_reading": reading.kills,
        "median_ms": round(1000 * waits[len(waits) // 2]) if waits else None,
        "p95_ms": round(1000 * waits[int(len(waits) * 0.95)]) if waits else None,
        "wrong": wrong,
    }


def main() -> None:
    """Run, print, and end with 1 where a judgement was lost or the ledger is not sound."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--reviewers", type=int, default=20)
    asked.add_argument("--seconds", type=float, default=60.0)
    asked.add_argument("--json", action="store_true", help="print one JSON object")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), given.reviewers, given.seconds)
    if given.json:
        print(json.dumps(found))
    else:
        for name, value in found.items():
            print(f"{name.replace('_', ' '):24s} {value}")
    sys.exit(bool(found["lost"] or found["twice"] or found["wrong"]))


if __name__ == "__main__":
    main()
