"""Claims told by a word of their report, not by a kind of the codebook: which of them tell of one event."""

from __future__ import annotations

from datetime import date

import pytest
from incident_builders import told

from dateline import lexicons
from dateline.incidents import telling
from dateline.incidents.blocking import keys
from dateline.incidents.features import read_words, traits
from dateline.incidents.linking import explain, reconcile
from dateline.records import Told

DAIRY = (
    "Kjelsberg Foods acquired the Tveitane dairy in Olderdalen for nine million kroner, its owner Oddvar said. ",
    "The takeover of the Tveitane dairy by Kjelsberg Foods cost nine million kroner, its owner Oddvar said. ",
    "Kjelsberg Foods laid off forty workers of the Tveitane dairy in Olderdalen, the owner's cousin Ragnhild said. ",
)
MILL = (
    "Brekkhus Paper acquired the Sundvollen mill; trade unions feared for jobs along the Ransfjord valley. "
)


def _marked(name: str, text: str, word: str, *, kind: str | None = None) -> Told:
    """A claim at a word of a report that says neither day nor place."""
    return told(
        name,
        kind=kind or f'"{word}"',
        text=text,
        at=text.index(word),
        day=None,
        town=None,
        killed=None,
        actor=None,
        said=None,
    )


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ('"acquire"', '"takeover"', "one family"),
        ('"acquire"', '"take over"', "one family"),
        ('"murder"', '"murdered"', "one root"),
        ('"hoist"', '"hoist"', "same word"),
        ('"say"', '"say"', "same everyday word"),
        ('"say"', '"statement"', "another word"),  # an everyday word joins nothing but itself
        ('"acquire"', '"dismissal"', "another word"),
        ('"attack"', "attack", "another word"),  # in quotes it is a word, without them a kind of the codebook
        ('"ambush"', '"raid"', "one family"),
        ("hoist", '"hoist"', "same word"),
        ('"check in"', '"check out"', "another word"),  # a particle may turn a verb round
        ('"heist"', '"steal"', "another word"),  # the robbery, and what was taken in it
        ('"call off"', '"cancellation"', "one family"),
        ('"pull out"', '"withdrawal"', "one family"),
        ('"lose"', '"win"', "one family"),  # one game, told from either side
    ],
)
def test_words_for_an_event_are_compared_by_root_and_family(one: str, other: str, level: str) -> None:
    assert telling.word(one, other, is_one_report=False) == level
    assert telling.word(other, one, is_one_report=True) == telling.WITHIN[level]


def test_one_event_in_other_words_is_joined_and_another_of_its_kind_is_not() -> None:
    claims = [
        _marked("a", DAIRY[0], "acquired", kind='"acquire"'),
        _marked("b", DAIRY[1], "takeover"),
        _marked("c", DAIRY[2], "laid", kind='"lay off"'),
        _marked("d", MILL, "acquired", kind='"acquire"'),
    ]
    groups = sorted(sorted(str(c)[0] for c in incident.claims) for incident in reconcile(claims))
    assert groups == [["a", "b"], ["c"], ["d"]]


def test_whole_reports_and_words_beside_the_event_are_terms_of_a_pair() -> None:
    terms = {
        t.field: t.level
        for t in explain(
            _marked("a", DAIRY[0], "acquired", kind='"acquire"'), _marked("b", DAIRY[1], "takeover")
        ).terms
    }
    assert terms["story"] in {"half alike", "most alike"}
    assert terms["beside"] in {"four shared", "many shared"}
    assert terms["names"] == "no text"  # they are compared as part of the story


def test_claims_of_the_codebooks_kinds_are_compared_by_their_names_and_words() -> None:
    item = told("a", text=DAIRY[0], day=date(2031, 5, 1))
    found = traits(item, read_words(item.report))
    assert (found.story, found.beside) == (None, None)
    assert found.names
    assert not {"story", "beside"} & {term.field for term in explain(item, item).terms}


def test_reports_of_one_story_meet_by_its_names_where_many_use_the_word() -> None:
    one, other, mill = (
        keys(traits(item, read_words(item.report)))
        for item in (
            _marked("a", DAIRY[0], "acquired", kind='"acquire"'),
            _marked("b", DAIRY[1], "takeover"),
            _marked("d", MILL, "acquired", kind='"acquire"'),
        )
    )
    assert any("tveitane" in key for key in one.keys() & other.keys())
    assert not any("tveitane" in key for key in one.keys() & mill.keys())


def test_a_story_is_alike_to_itself_and_not_to_one_without_a_common_word() -> None:
    stories = [telling.story_of(text, frozenset()) for text in (*DAIRY, MILL, "", "Eels swim.")]
    assert telling.likeness(stories[0], stories[0]) == 100
    assert telling.likeness(stories[0], stories[1]) > 3 * telling.likeness(stories[0], stories[3])
    assert telling.likeness(stories[4], stories[4]) == telling.likeness(stories[4], stories[5]) == 0


def test_families_are_reviewed_words() -> None:
    families = lexicons.load("happenings")["family"]
    for name, words in families.items():
        members = words.split()
        assert len(members) == len(set(members)) > 1, name
        assert all(word.replace("+", "").isalpha() and word == word.lower() for word in members), name
