"""Who says what: sentences and short reports that are invented, with the source each act must get."""

from __future__ import annotations

import pytest
from engines import engine, sources

from dateline import language, mentions
from dateline.claims import attribution, quotations
from dateline.claims.context import lines
from dateline.records import Report, ReportId, Section, SectionKind, Sentence


def parsed(text: str, kind: SectionKind = SectionKind.BODY) -> tuple[Report, tuple[Sentence, ...]]:
    report = Report(ReportId("r"), text, sections=(Section(kind, 0, len(text)),))
    return report, language.parse(report, engine())[0]


def says(text: str, word: str, kind: SectionKind = SectionKind.BODY) -> tuple[str, str, str | None]:
    """Name and type of the source of the last place where a word stands, and who passes it on."""
    report, sentences = parsed(text, kind)
    found = lines(report, sentences, mentions.find(report, sentences, sources())[0])
    at = text.rindex(word)
    for line, narrator in zip(found, attribution.voices(report, found, None), strict=True):
        if line.sentence.span.start <= at < line.sentence.span.end:
            token = line.sentence.token_at(at)
            assert token is not None
            source = narrator.voice(token).source
            return source.name, str(source.type), source.via.name if source.via else None
    pytest.fail(f"no sentence holds {word!r}")


SENTENCES = (
    # the cue's place
    ("Nine men died, police said.", "died", "police", "government"),
    ("Nine men died, and a clinic was bombed, doctors said on Monday.", "bombed", "doctors", "medical"),
    ("Two families said gunmen, using ladders, were shooting at the guards.", "shooting", "families", "witness"),
    ("Amnesty International alleged they had used torture, forced labour and killings.", "killings",
     "Amnesty International", "monitor"),
    ("Nine men died, the ministry said; twelve were shot.", "shot", "report", "report"),
    ("SSP, STF, Anton Velik, said nine men were held.", "held", "Anton Velik (SSP STF)", "government"),
    # relays and documents
    ("Varda Radio, citing the harbour police, reported that nine died.", "died", "harbour police", "government"),
    ("Nine died, Varda Radio reported, citing the harbour police.", "died", "harbour police", "government"),
    ("State television quoted the police as saying nine died.", "died", "police", "government"),
    ("A statement by the police said nine died.", "died", "police", "government"),
    ("According to figures from the police, nine died.", "died", "police", "government"),
    ("Nine died in the raid, Varda Radio reports.", "died", "Varda Radio", "media"),
    ("Xu cites 2,900 casualties for the first army.", "casualties", "Xu", "other"),
    ("Police received reports of shooting in the harbour.", "shooting", "police", "government"),
    ("The police put the toll of the shelling at 118 dead.", "shelling", "police", "government"),
    ("Rebels put a bomb in the market, killing nine.", "bomb", "report", "report"),
    # nobody is named
    ("Rebels reportedly killed nine men.", "killed", "unattributed", "other"),
    ("The men are said to have killed nine guards.", "killed", "unattributed", "other"),
    ("It was announced that nine guards were killed.", "killed", "unattributed", "other"),
    ("Police said the rebels allegedly killed nine men.", "killed", "police", "government"),
    # what only looks like speaking
    ("As the hunt continues, police shot two men.", "shot", "report", "report"),
    ("The body showed signs of beatings.", "beatings", "report", "report"),
    ("No group has admitted killing the nine men.", "killing", "report", "report"),
    ("The blast claimed nine lives.", "lives", "report", "report"),
    ("Two explosions were reported in the harbour.", "explosions", "report", "report"),
    # acts of speech are told by who does them
    ("The police accused the men of killing nine guards.", "accused", "police", "government"),
    ("The police accused the men of killing nine guards.", "killing", "police", "government"),
    ("The men were accused of killing nine guards.", "accused", "report", "report"),
    ("Doctors Without Borders condemned the killing.", "condemned", "Doctors Without Borders", "monitor"),
    ("Doctors Without Borders condemned the killing.", "killing", "report", "report"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "word", "name", "kind"), SENTENCES)
