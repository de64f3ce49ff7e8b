"""Who is speaking: tables of phrases from invented reports, with the name and source type they must get."""

from __future__ import annotations

from functools import cache

import pytest
from engines import engine

from dateline.language import parse
from dateline.lexicons import load as lexicon
from dateline.mentions import speakers
from dateline.mentions.actors import find
from dateline.mentions.speakers import describe, issuer, parties_of
from dateline.records import Mention, Phrase, Report, ReportId, Sentence


@cache
def read(text: str) -> tuple[Report, tuple[Sentence, ...], tuple[Mention, ...]]:
    report = Report(ReportId("r"), text)
    sentences, _ = parse(report, engine())
    return report, sentences, find(report, sentences)


def speaker_at(text: str, head: str, parties: frozenset[str] | None = None) -> tuple[str, str]:
    report, sentences, mentions = read(text)
    start = text.rindex(head)
    sentence = next(s for s in sentences if s.span.start <= start < s.span.end)
    k = sentence.token_at(start)
    assert k is not None
    if parties is None:
        parties = parties_of(report, mentions)
    found = describe(sentence, Phrase(k, *sentence.subtree(k)), mentions, parties=parties)
    return found.name, found.type


CASES = (
    ("Reuters reported two deaths.", "Reuters", "Reuters", "media"),
    ("The Shillong Times reported two deaths.", "Times", "The Shillong Times", "media"),
    ("Dawn reported two deaths.", "Dawn", "Dawn", "media"),
    ("The Riverland Gazette reported two deaths.", "Gazette", "Riverland Gazette", "media"),
    ("Varda Radio reported two deaths.", "Radio", "Varda Radio", "media"),
    ("State television said the bridge fell.", "television", "state television", "media"),
    ("Syrian state media said a missile hit.", "media", "Syrian state media", "media"),
    ("The Xinhua news agency said a bridge fell.", "agency", "Xinhua News Agency", "media"),
    ("Local media said a bridge fell.", "media", "Local media", "media"),
    ("Officials said nine died.", "Officials", "officials", "official_unnamed"),
    ("Turkish officials said nine died.", "officials", "Turkish officials", "official_unnamed"),
    ("Authorities said nine died.", "Authorities", "authorities", "official_unnamed"),
    ("A senior security official said nine died.", "official", "senior security official",
     "official_unnamed"),
    ("Western diplomats said nine died.", "diplomats", "Western diplomats", "official_unnamed"),
    ("Police sources said nine died.", "sources", "police sources", "official_unnamed"),
    ("Sources said nine died.", "Sources", "unnamed sources", "other"),
    ("Witnesses said nine died.", "Witnesses", "witnesses", "witness"),
    ("Residents of Varda said nine died.", "Residents", "residents of Varda", "witness"),
    ("Two families said nine died.", "families", "families", "witness"),
    ("Rana Odeh, 54, said nine died.", "Odeh", "Rana Odeh", "witness"),
    ("Rana Odeh, a nurse, said nine died.", "Odeh", "Rana Odeh (nurse)", "medical"),
    ("Rana Odeh, a farmer, said nine died.", "Odeh", "Rana Odeh (farmer)", "witness"),
    ("Doctors said nine died.", "Doctors", "doctors", "medical"),
    ("Hospital officials said nine died.", "officials", "hospital officials", "medical"),
    ("A hospital source said nine died.", "source", "hospital source", "medical"),
    ("Medics said nine died.", "Medics", "medics", "medical"),
    ("Analysts said the war would last.", "Analysts", "analysts", "expert"),
    ("Professor Rana Odeh said the war would last.", "Odeh", "Rana Odeh (Professor)", "expert"),
    ("Rana Odeh, a former U.S. ambassador, said the war would last.", "Odeh",
     "Rana Odeh (former U.S. ambassador)", "expert"),
    ("Police said nine died.", "Police", "police", "government"),
    ("Varda police said nine died.", "police", "Varda police", "government"),
    ("City police spokesman Anton Velik said nine died.", "Velik",
     "Anton Velik (City police spokesman)", "government"),
    ("Governor Anton Velik said nine died.", "Velik", "Anton Velik (Governor)", "government"),
    ("Interior Minister Anton Velik said nine died.", "Velik", "Anton Velik (Interior Minister)",
     "government"),
    ("Varda County Sheriff Anton Velik said nine died.", "Velik", "Anton Velik (Varda County Sheriff)",
     "government"),
    ("Detective Sergeant Anton Velik said nine died.", "Velik", "Anton Velik (Detective Sergeant)", "government"),
    ("The Kenyan Interior Ministry said nine died.", "Ministry", "Kenyan Interior Ministry", "government"),
    ("The United Nations said nine died.", "Nations", "United Nations", "international_organisation"),
    ("UNICEF said nine died.", "UNICEF", "UNICEF", "international_organisation"),
    ("The Red Cross said nine died.", "Cross", "International Committee of the Red Cross",
     "international_organisation"),
    ("Human Rights Watch said nine died.", "Watch", "Human Rights Watch", "monitor"),
    ("The Syrian Observatory for Human Rights said nine died.", "Observatory",
     "Syrian Observatory for Human Rights", "monitor"),
    ("Doctors Without Borders said nine died.", "Doctors", "Doctors Without Borders", "monitor"),
    ("The SDF said it took the hill.", "SDF", "Syrian Democratic Forces", "party"),
    ("The Taliban said they took the hill.", "Taliban", "Taliban", "party"),
    ("Libyan rebels said they took the hill.", "rebels", "Libyan rebels", "party"),
    ("A Hezbollah spokesman said nine died.", "spokesman", "Hezbollah (spokesman)", "party"),
    ("The US-led coalition said it hit a depot.", "coalition", "US-led coalition", "party"),
    ("The army said nine died after rebels in Chad attacked.", "army", "Chadian Army", "party"),
    ("Unconfirmed reports said nine died.", "reports", "unattributed", "other"),
    ("American reports said nine died.", "reports", "American reports", "media"),
    ("Opposition activists said nine died.", "activists", "opposition activists", "other"),
    ("A spokesman for the UN refugee agency, Anton Velik, said nine died.", "spokesman",
     "Anton Velik (spokesman for UN refugee agency)", "international_organisation"),
    ("Israeli airstrikes hit Varda. Israel said it hit a depot.", "Israel", "Israel", "party"),
    ("Norway said the talks would go on.", "Norway", "Norway", "government"),
    ("Rebels in Mali fought the Malian army. General Marat Osk said nine died.", "Osk",
     "Marat Osk (General)", "party"),
    ("The district court said nine were held.", "court", "district court", "government"),
    ("Varda Radio and Radio Esja differ. Radio Esja said nine died.", "Esja", "Radio Esja", "media"),
    ("A spokesman for the Dawn Column said nine died.", "spokesman", "Dawn Column (spokesman)", "party"),
    ("The Dawn Column said nine died.", "Column", "Dawn Column", "party"),
    ("Military reports said nine died.", "reports", "Military reports", "party"),
    ("Rebel sources said nine died.", "sources", "rebel sources", "party"),
    ("Prosecutors said nine were held.", "Prosecutors", "prosecutors", "government"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "head", "name", "kind"), CASES)
