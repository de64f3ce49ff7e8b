"""`dateline gazetteer build`: what becomes of a dump's rows, going on after a kill, refusing what is no dump."""

from __future__ import annotations

import gzip
import shutil
import signal
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dateline.cli import app
from dateline.errors import DatelineError, LexiconError, UsageError
from dateline.lexicons import gazetteer_dump, gazetteer_overlay, load
from dateline.lexicons.gazetteer import Gazetteer, Place, open_gazetteer
from dateline.lexicons.gazetteer_dump import build
from dateline.lexicons.geonames_rows import PlaceReader, divisions_in, features, is_name

# What dateline ships, in small: a country, a division with its reach, a town of another country, one of Congo.
SHIPPED = gzip.compress(
    b"iso:ISL\tIceland\tISL\t\t65\t-19\tn\t370000\t900\t180\t\n"
    b"900\tEastland\tISL\t\t65.5\t-14.5\t1\t\t\t77\tosten\n"
    b"5\tFarland Town\tNOR\t\t69\t23\tc\t12000\t\t\t\n"
    b"6\tOld Town\tISL\t\t64\t-21\tc\t12000\t\t\t\n"
)
# id, name, alternate names, lat, lon, class and code, country, admin1, admin2, people
ROWS: list[tuple[Any, ...]] = [
    (900, "Austurland", "Eastland", 65.1, -14.1, "A", "ADM1", "IS", "01", "", 0),
    (901, "Norðurþing", "", 66, -17, "A", "ADM2", "IS", "01", "0101", 0),
    (
        902,
        "Seyðisfjörður",
        "Seydisfjord,Сейдисфьордюр,SEY",
        65.26,
        -14.0,
        "P",
        "PPL",
        "IS",
        "01",
        "0101",
        700,
    ),
    (903, "Brenndur", "", 65.3, -14.2, "P", "PPLQ", "IS", "01", "", 0),
    (904, "Harbour Quarter", "", 65.27, -14.01, "P", "PPLX", "IS", "01", "0101", 0),
    (905, "Grettir Airfield", "", 65.4, -14.3, "S", "AIRF", "IS", "01", "", 0),
    (906, "Field", "", 65.4, -14.3, "S", "AIRF", "IS", "01", "", 0),
    (907, "Long Creek", "", 65.4, -14.3, "H", "STM", "IS", "01", "", 0),
    (908, "Viðey", "", 64.16, -21.85, "T", "ISL", "IS", "", "", 0),
    (909, "Nowhere", "", 1.0, 1.0, "P", "PPL", "ZZ", "", "", 0),
    (910, "Сейдис", "", 65.0, -14.0, "P", "PPL", "IS", "", "", 0),
    (911, "Ar Rawdah", "", 36.0, 40.0, "P", "PPL", "SY", "", "", 300),
]
NAMES = [
    "1\t902\ten\tSeydis Harbour\t1\t\t\t\t\t",
    "2\t902\ten\tOld Seydis\t1\t\t\t1\t\t",
    "3\t902\tlink\thttps://example.org/seydis\t\t\t\t\t\t",
    "4\t902\tfr\tPort-Seydis\t\t\t\t\t\t",
    "5\t907\ten\tUnkept Creek\t\t\t\t\t\t",
]


def line(row: tuple[Any, ...]) -> str:
    ident, name, others, lat, lon, first, code, land, admin1, admin2, people = row
    fields = [
        ident,
        name,
        name,
        others,
        lat,
        lon,
        first,
        code,
        land,
        "",
        admin1,
        admin2,
        "",
        "",
        people,
        "",
        5,
    ]
    return "\t".join(map(str, [*fields, "Atlantic/Reykjavik", "2024-05-17"]))


def write(
    folder: Path, name: str = "allCountries", rows: list[str] | None = None, *, zipped: bool = True
) -> Path:
    text = "".join(f"{told}\n" for told in (rows if rows is not None else map(line, ROWS)))
    if not zipped:
        (folder / f"{name}.txt").write_text(text, "utf-8")
        return folder / f"{name}.txt"
    with zipfile.ZipFile(folder / f"{name}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "Readme\n" * 2000)
        archive.writestr(f"{name}.txt", text)
    return folder / f"{name}.zip"


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer_overlay, "shipped", lambda _: SHIPPED)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    folder = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gazetteer_overlay, "shipped", lambda _: SHIPPED)
        build(write(folder), None, folder / "own.gazetteer", processes=1)
    return open_gazetteer(folder / "own.gazetteer")


