"""`evaluate times`: the count of task A of TempEval-3, worked out by hand; and the form of its files."""

import json
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.evaluate import running
from dateline.evaluate.times import Tagged, agreement, measure, paired, trimmed

TEXT = "On Friday, about 12 May 2015, it fell; it had stood for ten years."
GOLD = (
    Tagged(3, 9, "DATE", "2015-05-08"),
    Tagged(11, 28, "DATE", "2015-05-12"),
    Tagged(56, 65, "DURATION", "P10Y"),
)


def test_what_is_counted() -> None:
    ours = (
        Tagged(3, 10, "DATE", "2015-05-15"),  # the comma is trimmed: same extent, other value
        Tagged(17, 28, "DATE", "2015-05-12"),  # overlaps, same value
        Tagged(39, 41, "TIME", "PRESENT_REF"),  # nothing there
    )
    got = agreement([TEXT], [GOLD], [ours])
    assert (got.strict.hit, got.relaxed.hit, got.strict_value.hit) == (1, 2, 0)
    assert (got.strict.system, got.strict.gold) == (3, 3)
    assert (got.type_share, got.value_share) == (1.0, 0.5)
    assert got.relaxed.f1 == pytest.approx(2 / 3)
    assert got.value_f1 == pytest.approx(1 / 3)
    assert got.headline == {"value": got.value_f1, "strict": got.strict.f1}


def test_a_tag_without_a_value_is_not_asked_for_one() -> None:
    gold = (Tagged(3, 9, "DATE", None), Tagged(56, 65, "DURATION", "P10Y"))
    got = agreement(
        [TEXT], [gold], [(Tagged(3, 9, "DATE", "XXXX-WXX-5"), Tagged(56, 65, "DURATION", "P10Y"))]
    )
    assert (got.value_share, got.strict_value.hit) == (1.0, 2)


def test_the_largest_overlap_is_paired_first() -> None:
    assert paired({(0, 10), (12, 20)}, {(5, 14), (13, 20)}) == [((12, 20), (13, 20)), ((0, 10), (5, 14))]


@pytest.mark.parametrize(("start", "end", "expected"), [(2, 11, (3, 9)), (0, 2, (0, 2)), (9, 11, (11, 11))])
def test_marks_around_an_extent_do_not_count(start: int, end: int, expected: tuple[int, int]) -> None:
    assert trimmed(TEXT, start, end) == expected


def _file(folder: Path, *entries: object) -> Path:
    path = folder / "made_up.jsonl"
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries))
    return path


def test_a_file_is_read_tagged_and_compared(tmp_path: Path) -> None:
    timexes = [{"start": t.start, "end": t.end, "type": t.kind, "value": t.value} for t in GOLD]
    entry = {"id": "a", "dct": "2015-06-01T10:00", "text": TEXT, "timexes": timexes}
    path = _file(tmp_path, entry, entry | {"id": "b", "dct": None})
    got = running.evaluate("times", path).to_object()
    assert (got["set"], got["part"], got["reports"]) == ("made_up", "times", 2)
    assert (got["strict"]["gold"], got["strict"]["f1"]) == (6, 1.0)
    assert set(got["headline"]) == {"value", "strict"}
    assert measure(tmp_path).strict.gold == 6


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"id": "a", "text": "now"}, "not of the form"),
        ({"id": "a", "text": "now", "timexes": [], "dct": "May"}, "not a day"),
        ([], "not of the form"),
    ],
)
def test_another_form_is_refused(tmp_path: Path, entry: object, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        measure(_file(tmp_path, entry))


def test_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no \.jsonl file"):
        measure(tmp_path)
