# ruff: noqa: E501 - reports and their parts read best unbroken
"""Every format a report comes in, every fault of reading one, and what each part of a report is for."""

import io
import json
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from dateline import lexicons, reports
from dateline.errors import UsageError
from dateline.records import Fault, Report, SectionKind
from dateline.reports import dates, decode, furniture, header, paragraphs, sections

NEWS = """\
THE BELMORA POST
WORLD

Gunmen Storm Prison in Tarmia

More than a week after the break, officials say that many prisoners are still at large in the north

Soldiers guarded a street near the prison in early March, two days after the attack by the Red Front.

By Ada Brenner and Max Ohm | Photographs by Ina Vels for The Belmora Post

Updated March 9, 2031 1:20 pm ET

TARMIA, Belmora—Gunmen of the Red Front stormed the main prison of this town last Thursday, killing 12 guards.

The army said it had posted extra trucks and soldiers in helmets on public squares as far away as Sarnath.

At least 40 prisoners fled, the governor said. "We will find them," he said.

The army has posted extra trucks and soldiers in helmets on public squares as far away as Sarnath, the old
capital of the province; a roadblock in Sarnath.

Write to Ada Brenner at ada.brenner@example.org

Copyright ©2031 Tarmia Press, Inc. All Rights Reserved.

0123456789abcdef0123456789abcdef

Appeared in the March 10, 2031, print edition as 'Fugitives Are Sought.'
"""

PAGE = """<!doctype html><html><head><title>Gunmen storm prison - The Belmora Post</title>
<meta property="og:site_name" content="The Belmora Post">
<meta property="article:published_time" content="2031-03-01T00:00:00Z">
<link rel="canonical" href="https://example.org/world/1">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle",
"headline": "Gunmen storm prison", "datePublished": "2031-03-09T08:00:00+02:00", "dateModified": "2031-03-10",
"author": [{"name": "Ada Brenner"}, {"name": "Max Ohm"}], "publisher": {"name": "Belmora Post"}}]}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Gunmen storm prison</h1>
<p class="standfirst">Dozens of inmates are on the run after a night of fighting in the north</p>
<div class="byline">By <a href="/a">Ada Brenner</a> and Max Ohm</div><time datetime="2031-03-09">9 March 2031</time>
<figure><img src="x.jpg"><figcaption>Guards at the gate on Sunday</figcaption></figure>
<p>TARMIA, Belmora — Gunmen stormed the main prison of the town on Saturday night, killing at least <b>12</b>
guards and freeing dozens of inmates, the interior ministry said.</p>
<p>The governor said that the attack began at ten in the evening, when a car exploded at the northern gate.</p>
<p>A curfew was imposed on the town until further notice; soldiers searched houses near the river on Sunday.</p>
</article><footer>Copyright 2031</footer></body></html>"""


def read(source: Path | bytes, name: str | None = None) -> tuple[list[Report], list[Fault]]:
    both = list(reports.read(io.BytesIO(source) if isinstance(source, bytes) else source, name=name))
    return [r for r in both if isinstance(r, Report)], [f for f in both if isinstance(f, Fault)]


def read_file(folder: Path, name: str, content: bytes | str) -> tuple[list[Report], list[str]]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found, faults = read(path)
    assert all(f.stage == "reports" and str(path) in str(f.about) and f.message for f in faults)
    return found, [f.code for f in faults]


def parts(report: Report) -> list[tuple[str, str]]:
    return [(str(s.kind), report.text[s.start : s.end]) for s in report.sections]


# --- formats


def test_a_text_file_is_kept_exactly_without_its_mark(tmp_path: Path) -> None:
    text = " Two men died.\r\n\r\nThree fled.\n\n"
    found, codes = read_file(tmp_path, "tarmia-prison.txt", b"\xef\xbb\xbf" + text.encode())
    assert (found[0].text, found[0].id, codes) == (text, "tarmia-prison", [])


