"""Who says, thinks or wants what: tables of invented sentences with the source, cue and content they must give."""

from __future__ import annotations

from functools import cache

import pytest
from engines import engine

from dateline.claims.attributions import attributions
from dateline.claims.attributions.tables import ADJECTIVES, LISTS, NOUNS, VERBS
from dateline.language import parse
from dateline.records import Attribution, Report, ReportId


@cache
def read(text: str) -> tuple[Attribution, ...]:
    report = Report(ReportId("r"), text)
    return attributions(report, parse(report, engine())[0])


def said(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each outermost attribution, pieces of content parted by " // "."""
    return [
        (
            "" if a.source is None else a.source.of(text),
            a.cue.of(text),
            " // ".join(span.of(text) for span in a.contents),
        )
        for a in read(text)
        if not a.depth
    ]


CASES = [
    # Statements: before the clause, behind it, within it.
    ("The mayor said that the bridge had fallen.", "The mayor", "said", "that the bridge had fallen"),
    ("The bridge had fallen, the mayor said.", "the mayor", "said", "The bridge had fallen"),
    ("The bridge, the mayor said, had fallen on Monday.", "the mayor", "said", "The bridge // had fallen on Monday"),
    ("The army has repeatedly denied shelling the town.", "The army", "has repeatedly denied", "shelling the town"),
    ("As the mayor noted, the bridge had fallen.", "the mayor", "noted", "the bridge had fallen"),
    ("Residents told The Daily Lantern that two shells hit the mill.", "Residents", "told",
     "that two shells hit the mill"),
    # What only tells more of a thing, the next thing said, and the next speaker stand apart.
    ("The envoy criticised the general, who had fled in June.", "The envoy", "criticised", "the general"),
    ("The ministry released a statement saying that the road was closed.", "The ministry", "saying",
     "that the road was closed"),
    # Quotations: whole, split around the cue, going on behind it.
    ('"We will hold the town," said Captain Anna Rell.', "Captain Anna Rell", "said", '"We will hold the town,"'),
    ('"We will hold," Rell said. "Nobody leaves before dawn."', "Rell", "said",
     '"We will hold," // "Nobody leaves before dawn."'),
    ('Rell told the crowd: "Nobody leaves this town before dawn."', "Rell", "told",
     '"Nobody leaves this town before dawn."'),
    # Fixed turns.
    ("According to the ministry, six farmers were hurt.", "the ministry", "According to", "six farmers were hurt"),
    ("Six farmers were hurt, according to two doctors at the clinic.", "two doctors at the clinic", "according to",
     "Six farmers were hurt"),
    ("In a survey of 900 families, one in five had lost a home.", "a survey of 900 families", "In",
     "one in five had lost a home"),
    # Passives.
    ("The general is believed to have fled to Varda.", "", "is believed", "The general // to have fled to Varda"),
    ("The governor was accused by residents of hiding the bodies.", "residents", "was accused",
     "The governor // of hiding the bodies"),
    # Asking, promising, accusing, calling.
    ("The envoy urged both sides to open the road.", "The envoy", "urged", "both sides to open the road"),
    ("The rebels vowed to retake the mill.", "The rebels", "vowed", "to retake the mill"),
    ("The rebels accused the army of burning the harvest.", "The rebels", "accused",
     "the army of burning the harvest"),
    ("The envoy called the raid a crime.", "The envoy", "called", "the raid a crime"),
    ("The union demanded a truce.", "The union", "demanded", "a truce"),
    ("Aid groups called for an inquiry into the raid.", "Aid groups", "called for", "an inquiry into the raid"),
    ("A reporter asked whether the road was open.", "A reporter", "asked", "whether the road was open"),
    # States of mind; they are no reports of anything.
    ("Villagers fear that the dam will break.", "Villagers", "fear", "that the dam will break"),
    ("Farmers want to return before the rains.", "Farmers", "want", "to return before the rains"),
    ("The minister is confident that the truce will hold.", "The minister", "is confident",
     "that the truce will hold"),
    # Nouns.
    ("His claim that the town had fallen was wrong.", "His", "claim", "that the town had fallen"),
    ("The council expressed concern about the siege.", "The council", "expressed concern about", "the siege"),
    ("People who say the road is open left.", "People who", "say", "the road is open"),
    ("The road is closed, per the Vale Post.", "the Vale Post", "per", "The road is closed"),
    ("Her support for the new truce cost her the vote.", "Her", "support for", "the new truce"),
    # What shows.
    ("Figures from the clinic show that six farmers died.", "Figures from the clinic", "show",
     "that six farmers died"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content"), CASES)
def test_who_says_what(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell on Monday.",
        "This shows a clear pattern.",  # nobody shows it
        "Two trucks need repairs.",
        "The video was posted on Monday.",  # nobody says anything
        "The bread sells at two crowns per loaf.",
        "The team found a rifle.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert said(text) == []


def test_the_phrase_of_a_source_is_whole() -> None:
    text = "Anna Rell, a doctor at the clinic in Varda, said six farmers had died."
    assert said(text)[0][0] == "Anna Rell, a doctor at the clinic in Varda"


def test_who_goes_on_speaking_is_no_part_of_what_was_said() -> None:
    assert said("The mayor said the bridge was closed and urged drivers to stay away.") == [
        ("The mayor", "said", "the bridge was closed"),
        ("The mayor", "urged", "drivers to stay away"),
    ]
    first, second = said("The rebels accused the army of stalling, while doctors warned of a famine.")
    assert first == ("The rebels", "accused", "the army of stalling")
    assert second == ("doctors", "warned of", "a famine")


def test_a_noun_that_only_names_a_topic_says_nothing() -> None:
    assert said("His speech on Monday was long.") == []
    assert said("Their position on the truce was noted.") == []


def test_words_within_anothers_words_have_that_one_as_their_via() -> None:
    text = "The mayor said the army claimed that the rebels had fled."
    outer, inner = read(text)
    assert (outer.depth, outer.via) == (0, ())
    assert (inner.depth, [span.of(text) for span in inner.via]) == (1, ["The mayor"])
    assert inner.source is not None
    assert inner.source.of(text) == "the army"


def test_what_stands_in_a_quotation_is_not_the_reports_own_voice() -> None:
    text = '"The rebels told us that they would burn the harvest."'
    assert [a.depth for a in read(text)] == [1]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The mayor said the road was open.", "statement"),
        ("The army denied that it shelled the mill.", "denial"),
        ("The envoy condemned the raid.", "accusation"),
        ("The envoy praised the truce.", "praise"),
        ("The union opposes the truce.", "stance"),
        ("The envoy asked if the road was open.", "question"),
        ("The envoy demanded a truce.", "demand"),
        ("The rebels promised to leave.", "promise"),
        ("Villagers believe the dam is broken.", "belief"),
        ("Villagers want to leave.", "wish"),
        ("A survey showed that most had fled.", "showing"),
        ("The truce appears to hold.", "appearance"),
        ("The general was reportedly killed.", "hearsay"),
    ],
)
def test_its_kind(text: str, kind: str) -> None:
    assert [a.kind for a in read(text) if not a.depth] == [kind]


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("Two officials who asked not to be named said the road was open.", True),
        ("The road was open, said an aide, speaking on condition of anonymity.", True),
        ("A security source said the road was open.", True),
        ("An official said the road was open.", False),
        ("Anna Rell said the man was unidentified.", False),  # the man, not her
    ],
)
def test_whether_a_source_is_kept_nameless(text: str, anonymous: bool) -> None:
    (found,) = (a for a in read(text) if a.cue.of(text) == "said")
    assert found.anonymous is anonymous


def test_what_is_word_for_word() -> None:
    texts = ("The mayor said the road was open.", 'The mayor said it was "a day of shame for the town."')
    assert [read(text)[0].quoted for text in texts] == [False, True]


def test_a_transcript_takes_turns() -> None:
    text = "RELL: We held the town. Nobody left.\n\nMR. OBEL: And the mill? Was it burned?"
    assert said(text) == [
        ("RELL", ":", "We held the town // Nobody left."),
        ("MR. OBEL", ":", "And the mill? Was it burned?"),
    ]


def test_spans_lie_in_their_text_and_apart() -> None:
    for text, *_ in CASES:
        for found in read(text):
            spans = [*found.contents, found.cue, *([found.source] if found.source else [])]
            assert all(span.end <= len(text) for span in spans)
            assert not any(a.overlaps(b) for k, a in enumerate(spans) for b in spans[k + 1 :])


def test_every_group_of_the_word_list_says_why_and_is_asked_for() -> None:
    rows = [*LISTS["verb"], *LISTS["noun"], *LISTS["adjective"]]
    assert all(row["reason"] and row["kind"] and row["takes"] for row in rows)
    tables = {**VERBS, **NOUNS, **ADJECTIVES}
    assert all(word in tables for row in rows for word in row["words"].split())
