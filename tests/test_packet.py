"""A packet and what proves it whole; and the page that opens anywhere. The sample reports are invented."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.casebook import open_casebook
from dateline.cli.app import app
from dateline.exports.forms import FORMS
from dateline.exports.page_words import toll_words
from dateline.exports.publication import Audience
from dateline.incidents.tolls import totals
from dateline.ledger import Ledger
from dateline.pipeline import read_reports
from dateline.publishing import Terms, publish, publish_packet, verify
from dateline.publishing.proving import Finding
from dateline.records import Verdict

SAMPLES = Path(str(files("dateline") / "lexicons/samples"))
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("packet") / "samples.ledger"
    with Ledger(path) as book:
        read_reports([SAMPLES], book)
        one, *_, other = book.claims()
        for claim, why in ((one, "the words of Una Brandt"), (other, "as told")):
            book.review(Verdict.ACCEPT, claim, by="Una Brandt", why=why)
    return path


@pytest.fixture(scope="module")
def packet(ledger: Path) -> Path:
    out = ledger.with_name("packet")
    with Ledger(ledger, read_only=True) as book:
        publish_packet(book, out)
    return out


@pytest.fixture
def copy(packet: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(packet, tmp_path / "copy"))


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)


def test_a_packet_holds_every_form_and_is_whole(packet: Path) -> None:
    there = {path.name for path in packet.iterdir()}
    assert {f"{form.name}{form.suffix}" for form in FORMS.values()} <= there
    assert {"review-log.jsonl", "losses.txt", "README.txt", "manifest.json", "SHA256SUMS"} <= there
    assert verify(packet).findings == ()
    listed = json.loads((packet / "manifest.json").read_text("utf-8"))
    assert {one["form"] for one in listed["loss"]} == set(FORMS)
    assert listed["left_out"] == {}


def test_the_same_ledger_gives_the_same_packet(ledger: Path, packet: Path, tmp_path: Path) -> None:
    with Ledger(ledger, read_only=True) as book:
        made = publish_packet(book, tmp_path / "again")
    assert made.fingerprint == verify(packet).fingerprint
    for path in packet.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "again" / path.relative_to(packet)).read_bytes(), (
                path.name
            )


def test_other_tools_read_the_sums(packet: Path) -> None:
    tool = shutil.which("sha256sum")
    if tool is None:
        pytest.skip("there is no sha256sum here")
    got = subprocess.run([tool, "-c", "SHA256SUMS"], cwd=packet, capture_output=True, check=False)  # noqa: S603
    assert got.returncode == 0


def flip(path: Path, at: int, bit: int = 1) -> str:
    data = bytearray(path.read_bytes())
    was = data[at]
    data[at] ^= bit
    path.write_bytes(data)
    return f"byte {at:,} (line {bytes(data[:at]).count(10) + 1}) is {data[at]:#04x}, was {was:#04x}"


@pytest.mark.parametrize(
    "name",
    ["csv/claims.csv", "xlsx.xlsx", "gpkg.gpkg", "html.html", "manifest.json", "SHA256SUMS", "README.txt"],
)
@pytest.mark.parametrize("share", [0.0, 0.4, 0.97])
def test_one_changed_byte_is_named(copy: Path, name: str, share: float) -> None:
    at = int((copy / name).stat().st_size * share)
    told = flip(copy / name, at)
    assert verify(copy).findings == (Finding(name, told),)


def test_what_is_missing_added_or_longer_is_named(copy: Path) -> None:
    (copy / "acled.csv").unlink()
    (copy / "csv" / "more.csv").write_text("x", "utf-8")
    with (copy / "losses.txt").open("a", encoding="utf-8") as file:
        file.write("more\n")
    size = (copy / "losses.txt").stat().st_size
    assert set(verify(copy).findings) == {
        Finding("acled.csv", "is missing"),
        Finding("csv/more.csv", "was added"),
        Finding("losses.txt", f"was changed: it has {size:,} bytes, had {size - 5:,}"),
    }


def test_a_missing_manifest_is_named(copy: Path) -> None:
    (copy / "manifest.json").unlink()
    assert verify(copy).findings == (Finding("manifest.json", "is missing"),)


def test_a_broken_entry_of_the_log_is_named(copy: Path) -> None:
    path = copy / "review-log.jsonl"
    first, second = path.read_text("utf-8").splitlines()
    path.write_text("\n".join((first, second.replace('"accept"', '"reject"'))) + "\n", "utf-8")
    assert Finding("review-log.jsonl", "entry 2 is not as it was hashed") in verify(copy).findings
    path.write_text(second + "\n", "utf-8")
    assert (
        Finding("review-log.jsonl", "entry 1 does not follow from the one before it") in verify(copy).findings
    )


def test_the_projects_own_log_is_whole_and_others_see_no_words_of_it(ledger: Path, packet: Path) -> None:
    assert "Brandt" not in (packet / "review-log.jsonl").read_text("utf-8")
    out = ledger.with_name("own")
    with Ledger(ledger, read_only=True) as book:
        publish_packet(book, out, terms=Terms(Audience.INTERNAL))
        log = book.log()
    rows = [json.loads(line) for line in (out / "review-log.jsonl").read_text("utf-8").splitlines()]
    assert [row["hash"] for row in rows] == [entry.hash for entry in log]
    assert rows[0]["why"] == "the words of Una Brandt"
    assert verify(out).findings == ()


def test_the_commands(ledger: Path, tmp_path: Path) -> None:
    got = run("export", "--as", "packet", "--out", tmp_path / "p", "--ledger", ledger, "--kind", "curfew")
    assert got.exit_code == 0
    fingerprint = next(line for line in got.stdout.splitlines() if line.startswith("fingerprint: ")).split()[
        1
    ]
    assert run("verify", tmp_path / "p", "--fingerprint", fingerprint).exit_code == 0
    assert run("verify", tmp_path / "p", "--fingerprint", "0" * 64).exit_code == 1
    flip(tmp_path / "p" / "csv" / "claims.csv", 99)
    got = run("verify", tmp_path / "p")
    assert got.exit_code == 1
    assert got.stdout.startswith("csv/claims.csv: byte 99 (line 1)")
    got = run("export", "--as", "csv", "--out", tmp_path / "c", "--ledger", ledger, "--audience", "internal")
    assert (got.exit_code, "nothing withheld" in got.stdout) == (0, True)
    listed = json.loads((tmp_path / "p" / "manifest.json").read_text("utf-8"))
    assert (listed["audience"], listed["asked"]) == ("public", "--kind curfew")


@pytest.fixture(scope="module")
def page(ledger: Path) -> Path:
    out = ledger.with_name("page.html")
    with Ledger(ledger, read_only=True) as book:
        return publish(book, "html", out, terms=Terms(Audience.INTERNAL)).path


def test_the_page_holds_every_incident_and_loads_nothing(ledger: Path, page: Path) -> None:
    text = page.read_text("utf-8")
    with Ledger(ledger, read_only=True) as book:
        claims = len(book.claims())
    assert text.count("<blockquote") == claims
    assert not re.search(r"""(?:src|href)=["'](?!#|https?://[^"']*["'] rel=)""", text)
    assert not re.search(r"@import|url\(|<link|<iframe|<img", text)
    assert "default-src 'none'" in text
    assert "<script>alert" not in text


def test_the_pages_totals_are_those_of_the_ledger(ledger: Path, page: Path) -> None:
    with Ledger(ledger, read_only=True) as book:
        casebook = open_casebook(book)
    text = page.read_text("utf-8")
    for measure in ("killed", "injured"):
        (row,) = totals(casebook.incidents, casebook.told, measure=measure, origins=casebook.origins)
        shown = toll_words(row.low, None, row.high)
        assert f"<b>{shown}</b><span>{measure}; of {row.silent:,} incidents" in text


def test_the_page_works_from_a_file_in_a_browser(page: Path) -> None:
    sync = pytest.importorskip("playwright.sync_api")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    if CHROMIUM is None:
        pytest.skip("there is no chromium here")
    with sync.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        shown = browser.new_page(bypass_csp=True)  # axe is put into the page by the test
        asked, said = [], []
        shown.on("request", lambda request: asked.append(request.url))
        shown.on("console", lambda message: said.append(message.text))
        shown.goto(page.as_uri())
        every = shown.locator("article:visible").count()
        shown.fill("input[name=words]", "curfew")
        some = shown.locator("article:visible").count()
        assert 0 < some < every
        assert shown.locator("output").inner_text() == f"{some} of {every} incidents shown"
        shown.fill("input[name=words]", "")
        found = axe.Axe().run(shown).response["violations"]
        shown.set_viewport_size({"width": 360, "height": 800})
        wide = shown.evaluate("document.documentElement.scrollWidth")
        browser.close()
    assert wide <= 360
    assert asked == [page.as_uri()]
    assert said == []
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
