"""The trip's own work: ids told apart, processes side by side, what a run counts; laws of the whole."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

import pytest

import dateline
from dateline.errors import LedgerError
from dateline.ledger import ClaimFilter, Ledger, check, dump
from dateline.pipeline import Reading, read_files, read_reports
from dateline.records import Claim, Fault

SAMPLES = Path(str(files("dateline") / "lexicons" / "samples"))
TEXT = "Published: 2024-03-14\n\nGunmen killed {} men in Akureyri on Monday, police said.\n"


def write(folder: Path, name: str, number: str) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(TEXT.format(number))
    return path


def claims_of(paths: list[Path], jobs: int = 1) -> dict[str, tuple[Claim, ...]]:
    items = list(read_files(paths, jobs=jobs))
    assert not [item for item in items if isinstance(item, Fault)]
    return {item.report.id: item.claims for item in items if isinstance(item, Reading)}


@pytest.fixture(scope="module")
def samples() -> list[Reading]:
    return [item for item in read_files([SAMPLES]) if isinstance(item, Reading)]


def test_two_reports_with_one_id_are_both_kept(tmp_path: Path) -> None:
    folders = [
        write(tmp_path, f"{name}/monday.txt", number).parent for name, number in (("a", "2"), ("b", "9"))
    ]
    with Ledger(tmp_path / "x.ledger") as book:
        first = read_reports(folders, book)
        assert (first.reports, first.faults, first.withdrawn) == (2, 1, 0)
        assert [f.low for _, f in book.figures()] == [2, 9]
        assert [fault.code for fault in book.faults()] == ["reports.same_id"]
        again = read_reports(folders, book)
        assert (again.reports, again.skipped) == (0, 2)
        assert [fault.code for fault in book.faults()] == ["reports.same_id"]


def test_the_same_report_twice_is_read_once(tmp_path: Path) -> None:
    paths = [write(tmp_path, "a/monday.txt", "2"), write(tmp_path, "b/monday.txt", "2")]
    assert list(claims_of(paths)) == ["monday"]


def test_a_changed_text_withdraws_and_says_so(tmp_path: Path) -> None:
    path = write(tmp_path, "monday.txt", "2")
    with Ledger(tmp_path / "x.ledger") as book:
        read_reports([path], book)
        write(tmp_path, "monday.txt", "9")
        assert read_reports([path], book).withdrawn == 1
        assert [f.low for _, f in book.figures()] == [9]
        assert len(book.claims(ClaimFilter(include_withdrawn=True))) == 2


def test_a_mended_file_has_no_fault_any_more(tmp_path: Path) -> None:
    folder, other = tmp_path / "in", tmp_path / "in-other"
    for place in (folder, other):
        place.mkdir()
        (place / "a.txt").write_text("")
    with Ledger(tmp_path / "x.ledger") as book:
        read_reports([folder, other], book)
        write(tmp_path, "in/a.txt", "2")
        assert read_reports([folder], book).faults == 0
        assert [fault.about for fault in book.faults()] == [str(other / "a.txt")]
        assert len(book.faults(include_withdrawn=True)) == 2


# --- laws of the whole trip


def test_evidence_and_figures_lie_in_their_own_report(samples: list[Reading]) -> None:
    for reading in samples:
        text = reading.report.text
        for claim in reading.claims:
            spans = [claim.evidence, *claim.also, *(figure.span for figure in claim.figures)]
            spans += [decision.span for decision in claim.decisions if decision.span]
            assert all(span.report == reading.report.id and span.end <= len(text) for span in spans)
            assert claim.evidence.of(text).strip() == claim.evidence.of(text) != ""
            told = (claim.evidence, *claim.also)
            assert all(any(words.covers(figure.span) for words in told) for figure in claim.figures)


def test_every_field_says_what_decided_it(samples: list[Reading]) -> None:
    for reading in samples:
        for claim in reading.claims:
            decided = {decision.field for decision in claim.decisions}
            said = {"kind", "status", "source"} | {name for name in ("when", "where") if getattr(claim, name)}
            assert said <= decided, claim


def test_no_two_claims_have_one_id(samples: list[Reading]) -> None:
    ids = [claim.id for reading in samples for claim in reading.claims]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_reports_changes_nothing(samples: list[Reading], seed: int) -> None:
    paths = sorted(SAMPLES.iterdir())
    random.Random(seed).shuffle(paths)  # noqa: S311  # no secret
    assert claims_of(paths) == {reading.report.id: reading.claims for reading in samples}


def test_two_processes_give_the_same_claims_in_the_same_order(samples: list[Reading]) -> None:
    found = claims_of([SAMPLES], jobs=2)
    assert list(found.items()) == [(reading.report.id, reading.claims) for reading in samples]


def test_reading_twice_changes_nothing(tmp_path: Path) -> None:
    with Ledger(tmp_path / "x.ledger") as book:
        assert read_reports([SAMPLES], book).skipped == 0
        before = dump(book)
        assert read_reports([SAMPLES], book).skipped == 9
        assert dump(book) == before
        assert list(check(book)) == []


def test_a_text_moved_down_moves_every_span(samples: list[Reading]) -> None:
    """Blank lines above a text are no words: the claims stay, each so much further down."""
    report = samples[0].report
    text, blank = report.text, "\n\n\n"

    def read(words: str) -> list[tuple[str, int, int]]:
        found = dateline.claims(words, published="2024-03-13")
        return [(c.kind, c.evidence.start, c.evidence.end) for c in found]

    assert read(blank + text) == [(kind, b + len(blank), e + len(blank)) for kind, b, e in read(text)]


def test_the_seed_of_hashes_changes_no_byte() -> None:
    words = [sys.executable, "-m", "dateline", "claims", "--format", "jsonl", str(SAMPLES)]

    def printed(seed: str) -> bytes:
        own = os.environ | {"PYTHONHASHSEED": seed}
        return subprocess.run(words, env=own, capture_output=True, check=True).stdout  # noqa: S603  # our own words

    one = printed("0")
    assert len(one.splitlines()) == 9
    assert one == printed("4711")


# --- what ends a run early


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
@pytest.mark.parametrize(
    ("stop", "jobs", "status"), [("SIGINT", "1", 130), ("SIGINT", "2", 130), ("SIGKILL", "1", -9)]
)
def test_what_was_read_is_kept_when_a_run_ends_early(
    tmp_path: Path, stop: str, jobs: str, status: int
) -> None:
    count = 400
    lines = (json.dumps({"id": f"r{k}", "text": TEXT.format(k + 2)}) for k in range(count))
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    path = tmp_path / "x.ledger"
    words = [sys.executable, "-m", "dateline", "read", str(tmp_path), "--ledger", str(path), "--jobs", jobs]
    with subprocess.Popen(words, stderr=subprocess.PIPE, start_new_session=True) as run:  # noqa: S603  # our own words
        _wait_for_a_report(path)
        os.killpg(run.pid, getattr(signal, stop))
        _, said = run.communicate(timeout=60)
    assert run.returncode == status
    assert status < 0 or b"stopped; what was read is in" in said
    with Ledger(path) as book:
        held = len(book.reports())
        assert 0 < held < count
        assert len(book.claims()) == held
        assert list(check(book)) == []


def _wait_for_a_report(path: Path) -> None:
    for _ in range(600):
        time.sleep(0.05)
        # Until its tables are made it is no ledger yet.
        with suppress(LedgerError), Ledger(path, create=False, read_only=True) as book:
            if len(book.reports()):
                return
    pytest.fail("nothing was read in half a minute")