def test_who_says_it(text: str, word: str, name: str, kind: str) -> None:
    assert says(text, word)[:2] == (name, kind)


def test_who_passes_it_on_is_kept() -> None:
    assert says("Varda Radio, citing the police, reported that nine died.", "died")[2] == "Varda Radio"


HEADLINES = (
    ("Nine killed in raid: police", "killed", "police"),
    ("Army: nine rebels killed", "killed", "army"),
    ("Harbour fight: nine killed", "killed", "report"),
    ("The men in the cellar: nine killed", "killed", "report"),
)


@pytest.mark.parametrize(("text", "word", "name"), HEADLINES)
def test_a_headline_names_its_source_beside_a_colon(text: str, word: str, name: str) -> None:
    assert name in says(text, word, SectionKind.HEADLINE)[0].lower()


RUNNING = (
    ("“They came at night. They shot my brother,” said Rana Odeh, a farmer.", "came", "Rana Odeh (farmer)"),
    ("Rana Odeh, a farmer, fled. “They came at night,” she said. “They shot my brother.”", "shot",
     "Rana Odeh (farmer)"),
    ('"They came at night," said Rana Odeh, a farmer.\n\n"They shot my brother," she said.', "shot",
     "Rana Odeh (farmer)"),
    ("“They came at night,” said Rana Odeh, a farmer. “It was dark.\n\n“They shot my brother.”", "shot",
     "Rana Odeh (farmer)"),
    ("Rana Odeh, a farmer, said she hid. Men shot her brother. They left at dawn, she said.", "shot",
     "Rana Odeh (farmer)"),
    ("The ministry said nine died. Men shot a guard. Two are in hospital, the ministry said.", "shot", "report"),
    ("Intelligence officials in Norway said nine died. Rebels shot a guard, the officials said.", "shot",
     "intelligence officials in Norway"),
    ("The Dawn Column said it had shelled a fort. A spokesman said nine were shot.", "shot", "Dawn Column"),
    ("The Dawn Column said it had shelled a fort. The group said nine were shot.", "shot", "Dawn Column"),
    ("The Dawn Column said it fled. A spokesman said nine died. The army denied it. The spokesman said two were shot.",
     "shot", "Dawn Column"),
    ("Rana Odeh, a farmer, said she hid.\n\nPolice shot a man on Friday.\n\nOdeh said she would not go home.", "shot",
     "report"),
    ("Rana Odeh, a farmer, said she hid.\n\nMen reportedly shot a guard.\n\nOdeh said she would not go home.", "shot",
     "Rana Odeh (farmer)"),
    ("Director-general of police R. K. Velik said he came late. The DGP said men shot a guard.", "shot", "Velik"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "word", "name"), RUNNING)
def test_a_speaker_goes_on(text: str, word: str, name: str) -> None:
    assert name.lower() in says(text, word)[0].lower()


QUOTED: tuple[tuple[str, list[str]], ...] = (
    ("“One two three four five,” he said.", ["One two three four five,"]),
    ('"One two three four five," he said. "Six seven eight nine ten."',
     ["One two three four five,", "Six seven eight nine ten."]),
    ("The “so-called army” came.", []),
    ("“One two three four five.\n\n“Six seven eight nine ten.”",
     ["One two three four five.", "Six seven eight nine ten."]),
    ('"""One two three four five,"" he said."', ["One two three four five,"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_quotations_are_found(text: str, expected: list[str]) -> None:
    _, sentences = parsed(text)
    assert [text[q.start : q.end] for q in quotations.find(sentences)] == expected


def test_a_quotation_taken_up_in_the_next_paragraph_is_marked() -> None:
    _, sentences = parsed("“One two three four five.\n\n“Six seven eight nine ten.”")
    assert [q.goes_on for q in quotations.find(sentences)] == [False, True]
