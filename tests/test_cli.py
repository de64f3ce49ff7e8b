"""The command line: what each command prints, to which stream, and with which exit status."""

import csv
import io
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import ledger_builders as build
import pytest
from typer.testing import CliRunner, Result

from dateline import __version__
from dateline.cli import app, main
from dateline.cli.cleaning import clean, one_line
from dateline.evaluate.codings import coded
from dateline.ledger import ClaimFilter, Ledger
from dateline.ledger.passing import passes
from dateline.records import Actor, Source, SourceType

REPORT = build.report()
CLAIMS = build.claims(REPORT)
# Escape sequences, a bell, marks that turn the order of letters around, a line separator, a lone surrogate.
HOSTILE = "\x1b[2J\x1b]0;owned\x07 [bold]x[/bold] \u202egnp\u2066 \u2028 \x9b31m\x00"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "war.ledger"
    with Ledger(path) as book:
        build.read(book, REPORT, CLAIMS)
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(
        app, [str(word) for word in words], env={"COLUMNS": "100"}, catch_exceptions=False
    )


def edge(monkeypatch: pytest.MonkeyPatch, *words: object) -> object:
    """The exit status of the whole program."""
    monkeypatch.setattr(sys, "argv", ["dateline", *map(str, words)])
    with pytest.raises(SystemExit) as left:
        main()
    return left.value.code


def test_version() -> None:
    assert run("--version").stdout == f"dateline {__version__}\n"


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        (["reports"], ["vardo-1", "2031-05-04", "Shells fall on Vardo market", "The Vardo Post", "3"]),
        (
            ["claims"],
            ["2031-05-03", "Vardo, NOR", "shelling", "Hill Brigade →", "killed at least", "nurse, via"],
        ),
        (["claims", "--kind", "denial"], ["denial", "(denied)", "Hill Brigade"]),
        (["figures"], ["killed at least", "injured about", "displaced about", "families"]),
        (["figures", "--measure", "injured"], ["injured about"]),
        (["claims", "--as-of", "2031-05-04"], ["shelling"]),
        (["figures", "--as-of", "2031-05-04", "--clock", "said"], ["killed at least"]),
        (["faults"], ["mentions.date_unclear", "no day can be told", "vardo-1, at "]),
        (["show", "vardo-1"], ["⟦Shells hit the market", "⟧[1]", "[3] displacement (ongoing)"]),
        (["show", "var"], ["⟦Shells hit the market"]),
        (
            ["why", CLAIMS[0].id[:8]],
            ["⟦Shells fall on Vardo market⟧", "place.nearest", "“Vardo”", "via Lantern"],
        ),
    ],
)
def test_a_command_shows(ledger: Path, words: list[str], shows: list[str]) -> None:
    got = run(*words, "--ledger", ledger)
    assert got.exit_code == 0
    assert got.stderr == ""
    assert [word for word in shows if word not in got.stdout] == []


@pytest.mark.parametrize("command", ["reports", "claims", "figures"])
@pytest.mark.parametrize(("clock", "before"), [("said", "2031-05-03"), ("learned", "2020-01-01")])
def test_nothing_is_told_before_its_day(ledger: Path, command: str, clock: str, before: str) -> None:
    got = run(command, "--as-of", before, "--clock", clock, "--ledger", ledger)
    assert (got.exit_code, len(got.stdout.splitlines())) == (0, 2)  # the head of a table without a row


def test_files_without_a_ledger_have_one_clock(tmp_path: Path) -> None:
    path = tmp_path / "vardo.txt"
    path.write_text(
        "Published: 4 May 2031\n\nShells killed 28 people in Oslo on Monday, a doctor said.", "utf-8"
    )
    assert "killed 28" in run("figures", path, "--as-of", "2031-05-04").stdout
    assert "killed 28" not in run("figures", path, "--as-of", "2031-05-03").stdout


@pytest.mark.parametrize("command", ["claims", "figures"])
def test_ids_can_be_copied(ledger: Path, command: str) -> None:
    assert CLAIMS[0].id[:8] in run(command, "--ledger", ledger).stdout


@pytest.mark.parametrize("command", ["reports", "claims", "figures", "faults"])
def test_tables_keep_to_the_width(ledger: Path, command: str) -> None:
    assert max(map(len, run(command, "--ledger", ledger).stdout.splitlines())) <= 100


@pytest.mark.parametrize("command", ["claims", "figures"])
def test_a_terminal_of_80_columns_breaks_no_common_word(ledger: Path, command: str) -> None:
    got = CliRunner().invoke(app, [command, "--ledger", str(ledger)], env={"COLUMNS": "80"})
    assert max(map(len, got.stdout.splitlines())) <= 80
    for word in ("displacement", "2031-05-03", "Post", CLAIMS[0].id[:8]):
        assert re.search(rf"{word}(?![a-z0-9])", got.stdout), word


FILTERS: list[tuple[dict[str, str], list[int]]] = [
    ({}, [0, 1, 2]),
    ({"kind": "shelling"}, [0]),
    ({"status": "ongoing"}, [2]),
    ({"place": "vard"}, [0]),
    ({"place": "swe"}, [2]),
    ({"since": "2031-05-04"}, [2]),
    ({"until": "2031-05-02"}, [2]),
    ({"since": "2031-05-03", "until": "2031-05-03"}, [0, 2]),
    ({"source": "brigade"}, [1]),
    ({"actor": "hill"}, [0, 1]),
    ({"target": "trader"}, [0]),
    ({"measure": "displaced"}, [2]),
    ({"report": "vardo-1"}, [0, 1, 2]),
    ({"report": "vardo-2"}, []),
]