@pytest.mark.parametrize("name", ["report.txt", "7.txt", "a1.txt", "index.txt"])
def test_a_stem_that_says_little_gets_a_hash(tmp_path: Path, name: str) -> None:
    found, _ = read_file(tmp_path, name, "Two men died.")
    assert found[0].id.startswith(f"{Path(name).stem}-")
    assert len(found[0].id) == len(Path(name).stem) + 9


def test_json_text_is_final(tmp_path: Path) -> None:
    text = "  Two men diéd.\r\n\u2028 e\u0301 "
    record = {
        "id": "x1",
        "text": text,
        "published": "2031-03-09",
        "headline": "Two Die",
        "url": None,
        "more": 1,
    }
    found, codes = read_file(tmp_path, "a.json", json.dumps(record))
    assert codes == []
    assert (found[0].text, found[0].id, found[0].published) == (text, "x1", date(2031, 3, 9))
    assert (found[0].headline, found[0].url) == ("Two Die", None)


def test_json_list_and_lines_give_their_reports_in_order(tmp_path: Path) -> None:
    records = [{"id": n, "text": f"{n} men died."} for n in (1, 2)] + [{"text": "None died."}]
    for name, content in (
        ("a.json", json.dumps(records)),
        ("a.jsonl", "\n\n".join(map(json.dumps, records))),
    ):
        found, codes = read_file(tmp_path, name, content)
        assert [r.id for r in found][:2] == ["1", "2"]
        assert found[2].id.startswith("a-")
        assert codes == []


def test_a_page_gives_its_words_in_order_and_what_it_states(tmp_path: Path) -> None:
    found, codes = read_file(tmp_path, "page.html", PAGE)
    assert codes == []
    report = found[0]
    kinds = ["headline", "standfirst", "byline", "furniture", "caption", "dateline", "body", "body", "body"]
    assert [kind for kind, _ in parts(report)] == kinds
    assert parts(report)[6][1].startswith(
        "Gunmen stormed the main prison of the town on Saturday night, killing at least 12 "
    )
    assert (report.headline, report.publisher) == ("Gunmen storm prison", "Belmora Post")
    assert (report.byline, report.dateline) == ("Ada Brenner and Max Ohm", "TARMIA, Belmora")
    assert report.published == datetime(2031, 3, 9, 8, tzinfo=timezone(timedelta(hours=2)))
    assert (report.updated, report.url) == (date(2031, 3, 10), "https://example.org/world/1")
    assert "Home" not in report.text


def test_a_page_without_a_date_gets_none() -> None:
    source = (
        PAGE.replace("datePublished", "x").replace("dateModified", "y").replace("article:published_time", "z")
    )
    found, faults = read(source.replace('<time datetime="2031-03-09">9 March 2031</time>', "").encode())
    assert (found[0].published, found[0].updated, faults) == (None, None, [])


@pytest.mark.parametrize(
    ("source", "count"),
    [
        (b'{"text": "Two died."}\n{"text": "Three died."}', 2),
        (b'\n {\n "text": "Two died."\n}\n', 1),
        (b'[{"text": "Two died."}, {"text": "Three died."}]', 2),
        (PAGE.encode(), 1),
        (b"Two men died < three.", 1),
        (b'{"text": "Two died."\n{"text": "Three died."}', 1),
    ],
)
def test_a_stream_tells_its_format_by_how_it_begins(source: bytes, count: int) -> None:
    found, _ = read(source)
    assert len(found) == count


def test_from_text_is_deterministic_and_finds_what_the_text_states() -> None:
    report = reports.from_text(NEWS)
    assert report == reports.from_text(NEWS)
    assert report.id.startswith("report-")
    assert len(report.id) == 19
    assert reports.from_text("Two died.", published="March 9, 2031").published == date(2031, 3, 9)
    assert reports.from_text("Two died.", published=datetime(2031, 3, 9, 8)).published == date(2031, 3, 9)  # noqa: DTZ001


