"""A sheet in which somebody judged is read back; what does not match is refused, with the cell and what to do."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from publication_builders import STORIES, publication

from dateline.errors import UsageError
from dateline.exports.forms import form
from dateline.exports.judged import Matched, match
from dateline.exports.publication import Audience, Publication
from dateline.exports.readback import read
from dateline.records import Actor, Kind, Status, Told

MADE = publication()
Edit = Callable[["Sheet"], None]


class Sheet:
    """A sheet of a workbook, edited as a person does it: by the claim's story and the column's name."""

    def __init__(self, sheet: Any, key: str) -> None:
        self.sheet = sheet
        self.heads = [cell.value for cell in sheet[1]]
        place = self.heads.index(key) + 1
        self.rows = {sheet.cell(row, place).value: row for row in range(2, sheet.max_row + 1)}

    def put(self, story: str, column: str, value: Any) -> None:
        self.sheet.cell(self.rows[claim_of(story).claim.id], self.heads.index(column) + 1).value = value

    def at(self, story: str, column: str) -> str:
        return (
            f"{self.sheet.cell(self.rows[claim_of(story).claim.id], self.heads.index(column) + 1).coordinate}"
        )


def claim_of(story: str) -> Told:
    return next(one for one in MADE.told if one.report.id == f"r-{story}")


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("readback") / "made.xlsx"
    form("xlsx").write(MADE, path)
    return path


@pytest.fixture
def judged(workbook: Path, tmp_path: Path) -> Callable[..., Matched]:
    """What a workbook comes to after a person has edited it."""

    def go(
        *puts: tuple[str, str, Any],
        sheet: str = "claims",
        told: Iterable[Told] = MADE.told,
        by: str = "A. Reader",
        **more: Any,
    ) -> Matched:
        path = tmp_path / "edited.xlsx"
        book = load_workbook(workbook)
        edited = Sheet(book[sheet], "id" if sheet == "claims" else "claim")
        for story, column, value in puts:
            edited.put(story, column, value)
        book.save(path)
        return match(read(path), told, by=by, **more)

    return go


def test_an_unedited_sheet_decides_nothing(judged: Callable[..., Matched]) -> None:
    assert judged() == Matched((), (), 0)


def test_verdicts_and_corrections_come_back_as_values(judged: Callable[..., Matched]) -> None:
    got = judged(
        ("one-sided", "verdict", "accept"),
        ("denied", "verdict", " Reject "),
        ("denied", "why", "an old story"),
        ("denied", "by", "B. Coder"),
        ("battle", "verdict", "correct"),
        ("battle", "correct_kind", "attack"),
        ("battle", "correct_when_start", datetime(2031, 5, 7)),  # noqa: DTZ001 (as a spreadsheet has it)
        ("battle", "correct_when_end", "2031-05-08"),
        ("battle", "correct_where", "Kirkenes"),
        ("battle", "correct_lat", "69,73"),
        ("battle", "correct_lon", 30.05),
        ("battle", "correct_actors", "Hill Brigade; Coast Guard"),
        ("battle", "correct_targets", "(none)"),
        ("battle", "correct_source", "the mayor of Vardo"),
        ("battle", "correct_source_type", "government"),
        actor_of=lambda name, _: Actor(name, "found", "state_police"),
    )
    assert got.refused == ()
    by_story = {one.claim.report.removeprefix("r-"): one for one in got.decided}
    assert {story: one.verdict for story, one in by_story.items()} == {
        "one-sided": "accept",
        "denied": "reject",
        "battle": "correct",
    }
    assert (by_story["denied"].by, by_story["denied"].why) == ("B. Coder", "an old story")
    assert by_story["one-sided"].by == "A. Reader"
    values = {change.field: change.value for change in by_story["battle"].changes}
    assert (values["kind"], values["targets"]) == (Kind("attack"), ())
    assert (values["when"].start, values["when"].end, values["when"].precision) == (
        date(2031, 5, 7),
        date(2031, 5, 8),
        "span",
    )
    where = values["where"]
    assert (where.name, where.country, where.lat, where.lon) == ("Kirkenes", "NOR", 69.73, 30.05)
    assert (where.place_id, where.radius_km) == (None, None)
    assert values["actors"][0] == claim_of("battle").claim.actors[0]
    assert values["actors"][1] == Actor("Coast Guard", "found", "state_police")
    assert (values["source"].name, values["source"].type) == ("the mayor of Vardo", "government")


def test_a_new_place_has_not_the_old_ones_point(judged: Callable[..., Matched]) -> None:
    got = judged(("battle", "verdict", "correct"), ("battle", "correct_where", "Kirkenes"))
    where = got.decided[0].changes[0].value
    assert (where.name, where.lat, where.lon, where.precision.value) == ("Kirkenes", None, None, "exact")
    moved = (
        judged(("battle", "verdict", "correct"), ("battle", "correct_lat", 70.5)).decided[0].changes[0].value
    )
    assert (moved.name, moved.lat, moved.lon) == ("near Vardo", 70.5, 31.0)


def test_figures_are_corrected_and_struck(judged: Callable[..., Matched]) -> None:
    got = judged(
        ("one-sided", "verdict", "correct"),  # the last of its two figures: injured, at least 40
        ("one-sided", "correct_low", 41),
        ("one-sided", "correct_high", "60"),
        ("taken", "verdict", "correct"),
        ("taken", "correct_high", "(none)"),
        ("south", "verdict", "reject"),
        sheet="figures",
    )
    assert got.refused == ()
    made = {str(one.claim.report): one.changes[0] for one in got.decided}
    assert {one.verdict for one in got.decided} == {"correct"}
    change = made["r-one-sided"]
    assert change.figure is not None
    assert (change.figure.measure, change.figure.low) == ("injured", 40)
    assert (change.value.low, change.value.high) == (41, 60)
    assert (made["r-taken"].value.low, made["r-taken"].value.high) == (3, None)
    assert made["r-south"].value is None


REFUSALS = [
    ([("battle", "kind", "attack")], "kind", "put it back; corrections go under correct_kind"),
    ([("battle", "killed_low", 13)], "killed_low", "put it back; figures are corrected in the sheet figures"),
    ([("battle", "quote", "Other words.")], "quote", "the words are the report's"),
    ([("battle", "id", "0" * 16)], "id", "the ledger holds no claim '0000000000000000' now"),
    ([("battle", "verdict", "yes")], "verdict", "a verdict is one of accept, reject, correct"),
    ([("battle", "verdict", "correct")], "verdict", "no cell under correct_ says what is right"),
    ([("battle", "correct_kind", "attack")], "correct_kind", "but has no verdict"),
    ([("battle", "why", "because")], "why", "but has no verdict"),
    (
        [("battle", "verdict", "accept"), ("battle", "correct_kind", "attack")],
        "correct_kind",
        "the verdict is accept",
    ),
    (
        [("battle", "verdict", "correct"), ("battle", "correct_kind", "atack")],
        "correct_kind",
        "it reads 'atack'; it takes: armed_clash",
    ),
    (
        [("battle", "verdict", "correct"), ("battle", "correct_kind", "(none)")],
        "correct_kind",
        "a claim cannot be without it",
    ),
    (
        [("battle", "verdict", "correct"), ("battle", "correct_kind", "armed_clash")],
        "correct_kind",
        "says that already",
    ),
    (
        [("battle", "verdict", "correct"), ("battle", "correct_when_start", "7/5/31")],
        "correct_when_start",
        "write the day as 2024-03-12",
    ),
    (
        [("battle", "verdict", "correct"), ("battle", "correct_when_end", date(2031, 5, 1))],
        "correct_when_end",
        "an interval does not end before it starts",
    ),
    (
        [("battle", "verdict", "correct"), ("battle", "correct_lat", "north")],
        "correct_lat",
        "it takes a number, or (none)",
    ),
    (
        [("nowhere", "verdict", "correct"), ("nowhere", "correct_country", "NOR")],
        "correct_country",
        "fill in correct_where",
    ),
]


@pytest.mark.parametrize(("puts", "column", "why"), REFUSALS, ids=[f"{c}: {w[:30]}" for _, c, w in REFUSALS])
def test_a_row_that_does_not_match_is_refused_with_its_cell(
    puts: list[tuple[str, str, Any]], column: str, why: str, judged: Callable[..., Matched], workbook: Path
) -> None:
    got = judged(*puts)
    assert got.decided == ()
    assert len(got.refused) == 1
    cell = Sheet(load_workbook(workbook)["claims"], "id").at(
        "battle" if "nowhere" not in puts[0] else "nowhere", column
    )
    assert got.refused[0].at == f"claims, cell {cell} ({column})"
    assert why in got.refused[0].why


@pytest.mark.parametrize(
    ("puts", "why"),
    [
        ([("taken", "verdict", "accept")], "a figure that is right is accepted with its claim"),
        ([("taken", "verdict", "correct"), ("taken", "correct_low", 4)], "from a lower to an upper bound"),
        ([("taken", "verdict", "correct"), ("taken", "correct_low", 2.5)], "a whole number from 0 on"),
        ([("taken", "words", "three dead")], "the words are the report's"),
        ([("taken", "number", 7)], "the ledger holds no figure of the claim"),
    ],
)
def test_a_figure_that_does_not_match_is_refused(
    puts: list[tuple[str, str, Any]], why: str, judged: Callable[..., Matched]
) -> None:
    got = judged(*puts, sheet="figures")
    assert got.decided == ()
    assert why in got.refused[0].why


def test_all_that_is_wrong_is_told_at_once_and_the_rest_is_kept(judged: Callable[..., Matched]) -> None:
    got = judged(
        ("one-sided", "verdict", "accept"), ("battle", "kind", "attack"), ("south", "verdict", "perhaps")
    )
    assert [one.verdict for one in got.decided] == ["accept"]
    assert len(got.refused) == 2


def test_nobody_judges_without_a_name(judged: Callable[..., Matched]) -> None:
    got = judged(("one-sided", "verdict", "accept"), by="")
    assert got.decided == ()
    assert "give --by NAME" in got.refused[0].why


def test_two_rows_of_one_claim_are_one_too_many(workbook: Path, tmp_path: Path) -> None:
    book = load_workbook(workbook)
    sheet = Sheet(book["claims"], "id")
    sheet.put("battle", "verdict", "accept")
    row = sheet.rows[claim_of("battle").claim.id]
    book["claims"].append([cell.value for cell in book["claims"][row]])
    book.save(tmp_path / "twice.xlsx")
    got = match(read(tmp_path / "twice.xlsx"), MADE.told, by="A. Reader")
    assert len(got.decided) == 1
    assert "is judged twice" in got.refused[0].why


def later(story: str, **changes: Any) -> list[Told]:
    """The claims as they stand after the ledger has gone on."""
    return [
        replace(t, claim=replace(t.claim, **changes)) if t.report.id == f"r-{story}" else t for t in MADE.told
    ]


def test_a_ledger_that_has_gone_on_refuses_only_what_was_judged(judged: Callable[..., Matched]) -> None:
    now = later("battle", kind=Kind("attack"))
    assert judged(told=now) == Matched((), (), 4)  # the claim, and its three figures, which say its kind too
    got = judged(("battle", "verdict", "accept"), told=now)
    assert "the ledger has changed since this was exported" in got.refused[0].why
    assert got.decided == ()


def test_a_claim_that_is_gone_is_refused_only_where_it_was_judged(judged: Callable[..., Matched]) -> None:
    left = [one for one in MADE.told if one.report.id != "r-in-may"]
    assert judged(told=left) == Matched((), (), 1)
    assert "withdrawn" in judged(("in-may", "verdict", "accept"), told=left).refused[0].why


def test_a_file_that_is_read_back_twice_changes_nothing(judged: Callable[..., Matched]) -> None:
    puts = [
        ("in-may", "verdict", "correct"),
        ("in-may", "correct_status", "possible"),
        ("blame", "verdict", "reject"),
    ]
    left = [one for one in later("in-may", status=Status.POSSIBLE) if one.report.id != "r-blame"]
    got = judged(*puts, told=left, rejected=[claim_of("blame").claim.id])
    assert got == Matched((), (), 2)


def edit_csv(path: Path, change: Callable[[list[dict[str, str]]], None], **dialect: Any) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    change(rows)
    encoding = dialect.pop("encoding", "utf-8")
    with path.open("w", encoding=encoding, newline="") as file:
        out = csv.DictWriter(file, list(rows[0]), **dialect)
        out.writeheader()
        out.writerows(rows)


@pytest.mark.parametrize("country", ["as exported", "German", "American"])
def test_csv_comes_back_from_a_spreadsheet_of_any_country(country: str, tmp_path: Path) -> None:
    folder = tmp_path / "csv"
    form("csv").write(MADE, folder)

    def change(rows: list[dict[str, str]]) -> None:
        for row in rows:
            if row["id"] == claim_of("battle").claim.id:
                row["verdict"] = "accept"
            for column in ("published", "when_start", "when_end"):
                if row[column] and country != "as exported":
                    day = date.fromisoformat(row[column])
                    row[column] = (
                        f"{day:%d.%m.%Y}" if country == "German" else f"{day.month}/{day.day}/{day:%y}"
                    )
            if country == "German":
                for column in ("lat", "lon", "radius_km"):
                    row[column] = row[column].replace(".", ",")

    form_ = {"delimiter": ";", "encoding": "cp1252"} if country == "German" else {}
    edit_csv(folder / "claims.csv", change, **form_)
    for path in (folder, folder / "claims.csv"):
        got = match(read(path), MADE.told, by="A. Reader")
        assert got.refused == ()
        assert [one.verdict for one in got.decided] == ["accept"]


def test_a_formula_comes_back_as_the_words_it_was(judged: Callable[..., Matched]) -> None:
    got = judged(("formula", "verdict", "accept"))
    assert got.refused == ()
    assert got.decided[0].claim.actors[0].name.startswith("=HYPERLINK")


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (Path.absolute, "there is no file or folder"),
        (lambda path: path.write_text("no zip"), "is no Excel workbook"),
        (Path.mkdir, "has neither claims.csv nor figures.csv"),
    ],
)
def test_what_is_no_export_is_told(make: Callable[[Path], None], why: str, tmp_path: Path) -> None:
    path = tmp_path / "given.xlsx"
    make(path)
    with pytest.raises(UsageError, match=why):
        read(path)


def test_an_export_for_the_public_has_nowhere_to_judge_until_a_column_is_added(tmp_path: Path) -> None:
    made: Publication = publication(STORIES[:1], audience=Audience.PUBLIC)
    form("xlsx").write(made, tmp_path / "public.xlsx")
    with pytest.raises(UsageError, match=r"lacks verdict: .* in an export for the public you add"):
        read(tmp_path / "public.xlsx")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_workbook_that_libreoffice_saved_still_matches(workbook: Path, tmp_path: Path) -> None:
    book = load_workbook(workbook)
    Sheet(book["claims"], "id").put("battle", "verdict", "accept")
    book.save(tmp_path / "mine.xlsx")
    subprocess.run(  # noqa: S603 (our own words)
        [  # noqa: S607 (found on the path, as the skip says)
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(tmp_path / "saved"),
            str(tmp_path / "mine.xlsx"),
        ],
        capture_output=True,
        timeout=120,
        check=True,
    )
    got = match(read(tmp_path / "saved" / "mine.xlsx"), MADE.told, by="A. Reader")
    assert got.refused == ()
    assert [one.verdict for one in got.decided] == ["accept"]