def only(gazetteer: Gazetteer, name: str) -> Place:
    found = gazetteer.lookup(name)
    assert len(found) == 1, name
    return found[0]


def test_a_town_has_its_facts_and_its_divisions(built: Gazetteer) -> None:
    want = Place("gn:902", "Seydisfjordur", "ISL", "gn:900", 65.26, -14.0, "city", 700, "gn:901", 0.0)
    assert built.place("gn:902") == want
    for name in ("Seyðisfjörður", "seydisfjordur", "Seydisfjord"):
        assert only(built, name) == want


@pytest.mark.parametrize(
    ("name", "kind", "radius"),
    [
        ("Brenndur", "city", 0),
        ("Harbour Quarter", "area", 0),
        ("Grettir Airfield", "site", 3),
        ("Videy", "region", 20),
        ("Nordurthing", "admin2", 20),
    ],
)
def test_features_become_kinds(built: Gazetteer, name: str, kind: str, radius: float) -> None:
    place = only(built, name)
    assert (place.kind, place.radius_km) == (kind, radius)


@pytest.mark.parametrize("name", ["Long Creek", "Field", "Nowhere", "Сейдис", "Old Town", "SEY"])
def test_what_is_left_out(built: Gazetteer, name: str) -> None:
    assert built.lookup(name) == ()


def test_what_dateline_ships_is_laid_over_it(built: Gazetteer) -> None:
    east = only(built, "Eastland")
    assert (east.id, east.lat, east.radius_km) == ("gn:900", 65.5, 77.0)
    assert only(built, "Osten") == east
    assert built.lookup("Austurland") == (east,)
    assert only(built, "Iceland").id == "iso:ISL"
    assert built.capital("ISL") == east
    assert only(built, "Farland Town").country == "NOR", (
        "a country that the dump does not cover keeps its places"
    )
    assert built.lookup("al-Hol camp")[0].id == "dl:al-hol-camp-syr"


def test_articles_and_spellings(built: Gazetteer) -> None:
    assert only(built, "al-Rawda").id == "gn:911"
    assert [p.id for p in built.similar("Rawdha", ["SYR"])] == ["gn:911"]


def test_alternate_names_and_the_preferred_one(tmp_path: Path) -> None:
    names = write(tmp_path, "alternateNamesV2", NAMES)
    got = build(write(tmp_path), names, tmp_path / "own", processes=1)
    own = open_gazetteer(tmp_path / "own")
    assert got.lines == len(ROWS) + len(NAMES)
    assert {only(own, name).name for name in ("Port-Seydis", "Old Seydis", "Seydisfjordur")} == {
        "Seydis Harbour"
    }
    assert own.lookup("Seydisfjord") == (), "the main table's own list is not read then"
    assert own.lookup("Unkept Creek") == ()
    own.close()


def tables(path: Path) -> dict[str, list[Any]]:
    """All that a gazetteer answers from."""
    db = sqlite3.connect(path)
    try:
        names = ("place", "key", "bones", "capital")
        return {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in names}  # noqa: S608  # our own
    finally:
        db.close()


def many(count: int) -> list[str]:
    return [
        line((1000 + n, f"Town {n}", f"Village {n}", 64, -20, "P", "PPL", "IS", "", "", n))
        for n in range(count)
    ]


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("processes", [1, 2])
def test_the_same_dump_makes_the_same_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int, zipped: bool
) -> None:
    monkeypatch.setattr("dateline.lexicons.geonames.BLOCK", 4096)
    one, two = tmp_path / "one", tmp_path / "two"
    build(write(tmp_path, rows=many(300)), None, one, processes=1)
    build(write(tmp_path, rows=many(300), zipped=zipped), None, two, processes=processes)
    assert tables(one) == tables(two)
    assert [path.name for path in tmp_path.iterdir() if path.suffix in {".work", ".part"}] == []


KILLED = """
import os, signal, sys
from pathlib import Path
from dateline.lexicons import gazetteer_dump, gazetteer_overlay, geonames

def stop(step, done, total):
    if step == sys.argv[3] and done >= total // 2:
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    geonames.BLOCK, gazetteer_dump.COMMIT_BLOCKS = 4096, 2
    gazetteer_overlay.shipped = lambda _: Path(sys.argv[4]).read_bytes()
    gazetteer_dump.build(Path(sys.argv[1]), None, Path(sys.argv[2]), processes=1, progress=stop)
"""


