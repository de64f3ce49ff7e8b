"""Names of private people that the reading took for places or sources, and words that stand in headlines again.

All people, outlets and events are invented.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline.exports.publication import Audience, Publication
from dateline.ledger import Ledger
from dateline.pipeline import open_reader
from dateline.protection import policy_for
from dateline.protection.people import Person, Place
from dateline.protection.runs import key_of
from dateline.protection.secrets import Secrets, Traces, gather
from dateline.publishing import build
from dateline.publishing.decoding import texts
from dateline.publishing.knowing import Knower
from dateline.publishing.protecting import protect, seal_of
from dateline.records import Actor, Decision, Precision, Report, ReportId, Section, SectionKind, Span, Where

TEXT = (
    "Nobody told us that they would shell the market\n\n"
    "Melton Lew Paris, 51, a farmer, was killed when shells hit the market of Dalvik on Tuesday. "
    "His neighbour Arvid Shanker, 40, said: “Nobody told us that they would shell the market.”\n\n"
    "Three people were killed."
)
HEADLINE = TEXT.partition("\n")[0]


@pytest.fixture(scope="module")
def misread(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A ledger of one report, its claims made to say what a misreading would: Paris for a place, a small name."""
    body = Section(SectionKind.BODY, len(HEADLINE) + 2, len(TEXT))
    sections = (Section(SectionKind.HEADLINE, 0, len(HEADLINE)), body)
    one = Report(
        ReportId("one"), TEXT, HEADLINE, "Fjord Wire", published=date(2024, 3, 13), sections=sections
    )
    path = tmp_path_factory.mktemp("misread") / "one.ledger"
    with Ledger(path) as book:
        run = book.begin_run("0", "m")
        reading = open_reader().read(one)
        book.record(run, one, reading.claims, reading.faults)
        book.finish_run(run)
        made = build(book)
    at = TEXT.index("Paris")
    where = Where("Paris", "gn:2988507", "FRA", 48.85, 2.35, Precision.EXACT, 5.0)
    words = Decision("where", "places.gazetteer", Span(ReportId("one"), at, at + 5))
    told = tuple(
        replace(
            t,
            claim=replace(
                t.claim,
                where=where,
                actors=(Actor("shanker", type="person"),),
                decisions=(words, *(d for d in t.claim.decisions if d.field != "where")),
            ),
        )
        for t in made.told
    )
    rows = tuple(replace(row, where=where) for row in made.incidents)
    return replace(made, told=told, incidents=rows)


@pytest.mark.parametrize("audience", [Audience.PARTNER, Audience.PUBLIC])
def test_a_private_name_that_was_read_as_a_place_is_no_place(
    misread: Publication, audience: Audience
) -> None:
    assert misread.told
    assert misread.incidents
    got = protect(
        misread, audience, policy_for(audience), seal_of(misread, audience, b"salt" * 8), Knower()
    ).publication
    assert [one.claim.where for one in got.told] == [None] * len(misread.told)
    assert [row.where for row in got.incidents] == [None] * len(misread.incidents)
    names = {actor.name for one in got.told for actor in one.claim.actors}
    assert names
    assert not [name for name in names if "shanker" in name]


def test_a_place_is_kept_where_the_words_name_nobody(misread: Publication) -> None:
    text = TEXT.replace("Melton Lew Paris, 51, a farmer,", "A farmer in Paris")
    whole = tuple(replace(r, text=text, sections=()) for r in misread.reports)
    told = tuple(replace(one, report=whole[0]) for one in misread.told)
    at = text.index("Paris")
    words = Decision("where", "places.gazetteer", Span(ReportId("one"), at, at + 5))
    told = tuple(replace(one, claim=replace(one.claim, decisions=(words,))) for one in told)
    other = replace(misread, told=told, reports=whole)
    seal = seal_of(other, Audience.PARTNER, b"salt" * 8)
    got = protect(other, Audience.PARTNER, policy_for(Audience.PARTNER), seal, Knower()).publication
    assert {one.claim.where.name for one in got.told if one.claim.where} == {"Paris"}


def test_a_headline_says_no_private_persons_words_again(misread: Publication) -> None:
    seal = seal_of(misread, Audience.PUBLIC, b"salt" * 8)
    got = protect(misread, Audience.PUBLIC, policy_for(Audience.PUBLIC), seal, Knower())
    (report,) = got.publication.reports
    assert "shell the market" not in (report.headline or "")
    assert not got.secrets.leaks(report.headline or "")


def _secrets(*names: str) -> Secrets:
    people = tuple(Person(key_of(name), name, private=True, at=(Place(0, 1),)) for name in names)
    return gather([Traces(people)], frozenset())


@pytest.mark.parametrize(
    "text", ["At 11 a.m. and 5 p.m. they met.", "It fell in a place of worship.", "They went in a car."]
)
def test_everyday_words_beside_a_letter_are_no_name(text: str) -> None:
    """Names such as "Ada Place" and "Ann Marsh" made of "a place" and "a.m." a leak, and nothing could be exported."""
    assert not _secrets("Ada Place", "Ann Marsh", "India Ames").leaks(text)


NAME = "Ada Lindqvist"


def _xlsx(path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = NAME
    book.save(path)


def _sheet(path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.comments import Comment

    book = Workbook()
    book.active["A1"].comment = Comment("seen by Ada Lindqvist", "x")
    book.save(path)


def _parquet_metadata(path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"a": [1]}).replace_schema_metadata({"made for": NAME}), path)


def _parquet_column(path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"lindqvist": [1]}), path)


def _gpkg(path: Path) -> None:
    with closing(sqlite3.connect(path)) as book:
        book.execute("CREATE TABLE x (a TEXT)")
        book.execute("INSERT INTO x VALUES (?)", (json.dumps({"words": NAME}),))
        book.commit()


def _gpkg_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as book:
        book.execute('CREATE TABLE "ada lindqvist" (a TEXT)')
        book.commit()


def _html(path: Path) -> None:
    path.write_text(
        '<!doctype html><img alt="x" data-who="Lindqvist&#44; Ada"><script>var a="\\u004c\\u0069ndqvist"</script>'
    )


def _deep(path: Path) -> None:
    (path / "csv").mkdir(parents=True)
    (path / "csv" / "lindqvist-ada.csv").write_text("a\n1\n")


MADE = {
    "book.xlsx": _xlsx, "comment.xlsx": _sheet, "meta.parquet": _parquet_metadata, "col.parquet": _parquet_column,
    "x.gpkg": _gpkg, "table.gpkg": _gpkg_table, "page.html": _html, "packet": _deep,
}  # fmt: skip


@pytest.mark.parametrize("name", list(MADE))
def test_a_name_is_found_in_properties_comments_metadata_tables_and_file_names(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    MADE[name](path)
    secrets = _secrets(NAME)
    assert [leak for one in texts(path) for leak in secrets.leaks(one.text)]
