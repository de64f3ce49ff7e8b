"""The gazetteer: keys meet their spellings, lookups find places, the index is built once."""

from __future__ import annotations

import gzip
import os
import pickle
import sqlite3
from pathlib import Path

import pytest

from dateline.errors import DatelineError, LexiconError
from dateline.lexicons import gazetteer_rows as rows
from dateline.lexicons import gazetteer_store as store
from dateline.lexicons import gazetteer_tables as tables
from dateline.lexicons import load
from dateline.lexicons.gazetteer import Gazetteer, mark, open_gazetteer
from dateline.lexicons.gazetteer_keys import distance, is_latin, key_of, skeleton, soft_key


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Al Ḩasakah", "al hasakah"),
        ("Deir ez-Zor", "deir ez zor"),
        ("‘Ayn ‘Īsá", "ayn isa"),
        ("The Hague", "hague"),
        ("St. Petersburg", "saint petersburg"),
        ("Łódź", "lodz"),
        ("Ra's al-Ayn", "ras al ayn"),
        ("U.S.", "us"),
        ("The", "the"),
        ("--", ""),
    ],
)
def test_key(name: str, key: str) -> None:
    assert key_of(name) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ar Raqqah", "al-Raqqa"),
        ("Raqqa", "Ar-Raqqah"),
        ("Az Zawiyah", "al-Zawiya"),
        ("Ash Shaddadah", "Shaddada"),
    ],
)
def test_soft_keys_meet(one: str, other: str) -> None:
    assert soft_key(key_of(one)) == soft_key(key_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shadaddi", "Shaddadi"),
        ("Huwayjah", "Hawija"),
        ("Bayji", "Baiji"),
        ("Dayr Az Zawr", "Deir ez-Zor"),
        ("Ain Issa", "Ayn Isa"),
        ("Ghwayran", "Ghuwayran"),
        ("Qamishli", "Kamishly"),
    ],
)
def test_skeletons_meet(one: str, other: str) -> None:
    assert skeleton(key_of(one)) == skeleton(key_of(other))


@pytest.mark.parametrize(("one", "other"), [("mosul", "mosul"), ("rawa", "rawah"), ("homs", "hims")])
def test_distance_of_spellings_is_small(one: str, other: str) -> None:
    assert distance(one, other) <= 0.5


def test_distance_of_names_is_large() -> None:
    assert distance("mosul", "kabul") > 1.5


@pytest.mark.parametrize(
    ("name", "latin"), [("Kraków", True), ("Ялта", False), ("حلب", False), ("12", False)]
)
def test_is_latin(name: str, latin: bool) -> None:
    assert is_latin(name) is latin


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Hassakeh", "SYR", 36.50, 40.75),
        ("Ghuwayran prison", "SYR", 36.48, 40.75),
        ("Atmeh", "SYR", 36.30, 36.70),
        ("Dayr Az Zawr", "SYR", 35.34, 40.14),
        ("Az Zawiyah", "LBY", 32.76, 12.73),
        ("Petlad", "IND", 22.48, 72.80),
        ("Ekaterinodar", "RUS", 45.04, 38.98),
        ("Leningrad", "RUS", 59.94, 30.31),
        ("Danzig", "POL", 54.35, 18.65),
        ("Saigon", "VNM", 10.78, 106.70),
        ("Brest-Litovsk", "BLR", 52.10, 23.70),
        ("Gaza Strip", "PSE", 31.40, 34.40),
        ("al-Hol camp", "SYR", 36.38, 41.15),
    ],
)
def test_some_place_of_that_name_is_there(
    gazetteer: Gazetteer, name: str, country: str, lat: float, lon: float
) -> None:
    found = [p for p in gazetteer.lookup(name) if p.country == country]
    assert any(abs(p.lat - lat) < 0.3 and abs(p.lon - lon) < 0.3 for p in found)


