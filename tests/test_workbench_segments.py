"""A report's text cut at the ends of overlapping stretches: nothing is lost, moved or marked too far."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Report, ReportId, Section, SectionKind
from dateline.workbench import letters, segments
from dateline.workbench.segments import CLAIM, FIELD, FIGURE, Block, Stretch

LETTERS = st.sampled_from("ab \n\t.A😀é\u202e<&")


def cut(text: str, *stretches: tuple[int, int, int], sections: Sequence[Section] = ()) -> tuple[Block, ...]:
    report = Report(ReportId("r"), text, sections=tuple(sections))
    return segments.blocks(report, [Stretch(*one) for one in stretches])


def shown(blocks: Sequence[Block]) -> list[tuple[str, tuple[int, ...], int]]:
    return [
        (piece.text, piece.of, piece.level)
        for block in blocks
        for p in block.paragraphs
        for piece in p.pieces
    ]


def test_nested_and_crossing_stretches_become_pieces_that_know_all_of_them() -> None:
    text = "At least 17 people died there."
    found = shown(cut(text, (0, 24, CLAIM), (0, 18, FIGURE), (12, 29, FIELD)))
    assert found == [
        ("At least 17 ", (0, 1), FIGURE),
        ("people", (0, 1, 2), FIGURE),
        (" died ", (0, 2), CLAIM),
        ("there", (2,), FIELD),
        (".", (), FIELD),
    ]


def test_a_stretch_over_two_paragraphs_begins_once() -> None:
    blocks = cut("One dead.\n\n  Two hurt.", (4, 16, CLAIM))
    first, second = blocks[0].paragraphs
    assert [piece.text for piece in first.pieces] == ["One ", "dead."]
    assert [piece.text for piece in second.pieces] == ["Two", " hurt."]
    assert second.at == 13
    assert [piece.begins for p in (first, second) for piece in p.pieces] == [(), (0,), (), ()]
    assert segments.anchors(blocks) == {0: "w0"}


def test_stretches_that_begin_together_share_an_anchor() -> None:
    blocks = cut("Ten died.", (0, 8, CLAIM), (0, 3, FIGURE))
    assert segments.anchors(blocks) == {0: "w0", 1: "w0"}


@given(
    st.text(LETTERS, min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 60), st.integers(0, 2)), max_size=8),
)
def test_pieces_are_the_text_and_each_stretch_its_words(text: str, spans: list[tuple[int, int, int]]) -> None:
    stretches = [one for one in spans if one[0] < one[1] <= len(text)]
    blocks = cut(text, *stretches)
    covered: dict[int, set[int]] = {}
    seen: set[int] = set()
    for block in blocks:
        for paragraph in block.paragraphs:
            at = paragraph.at
            for piece in paragraph.pieces:
                assert text[at : at + len(piece.text)] == piece.text
                for number in piece.of:
                    covered.setdefault(number, set()).update(range(at, at + len(piece.text)))
                at += len(piece.text)
            seen |= set(range(paragraph.at, at))
    assert all(text[i].isspace() for i in set(range(len(text))) - seen)
    for number, (start, end, _) in enumerate(stretches):
        assert covered.get(number, set()) == set(range(start, end)) & seen


def test_what_no_section_covers_is_body_and_kinds_are_kept() -> None:
    text = "Head\nBody here.\nPhoto: A. B."
    sections = (Section(SectionKind.HEADLINE, 0, 4), Section(SectionKind.CAPTION, 16, 28))
    assert [(b.kind, b.paragraphs[0].pieces[0].text.strip()) for b in cut(text, sections=sections)] == [
        (SectionKind.HEADLINE, "Head"),
        (SectionKind.BODY, "Body here."),
        (SectionKind.CAPTION, "Photo: A. B."),
    ]


def test_lines_that_the_page_broke_run_on_and_those_of_the_writer_stand() -> None:
    wide = "The shells hit the market of Vardo at noon, and then\nthe harbour, where the ferry was lying."
    (block,) = cut(f"{wide}\n\nTown\nVardo\n\nTown   Dead\nVardo  12")
    assert [p.form for p in block.paragraphs] == ["", "lines", "columns"]


def test_a_text_of_nothing_but_paragraphs_is_one_element() -> None:
    (block,) = cut("\n\n".join("a" * (segments.MOST + 1)))
    assert len(block.paragraphs) == 1


def test_marks_that_turn_letters_around_are_made_visible_and_keep_their_place() -> None:
    hostile = "12\u202e34\u2066 \x1b[2J ok"
    assert letters.shown(hostile) == "12\N{REPLACEMENT CHARACTER}34\N{REPLACEMENT CHARACTER} \u241b[2J ok"
    assert len(letters.shown(hostile)) == len(hostile)
    kept = "שלום مرحبا 👩‍🚒 e\u0301\n\tend"
    assert letters.shown(kept) == kept