def test_who_speaks(text: str, head: str, name: str, kind: str) -> None:
    assert speaker_at(text, head) == (name, kind)


def test_a_role_told_once_is_kept() -> None:
    text = "Varda police chief Anton Velik came late. Velik said nine died."
    assert speaker_at(text, "Velik") == ("Anton Velik (Varda police chief)", "government")


def test_a_pronoun_speaks_as_the_person_it_stands_for() -> None:
    text = "Governor Anton Velik came late. He said nine died."
    assert speaker_at(text, "He") == ("Anton Velik (Governor)", "government")


PARTIES: tuple[tuple[str, set[str], set[str]], ...] = (
    ("The SDF attacked a post.", {"Syrian Democratic Forces"}, set()),
    ("Rebels in Mali fought the army.", {"Malian Army", "MLI"}, set()),
    ("Israeli airstrikes hit a depot in Lebanon.", {"Israel", "ISR"}, {"LBN"}),
    ("NATO attacks killed nine.", {"NATO"}, set()),
    ("The Russian army said the talks failed.", set(), {"RUS"}),
    ("The US-led coalition hit a depot in Iraq.", {"USA", "US-led coalition"}, {"IRQ"}),
    ("Norway sent doctors.", set(), {"NOR", "Norway"}),
)


@pytest.mark.parametrize(("text", "inside", "outside"), PARTIES)
def test_who_fights(text: str, inside: set[str], outside: set[str]) -> None:
    report, _, mentions = read(text)
    found = parties_of(report, mentions)
    assert inside <= found
    assert found.isdisjoint(outside)


ISSUERS = (
    ("CENTCOM", None, ("US Central Command", "party")),
    (None, "https://www.centcom.mil/MEDIA/PRESS-RELEASES/1/", ("US Central Command", "party")),
    ("US State Department", None, ("US State Department", "government")),
    (None, "https://www.ohchr.org/en/1", ("Office of the UN High Commissioner for Human Rights",
                                          "international_organisation")),
    ("Northern Accord Forces", None, ("Northern Accord Forces", "party")),
    ("Ministry of Defence of Varda", None, ("Ministry of Defence of Varda", "party")),
    ("Amnesty International", None, ("Amnesty International", "monitor")),
    (None, "https://www.varda.gov/news", ("varda.gov", "government")),
    ("Varda Command", "https://www.varda.mil/news", ("Varda Command", "party")),
    ("Reuters", "https://www.reuters.com/1", None),
    ("The Riverland Gazette", None, None),
    (None, "http://notun.org/1", None),
    (None, "http://[broken", None),
    (None, None, None),
)  # fmt: skip


@pytest.mark.parametrize(("publisher", "url", "expected"), ISSUERS)
def test_who_issues(publisher: str | None, url: str | None, expected: tuple[str, str] | None) -> None:
    found = issuer(Report(ReportId("r"), "Text.", publisher=publisher, url=url))
    assert (None if found is None else (found.name, found.type)) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CLANDESTINE, 1 MAY 89 (RADIO VENCEREMOS) -- [TEXT] A POST FELL.",
         "Farabundo Marti National Liberation Front"),
        ("VARDA, 1 MAY 89 (RADIO VARDA) -- [TEXT] A POST FELL.", None),
        ("The armed forces of El Salvador hereby report that a post fell.", "Salvadoran Army"),
        ("I hereby report that a post fell.", None),
    ],
)  # fmt: skip
def test_who_issues_a_report_by_its_own_words(text: str, name: str | None) -> None:
    found = issuer(Report(ReportId("r"), text))
    assert (None if found is None else found.name) == name


def test_constants_are_of_the_codebook() -> None:
    assert (speakers.REPORT.name, speakers.REPORT.type) == ("report", "report")
    assert (speakers.UNATTRIBUTED.name, speakers.UNATTRIBUTED.type) == ("unattributed", "other")


def test_outlets_are_many_and_named_once() -> None:
    rows = [v for k, v in lexicon("outlets").items() if k not in ("suffixes", "words", "issuer", "site_type")]
    names = [name for row in rows if isinstance(row, list) for name in row]
    assert len(names) >= 400
    assert len(set(names)) == len(names)
