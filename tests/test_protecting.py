"""A publication as partners and the public may see it. All people, outlets and events are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.exports.publication import Audience, Publication, Wording
from dateline.ledger import Ledger
from dateline.pipeline import Reader, open_reader
from dateline.protection import policy_for
from dateline.protection.masking import View, redact
from dateline.protection.people import Found
from dateline.protection.policy import Policy
from dateline.protection.redaction import Edit, Redaction
from dateline.publishing import build
from dateline.publishing.knowing import Knower
from dateline.publishing.protecting import Protected, protect, seal_of
from dateline.records import Report, ReportId, Section, SectionKind, Span

TEXT = (
    "Shells kill nine in Dalvik, says nurse Maria Holm\n\n"
    "By Ketill Vance\n\n"
    "DALVIK, Iceland, March 13 (Fjord Wire) - Shells fell on the market of Dalvik on Tuesday, killing nine people, "
    "said Maria Holm, a nurse at the clinic on Birch Street.\n\n"
    "“I carried my neighbour Jon out and he died in my arms,” Holm said. Among the dead was Yousef al-Khatib, 19.\n\n"
    "Interior Minister Runa Halls said on Wednesday that 12 people had been killed in Dalvik.\n\n"
    "Write to ketill.vance@wire.example with what you know."
)
SECRET = ("maria", "holm", "khatib", "yousef", "ketill", "vance", "jon")


@cache
def reader() -> Reader:
    return open_reader()


@cache
def knower() -> Knower:
    return Knower()


def report(text: str = TEXT, id_: str = "maria-holm-interview") -> Report:
    headline, _, rest = text.partition("\n")
    sections = (
        Section(SectionKind.HEADLINE, 0, len(headline)),
        Section(SectionKind.BODY, len(headline) + 2, len(text)),
    )
    return Report(
        ReportId(id_),
        text,
        headline,
        "Fjord Wire",
        "Ketill Vance",
        "DALVIK",
        date(2024, 3, 13),
        url=f"https://wire.example/{id_}",
        sections=sections if rest else (),
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    path = tmp_path_factory.mktemp("protecting") / "one.ledger"
    with Ledger(path) as book:
        run = book.begin_run("0", "m")
        for one in (report(), report(TEXT.replace("nine", "9"), "second-copy")):
            reading = reader().read(one)
            book.record(run, one, reading.claims, reading.faults)
        book.finish_run(run)
        return build(book)


def seen(
    whole: Publication, audience: Audience, policy: Policy | None = None, salt: bytes = b"salt"
) -> Protected:
    seal = seal_of(whole, audience, salt)
    return protect(whole, audience, policy or policy_for(audience), seal, knower())


def everything(made: Publication) -> str:
    """All strings of a publication; a record's repr shows every field."""
    return repr((made.reports, made.told, made.incidents, made.asked)).casefold()


def test_the_public_sees_no_private_name_in_any_field(whole: Publication) -> None:
    made = seen(whole, Audience.PUBLIC).publication
    assert made.wording is Wording.CLAIMS
    shown = everything(made)
    for name in SECRET:
        assert name not in shown, name
    assert "runa halls" in shown
    assert "birch street" not in shown
    assert "carried my neighbour" not in shown


def test_partners_see_the_text_without_names(whole: Publication) -> None:
    made = seen(whole, Audience.PARTNER).publication
    assert made.wording is Wording.MASKED
    for name in ("maria", "holm", "khatib", "yousef", "jon"):
        assert name not in everything(made), name
    text = made.reports[0].text
    assert "a nurse at the clinic on Birch Street" in text
    assert "out and he died in my arms" in text


def test_every_span_points_to_its_masked_words(whole: Publication) -> None:
    for audience in (Audience.PARTNER, Audience.PUBLIC):
        made = seen(whole, audience).publication
        texts = {one.id: one.text for one in made.reports}
        assert len(made.told) == len(whole.told)
        for one in made.told:
            spans = [one.claim.evidence, *one.claim.also, *(f.span for f in one.claim.figures)]
            spans += [d.span for d in one.claim.decisions if d.span]
            for span in spans:
                assert span.report in texts
                assert span.of(texts[span.report]).strip() or span.end <= len(texts[span.report])
    told = [one.claim for one in made.told if one.claim.source.name.startswith("Runa Halls")]
    assert {f.span.of(texts[c.report]) for c in told for f in c.figures} == {"12 people"}


def test_numbers_stay_as_they_are(whole: Publication) -> None:
    made = seen(whole, Audience.PUBLIC).publication

    def numbers(one: Publication) -> list[tuple[object, ...]]:
        return sorted((f.measure, f.low or -1, f.high or -1) for t in one.told for f in t.claim.figures)

    assert numbers(made) == numbers(whole)
    assert sorted(len(r.claims) for r in made.incidents) == sorted(len(r.claims) for r in whole.incidents)
    assert set(made.by_claim) == set(made.claims)


