"""Laws of reading: sections cover all but white space and lie apart; restored text differs in case alone."""

import io
import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline import reports
from dateline.language.case import restore
from dateline.records import Report

# Lines that reports are made of, so that the search meets every rule, among lines of anything.
LINES = (
    "THE BELMORA POST",
    "Gunmen Storm Prison in Tarmia",
    "By Ada Brenner | Photographs by Max Ohm",
    "Updated March 9, 2031 1:20 pm ET",
    "9 March 2031",
    "TARMIA, Belmora—Gunmen stormed the prison.",
    "SARNATH, 9 JAN 90 (BPX) -- [TEXT] TWO MEN DIED.",
    "sarnath: two men were killed in police firing, the police said on friday night.",
    "Two Die in Tarmia Blast. TARMIA -- Two men died on Sunday.",
    "Is This the End of the Red Front?The death of its leader was a blow.",
    "Guards at the gate of the prison in Tarmia on Sunday",
    "It is quiet, they said. related storiesÂ army enters tarmia",
    "Most Read",
    "Write to Ada Brenner at ada@example.org",
    "Copyright ©2031 Tarmia Press, Inc. All Rights Reserved.",
    "",
)
texts = st.one_of(
    st.text(),
    st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=40)), max_size=12).map("\n".join),
    st.lists(st.sampled_from(LINES), max_size=12).map("\r\n\r\n".join),
)


def without_space(text: str) -> str:
    return "".join(text.split())


@given(texts.filter(lambda text: text.strip()), st.one_of(st.none(), st.sampled_from(LINES), st.text()))
@example("\x1c\x85\u2028Two died.\ufeff", None)
@example("Two died. Three fled.", "Two died")
def test_sections_cover_all_but_white_space_and_lie_apart(text: str, headline: str | None) -> None:
    report = reports.from_text(text, headline=headline)
    assert report.text == text
    assert "".join(without_space(text[s.start : s.end]) for s in report.sections) == without_space(text)
    assert all(not text[s.start].isspace() and not text[s.end - 1].isspace() for s in report.sections)
    assert report == reports.from_text(text, headline=headline)


@given(texts.filter(lambda text: text.strip() and "\x00" not in text))
def test_json_text_comes_through_exactly(text: str) -> None:
    line = json.dumps({"text": text}).encode()
    found = [r for r in reports.read(io.BytesIO(line)) if isinstance(r, Report)]
    assert [r.text for r in found] == [text]


@given(st.binary())
def test_any_bytes_give_reports_or_faults(raw: bytes) -> None:
    assert list(reports.read(io.BytesIO(raw)))


@given(
    st.one_of(texts, texts.map(str.upper), texts.map(str.lower), st.text("ßŉǰİıΣσςﬁǅ AaÂâ'’.\n", max_size=80))
)
@settings(max_examples=300)
def test_restoring_case_changes_case_alone(text: str) -> None:
    restored = restore(text, lambda word: word.startswith("P"))
    assert len(restored) == len(text)
    assert restored.lower() == text.lower()
