"""`evaluate attribution`: pairs of who said what, worked out by hand; and the form of its files."""

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.evaluate import running
from dateline.evaluate.attribution import agreement, measure, paired, same_source

TEXT = "The mayor said the old bridge had fallen. His aide denied it."


def spans(source: str, cue: str, *content: str) -> dict[str, Any]:
    def at(words: str) -> list[int]:
        return [TEXT.index(words), TEXT.index(words) + len(words)]

    parts = {"source": [at(source)] if source else [], "cue": [at(cue)], "content": [at(c) for c in content]}
    return dict(parts)


GOLD = (
    spans("The mayor", "said", "the old bridge had fallen"),
    spans("His aide", "denied", "it"),
)


def test_what_is_counted() -> None:
    ours = (
        spans("mayor", "said", "bridge had fallen."),  # three words of five, a word of the source
        spans("His", "denied", "it"),  # only a small word of the source
        spans("", "fallen", "old"),
    )
    got = agreement([TEXT], [GOLD], [ours])
    assert (got.content_pairs.hit, got.content_pairs.system, got.content_pairs.gold) == (2, 3, 2)
    assert got.who_said_what.hit == 1
    assert got.source_share == 0.5
    assert (got.exact_cue.hit, got.exact_content.hit, got.exact_source.hit) == (2, 1, 0)
    assert (got.overlap_source.hit, got.overlap_source.system) == (2, 2)
    assert (got.token_content.hit, got.token_content.system, got.token_content.gold) == (5, 5, 6)
    assert got.headline == {"who_said_what": got.who_said_what.f1, "source": 0.5}


def test_less_than_half_in_common_is_another_content() -> None:
    got = agreement([TEXT], [GOLD], [[spans("The mayor", "said", "the old")]])
    assert (got.content_pairs.hit, got.overlap_content.hit) == (0, 1)


def test_the_closest_are_paired_first() -> None:
    ones, others = [frozenset({1, 2, 3}), frozenset({3, 4})], [frozenset({2, 3, 4}), frozenset({1, 2, 3})]
    assert paired(ones, others, 0.5) == [(0, 1), (1, 0)]
    assert paired(ones, others, 0.9) == [(0, 1)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (set(), set(), True),
        ({0, 1}, set(), False),
        ({0, 1}, {1, 2}, True),
        ({0, 1}, {0}, False),  # "The" alone
        ({8}, {8, 9}, True),  # gold that is nothing but a small word: "His"
    ],
)
def test_when_two_sources_are_one(one: set[int], other: set[int], same: bool) -> None:
    words = TEXT.lower().replace(".", "").split()
    assert same_source(frozenset(one), frozenset(other), words) is same


def _file(folder: Path, *entries: object) -> Path:
    path = folder / "made_up.jsonl"
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries))
    return path


def test_a_file_is_read_attributed_and_compared(tmp_path: Path) -> None:
    entry = {"id": "a", "text": TEXT, "attributions": GOLD}
    got = running.evaluate("attribution", _file(tmp_path, entry, entry)).to_object()
    assert (got["set"], got["part"], got["reports"]) == ("made_up", "attribution", 2)
    assert (got["who_said_what"]["gold"], got["who_said_what"]["f1"]) == (4, 1.0)
    assert measure(tmp_path).exact_source.hit == 4


@pytest.mark.parametrize(
    "entry",
    [{"id": "a", "text": TEXT}, [], {"id": "a", "text": TEXT, "attributions": [{"source": [["a", 2]]}]}],
)
def test_another_form_is_refused(tmp_path: Path, entry: object) -> None:
    with pytest.raises(UsageError, match="not of the form"):
        measure(_file(tmp_path, entry))


def test_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no \.jsonl file"):
        measure(tmp_path)