@pytest.mark.parametrize(
    ("name", "iso"),
    [("U.S.", "USA"), ("UK", "GBR"), ("DRC", "COD"), ("the Ukraine", "UKR"), ("Burma", "MMR")],
)
def test_other_names_of_countries(gazetteer: Gazetteer, name: str, iso: str) -> None:
    assert gazetteer.lookup(name)[0].id == f"iso:{iso}"


def test_an_article_tells_apart_where_it_should(gazetteer: Gazetteer) -> None:
    assert not any(p.country == "SLV" and p.kind == "country" for p in gazetteer.lookup("Salvador"))
    assert gazetteer.lookup("El Salvador")[0].id == "iso:SLV"


@pytest.mark.parametrize(
    ("country", "capital"),
    [
        ("LBY", "Tripoli"),
        ("SYR", "Damascus"),
        ("UKR", "Kyiv"),
        ("AFG", "Kabul"),
        ("SDN", "Khartoum"),
        ("IRQ", "Baghdad"),
    ],
)
def test_capitals(gazetteer: Gazetteer, country: str, capital: str) -> None:
    place = gazetteer.capital(country)
    assert place is not None
    assert place.name == capital


def test_every_country_has_a_point_and_a_reach(gazetteer: Gazetteer) -> None:
    for iso in load("countries")["country"]:
        place = gazetteer.place(f"iso:{iso}")
        assert place is not None, iso
        assert -90 <= place.lat <= 90, iso
        assert -180 <= place.lon <= 180, iso
        assert place.radius_km > 0, iso


def test_similar_stays_in_the_countries_asked(gazetteer: Gazetteer) -> None:
    assert gazetteer.similar("Shadaddi", ["SYR"])[0].name == "Shaddadi"
    assert gazetteer.similar("Shadaddi", ["FRA"]) == ()
    assert gazetteer.similar("Xq", ["SYR"]) == ()