@pytest.mark.parametrize("call", [{"text": " \n"}, {"text": "Two died.", "published": "soon"}])
def test_from_text_refuses_what_makes_no_sense(call: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        reports.from_text(**call)


# --- faults


@pytest.mark.parametrize(
    ("name", "content", "count", "codes"),
    [
        ("a.txt", b"", 0, ["reports.empty"]),
        ("a.txt", b" \r\n\t", 0, ["reports.empty"]),
        ("a.jsonl", b"\n\n", 0, ["reports.empty"]),
        ("a.json", b"[]", 0, ["reports.empty"]),
        ("a.json", b'{"text": " "}', 0, ["reports.empty"]),
        ("a.txt", b"%PDF-1.7 text", 0, ["reports.binary"]),
        ("a.txt", b"two\x00men", 0, ["reports.binary"]),
        ("a.json", b'{"text": "two\\u0000men"}', 0, ["reports.binary"]),
        ("a.txt", "Zwölf Männer – “tot”.".encode("cp1252"), 1, ["reports.encoding"]),
        (
            "a.txt",
            "Two died in the city, said Иван Петров из Москвы. ".encode("cp1251") * 3,
            1,
            ["reports.encoding"],
        ),
        ("a.txt", b"\xff\xfe" + "Two died.".encode("utf-16-le"), 1, []),
        ("a.txt", b"\xff\xfeT\x00w", 0, ["reports.encoding"]),
        ("a.jsonl", b"\xff\xfe" + '{"text": "Two died."}\n'.encode("utf-16-le"), 1, []),
        ("a.json", b'{"text": "two \\ud800 men"}', 1, ["reports.encoding"]),
        ("a.json", b'{"text": "two', 0, ["reports.json"]),
        ("a.json", b"[" * 100_000, 0, ["reports.json"]),
        ("a.json", b'{"text": ' + b"9" * 5000 + b"}", 0, ["reports.json"]),
        ("a.jsonl", b'{"text": "Two died."}\n{broken\n{"text": "Three died."}', 2, ["reports.json"]),
        ("a.json", b'{"body": "Two died."}', 0, ["reports.fields"]),
        ("a.json", b'{"text": ["Two died."]}', 0, ["reports.fields"]),
        ("a.json", b'"Two died."', 0, ["reports.fields"]),
        (
            "a.json",
            b'{"text": "Two died.", "headline": 3, "id": {}}',
            1,
            ["reports.fields", "reports.fields"],
        ),
        ("a.json", b'{"text": "Two died.", "published": "09/03/2031"}', 1, ["reports.date"]),
        ("a.json", b'{"text": "Two died.", "published": 20310309}', 1, ["reports.fields"]),
        ("a.html", b"<html><body><script>app()</script></body></html>", 0, ["reports.html"]),
        ("a.html", b"<!-- -->", 0, ["reports.html"]),
        ("a.html", b"<p>Two men died in Tarmia on Sunday, the army said<p>Three fled <div", 1, []),
        ("a.html", PAGE.replace("2031-03-10", "soon").encode(), 1, ["reports.date"]),
    ],
)
def test_bad_input_is_a_fault_and_never_stops_the_rest(
    tmp_path: Path, name: str, content: bytes, count: int, codes: list[str]
) -> None:
    found, faults = read_file(tmp_path, name, content)
    assert (len(found), faults) == (count, codes)


def test_faults_say_where_and_what() -> None:
    _, faults = read(b'{"text": "Two died."}\n{"text" 3}\n{"body": 1, "id": 2}\n', "desk.jsonl")
    assert [f.about for f in faults] == ["desk.jsonl:2", "desk.jsonl:3"]
    assert "line 1, column 9" in faults[0].message
    assert "['body', 'id']" in faults[1].message


def test_a_bad_date_leaves_published_open() -> None:
    found, _ = read(b'{"text": "Two died.", "published": "the other day"}')
    assert found[0].published is None


def test_a_line_of_50_mb_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl"
    with path.open("wb") as out:
        out.writelines(
            [b'{"text": "One died."}\n{"text": "', *[b"x" * 1_000_000] * 50, b'"}\n{"text": "Two died."}\n']
        )
    found, faults = read(path)
    assert [r.text for r in found] == ["One died.", "Two died."]
    assert [(f.code, f.about) for f in faults] == [("reports.too_large", f"{path}:2")]


def test_a_file_that_is_too_large_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.reports.files.MOST_BYTES", 100)
    assert read_file(tmp_path, "a.txt", "Two died. " * 11) == ([], ["reports.too_large"])
    assert decode.MOST_BYTES == 20_000_000


def test_a_file_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    _, faults = read(tmp_path / "a.txt")
    assert [f.code for f in faults] == ["reports.unreadable"]


def test_find_expands_folders_and_names_what_is_missing(tmp_path: Path) -> None:
    for name in ("b.txt", "a.jsonl", "sub/c.HTML", ".hidden.txt", ".git/d.txt", "e.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "none").mkdir()
    asked = [tmp_path, tmp_path / "b.txt", tmp_path / "e.pdf", tmp_path / "gone.txt", tmp_path / "none"]
    files, faults = reports.find(asked)
    assert [str(f.relative_to(tmp_path)) for f in files] == [
        "a.jsonl",
        "b.txt",
        str(Path("sub", "c.HTML")),
    ]
    assert [f.code for f in faults] == ["reports.suffix", "reports.missing", "reports.empty"]


def test_a_folder_tells_of_documents_and_links_and_passes_over_the_rest(tmp_path: Path) -> None:
    for name in ("in/a.txt", "in/b.pdf", "in/c.png", "in/.d.pdf", "other/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    for name, target in (("f.txt", "nothing"), ("ring", "."), ("other", "../other"), ("g.txt", "a.txt")):
        (tmp_path / "in" / name).symlink_to(target)
    files, faults = reports.find([tmp_path / "in"])
    assert [f.name for f in files] == ["a.txt", "g.txt"]
    assert [(f.code, Path(str(f.about)).name) for f in faults] == [
        ("reports.suffix", "b.pdf"),
        ("reports.link", "f.txt"),
        ("reports.link", "other"),
        ("reports.link", "ring"),
    ]


def test_another_alphabet_is_not_read_as_western(tmp_path: Path) -> None:
    text = "Two died in the city, said Иван Петров из города Москва. " * 3
    (found,), _ = read_file(tmp_path, "a.txt", text.encode("cp1251"))
    assert found.text == text


def test_a_file_name_that_is_no_text_is_shown(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"t\xffa.txt")
    try:
        path.write_text("Two died.")
    except OSError:
        pytest.skip("this file system takes text names only")
    (found,), faults = read(path)
    assert found.id.encode("utf-8").startswith("t\ufffda".encode())
    assert faults == []


# --- parts of a report


def test_a_newspaper_report_falls_into_its_parts() -> None:
    report = reports.from_text(NEWS)
    kinds = ["furniture", "furniture", "headline", "standfirst", "caption", "byline", "furniture", "dateline"]
    kinds += ["body", "body", "body", "caption", "furniture", "furniture", "furniture", "furniture"]
    assert [kind for kind, _ in parts(report)] == kinds
    assert parts(report)[7][1] == "TARMIA, Belmora—"
    assert report.headline == "Gunmen Storm Prison in Tarmia"
    assert (report.publisher, report.byline) == ("The Belmora Post", "Ada Brenner and Max Ohm")
    assert report.updated == datetime(2031, 3, 9, 13, 20, tzinfo=timezone(timedelta(hours=-4)))
    assert report.published == report.updated


def test_what_a_file_says_wins_over_the_text() -> None:
    report = reports.from_text(
        NEWS, published="2031-03-08", publisher="Desk", headline="Gunmen storm prison in Tarmia"
    )
    assert (report.published, report.publisher) == (date(2031, 3, 8), "Desk")
    assert report.updated is not None
    assert ("headline", "Gunmen Storm Prison in Tarmia") in parts(report)


BODY = "Two men were killed when a bomb went off beside a bus, the police said.\n\nThree fled."


@pytest.mark.parametrize(
    ("opening", "line", "words", "day"),
    [
        ("TARMIA, Belmora—", "TARMIA, Belmora—", "TARMIA, Belmora", None),
        ("SARNATH -- ", "SARNATH --", "SARNATH", None),
        ("NEW TARMIA (Belmora Press) - ", "NEW TARMIA (Belmora Press) -", "NEW TARMIA (Belmora Press)", None),
        ("AL-NUQTA/SARNATH, March 9 — ", "AL-NUQTA/SARNATH, March 9 —", "AL-NUQTA/SARNATH, March 9", None),
        ("SARNATH, 9 JAN 90 (BPX) -- [TEXT] ", "SARNATH, 9 JAN 90 (BPX) -- [TEXT]", "SARNATH, 9 JAN 90 (BPX)", "1990-01-09"),
        ("San Verano, 25 Aug 88 (Canal Tres) -- [Text] ", "San Verano, 25 Aug 88 (Canal Tres) -- [Text]", "San Verano, 25 Aug 88 (Canal Tres)", "1988-08-25"),
        ("Sarnath: ", "Sarnath:", "Sarnath", None),
        ("New Tarmia, March 5 (BPX): ", "New Tarmia, March 5 (BPX):", "New Tarmia, March 5 (BPX)", None),
    ],
)  # fmt: skip
def test_datelines(opening: str, line: str, words: str, day: str | None) -> None:
    report = reports.from_text(opening + BODY)
    assert parts(report)[0] == ("dateline", line)
    assert parts(report)[1] == ("body", BODY.partition("\n")[0])
    assert report.dateline == words
    assert report.published == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    "opening",
    [
        "NATO — ",
        "Breaking: ",
        "Update: ",
        "RED FRONT—the armed group—said that ",
        "Ada Brenner of the Post said: ",
        "UN: ",
    ],
)
def test_what_is_no_dateline(opening: str) -> None:
    assert reports.from_text(opening + BODY).dateline is None


def test_a_dateline_in_small_letters_needs_a_text_in_small_letters() -> None:
    assert reports.from_text("sarnath: " + BODY.lower()).dateline == "sarnath"
    assert reports.from_text("sarnath: " + BODY).dateline is None


@pytest.mark.parametrize(
    ("text", "headline", "expected"),
    [
        ("Two Die in Tarmia Blast. TARMIA -- " + BODY, None, ["headline", "dateline", "body", "body"]),
        ("Two die in blast: " + BODY, "Two Die in Blast", ["headline", "body", "body"]),
        (BODY + "\n\nBy Ada Brenner\n\nFacebook Twitter", None, ["body", "body", "byline", "furniture"]),
        ("Two died.\n\n9 March 2031", None, ["body", "furniture"]),
        ("9 March 2031\nTwo died.\n10 March 2031\nThree died.", None, ["body"] * 4),
        ("Two die in blast\n\n" + BODY, None, ["headline", "body", "body"]),
        ("Is This the End of the Red Front?The death of its leader was a blow.", None, ["headline", "body"]),
        ("This story is from March 31, 2031\n\n" + BODY, None, ["furniture", "body", "body"]),
        (BODY + "\n\nMost Read\nArmy enters Tarmia\nRain in the south", None, ["body", "body", *["furniture"] * 3]),
        (BODY + "\n\nRain fell.\n\nThe gate of the prison in Tarmia on Sunday\n\nNobody was hurt.", None, ["body"] * 3 + ["caption", "body"]),
        ("Near Sarnath, one strike hit a truck.\nNear Tarmia, one strike hit a truck.", None, ["body", "body"]),
    ],
)  # fmt: skip
def test_parts(text: str, headline: str | None, expected: list[str]) -> None:
    assert [kind for kind, _ in parts(reports.from_text(text, headline=headline))] == expected


def test_lines_broken_to_fit_a_page_are_one_paragraph() -> None:
    line = "The blast destroyed a bus that was carrying soldiers to a market in the town of Sarnath on a"
    text = f"{line}\n            Sunday.\n            {line}\n            day of rest."
    assert [text[a:b] for a, b in paragraphs.find(text)] == [text[: len(line) + 20], text[len(line) + 33 :]]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Brenner", "Ada Brenner"),
        ("By Ada Brenner and Max de la Torre, Belmora Press", "Ada Brenner and Max de la Torre"),
        ("Our Correspondent", "Our Correspondent"),
        ("By Monday, 34 people had died.", None),
        ("By Monday", None),
        ("By the river stood two men with guns", None),
    ],
)
def test_bylines(line: str, names: str | None) -> None:
    assert header.byline(line) == names


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2031-03-09", date(2031, 3, 9)),
        ("2031-03-09T08:00:00Z", datetime(2031, 3, 9, 8, tzinfo=UTC)),
        ("Sun, 09 Mar 2031 08:00:00 GMT", datetime(2031, 3, 9, 8, tzinfo=UTC)),
        ("0800 GMT 9 March 2031", datetime(2031, 3, 9, 8, tzinfo=UTC)),
        ("July 9, 2031 at 8 p.m. ET", datetime(2031, 7, 9, 20, tzinfo=timezone(timedelta(hours=-4)))),
        ("9 March 2031 08:00", date(2031, 3, 9)),
        ("9 March 2031 08:00 IST", date(2031, 3, 9)),
        ("July 9, 1999 8 pm ET", date(1999, 7, 9)),
        ("9 MAR 90", date(1990, 3, 9)),
        ("09/03/2031", None),
        ("2031-02-30", None),
        ("last Sunday", None),
        ("On 9 March 2031 two men died", None),
    ],
)
def test_dates(words: str, expected: date | None) -> None:
    assert dates.read(words) == expected


