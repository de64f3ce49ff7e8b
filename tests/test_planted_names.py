"""Names planted in invented reports go the whole trip, in every form and for every audience: none comes out.

All people, outlets and events are invented.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from base64 import b64encode
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import ProtectionError, UsageError
from dateline.exports.forms import FORMS, Form
from dateline.exports.publication import Audience, Loss, Publication
from dateline.language.case import restore
from dateline.ledger import Ledger
from dateline.pipeline import open_reader
from dateline.protection.people import find
from dateline.protection.secrets import Secrets, Traces, gather
from dateline.publishing import Terms, handing, publish
from dateline.publishing.decoding import texts
from dateline.publishing.knowing import Knower
from dateline.publishing.salting import beside
from dateline.records import Report, ReportId

# A planted name, and the ways in which its report writes it. The parts are no everyday words and no places there.
PLANTED = {
    "Maria Kvellestad": ["Maria Kvellestad", "Kvellestad’s", "KVELLESTAD", "M. Kvellestad", "M.K."],
    "Yousef al-Zarqouni": ["Yousef al-Zarqouni", "Yusuf Zarquni", "al-Zarqouni"],
    "Seán O’Drisceoil": ["Seán O’Drisceoil", "Sean O'Drisceoil", "O’DRISCEOIL"],
    "Anne-Lise Brøndby-Voll": ["Anne-Lise Brøndby-Voll", "Brøndby-Voll", "Anne-Lise"],
    "Олена Гриценчук": ["Олена Гриценчук", "Olena Hrytsenchuk", "Hrytsenchuk"],
    "Nguyễn Thị Hoạnh": ["Nguyễn Thị Hoạnh", "Nguyen Thi Hoanh"],
    "Fatoumata Diabyssa": ["Fatoumata\nDiabyssa", "Fatoumata", "F. Diabyssa"],
    "Xolani Mqhwathi": ["XOLANI MQHWATHI", "Mqhwathi"],
}
ROLES = ("a nurse", "a shopkeeper", "her cousin", "34, a farmer", "a student", "a teacher at the school")


def texts_of(name: str, ways: list[str], k: int) -> str:
    role = ROLES[k % len(ROLES)]
    body = [
        f"Shells hit the market of Dalvik on Tuesday, killing {k + 3} people, said {ways[0]}, {role}.",
        f"“I hid under the stairs until the shooting had stopped at noon,” {ways[-1]} said.",
        *(f"Soldiers of the Dawn Column shot two men near the house of {way} on Wednesday." for way in ways),
        f"Gunmen abducted {name} in Dalvik on Thursday.",
        f"Interior Minister Runa Halls said {k + 5} people had been killed in Dalvik.",
    ]
    return f"Shells kill {k + 3} in Dalvik, {name} says\n\nBy {name}\n\n" + "\n\n".join(body)


def slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.casefold())


@cache
def knower() -> Knower:
    return Knower()


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("planted") / "planted.ledger"
    reader = open_reader()
    start = datetime(2031, 5, 4, tzinfo=UTC)
    with Ledger(path, clock=lambda: start) as book:
        run = book.begin_run("0", "m")
        for k, (name, ways) in enumerate(PLANTED.items()):
            text = texts_of(name, ways, k)
            one = Report(
                ReportId(f"{slug(name)}-interview"),
                text,
                text.partition("\n")[0],
                "Fjord Wire",
                name,
                published=date(2031, 5, 4),
                url=f"https://wire.example/{slug(name)}",
            )
            reading = reader.read(one)
            book.record(run, one, reading.claims, reading.faults)
        book.finish_run(run)
    return path


def parts_of(name: str) -> list[str]:
    return [
        part for part in re.split(r"[\s-]+", name) if part not in ("al", "Anne", "Lise", "Sean", "Thị", "Thi")
    ]


ALL = sorted(
    {part for ways in PLANTED.values() for way in ways for part in parts_of(way.rstrip("’s"))}
    - {"M.", "F.", "M.K."}
)


def read_back(path: Path) -> str:
    return "\n".join(one.text for one in texts(path) if one.firm)


@pytest.mark.parametrize("audience", [Audience.PARTNER, Audience.PUBLIC])
@pytest.mark.parametrize("form", sorted(FORMS))
def test_no_planted_name_comes_out(ledger: Path, tmp_path: Path, form: str, audience: Audience) -> None:
    out = tmp_path / f"out{FORMS[form].suffix}"
    with Ledger(ledger, read_only=True) as book:
        made = publish(book, form, out, terms=Terms(audience))
    shown = read_back(out) + read_back(made.manifest)
    assert len(made.publication.told) > len(PLANTED)
    low = shown.casefold()
    for part in ALL:
        assert part.casefold() not in low, part
    assert "M.K." not in shown
    assert "halls" in low or form in ("geojson", "acled", "ucdp-ged", "plover", "polecat", "gpkg")
    if audience is Audience.PUBLIC:
        assert "under the stairs" not in low
        assert "shopkeeper" not in low
    for name in PLANTED:
        assert sha256(name.encode()).hexdigest()[:8] not in low
        assert slug(name) not in low


def test_the_project_itself_sees_everything(ledger: Path, tmp_path: Path) -> None:
    with Ledger(ledger, read_only=True) as book:
        made = publish(book, "jsonl", tmp_path / "out.jsonl", terms=Terms(Audience.INTERNAL))
    shown = read_back(made.path)
    assert all(name in shown for name in ("Maria Kvellestad", "Brøndby-Voll"))
    assert json.loads(made.manifest.read_text("utf-8"))["commitments"] == {}


def test_the_public_is_the_default_and_an_export_is_the_same_twice(ledger: Path, tmp_path: Path) -> None:
    with Ledger(ledger, read_only=True) as book:
        one = publish(book, "jsonl", tmp_path / "one.jsonl")
        other = publish(book, "jsonl", tmp_path / "other.jsonl")
    assert one.publication.audience is Audience.PUBLIC
    assert one.path.read_bytes() == other.path.read_bytes()


def test_the_salt_stays_with_the_ledger(ledger: Path, tmp_path: Path) -> None:
    given_ = tmp_path / "salt"
    given_.write_bytes(b"another salt of sixteen bytes")
    with Ledger(ledger, read_only=True) as book:
        made = publish(book, "jsonl", tmp_path / "one.jsonl")
        other = publish(book, "jsonl", tmp_path / "two.jsonl", terms=Terms(salt=given_))
        salt = beside(ledger).read_bytes().strip()
        (tmp_path / "short").write_bytes(b"short")
        with pytest.raises(UsageError, match="at least 16"):
            publish(book, "jsonl", tmp_path / "three.jsonl", terms=Terms(salt=tmp_path / "short"))
    assert len(salt) == 64
    assert beside(ledger).stat().st_mode & 0o077 == 0
    assert salt not in made.path.read_bytes() + made.manifest.read_bytes()
    listed, others = (json.loads(m.manifest.read_text("utf-8"))["commitments"] for m in (made, other))
    assert len(listed["name"]) >= len(PLANTED)
    assert set(listed["name"]).isdisjoint(others["name"])


LEAKY = {
    "name": "a Maria KVELLESTAD b",
    "name, turned round": "Kvellestad, Maria",
    "part of a name": "the Kvellestad house",
    "without accents": "Brondby Voll Anne Lise",
    "name run together": "https://x.example/mariakvellestad1",
    "in an address": "https://x.example/%4Daria%20Kvell%65stad",
    "as entities": "<p>Kvell&#101;stad</p>",
    "cut by a tag": "<p>Kvelle<b>stad</b></p>",
    "escaped": '{"x": "Kvellest\\u0061d"}',
    "words of a private person": "he hid Under the stairs, until the shooting ended",
    "hash": sha256(b"Maria Kvellestad").hexdigest(),
    "short hash": sha256(b"maria-kvellestad").hexdigest()[:12],
    "initials": "M. K., a nurse",
    "id": "id=maria-kvellestad-interview",
    "another spelling": "Yousuf Zarqawni came",
    "data in it": "data:text/plain;base64," + b64encode(b"it was Maria Kvellestad who told us").decode(),
}


@cache
def secrets() -> Secrets:
    text = restore(texts_of("Maria Kvellestad", PLANTED["Maria Kvellestad"], 0))
    more = find("Yousef al-Zarqouni, a farmer. Anne-Lise Brøndby-Voll, a nurse.", knower())
    found = find(text, knower())
    spoken = ("I hid under the stairs until the shooting had stopped at noon",)
    traces = Traces((*found.private, *more.private), spoken, (), ("maria-kvellestad-interview",))
    return gather([traces], frozenset({"dalvik", "dawn", "column", "runa", "halls"}))


@pytest.mark.parametrize("leak", sorted(LEAKY))
def test_each_way_of_leaking_is_found(leak: str, tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text(LEAKY[leak], "utf-8")
    assert [found for one in texts(path) for found in secrets().leaks(one.text)]


@pytest.mark.parametrize("pack", ["gzip", "zip", "zip in zip", "utf-16", "name"])
def test_leaks_are_found_inside_containers(pack: str, tmp_path: Path) -> None:
    raw = b"the Kvellestad house"
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as packed:
        packed.writestr("a/b.txt", raw)
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as packed:
        packed.writestr("c.zip", inner.getvalue())
    made = {
        "gzip": gzip.compress(raw),
        "zip": inner.getvalue(),
        "zip in zip": outer.getvalue(),
        "utf-16": raw.decode().encode("utf-16"),
        "name": b"nothing",
    }[pack]
    path = tmp_path / ("Kvellestad.bin" if pack == "name" else "out.bin")
    path.write_bytes(made)
    assert [found for one in texts(path) for found in secrets().leaks(one.text)]


def test_nothing_is_found_where_nothing_is() -> None:
    kept = "Interior Minister Runa Halls said 5 people had been killed in Dalvik by the Dawn Column."
    assert secrets().leaks(kept) == ()


def test_a_leak_leaves_no_file(ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that writes more than its publication: the export is refused, and nothing is left of it."""

    def write(self: Form, publication: Publication, path: Path) -> Loss:
        path.write_text("told by Kvellestad" if publication.told else "", "utf-8")
        return Loss(self.name, 1)

    monkeypatch.setattr(Form, "write", write)
    out = tmp_path / "out"
    out.mkdir()
    with Ledger(ledger, read_only=True) as book, pytest.raises(ProtectionError) as refused:
        publish(book, "jsonl", out / "all.jsonl")
    assert "part of a name" in str(refused.value)
    assert "kvellestad" not in str(refused.value).casefold()
    assert list(out.iterdir()) == []
    assert handing.PART not in str(refused.value)


def test_nothing_is_written_over(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("mine", "utf-8")
    with Ledger(ledger, read_only=True) as book, pytest.raises(UsageError, match="there already"):
        publish(book, "jsonl", tmp_path / "a.jsonl")
    assert (tmp_path / "a.jsonl").read_text("utf-8") == "mine"


SYLLABLES = st.sampled_from(["ka", "ru", "zo", "mi", "qel", "tha", "vry", "no", "xi", "bek", "lur", "ja"])
NAME = st.lists(SYLLABLES, min_size=3, max_size=4).map("".join).map(str.capitalize)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    NAME,
    NAME,
    st.sampled_from(ROLES),
    st.sampled_from(["{}", "Mr {}", "“{}”", "the late {}", "his sister {}"]),
)
def test_any_name_is_masked_whatever_it_is(first: str, last: str, role: str, frame: str) -> None:
    text = f"Gunmen shot {frame.format(f'{first} {last}')}, {role}, in Dalvik. {last} died. {first}’s house burned."
    found = find(text, knower())
    covered = {k for person in found.private for place in person.at for k in range(place.start, place.end)}
    for part in (first, last):
        for hit in re.finditer(part, text):
            assert set(range(*hit.span())) <= covered, text
