"""Laws of figures: a number told in words or digits reads back, hedges keep bounds in order, spans hold."""

from __future__ import annotations

import pytest
from engines import engine
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language import parse
from dateline.mentions.figures import find
from dateline.mentions.figures.hedges import bound
from dateline.mentions.figures.numbers import Number, read_number, whole
from dateline.mentions.figures.vocabulary import plural, vocabulary
from dateline.records import Figure, Mention, Report, ReportId, Scope, Span, Token

SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
SMALL += ["twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = [(1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand"), (100, "hundred")]
HEDGES = ["", "at least", "more than", "fewer than", "up to", "nearly", "about", "some", "perhaps as many as"]
PARTS = ["a tank", "two guards", "12", "dozens", "no one", "half of them", "the toll"]
NOUNS = ["soldiers", "villagers", "tanks", "strikes", "police officers", "masked gunmen"]


def in_words(value: int) -> str:
    """English words for a number up to ten billion."""
    if value < len(SMALL):
        return SMALL[value]
    if value < 100:
        tens, unit = divmod(value, 10)
        return TENS[tens] + (f" - {SMALL[unit]}" if unit else "")
    for size, name in SCALES:
        if value >= size:
            head, rest = divmod(value, size)
            glue = " and " if size == 100 else " "
            return f"{in_words(head)} {name}" + (f"{glue}{in_words(rest)}" if rest else "")
    raise AssertionError(value)


def tokens(text: str) -> tuple[Token, ...]:
    """Words as untagged tokens, enough for reading numbers."""
    made, at = [], 0
    for word in text.split():
        tag = "HYPH" if word == "-" else "NN"
        made.append(Token(word, word.lower(), word.lower(), "X", tag, "dep", 0, at, at + len(word), True))
        at += len(word) + 1
    return tuple(made)


def read(text: str) -> Number:
    words = tokens(text)
    number = read_number(words, 0, vocabulary())
    assert number is not None
    assert number.end == len(words), f"{text}: read to {number.end}"
    return number


def mentions(text: str) -> tuple[Mention, ...]:
    report = Report(ReportId("r"), text)
    return find(report, parse(report, engine())[0])


@given(st.integers(0, 9_999_999_999))
def test_a_number_in_words_reads_back(value: int) -> None:
    number = read(in_words(value))
    assert (number.low, number.high, number.approx) == (value, value, False)


@given(st.integers(0, 9_999_999_999))
def test_a_number_in_digits_reads_back(value: int) -> None:
    assert read(str(value)).low == value
    assert read(f"{value:,}").low == value


@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from(["thousand", "million"]))
def test_a_decimal_with_its_scale_reads_back(head: int, tenth: int, scale: str) -> None:
    assert read(f"{head}.{tenth} {scale}").low == (10 * head + tenth) * vocabulary().multipliers[scale] // 10


@given(st.integers(0, 1_000_000), st.integers(1, 1_000_000), st.sampled_from(["to", "-", "or"]))
def test_a_range_has_both_ends(low: int, more: int, joint: str) -> None:
    number = read(f"{low:,} {joint} {low + more:,}")
    assert (number.low, number.high) == (low, low + more)


@given(st.text(max_size=12))
def test_whole_reads_only_numbers(text: str) -> None:
    value = whole(text)
    assert value is None or value == int(text.replace(",", ""))


@given(st.integers(0, 1_000_000), st.sampled_from(HEDGES))
def test_bounds_are_ordered_and_touch_the_number(value: int, hedge: str) -> None:
    words = tokens(f"{hedge} {value}")
    start = len(words) - 1
    number = read_number(words, start, vocabulary())
    assert number is not None
    found = bound(words, number, vocabulary())
    low, high = found.low, found.high
    assert low is not None or high is not None
    assert low is None or high is None or low <= high
    assert {low, high} & {value, value + 1, max(value - 1, 0)}


@pytest.mark.parametrize("name", sorted(v.words for group in vocabulary().vague.values() for v in group))
def test_a_vague_word_has_an_ordered_range(name: tuple[str, ...]) -> None:
    number = read_number(tokens(" ".join(name)), 0, vocabulary())
    assert number is not None
    assert 0 < number.low <= number.high
    assert number.approx == (number.low != number.high)


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 1399), st.sampled_from(HEDGES), st.sampled_from(NOUNS))
def test_a_counted_noun_is_found_with_its_words(value: int, hedge: str, noun: str) -> None:
    text = f"On Monday {hedge} {value:,} {noun} were seen in Orsk.".replace("  ", " ")
    found = [(m, m.value) for m in mentions(text) if isinstance(m.value, Figure) and m.value.of == noun]
    assert len(found) == 1
    mention, figure = found[0]
    assert mention.span.of(text) == f"{hedge} {value:,} {noun}".strip()
    assert value in {figure.low, figure.high} or hedge in {"more than", "fewer than"}


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("ab1290,.- %$()'\"\n")), min_size=1, max_size=80))
def test_hostile_text_gives_valid_mentions_or_none(text: str) -> None:
    for mention in mentions(text):
        assert isinstance(mention.value, Figure)
        assert mention.span.start <= mention.anchor < mention.span.end
        assert mention.span.end <= len(text)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.sampled_from(["a tank", "two guards", "12", "dozens", "no one", "half of them", "toll"]),
        max_size=9,
    )
)
def test_finding_twice_gives_the_same(parts: list[str]) -> None:
    text = "They hit " + " and ".join(parts) + "."
    assert mentions(text) == mentions(text)


@given(st.integers(0, 99), st.integers(0, 99))
def test_a_figure_with_crossed_bounds_cannot_exist(low: int, high: int) -> None:
    span = Span(ReportId("r"), 0, 1)
    if low <= high:
        assert Figure(None, "men", low, high, False, Scope.NEW, span).low == low
        return
    with pytest.raises(ValueError, match="runs from a lower"):
        Figure(None, "men", low, high, False, Scope.NEW, span)


@pytest.mark.parametrize(
    ("word", "many"),
    [("boy", "boys"), ("body", "bodies"), ("woman", "women"), ("human", "humans"), ("bus", "buses")],
)
def test_plurals(word: str, many: str) -> None:
    assert plural(word, {"man": "men", "woman": "women"}) == many