def test_nothing_bears_nonsense(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Qwzzxyv") == ()
    assert gazetteer.lookup("") == ()
    assert not gazetteer.opens("Qwzzxyv")
    assert gazetteer.opens("Abu")


def test_a_name_is_looked_up_in_the_file_once(gazetteer: Gazetteer) -> None:
    first = gazetteer.lookup("Mosul")
    before = gazetteer.lookup.cache_info()
    assert all(gazetteer.lookup("Mosul") is first for _ in range(1000))
    after = gazetteer.lookup.cache_info()
    assert (after.misses, after.hits) == (before.misses, before.hits + 1000)


def test_it_travels_to_another_process(gazetteer: Gazetteer) -> None:
    assert pickle.loads(pickle.dumps(gazetteer)).lookup("Mosul") == gazetteer.lookup("Mosul")  # noqa: S301


def _small(folder: Path, *lines: str) -> Path:
    path = folder / "small.tsv.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    return path


def test_a_gazetteer_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_folders", lambda: iter([tmp_path / "cache"]))
    path = _small(tmp_path, "7\tNewtown\tXKX\t\t1.5\t2.5\tc\t300\t\t\tNovigrad")
    own = open_gazetteer(path)
    assert [p.id for p in own.lookup("Novigrad")] == ["gn:7"]
    assert own.lookup("al-Hol camp"), "the reviewed places are there too"
    assert open_gazetteer(path).path == own.path, "the second opening builds nothing"
    own.close()


@pytest.mark.parametrize(
    "line", ["1\tToo\tfew", "1\tX\tXKX\t\tnorth\t2\tc\t\t\t\t", "1\tX\tXKX\t\t1\t2\t?\t\t\t\t"]
)
def test_a_malformed_gazetteer_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setattr(store, "_folders", lambda: iter([tmp_path / "cache"]))
    with pytest.raises(LexiconError, match="line 1"):
        open_gazetteer(_small(tmp_path, line))
    assert list((tmp_path / "cache").iterdir()) == [], "nothing half-built is left behind"


def test_a_cache_that_cannot_be_written_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(store, "_folders", lambda: iter([tmp_path / "file" / "cache", tmp_path / "second"]))
    own = open_gazetteer(_small(tmp_path, "7\tNewtown\tXKX\t\t1.5\t2.5\tc\t300\t\t\t"))
    assert own.path.parent == tmp_path / "second"
    own.close()


def test_reviewed_places_keep_their_rules() -> None:
    places = load("places")["place"]
    assert len(places) >= 250
    for entry in places:
        assert -90 <= entry["lat"] <= 90, entry["name"]
        assert -180 <= entry["lon"] <= 180, entry["name"]
        assert entry["kind"] in {"city", "area", "site", "region", "admin1", "admin2", "country"}, entry[
            "name"
        ]
        assert entry["precision"] in {"exact", "near", "admin", "country"}, entry["name"]
        assert entry["radius_km"] > 0, entry["name"]
        assert entry["source"], entry["name"]
    ids = [row[0] for row in rows.reviewed()]
    assert len(ids) == len(set(ids))


def _index(folder: Path) -> Path:
    """A built index of one place, as a user would give it."""
    path = folder / "own.sqlite"
    line = "7\tNewtown\tXKX\t\t1.5\t2.5\tc\t300\t\t\tNovigrad"
    tables.fill(path, rows.all_rows(gzip.compress(line.encode())), {"mark": "abc", "reviewed": "0"})
    return path


def test_an_index_is_read_where_it_lies(tmp_path: Path) -> None:
    path = _index(tmp_path)
    own = open_gazetteer(path)
    assert own.path == path
    assert [p.id for p in own.lookup("Novigrad")] == ["gn:7"]
    assert mark(path) == "abc"
    own.close()


def test_marks_tell_data_apart(tmp_path: Path) -> None:
    one = _small(tmp_path, "7\tNewtown\tXKX\t\t1.5\t2.5\tc\t300\t\t\t")
    before = mark(one)
    assert before == mark(one)
    assert mark(_small(tmp_path, "7\tOldtown\tXKX\t\t1.5\t2.5\tc\t300\t\t\t")) != before


def _spoiled(folder: Path, how: str) -> Path:
    path = folder / "bad.sqlite"
    if how == "zip":
        path.write_bytes(b"PK\x03\x04rest")
    elif how == "text":
        path.write_text("1\tNewtown")
    elif how == "cut":
        path.write_bytes(_index(folder).read_bytes()[:-4096])
    elif how in {"other", "old"}:
        with sqlite3.connect(path) as db:
            db.execute("CREATE TABLE about (fact TEXT, value TEXT)" if how == "old" else "CREATE TABLE x (y)")
        db.close()
    elif how == "folder":
        path.mkdir()
    return path


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("zip", "make a gazetteer of it with dateline gazetteer build"),
        ("text", "is no gazetteer"),
        ("cut", "cut short"),
        ("other", "but no gazetteer"),
        ("old", "another version of dateline"),
        ("folder", "there is no gazetteer"),
        ("none", "there is no gazetteer"),
    ],
)
def test_a_wrong_file_is_refused_with_what_to_do(tmp_path: Path, how: str, told: str) -> None:
    with pytest.raises(DatelineError, match=told):
        open_gazetteer(_spoiled(tmp_path, how))


def test_old_indexes_are_cleared_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setattr(store, "_folders", lambda: iter([cache]))
    monkeypatch.setattr(rows, "reviewed", lambda: iter(()))
    made = []
    for number in range(store.KEPT + 2):
        line = f"7\tNewtown {number}\tXKX\t\t1.5\t2.5\tc\t300\t\t\t"
        own = open_gazetteer(_small(tmp_path, line))
        made.append(own.path)
        own.close()
        os.utime(made[-1], ns=(number, number))
    assert sorted(path.name for path in cache.iterdir()) == sorted(path.name for path in made[-store.KEPT :])