@pytest.mark.parametrize("step", ["places", "sorting names"])
def test_a_killed_build_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    monkeypatch.setattr("dateline.lexicons.geonames.BLOCK", 4096)
    dump, out, script = write(tmp_path, rows=many(400)), tmp_path / "own", tmp_path / "kill.py"
    script.write_text(KILLED)
    (tmp_path / "shipped").write_bytes(SHIPPED)
    words = [sys.executable, *map(str, (script, dump, out, step, tmp_path / "shipped"))]
    done = subprocess.run(words, check=False, capture_output=True)  # noqa: S603  # our own words
    assert done.returncode == -signal.SIGKILL
    assert not out.exists()
    told: list[tuple[str, int]] = []
    build(dump, None, out, processes=1, progress=lambda name, at, _: told.append((name, at)))
    assert "divisions" not in {name for name, _ in told}, "a step that is done is not done again"
    first = next((at for name, at in told if name == "places"), None)
    assert first is None or first > 4096 * 2, "what was committed is not read again"
    assert (first is None) == (step == "sorting names")
    build(dump, None, tmp_path / "whole", processes=1)
    assert tables(out) == tables(tmp_path / "whole")


def test_another_dump_begins_anew(tmp_path: Path) -> None:
    def stop(step: str, _done: int, _total: int) -> None:
        if step == "sorting names":
            raise KeyboardInterrupt

    out = tmp_path / "own"
    with pytest.raises(KeyboardInterrupt):
        build(write(tmp_path, rows=many(3)), None, out, processes=1, progress=stop)
    build(write(tmp_path, rows=many(2)), None, out, processes=1)
    own = open_gazetteer(out)
    assert [len(own.lookup(name)) for name in ("Town 1", "Town 2")] == [1, 0]
    own.close()


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["gazetteer", "build", *map(str, words)], catch_exceptions=False)


def test_the_command_builds_and_tells(tmp_path: Path) -> None:
    got = run(write(tmp_path), "--out", tmp_path / "own")
    assert got.exit_code == 0
    assert f"use it with --gazetteer {tmp_path / 'own'}" in got.stdout
    assert got.stderr == ""


def test_malformed_lines_are_left_out_and_told(tmp_path: Path) -> None:
    rows = [*map(line, ROWS), "7\ttoo few", line((8, "X Town", "", 99, 0, "P", "PPL", "IS", "", "", 0))]
    rows.append(line((9, "Y Town", "", 1, 0, "P", "PPL", "IS", "", "", "many")))
    got = run(write(tmp_path, rows=rows), "--out", tmp_path / "own")
    assert got.exit_code == 1
    assert "3 malformed lines were left out" in got.stderr
    assert f"line {len(ROWS) + 1}: 2 columns, not 19" in got.stderr
    assert "the point 99 0 is not on earth" in got.stderr
    assert (tmp_path / "own").exists()


def spoil(folder: Path, how: str) -> Path:
    path = write(folder, rows=many(2000))
    if how == "cut":
        path.write_bytes(path.read_bytes()[:-500])
    elif how == "damaged":
        data = bytearray(path.read_bytes())
        data[len(data) // 2 : len(data) // 2 + 200] = bytes(200)
        path.write_bytes(data)
    elif how == "names":
        path = write(folder, "alternateNamesV2", NAMES)
    elif how == "empty":
        path = write(folder, rows=[], zipped=False)
    elif how == "no table":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("photo.jpg", b"x")
    elif how == "none":
        path.unlink()
    return path


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("cut", "cut short; download allCountries.zip again from https://"),
        ("damaged", "is damaged or cut short"),
        ("names", "has 10 columns where GeoNames' main table has 19"),
        ("empty", "has no lines where GeoNames' main table has 19"),
        ("no table", "holds photo.jpg, and no table of GeoNames"),
        ("none", "there is no file"),
    ],
)
def test_what_is_no_dump_is_refused(tmp_path: Path, how: str, told: str) -> None:
    with pytest.raises(DatelineError, match=told):
        build(spoil(tmp_path, how), None, tmp_path / "own", processes=1)
    assert not (tmp_path / "own").exists()


def test_a_second_table_must_be_the_names(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="has 19 columns where GeoNames' table of alternate names has 10"):
        build(write(tmp_path), write(tmp_path), tmp_path / "own", processes=1)


def test_a_disk_without_room_is_told_before_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 10))
    with pytest.raises(UsageError, match="make room, or give another place with --out"):
        build(write(tmp_path), None, tmp_path / "own", processes=1)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no folder"):
        build(write(tmp_path), None, tmp_path / "none" / "own", processes=1)