@pytest.mark.parametrize(("asked", "kept"), FILTERS, ids=str)
def test_filters(ledger: Path, asked: dict[str, str], kept: list[int]) -> None:
    options = [word for name, value in asked.items() for word in (f"--{name}", value)]
    got = run("claims", "--format", "jsonl", "--ledger", ledger, *options)
    (line,) = got.stdout.splitlines()
    assert [c["id"] for c in json.loads(line)["claims"]] == [CLAIMS[k].id for k in kept]


@pytest.mark.parametrize(("asked", "kept"), FILTERS, ids=str)
def test_files_and_ledgers_are_filtered_alike(asked: dict[str, str], kept: list[int]) -> None:
    from datetime import date

    days = {name: date.fromisoformat(asked[name]) for name in ("since", "until") if name in asked}
    words = {name: value for name, value in asked.items() if name not in days}
    wanted = ClaimFilter(**words, **days)  # type: ignore[arg-type]  # words and days are apart
    assert [k for k, claim in enumerate(CLAIMS) if passes(claim, wanted)] == kept


def test_json_lines_are_what_coders_exchange(ledger: Path) -> None:
    line = json.loads(run("claims", "--format", "jsonl", "--ledger", ledger).stdout)
    assert line["id"] == "vardo-1"
    assert [c.kind for c in coded(line["claims"])] == ["shelling", "denial", "displacement"]


def test_csv_has_a_row_a_claim(ledger: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("claims", "--format", "csv", "--ledger", ledger).stdout)))
    assert [row["kind"] for row in rows] == ["shelling", "denial", "displacement"]
    assert (rows[0]["killed_low"], rows[0]["killed_high"]) == ("28", "")


def test_agree(ledger: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours.jsonl"
    ours.write_text(run("claims", "--format", "jsonl", "--ledger", ledger).stdout, "utf-8")
    assert json.loads(run("agree", ours, ours, "--json").stdout)["row"] == 1.0
    assert "1.000" in run("agree", ours, ours).stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["reports", "--ledger", "none.ledger"], "no ledger"),
        (["claims", "--kind", "bombng", "--ledger", "LEDGER"], "did you mean bombing?"),
        (["claims", "--status", "xyz", "--ledger", "LEDGER"], "there are happened"),
        (["why", "zzz", "--ledger", "LEDGER"], "no claim 'zzz'"),
        (["show", "zzz", "--ledger", "LEDGER"], "no report 'zzz'"),
        (["read", "no-such-folder"], "no file or folder no-such-folder"),
        (["evaluate", "poems", "."], "there are: ledger"),
        (["agree", "nothing", "nothing"], "no file or folder nothing"),
        (["claims", "--as-of", "2031-05-04", "--clock", "learned", __file__], "--clock learned asks"),
        (["claims", "--as-of", "soon"], "'soon' is no day"),
        (["claims", "--since", "May"], "'May' is no day"),
        (["frob"], "frob"),
    ],
)
def test_misuse_is_told_and_exits_2(
    ledger: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    words: list[str],
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert edge(monkeypatch, *(ledger if word == "LEDGER" else word for word in words)) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert says in err


@pytest.mark.parametrize(
    "words", [["reports"], ["claims"], ["figures"], ["faults"], ["show", "vardo-1"], ["why"]]
)
def test_no_control_of_a_report_reaches_the_terminal(tmp_path: Path, words: list[str]) -> None:
    text = build.TEXT.replace("Vardo market", f"Vardo{HOSTILE} market")
    bad = replace(build.report(text=text), headline=f"Vardo {HOSTILE}", publisher=HOSTILE)
    claim = replace(
        build.denial(bad),
        actors=(Actor(f"Hill {HOSTILE}"),),
        source=Source(f"nurse {HOSTILE}", SourceType("medical")),
        evidence=build.span(bad, f"Shells fall on Vardo{HOSTILE}"),
    )
    path = tmp_path / "bad.ledger"
    with Ledger(path) as book:
        build.read(book, bad, (claim,))
    got = run(*words, *([claim.id] if words == ["why"] else []), "--ledger", path)
    assert got.exit_code == 0
    assert [letter for letter in got.stdout if letter != "\n" and not letter.isprintable()] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\tb\nc", "a\tb\nc"),
        ("\x1b[31m", "␛[31m"),
        ("\u202eabc\u202c", "�abc�"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\x9b\ud800", "��"),
        ("Ślązak – “ja”", "Ślązak – “ja”"),
    ],
)
def test_clean(text: str, shown: str) -> None:
    assert clean(text) == shown
    assert len(clean(text)) == len(text)


def test_one_line() -> None:
    assert one_line(" two\r\n  lines\x07 ") == "two lines␇"


def test_help_loads_nothing_heavy() -> None:
    heavy = ("spacy", "sqlalchemy", "pandas", "numpy", "trafilatura", "rich", "alembic")
    code = f"import sys, dateline.cli; print(*(m for m in {heavy} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # our own words
    assert done.stdout.split() == []