def entries(group: str) -> Iterator[tuple[str, str, bool]]:
    for entry in lexicons.load("furniture")[group]:
        yield from ((entry["id"], line, True) for line in entry["takes"])
        yield from ((entry["id"], line, False) for line in entry["leaves"])


@pytest.mark.parametrize(("name", "line", "taken"), [*entries("line")])
def test_furniture_keeps_its_own_examples(name: str, line: str, taken: bool) -> None:
    found = furniture.line(line)
    assert (found.id == name) if taken and found else not taken and found is None


@pytest.mark.parametrize(("name", "line", "taken"), [*entries("caption"), *entries("tail")])
def test_captions_and_tails_keep_their_own_examples(name: str, line: str, taken: bool) -> None:
    assert (furniture.tail(line) is not None if name == "related" else furniture.is_caption(line)) == taken


@pytest.mark.parametrize(("name", "line", "taken"), [*entries("title")])
def test_names_of_sites_below_headlines_keep_their_own_examples(name: str, line: str, taken: bool) -> None:
    found = furniture.site(line)
    assert (found is not None) == taken, name
    assert found is None or line[:found].startswith(("Two shot in Varda", "Army takes Varda"))


def test_the_name_of_the_site_is_no_headline() -> None:
    text = "Two shot in Varda - KZZA 9 News Varda, News, Weather\n\nTwo men were shot in Varda on Friday, police said."
    layout = sections.find(text, "Two shot in Varda - KZZA 9 News Varda, News, Weather")
    kinds = [(s.kind, text[s.start : s.end]) for s in layout.sections]
    assert kinds[0] == (SectionKind.HEADLINE, "Two shot in Varda")
    assert kinds[1] == (SectionKind.FURNITURE, "- KZZA 9 News Varda, News, Weather")