def test_two_builds_of_one_file_do_not_meet(tmp_path: Path) -> None:
    dump, out = write(tmp_path), tmp_path / "own"
    met: list[str] = []

    def again(step: str, _done: int, _total: int) -> None:
        if step == "sorting names":
            with pytest.raises(LexiconError, match="another build may be writing it"):
                build(dump, None, out, processes=1)
            met.append(step)

    build(dump, None, out, processes=1, progress=again)
    assert met
    assert open_gazetteer(out).lookup("Brenndur")


def test_divisions_are_found_at_the_ends_of_a_block() -> None:
    block = "\n".join([line(ROWS[0]), line(ROWS[2]), line(ROWS[1])]).encode()
    assert dict(divisions_in(block)) == {"IS.01": 900, "IS.01.0101": 901}


def test_a_line_that_is_not_utf8_spoils_no_other() -> None:
    rows = [line(ROWS[2]).encode(), b"\xff\xfe", line(ROWS[3]).encode()]
    made = PlaceReader({}, other_names=True).read(b"\n".join(rows))
    assert [row[0] for row in made.places] == [902, 903]
    assert [number for number, _ in made.wrong] == [1]


@pytest.mark.parametrize(
    ("other", "kept"),
    [("Kobani", True), ("KBN", False), ("kobani", False), ("Кобани", False), ("Ab", False), ("Kobanê", True)],
)
def test_which_other_names_are_kept(other: str, kept: bool) -> None:
    assert is_name(other) is kept


def test_every_feature_has_one_kind_and_a_reason() -> None:
    codes = [code for entry in load("geonames")["feature"] for code in entry["codes"]]
    assert len(codes) == len(set(codes)) == len(features())
    assert all(entry["why"] for entry in load("geonames")["feature"])
    assert {f.kind for f in features().values()} <= {"city", "area", "site", "region", "admin1", "admin2"}


def test_steps_are_told_in_order(tmp_path: Path) -> None:
    told: list[str] = []
    build(write(tmp_path), None, tmp_path / "own", processes=1, progress=lambda step, *_: told.append(step))
    assert list(dict.fromkeys(told)) == [step for step in gazetteer_dump.STEPS if step != "other names"]


def test_about_tells_what_a_gazetteer_was_built_from(tmp_path: Path) -> None:
    build(write(tmp_path), None, tmp_path / "own", processes=1)
    got = CliRunner().invoke(app, ["about", "--gazetteer", str(tmp_path / "own")], catch_exceptions=False)
    assert "allCountries.zip (crc32 " in got.stdout
    assert "0 malformed lines left out" in got.stdout
    assert "another dateline" not in got.stdout
    with sqlite3.connect(tmp_path / "own") as db:
        db.execute("UPDATE about SET value = 'older' WHERE fact = 'reviewed'")
    db.close()
    got = CliRunner().invoke(app, ["about", "--gazetteer", str(tmp_path / "own")], catch_exceptions=False)
    assert "build it again to bring in the ones of this" in got.stdout


def test_what_is_built_already_is_left_as_it_is(tmp_path: Path) -> None:
    rows = [*map(line, ROWS), "7\ttoo few"]
    first = build(write(tmp_path, rows=rows), None, tmp_path / "own", processes=1)
    told: list[str] = []
    again = build(
        tmp_path / "allCountries.zip", None, tmp_path / "own", progress=lambda step, *_: told.append(step)
    )
    assert told == []
    assert again == first
    assert again.wrong == len(again.shown) == 1


@pytest.mark.parametrize("how", ["text", "folder", "ledger"])
def test_what_is_no_gazetteer_is_not_overwritten(tmp_path: Path, how: str) -> None:
    out = tmp_path / "own"
    if how == "folder":
        out.mkdir()
    elif how == "text":
        out.write_text("my notes")
    else:
        with sqlite3.connect(out) as db:
            db.execute("CREATE TABLE claim (id TEXT)")
        db.close()
    with pytest.raises(UsageError, match="is there, and is no gazetteer"):
        build(write(tmp_path), None, out, processes=1)
    assert out.is_dir() if how == "folder" else out.stat().st_size > 0


def test_a_gazetteer_of_another_version_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "own"
    with sqlite3.connect(out) as db:
        db.execute("CREATE TABLE about (fact TEXT, value TEXT)")
        db.execute("INSERT INTO about VALUES ('format', '1')")
    db.close()
    build(write(tmp_path), None, out, processes=1)
    assert open_gazetteer(out).lookup("Brenndur")
