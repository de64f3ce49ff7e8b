# ruff: noqa: E501 - a case and what it becomes read best one under the other
"""Texts in one case: what the restored text must read like, and what must be left alone."""

import subprocess
import sys

import pytest

from dateline.language.case import is_uniform, restore

LOWER = [
    (
        "belmora: two men of the village of sarnath were killed in police firing on tuesday, officials said here.",
        "Belmora: two men of the village of Sarnath were killed in police firing on Tuesday, officials said here.",
    ),
    (
        "the police arrested 14 persons. district superintendent of police ramesh tivari said the search went on.",
        "The police arrested 14 persons. District superintendent of police Ramesh Tivari said the search went on.",
    ),
    (
        "the incident took place under the krishnapuri police station on march 3, and he may march on.",
        "The incident took place under the Krishnapuri police station on March 3, and he may march on.",
    ),
    (
        "chief minister anil dholkar met mr verma and general katz in new delhi, then left for south africa.",
        "Chief Minister Anil Dholkar met Mr Verma and General Katz in New Delhi, then left for South Africa.",
    ),
    (
        "the special task force (stf) and the un said us troops gave us nothing but an fir at 7.30 pm that day.",
        "The Special Task Force (STF) and the UN said US troops gave us nothing but an FIR at 7.30 pm that day.",
    ),
    (
        "\"i don't know,\" said k. r. mehta's brother; the mob's leaders, o'neill and mcdonald, fled to belmora''s camp.",
        "\"I don't know,\" said K. R. Mehta's brother; the mob's leaders, O'Neill and McDonald, fled to Belmora''s camp.",
    ),
]
UPPER = [
    (
        "GUERRILLAS OF THE POPULAR FRONT (FMLN) KILLED TWO SOLDIERS NEAR SAN VERANO ON 5 MAY. THE ELN DENIED IT.",
        "Guerrillas of the popular front (FMLN) killed two soldiers near San Verano on 5 May. The ELN denied it.",
    ),
    (
        "PRESIDENT HERNANDO VALDEZ AND JOSE DE LA TORRE SAID U.S. OFFICIALS\nARRIVED IN TARMIA ON MONDAY.",
        "President Hernando Valdez and Jose de la Torre said U.S. officials\narrived in Tarmia on Monday.",
    ),
    (
        "EL SALVADOR'S TROOPS CROSSED THE LEMPRA RIVER. SHI'ITE FIGHTERS OF AL-NUQTA DID NOT.",
        "El Salvador's troops crossed the Lempra River. Shi'ite fighters of al-Nuqta did not.",
    ),
    (
        "TARMIA, 5 MAY -- [TEXT] THE ARMY FOUGHT THE FPT [FRENTE POPULAR] AND LOST. [REPORTER] WHY?",
        "Tarmia, 5 May -- [text] The army fought the FPT [Frente popular] and lost. [Reporter] Why?",
    ),
]
MIXED = [
    "Two men were killed in Belmora on Tuesday, officials said.",
    "A blast destroyed the bus, officials\n            say.\n            It carried soldiers of the garrison.",
    "He told the council,\n\n“please keep these families in your thoughts and in your prayers this week, and always.”",
    "UN",
    "",
    "374 – 1,100",
]


@pytest.mark.parametrize(("text", "expected"), LOWER + UPPER)
def test_case_comes_back(text: str, expected: str) -> None:
    assert restore(text) == expected


@pytest.mark.parametrize("text", MIXED[:2] + MIXED[3:])
def test_mixed_text_is_left_alone(text: str) -> None:
    assert restore(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [(text, "lower") for text, _ in LOWER if text[0] != '"']
    + [(text, "upper") for text, _ in UPPER]
    + [(MIXED[0], None)],
)
def test_is_uniform(text: str, expected: str | None) -> None:
    assert is_uniform(text) == expected


def test_a_headline_in_capitals_in_a_mixed_report_is_restored() -> None:
    text = "GUNMEN ATTACK TARMIA PRISON, QRF DEPLOYED\n\nGunmen of the Tarmia brigade, the QRF said, fled on Sunday."
    assert restore(text).startswith("Gunmen attack Tarmia prison, QRF deployed\n\nGunmen of the Tarmia")


def test_the_gazetteer_is_asked_for_doubtful_words_only() -> None:
    text = "the army took park and the old bridge there on friday after three days of heavy fighting."
    asked: list[str] = []

    def known(word: str) -> bool:
        asked.append(word)
        return word == "Park"

    assert "took Park and the old bridge" in restore(text, known)
    assert "The" not in asked


@pytest.mark.parametrize(
    "text", ["straße ŉ ǰ İSTANBUL ΟΔΟΣ ΣΑΣ " * 9, "ΟΔΟΣ ΜΕΣΑ ΣΤΗΝ ΠΟΛΗ ΤΗΣ ΑΘΗΝΑΣ", "ﬁre ßß " * 20]
)
def test_letters_whose_case_changes_length_stay(text: str) -> None:
    for form in (text, text.upper(), text.lower()):
        assert len(restore(form)) == len(form)
        assert restore(form).lower() == form.lower()


def test_misread_quotation_marks_are_no_letters() -> None:
    text = "the city of belmora was quiet. â€œthe situation is under control,â€� the officer said on friday."
    assert "quiet. â€œThe situation" in restore(text)


def test_nothing_is_loaded_for_mixed_text() -> None:
    code = (
        "from dateline.language import case, case_marks; case.restore('Two men were killed in Belmora, he said.');"
        "assert case_marks.lists.cache_info().currsize == 0"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603