def test_no_id_can_be_guessed_from_a_files_name(whole: Publication) -> None:
    made = seen(whole, Audience.PUBLIC).publication
    other = seen(whole, Audience.PUBLIC, salt=b"other").publication
    old = {str(one.claim.id) for one in whole.told} | {str(one.id) for one in whole.reports}
    new = {str(one.claim.id) for one in made.told} | {str(one.id) for one in made.reports}
    assert not old & new
    assert not new & {str(one.claim.id) for one in other.told}
    assert [one.url for one in made.reports if one.url] == ["https://wire.example/second-copy"]


def test_a_person_has_one_number_in_an_export_and_another_in_the_next(whole: Publication) -> None:
    made = seen(whole, Audience.PARTNER)
    again = seen(whole, Audience.PARTNER)
    assert made.publication == again.publication
    texts = [one.text for one in made.publication.reports]
    lines = [next(line for line in text.splitlines() if "a nurse at the clinic" in line) for text in texts]
    assert len({line.partition("said ")[2] for line in lines}) == 1
    numbers = {
        seen(replace(whole, asked=f"--kind {k}"), Audience.PARTNER).publication.reports[0].headline
        for k in range(9)
    }
    assert len(numbers) > 1


def test_places_tied_to_a_private_person_are_coarse(whole: Publication) -> None:
    exact = {one.claim.where for one in whole.told if one.claim.where}
    made = {one.claim.where for one in seen(whole, Audience.PUBLIC).publication.told if one.claim.where}
    assert any(where.name == "Dalvik" for where in exact)
    assert not any("Dalvik" in where.name for where in made)
    assert all((where.radius_km or 0) >= 15 for where in made)
    assert exact == {o.claim.where for o in seen(whole, Audience.PARTNER).publication.told if o.claim.where}


def test_what_is_withheld_is_counted_by_kind(whole: Publication) -> None:
    withheld = {one.kind: one.count for one in seen(whole, Audience.PUBLIC).publication.withheld}
    assert withheld["name"] >= 4
    assert withheld["byline"] == withheld["text"] == withheld["contact"] == 2
    assert withheld["url"] == 1
    assert withheld["speech"] >= 2


def test_nothing_withheld_is_left_in_what_is_published(whole: Publication) -> None:
    for audience in (Audience.PARTNER, Audience.PUBLIC):
        made = seen(whole, audience)
        for one in made.publication.reports:
            for text in (one.text, one.headline or "", one.url or ""):
                assert made.secrets.leaks(text) == ()


def test_a_policy_may_keep_a_name(whole: Publication, tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text('[names]\nkeep = ["Yousef al-Khatib"]\nwithhold = ["Runa Halls"]\n', "utf-8")
    policy = policy_for("partner", path)
    shown = everything(seen(whole, Audience.PARTNER, policy).publication)
    assert "khatib" in shown
    assert "halls" not in shown


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[names]\nkep = []\n", "nothing is called 'kep'"),
        ("[names]\nkeep = 'Maria'\n", "keep is a list of names"),
        ("[audience.public]\nspeech = 'no'\n", "write true or false"),
        ("[audience.all]\n", "nothing is called 'all'"),
        ("[audience.public]\ntexts = false\n", "whole texts are never public"),
        ('[names]\nkeep = ["A B"]\nwithhold = ["a b"]\n', "also to be withheld"),
        ("[names\n", "not valid TOML"),
        ("[audience.public]\nurls = 'some'\n", "write one of named, tied, all"),
    ],
)
def test_a_wrong_policy_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=told):
        policy_for("public", path)


def test_a_name_that_is_private_elsewhere_is_masked_in_any_case() -> None:
    one = report("the shop of khatib was hit; KHATIB fled to al-khatib camp", "lower")
    view = View(Found((), frozenset()), (), {}, others=frozenset({"khatib"}))
    made = redact(one, view, policy_for("partner").cover, [one.span(0, len(one.text))])
    assert made.text.casefold().count("khatib") == 0
    assert made.text.count("[name withheld]") == 3


def test_redaction_maps_spans_through_edits() -> None:
    made = Redaction(
        "abc Maria Holm def", [Edit(4, 14, 2, "person 1"), Edit(4, 9, 1, "x"), Edit(15, 18, 0, "")]
    )
    assert made.text == "abc person 1 "
    id_ = ReportId("r")
    assert made.span(Span(id_, 0, 3), id_) == Span(id_, 0, 3)
    assert made.span(Span(id_, 6, 7), id_) == Span(id_, 4, 12)
    assert made.span(Span(id_, 0, 12), id_) == Span(id_, 0, 12)
    assert made.span(Span(id_, 15, 17), id_) is None
